"""Each rule fires where it should, and keeps still where it should."""

import datetime
from pathlib import Path

import pytest

from generator.reading import Rule, read_with_hints
from tests.builders import PRACTICE, write_library

TODAY = datetime.date(2026, 11, 24)
RESULT = """\
  - text: Fewer calls led to an ambulance.[^report]
    metric: share of calls with an ambulance
    treated: 56%
    comparison: 97%
    comparison_group: callers given the usual response, by lot
    period: 2018 to 2019
"""
SECOND = "  - text: Callers were content.[^news]\n"
REVIEWED = PRACTICE.replace("reviewed: 2024-01-31", "reviewed: 2026-11-01")


def told(folder: Path, text: str) -> list[tuple[Rule, str]]:
    """The hints on a write-up, each with its rule and its text behind the file's name."""
    _, hints = read_with_hints(write_library(folder, {"boulder-co/nurses": text}), TODAY)
    return [(hint.rule, str(hint.problem).partition(".yaml:")[2]) for hint in hints]


def rules(folder: Path, *changes: tuple[str, str]) -> set[Rule]:
    """The rules that fire on the sample write-up with `changes`."""
    text = REVIEWED
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return {rule for rule, _ in told(folder, text)}


def result(*lines: str) -> tuple[str, str]:
    """A change that puts a result in place of the second."""
    return (SECOND, "  - " + "\n    ".join(lines) + "\n")


def lesson(text: str) -> tuple[str, str]:
    """A change that adds a lesson."""
    return ("unknown:", f"lessons:\n  - {text}\nunknown:")


def test_a_plain_write_up_gets_no_hint(tmp_path: Path) -> None:
    assert told(tmp_path, REVIEWED) == []


def test_a_hint_has_line_and_column_and_what_to_look_at(tmp_path: Path) -> None:
    text = REVIEWED.replace("Fewer ambulances went out.", "All callers got help.")
    assert told(tmp_path, text) == [
        (
            Rule.SWEEPING,
            "2:10: “All callers got help”: no statement below says “all”: is this wider than what it rests on?",
        )
    ]


