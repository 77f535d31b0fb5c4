"""Translations as files: which text each was made from is noted in them, and what still lacks one is told."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.contributing.writing import body_text
from generator.model import Library, Value
from generator.model.translation import TextPlace, digest_of, originals, texts_with_words
from generator.reading import ProblemsFoundError
from generator.reading.files import TRANSLATIONS
from generator.reading.strict_yaml import Document, parse
from generator.reading.translations import MADE_FROM, TranslatedFile, name_of, read_translation
from generator.said import said

BASICS = ("title", "summary", "questions", "results", "unknown")
"""What of a write-up is translated before anything else: it stands on cards, in lists and on top of its page."""


def originals_of(library: Library) -> dict[str, Value]:
    """Return all that has texts to translate: registers by name, write-ups by id."""
    return originals(
        library.practices,
        library.cities,
        library.topics,
        library.methods,
        network=library.network,
        standard=library.standard,
        certification=library.certification,
        advice=library.advice,
        adoption=library.adoption,
        **library.audit_registers,
    )


def translation_path(folder: Path, language: str, identity: str) -> Path:
    """Return where the translation of something stands."""
    return folder / TRANSLATIONS / language / f"{identity}.yaml"


def noted(path: Path, text: str, original: Value) -> str:
    """Return a translation's text in which each new part is noted as made from the text that stands there now.

    What was noted before stays, so that a text whose original has changed goes on being told as such: who has put it
    right takes its line out first.

    Raises:
        ProblemsFoundError: if it can't be read.
    """
    document = parse(path, text)
    if not isinstance(document, Document):
        raise ProblemsFoundError(document)
    file = read_translation(document, type(original))
    if file.problems:
        raise ProblemsFoundError(file.problems)
    now = {name_of(place): digest_of(one) for place, one in texts_with_words(original)}
    marks = {name: file.made_from.get(name) or now.get(name) for name in map(name_of, file.texts)}
    strays = [place for place in file.texts if not marks[name_of(place)]]
    if strays:
        wrong = said("the original has no text with words here")
        allowed = said("take it out, or put it where its original stands")
        raise ProblemsFoundError(document.problem(place, wrong, allowed) for place in strays)
    lines = "".join(f"  {name}: {digest}\n" for name, digest in marks.items())
    body = _without(document, text, MADE_FROM).rstrip("\n")
    return f"{body}\n{MADE_FROM}:\n{lines}"


def _without(document: Document, text: str, name: str) -> str:
    """The text without one field."""
    if isinstance(document.root, yaml.MappingNode):
        for key, value in document.root.value:
            if key.value == name:
                return text[: key.start_mark.index] + text[value.end_mark.index :].lstrip("\n")
    return text


def missing(original: Value, file: TranslatedFile | None) -> Iterator[tuple[TextPlace, str, bool]]:
    """Yield what lacks a translation: its place, the original, and whether there was one of an earlier text."""
    known = set(file.made_from.values()) if file else set()
    for place, text in texts_with_words(original):
        if digest_of(text) not in known:
            yield place, text, bool(file and name_of(place) in file.made_from)


def to_fill_in(texts: Mapping[TextPlace, str]) -> str:
    """Return texts as a file of the form that a translation has.

    In a list, `{}` holds the place of what has no text here, so that each text stands where its original does.
    """
    whole: dict[str | int, Any] = {}
    for place, text in texts.items():
        held = whole
        for step in place[:-1]:
            held = held.setdefault(step, {})
        held[place[-1]] = text
    return body_text(_as_lists(whole))


def _as_lists(held: Any) -> Any:
    if not isinstance(held, dict):
        return held
    if held and all(isinstance(step, int) for step in held):
        return [_as_lists(held.get(number, {})) for number in range(max(held) + 1)]
    return {step: _as_lists(one) for step, one in held.items()}
