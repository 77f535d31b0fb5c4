"""The files `index.json` and `index.md` beside each page, and those that tell assistants where to look."""

import json
from collections.abc import Callable, Iterator
from functools import cache, partial

from generator.linking import Links
from generator.model import Library, Subject
from generator.publishing.addresses import path_of, url_of
from generator.publishing.page import Asset, in_bytes
from generator.publishing.records.llms import full_text, llms_text
from generator.publishing.records.markdown import city_markdown, criterion_markdown, practice_markdown
from generator.publishing.records.values import Record, briefs_of, city_record, criterion_record, practice_record
from generator.wording import ENGLISH, Language


def record_files(library: Library, links: Links, address: str, _: Language = ENGLISH) -> Iterator[Asset]:
    """Yield each practice, city and criterion as JSON and as Markdown, then llms.txt and llms-full.txt."""

    @cache
    def text_of(practice: str) -> str:
        return practice_markdown(library.practice_by_id[practice], library, links, address, _)

    brief = briefs_of(library, address, _)
    ids = [practice.id for practice in library.practices]
    for practice in library.practices:
        record = partial(practice_record, practice, library, links, brief, _)
        yield from _forms(practice, record, partial(text_of, practice.id))
    for city in library.cities:
        record = partial(city_record, city, library, links, brief, address, _)
        yield from _forms(city, record, partial(city_markdown, city, library, links, address, _))
    for criterion in library.standard.criteria:
        record = partial(criterion_record, criterion, library, brief, address, _)
        yield from _forms(criterion, record, partial(criterion_markdown, criterion, library, address, _))
    yield Asset("llms.txt", make=lambda: llms_text(library, address, _).encode())
    yield Asset("llms-full.txt", make=lambda: in_bytes(full_text(library, map(text_of, ids), address, _)))


def _forms(subject: Subject, record: Callable[[], Record], text: Callable[[], str]) -> Iterator[Asset]:
    """A thing as JSON and as Markdown, beside its page."""
    folder = url_of(path_of(subject))
    yield Asset(f"{folder}index.json", make=lambda: json.dumps(record(), ensure_ascii=False).encode() + b"\n")
    yield Asset(f"{folder}index.md", make=lambda: text().encode())
