"""Cards of shared links: what they say, how large they are, and that each is drawn only once."""

import io
from pathlib import Path

import pytest
from PIL import Image

from generator.model import Library
from generator.publishing.cards import HEIGHT, WIDTH, Card, cards_of, draw_cards
from tests.conftest import ROOT

CARD = Card(
    "cards/x.png", "Health", "A title", "56%", "against 97%", "calls", 5, "Randomized trial", "Boulder, CO", "en"
)


def test_a_practice_shows_its_figure_what_it_was_held_against_and_how_well_measured(small_library: Library) -> None:
    card = next(card for card in cards_of(small_library) if card.path == "cards/practices/boulder-co/nurses.png")
    assert (card.figure, card.against) == ("56%", "against 97%")
    assert card.metric.startswith("share of calls with an ambulance · against callers given the usual response")
    assert (card.strength, card.evidence) == (5, "Randomized trial")
    assert card.foot == "Boulder, CO · Gold 2021"
    assert card.said.startswith("Boulder sends nurses to calls that need no ambulance. 56% against 97%: share")


def test_every_practice_city_and_topic_has_a_card(small_library: Library) -> None:
    paths = {card.path for card in cards_of(small_library)}
    assert {f"cards/practices/{one.id}.png" for one in small_library.practices} <= paths
    assert {f"cards/cities/{one.id}.png" for one in small_library.cities} <= paths
    assert {f"cards/topics/{one.id}.png" for one in small_library.topics} <= paths


def test_a_card_has_the_size_that_networks_ask_for_and_little_weight(tmp_path: Path) -> None:
    [drawn] = draw_cards([CARD], tmp_path)
    content = drawn.file.read_bytes()
    assert len(content) < 100_000
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, HEIGHT))


def test_a_card_is_drawn_once_and_again_when_it_or_its_file_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [first] = draw_cards([CARD], tmp_path)
    content = first.file.read_bytes()
    monkeypatch.setattr("generator.publishing.cards.drawing.drawn_picture", lambda _: b"drawn anew")
    [kept] = draw_cards([CARD], tmp_path)
    assert kept.file.read_bytes() == content
    first.file.write_bytes(b"somebody else's")
    [mended] = draw_cards([CARD], tmp_path)
    assert mended.file.read_bytes() == b"drawn anew"


def test_the_same_card_gives_the_same_bytes(tmp_path: Path) -> None:
    one, other = (next(draw_cards([CARD], tmp_path / name)).file.read_bytes() for name in "ab")
    assert one == other


@pytest.mark.parametrize(
    "text", ["#panic()", '"; #read("/etc/passwd")', "\u4f60\u597d \U0001f600", "x" * 300, "\\", "$x$"]
)
def test_whatever_a_field_holds_is_drawn_as_text(tmp_path: Path, text: str) -> None:
    card = Card("cards/x.png", text, text, text, text, text, 3, text, text, "en")
    [drawn] = draw_cards([card], tmp_path)
    assert drawn.file.stat().st_size < 100_000


@pytest.mark.slow
def test_every_card_of_this_library_is_light(real_library: Library) -> None:
    drawn = list(draw_cards(list(cards_of(real_library)), ROOT / ".cache/cards"))
    assert len(drawn) > 400
    assert max(one.file.stat().st_size for one in drawn) < 100_000
