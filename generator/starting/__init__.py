"""A new library: registers, the settings and pages of its site, and one example, from what comes with the package."""

import shutil
from importlib.resources import files
from pathlib import Path

import yaml

from generator.reading import write_schemas
from generator.reading.files import AUDITS, TRANSLATIONS
from generator.said import said

EXAMPLE = Path(str(files("generator.starting"))) / "example"
SETTINGS, MESSAGES, NETWORK = "mkdocs.yml", "messages", "network.yaml"
OURS = ("assets", "overrides")
"""Folders of `docs/` that belong to the version of the package: `refresh` puts them there anew."""
_IGNORED = ".cache/\nsite/\n"


def shipped() -> Path:
    """Return the folder that holds `mkdocs.yml`, `docs/` and the registers: in the package, or of this checkout.

    Raises:
        FileNotFoundError: if the package was built without it.
    """
    package = Path(str(files("generator")))
    for folder in (package / "project", package.parent):
        if (folder / SETTINGS).is_file() and (folder / "docs" / "overrides").is_dir():
            return folder
    raise FileNotFoundError(said("%(package)s came without the settings and pages of a site", package=str(package)))


def start(folder: Path, name: str) -> None:
    """Write a new library to `folder`, in a site called `name`.

    Raises:
        FileExistsError: if something is there already.
        OSError: if it can't be written.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(said("%(folder)s is not empty", folder=str(folder)))
    source = shipped()
    lay_out(folder, name)
    practices = folder / "practices"
    practices.mkdir()
    registers = source / "practices"
    for path in sorted((*registers.glob("*.yaml"), *registers.glob(f"{TRANSLATIONS}/*/*.yaml"))):
        if not AUDITS.fullmatch(path.stem):  # nobody has audited a new library
            target = practices / path.relative_to(registers)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    first = {key: _first(practices, *place) for key, place in _PLACES.items()}
    for path in sorted(EXAMPLE.rglob("*.yaml")):
        target = practices / path.relative_to(EXAMPLE)
        target.parent.mkdir(exist_ok=True)
        text = path.read_text(encoding="utf-8")
        for key, identity in first.items():
            text = text.replace(f"[{{{key}}}]", f"[{identity}]")
        target.write_text(text, encoding="utf-8")
    write_schemas(practices)
    (folder / ".gitignore").write_text(_IGNORED, encoding="utf-8")


def lay_out(folder: Path, name: str = "") -> Path:
    """Write settings and pages of a site to `folder`, without practices, and return the settings file."""
    source = shipped()
    shutil.copytree(source / "docs", folder / "docs", ignore=shutil.ignore_patterns("screenshot.png"))
    shutil.copytree(source / MESSAGES, folder / MESSAGES)
    settings = (source / SETTINGS).read_text(encoding="utf-8")
    if name:
        settings = settings.replace("site_name: Peerbook\n", f"site_name: {_quoted(name)}\n", 1)
    target = folder / SETTINGS
    target.write_text(settings, encoding="utf-8")
    return target


def refresh(folder: Path) -> None:
    """Put the scripts, styles and theme of this version of the package into a library's site; its pages stay.

    A library from before there was a `network.yaml` gets that of the package, whose registers it began with.

    Raises:
        FileNotFoundError: if no library is there.
        ProblemsFoundError: if its network can't be read.
    """
    if not (folder / SETTINGS).is_file():
        raise FileNotFoundError(said("no %(file)s is in %(folder)s", file=SETTINGS, folder=str(folder)))
    for name in OURS:
        target = folder / "docs" / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(shipped() / "docs" / name, target)
    network = folder / "practices" / NETWORK
    if not network.exists():
        shutil.copyfile(shipped() / "practices" / NETWORK, network)
    write_schemas(folder / "practices")


_PLACES = {"area": ("standard", "areas"), "topic": ("topics", "topics"), "method": ("methods", "methods")}
"""Register and list from which the example takes an entry that exists."""


def _first(practices: Path, register: str, key: str) -> str:
    text = (practices / f"{register}.yaml").read_text(encoding="utf-8")
    return str(yaml.load(text, Loader=yaml.CSafeLoader)[key][0]["id"])


def _quoted(text: str) -> str:
    """A text as YAML, on one line."""
    return yaml.safe_dump(text, allow_unicode=True, width=10**6, default_style='"').strip()
