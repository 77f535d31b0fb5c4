"""What a reviewer of a contribution wants to know, as Markdown: what it says, what it adds, and what to look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.contributing.comment import literal, source_link, statement
from generator.contributing.links import AskedLink, LinkAnswer
from generator.linking import Links, link
from generator.linking.duplicates import possible_duplicates
from generator.model import SECTIONS, City, EvidenceLevel, Library, Practice, Result, ResultKind
from generator.reading import Hint, Problem, count
from generator.wording import say

MOST_LETTERS = 60_000
"""GitHub takes 65,536 in a comment."""
MOST_SHOWN = 8
"""So many write-ups are shown in full."""
MOST_HINTS = 20
NEAREST = 3
MARK = "<!-- peerbook-review -->"
"""By this the one comment is found again."""


@dataclass(frozen=True)
class Contribution:
    """What changed between two libraries, by id."""

    added: tuple[Practice, ...]
    changed: tuple[Practice, ...]
    removed: tuple[str, ...]
    cities: tuple[City, ...]
    """Those that are new or changed."""


def compare(base: Library, head: Library) -> Contribution:
    """Return what `head` adds to `base`, changes in it and takes out."""
    old, cities = base.practice_by_id, base.city_by_id
    kept = {alias for one in head.practices for alias in one.aliases} | head.practice_by_id.keys()
    return Contribution(
        tuple(one for one in head.practices if one.id not in old and not set(one.aliases) & old.keys()),
        tuple(one for one in head.practices if one.id in old and one != old[one.id]),
        tuple(sorted(old.keys() - kept)),
        tuple(city for city in head.cities if city != cities.get(city.id)),
    )


def refused(problems: Sequence[Problem]) -> str:
    """Return the comment where the write-ups can't be read: every problem, as far as there is room."""
    told = [f"- <code>{literal(one.file)}</code> line {one.line}: {_problem(one)}" for one in problems]
    number = count(len(told), "problem")
    head = f"{MARK}\n## This does not pass the check yet\n\n{number}. Each is marked at its line, too.\n"
    return _fitting([head, *told])


def review_text(base: Library, head: Library, hints: Sequence[Hint] = (), found: Sequence[AskedLink] = ()) -> str:
    """Return the comment on what `head` changes in `base`.

    Args:
        base: the library as it is.
        head: the library with the contribution.
        hints: on the write-ups of `head`.
        found: what came of asking the sources of what is new.

    """
    contribution, links = compare(base, head), link(head)
    parts = [f"{MARK}\n## What this changes\n", *_summary(contribution, base, head)]
    for practice in (*contribution.added, *contribution.changed)[:MOST_SHOWN]:
        parts += _practice(practice, base, head, links, hints, found)
    for city in contribution.cities[:MOST_SHOWN]:
        parts += _city(city, base)
    return _fitting(parts)


def why_allowed(practice: Practice) -> str:
    """Return which results carry the level of evidence of a write-up that passes the check, in a sentence."""
    level, carry = practice.evidence.level, _CARRIES[practice.evidence.level]
    if carry is None:
        return "every write-up may claim it"
    numbers = [str(number) for number, result in enumerate(practice.results, 1) if _carries(level, result)]
    which = f"result {numbers[0]} has" if len(numbers) == 1 else f"results {', '.join(numbers)} have"
    return f"{which} {carry}; {len(practice.results) - len(numbers)} of {len(practice.results)} do not"


_CARRIES = {
    EvidenceLevel.RANDOMIZED_TRIAL: "a comparison group (was it drawn by lot? the source has to say so)",
    EvidenceLevel.QUASI_EXPERIMENTAL: "a comparison group",
    EvidenceLevel.BEFORE_AFTER: "the same measure at two times, or a change with its period",
    EvidenceLevel.MONITORING: "a figure",
    EvidenceLevel.DESCRIPTIVE: None,
}


def _carries(level: EvidenceLevel, result: Result) -> bool:
    if level in (EvidenceLevel.RANDOMIZED_TRIAL, EvidenceLevel.QUASI_EXPERIMENTAL):
        return bool(result.comparison_group)
    if level is EvidenceLevel.BEFORE_AFTER:
        return result.kind is ResultKind.CHANGE and bool(result.before or result.period)
    return result.is_measured


def _summary(contribution: Contribution, base: Library, head: Library) -> Iterator[str]:
    for what, some in (("New", contribution.added), ("Changed", contribution.changed)):
        for practice in some:
            label = head.city_by_id[practice.city].label
            yield f"- {what}: **{literal(practice.title)}** ({literal(label)}, <code>{practice.id}</code>)\n"
    for one in contribution.removed:
        yield f"- Taken out, and its address leads nowhere: <code>{one}</code> (to move it: peerbook rename)\n"
    for city in contribution.cities:
        what = "Changed city" if city.id in base.city_by_id else "New city"
        yield f"- {what}: **{literal(city.label)}** (<code>{city.id}</code>)\n"
    if not any((contribution.added, contribution.changed, contribution.removed, contribution.cities)):
        yield "- No write-up and no city changes what it says.\n"


def _practice(
    practice: Practice, base: Library, head: Library, links: Links, hints: Sequence[Hint], found: Sequence[AskedLink]
) -> Iterator[str]:
    yield f"\n### {literal(practice.title)}\n"
    yield from _adds(practice, base)
    level = practice.evidence.level
    yield f"- **Evidence: {level.label}.** {level.meaning} Allowed because {why_allowed(practice)}.\n"
    yield from _duplicates(practice, head)
    yield from _neighbours(practice, head, links)
    yield from _broken(practice, found)
    own = [hint for hint in hints if hint.problem.path.as_posix().endswith(f"/{practice.id}.yaml")]
    if own:
        number = count(len(own), "hint")
        yield f"\n<details><summary>{number} on what is worth a second look; none is an error</summary>\n\n"
        yield from (
            f"- line {hint.problem.line}: {_problem(hint.problem)} ({hint.rule})\n" for hint in own[:MOST_HINTS]
        )
        yield "\n</details>\n"
    yield from _rendered(practice)


