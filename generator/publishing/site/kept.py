"""What the last build made and of what, so that what would come out the same is not made again."""

import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping, Set
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Self

from generator.own_code import own_code
from generator.publishing.packed import in_json
from generator.publishing.page import Asset, Page
from generator.publishing.publication import Publication
from generator.publishing.site.settings import Settings
from generator.publishing.traces import Look, Looks, Now

_LIBRARIES = ("babel", "markdown-it-py", "orjson", "pydantic")
"""What files beside the pages come to be through, beside our own code."""


class MadeBefore(NamedTuple):
    """A page or another file that was made: of what, and what came out."""

    of: str
    """Digest of what it was made of."""
    looks: Mapping[Look, str]
    """What was looked at meanwhile, with a digest of what was there."""
    bytes: str
    """Digest of what came out."""


class LastBuild:
    """Pages, or files, of the last build by their paths: what is known to come out the same is taken from there."""

    def __init__(self, file: Path, frame: str, now: Now) -> None:
        """Take what is asked for later.

        Args:
            file: where it is kept; what can't be read is as good as nothing.
            frame: digest of all that every one is made with; what was made with another is not taken.
            now: what there is to look at.
        """
        self._file, self._frame, self._now = file, frame, now

    @cached_property
    def _made(self) -> Mapping[str, MadeBefore]:
        """What was kept, read when it is first asked for."""
        return _read(self._file, self._frame)

    @cached_property
    def _changed(self) -> Set[Look]:
        """What was looked at and is not as it was."""
        looks = {look: digest for made in self._made.values() for look, digest in made.looks.items()}
        return {look for look, digest in looks.items() if self._now.digest_at(look) != digest}

    @classmethod
    def pages_of(cls, settings: Settings, made_with: str, publication: Publication) -> Self:
        """Return what is kept of the pages of a site, beside what there is to look at for them now."""
        return cls(_place(settings, "pages"), made_with, Now(publication.seen, publication.digests))

    @classmethod
    def files_of(cls, settings: Settings, seen: Mapping[str, object]) -> Self:
        """Return what is kept of the files beside them, as far as they tell what they are made of."""
        return cls(_place(settings, "files"), own_code(*_LIBRARIES).hex(), Now(seen))

    def unchanged(self, thing: Page | Asset) -> str | None:
        """Return the digest of the bytes that something would come out as; None where that is not known."""
        made = self._made.get(thing.path)
        if made is None or not self._changed.isdisjoint(made.looks):
            return None
        return made.bytes if made.of == self._of(thing) else None

    def made(self, thing: Page | Asset, looks: Looks, content: bytes) -> MadeBefore | None:
        """Return what is to be remembered of something; None where what it is made of is not told."""
        of = self._of(thing)
        try:
            return MadeBefore(of, self._now.digests(looks), hashlib.sha256(content).hexdigest()) if of else None
        except TypeError:
            return None

    def _of(self, thing: Page | Asset) -> str:
        try:
            return self._now.digest(thing.digested)
        except TypeError:
            return ""

    def remember(self, made: Mapping[str, MadeBefore], taken: Iterable[str]) -> None:
        """Write down what was made, and what was taken from the last build."""
        _write(self._file, self._frame, {**{path: self._made[path] for path in taken}, **made})


def _place(settings: Settings, kind: str) -> Path:
    return settings.cache / (f"{kind}-{settings.folder}.json" if settings.folder else f"{kind}.json")


def _read(file: Path, frame: str) -> dict[str, MadeBefore]:
    try:
        held = json.loads(file.read_bytes())
        if held["frame"] != frame:
            return {}
        looks = [(Look(*look), digest) for *look, digest in held["looks"]]
        return {
            path: MadeBefore(of, dict(looks[number] for number in numbers), digest)
            for path, (of, digest, numbers) in held["made"].items()
        }
    except (OSError, ValueError, LookupError, TypeError):
        return {}


def _write(file: Path, frame: str, every: Mapping[str, MadeBefore]) -> None:
    """Each look is written once: all that a build makes found the same."""
    looks = {look: digest for made in every.values() for look, digest in made.looks.items()}
    numbers = {look: number for number, look in enumerate(looks)}
    held = {
        "frame": frame,
        "looks": [[*look, digest] for look, digest in looks.items()],
        "made": {path: [made.of, made.bytes, [numbers[look] for look in made.looks]] for path, made in every.items()},
    }
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=file.parent, suffix=".part", delete=False) as part:
        part.write(in_json(held))
    Path(part.name).replace(file)
