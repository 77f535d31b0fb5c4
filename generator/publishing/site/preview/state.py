"""One state of the site, from which pages and files are made when they are asked for, each once."""

import hashlib
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from generator.linking import Links
from generator.model import Library
from generator.publishing.publication import Publication
from generator.publishing.site.mkdocs import Renderer
from generator.publishing.site.settings import Settings
from generator.publishing.theme import PATH as STYLES

if TYPE_CHECKING:
    from generator.publishing.page import Asset

NOT_FOUND = "404.html"


class State:
    """A library, its links and all that can be made of them. Nobody changes it; a new one takes its place."""

    def __init__(
        self, settings: Settings, library: Library, links: Links, publication: Publication, renderer: Renderer
    ) -> None:
        self.settings, self.library, self.links = settings, library, links
        self.publication, self.renderer = publication, renderer
        self.source_of = {page.path: page.source for page in publication.pages}
        self._pages = {file.dest_uri: file for file in renderer.pages}
        self._static = {file.dest_uri: file for file in renderer.static}
        self._sent_as_is = {file.abs_src_path for file in renderer.static}
        self._html: dict[str, bytes] = {}
        self._groups: dict[str, dict[str, Asset]] = {}
        self._contents: dict[str, bytes] = {}
        self._making = threading.RLock()

    def content_of(self, path: str) -> bytes | None:
        """Return the file at a path below the site's root as a build would write it, or None where there is none.

        Raises:
            EngineError, UnprintableError: if it can't be made.
        """
        with self.renderer.rendering:
            if path in self._pages:
                if path not in self._html:
                    self._html[path] = self.renderer.render(self._pages[path])
                return self._html[path]
            if path in self.renderer.templates or path.removesuffix(".gz") in self.renderer.templates:
                return self._template(path)
        asset = self._asset(path)
        if asset is not None or path not in self._static:
            return asset
        return self._static[path].content_bytes

    def source_at(self, path: str) -> Path | None:
        """Return the file of the library that the page at a path is made from."""
        file = self._pages.get(path)
        source = self.source_of.get(file.src_uri) if file else None
        return self.settings.practices / source.partition("/")[2] if source else None

    def has(self, path: str) -> bool:
        """Whether a page stands at a path."""
        return path in self._pages

    def look_anew(self) -> None:
        """Forget the style sheet of all pages, which is made of styles that are static files, too."""
        with self._making:
            self._groups.pop(STYLES, None)
            self._contents.pop(STYLES, None)

    def is_static(self, path: Path) -> bool:
        """Whether a file is sent as it is."""
        return str(path) in self._sent_as_is

    def _template(self, path: str) -> bytes | None:
        made = Path(self.renderer.config.site_dir) / path
        if path not in self._html:
            self.renderer.write_template(path.removesuffix(".gz"))
            if not made.is_file():
                return None
            self._html[path] = made.read_bytes()
        return self._html[path]

    def _asset(self, path: str) -> bytes | None:
        group = next((group for group in self.publication.groups if group.holds(path)), None)
        if group is None:
            return None
        with self._making:
            if group.name not in self._groups:
                self._groups[group.name] = {asset.path: asset for asset in group.make()}
            asset = self._groups[group.name].get(path)
            if asset is None:
                return None
            if path not in self._contents:
                self._contents[path] = asset.read()
            return self._contents[path]


def digest(content: bytes | None) -> str:
    """Return a short digest of a page, by which a browser knows whether it shows the newest."""
    return hashlib.sha256(content or b"").hexdigest()[:16]
