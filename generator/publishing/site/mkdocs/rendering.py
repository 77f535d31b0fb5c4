"""MkDocs, and nothing else in publishing knows it: its settings, its pages, its theme.

Pages are rendered one by one with MkDocs' own functions and events: a preview renders one, a build many side by side.
What comes out is what `mkdocs build` makes, byte for byte; a test holds it to that.
"""

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup
from mkdocs.commands.build import _build_theme_template, _populate_page, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc
from mkdocs.utils import CountHandler, get_relative_url

from generator.publishing.compact import compact, is_compacted
from generator.publishing.compiled import CompiledTemplates
from generator.publishing.hand_written import files_named, hand_written, is_in_language
from generator.publishing.page import Page
from generator.publishing.publication import Publication
from generator.publishing.site.mkdocs.made_with import made_with
from generator.publishing.site.mkdocs.settings import PLUGIN, in_our_words, load, prepare
from generator.publishing.site.settings import Settings

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.utils.templates import TemplateContext


class GeneratedPage(File):
    """A page of ours among MkDocs' files. Its body is filled when it is rendered, and spared the Markdown parser.

    The parser would spend half the build on HTML that it leaves as it is.
    """

    def __init__(self, made: Page, config: MkDocsConfig) -> None:
        super().__init__(made.path, None, config.site_dir, config.use_directory_urls)
        self.made = made
        self.generated_by = PLUGIN
        self.edit_uri = f"../{made.source}" if made.source else None

    @property
    def content_string(self) -> str:
        """The whole Markdown file."""
        return self.made.markdown

    @content_string.setter
    def content_string(self, value: str) -> None:
        raise NotImplementedError("a page made from write-ups is not written to")

    def name_page(self) -> None:
        """Tell MkDocs all that other pages may ask about this one, without filling it."""
        page = _page_of(self)
        page.markdown, page.meta = "", self.made.known
        page.toc, page.present_anchor_ids, page.links_to_anchors = get_toc([]), set(), {}


class SentCompact(File):
    """A script or a style of ours: what is written is what it does, without what only its readers need."""

    @property
    def content_bytes(self) -> bytes:
        """What is sent."""
        return compact(self.src_uri, super().content_bytes)

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        raise NotImplementedError("a script of ours is not written to")

    def copy_file(self, dirty: bool = False) -> None:  # noqa: ARG002
        """Write it to its place in the site."""
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(self.content_bytes)


def send_compact(files: Files, config: MkDocsConfig) -> None:
    """Put what is sent of our scripts and styles in place of them."""
    for file in list(files):
        if file.src_dir == config.docs_dir and is_compacted(file.src_uri):
            files.remove(file)
            files.append(SentCompact(file.src_uri, file.src_dir, file.dest_dir, file.use_directory_urls))


def generated_files(publication: Publication, config: MkDocsConfig, settings: Settings) -> Iterator[File]:
    """Yield pages as files of MkDocs, and of all else that is published what a hand-written page may lead to.

    Others need not be known to it: there are ten for each page.
    """
    named = files_named(settings.docs, settings.folder)
    for page in publication.pages:
        yield GeneratedPage(page, config)
    for group in publication.groups:
        if not group.named_by_content and any(map(group.holds, named)):
            for asset in group.make():
                if asset.path in named and not asset.is_markdown:  # for MkDocs that would be a page
                    yield File.generated(config, asset.path, content=b"")