FIRES = {
    Rule.SWEEPING: [
        [("Fewer ambulances went out.", "Every caller got a nurse.")],
        [lesson("Nurses never send an ambulance.[^news]")],
        [("The city put nurses", "As the first city in the country, it put nurses")],
        [("The city put nurses", "The nation's largest city put nurses")],
    ],
    Rule.SHARE: [
        [result("text: They were content.[^news]", "metric: content", "value: 62%", "period: 2018")],
    ],
    Rule.PERIOD: [
        [("    period: 2018 to 2019\n", "")],
    ],
    Rule.FUTURE: [
        [("The city put nurses", "The city will put nurses")],
        [("The fire department.[^report]", "The fire department plans to join in 2023.[^report]")],
    ],
    Rule.UNBACKED: [
        [("Fewer ambulances went out.", "About 4,200 fewer ambulances went out.")],
        [("Fewer ambulances went out.", "By 2016 fewer went out.")],
        [lesson("Plan for twelve nurses.")],
    ],
    Rule.TWO_FIGURES: [
        [("Fewer calls led to an ambulance.", "An ambulance went out to 57% of calls, not to 97%.")],
        [result("text: Calls fell to 812.[^news]", "metric: calls", "value: 821", "period: 2018")],
        [
            (
                SECOND,
                RESULT.replace("56%", "61%").replace("97%", "99%").replace("[^report]", "[^report][^news]"),
            )
        ],
    ],
    Rule.COMPARISON: [
        [(SECOND, RESULT.replace("[^report]", "[^news]").replace("share of calls", "share of nights"))],
        [("Fewer calls led to an ambulance.", "Fewer calls led to an ambulance than the year before.")],
    ],
    Rule.READABILITY: [
        [
            (
                "The city put nurses into the call center.",
                "Municipal administrators institutionalized interdepartmental triage methodologies, incorporating "
                "specialized registered professionals into telecommunications facilities notwithstanding considerable "
                "organizational complications, jurisdictional uncertainties and unanticipated regulatory requirements.",
            )
        ],
        [("Fewer ambulances went out.", 16 * "Fewer ambulances went out. ")],
    ],
    Rule.LEVEL: [
        [
            (
                SECOND,
                "  - {text: 'Calls: 90.[^news]', metric: calls, value: 90, period: 2018}\n"
                "  - {text: 'Nurses: 8.[^news]', metric: nurses, value: 8, period: 2018}\n",
            )
        ],
    ],
    Rule.UNSEEN: [
        [("Fewer ambulances went out.", "No comparison with other cities was found.")],
        [("Fewer ambulances went out.", "Nobody has measured what became of callers.")],
        [("Measured by a university.", "A university measured it; the cost was not told.")],
        [(SECOND, "  - text: No source tells how many callers were content.[^news]\n")],
    ],
}
KEEPS_STILL = {
    Rule.SWEEPING: [
        [("Fewer ambulances went out.", "Every caller got a nurse."), ("put nurses", "gave every caller nurses")],
        [("Fewer ambulances went out.", "A nurse answers at any hour.")],
        [("The city put nurses", "In the first year, the city put nurses")],
    ],
    Rule.SHARE: [
        [result("text: They were content.[^news]", "metric: share of callers", "value: 62%", "period: 2018")],
        [result("text: 62% of callers were.[^news]", "metric: content", "value: 62%", "period: 2018")],
        [result("text: They were.[^news]", "metric: callers who were content", "value: 62%", "period: 2018")],
        [result("text: Calls fell.[^news]", "metric: calls", "change: -62%", "period: 2018")],
    ],
    Rule.PERIOD: [
        [("    period: 2018 to 2019\n", ""), ("Fewer calls led", "In 2018, fewer calls led")],
        [("    period: 2018 to 2019\n", ""), ("Fewer calls led", "After six months, fewer calls led")],
    ],
    Rule.FUTURE: [
        [("The city put nurses", "The city will put nurses"), ("date: 2020-06}", "date: 2026-06}")],
        [("The fire department.[^report]", "The fire department plans to join in 2028.[^report]")],
        [("The city put nurses", "Against their will, the city put nurses")],
        [("The city put nurses", "The fall is due to the nurses, whom the city put")],
        [lesson("Ask early what callers will need.[^news]")],
    ],
    Rule.UNBACKED: [
        [("Fewer ambulances went out.", "Only 56% of calls led to one.")],
        [("Fewer ambulances went out.", "In 2018 two offices joined.")],
        [
            ("Fewer ambulances went out.", "About 4,200 fewer went out."),
            ("put nurses", "saved 4,213 rides and put nurses"),
        ],
        [lesson("Plan for twelve nurses.[^news]")],
    ],
    Rule.TWO_FIGURES: [
        [("Fewer calls led to an ambulance.", "An ambulance went out to 56% of calls, not to 97%.")],
        [("Fewer calls led to an ambulance.", "Fewer led to one, but the goal was 50%.")],
        [("Fewer calls led to an ambulance.", "Of 60 calls, few led to an ambulance.")],
        [(SECOND, RESULT.replace("56%", "61%").replace("2018 to 2019", "2020"))],
    ],
    Rule.COMPARISON: [
        [(SECOND, RESULT.replace("share of calls", "share of nights"))],
        [("Fewer calls led to an ambulance.", "Fewer led to one than in the control group, from the year before.")],
    ],
    Rule.READABILITY: [
        [("The city put nurses into the call center.", "The city put nurses where calls come in.")],
        [("Fewer ambulances went out.", 10 * "Fewer ambulances went out. ")],
    ],
    Rule.LEVEL: [
        [
            (
                SECOND,
                "  - {text: 'Calls: 90.[^news]', metric: calls, value: 90, period: 2018}\n"
                "  - {text: 'Nurses: 8.[^news]', metric: nurses, value: 8, period: 2018}\n",
            ),
            ("Measured by a university.", "Only the first result was measured by a university."),
        ],
    ],
    Rule.UNSEEN: [
        [("Fewer ambulances went out.", "No comparison was found in what was read.")],
        [("Fewer ambulances went out.", "By 2023 no comparison was published.")],
        [("Fewer ambulances went out.", "No nurse was sent.")],
        [lesson("Nobody knows beforehand who will call.[^news]")],
    ],
}


@pytest.mark.parametrize(("rule", "changes"), [(rule, one) for rule, all_ in FIRES.items() for one in all_])
def test_a_rule_fires(tmp_path: Path, rule: Rule, changes: list[tuple[str, str]]) -> None:
    assert rule in rules(tmp_path, *changes)


@pytest.mark.parametrize(("rule", "changes"), [(rule, one) for rule, all_ in KEEPS_STILL.items() for one in all_])
def test_a_rule_keeps_still(tmp_path: Path, rule: Rule, changes: list[tuple[str, str]]) -> None:
    assert rule not in rules(tmp_path, *changes)


def test_every_rule_is_shown_to_fire_and_to_keep_still() -> None:
    assert set(FIRES) == set(KEEPS_STILL) == set(Rule) - {Rule.DUPLICATE, Rule.OUTDATED, Rule.GLOSSARY}
