"""Reading translations: a file of texts for each file of the library, held against the original."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.model import citations
from generator.model.translation import (
    Review,
    TextPlace,
    Translation,
    digest_of,
    language_of,
    separators,
    texts_of,
    texts_with_words,
)
from generator.model.value import FullDate, Line, Value, inner_model
from generator.reading.letters import shown
from generator.reading.problems import Problem, nearest
from generator.reading.strict_yaml import Document, Position
from generator.said import about, said, together

MADE_FROM, REVIEWED = "made_from", "reviewed"
"""Fields of a translation beside its texts: digests of the originals by place, and who went over it."""
_NAMING = ("id", "code", "criterion")
"""What a group may hold beside its texts, so that one sees which it is."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_NO_FIGURES = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)|\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/\S*")
"""Citations, and addresses, in a link or bare: "ctvnews.ca/carts-1.53"."""
_VERSION = re.compile(r"\d+\.0|\d+(?:\.\d{1,2}){2,}")
"""A version ("3.0", "3.0.2"), which has points in every language."""
_MOST = 2000


class ReviewNote(Value):
    """Who has gone over a translation, and when."""

    by: Line
    date: FullDate


@dataclass
class TranslatedFile:
    """The texts of one file, by their place in it, and what the translator noted of them."""

    document: Document
    texts: dict[TextPlace, str] = field(default_factory=dict)
    made_from: dict[str, str] = field(default_factory=dict)
    """By the place of a text (see `name_of`), the digest of the original that it was made from."""
    review: Review | None = None
    problems: list[Problem] = field(default_factory=list)


class InPlaceOf(NamedTuple):
    """What a file says, and in place of what."""

    texts: dict[str, str]
    """By the digest of the original that each was made from."""
    translated: frozenset[str]
    """Digests of what the original says now where the file has a text."""
    review: Review | None


def name_of(place: TextPlace) -> str:
    """Return a place as `made_from` names it: "results 1 text", counted from 1."""
    return " ".join(str(step + 1) if isinstance(step, int) else step for step in place)


def read_translation(document: Document, model: type[Value]) -> TranslatedFile:
    """Return the texts in a file that translates one of `model`; what is wrong with them is in its `problems`."""
    file = TranslatedFile(document)
    if not isinstance(document.data, dict):
        file.problems.append(
            document.problem((), said("this is not a list of fields"), said("each line is `field: value`"))
        )
        return file
    texts = {name: value for name, value in document.data.items() if name not in (MADE_FROM, REVIEWED)}
    file.problems += _collect(file, texts, model, ())
    file.problems += _marks(file, document.data.get(MADE_FROM) or {})
    if REVIEWED in document.data:
        try:
            note = ReviewNote.model_validate(document.data[REVIEWED])
            file.review = Review(note.by, note.date)
        except ValueError:
            wrong = said("this does not say who went over the translation")
            file.problems.append(document.problem((REVIEWED,), wrong, said("`by:` a role and `date:` 2026-11-29")))
    return file


def _collect(file: TranslatedFile, held: Any, model: type[Value], place: Position) -> Iterator[Problem]:
    """Put the texts of a group into the file, and yield what is no text there."""
    if not isinstance(held, dict):
        wrong = said("this is not a list of fields")
        yield file.document.problem(place, wrong, said("the fields of the original that have words"))
        return
    for name, value in held.items():
        here = (*place, name)
        if name not in texts_of(model):
            if name in model.model_fields and (name in _NAMING and isinstance(value, str)):
                continue
            is_known = name in model.model_fields
            wrong = said("this has no words to translate") if is_known else said("this is not a field here")
            yield file.document.problem(here, about(shown(name), wrong), nearest(name, texts_of(model)), key=True)
            continue
        annotation = model.model_fields[name].annotation
        inner = inner_model(annotation)
        for where, one in ((here, value),) if not isinstance(value, list) else enumerate_at(here, value):
            if inner and issubclass(inner, Value) and texts_of(inner):
                yield from _collect(file, one, inner, where)
            elif not isinstance(one, str) or not one.strip():
                wrong = said("a text is missing here")
                yield file.document.problem(where, wrong, said("write it, or take the line out"))
            elif len(one) > _MOST:
                wrong = said("the text is longer than %(number)s letters", number=str(_MOST))
                yield file.document.problem(where, wrong, said("shorten it"))
            else:
                file.texts[where] = one.strip()


