"""The ranking as a specification: a small index in pieces, questions, and what each finds.

The scripts are held to the same file in `tests/scripts/engine.test.js`, in the engine that reads no Python.
`pytest --update-golden tests/finding/test_ranking_spec.py` writes it anew; read the difference.
"""

import base64
from collections.abc import Callable
from typing import Any

import pytest

from generator.finding import index
from generator.finding.engine import RankingEngine
from generator.finding.entries import SitePage, entries_of
from generator.finding.pieces import Pieces, cut
from generator.model import EvidenceLevel, Lexicon, Library, Translation
from generator.model.translation import digest_of
from tests.linking.conftest import a_library, a_practice

TITLES = {
    "austin/ambulances": "Austin posts ambulances where calls come from",
    "boise/nurses": "Nurses answer calls that need no ambulance",
    "cali/shelters": "Shelters open on cold nights",
    "dallas/potholes": "A crew mends potholes in a day",
    "el-paso/trash": "Trash carts with sensors",
}
NO_WORDS = {"words": "", "marked": []}
OTHERS = 28
"""Practices beside these, so that the library is large enough to know what it does not hold."""
QUESTIONS = (
    "ambulances",
    "ambulance come too late",
    "who answers the calls at night",
    "ambulence",  # a slip
    "trash pickup",
    "rubbish",  # a synonym that no entry holds
    "potholing",  # another ending
    "homeless in winter",
    "tents",
    "zoning",  # of which there is nothing
    "pet ambulances",  # which is known to have no answer, though there are ambulances
    "colophon",  # on a page of the site alone
    "colophon of ambulances",
    "ambulancias nocturnas",
    "albergues de noche",  # which a translated title holds, and no lexicon
    "ambulancais de noche",  # a slip in another language
    "ambulancais",  # by which alone the language is known
    "austin",
    "OD1",
    "the of a",
    "",
)


def _library() -> Library:
    asks = {
        "austin/ambulances": ("The ambulance comes too late",),
        "boise/nurses": ("911 is clogged with calls that are no emergency",),
        "cali/shelters": ("People sleep in tents", "Nowhere to go in winter"),
    }
    practices = [
        a_practice(one, title=title, questions=asks.get(one, ()), level=tuple(EvidenceLevel)[-1])
        for one, title in TITLES.items()
    ]
    practices += [a_practice(f"austin/other-{number}", title=f"Budget report {number}") for number in range(OTHERS)]
    words = {"ambulancia": "ambulance", "nocturno": "night"}
    lexicon = Lexicon(language="Spanish", filler=("de",), words=words)
    said = {"cali/shelters": "Albergues abiertos en las noches frías", "austin/ambulances": "Austin ubica ambulancias"}
    translation = Translation("es", {digest_of(TITLES[one]): text for one, text in said.items()})
    updates = {
        "synonyms": (("trash", "garbage", "rubbish"),),
        "unanswered": ("pet ambulance", "potholes"),
        "lexicons": (lexicon,),
        "translations": (translation,),
    }
    return a_library(practices).model_copy(update=updates)


@pytest.fixture
def pieces(monkeypatch: pytest.MonkeyPatch) -> Pieces:
    """The index of a small library, which knows no word of English but its own."""
    monkeypatch.setattr(index, "COMMON_WORDS", 0)
    library = _library()
    page = SitePage("about/", "About", "Who made this.", "colophon")
    entries = tuple(entries_of(library, [page]))
    return cut(index.make_index(entries, library.synonyms, library.unanswered), entries, library)


def test_each_question_finds_what_is_specified(pieces: Pieces, held: Callable[[str, Any], None]) -> None:
    engine = RankingEngine(pieces)
    cases = []
    for question in QUESTIONS:
        said = engine.ask(question)
        kept = ("rows", "nothing", "corrections", "unknown", "translation", "empty")
        found = [[row, round(score, 3), passage] for row, score, passage in said["found"]]
        cases.append({"question": question, **{name: said[name] for name in kept}, "found": found})
    made = {name: make() for name, make in pieces.named.items() if not name.startswith("spelling/")}
    held(
        "ranking",
        {
            "head": pieces.head,
            "named": [[name, data] for name, data in made.items() if data != NO_WORDS],
            "packed": [[name, base64.b64encode(held).decode()] for name, held in pieces.packed.items()],
            "cases": cases,
        },
    )


def test_the_specification_holds_every_turn_a_question_can_take(pieces: Pieces) -> None:
    engine = RankingEngine(pieces)
    said = [engine.ask(question) for question in QUESTIONS]
    assert any(one["nothing"] for one in said)
    assert any(one["corrections"] for one in said)
    assert any(one["translation"] for one in said)
    assert any(one["unknown"] for one in said)
    assert any(passage > 0 for one in said for _, _, passage in one["found"])
    assert any(one["rows"]["page"] for one in said)
    assert said[QUESTIONS.index("pet ambulances")]["nothing"] == ["pet ambulances"]
    assert said[QUESTIONS.index("ambulances")]["nothing"] is None
    for slip in ("ambulancais de noche", "ambulancais"):
        assert said[QUESTIONS.index(slip)]["corrections"] == [["ambulancais", "ambulancias"]]
    of_own_words = said[QUESTIONS.index("albergues de noche")]
    assert of_own_words["rows"]["practice"][0] == [*TITLES].index("cali/shelters")
