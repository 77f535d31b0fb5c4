"""The page that tells how often the write-ups were found wrong."""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.model import Audit, CheckedAgainst, Draw, ErrorKind, Finding, Library, Practice, Verdict
from generator.publishing.page import Page
from generator.publishing.search.facets import NOT_CHECKED
from generator.publishing.template import Templates


def accuracy_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page of all audits, with what they found and what the figure can't say."""
    library = templates.library
    by_lot = _newest_first(library, Draw.BY_LOT)
    yield templates.page(
        "accuracy.md.jinja",
        "accuracy.md",
        templates.language("How accurate is this?"),
        templates.language(
            "How often claims were held against sources, how many were contradicted, and what that says."
        ),
        by_lot=by_lot,
        doubtful=_newest_first(library, Draw.DOUBTFUL_FIRST),
        latest=by_lot[0] if by_lot else None,
        kinds=_kinds(library.audits),
        told=[(audit, _told(audit, library)) for audit in by_lot if audit.findings],
        checked=_checked(library),
        corrected=sum(1 for practice in library.practices if practice.corrections),
        corrections=sum(len(practice.corrections) for practice in library.practices),
    )


def _newest_first(library: Library, draw: Draw) -> list[Audit]:
    found = [audit for audit in reversed(library.audits) if audit.drawn is draw]
    return sorted(found, key=lambda audit: audit.date, reverse=True)


def _kinds(audits: Iterable[Audit]) -> list[tuple[ErrorKind, int]]:
    """Kinds of error in the audits whose findings are known, the most frequent first."""
    counts = Counter(finding.kind for audit in audits for finding in audit.findings if finding.kind)
    return sorted(counts.items(), key=lambda one: (-one[1], list(ErrorKind).index(one[0])))


def _told(audit: Audit, library: Library) -> list[tuple[Practice | None, Finding]]:
    """The findings of an audit with their write-ups, also under earlier ids; contradicted ones first."""
    practice_by_name = {name: one for one in library.practices for name in (*one.aliases, one.id)}
    findings = sorted(audit.findings, key=lambda finding: finding.verdict is not Verdict.CONTRADICTED)
    return [(practice_by_name.get(finding.practice), finding) for finding in findings]


def _checked(library: Library) -> list[tuple[str, str, int]]:
    """How write-ups were checked: the value of the filter in the search, its name, and how many."""
    counts = Counter(str(one.checked.against) if one.checked else NOT_CHECKED[0] for one in library.practices)
    return [(value, name, counts[value]) for value, name in (*((str(c), c.label) for c in CheckedAgainst), NOT_CHECKED)]
