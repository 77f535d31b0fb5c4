"""What pages tell machines of themselves, held against the vocabulary of schema.org."""

import json
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.linking import Links
from generator.model import Library
from generator.publishing import make_pages
from generator.publishing.cards import cards_of
from generator.publishing.data import OpenData
from generator.publishing.head import with_heads
from generator.publishing.linked_data import dataset_nodes, practice_nodes, script_text
from generator.publishing.page import Page
from tests.conftest import ROOT

ADDRESS = "https://peerbook.example/"
TYPES: dict[str, Any] = json.loads((ROOT / "tests/fixtures/schema-org.json").read_text(encoding="utf-8"))["types"]
TEXTS = {"Text", "URL", "Date", "DateTime", "CssSelectorType", "PronounceableText", "Time", "XPathType"}


@cache
def ancestors(kind: str) -> frozenset[str]:
    return frozenset({kind}).union(*(ancestors(parent) for parent in TYPES.get(kind, {"parents": ()})["parents"]))


@cache
def properties(kind: str) -> dict[str, frozenset[str]]:
    """What a thing of this type may have, with the types that may stand there."""
    return {
        name: frozenset(ranges)
        for one in ancestors(kind)
        for name, ranges in TYPES.get(one, {"properties": {}})["properties"].items()
    }


def wrong(node: Any) -> list[str]:
    """What in a node schema.org does not know: types, properties, and values where other types are expected."""
    kind = node.get("@type")
    if kind not in TYPES:
        return [f"type {kind}"]
    found = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in properties(kind):
            found.append(f"{kind}.{name}")
            continue
        for one in value if isinstance(value, list) else [value]:
            ranges = properties(kind)[name]
            if isinstance(one, dict):
                found += wrong(one)
                found += [] if ancestors(one["@type"]) & ranges else [f"{kind}.{name}: {one['@type']}"]
            elif isinstance(one, bool):
                found += [] if "Boolean" in ranges else [f"{kind}.{name}: {one}"]
            elif isinstance(one, str):
                found += [] if TEXTS & ranges else [f"{kind}.{name}: a text"]
            else:
                found += [] if {"Number", "Integer"} & ranges else [f"{kind}.{name}: a number"]
    return found


def pages(library: Library, links: Links, address: str = ADDRESS) -> dict[str, Page]:
    data = OpenData(library, links, address)
    files = {"data/practices.csv": "text/csv"}
    about = {"data/index.md": lambda: dataset_nodes(library, data.version, files, address)}
    made = with_heads(make_pages(library, links), library, list(cards_of(library)), address, about)
    return {page.path: page for page in made}


def nodes(page: Page) -> list[Any]:
    return list(json.loads(page.front_matter["linked_data"])["@graph"])


def test_schema_org_knows_every_word_of_every_page(small_library: Library, small_links: Links) -> None:
    told = {
        page.path: nodes(page)
        for page in pages(small_library, small_links).values()
        if "linked_data" in page.front_matter
    }
    kinds = {node["@type"] for found in told.values() for node in found}
    assert kinds == {"Article", "BreadcrumbList", "City", "CollectionPage", "Dataset", "WebSite"}
    assert {
        path: found for path, all_of in told.items() if (found := [w for node in all_of for w in wrong(node)])
    } == {}


@pytest.mark.content
def test_and_of_every_write_up_of_this_library(real_library: Library) -> None:
    all_of = [node for one in real_library.practices for node in practice_nodes(one, real_library, ADDRESS)]
    assert len(all_of) > 600
    assert [found for node in all_of for found in wrong(node)] == []


def test_a_word_that_schema_org_does_not_know_is_noticed() -> None:
    assert wrong({"@type": "Article", "headlin": "x"}) == ["Article.headlin"]
    assert wrong({"@type": "Write-up"}) == ["type Write-up"]
    assert wrong({"@type": "Article", "citation": {"@type": "City", "name": "x"}}) == ["Article.citation: City"]
    assert wrong({"@type": "City", "geo": 4}) == ["City.geo: a number"]


def test_a_write_up_names_its_sources_its_city_and_its_days(small_library: Library, small_links: Links) -> None:
    article, crumbs = nodes(pages(small_library, small_links)["practices/boulder-co/nurses.md"])
    assert [one["name"] for one in article["citation"]] == ["The report", "The news"]
    assert article["spatialCoverage"]["name"] == "Boulder, CO"
    assert (article["datePublished"], article["dateModified"]) == ("2024-01-15", "2024-01-31")
    assert article["image"] == f"{ADDRESS}cards/practices/boulder-co/nurses.png"
    assert [one["position"] for one in crumbs["itemListElement"]] == [1, 2, 3]


def test_a_page_tells_its_card_other_forms_feed_and_day(small_library: Library, small_links: Links) -> None:
    made = pages(small_library, small_links)
    meta = made["practices/boulder-co/nurses.md"].meta
    assert meta["changed"] == "2024-01-31"
    assert [form["url"] for form in meta["forms"]] == [
        "practices/boulder-co/nurses/index.json",
        "practices/boulder-co/nurses/index.md",
    ]
    assert meta["picture"]["said"].startswith("Boulder sends nurses")
    assert "56% against 97%" in meta["picture"]["said"]
    assert made["topics/health.md"].meta["feed"]["url"] == "feeds/topics/health.xml"
    assert made["about.md" if "about.md" in made else "evidence.md"].meta["picture"]["url"].endswith("cards/site.png")


def test_what_needs_the_address_is_left_out_where_it_is_not_known(small_library: Library, small_links: Links) -> None:
    meta = pages(small_library, small_links, "")["practices/boulder-co/nurses.md"].front_matter
    assert not {"picture", "linked_data"} & set(meta)


@given(st.text())
def test_nothing_in_a_field_ends_the_script_element(text: str) -> None:
    made = script_text([{"name": text}])
    assert not set("<>&'") & set(made)
    assert json.loads(made)["@graph"] == [{"name": text}]
