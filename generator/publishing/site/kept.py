"""What the last build made and of what, so that pages that would come out the same are not made again."""

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self

from generator.publishing.page import Page
from generator.publishing.publication import Publication
from generator.publishing.site.settings import Settings
from generator.publishing.traces import Look, Looks, Now


class MadePage(NamedTuple):
    """A page that was made: of what, and what came out."""

    of: str
    """Digest of what it was made of."""
    looks: Mapping[Look, str]
    """What was looked at meanwhile, with a digest of what was there."""
    bytes: str
    """Digest of what came out."""


class LastBuild:
    """The pages of the last build, by their paths: where each is known to come out the same, it is taken from there."""

    def __init__(self, file: Path, frame: str, now: Now) -> None:
        """Take what is asked for later.

        Args:
            file: where it is kept; what can't be read is as good as nothing.
            frame: digest of all that every page is made with; what was made with another is not taken.
            now: what there is to look at.
        """
        self._file, self._frame, self._now = file, frame, now

    @cached_property
    def _made(self) -> Mapping[str, MadePage]:
        """What was kept, read when it is first asked for."""
        return _read(self._file, self._frame)

    @cached_property
    def _changed(self) -> Set[Look]:
        """What was looked at and is not as it was."""
        looks = {look: digest for made in self._made.values() for look, digest in made.looks.items()}
        return {look for look, digest in looks.items() if self._now.digest_at(look) != digest}

    @classmethod
    def of(cls, settings: Settings, made_with: str, publication: Publication) -> Self:
        """Return what is kept of a site, beside what there is to look at for it now."""
        name = f"pages-{settings.folder}.json" if settings.folder else "pages.json"
        return cls(settings.cache / name, made_with, Now(publication.seen, publication.digests))

    def unchanged(self, page: Page) -> str | None:
        """Return the digest of the bytes that a page would come out as; None where that is not known."""
        made = self._made.get(page.path)
        if made is None or not self._changed.isdisjoint(made.looks):
            return None
        return made.bytes if made.of == self._of(page) else None

    def made(self, page: Page, looks: Looks, html: bytes) -> MadePage | None:
        """Return what is to be remembered of a page; None where what it is made of is not told."""
        of = self._of(page)
        try:
            return MadePage(of, self._now.digests(looks), hashlib.sha256(html).hexdigest()) if of else None
        except TypeError:
            return None

    def _of(self, page: Page) -> str:
        try:
            return self._now.digest(page.digested)
        except TypeError:
            return ""

    def remember(self, made: Mapping[str, MadePage], taken: Iterable[str]) -> None:
        """Write down the pages that were made, and those that were taken from the last build."""
        _write(self._file, self._frame, {**{path: self._made[path] for path in taken}, **made})


def _read(file: Path, frame: str) -> dict[str, MadePage]:
    try:
        held = json.loads(file.read_bytes())
        if held["frame"] != frame:
            return {}
        looks = [(Look(*look), digest) for *look, digest in held["looks"]]
        return {
            path: MadePage(of, dict(looks[number] for number in numbers), digest)
            for path, (of, digest, numbers) in held["pages"].items()
        }
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def _write(file: Path, frame: str, pages: Mapping[str, MadePage]) -> None:
    """Each look is written once: all pages of a build found the same."""
    looks = {look: digest for made in pages.values() for look, digest in made.looks.items()}
    numbers = {look: number for number, look in enumerate(looks)}
    held = {
        "frame": frame,
        "looks": [[*look, digest] for look, digest in looks.items()],
        "pages": {path: [made.of, made.bytes, [numbers[look] for look in made.looks]] for path, made in pages.items()},
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=file.parent, suffix=".part", delete=False, encoding="utf-8") as part:
        json.dump(held, part, ensure_ascii=True, separators=(",", ":"))
    Path(part.name).replace(file)
