from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model import Audit, Draw, Library, audit_id, citations, claims_of, drawn, seed_of, wilson

ONE: dict[str, Any] = {
    "id": "seed-1",
    "date": "2026-11-28",
    "by": "a reader",
    "drawn": "by-lot",
    "how": "All claims of two write-ups.",
    "write_ups": 2,
    "judged": 109,
    "contradicted": 5,
}
JUDGED_AGAIN: dict[str, Any] = {**ONE, "contradicted": 3, "second_judges": 2}
FOUND = {"practice": "boulder-co/nurses", "field": "summary", "verdict": "contradicted", "kind": "wider-than-source"}


@pytest.mark.parametrize(
    ("hits", "trials", "low", "high"),
    [(5, 109, 0.0198, 0.1029), (0, 100, 0.0, 0.0370), (10, 10, 0.7225, 1.0), (1, 1, 0.2065, 1.0)],
)
def test_the_interval_is_wilsons(hits: int, trials: int, low: float, high: float) -> None:
    assert wilson(hits, trials) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 5000).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials))))
def test_the_interval_holds_the_share_that_was_seen(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] + 1e-12
    assert counts[0] / counts[1] - 1e-12 <= high <= 1


def test_rate_and_interval_are_computed_from_the_counts() -> None:
    audit = Audit.model_validate(ONE)
    assert audit.rate == 5 / 109
    assert audit.interval == wilson(5, 109)


def test_doubtful_claims_have_no_interval_since_they_say_nothing_of_the_others() -> None:
    assert Audit.model_validate({**ONE, "drawn": Draw.DOUBTFUL_FIRST}).interval is None


def test_most_of_all_judges_decide_what_is_upheld() -> None:
    findings = [{**FOUND, "agreed": agreed} for agreed in (0, 1, 2)]
    audit = Audit.model_validate({**JUDGED_AGAIN, "findings": findings})
    assert (audit.upheld, audit.upheld_rate) == (2, 2 / 109)
    assert audit.upheld_interval == wilson(2, 109)
    assert audit.model_copy(update={"drawn": Draw.DOUBTFUL_FIRST}).upheld_interval is None


def test_a_tie_is_no_majority() -> None:
    findings = [{**FOUND, "agreed": agreed} for agreed in (0, 1, 1)]
    assert Audit.model_validate({**JUDGED_AGAIN, "second_judges": 1, "findings": findings}).upheld == 2


def test_where_nobody_judged_again_nothing_is_said_of_it() -> None:
    audit = Audit.model_validate(ONE)
    assert (audit.upheld, audit.upheld_rate, audit.upheld_interval) == (None, None, None)


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"judged": 4}, "there are more of them"),
        ({"disagree": 105}, "there are more of them"),
        ({"findings": [FOUND]}, "contradicted is 5, but 1 of the findings are"),
        ({"findings": [{**FOUND, "verdict": "confirmed"}]}, "only what did not hold is a finding"),
        ({"rate": "4.6%"}, "rate"),
        ({"second_judges": 2}, "give second_judges, and agreed of each finding"),
        ({"contradicted": 1, "findings": [{**FOUND, "agreed": 1}]}, "give second_judges, and agreed of each finding"),
        ({"contradicted": 1, "second_judges": 1, "findings": [{**FOUND, "agreed": 2}]}, "more second judges agreed"),
    ],
)
def test_counts_that_do_not_belong_together_are_refused(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        Audit.model_validate({**ONE, **fields})


def test_claims_are_the_summary_the_level_the_status_the_cost_each_result_and_each_statement(
    small_library: Library,
) -> None:
    practice = small_library.practices[0]
    claims = claims_of(practice)
    assert [claim.field for claim in claims] == [
        *("summary", "level", "status", "cost", "results 1", "results 2", "problem 1", "approach 1", "people 1")
    ]
    assert not any(citations(claim.statement) for claim in claims)
    by_field = {claim.field: claim for claim in claims}
    assert by_field["status"].statement == "Started: 2018. It still runs (newest dated source: 2020)."
    assert "treated 56%, comparison 97%" in by_field["results 1"].statement
    assert by_field["results 2"].sources == ("news",)
    assert by_field["summary"].sources == ("report", "news"), "what cites nothing rests on all sources"


def test_the_same_seed_draws_the_same_claims_and_another_draws_others(real_library: Library) -> None:
    assert drawn(real_library, 14, 20, 8) == drawn(real_library, 14, 20, 8)
    assert drawn(real_library, 14, 20, 8) != drawn(real_library, 15, 20, 8)


def test_so_many_write_ups_and_claims_are_drawn_as_are_asked_for_or_all(
    real_library: Library, small_library: Library
) -> None:
    counts = Counter(claim.practice for claim in drawn(real_library, 14, 20, 8))
    assert list(counts.values()) == [8] * 20
    assert len(drawn(small_library, 14, 20, 80)) == sum(len(claims_of(one)) for one in small_library.practices)


def test_write_ups_and_claims_are_drawn_evenly(small_library: Library) -> None:
    one_each = [drawn(small_library, seed, 1, 1)[0] for seed in range(1800)]
    practices = Counter(claim.practice for claim in one_each)
    fields = Counter(claim.field for claim in one_each)
    assert all(abs(count - 900) < 130 for count in practices.values()), "more than six standard deviations off"
    assert len(fields) == 9
    assert all(abs(count - 200) < 80 for count in fields.values()), "six standard deviations off"


def test_a_new_write_up_changes_at_most_one_of_those_drawn(real_library: Library) -> None:
    fewer = real_library.model_copy(update={"practices": real_library.practices[1:]})
    before = {claim.practice for claim in drawn(fewer, 14, 20, 8)}
    after = {claim.practice for claim in drawn(real_library, 14, 20, 8)}
    assert len(after - before) <= 1


def test_the_id_of_an_audit_names_its_seed_and_knows_its_claims_in_any_order() -> None:
    names = [("a/b", "summary"), ("a/b", "cost"), ("c/d", "status")]
    one = audit_id(14, names)
    assert seed_of(one) == 14
    assert audit_id(14, reversed(names)) == one
    assert audit_id(14, names[1:]) != one
    assert audit_id(15, names) != one
    assert seed_of("2026-11-28-by-lot") is None
