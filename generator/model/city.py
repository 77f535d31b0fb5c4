"""A city: population, government, place and certification history."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from generator.model.countries import KNOWN_BY_STATE, country_names
from generator.model.value import Flag, Line, PartialDate, Slug, Source, SourceKey, Statement, Value, Year


class Award(StrEnum):
    """What a step of the certification history was."""

    NEW = "new"
    LEVEL_UP = "level-up"
    RECERTIFIED = "recertified"
    REPORTED = "reported"


class Certification(Value):
    """A step in a city's certification history."""

    level: Line = Field(description="The level that was announced; unknown where no source names it.")
    year: Year | Literal["unknown"] = Field(description="Year of the public announcement, or unknown.")
    label_year: Year | None = Field(default=None, description="Year that the city or programme puts on it, if another.")
    award: Award = Field(description="new, level-up, recertified, or reported (named, but not as a new award).")
    inferred: Flag = Field(default=False, description="true where deduced from sources that do not say it outright.")
    announced: PartialDate | None = Field(default=None, description="Date of the announcement.")
    sources: tuple[SourceKey, ...] = Field(min_length=1, description="Keys of the sources that tell of it.")
    note: Statement | None = Field(default=None, description="What a reader should know of this step.")


class Population(Value):
    """Number of residents and what it rests on."""

    count: Annotated[int, Field(gt=0, le=50_000_000)] | Literal["unknown"] = Field(
        description="Number of residents, digits only, or unknown."
    )
    year: Year | Literal["undated", "unknown"] = Field(
        default="unknown", description="Year of the count; undated where the source gives none."
    )
    sources: tuple[SourceKey, ...] = Field(default=(), description="Keys of the sources that tell it.")
    note: Statement | None = Field(default=None, description="What a reader should know of the count.")


class Government(Value):
    """Form of government, where a source states it."""

    form: Literal["mayor-council", "council-manager", "commission", "other", "unknown"] = Field(
        description="As a source states it, or unknown."
    )
    sources: tuple[SourceKey, ...] = Field(default=(), description="Keys of the sources that tell it.")


class Location(Value):
    """Where the city is, in degrees (WGS 84)."""

    latitude: float = Field(ge=-90, le=90, description="Degrees north of the equator: 40.01499.")
    longitude: float = Field(ge=-180, le=180, description="Degrees east of Greenwich, negative to the west.")
    sources: tuple[SourceKey, ...] = Field(min_length=1, description="Keys of the sources that tell it.")
    note: Statement | None = Field(default=None, description="What a reader should know of the place.")


class CityProfile(Value):
    """A city as it is written in its file."""

    name: Line = Field(description="As the city writes it: Bogotá.")
    state: Line | None = Field(default=None, description="State or province; in the United States its two letters: CO.")
    country: str = Field(pattern=r"^[A-Z]{2}$", description="ISO 3166-1 alpha-2 code.")
    region: Line = Field(description="The part of the world or of the country, as the network divides it.")
    other_names: tuple[Line, ...] = Field(default=(), max_length=20, description="Other names that people type.")
    population: Population = Field(description="How many people live there.")
    government: Government = Field(description="How it is governed.")
    location: Location | None = Field(default=None, description="Where it is; puts it on the map.")
    certifications: tuple[Certification, ...] = Field(
        min_length=1, max_length=20, description="Every step found, oldest first."
    )
    notes: tuple[Statement, ...] = Field(
        default=(), max_length=10, description="What else a reader should know, such as where sources disagree."
    )
    aliases: tuple[Slug, ...] = Field(
        default=(), max_length=20, description="Earlier ids, so that old addresses keep working."
    )
    sources: dict[SourceKey, Source] = Field(
        min_length=1, max_length=60, description="The sources, each under a short key."
    )

    @property
    def certification(self) -> Certification:
        """The latest step of the history: where the city stands."""
        return self.certifications[-1]

    @property
    def cited(self) -> frozenset[str]:
        """Keys of the sources that the profile cites."""
        steps = (step.sources for step in self.certifications)
        place = self.location.sources if self.location else ()
        return frozenset().union(self.population.sources, self.government.sources, place, *steps)


class City(CityProfile):
    """A profile with its id, which is the name of its folder."""

    id: Slug

    @property
    def spoken(self) -> tuple[str, ...]:
        """What people write for it, the surest first."""
        return self.label, self.name, *self.other_names

    @property
    def label(self) -> str:
        """Name with state or country: "Boulder, CO", "Bogotá, Colombia"."""
        if self.country in KNOWN_BY_STATE and self.state:
            return f"{self.name}, {self.state}"
        return f"{self.name}, {country_names().get(self.country, self.country)}"
