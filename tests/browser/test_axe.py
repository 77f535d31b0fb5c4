"""What is left out where many parts of a page are alike hides no fault of a kind."""

import pytest
from playwright.sync_api import Browser

from tests.axe import assert_open_to_everyone

FINE = "<li style='padding: 2em'><a href='#' style='color: #00f'>A page</a></li>"
FAINT = "<li style='padding: 2em'><a href='#' style='color: #ddd'>A page</a></li>"


@pytest.mark.parametrize("items", [[FAINT] * 40, [*[FINE] * 40, FAINT], [FAINT, *[FINE] * 40]])
def test_one_part_of_each_kind_is_enough_to_find_what_is_wrong(browser: Browser, items: list[str]) -> None:
    page = browser.new_page()
    page.set_content(f"<html lang=en><title>T</title><main><h1>T</h1><ul>{''.join(items)}</ul></main></html>")
    with pytest.raises(AssertionError, match="color-contrast"):
        assert_open_to_everyone(page)
    page.set_content(page.content().replace("#ddd", "#00f"))
    assert_open_to_everyone(page)
    page.close()
