"""Which figures of a result belong together: rules as data, because the form in the browser goes by the same ones."""

from typing import NamedTuple

from generator.said import said, with_way_out


class ResultRule(NamedTuple):
    """A result that has the field `given` needs one of `needs`; `wrong` tells so, and the way out after a colon."""

    given: str
    needs: tuple[str, ...]
    wrong: str


_TIMES = with_way_out(
    said("before and after go together"), said("a figure that stands alone is `value`, a stated change is `change`")
)
_GROUPS = said("treated and comparison go together")
_MEASURED = ("no_effect", "comparison_group", "before", "change", "value")

RESULT_RULES: tuple[ResultRule, ...] = (
    ResultRule("before", ("after",), _TIMES),
    ResultRule("after", ("before",), _TIMES),
    ResultRule("treated", ("comparison",), _GROUPS),
    ResultRule("comparison", ("treated",), _GROUPS),
    ResultRule(
        "treated",
        ("comparison_group",),
        with_way_out(said("treated and comparison need comparison_group"), said("who or what is compared with")),
    ),
    ResultRule(
        "comparison_group",
        ("treated", "change", "no_effect", "value"),
        said("comparison_group needs treated and comparison, change, value or no_effect"),
    ),
    ResultRule(
        "target",
        ("value", "after"),
        with_way_out(
            said("%(field)s needs the figure it is held against", field="target"), said("value, or before and after")
        ),
    ),
    ResultRule("sample", _MEASURED, said("sample needs the figure that was measured on it, or no_effect")),
    *(
        ResultRule(field, ("metric",), with_way_out(said("a figure needs `metric`"), said("what is measured")))
        for field in _MEASURED
    ),
)
"""In the order in which the first that is broken is told."""
