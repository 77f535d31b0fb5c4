"""The form in which a practice is added or mended: what the page asks, and the data that it goes by."""

from generator.publishing.contribute.files import contribute_files
from generator.publishing.contribute.steps import STEPS, FormField, FormStep, Kind

__all__ = ["STEPS", "FormField", "FormStep", "Kind", "contribute_files"]
