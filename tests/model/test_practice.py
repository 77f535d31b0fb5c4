from typing import Any

import pytest
from pydantic import ValidationError

from generator.model import EvidenceLevel, Result, ResultKind

TEXT = "Something changed.[^s]"


@pytest.mark.parametrize(
    ("fields", "kind"),
    [
        ({}, ResultKind.ACCOUNT),
        ({"value": "8"}, ResultKind.FIGURE),
        ({"before": "9", "after": "8"}, ResultKind.CHANGE),
        ({"change": "-17%"}, ResultKind.CHANGE),
        ({"treated": "62%", "comparison": "48%", "comparison_group": "others"}, ResultKind.COMPARISON),
        ({"change": "26% fewer", "comparison_group": "others"}, ResultKind.COMPARISON),
        ({"no_effect": True, "comparison_group": "others"}, ResultKind.NO_EFFECT),
    ],
)
def test_the_kind_of_a_result_follows_from_its_fields(fields: dict[str, Any], kind: ResultKind) -> None:
    assert Result(text=TEXT, metric="calls", **fields).kind is kind


@pytest.mark.parametrize(
    "fields",
    [
        {"before": "9", "metric": "calls"},
        {"treated": "9", "comparison_group": "others", "metric": "calls"},
        {"treated": "9", "comparison": "8", "metric": "calls"},
        {"comparison_group": "others", "metric": "calls"},
        {"target": "9", "metric": "calls"},
        {"value": "9"},
    ],
)
def test_figures_that_lack_their_other_half_are_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Result(text=TEXT, **fields)


def test_levels_run_from_five_steps_to_one() -> None:
    assert [level.strength for level in EvidenceLevel] == [5, 4, 3, 2, 1]
