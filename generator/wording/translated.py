"""A library in another language: the same values, their texts those of its translation.

What has no translation stays in the language that it was written in, and says so (`Untranslated`).
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, TypeVar, cast

from generator.language.names import inside
from generator.model import (
    City,
    Lexicon,
    Library,
    Translation,
    Untranslated,
    Value,
    Worded,
    original_of,
    plain_text,
    texts_with_words,
)
from generator.model.countries import KNOWN_BY_STATE
from generator.model.lexicon import ALTERNATIVES
from generator.model.translation import (
    WRITTEN_IN,
    Methods,
    Topics,
    digest_of,
    is_wordless,
    language_of,
    separators,
    texts_of,
)
from generator.wording.language import ENGLISH, Language

_Any = TypeVar("_Any", bound=Value)
_NAMES = ("name", "short", "long", "territory")
_DOLLARS = "US$"
"""How dollars are told from the pesos that bear the same sign."""


def in_language(library: Library, folder: str, language: Language) -> tuple[Library, Language]:
    """Return a library in a language, and the language with the library's names, for the reasons that quote them.

    Nothing but words changes: ids, figures, dates and sources are those of the original. `folder` is the name under
    which the translation stands: "es".
    """
    found = next((one for one in library.translations if one.language == folder), Translation(folder))
    translator = _Translator(folder, found, language)
    said = Library.model_construct(
        **{
            **dict(library),
            "language": folder,
            "practices": tuple(map(translator.of, library.practices)),
            "cities": tuple(_CityAbroad.of(translator.of(city), language) for city in library.cities),
            "network": translator.of(library.network),
            "standard": translator.of(library.standard),
            "certification": translator.of(library.certification),
            "advice": translator.of(library.advice),
            "adoption": translator.of(library.adoption),
            "topics": translator.of(Topics(topics=library.topics)).topics,
            "methods": translator.of(Methods(methods=library.methods)).methods,
            "audit_registers": {name: translator.of(one) for name, one in library.audit_registers.items()},
        }
    )
    return said, replace(language, texts=dict(_quoted(library, said, language)))


def as_written(library: Library) -> Library:
    """Return a library in the language of most of it: write-ups in others are translated as far as that goes."""
    if all(practice.language == WRITTEN_IN for practice in library.practices):
        return library
    return in_language(library, WRITTEN_IN, ENGLISH)[0]


def _quoted(written: Library, said: Library, language: Language) -> Iterator[tuple[str, str]]:
    """What reasons quote: words of the field, names of cities and registers, questions, costs, as written and said."""
    for lexicon in written.lexicons:
        if lexicon.language == language.english_name:
            yield from _led_back(lexicon, said)
    for criterion, known in zip(written.standard.criteria, said.standard.criteria, strict=True):
        yield f"{criterion.code}, {criterion.name}", f"{known.code}, {known.name}"
    yield from ((one.label, other.label) for one, other in zip(written.cities, said.cities, strict=True))
    for one in (said.network, said.standard, *said.topics, *said.methods, *said.practices):
        for place, text in texts_with_words(one):
            if place[-1] in _NAMES or place[0] in ("questions", "cost"):
                original, words = original_of(text), text
                if place[0] == "cost":  # quoted without its citations
                    original, words = plain_text(original), plain_text(words)
                yield original, words
                yield inside(original), inside(words)


def _led_back(lexicon: Lexicon, said: Library) -> Iterator[tuple[str, str]]:
    """English words with those of a lexicon that lead to them: of several, last the one that the library uses most.

    A lexicon has words as people type them, without their accents for one; a word that no text of the library has is
    not shown.
    """
    texts = (text for one in said.practices for text in (one.title, one.summary, *one.questions))
    used = Counter(word for text in texts for word in re.findall(r"\w+", text.lower()))
    words = [word for word in reversed(lexicon.words) if word in used or " " in word]
    yield from ((lexicon.words[word].split(ALTERNATIVES)[0], word) for word in sorted(words, key=used.__getitem__))


class _CityAbroad(City):
    """A city whose country is named in another language."""

    _country: str = ""

    @classmethod
    def of(cls, city: City, language: Language) -> City:
        """Return a city as the language names it."""
        named = cls.model_construct(**dict(city))
        named._country = language.country(city.country)
        return named

    @property
    def label(self) -> str:
        """Name with state or country: "Boulder, CO", "Recife, Brasil"."""
        return super().label if self.country in KNOWN_BY_STATE and self.state else f"{self.name}, {self._country}"


class _Translator:
    """Puts values into a language."""

    def __init__(self, folder: str, translation: Translation, language: Language) -> None:
        self._folder, self._translation, self._language = folder, translation, language
        self._written_in = WRITTEN_IN

    def of(self, value: _Any) -> _Any:
        """Return something of the library with its texts translated, as it is where it was written in the language."""
        self._written_in = language_of(value)
        return value if self._written_in == self._folder else self._translated(value)

    def _translated(self, value: _Any) -> _Any:
        changed: dict[str, Any] = {}
        for name in texts_of(type(value)):
            held = getattr(value, name)
            said = tuple(map(self._said, held)) if isinstance(held, tuple) else self._said(held)
            if said is not held:
                changed[name] = said
        # Not a copy: what a value has found out about itself, it keeps beside its fields.
        return cast("_Any", type(value).model_construct(**{**dict(value), **changed})) if changed else value

    def _said(self, held: Any) -> Any:
        if isinstance(held, Value):
            return self._translated(held)
        return self.text(held) if isinstance(held, str) else held

    def text(self, text: str) -> str:
        """Return a text in the language, or as it is and marked."""
        if is_wordless(text):
            figures = self._figures(text)
            return Worded(figures, text) if figures != text else text
        digest = digest_of(text)
        if said := self._translation.texts.get(digest):
            return Worded(said, text)
        return Untranslated(text, self._written_in, is_outdated=digest in self._translation.outdated)

    def _figures(self, text: str) -> str:
        """A text without letters, its numbers written as the language does, its dollars told from pesos."""
        thousands, point = separators(self._written_in)
        number = re.compile(rf"\d{{1,3}}(?:[{thousands}]\d{{3}})+(?:[{point}]\d+)?|\d+[{point}]\d+")

        def written(match: re.Match[str]) -> str:
            whole, _, decimals = match[0].replace(thousands, "").partition(point)
            return self._language.number(float(f"{whole}.{decimals}") if decimals else int(whole), len(decimals))

        text = text if self._folder == WRITTEN_IN else text.replace("$", _DOLLARS)
        return number.sub(written, text) if separators(self._folder) != separators(self._written_in) else text
