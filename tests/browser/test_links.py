"""Every internal link and anchor of the built site leads somewhere."""

from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

HERE = "http://site/"


class Outline(HTMLParser):
    """The links and the anchors of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.links: list[str] = []
        self.anchors: set[str] = {""}
        self.twice: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                if value in self.anchors:
                    self.twice.add(value)
                self.anchors.add(value)
            if value and (name == "href" or (name == "src" and tag in {"script", "img"})):
                self.links.append(value)


def test_every_internal_link_and_anchor_resolves(site: Path) -> None:
    outlines: dict[str, Outline] = {}
    for path in site.rglob("*.html"):
        if path.name == "404.html":
            continue
        address = HERE + path.relative_to(site).as_posix().removesuffix("index.html")
        outlines[address] = Outline()
        outlines[address].feed(path.read_text(encoding="utf-8"))
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
                if unquote(anchor) not in outlines[target].anchors:
                    broken[address].append(link)
            elif not file.is_file():
                broken[address].append(link)
    assert count > 1000
    assert dict(broken) == {}
    assert {address: outline.twice for address, outline in outlines.items() if outline.twice} == {}
