"""The network of cities that a library is about: what it is called, whom it certifies, and where its cities lie."""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from generator.model.value import Flag, Line, Slug, Value
from generator.said import said, with_way_out

UNKNOWN_LEVEL = "unknown"
"""Stands in place of a level where sources name the certification but not the level."""

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]


class Level(Value):
    """A level of the certification."""

    id: Slug = Field(description="As cities' files name it.")
    name: Line
    mark: Literal["half", "disc", "square", "diamond"] = Field(
        description="How the level is drawn, so that it is told from others by form and not by color alone."
    )


class Region(Value):
    """A part of the world: several countries, or some states of one country."""

    id: Line = Field(description="As cities' files name it.")
    name: Line
    short: Line | None = Field(default=None, description="Its name where the country is not told: US South.")
    long: Line | None = Field(default=None, description="Its name in full: South of the United States.")
    countries: tuple[CountryCode, ...] = Field(min_length=1, description="ISO 3166-1 alpha-2 codes.")
    states: tuple[Line, ...] = Field(
        default=(),
        description="Its states as cities' files write them, where it is a part of a country; then it has one country.",
    )


class MapBounds(Value):
    """The part of the world that the map of cities shows, in degrees (WGS 84)."""

    west: float = Field(ge=-180, le=180)
    east: float = Field(ge=-180, le=180)
    south: float = Field(ge=-85, le=85)
    north: float = Field(ge=-85, le=85)
    true_at: float = Field(
        ge=-85, le=85, description="Latitude at which the map shows the shape of countries as it is."
    )

    @model_validator(mode="after")
    def _not_empty(self) -> Self:
        if self.west >= self.east or self.south >= self.north:
            raise ValueError(
                with_way_out(said("the map is empty"), said("west is less than east, south less than north"))
            )
        return self


class Network(Value):
    """The network, its certification, and where its cities lie."""

    certification: Line = Field(description="Name of what its cities hold: What Works Cities Certification.")
    certified_for: Line = Field(description="What for, as in “cities certified for …”: running on data and evidence.")
    public_checklist: Flag = Field(
        default=False,
        description="true where the official checklist is public; else pages say that it is not.",
    )
    organizations: tuple[Line, ...] = Field(
        min_length=1, max_length=10, description="Who stands behind it; the site says that it belongs to none of them."
    )
    levels: tuple[Level, ...] = Field(min_length=1, max_length=4, description="Lowest first.")
    versions: tuple[Line, ...] = Field(
        min_length=1, description="Versions of the standard that details are told of, as labels, newest first."
    )
    roles: tuple[Line, ...] = Field(min_length=1, max_length=20, description="Whom a city has at its table.")
    example: Line = Field(description="A place in it that is shown where any may be typed: Omaha.")
    territory: Line = Field(description="Where its cities lie, as in “any city of …”: the Americas.")
    least_people: int = Field(ge=30_000, description="Places with more people than that may look for cities like them.")
    regions: tuple[Region, ...] = Field(min_length=1, description="Parts of the territory.")
    map: MapBounds

    @model_validator(mode="after")
    def _told_apart(self) -> Self:
        _once((level.id for level in self.levels), lambda one: said("the level %(level)s stands here twice", level=one))
        _once((level.mark for level in self.levels), lambda one: said("the mark %(mark)s stands here twice", mark=one))
        _once((one.id for one in self.regions), lambda one: said("the region %(region)s stands here twice", region=one))
        _once(self.versions, lambda one: said("the version %(version)s stands here twice", version=one))
        if any(level.id == UNKNOWN_LEVEL for level in self.levels):
            wrong = said("%(word)s can't be the id of a level", word=UNKNOWN_LEVEL)
            raise ValueError(with_way_out(wrong, said("it stands for one that no source names")))
        if any(region.states and len(region.countries) > 1 for region in self.regions):
            wrong = said("a region of states lies in one country")
            raise ValueError(with_way_out(wrong, said("name that one only")))
        places = [(code, state) for one in self.regions for code in one.countries for state in one.states or ("",)]
        stated = (" ".join(place).strip() for place in places)
        _once(stated, lambda one: said("%(word)s stands here twice", word=one))
        whole, parted = ({code for code, state in places if bool(state) is told} for told in (False, True))
        for code in sorted(whole & parted):
            wrong = said("%(country)s is a region's as a whole and by its states", country=code)
            raise ValueError(with_way_out(wrong, said("choose one")))
        return self

    @cached_property
    def level_by_id(self) -> dict[str, Level]:
        """Levels by id, the lowest first; `unknown` is none of them."""
        return {level.id: level for level in self.levels}

    def mark_of(self, level: str) -> str:
        """Return how a level is drawn, given its id: that of an unknown one is a ring."""
        return self.level_by_id[level].mark if level in self.level_by_id else "ring"

    def rank_of(self, level: str) -> int:
        """Return how high a level is, given its id: 0 for an unknown one, 1 for the lowest."""
        return self.level_ids.index(level)

    @cached_property
    def level_ids(self) -> tuple[str, ...]:
        """What a step of a certification may say: unknown, then the levels, lowest first."""
        return (UNKNOWN_LEVEL, *self.level_by_id)

    @cached_property
    def choices(self) -> dict[str, tuple[str, ...]]:
        """What may stand in fields of a city's file that a reader chooses by, by their path with dots."""
        return {"certifications.level": self.level_ids, "region": tuple(self.region_by_id)}

    @cached_property
    def region_by_id(self) -> dict[str, Region]:
        """Regions by id."""
        return {region.id: region for region in self.regions}

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """Codes of all countries, sorted."""
        return tuple(sorted({code for region in self.regions for code in region.countries}))

    @property
    def earlier_versions(self) -> tuple[str, ...]:
        """Versions of the standard before the present one."""
        return self.versions[1:]

    def region_of(self, country: str, *states: str) -> str:
        """Return the id of the region that a country, or a state of it, lies in; empty where none is named.

        A state may be told by code and by name.
        """
        return next(filter(None, (self._regions.get((country, one)) for one in ("", *states))), "")

    def is_divided(self, country: str) -> bool:
        """Return whether regions are parts of this country."""
        return country in self._divided

    @cached_property
    def _regions(self) -> dict[tuple[str, str], str]:
        return {
            (code, state): region.id
            for region in self.regions
            for code in region.countries
            for state in region.states or ("",)
        }

    @cached_property
    def _divided(self) -> frozenset[str]:
        return frozenset(code for region in self.regions if region.states for code in region.countries)


def _once(values: Iterable[str], twice: Callable[[str], str]) -> None:
    seen = set[str]()
    for value in values:
        if value in seen:
            raise ValueError(with_way_out(twice(value), said("keep one of the two")))
        seen.add(value)
