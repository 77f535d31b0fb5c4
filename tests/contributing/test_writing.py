"""What is written is read as the same again, whatever it holds."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.contributing.writing import one_line, yaml_text
from generator.model import WriteUp
from generator.reading.letters import HEAPED, INVISIBLE
from generator.reading.strict_yaml import Document, parse
from tests.conftest import ROOT

texts = st.text(max_size=300).filter(lambda text: not INVISIBLE.search(text) and not HEAPED.search(text)).map(one_line)
ODD = """no|2018|- x|a: b|a #b|&a|*a|!x|'|"|{x|[x]|>-|%|@|`|---|? x|=|~|...|x:|: x|# x|\\n|é|日本|<script>|null|1e3"""
tricky = st.sampled_from([*ODD.split("|"), "|", "x" * 200, "https://example.org/" + "y" * 150 + " z", "a" + " b" * 90])
values = st.one_of(texts, tricky)


@given(
    st.dictionaries(st.sampled_from(["title", "summary", "cost", "started"]), values),
    st.lists(values),
    st.lists(values),
)
def test_any_text_comes_back_as_it_was(fields: dict[str, str], lines: list[str], ids: list[str]) -> None:
    data = {**fields, "problem": lines, "topics": ids, "results": [{"text": one} for one in lines]}
    read = parse(Path("x.yaml"), yaml_text({**data, "status": "x"}, WriteUp))
    assert isinstance(read, Document)
    assert read.data.pop("status") == "x"
    wanted: dict[str, object] = {key: value for key, value in fields.items() if value}
    kept = [one for one in lines if one]
    wanted |= {"problem": kept} if kept else {}
    wanted |= {"topics": [one for one in ids if one]} if any(ids) else {}
    wanted |= {"results": [{"text": one} for one in kept]} if kept else {}
    assert read.data == wanted


@pytest.mark.parametrize("city", ["boulder-co", "bogota-colombia", "louisville-ky"])
def test_write_ups_of_the_library_come_back_as_they_were(city: str) -> None:
    for path in sorted((ROOT / "practices" / city).glob("*.yaml")):
        if path.stem == "city":
            continue
        held = parse(path, path.read_text(encoding="utf-8"))
        assert isinstance(held, Document)
        again = parse(path, yaml_text(held.data, WriteUp))
        assert isinstance(again, Document)
        assert again.data == held.data


def test_the_style_is_that_of_the_house() -> None:
    text = yaml_text(
        {"topics": ["health", "heat"], "title": "x", "problem": ["short", "long " * 30], "started": 2018}, WriteUp
    )
    assert text == (
        "# yaml-language-server: $schema=../practice.schema.json\ntitle: x\nstarted: 2018\ntopics: [health, heat]\n"
        "problem:\n  - short\n  - >-\n    " + "long " * 21 + "long\n    " + "long " * 7 + "long\n"
    )
