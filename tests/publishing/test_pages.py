"""Golden pages of the small library, and what holds for every page whatever is written in its fields."""

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.linking import Links, link
from generator.model import (
    Adoption,
    Audit,
    AuditList,
    Check,
    CheckedAgainst,
    Correction,
    Draw,
    ErrorKind,
    Finding,
    Library,
    PagePart,
    Practice,
    Verdict,
    sections_in,
)
from generator.publishing import Page, make_pages
from generator.publishing.data import OpenData
from generator.publishing.pages.accuracy import accuracy_pages
from generator.publishing.pages.city import city_pages
from generator.publishing.pages.corrections import OPEN, corrections_pages
from generator.publishing.pages.evidence import evidence_pages
from generator.publishing.pages.home import home_pages
from generator.publishing.pages.practice import practice_pages
from generator.publishing.pages.registers import register_pages
from generator.publishing.template import Templates
from tests.builders import audit
from tests.conftest import ROOT
from tests.publishing.test_markup import Tags, nasty

GOLDEN = Path(__file__).parent / "golden"
SHOWN = (
    "index.md",
    "find/index.md",
    "practices/boulder-co/nurses.md",
    "cities/boulder-co.md",
    "cities/index.md",
    "areas/index.md",
    "certification/index.md",
    "certification/advice.md",
    "areas/open-data.md",
    "criteria/eval2.md",
    "topics/health.md",
    "methods/index.md",
    "evidence.md",
    "readiness.md",
    "data/index.md",
    "accuracy.md",
)


def pages_of(library: Library, links: Links, edit_base: str | None = None) -> dict[str, Page]:
    return {page.path: page for page in make_pages(library, links, edit_base)}


@pytest.mark.parametrize("path", SHOWN)
def test_pages_read_as_they_did(
    path: str, small_library: Library, small_links: Links, request: pytest.FixtureRequest
) -> None:
    data = OpenData(small_library, small_links) if path.startswith("data/") else None
    page = {page.path: page for page in make_pages(small_library, small_links, data=data)}[path]
    golden = GOLDEN / path.replace("/", "__")
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(page.markdown, encoding="utf-8")
    assert page.markdown == golden.read_text(encoding="utf-8")


def test_every_thing_of_the_library_has_its_page(small_library: Library, small_links: Links) -> None:
    pages = pages_of(small_library, small_links)
    wanted = {
        *(f"practices/{practice.id}.md" for practice in small_library.practices),
        *(f"cities/{city.id}.md" for city in small_library.cities),
        *(f"areas/{area.id}.md" for area in small_library.standard.areas),
        *(f"criteria/{criterion.code.lower()}.md" for criterion in small_library.standard.criteria),
        *(f"topics/{topic.id}.md" for topic in small_library.topics),
        *(f"methods/{method.id}.md" for method in small_library.methods),
    }
    assert wanted <= set(pages)


def test_the_edit_link_opens_the_file_of_the_write_up_and_is_absent_without_a_repository(
    small_library: Library, small_links: Links
) -> None:
    path = "practices/boulder-co/nurses.md"
    with_repository = pages_of(small_library, small_links, "https://example.org/edit/")[path]
    assert with_repository.source == "practices/boulder-co/nurses.yaml"
    assert 'href="https://example.org/edit/practices/boulder-co/nurses.yaml"' in with_repository.body
    assert ">Edit</a>" not in pages_of(small_library, small_links)[path].body


def test_an_earlier_address_leads_to_the_practice(small_library: Library) -> None:
    first, second = small_library.practices
    library = small_library.model_copy(
        update={"practices": (first.model_copy(update={"aliases": ("boulder-co/old",)}), second)}
    )
    moved = pages_of(library, link(library))["practices/boulder-co/old.md"]
    assert 'href="../../../practices/boulder-co/nurses/"' in moved.body


