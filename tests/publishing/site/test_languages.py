"""Sites in other languages below the first: whole, in their own words, and a step away from the same page in others."""

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.model.translation import digest_of
from generator.publishing import build_site, read_settings
from generator.publishing.hand_written import hand_written
from generator.publishing.site.preview import Preview
from generator.wording import UnknownLanguageError
from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("languages")]
LANGUAGES: dict[str, Any] = {"plugins": [{"peerbook": {"languages": {"es": "es-419", "pt": "pt-BR"}}}]}
TITLE = "Boulder sends nurses to calls that need no ambulance"
NURSES = "practices/boulder-co/nurses/index.html"


@pytest.fixture(scope="module")
def config(module_project: Callable[..., Path]) -> Path:
    made = module_project(**LANGUAGES)
    place = made.parent / "practices/translations/es/boulder-co/nurses.yaml"
    place.parent.mkdir(parents=True)
    place.write_text(
        f"title: Boulder envía enfermeras\nmade_from: {{title: {digest_of(TITLE)}}}\n",
        encoding="utf-8",
    )
    (made.parent / "docs/about.es.md").write_text("# Sobre nosotros\n\n[Datos](data/index.md)\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def built(config: Path) -> Path:
    return build_site(config)


def read(site: Path, path: str) -> str:
    return (site / path).read_text(encoding="utf-8")


def test_each_language_is_a_whole_site_below_the_first(built: Path) -> None:
    english = {path.relative_to(built).as_posix() for path in built.rglob("*.html")}
    first = {path for path in english if not path.startswith(("es/", "pt/"))}
    assert NURSES in first
    assert {f"es/{path}" for path in first} <= english
    assert {f"pt/{path}" for path in first} <= english


def test_a_page_says_its_language_and_is_in_it(built: Path) -> None:
    spanish, brazilian = read(built, f"es/{NURSES}"), read(built, f"pt/{NURSES}")
    assert '<html lang="es"' in spanish
    assert '<html lang="pt"' in brazilian
    assert "<h1>Boulder envía enfermeras</h1>" in spanish
    assert "Boulder sends nurses" not in re.sub(r"<span lang=\"en\">.*?</span>", "", spanish)
    assert '<span lang="en">The city put nurses into the call center.</span>' in spanish
    assert '<span lang="en">' not in read(built, NURSES)


def test_the_same_page_in_the_other_languages_is_a_step_away(built: Path) -> None:
    for folder, others in (("", {"es-419": "es/", "pt-BR": "pt/"}), ("es/", {"en": "", "pt-BR": "pt/"})):
        html = read(built, folder + NURSES)
        for code, other in others.items():
            link = re.search(rf'<a href="([^"]+)" hreflang="{code}"', html)
            assert link, code
            target = (built / folder / "practices/boulder-co/nurses" / link[1] / "index.html").resolve()
            assert target == (built / other / NURSES).resolve()
            address = f"https://peerbook.example/{other}practices/boulder-co/nurses/"
            assert f'hreflang="{code}" href="{address}"' in html


def test_a_guide_that_is_printed_in_english_alone_is_offered_as_such(built: Path) -> None:
    for folder, words in (("es/", "(en inglés)"), ("pt/", "(em inglês)")):
        html = read(built, folder + NURSES)
        link = re.search(r'<a class="pb-button" href="([^"]+)" hreflang="en">([^<]*)<', html)
        assert link
        assert words in link[2]
        assert (built / folder / "practices/boulder-co/nurses" / link[1]).is_file()
        city = "cities/boulder-co/index.html"
        assert 'guides/cities/boulder-co.pdf" hreflang="en"' in read(built, folder + city)
    assert 'hreflang="en">Brief' not in read(built, NURSES)


def test_hand_written_pages_are_those_of_the_language(built: Path, config: Path) -> None:
    assert "Sobre nosotros" in read(built, "es/about/index.html")
    assert "Sobre nosotros" not in read(built, "about/index.html") + read(built, "pt/about/index.html")
    assert not (built / "about.es").exists()
    assert {page.path for page in hand_written(config.parent / "docs", "es")} == {
        page.path for page in hand_written(config.parent / "docs")
    }


def test_the_search_of_each_language_shows_its_own_cards_from_the_same_index(built: Path) -> None:
    assert read(built, "es/search/index.json") != read(built, "search/index.json")
    words = [
        sorted(path.read_bytes() for path in (built / folder / "search").glob("*/words/*.bin")) for folder in ("", "es")
    ]
    assert words[0] == words[1]


def test_a_language_that_the_settings_do_not_name_is_refused(config: Path) -> None:
    with pytest.raises(UnknownLanguageError, match="no language fr: es, pt"):
        Preview(config, folder="fr")


def test_the_preview_shows_a_language_as_the_build_writes_it(config: Path, built: Path) -> None:
    preview = Preview(config, folder="es")
    assert preview.mount == "/es/"
    assert preview.answer(f"/es/{NURSES.removesuffix('index.html')}").content == (built / "es" / NURSES).read_bytes()


def test_the_settings_of_this_site_name_languages_that_are_there() -> None:
    assert [site.folder for site in read_settings(ROOT / "mkdocs.yml").sites] == ["es", "pt"]


def test_mkdocs_itself_writes_the_other_languages_too(project: Callable[..., Path]) -> None:
    config = project(**LANGUAGES)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=config.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert '<html lang="es"' in read(config.parent / "site", f"es/{NURSES}")
    assert not (config.parent / "site/about.es").exists()