def _problem(problem: Problem) -> str:
    return literal(": ".join(filter(None, (problem.wrong, problem.allowed))))


def _adds(practice: Practice, base: Library) -> Iterator[str]:
    """What the library had none of, or little of, before."""
    groups: tuple[tuple[str, Sequence[str], Mapping[str, Sequence[Practice]]], ...] = (
        ("topic", practice.topics, base.practices_by_topic),
        ("kind of answer", practice.methods, base.practices_by_method),
        ("criterion", practice.criteria, base.practices_by_criterion),
        ("practice area", practice.areas, base.practices_by_area),
        ("city", (practice.city,), base.practices_of_city),
    )
    told = []
    for kind, ids, held in groups:
        for one in ids:
            before = sum(other.id != practice.id for other in held.get(one, ()))
            told.append(f"{kind} <code>{literal(one)}</code> ({'the first' if not before else f'{before} before'})")
    yield f"- **Adds to:** {', '.join(told)}.\n"


def _duplicates(practice: Practice, head: Library) -> Iterator[str]:
    for pair in possible_duplicates(head, of=(practice.id,)):
        other = head.practice_by_id[pair.other(practice.id)]
        words = ", ".join(map(literal, pair.words))
        yield f"- **The same practice as <code>{other.id}</code>?** {literal(other.title)} Both speak of {words}.\n"


def _neighbours(practice: Practice, head: Library, links: Links) -> Iterator[str]:
    nearest = [*links.neighbours.get(practice.id, ())[:NEAREST], *links.same_city.get(practice.id, ())[:1]]
    if nearest:
        yield "- **Nearest in the library:**\n"
    for one in nearest:
        other = head.practice_by_id[one.practice]
        why = "; ".join(literal(say(reason)) for reason in one.reasons)
        yield f"  - {literal(other.title)} (<code>{other.id}</code>). {why}\n"


def _broken(practice: Practice, found: Sequence[AskedLink]) -> Iterator[str]:
    answers = {one.url: one for one in found}
    for key, source in practice.sources.items():
        one = answers.get((source.url or "").partition("#")[0])
        if one and one.answer is not LinkAnswer.ANSWERS:
            what = _ANSWERED.get(one.answer, "was not asked")
            copy = f"; {source_link(one.copy, 'an archived copy')}" if one.copy else ""
            where = source_link(one.url, source.title)
            yield f"- **Source <code>{literal(key)}</code> {what}** ({literal(one.why)}): {where}{copy}\n"


_ANSWERED = {LinkAnswer.GONE: "is gone", LinkAnswer.UNSURE: "did not answer us (look yourself)"}


def _rendered(practice: Practice) -> Iterator[str]:
    yield f"\n<details><summary>The write-up as it reads</summary>\n\n{literal(practice.summary)}\n"
    yield f"\nStarted {practice.started}, {practice.status}. Reviewed {practice.reviewed}.\n"
    for section in SECTIONS:
        if texts := section.texts(practice):
            yield f"\n**{section.heading}**\n\n"
            figures = practice.results if section.field == "results" else ()
            for number, text in enumerate(texts):
                yield f"1. {statement(text)}{_figures(figures[number]) if figures else ''}\n"
    if practice.unknown:
        yield f"\n**Not known:** {literal('; '.join(practice.unknown))}\n"
    yield "\n**Sources**\n\n"
    for key, source in practice.sources.items():
        told = ", ".join(filter(None, (source.publisher, source.date)))
        yield f"- <code>{literal(key)}</code> {source_link(source.url, source.title)}. {literal(told)}\n"
    yield "\n</details>\n"


def _figures(result: Result) -> str:
    held = result.model_dump(exclude={"text"}, exclude_none=True, exclude_defaults=True)
    return (
        " — " + ", ".join(f"{name.replace('_', ' ')}: {literal(str(value))}" for name, value in held.items())
        if held
        else ""
    )


def _city(city: City, base: Library) -> Iterator[str]:
    yield f"\n### {literal(city.label)}\n"
    people = city.population.count
    yield f"- Population {people if people == 'unknown' else f'{people:,}'}, {city.region}.\n"
    for step in city.certifications:
        cited = "; ".join(source_link(city.sources[key].url, city.sources[key].title) for key in step.sources)
        yield f"- Certified {step.level}, {step.year} ({step.award}): {cited}\n"
    if city.id not in base.city_by_id:
        yield "- A new city: does the source name the city, the level and the year?\n"


def _fitting(parts: Sequence[str]) -> str:
    """The parts as far as there is room; what is cut off is said, and no block is left open."""
    text = "".join(part if part.endswith("\n") else f"{part}\n" for part in parts)
    if len(text) <= MOST_LETTERS:
        return text
    kept, length = [], 0
    for part in parts:
        length += len(part) + 1
        if length > MOST_LETTERS:
            break
        kept.append(part if part.endswith("\n") else f"{part}\n")
    body = "".join(kept)
    opened = body.count("<details>") - body.count("</details>")
    return body + "\n</details>\n" * opened + "\nThe rest does not fit into a comment; the built site shows it.\n"
