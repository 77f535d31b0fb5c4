"""The issue form, and what a filled one becomes: files that pass, or every problem at its line and nothing written."""

import datetime
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator.cli import main
from generator.contributing import Made, find_city, form_text, from_markdown, make
from generator.contributing.issue_form import FILE
from generator.contributing.questions import FIGURES, LICENSE, Shape, asked
from generator.model import Library
from generator.reading import ProblemsFoundError, read_library
from generator.reading.strict_yaml import Document, parse
from generator.wording import ENGLISH, Language, read_language
from tests.builders import SWEEPING, write_library
from tests.conftest import ROOT

BODY = (Path(__file__).parent / "issue.md").read_text(encoding="utf-8")
TODAY = datetime.date(2026, 11, 29)


SPANISH, BRAZILIAN = (read_language(code, ROOT / "messages") for code in ("es-419", "pt-BR"))
LANGUAGES = (ENGLISH, SPANISH, BRAZILIAN)
FORMS = {ENGLISH: FILE, SPANISH: FILE.replace(".yml", ".es.yml"), BRAZILIAN: FILE.replace(".yml", ".pt.yml")}


def body_in(language: Language, library: Library) -> str:
    """The body of a form that was filled in another language: its headings, choices and names of figures."""
    body = BODY
    for one, other in zip(asked(library), asked(library, language), strict=True):
        body = body.replace(f"### {one.label}\n", f"### {other.label}\n")
        for choice, named in zip(one.choices, other.choices, strict=True):
            body = body.replace(f"\n{choice}\n", f"\n{named}\n")
    for name in FIGURES.values():
        body = body.replace(f"\n{name}: ", f"\n{language(name)}: ")
    return body.replace(f"### {LICENSE}", f"### {language(LICENSE)}")


def made(body: str, library: Library, languages: Sequence[Language] = LANGUAGES) -> Made:
    draft = from_markdown(Path("body.md"), body, library, languages)
    return Made(problems=draft) if isinstance(draft, list) else make(draft, library, TODAY)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_the_form_in_the_repository_is_fresh(language: Language, real_library: Library) -> None:
    again = "make it anew: peerbook issue-form"
    assert (ROOT / FORMS[language]).read_text(encoding="utf-8") == form_text(real_library, language), again


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_the_form_is_one_that_github_takes(language: Language) -> None:
    """By GitHub's syntax for issue forms: unique ids and labels, known types, no comma in a choice."""
    form = yaml.safe_load((ROOT / FORMS[language]).read_text(encoding="utf-8"))
    asked_for = [one for one in form["body"] if one["type"] != "markdown"]
    ids = [one["id"] for one in asked_for]
    labels = [one["attributes"]["label"] for one in asked_for]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert {one["type"] for one in asked_for} == {"input", "textarea", "dropdown", "checkboxes"}
    for one in asked_for:
        assert all(sign.isalnum() or sign in "-_" for sign in one["id"])
        options = one["attributes"].get("options", [])
        assert (one["type"] in ("dropdown", "checkboxes")) == bool(options)
        assert one["type"] == "checkboxes" or not any("," in option for option in options)
        assert len(set(map(str, options))) == len(options)


def test_every_required_field_of_a_write_up_is_asked_for(small_library: Library) -> None:
    fields = {one.field.partition(".")[0] for one in asked(small_library)}
    from generator.model import WriteUp

    assert {name for name, info in WriteUp.model_fields.items() if info.is_required()} - fields == {"added", "reviewed"}


def test_a_filled_form_becomes_a_write_up_that_passes(folder: Path, small_library: Library) -> None:
    found = made(BODY, small_library)
    assert not found.problems
    assert list(found.files) == ["salem-or/texts-residents-day-before-street-sweeping.yaml"]
    for name, text in found.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    practice = read_library(folder).practice_by_id[found.identity]
    assert practice.approach[1].endswith("[^city-salem][^salem-herald]")
    assert practice.results[0].before == "9,000"
    assert practice.results[1].text == "Callers were content.[^salem-herald]"
    assert practice.reviewed == TODAY.isoformat()
    assert practice.cost is None


