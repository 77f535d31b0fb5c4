"""What a practice, a city, a criterion and a library are. No I/O; imports nothing else of ours."""

from generator.model.assessment import Answer, Assessment, CriterionAnswer
from generator.model.audits import Audit, AuditList, Draw, ErrorKind, Finding, Interval, Verdict, wilson
from generator.model.city import Award, Certification, City, CityProfile
from generator.model.claims import Claim, audit_id, claims_of, drawn, seed_of
from generator.model.effects import Change, Direction, Effect, change_of, effect_of, lead_of
from generator.model.evidence import CARRIERS, Carrier, EvidenceLevel
from generator.model.figures import DatedQuantity, Quantity, dated_quantity, parse_quantity
from generator.model.glossary import AvoidedWords, Glossary, GlossaryTerm
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
from generator.model.library import Library, Subject
from generator.model.markup import citations, plain_text, without_citations
from generator.model.network import UNKNOWN_LEVEL, Level, MapBounds, Network, Region
from generator.model.practice import (
    Adoption,
    Check,
    CheckedAgainst,
    Correction,
    Evidence,
    Practice,
    Result,
    ResultKind,
    Status,
    WriteUp,
)
from generator.model.registers import Method, Synonyms, Topic, Unanswered
from generator.model.result_rules import RESULT_RULES, ResultRule
from generator.model.sections import SECTIONS, Depth, PagePart, Section, sections_in
from generator.model.standard import Area, Criterion, CriterionDetail, Dependency, Standard
from generator.model.translation import Review, Translation, texts_with_words
from generator.model.value import Marks, Source, Statement, Value, marks_of
from generator.model.worded import Untranslated, Worded, original_of

__all__ = [
    "CARRIERS",
    "RESULT_RULES",
    "SECTIONS",
    "UNKNOWN_LEVEL",
    "Adoption",
    "AdoptionGuide",
    "AdviceKind",
    "AdviceList",
    "AdvicePiece",
    "Answer",
    "Area",
    "Assessment",
    "Audit",
    "AuditList",
    "AvoidedWords",
    "Award",
    "Carrier",
    "Certification",
    "CertificationProcess",
    "Change",
    "Check",
    "CheckedAgainst",
    "City",
    "CityProfile",
    "Claim",
    "Correction",
    "Criterion",
    "CriterionAnswer",
    "CriterionDetail",
    "DatedQuantity",
    "Dependency",
    "Depth",
    "Direction",
    "Draw",
    "Effect",
    "ErrorKind",
    "Evidence",
    "EvidenceLevel",
    "Finding",
    "Glossary",
    "GlossaryTerm",
    "Interval",
    "Level",
    "Lexicon",
    "Library",
    "MapBounds",
    "Marks",
    "Method",
    "Network",
    "PagePart",
    "Practice",
    "Quantity",
    "Region",
    "Result",
    "ResultKind",
    "ResultRule",
    "Review",
    "Section",
    "Source",
    "Stage",
    "Standard",
    "Statement",
    "Status",
    "Subject",
    "Synonyms",
    "Tier",
    "Topic",
    "Translation",
    "Unanswered",
    "Untranslated",
    "Value",
    "Verdict",
    "Worded",
    "WorksheetQuestion",
    "WriteUp",
    "audit_id",
    "change_of",
    "citations",
    "claims_of",
    "dated_quantity",
    "drawn",
    "effect_of",
    "lead_of",
    "marks_of",
    "original_of",
    "parse_quantity",
    "plain_text",
    "sections_in",
    "seed_of",
    "texts_with_words",
    "wilson",
    "without_citations",
]
