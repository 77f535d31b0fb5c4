"""The door for MkDocs: `mkdocs build` and `mkdocs serve` read the write-ups and publish them."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Any

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
from generator.publishing import SharedAddressError, UnprintableError, fix_build_time, publish_as_set
from generator.publishing.feeds import last_change
from generator.publishing.security import SETTING, content_security_policy
from generator.reading import ProblemsFoundError, read_library, relative_to_here, summary
from generator.wording import UnknownLanguageError

log = logging.getLogger(f"mkdocs.plugins.{__name__}")


class PeerbookConfig(Config):
    """Settings of the plugin in mkdocs.yml."""

    practices = config_options.Dir(exists=True, default="practices")


class PeerbookPlugin(BasePlugin[PeerbookConfig]):
    """Hands the pages made from the write-ups to MkDocs as generated files."""

    library: Library
    links: Links
    given: tuple[Library, Links] | None = None
    """A library that has been read and linked already."""
    bodies: dict[str, str]
    meta: dict[str, dict[str, Any]]
    beside: dict[str, bytes]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and link the write-ups, before anything is written.

        Raises:
            PluginError: with every problem found in them.
        """
        if self.given:
            self.library, self.links = self.given
        else:
            try:
                self.library = read_library(relative_to_here(Path(self.config.practices)))
            except ProblemsFoundError as error:
                raise PluginError(f"{summary(error.problems)}:\n{error}") from None
            self.links = link(self.library)
        if not config.repo_url:
            config.edit_uri = None
        config.extra[SETTING] = content_security_policy(Path(str(config.theme.custom_dir)))
        fix_build_time(last_change(self.library))
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a page for each thing of the library, the downloads, the search index and the printed guides."""
        self.bodies, self.meta, self.beside = {}, {}, {}
        try:
            publication = publish_as_set(config, self.library, self.links)
        except (UnprintableError, SharedAddressError, UnknownLanguageError) as error:
            raise PluginError(str(error)) from None
        for page in publication.pages:
            self.bodies[page.path] = page.body
            self.meta[page.path] = page.meta
            file = File.generated(config, page.path, content=replace(page, meta={}).markdown)
            file.edit_uri = f"../{page.source}" if page.source else None
            files.append(file)
        for asset in publication.assets:
            if asset.is_markdown:
                self.beside[asset.path] = asset.content
                continue
            given = {"abs_src_path": str(asset.file)} if asset.file else {"content": asset.content}
            files.append(File.generated(config, asset.path, **given))
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Spare our pages the Markdown parser, which would spend half the build on HTML that it leaves as it is.

        What their front matter holds is given as it is, too: reading it as YAML would take as long again.
        """
        page.meta.update(self.meta.get(page.file.src_uri, {}))
        return "" if page.file.src_uri in self.bodies else markdown

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:  # noqa: ARG002
        """Put our pages in."""
        return self.bodies.get(page.file.src_uri, html)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write the Markdown files that are no pages."""
        for path, content in self.beside.items():
            target = Path(config.site_dir, path)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:  # noqa: ARG002
        """Rebuild when a write-up changes."""
        server.watch(self.config.practices)
        return server
