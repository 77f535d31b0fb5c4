"""The issue form of GitHub, for people who would rather not touch files, in each language of the library."""

from typing import Any

import yaml

from generator.contributing.questions import LICENSE, Asked, Shape, asked
from generator.model import Library
from generator.wording import ENGLISH, Language, in_language, marked

FILE = ".github/ISSUE_TEMPLATE/practice.yml"
LABEL = "new-practice"
"""Label of an issue that a write-up is to be made of."""
_HEAD = "# Made from the models and the registers by `peerbook issue-form`; a test fails while it is stale.\n"
_WELCOME = (
    marked(
        "Thank you. Each statement needs a public source; what no source tells goes under *What nobody knows*. Write "
        "in your own words and without names of people. [The guide](../blob/main/docs/contribute/writing.md) shows a "
        "good and a poor write-up."
    ),
    marked(
        "When you send this, a check runs and either opens a pull request with your write-up or says here what to mend."
    ),
)
_KIND = {Shape.LINE: "input", Shape.CHOICE: "dropdown", Shape.CHOICES: "dropdown"}


def form_text(library: Library, language: Language = ENGLISH) -> str:
    """Return the issue form in a language as YAML, in GitHub's syntax for issue forms."""
    _ = language
    if language.code != ENGLISH.code:
        library, _ = in_language(library, language.code.partition("-")[0], language)
    form = {
        "name": _("Add a practice"),
        "description": _("Tell what your city did. No file, no command line."),
        "title": _("New practice: "),
        "labels": [LABEL],
        "body": [
            {"type": "markdown", "attributes": {"value": "\n\n".join(map(_, _WELCOME))}},
            *(_question(one) for one in asked(library, _)),
            {
                "type": "checkboxes",
                "id": "license",
                "attributes": {
                    "label": _(LICENSE),
                    "options": [
                        {
                            "label": _("This may be published under CC BY 4.0, and I wrote it in my own words."),
                            "required": True,
                        }
                    ],
                },
            },
        ],
    }
    return _HEAD + yaml.safe_dump(form, sort_keys=False, allow_unicode=True, width=120)


def _question(one: Asked) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": one.label, "description": one.help}
    if one.choices:
        attributes["options"] = list(one.choices)
        if one.shape is Shape.CHOICES:
            attributes["multiple"] = True
    elif one.example:
        attributes["placeholder"] = one.example
    question = {
        "type": _KIND.get(one.shape, "textarea"),
        "id": one.field.replace(".", "-").replace("_", "-"),
        "attributes": {key: value for key, value in attributes.items() if value},
    }
    return question | ({"validations": {"required": True}} if one.required else {})
