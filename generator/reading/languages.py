"""All translations in the folder of a library, and what is wrong with them."""

from collections.abc import Mapping
from pathlib import Path

from generator.model import Translation
from generator.model.value import Value
from generator.reading.files import Found, read_text
from generator.reading.letters import shown
from generator.reading.memory import Memory
from generator.reading.problems import Problem, nearest, told
from generator.reading.strict_yaml import Document, parse
from generator.reading.translations import TranslatedFile, gathered, held_against, read_translation


def read_translations(
    found: Found, originals: Mapping[str, Value], memory: Memory
) -> tuple[tuple[Translation, ...], list[Problem]]:
    """Return the texts in other languages, by language, and the problems in their files.

    What translates a file that can't be read itself waits until it can.

    Args:
        found: the files of the library.
        originals: what can be translated, by the id of a write-up or the name of a register.
        memory: keeps what an earlier reading found to be good.
    """
    known = {*originals, *found.practices, *found.registers}
    translations, problems = list[Translation](), list[Problem]()
    for language, paths in sorted(found.translations.items()):
        files = dict[str, TranslatedFile]()
        for identity, path in paths.items():
            if identity not in known:
                wrong = f"nothing in the library is called {shown(identity)}"
                problems.append(Problem(path, 1, 1, wrong, nearest(identity, sorted(known))))
            elif original := originals.get(identity):
                read = _read(path, original, language, memory)
                if isinstance(read, TranslatedFile):
                    files[identity] = read
                else:
                    problems += read
        translations.append(gathered(language, files, originals))
    return tuple(translations), problems


def _read(path: Path, original: Value, language: str, memory: Memory) -> TranslatedFile | list[Problem]:
    text = read_text(path)
    if isinstance(text, Problem):
        return [text]
    if kept := memory.translation(path, text, original):
        return kept
    document = parse(path, text)
    if not isinstance(document, Document):
        return document
    file = read_translation(document, type(original))
    problems = [*told(file.problems), *told(held_against(file, original, language))]
    if problems:
        return problems
    memory.keep_translation(path, text, original, file)
    return file
