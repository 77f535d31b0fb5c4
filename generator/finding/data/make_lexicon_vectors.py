"""Make `lexicon-vectors.npz` anew: run it from the repository's root, after a lexicon or the word vectors have changed.

    python -m generator.finding.data.make_lexicon_vectors

Each word and phrase of a lexicon gets a vector, such that the sum over a translated text points where the words of the
English text point: a ridge regression on directions, held to what the lexicon says in English. So a word that means
little comes out short, one with two meanings between both. The texts are those of the write-ups that are translated
(`practices/translations/`); no judged question is part of it.

What it prints is the mean cosine between questions of write-ups in either language, with words as the lexicon tells
them and as learnt, where a quarter of the write-ups was left out in turn.
"""

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import quickjs
import yaml
from numpy.typing import NDArray
from scipy import sparse

from generator.finding.entries import entries_of
from generator.finding.index import Index, make_index
from generator.finding.lexicon_vectors import bare_words, in_english
from generator.finding.pieces import lexicon_piece
from generator.finding.program import program
from generator.language.word_vectors import of_length_one
from generator.model import Lexicon
from generator.reading import read_library

_Rows = NDArray[np.float32]
LIBRARY = Path("practices")
HELD = 4.0
"""What it costs to leave the vector that the lexicon tells, beside a text that points elsewhere."""
ROUNDS, RATE = 60, 0.02
PARTS = 4
STEPS = 7
"""A value is kept as a whole number from -7 to 7 and a scale for its word."""
_CITATION = re.compile(r"\[\^[\w-]+\]")
_DOOR = """
const english = {{ place: new Set({words}), foreign: new Set(), filler: new Set() }};
const lexicon = modules["lexicon.js"].prepared({lexicon});
function read(text) {{
  const {{ places, rest }} = modules["lexicon.js"].inEnglish(lexicon, 0, modules["words.js"].wordsIn(text), english);
  return JSON.stringify([places, rest]);
}}
"""


class _Texts(NamedTuple):
    """Texts in another language, and where each is to point."""

    held: sparse.csr_matrix
    """Texts × words of the lexicon: how often it holds each."""
    rest: _Rows
    """The sum of its words that are English."""
    targets: _Rows
    owners: NDArray[np.intp]
    """The write-up of each."""
    is_question: NDArray[np.bool_]


def main() -> None:
    """Write the table beside this file."""
    library = read_library(LIBRARY)
    index = make_index(tuple(entries_of(library, ())), library.synonyms)
    table: dict[str, Any] = {"languages": np.array([lexicon.language for lexicon in library.lexicons])}
    for lexicon, folder in zip(library.lexicons, sorted((LIBRARY / "translations").iterdir()), strict=True):
        told = np.array([in_english(english, index) for english in bare_words(lexicon).values()])
        texts = _texts(lexicon, folder, index)
        sys.stdout.write(f"{lexicon.language}: {' to '.join(f'{one:.3f}' for one in _left_out(told, texts))}\n")
        vectors = _learnt(told, texts, np.ones(len(texts.owners), bool))
        scales = np.maximum(np.quantile(np.abs(vectors), 0.98, axis=1, keepdims=True) / STEPS, 1e-6)
        words = "\n".join(bare_words(lexicon))
        table[f"{lexicon.language} words"] = np.frombuffer(words.encode(), np.uint8)
        table[f"{lexicon.language} steps"] = np.clip(np.round(vectors / scales), -STEPS, STEPS).astype(np.int8)
        table[f"{lexicon.language} scales"] = scales.astype(np.float16)
    np.savez_compressed(Path(__file__).with_name("lexicon-vectors.npz"), **table)


def _texts(lexicon: Lexicon, folder: Path, index: Index) -> _Texts:
    pairs = list(_pairs(folder))
    context = quickjs.Context()
    context.eval(program())
    context.eval(_DOOR.format(words=json.dumps(index.words), lexicon=json.dumps(lexicon_piece(lexicon))))
    read = [json.loads(context.eval(f"read({json.dumps(text)})")) for _, _, text, _ in pairs]
    ends = np.cumsum([0, *(len(places) for places, _ in read)])
    columns = [place for places, _ in read for place in places]
    shape = len(pairs), len(bare_words(lexicon))
    number = {name: row for row, name in enumerate(dict.fromkeys(name for name, *_ in pairs))}
    return _Texts(
        sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=shape),
        np.array([in_english(" ".join(rest), index) for _, rest in read]),
        index.directions_of([english for *_, english in pairs]),
        np.array([number[name] for name, *_ in pairs]),
        np.array([part == "questions" for _, part, *_ in pairs]),
    )


def _pairs(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield texts of write-ups: which, what part of it, the translation and the original."""
    for path in sorted(folder.glob("*/*.yaml")):
        original = LIBRARY / path.relative_to(folder)
        if original.exists():
            both = [yaml.load(one.read_text(encoding="utf-8"), yaml.CSafeLoader) for one in (path, original)]
            for part in both[0].keys() & both[1].keys():
                for one, other in _alike(both[0][part], both[1][part]):
                    yield str(original), part, one, other


def _alike(one: Any, other: Any) -> Iterator[tuple[str, str]]:
    """Yield the texts that stand in the same place."""
    if isinstance(one, str) and isinstance(other, str):
        yield _CITATION.sub("", one), _CITATION.sub("", other)
    elif isinstance(one, list) and isinstance(other, list):
        for pair in zip(one, other, strict=False):
            yield from _alike(*pair)
    elif isinstance(one, dict) and isinstance(other, dict):
        for name in sorted(one.keys() & other.keys()):
            yield from _alike(one[name], other[name])


def _learnt(told: _Rows, texts: _Texts, used: NDArray[np.bool_]) -> _Rows:
    """Vectors of which the sums point where they should (Adam: Kingma and Ba, 2015)."""
    vectors, mean, square = told.copy(), np.zeros_like(told), np.zeros_like(told)
    held, rest, targets = texts.held[used], texts.rest[used], texts.targets[used]
    back = held.T.tocsr()
    for step in range(1, ROUNDS + 1):
        sums = held @ vectors + rest
        lengths = np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-4)
        ones = sums / lengths
        off = (ones * (ones * targets).sum(axis=1, keepdims=True) - targets) / lengths
        gradient = back @ off + HELD * (vectors - told)
        mean = 0.9 * mean + 0.1 * gradient
        square = 0.999 * square + 0.001 * gradient * gradient
        rate = RATE * (1 - step / ROUNDS) / (1 - 0.9**step)
        vectors -= rate * mean / (np.sqrt(square / (1 - 0.999**step)) + 1e-6)
    return vectors


def _left_out(told: _Rows, texts: _Texts) -> Sequence[float]:
    """The mean cosine of questions whose write-up was left out, with vectors as told and as learnt."""
    agreed: list[list[float]] = [[], []]
    for part in range(PARTS):
        out = texts.owners % PARTS == part
        asked = out & texts.is_question
        for vectors, cosines in zip((told, _learnt(told, texts, ~out)), agreed, strict=True):
            directions = of_length_one(texts.held[asked] @ vectors + texts.rest[asked])
            cosines += (directions * texts.targets[asked]).sum(axis=1).tolist()
    return [float(np.mean(cosines)) for cosines in agreed]


if __name__ == "__main__":
    main()
