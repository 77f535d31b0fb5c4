from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import EvidenceLevel, Library, Practice, Result
from generator.publishing.pictures.axis import FULL, SHORT, Axis, Glyph, axis_of
from generator.publishing.pictures.matrix import LEAST, MOST, matrix
from generator.publishing.pictures.tried import tried

AXIS = Axis(-FULL, FULL)


def result(**fields: str | bool) -> Result:
    return Result.model_validate({"text": "Something.[^s]", "metric": "calls", **fields})


LESS, MORE = result(change="-40%"), result(change="+40%", comparison_group="others")
NULL, FIGURE = result(no_effect=True), result(value="1,233")


def test_marks_of_the_kinds_of_results_look_different() -> None:
    points = result(change="+6 percentage points", comparison_group="others")
    marks = [AXIS.mark(one) for one in (LESS, MORE, NULL, points)]
    assert [mark and mark.shape for mark in marks] == [
        Glyph.CHANGED,
        Glyph.COMPARED,
        Glyph.NO_EFFECT,
        Glyph.OTHER_UNIT,
    ]
    assert [mark and mark.is_filled for mark in marks] == [False, True, False, True]


def test_a_figure_that_stands_alone_has_no_mark() -> None:
    assert AXIS.mark(FIGURE) is None


def test_what_lies_beyond_the_line_stands_at_its_end_and_says_so() -> None:
    far = AXIS.mark(result(before="10", after="1,000"))
    assert far is not None
    assert far.beyond
    assert far.at == AXIS.at(FULL)


def test_a_range_reaches_from_its_lower_to_its_upper_end() -> None:
    mark = AXIS.mark(result(change="20% to 30% fewer"))
    assert mark is not None
    assert (mark.low, mark.high) == (AXIS.at(-30), AXIS.at(-20))


@given(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6))
def test_more_stands_further_right_and_everything_inside(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert 0 <= AXIS.at(low) <= AXIS.at(high) <= 100


def test_the_line_is_short_where_nothing_stands() -> None:
    assert axis_of([LESS]) == Axis(-FULL, SHORT)
    assert axis_of([MORE, NULL]) == Axis(-SHORT, FULL)
    assert axis_of([LESS, MORE]) == axis_of([NULL]) == AXIS


def practices(library: Library, *results: tuple[Result, ...]) -> list[Practice]:
    return [library.practices[0].model_copy(update={"results": one, "id": f"a/b{n}"}) for n, one in enumerate(results)]


def test_every_result_that_is_held_against_something_has_a_line_and_the_others_are_counted(
    small_library: Library,
) -> None:
    picture = tried(practices(small_library, (FIGURE, LESS, NULL), (MORE,), (FIGURE,)))
    [(level, drawn)] = picture.levels
    assert level is EvidenceLevel.RANDOMIZED_TRIAL
    assert [[line.result for line in lines] for _practice, lines in drawn] == [[NULL, LESS], [MORE]]
    assert (picture.compared, picture.no_effect, picture.over_time, picture.alone) == (1, 1, 1, 2)
    assert picture.left_out == 0


@pytest.mark.parametrize(("most", "drawn", "left_out"), [(1, 2, 3), (3, 3, 2), (9, 5, 0)])
def test_a_practice_is_drawn_whole_or_counted_as_left_out(
    small_library: Library, most: int, drawn: int, left_out: int
) -> None:
    picture = tried(practices(small_library, (LESS, NULL), (MORE,), (LESS, MORE)), most=most)
    lines = [line for _level, group in picture.levels for _practice, lines in group for line in lines]
    assert (len(lines), picture.left_out, picture.lines) == (drawn, left_out, 5)


def test_the_matrix_counts_every_practice_in_each_of_its_rows(small_library: Library) -> None:
    picture = matrix("topic", small_library.topics, small_library.practices, lambda practice: practice.topics)
    counted: dict[Any, list[int]] = {row.id: [cell.count for cell in cells] for row, cells in picture.rows}
    for topic, counts in counted.items():
        assert sum(counts) == len(small_library.practices_by_topic.get(topic, ()))
    assert picture.empty == sum(counts.count(0) for counts in counted.values())
    radii = {cell.radius for _row, cells in picture.rows for cell in cells if cell.count}
    assert all(LEAST <= radius <= MOST for radius in radii)
