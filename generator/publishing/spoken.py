"""Messages that scripts word in the reader's browser: found in the scripts, and given to them in another language.

English needs nothing: the sentence in the script is the message. Another language is one file, named after what it
holds; `docs/assets/components/language.js` reads it before any script words something.
"""

import hashlib
import io
import json
from collections.abc import Iterator
from functools import lru_cache
from gettext import NullTranslations
from pathlib import Path

from babel.core import Locale
from babel.messages.extract import extract

from generator.publishing.page import Asset
from generator.wording import Language

FOLDER = "messages"
SETTING = "messages_of_scripts"
"""Name of the theme's variable (`config.extra`) that holds the path of the file; there is none for English."""
VARIABLE = "globalThis.peerbookMessages"
"""What the file puts its content into: a classic script is there before any module, without one that has to wait."""
KEYWORDS = {"_": None, "around": None, "marked": None, "many": (1, 2)}
_OPTIONS = {"jsx": "", "parse_template_string": "true"}
_COUNTS = (*range(200), 1_000_000)
"""Among these a language has a number of each of its plural categories (Unicode CLDR)."""

Message = str | tuple[str, str]
"""A message, or one for one and one for more."""


def messages_in_script(path: Path) -> Iterator[tuple[int, Message]]:
    """Yield the messages of a script, each with its line, in the order in which they stand."""
    yield from _messages_in(path.read_bytes())


@lru_cache(maxsize=1_024)
def _messages_in(script: bytes) -> tuple[tuple[int, Message], ...]:
    """The same for each language, so that a script is read once."""
    found = extract("javascript", io.BytesIO(script), KEYWORDS, options=_OPTIONS)
    return tuple((line, said if isinstance(said, str) else (said[0], said[1])) for line, said, *_ in found)


def messages_in_scripts(docs: Path) -> Iterator[tuple[Path, int, Message]]:
    """Yield the messages of all scripts of ours in `docs/assets/`, each with its file and line."""
    for path in scripts_in(docs):
        for line, message in messages_in_script(path):
            yield path, line, message


def scripts_in(docs: Path) -> tuple[Path, ...]:
    """Return the scripts of ours in `docs/assets/`; those of others bring their own words."""
    return tuple(path for path in sorted((docs / "assets").rglob("*.js")) if path.parent.name != "vendor")


def spoken_files(docs: Path, language: Language) -> Iterator[Asset]:
    """Yield the file of all messages of scripts in a language, or nothing where they are as they stand there.

    It holds the code of the language, by which numbers, lists and plurals are written, and of each message what it is:
    a text, or one for each plural category of the language.
    """
    if type(language.translations) is NullTranslations:
        return
    said: dict[str, Message | dict[str, str]] = {}
    for _path, _line, message in messages_in_scripts(docs):
        key = message if isinstance(message, str) else message[0]
        text = _in(language, message)
        if text != message and (key not in said or isinstance(text, dict)):
            said[key] = text
    if said:
        content = {"language": language.code, "messages": dict(sorted(said.items()))}
        packed = f"{VARIABLE}={json.dumps(content, ensure_ascii=False, separators=(',', ':'))};\n".encode()
        yield Asset(f"{FOLDER}/{hashlib.sha256(packed).hexdigest()[:12]}.js", packed)


def _in(language: Language, message: Message) -> Message | dict[str, str]:
    """What a message is in a language; one with a count is itself where none of its forms differ."""
    if isinstance(message, str):
        return language.translations.gettext(message)
    rule = Locale.parse(language.code, sep="-").plural_form
    forms = {rule(count): language.translations.ngettext(*message, count) for count in reversed(_COUNTS)}
    return message if set(forms.values()) <= set(message) else dict(sorted(forms.items()))