def test_an_earlier_address_of_a_topic_and_of_a_method_leads_on(small_library: Library) -> None:
    topics = (small_library.topics[0].model_copy(update={"aliases": ("wellness",)}), *small_library.topics[1:])
    methods = (small_library.methods[0].model_copy(update={"aliases": ("teams",)}), *small_library.methods[1:])
    library = small_library.model_copy(update={"topics": topics, "methods": methods})
    pages = pages_of(library, link(library))
    assert 'href="../../topics/health/"' in pages["topics/wellness.md"].body
    assert 'href="../../methods/crisis-response/"' in pages["methods/teams.md"].body


def test_corrections_stand_on_the_practice_and_on_the_list_newest_first(small_library: Library) -> None:
    first, second = small_library.practices
    corrected = tuple(
        one.model_copy(update={"corrections": (Correction(date=day, text=f"The page said so until {day} <b>."),)})
        for one, day in ((first, "2026-01-02"), (second, "2026-03-04"))
    )
    library = small_library.model_copy(update={"practices": corrected})
    pages = pages_of(library, link(library))
    assert (
        "<b>January 2, 2026.</b> The page said so until 2026-01-02 &lt;b&gt;." in pages[f"practices/{first.id}.md"].body
    )
    listed = pages["corrections.md"].body
    assert listed.index("March 4, 2026") < listed.index(second.title) < listed.index("January 2, 2026")
    assert "None so far" in pages_of(small_library, link(small_library))["corrections.md"].body


def test_of_many_write_ups_corrected_on_a_day_the_first_are_open_and_the_others_folded(small_library: Library) -> None:
    first, second = small_library.practices
    correction = Correction(date="2026-01-02", text="The page said so for a while.")
    told = [
        first.model_copy(update={"id": f"{first.id}-{number}", "corrections": (correction,)})
        for number in range(OPEN + 2)
    ]
    library = small_library.model_copy(update={"practices": (*told, second)})
    page = next(corrections_pages(Templates(library, link(small_library), None)))
    shown, folded = page.body.split("<details")
    assert shown.count("The page said so for a while.") == OPEN
    assert folded.count("The page said so for a while.") == 2
    assert "2 write-ups more" in folded


def test_a_picture_is_offered_where_something_is_drawn_and_not_of_one_figure(
    small_library: Library, small_links: Links
) -> None:
    first, second = small_library.practices
    measured = first.results[0]
    alone = measured.model_copy(update={"treated": None, "comparison": None, "change": "-20%"})
    one_figure = first.model_copy(update={"results": (alone,)})
    library = small_library.model_copy(update={"practices": (one_figure, second)})
    path = f"practices/{first.id}.md"
    assert "Save picture" in pages_of(small_library, small_links)[path].body
    assert "Save picture" not in pages_of(library, link(library))[path].body
    assert "−20%" in pages_of(library, link(library))[path].body


def audited(library: Library, *audits: Audit) -> str:
    """The page on accuracy of a library with these audits."""
    library = library.model_copy(update={"audit_registers": {"audits": AuditList(audits=audits)}})
    return pages_of(library, link(library))["accuracy.md"].body


def test_the_latest_audit_by_lot_is_told_first_with_its_rate_and_interval(small_library: Library) -> None:
    body = audited(
        small_library,
        audit(id="late", date="2026-03-04", judged=200, contradicted=2),
        audit(id="early"),
        audit(Draw.DOUBTFUL_FIRST, date="2026-05-06", judged=50),
    )
    assert "of March 4, 2026, a source contradicted 2 of 200 claims: 1.0%." in body
    assert "between 0.3% and 3.6% that day" in body
    assert body.index("March 4, 2026</th>") < body.index("January 2, 2026</th>") < body.index("May 6, 2026</th>")


