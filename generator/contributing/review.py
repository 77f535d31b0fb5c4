"""What a reviewer of a contribution wants to know, as Markdown: what it says, what it adds, and what to look at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.contributing.comment import literal, source_link, statement
from generator.contributing.links import AskedLink, LinkAnswer
from generator.linking import Links, link
from generator.linking.duplicates import possible_duplicates
from generator.model import SECTIONS, City, EvidenceLevel, Library, Practice, Result, ResultKind
from generator.reading import Hint, Problem
from generator.wording import ENGLISH, Language, marked, people, say, started
from generator.wording.problems import problem_in

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


def refused(problems: Sequence[Problem], _: Language = ENGLISH) -> str:
    """Return the comment where the write-ups can't be read: every problem, as far as there is room."""
    told = [
        _("%(file)s line %(line)s: %(problem)s", file=_code(one.file), line=one.line, problem=_problem(one, _))
        for one in problems
    ]
    head = _("This does not pass the check yet")
    number = _.many(
        "%(count)s problem. Each is marked at its line, too.",
        "%(count)s problems. Each is marked at its line, too.",
        len(told),
    )
    return _fitting([f"{MARK}\n## {head}\n\n{number}\n", *(f"- {one}" for one in told)], _)


def review_text(
    base: Library,
    head: Library,
    hints: Sequence[Hint] = (),
    found: Sequence[AskedLink] = (),
    language: Language = ENGLISH,
) -> str:
    """Return the comment on what `head` changes in `base`.

    Args:
        base: the library as it is.
        head: the library with the contribution.
        hints: on the write-ups of `head`.
        found: what came of asking the sources of what is new.
        language: that of our own words.

    """
    _, contribution, links = language, compare(base, head), link(head)
    heading = _("What this changes")
    parts = [f"{MARK}\n## {heading}\n", *_summary(contribution, base, head, _)]
    for practice in (*contribution.added, *contribution.changed)[:MOST_SHOWN]:
        parts += _practice(practice, base, head, links, hints, found, _)
    for city in contribution.cities[:MOST_SHOWN]:
        parts += _city(city, base, _)
    return _fitting(parts, _)


def why_allowed(practice: Practice, _: Language = ENGLISH) -> str:
    """Return which results carry the level of evidence of a write-up that passes the check, in a sentence."""
    level, carry = practice.evidence.level, _CARRIES[practice.evidence.level]
    if carry is None:
        return _("Every write-up may claim it.")
    numbers = [str(number) for number, result in enumerate(practice.results, 1) if _carries(level, result)]
    return _(
        "Allowed because of %(what)s: result %(numbers)s of %(total)s.",
        what=_(carry),
        numbers=_.listed(numbers),
        total=len(practice.results),
    )


_CARRIES = {
    EvidenceLevel.RANDOMIZED_TRIAL: marked("a comparison group (was it drawn by lot? the source has to say so)"),
    EvidenceLevel.QUASI_EXPERIMENTAL: marked("a comparison group"),
    EvidenceLevel.BEFORE_AFTER: marked("the same measure at two times, or a change with its period"),
    EvidenceLevel.MONITORING: marked("a figure"),
    EvidenceLevel.DESCRIPTIVE: None,
}
"""What of a result each level rests on; of the last, nothing."""


def _carries(level: EvidenceLevel, result: Result) -> bool:
    if level in (EvidenceLevel.RANDOMIZED_TRIAL, EvidenceLevel.QUASI_EXPERIMENTAL):
        return bool(result.comparison_group)
    if level is EvidenceLevel.BEFORE_AFTER:
        return result.kind is ResultKind.CHANGE and bool(result.before or result.period)
    return result.is_measured


def _summary(contribution: Contribution, base: Library, head: Library, _: Language) -> Iterator[str]:
    for what, some in ((_("New"), contribution.added), (_("Changed"), contribution.changed)):
        for practice in some:
            label = head.city_by_id[practice.city].label
            yield f"- {what}: **{literal(practice.title)}** ({literal(label)}, {_code(practice.id)})\n"
    for one in contribution.removed:
        gone = _(
            "Taken out, and its address leads nowhere: %(id)s (to move it: %(command)s)",
            id=_code(one),
            command="peerbook rename",
        )
        yield f"- {gone}\n"
    for city in contribution.cities:
        what = _("Changed city") if city.id in base.city_by_id else _("New city")
        yield f"- {what}: **{literal(city.label)}** ({_code(city.id)})\n"
    if not any((contribution.added, contribution.changed, contribution.removed, contribution.cities)):
        nothing = _("No write-up and no city changes what it says.")
        yield f"- {nothing}\n"


def _practice(
    practice: Practice,
    base: Library,
    head: Library,
    links: Links,
    hints: Sequence[Hint],
    found: Sequence[AskedLink],
    _: Language,
) -> Iterator[str]:
    yield f"\n### {literal(practice.title)}\n"
    yield from _adds(practice, base, _)
    level = practice.evidence.level
    evidence = _("Evidence: %(level)s.", level=_(level.label))
    yield f"- **{evidence}** {_(level.meaning)} {why_allowed(practice, _)}\n"
    yield from _duplicates(practice, head, _)
    yield from _neighbours(practice, head, links, _)
    yield from _broken(practice, found, _)
    own = [hint for hint in hints if hint.problem.path.as_posix().endswith(f"/{practice.id}.yaml")]
    if own:
        number = _.many(
            "%(count)s hint on what is worth a second look; none is an error",
            "%(count)s hints on what is worth a second look; none is an error",
            len(own),
        )
        yield f"\n<details><summary>{number}</summary>\n\n"
        for hint in own[:MOST_HINTS]:
            told = _("line %(line)s: %(problem)s", line=hint.problem.line, problem=_problem(hint.problem, _))
            yield f"- {told} ({hint.rule})\n"
        yield "\n</details>\n"
    yield from _rendered(practice, _)


