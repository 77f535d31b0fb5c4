"""Another network needs another file and no other code: a small one of other cities, levels and words."""

import io
import re
import shutil
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from generator.contributing import editor_settings, find_city, write_up_template
from generator.linking import alike, link, places, standing
from generator.model import Library
from generator.publishing import build_site
from generator.publishing.contribute.form_data import form_data
from generator.publishing.guides import Guide, GuideKind, Site, make_guides, print_guide, tailored_guide
from generator.reading import read_library
from generator.starting import lay_out
from generator.wording import ENGLISH
from tests.assessments import an_assessment
from tests.conftest import ROOT
from tests.said import said
from tests.site import one_of_a_kind

TOY = Path(__file__).parent / "toy"
OURS = re.compile(
    r"what works cit|bloomberg|results for america|\bamericas\b|\b(?:silver|gold|platinum)\b", re.IGNORECASE
)
"""Words of the network whose library stands in this repository."""
PACKED = {".png", ".woff2", ".gz", ".npz"}
"""Ends of files in which no text stands, or only that of a file beside them."""


@pytest.fixture(scope="module")
def toy() -> Library:
    return read_library(TOY)


def test_it_is_read_and_told_in_its_own_words(toy: Library) -> None:
    assert toy.network.level_ids == ("unknown", "seedling", "canopy")
    peers = link(toy).peers["hamburg-germany"]
    reasons = {peer.city: said(peer.reasons) for peer in peers}
    assert "Both canopy" in reasons["rotterdam-netherlands"]
    half = an_assessment(SH1="yes", SH2="yes", WA1="partly")
    sentences = said(standing(half, toy).sentences)
    assert "You answered yes to 2 of 4 (50%). That is in the band published for Seedling (50–74%)." in sentences
    assert "Canopy begins at 3: 1 more to go." in sentences


def test_any_larger_city_of_its_countries_finds_those_like_it(toy: Library) -> None:
    found = {place.label: place for place in places(toy)}
    assert {place.country for place in found.values()} == {"AT", "BE", "CH", "DE", "LU", "NL"}
    assert min(place.population for place in found.values()) > 50_000
    assert (found["Munich, Germany"].region, found["Bremen, Germany"].region) == ("south-germany", "north-germany")
    bremen, ghent = alike(found["Bremen, Germany"], toy), alike(found["Gent, Belgium"], toy)
    assert "Same country and region (German north)" in said(bremen["hamburg-germany"].reasons)
    assert "Same part of Europe (Low Countries)" in said(ghent["rotterdam-netherlands"].reasons)


def test_the_form_the_editor_and_the_template_offer_its_levels_and_regions(toy: Library) -> None:
    form = form_data(toy, ENGLISH)
    assert [one["name"] for one in form["certificationLevels"]] == ["Unknown", "Seedling", "Canopy"]
    assert form["schemas"]["city"]["properties"]["region"]["enum"] == list(toy.network.region_by_id)
    assert form["countries"]["NL"] == "Netherlands"
    assert "US" not in form["countries"]
    city = {field["name"]: field for field in editor_settings(toy)["fields"]["city"]}
    assert city["region"]["options"] == list(toy.network.region_by_id)
    assert write_up_template(toy)
    ghent = find_city("Gent, Belgium", toy)
    assert ghent
    assert ghent.region == "low-countries"


def test_its_guides_print(toy: Library) -> None:
    guides: dict[GuideKind, Guide] = {guide.kind: guide for guide in make_guides(toy, link(toy), Site(""))}
    own = tailored_guide(an_assessment(SH1="no"), None, toy, Site(""))
    assert own.paper == "a4"
    said = {guide.kind: text_of_pdf(print_guide(guide)) for guide in guides.values()}
    for kind, printed in (*said.items(), (own.kind, text_of_pdf(print_guide(own)))):
        text = "".join(printed.split())
        assert "endorsedbyTheShadeFoundationorEuropeanCouncilofTrees" in text, kind
        assert not OURS.search(printed), kind
        assert "checklist" not in text, kind
    assert "Keeperofthetrees" in "".join(said[GuideKind.GETTING_READY].split())


def text_of_pdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def texts_of(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """What stands in a file of the site, and in the files inside it."""
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for inner in archive.namelist():
                yield from texts_of(f"{name}/{inner}", archive.read(inner))
    elif name.endswith(".pdf"):
        yield name, text_of_pdf(content)
    elif name.endswith(".bin"):
        yield name, zlib.decompress(content).decode("utf-8", "replace")
    else:
        yield name, content.decode("utf-8", "replace")


@pytest.mark.slow
def test_no_file_of_its_site_tells_of_ours(tmp_path: Path) -> None:
    settings = lay_out(tmp_path / "toy", "Cool streets")
    shutil.copytree(TOY, tmp_path / "toy/practices")
    with one_of_a_kind(tmp_path / "guides"):
        site = build_site(settings, site_url="https://cool.example/")
    files = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    assert {"index.html", "guides/getting-ready-a4.pdf", "cities/graz-austria/index.html"} <= set(files)
    found = {
        name: hit[0]
        for path, file in files.items()
        if file.suffix not in PACKED
        for name, text in texts_of(path, file.read_bytes())
        if (hit := OURS.search(text))
    }
    assert found == {}
    assert len(OURS.findall((ROOT / "practices/network.yaml").read_text(encoding="utf-8"))) > 5
    home = files["index.html"].read_text(encoding="utf-8")
    assert "endorsed by The Shade Foundation or European Council of Trees" in home
    assert "5 practices from cities certified for cool streets:" in home
    assert "Seedling" in home
    assert "What changed in 2025" in files["areas/index.html"].read_text(encoding="utf-8")
    hidden = re.compile("official checklists?,? (?:and|is)|29 of 43")
    assert [name for name in files if name.endswith(".html") and hidden.search(files[name].read_text("utf-8"))] == []
    assert yaml.safe_load(settings.read_text(encoding="utf-8"))["site_name"] == "Cool streets"
