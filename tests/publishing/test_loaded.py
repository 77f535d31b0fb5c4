"""What pages of a template load."""

import re
from pathlib import Path

import pytest

from generator.publishing.loaded import AT_ONCE, SCRIPTS, STYLES
from tests.conftest import ROOT

ASSETS = ROOT / "docs/assets"
_IMPORT = re.compile(r'^(?:import|export)\s[^;]*?from\s+"(\.[^"]+)"', re.MULTILINE)
EVERYWHERE = re.findall(r'"(\S+\.js)"', (ROOT / "docs/overrides/partials/soon.html").read_text(encoding="utf-8"))
"""Named on every page."""


def needed(entry: str) -> set[str]:
    """The script and all that it imports, directly or through others."""
    found: set[str] = set()
    rest = [ASSETS / entry]
    while rest:
        path = rest.pop()
        name = path.resolve().relative_to(ASSETS).as_posix()
        if name not in found:
            found.add(name)
            rest += [path.parent / Path(one) for one in _IMPORT.findall(path.read_text(encoding="utf-8"))]
    return found


def test_all_scripts_of_every_page_are_named_too() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    begun = re.findall(r"- path: assets/(\S+\.js)", settings)
    assert sorted(EVERYWHERE) == sorted(set().union(*map(needed, begun)))


@pytest.mark.parametrize("template", SCRIPTS)
def test_all_scripts_of_a_page_are_named_so_that_none_is_found_late(template: str) -> None:
    entry = SCRIPTS[template][0]
    assert sorted(SCRIPTS[template]) == sorted(needed(entry).difference(EVERYWHERE))


@pytest.mark.parametrize("template", AT_ONCE)
def test_what_begins_at_once_needs_nothing_that_is_not_named(template: str) -> None:
    for script in AT_ONCE[template]:
        assert needed(script) - {script} <= set(SCRIPTS[template])
        assert "components/language.js" not in needed(script), "messages come after it"


def test_styles_of_a_page_are_there() -> None:
    assert all((ASSETS / style).is_file() for styles in STYLES.values() for style in styles)
