"""Seeded synthetic libraries with the shape and the vocabulary of the real one.

A synthetic practice takes the outline of a real one (how many statements and results it has, its level of evidence)
and fills it with statements of practices on the same topic. In each statement some words are exchanged for words of
the whole library, drawn by how often they occur, and every number for another of the same length. So lengths, the
skew of word frequencies and the overlap between practices stay like those of the real library at any size.
"""

import random
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml

from generator.model import City, Library, PagePart, Practice, Result, citations, sections_in, without_citations

EXCHANGED = 0.25
"""Share of the words of a statement that are exchanged."""
PRACTICES_PER_CITY = 1.7
"""As in the real library, cities without a practice included."""
FIELDS = tuple(one.field for one in sections_in(PagePart.BODY, PagePart.TOOK) if one.field != "adopted_by")
_WORD = re.compile(r"[A-Za-z]{4,}")
_NUMBER = re.compile(r"\d+")


class Maker:
    """Makes synthetic write-ups out of a real library."""

    def __init__(self, library: Library, seed: int) -> None:
        self.library, self.random = library, random.Random(seed)
        self.vocabulary = [
            word
            for practice in library.practices
            for statement in practice.statements
            for word in _WORD.findall(without_citations(statement))
        ]
        self.pool: dict[tuple[str, str], list[str]] = defaultdict(list)
        for practice in library.practices:
            for topic in practice.topics:
                for field in FIELDS:
                    self.pool[topic, field].extend(getattr(practice, field))

    def write(self, folder: Path, count: int) -> None:
        """Write a library of `count` practices to `folder`."""
        cities = [self._city(number) for number in range(max(2, round(count / PRACTICES_PER_CITY)))]
        for identity, city in cities:
            self._save(folder / identity / "city.yaml", city)
        for number in range(count):
            identity, _ = self.random.choice(cities)
            self._save(folder / identity / f"practice-{number}.yaml", self._practice())

    def _city(self, number: int) -> tuple[str, dict[str, Any]]:
        real: City = self.random.choice(self.library.cities)
        data = real.model_dump(mode="json", exclude={"id"}, exclude_none=True)
        data["name"] = f"{real.name} {number}"
        if isinstance(data["population"]["count"], int):
            data["population"]["count"] = round(data["population"]["count"] * self.random.lognormvariate(0, 0.4)) + 1
        return f"{real.id}-{number}", data

    def _practice(self) -> dict[str, Any]:
        outline: Practice = self.random.choice(self.library.practices)
        data = outline.model_dump(mode="json", exclude={"id", "city", "aliases"}, exclude_none=True)
        topic = self.random.choice(outline.topics)
        keys = list(outline.sources)
        for field in FIELDS:
            pool = self.pool[topic, field] or list(getattr(outline, field))
            data[field] = [self._statement(self.random.choice(pool), keys) for _ in getattr(outline, field)]
        data["results"] = [self._result(result, keys) for result in outline.results]
        data["title"] = self._varied(outline.title)[:89].strip()
        data["summary"] = self._varied(outline.summary)
        data["questions"] = [self._question(question) for question in outline.questions]
        data["adopted_by"] = []
        # Every source stays cited, whatever statements were drawn.
        data["approach"].append("It went on." + "".join(f"[^{key}]" for key in keys))
        return data

    def _result(self, result: Result, keys: list[str]) -> dict[str, Any]:
        data = result.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
        return {**data, "text": self._statement(result.text, keys)}

    def _statement(self, text: str, keys: list[str]) -> str:
        marks = "".join(f"[^{self.random.choice(keys)}]" for _ in range(max(1, len(citations(text)))))
        return self._varied(without_citations(text)) + marks

    def _question(self, text: str) -> str:
        varied = self._varied(text)
        return varied if 10 <= len(varied) <= 120 else text

    def _varied(self, text: str) -> str:
        def word(match: re.Match[str]) -> str:
            return self.random.choice(self.vocabulary) if self.random.random() < EXCHANGED else match[0]

        def number(match: re.Match[str]) -> str:
            return str(self.random.randrange(10 ** (len(match[0]) - 1), 10 ** len(match[0])))

        return _NUMBER.sub(number, _WORD.sub(word, text))

    @staticmethod
    def _save(path: Path, data: dict[str, Any]) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
        path.write_text(text, encoding="utf-8")
