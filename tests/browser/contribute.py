"""What tests of the form "Add a practice" do on it."""

from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.site import Watched, wait_until


def opened(watched: Watched, query: str = "") -> Page:
    page = watched.open(f"contribute/form/{query}")
    ready(page)
    return page


def ready(page: Page) -> None:
    expect(page.locator(".pb-form[data-ready]")).to_be_visible()


def on(page: Page, times: int = 1) -> None:
    """Continue to the next step."""
    for _ in range(times):
        page.get_by_role("button", name="Continue").click()


def choose_city(page: Page, text: str, label: str) -> None:
    page.get_by_role("combobox", name="City").fill(text)
    page.get_by_role("option", name=label).first.click()


def add_source(page: Page, **fields: str) -> None:
    """Fill in the dialog for a source and cite it."""
    labels = {"title": "Title of the page, article or report", "publisher": "Who published it", "url": "Web address"}
    dialog = page.get_by_role("dialog")
    for name, text in fields.items():
        dialog.get_by_label(labels[name]).fill(text)
    dialog.get_by_role("button", name="Add and cite it").click()
    expect(dialog).to_be_hidden()


def problem_with_source(page: Page, text: str, **source: str) -> None:
    """Fill in the steps of the sources and of the problem."""
    page.get_by_role("button", name="Add a source").click()
    add_source(page, **source)
    on(page)
    page.get_by_label("The problem 1", exact=True).fill(text)


def short_practice(page: Page, title: str) -> None:
    """Fill in all steps from that of the sources to the last one."""
    problem_with_source(
        page, "Most tickets went to people who did not know the day.", title="The memo", url="https://example.org/memo"
    )
    on(page)
    page.get_by_label("In one line").fill(title)
    page.get_by_label("In two sentences").fill("The city sends a text message before street sweeping. Tickets fell.")
    page.get_by_label("Step by step 1", exact=True).fill("It sends a message at 6 p.m. the day before.")
    page.get_by_label("When did it start?").fill("2021")
    page.get_by_label("Yes, it is ongoing").check()
    on(page)
    page.get_by_role("button", name="Add a result").click()
    page.get_by_label("The same measure at two times").check()
    page.get_by_label("What came of it, in a sentence").fill("Fewer cars were ticketed.")
    for label, text in (("What is measured", "tickets"), ("Before", "9,000"), ("After", "6,000")):
        page.get_by_label(label, exact=True).fill(text)
    on(page)
    page.get_by_label("Who measured it").fill("The city's own count.")
    on(page)
    page.get_by_label("What nobody knows 1").fill("staff time")
    on(page)
    unfold(page)
    page.get_by_label("Questions people come with 1").fill("How do we cut parking fines?")
    for name, entry in (
        ("Topics", "Parking"),
        ("Kinds of answer", "Behavioral message"),
        ("Practice areas", "Performance"),
    ):
        choose(page, name, entry)
    on(page)


def choose(page: Page, question: str, entry: str) -> None:
    """Tick an entry of a register, suggested or not."""
    whole = page.get_by_role("group", name=question)
    for folded in whole.locator("summary").all():
        folded.click()
    whole.get_by_role("checkbox", name=entry).first.check()


def wrong(page: Page, words: str) -> Locator:
    """What is said beside a field that something is wrong with."""
    return page.locator(".pb-field__error", has_text=words)


def unfold(page: Page) -> None:
    """Open what a first version passes without."""
    page.get_by_text("Add more, now or later").click()


def file_text(page: Page, number: int = -1) -> str:
    """The text of a finished file."""
    files = page.locator(".pb-file code:not(h3 code)")
    return str(files.nth(number if number >= 0 else files.count() - 1).text_content())


def kept(page: Page) -> list[Any]:
    """All drafts that the browser keeps."""
    drafts: list[Any] = page.evaluate(
        "Object.entries(localStorage).filter(([key]) => key.startsWith('peerbook-draft:'))"
        ".map(([, text]) => JSON.parse(text))"
    )
    return drafts


def settled(page: Page, text: str) -> None:
    """Wait until a draft with this text is kept."""
    script = "text => Object.values(localStorage).some(kept => kept.includes(text))"
    wait_until(page, script, text)


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
