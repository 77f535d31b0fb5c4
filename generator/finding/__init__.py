"""Finding: from a question to practices. What can be found, its index as a value, and a query that ranks it."""

from generator.finding.finder import Finder, Findings, Hit

__all__ = ["Finder", "Findings", "Hit"]
