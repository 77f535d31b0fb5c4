"""Every internal link and anchor of the built site leads somewhere."""

from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

HERE = "http://site/"


class Outline(NamedTuple):
    """The links of a page, and its anchors with how often each is there."""

    links: set[str]
    anchors: Counter[str]


def outline_of(page: Path) -> Outline:
    tree = html.parse(str(page), html.HTMLParser(encoding="utf-8"))
    links = tree.xpath("//@href | //script/@src | //img/@src")
    return Outline({str(link) for link in links if link}, Counter(str(anchor) for anchor in tree.xpath("//@id")))


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    outlines: dict[str, Outline] = {}
    for path in site.rglob("*.html"):
        if path.name == "404.html":
            continue
        address = HERE + path.relative_to(site).as_posix().removesuffix("index.html")
        outlines[address] = outline_of(path)
    broken: dict[str, list[str]] = defaultdict(list)
    count = 0
    for address, outline in outlines.items():
        for link in outline.links:
            target, anchor = urldefrag(urljoin(address, link))
            if not target.startswith(HERE) or "?" in target:
                continue
            count += 1
            file = site / unquote(urlsplit(target).path).lstrip("/")
            if target in outlines:
                if anchor and unquote(anchor) not in outlines[target].anchors:
                    broken[address].append(link)
            elif not file.is_file():
                broken[address].append(link)
    assert count > 100_000
    assert dict(broken) == {}
    twice = {address: [name for name, times in one.anchors.items() if times > 1] for address, one in outlines.items()}
    assert {address: names for address, names in twice.items() if names} == {}
