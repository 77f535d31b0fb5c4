"""The door for MkDocs: `mkdocs build` and `mkdocs serve` read the write-ups and publish them."""

import logging
from pathlib import Path

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.linking import Links, link
from generator.model import Library
from generator.publishing import Publication, Settings, SharedAddressError, UnprintableError, publication_of
from generator.publishing.hand_written import is_in_language
from generator.publishing.site import GeneratedPage, prepare, send_compact, settings_of, write_sites
from generator.reading import ProblemsFoundError, read_library, relative_to_here, summary
from generator.wording import UnknownLanguageError

log = logging.getLogger(f"mkdocs.plugins.{__name__}")


class PeerbookConfig(Config):
    """Settings of the plugin in mkdocs.yml."""

    practices = config_options.Dir(exists=True, default="practices")
    languages = config_options.Type(dict, default={})


class PeerbookPlugin(BasePlugin[PeerbookConfig]):
    """Hands the pages made from the write-ups to MkDocs as generated files."""

    settings: Settings
    library: Library
    links: Links
    publication: Publication

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and link the write-ups and print the guides, before anything is written.

        Raises:
            PluginError: with every problem found in them.
        """
        try:
            library = read_library(relative_to_here(Path(self.config.practices)))
            self.settings = settings = settings_of(config)
            self.library, self.links = library, link(library)
            self.publication = publication_of(library, self.links, settings, site_url=config.site_url or "")
        except ProblemsFoundError as error:
            raise PluginError(f"{summary(error.problems)}:\n{error}") from None
        except (UnprintableError, SharedAddressError, UnknownLanguageError) as error:
            raise PluginError(str(error)) from None
        prepare(config, self.publication, settings)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a page for each thing of the library, the downloads, the search index and the printed guides."""
        for file in [file for file in files if is_in_language(file.src_uri)]:
            files.remove(file)
        send_compact(files, config)
        for page in self.publication.pages:
            files.append(GeneratedPage(page, config))
        for asset in self.publication.assets:
            if asset.is_markdown:  # for MkDocs that would be a page
                continue
            given = asset.given()
            content = {"abs_src_path": str(given)} if isinstance(given, Path) else {"content": given}
            files.append(File.generated(config, asset.path, **content))
        return files

    def on_page_read_source(self, *, page: Page, config: MkDocsConfig) -> str | None:  # noqa: ARG002
        """Spare our pages the parsers of Markdown and YAML, which would spend half the build on what is known."""
        return "" if isinstance(page.file, GeneratedPage) else None

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put in what the front matter of our pages holds."""
        if isinstance(page.file, GeneratedPage):
            page.meta = page.file.made.front_matter
        return markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put our pages in."""
        return page.file.made.body if isinstance(page.file, GeneratedPage) else html

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the Markdown files that are no pages, and the sites in other languages."""
        for asset in self.publication.assets:
            if asset.is_markdown:
                target = Path(config.site_dir, asset.path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(asset.read())
        site = Path(config.site_dir)
        write_sites(self.library, self.links, self.settings.sites, site, site_url=config.site_url, strict=config.strict)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Rebuild when a write-up changes."""
        server.watch(self.config.practices)
        return server
