"""The judged questions, and how well rankings answer them."""

import math
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from playwright.sync_api import Page

HERE = Path(__file__).parent
QUESTIONS = "questions.yaml"
LANGUAGES = {"Spanish": "questions-es.yaml", "Portuguese": "questions-pt.yaml"}
ROUNDS_OF_LANGUAGES = (2, 4, 6)
"""Written by others than those who wrote the lexicons, or before these were mended."""
UNANSWERABLE = {
    "English": "unanswerable.yaml",
    "Spanish": "unanswerable-es.yaml",
    "Portuguese": "unanswerable-pt.yaml",
}
ANSWERABLE = "answerable.yaml"
OF_WRITE_UPS = "of-write-ups.yaml"
ANSWER, HELP = 2, 1
GAIN = {ANSWER: 3, HELP: 1}
"""2 to the power of the grade, less 1 (Burges et al. 2005)."""

_RANK_ALL = """
async ([root, questions]) => {
    const { search } = await import(root + "assets/search/engine.js");
    const { open } = await import(root + "assets/search/store.js");
    const { passagesOf } = await import(root + "assets/search/pieces.js");
    const parser = new DOMParser();
    const rankings = [];
    for (const question of questions) {
        const result = await search(await open(), question);
        const shown = await passagesOf(result.index, result.rows.practice);
        const identity = ({ html }) => parser.parseFromString(html, "text/html").querySelector("[data-id]");
        rankings.push(shown.map(card => identity(card).dataset.id));
    }
    return rankings;
}
"""


_TOLD = """
async ([root, asks]) => {
    const { search } = await import(root + "assets/search/engine.js");
    const told = [];
    const { open } = await import(root + "assets/search/store.js");
    for (const ask of asks) told.push((await search(await open(), ask)).nothing !== null);
    return told;
}
"""


@dataclass(frozen=True)
class Question:
    """What somebody asks, and the grade of each practice that is not beside the point."""

    ask: str
    who: str
    held_out: bool
    grades: dict[str, int]
    round: int = 1
    """Before which round of tuning it was written."""


@dataclass(frozen=True)
class Unanswerable:
    """What somebody asks that no write-up answers."""

    ask: str
    who: str
    held_out: bool
    round: int = 1


@dataclass(frozen=True)
class Answerable:
    """What somebody asks, and the write-ups that are known to answer it: one, or up to three."""

    ask: str
    language: str
    held_out: bool
    answers: tuple[str, ...]
    round: int


@dataclass(frozen=True)
class Quality:
    """How well a set of questions is answered; each measure from 0 to 1."""

    questions: int
    success_at_3: float
    mrr: float
    ndcg_at_10: float
    failed: tuple[str, ...]
    """Questions without an answer among the first three."""


@cache
def _held(name: str) -> Any:
    """What a file holds, by libyaml: the loader of Python takes seconds for thousands of questions."""
    return yaml.load((HERE / name).read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


def read_questions(name: str = QUESTIONS) -> list[Question]:
    """Return all judged questions of a file."""
    data = _held(name)["questions"]
    return [
        Question(
            entry["ask"],
            entry["who"],
            entry["set"] == "held-out",
            dict.fromkeys(entry["helps"], HELP) | dict.fromkeys(entry["answers"], ANSWER),
            entry.get("written", 1),
        )
        for entry in data
    ]


def read_reworded(language: str) -> list[Question]:
    """Return the questions of the English file that were worded anew in a language, given by its code."""
    original = {question.ask: question for question in read_questions()}
    data = _held("reworded.yaml")["questions"]
    return [replace(original[entry["of"]], ask=entry["ask"]) for entry in data if entry["language"] == language]


def read_of_write_ups() -> list[Question]:
    """Return the questions of which only is known which write-up they were written from."""
    data = _held(OF_WRITE_UPS)
    return [Question(ask, "", True, {practice: ANSWER}) for practice, asks in data.items() for ask in asks]


def read_unanswerable(language: str = "English") -> list[Unanswerable]:
    """Return the questions that the library can't answer."""
    data = _held(UNANSWERABLE[language])["questions"]
    return [
        Unanswerable(entry["ask"], entry["who"], entry["set"] == "held-out", entry.get("written", 1)) for entry in data
    ]


def read_answerable() -> list[Answerable]:
    """Return the questions of which only is known that a write-up answers them, in all languages."""
    data = _held(ANSWERABLE)["questions"]
    return [
        Answerable(
            entry["ask"],
            entry["language"],
            entry["set"] == "held-out",
            (entry["answer"], *entry.get("also", ())),
            entry.get("written", 5),
        )
        for entry in data
    ]


def told_nothing(page: Page, address: str, asks: list[str]) -> list[bool]:
    """Return for each question whether the site at `address` says that it has nothing on it."""
    told: list[bool] = page.evaluate(_TOLD, [address, asks])
    return told


def rankings(page: Page, address: str, questions: list[Question]) -> list[list[str]]:
    """Return for each question the ids of the practices found by the site at `address`, best first."""
    ranked: list[list[str]] = page.evaluate(_RANK_ALL, [address, [question.ask for question in questions]])
    return ranked


def quality(questions: list[Question], ranked: list[list[str]]) -> Quality:
    """Return how well the rankings answer the questions."""
    pairs = list(zip(questions, ranked, strict=True))
    firsts = [_first_answer(question, ids) for question, ids in pairs]
    return Quality(
        questions=len(pairs),
        success_at_3=sum(first <= 3 for first in firsts) / len(pairs),
        mrr=sum(1 / first for first in firsts) / len(pairs),
        ndcg_at_10=sum(_ndcg(question, ids) for question, ids in pairs) / len(pairs),
        failed=tuple(question.ask for question, first in zip(questions, firsts, strict=True) if first > 3),
    )


def _first_answer(question: Question, ids: list[str]) -> float:
    """Rank of the first answer, from 1; infinite if there is none."""
    return next((rank for rank, one in enumerate(ids, 1) if question.grades.get(one) == ANSWER), math.inf)


def _ndcg(question: Question, ids: list[str]) -> float:
    """Normalized discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002)."""
    gains = [GAIN.get(question.grades.get(one, 0), 0) for one in ids]
    ideal = sorted((GAIN[grade] for grade in question.grades.values()), reverse=True)
    return _discounted(gains) / _discounted(ideal)


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(rank + 1) for rank, gain in enumerate(gains[:10], 1))
