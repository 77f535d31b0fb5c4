"""The index as files: whole, small, and the same for the same input."""

import base64
import json
import re
import zlib
from collections.abc import Iterable
from itertools import accumulate
from typing import Any

import pytest

from generator.finding.entries import SitePage, entries_of, sort_keys
from generator.finding.index import DIMENSIONS, Index, make_index
from generator.finding.known_words import LETTERS
from generator.linking import Links
from generator.model import Lexicon, Library
from generator.publishing.page import Asset
from generator.publishing.search import Shown, search_files
from generator.publishing.search import files as search
from generator.publishing.search.facets import facets_of

GUIDE = SitePage("about/", "About", "What this is.", "")


def files(library: Library, links: Links) -> dict[str, bytes]:
    return {asset.path: asset.read() for asset in search_files(library, links, [GUIDE])}


def unpacked(content: bytes) -> Any:
    return json.loads(zlib.decompress(content))


def named(found: dict[str, bytes], name: str) -> Any:
    [content] = [content for path, content in found.items() if path.endswith(f"/{name}.bin")]
    return unpacked(content)


def unspelled(coded: str) -> list[str]:
    words, last = [], ""
    for piece in re.findall("[A-Z][^A-Z]*", coded):
        last = last[: ord(piece[0]) - ord("A")] + piece[1:]
        words.append(last)
    return words


def test_the_same_library_gives_the_same_files_and_another_one_another_folder(
    small_library: Library, small_links: Links
) -> None:
    first = files(small_library, small_links)
    assert files(small_library, small_links) == first
    practice = small_library.practices[0].model_copy(update={"title": "Boulder mends potholes in a day"})
    other = files(small_library.model_copy(update={"practices": (practice, *small_library.practices[1:])}), small_links)
    folders = {json.loads(found["search/index.json"])["folder"] for found in (first, other)}
    assert len(folders) == 2


def test_a_site_in_another_language_has_the_same_index_made_once_and_cards_of_its_own(
    small_library: Library, small_links: Links, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Index] = []

    def counted(*given: Any) -> Index:
        made.append(make_index(*given))
        return made[-1]

    monkeypatch.setattr(search, "make_index", counted)
    monkeypatch.setattr(search, "_newest", [])
    titles = (practice.model_copy(update={"title": f"Sí: {practice.title}"}) for practice in small_library.practices)
    shown = Shown(small_library.model_copy(update={"practices": tuple(titles)}), [GUIDE])
    here = _by_name(search_files(small_library, small_links, [GUIDE]))
    there = _by_name(search_files(small_library, small_links, [GUIDE], shown=shown))
    assert len(made) == 1
    assert here.keys() == there.keys()
    differ = {name for name, content in here.items() if there[name] != content}
    assert differ == {f"cards/{number}.bin" for number in range(len(small_library.practices))}


def _by_name(assets: Iterable[Asset]) -> dict[str, bytes]:
    """The pieces by their names below the folder that is named after what it holds."""
    return {asset.path.split("/", 2)[2]: asset.read() for asset in assets if asset.path.endswith(".bin")}


def test_words_and_terms_can_be_read_back(small_library: Library, small_links: Links) -> None:
    index = make_index(list(entries_of(small_library, [GUIDE])), small_library.synonyms)
    found = files(small_library, small_links)
    words: list[str] = []
    terms: list[int] = []
    *firsts, _ = json.loads(found["search/index.json"])["letterTerms"]
    for letter, first in zip(LETTERS, firsts, strict=True):
        piece = named(found, f"words/{letter}")
        words += unspelled(piece["words"])
        _, *held = accumulate((step or 0 for step in piece["steps"]), initial=first)
        terms += [-1 if step is None else term for step, term in zip(piece["steps"], held, strict=True)]
    assert tuple(words) == index.words
    assert terms == index.term_of_word.tolist()


def test_postings_hold_every_entry_of_a_term(small_library: Library, small_links: Links) -> None:
    found = files(small_library, small_links)
    index = make_index(list(entries_of(small_library, [GUIDE])), small_library.synonyms)
    starts = json.loads(found["search/index.json"])["termStarts"]
    for number, start in enumerate(starts):
        for offset, (steps, impacts) in enumerate(named(found, f"terms/{number}")):
            column = index.impacts[:, [start + offset]].tocoo()
            rows = [sum(steps[: place + 1]) for place in range(len(steps))]
            assert rows == sorted(column.row.tolist())
            assert all(1 <= impact <= 255 for impact in impacts)


def test_every_entry_has_its_card(small_library: Library, small_links: Links) -> None:
    found = files(small_library, small_links)
    entries = list(entries_of(small_library, [GUIDE]))
    cards = [named(found, f"cards/{number}")[0] for number in range(sum("/cards/" in path for path in found))]
    assert len(cards) == len(entries)
    assert 'data-id="boulder-co/nurses"' in cards[0]
    assert 'href="practices/boulder-co/nurses/"' in cards[0]


def test_each_passage_of_a_practice_has_its_direction(small_library: Library, small_links: Links) -> None:
    practice = small_library.practices[0]
    _, terms, packed = named(files(small_library, small_links), "cards/0")
    assert len(terms) == 1 + len(practice.questions)
    passages = len(terms) + 1 + len(practice.problem)
    assert len(base64.b64decode(packed)) == passages * DIMENSIONS // 2


def test_a_lexicon_is_shipped_without_accents_beside_the_words_that_english_hides(
    small_library: Library, small_links: Links
) -> None:
    lexicon = Lexicon(language="Spanish", filler=("a",), words={"niño": "child", "desagüe pluvial": "storm drain"})
    found = files(small_library.model_copy(update={"lexicons": (lexicon,)}), small_links)
    assert named(found, "lexicons/0/words/n") == {"nino": "child"}
    assert named(found, "lexicons/0/words/d") == {"desague pluvial": "storm drain"}
    [starts] = json.loads(found["search/index.json"])["lexicons"]
    assert [starts[LETTERS.index(letter)] for letter in "dn"] + starts[-1:] == [0, 1, 2]


def test_every_english_word_is_in_the_index_or_in_the_spelling_files(
    small_library: Library, small_links: Links
) -> None:
    spelled = named(files(small_library, small_links), "spelling/p")
    assert "plows" in unspelled(spelled)
    assert "police" not in unspelled(spelled)  # the index has it already


def test_a_facet_holds_each_value_that_a_practice_has(small_library: Library) -> None:
    facets = {facet.id: facet for facet in facets_of(small_library)}
    topic = facets["topic"]
    held = [[topic.values[place][0] for place in places] for places in topic.of_practice]
    assert held == [list(practice.topics) for practice in small_library.practices]
    assert [facets["size"].values[places[0]][0] for places in facets["size"].of_practice] == ["100k-250k", "100k-250k"]
    assert [name for _, name in facets["cost"].values] == ["Cost is known"]
    assert all(len(facet.of_practice) == len(small_library.practices) for facet in facets.values())


def test_what_is_not_known_is_sorted_last(small_library: Library) -> None:
    first, second = small_library.practices
    undated = small_library.model_copy(update={"practices": (first.model_copy(update={"started": "unknown"}), second)})
    assert sort_keys(undated)["newest"] == [0, 2018]


def test_an_empty_library_has_files(small_library: Library, small_links: Links) -> None:
    empty = small_library.model_copy(update={"practices": ()})
    assert named(files(empty, small_links), "entries")["kinds"][0] == ["practice", 0]
