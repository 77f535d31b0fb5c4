"""What the settings of a site say, as one value that every door reads from the same file."""

from dataclasses import dataclass, replace
from pathlib import Path

from generator.publishing.guides import Site
from generator.publishing.publication import PRINTED
from generator.reading import READINGS, Memory
from generator.wording import ENGLISH, Language

CACHE = Path(".cache")
GUIDE_CACHE = CACHE / PRINTED


@dataclass(frozen=True)
class Settings:
    """Where everything is, and what the site is told about itself. `site.mkdocs.read_settings` reads it."""

    file: Path
    """The settings file itself, mkdocs.yml."""
    practices: Path
    """Folder of the write-ups."""
    docs: Path
    """Folder of the hand-written pages."""
    overrides: Path
    """Folder of our own templates of the theme."""
    theme: tuple[Path, ...]
    """All folders in which the theme is looked for, ours first."""
    address: str
    """Where the site is published, empty if that is not known.

    Paper lasts: what is printed while the site is tried out elsewhere should lead to the published one.
    """
    edit_base: str | None
    """Address in front of a file's path at which the repository lets one edit it."""
    repository: str
    """Address of the repository, empty if that is not known."""
    language: Language
    """Of our own words."""
    others: tuple[tuple[str, Language], ...] = ()
    """Languages that have a site of their own below this one, each with the name of its folder: "es"."""
    folder: str = ""
    """Where this site stands below that of the first language."""
    first: Language = ENGLISH
    """That one's language."""
    is_alone: bool = True
    """Whether no other plugin of MkDocs takes part, one that might write to the site or have to see all its pages."""

    @property
    def sites(self) -> tuple["Settings", ...]:
        """The settings of the sites in other languages."""
        return tuple(
            replace(
                self,
                folder=folder,
                language=language,
                first=self.language,
                address=f"{self.address.rstrip('/')}/{folder}/" if self.address else "",
            )
            for folder, language in self.others
        )

    @property
    def cache(self) -> Path:
        """Folder of what is kept from one build to the next: printed guides, drawn cards, what was read."""
        return self.file.parent / CACHE

    @property
    def guide_cache(self) -> Path:
        """Folder of printed guides."""
        return self.file.parent / GUIDE_CACHE

    @property
    def memory(self) -> Memory:
        """What earlier runs read of these write-ups; a new value each time."""
        return Memory.kept_in(self.file.parent / READINGS)

    @property
    def site(self) -> Site:
        """The site as guides know it."""
        return Site(self.address, self.language)
