"""The form in which a practice is added or mended: what the page asks, and the data that it goes by."""

from generator.publishing.contribute.files import contribute_files
from generator.publishing.contribute.form_data import example, example_messages
from generator.publishing.contribute.least import Least, least, minutes_of, needed_fields
from generator.publishing.contribute.steps import STEPS, Control, FormField, FormStep

__all__ = [
    "STEPS",
    "Control",
    "FormField",
    "FormStep",
    "Least",
    "contribute_files",
    "example",
    "example_messages",
    "least",
    "minutes_of",
    "needed_fields",
]
