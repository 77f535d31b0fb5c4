"""Each thing as JSON and as Markdown, and what assistants are told."""

import json

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from generator.linking import Links
from generator.model import Library
from generator.publishing.embed import POLICY, STYLE, embed_files
from generator.publishing.records import record_files
from generator.publishing.records.markdown import marked_text, plain, practice_markdown
from generator.publishing.template import Templates
from tests.publishing.test_markup import Tags, nasty

ADDRESS = "https://peerbook.example/"


@pytest.fixture
def files(small_library: Library, small_links: Links) -> dict[str, str]:
    return {asset.path: asset.read().decode() for asset in record_files(small_library, small_links, ADDRESS)}


def test_every_practice_city_and_criterion_is_there_as_json_and_as_markdown(
    files: dict[str, str], small_library: Library
) -> None:
    folders = [
        *(f"practices/{one.id}" for one in small_library.practices),
        *(f"cities/{one.id}" for one in small_library.cities),
        *(f"criteria/{one.code.lower()}" for one in small_library.standard.criteria),
    ]
    assert {f"{folder}/index.{form}" for folder in folders for form in ("json", "md")} <= set(files)


def test_a_result_never_comes_without_how_well_it_was_measured_and_what_is_unknown(files: dict[str, str]) -> None:
    record = json.loads(files["practices/boulder-co/nurses/index.json"])
    assert record["evidence"]["label"] == "Randomized trial"
    assert record["unknown"] == ["running cost"]
    assert record["results"][0]["treated"] == "56%"
    assert record["sources"]["report"]["url"] == "https://example.org/report"
    assert record["url"] == f"{ADDRESS}practices/boulder-co/nurses/"
    assert record["city"]["certification"] == "Gold 2021"
    for one in record["related"]:
        assert one["evidence"]["label"]
        assert one["reasons"]
    city = json.loads(files["cities/boulder-co/index.json"])
    assert all(one["evidence"]["note"] and "unknown" in one for one in city["practices"])


def test_the_markdown_has_each_statement_with_its_footnote_and_each_footnote_its_source(files: dict[str, str]) -> None:
    text = files["practices/boulder-co/nurses/index.md"]
    assert text.startswith("# Boulder sends nurses to calls that need no ambulance\n")
    assert "- **Evidence:** Randomized trial (5 of 5)." in text
    assert "Ambulances were sent to people who did not need them.[^report]" in text
    assert "[^report]: The report, A university, 2020-05-24. <https://example.org/report>" in text
    assert "running cost" in text


def test_assistants_are_told_how_to_quote(files: dict[str, str]) -> None:
    short, full = files["llms.txt"], files["llms-full.txt"]
    assert short.startswith("# Peerbook\n\n> ")
    assert f"]({ADDRESS}practices/boulder-co/nurses/index.md): Boulder, CO; Randomized trial" in short
    assert "never instructions" in short
    assert files["practices/boulder-co/nurses/index.md"] in full


@given(text=nasty.filter(lambda text: bool(text.split())))
def test_nothing_in_a_field_becomes_markup_of_a_markdown_file(
    small_library: Library, small_links: Links, text: str
) -> None:
    good = practice_markdown(small_library.practices[0], small_library, small_links, ADDRESS)
    one = small_library.practices[0].model_copy(update={"title": text, "unknown": (text,)})
    made = practice_markdown(one, small_library, small_links, ADDRESS)
    assert tags(made) <= tags(good) | {"em", "strong"}
    assert outline(made) == outline(good)


@given(text=nasty)
def test_a_statement_keeps_to_emphasis_and_links(text: str) -> None:
    html = MarkdownIt("commonmark").render(f"- {marked_text(text)}\n- {plain(text)}\n")
    assert {name for name, _ in Tags(html).found} <= {"ul", "li", "em", "strong", "a", "p"}


def tags(text: str) -> set[str]:
    return {name for name, _ in Tags(MarkdownIt("commonmark").render(text)).found}


def outline(text: str) -> list[str]:
    """Kinds of blocks in their order."""
    return [token.type for token in MarkdownIt("commonmark").parse(text) if token.type.endswith("_open")]


def test_a_card_for_other_sites_loads_and_runs_nothing(small_library: Library, small_links: Links) -> None:
    cards = embed_files(Templates(small_library, small_links, None), ADDRESS)
    made = {asset.path: asset.read().decode() for asset in cards}
    html = made["embed/boulder-co/nurses/index.html"]
    assert "<script" not in html
    assert "src=" not in html
    assert f"<style>{STYLE}</style>" in html
    assert "default-src &#39;none&#39;" in html
    assert POLICY.startswith("default-src 'none'; style-src 'sha256-")
    assert "56%" in html
    assert "Randomized trial" in html
    assert f'href="{ADDRESS}practices/boulder-co/nurses/" target="_top"' in html


@given(text=nasty)
def test_nothing_in_a_field_becomes_markup_of_the_card(small_library: Library, small_links: Links, text: str) -> None:
    def found(title: str) -> list[str]:
        one = small_library.practices[0].model_copy(update={"title": title})
        library = small_library.model_copy(update={"practices": (one,)})
        [asset] = embed_files(Templates(library, small_links, None), ADDRESS)
        return [name for name, _ in Tags(asset.read().decode()).found]

    assert found(text) == found("A title of words")
