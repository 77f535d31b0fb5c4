"""Each practice, city and criterion for machines: as JSON, and as Markdown for those who read text."""

from generator.publishing.records.files import record_files
from generator.publishing.records.values import (
    DATA_NOTE,
    Brief,
    briefs_of,
    city_record,
    criterion_record,
    practice_record,
)

__all__ = ["DATA_NOTE", "Brief", "briefs_of", "city_record", "criterion_record", "practice_record", "record_files"]
