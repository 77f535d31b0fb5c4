"""Building the site, so that it lands in one move or not at all."""

import datetime
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from pathlib import Path
from urllib.parse import urljoin

import click
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.utils.yaml import yaml_load

from generator.linking import Links, link
from generator.model import Library
from generator.publishing.emit import emit
from generator.publishing.engines import Engine, build_emitted
from generator.publishing.guides import PrintedGuide, Site, make_guides, print_guides
from generator.publishing.landing import land, staging
from generator.publishing.publication import Publication, publish
from generator.publishing.theme import site_styles
from generator.reading import read_library, relative_to_here
from generator.wording import Language, read_language

GUIDE_CACHE = Path(".cache", "guides")
MESSAGES = "messages"


def build_site(
    config_file: Path,
    site: Path | None = None,
    *,
    site_url: str | None = None,
    strict: bool = True,
    engine: Engine = Engine.MKDOCS,
) -> Path:
    """Build the site and return its folder; `site_url` takes the place of that in the settings.

    The site is built beside its place and moved there when it is complete; a failed build leaves the last good site
    as it was. Warnings count as failures if `strict`. Engines other than MkDocs build the emitted pages.

    Raises:
        mkdocs.exceptions.Abort, mkdocs.exceptions.BuildError: if the build fails.
        EngineError: if another engine is not installed or fails.
        ProblemsFoundError: if another engine is asked for and the write-ups can't be read.
        BusyError: if the same site is being built.
        OSError: if it can't be written.
    """
    site = (site or config_file.parent / "site").resolve()
    with staging(site) as made:
        if engine is Engine.MKDOCS:
            address = {"site_url": site_url} if site_url else {}
            config = load_config(str(config_file), site_dir=str(made), strict=strict, **address)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                mkdocs_build(config)
            finally:
                config.plugins.on_shutdown()
        else:
            emit_site(config_file, made / "emitted", site_url=site_url)
            made = build_emitted(made / "emitted", engine, strict=strict)
        land(made, site)
    return site


def emit_site(config_file: Path, folder: Path, *, site_url: str | None = None) -> int:
    """Write all pages of the site as Markdown to `folder`, with settings that need no plugin, and return their number.

    Raises:
        ProblemsFoundError: if the write-ups can't be read.
        UnprintableError: if a guide can't be printed.
        FileExistsError, BusyError: see `emit`.
    """
    config = load_config(str(config_file))
    library = read_library(relative_to_here(Path(config.plugins["peerbook"].config.practices)))
    fix_build_time(max(practice.reviewed for practice in library.practices))
    publication = publish_as_set(config, library, link(library))
    return emit(publication.pages, publication.assets, config_file, folder, site_url)


def print_share(config_file: Path, share: int, shares: int) -> int:
    """Print one share of all guides into the cache that a build takes them from, and return how many it has.

    Shares are made on as many machines as there are: each guide stands alone, the same guide gives the same bytes, and
    the caches are merged by copying their files together.

    Args:
        config_file: the site's settings.
        share: which one, from 1.
        shares: how many there are.

    Raises:
        ProblemsFoundError: if the write-ups can't be read.
        UnprintableError: if a guide can't be printed.
    """
    config = load_config(str(config_file))
    library = read_library(relative_to_here(Path(config.plugins["peerbook"].config.practices)))
    guides = make_guides(library, link(library), Site(published_url(config), language_of(config)))[share - 1 :: shares]
    return sum(1 for _ in _shown(print_guides(guides, config_file.parent / GUIDE_CACHE), len(guides)))


def publish_as_set(config: MkDocsConfig, library: Library, links: Links) -> Publication:
    """Return all pages and files of the site as its settings ask for, and show on a terminal how the printing goes.

    Printed guides are kept in `GUIDE_CACHE` beside the settings.

    Raises:
        UnprintableError: if a guide can't be printed.
    """
    publication = publish(
        library,
        links,
        site_url=published_url(config),
        edit_base=edit_base(config),
        docs=Path(config.docs_dir),
        cache=Path(config.config_file_path).parent / GUIDE_CACHE,
        progress=_shown,
        language=language_of(config),
    )
    return replace(
        publication, assets=chain(publication.assets, [site_styles(config.theme.dirs, Path(config.docs_dir))])
    )


def published_url(config: MkDocsConfig) -> str:
    """Return the address in the settings file, even where the site is served or built for another one.

    Paper lasts: what is printed while the site is tried out on this machine should lead to the published one.
    """
    with Path(config.config_file_path).open(encoding="utf-8") as file:
        return str(yaml_load(file).get("site_url") or "")


def language_of(config: MkDocsConfig) -> Language:
    """Return the language that the theme is set to, with its messages from the folder `MESSAGES` beside the settings.

    Raises:
        UnknownLanguageError: if there are none.
    """
    return read_language(str(config.theme["language"]), Path(config.config_file_path).parent / MESSAGES)


def _shown(guides: Iterable[PrintedGuide], count: int) -> Iterator[PrintedGuide]:
    unseen = not sys.stderr.isatty()
    with click.progressbar(guides, count, "Printing guides", file=sys.stderr, hidden=unseen) as bar:
        yield from bar


def fix_build_time(day: str) -> None:
    """Make MkDocs date its files by `day` (ISO 8601) if SOURCE_DATE_EPOCH does not say otherwise.

    With that, the same input gives the same bytes (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    moment = datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.UTC)
    os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(moment.timestamp())))


def edit_base(config: MkDocsConfig) -> str | None:
    """Return the address in front of a file's path at which the repository lets one edit it, or None."""
    if not config.repo_url or not config.edit_uri:
        return None
    return urljoin(urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri), "../")
