"""What each practice is made of, as numbers: its tags and its words, so weighted that likeness is a plain product."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.language.forms import form_key
from generator.language.rarity import rarity
from generator.linking.meanings import Meanings, meanings
from generator.linking.tables import table
from generator.linking.tags import NodeKind, Tag, tag_names, tag_of, tags_of
from generator.linking.terms import Terms, count_terms, register_words
from generator.model import Library, Practice

WEIGHTS = {
    NodeKind.TERM: 0.36,  # words know more than any list of tags, but two texts share only a part of them
    NodeKind.METHOD: 0.20,  # the same kind of answer is what a city can take home, even from another field
    NodeKind.MEANING: 0.22,  # what both are about, whatever the words
    NodeKind.TOPIC: 0.13,  # the same field: the reader's own question
    NodeKind.CRITERION: 0.05,  # the same requirement of the standard; few write-ups have any
    NodeKind.AREA: 0.04,  # eight broad areas tell little
}
"""Share of each kind of feature in the score of two practices that share all of them. They add up to 1."""

SPARE_TAGS = 1  # as if each practice had one more tag that we don't know: one of one shared is less than three of three
MIN_HOLDERS = 2  # what a single practice has links nothing
REGISTER_WORD = 1.25  # a word that a register lists for a topic or a method is subject matter by our own word
CLUMPING_BOUNDS = (0.5, 2.0)  # a word is at most halved or doubled, as its clumping is measured on few practices
TELLING = 1.5  # from here on a word gathers in a field so much that it names a subject
USUAL_PAIRS = 10  # so many pairs of usual likeness are added to those that hold a word, to steady rare words


@dataclass(frozen=True)
class Features:
    """Practices × features. The similarity of two practices is the product of their rows, 0 to 1.

    So a score is the sum of what each shared feature gives (the product of two cells of one column), and of what the
    two mean as a whole.
    """

    practices: tuple[Practice, ...]
    """Rows: see `in_order`."""
    matrix: sparse.csr_matrix
    """Weighted, scaled values; all are 0 or more."""
    kinds: tuple[NodeKind, ...]
    """Kind of each column."""
    names: tuple[str, ...]
    """Name of each column in words: of the tag, or the term itself."""
    telling: tuple[bool, ...]
    """Whether a column can stand in a reason: tags, and terms that a reader would call a subject."""
    meanings: NDArray[np.float64]
    """Practices × dimensions: where each write-up as a whole points to, as long as the root of its weight."""
    meant: Meanings
    """The same with length 1, and where their questions point to."""

    def scores(self, rows: slice) -> NDArray[np.float64]:
        """Return the similarity of some practices with all, 0 to 1; with itself, that of a practice is of no use."""
        scores: NDArray[np.float64] = self.meanings[rows] @ self.meanings.T
        np.maximum(scores, 0, out=scores)
        scores += (self.matrix[rows] @ self._transposed).toarray()
        return scores

    @cached_property
    def traits(self) -> NDArray[np.float64]:
        """Practices × dimensions: tags and meaning side by side, without words; how alike two are is their product.

        Two write-ups may tell of the same thing in other words, so words would hide that one repeats the other.
        """
        tags = np.flatnonzero([kind is not NodeKind.TERM for kind in self.kinds])
        return np.hstack([self.matrix[:, tags].toarray(), self.meanings])

    @cached_property
    def _transposed(self) -> sparse.csr_matrix:
        return self.matrix.T.tocsr()


def in_order(library: Library) -> tuple[Practice, ...]:
    """Return the practices as rows, those of a city together."""
    return tuple(sorted(library.practices, key=lambda practice: (practice.city, practice.id)))


def practice_features(library: Library, meant: Callable[[], Meanings] | None = None) -> Features:
    """Return the features of all practices.

    Args:
        library: what was read.
        meant: gives the meanings of the practices, `in_order`, where somebody else makes them.
    """
    practices = in_order(library)
    names = tag_names(library)
    tags, borne = _tags(practices)
    terms = count_terms(practices, library.city_by_id)
    listed = register_words(library)
    subject = subject_weights(terms, borne, listed)
    directions = meant() if meant else meanings(practices)
    return Features(
        practices=practices,
        matrix=sparse.hstack([borne, _words(terms, subject)], format="csr"),
        kinds=(*(tag.kind for tag in tags), *(NodeKind.TERM for _ in terms.names)),
        names=(*(names[tag] for tag in tags), *terms.names),
        telling=(*(True for _ in tags), *_telling(terms, subject, listed)),
        meanings=directions.practices.astype(np.float64) * WEIGHTS[NodeKind.MEANING] ** 0.5,
        meant=directions,
    )


def subject_weights(terms: Terms, tags: sparse.csr_matrix, listed: frozenset[str]) -> NDArray[np.float64]:
    """Return how much each term tells of the subject: 1 for a usual one, up to 2.5, and down to 0.5.

    That is how much more alike in their tags the practices that hold a term are than any two: "crashes" gathers in one
    field, "gathered" does not. After Bookstein, Klein and Raita, "Clumping properties of content-bearing words", JASIS
    49 (1998). Terms that the registers list (their stems are in `listed`) count more.

    Args:
        terms: of all practices.
        tags: practices × tags; the likeness of two practices is the product of their rows.
        listed: stems of the registers' words.

    """
    with_self = tags.multiply(tags).sum(axis=1).A1
    pairs, likeness = _pairs((terms.counts > 0).astype(np.float64), tags, with_self)
    all_pairs, all_likeness = _pairs(np.ones((tags.shape[0], 1)), tags, with_self)
    boost = np.array([REGISTER_WORD if form_key(name) in listed else 1.0 for name in terms.names])
    if not all_likeness.any():
        return boost
    usual = all_likeness / all_pairs
    clumping: NDArray[np.float64] = (likeness + USUAL_PAIRS * usual) / (pairs + USUAL_PAIRS) / usual
    weights: NDArray[np.float64] = boost * clumping.clip(*CLUMPING_BOUNDS)
    return weights


def _telling(terms: Terms, subject: NDArray[np.float64], listed: frozenset[str]) -> Iterator[bool]:
    """Whether each term can stand in a reason: it gathers in a field, and is a pair of words or in the registers.

    Other single words may make two write-ups alike ("won", "visible"), but tell a reader nothing, nor does a word that
    is a part of names ("Lab").
    """
    for name, weight in zip(terms.names, subject.round(6).tolist(), strict=True):
        yield weight >= TELLING and not name.istitle() and (" " in name or form_key(name) in listed)


def _pairs(
    holds: sparse.csr_matrix | NDArray[np.float64], tags: sparse.csr_matrix, with_self: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Number of pairs of practices under each column of `holds`, and the sum of their likeness."""
    holds = sparse.csc_matrix(holds)
    holders = holds.getnnz(axis=0)
    sums = sparse.csr_matrix(holds.T @ tags)
    return holders * (holders - 1) / 2, (sums.multiply(sums).sum(axis=1).A1 - holds.T @ with_self) / 2


