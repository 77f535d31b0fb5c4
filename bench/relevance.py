"""How good "Read next" is: each method alone, and the blend that the site uses, by the graded pairs.

python -m bench.relevance
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from generator.linking import link
from generator.linking.features import Features, practice_features
from generator.linking.plain_words import words_in
from generator.linking.stop_words import STOP_WORDS
from generator.linking.tags import Kind
from generator.model import Library, Practice, plain_text
from tests.relevance.judged import SHOWN, Judged, interval, judge, read_grades

Scores = NDArray[np.float64]
K1, B = 1.2, 0.75
"""Usual settings of BM25."""


def methods(features: Features) -> Iterator[tuple[str, Scores]]:
    """Yield each method's name and its scores of all pairs."""
    counts = CountVectorizer(analyzer=_words).fit_transform([_text(one) for one in features.practices])
    tf_idf = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    yield "TF-IDF", (tf_idf @ tf_idf.T).toarray()
    yield "BM25", _bm25(sparse.csr_matrix(counts))
    yield "meaning of words", features.meanings @ features.meanings.T
    kinds = np.array(features.kinds)
    for kind in (Kind.TERM, Kind.METHOD, Kind.TOPIC, Kind.CRITERION, Kind.AREA):
        part = features.matrix[:, np.flatnonzero(kinds == kind)]
        yield f"our features of kind {kind} alone", (part @ part.T).toarray()
    yield "shared tags", _without(features, kinds == Kind.TERM)
    yield "blend without meaning", (features.matrix @ features.matrix.T).toarray()


def _without(features: Features, columns: NDArray[np.bool_]) -> Scores:
    rest = features.matrix[:, np.flatnonzero(~columns)]
    scores: Scores = (rest @ rest.T).toarray()
    return scores


def _text(practice: Practice) -> str:
    return plain_text(" ".join((practice.title, practice.summary, *practice.statements)))


def _words(text: str) -> list[str]:
    return [word for word in words_in(text) if word not in STOP_WORDS]


def _bm25(counts: sparse.csr_matrix) -> Scores:
    """Each write-up asked as a query: the sum of BM25 over the words that it holds."""
    lengths = counts.sum(axis=1).A1
    holders = counts.getnnz(axis=0)
    rarity = np.log1p((counts.shape[0] - holders + 0.5) / (holders + 0.5))
    weighted = counts.tocoo().astype(np.float64)
    norm = K1 * (1 - B + B * lengths[weighted.row] / lengths.mean())
    weighted.data = weighted.data * (K1 + 1) / (weighted.data + norm) * rarity[weighted.col]
    scores: Scores = ((counts > 0).astype(np.float64) @ weighted.tocsr().T).toarray()
    return scores


def lists_of(scores: Scores, practices: tuple[Practice, ...]) -> dict[str, list[str]]:
    """The best practices of other cities, a practice a city."""
    found = {}
    for row, practice in enumerate(practices):
        best: dict[str, str] = {}
        for column in np.argsort(-scores[row], kind="stable").tolist():
            other = practices[column]
            if other.city != practice.city and scores[row, column] > 0:
                best.setdefault(other.city, other.id)
            if len(best) == SHOWN:
                break
        found[practice.id] = list(best.values())
    return found


def lines(library: Library) -> Iterator[str]:
    """Yield a table of the quality of each method, on the half of the practices on which no weight was chosen."""
    features = practice_features(library)
    judged = read_grades()
    report = [one for one in judged if not one.is_fit]
    fit = [one for one in judged if one.is_fit]
    neighbours = link(library).neighbours
    shown = {practice: [one.practice for one in found] for practice, found in neighbours.items()}
    lists = {name: lists_of(scores, features.practices) for name, scores in methods(features)}
    yield f"read next, {len(report)} practices | nDCG@5 | 95% | precision@3 | 95% | coverage | cities a list"
    yield "--- | ---: | --- | ---: | --- | ---: | ---:"
    for name, found in (*lists.items(), ("as the site shows it", shown)):
        yield _line(name, report, found)
    yield _line(f"the same on the {len(fit)} that weights were chosen on", fit, shown)
    worst = sorted(zip(judge(report, shown).ndcg, [one.practice for one in report], strict=False))[:5]
    yield from (f"    poor: {practice} ({ndcg:.2f})" for ndcg, practice in worst)


def _line(name: str, judged: list[Judged], found: dict[str, list[str]]) -> str:
    reached = judge(judged, found)
    figures = []
    for values in (reached.ndcg, reached.precision):
        low, high = interval(values)
        figures += [f"{values.mean():.3f}", f"{low:.2f} to {high:.2f}"]
    return " | ".join((name, *figures, f"{reached.coverage:.2f}", f"{reached.diversity:.2f}"))


if __name__ == "__main__":
    from bench.__main__ import ROOT
    from generator.reading import read_library

    print("\n".join(lines(read_library(ROOT / "practices"))))
