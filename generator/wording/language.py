"""A language as a value: its catalogue of messages, and how it writes numbers, dates and lists.

Messages are those of GNU gettext, so any translator's tool reads them; numbers, dates and lists follow the Unicode
CLDR, as Babel carries it.
"""

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton
from babel.languages import get_official_languages
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_compact_decimal, format_decimal, format_percent

from generator.reading.words_of_others import named
from generator.said import said


def marked(message: str) -> str:
    """Return a message as it is: a mark for the catalogue on texts that are translated where they are used."""
    return message


@dataclass(frozen=True)
class Language:
    """A language of the interface. Calling it words a message: `language("On %(names)s", names=…)`."""

    code: str = "en"
    """BCP 47: "en", "es-419", "pt-BR"."""
    translations: NullTranslations = field(default_factory=NullTranslations, compare=False)
    texts: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
    """Names and texts of the library that reasons quote, by how it was written; see `translated.spoken`."""

    def __call__(self, message: str, **parts: object) -> str:
        """Return a message in this language, its parts put in. Without parts, a percent sign stands for itself."""
        text = self.translations.gettext(message)
        return text % parts if parts else text

    def many(self, one: str, more: str, count: int, **parts: object) -> str:
        """Return the message that fits a count, which it names as `%(count)s`."""
        text = self.translations.ngettext(one, more, count)
        return text % {"count": self.number(count), **parts}

    def named(self, text: str) -> str:
        """Return a name or a text of the library in this language, where it has a translation."""
        return self.texts.get(text, text)

    def number(self, value: float, decimals: int | None = None) -> str:
        """Return a number with the separators of the language, to so many decimals if these are given."""
        pattern = None if decimals is None else "#,##0." + "0" * decimals if decimals else "#,##0"
        return _decimal(value, pattern, self._locale)

    def percent(self, share: float, decimals: int = 1) -> str:
        """Return a share of 0 to 1 in percent: "4.6%"."""
        return format_percent(share, "#,##0" + ("." + "0" * decimals if decimals else "") + "%", locale=self._locale)

    def people(self, count: int) -> str:
        """Return a number of people in round numbers: "8,500", "147,000", "1.3 million"."""
        if count >= 999_500:
            round_count = (count + 50_000) // 100_000 * 100_000
            return _compact(round_count, self._locale)
        step = 1_000 if count >= 10_000 else 100
        return self.number((count + step // 2) // step * step)

    def date(self, text: str) -> str:
        """Return an ISO date as read aloud: "June 18, 2018", "June 2018" or "2018"."""
        return _date(text, self._locale)

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list, "a, b and c"; without the last word where a name has one itself."""
        return _listed(tuple(names), self._list_locale)

    def either(self, names: Sequence[str]) -> str:
        """Return names of which each is meant: "a, b or c"."""
        return format_list(list(names), style="or", locale=self._list_locale)

    def country(self, code: str) -> str:
        """Return the name of a country (ISO 3166-1 alpha-2), or the code where there is none."""
        return str(self._locale.territories.get(code, code))

    def name_of(self, code: str) -> str:
        """Return the name of a language (ISO 639), as inside a sentence."""
        return str(self._locale.languages.get(code, code))

    @property
    def english_name(self) -> str:
        """Its name in English, without a region: "Spanish"."""
        return str(Locale("en").languages[self.code.partition("-")[0]])

    @property
    def own_name(self) -> str:
        """Its name in itself, as inside a sentence, without a region: "español"."""
        return str(self._locale.languages[self.code.partition("-")[0]])

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.code, sep="-")

    @cached_property
    def _list_locale(self) -> Locale:
        """Our English has no comma before "and", as that of most of the world."""
        return Locale.parse("en_001") if self.code == "en" else self._locale


@lru_cache(maxsize=16_384, typed=True)
def _decimal(value: float, pattern: str | None, locale: Locale) -> str:
    return format_decimal(value, pattern, locale=locale)


@lru_cache(maxsize=16_384)
def _date(text: str, locale: Locale) -> str:
    year, *rest = map(int, text.split("-"))
    if not rest:
        return text
    day = datetime.date(year, *rest) if len(rest) > 1 else datetime.date(year, rest[0], 1)
    if len(rest) > 1:
        return format_date(day, "long", locale=locale)
    return format_skeleton("yMMMM", day, locale=locale)


@lru_cache(maxsize=16_384)
def _compact(value: int, locale: Locale) -> str:
    return format_compact_decimal(value, format_type="long", locale=locale, fraction_digits=1)


@lru_cache(maxsize=16_384)  # the same reasons stand on both pages, in records and in downloads
def _listed(names: tuple[str, ...], locale: Locale) -> str:
    several = format_list(["", ""], locale=locale)
    if any(several in name for name in names):
        return ", ".join(names)
    return format_list(list(names), locale=locale)


ENGLISH = Language()
"""The language of the source, and of a build that names no other."""


def languages_of(country: str) -> tuple[str, ...]:
    """Return the languages in which a country (ISO 3166-1 alpha-2) is governed: ISO 639, after the Unicode CLDR."""
    return get_official_languages(country, de_facto=True)


class UnknownLanguageError(Exception):
    """There is no catalogue of a language."""


def read_language(code: str, folder: Path) -> Language:
    """Return a language, its messages from the file `<code>.po` in a folder. Those not translated stay English.

    Raises:
        UnknownLanguageError: if there is no such file, or Babel does not know the language.
    """
    if code == ENGLISH.code:
        return ENGLISH
    path = folder / f"{code}.po"
    try:
        Locale.parse(code, sep="-")
        return Language(code, _translations(path.read_bytes(), code.replace("-", "_")))
    except (UnknownLocaleError, ValueError, OSError) as error:
        why = named((isinstance(error, OSError) and error.strerror) or str(error))
        wrong = said(
            "there is no language %(code)s: %(file)s can't be read (%(why)s)", code=code, file=str(path), why=why
        )
        raise UnknownLanguageError(wrong) from None


@lru_cache(maxsize=8)
def _translations(catalogue: bytes, locale: str) -> GNUTranslations:
    """Messages of a .po file. To read one takes as long as a small command."""
    out = io.BytesIO()
    write_mo(out, read_po(io.BytesIO(catalogue), locale=locale))
    out.seek(0)
    return GNUTranslations(out)
