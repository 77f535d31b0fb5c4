"""The network alone, for what needs no more of a library."""

from pathlib import Path

from generator.model import Network
from generator.reading.files import read_text
from generator.reading.problems import Problem, ProblemsFoundError
from generator.reading.strict_yaml import Document, parse
from generator.reading.validation import validate


def read_network(folder: str | Path) -> Network:
    """Return the network of the library in `folder`.

    Raises:
        ProblemsFoundError: with what is wrong with its file.
    """
    path = Path(folder) / "network.yaml"
    text = read_text(path)
    if isinstance(text, Problem):
        raise ProblemsFoundError([text])
    document = parse(path, text)
    found = validate(document, Network) if isinstance(document, Document) else document
    if isinstance(found, list):
        raise ProblemsFoundError(found)
    return found
