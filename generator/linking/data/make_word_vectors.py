# /// script
# requires-python = ">=3.11"
# dependencies = ["numpy", "pyyaml", "symspellpy==6.10.1", "wordllama==0.4.0.post1"]
# ///
"""Make `word-vectors.npz` anew: run it from the repository's root, with `uv run` or where its dependencies are.

The vectors are those of WordLlama (MIT license, https://github.com/dleemiller/WordLlama), embeddings of
pieces of words, trained to tell which texts speak of the same thing; a word's vector is the mean over its pieces. The
words are the most frequent of English (frequency list of SymSpell, MIT license) and those of the write-ups.

They are kept here as a table, and not made from that package at each build, so that the site builds on machines for
which the package has no wheel; a tenth of its size is left.
"""

import re
import sys
import unicodedata
from importlib.resources import files
from pathlib import Path

import numpy as np
import wordllama

DIMENSIONS = 128
"""WordLlama's are trained so that the first dimensions of a vector can stand for the whole."""
FREQUENT = 30_000
STEPS = 7
"""A value is kept as a whole number from -7 to 7 and a scale for its word: 4 bits."""


def main() -> None:
    """Write the table beside this file."""
    words = list(dict.fromkeys((*frequent_words(), *sorted(words_of_write_ups(Path("practices"))))))
    place = Path(str(files("wordllama")))
    model = wordllama.WordLlama.load(cache_dir=place, disable_download=True, dim=256)
    vectors = model.embed(words, norm=False)[:, :DIMENSIONS].astype(np.float32)
    scales = (np.quantile(np.abs(vectors), 0.98, axis=1, keepdims=True) / STEPS).astype(np.float16)
    steps = np.clip(np.round(vectors / np.maximum(scales.astype(np.float32), 1e-6)), -STEPS, STEPS).astype(np.int8) + 8
    packed = (steps[:, 0::2] << 4 | steps[:, 1::2]).astype(np.uint8)
    text = np.frombuffer("\n".join(words).encode(), np.uint8)
    np.savez_compressed(Path(__file__).with_name("word-vectors.npz"), words=text, scales=scales[:, 0], steps=packed)
    sys.stdout.write(f"{len(words):,} words\n")


def frequent_words() -> list[str]:
    """Return frequent English words, the most frequent first."""
    text = files("symspellpy").joinpath("frequency_dictionary_en_82_765.txt").read_text(encoding="utf-8-sig")
    words = (line.split()[0] for line in text.splitlines())
    return [word for word in words if re.fullmatch("[a-z]{2,}", word)][:FREQUENT]


def words_of_write_ups(folder: Path) -> set[str]:
    """Return the words of all files of the library, without accents."""
    texts = (path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml"))
    letters = (unicodedata.normalize("NFKD", text.lower()) for text in texts)
    folded = ("".join(sign for sign in text if not unicodedata.combining(sign)) for text in letters)
    return {word for text in folded for word in re.findall(r"(?<![\w/])[a-z]{2,}(?![\w/])", text)}


if __name__ == "__main__":
    main()
