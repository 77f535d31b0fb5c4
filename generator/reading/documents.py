"""Files as documents and as models: what is wrong with any of them is collected, so that all is told at once."""

from collections.abc import Iterable
from pathlib import Path

from generator.reading.files import Found, read_text
from generator.reading.memory import Memory
from generator.reading.problems import Problem, told
from generator.reading.strict_yaml import Document, parse
from generator.reading.validation import Model, validate


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
