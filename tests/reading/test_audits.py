"""The register of audits, and filled sheets that become a part of it."""

import csv
import datetime
import io
from pathlib import Path

import pytest

from generator.model import Audit, Library, Verdict, drawn
from generator.publishing.audit_sheet import audit_sheet
from generator.reading import AUDIT_SHEET, ProblemsFoundError, add_audit, read_library, read_sheet
from generator.reading.files import MAX_BYTES
from tests.builders import write_library

TODAY = datetime.date(2026, 11, 28)
NAMES = ("boulder-co/nurses", "salem-or/sweeping")
REGISTER = """\
# Kept by hand.
audits:
- id: first
  date: 2026-11-23
  by: one reader
  drawn: doubtful-first
  how: Doubtful claims of two write-ups.
  write_ups: 2
  judged: 20
  contradicted: 1
"""


def rows(library: Library, *changes: tuple[int, str, str]) -> list[dict[str, str]]:
    """A sheet in which all is confirmed, but for `changes`: row, column and cell."""
    content = audit_sheet(drawn(library, 14, 2, 4), 14, library).decode("utf-8-sig")
    found = [{**row, "verdict": "confirmed"} for row in csv.DictReader(io.StringIO(content))]
    for row, column, cell in changes:
        found[row][column] = cell
    return found


def saved(folder: Path, filled: list[dict[str, str]], separator: str = ",") -> Path:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, filled[0], delimiter=separator)
    writer.writeheader()
    writer.writerows(filled)
    path = folder / "sheet.csv"
    path.write_text(buffer.getvalue(), encoding="utf-8-sig", newline="")
    return path


def read(path: Path, how: str = "") -> Audit:
    return read_sheet(path, NAMES, "a reader", how, TODAY)


def mistakes(path: Path) -> list[str]:
    with pytest.raises(ProblemsFoundError) as caught:
        read(path)
    return [str(problem).removeprefix(f"{path}:") for problem in caught.value.problems]


CONTRADICTED = ((1, "verdict", "Contradicted"), (1, "passage", "It says\nthree."), (1, "kind", "Wrong figure"))


def test_a_sheet_is_read_into_counts_and_findings(small_library: Library, tmp_path: Path) -> None:
    filled = rows(small_library, *CONTRADICTED, (2, "verdict", "Not visible"), (3, "verdict", "disagree"))
    audit = read(saved(tmp_path, filled), "live pages, two look-ups a claim.")
    assert (audit.judged, audit.contradicted, audit.disagree, audit.not_visible) == (7, 1, 1, 1)
    assert audit.how == (
        "2 write-ups by lot, up to 4 claims of each by lot (seed 14); live pages, two look-ups a claim."
    )
    wrong, disputed = audit.findings
    assert (wrong.field, wrong.kind, wrong.passage) == (filled[1]["field"], "wrong-figure", "It says three.")
    assert disputed.verdict is Verdict.DISAGREE


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_a_sheet_may_come_back_from_any_spreadsheet(small_library: Library, tmp_path: Path, separator: str) -> None:
    filled = list(reversed(rows(small_library)))
    assert read(saved(tmp_path, filled, separator)).judged == 8


def test_every_mistake_is_told_with_its_line_and_the_way_out(small_library: Library, tmp_path: Path) -> None:
    filled = rows(small_library, (0, "verdict", ""), (1, "verdict", "contradicted"), (2, "verdict", "confrmed"))
    assert mistakes(saved(tmp_path, filled)) == [
        "2:6: verdict: is empty: one of confirmed, contradicted, disagree, not-visible",
        "3:7: passage: is empty: a contradicted claim needs what the source says, word for word",
        "3:8: kind: is empty: allowed: wider-than-source, what-a-number-stands-for, wrong-figure, state-changed, other",
        "4:6: verdict: “confrmed” is not known: did you mean confirmed? "
        "allowed: confirmed, contradicted, disagree, not-visible",
    ]