def enumerate_at(place: Position, items: list[Any]) -> Iterator[tuple[Position, Any]]:
    """Yield the items of a list, each with its place."""
    return (((*place, number), item) for number, item in enumerate(items))


def _marks(file: TranslatedFile, marks: Any) -> Iterator[Problem]:
    names = {name_of(place) for place in file.texts}
    if not isinstance(marks, dict):
        wrong = said("this is not a list of digests")
        yield file.document.problem((MADE_FROM,), wrong, said("run peerbook translate"))
        return
    for name, digest in marks.items():
        if not isinstance(digest, str) or not re.fullmatch(r"[0-9a-f]{8}", digest):
            wrong = said("this is not a digest")
            yield file.document.problem((MADE_FROM, name), wrong, said("run peerbook translate"))
        elif name in names:
            file.made_from[name] = digest


def held_against(file: TranslatedFile, original: Value, language: str) -> Iterator[Problem]:
    """Yield where a translation says other figures or cites other sources than the text that it was made from.

    Texts whose original has changed since are not held against it: they are not shown.
    """
    originals = {digest_of(text): text for _, text in texts_with_words(original)}
    for place, text in file.texts.items():
        digest = file.made_from.get(name_of(place))
        if digest is None:
            wrong = said("nothing says which text this was made from")
            yield file.document.problem(place, wrong, said("run peerbook translate, which notes it"))
        elif source := originals.get(digest):
            yield from _differences(file.document, place, (source, language_of(original)), (text, language))


def _differences(
    document: Document, place: Position, original: tuple[str, str], translation: tuple[str, str]
) -> Iterator[Problem]:
    """Where two texts, each with its language, cite other sources or tell other figures."""
    cited, wanted = sorted(citations(translation[0])), sorted(citations(original[0]))
    if cited != wanted:
        wrong = said("this cites %(sources)s", sources=_listed(cited))
        yield document.problem(
            place, wrong, said("the original cites %(sources)s: cite the same", sources=_listed(wanted))
        )
    have, want = figures(*translation), figures(*original)
    if have != want:
        gone, new = list((want - have).elements()), list((have - want).elements())
        told = [said("not in the original: %(figures)s", figures=together(sorted(new)))] if new else []
        told += [said("missing: %(figures)s", figures=together(sorted(gone)))] if gone else []
        wrong = said("the figures are not those of the original: %(told)s", told=together(told, "; "))
        yield document.problem(place, wrong, said("figures can't change"))


def _listed(keys: list[str]) -> str:
    return together(map(shown, keys)) if keys else said("no source")


def figures(text: str, language: str) -> Counter[str]:
    """Return the figures in a text as English writes them, without thousands: "1234.5".

    Those in citations and addresses are none.
    """
    plain = _NO_FIGURES.sub(" ", text)
    thousands, point = separators(language)
    found: Counter[str] = Counter()
    for match in _FIGURE.finditer(plain):
        is_version = _VERSION.fullmatch(match[0])
        found[match[0] if is_version else match[0].replace(thousands, "").replace(point, ".")] += 1
    return found


def in_place_of(file: TranslatedFile, original: Value) -> InPlaceOf:
    """Return what a file says, and in place of which texts of the original."""
    current = {name_of(place): digest_of(text) for place, text in texts_with_words(original)}
    made_from = {place: file.made_from.get(name_of(place)) for place in file.texts}
    return InPlaceOf(
        texts={digest: file.texts[place] for place, digest in made_from.items() if digest},
        translated=frozenset(current.get(name_of(place), digest) for place, digest in made_from.items() if digest),
        review=file.review,
    )


def gathered(language: str, said: Mapping[str, InPlaceOf]) -> Translation:
    """Return what these files say, as one; they are by the id of what is translated."""
    texts = {digest: text for one in said.values() for digest, text in one.texts.items()}
    translated = frozenset[str]().union(*(one.translated for one in said.values()))
    reviews = {identity: one.review for identity, one in said.items() if one.review}
    return Translation(language, texts, translated - texts.keys(), reviews)
