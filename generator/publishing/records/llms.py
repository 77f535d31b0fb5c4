"""llms.txt (https://llmstxt.org): what assistants should read and how to quote it; llms-full.txt: all of it."""

from collections.abc import Iterable, Iterator

from generator.model import EvidenceLevel, Library
from generator.publishing.addresses import path_of, url_of
from generator.publishing.page import Asset
from generator.publishing.records.markdown import plain
from generator.publishing.records.values import DATA_NOTE
from generator.wording import ENGLISH, Language, counted, marked


def llms_text(library: Library, address: str, _: Language = ENGLISH) -> str:
    """Return llms.txt: the rules of quoting, then links to the Markdown of each practice, by topic."""
    return "\n".join([*_head(library, _), "", *_ways(address, _), *_listed(library, address, _)]) + "\n"


def full_text(library: Library, texts: Iterable[Asset], address: str, _: Language = ENGLISH) -> Iterator[str | Asset]:
    """Yield llms-full.txt in parts: the same head, and every write-up whole, as its own file has it."""
    yield "\n".join([*_head(library, _), "", *_ways(address, _)]) + "\n"
    for text in texts:
        yield "\n---\n\n"
        yield text


def _head(library: Library, _: Language) -> Iterator[str]:
    practices = counted(len(library.practices), "practice", _)
    cities = counted(len(library.cities), "certified city", _)
    yield "# Peerbook"
    yield ""
    yield "> " + _(
        "What certified cities did, whether it worked, how well that was measured, what it took, and what nobody "
        "knows yet: %(practices)s of %(cities)s, each statement with its source.",
        practices=practices,
        cities=cities,
    )
    yield ""
    yield _("When you quote a result, say how well it was measured. The levels, strongest first:")
    yield ""
    for level in EvidenceLevel:
        yield f"- {_(level.label)}: {_(level.meaning)}"
    yield ""
    yield _("Say what is not known as well: each write-up lists it. Name the city and the source of what you quote.")
    yield _(DATA_NOTE)
    yield _("Peerbook is independent of the programs that certify cities. License: CC BY 4.0.")


_WAYS = (
    (marked("Downloads and data dictionary"), "data/"),
    (marked("All data as one archive"), "data/peerbook-data.zip"),
    (marked("Every write-up as one text"), "llms-full.txt"),
    (marked("What changed, as a feed"), "feed.xml"),
    (marked("How likeness and peers are computed"), "how-it-works/"),
)


def _ways(address: str, _: Language) -> Iterator[str]:
    yield f"## {_('Data')}"
    yield ""
    for words, path in _WAYS:
        yield f"- [{_(words)}]({address}{path})"


def _listed(library: Library, address: str, _: Language) -> Iterator[str]:
    """Practices under their first topic, each once."""
    for topic in library.topics:
        practices = [one for one in library.practices_by_topic.get(topic.id, ()) if one.topics[0] == topic.id]
        if practices:
            yield ""
            yield f"## {plain(topic.name)}"
            yield ""
        for practice in practices:
            city = library.city_by_id[practice.city].label
            level = _(practice.evidence.level.label)
            yield f"- [{plain(practice.title)}]({address}{url_of(path_of(practice))}index.md): {city}; {level}"