@pytest.mark.parametrize("language", [SPANISH, BRAZILIAN], ids=lambda one: one.code)
def test_a_form_filled_in_another_language_becomes_a_write_up_in_it(
    language: Language, folder: Path, small_library: Library
) -> None:
    body = body_in(language, small_library)
    assert "### City" not in body
    assert "before-after" in body
    found = made(body, small_library)
    assert not found.problems
    for name, text in found.files.items():
        (folder / name).write_text(text, encoding="utf-8")
    practice = read_library(folder).practice_by_id[found.identity]
    assert practice.language == language.code[:2]
    assert (practice.status, practice.evidence.level, practice.topics) == ("ongoing", "before-after", ("sanitation",))
    assert (practice.results[0].before, practice.results[0].period) == ("9,000", "2020 to 2022")
    assert practice.unknown == ("staff time",)


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_the_example_of_a_result_is_one_that_is_read(language: Language, small_library: Library) -> None:
    (example,) = (one.example for one in asked(small_library, language) if one.field == "results")
    body = body_in(language, small_library)
    before, _, rest = body.partition(f"### {language('What changed')}\n")
    after = rest[rest.index("### ") :]
    draft = from_markdown(Path("body.md"), f"{before}### results\n\n{example}\n\n{after}", small_library, LANGUAGES)
    assert not isinstance(draft, list)
    (result,) = draft.data["results"]
    assert set(result) == {"text", "metric", "before", "after", "period"}


@pytest.mark.parametrize(("city", "identity"), [("Recife, Brasil", "recife-brazil"), ("lima, PERÚ", "lima-peru")])
def test_a_city_is_found_by_its_country_in_any_language_of_the_library(
    city: str, identity: str, real_library: Library
) -> None:
    found = find_city(city, real_library)
    assert found
    assert found.id == identity


def test_a_city_that_the_library_lacks_gets_its_file(folder: Path, small_library: Library) -> None:
    found = made(BODY.replace("Salem, OR", "omaha, nebraska"), small_library)
    assert not found.problems
    for name, text in found.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    city = read_library(folder).city_by_id["omaha-ne"]
    assert (city.label, city.region, city.certification.level) == ("Omaha, NE", "Midwest", "silver")
    assert city.location
    assert round(city.location.latitude) == 41
    assert city.population.count != "unknown"


MESSAGE = """Nothing is left to do here but to choose “Create”.

```yaml
# peerbook draft
city: omaha-ne
name: street-texts
certification:
  level: silver
  year: "2026"
  award: new
  source:
    title: Omaha is certified
    url: https://example.org/omaha
{fields}```
"""
"""What the form of the site puts into a message; `tests/browser/test_contribute.py` holds that it does."""


def message(**changed: object) -> str:
    fields = {**yaml.safe_load(SWEEPING), "title": "Omaha sends letters about sweeping", **changed}
    return MESSAGE.format(fields=yaml.safe_dump(fields, sort_keys=False))


@pytest.mark.parametrize("source", ["_No response_", ""])
def test_a_new_city_without_a_source_on_its_certification_is_told_what_it_needs(
    source: str, small_library: Library
) -> None:
    body = BODY.replace("Salem, OR", "Omaha, NE")
    body = body.replace("Five more cities | What Works Cities | https://example.org/five | 2024-05", source)
    (told,) = made(body, small_library).problems
    assert told.line == body.split("\n").index("Omaha, NE") - 1
    assert str(told.wrong) == "Omaha, NE is new here, and no source tells of its certification"
    assert "below “Source on the certification”" in told.allowed


def test_an_address_without_its_beginning_is_told_and_taken_for_nothing_else(small_library: Library) -> None:
    (told,) = made(BODY.replace("https://example.org/memo", "www.example.org/memo"), small_library).problems
    assert told.wrong.startswith("url")
    assert told.line == BODY.split("\n").index("### Sources") + 3


def test_a_message_of_the_form_of_the_site_becomes_a_city_and_its_practice(
    folder: Path, small_library: Library
) -> None:
    found = made(message(), small_library)
    assert not found.problems
    assert set(found.files) == {"omaha-ne/city.yaml", "omaha-ne/street-texts.yaml"}
    for name, text in found.files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    read = read_library(folder)
    assert read.city_by_id["omaha-ne"].certification.year == 2026
    assert read.practice_by_id["omaha-ne/street-texts"].title == "Omaha sends letters about sweeping"


def test_what_is_wrong_in_such_a_message_is_told_at_its_line_there(small_library: Library) -> None:
    text = message(status="gone").replace("level: silver", "level: tin")
    lines = text.split("\n")
    told = {(problem.line, problem.wrong.partition(":")[0]) for problem in made(text, small_library).problems}
    assert (lines.index("status: gone") + 1, "status") in told
    assert any(lines[line - 1].lstrip().startswith(("certification", "level")) for line, _ in told if line < 10)


@pytest.mark.parametrize(
    "name", ["../../boulder-co/x", "city", "a/b", "index", "", "..", "x" * 200, "${{ x }}", "/etc"]
)
def test_no_name_in_such_a_message_leaves_the_folder_or_hides_the_city(
    name: str, folder: Path, small_library: Library
) -> None:
    found = made(message().replace("name: street-texts", f"name: {json.dumps(name)}"), small_library)
    if found.problems:
        assert name in ("city", "index")
        return
    (written,) = (one for one in found.files if one != "omaha-ne/city.yaml")
    assert Path(written).parent == Path("omaha-ne")
    (folder / "omaha-ne").mkdir()
    for one, text in found.files.items():
        (folder / one).write_text(text, encoding="utf-8")
    assert found.identity in read_library(folder).practice_by_id


