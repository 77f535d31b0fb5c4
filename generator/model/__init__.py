"""What a practice, a city, a criterion and a library are. No I/O; imports nothing else of ours."""

from generator.model.assessment import Answer, Assessment, CriterionAnswer
from generator.model.city import Certification, CertificationLevel, City, CityProfile
from generator.model.figures import Quantity, parse_quantity
from generator.model.guidance import (
    AdoptionGuide,
    AdviceKind,
    AdviceList,
    AdvicePiece,
    CertificationProcess,
    Stage,
    Tier,
    WorksheetQuestion,
)
from generator.model.lexicon import Lexicon
from generator.model.library import Library
from generator.model.practice import (
    Adoption,
    Check,
    CheckedAgainst,
    Correction,
    Evidence,
    EvidenceLevel,
    Practice,
    Result,
    ResultKind,
    Status,
    WriteUp,
)
from generator.model.registers import Method, Synonyms, Topic
from generator.model.standard import Area, Criterion, CriterionDetail, Dependency, Standard
from generator.model.value import Source, Statement, Value, citations, plain_text, without_citations

__all__ = [
    "Adoption",
    "AdoptionGuide",
    "AdviceKind",
    "AdviceList",
    "AdvicePiece",
    "Answer",
    "Area",
    "Assessment",
    "Certification",
    "CertificationLevel",
    "CertificationProcess",
    "Check",
    "CheckedAgainst",
    "City",
    "CityProfile",
    "Correction",
    "Criterion",
    "CriterionAnswer",
    "CriterionDetail",
    "Dependency",
    "Evidence",
    "EvidenceLevel",
    "Lexicon",
    "Library",
    "Method",
    "Practice",
    "Quantity",
    "Result",
    "ResultKind",
    "Source",
    "Stage",
    "Standard",
    "Statement",
    "Status",
    "Synonyms",
    "Tier",
    "Topic",
    "Value",
    "WorksheetQuestion",
    "WriteUp",
    "citations",
    "parse_quantity",
    "plain_text",
    "without_citations",
]
