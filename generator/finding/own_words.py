"""What write-ups say in another language's own words, for questions in it.

A question put into English word by word loses what its own words tell: of "planta" a lexicon can't know whether it is
the staff or a plant. The titles and questions of the translated write-ups hold such words as people ask them. A word is
here what the lexicon finds by it, so that all forms of a verb are one; the script that reads questions reads these too.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import groupby
from typing import Any

import numpy as np
from scipy import sparse

from generator.finding.index import MAX_IMPACT, columns, counts_of, impacts_of
from generator.finding.known_words import coded, letter_of
from generator.finding.program import running
from generator.finding.weights import OWN_FIELDS
from generator.language.words import fold
from generator.model import Lexicon, Library, Practice, Translation, original_of
from generator.model.countries import language_name
from generator.model.translation import digest_of, language_of

PRACTICES_A_PIECE = 6
"""So many practices hold about one piece of words, of some 1.5 KB. A question fetches one for each of its words."""
SHORTEST_CORRECTED = 5
"""Letters of a word from which it may be a slip, as in the scripts."""
_ADDRESS = re.compile(r"https?://\S+")
"""Its words are of whatever language its site is in."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DOOR = """
const english = { place: new Map(), foreign: new Set(), filler: new Set() };
function read(lexicon, texts) {
  const { inEnglish, prepared } = modules["lexicon.js"];
  const known = prepared(JSON.parse(lexicon));
  const words = (text) => inEnglish(known, 0, modules["words.js"].wordsIn(text), english).own.map(([, word]) => word);
  return JSON.stringify(JSON.parse(texts).map(words));
}
"""


class OwnWords:
    """The words of one language in the titles and questions of the translated write-ups, in pieces.

    Args:
        lexicon: what the engine reads of the language's lexicon.
        practices: in the order of their rows.
        translation: None where nothing is translated into the language.
        scale: what one step of an impact stands for.

    """

    def __init__(
        self, lexicon: dict[str, Any], practices: Sequence[Practice], translation: Translation | None, scale: float
    ) -> None:
        self._lexicon, self._practices, self._translation, self._scale = lexicon, practices, translation, scale
        self.number = -(-len(practices) // PRACTICES_A_PIECE) if translation else 0
        """How many pieces there are."""

    def piece(self, number: int) -> dict[str, Any]:
        """Return one piece: for each word [steps between rows, impacts]."""
        return self._pieces[number]

    def spelling(self, letter: str) -> dict[str, Any]:
        """Return the words that begin so and that the translation holds, coded, and how some are written, with accents.

        None of them is a slip, and what a slip is taken for is among them.
        """
        words = self._spelled.get(letter, [])
        return {"words": coded(words), "marked": [self._written[word] for word in words if self._written[word] != word]}

    @cached_property
    def _spelled(self) -> dict[str, list[str]]:
        return {letter: [*alike] for letter, alike in groupby(sorted(self._written), letter_of)}

    @cached_property
    def _written(self) -> dict[str, str]:
        """By each word as it is compared how it is mostly written."""
        texts = self._translation.texts.values() if self._translation else ()
        said = (_ADDRESS.sub(" ", text).lower() for text in texts)
        counts = Counter(word for text in said for word in _LETTERS.findall(text))
        seldom_first = sorted(counts, key=lambda word: (counts[word], word))
        written = {fold(word): word for word in seldom_first}
        return {word: form for word, form in written.items() if len(word) >= SHORTEST_CORRECTED and word.isascii()}

    @cached_property
    def _pieces(self) -> list[dict[str, Any]]:
        column_of = columns()
        translated = self._translated()
        counts = counts_of(self._words(translated), lambda text, field: text[field], OWN_FIELDS, column_of)
        same = sparse.eye_array(len(column_of), format="csr")
        impacts = sparse.csc_matrix(impacts_of(counts, OWN_FIELDS, same, among=len(self._practices)))
        steps = np.clip(np.round(impacts.data / self._scale), 1, MAX_IMPACT).astype(int)
        row_of = np.array([*translated])
        pieces: list[dict[str, Any]] = [{} for _ in range(self.number)]
        for word, column in sorted(column_of.items()):
            begin, end = impacts.indptr[column : column + 2]
            rows = row_of[impacts.indices[begin:end]]
            listed = [np.diff(rows, prepend=0).tolist(), steps[begin:end].tolist()]
            pieces[sum(map(ord, word)) % self.number][word] = listed
        return pieces

    def _translated(self) -> dict[int, tuple[str, str]]:
        """By row the title and the questions of each practice that has any in the language."""
        said = (
            (" ".join(self._said(practice, practice.title)), " ".join(self._said(practice, *practice.questions)))
            for practice in self._practices
        )
        return {row: texts for row, texts in enumerate(said) if any(texts)}

    def _words(self, translated: dict[int, tuple[str, str]]) -> list[dict[str, list[str]]]:
        """Of each practice the words of each field."""
        texts = [text for both in translated.values() for text in both]
        read = iter(_read(json.dumps(self._lexicon), json.dumps(texts)))
        return [dict(zip(OWN_FIELDS, words, strict=True)) for words in zip(read, read, strict=True)]

    def _said(self, practice: Practice, *texts: str) -> Iterator[str]:
        """Yield texts in the language, as far as they are translated or were written in it."""
        if self._translation is None:
            return
        is_original = language_of(practice) == self._translation.language
        for original in map(original_of, texts):
            said = original if is_original else self._translation.texts.get(digest_of(original))
            if said:
                yield said


@lru_cache(maxsize=4)  # each language of a site asks for the same
def _read(lexicon: str, texts: str) -> list[list[str]]:
    """Return for each text (JSON, a list of them) its words, as a lexicon (JSON) finds them."""
    context = running()
    context.eval(_DOOR)
    read: list[list[str]] = json.loads(context.eval(f"read({json.dumps(lexicon)}, {json.dumps(texts)})"))
    return read


def translation_into(library: Library, lexicon: Lexicon) -> Translation | None:
    """Return the translation of a library into the language of a lexicon, if there is one."""
    named = {language_name(one.language): one for one in library.translations}
    return named.get(lexicon.language)