def test_problems_name_the_line_of_the_body(small_library: Library) -> None:
    wrong = BODY.replace("before-after", "guess").replace("2023-02-14", "2999-02-14").replace("day. [1]", "day.")
    lines = wrong.splitlines()
    told = {(problem.line, problem.wrong.partition(":")[0]) for problem in made(wrong, small_library).problems}
    assert told == {
        (lines.index("### How it was measured") + 1, "level"),
        (next(n for n, line in enumerate(lines, 1) if "2999" in line), "date"),
        (next(n for n, line in enumerate(lines, 1) if "did not know the day." in line), "problem"),
    }


def test_a_topic_may_be_named_by_an_earlier_id(small_library: Library) -> None:
    topics = [
        one.model_copy(update={"aliases": ("street-cleaning",)}) if one.id == "sanitation" else one
        for one in small_library.topics
    ]
    library = small_library.model_copy(update={"topics": tuple(topics)})
    found = made(BODY.replace("Sanitation (sanitation)", "Street cleaning, Street-Cleaning"), library)
    assert [one.wrong for one in found.problems] == ["topics: sanitation stands here twice"]
    assert not made(BODY.replace("Sanitation (sanitation)", "Street cleaning"), library).problems


@pytest.mark.parametrize(
    ("city", "word"),
    [("Nowhere", "no one city"), ("", "missing"), ("../../etc", "no one city"), ("Springfield", "no one city")],
)
def test_a_city_that_is_none_or_several_is_refused(city: str, word: str, small_library: Library) -> None:
    found = made(BODY.replace("Salem, OR", city), small_library)
    assert not found.files
    assert word in found.problems[0].wrong


HOSTILE = [
    "../../../etc/passwd", "$(touch pwned)", "`id`", "${{ github.token }}", "::set-output name=x::y",
    "\n---\nx: !!python/object:os",
    "&a [*a]", "<script>alert(1)</script>", "]]>", "\x00", "\u202eevil", "a\n### Sources\nx | y | javascript:alert(1)",
    "!include /etc/passwd", "{{ config }}", "{% raw %}", "=cmd|' /C calc'!A0", "[x](javascript:alert(1))", "x" * 5_000,
    "### Title\nanother", "%2e%2e%2f", "con", "\u200b", "'\"\\\n'", "- - - - - - - - - - - - - - - - - - - - - - - x",
]  # fmt: skip


@pytest.mark.family
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:30])
@pytest.mark.parametrize(
    "field", ["Salem texts residents", "day before [2]", "tickets on sweeping days", "Salem Herald", "staff time"]
)
@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.code)
def test_hostile_bodies_are_refused_in_words_or_become_text(
    text: str, field: str, language: Language, folder: Path, small_library: Library
) -> None:
    found = made(body_in(language, small_library).replace(field, text), small_library)
    if found.problems:
        assert all(problem.wrong for problem in found.problems)
        return
    for name, content in found.files.items():
        path = (folder / name).resolve()
        assert path.is_relative_to(folder.resolve())
        assert path.name.count(".") == 1
        path.write_text(content, encoding="utf-8")
    read = read_library(folder).practice_by_id[found.identity]
    assert read.city == "salem-or"
    for source in read.sources.values():
        assert source.url is None or source.url.startswith("https://")


@given(st.text(max_size=200), st.integers(0, len(BODY)))
def test_no_body_ends_in_a_traceback_or_outside_of_the_folder(text: str, place: int) -> None:
    found = made(BODY[:place] + text + BODY[place:], LIBRARY())
    assert found.problems or found.files
    for name in found.files:
        assert not Path(name).is_absolute()
        assert ".." not in Path(name).parts
        assert len(Path(name).parts) == 2


class _Library:
    """The small library, made once; hypothesis takes no fixture of a function."""

    held: Library | None = None

    def __call__(self) -> Library:
        if self.held is None:
            import tempfile

            with tempfile.TemporaryDirectory() as place:
                self.held = read_library(write_library(Path(place) / "practices"))
        return self.held


LIBRARY = _Library()


@pytest.fixture
def runner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CliRunner:
    monkeypatch.chdir(tmp_path)
    write_library(Path("practices"))
    return CliRunner()


def test_the_command_writes_all_or_nothing(runner: CliRunner) -> None:
    before = sorted(Path("practices").rglob("*"))
    Path("body.md").write_text(BODY.replace("before-after", "guess"), encoding="utf-8")
    done = runner.invoke(main, ["from-issue", "body.md"])
    assert done.exit_code == 1
    assert "body.md:" in done.output
    assert "1 problem in 1 file; nothing was written" in done.output
    assert sorted(Path("practices").rglob("*")) == before
    Path("body.md").write_text(BODY, encoding="utf-8")
    assert runner.invoke(main, ["from-issue", "body.md"]).exit_code == 0
    assert runner.invoke(main, ["check"]).exit_code == 0
    again = runner.invoke(main, ["from-issue", "body.md"])
    assert again.exit_code == 1
    assert "is there already" in again.output


