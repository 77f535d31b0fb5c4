"""Reading: YAML files become a library, or every problem in them with file, line, column and a way out."""

from generator.reading.assessment import SavedAssessment, read_assessment
from generator.reading.audit_registers import add_audit
from generator.reading.audits import SHEET as AUDIT_SHEET
from generator.reading.audits import read_sheet
from generator.reading.files import REGISTERS, relative_to_here
from generator.reading.letters import shown
from generator.reading.library import Registers, read_library, read_originals, read_registers, read_with_hints
from generator.reading.memory import READINGS, Memory
from generator.reading.network import read_network
from generator.reading.problems import Problem, ProblemsFoundError, count, nearest, summary
from generator.reading.rules import Hint, Rule
from generator.reading.schema import assessment_schema_text, city_schema, write_schemas
from generator.reading.validation import explained

__all__ = [
    "AUDIT_SHEET",
    "READINGS",
    "REGISTERS",
    "Hint",
    "Memory",
    "Problem",
    "ProblemsFoundError",
    "Registers",
    "Rule",
    "SavedAssessment",
    "add_audit",
    "assessment_schema_text",
    "city_schema",
    "count",
    "explained",
    "nearest",
    "read_assessment",
    "read_library",
    "read_network",
    "read_originals",
    "read_registers",
    "read_sheet",
    "read_with_hints",
    "relative_to_here",
    "shown",
    "summary",
    "write_schemas",
]
