"""The site as a folder of Markdown with its own mkdocs.yml, for any engine that reads these."""

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from generator.publishing.page import Asset, Page

PLUGIN = "peerbook"


def emit(pages: Iterable[Page], assets: Iterable[Asset], config_file: Path, folder: Path) -> int:
    """Write pages, assets, the hand-written docs and an mkdocs.yml without our plugin to `folder`, in one move.

    Returns:
        The number of pages written.

    Raises:
        FileExistsError: if `folder` exists and is neither empty nor an earlier emission.
    """
    config = yaml.safe_load(config_file.read_text(encoding="utf-8"))
    if folder.exists() and any(folder.iterdir()) and not (folder / "mkdocs.yml").is_file():
        raise FileExistsError(f"{folder} holds something else")
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder.parent, prefix=f".{folder.name}-") as place:
        staging = Path(place) / "emitted"
        docs = config_file.parent / config.get("docs_dir", "docs")
        theme = config_file.parent / config["theme"]["custom_dir"]
        shutil.copytree(docs, staging / "docs", ignore=_all_below(theme))
        shutil.copytree(theme, staging / "overrides")
        count = 0
        for page in pages:
            _write(staging / "docs" / page.path, page.markdown.encode())
            count += 1
        for asset in assets:
            content = asset.file.read_bytes() if asset.file else asset.content
            _write(staging / "docs" / asset.path, content)
        _write(staging / "mkdocs.yml", yaml.safe_dump(_without_plugin(config), sort_keys=False).encode())
        if folder.exists():
            shutil.rmtree(folder)
        staging.rename(folder)
    return count


def _without_plugin(config: dict[str, Any]) -> dict[str, Any]:
    def name(plugin: str | dict[str, Any]) -> str:
        return plugin if isinstance(plugin, str) else next(iter(plugin))

    plugins = [plugin for plugin in config.get("plugins", []) if name(plugin) != PLUGIN]
    theme = {**config["theme"], "custom_dir": "overrides"}
    return {**config, "docs_dir": "docs", "site_dir": "site", "edit_uri": "", "theme": theme, "plugins": plugins}


def _all_below(theme: Path) -> Any:
    def ignored(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder, name) == theme]

    return ignored


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
