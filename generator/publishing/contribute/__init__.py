"""The form in which a practice is added or mended: what the page asks, and the data that it goes by."""

from generator.publishing.contribute.files import contribute_files
from generator.publishing.contribute.steps import STEPS, Control, FormField, FormStep

__all__ = ["STEPS", "Control", "FormField", "FormStep", "contribute_files"]
