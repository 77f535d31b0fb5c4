"""Contributing: what people hand in becomes files of the library, in the form that the checker knows."""

from generator.contributing.cities import find_city, profile_of
from generator.contributing.drafts import Draft, Made, cited, from_data, make, name_for, sources_in, written_in
from generator.contributing.editor import editor_settings
from generator.contributing.fields import CONTROLLED, FieldEntry, choices_in, entries, registered, takes_numbers
from generator.contributing.headings import from_markdown
from generator.contributing.issue_form import form_text
from generator.contributing.mending import Mend, Mended, mend, spellings
from generator.contributing.renaming import Moves, RenamingError, moves_for
from generator.contributing.template import place_template, write_up_template
from generator.contributing.writing import yaml_text
from generator.linking import Place

__all__ = [
    "CONTROLLED",
    "Draft",
    "FieldEntry",
    "Made",
    "Mend",
    "Mended",
    "Moves",
    "Place",
    "RenamingError",
    "choices_in",
    "cited",
    "editor_settings",
    "entries",
    "find_city",
    "form_text",
    "from_data",
    "from_markdown",
    "make",
    "mend",
    "moves_for",
    "name_for",
    "place_template",
    "profile_of",
    "registered",
    "sources_in",
    "spellings",
    "takes_numbers",
    "write_up_template",
    "written_in",
    "yaml_text",
]
