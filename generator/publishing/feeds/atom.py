"""Atom feeds (RFC 4287): all write-ups, those of each topic, and corrections."""

import re
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from xml.etree import ElementTree as ET

from generator.model import Library, Practice, plain_text
from generator.publishing.addresses import path_of, url_of
from generator.publishing.feeds.changes import ChangeKind, LibraryChange, changes, last_change
from generator.publishing.markup import to_html
from generator.publishing.page import Asset
from generator.publishing.tiles import headline_of
from generator.wording import ENGLISH, Language

ATOM = "http://www.w3.org/2005/Atom"
ENTRIES = 50
"""Entries of a feed: what a reader who looks once a week has not seen."""
ALL, CORRECTIONS = "feed.xml", "feeds/corrections.xml"
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 can't hold, not even escaped."""


def topic_feed(topic: str) -> str:
    """Return the path of a topic's feed."""
    return f"feeds/topics/{topic}.xml"


@dataclass(frozen=True)
class _Feed:
    """A feed before it is written."""

    path: str
    title: str
    subtitle: str
    page: str
    """Address, below the site's root, of the page that shows the same."""
    entries: tuple[LibraryChange, ...]


def feed_files(library: Library, address: str, _: Language = ENGLISH) -> Iterator[Asset]:
    """Yield the feeds.

    Args:
        library: what was read.
        address: where the site stands, with a slash at its end; where it is empty, links in the feeds are relative.
        _: the language of our own words.
    """
    for feed in _feeds(library, _):
        make = partial(_Writer(library, address, feed.path, _).written, feed)
        yield Asset(feed.path, make=make, made_of=(feed, address, _))


def _feeds(library: Library, _: Language) -> Iterator[_Feed]:
    all_changes = changes(library.practices)
    yield _Feed(
        ALL,
        _("Peerbook: what’s new"),
        _("Write-ups added, corrected, checked and reviewed."),
        "whats-new/",
        _latest_of_each(all_changes),
    )
    corrections = tuple(change for change in all_changes if change.kind is ChangeKind.CORRECTED)[:ENTRIES]
    yield _Feed(
        CORRECTIONS,
        _("Peerbook: corrections"),
        _("What was wrong in a write-up and what it says now."),
        "corrections/",
        corrections,
    )
    for topic in library.topics:
        yield _Feed(
            topic_feed(topic.id),
            _("Peerbook: %(topic)s", topic=topic.name),
            topic.description,
            url_of(path_of(topic)),
            _latest_of_each(changes(library.practices_by_topic.get(topic.id, ()))),
        )


def _latest_of_each(found: Iterable[LibraryChange]) -> tuple[LibraryChange, ...]:
    """The last change of each write-up, newest first: a feed has one entry for a thing and tells when it changed."""
    latest: dict[str, LibraryChange] = {}
    for change in found:
        if len(latest) == ENTRIES:
            break
        latest.setdefault(change.practice.id, change)
    return tuple(latest.values())


class _Writer:
    """Writes one feed. All texts go through ElementTree, which escapes them."""

    def __init__(self, library: Library, address: str, path: str, language: Language) -> None:
        self.library, self.address, self.language = library, address, language
        self.root = address or "../" * path.count("/")

    def written(self, feed: _Feed) -> bytes:
        """The feed as XML."""
        top = ET.Element(_tag("feed"), {"{http://www.w3.org/XML/1998/namespace}lang": self.language.code})
        _add(top, "id", self._id(feed.path))
        _add(top, "title", feed.title)
        _add(top, "subtitle", plain_text(feed.subtitle))
        days = [change.day for change in feed.entries]
        _add(top, "updated", _moment(max(days) if days else last_change(self.library)))
        _add(top, "link", rel="self", type="application/atom+xml", href=self.root + feed.path)
        _add(top, "link", rel="alternate", type="text/html", href=self.root + feed.page)
        _add(_add(top, "author"), "name", "Peerbook")
        _add(top, "rights", self.language("Text and data: CC BY 4.0."))
        for change in feed.entries:
            self._entry(top, change, feed.path == CORRECTIONS)
        ET.register_namespace("", ATOM)
        ET.indent(top)
        written: bytes = ET.tostring(top, encoding="utf-8", xml_declaration=True)
        return written + b"\n"

    def _entry(self, top: ET.Element, change: LibraryChange, is_note: bool) -> None:
        """An entry: a write-up and its last change, or one note on what was put right."""
        _, practice = self.language, change.practice
        page = url_of(path_of(practice))
        entry = _add(top, "entry")
        _add(entry, "id", self._id(f"{page}#corrected-{change.day}" if is_note else page))
        _add(entry, "title", f"{_(change.kind.label)}: {practice.title}")
        _add(entry, "published", _moment(change.day if is_note else practice.added))
        _add(entry, "updated", _moment(change.day))
        _add(entry, "link", rel="alternate", type="text/html", href=self.root + page)
        _add(entry, "category", term=str(change.kind), label=_(change.kind.label))
        for topic in practice.topics:
            _add(entry, "category", term=topic, label=self.library.topic_by_id[topic].name)
        _add(entry, "summary", plain_text(practice.summary))
        _add(entry, "content", self._content(practice, change), type="html")

    def _content(self, practice: Practice, change: LibraryChange) -> str:
        """What a reader of feeds shows: where, what came of it and how well measured, what was put right."""
        _ = self.language
        city = self.library.city_by_id[practice.city].label
        found = next((line for result in practice.measured_results if (line := headline_of(result, _))), "")
        texts = (
            *(to_html(told, None, _) for told in change.told),
            to_html(practice.summary, None, _),
            to_html(found),
            to_html(f"{city} · {_(practice.evidence.level.label)} · {_.date(practice.reviewed)}"),
        )
        return "".join(f"<p>{text}</p>" for text in texts if text)

    def _id(self, place: str) -> str:
        """A name for good: the address, or one made from it where that is not known."""
        return self.address + place if self.address else uuid.uuid5(uuid.NAMESPACE_URL, f"peerbook:{place}").urn


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, _tag(name), {key: _ILLEGAL.sub("", value) for key, value in attributes.items()})
    made.text = _ILLEGAL.sub("", text) or None
    return made


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
