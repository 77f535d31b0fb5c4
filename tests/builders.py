"""Small libraries on disk, as contributors would write them."""

from pathlib import Path
from typing import Any

from generator.model import Audit, Draw

STANDARD = """\
title: A small standard
version: "2022"
provenance: ["Read in one place.[^portal]"]
areas:
  - id: open-data
    name: Open Data
    description: Publishing data.[^portal]
    criteria:
      - code: OD1
        name: Open Data Policy
        mandatory: true
        question: Is there a policy?
        asks: A policy that binds the city.[^portal]
        checks: [A policy exists]
        name_sources: [portal]
        sourcing: From one place.[^portal]
  - id: rigorous-evaluations
    name: Rigorous Evaluations
    description: Learning what works.[^portal]
    criteria:
      - code: EVAL2
        name: Launching Rigorous Evaluations
        question: Do you start evaluations regularly?
        asks: Evaluations start regularly.[^portal]
        checks: [Evaluations are started]
        name_sources: [portal]
        sourcing: From one place.[^portal]
sources:
  portal: {title: The portal, publisher: A city}
"""
NETWORK = (Path(__file__).parent.parent / "practices/network.yaml").read_text(encoding="utf-8")
TOPICS = """\
topics:
  - {id: health, name: Health, description: Staying well and getting care., words: [clinic, doctor, nurse, illness, care]}
  - {id: sanitation, name: Sanitation, description: Keeping streets clean., words: [trash, litter, sweeping, waste, dump]}
"""
METHODS = """\
methods:
  - {id: crisis-response, name: Crisis response, description: Trained teams answer calls., words: [911, team, medic, clinician, call]}
  - {id: behavioral-message, name: Behavioral message, description: Messages reworded., words: [letter, nudge, text, reminder, form]}
"""
SYNONYMS = """\
synonyms:
  - [ambulance, paramedic]
"""
CERTIFICATION = """\
summary: Cities that meet enough of the criteria are certified.[^portal]
eligibility: ["Cities with 30,000 residents or more.[^portal]"]
steps: [{who: city, name: Assessment, text: "The city assesses itself.[^portal]"}]
scoring: ["The share of the criteria met decides.[^portal]"]
mandatory: Without the mandatory criterion no city is certified.[^portal]
tiers:
  - {level: silver, least: 51, most: 67, meaning: "Good.[^portal]"}
  - {level: gold, least: 68, most: 84, meaning: "Very good.[^portal]"}
  - {level: platinum, least: 85, most: 100, meaning: "An example to others.[^portal]"}
tiers_note: The bands are as published.[^portal]
sources:
  portal: {title: The portal, publisher: A city}
"""
ADVICE = """\
advice:
  - {id: begin, stage: start, kind: step, audience: all cities, voice: program, text: "Begin with what you have.[^portal]"}
  - {id: publish, stage: improve, kind: quick-win, audience: data team, voice: certified city, areas: [open-data], text: "Publish one data set.[^portal]"}
sources:
  portal: {title: The portal, publisher: A city}
"""
ADOPTION = """\
facts: ["Cities adapt what they borrow.[^toolkit]"]
worksheet:
  - {question: "What exactly solved the problem there?", prompts: [The part that must not be lost], why: "Ideas do not travel whole.[^toolkit]"}
sources:
  toolkit: {title: A toolkit, publisher: OECD}
"""
CITY = """\
name: {name}
state: {state}
country: US
region: West
population: {{count: {people}, year: undated, sources: [geonames]}}
government: {{form: unknown}}
location: {{latitude: 40.0, longitude: -105.3, sources: [geonames]}}
certifications:
  - {{level: gold, year: 2021, award: new, sources: [list]}}
sources:
  geonames: {{title: GeoNames, publisher: GeoNames}}
  list: {{title: The list, publisher: The program, url: "https://example.org/list", date: 2021-07-14}}
"""
PRACTICE = """\
title: Boulder sends nurses to calls that need no ambulance
summary: Boulder sends a nurse to callers with minor complaints. Fewer ambulances went out.
started: 2018
status: ongoing
areas: [rigorous-evaluations]
criteria: [EVAL2]
topics: [health]
methods: [crisis-response]
cost: $1 million to start[^report]
problem:
  - Ambulances were sent to people who did not need them.[^report]
approach:
  - The city put nurses into the call center.[^report][^news]
people:
  - The fire department.[^report]
results:
  - text: Fewer calls led to an ambulance.[^report]
    metric: share of calls with an ambulance
    treated: 56%
    comparison: 97%
    comparison_group: callers given the usual response, by lot
    period: 2018 to 2019
  - text: Callers were content.[^news]
evidence:
  level: randomized-trial
  note: Measured by a university.
unknown: [running cost]
sources:
  report: {title: The report, publisher: A university, url: "https://example.org/report", date: 2020-05-24}
  news: {title: The news, publisher: A paper, url: "https://example.org/news", date: 2020-06}
added: 2024-01-15
reviewed: 2024-01-31
questions:
  - Callers with small complaints wait for an ambulance
"""
SWEEPING = (
    PRACTICE.replace(
        "Boulder sends nurses to calls that need no ambulance", "Salem texts residents the day before street sweeping"
    )
    .replace("[health]", "[sanitation]")
    .replace("[crisis-response]", "[behavioral-message]")
)


def write_library(folder: Path, practices: dict[str, str] | None = None, **registers: str) -> Path:
    """Write a library to `folder` and return it: two cities, and a practice in each unless others are given.

    Registers are given by name, `lexicon_es` for lexicon-es.yaml.
    """
    others = {
        name.replace("_", "-"): text
        for name, text in registers.items()
        if name.startswith(("lexicon", "glossary", "unanswered"))
    }
    files = {
        "network.yaml": registers.get("network", NETWORK),
        "standard.yaml": registers.get("standard", STANDARD),
        "topics.yaml": registers.get("topics", TOPICS),
        "methods.yaml": registers.get("methods", METHODS),
        "synonyms.yaml": registers.get("synonyms", SYNONYMS),
        "certification.yaml": registers.get("certification", CERTIFICATION),
        "advice.yaml": registers.get("advice", ADVICE),
        "adoption.yaml": registers.get("adoption", ADOPTION),
        "boulder-co/city.yaml": CITY.format(name="Boulder", state="CO", people=106_803),
        "salem-or/city.yaml": CITY.format(name="Salem", state="OR", people=175_000),
    }
    files |= {f"{name}.yaml": text for name, text in others.items()}
    chosen = {"boulder-co/nurses": PRACTICE, "salem-or/sweeping": SWEEPING} if practices is None else practices
    files |= {f"{identity}.yaml": text for identity, text in chosen.items()}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def audit(drawn: Draw = Draw.BY_LOT, **fields: Any) -> Audit:
    """An audit of the small library."""
    return Audit.model_validate(
        {
            "id": f"audit-{drawn}",
            "date": "2026-01-02",
            "by": "a reader",
            "drawn": drawn,
            "how": "Claims of two write-ups.",
            "write_ups": 2,
            "judged": 109,
            "contradicted": 5,
            **fields,
        }
    )
