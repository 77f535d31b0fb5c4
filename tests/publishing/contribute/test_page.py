"""The page of the form, and the ways that lead to it."""

import json
import zlib

from generator.linking import Links
from generator.model import CARRIERS, EvidenceLevel, Library
from generator.publishing import make_pages
from generator.publishing.contribute import STEPS, contribute_files, example, least, needed_fields
from generator.publishing.contribute.files import FOLDER
from generator.wording import ENGLISH


def test_the_form_knows_where_the_repository_makes_a_new_file(small_library: Library, small_links: Links) -> None:
    def body(edit_base: str | None) -> str:
        pages = make_pages(small_library, small_links, edit_base)
        return next(page.body for page in pages if page.path == "contribute/form.md")

    assert 'data-new="https://github.com/a/b/new/main/"' in body("https://github.com/a/b/edit/main/")
    assert 'data-new="" data-edit=""' in body(None)


def test_each_unknown_each_practice_and_each_city_lead_to_the_form(small_library: Library, small_links: Links) -> None:
    pages = {page.path: page.body for page in make_pages(small_library, small_links)}
    practice = pages["practices/boulder-co/nurses.md"]
    assert "contribute/form/?mend=boulder-co/nurses&amp;at=unknown.0" in practice
    assert 'contribute/form/?mend=boulder-co/nurses"' in practice
    assert 'contribute/form/?mend=boulder-co/city"' in pages["cities/boulder-co.md"]


def test_the_form_gets_its_rules_from_the_models_and_each_write_up_as_it_is(small_library: Library) -> None:
    files = {asset.path: asset.content for asset in contribute_files(small_library, ENGLISH)}
    head = json.loads(files[f"{FOLDER}/index.json"])
    data = json.loads(zlib.decompress(files[f"{FOLDER}/{head['folder']}/form.bin"]))
    assert [level["id"] for level in data["levels"]] == list(EvidenceLevel) == list(CARRIERS)
    assert [step["id"] for step in data["steps"]] == [step.id for step in STEPS]
    places = json.loads(zlib.decompress(files[f"{FOLDER}/{head['folder']}/places.bin"]))
    assert places["omaha-ne"] == ["Omaha", "NE", 41.25626, -95.94043]
    write_up = json.loads(files[f"{FOLDER}/write-ups/boulder-co/nurses.json"])
    practice = small_library.practice_by_id["boulder-co/nurses"]
    assert type(practice).model_validate({**write_up, "id": practice.id, "city": practice.city}) == practice


def test_every_field_of_a_write_up_is_asked_or_left_to_those_who_mend() -> None:
    from generator.model import WriteUp

    asked = {field.path.partition(".")[0] for step in STEPS for field in step.fields}
    mended = {"corrections", "aliases", "checked"}
    set_by_the_form = {"added", "language"}
    assert asked - {"city"} == set(WriteUp.model_fields) - mended - set_by_the_form


def test_what_has_to_be_answered_is_never_folded_away_and_takes_less_than_ten_minutes() -> None:
    needed = [field.path for field in needed_fields()]
    assert not any(field.is_later for field in needed_fields())
    assert needed == [
        *("city", "sources", "problem", "title", "summary", "approach", "started", "status", "evidence.note"),
        *("topics", "methods", "areas"),
    ]
    assert least(example()).answers == len(needed)
    assert least(example()).minutes < 10


def test_the_page_tells_the_least_that_passes(small_library: Library, small_links: Links) -> None:
    pages = make_pages(small_library, small_links)
    body = next(page.body for page in pages if page.path == "contribute/form.md")
    assert f"{least(example()).answers} answers, about {least(example()).minutes} minutes" in body
