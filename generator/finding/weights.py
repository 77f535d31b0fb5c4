"""What counts how much when entries are ranked. All of it travels in the index, so that no script holds a copy.

The values were chosen on the questions of `tests/search/questions.yaml` that are marked `tune`, and those of whether a
question is answered at all (`doubt` and what speaks for or against: a logistic regression) on those of all languages,
answerable and not, that are; the others are for reporting.
"""

from typing import NamedTuple

from pydantic.alias_generators import to_camel


class Field(NamedTuple):
    """How much a word in this field counts, and how much less in a long one (0: the same, 1: by its share)."""

    weight: float
    length: float
    meaning: float = 0.0
    """Share of the field in what the entry is about as a whole."""


PRACTICE_FIELDS = {
    "title": Field(3.0, 0.3, meaning=0.3),
    "summary": Field(2.0, 0.3, meaning=0.3),
    "questions": Field(1.2, 0.5, meaning=0.7),
    "tags": Field(1.0, 0.5),
    "problem": Field(0.9, 0.5, meaning=0.25),
    "results": Field(1.0, 0.6, meaning=0.05),
    "rest": Field(0.7, 0.75, meaning=0.1),
    "place": Field(0.7, 0.3),
}
OTHER_FIELDS = {
    "name": Field(3.0, 0.3, meaning=0.4),
    "words": Field(2.0, 0.5, meaning=0.4),
    "text": Field(1.0, 0.6, meaning=0.2),
}
OWN_FIELDS = {name: PRACTICE_FIELDS[name] for name in ("title", "questions")}
"""Of the write-ups in another language."""
SATURATION = 1.2
"""BM25's k1: how soon it stops to matter that a word stands there once more."""


class Ranking(NamedTuple):
    """The weights and limits of a query."""

    meaning: float = 4
    """What full agreement in meaning is worth beside the impacts of words."""
    few: int = 8
    """What fewer entries hold is looked up by its synonyms too."""
    synonym: float = 0.6
    """What these count beside the word itself."""
    other: float = 0.6
    """What a word counts that another language may have meant instead."""
    own: float = 0.9
    """What a word counts as it was asked in another language, where a write-up holds it in that language."""
    own_alone: float = 0.6
    """And where nobody knows what it is in English."""
    light: float = 0.9
    """What a word that says little counts."""
    read_again: int = 20
    """Practices whose passages are looked at."""
    passage: float = 0.2
    """What the best of them is worth."""
    passage_length: float = 0.1
    """And how much less for each of its words."""
    nearest: int = 2
    """Passages of a practice that count, the nearest."""
    nearness: float = 6
    """What they are worth when they agree in full with the query."""
    stronger: float = 0.02
    """What each level of evidence is worth: it decides near ties."""
    firm: float = 0.45
    """Of the most that a word can count on a page: it is about that, and does not only hold it."""
    assured_by_passage: float = 0.75
    """What it adds to the assurance of an answer that one passage holds the whole query."""
    assured_by_words: float = 1.5
    """And that the practice is about all its words."""
    assured_by_meaning: float = 0.5
    """And that it agrees in meaning."""
    doubt: float = 6.3
    """What speaks against an answer before anything is known. What speaks for one, as follows, has to outweigh it."""
    sure_by_nearness: float = 5.65
    """How near the nearest passages come of the practice with the most assurance."""
    sure_by_words: float = 4.55
    """Whether it is about the words."""
    sure_by_others: float = 6.65
    """And whether the best are on the whole: a subject that a library has is seldom in one write-up alone."""
    others: float = 0.03
    """So large a share of the practices is that: one of thirty, ten of three hundred."""
    sure_by_translation: float = 0.58
    """That the query is in another language, of whose words fewer are known."""
    sure_against: float = 8.1
    """And what speaks against one: how far the query is about a subject on which there is nothing."""
    related: float = 1
    """Assurance from which another practice is a result beside it."""
    fewest: int = 30
    """Practices from which a library knows which words are rare, and so what it does not hold."""
    looked_at: int = 10
    """Of the best practices, to see whether one is an answer."""
    short: int = 4
    """Words of a query that is named as a whole."""
    completions: int = 8
    """Endings tried for a word that is still being typed."""
    shortest_completed: int = 3
    """Letters from which they are."""
    share_of_best: float = 0.4
    """What scores less than this share of the best of its kind is not a result."""
    near: float = 0.5
    """Agreement in meaning from which an entry is a result that holds none of the words."""

    @property
    def data(self) -> dict[str, float]:
        """The same as the engine reads it."""
        return {to_camel(name): value for name, value in self._asdict().items()}


RANKING = Ranking()
