"""Practices, cities and criteria as Markdown files: for assistants, notes and other people's tools.

Contributed text is escaped: of its Markdown only emphasis, links and footnotes are marks here as well, and nothing in
it can begin a heading, a list, a table, HTML or a fence.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from markdown_it.token import Token

from generator.linking import Links
from generator.model import SECTIONS, City, Criterion, Library, Practice, Source
from generator.model.markup import is_marked, parse_inline, without_tail
from generator.publishing.records.values import url
from generator.publishing.tiles import headline_of
from generator.wording import ENGLISH, Language, certification, people, say, started

_SIGNS = re.compile(r"[\\`*_\[\]<>|~&$]")
_BEGINS = re.compile(r"^(?:[#+=:-]|[0-9]{1,9}[.)])")
"""What at the beginning of a line begins a heading, a list or a rule."""
_MARKS = {"em_open": "*", "em_close": "*", "strong_open": "**", "strong_close": "**"}


def plain(text: str) -> str:
    """Return a text so that Markdown shows it as typed, on one line."""
    escaped = _SIGNS.sub(r"\\\g<0>", " ".join(text.split()))
    return _BEGINS.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", escaped)


def marked_text(text: str) -> str:
    """Return a field's Markdown as Markdown that holds only what its field may hold; citations as footnotes."""
    typed = " ".join(text.split())
    body, _ = without_tail(typed)
    if is_marked(body):
        joined = "".join(_parts(parse_inline(typed)))
    else:  # as most are: only the citations at the end are marks
        joined = _SIGNS.sub(r"\\\g<0>", body) + typed[len(body) :]
    return _BEGINS.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", joined)


def _parts(tokens: Iterable[Token]) -> Iterator[str]:
    links: list[str] = []
    for token in tokens:
        if token.type in ("text", "text_special"):
            yield _SIGNS.sub(r"\\\g<0>", token.content)
        elif token.type == "citation":
            yield f"[^{token.meta['key']}]"
        elif token.type == "link_open":
            links.append(_target(str(token.attrGet("href") or "")))
            yield "["
        elif token.type == "link_close":
            yield f"](<{links.pop()}>)"
        else:
            yield _MARKS.get(token.type, " ")


def _target(address: str) -> str:
    """An address that can stand between angle brackets."""
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~-._")


def practice_markdown(practice: Practice, library: Library, links: Links, address: str, _: Language = ENGLISH) -> str:
    """Return a whole write-up: level of evidence first, then all statements with their sources, and what is unknown."""
    city = library.city_by_id[practice.city]
    level = practice.evidence.level
    lines = [
        f"# {plain(practice.title)}",
        marked_text(practice.summary),
        _facts(
            (_("City"), f"{city.label}; {people(city, _)}; {certification(city.certification, library.network, _)}"),
            (
                _("Evidence"),
                _("%(level)s (%(strength)s of 5)", level=_(level.label), strength=level.strength)
                + f". {_(level.meaning)}",
            ),
            (_("Started"), started(practice, _)),
            (_("Topics"), ", ".join(library.topic_by_id[one].name for one in practice.topics)),
            (_("Kind of answer"), ", ".join(library.method_by_id[one].name for one in practice.methods)),
            (_("Criteria"), ", ".join(practice.criteria)),
            (_("Page"), url(practice, address)),
            (_("Last change"), practice.updated),
        ),
    ]
    for section in SECTIONS:
        statements = section.texts(practice)
        if statements:
            told = _results(practice, _) if section.field == "results" else map(marked_text, statements)
            lines += [f"## {_(section.heading)}", _list(told)]
    if practice.unknown:
        lines += [f"## {_('What we don’t know')}", _list(map(plain, practice.unknown))]
    if practice.corrections:
        told = (f"{one.date}: {plain(one.text)}" for one in practice.corrections)
        lines += [f"## {_('Corrections')}", _list(told)]
    similar = [
        f"[{plain(other.title)}]({_target(url(other, address))}): "
        f"{other_city}; {_(other.evidence.level.label)}. {plain('; '.join(say(reason, _) for reason in one.reasons))}"
        for one in links.neighbours.get(practice.id, ())
        for other in (library.practice_by_id[one.practice],)
        for other_city in (library.city_by_id[other.city].label,)
    ]
    if similar:
        lines += [f"## {_('Read next')}", _list(similar)]
    lines += [f"## {_('Sources')}", "\n".join(_sources(practice.sources, practice.citation_order, _))]
    lines.append(_("Text: CC BY 4.0."))
    return _joined(lines)


