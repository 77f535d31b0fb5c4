"""What pages are about, for search engines: JSON-LD in the words of schema.org (https://schema.org, version 30)."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from generator.model import Area, City, Criterion, Library, Practice, Source, Topic, plain_text
from generator.publishing.addresses import path_of, url_of
from generator.publishing.cards import card_path
from generator.wording import ENGLISH, Language

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
_PEERBOOK = {"@type": "Organization", "name": "Peerbook"}
_MARKUP = "<>&'"

Node = dict[str, Any]


def script_text(nodes: Iterable[Node]) -> str:
    """Return nodes as one JSON-LD text that can stand in a script element: no sign in it ends or begins markup."""
    data = {"@context": "https://schema.org", "@graph": list(nodes)}
    text = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    for sign in _MARKUP:
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text


def practice_nodes(practice: Practice, library: Library, address: str, _: Language = ENGLISH) -> list[Node]:
    """Return a write-up as an `Article` with the sources it cites, and where its page stands."""
    city = library.city_by_id[practice.city]
    url = address + url_of(path_of(practice))
    article = {
        "@type": "Article",
        "@id": f"{url}#article",
        "url": url,
        "headline": practice.title,
        "abstract": plain_text(practice.summary),
        "image": address + card_path(practice),
        "datePublished": practice.added,
        "dateModified": practice.updated,
        "inLanguage": "en",
        "author": _PEERBOOK,
        "publisher": _PEERBOOK,
        "license": LICENSE,
        "isAccessibleForFree": True,
        "about": [_term(library.topic_by_id[topic], address) for topic in practice.topics],
        "keywords": ", ".join(library.method_by_id[method].name for method in practice.methods),
        "spatialCoverage": _city(city, address, _),
        **({"temporalCoverage": f"{practice.started}/.."} if practice.started != "unknown" else {}),
        "citation": [_work(practice.sources[key]) for key in practice.citation_order],
        **({"correction": [one.text for one in practice.corrections]} if practice.corrections else {}),
    }
    return [article, _crumbs(address, (_("Cities"), "cities/"), (city.label, _page(city)), (practice.title, ""))]


def city_nodes(city: City, address: str, _: Language = ENGLISH) -> list[Node]:
    """Return a city and the way to its page."""
    return [_city(city, address, _), _crumbs(address, (_("Cities"), "cities/"), (city.label, ""))]


def topic_nodes(topic: Topic, library: Library, address: str, _: Language = ENGLISH) -> list[Node]:
    """Return the page of a topic as a collection of write-ups, and the way to it."""
    practices = library.practices_by_topic.get(topic.id, ())
    page = {
        "@type": "CollectionPage",
        "name": topic.name,
        "description": plain_text(topic.description),
        "about": _term(topic, address),
        "hasPart": [{"@type": "Article", "headline": one.title, "url": address + _page(one)} for one in practices],
    }
    return [page, _crumbs(address, (_("Topics"), "topics/"), (topic.name, ""))]


def standard_nodes(subject: Area | Criterion, address: str, _: Language = ENGLISH) -> list[Node]:
    """Return the way to the page of a practice area or of a criterion."""
    name = subject.name if isinstance(subject, Area) else f"{subject.code} {subject.name}"
    return [_crumbs(address, (_("Certification"), "areas/"), (name, ""))]


def site_nodes(address: str, _: Language = ENGLISH) -> list[Node]:
    """Return the site and how it is searched."""
    search = {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{address}find/?q={{question}}"},
        "query": "{question}",
    }
    return [
        {
            "@type": "WebSite",
            "name": "Peerbook",
            "url": address,
            "license": LICENSE,
            "inLanguage": _.code,
            "potentialAction": search,
        }
    ]


def dataset_nodes(
    library: Library, version: str, files: Mapping[str, str], address: str, _: Language = ENGLISH
) -> list[Node]:
    """Return the open data as a `Dataset`.

    Args:
        library: what was read.
        version: that of the data.
        files: path below the site's root of each file, with its media type.
        address: where the site stands.
        _: the language of our own words.
    """
    dataset = {
        "@type": "Dataset",
        "@id": f"{address}data/#dataset",
        "url": f"{address}data/",
        "name": _("Peerbook: practices of certified cities"),
        "description": _(
            "What certified cities did, what came of it and how well that was measured, what it took, what is not "
            "known, and the sources of each statement; with a graph of similar practices and peer cities."
        ),
        "license": LICENSE,
        "creator": _PEERBOOK,
        "isAccessibleForFree": True,
        "version": version,
        "dateModified": max((practice.updated for practice in library.practices), default=""),
        "keywords": [topic.name for topic in library.topics],
        "spatialCoverage": [
            {"@type": "Country", "name": name} for name in sorted({_.country(city.country) for city in library.cities})
        ],
        "distribution": [
            {
                "@type": "DataDownload",
                "name": path.rpartition("/")[2],
                "contentUrl": address + path,
                "encodingFormat": media_type,
            }
            for path, media_type in files.items()
        ],
    }
    return [dataset, _crumbs(address, (_("Data"), ""))]


def _page(subject: Practice | City | Topic) -> str:
    return url_of(path_of(subject))


def _term(topic: Topic, address: str) -> Node:
    return {"@type": "DefinedTerm", "name": topic.name, "url": address + _page(topic)}


def _city(city: City, address: str, _: Language) -> Node:
    node: Node = {
        "@type": "City",
        "@id": f"{address}{_page(city)}#city",
        "name": city.label,
        "url": address + _page(city),
        "containedInPlace": {"@type": "Country", "name": _.country(city.country)},
    }
    if city.location:
        here = city.location
        node["geo"] = {"@type": "GeoCoordinates", "latitude": here.latitude, "longitude": here.longitude}
    return node


def _work(source: Source) -> Node:
    node: Node = {"@type": "CreativeWork", "name": source.title}
    if source.publisher:
        node["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.url and source.url.startswith("http"):
        node["url"] = source.url
    if source.date:
        node["datePublished"] = source.date
    return node


def _crumbs(address: str, *steps: tuple[str, str]) -> Node:
    """The way to a page from the site's root; the last step is the page itself and needs no address."""
    items = [
        {
            "@type": "ListItem",
            "position": place,
            "name": name,
            **({"item": {"@type": "WebPage", "@id": address + url}} if url else {}),
        }
        for place, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
