"""The catalogue of messages: all words of ours that a translator turns into another language.

English is the language of the source, so each message is its own key. A language is a file `messages/<code>.po` beside
the settings; `peerbook messages` writes the template that it begins from.
"""

import ast
import io
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from generator.model import (
    SECTIONS,
    AdoptionGuide,
    AdviceList,
    Assessment,
    AuditList,
    CertificationProcess,
    CheckedAgainst,
    CityProfile,
    Effect,
    ErrorKind,
    EvidenceLevel,
    Glossary,
    Lexicon,
    Method,
    Network,
    Standard,
    Synonyms,
    Topic,
    Unanswered,
    WriteUp,
)
from generator.model.value import inner_models
from generator.publishing.contribute import example_messages
from generator.publishing.guides import GuideKind
from generator.publishing.guides.labels import messages_in
from generator.publishing.pages.reference import api
from generator.publishing.site.frame import words_of_settings
from generator.publishing.spoken import messages_in_scripts
from generator.starting import SETTINGS, shipped
from generator.wording import COUNTED

_KEYWORDS: dict[str, Any] = {"_": None, "marked": None, "language": None, "many": (1, 2), "gettext": None}
_KEYWORDS |= {"ngettext": (1, 2), "said": None, "said_many": (1, 2)}
_CALL = re.compile(rf"\b(?:{'|'.join(_KEYWORDS)})\s*\(")
_REGISTERS = (
    *(AdoptionGuide, AdviceList, AuditList, CertificationProcess, Glossary, Lexicon),
    *(Method, Network, Standard, Synonyms, Topic, Unanswered),
)
WIDTH = 100
"""Of the lines of a catalogue."""
_CODE = Path(str(files("generator")))


def catalogue_of_messages() -> Catalog:
    """Return every message of pages, scripts, printed guides and data, with the files that it stands in."""
    catalog = Catalog(project="Peerbook", charset="utf-8")
    for path in sorted((*_CODE.rglob("*.py"), *_CODE.rglob("*.jinja"))):
        for line, message, comments, _context in _messages_in(path.read_text(encoding="utf-8"), path.suffix):
            catalog.add(message, locations=[(path.relative_to(_CODE).as_posix(), line)], auto_comments=comments)
    docs = shipped() / "docs"
    for path, line, said in messages_in_scripts(docs):
        catalog.add(said, locations=[(path.relative_to(docs).as_posix(), line)])
    given = yaml.safe_load((shipped() / SETTINGS).read_text(encoding="utf-8"))
    for message in (*words_of_settings(given), *_of_models(), *_of_registers(), *_of_commands(), *example_messages()):
        catalog.add(message)
    for pair in COUNTED.values():
        catalog.add(pair)
    for documented in api():
        for message in documented.messages:
            catalog.add(message)
    for kind in GuideKind:
        for message in messages_in(kind):
            catalog.add(message, locations=[(f"publishing/guides/typst/{kind}.typ", 1)])
    return catalog


@cache
def _messages_in(text: str, suffix: str) -> tuple[Any, ...]:
    """What Babel finds in a file. For all that takes some seconds: Python is taken apart word by word."""
    file = io.BytesIO(text.encode())
    if suffix == ".py":
        return tuple(extract("python", file, _KEYWORDS)) if _CALL.search(text) else ()
    options = {"newstyle_gettext": "true", "extensions": "jinja2.ext.i18n"}
    return tuple(extract("jinja2.ext:babel_extract", file, _KEYWORDS, options=options))


def template_text(catalog: Catalog) -> str:
    """Return a catalogue as text of a .pot file, without a date: the same messages give the same bytes."""
    out = io.BytesIO()
    write_po(out, catalog, omit_header=True, sort_output=True, no_location=False)
    return out.getvalue().decode("utf-8")


def brought_up_to_date(text: str, template: Catalog) -> tuple[str, int]:
    """Return a language's catalogue with the messages that there are now, and how many of them lack a translation.

    What a translation says stays; messages that are gone go. Nothing is guessed from messages that look alike.
    """
    catalog = read_po(io.StringIO(text))
    head = text[: text.find("\n\n") + 1]
    catalog.update(template, no_fuzzy_matching=True)
    catalog.obsolete.clear()
    out = io.BytesIO()
    write_po(out, catalog, omit_header=True, sort_output=True, no_location=True, width=WIDTH)
    missing = [message for message in catalog if message.id and not is_translated(message)]
    return f"{head}\n{out.getvalue().decode('utf-8')}", len(missing)


def is_translated(message: Message) -> bool:
    """Return whether a message has a text in the language of its catalogue, for each of its plural forms."""
    said = message.string
    return bool(said) and (isinstance(said, str) or all(said or ()))


def _of_registers() -> Iterator[str]:
    """What the checker says of a field that is missing."""
    for register in _REGISTERS:
        for model in inner_models(register):
            needed = (field for field in model.model_fields.values() if field.is_required())
            yield from (field.description for field in needed if field.description)


def _of_commands() -> Iterator[str]:
    """What commands and the tools of assistants say of themselves: their text, that of each option, and its name."""
    for path in (*sorted((_CODE / "cli").glob("*.py")), _CODE / "mcp.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                called = {_name_of(one.func) for one in node.decorator_list if isinstance(one, ast.Call)}
                if called & {"command", "group", "tool"}:
                    yield ast.get_docstring(node) or ""
            elif isinstance(node, ast.Call):
                told = [one.value for one in node.keywords if one.arg in ("help", "description")]
                yield from filter(None, map(_text, told))
                if _name_of(node.func) == "argument":
                    yield _text(node.args[0]).upper()


def _text(expression: ast.expr) -> str:
    return str(expression.value) if isinstance(expression, ast.Constant) else ""


def _name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _of_models() -> Iterator[str]:
    """Words that stand with the models: what fields hold, and names of levels and sections."""
    for level in EvidenceLevel:
        yield level.label
        yield level.meaning
    for effect in Effect:
        yield effect.label
        yield effect.meaning
    for error in ErrorKind:
        yield error.label
    for against in CheckedAgainst:
        yield against.label
    for section in SECTIONS:
        yield section.heading
        if section.column:
            yield section.column
    for model in (*inner_models(WriteUp), *inner_models(CityProfile), *inner_models(Assessment)):
        yield model.__doc__ or ""
        yield from (field.description for field in model.model_fields.values() if field.description)
    for file in (WriteUp, CityProfile):  # the form says of a field what its schema does, kinds of values included
        yield from (kind["description"] for kind in file.model_json_schema()["$defs"].values() if "description" in kind)
