"""Reading: YAML files become a library, or every problem in them with file, line, column and a way out."""

from generator.reading.assessment import SavedAssessment, read_assessment
from generator.reading.files import REGISTERS, relative_to_here
from generator.reading.letters import shown
from generator.reading.library import read_library
from generator.reading.problems import Problem, ProblemsFoundError, count, nearest, summary
from generator.reading.schema import assessment_schema_text, write_schemas

__all__ = [
    "REGISTERS",
    "Problem",
    "ProblemsFoundError",
    "SavedAssessment",
    "assessment_schema_text",
    "count",
    "nearest",
    "read_assessment",
    "read_library",
    "relative_to_here",
    "shown",
    "summary",
    "write_schemas",
]
