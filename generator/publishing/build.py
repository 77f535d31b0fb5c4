"""Building the site with MkDocs, so that it lands in one move or not at all."""

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

from generator.linking import Links
from generator.model import Library
from generator.publishing.guides import PrintedGuide
from generator.publishing.landing import land, staging
from generator.publishing.publication import Publication, publish
from generator.publishing.theme import theme_styles

GUIDE_CACHE = Path(".cache", "guides")


def build_site(
    config_file: Path, site: Path | None = None, *, site_url: str | None = None, strict: bool = True
) -> Path:
    """Build the site and return its folder; `site_url` takes the place of that in the settings.

    The site is built beside its place and moved there when it is complete; a failed build leaves the last good site
    as it was. Warnings count as failures if `strict`.

    Raises:
        mkdocs.exceptions.Abort, mkdocs.exceptions.BuildError: if the build fails.
        BusyError: if the same site is being built.
        OSError: if it can't be written.
    """
    site = (site or config_file.parent / "site").resolve()
    with staging(site) as made:
        address = {"site_url": site_url} if site_url else {}
        config = load_config(str(config_file), site_dir=str(made), strict=strict, **address)
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()
        land(made, site)
    return site


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
    )
    return replace(publication, assets=chain(publication.assets, [theme_styles(config.theme.dirs)]))


def published_url(config: MkDocsConfig) -> str:
    """Return the address in the settings file, even where the site is served or built for another one.

    Paper lasts: what is printed while the site is tried out on this machine should lead to the published one.
    """
    with Path(config.config_file_path).open(encoding="utf-8") as file:
        return str(yaml_load(file).get("site_url") or "")


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
