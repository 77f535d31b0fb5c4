"""The two controlled lists: topics (what a practice is about) and methods (what kind of answer it is)."""

from pydantic import Field

from generator.model.value import Line, Slug, Value


class Topic(Value):
    """A policy field."""

    id: Slug
    name: Line
    description: str = Field(min_length=10)
    words: tuple[Line, ...] = Field(min_length=5, description="Other words that people use for it.")


class Method(Value):
    """A kind of answer."""

    id: Slug
    name: Line
    description: str = Field(min_length=10)
    words: tuple[Line, ...] = Field(min_length=5, description="Other words that people use for it.")
