"""What follows MkDocs: other engines build the emitted pages into a site of the same text, links and behavior."""

import json
import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.publishing import Engine, build_site
from generator.publishing.site.engines import EngineError, build_emitted
from tests.axe import assert_open_to_everyone
from tests.conftest import FULL
from tests.drawn import apart, lot
from tests.site import Watched, serving

pytestmark = pytest.mark.slow
ADDRESS = "https://peerbook.example/"
OTHERS = [Engine.PROPERDOCS, Engine.ZENSICAL]
PAGES = (
    "", "find/", "practices/boulder-co/nurses/", "cities/boulder-co/", "areas/open-data/", "criteria/eval2/",
    "topics/health/", "evidence/", "explore/", "your-city/", "readiness/", "guides/", "data/", "about/",
)  # fmt: skip


@pytest.fixture(scope="module")
def ours(module_project: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Settings of the small project, and the folder of its site by MkDocs."""
    config = module_project()
    return config, build_site(config, tmp_path_factory.mktemp("ours") / "site", site_url=ADDRESS)


@pytest.fixture(scope="module", params=apart("engines", OTHERS))
def built(request: pytest.FixtureRequest, ours: tuple[Path, Path]) -> Iterator[tuple[str, Path, Path]]:
    """Address and folder of the small project's site by another engine, and the folder of the same by MkDocs."""
    config, by_mkdocs = ours
    place = by_mkdocs.parent / str(request.param)
    with serving(lambda _: build_site(config, place, site_url=ADDRESS, engine=request.param)) as (address, other):
        yield address, other, by_mkdocs


def texts(site: Path) -> dict[str, str]:
    """The text of each page's article, as a reader gets it."""
    found = {}
    for path in site.rglob("*.html"):
        article = re.search(r"<article.*?</article>", path.read_text(encoding="utf-8"), re.DOTALL)
        words = re.sub(r"<[^>]+>", " ", article[0]) if article else ""
        found[path.relative_to(site).as_posix()] = " ".join(unescape(words).split())
    return found


def test_every_page_says_the_same(built: tuple[str, Path, Path]) -> None:
    _, other, ours = built
    assert texts(other) == texts(ours)


def test_no_search_is_made_that_nobody_sees_and_that_refuses_long_pages(built: tuple[str, Path, Path]) -> None:
    _, other, _ = built
    made = other / "search.json"
    assert not made.exists() or json.loads(made.read_text())["items"] == []


def test_everything_beside_the_pages_is_there(built: tuple[str, Path, Path]) -> None:
    _, other, ours = built
    files = [path.relative_to(ours) for folder in ("guides", "data", "search") for path in (ours / folder).rglob("*.*")]
    assert len(files) > 20
    assert [file.as_posix() for file in files if not (other / file).exists()] == []


def test_pages_are_whole_silent_and_open_to_everyone(browser: Browser, built: tuple[str, Path, Path]) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    watched = Watched(context.new_page(), built[0])
    for path in PAGES if FULL else PAGES[lot() % 3 :: 3]:
        page = watched.open(path)
        assert page.locator("h1").count() == 1, path
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, path
        assert_open_to_everyone(page, path)
    assert watched.troubles == []
    context.close()


def test_search_your_city_and_readiness_work(browser: Browser, built: tuple[str, Path, Path]) -> None:
    context = browser.new_context()
    watched = Watched(context.new_page(), built[0])
    page = watched.open("find/?q=nurse")
    expect(page.locator(".pb-find__results .pb-card").first).to_have_attribute("data-id", "boulder-co/nurses")
    page = watched.open("your-city/?city=omaha-ne")
    expect(page.locator(".pb-your-city .pb-card").first).to_be_visible()
    page = watched.open("readiness/")
    expect(page.locator(".pb-readiness[data-ready]")).to_be_attached()
    assert watched.troubles == []
    context.close()


def test_an_engine_that_is_not_installed_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.publishing.site.engines.find_spec", lambda _: None)
    with pytest.raises(EngineError, match="pip install zensical"):
        build_emitted(tmp_path, Engine.ZENSICAL)


def test_what_an_engine_says_is_passed_on(project: Callable[..., Path]) -> None:
    config = project()
    (config.parent / "docs/about.md").write_text("[gone](nowhere.md)")
    with pytest.raises(EngineError, match=r"nowhere\.md"):
        build_site(config, engine=Engine.PROPERDOCS)
