"""Write-ups that may tell of one and the same practice."""

from collections.abc import Iterable
from dataclasses import dataclass

from generator.model import Library


@dataclass(frozen=True, slots=True)
class PossibleDuplicate:
    """Two write-ups that may tell of the same practice."""

    one: str
    two: str
    score: float

    def other(self, identity: str) -> str:
        """Return the one of the two that is not `identity`."""
        return self.two if identity == self.one else self.one


def possible_duplicates(library: Library, of: Iterable[str] | None = None) -> tuple[PossibleDuplicate, ...]:
    """Return the pairs."""
    return ()
