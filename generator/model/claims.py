"""What of a write-up can be right or wrong, and drawing of it by lot."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from generator.model.library import Library
from generator.model.markup import citations, without_citations
from generator.model.practice import Practice, Result, Status

STATEMENTS = ("problem", "approach", "people", "tools", "resources", "lessons")
"""Fields that hold a list of statements."""
_AUDIT_ID = re.compile(r"seed-([0-9]+)-([0-9a-f]{8})")


class Claim(NamedTuple):
    """Something that a write-up says: which field, in what words, and the keys of the sources it rests on."""

    practice: str
    field: str
    statement: str
    sources: tuple[str, ...]


def claims_of(practice: Practice) -> tuple[Claim, ...]:
    """Return all claims of a write-up: summary, level, status, cost, each result, each other statement.

    A claim without footnotes of its own rests on all sources of the write-up.
    """
    everything = practice.citation_order or tuple(practice.sources)
    return tuple(
        Claim(practice.id, field, without_citations(text), citations(text) or everything)
        for field, text in _texts(practice)
    )


def _texts(practice: Practice) -> Iterator[tuple[str, str]]:
    yield "summary", practice.summary
    yield "level", f"Level of evidence: {practice.evidence.level.label}. {practice.evidence.note}"
    yield "status", f"Started: {practice.started}. {_status(practice)}"
    if practice.cost:
        yield "cost", f"Cost: {practice.cost}"
    for number, result in enumerate(practice.results, 1):
        yield f"results {number}", f"{result.text} {_figures(result)}"
    for field in STATEMENTS:
        for number, statement in enumerate(getattr(practice, field), 1):
            yield f"{field} {number}", statement
    for number, adoption in enumerate(practice.adopted_by, 1):
        yield f"adopted_by {number}", f"{adoption.city or adoption.name}: {adoption.text}"


_STATUS = {
    Status.ONGOING: "It still runs.",
    Status.COMPLETED: "It is completed.",
    Status.DISCONTINUED: "It was given up.",
    Status.UNKNOWN: "Whether it still runs is not known.",
}


def _status(practice: Practice) -> str:
    """Whether it still runs, as the page has it: told with the year of the newest source."""
    told, newest = _STATUS[practice.status], practice.newest_source
    return f"{told[:-1]} (newest dated source: {newest[:4]})." if newest and practice.status is Status.ONGOING else told


def _figures(result: Result) -> str:
    """The figures of a result as its page shows them: "(share of calls: 56%, comparison 97%; 2018)"."""
    parts = [f"{name} {figure}".strip() for name in _FIGURES if (figure := getattr(result, name))]
    shown = [f"{result.metric}: {', '.join(parts)}"] if parts else []
    shown += ["no effect found"] if result.no_effect else []
    shown += [f"compared with {result.comparison_group}"] if result.comparison_group else []
    shown += [f"measured on {result.sample}"] if result.sample else []
    shown += [result.period] if result.period else []
    return f"({'; '.join(shown)})" if shown else ""


_FIGURES = ("before", "after", "change", "treated", "comparison", "value", "target")


def drawn(library: Library, seed: int, write_ups: int, claims: int) -> tuple[Claim, ...]:
    """Return claims drawn by lot: `write_ups` of the library (or all), of each `claims` (or all), each as likely.

    Every write-up and every claim has a lot of its own, the SHA-256 of the seed and its name, and the smallest lots
    are drawn. So the same seed and library give the same claims in any version of any language, and a new write-up
    changes at most one of those drawn. Source: E. Ohlsson, "Coordination of Samples Using Permanent Random Numbers",
    in Business Survey Methods (Wiley, 1995), chapter 9.
    """
    chosen = sorted(library.practices, key=lambda practice: _lot(seed, practice.id))[:write_ups]
    return tuple(
        claim
        for practice in chosen
        for claim in sorted(claims_of(practice), key=lambda one: _lot(seed, one.practice, one.field))[:claims]
    )


def _lot(seed: int, *name: str) -> bytes:
    return hashlib.sha256("\n".join((str(seed), *name)).encode()).digest()


def audit_id(seed: int, names: Iterable[tuple[str, str]]) -> str:
    """Return the id of an audit of the claims in `names` (write-up and field), whatever their order.

    It tells whether a sheet still holds the claims that were drawn, and no others.
    """
    whole = "\n".join((str(seed), *sorted(" ".join(name) for name in names)))
    return f"seed-{seed}-{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def seed_of(audit: str) -> int | None:
    """Return the seed in the id of an audit, or None if it is not such an id."""
    match = _AUDIT_ID.fullmatch(audit)
    return int(match[1]) if match else None
