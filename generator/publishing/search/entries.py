"""What can be found: practices, topics, kinds of answer, criteria, areas, other pages and cities, as fields of text."""

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

import yaml

from generator.model import SECTIONS, Area, City, Criterion, Library, Practice, Topic, plain_text
from generator.model.city import COUNTRY_NAMES
from generator.model.registers import Method
from generator.publishing.addresses import Subject, url_of
from generator.publishing.page import Page

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
_HEADING = re.compile(r"^# +(.+)$", re.MULTILINE)


class Kind(StrEnum):
    """Kinds of entries, in the order of their rows in the index."""

    PRACTICE = "practice"
    TOPIC = "topic"
    METHOD = "method"
    CRITERION = "criterion"
    AREA = "area"
    PAGE = "page"
    CITY = "city"


class SitePage(NamedTuple):
    """A page that is about nothing of the library in particular: how it works, how to contribute."""

    url: str
    title: str
    description: str
    text: str


class Entry(NamedTuple):
    """One thing that can be found: its kind, what it is, and its words by field."""

    kind: Kind
    subject: Subject | SitePage
    fields: dict[str, str]
    passages: tuple[str, ...] = ()
    """Texts that each say by themselves what is asked: the title, and the questions that people come with."""
    also: tuple[str, ...] = ()
    """Passages that say it in more words: the summary, and what the problem was."""


def entries_of(library: Library, guides: Iterable[SitePage]) -> Iterator[Entry]:
    """Yield all entries, kind by kind."""
    for practice in library.practices:
        passages = (practice.title, *practice.questions)
        also = (plain_text(practice.summary), *map(plain_text, practice.problem))
        yield Entry(Kind.PRACTICE, practice, _practice_fields(practice, library), passages, also)
    for topic in library.topics:
        yield Entry(Kind.TOPIC, topic, _register_fields(topic))
    for method in library.methods:
        yield Entry(Kind.METHOD, method, _register_fields(method))
    for criterion in library.standard.criteria:
        yield Entry(Kind.CRITERION, criterion, _criterion_fields(criterion))
    for area in library.standard.areas:
        yield Entry(Kind.AREA, area, _area_fields(area))
    for guide in guides:
        text = f"{guide.description} {guide.text}"
        yield Entry(Kind.PAGE, guide, {"name": guide.title, "words": guide.url, "text": text})
    for city in library.cities:
        yield Entry(Kind.CITY, city, _city_fields(city))


def guides_among(pages: Iterable[Page], docs: Path) -> Iterator[SitePage]:
    """Yield the guides among the generated pages and the hand-written ones in the folder `docs`."""
    for page in pages:
        if page.is_guide:
            yield SitePage(url_of(page.path), page.title, page.description, " ".join(page.headings))
    for path in sorted(docs.rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        front = _FRONT_MATTER.match(text)
        meta = (yaml.safe_load(front[1]) if front else None) or {}
        heading = _HEADING.search(text)
        title = str(meta.get("title") or (heading[1] if heading else path.stem))
        body = text[front.end() :] if front else text
        yield SitePage(url_of(path.relative_to(docs).as_posix()), title, str(meta.get("description", "")), body)


def _practice_fields(practice: Practice, library: Library) -> dict[str, str]:
    city = library.city_by_id[practice.city]
    sourced: dict[str, list[str]] = {}
    for section in SECTIONS:
        if section.search:
            sourced.setdefault(section.search, []).extend(map(plain_text, section.words(practice)))
    tags: list[Topic | Method] = [
        *(library.topic_by_id[topic] for topic in practice.topics),
        *(library.method_by_id[method] for method in practice.methods),
    ]
    return {
        "title": practice.title,
        "summary": plain_text(practice.summary),
        "questions": " ".join(practice.questions),
        "tags": " ".join((*practice.criteria, *(f"{tag.name} {' '.join(tag.words)}" for tag in tags))),
        **{field: " ".join(texts) for field, texts in sourced.items()},
        "place": _place(city),
    }


def _place(city: City) -> str:
    return " ".join((city.name, city.state or "", COUNTRY_NAMES.get(city.country, ""), *city.other_names))


def _register_fields(entry: Topic | Method) -> dict[str, str]:
    return {"name": entry.name, "words": " ".join(entry.words), "text": entry.description}


def _criterion_fields(criterion: Criterion) -> dict[str, str]:
    return {
        "name": f"{criterion.code} {criterion.name}",
        "words": " ".join((criterion.question, *criterion.also_called)),
        "text": " ".join((plain_text(criterion.asks), *criterion.checks)),
    }


def _area_fields(area: Area) -> dict[str, str]:
    return {"name": area.name, "words": " ".join(area.also_called), "text": plain_text(area.description)}


def _city_fields(city: City) -> dict[str, str]:
    return {"name": city.name, "words": _place(city), "text": ""}
