"""How good "Read next" is: each method alone, and the blend that the site uses, by the graded pairs.

python -m bench.relevance [--write]

With `--write` the figures are kept beside the code with the day, for the page that tells how links are found. They
are those of that day: a write-up that comes later changes no figure until they are measured again.
"""

import datetime
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from generator.language.rarity import rarity
from generator.language.stop_words import STOP_WORDS
from generator.language.words import words_in
from generator.linking import link
from generator.linking.features import Features, practice_features
from generator.linking.ranking import DECIMALS
from generator.linking.tags import NodeKind
from generator.model import Library, Practice, plain_text
from generator.reading import read_library
from tests.relevance.judged import LIBRARY, SHOWN, Judged, diversity, interval, judge, read_grades

ROOT = Path(__file__).parent.parent
FILE = ROOT / "generator" / "linking" / "data" / "relevance.json"
SITE = "as the site shows it"
DIGITS = 3
WORST = 5
Scores = NDArray[np.float64]
K1, B = 1.2, 0.75
"""Usual settings of BM25."""


def methods(features: Features) -> Iterator[tuple[str, Scores]]:
    """Yield each method's name and its scores of all pairs."""
    # Here, since few who import this room measure, and to load it takes a second.
    from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

    counts = CountVectorizer(analyzer=_words).fit_transform([_text(one) for one in features.practices])
    tf_idf = TfidfTransformer(sublinear_tf=True).fit_transform(counts)
    yield "TF-IDF", (tf_idf @ tf_idf.T).toarray()
    yield "BM25", _bm25(sparse.csr_matrix(counts))
    yield "meaning of words", features.meanings @ features.meanings.T
    kinds = np.array(features.kinds)
    for kind in (NodeKind.TERM, NodeKind.METHOD, NodeKind.TOPIC, NodeKind.CRITERION, NodeKind.AREA):
        part = features.matrix[:, np.flatnonzero(kinds == kind)]
        yield f"our features of kind {kind} alone", (part @ part.T).toarray()
    yield "shared tags", _without(features, kinds == NodeKind.TERM)
    yield "blend without meaning", (features.matrix @ features.matrix.T).toarray()
    yield "blend, by score alone", features.scores(slice(0, len(features.practices))).round(DECIMALS)


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
    weighted = counts.tocoo().astype(np.float64)
    norm = K1 * (1 - B + B * lengths[weighted.row] / lengths.mean())
    weighted.data = weighted.data * (K1 + 1) / (weighted.data + norm) * rarity(holders, counts.shape[0])[weighted.col]
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


def figures(library: Library) -> dict[str, Any]:
    """Return how good each method is on the half on which no weight was chosen, and the site on the other, as values.

    `library` is the number of practices that are linked, `pairs` are those graded 1 to 3. `ndcg5` and `precision3` are
    a mean and its 95% bootstrap interval; `coverage` is the share of practices that stand in anybody's list;
    `diversity` is how many cities, topics and methods a list of five holds; `worst` are the practices with the poorest
    lists, and their nDCG@5. All to three digits.
    """
    judged = read_grades()
    report, fit = ([one for one in judged if one.is_fit is is_fit] for is_fit in (False, True))
    features = practice_features(library)
    lists = {name: lists_of(scores, features.practices) for name, scores in methods(features)}
    shown = {one: [other.practice for other in found] for one, found in link(library).neighbours.items()}
    reached = judge(report, shown)
    worst = sorted(zip(reached.ndcg.round(DIGITS).tolist(), reached.asked, strict=True))[:WORST]
    return {
        "library": len(library.practices),
        "practices": len(judged),
        "pairs": sum(len(one.grades) for one in judged),
        "halves": {"fit": len(fit), "report": len(report)},
        "methods": [_quality(name, report, found, library) for name, found in {**lists, SITE: shown}.items()],
        "fit": _quality(SITE, fit, shown, library),
        "worst": {practice: ndcg for ndcg, practice in worst},
    }


def _quality(name: str, judged: list[Judged], found: dict[str, list[str]], library: Library) -> dict[str, Any]:
    reached, practice = judge(judged, found), library.practice_by_id
    different = {
        "cities": diversity(found, lambda one: (practice[one].city,)),
        "topics": diversity(found, lambda one: practice[one].topics),
        "methods": diversity(found, lambda one: practice[one].methods),
    }
    return {
        "name": name,
        "ndcg5": _mean(reached.ndcg),
        "precision3": _mean(reached.precision),
        "coverage": round(reached.coverage, DIGITS),
        "diversity": {of: round(number, DIGITS) for of, number in different.items()},
    }


def _mean(values: Scores) -> dict[str, float]:
    low, high = interval(values)
    return {"mean": round(float(values.mean()), DIGITS), "low": round(low, DIGITS), "high": round(high, DIGITS)}


def lines(found: dict[str, Any]) -> Iterator[str]:
    """Yield the figures as a table."""
    halves, of = found["halves"], ("cities", "topics", "methods")
    heads = ("nDCG@5", "95%", "precision@3", "95%", "coverage", *(f"{one} a list" for one in of))
    yield " | ".join((f"read next, {halves['report']} practices", *heads))
    yield "--- | ---: | --- | ---: | --- | ---: | ---: | ---: | ---:"
    fit = {**found["fit"], "name": f"the same on the {halves['fit']} that weights were chosen on"}
    for one in (*found["methods"], fit):
        means = (
            cell
            for mean in (one["ndcg5"], one["precision3"])
            for cell in (f"{mean['mean']:.3f}", f"{mean['low']:.2f} to {mean['high']:.2f}")
        )
        different = (f"{one['diversity'][name]:.2f}" for name in of)
        yield " | ".join((one["name"], *means, f"{one['coverage']:.2f}", *different))
    yield from (f"    poor: {practice} ({ndcg:.2f})" for practice, ndcg in found["worst"].items())


def main() -> None:
    found = figures(read_library(ROOT / "practices"))
    print("\n".join(lines(found)))
    if "--write" in sys.argv[1:]:
        today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
        found = {"measured": today, **found}
        FILE.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        ids = sorted(read_library(ROOT / "practices").practice_by_id)
        LIBRARY.write_text("".join(f"- {one}\n" for one in ids), encoding="utf-8")


if __name__ == "__main__":
    main()
