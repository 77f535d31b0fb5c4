"""A library in another language: the same values, their texts those of its translation.

What has no translation stays in the language that it was written in, and says so (`Foreign`).
"""

import re
from typing import Any, TypeVar

from generator.model import Foreign, Library, Translation, Value, Worded
from generator.model.translation import Methods, Topics, digest_of, is_wordless, texts_of
from generator.wording.language import Language

WRITTEN_IN = "en"
"""The language of the library's own texts."""
_Any = TypeVar("_Any", bound=Value)
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")


def in_language(library: Library, folder: str, language: Language) -> Library:
    """Return a library in a language; `folder` is the name under which its translation stands: "es".

    Nothing but words changes: ids, figures, dates and sources are those of the original.
    """
    found = next((one for one in library.translations if one.language == folder), Translation(folder))
    translator = _Translator(found, language)
    registers = {
        "topics": translator.of(Topics(topics=library.topics)).topics,
        "methods": translator.of(Methods(methods=library.methods)).methods,
    }
    return library.model_copy(
        update={
            "practices": tuple(map(translator.of, library.practices)),
            "standard": translator.of(library.standard),
            "certification": translator.of(library.certification),
            "advice": translator.of(library.advice),
            "adoption": translator.of(library.adoption),
            **registers,
        }
    )


class _Translator:
    """Puts values into a language."""

    def __init__(self, translation: Translation, language: Language) -> None:
        self._translation, self._language = translation, language
        self._has_own_figures = language.number(1234.5, 1) != "1,234.5"

    def of(self, value: _Any) -> _Any:
        """Return a value with its texts translated."""
        changed: dict[str, Any] = {}
        for name in texts_of(type(value)):
            held = getattr(value, name)
            said = tuple(map(self._said, held)) if isinstance(held, tuple) else self._said(held)
            if said is not held:
                changed[name] = said
        return value.model_copy(update=changed) if changed else value

    def _said(self, held: Any) -> Any:
        if isinstance(held, Value):
            return self.of(held)
        return self.text(held) if isinstance(held, str) else held

    def text(self, text: str) -> str:
        """Return a text in the language, or as it is and marked."""
        if is_wordless(text):
            return Worded(self._figures(text), text) if self._has_own_figures else text
        digest = digest_of(text)
        if said := self._translation.texts.get(digest):
            return Worded(said, text)
        return Foreign(text, WRITTEN_IN, is_outdated=digest in self._translation.outdated)

    def _figures(self, text: str) -> str:
        """A text without letters, its numbers written as the language does."""

        def written(match: re.Match[str]) -> str:
            whole, _, decimals = match[0].replace(",", "").partition(".")
            return self._language.number(float(f"{whole}.{decimals}") if decimals else int(whole), len(decimals))

        return _NUMBER.sub(written, text)