class Renderer:
    """A site ready to be rendered: settings, theme, menu and hand-written pages, each made once.

    Pages are rendered one at a time; MkDocs marks the one that is being shown in the menu that all share.
    """

    def __init__(self, settings: Settings, publication: Publication, folder: Path, site_url: str | None = None) -> None:
        """Set up for a site that will stand in `folder`; `site_url` takes the place of that in the settings.

        Raises:
            EngineError: if MkDocs refuses the settings or a hand-written page.
        """
        self._warnings = CountHandler(level=logging.WARNING)
        self.rendering = threading.RLock()
        """Held while a page is rendered or pages are exchanged."""
        with self.counting(), in_our_words():
            config = load(settings, folder, site_url)
            config.plugins.on_startup(command="build", dirty=False)
            self.config = config = config.plugins.on_config(config)
            prepare(config, publication, settings)
            config.plugins.on_pre_build(config=config)
            files = get_files(config)
            send_compact(files, config)
            env = config.theme.get_env()
            env.bytecode_cache = CompiledTemplates()
            files.add_files_from_theme(env, config)
            _put_in_language(files, settings, config)
            static = [file for file in files if not file.is_documentation_page()]
            for file in generated_files(publication, config, settings):
                files.append(file)
            self.files = files = config.plugins.on_files(files, config=config)
            set_exclusions(files, config)
            self.static = tuple(file for file in static if file.inclusion.is_included())
            self.nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
            self.pages = tuple(files.documentation_pages())
            for file in self.pages:
                if isinstance(file, GeneratedPage):
                    file.name_page()
                else:
                    _populate_page(_page_of(file), config, files)
            self.env: Environment = config.plugins.on_env(env, config=config, files=files)
            self._menus: dict[tuple[str, ...], Markup] = {}
            self._settings = settings
            self.day, self.imprint = publication.day, publication.imprint

    def refill(self, publication: Publication) -> bool:
        """Take the pages of another publication in place of those of the last one.

        Returns:
            False, and nothing has changed, where that is not enough: there are other pages, or it is of another day.
        """
        made = {page.path: page for page in publication.pages}
        files = {file.made.path: file for file in self.pages if isinstance(file, GeneratedPage)}
        is_other = (publication.day, publication.imprint) != (self.day, self.imprint)
        if made.keys() != files.keys() or is_other or not self._settings.is_alone:
            return False
        with self.rendering:
            for path, file in files.items():
                file.made = made[path]
                file.name_page()
        return True

    @property
    def templates(self) -> tuple[str, ...]:
        """Files that the theme makes of all pages together: the page for what is not there, the sitemap."""
        return tuple(sorted(self.config.theme.static_templates))

    @contextmanager
    def counting(self) -> Iterator[None]:
        """Count MkDocs' warnings meanwhile."""
        logger = logging.getLogger("mkdocs")
        logger.addHandler(self._warnings)
        try:
            yield
        finally:
            logger.removeHandler(self._warnings)

    @property
    def warned(self) -> str:
        """How often MkDocs warned of something so far, in words; empty if it did not."""
        return ", ".join(f"{count} {level.lower()}s" for level, count in self._warnings.get_counts())

    def render(self, file: File) -> bytes:
        """Return a page as the theme shows it.

        Raises:
            EngineError: if MkDocs refuses it.
        """
        page, config = _page_of(file), self.config
        with in_our_words(f"{file.src_uri}: "):
            if isinstance(file, GeneratedPage):
                self._fill(page, file)
            page.active = True
            try:
                context = get_context(self.nav, self.pages, config, page)
                template = self.env.get_template(page.meta.get("template", "main.html"))
                context = config.plugins.on_page_context(context, page=page, config=config, nav=self.nav)
                menu = None if page in self.nav.pages else self._menu_outside(page, context)
                html = config.plugins.on_post_page(template.render(context, menu=menu), page=page, config=config)
            finally:
                page.active = False
                if isinstance(file, GeneratedPage):
                    file.name_page()
                    page.content = None
        return html.encode("utf-8", errors="xmlcharrefreplace")

    def _fill(self, page: MkDocsPage, file: GeneratedPage) -> None:
        """Put the body into a page of ours, with the events at which MkDocs would have read and parsed it."""
        plugins, config, files = self.config.plugins, self.config, self.files
        plugins.on_pre_page(page, config=config, files=files)
        page.meta = file.made.front_matter
        page.markdown = plugins.on_page_markdown("", page=page, config=config, files=files)
        page.content = plugins.on_page_content(file.made.body, page=page, config=config, files=files)

    def _menu_outside(self, page: MkDocsPage, context: "TemplateContext") -> Markup:
        """The menu as a page shows it that is not in it: the same on all pages from which its ways are the same."""
        ways = tuple(get_relative_url(other.url, page.url) for other in self.nav.pages)
        if ways not in self._menus:
            self._menus[ways] = Markup(self.env.get_template("partials/menu.html").render(context))  # noqa: S704 (the theme's)
        return self._menus[ways]

    def write_template(self, name: str) -> None:
        """Write one of the `templates` into the folder of the site."""
        _build_theme_template(name, self.env, self.files, self.config, self.nav)

    def check_anchors(self) -> None:
        """Warn of links between hand-written pages that lead to a part that is not there."""
        for file in self.pages:
            _page_of(file).validate_anchor_links(files=self.files, log_level=self.config.validation.links.anchors)

    def finish(self) -> None:
        """Tell other plugins that all is written."""
        self.config.plugins.on_post_build(config=self.config)
        self.config.plugins.on_shutdown()

    @property
    def made_with(self) -> str:
        """Digest of all that pages made of write-ups share."""
        return made_with(self.config, self.nav, self._settings)

    @property
    def mount(self) -> str:
        """Path on its server below which the site will stand: "/", "/peerbook/"."""
        return f"/{urlsplit(self.config.site_url or '/').path.strip('/')}/".replace("//", "/")


def _put_in_language(files: Files, settings: Settings, config: MkDocsConfig) -> None:
    """Leave of each hand-written page the one in the language of the site."""
    for file in [file for file in files if is_in_language(file.src_uri)]:
        files.remove(file)
    if settings.folder:
        for path, source in hand_written(settings.docs, settings.folder):
            if is_in_language(source.name):
                if first := files.get_file_from_path(path):
                    files.remove(first)
                files.append(File.generated(config, path, abs_src_path=str(source)))


def _page_of(file: File) -> MkDocsPage:
    if file.page is None:
        raise LookupError(f"{file.src_uri} has no page")
    return file.page
