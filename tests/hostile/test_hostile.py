"""Nothing hostile gets past the gate: each input is refused in words, or taken and shown as typed."""

import csv
import io
import json
import time
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.linking import Links, link
from generator.model import Library
from generator.publishing import make_pages
from generator.publishing.data import data_files
from generator.publishing.feeds import feed_files
from generator.publishing.guides import Site, make_guides, print_guide
from generator.publishing.records import record_files
from generator.reading import ProblemsFoundError, read_library
from generator.reading.letters import escaped
from tests.builders import write_library
from tests.hostile.corpus import Hostile, corpus, grouped
from tests.publishing.test_markup import Tags

CORPUS = corpus()
GROUPS = grouped(one for one in CORPUS if one.expected != "refused")
LONGEST = 5
"""Seconds of work after which something counts as hung; nothing takes two."""
WAITS = 12
"""So many times as long it may take by the clock, on a machine that has other work."""


def now() -> tuple[float, float]:
    """Seconds of this process's own work, and by the clock."""
    return time.process_time(), time.monotonic()


def assert_no_hang(begun: tuple[float, float]) -> None:
    """Hold that little work was done since then, and that nothing only waited."""
    worked, passed = (end - begin for begin, end in zip(begun, now(), strict=True))
    assert worked < LONGEST
    assert passed < LONGEST * WAITS


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> tuple[Library, set[str], dict[str, str]]:
    """The small library as it is, the elements of its pages, and what its guides are printed from."""
    library = read_library(write_library(tmp_path_factory.mktemp("calm")))
    links = link(library)
    elements = {tag for page in make_pages(library, links) for tag, _ in Tags(page.body).found}
    return library, elements, {guide.path: guide.content for guide in make_guides(library, links, SITE)}


ADDRESS = "https://peerbook.example/"
SITE = Site(ADDRESS)


def test_there_are_enough_of_every_family_and_they_are_the_same_at_every_run() -> None:
    families = Counter(one.family for one in CORPUS)
    assert sum(families.values()) >= 250
    assert min(families.values()) >= 7
    assert [(one.family, one.name) for one in corpus()] == [(one.family, one.name) for one in CORPUS]


@pytest.mark.family
@pytest.mark.parametrize("hostile", CORPUS, ids=lambda one: f"{one.family}-{escaped(one.name)}"[:60])
def test_it_is_refused_in_words_or_taken(tmp_path: Path, hostile: Hostile) -> None:
    folder = hostile.library(tmp_path / "practices")
    begun = now()
    refused = refusal(folder)
    assert_no_hang(begun)
    if refused:
        assert hostile.expected != "inert", str(refused)
        check_messages(refused)
    else:
        assert hostile.expected != "refused"


def refusal(folder: Path) -> ProblemsFoundError | None:
    try:
        read_library(folder)
    except ProblemsFoundError as error:
        return error
    return None


@pytest.mark.family
@pytest.mark.parametrize("group", GROUPS, ids=lambda group: f"{len(group)}-{escaped(group[0].name)}"[:60])
def test_what_is_taken_is_shown_as_typed(
    tmp_path: Path, calm: tuple[Library, set[str], dict[str, str]], group: list[Hostile]
) -> None:
    taken = [one for number, one in enumerate(group) if not refusal(one.library(tmp_path / str(number)))]
    folder = write_library(tmp_path / "practices")
    for one in taken:
        one.change(folder)
    begun = now()
    check_published(read_library(folder), calm)
    assert_no_hang(begun)


def check_messages(error: ProblemsFoundError) -> None:
    """Each problem is one line that a terminal shows as it is."""
    assert error.problems
    assert len(error.problems) < 700
    for problem in error.problems:
        line = str(problem)
        assert escaped(line) == line
        assert not line.startswith(":")
        assert len(line) < 900


def check_published(library: Library, calm: tuple[Library, set[str], dict[str, str]]) -> None:
    """What was taken makes no element or address of its own, and can be linked, written and printed."""
    _, elements, contents = calm
    links = link(library)
    for page in make_pages(library, links):
        html = Tags(page.body)
        assert {tag for tag, _ in html.found} <= elements | {"em", "strong", "section", "a", "details", "summary"}
        assert html.open == []
        for tag, attrs in html.found:
            assert not any(name.startswith("on") for name in attrs), attrs
            if tag == "a" and ":" in str(attrs.get("href")):
                assert (
                    str(attrs["href"]).lower().startswith(("https:", "http:", "mailto:", "#", "../", "?", "find/"))
                ), attrs
    check_data(library, links)
    changed = [guide for guide in make_guides(library, links, SITE) if guide.content != contents.get(guide.path)]
    for guide in {guide.kind: guide for guide in changed}.values():
        assert print_guide(guide).startswith(b"%PDF")


def check_data(library: Library, links: Links) -> None:
    """Every file for machines can be read as what it is, and no cell of a table runs."""
    for asset in (*data_files(library, links), *feed_files(library, ADDRESS), *record_files(library, links, ADDRESS)):
        kind = asset.path.rpartition(".")[2]
        if kind == "zip":
            assert ZipFile(io.BytesIO(asset.read())).testzip() is None
            continue
        text = asset.read().decode("utf-8-sig")
        if kind == "json":
            json.loads(text)
        elif kind in ("graphml", "gexf", "xml"):
            ET.fromstring(text)  # noqa: S314 (our own file)
        elif kind == "cff":
            yaml.safe_load(text)
        elif kind == "csv":
            for row in csv.reader(io.StringIO(text)):
                assert not any(
                    cell.lstrip(" ").startswith(("=", "+", "-", "@", "|", "%")) for cell in row if not number(cell)
                )


def number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(
    "hostile", [one for one in CORPUS if one.family == "file"], ids=lambda one: escaped(one.name)[:50]
)
def test_the_command_ends_with_status_one_and_no_traceback(tmp_path: Path, hostile: Hostile) -> None:
    done = CliRunner().invoke(main, ["check", str(hostile.library(tmp_path / "practices"))])
    assert done.exit_code == 1, done.output
    assert isinstance(done.exception, SystemExit)
    assert "problem" in done.output
    assert "no problems" not in done.output
