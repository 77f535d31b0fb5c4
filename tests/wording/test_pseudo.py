"""Every word of ours comes out of the catalogue: in a language of other letters, no English is left."""

import io
import json
import re
import sys
import warnings
import zlib
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, nodes
from pypdf import PdfReader

from generator.linking import Links
from generator.model import Answer, Assessment, CityProfile, CriterionAnswer, Library, Result, WriteUp
from generator.publishing import make_pages
from generator.publishing.assets import make_assets
from generator.publishing.data.catalogue import tables
from generator.publishing.guides import Guide, Site, make_guides, print_guide, tailored_guide
from generator.publishing.guides.labels import TEMPLATES as TYPST
from tests.conftest import ROOT
from tests.wording.pseudo import Pseudo, PseudoLanguage

TEMPLATES = sorted((ROOT / "generator/publishing/templates").glob("*.jinja"))
SEEN = ("aria-label", "placeholder", "title", "alt")
"""Attributes that people read or hear."""
WORD = re.compile(r"[A-Za-z]{2,}|\b[A-Za-z]\b")
NAMES = re.compile(
    r"\bwww\.\S+"
    r"|\b(?:GEXF|Gephi|Atom|ZIP|Data Package|Frictionless|Croissant|Python|APA|BibTeX)\b"
    r"|\b(?:Peerbook|CSV|JSON|PDF|A4|CC BY|KB|MB|GraphML|GeoNames|nDCG|PNG|SVG|AND|UTF|US|PA|UA)\b"
)
"""Names and units that are the same in every language."""