def _tags(practices: Sequence[Practice]) -> tuple[list[Tag], sparse.csr_matrix]:
    """Tags that at least two practices bear, and practices × tags.

    Sharing a tag gives its rarity (1 for the rarest of its kind), divided by the geometric mean of how many tags of
    that kind the two have: a long list of tags is no advantage.
    """
    borne, nodes = table({tag.node: 1.0 for tag in tags_of(practice)} for practice in practices)
    tags = [tag_of(node) for node in nodes]
    holders = borne.getnnz(axis=0)
    blocks, kept = [sparse.csr_matrix((len(practices), 0))], list[Tag]()
    for kind in (NodeKind.METHOD, NodeKind.TOPIC, NodeKind.CRITERION, NodeKind.AREA):
        all_columns = [column for column, tag in enumerate(tags) if tag.kind is kind]
        columns = [column for column in all_columns if holders[column] >= MIN_HOLDERS]
        if columns:
            per_practice = borne[:, all_columns].sum(axis=1).A1 + SPARE_TAGS
            weights = rarity(holders[columns], len(practices))
            scale = np.sqrt(WEIGHTS[kind] * weights / weights.max())
            blocks.append(sparse.diags(per_practice**-0.5) @ borne[:, columns] @ sparse.diags(scale))
            kept += [tags[column] for column in columns]
    return kept, sparse.hstack(blocks, format="csr")


def _words(terms: Terms, subject: NDArray[np.float64]) -> sparse.csr_matrix:
    """Practices × terms: TF-IDF, where a repeated word counts with its logarithm, times subject; rows of one length."""
    if not terms.names:
        return terms.counts
    weighted = sparse.csr_matrix(terms.counts, dtype=np.float64, copy=True)
    weighted.data = 1 + np.log(weighted.data)
    holders = terms.counts.getnnz(axis=0)
    weighted = weighted @ sparse.diags((1 + np.log((1 + weighted.shape[0]) / (1 + holders))) * subject)
    lengths = np.sqrt(weighted.multiply(weighted).sum(axis=1).A1)
    return sparse.diags(np.sqrt(WEIGHTS[NodeKind.TERM]) / np.where(lengths > 0, lengths, 1)) @ weighted
