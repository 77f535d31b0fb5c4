"""The files `index.json` and `index.md` beside each page, and those that tell assistants where to look."""

import json
from collections.abc import Iterator

from generator.linking import Links
from generator.model import Library
from generator.publishing.addresses import path_of, url_of
from generator.publishing.page import Asset
from generator.publishing.records.llms import full_text, llms_text
from generator.publishing.records.markdown import city_markdown, criterion_markdown, practice_markdown
from generator.publishing.records.values import Record, city_record, criterion_record, practice_record
from generator.wording import ENGLISH, Language


def record_files(library: Library, links: Links, address: str, _: Language = ENGLISH) -> Iterator[Asset]:
    """Yield each practice, city and criterion as JSON and as Markdown, then llms.txt and llms-full.txt."""
    texts: list[str] = []
    for practice in library.practices:
        folder = url_of(path_of(practice))
        yield _json(folder, practice_record(practice, library, links, address, _))
        texts.append(practice_markdown(practice, library, links, address, _))
        yield Asset(f"{folder}index.md", texts[-1].encode())
    for city in library.cities:
        folder = url_of(path_of(city))
        yield _json(folder, city_record(city, library, links, address, _))
        yield Asset(f"{folder}index.md", city_markdown(city, library, links, address, _).encode())
    for criterion in library.standard.criteria:
        folder = url_of(path_of(criterion))
        yield _json(folder, criterion_record(criterion, library, address, _))
        yield Asset(f"{folder}index.md", criterion_markdown(criterion, library, address, _).encode())
    yield Asset("llms.txt", llms_text(library, address, _).encode())
    yield Asset("llms-full.txt", full_text(library, texts, address, _).encode())


def _json(folder: str, record: Record) -> Asset:
    return Asset(f"{folder}index.json", json.dumps(record, ensure_ascii=False, indent=1).encode() + b"\n")
