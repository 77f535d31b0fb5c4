"""Styles and scripts that the pages of one template load beside those that every page has."""

STYLES = {
    "compare.md.jinja": ("compare/compare.css", "compare/compare-print.css"),
    "criterion.md.jinja": ("criterion/criterion.css",),
    "explore.md.jinja": ("explore/explore.css",),
    "find.md.jinja": ("search/find.css",),
    "home.md.jinja": ("home/home.css",),
    "practice.md.jinja": ("practice/practice.css", "practice/practice-print.css"),
    "readiness.md.jinja": ("readiness/readiness.css", "readiness/readiness-print.css", "readiness/plan-print.css"),
    "your-city.md.jinja": ("your-city/your-city.css", "your-city/your-city-print.css"),
}
"""Styles in `docs/assets/` that only the pages of one template need, and that are loaded on those alone.

Those for paper hold nothing up on a screen.
"""
SCRIPTS = {
    "compare.md.jinja": (
        "compare/page.js",
        "compare/chosen.js",
        "compare/fetched.js",
        "compare/kept.js",
        "compare/table.js",
        "components/combobox.js",
        "search/lexicon.js",
        "search/store.js",
        "search/words.js",
    ),
    "criterion.md.jinja": (
        "criterion/page.js",
        "criterion/ticks.js",
        "readiness/assessment.js",
        "readiness/json.js",
        "readiness/limits.js",
        "readiness/saved.js",
        "readiness/storage.js",
    ),
    "explore.md.jinja": (
        "explore/page.js",
        "explore/card.js",
        "explore/drawing.js",
        "explore/gestures.js",
        "explore/picture.js",
        "explore/writing.js",
        "search/lexicon.js",
        "search/store.js",
        "search/words.js",
    ),
    "find.md.jinja": (
        "search/find.js",
        "search/engine.js",
        "search/lexicon.js",
        "search/results.js",
        "search/store.js",
        "search/words.js",
    ),
    "readiness.md.jinja": (
        "readiness/page.js",
        "components/combobox.js",
        "readiness/assessment.js",
        "readiness/city.js",
        "readiness/estimate.js",
        "readiness/files.js",
        "readiness/form.js",
        "readiness/json.js",
        "readiness/limits.js",
        "readiness/merged.js",
        "readiness/merging.js",
        "readiness/plan.js",
        "readiness/saved.js",
        "readiness/sheet.js",
        "readiness/standard.js",
        "readiness/standing.js",
        "readiness/steps.js",
        "readiness/storage.js",
        "search/lexicon.js",
        "search/results.js",
        "search/store.js",
        "search/words.js",
        "your-city/advice.js",
        "your-city/names.js",
        "your-city/picker.js",
        "your-city/places.js",
        "your-city/words.js",
    ),
    "your-city.md.jinja": (
        "your-city/page.js",
        "components/combobox.js",
        "search/lexicon.js",
        "search/results.js",
        "search/store.js",
        "search/words.js",
        "your-city/advice.js",
        "your-city/names.js",
        "your-city/picker.js",
        "your-city/places.js",
        "your-city/words.js",
    ),
}
"""Scripts in `docs/assets/` that the pages of one template need, the one that begins first, then all that it imports.

A browser would otherwise find one after another, each a round trip later.
"""
