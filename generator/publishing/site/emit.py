"""The site as a folder of Markdown with its own mkdocs.yml, for any engine that reads these."""

import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from generator.publishing.page import Asset, Page
from generator.publishing.site.landing import land, staging
from generator.publishing.site.told import told_to_theme
from generator.publishing.spoken import FOLDER as MESSAGES

PLUGIN = "peerbook"
BESIDE = "beside"
"""The folder of Markdown files that are no pages: whoever builds the site copies them into it afterwards."""
MARK = ".peerbook-emitted"
"""The file by which an earlier emission is known."""


def emit(
    pages: Iterable[Page], assets: Iterable[Asset], config_file: Path, folder: Path, site_url: str | None = None
) -> int:
    """Write pages, assets, the hand-written docs and an mkdocs.yml without our plugin to `folder`, in one move.

    `site_url` takes the place of that in the settings.

    Returns:
        The number of pages written.

    Raises:
        FileExistsError: if `folder` exists and is neither empty nor an earlier emission, or holds the project itself.
        BusyError: if another process is writing it.
    """
    config = yaml.safe_load(config_file.read_text(encoding="utf-8"))
    config |= {"site_url": site_url} if site_url else {}
    if config_file.resolve().is_relative_to(folder.resolve()):
        raise FileExistsError(f"{folder} holds the project itself")
    if folder.exists() and any(folder.iterdir()) and not (folder / MARK).is_file():
        raise FileExistsError(f"{folder} holds something else")
    with staging(folder) as made:
        docs = config_file.parent / config.get("docs_dir", "docs")
        theme = config_file.parent / config["theme"]["custom_dir"]
        shutil.copytree(docs, made / "docs", ignore=_all_below(theme))
        shutil.copytree(theme, made / "overrides")
        count = 0
        for page in pages:
            _write(made / "docs" / page.path, page.markdown.encode())
            count += 1
        messages = ""
        for asset in assets:
            if asset.path.startswith(f"{MESSAGES}/"):
                messages = asset.path
            _write(made / (BESIDE if asset.is_markdown else "docs") / asset.path, asset.read())
        known = told_to_theme(made / "overrides", messages)
        _write(made / "mkdocs.yml", yaml.safe_dump(_without_plugin(config, known), sort_keys=False).encode())
        _write(made / MARK, b"Written by peerbook emit, which overwrites this folder.\n")
        land(made, folder)
    return count


def _without_plugin(config: dict[str, Any], known: dict[str, str]) -> dict[str, Any]:
    def name(plugin: str | dict[str, Any]) -> str:
        return plugin if isinstance(plugin, str) else next(iter(plugin))

    plugins = [plugin for plugin in config.get("plugins", []) if name(plugin) != PLUGIN]
    theme = {**config["theme"], "custom_dir": "overrides"}
    extra = {**config.get("extra", {}), **known}
    own = {"docs_dir": "docs", "site_dir": "site", "edit_uri": "", "theme": theme, "plugins": plugins, "extra": extra}
    return {**config, **own}


def _all_below(theme: Path) -> Any:
    def ignored(folder: str, names: list[str]) -> list[str]:
        return [name for name in names if Path(folder, name) == theme]

    return ignored


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
