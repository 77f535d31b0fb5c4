"""Files as documents and as models: what is wrong with any of them is collected, so that all is told at once."""

from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from generator.model import Method, Topic
from generator.reading.files import Found, read_text
from generator.reading.memory import Memory
from generator.reading.problems import Problem, told
from generator.reading.register_checks import check_entry_aliases
from generator.reading.strict_yaml import Document, parse
from generator.reading.validation import Model, validate
from generator.said import said

_Entry = TypeVar("_Entry", Topic, Method)


class Documents:
    """Reads files. What can't be read, or is not what it should be, is None, and why is among the `problems`."""

    def __init__(self, memory: Memory) -> None:
        self.memory = memory
        self.problems: list[Problem] = []

    def text(self, path: Path) -> str | None:
        """The text of a file."""
        text = read_text(path)
        if isinstance(text, Problem):
            self.problems.append(text)
            return None
        return text

    def document(self, path: Path, text: str | None = None) -> Document | None:
        """The document in a file, or in the text that was read from it."""
        text = self.text(path) if text is None else text
        if text is None:
            return None
        document = parse(path, text)
        if isinstance(document, Document):
            return document
        self.problems += document
        return None

    def model(
        self, document: Document, kind: type[Model], extra: dict[str, str], found: Iterable[Problem] = ()
    ) -> Model | None:
        """The document as a model; what is wrong with it, and what a look at its data has `found`, is a problem."""
        value = validate(document, kind, extra)
        better = list(told(found))
        if isinstance(value, list):
            places = {(problem.line, problem.column) for problem in better}
            self.problems += [problem for problem in value if (problem.line, problem.column) not in places]
        self.problems += better
        return None if isinstance(value, list) else value

    def whole(self, found: Found, name: str, kind: type[Model]) -> tuple[Model, Document] | None:
        """A register that is one model, as it was read before if its text is the same."""
        path = found.registers.get(name)
        text = self.text(path) if path else None
        if path is None or text is None:
            return None
        if kept := self.memory.whole(path, text, kind):
            return kept
        document = self.document(path, text)
        model = self.model(document, kind, {}) if document else None
        if document is None or model is None:
            return None
        self.memory.keep_whole(path, text, model, document)
        return model, document

    def register(self, found: Found, name: str, model: type[_Entry]) -> tuple[_Entry, ...]:
        """The entries of a register that is a list, as far as they can be read."""
        path = found.registers.get(name)
        document = self.document(path) if path else None
        if document is None:
            return ()
        entries = document.data.get(name) if isinstance(document.data, dict) else None
        if not isinstance(entries, list) or not entries or len(document.data) != 1:
            wrong = said("this is not a list of %(register)s", register=name)
            way_out = said("`%(register)s:` and its entries", register=name)
            self.problems.append(document.problem((), wrong, way_out))
            return ()
        read, ids = list[_Entry](), set[str]()
        for number in range(len(entries)):
            entry = validate(document, model, place=(name, number))
            if isinstance(entry, list):
                self.problems += entry
            elif entry.id in ids:
                wrong = said("%(word)s stands here twice", word=entry.id)
                self.problems.append(document.problem((name, number, "id"), wrong, said("keep one of the two")))
            else:
                read.append(entry)
                ids.add(entry.id)
        self.problems += told(check_entry_aliases(read, document, name))
        return tuple(read)
