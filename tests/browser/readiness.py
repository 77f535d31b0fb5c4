"""What tests of the page "Readiness" do on it."""

import json
from typing import Any

from playwright.sync_api import FilePayload, Page, expect

from generator.model import Assessment
from tests.site import Watched


def opened(watched: Watched, path: str = "readiness/") -> Page:
    page = watched.open(path)
    ready(page)
    return page


def ready(page: Page) -> None:
    expect(page.locator(".pb-readiness[data-ready]")).to_be_visible()


def question(page: Page, code: str) -> Any:
    return page.locator(f"[data-code={code}]")


def answer(page: Page, **answers: str) -> None:
    for code, words in answers.items():
        question(page, code).get_by_role("radio", name=words, exact=True).check()


def a_file(name: str, data: Any) -> FilePayload:
    text = data if isinstance(data, str) else json.dumps(data)
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}


def choose(page: Page, button: str, *files: FilePayload) -> None:
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name=button).click()
    chooser.value.set_files(list(files))


def given(page: Page) -> dict[str, str]:
    """Every answer that is chosen on the page, by code."""
    chosen: dict[str, str] = page.evaluate(
        "Object.fromEntries(Array.from(document.querySelectorAll('.pb-answer :checked'), one => [one.name, one.value]))"
    )
    return chosen


def as_file(assessment: Assessment) -> dict[str, Any]:
    data: dict[str, Any] = assessment.model_dump(mode="json", exclude_none=True)
    return data


def said(page: Page) -> Any:
    return page.locator(".pb-readiness__said")