def city_markdown(city: City, library: Library, links: Links, address: str, _: Language = ENGLISH) -> str:
    """Return a city: where it stands, what it did, who is like it and why."""
    practices = library.practices_of_city.get(city.id, ())
    lines = [
        f"# {plain(city.label)}",
        _facts(
            (_("Certification"), certification(city.certification, library.network, _)),
            (_("Population"), people(city, _)),
            (_("Page"), url(city, address)),
        ),
        f"## {_('Certification history')}",
        _list(certification(step, library.network, _) for step in city.certifications),
        f"## {_('Practices here')}",
        _list(_lines(practices, library, address, _)) if practices else _("None yet."),
    ]
    peers = [
        f"[{plain(library.city_by_id[peer.city].label)}]({_target(url(library.city_by_id[peer.city], address))}): "
        + plain("; ".join(say(reason, _) for reason in peer.reasons))
        for peer in links.peers.get(city.id, ())
    ]
    if peers:
        lines += [f"## {_('Peer cities')}", _list(peers)]
    return _joined([*lines, _("Text: CC BY 4.0.")])


def criterion_markdown(criterion: Criterion, library: Library, address: str, _: Language = ENGLISH) -> str:
    """Return a criterion: what is asked, how to check oneself, and the practices that show it."""
    texts = (criterion.asks, criterion.sourcing, *(one.text for one in criterion.details))
    keys = dict.fromkeys(key for text in texts for key in re.findall(r"\[\^([^\]]+)\]", text))
    practices = library.practices_by_criterion.get(criterion.code, ())
    lines = [
        f"# {criterion.code} {plain(criterion.name)}",
        plain(criterion.question),
        marked_text(criterion.asks),
        f"## {_('Check yourself')}",
        _list(map(plain, criterion.checks)),
        *([f"## {_('More that is known')}", _list(marked_text(one.text) for one in criterion.details)]
          if criterion.details else []),
        f"## {_('Practices that show it')}",
        _list(_lines(practices, library, address, _)) if practices else _("None yet."),
        f"## {_('How well this is sourced')}",
        marked_text(criterion.sourcing),
        f"## {_('Sources')}",
        "\n".join(_sources(library.standard.sources, keys, _)),
        _("Text: CC BY 4.0."),
    ]  # fmt: skip
    return _joined(lines)


def _lines(practices: Iterable[Practice], library: Library, address: str, _: Language) -> Iterator[str]:
    """A line for each practice; none names a figure without its level of evidence."""
    for practice in practices:
        found = next((line for result in practice.measured_results if (line := headline_of(result, _))), "")
        told = "; ".join(
            filter(None, (library.city_by_id[practice.city].label, _(practice.evidence.level.label), found))
        )
        yield f"[{plain(practice.title)}]({_target(url(practice, address))}): {plain(told)}"


def _results(practice: Practice, _: Language) -> Iterator[str]:
    for result in practice.results:
        figure = headline_of(result, _)
        notes = [f"**{plain(figure)}**"] if figure else []
        if result.comparison_group:
            notes.append(plain(_("against %(other)s", other=result.comparison_group)))
        if result.period:
            notes.append(plain(result.period))
        yield f"{'; '.join(notes)}. {marked_text(result.text)}" if notes else marked_text(result.text)


def _sources(sources: Mapping[str, Source], order: Iterable[str], _: Language) -> Iterator[str]:
    for key in order:
        source = sources[key]
        named = ", ".join(filter(None, (plain(source.title), source.publisher and plain(source.publisher))))
        where = f" <{_target(source.url)}>" if source.url else ""
        note = f" ({plain(source.note)})" if source.note else ""
        yield f"[^{key}]: {named}, {source.date or _('undated')}{note}.{where}"


def _facts(*facts: tuple[str, str]) -> str:
    return _list(f"**{name}:** {plain(text)}" for name, text in facts if text)


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


def _joined(blocks: Iterable[str]) -> str:
    return "\n\n".join(blocks) + "\n"
