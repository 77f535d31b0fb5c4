import pytest

from generator.model import Certification, Library, Practice, Result
from generator.publishing.pictures.certified import certification_line, years_of
from generator.publishing.pictures.courses import before_and_after, over_time
from generator.publishing.pictures.map import city_map


def result(**fields: str) -> Result:
    return Result.model_validate({"text": "Something.[^s]", "metric": "votes", **fields})


def test_two_times_are_drawn_from_zero_with_their_years() -> None:
    course = before_and_after(result(before="25 (2015)", after="100 (2025)"))
    assert course is not None
    assert [(point.height, point.when, point.figure) for point in course.points] == [
        (25, "2015", "25"),
        (100, "2025", "100"),
    ]
    assert course.said() == "votes: 25 (2015), 100 (2025)"


def test_years_come_from_the_period_where_the_figures_have_none() -> None:
    course = before_and_after(result(before="41 s", after="34 s", period="fiscal years 2017 to 2018"))
    plain = before_and_after(result(before="41 s", after="34 s"))
    assert course is not None
    assert plain is not None
    assert [point.when for point in course.points] == ["2017", "2018"]
    assert [point.when for point in plain.points] == ["before", "after"]


@pytest.mark.parametrize(("before", "after"), [("9 days", "3 hours"), ("silver", "gold"), ("-2", "3")])
def test_figures_that_cannot_be_held_against_each_other_are_not_drawn(before: str, after: str) -> None:
    assert before_and_after(result(before=before, after=after)) is None


def practice(library: Library, *results: Result) -> Practice:
    return library.practices[0].model_copy(update={"results": results})


RISE = result(before="36", after="91", period="2017 to 2021")
FALL = result(before="91", after="60", period="2021 to 2025")


def test_a_measure_of_three_years_is_drawn_over_time(small_library: Library) -> None:
    [course] = over_time(practice(small_library, RISE, FALL))
    assert [(point.when, point.figure) for point in course.points] == [("2017", "36"), ("2021", "91"), ("2025", "60")]
    first, second, third = (point.x for point in course.points)
    assert second - first == pytest.approx(third - second)


@pytest.mark.parametrize(
    "other",
    [
        result(value="7%", period="2025"),
        result(before="92", after="60", period="2021 to 2025"),
        result(value="60", period="2022 to 2025"),
        result(value="60"),
    ],
)
def test_two_units_two_figures_of_one_year_and_spans_of_years_make_no_course(
    small_library: Library, other: Result
) -> None:
    assert over_time(practice(small_library, RISE, other)) == ()


def step(level: str, year: int | str) -> Certification:
    return Certification.model_validate({"level": level, "year": year, "award": "new", "sources": ["list"]})


def test_certifications_stand_by_year_on_one_line_for_all_cities(small_library: Library) -> None:
    assert years_of(small_library) == (2021, 2021)
    line = certification_line([step("gold", 2022), step("silver", 2018), step("unknown", "unknown")], (2018, 2026))
    assert line is not None
    assert [(one.level, one.year, one.is_below) for one in line.steps] == [
        ("silver", 2018, False),
        ("gold", 2022, True),
    ]
    assert line.undated == 1
    assert line.steps[1].at == pytest.approx((line.years[0][0] + line.years[-1][0]) / 2, abs=0.1)


def test_a_city_without_a_dated_step_has_no_line() -> None:
    assert certification_line([step("gold", "unknown")], (2018, 2026)) is None


def test_the_map_names_each_city_with_its_size_and_level_and_cannot_be_made_markup(small_library: Library) -> None:
    first, *others = small_library.cities
    hostile = first.model_copy(update={"name": '"><script>alert(1)</script>'})
    drawn = city_map(small_library.model_copy(update={"cities": (hostile, *others)}), "")
    assert "<script" not in drawn
    assert "people · Gold 2021 · 1 practice" in drawn
    assert drawn.count("<a ") == len(small_library.cities)
