"""How long the shortest way through the form "Add a practice" takes: fields, characters, clicks, minutes.

A person is walked through it in Chromium who has the facts at hand and fills in no more than passes: the city, one
source, one problem, one thing done, one result, what is unknown. What is counted is what is done on the page; minutes
are estimated from it with the rates of `generator.publishing.contribute.least`, the heading of each field that can be
seen counted as read. The facts are public ones; that the second city is certified is made up, and nothing of this is
published.

python -m bench.contribute SITE
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize, sync_playwright

from generator.publishing.contribute import minutes_of
from tests.site import chromium, serving

DESKTOP, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)
OPEN = """() => {
    const seen = inside => Array.from(inside.querySelectorAll('.pb-field__label')).filter(one => one.checkVisibility());
    // What stands over fields that have headings of their own is no question.
    const asks = one => one.tagName !== 'LEGEND' || seen(one.parentElement).length === 1;
    return seen(document.querySelector('.pb-form')).filter(asks).map(one => one.textContent);
}"""
"""The headings of fields that can be seen."""


@dataclass
class Walk:
    """What a person does on the form, counted."""

    page: Page
    fields: int = 0
    signs: int = 0
    clicks: int = 0
    read: set[tuple[str, str]] = field(default_factory=set)
    troubles: int = 0

    def type(self, control: Locator, text: str) -> None:
        """Type a text into a field, which is one more that is filled in."""
        control.fill(text)
        self.fields += 1
        self.signs += len(text)
        self.look()

    def choose(self, control: Locator) -> None:
        """Answer a question by choosing."""
        control.click()
        self.fields += 1
        self.clicks += 1
        self.look()

    def click(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name).first.click()
        self.clicks += 1
        self.look()

    def look(self) -> None:
        """Read the headings that stand open, each once a step."""
        step = self.page.locator("#pb-step").text_content() or ""
        self.read |= {(step, words) for words in self.page.evaluate(OPEN)}

    @property
    def minutes(self) -> float:
        """About how long all this takes."""
        return minutes_of(len(self.read), self.signs, self.clicks)


@dataclass(frozen=True)
class Facts:
    """What somebody has at hand who begins to type."""

    city: tuple[str, str]
    source: dict[str, str]
    problem: str
    title: str
    summary: str
    approach: str
    started: str
    kind: str
    result: dict[str, str]
    note: str
    unknown: str
    topics: tuple[str, ...]
    methods: tuple[str, ...]
    area: str
    certified: dict[str, str] = field(default_factory=dict)


LABELS = {
    "title": "Title of the page, article or report",
    "publisher": "Who published it",
    "url": "Web address",
    "date": "Date, as far as it is known",
}
EVICTIONS = Facts(
    city=("boulder", "Boulder, CO"),
    source={
        "title": "Four cities prove that Certification isn’t the destination",
        "publisher": "What Works Cities",
        "url": "https://whatworkscities.bloomberg.org/news/four-cities-prove-that-certification-isnt-the-destination",
    },
    problem="Residents were evicted who could have stayed with a lawyer, a mediator or help with the rent.",
    title="Boulder helps tenants in court and compares who keeps the home",
    summary="Boulder offers lawyers, mediation and rent to people who face eviction. Of those who took part, 96% kept "
    "their home, against 58% of those who did not.",
    approach="The city compared how eviction cases ended with its help and without it.",
    started="unknown",
    kind="With the practice, against",
    result={
        "What came of it, in a sentence": "Far more of those who took part avoided eviction.",
        "What is measured": "evictions prevented",
        "Compared with whom or what?": "people who did not take part",
        "With the practice": "96%",
        "Without it": "58%",
    },
    note="The city's own comparison; those who took part chose to.",
    unknown="how many cases were compared",
    topics=("Housing",),
    methods=("Legal help",),
    area="Rigorous evaluation",
)
SNOW = Facts(
    city=("overland", "Overland Park, KS"),
    certified={"level": "silver", "year": "2026", "title": "Overland Park is certified"},
    source={
        "title": "Overland Park staff summarize lessons from January storm, roll out map and training changes",
        "publisher": "Citizen Portal",
        "url": "https://www.citizenportal.ai/articles/6713148/",
    },
    problem="The map of plowed streets marked a segment as cleared when a truck had only passed near it.",
    title="Overland Park shows residents where each snow plow has been",
    summary="Overland Park changed the public map of its snow plows, so that it draws the track of each plow. "
    "Whether fewer people call the city is not told.",
    approach="A new vendor's map draws the track of each plow, and crews drove every mile to check it.",
    started="2025",
    kind="No figure",
    result={"What came of it, in a sentence": "Staff counted few accidents and no injuries that cost working time."},
    note="Told by staff to the council; nobody measured what the map changed.",
    unknown="whether fewer people call",
    topics=("Streets and sidewalks",),
    methods=("Public dashboard",),
    area="Data management",
)


def filled_in(page: Page, facts: Facts) -> Walk:
    """Walk through the form with what passes at the least, up to the check; returns what it took."""
    walk = Walk(page)
    for part in (_city, _source, _what, _came_of_it, _found):
        part(walk, facts)
    walk.troubles = page.locator(".pb-summary li").count()
    return walk


def on(walk: Walk) -> None:
    walk.click("Continue")


def _city(walk: Walk, facts: Facts) -> None:
    page = walk.page
    walk.type(page.get_by_role("combobox", name="City"), facts.city[0])
    page.get_by_role("option", name=facts.city[1]).first.click()
    walk.clicks += 1
    page.locator(".pb-form__main", has_text=facts.city[1]).wait_for()
    if facts.certified:
        walk.choose(page.get_by_label("Yes", exact=True))
        walk.choose(page.get_by_label(facts.certified["level"], exact=False).first)
        walk.type(page.get_by_label("Year in which it was announced"), facts.certified["year"])
        walk.type(page.get_by_label("Title of the page", exact=True), facts.certified["title"])
    on(walk)


def _source(walk: Walk, facts: Facts) -> None:
    walk.click("Add a source")
    dialog = walk.page.get_by_role("dialog")
    for name, text in facts.source.items():
        walk.type(dialog.get_by_label(LABELS[name]), text)
    walk.click("Add and cite it")
    on(walk)


def _what(walk: Walk, facts: Facts) -> None:
    page = walk.page
    walk.type(page.get_by_label("The problem 1", exact=True), facts.problem)
    on(walk)
    walk.type(page.get_by_label("In one line"), facts.title)
    walk.type(page.get_by_label("In two sentences"), facts.summary)
    walk.type(page.get_by_label("Step by step 1", exact=True), facts.approach)
    walk.type(page.get_by_label("When did it start?"), facts.started)
    walk.choose(page.get_by_label("Yes, it is ongoing"))
    on(walk)


def _came_of_it(walk: Walk, facts: Facts) -> None:
    page = walk.page
    walk.click("Add a result")
    walk.choose(page.get_by_label(facts.kind))
    for label, text in facts.result.items():
        walk.type(page.get_by_label(label, exact=True), text)
    on(walk)
    walk.type(page.get_by_label("Who measured it"), facts.note)
    on(walk)
    walk.type(page.get_by_label("What nobody knows 1", exact=True), facts.unknown)
    on(walk)


def _found(walk: Walk, facts: Facts) -> None:
    page = walk.page
    for question, names in (
        ("Topics", facts.topics),
        ("Kinds of answer", facts.methods),
        ("Practice areas", (facts.area,)),
    ):
        for name in names:
            whole = page.get_by_role("group", name=question)
            entry = whole.get_by_role("checkbox", name=name).first
            if not entry.count():
                whole.get_by_text("more to choose from").click()
                walk.clicks += 1
                walk.signs += len(name)
                whole.get_by_role("searchbox").fill(name)
            walk.choose(entry)
    on(walk)
    page.locator("#hand-in").wait_for()


CASES = (("a city of the library", DESKTOP, EVICTIONS), ("a city that is new, on a phone", PHONE, SNOW))


def lines(site: Path) -> Iterator[str]:
    """Yield the table: what the least that passes takes in a site of this library."""
    yield "shortest write-up | fields | characters | clicks | headings read | minutes | wrong at the first check"
    yield "--- | ---: | ---: | ---: | ---: | ---: | ---:"
    with serving(lambda _: site) as (address, _), sync_playwright() as playwright, chromium(playwright) as browser:
        for name, size, facts in CASES:
            walk = _walked(browser, address, size, facts)
            counts = (walk.fields, walk.signs, walk.clicks, len(walk.read), f"{walk.minutes:.1f}", walk.troubles)
            yield " | ".join([name, *map(str, counts)])


def _walked(browser: Browser, address: str, size: ViewportSize, facts: Facts) -> Walk:
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.goto(f"{address}contribute/form/")
    page.locator(".pb-form[data-ready]").wait_for()
    walk = filled_in(page, facts)
    context.close()
    return walk


if __name__ == "__main__":
    print("\n".join(lines(Path(sys.argv[1]))))
