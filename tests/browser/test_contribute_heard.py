"""What those hear who listen to the form: names, what has to be filled in, what is wrong and what was done."""

from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.contribute import add_source, on, opened
from tests.site import Watched


def heard(control: Locator) -> dict[str, Any]:
    """Name and description of a control, as the browser gives them to a screen reader."""
    page = control.page
    control.focus()
    session = page.context.new_cdp_session(page)
    found = session.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
    asked = {"objectId": found, "fetchRelatives": False}
    node = session.send("Accessibility.getPartialAXTree", asked)["nodes"][0]
    properties = {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
    return {name: node.get(name, {}).get("value", "") for name in ("name", "description")} | properties


def test_the_first_box_of_a_list_tells_what_it_is_for_that_it_is_needed_and_what_is_wrong(watched: Watched) -> None:
    page = opened(watched, "?step=problem")
    first = page.get_by_label("The problem 1", exact=True)
    assert heard(first)["description"].startswith("Example: Most tickets went to")
    assert heard(first)["required"] is True
    page.get_by_role("button", name="9. Check and hand in").click()
    page.locator(".pb-summary").get_by_role("link", name="The problem").click()
    assert heard(first)["description"].endswith("At least one is needed.")


def test_what_is_wrong_is_said_once_one_leaves_a_field(watched: Watched) -> None:
    page = opened(watched, "?step=approach")
    title = page.get_by_label("In one line")
    assert heard(title)["required"] is True
    title.fill("Short")
    title.blur()
    said = page.locator(".pb-form__heard")
    expect(said).to_have_text("In one line: Write at least 10 characters; these are 5.")
    assert heard(title)["invalid"] == "true"
    assert "Write at least 10 characters" in heard(title)["description"]


def test_a_choice_that_is_needed_is_told_as_one(watched: Watched) -> None:
    page = opened(watched, "?step=approach")
    expect(page.get_by_role("radiogroup", name="Does it still run?")).to_have_attribute("aria-required", "true")


def test_a_source_that_was_added_is_told_and_no_sign_is_read_with_a_fold(watched: Watched) -> None:
    page = opened(watched, "?step=sources")
    page.get_by_role("button", name="Add a source").click()
    add_source(page, title="The memo")
    expect(page.locator(".pb-form__heard")).to_have_text("Added: The memo")
    on(page)
    assert heard(page.locator(".pb-cites summary"))["name"] == "Sources: The memo for The problem 1"