def _problem(problem: Problem, _: Language) -> str:
    told = problem_in(problem, _)
    return literal(": ".join(filter(None, (told.wrong, told.allowed))))


def _code(text: str) -> str:
    return f"<code>{literal(text)}</code>"


def _adds(practice: Practice, base: Library, _: Language) -> Iterator[str]:
    """What the library had none of, or little of, before."""
    groups: tuple[tuple[str, Sequence[str], Mapping[str, Sequence[Practice]]], ...] = (
        (_("topic"), practice.topics, base.practices_by_topic),
        (_("kind of answer"), practice.methods, base.practices_by_method),
        (_("criterion"), practice.criteria, base.practices_by_criterion),
        (_("practice area"), practice.areas, base.practices_by_area),
        (_("city"), (practice.city,), base.practices_of_city),
    )
    told = []
    for kind, ids, held in groups:
        for one in ids:
            before = sum(other.id != practice.id for other in held.get(one, ()))
            number = _("%(count)s before", count=before) if before else _("the first")
            told.append(f"{kind} {_code(one)} ({number})")
    adds = _("Adds to:")
    yield f"- **{adds}** {', '.join(told)}.\n"


def _duplicates(practice: Practice, head: Library, _: Language) -> Iterator[str]:
    for pair in possible_duplicates(head, of=(practice.id,)):
        other = head.practice_by_id[pair.other(practice.id)]
        same = _("The same practice as %(id)s?", id=_code(other.id))
        both = _("Both speak of %(words)s.", words=", ".join(map(literal, pair.words)))
        yield f"- **{same}** {literal(other.title)} {both}\n"


def _neighbours(practice: Practice, head: Library, links: Links, _: Language) -> Iterator[str]:
    nearest = [*links.neighbours.get(practice.id, ())[:NEAREST], *links.same_city.get(practice.id, ())[:1]]
    if nearest:
        heading = _("Nearest in the library:")
        yield f"- **{heading}**\n"
    for one in nearest:
        other = head.practice_by_id[one.practice]
        why = "; ".join(literal(say(reason, _)) for reason in one.reasons)
        yield f"  - {literal(other.title)} ({_code(other.id)}). {why}\n"


def _broken(practice: Practice, found: Sequence[AskedLink], _: Language) -> Iterator[str]:
    answers = {one.url: one for one in found}
    for key, source in practice.sources.items():
        one = answers.get((source.url or "").partition("#")[0])
        if one and one.answer is not LinkAnswer.ANSWERS:
            told, why = _(_ANSWERED[one.answer], source=_code(key)), literal(_(one.why))
            places = [source_link(one.url, source.title)]
            places += [source_link(one.copy, _("an archived copy"))] if one.copy else []
            yield f"- **{told}** ({why}): {'; '.join(places)}\n"


_ANSWERED = {
    LinkAnswer.GONE: marked("Source %(source)s is gone"),
    LinkAnswer.UNSURE: marked("Source %(source)s did not answer us (look yourself)"),
    LinkAnswer.NOT_ASKED: marked("Source %(source)s was not asked"),
}


def _rendered(practice: Practice, _: Language) -> Iterator[str]:
    heading = _("The write-up as it reads")
    yield f"\n<details><summary>{heading}</summary>\n\n{literal(practice.summary)}\n"
    dates = _(
        "Started %(started)s. Reviewed %(reviewed)s.", started=started(practice, _), reviewed=_.date(practice.reviewed)
    )
    yield f"\n{dates}\n"
    for section in SECTIONS:
        if texts := section.texts(practice):
            yield f"\n**{_(section.heading)}**\n\n"
            figures = practice.results if section.field == "results" else ()
            for number, text in enumerate(texts):
                yield f"1. {statement(text)}{_figures(figures[number]) if figures else ''}\n"
    if practice.unknown:
        unknown = _("Not known:")
        yield f"\n**{unknown}** {literal('; '.join(practice.unknown))}\n"
    sources = _("Sources")
    yield f"\n**{sources}**\n\n"
    for key, source in practice.sources.items():
        told = ", ".join(filter(None, (source.publisher, source.date and _.date(source.date))))
        yield f"- {_code(key)} {source_link(source.url, source.title)}. {literal(told)}\n"
    yield "\n</details>\n"


def _figures(result: Result) -> str:
    """The figures of a result, each with the name of its field."""
    held = result.model_dump(exclude={"text"}, exclude_none=True, exclude_defaults=True)
    return " — " + ", ".join(f"{_code(name)}: {literal(str(value))}" for name, value in held.items()) if held else ""


def _city(city: City, base: Library, _: Language) -> Iterator[str]:
    yield f"\n### {literal(city.label)}\n"
    yield f"- {people(city, _)}, {city.region}\n"
    for step in city.certifications:
        cited = "; ".join(source_link(city.sources[key].url, city.sources[key].title) for key in step.sources)
        award = _("Certified %(level)s, %(year)s (%(award)s)", level=step.level, year=step.year, award=step.award)
        yield f"- {award}: {cited}\n"
    if city.id not in base.city_by_id:
        question = _("A new city: does the source name the city, the level and the year?")
        yield f"- {question}\n"


def _fitting(parts: Sequence[str], _: Language) -> str:
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
    rest = _("The rest does not fit into a comment; the built site shows it.")
    return body + "\n</details>\n" * opened + f"\n{rest}\n"
