"""The open data: tables, the graph, what describes them to machines, and all of it as one archive."""

from generator.publishing.data.catalogue import LIST_SEPARATOR, Column, Table, tables
from generator.publishing.data.frames import csv_bytes, guarded, table_files
from generator.publishing.data.graph_files import FORMATS, graph_bytes, worded_graph
from generator.publishing.data.open_data import ARCHIVE, OpenData, data_files

__all__ = [
    "ARCHIVE",
    "FORMATS",
    "LIST_SEPARATOR",
    "Column",
    "OpenData",
    "Table",
    "csv_bytes",
    "data_files",
    "graph_bytes",
    "guarded",
    "table_files",
    "tables",
    "worded_graph",
]
