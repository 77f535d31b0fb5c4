"""Which program makes HTML of the pages. Material for MkDocs is used today; others read the same folder of Markdown.

Material for MkDocs ends its support in 2027 and MkDocs itself is no longer kept up, so the way out is walked by a test:
the emitted folder is built by each engine into pages of the same text.
"""

import os
import shutil
import subprocess
import sys
from enum import StrEnum
from importlib.util import find_spec
from pathlib import Path

import yaml

from generator.publishing.site.emit import BESIDE
from generator.said import said, together


class Engine(StrEnum):
    """Programs that build the site; the value is also the name of the Python package."""

    MKDOCS = "mkdocs"
    PROPERDOCS = "properdocs"
    ZENSICAL = "zensical"


class EngineError(Exception):
    """An engine is not installed, or did not build the site."""


def build_emitted(folder: Path, engine: Engine, *, strict: bool = True) -> Path:
    """Build an emitted folder (see `emit`) with `engine` and return the folder of the site, below it.

    Raises:
        EngineError: with what the engine said.
    """
    if find_spec(engine) is None:
        raise EngineError(said("%(engine)s is not installed: pip install %(engine)s", engine=engine))
    settings = _without_search(folder) if engine is Engine.ZENSICAL else folder / "mkdocs.yml"
    command = [sys.executable, "-m", engine, "build", "-f", str(settings), *(["--strict"] * strict)]
    plain = {**os.environ, "NO_COLOR": "1"}
    done = subprocess.run(command, cwd=folder, env=plain, capture_output=True, text=True, check=False)  # noqa: S603
    site = folder / "site"
    if done.returncode or not (site / "index.html").is_file():
        told = (done.stderr or done.stdout).strip()
        raise EngineError(together((said("%(engine)s did not build the site", engine=engine), told), ":\n"))
    if (folder / BESIDE).is_dir():
        shutil.copytree(folder / BESIDE, site, dirs_exist_ok=True)
    return site


def _without_search(folder: Path) -> Path:
    """Write settings in which Zensical's own search is off, and return their place.

    Nobody would see it, and it refuses a page that has more than 32,768 words under one heading.
    """
    settings = yaml.safe_load((folder / "mkdocs.yml").read_text(encoding="utf-8"))
    file = folder / "zensical.yml"
    written = {**settings, "plugins": [*settings["plugins"], {"search": {"enabled": False}}]}
    file.write_text(yaml.safe_dump(written, sort_keys=False), encoding="utf-8")
    return file