def test_audits_by_lot_and_of_doubtful_claims_are_told_apart(small_library: Library) -> None:
    body = audited(small_library, audit(), audit(Draw.DOUBTFUL_FIRST, contradicted=7))
    by_lot, doubtful = body.split('id="doubtful"')
    assert "2.0% to 10.3%" in by_lot
    assert "6.4%" in doubtful
    assert "not one series" in doubtful
    assert '</b></td><td class="pb-number" data-name="Contradicted">7</td>' in doubtful, (
        "no interval stands beside a rate that measures nothing"
    )
    assert 'id="by-lot"' not in audited(small_library, audit(Draw.DOUBTFUL_FIRST))
    assert "no audit by lot has been made" in audited(small_library, audit(Draw.DOUBTFUL_FIRST))


def test_counts_that_are_about_right_are_told_so(small_library: Library) -> None:
    body = audited(small_library, audit(Draw.DOUBTFUL_FIRST, approximate=True, judged=570, contradicted=30))
    cells = re.findall(r"<td[^>]*>(.*?)</td>", body)
    assert cells[:3] == ["<b>about 5%</b>", "about 30", "about 570"]


def test_what_an_audit_found_is_listed_with_its_kind(small_library: Library) -> None:
    found = [
        {"practice": "gone-xx/away", "field": "results 1", "verdict": "disagree"},
        {
            "practice": "boulder-co/nurses",
            "field": "adopted_by 1",
            "verdict": "contradicted",
            "kind": "wider-than-source",
            "passage": "<b>Says three.",
            "language": "pt",
        },
    ]
    body = audited(small_library, audit(contradicted=1, disagree=1, findings=found))
    assert "<li>Wider than the source: 1</li>" in body
    assert "adopted by 1, contradicted: wider than the source" in body
    assert '<q lang="pt" translate="no">&lt;b&gt;Says three.</q>' in body
    assert "<code>gone-xx/away</code>" in body
    assert body.index("boulder-co/nurses") < body.index("gone-xx/away")


def test_second_judges_are_told_beside_the_first(small_library: Library) -> None:
    wrong = {"practice": "boulder-co/nurses", "verdict": "contradicted", "kind": "other"}
    found = [{**wrong, "field": f"results {agreed}", "agreed": agreed} for agreed in (0, 2)]
    body = audited(small_library, audit(contradicted=2, second_judges=2, findings=found))
    assert "Of the 2, most judges, the first among them, call 1 contradicted: 0.9% (0.2% to 5.0%)." in body
    assert "2 second judges saw the same passages" in body
    assert "Contradicted by most of several judges: 1 (0.9%)." in body
    assert "something else; 0 of 2 second judges agreed" in body
    assert "second judge" not in audited(small_library, audit())


def test_the_page_counts_what_was_checked_against_a_second_source(small_library: Library) -> None:
    first, second = small_library.practices
    check = Check(date="2026-01-02", against=CheckedAgainst.SECOND_SOURCE)
    library = small_library.model_copy(update={"practices": (first.model_copy(update={"checked": check}), second)})
    body = audited(library)
    assert '<a href="../find/?checked=second-source">Checked against a second source</a>: 1 write-up' in body
    assert "<li>One source: 0 write-ups</li>" in body
    assert '<a href="../find/?checked=not-yet">Not checked yet</a>: 1 write-up' in body


def test_every_practice_leads_to_the_page_on_accuracy(small_library: Library, small_links: Links) -> None:
    pages = pages_of(small_library, small_links)
    for practice in small_library.practices:
        assert '<a href="../../../accuracy/">How accurate is this?</a>' in pages[f"practices/{practice.id}.md"].body


def test_a_source_without_an_address_stands_by_its_title_with_how_it_was_read(small_library: Library) -> None:
    first, second = small_library.practices
    report = first.sources["report"].model_copy(update={"url": None, "note": "read in a copy"})
    told = first.model_copy(update={"sources": {**first.sources, "report": report}})
    library = small_library.model_copy(update={"practices": (told, second)})
    body = pages_of(library, link(library))[f"practices/{first.id}.md"].body
    assert '<li id="source-report">The report. A university, May 24, 2020 (read in a copy)</li>' in body


