"""Pictures in a real browser: saved, walked by keyboard, narrowed down."""

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.model import Library
from tests.site import Watched, wait_until

PICTURES = (
    "topics/violence-prevention/",
    "topics/",
    "practices/washington-dc/nurse-triage-line/",
    "",
    "cities/boston-ma/",
)
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("path", PICTURES)
def test_a_picture_is_saved_as_svg_and_png(watched: Watched, path: str, tmp_path: Path) -> None:
    page = watched.open(path)
    with page.expect_download() as svg:
        page.locator("[data-as=svg]").first.click()
    with page.expect_download() as png:
        page.locator("[data-as=png]").first.click()
    svg.value.save_as(tmp_path / "picture.svg")
    png.value.save_as(tmp_path / "picture.png")
    drawn = ET.fromstring((tmp_path / "picture.svg").read_text(encoding="utf-8"))  # noqa: S314 (our own)
    words = " ".join(drawn.itertext())
    assert page.locator("h1").inner_text() in words
    assert "CC BY 4.0" in words
    assert not re.search(r"var\(|<script|foreignObject", ET.tostring(drawn, encoding="unicode"))
    assert (tmp_path / "picture.png").read_bytes().startswith(PNG)
    assert (tmp_path / "picture.png").stat().st_size > 10_000
    assert watched.troubles == []


def test_the_map_is_walked_by_keyboard_and_names_each_city(watched: Watched) -> None:
    page = watched.open("")
    city_map = page.locator(".pb-map[role=group]")
    assert city_map.locator("a[tabindex='0']").count() == 1
    city_map.locator("a[tabindex='0']").focus()
    first = page.evaluate("document.activeElement.getAttribute('aria-label')")
    expect(page.locator(".pb-map__name")).to_have_text(first)
    page.keyboard.press("ArrowDown")
    second = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert second != first
    expect(page.locator(".pb-map__name")).to_have_text(second)
    assert city_map.locator("a[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(second.split(" · ")[0])


def test_rows_of_evidence_are_narrowed_down_and_the_address_says_so(watched: Watched, real_library: Library) -> None:
    page = watched.open("evidence/")
    wait_until(page, "document.querySelector('.pb-evidence-page').dataset.ready === 'yes'")
    page.get_by_label("Topic").select_option("health")
    page.get_by_label("Only where no effect was found").check()
    wanted = sum(
        result.no_effect for practice in real_library.practices_by_topic["health"] for result in practice.results
    )
    expect(page.locator(".pb-rows__status")).to_have_text(f"{wanted} found, {wanted} shown.")
    expect(page.locator(".pb-rows tbody tr")).to_have_count(wanted)
    assert page.url.endswith("evidence/?topic=health&null=1")
    page.go_back()
    expect(page.get_by_label("Only where no effect was found")).not_to_be_checked()
    page.reload()
    expect(page.get_by_label("Topic")).to_have_value("health")
    assert watched.troubles == []


def test_without_a_script_the_strongest_rows_and_the_way_by_topic_stand(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "evidence/")
    expect(page.locator(".pb-rows tbody tr")).to_have_count(30)
    expect(page.locator(".pb-rows__form")).not_to_be_visible()
    expect(page.locator(".pb-rows__without a[href$='topics/health/']")).to_be_visible()
    context.close()
