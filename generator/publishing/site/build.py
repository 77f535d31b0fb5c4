"""Building the site, so that it lands in one move or not at all."""

import contextlib
import tempfile
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from pathlib import Path

from generator.collector import collector_at_rest
from generator.forks import beside
from generator.linking import Links, link
from generator.model import Library
from generator.publishing.assets import AssetGroup, library_groups
from generator.publishing.compiled import keep_compiled
from generator.publishing.editor import PATH as EDITOR
from generator.publishing.editor import editor_file
from generator.publishing.guides import PrintedGuide, make_guides, print_guides
from generator.publishing.page import Asset
from generator.publishing.publication import Progress, Publication, make_publication, said_in, seen_of
from generator.publishing.site.emit import emit
from generator.publishing.site.engines import Engine, EngineError, build_emitted
from generator.publishing.site.kept import LastBuild
from generator.publishing.site.landing import land, staging
from generator.publishing.site.mkdocs import Renderer, fix_build_time, read_settings
from generator.publishing.site.placing import files_in, keep_only
from generator.publishing.site.settings import Settings
from generator.publishing.site.writing import FEWEST, Work, write_all, write_groups
from generator.publishing.theme import PATH as STYLES
from generator.publishing.theme import site_styles
from generator.reading import read_library, relative_to_here
from generator.said import said
from generator.starting import SETTINGS, lay_out


def publish(
    library: Library,
    links: Links,
    *,
    into: Path | str = "site",
    settings: Settings | Path | str | None = None,
    site_url: str | None = None,
    strict: bool = True,
    engine: Engine = Engine.MKDOCS,
    progress: Progress = lambda guides, _: guides,
) -> Path:
    """Publish a library and its links as a site, and return its folder.

    The site is made beside its place and moved there when it is complete; a failed build leaves the last good site as
    it was.

    Args:
        library: what was read.
        links: what it was linked into.
        into: the folder of the site; what is there is replaced.
        settings: those of the site, or the file that holds them. Without them, the `mkdocs.yml` of the current folder,
            and where there is none, settings and pages that come with the package.
        site_url: takes the place of the address in the settings.
        strict: whether warnings count as failures.
        engine: what makes HTML of the pages; others than MkDocs build the emitted ones.
        progress: shows how the printing of guides goes.

    Raises:
        EngineError: if the settings or a page are refused, or another engine is not installed or fails.
        UnknownLanguageError: if the settings name a language that there is no catalogue of.
        SharedAddressError: if two pages would stand at one address.
        UnprintableError: if a guide can't be printed.
        BusyError: if the same site is being built.
        OSError: if it can't be written.
    """
    site = Path(into).resolve()
    with _chosen(settings) as settings:
        sites = (settings, *settings.sites)
        if engine is Engine.MKDOCS:
            with staging(site, again=settings.is_alone) as made:
                files_in(made)  # no link is left in it
                before = site if site.is_dir() else None
                put = write_sites(
                    library, links, sites, made, before, site_url=site_url, strict=strict, progress=progress
                )
                keep_only(made, put)
                land(made, site)
            return site
        with staging(site) as made:
            whole = made / "site"
            for one in sites:
                address = _below(site_url, one)
                publication = publication_of(library, links, one, progress, address)
                fix_build_time(publication.day)
                emit(publication.pages, publication.assets, one, made / "emitted", address, publication.imprint)
                build_emitted(made / "emitted", engine, strict=strict).rename(whole / one.folder)
            land(whole, site)
    return site


def write_sites(
    library: Library,
    links: Links,
    sites: Sequence[Settings],
    place: Path,
    before: Path | None = None,
    *,
    site_url: str | None = None,
    strict: bool = True,
    progress: Progress = lambda guides, _: guides,
) -> Set[str]:
    """Write a site for each of the settings, which differ in their language, to its folder below `place`.

    What is made of the library and its links alone is begun before it is known what pages there are.

    Pages that come out as in the last build are taken from there, `before`. `site_url` is the address of the first
    language; see `publish`.

    Returns:
        Where files of it stand.
    """

    def ahead() -> Iterator[str]:
        for one in sites:
            groups, last = groups_ahead(library, links, one, _below(site_url, one))
            yield from write_groups(groups, place / one.folder, before and before / one.folder, last)

    works = []
    is_alone = all(one.is_alone for one in sites)
    forked = is_alone and len(library.practices) * len(sites) >= FEWEST
    with beside(lambda: set(ahead()), forked=forked) as put_ahead:
        for one in sites:
            address, folder = _below(site_url, one), place / one.folder
            publication = publication_of(library, links, one, progress, address)
            renderer = Renderer(one, publication, folder, address)
            last = LastBuild.pages_of(one, renderer.made_with, publication)
            works.append(Work(renderer, publication, folder, last, before and before / one.folder))
        put = write_all(works, is_alone=is_alone) | put_ahead()
    for warned in filter(None, (work.renderer.warned for work in works) if strict else ()):
        raise EngineError(said("the build is strict, and there were warnings: %(count)s", count=warned))
    return put


