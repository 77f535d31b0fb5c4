"""Whether a page is open to everyone, by axe: of many parts alike some are looked at, and each night all."""

from axe_playwright_python.base import AxeResults
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.conftest import FULL

AXE = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""What is asked of axe: nothing on what passed, which takes it longer to tell than to find; and the rule on the size of
targets that WCAG 2.2 brought and that axe leaves off."""
MOST_ALIKE = 3
"""Of so many parts of one kind axe computes the contrast, which takes nearly all its time: of the first two and the
last, so that odd, even, first and last are among them; at night, of all. Each other rule holds for all at any time."""
_SET_UP = """() => axe.configure({ rules: [{ id: "color-contrast", selector: "*:not([data-alike])" }] })"""
_RUN = """
([options, most]) => {
    const STATES = new Set(["class", "style", "role", "type", "lang", "tabindex", "aria-hidden", "aria-current",
        "aria-expanded", "aria-pressed", "aria-selected"]);
    const numbers = new Map();
    const number = text => {
        if (!numbers.has(text)) numbers.set(text, numbers.size);
        return numbers.get(text);
    };
    // An element without its words: its tag, the names of its attributes, and the values of those that decide on looks.
    const own = one => one.localName + Array.from(one.attributes, ({ name, value }) =>
        STATES.has(name) ? `[${name}=${value}]` : `[${name}]`).sort().join("") + (one.checked ? "[on]" : "");
    const shapes = new Map();
    const shape = one => {
        if (!shapes.has(one)) {
            const parts = Array.from(one.childNodes, part =>
                part.nodeType === 1 ? shape(part) : part.nodeType === 3 && part.data.trim() ? "t" : "");
            shapes.set(one, number(`${own(one)}(${parts.join()})`));
        }
        return shapes.get(one);
    };
    const spare = [];
    let level = [[document.body, 0]];
    while (level.length) {
        const kinds = new Map();
        for (const [parent, place] of level)
            for (const child of parent.children) {
                const kind = `${place} ${shape(child)}`;
                if (!kinds.has(kind)) kinds.set(kind, []);
                kinds.get(kind).push([child, number(`${place} ${own(child)}`)]);
            }
        level = [];
        for (const alike of kinds.values()) {
            for (const [one] of alike.splice(most - 1, Math.max(alike.length - most, 0)))
                spare.push(one, ...one.querySelectorAll("*"));
            level.push(...alike);
        }
    }
    for (const one of spare) one.dataset.alike = "";
    return axe.run(options).finally(() => spare.forEach(one => delete one.dataset.alike));
}
"""


def assert_open_to_everyone(page: Page, where: str = "") -> None:
    """Ask axe whether the page is accessible."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
        page.evaluate(_SET_UP)
    results = AxeResults(page.evaluate(_RUN, [AXE, 10**9 if FULL else MOST_ALIKE]))
    assert results.violations_count == 0, f"{where}: {results.generate_report()}"
