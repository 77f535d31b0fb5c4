"""All translations in the folder of a library, and what is wrong with them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from generator.model import AvoidedWords, Glossary, Translation, without_citations
from generator.model.translation import digest_of, language_of, texts_with_words
from generator.model.value import Value
from generator.reading.files import Found, read_text
from generator.reading.letters import shown
from generator.reading.memory import Memory
from generator.reading.problems import Problem, nearest, told
from generator.reading.rules import Hint, Rule
from generator.reading.strict_yaml import Document, parse
from generator.reading.translations import (
    InPlaceOf,
    TranslatedFile,
    gathered,
    held_against,
    in_place_of,
    name_of,
    read_translation,
)
from generator.said import said


class Translations(NamedTuple):
    """What was read of all translations."""

    all: tuple[Translation, ...] = ()
    """By language."""
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, Mapping[str, TranslatedFile]] = {}
    """By language, and by the id of what is translated, those without a problem that were not remembered."""


def read_translations(found: Found, originals: Mapping[str, Value], memory: Memory) -> Translations:
    """Return the texts in other languages, and the problems in their files.

    What translates a file that can't be read itself waits until it can.

    Args:
        found: the files of the library.
        originals: what can be translated, by the id of a write-up or the name of a register.
        memory: keeps what an earlier reading found to be good.
    """
    known = {*originals, *found.practices, *found.registers}
    problems = list[Problem]()
    read_files = dict[str, dict[str, TranslatedFile]]()
    texts = dict[str, dict[str, InPlaceOf]]()
    for language, paths in sorted(found.translations.items()):
        files = read_files[language] = {}
        texts[language] = {}
        for identity, path in paths.items():
            if identity not in known:
                wrong = said("nothing in the library is called %(name)s", name=shown(identity))
                problems.append(Problem(path, 1, 1, wrong, nearest(identity, sorted(known))))
            elif (original := originals.get(identity)) and language_of(original) == language:
                wrong = said("%(name)s is written in this language", name=shown(identity))
                way_out = said("a translation is into another one: take this file out")
                problems.append(Problem(path, 1, 1, wrong, way_out))
            elif original:
                read = _read(path, original, language, memory)
                if isinstance(read, list):
                    problems += read
                else:
                    texts[language][identity], file = read
                    files |= {identity: file} if file else {}
    translations = tuple(gathered(language, one) for language, one in texts.items())
    return Translations(translations, tuple(problems), read_files)


def translation_hints(read: Translations, originals: Mapping[str, Value], glossary: Glossary | None) -> Iterator[Hint]:
    """Yield what of translations is worth a look: texts whose original has changed, words that are to be avoided."""
    for language, files in read.files.items():
        wrong = _avoided(glossary, language)
        any_wrong = _whole("|".join(map(re.escape, wrong))) if wrong else None
        for identity, file in files.items():
            now = {name_of(place): digest_of(text) for place, text in texts_with_words(originals[identity])}
            current = set(now.values())
            for place, text in file.texts.items():
                if file.made_from[name_of(place)] not in current:
                    told = said("the original has changed since this was translated, so it is shown in English")
                    command = f"peerbook translate {language} {identity}"
                    way = said("mend it, take its line out of made_from, then: %(command)s", command=command)
                    yield Hint(Rule.OUTDATED, file.document.problem(place, told, way))
                plain = without_citations(text)
                if not (any_wrong and any_wrong.search(plain)):  # nearly all texts, which makes this one look each
                    continue
                plain = _ADDRESS.sub(" ", plain)
                for word, right in wrong.items():
                    if _whole(re.escape(word)).search(plain):
                        told = said("%(word)s is a word that the glossary avoids", word=shown(word))
                        way = said("write %(word)s", word=shown(right))
                        yield Hint(Rule.GLOSSARY, file.document.problem(place, told, way))


_ADDRESS = re.compile(r"https?://\S+")


def _whole(words: str) -> re.Pattern[str]:
    """Words of a pattern that stand alone."""
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")


def _avoided(glossary: Glossary | None, language: str) -> dict[str, str]:
    """The words to avoid in a language, each with the one to write."""
    if glossary is None or language not in AvoidedWords.model_fields:
        return {}
    return {word: getattr(term, language) for term in glossary.terms for word in getattr(term.avoid, language)}


def _read(
    path: Path, original: Value, language: str, memory: Memory
) -> tuple[InPlaceOf, TranslatedFile | None] | list[Problem]:
    """What a file says, and the file itself where it was not remembered; or what is wrong with it."""
    text = read_text(path)
    if isinstance(text, Problem):
        return [text]
    if kept := memory.translation(path, text, original):
        return kept, None
    document = parse(path, text)
    if not isinstance(document, Document):
        return document
    file = read_translation(document, type(original))
    problems = [*told(file.problems), *told(held_against(file, original, language))]
    if problems:
        return problems
    texts = in_place_of(file, original)
    memory.keep_translation(path, text, original, texts)
    return texts, file
