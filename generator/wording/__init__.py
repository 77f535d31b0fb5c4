"""Wording: the values that the rooms before find out become sentences, in the language of whoever asks.

The only place in Python, beside the templates, where our own sentences stand. English is the language of the source:
each message is its own key in the catalogue of another language.
"""

from generator.wording import readiness as readiness  # its kinds of reasons are registered with those of `say`
from generator.wording.language import ENGLISH, Language, UnknownLanguageError, languages_of, marked, read_language
from generator.wording.reasons import say, say_short
from generator.wording.things import (
    AWARDS,
    COUNTED,
    DETAILS,
    FORMS_OF_GOVERNMENT,
    STAGES,
    certification,
    counted,
    group_name,
    in_words,
    independence,
    interval,
    level_name,
    levels_named,
    people,
    population,
    size,
    started,
)
from generator.wording.translated import as_written, in_language

__all__ = [
    "AWARDS",
    "COUNTED",
    "DETAILS",
    "ENGLISH",
    "FORMS_OF_GOVERNMENT",
    "STAGES",
    "Language",
    "UnknownLanguageError",
    "as_written",
    "certification",
    "counted",
    "group_name",
    "in_language",
    "in_words",
    "independence",
    "interval",
    "languages_of",
    "level_name",
    "levels_named",
    "marked",
    "people",
    "population",
    "read_language",
    "say",
    "say_short",
    "size",
    "started",
]
