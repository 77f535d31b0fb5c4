"""What is counted agrees with its count in each language: one practice, two practices, never “los 1 respondidos”."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from generator.wording import read_language
from tests.conftest import ROOT

FILES = sorted((ROOT / "messages").glob("*.po"))
COUNTS = (0, 1, 2, 5)
_MANY = r"(?:l[oa]s|est[oa]s|otr[oa]s|primer[oa]s|faltan|quedan|caben|[oa]s|outr[oa]s|primeir[oa]s|são|ficam|cabem)"
_ALIKE = r"(?!más|mais|menos|antes|depois|después|deles|delas|país)"
DISAGREES = re.compile(rf"\b{_MANY} 1\b|\b1 (?:más |mais )?{_ALIKE}\w{{2,}}s\b")
"""A plural beside a 1, in both languages."""
PART = re.compile(r"%\((\w+)\)s")
NUMBERS = {
    "answers", "cities_with", "count", "criteria", "done", "edges", "gone", "judged", "least", "longest", "mandatory",
    "met", "minutes", "missing", "most", "new", "nodes", "number", "pages", "partly", "questions", "shown", "total",
    "unsure", "wrong", "yes",
}  # fmt: skip
"""Parts that are bare numbers; others bring their noun along."""


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    file: Path = request.param
    return file


def parts_of(*texts: str) -> dict[str, object]:
    """The parts of a message, with something in place of each."""
    return dict.fromkeys(PART.findall(" ".join(texts)), "…")


def test_each_form_of_a_message_agrees_with_its_count(path: Path) -> None:
    translations = read_language(path.stem, path.parent).translations
    with path.open("rb") as file:
        pairs = [message.id for message in read_po(file) if isinstance(message.id, tuple)]
    assert len(pairs) > 50
    for one, more in pairs:
        said = {count: translations.ngettext(one, more, count) for count in COUNTS}
        assert not DISAGREES.search(said[1] % {**parts_of(one, more), "count": 1}), said[1]
        assert said[2] == said[5]
        assert said[0] in (said[1], said[2])


def never_one(message: str) -> set[str]:
    """The parts of a message that are never 1."""
    return next((parts for begun, parts in NEVER_ONE.items() if message.startswith(begun)), set())


def test_a_message_without_forms_needs_none(path: Path) -> None:
    with path.open("rb") as file:
        said = {one.id: str(one.string) for one in read_po(file) if isinstance(one.id, str) and one.id}
    wrong = {
        text: found[0]
        for message, text in said.items()
        for part in NUMBERS.intersection(parts_of(message)) - never_one(message)
        if (found := DISAGREES.search(text % {**parts_of(message), part: 1}))
    }
    assert wrong == {}


@pytest.mark.parametrize("text", ["los 1 respondidos", "En la web hay 1 resultados más", "1 más resultados", "são 1"])
def test_what_disagrees_is_seen(text: str) -> None:
    assert DISAGREES.search(text)


STANDARD = {"criteria", "mandatory", "count"}
NEVER_ONE = {
    "%(areas)s practice areas and %(criteria)s criteria": STANDARD,
    "%(criteria)s plain questions": STANDARD,
    "Check yourself on %(criteria)s criteria": STANDARD,
    "How certification works": STANDARD,
    "No city is certified without these %(count)s": STANDARD,
    "The %(count)s criteria, to check yourself": STANDARD,
    "The first %(count)s of %(total)s steps": {"count", "total"},
    "The first %(shown)s, strongest evidence first.": {"shown"},
    "Each practice page shows up to %(shown)s practices": {"shown"},
    "%(count)s are chosen, and no more fit.": {"count"},
    "%(count)s stand here, and no more fit.": {"count"},
    "%(count)s messages are in %(file)s.": {"count"},
    "%(count)s people": {"count"},
    "%(pages)s pages are in %(folder)s": {"pages"},
    "%(what)s (%(number)s places)": {"number"},
    "Tell what your city did. The least that passes": {"answers", "minutes"},
    "The write-ups list %(questions)s questions": {"questions"},
    "at least a word, and at most %(number)s characters": {"number"},
    "%(code)s: the note is not a text of at most %(most)s characters.": {"most"},
    "Who filled it in is not a text of at most %(most)s characters.": {"most"},
    "the text is longer than %(number)s letters": {"number"},
    "this file has more problems than the %(most)s told": {"most"},
    "one of %(number)s known ones": {"number"},
    "In the latest audit by lot": {"judged"},
    "Write at least %(least)s characters": {"least"},
    "Write at most %(most)s characters": {"most"},
    "at least %(least)s and at most %(most)s": {"most"},
}
"""How messages begin of which a number is fixed, or so large that nobody will see a 1."""