def again(library: Library, folder: Path, agreed: str, judges: int) -> Audit:
    """What a sheet with one contradicted claim and a column for second judges tells."""
    filled = [{**row, "agreed": ""} for row in rows(library, *CONTRADICTED)]
    filled[1]["agreed"] = agreed
    return read_sheet(saved(folder, filled), NAMES, "a reader", "", TODAY, judges)


def test_second_judges_are_read_with_how_many_agree(small_library: Library, tmp_path: Path) -> None:
    audit = again(small_library, tmp_path, "2", 3)
    assert (audit.second_judges, audit.findings[0].agreed, audit.upheld) == (3, 2, 1)


@pytest.mark.parametrize(
    ("agreed", "judges", "told"),
    [
        ("", 2, "3:10: agreed: is empty: a whole number from 0 to 2"),
        ("3", 2, "3:10: agreed: “3” is not known: a whole number from 0 to 2"),
        ("1.5", 2, "3:10: agreed: “1.5” is not known: a whole number from 0 to 2"),
        ("1", 0, "3:10: agreed: nobody judged again: say how many with --second-judges"),
    ],
)
def test_second_judges_that_do_not_fit_are_told(
    small_library: Library, tmp_path: Path, agreed: str, judges: int, told: str
) -> None:
    with pytest.raises(ProblemsFoundError) as caught:
        again(small_library, tmp_path, agreed, judges)
    assert [str(one).removeprefix(f"{tmp_path / 'sheet.csv'}:") for one in caught.value.problems] == [told]


def test_a_sheet_without_the_column_of_second_judges_is_refused_where_there_were_some(
    small_library: Library, tmp_path: Path
) -> None:
    with pytest.raises(ProblemsFoundError, match="the column agreed is missing"):
        read_sheet(saved(tmp_path, rows(small_library, *CONTRADICTED)), NAMES, "a reader", "", TODAY, 1)


def test_lines_are_those_of_the_file_where_a_cell_holds_several(small_library: Library, tmp_path: Path) -> None:
    filled = rows(small_library, (0, "note", "one\ntwo\nthree"), (1, "verdict", "maybe"))
    assert mistakes(saved(tmp_path, filled))[0].startswith("5:6: verdict: “maybe” is not known")


