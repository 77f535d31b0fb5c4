"""The files `index.json` and `index.md` beside each page, and those that tell assistants where to look."""

from collections.abc import Callable, Iterator
from functools import cache, partial

from generator.linking import Links
from generator.model import Library, Subject
from generator.publishing.addresses import path_of, url_of
from generator.publishing.packed import in_json
from generator.publishing.page import Asset
from generator.publishing.records.llms import full_text, llms_text
from generator.publishing.records.markdown import city_markdown, criterion_markdown, practice_markdown
from generator.publishing.records.values import Record, briefs_of, city_record, criterion_record, practice_record
from generator.wording import ENGLISH, Language


def record_files(library: Library, links: Links, address: str, _: Language = ENGLISH) -> Iterator[Asset]:
    """Yield each practice, city and criterion as JSON and as Markdown, then llms.txt and llms-full.txt."""
    brief = briefs_of(library, address, _)

    def forms(subject: Subject, record: Callable[[], Record], text: Callable[[], str]) -> tuple[Asset, Asset]:
        """A thing as JSON and as Markdown, beside its page."""
        folder, made_of = url_of(path_of(subject)), (subject, address, _)
        return (
            Asset(
                f"{folder}index.json",
                make=lambda: in_json(record()) + b"\n",
                made_of=made_of,
            ),
            Asset(f"{folder}index.md", make=cache(lambda: text().encode()), made_of=made_of),
        )

    texts = []
    for practice in library.practices:
        record = partial(practice_record, practice, library, links, brief, _)
        in_text = partial(practice_markdown, practice, library, links, address, _)
        as_json, as_text = forms(practice, record, in_text)
        texts.append(as_text)
        yield as_json
        yield as_text
    for city in library.cities:
        record = partial(city_record, city, library, links, brief, address, _)
        yield from forms(city, record, partial(city_markdown, city, library, links, address, _))
    for criterion in library.standard.criteria:
        record = partial(criterion_record, criterion, library, brief, address, _)
        yield from forms(criterion, record, partial(criterion_markdown, criterion, library, address, _))
    yield Asset("llms.txt", make=lambda: llms_text(library, address, _).encode())
    yield Asset("llms-full.txt", parts=lambda: full_text(library, texts, address, _))
