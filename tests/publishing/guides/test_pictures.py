"""Pictures in the printed guides: words beside marks, an alternative text where there are none, and hostile texts."""

import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from generator.linking import link
from generator.model import Library, Result
from generator.publishing.guides import Guide, GuideKind, make_guides, print_guide
from tests.publishing.guides.conftest import HOSTILE, SITE, printed_text


def result(**fields: str | bool) -> Result:
    return Result.model_validate({"text": "Something.[^report]", "metric": "votes cast", **fields})


RESULTS = (
    result(change="-17%", comparison_group="others", metric="calls"),
    result(no_effect=True, metric="arrests"),
    result(before="36", after="91", period="2017 to 2021"),
    result(before="91", after="60", period="2021 to 2025"),
    result(value="1,233", metric="letters sent"),
)


@pytest.fixture
def guide_of(small_library: Library) -> Callable[..., Guide]:
    """Gives a guide of the small library whose first practice has these results."""

    def guide(kind: GuideKind, subject: str, *results: Result) -> Guide:
        first, *others = small_library.practices
        library = small_library.model_copy(
            update={"practices": (first.model_copy(update={"results": results}), *others)}
        )
        guides = make_guides(library, link(library), SITE)
        return next(one for one in guides if one.kind is kind and one.subject == subject)

    return guide


def alternatives(content: bytes) -> list[str]:
    """The alternative texts in a PDF."""
    reader = PdfReader(io.BytesIO(content))
    things = (reader.get_object(number) for number in range(1, int(str(reader.trailer["/Size"]))))
    return [str(thing["/Alt"]) for thing in things if isinstance(thing, DictionaryObject) and "/Alt" in thing]


def test_the_guide_of_an_area_tells_every_result_that_is_held_against_something(
    guide_of: Callable[..., Guide],
) -> None:
    text = printed_text(guide_of(GuideKind.AREA, "rigorous-evaluations", *RESULTS))
    for words in ("−17%", "against others", "No effect found", "arrests", "36 \u2192 91", "rank nothing"):
        assert words in text
    assert "letters sent" not in text.partition("What was tried")[2].partition("Other practices")[0]


def test_a_brief_draws_a_measure_over_time(guide_of: Callable[..., Guide]) -> None:
    content = print_guide(guide_of(GuideKind.BRIEF, "boulder-co/nurses", *RESULTS))
    assert "votes cast: 36 (2017), 91 (2021), 60 (2025)" in alternatives(content)


def test_the_guide_of_a_city_draws_its_certifications(guide_of: Callable[..., Guide]) -> None:
    assert "Gold 2021" in alternatives(print_guide(guide_of(GuideKind.CITY, "boulder-co", *RESULTS)))


def test_hostile_texts_stay_texts_in_pictures(guide_of: Callable[..., Guide]) -> None:
    hostile = result(change="-17%", comparison_group=HOSTILE, metric=HOSTILE, sample=HOSTILE)
    text = printed_text(guide_of(GuideKind.AREA, "rigorous-evaluations", hostile))
    assert '#panic("no")' in text
    assert "<script>z</script>" in text
