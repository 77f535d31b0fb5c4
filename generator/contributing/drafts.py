"""What a contributor hands in, as Markdown, YAML or JSON, made into the files of the library.

Markdown has a heading for each field, with its text below; the body of the issue form is such a text. Sentences end
with the numbers of their sources, [1][2], and sources stand one a line: title | publisher | address | date.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.contributing.cities import find_city, profile_of
from generator.contributing.fields import CONTROLLED
from generator.contributing.mending import spellings
from generator.contributing.writing import UnreadableError, document_of, one_line
from generator.language.names import as_slug
from generator.linking import Place
from generator.model import City, CityProfile, Library, Source, WriteUp
from generator.reading import Hint, Problem, nearest, shown
from generator.reading.drafts import read_city_draft, read_draft
from generator.reading.strict_yaml import Document, Position, parse
from generator.said import said, with_way_out
from generator.wording import ENGLISH, Language

CITY = "city"
"""Name of the file that tells of the city itself."""
LONGEST_NAME = 60
"""Letters of a file's name that is made from a title."""
_SMALL = (
    "a an and as at by for from in into its it of on or that the to with "
    "al como con de del el en es la las lo los para por que se sin su sus un una y "
    "ao com da das do dos e em na nas nos o os pela pelo sem seu sua uma um"
)
SMALL_WORDS = frozenset(_SMALL.split())
"""Words that tell nothing, in any of the languages."""
NAME_WORDS = 6
KEY_WORDS = 2


@dataclass(frozen=True)
class Draft:
    """What was handed in: the fields of a write-up as plain data, and where each of them stood."""

    path: Path
    city: str
    """The city as it was named."""
    data: Mapping[str, Any]
    certification: Mapping[str, Any] = field(default_factory=dict)
    """Of a city that the library lacks: level, year, award and source."""
    origins: Mapping[Position, tuple[int, int]] = field(default_factory=dict)
    """Line and column of each part in the file that was handed in."""
    name: str = ""
    """Of the file, where one was handed in."""

    def origin(self, place: Position) -> tuple[int, int]:
        """Return where a part stood, or the nearest part above it that stood anywhere."""
        steps = (place[:length] for length in range(len(place), -1, -1))
        return next((self.origins[step] for step in steps if step in self.origins), (1, 1))


@dataclass(frozen=True)
class Made:
    """What a draft becomes: files of the library, or the problems that keep it from that."""

    identity: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    """Text of each file by its path below the folder of write-ups."""
    problems: Sequence[Problem] = ()
    hints: Sequence[Hint] = ()


def make(draft: Draft, library: Library, today: datetime.date, name: str = "") -> Made:
    """Return the files that a draft becomes under `name` (else that of the draft, or one made from its title).

    Problems name the place in the draft, not in the YAML that was made of it.
    """
    city = find_city(draft.city, library)
    if city is None:
        return Made(problems=[_unknown_city(draft, library)])
    name = name or draft.name or name_for(str(draft.data.get("title", "")), city)
    identity = f"{city.id}/{name}"
    day = today.isoformat()
    data = {"added": day, "reviewed": day, **_with_ids(draft.data, library)}
    problems: list[Problem] = []
    if identity in library.practice_by_id or name == CITY:
        line, column = draft.origin(("title",))
        wrong = said("%(name)s is there already", name=identity)
        problems.append(Problem(draft.path, line, column, wrong, said("choose another name")))
    documents: list[tuple[str, Document, bool]] = []
    hints: list[Hint] = []
    try:
        if isinstance(city, Place):
            step = {one: draft.certification[one] for one in ("level", "year", "award") if draft.certification.get(one)}
            source = draft.certification.get("source") or {}
            profile = profile_of(city, {"award": "new", **step}, source)
            document = document_of(profile, CityProfile, draft.path)
            documents.append((f"{city.id}/city.yaml", document, False))
            problems += (
                [
                    _moved(one, draft, document, ("certification",))
                    for one in read_city_draft(document, city.id, library.network, today)[1]
                ]
                if source
                else [_uncertified(city, draft)]
            )
        document = document_of(data, WriteUp, draft.path)
    except UnreadableError as error:
        return Made(identity, problems=[*problems, _unreadable(draft, error.problems[0])])
    documents.append((f"{identity}.yaml", document, True))
    _, found, hints = read_draft(document, identity, library, today)
    problems += (_moved(one, draft, document) for one in found)
    moved = [Hint(hint.rule, _moved(hint.problem, draft, document)) for hint in hints]
    return Made(identity, {path: one.text for path, one, _ in documents}, sorted(set(problems)), moved)


def name_for(title: str, city: City | Place | None = None) -> str:
    """Return a file's name made from a title: its telling words, without the city's name."""
    words = as_slug(title).split("-")
    own = set(as_slug(city.name).split("-")) if city else set()
    telling = [word for word in words if word and word not in SMALL_WORDS and word not in own][:NAME_WORDS]
    name = "-".join(telling or [word for word in words if word]) or "practice"
    return name[:LONGEST_NAME].strip("-")