def test_what_the_command_tells_is_in_the_language_of_the_form(runner: CliRunner, small_library: Library) -> None:
    body = body_in(SPANISH, small_library)
    Path("body.md").write_text(body.replace("(before-after)", "(guess)"), encoding="utf-8")
    done = runner.invoke(main, ["from-issue", "body.md"])
    assert done.exit_code == 1
    assert "level: “guess” no es un valor conocido" in done.output
    assert "1 problema en 1 archivo; no se escribió nada. Edite el aviso de arriba" in done.output
    Path("body.md").write_text(body, encoding="utf-8")
    done = runner.invoke(main, ["from-issue", "body.md"])
    assert done.exit_code == 0
    assert "Gracias. La ficha pasa a una propuesta" in done.output
    Path("body.md").write_text(body_in(BRAZILIAN, small_library).replace("2021", "1021"), encoding="utf-8")
    assert "1021 está fora dos limites" in runner.invoke(main, ["from-issue", "body.md"]).output


def test_questions_are_of_every_shape(small_library: Library) -> None:
    assert {one.shape for one in asked(small_library)} == set(Shape)


@pytest.mark.parametrize("kind", ["json", "yaml", "md"])
def test_a_draft_in_a_file_becomes_a_write_up(runner: CliRunner, kind: str) -> None:
    draft = Path(f"draft.{kind}")
    if kind == "md":
        draft.write_text(BODY, encoding="utf-8")
    else:
        path = Path("practices/salem-or/sweeping.yaml")
        read = parse(path, path.read_text(encoding="utf-8"))
        assert isinstance(read, Document)
        held = dict(read.data)
        held |= {"city": "Salem, OR", "title": "Salem sends letters about sweeping", "topics": ["Sanitation"]}
        draft.write_text(json.dumps(held, indent=1) if kind == "json" else yaml.safe_dump(held), encoding="utf-8")
    done = runner.invoke(main, ["new", "--from", str(draft)])
    assert done.exit_code == 0, done.output
    assert runner.invoke(main, ["check"]).exit_code == 0


def test_problems_of_a_draft_in_yaml_name_its_own_lines(runner: CliRunner) -> None:
    Path("draft.yaml").write_text("city: Salem, OR\ntitle: Salem sends letters\nstatus: gone\n", encoding="utf-8")
    done = runner.invoke(main, ["new", "--from", "draft.yaml"])
    assert done.exit_code == 1
    assert "draft.yaml:3:9: status: “gone” is not known" in done.output
    assert "draft.yaml:1:1: problem is missing" in done.output
    with pytest.raises(ProblemsFoundError):
        read_library("nowhere")


def test_a_template_lands_in_the_folder_of_its_city_and_says_what_to_do(runner: CliRunner) -> None:
    done = runner.invoke(
        main, ["new", "--template", "--city", "Omaha, NE", "--title", "Omaha sends nurses to some callers"]
    )
    assert done.exit_code == 0
    assert Path("practices/omaha-ne/city.yaml").is_file()
    text = Path("practices/omaha-ne/sends-nurses-some-callers.yaml").read_text(encoding="utf-8")
    assert "# Allowed: ongoing, completed, discontinued, unknown." in text
    told = runner.invoke(main, ["check", "practices/omaha-ne"]).output
    assert "“TODO” is left over from a template" in told
    assert "city.yaml" in told


def test_answers_to_the_questions_become_a_write_up(runner: CliRunner) -> None:
    answers = [
        "Nowhere", "Salem, OR", "Salem texts residents before the sweeper comes",
        "The memo | City of Salem | https://example.org/memo | 2023-02-14", "",
        "Nobody knew the day", "Nobody knew the day. [1]", "", "It sends messages. [1]", "",
        "Fewer tickets. [1]", "1", "tickets a month", "900", "600", "2020 to 2022", "",
        "Salem sends a text message before street sweeping.", "before-after", "The city counted.", "2021", "ongoing",
        "", "", "", "", "", "staff time", "", "How do we cut parking fines?", "",
        "Open data", "", "sanitation, helth", "Sanitation", "behavioral-message",
        "sweeping-texts",
    ]  # fmt: skip
    done = runner.invoke(main, ["new"], input="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "end it with the number of its source: [1] to [1]" in done.output
    assert "helth is not known" in done.output
    assert Path("practices/salem-or/sweeping-texts.yaml").is_file()
    assert runner.invoke(main, ["check"]).exit_code == 0