class Words(HTMLParser):
    """What of a page people see or hear, text by text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.inside: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.append(tag)
        self.texts += [value for name, value in attrs if name in SEEN and value]

    def handle_endtag(self, tag: str) -> None:
        while self.inside and self.inside.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"code", "pre", "script", "style"} & set(self.inside):
            self.texts.append(data)


def strings(value: object) -> Iterator[str]:
    """All texts in a value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from strings(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from strings(one)


@pytest.fixture
def language() -> PseudoLanguage:
    return PseudoLanguage("en", Pseudo())


def texts_of(library: Library) -> set[str]:
    """Every text and name that a library holds, without its footnotes, as it stands inside and outside of sentences."""
    texts = {re.sub(r"\[\^\w+\]", "", text).strip() for text in strings(library.model_dump(mode="json"))}
    texts |= {city.label for city in library.cities}
    either = {text[:1].lower() + text[1:] for text in texts} | {text[:1].upper() + text[1:] for text in texts}
    return {text for text in texts | either if WORD.search(text)}


@pytest.fixture
def contributed(small_library: Library) -> re.Pattern[str]:
    """What `texts_of` the small library gives, the longest first, and the names of fields, which are no words."""
    fields = {name for model in (WriteUp, CityProfile, Result, Assessment) for name in model.model_fields}
    fields |= {table.name for table in tables(small_library)}
    kept = sorted(texts_of(small_library) | fields, key=len, reverse=True)
    return re.compile("|".join(rf"(?<!\w){re.escape(text)}(?![A-Za-z])" for text in kept))


def left(texts: Iterable[str], contributed: re.Pattern[str]) -> list[str]:
    """The texts in which a word of ours is still English."""
    return [text for text in texts if WORD.search(NAMES.sub("", contributed.sub("", text)))]


def test_no_word_of_ours_is_english_on_any_page(
    small_library: Library,
    small_links: Links,
    language: PseudoLanguage,
    contributed: re.Pattern[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = {}
    for page in make_pages(small_library, small_links, language=language):
        english = left([*Words(page.body).texts, page.title, page.description], contributed)
        if english:
            found[page.path] = english[:5]
    assert found == {}
    translations = language.translations
    assert isinstance(translations, Pseudo)
    assert len(translations.asked) > 500
    with capsys.disabled():
        sys.stdout.write(f"\n{len(translations.asked)} messages on pages\n")


def unpacked(files: dict[str, bytes], path: str) -> Any:
    """The data of the one file that has such a path."""
    (packed,) = (content for name, content in files.items() if re.search(path, name))
    return json.loads(zlib.decompress(packed))


def descriptions(schema: Any) -> Iterator[str]:
    """What a schema says of fields."""
    if isinstance(schema, dict):
        for name, part in schema.items():
            if name == "description" and isinstance(part, str):
                yield part
            else:
                yield from descriptions(part)


def test_no_word_of_ours_is_english_in_what_scripts_are_given(
    small_library: Library, small_links: Links, language: PseudoLanguage, contributed: re.Pattern[str]
) -> None:
    files = {one.path: one.read() for one in make_assets(small_library, small_links, (), Path("none"), (), language)}
    packed = next(content for path, content in files.items() if path.endswith("/facets.bin"))
    facets: Any = json.loads(zlib.decompress(packed))
    assert left([facet["name"] for facet in facets], contributed) == []
    names = [name for facet in facets for value, name in facet["values"] if value != name]
    assert left(names, contributed) == []
    assert left(json.loads(files["explore/graph.json"])["evidence"], contributed) == []
    places, form = (
        unpacked(files, rf"{name}/\w+/{file}") for name, file in (("your-city", "data.bin"), ("data", "form.bin"))
    )
    assert (
        left([*places["countries"].values(), *places["levels"].values(), *places["tags"].values()], contributed) == []
    )
    assert left([*descriptions(form["schemas"]), *form["countries"].values()], contributed) == []
    ours = {name: held for name, held in form.items() if name not in ("schemas", "example", "placesSource", "leftover")}
    assert left([text for text in strings(ours) if re.search(r"\w \w", text)], contributed) == []
    assert left([edge.get("reasons", "") for edge in json.loads(files["data/graph.json"])["edges"]], contributed) == []
    cards = [content for path, content in files.items() if "/cards/" in path]
    texts = [text for one in cards for text in Words(json.loads(zlib.decompress(one))[0]).texts]
    assert left(texts, contributed) == []


def test_no_word_of_ours_is_english_on_paper(
    small_library: Library, small_links: Links, language: PseudoLanguage
) -> None:
    site = Site("", language)
    answers = {code: CriterionAnswer(answer=Answer.NO) for code in small_library.criterion_by_code}
    assessment = Assessment(format="peerbook-self-assessment", version=1, by="7", saved="2026-01-31", answers=answers)
    own = tailored_guide(assessment, None, small_library, site)
    kinds: dict[str, Guide] = {guide.kind: guide for guide in (*make_guides(small_library, small_links, site), own)}
    assert len(kinds) == 5
    said = "|".join(
        sorted((re.escape("".join(text.split())) for text in texts_of(small_library)), key=len, reverse=True)
    )
    found = {kind: _words_left(guide, re.compile(said)) for kind, guide in kinds.items()}
    assert {kind: words for kind, words in found.items() if words} == {}


def _words_left(guide: Guide, contributed: re.Pattern[str]) -> list[str]:
    """The labels of a guide that are English, and the English that it prints; a PDF does not tell where spaces are."""
    labels: dict[str, str] = json.loads(guide.content)["labels"]
    pages = (page.extract_text() for page in PdfReader(io.BytesIO(print_guide(guide))).pages)
    printed = "".join(" ".join(pages).replace("\u200b", "").split()).replace(json.loads(guide.content)["version"], "")
    rest = re.sub(r"Peerbook|CCBY4\.0|PDF", "", contributed.sub("", printed))
    return [message for message, said in labels.items() if message == said] + re.findall(r"[A-Za-z]{2,}", rest)


def test_the_words_of_a_template_on_paper_come_from_its_labels() -> None:
    """In markup of Typst no word stands but in `t("…")`, save in comments and in code."""
    for path in sorted(TYPST.glob("*.typ")):
        text = re.sub(r"^\s*//.*$|\s//.*$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        text = re.sub(r'"(?:[^"\\]|\\.)*"', '""', text)
        bare = [found for found in re.findall(r"\[([^\[\]#]*)", text) if re.search(r"[A-Za-z]{3,}(?![\w-]*\()", found)]
        headings = re.findall(r"^=+ [^#\n].*$", text, flags=re.MULTILINE)
        assert [one for one in bare if not re.search(r"[=(:]|\.\.", one)] + headings == [], path.name


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_no_bare_word_stands_in_a_template(path: Path) -> None:
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    assert bare_words(environment.parse(path.read_text(encoding="utf-8"))) == []


def test_a_bare_word_is_seen() -> None:
    environment = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    tree = environment.parse('<p title="{{ x }} so">{{ _("Yes") }} no <b id="some-id">{{ "Not this" }}</b></p>')
    assert bare_words(tree) == ["so", "no", "Not this"]


def bare_words(tree: nodes.Template) -> list[str]:
    """Words of the markup, its seen attributes and its expressions that do not come from the catalogue."""
    pieces: list[str] = []
    for output in tree.find_all(nodes.Output):
        data = (
            one.data if isinstance(one, nodes.TemplateData) else "\N{OBJECT REPLACEMENT CHARACTER}"
            for one in output.nodes
        )
        pieces.extend(data)
        pieces.append("\N{OBJECT REPLACEMENT CHARACTER}")
    words = [found.strip(" \ufffc") for text in Words("".join(pieces)).texts for found in re.split("\ufffc", text)]
    translated = {
        id(one)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in ("_", "gettext", "ngettext")
        for one in call.find_all(nodes.Const)
    }
    filtered = {
        id(one) for node in tree.find_all(nodes.Filter) for part in node.args for one in part.find_all(nodes.Const)
    }
    filtered |= {id(part) for node in tree.find_all(nodes.Filter) for part in node.args}
    constants = [
        one.value
        for one in tree.find_all(nodes.Const)
        if isinstance(one.value, str)
        and id(one) not in translated | filtered
        and (re.search(r"[a-z] [a-z]", one.value) or re.match(r"[A-Z][a-z]", one.value))
    ]
    return [text for text in words if WORD.search(NAMES.sub("", text))] + constants


warnings.filterwarnings("ignore", module="pypdf")
