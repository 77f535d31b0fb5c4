"""Every measured result as a row, and the rows as files from which a browser fetches only those that are shown."""

from generator.publishing.evidence.files import result_files
from generator.publishing.evidence.rows import Held, Row, rows_of

__all__ = ["Held", "Row", "result_files", "rows_of"]
