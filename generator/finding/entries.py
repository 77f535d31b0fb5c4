"""What can be found: practices, topics, kinds of answer, criteria, areas, other pages and cities, as fields of text."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from generator.model import SECTIONS, Area, City, Criterion, Library, Practice, Subject, Topic, plain_text
from generator.model.countries import country_names
from generator.model.registers import Method


class EntryKind(StrEnum):
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

    kind: EntryKind
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
        yield Entry(EntryKind.PRACTICE, practice, _practice_fields(practice, library), passages, also)
    for topic in library.topics:
        yield Entry(EntryKind.TOPIC, topic, _register_fields(topic))
    for method in library.methods:
        yield Entry(EntryKind.METHOD, method, _register_fields(method))
    for criterion in library.standard.criteria:
        yield Entry(EntryKind.CRITERION, criterion, _criterion_fields(criterion))
    for area in library.standard.areas:
        yield Entry(EntryKind.AREA, area, _area_fields(area))
    for guide in guides:
        text = f"{guide.description} {guide.text}"
        yield Entry(EntryKind.PAGE, guide, {"name": guide.title, "words": guide.url, "text": text})
    for city in library.cities:
        yield Entry(EntryKind.CITY, city, _city_fields(city))


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
    return " ".join((city.name, city.state or "", country_names().get(city.country, ""), *city.other_names))


def _register_fields(entry: Topic | Method) -> dict[str, str]:
    return {"name": entry.name, "words": " ".join(entry.words), "text": entry.description}


def names_of(topic: Topic) -> list[str]:
    """Return what somebody types who wants the whole topic: its name, and of "Trees and greening" either part."""
    return list(dict.fromkeys((topic.name, *topic.name.split(" and "))))


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


def sort_keys(library: Library) -> dict[str, list[int]]:
    """Return what practices are sorted by, the largest first; 0 where it is not known."""
    cities = [library.city_by_id[practice.city] for practice in library.practices]
    return {
        "evidence": [practice.evidence.level.strength for practice in library.practices],
        "newest": [0 if practice.started == "unknown" else practice.started for practice in library.practices],
        "size": [0 if city.population.count == "unknown" else city.population.count for city in cities],
    }
