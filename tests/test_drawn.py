"""What a push leaves out of the slow tests, another takes."""

from tests.drawn import ONE_IN, share


def test_each_is_drawn_by_one_number_in_so_many_and_of_cases_alike_some() -> None:
    units = [f"test_page[{number}]" for number in range(3 * ONE_IN)] + ["build", "guides", "test_links"]
    drawn = [share(units, number) for number in range(7, 7 + ONE_IN)]
    assert set().union(*drawn) == set(units)
    assert sum(map(len, drawn)) == len(units)
    assert [sum("page" in unit for unit in some) for some in drawn] == [3] * ONE_IN