def rendered(page: Page) -> str:
    """The page as MkDocs would render it, with the site's own extensions."""
    return markdown.markdown(page.body, extensions=extensions())


@cache
def extensions() -> list[str]:
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return [one if isinstance(one, str) else next(iter(one)) for one in config["markdown_extensions"]]


def hostile(practice: Practice, text: str) -> Practice:
    """The practice with `text` in every field that holds free text."""
    result = practice.results[0].model_copy(
        update={
            "text": text,
            "metric": text,
            "treated": text,
            "comparison": text,
            "comparison_group": text,
            "sample": text,
            "period": text,
        }
    )
    return practice.model_copy(
        update={
            **dict.fromkeys(("title", "summary", "cost"), text),
            **{section.field: (text, text) for section in sections_in(PagePart.BODY, PagePart.TOOK)},
            "adopted_by": tuple(Adoption.model_construct(city=None, name=text, text=text) for _ in range(2)),
            "unknown": (text, text),
            "results": (result,),
            "corrections": (Correction.model_construct(date="2024-01-31", text=text),),
            "evidence": practice.evidence.model_copy(update={"note": text}),
            "sources": {
                key: source.model_copy(update={"title": text, "publisher": text, "note": text})
                for key, source in practice.sources.items()
            },
        }
    )


def one_audit(text: str) -> Audit:
    """An audit with `text` in every field that holds free text."""
    finding = Finding(practice="boulder-co/nurses", field="cost", verdict=Verdict.CONTRADICTED, kind=ErrorKind.OTHER)
    told = finding.model_copy(update={"field": text, "passage": text, "note": text})
    changed = {"by": text, "how": text, "then": text, "contradicted": 1, "disagree": 0, "findings": (told,)}
    return audit().model_copy(update=changed)


def of_the_practice(library: Library, links: Links) -> list[Page]:
    """The pages that show texts of a practice, and of an audit."""
    templates = Templates(library, links, None)
    makers = (
        home_pages,
        practice_pages,
        city_pages,
        register_pages,
        evidence_pages,
        corrections_pages,
        accuracy_pages,
    )
    pages = (page for make in makers for page in make(templates) if "moved" not in page.description.lower())
    return [replace(page, fill=cache(page.fill)) for page in pages]


@pytest.fixture
def calm(small_library: Library, small_links: Links) -> set[str]:
    """The elements that these pages have whatever is in their texts."""
    plain = small_library.model_copy(update={"audit_registers": {"audits": AuditList(audits=(one_audit("Plain."),))}})
    return {tag for page in of_the_practice(plain, small_links) for tag, _ in Tags(page.body).found}


@given(
    text=nasty.filter(str.strip) | st.sampled_from(["</div></div><script>alert(1)</script>", '--8<-- "x"', "[x]: y"])
)
def test_no_contributed_text_becomes_markup_on_any_page(
    small_library: Library, small_links: Links, calm: set[str], text: str
) -> None:
    first, second = small_library.practices
    library = small_library.model_copy(
        update={
            "practices": (hostile(first, text), second),
            "audit_registers": {"audits": AuditList(audits=(one_audit(text),))},
        }
    )
    for page in of_the_practice(library, small_links):
        shown = rendered(page)
        html = Tags(shown)
        assert {tag for tag, _ in html.found} <= calm | {"em", "strong"}
        assert html.open == [], "an element was closed that the page needs open, or left open"
        assert not any(name.startswith("on") for _, attrs in html.found for name in attrs)
        links = [str(attrs["href"]) for tag, attrs in html.found if tag == "a"]
        assert all(
            link.lower().startswith(("https:", "http:", "mailto:", "#", "../", "?")) for link in links if ":" in link
        )
        assert shown.split() == page.body.split(), "the Markdown parser leaves our pages as they are"
        assert yaml.safe_load(page.markdown.split("---\n")[1])["title"]
