"""Pages on the way to certification: how it works, and what others advise."""

from collections.abc import Iterator
from itertools import chain

from generator.language.words import fold
from generator.publishing.page import Page
from generator.publishing.template import Templates, numbered
from generator.wording import STAGES, levels_named
from generator.wording.things import ADVICE_KINDS, TAKERS


def certification_pages(templates: Templates) -> Iterator[Page]:
    """Yield the page on how certification works, and the advice by stage."""
    _ = templates.language
    process, advice = templates.library.certification, templates.library.advice
    numbers, order = numbered(
        (process.summary, *(tier.meaning for tier in process.tiers), process.tiers_note),
        (*process.scoring, process.mandatory, *process.eligibility),
        (step.text for step in process.steps),
        (*process.timelines, *process.validity, *process.support, *process.earlier_thresholds),
        (partner.role for partner in process.partners),
        (event.text for event in (*process.history, *process.cohorts)),
        process.participation,
        (term.meaning for term in process.glossary),
    )
    yield templates.page(
        "certification.md.jinja",
        "certification/index.md",
        _("How certification works"),
        _("Who may take part, the steps, the levels and what they ask for, how long it takes, and what is not known."),
        source="practices/certification.yaml",
        process=process,
        takers=TAKERS,
        levels=levels_named(templates.library.network, _),
        numbers=numbers,
        order=order,
        glossary=sorted(process.glossary, key=lambda one: fold(one.term)),
    )
    in_order = (*advice.team, *chain(*advice.stages.values()))
    numbers, order = numbered((piece.text for piece in in_order), advice.how_to_read)
    yield templates.page(
        "advice.md.jinja",
        "certification/advice.md",
        _("Advice for cities on the way"),
        _("What the program, its partners and certified cities advise, from the start to keeping it alive."),
        source="practices/advice.yaml",
        advice=advice,
        kinds=ADVICE_KINDS,
        stages=[(_(STAGES[stage]), pieces) for stage, pieces in advice.stages.items()],
        numbers=numbers,
        order=order,
    )