def from_data(path: Path, text: str) -> Draft | list[Problem]:
    """Return the draft in YAML or JSON: the fields of a write-up, and `city`, `name`, `certification` beside them."""
    document = parse(path, text)
    if not isinstance(document, Document):
        return document
    if not isinstance(document.data, dict):
        return [document.problem((), said("this is not a list of fields"), said("each line is `field: value`"))]
    data = dict(document.data)
    city, name, certification = (data.pop(field, None) for field in ("city", "name", "certification"))
    return Draft(
        path,
        city if isinstance(city, str) else "",
        data,
        certification if isinstance(certification, dict) else {},
        {place: document.locate(place) for place in _places(document.data)},
        as_slug(name)[:LONGEST_NAME].strip("-") if isinstance(name, str) else "",
    )


def _places(data: Any, place: Position = ()) -> Iterator[Position]:
    yield place
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in items:
        yield from _places(value, (*place, step))


def _with_ids(data: Mapping[str, Any], library: Library) -> dict[str, Any]:
    """The data with the ids of what it names by name, or by an earlier id: Open Data is open-data."""
    changed, spelled = dict(data), spellings(library)
    for register in CONTROLLED:
        known, named = spelled[register], data.get(register)
        if isinstance(named, str):
            named = [named]
        if isinstance(named, list | tuple):
            changed[register] = [known.get(as_slug(one), one) if isinstance(one, str) else one for one in named]
    return changed


def _unknown_city(draft: Draft, library: Library) -> Problem:
    line, column = draft.origin(("city",))
    if not draft.city.strip():
        gone = said("%(field)s is missing", field="city")
        return Problem(draft.path, line, column, gone, said("a name with its state or country: Boulder, CO"))
    labels = [city.label for city in library.cities]
    wrong = said("there is no one city called %(name)s", name=shown(draft.city))
    way_out = said("its name with state or country: %(guess)s", guess=nearest(draft.city, labels))
    return Problem(draft.path, line, column, wrong, way_out)


def _uncertified(city: Place, draft: Draft) -> Problem:
    wrong = said("%(city)s is new here, and no source tells of its certification", city=city.label)
    heading = said("Source on the certification")
    way_out = said("below “%(heading)s”: title | publisher | address | date", heading=heading)
    return Problem(draft.path, *draft.origin(("city",)), wrong, way_out)


def _unreadable(draft: Draft, problem: Problem) -> Problem:
    """What the strict reader refuses in the YAML that was made: its words, at the head of the draft."""
    return Problem(draft.path, 1, 1, with_way_out(problem.wrong, problem.allowed) if problem.allowed else problem.wrong)


def _moved(problem: Problem, draft: Draft, document: Document, below: Position = ()) -> Problem:
    """A problem of the YAML that was made, at its place in the draft."""
    at = problem.line, problem.column
    values = [one for one in _places(document.data) if document.locate(one) == at]
    keys = [one for one in _places(document.data) if document.locate(one, key=True) == at]
    line, column = draft.origin(below or max(values or keys, key=len, default=()))
    return Problem(draft.path, line, column, problem.wrong, problem.allowed)


def written_in(language: Language) -> dict[str, str]:
    """Return the field of a write-up that names its language; English is the one that goes without saying."""
    return {} if language.code == ENGLISH.code else {"language": language.code.partition("-")[0]}


def sources_in(lines: Sequence[str]) -> dict[str, dict[str, str]]:
    """Return sources as a write-up holds them, from lines such as: title | publisher | address | date.

    Keys are made from the publishers, in the order of the lines; a part that looks like an address or a date is one,
    wherever in the line it stands.
    """
    sources: dict[str, dict[str, str]] = {}
    for line in lines:
        source = _source(line)
        words = as_slug(source.get("publisher") or source.get("title", "")).split("-")
        base = (
            "-".join([word for word in words if word and word not in SMALL_WORDS][:KEY_WORDS])[:24].strip("-")
            or "source"
        )
        key = next(name for name in (base, *(f"{base}-{n}" for n in range(2, 99))) if name not in sources)
        sources[key] = source
    return sources


def _source(line: str) -> dict[str, str]:
    source: dict[str, str] = {}
    rest: list[str] = []
    for part in (one_line(part) for part in line.split("|")):
        if re.match(r"(?:https?|mailto):|www\.", part, re.IGNORECASE):
            source["url"] = part
        elif re.fullmatch(r"[0-9]{4}(?:-[0-9]{2}){0,2}", part):
            source["date"] = part
        elif part:
            rest.append(part)
    source |= dict(zip(("title", "publisher", "note"), rest, strict=False))
    return {name: source[name] for name in Source.model_fields if name in source}


def cited(text: str, keys: Sequence[str]) -> str:
    """Return a text whose numbers of sources, [1] or [1, 2], became footnotes; numbers without a source stay."""

    def footnotes(match: re.Match[str]) -> str:
        numbers = [int(number) for number in re.findall(r"[0-9]+", match[1])]
        if not all(1 <= number <= len(keys) for number in numbers):
            return match[0]
        return "".join(f"[^{keys[number - 1]}]" for number in numbers)

    marked = re.sub(r"\s*\[\^?([0-9]{1,2}(?:\s*[,;]\s*[0-9]{1,2})*)\](?!\()", footnotes, text)
    return re.sub(r"((?:\[\^[^\]]+\])+)([.!?])(?=\s|$)", r"\2\1", marked)
