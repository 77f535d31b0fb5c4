"""Pages on the way to certification: how it works, and what others advise."""

from collections.abc import Iterator

from generator.model import AdviceKind, Stage
from generator.publishing import words
from generator.publishing.page import Page
from generator.publishing.pages.template import Templates, numbered


def certification_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page on how certification works, and the advice by stage."""
    process, advice = templates.library.certification, templates.library.advice
    numbers, order = numbered(
        (process.summary, *process.eligibility),
        (step.text for step in process.steps),
        (*process.scoring, process.mandatory),
        (tier.meaning for tier in process.tiers),
        (process.tiers_note, *process.earlier_thresholds, *process.timelines, *process.validity, *process.support),
        (partner.role for partner in process.partners),
        (event.text for event in (*process.history, *process.cohorts)),
        process.participation,
        (term.meaning for term in process.glossary),
    )
    yield templates.page(
        "certification.md.jinja",
        "certification/index.md",
        "How certification works",
        "Who may take part, the steps, the levels and what they ask for, how long it takes, and what is not known.",
        source="practices/certification.yaml",
        process=process,
        numbers=numbers,
        order=order,
        glossary=sorted(process.glossary, key=lambda one: one.term.casefold()),
    )
    team = [piece for piece in advice.advice if piece.kind is AdviceKind.TEAM]
    others = [piece for piece in advice.advice if piece.kind is not AdviceKind.TEAM]
    stages = [(words.STAGES[stage], [piece for piece in others if piece.stage is stage]) for stage in Stage]
    in_order = (*team, *(piece for _, pieces in stages for piece in pieces))
    numbers, order = numbered(advice.how_to_read, (piece.text for piece in in_order))
    yield templates.page(
        "advice.md.jinja",
        "certification/advice.md",
        "Advice for cities on the way",
        "What the program, its partners and certified cities advise, from the start to keeping it alive.",
        source="practices/advice.yaml",
        stages=stages,
        team=team,
        how_to_read=advice.how_to_read,
        sources=advice.sources,
        numbers=numbers,
        order=order,
    )
