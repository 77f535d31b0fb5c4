"""A page that would come out as in the last build is taken from there, and no other one is."""

import hashlib
import json
import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.structure.files import File

from generator.linking import link
from generator.model.translation import digest_of
from generator.publishing import build_site
from generator.publishing.site.build import groups_ahead, publication_of
from generator.publishing.site.kept import LastBuild
from generator.publishing.site.mkdocs import GeneratedPage, Renderer, read_settings
from generator.reading import read_library
from tests.builders import PRACTICE, SWEEPING
from tests.conftest import FULL
from tests.drawn import lot
from tests.publishing.site.test_build import contents

pytestmark = pytest.mark.slow
IN_SPANISH: dict[str, Any] = {"plugins": [{"peerbook": {"languages": {"es": "es-419"}}}]}
NURSES, CITY = "practices/boulder-co/nurses.yaml", "practices/boulder-co/city.yaml"
SPANISH = "practices/translations/es/boulder-co/nurses.yaml"
THIRD = SWEEPING.replace("Salem texts residents the day before", "Salem warns residents a week before")


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the pages that were rendered."""
    found: list[str] = []
    render = Renderer.render

    def noted(self: Renderer, file: File) -> bytes:
        found.append(file.src_uri)
        return render(self, file)

    monkeypatch.setattr(Renderer, "render", noted)
    return found


def _changed(root: Path, name: str, before: str, after: str) -> None:
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def _written(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


CHANGES: dict[str, Callable[[Path], None]] = {
    "a title": lambda root: _changed(root, NURSES, "title: Boulder sends", "title: Boulder always sends"),
    "a level of evidence": lambda root: _changed(root, NURSES, "level: randomized-trial", "level: descriptive"),
    "a date": lambda root: _changed(root, NURSES, "reviewed: 2024-01-31", "reviewed: 2024-02-01"),
    "a practice more": lambda root: _written(root, "practices/salem-or/warning.yaml", THIRD),
    "a practice less": lambda root: (root / "practices/salem-or/sweeping.yaml").unlink(),
    "people of a city": lambda root: _changed(root, CITY, "106803", "416803"),
    "name of a city": lambda root: _changed(root, CITY, "name: Boulder", "name: Pebble"),
    "name of a topic": lambda root: _changed(root, "practices/topics.yaml", "name: Health", "name: Being well"),
    "the standard": lambda root: _changed(root, "practices/standard.yaml", "Is there a policy?", "Is there one?"),
    "a translation": lambda root: _changed(root, SPANISH, "Enfermeros van", "Enfermeros fueron"),
    "the settings": lambda root: _changed(root, "mkdocs.yml", "site_name: Peerbook", "site_name: Citybook"),
    "the theme": lambda root: _changed(root, "docs/overrides/partials/copyright.html", "<", "<!-- other --><"),
}


def _known(config: Path, place: Path) -> Iterator[tuple[str, bool]]:
    """Each page and record that is made of write-ups in each language, and whether it is known to come out the same.

    What is known is held against what comes out.
    """
    settings = read_settings(config)
    library = read_library(settings.practices)
    links = link(library)
    for one in (settings, *settings.sites):
        publication = publication_of(library, links, one, None)
        renderer = Renderer(one, publication, place)
        last = LastBuild.pages_of(one, renderer.made_with, publication)
        with renderer.counting():
            for file in renderer.pages:
                if isinstance(file, GeneratedPage):
                    digest = last.unchanged(file.made)
                    if digest:
                        assert hashlib.sha256(renderer.render(file)).hexdigest() == digest, file.src_uri
                    yield f"{one.folder}/{file.src_uri}", digest is not None
        groups, kept = groups_ahead(library, links, one)
        for group in groups:
            for asset in group.make():
                if asset.made_of is not None:
                    digest = kept.unchanged(asset)
                    if digest:
                        assert hashlib.sha256(asset.read()).hexdigest() == digest, asset.path
                    yield f"{one.folder}/{asset.path}", digest is not None


def _drawn() -> list[str]:
    """Four of the changes, others each time; each night all."""
    return list(CHANGES) if FULL else random.Random(lot()).sample(list(CHANGES), 4)  # noqa: S311


def test_what_is_known_to_come_out_the_same_does_whatever_has_changed(
    project: Callable[..., Path], tmp_path: Path
) -> None:
    config = project(**IN_SPANISH)
    root = config.parent
    title = "Boulder sends nurses to calls that need no ambulance"
    _written(root, SPANISH, f"title: Enfermeros van\nmade_from:\n  title: {digest_of(title)}\n")
    build_site(config)
    unchanged = {path for path, is_known in _known(config, tmp_path / "out") if is_known}
    assert {"/practices/boulder-co/nurses.md", "es/practices/salem-or/sweeping.md"} < unchanged
    assert {"/practices/boulder-co/nurses/index.json", "es/cities/salem-or/index.md"} < unchanged
    for name in _drawn():
        shutil.copytree(root, tmp_path / "before")
        CHANGES[name](root)
        known = {path for path, is_known in _known(config, tmp_path / "out") if is_known}
        assert known < unchanged, f"nothing hangs on {name}"
        shutil.rmtree(root)
        (tmp_path / "before").rename(root)


def test_nothing_is_made_anew_where_nothing_has_changed(project: Callable[..., Path], rendered: list[str]) -> None:
    config = project()
    build_site(config)
    assert {"practices/boulder-co/nurses.md", "cities/salem-or.md", "topics/health.md"} < set(rendered)
    rendered.clear()
    build_site(config)
    of_things = r"(practices/[^/]+/.+|(cities|topics|methods|areas|criteria)/(?!index).+)\.md"
    assert [path for path in rendered if re.fullmatch(of_things, path)] == []
    assert "index.md" in rendered, "what does not tell what it is made of is made anew"


def test_a_page_that_is_not_as_it_was_made_is_made_anew(project: Callable[..., Path], rendered: list[str]) -> None:
    config = project(practices={"boulder-co/nurses": PRACTICE})
    site = build_site(config)
    page, gone = site / "practices/boulder-co/nurses/index.html", site / "cities/boulder-co/index.html"
    before = contents(site)
    page.write_text("changed by hand")
    gone.unlink()
    rendered.clear()
    assert contents(build_site(config)) == before
    assert {"practices/boulder-co/nurses.md", "cities/boulder-co.md"} < set(rendered)


def test_what_is_as_in_the_last_build_is_not_written_anew_and_stays_as_it_is(project: Callable[..., Path]) -> None:
    config = project()
    site = build_site(config)
    page, card, robots = (
        site / name for name in ("practices/boulder-co/nurses/index.html", "cards/site.png", "robots.txt")
    )
    numbers = [path.stat().st_ino for path in (page, card, robots)]
    other = site / "cities/boulder-co/index.html"
    elsewhere = config.parent / "elsewhere.html"
    other.rename(elsewhere)
    other.symlink_to(elsewhere)
    before = contents(site)
    build_site(config)
    assert contents(site) == before
    assert [path.stat().st_ino for path in (page, card, robots)] == numbers
    assert not other.is_symlink(), "what leads elsewhere is no part of a site"


@pytest.mark.parametrize("spoilt", ["", "[]", '{"frame": 1}', "null", "same frame"])
def test_what_can_not_be_read_is_as_good_as_nothing(project: Callable[..., Path], spoilt: str) -> None:
    config = project(practices={"boulder-co/nurses": PRACTICE})
    before = contents(build_site(config))
    for name, path in {"pages": "index.md", "files": "cities/boulder-co/index.json"}.items():
        file = config.parent / f".cache/{name}.json"
        same_frame = json.loads(file.read_text()) | {"made": {path: ["a", "b", [99]]}}
        file.write_text(json.dumps(same_frame) if spoilt == "same frame" else spoilt)
    assert contents(build_site(config)) == before
