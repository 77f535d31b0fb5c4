"""What every page of a site is made with, as one digest."""

import hashlib
from importlib.resources import files
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Navigation

from generator.own_code import own_code
from generator.publishing.digests import Digests
from generator.publishing.site.settings import Settings

_LIBRARIES = ("babel", "jinja2", "markdown-it-py", "markupsafe", "mkdocs", "mkdocs-material", "pydantic")
_TEMPLATES = Path(str(files("generator.publishing"))) / "templates"


def made_with(config: MkDocsConfig, nav: Navigation, settings: Settings) -> str:
    """Return a digest of code, templates, theme, settings and menu: what all pages share that are made of write-ups."""
    digest = hashlib.sha256(own_code(*_LIBRARIES))
    for folder in (_TEMPLATES, settings.overrides):
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            digest.update(
                f"{path.relative_to(folder).as_posix()} ".encode() + hashlib.sha256(path.read_bytes()).digest()
            )
    menu = [(page.title, page.url, page.file.src_uri, page.is_homepage) for page in nav.pages]
    told = (
        settings.file.read_text(encoding="utf-8"),
        Digests().of((settings.language, settings.folder, settings.address, settings.edit_base, settings.repository)),
        (config.site_name, config.site_url, config.site_description, config.copyright, config.edit_uri),
        sorted(config.extra.items()),
        menu,
    )
    digest.update(repr(told).encode())
    return digest.hexdigest()
