"""The sheet that an auditor fills: claims drawn by lot, with their sources and empty columns for what was found."""

from collections.abc import Sequence

from generator.model import Claim, Library, Source, audit_id
from generator.publishing.data.frames import csv_bytes
from generator.reading import AUDIT_SHEET


def audit_sheet(claims: Sequence[Claim], seed: int, library: Library) -> bytes:
    """Return the sheet for claims drawn with `seed`: CSV with a row for each, guarded and quoted as the catalogue."""
    identity = audit_id(seed, ((claim.practice, claim.field) for claim in claims))
    filled = [
        (identity, claim.practice, claim.field, claim.statement, _sources(claim, library), "", "", "", "")
        for claim in claims
    ]
    return csv_bytes(AUDIT_SHEET, filled)


def _sources(claim: Claim, library: Library) -> str:
    sources = library.practice_by_id[claim.practice].sources
    return " | ".join(_named(sources[key]) for key in claim.sources)


def _named(source: Source) -> str:
    return f"{source.title} ({source.url or 'no address'})"
