"""Do the sources still answer? Asked politely, only of public web hosts, and each address once.

An address in a write-up is contributed, so asking it must do no harm: only http and https, only hosts whose every
address is public, the very address that was looked at is the one that is asked, and each redirect is looked at anew.
"""

import ipaddress
import json
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

import urllib3

from generator.reading.strict_yaml import Document
from generator.said import said, text_of

AGENT = "peerbook-links/1 (checks once a week whether cited sources still answer)"
ARCHIVE = "https://archive.org/wayback/available?url="
MOST_REDIRECTS = 5
MOST_BYTES = 64 * 1024
WORKERS = 8
_PORTS = {"http": 80, "https": 443}


class LinkAnswer(StrEnum):
    """What came of asking."""

    ANSWERS = "answers"
    GONE = "gone"
    """The host says that there is nothing (404, 410), or there is no such host."""
    UNSURE = "unsure"
    """Refused, too slow or broken just now: nobody can tell from here."""
    NOT_ASKED = "not asked"
    """No public web address."""


class Link(NamedTuple):
    """An address and where it stands."""

    url: str
    path: Path
    line: int
    title: str


@dataclass(frozen=True)
class AskedLink:
    """An address with what came of asking, and an archived copy if it is gone and there is one."""

    url: str
    answer: LinkAnswer
    why: str
    places: tuple[Link, ...] = ()
    copy: str = ""


class UnsafeError(Exception):
    """An address that is not to be asked."""


@dataclass
class Asker:
    """Asks addresses with a pause between two questions to one host."""

    pause: float = 1.0
    """Seconds between two questions to one host."""
    timeout: float = 15.0
    archive: str = ARCHIVE
    is_allowed: Callable[[str], bool] = lambda address: ipaddress.ip_address(address).is_global
    """Whether an IP address may be asked."""
    ports: frozenset[int] = frozenset(_PORTS.values())
    _turns: dict[str, threading.Lock] = field(default_factory=dict, repr=False)
    _next: dict[str, float] = field(default_factory=dict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def ask(self, links: Iterable[Link]) -> tuple[AskedLink, ...]:
        """Return what came of asking each address, each once, in the order of the alphabet."""
        places: dict[str, list[Link]] = {}
        for link in links:
            places.setdefault(link.url.partition("#")[0], []).append(link)
        with ThreadPoolExecutor(WORKERS) as pool:
            found = list(pool.map(self._one, sorted(places)))
        return tuple(AskedLink(one.url, one.answer, one.why, tuple(places[one.url]), one.copy) for one in found)

    def _one(self, url: str) -> AskedLink:
        try:
            status = self._status(url)
        except UnsafeError as error:
            return AskedLink(url, LinkAnswer.NOT_ASKED, text_of(error))
        except socket.gaierror as error:
            if error.errno == socket.EAI_AGAIN:  # the look-up failed, which says nothing of the host
                return AskedLink(url, LinkAnswer.UNSURE, type(error).__name__)
            return AskedLink(url, LinkAnswer.GONE, said("there is no such host"), copy=self._copy(url))
        except (urllib3.exceptions.HTTPError, OSError, ValueError) as error:
            return AskedLink(url, LinkAnswer.UNSURE, type(error).__name__)
        if status in (404, 410):
            return AskedLink(url, LinkAnswer.GONE, f"HTTP {status}", copy=self._copy(url))
        return AskedLink(url, LinkAnswer.ANSWERS if status < 400 else LinkAnswer.UNSURE, f"HTTP {status}")

    def _status(self, url: str) -> int:
        """The status of an address: asked for its head, and as a browser would where that is refused."""
        status, _ = self._follow("HEAD", url)
        return status if status < 400 else self._follow("GET", url)[0]

    def _follow(self, method: str, url: str) -> tuple[int, bytes]:
        for _ in range(MOST_REDIRECTS + 1):
            response = self._request(method, url)
            try:
                target = response.get_redirect_location()
                if not target:
                    body = response.read(MOST_BYTES, decode_content=False) if method == "GET" else b""
                    return response.status, body
                url = urljoin(url, target)
            finally:
                response.close()
        raise UnsafeError(said("too many redirects"))

    def _request(self, method: str, url: str) -> urllib3.BaseHTTPResponse:
        """Ask one address at an IP address that was found to be public, so that no second look-up leads elsewhere."""
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port or _PORTS.get(parts.scheme, 0)
        if parts.scheme not in _PORTS or not host or port not in self.ports or parts.username is not None:
            raise UnsafeError(said("only http and https addresses of public hosts are asked"))
        address = self._address(host.encode("idna").decode() if not host.isascii() else host, port)
        timeout = urllib3.Timeout(connect=self.timeout, read=self.timeout)
        pool: urllib3.HTTPConnectionPool
        if parts.scheme == "https":
            pool = urllib3.HTTPSConnectionPool(
                address, port, timeout=timeout, server_hostname=host, assert_hostname=host
            )
        else:
            pool = urllib3.HTTPConnectionPool(address, port, timeout=timeout)
        target = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._") + (
            f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
        )
        with self._turn(host):
            return pool.urlopen(
                method, target, redirect=False, retries=False, preload_content=False,
                headers={"Host": parts.netloc, "User-Agent": AGENT, "Accept": "*/*"},
            )  # fmt: skip

    def _address(self, host: str, port: int) -> str:
        addresses = {str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
        if not addresses or not all(map(self.is_allowed, addresses)):
            raise UnsafeError(said("its host is not public"))
        return min(addresses, key=lambda one: (":" in one, one))

    def _turn(self, host: str) -> threading.Lock:
        """Wait until it is polite to ask a host again, and return the lock under which it is asked."""
        with self._lock:
            lock = self._turns.setdefault(host, threading.Lock())
            now = time.monotonic()
            due = max(now, self._next.get(host, now))
            self._next[host] = due + self.pause
        time.sleep(max(0.0, due - now))
        return lock

    def _copy(self, url: str) -> str:
        """The address of an archived copy, or nothing."""
        try:
            status, body = self._follow("GET", self.archive + quote(url, safe=""))
            closest = json.loads(body)["archived_snapshots"]["closest"] if status == 200 else {}
            copy = str(closest.get("url", "")) if closest.get("available") else ""
        except (UnsafeError, urllib3.exceptions.HTTPError, OSError, ValueError, KeyError, TypeError, AttributeError):
            return ""
        return copy if urlsplit(copy).scheme in _PORTS and not set(copy) & set(" <>\"'`\n") else ""


def links_in(document: Document) -> Iterator[Link]:
    """Yield the web addresses of a file's sources, and where each stands."""
    sources = document.data.get("sources") if isinstance(document.data, dict) else None
    for key, source in sources.items() if isinstance(sources, dict) else ():
        url = source.get("url") if isinstance(source, dict) else None
        if isinstance(url, str) and url.lower().startswith(("http:", "https:")):
            line, _ = document.locate(("sources", key, "url"))
            yield Link(url, document.path, line, str(source.get("title") or ""))


def dead(found: Sequence[AskedLink]) -> tuple[AskedLink, ...]:
    """Return those that are gone, those with an archived copy first."""
    return tuple(
        sorted((one for one in found if one.answer is LinkAnswer.GONE), key=lambda one: (not one.copy, one.url))
    )
