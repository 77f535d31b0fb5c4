"""The settings of a site as MkDocs reads them, in the language that is asked for."""

import datetime
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from generator.publishing.publication import Publication
from generator.publishing.site.engines import EngineError
from generator.publishing.site.frame import frame_of, in_words_of
from generator.publishing.site.settings import Settings
from generator.publishing.site.told import told_to_theme
from generator.starting import MESSAGES
from generator.wording import read_language

PLUGIN = "peerbook"
DEFAULT_PRACTICES = "practices"
BUILD_TIME = "SOURCE_DATE_EPOCH"


def read_settings(file: Path) -> Settings:
    """Return what a settings file says.

    Raises:
        EngineError: if MkDocs refuses it.
        UnknownLanguageError: if it names a language that there is no catalogue of.
    """
    file = file.resolve()
    with in_our_words():
        return settings_of(load_config(str(file)))


def settings_of(config: MkDocsConfig) -> Settings:
    """Return what the settings that MkDocs has read say.

    Raises:
        UnknownLanguageError: if they name a language that there is no catalogue of.
    """
    file = Path(config.config_file_path)
    plugin: Any = config.plugins.get(PLUGIN)
    with file.open(encoding="utf-8") as text:
        written = yaml_load(text)
    others = plugin.config.languages if plugin else {}
    return Settings(
        file=file,
        practices=Path(plugin.config.practices) if plugin else file.parent / DEFAULT_PRACTICES,
        docs=Path(config.docs_dir),
        overrides=Path(str(config.theme.custom_dir)),
        theme=tuple(map(Path, config.theme.dirs)),
        address=str(written.get("site_url") or ""),
        edit_base=_edit_base(config),
        repository=config.repo_url or "",
        language=read_language(str(config.theme["language"]), file.parent / MESSAGES),
        others=tuple((folder, read_language(code, file.parent / MESSAGES)) for folder, code in others.items()),
        is_alone=not _other_plugins(written),
    )


def _other_plugins(written: dict[str, Any]) -> list[Any]:
    named = written.get("plugins") or []
    return [one for one in named if (one if isinstance(one, str) else next(iter(one))) != PLUGIN]


def _edit_base(config: MkDocsConfig) -> str | None:
    if not config.repo_url or not config.edit_uri:
        return None
    return urljoin(urljoin(config.repo_url.rstrip("/") + "/", config.edit_uri), "../")


_fixed: str | None = None


def fix_build_time(day: str) -> None:
    """Make MkDocs date its files by `day` (ISO 8601) if SOURCE_DATE_EPOCH does not say otherwise.

    With that, the same input gives the same bytes (https://reproducible-builds.org/specs/source-date-epoch/).
    """
    global _fixed
    moment = datetime.datetime.fromisoformat(day).replace(tzinfo=datetime.UTC)
    if os.environ.get(BUILD_TIME) in (None, _fixed):
        _fixed = os.environ[BUILD_TIME] = str(int(moment.timestamp()))


def prepare(config: MkDocsConfig, publication: Publication, settings: Settings) -> None:
    """Put into the settings of MkDocs what the site needs beside what stands in the file."""
    config.extra |= frame_of(settings, config.site_url or "")
    if not config.repo_url:
        config.edit_uri = None
    config.copyright = config.copyright or publication.imprint
    config.extra |= told_to_theme(Path(str(config.theme.custom_dir)), publication.messages)
    fix_build_time(publication.day)


def load(settings: Settings, folder: Path, site_url: str | None) -> MkDocsConfig:
    """The settings as MkDocs has them, without our plugin, whose work the renderer does itself."""
    with settings.file.open(encoding="utf-8") as text:
        plugins = _other_plugins(yaml_load(text))
    own = in_words_of(settings) if settings.folder else {}
    address = site_url or (settings.address if settings.folder else None) or None
    return load_config(str(settings.file), site_dir=str(folder), plugins=plugins, site_url=address, **own)


@contextmanager
def in_our_words(where: str = "") -> Iterator[None]:
    """Tell what MkDocs refuses as an error of ours, with the place in front."""
    try:
        yield
    except MkDocsException as error:
        raise EngineError(f"{where}{error}") from error