def test_a_sheet_that_lacks_a_drawn_claim_is_refused(small_library: Library, tmp_path: Path) -> None:
    assert "the rows are not those that were drawn" in mistakes(saved(tmp_path, rows(small_library)[1:]))[0]
    other = rows(small_library, (0, "field", "lessons 9"))
    assert "the rows are not those that were drawn" in mistakes(saved(tmp_path, other))[0]
    mixed = rows(small_library, (3, "audit", "seed-15-00000000"))
    assert mistakes(saved(tmp_path, mixed))[0].startswith("5:1: audit: this row is not of seed-14-")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "the column audit is missing"),
        ("audit,write_up,field\n", "the column verdict is missing"),
        (f"{','.join(AUDIT_SHEET)}\n", "no claim stands here"),
        (f"{','.join(AUDIT_SHEET)}\nx,y,z,,,confirmed,,,\n", "the rows are not those that were drawn"),
        (f'{",".join(AUDIT_SHEET)}\nx,y,"a quote that nothing closes\n', "this can't be read as CSV"),
    ],
)
def test_what_is_no_sheet_is_refused_in_words(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text(text, encoding="utf-8")
    assert told in mistakes(path)[0]


def test_a_write_up_that_is_gone_is_told(small_library: Library, tmp_path: Path) -> None:
    with pytest.raises(ProblemsFoundError, match="write_up: salem-or/sweeping is not in the library"):
        read_sheet(saved(tmp_path, rows(small_library)), NAMES[:1], "a reader", "", TODAY)


def test_an_audit_without_a_judged_claim_is_none(small_library: Library, tmp_path: Path) -> None:
    filled = [{**row, "verdict": "not-visible"} for row in rows(small_library)]
    assert "no claim could be judged" in mistakes(saved(tmp_path, filled))[0]


@pytest.mark.parametrize("before", [None, "audits: []\n", REGISTER])
def test_an_audit_is_added_behind_what_stands_there(
    small_library: Library, folder: Path, tmp_path: Path, before: str | None
) -> None:
    if before:
        (folder / "audits.yaml").write_text(before, encoding="utf-8")
    audit = read(saved(tmp_path, rows(small_library, *CONTRADICTED)))
    path = add_audit(audit, folder, NAMES, TODAY)
    audits = read_library(folder, TODAY).audits
    assert audits[-1] == audit
    assert len(audits) == (2 if before == REGISTER else 1)
    if before == REGISTER:
        assert path.read_text(encoding="utf-8").startswith(REGISTER)


@pytest.mark.parametrize(
    ("name", "following"), [("audits", "audits-2"), ("audits-3", "audits-4"), ("audits-9", "audits-10")]
)
def test_what_no_longer_fits_goes_into_the_next_file(
    small_library: Library, folder: Path, tmp_path: Path, name: str, following: str
) -> None:
    full = f"#{' full' * ((MAX_BYTES - len(REGISTER)) // 5 - 1)}\n{REGISTER}"
    (folder / f"{name}.yaml").write_text(full, encoding="utf-8")
    audit = read(saved(tmp_path, rows(small_library)))
    path = add_audit(audit, folder, NAMES, TODAY)
    assert (path.stem, (folder / f"{name}.yaml").read_text(encoding="utf-8")) == (following, full)
    assert [one.id for one in read_library(folder, TODAY).audits] == ["first", audit.id]
    with pytest.raises(ProblemsFoundError, match="stands here twice"):
        add_audit(audit, folder, NAMES, TODAY)
    path.write_text(REGISTER, encoding="utf-8")
    with pytest.raises(ProblemsFoundError, match=rf"{following}\.yaml:3:7: first stands here twice"):
        read_library(folder, TODAY)


def test_an_audit_is_added_once_and_a_refused_one_changes_nothing(
    small_library: Library, folder: Path, tmp_path: Path
) -> None:
    audit = read(saved(tmp_path, rows(small_library)))
    path = add_audit(audit, folder, NAMES, TODAY)
    before = path.read_bytes()
    with pytest.raises(ProblemsFoundError, match="stands here twice"):
        add_audit(audit, folder, NAMES, TODAY)
    assert path.read_bytes() == before
    assert [one.name for one in folder.iterdir() if one.name.startswith(".")] == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("drawn: doubtful-first", "drawn: doubtful", "audits.yaml:6:10: drawn: “doubtful” is not known"),
        ("contradicted: 1", "contradicted: 21", "contradicted and disagree are among the judged"),
        ("date: 2026-11-23", "date: 2026-12-23", "audits.yaml:4:9: date: 2026-12-23 lies in the future"),
        ("  judged: 20\n", "", "judged is missing: Claims that could be judged."),
        ("contradicted: 1", "contradicted: 1\n  rate: 5%", "rate is not a field here"),
        (
            "contradicted: 1",
            "contradicted: 1\n  findings: [{practice: boulder-co/nurse, field: cost, verdict: contradicted}]",
            "the write-up boulder-co/nurse is not in the library: did you mean boulder-co/nurses?",
        ),
    ],
)
def test_a_mistake_in_the_register_is_told_with_its_place(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    folder = write_library(tmp_path)
    (folder / "audits.yaml").write_text(REGISTER.replace(right, wrong), encoding="utf-8")
    with pytest.raises(ProblemsFoundError) as caught:
        read_library(folder, TODAY)
    assert any(told in str(problem) for problem in caught.value.problems), caught.value


def test_a_library_may_be_without_audits(small_library: Library) -> None:
    assert small_library.audits == ()