def groups_ahead(
    library: Library, links: Links, settings: Settings, site_url: str | None = None
) -> tuple[tuple[AssetGroup, ...], LastBuild]:
    """Return the groups of files that are made of the library and its links alone, and what is kept of them."""
    said, language = said_in(library, settings.folder, settings.language)
    groups = library_groups(said, links, language, _address_of(settings, site_url), settings.folder)
    return groups, LastBuild.files_of(settings, seen_of(said, links, language))


def _below(site_url: str | None, settings: Settings) -> str | None:
    """The address of the site in a language, given that of the first one."""
    return f"{_with_slash(site_url)}{settings.folder}/" if site_url and settings.folder else site_url


@contextlib.contextmanager
def _chosen(settings: Settings | Path | str | None) -> Iterator[Settings]:
    """The settings that are given, those of the current folder, or those that come with the package."""
    if isinstance(settings, Settings):
        yield settings
    elif settings or Path(SETTINGS).is_file():
        yield read_settings(Path(settings or SETTINGS))
    else:
        with tempfile.TemporaryDirectory() as folder:
            made = lay_out(Path(folder))
            Path(folder, "practices").mkdir()
            yield read_settings(made)


def build_site(
    config_file: Path,
    site: Path | None = None,
    *,
    site_url: str | None = None,
    strict: bool = True,
    engine: Engine = Engine.MKDOCS,
    progress: Progress = lambda guides, _: guides,
) -> Path:
    """Read, link and publish what the settings in a file name, and return the folder of the site.

    Raises:
        ProblemsFoundError: if the write-ups can't be read.
        EngineError, SharedAddressError, UnprintableError, BusyError, OSError: see `publish`.
    """
    settings = read_settings(config_file)
    into = site or settings.file.parent / "site"
    with collector_at_rest():  # at its end what was read and linked is gone: there is nothing to walk through
        return publish(
            *_linked(settings),
            into=into,
            settings=settings,
            site_url=site_url,
            strict=strict,
            engine=engine,
            progress=progress,
        )


def emit_site(
    config_file: Path,
    folder: Path,
    *,
    site_url: str | None = None,
    progress: Progress = lambda guides, _: guides,
) -> int:
    """Write all pages of the site as Markdown to `folder`, with settings that need no plugin, and return their number.

    Raises:
        ProblemsFoundError: if the write-ups can't be read.
        UnprintableError: if a guide can't be printed.
        FileExistsError, BusyError: see `emit`.
    """
    settings = read_settings(config_file)
    publication = publication_of(*_linked(settings), settings, progress, site_url)
    fix_build_time(publication.day)
    return emit(publication.pages, publication.assets, settings, folder, site_url, publication.imprint)


def print_share(config_file: Path, share: int, shares: int, progress: Progress = lambda guides, _: guides) -> int:
    """Print one share of all guides into the cache that a build takes them from, and return how many it has.

    Shares are made on as many machines as there are: each guide stands alone, the same guide gives the same bytes, and
    the caches are merged by copying their files together.

    Args:
        config_file: the site's settings.
        share: which one, from 1.
        shares: how many there are.
        progress: shows how the printing goes.

    Raises:
        ProblemsFoundError: if the write-ups can't be read.
        UnprintableError: if a guide can't be printed.
    """
    settings = read_settings(config_file)
    guides = make_guides(*_linked(settings), settings.site)[share - 1 :: shares]
    return sum(1 for _ in progress(print_guides(guides, settings.guide_cache), len(guides)))


def _linked(settings: Settings) -> tuple[Library, Links]:
    library = read_library(relative_to_here(settings.practices), memory=settings.memory, forked=True)
    return library, link(library, forked=True)


def publication_of(
    library: Library,
    links: Links,
    settings: Settings,
    progress: Progress | None = lambda guides, _: guides,
    site_url: str | None = None,
    guides_before: tuple[PrintedGuide, ...] = (),
) -> Publication:
    """Return all pages and files of the site as its settings ask for; see `make_publication`.

    Where `site_url` is given, it takes the place of the address in the settings wherever the site tells machines where
    it stands.

    Raises:
        UnprintableError: if a guide can't be printed.
        SharedAddressError: if two pages would stand at one address.
    """
    keep_compiled(settings.cache)
    publication = make_publication(
        library,
        links,
        site_url=settings.address,
        edit_base=settings.edit_base,
        docs=settings.docs,
        cache=settings.cache,
        address=_address_of(settings, site_url),
        progress=progress,
        language=settings.language,
        folder=settings.folder,
        guides_before=guides_before,
    )
    styled = Asset(STYLES, make=lambda: site_styles(map(str, settings.theme), settings.docs))
    styles = AssetGroup(STYLES, (STYLES,), lambda: [styled])
    editor = AssetGroup("editor", (EDITOR,), lambda: [editor_file(library, settings.repository)])
    return replace(publication, groups=(*publication.groups, styles, editor))


def _address_of(settings: Settings, site_url: str | None) -> str:
    """Where a build will stand; `site_url` takes the place of the address in the settings."""
    return _with_slash(settings.address if site_url is None else site_url)


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""
