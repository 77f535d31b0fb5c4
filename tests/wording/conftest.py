"""Commands in a language of other letters, and what of theirs is still English."""

import html
import io
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import write_po
from click.testing import CliRunner, Result

from generator.cli import main
from generator.contributing import entries
from generator.model import Award, CityProfile, EvidenceLevel, Library, Status, WriteUp
from generator.publishing.messages import catalogue_of_messages
from tests.builders import write_library
from tests.wording.pseudo import changed
from tests.wording.test_pseudo import texts_of

KEPT = re.compile(
    r"`[^`]*`|\S*[/_\\]\S*|\S+\.(?:yaml|json|csv|pdf|md|yml)\b|--[\w-]+|peerbook \w+|<!--.*-->"
    r"|\w+(?:-\w+)+|https?:\S+|example\.org|TODO"
    r"|\[(?:\w+\|)+\w+\]|\b(?:YAML|JSON|CSV|UTF|OpenData|Ctrl|unknown|true|ROLE|CC|BY|PDF|key|n)\b"
)
"""Names of files, fields and commands, choices and marks."""
WORD = re.compile(r"[A-Za-z]{3,}")


@pytest.fixture(scope="session")
def catalogue() -> str:
    """The text of a catalogue that gives every message in other letters."""
    held = Catalog(locale="pt_BR")
    for message in catalogue_of_messages():
        if isinstance(message.id, str):
            held.add(message.id, changed(message.id))
        else:
            held.add(message.id, tuple(map(changed, message.id)))
    out = io.BytesIO()
    write_po(out, held)
    return out.getvalue().decode()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: str) -> Callable[..., Result]:
    """Runs a command in the language, in a folder with the small library."""
    monkeypatch.chdir(tmp_path)
    write_library(Path("practices"))
    Path("messages").mkdir()
    for name in ("pt-BR", "es-419"):
        Path(f"messages/{name}.po").write_text(catalogue, encoding="utf-8")

    def invoke(*arguments: str, said: str = "") -> Result:
        return CliRunner().invoke(main, [*arguments, "--language", "pt"], input=said)

    return invoke


@pytest.fixture
def left(small_library: Library) -> Callable[..., list[str]]:
    """Gives the lines in which a word of ours is English, those that the library or somebody wrote left aside."""
    ids = {str(one) for kind in (Status, Award, EvidenceLevel) for one in kind}
    names = {entry.name for model in (WriteUp, CityProfile) for entry in entries(model)}
    known = texts_of(small_library) | ids | names | {level.id for level in small_library.network.levels}

    def lines(output: str, *typed: str) -> list[str]:
        kept = sorted({*known, *typed}, key=len, reverse=True)
        pattern = re.compile("|".join(rf"(?<!\w){re.escape(text)}(?!\w)" for text in kept if text))
        text = re.sub(r"</?\w[^>]*>", "", html.unescape(output).replace("\u2060", ""))
        return [line for line in text.splitlines() if WORD.search(pattern.sub("", KEPT.sub("", line)))]

    return lines
