"""Hints: where a write-up that passes the check makes one of the errors that audits find most often.

A hint is no problem: a rule of words can't know what a source says. Each names the words and what to look at.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from generator.model import EvidenceLevel, Practice, Result, citations, parse_quantity, plain_text
from generator.reading.field_texts import marked_texts, plain_texts
from generator.reading.letters import shown
from generator.reading.numbers import FEW, near, numbers, same_quantity, units
from generator.reading.readability import hard_to_read
from generator.reading.rules import Hint, Rule, SecondLooks
from generator.reading.strict_yaml import Document
from generator.reading.unseen import not_there
from generator.said import said


def hints(practice: Practice, document: Document) -> Iterator[Hint]:
    """Yield what is worth a second look in a valid write-up that stands in `document`."""
    for rule, look in _RULES.items():
        for place, words, advice in look(practice):
            yield Hint(rule, document.problem(place, words, advice))


_RANK = re.compile(
    r"\b(?:the|its|one of the) (?:\S+ )?(?:first|largest|biggest|oldest|best|worst|highest|lowest|fastest|only)\b"
    r"(?: [\w'-]+){0,4}? (?:in|of) (?:the|its|any|all)?\s?(?:[\w'-]+ ){0,2}?"
    r"(?:world|nation|country|state|province|kind|region|hemisphere|United States|US|U\.S\.|America\w*|[Cc]ities)\b"
    r"|\b(?:nation|world|country|state|city)['’]s (?:first|largest|biggest|oldest|best|only)\b"
    r"|\bthe first (?:(?:large|major|big|American|US|U\.S\.|Latin American) )?(?:city|county|government|place)\b"
)
_SUPERLATIVES = ("first", "only", "best", "worst", "est ")
_ABSOLUTE = re.compile(
    r"\b(?!at all\b|above all\b|all kinds\b|any (?:case|hour|time|longer|way)\b|only (?:a|by|about|from|after|then)\b)"
    r"(?<!at )(?<!above )(?<!if )(?<!not )(all|every|any|never|always|only)\b(?: [\w'’-]+){0,3}",
    re.IGNORECASE,
)


def _sweeping(practice: Practice) -> SecondLooks:
    """Ranks anywhere; and words for all or none where things are said in short and no statement below says them."""
    texts = plain_texts(practice)
    for one in texts:
        if any(word in one.text for word in _SUPERLATIVES) and (rank := _RANK.search(one.text)):
            words = said("“%(words)s” is a rank", words=shown(rank[0]))
            yield one.place, words, said("does a source say so, and among whom, and when?")
    body = " ".join(one.text.lower() for one in texts if one.field not in _DRAWN_TOGETHER)
    for one in texts:
        if one.field in _DRAWN_TOGETHER:
            for match in _ABSOLUTE.finditer(one.text):
                if not re.search(rf"\b{match[1].lower()}\b", body):
                    words = said(
                        "“%(words)s”: no statement below says “%(word)s”", words=shown(match[0]), word=match[1].lower()
                    )
                    yield one.place, words, said("is this wider than what it rests on?")


_DRAWN_TOGETHER = frozenset(["title", "summary", "lessons"])
"""Fields that say in short what statements below say in full."""


def _figures(result: Result) -> tuple[str, ...]:
    return tuple(figure for name in _FIGURES if (figure := getattr(result, name)))


_OF_WHAT = re.compile(
    r"\b(?:of|rates?|share|per|by|than|with|without|who|that|[a-z]{3,}ed|"
    r"growth|increase|rise|fall|drop|decline|decrease|reduction|change|saving|discount)\b",
    re.IGNORECASE,
)
"""A metric with one of these names its whole (residents who …, calls answered …), or is no share but a change."""
_OF = re.compile(r"(?:%| percent)\s+(?:[\w-]+ )?of\b|\b(?:of|among) (?:the|all|those|these)\b", re.IGNORECASE)


def _share(practice: Practice) -> SecondLooks:
    """Shares that neither their metric nor their sentence gives a whole."""
    for number, result in enumerate(practice.results):
        figure = next(filter(None, (result.before, result.treated, result.value)), None)
        quantity = parse_quantity(figure)
        is_share = quantity is not None and quantity.unit == "%" and quantity.value > 0
        if is_share and not (_OF_WHAT.search(result.metric or "") or _OF.search(plain_text(result.text))):
            place = ("results", number, "metric")
            words = said("%(figure)s is a share", figure=shown(figure))
            yield place, words, said("of what? Name the whole in metric or text")


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_SPAN = re.compile(
    r"\b(?:months?|years?|weeks?|days?|nights?|quarters?|annual\w*|monthly|weekly|daily|yearly|season|hours?|decade|"
    r"January|February|March|April|June|July|August|September|October|November|December|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)


def _period(practice: Practice) -> SecondLooks:
    """Figures without a period, in a result that names no time at all."""
    for number, result in enumerate(practice.results):
        text = f"{result.metric} {plain_text(result.text)}"
        if _figures(result) and not result.period and not _YEAR.search(text) and not _SPAN.search(text):
            words = said("%(figure)s has no period", figure=shown(_figures(result)[0]))
            yield ("results", number), words, said("when was it measured?")


_AHEAD = re.compile(
    r"\b(?:(?<!their )(?<!free )(?<!political )will|plans? to|expects? to|aims? to|intends? to|hopes? to|"
    r"(?:is|are) (?:expected|scheduled) to|(?:is|are) due to (?:be|begin|come|end|open|run|start)|proposes? to)\b"
)
_STALE = 2
"""Years after which what a source said of the future has most likely come or not."""


def _future(practice: Practice) -> SecondLooks:
    """What was to come in a year that has passed, or in a source that has grown old."""
    now = int(practice.reviewed[:4])
    for one in marked_texts(practice):
        text = plain_text(one.text)
        match = _AHEAD.search(text)
        if not match or one.field == "title":
            continue
        dates = [date for key in citations(one.text) if (date := practice.sources[key].date)]
        written = max((int(date[:4]) for date in dates), default=now)
        named = [int(year[0]) for year in _YEAR.finditer(text[match.start() :])]
        old = one.field != "lessons" and written <= now - _STALE
        if (max(named) < now) if named else old:
            if named:
                words = said("“%(words)s” of %(year)s", words=match[0], year=str(max(named)))
            else:
                words = said("“%(words)s” in a source of %(year)s", words=match[0], year=str(written))
            yield (
                one.place,
                words,
                said("has it come? Say what was planned then, or what is so in %(year)s", year=str(now)),
            )


def _unbacked(practice: Practice) -> SecondLooks:
    """Figures in the title, the summary or a lesson without footnotes that no sourced statement tells."""
    short = [one for one in marked_texts(practice) if one.field in _DRAWN_TOGETHER and not citations(one.text)]
    known = set(numbers(f"{_below(practice)} {practice.started}"))
    for one in short:
        for value, words in numbers(plain_text(one.text)).items():
            if value > FEW and value not in known and not any(near(value, other) for other in known):
                wrong = said("%(figure)s stands in no statement below", figure=shown(words))
                yield one.place, wrong, said("where does it come from?")


def _below(practice: Practice) -> str:
    """All that the write-up says in sourced statements and in the figures of its results."""
    texts = [plain_text(one.text) for one in marked_texts(practice) if citations(one.text) or one.field == "evidence"]
    for result in practice.results:
        texts += filter(None, (result.metric, result.target, result.period, result.comparison_group, result.sample))
        texts += _figures(result)
    return " ".join(texts)


def _two_figures(practice: Practice) -> SecondLooks:
    """A figure that is nearly, but not, what its sentence says; one measure with two figures for one time.

    A sentence that tells none of several figures leaves them to the tile: its own numbers are others, such as a goal.
    """
    for number, result in enumerate(practice.results):
        figures = {name: figure for name in _FIGURES if (figure := getattr(result, name))}
        named = units(plain_text(result.text)) if figures else set()
        own = units(" ".join(figures.values()))
        others = named - own if len(figures) == 1 or own & named else set()
        for name, figure in figures.items():
            for value, unit in sorted(units(figure) - named):
                rivals = [other for other, same in sorted(others) if same == unit and same_quantity(value, other)]
                if rivals:
                    words = said(
                        "%(field)s is %(figure)s, but the sentence says %(other)s",
                        field=name,
                        figure=shown(figure),
                        other=_figure(rivals[0], unit),
                    )
                    yield ("results", number, name), words, said("which of the two is right?")
    for (one, first), (other, second) in combinations(enumerate(practice.results), 2):
        same = first.metric and second.metric and first.metric.lower() == second.metric.lower()
        if same and first.period == second.period and _figures(first) != _figures(second):
            place = ("results", other, "metric")
            words = said(
                "“%(metric)s” has other figures in result %(number)s", metric=shown(second.metric), number=str(one + 1)
            )
            yield place, words, said("same measure, same time?")


def _figure(value: float, unit: str) -> str:
    return f"{value:,g}%" if unit == "%" else f"{unit}{value:,.12g}"


_FIGURES = ("before", "after", "change", "treated", "comparison", "value")
_EARLIER = re.compile(
    r"\b(?:than (?:in|before|the year|a year|the previous)|(?:year|month|period|time)s? (?:before|earlier)|"
    r"compared (?:with|to) (?:(?:18|19|20)\d\d|the (?:year|previous|same)|before)|from the (?:year|previous))\b"
)
_BESIDE = re.compile(
    r"\b(?:control|comparison|elsewhere|other|others|without|where|while|untreated|against|not)\b", re.I
)


def _comparison(practice: Practice) -> SecondLooks:
    """A group taken over from a result of other sources, or beside a sentence that compares with earlier times."""
    groups: dict[str, tuple[int, set[str]]] = {}
    for number, result in enumerate(practice.results):
        if not result.comparison_group:
            continue
        cited = set(citations(result.text))
        first = groups.setdefault(result.comparison_group.lower(), (number, cited))
        place = ("results", number, "comparison_group")
        if first[0] != number and not first[1] & cited:
            words = said(
                "the group of result %(number)s stands here, and the two share no source", number=str(first[0] + 1)
            )
            yield place, words, said("does the source of this result name it?")
        elif (earlier := _EARLIER.search(text := plain_text(result.text))) and not _BESIDE.search(text):
            words = said("the sentence compares with “%(words)s”", words=shown(earlier[0]))
            yield place, words, said("is this result held against that group?")


_COMPARED = (EvidenceLevel.RANDOMIZED_TRIAL, EvidenceLevel.QUASI_EXPERIMENTAL)
_MANY = 3
_TOLD = re.compile(r"\bno comparison\b|\bonly\b|\bother (?:figures|results)\b", re.IGNORECASE)
"""The note already tells that the level does not hold for all."""


def _level(practice: Practice) -> SecondLooks:
    """A level that only one of several results carries, where the note does not say so."""
    level, measured = practice.evidence.level, practice.measured_results
    if level in _COMPARED:
        carrying = [one for one in measured if one.comparison_group]
    elif level is EvidenceLevel.BEFORE_AFTER:
        carrying = [one for one in measured if one.comparison_group or one.before or one.change]
    else:
        return
    if len(carrying) == 1 and len(measured) >= _MANY and not _TOLD.search(plain_text(practice.evidence.note)):
        words = said("%(level)s is carried by one result of %(number)s", level=str(level), number=str(len(measured)))
        way_out = said("does it carry the practice as a whole? Else weaken it, or say so")
        yield ("evidence", "level"), words, way_out


_STATES = frozenset(["summary", "results", "evidence", "adopted_by"])
"""Fields that say what is known; in a problem or a lesson, what was missing is the story."""


def _unseen(practice: Practice) -> SecondLooks:
    """The first claim that something is not there: it rests on what was seen by the day of the check."""
    for one in plain_texts(practice):
        if one.field in _STATES and (words := not_there(one.text)):
            day = practice.checked.date if practice.checked else practice.reviewed
            told = said("“%(words)s” rests on what was seen by %(day)s", words=shown(words), day=day)
            way_out = said("is there a newer report or evaluation? Else say what was read, or until when")
            yield one.place, told, way_out
            return


_RULES = {
    Rule.SWEEPING: _sweeping,
    Rule.SHARE: _share,
    Rule.PERIOD: _period,
    Rule.FUTURE: _future,
    Rule.UNBACKED: _unbacked,
    Rule.TWO_FIGURES: _two_figures,
    Rule.COMPARISON: _comparison,
    Rule.LEVEL: _level,
    Rule.UNSEEN: _unseen,
    Rule.READABILITY: hard_to_read,
}
