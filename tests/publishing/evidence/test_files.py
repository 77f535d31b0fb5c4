import json

from generator.model import Library, Result
from generator.publishing.evidence import Held, result_files, rows_of
from generator.publishing.evidence.files import ROWS_A_FILE


def result(**fields: str | bool) -> Result:
    return Result.model_validate({"text": "Something.[^s]", "metric": "calls", **fields})


COMPARED = result(change="-17%", comparison_group="others")
CHANGED, FIGURE = result(before="41 s", after="34 s"), result(value="1,233")
NULL = result(no_effect=True, comparison_group="others")
ACCOUNT = Result(text="Callers were content.[^s]")


def with_results(library: Library, *results: Result) -> Library:
    first, *others = library.practices
    return library.model_copy(update={"practices": (first.model_copy(update={"results": results}), *others)})


def test_each_measured_result_is_a_row_that_says_what_it_is_held_against(small_library: Library) -> None:
    library = with_results(small_library, COMPARED, ACCOUNT, CHANGED, FIGURE, NULL)
    rows = [row for row in rows_of(library) if row.practice is library.practices[0]]
    assert [row.held for row in rows] == [Held.GROUP, Held.TIME, Held.NOTHING, Held.GROUP]
    strengths = [row.practice.evidence.level.strength for row in rows_of(library)]
    assert strengths == sorted(strengths, reverse=True)


def test_the_index_and_the_pieces_hold_the_same_rows(small_library: Library) -> None:
    library = with_results(small_library, *(COMPARED, NULL, FIGURE) * ROWS_A_FILE)
    index_file, *pieces = result_files(library)
    index = json.loads(index_file.content)
    rows = [row for piece in pieces for row in json.loads(piece.content)]
    count = len(rows_of(library))
    assert len(rows) == len(index["of"]) == len(index["levels"]) == len(index["held"]) == len(index["found"]) == count
    assert [piece.path for piece in pieces] == [f"evidence/{index['folder']}/{n}.json" for n in range(len(pieces))]
    assert [str(row[-1]) for row in rows] == list(index["levels"])
    assert index["found"].count("0") == ROWS_A_FILE
    topics = {index["names"]["topic"][place] for place in index["topics"][index["of"][0]]}
    assert topics == set(rows_of(library)[0].practice.topics)


def test_other_rows_stand_in_another_folder(small_library: Library) -> None:
    one, other = (next(iter(result_files(with_results(small_library, each)))) for each in (COMPARED, FIGURE))
    assert json.loads(one.content)["folder"] != json.loads(other.content)["folder"]
