"""The pictures of the site as data for Typst, which draws them for paper, legible in black and white."""

from collections.abc import Sequence

from generator.model import Certification, Library, Network, Practice
from generator.publishing.guides.parts import Data, Site, course_data, evidence_data
from generator.publishing.pictures.axis import Mark
from generator.publishing.pictures.certified import certification_line
from generator.publishing.pictures.courses import over_time
from generator.publishing.pictures.matrix import Matrix
from generator.publishing.pictures.tried import tried
from generator.wording import Language, level_name

LINES_ON_PAPER = 60
"""Results drawn in one guide: about three pages."""


def tried_data(practices: Sequence[Practice], library: Library, site: Site) -> Data:
    """Return what was tried and what came of it, line by line, grouped by level, with where each mark stands."""
    _ = site.language
    picture = tried(practices, _, LINES_ON_PAPER)
    return {
        "ticks": [[at, percent] for at, percent in picture.axis.ticks],
        "levels": [
            {
                "evidence": evidence_data(level, _),
                "practices": [
                    {
                        "title": practice.title,
                        "city": library.city_by_id[practice.city].label,
                        "url": site.url(practice),
                        "lines": [
                            {
                                "figure": f"{line.tile.figure} {line.tile.against}".strip(),
                                "metric": line.result.metric or "",
                                "basis": line.tile.basis,
                                "mark": _mark(line.mark),
                            }
                            for line in lines
                        ],
                    }
                    for practice, lines in group
                ],
            }
            for level, group in picture.levels
        ],
        "left-out": picture.left_out,
        "alone": picture.alone,
    }


def _mark(mark: Mark | None) -> Data | None:
    if mark is None:
        return None
    return {
        "shape": str(mark.shape),
        "zero": mark.zero,
        "at": mark.at,
        "low": mark.low,
        "high": mark.high,
        "filled": mark.is_filled,
        "beyond": mark.beyond,
        "less": mark.is_less,
    }


def line_data(steps: Sequence[Certification], years: tuple[int, int], network: Network, _: Language) -> Data | None:
    """Return a city's certifications on a line of years, and in words, or None where no step has a year."""
    line = certification_line(steps, years)
    if line is None:
        return None
    named = [
        (step.at, network.mark_of(step.level), level_name(step.level, network, _), step.is_below) for step in line.steps
    ]
    return {
        "steps": [list(step) for step in named],
        "years": [[at, str(year)] for at, year in line.years],
        "said": ", ".join(f"{level_name(step.level, network, _)} {step.year}" for step in line.steps),
    }


def matrix_data(picture: Matrix, _: Language) -> Data:
    """Return how many practices each row has at each level."""
    return {
        "levels": [evidence_data(level, _) for level in picture.levels],
        "rows": [[row.name, [[cell.count, cell.radius] for cell in cells]] for row, cells in picture.rows],
    }


def courses_data(practice: Practice, _: Language) -> list[Data]:
    """Return the measures of a practice over three years or more."""
    return [course_data(course, _) for course in over_time(practice)]
