"""What changed when, and the feeds that tell it: by the letter of RFC 4287, and as a reader of feeds gets them."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from urllib.parse import urlsplit

import feedparser
import pytest
from hypothesis import given

from generator.model import Check, CheckedAgainst, Correction, Library, Practice
from generator.publishing.feeds import ChangeKind, changes, feed_files, robots_file
from generator.publishing.feeds.atom import ATOM, ENTRIES
from tests.publishing.test_markup import nasty

ADDRESS = "https://peerbook.example/"
_ONE = {
    "feed": ("id", "title", "updated", "author", "rights", "subtitle"),
    "entry": ("id", "title", "updated", "published", "summary", "content"),
}
_ALLOWED = {
    "feed": {*_ONE["feed"], "link", "entry"},
    "entry": {*_ONE["entry"], "link", "category"},
}


def practice(library: Library, **changed: object) -> Practice:
    return library.practices[0].model_copy(update={"added": "2024-01-15", "reviewed": "2024-01-31"} | changed)


def with_practices(library: Library, *practices: Practice) -> Library:
    return library.model_copy(update={"practices": practices})


def feeds(library: Library, address: str = ADDRESS) -> dict[str, bytes]:
    return {asset.path: asset.read() for asset in feed_files(library, address)}


def test_each_change_is_told_once_and_newest_first(small_library: Library) -> None:
    corrections = (
        Correction(date="2024-01-31", text="It said forty where it is four."),
        Correction(date="2024-01-31", text="It said all where it is most."),
    )
    checked = Check(date="2024-01-20", against=CheckedAgainst.SECOND_SOURCE)
    found = changes([practice(small_library, corrections=corrections, checked=checked)])
    assert [(one.day, one.kind) for one in found] == [
        ("2024-01-31", ChangeKind.CORRECTED),
        ("2024-01-20", ChangeKind.CHECKED),
        ("2024-01-15", ChangeKind.ADDED),
    ]
    assert found[0].told == tuple(one.text for one in corrections)


def test_a_write_up_reviewed_on_the_day_it_came_in_is_just_new(small_library: Library) -> None:
    found = changes([practice(small_library, reviewed="2024-01-15")])
    assert [one.kind for one in found] == [ChangeKind.ADDED]


def test_a_reader_of_feeds_gets_title_date_topic_and_what_was_wrong(small_library: Library) -> None:
    correction = Correction(date="2024-02-03", text="It said <b>forty</b> where it is four.")
    library = with_practices(small_library, practice(small_library, corrections=(correction,)))
    read = feedparser.parse(feeds(library)["feed.xml"])
    assert not read.bozo
    assert read.feed.link == f"{ADDRESS}whats-new/"
    [entry] = read.entries
    assert entry.title == "Corrected: Boulder sends nurses to calls that need no ambulance"
    assert entry.link == f"{ADDRESS}practices/boulder-co/nurses/"
    assert (entry.published, entry.updated) == ("2024-01-15T00:00:00Z", "2024-02-03T00:00:00Z")
    assert "health" in {tag.term for tag in entry.tags}
    assert "It said &lt;b&gt;forty&lt;/b&gt; where it is four." in entry.content[0].value
    assert "Randomized trial" in entry.content[0].value


def test_the_feed_of_a_topic_holds_its_write_ups_and_that_of_corrections_only_corrections(
    small_library: Library,
) -> None:
    made = feeds(small_library)
    topics = {topic.id: len(small_library.practices_by_topic.get(topic.id, ())) for topic in small_library.topics}
    for topic, count in topics.items():
        assert len(feedparser.parse(made[f"feeds/topics/{topic}.xml"]).entries) == count
    assert feedparser.parse(made["feeds/corrections.xml"]).entries == []


def test_a_feed_does_not_grow_with_the_library(small_library: Library) -> None:
    many = [practice(small_library, id=f"boulder-co/p{number}") for number in range(ENTRIES + 5)]
    assert len(feedparser.parse(feeds(with_practices(small_library, *many))["feed.xml"]).entries) == ENTRIES


@pytest.mark.parametrize("address", [ADDRESS, ""])
def test_feeds_keep_to_the_letter_of_the_standard(small_library: Library, address: str) -> None:
    correction = Correction(date="2024-02-03", text="It said forty where it is four.")
    library = with_practices(small_library, practice(small_library, corrections=(correction,)))
    for path, content in feeds(library, address).items():
        assert wrong(content) == [], path


def test_a_feed_that_breaks_the_standard_is_noticed(small_library: Library) -> None:
    good = feeds(small_library)["feed.xml"].decode()
    assert wrong(good.replace("<updated>", "<updated>on ").encode())
    assert wrong(re.sub(r"<id>[^<]*</id>", "<id>here</id>", good).encode())
    assert wrong(good.replace("<entry>", "<entry><news>x</news>", 1).encode())


@pytest.mark.content
def test_the_feeds_of_this_library_keep_to_it_as_well(real_library: Library) -> None:
    assert {path: wrong(content) for path, content in feeds(real_library).items() if wrong(content)} == {}


@given(text=nasty)
def test_nothing_in_a_field_breaks_a_feed(small_library: Library, text: str) -> None:
    one = practice(small_library, title=text, summary=text)
    made = feeds(with_practices(small_library, one))["feed.xml"]
    assert wrong(made) == []


def test_robots_are_shown_the_map_of_the_site() -> None:
    assert robots_file(ADDRESS).content == b"User-agent: *\nAllow: /\nSitemap: https://peerbook.example/sitemap.xml\n"
    assert b"Sitemap" not in robots_file("").content


def wrong(content: bytes) -> list[str]:
    """What breaks RFC 4287 in a feed, and what of ours breaks its promise of an order."""
    try:
        top = ET.fromstring(content)  # noqa: S314 (our own feed)
    except ET.ParseError as error:
        return [str(error)]
    found = []
    nodes = [("feed", top), *(("entry", one) for one in top.findall(f"{{{ATOM}}}entry"))]
    for kind, node in nodes:
        names = [child.tag.rpartition("}")[2] for child in node]
        found += [f"{kind}: {name}" for name in names if name not in _ALLOWED[kind]]
        found += [f"{kind}: {name} {names.count(name)} times" for name in _ONE[kind] if names.count(name) != 1]
        found += [child.tag for child in node.iter() if not child.tag.startswith(f"{{{ATOM}}}")]
        identity = node.findtext(f"{{{ATOM}}}id") or ""
        found += [] if urlsplit(identity).scheme in ("https", "urn") else [f"{kind}: id {identity}"]
        for moment in (*node.findall(f"{{{ATOM}}}updated"), *node.findall(f"{{{ATOM}}}published")):
            found += [] if is_moment(moment.text or "") else [f"{kind}: {moment.text}"]
        links = node.findall(f"{{{ATOM}}}link")
        found += [f"{kind}: a link without address" for link in links if not link.get("href")]
        found += [] if [link.get("rel") for link in links].count("alternate") == 1 else [f"{kind}: no way to the page"]
    ids = [node.findtext(f"{{{ATOM}}}id") for _, node in nodes]
    days = [node.findtext(f"{{{ATOM}}}updated") or "" for kind, node in nodes if kind == "entry"]
    found += [] if len(set(ids)) == len(ids) else ["two entries with one id"]
    return found + ([] if days == sorted(days, reverse=True) else ["not newest first"])


def is_moment(text: str) -> bool:
    """Whether a text is a date and time of RFC 3339 as we write them."""
    day, _, rest = text.partition("T")
    try:
        return date.fromisoformat(day).isoformat() == day and rest == "00:00:00Z"
    except ValueError:
        return False
