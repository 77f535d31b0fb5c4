"""What describes the data to machines: a Data Package of Frictionless, and Croissant for those who train models."""

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from generator.publishing.data.catalogue import LIST_SEPARATOR, Column, Table

NAME = "peerbook"
TITLE = "Peerbook: practices of certified cities"
ABOUT = (
    "What certified cities did, what came of it and how well that was measured, what it took, what is not known, and "
    "the sources of each statement; with a graph of similar practices and peer cities."
)
LICENSE_URL = "https://creativecommons.org/licenses/by/4.0/"
MEDIA_TYPES = {
    "csv": "text/csv",
    "json": "application/json",
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "zip": "application/zip",
}
_CROISSANT_TYPES = {"integer": "sc:Integer", "number": "sc:Float", "boolean": "sc:Boolean", "date": "sc:Date"}

Description = dict[str, Any]


def media_type(path: str) -> str:
    """Return the media type of a file by the end of its name."""
    return MEDIA_TYPES[path.rpartition(".")[2]]


def data_package(
    tables: Iterable[Table], files: Mapping[str, bytes], version: str, day: str, address: str
) -> Description:
    """Return the Data Package (https://specs.frictionlessdata.io/data-package/) of the data, as a JSON-able value.

    Args:
        tables: the tables of the catalogue; each is a resource with types, key and foreign keys.
        files: every file of the data by its name; those that are no table are resources without a schema,
            and those that describe another file are none.
        version: that of the data.
        day: the last one on which anything in it changed (ISO 8601).
        address: where the site stands, or empty.
    """
    tabular = [_tabular(table, files[f"{table.name}.csv"]) for table in tables]
    others = [
        {"name": name.replace(".", "-"), **_file(name, content)}
        for name, content in files.items()
        if not name.endswith((".csv", ".schema.json"))
    ]
    return {
        "profile": "data-package",
        "name": NAME,
        "title": TITLE,
        "description": ABOUT,
        "version": version,
        "created": f"{day}T00:00:00Z",
        **({"homepage": f"{address}data/"} if address else {}),
        "licenses": [{"name": "CC-BY-4.0", "path": LICENSE_URL, "title": "Creative Commons Attribution 4.0"}],
        "contributors": [{"title": "Peerbook", "role": "publisher"}],
        "resources": [*tabular, *others],
    }


def _file(name: str, content: bytes) -> Description:
    return {
        "path": name,
        "format": name.rpartition(".")[2],
        "mediatype": media_type(name),
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _tabular(table: Table, content: bytes) -> Description:
    keys = [{"fields": column, "reference": {"resource": other, "fields": "id"}} for column, other in table.links]
    return {
        "name": table.name,
        "title": table.title,
        "description": f"A row is {table.row}.",
        "profile": "tabular-data-resource",
        **_file(f"{table.name}.csv", content),
        "encoding": "utf-8-sig",
        "dialect": {"csv": {"delimiter": ",", "quoteChar": '"', "doubleQuote": True}},
        "schema": {
            "fields": [_field(column, column.name in table.key) for column in table.columns],
            "primaryKey": list(table.key),
            **({"foreignKeys": keys} if keys else {}),
        },
    }


def _field(column: Column, is_key: bool) -> Description:
    field: Description = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.type == "list":
        field["delimiter"] = LIST_SEPARATOR
    return {**field, **({"constraints": {"required": True}} if is_key else {})}


def croissant(tables: Iterable[Table], files: Mapping[str, bytes], version: str, day: str, address: str) -> Description:
    """Return the same as Croissant 1.0 (https://docs.mlcommons.org/croissant/docs/croissant-spec.html): JSON-LD.

    Arguments are those of `data_package`.
    """
    in_csv = list(tables)
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": NAME,
        "description": ABOUT,
        "license": LICENSE_URL,
        "url": f"{address}data/" if address else "https://peerbook.invalid/data/",
        "version": version,
        "datePublished": day,
        "creator": {"@type": "sc:Organization", "name": "Peerbook"},
        "citeAs": f"Peerbook. {TITLE}. Version {version}. CC BY 4.0.",
        "distribution": [
            {
                "@type": "cr:FileObject",
                "@id": f"{table.name}.csv",
                "name": f"{table.name}.csv",
                "contentUrl": f"{table.name}.csv",
                "encodingFormat": "text/csv",
                "sha256": hashlib.sha256(files[f"{table.name}.csv"]).hexdigest(),
            }
            for table in in_csv
        ],
        "recordSet": [_record_set(table) for table in in_csv],
    }


def _record_set(table: Table) -> Description:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"A row is {table.row}.",
        "key": [{"@id": f"{table.name}/{column}"} for column in table.key],
        "field": [
            {
                "@type": "cr:Field",
                "@id": f"{table.name}/{column.name}",
                "name": column.name,
                "description": column.meaning,
                "dataType": _CROISSANT_TYPES.get(column.type, "sc:Text"),
                "source": {"fileObject": {"@id": f"{table.name}.csv"}, "extract": {"column": column.name}},
            }
            for column in table.columns
        ],
    }


_CONTEXT: Description = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "extract": "cr:extract",
    "field": "cr:field",
    "fileObject": "cr:fileObject",
    "fileProperty": "cr:fileProperty",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
"""The context that the specification sets."""
