"""Hostile inputs, made by a seeded draw: texts in fields, structures, files, addresses, and sizes.

Each is a change to the small library of `tests/builders.py`. `expected` says what has to become of it: "refused" by the
checker, "inert" (taken, and shown as typed), or "either".
"""

import os
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.builders import PRACTICE, write_library

SEED = 20261128
Change = Callable[[Path], None]


@dataclass(frozen=True)
class Hostile:
    """An input: its family, a name, what it does to a library on disk, and what has to become of it."""

    family: str
    name: str
    change: Change
    expected: str
    place: str = ""
    """The field that it changes, where it changes one alone."""

    def library(self, folder: Path) -> Path:
        """Write the small library with this input in it."""
        write_library(folder)
        self.change(folder)
        return folder


MARKUP = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<svg/onload=alert(1)>", "</div></main><h1>x",
    "<!-- -->", "<iframe src=javascript:alert(1)>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;b&#62;", "]]><x>",
    "<?php echo 1 ?>", "<style>*{display:none}</style>", "\" onmouseover=\"alert(1)", "' autofocus onfocus='alert(1)",
    "{{ 7 * 7 }}", "{% for x in range(9) %}", "{{ config.__class__ }}", "{: onclick=alert(1) }", '--8<-- "/etc/passwd"',
    "![x](https://example.org/x.png)", "[x]: https://example.org", "# heading", "```\ncode\n```", "| a | b |\n|---|---|",
    "#panic(1)", "#read(\"/etc/passwd\")", "$x^2$ \\input{x}", "@label <label>", "= Heading", "*_*_*_**__", "`raw`",
    '","__proto__":{"x":1}}', "\\u003cscript\\u003e", "&xxe;", "=cmd|' /C calc'!A0", "+1+1", "@SUM(1)", "a;=1+1;b", "-2+3",
    "%0d%0aSet-Cookie: x", "../../../etc/passwd", "javascript:alert(1)", "data:text/html,x", "a" * 60, "ab " * 15,
)  # fmt: skip
LETTERS = ("漢字かな", "שלום", "مرحبا", "नमस्ते", "🚲🚌", "ñandú · ção", "Ω≤≠∞", "x́ y̌", "\u00a0\u3000 x", "—–…“”")
UNSEEN = (
    "\u202e", "\u2066", "\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u115f", "\u3164", "\ufe0f", "\U000e0041",
    "\ufffe", "\uffff", "\ue000", "\u0007", "\u001b[2J", "\u0085", "\u2028", "a\u0301\u0301\u0301\u0301", "\ufff9", "\U0001d173",
)  # fmt: skip
LINKS = (
    "javascript:alert(1)",
    "data:text/html,x",
    "vbscript:x",
    "file:///etc/passwd",
    " JaVaScRiPt:x",
    "//example.org",
    "ftp://x",
)

P, C = "boulder-co/nurses.yaml", "boulder-co/city.yaml"
TEXTS: tuple[tuple[str, tuple[str | int, ...], str], ...] = (
    (P, ("title",), ""), (P, ("summary",), ""), (P, ("cost",), "[^report]"), (P, ("problem", 0), "[^report]"),
    (P, ("approach", 0), "[^report][^news]"), (P, ("people", 0), "[^report]"), (P, ("results", 0, "text"), "[^report]"),
    (P, ("results", 0, "metric"), ""), (P, ("results", 0, "treated"), ""), (P, ("results", 0, "comparison_group"), ""),
    (P, ("results", 0, "period"), ""), (P, ("evidence", "note"), ""), (P, ("unknown", 0), ""), (P, ("questions", 0), ""),
    (P, ("lessons",), "list"), (P, ("corrections",), "correction"), (P, ("checked",), "checked"),
    (P, ("adopted_by",), "adoption"), (P, ("sources", "report", "title"), ""), (P, ("sources", "report", "publisher"), ""),
    (P, ("sources", "report", "note"), ""), (C, ("name",), ""), (C, ("state",), ""), (C, ("notes",), "notes"),
    (C, ("sources", "list", "title"), ""), ("topics.yaml", ("topics", 0, "name"), ""),
    ("topics.yaml", ("topics", 0, "description"), ""), ("topics.yaml", ("topics", 0, "words", 0), ""),
    ("methods.yaml", ("methods", 0, "name"), ""), ("methods.yaml", ("methods", 0, "words", 0), ""),
    ("advice.yaml", ("advice", 0, "audience"), ""), ("advice.yaml", ("advice", 0, "voice"), ""),
    ("advice.yaml", ("advice", 0, "text"), "[^portal]"), ("adoption.yaml", ("worksheet", 0, "question"), ""),
    ("adoption.yaml", ("worksheet", 0, "prompts", 0), ""), ("adoption.yaml", ("facts", 0), "[^toolkit]"),
    ("standard.yaml", ("title",), ""), ("standard.yaml", ("areas", 0, "name"), ""),
    ("standard.yaml", ("areas", 0, "description"), "[^portal]"), ("standard.yaml", ("areas", 0, "criteria", 0, "name"), ""),
    ("standard.yaml", ("areas", 0, "criteria", 0, "question"), ""), ("standard.yaml", ("areas", 0, "criteria", 0, "checks", 0), ""),
    ("certification.yaml", ("summary",), "[^portal]"), ("certification.yaml", ("steps", 0, "name"), ""),
    ("certification.yaml", ("tiers", 0, "meaning"), "[^portal]"),
)  # fmt: skip
"""Every kind of field that holds free text: its file, the way to it, and how a text is put there."""


def _put(text: str, how: str) -> Any:
    """The text as the field wants it, long enough for those that have a least length."""
    long = f"{text} and more words than ten letters"
    return {
        "": long,
        "list": [f"{long}[^news]"],
        "notes": [long],
        "correction": [{"date": "2024-01-31", "text": long}],
        "checked": {"date": "2024-01-31", "against": "one-source", "note": long},
        "adoption": [{"name": text, "text": f"{long}[^news]"}],
    }.get(how, f"{long}{how}")


def _set(file: str, way: tuple[str | int, ...], value: Any) -> Change:
    def change(folder: Path) -> None:
        path = folder / file
        data = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
        place = data
        for step in way[:-1]:
            place = place[step]
        if isinstance(place, list) and isinstance(way[-1], int) and way[-1] >= len(place):
            place.append(value)
        else:
            place[way[-1]] = value
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000), encoding="utf-8")

    return change


def _write(file: str, content: str | bytes) -> Change:
    def change(folder: Path) -> None:
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))

    return change


def _swap(old: str, new: str, file: str = P) -> Change:
    def change(folder: Path) -> None:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_bytes(text.replace(old, new).encode("utf-8", "surrogatepass"))

    return change


def corpus() -> tuple[Hostile, ...]:
    """Return all hostile inputs, the same at every call."""
    return (*_texts(random.Random(SEED)), *_structures(), *_files(), *_addresses(), *_sizes())


def grouped(some: Iterable[Hostile]) -> list[list[Hostile]]:
    """Return them in groups that a library can hold at once: no two change one field, and what changes more is alone."""
    groups: list[list[Hostile]] = []
    for one in some:
        places = (({other.place for other in group}, group) for group in groups)
        room = next((group for held, group in places if one.place and "" not in held and one.place not in held), None)
        if room is None:
            groups.append([one])
        else:
            room.append(one)
    return groups


def _texts(draw: random.Random) -> Iterator[Hostile]:
    for number, text in enumerate((*MARKUP, *LETTERS) * 2):
        file, way, how = TEXTS[number % len(TEXTS)] if number < len(TEXTS) else draw.choice(TEXTS)
        change = _set(file, way, _put(text, how))
        yield Hostile("text", f"{file}:{way[-1]}:{text[:24]!r}", change, "either", f"{file} {way}")
    for number, sign in enumerate(UNSEEN * 2):
        file, way, how = TEXTS[(7 * number + 3) % len(TEXTS)]
        yield Hostile("unseen", f"{file}:{way[-1]}:{sign!r}", _set(file, way, _put(f"x{sign}y", how)), "refused")
    for link in LINKS:
        file, way, how = draw.choice([one for one in TEXTS if one[2].startswith("[^")])
        yield Hostile("link", f"{file}:{link}", _set(file, way, _put(f"[x]({link})", how)), "refused")


def _structures() -> Iterator[Hostile]:
    deep = (5, 21, 200, 501, 750, 999, 20_000)
    swaps = {
        "anchor": ("[health]", "&x [health]"), "alias": ("[health]", "*x"), "tag": ("[health]", "!!python/object:os.system []"),
        "merge": ("status: ongoing", "<<: {a: b}\nstatus: ongoing"), "twice": ("status: ongoing", "status: ongoing\nstatus: ongoing"),
        "document": ("status: ongoing", "---\nstatus: ongoing"), "tab": ("  level: r", "\tlevel: r"), "directive": ("title:", "%YAML 1.1\n---\ntitle:"),
        "complex key": ("status: ongoing", "? [a, b]\n: c\nstatus: ongoing"), "null": ("[health]", ""), "number": ("[health]", "7"),
        "group": ("[health]", "{a: b}"), "empty list": ("[health]", "[]"), "comment": ("did not need them.", "did not # need them."),
        "colon": ("Ambulances were", "Cost: Ambulances were"), "unknown field": ("status: ongoing", "status: ongoing\n__proto__: x"),
        "binary": ("[health]", "!!binary aGVhbHRo"), "block": ("[health]", "|\n  health"), "forged line": ("status: ongoing", 'status: "x\\n::error::y"'),
        "escape": ("status: ongoing", 'status: "x\\u001b[2Jy"'), "lone surrogate": ("[health]", "[\ud800]"), "full width date": ("2020-06}", "２０２０-06}"),
        "arabic date": ("2020-06}", "٢٠٢٠-06}"), "year one": ("reviewed: 2024-01-31", "reviewed: 0001-01-01"), "no day": ("reviewed: 2024-01-31", "reviewed: 2023-02-29"),
        "future": ("reviewed: 2024-01-31", "reviewed: 2099-01-01"), "far year": ("started: 2018", "started: 99999999999999999999"),
        "display name": ("[health]", "[Health]"), "index": ("aliases", "aliases"), "source key": ("  news: {", "  ne ws: {"),
    }  # fmt: skip
    for name, (old, new) in swaps.items():
        if old != new:
            yield Hostile("structure", name, _swap(old, new), "refused")
    for depth in deep:
        yield Hostile("structure", f"brackets {depth}", _swap("[health]", "[" * depth + "]" * depth), "refused")
        yield Hostile("structure", f"dashes {depth}", _swap("[health]", "\n  " + "- " * depth + "x"), "refused")
        rows = "".join(f"{' ' * (level + 1)}a:\n" for level in range(min(depth, 700)))
        yield Hostile("structure", f"indents {depth}", _swap("[health]", f"\n{rows}"), "refused")
    laughs = "a: &a [x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
    )
    yield Hostile("structure", "billion laughs", _write(P, laughs), "refused")
    for name, content in {
        "empty": b"", "only a comment": b"# x\n", "zeros": b"\0" * 400, "latin 1": "título: ação".encode("latin-1"),
        "utf 16": PRACTICE.encode("utf-16"), "binary": bytes(range(256)), "list": b"- a\n- b\n", "text": b"hello", "cut": PRACTICE.encode()[:300],
        "json": b'{"title": 1}', "html": b"<html></html>", "noncharacter": b"title: \xef\xbf\xbe", "quote": b'title: "open',
    }.items():  # fmt: skip
        yield Hostile("structure", f"whole file: {name}", _write(P, content), "refused")
    yield Hostile("structure", "byte order mark", _write(P, b"\xef\xbb\xbf" + PRACTICE.encode()), "inert")
    yield Hostile("structure", "carriage returns", _write(P, PRACTICE.replace("\n", "\r\n").encode()), "either")
    for file, way, value in (
        (C, ("population", "count"), "9" * 310), (C, ("population", "count"), "-1"), (C, ("location", "latitude"), "nan"),
        (C, ("location", "latitude"), "1e999"), (C, ("country",), "us"), (C, ("certifications",), []), (C, ("sources",), {}),
        ("topics.yaml", ("topics",), []), ("topics.yaml", ("topics", 0, "id"), "index"), ("methods.yaml", ("methods", 0, "id"), "readme"),
        ("topics.yaml", ("topics", 0, "aliases"), ["sanitation"]), ("standard.yaml", ("areas", 0, "id"), "index"), ("standard.yaml", ("areas",), []),
        ("standard.yaml", ("areas", 0, "criteria", 0, "name_sources"), ["nowhere"]), ("standard.yaml", ("areas", 0, "criteria", 0, "code"), "OD１"),
        ("standard.yaml", ("areas", 0, "criteria", 0, "rests_on"), [{"criterion": "OD1", "because": "It is.[^portal]"}]),
        ("certification.yaml", ("tiers", 0, "most"), "99"), ("advice.yaml", ("advice", 1, "id"), "begin"), ("synonyms.yaml", ("synonyms", 0), ["a b", "c"]),
        (P, ("aliases",), ["table/index"]), (P, ("aliases",), ["salem-or/sweeping"]), (P, ("aliases",), ["../x"]), (P, ("areas",), ["index"]),
        (P, ("evidence", "level"), "before-after"), (P, ("results", 0, "before"), "1"), (P, ("adopted_by",), [{"city": "nowhere-xx", "text": "x[^news]"}]),
    ):  # fmt: skip
        yield Hostile("value", f"{file}:{way}={str(value)[:20]}", _set(file, way, value), "refused")


def _files() -> Iterator[Hostile]:
    def link(name: str, target: str) -> Change:
        def change(folder: Path) -> None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).symlink_to(target)

        return change

    def piped(folder: Path) -> None:
        (folder / "topics.yaml").unlink()
        os.mkfifo(folder / "topics.yaml")

    for name, target in {
        "boulder-co/out.yaml": "/etc/passwd", "boulder-co/in.yaml": "nurses.yaml", "boulder-co/loop.yaml": "loop.yaml",
        "boulder-co/gone.yaml": "nowhere", "linked-co": "boulder-co", "up-co": "..", "zero-co/city.yaml": "/dev/zero",
    }.items():  # fmt: skip
        yield Hostile("file", f"link {name}", link(name, target), "refused")
    yield Hostile("file", "pipe", lambda folder: os.mkfifo(folder / "boulder-co/pipe.yaml"), "refused")
    yield Hostile("file", "pipe as register", piped, "refused")
    for name in (
        "index/city.yaml", "boulder-co/index.yaml", "table/index.yaml", "boulder-co/readme.yaml", "boulder-co/con.yaml", "boulder-co/Nurses.yaml",
        "boulder-co/nurses two.yaml", "boulder-co/nurses.yml", "boulder-co/a/b.yaml", "boulder-co/x.html", "boulder-co/ñ.yaml", "loose.yaml",
        "boulder-co/--x.yaml", "boulder-co/ｎurses.yaml", "boulder-co/a\nb.yaml", "::error file=x::y.yaml", "boulder-co/\u202ex.yaml",
    ):  # fmt: skip
        yield Hostile("file", f"name {name!r}", _write(name, PRACTICE), "refused")

    def undecodable(folder: Path) -> None:
        Path(os.fsdecode(os.fsencode(folder / "boulder-co") + b"/\xff\xfe.yaml")).write_text(PRACTICE)

    yield Hostile("file", "name that is not UTF-8", undecodable, "refused")
    yield Hostile("file", "register gone", lambda folder: (folder / "methods.yaml").unlink(), "refused")


def _addresses() -> Iterator[Hostile]:
    way = ("sources", "report", "url")
    for address in (
        "https://bank.example@evil.example/x", "https://user:pass@example.org", "https://exаmple.org/mixed", "javascript:alert(1)", "data:text/html,x",
        "https://", "http:///x", "https://example.org:99999/", "https://example.org:port/", "https://[::1", "https://exa mple.org", 'https://example.org/"x',
        "https://example.org/<x>", "https://example.org/" + "a" * 100_000, "//example.org", "ftp://example.org", "https:\\\\example.org", "mailto", "",
    ):  # fmt: skip
        yield Hostile("address", address[:40], _set(P, way, address), "refused")
    for address in (
        "https://example.org/漢字?q=ñ#é", "https://münchen.example/x", "https://example.org/" + "a" * 1_900, "https://example.org/%00%0d%0a",
        "https://example.org/?a=1&b=2;c='x'", "https://[::1]/x", "http://127.0.0.1:8000/x", "mailto:office@example.org",
    ):  # fmt: skip
        yield Hostile("address", address[:40], _set(P, way, address), "either", f"{P} {way}")


def _sizes() -> Iterator[Hostile]:
    for name, text in {
        "citations": "[^list]",
        "spaces": " ",
        "stars": "*",
        "brackets": "[](",
        "underscores": "_a",
        "notes": "[^",
    }.items():
        yield Hostile(
            "size", f"40,000 {name}", _set(C, ("notes",), ["x" + text * (40_000 // len(text)) + "x"]), "refused"
        )
        yield Hostile(
            "size",
            f"{name} in a statement",
            _set(P, ("problem", 0), f"x{text * (1_100 // len(text))} x[^report]"),
            "either",
            f"{P} {('problem', 0)}",
        )
    fields = "".join(f"field{number}: x\n" for number in range(16_000))
    yield Hostile("size", "16,000 unknown fields", _write(P, PRACTICE + fields), "refused")
    yield Hostile(
        "size",
        "20,000 unknown topics",
        _swap("[health]", "[" + ", ".join(f"t{n}" for n in range(20_000)) + "]"),
        "refused",
    )
    yield Hostile(
        "size",
        "5,000 sources",
        _swap("  news: {", "".join(f"  s{n}: {{title: T}}\n" for n in range(5_000)) + "  news: {"),
        "refused",
    )
    yield Hostile(
        "size",
        "9,000 statements",
        _swap("people:", "".join(f"  - Step {n}.[^news]\n" for n in range(9_000)) + "people:"),
        "refused",
    )
    yield Hostile("size", "the most of everything", _fullest(), "inert")
    yield Hostile("size", "a file too large", _write(P, PRACTICE + "#" * 262_145), "refused")
    yield Hostile("size", "a word of 800 letters", _set(P, ("summary",), "W" * 800), "inert")
    yield Hostile(
        "size",
        "500 synonyms",
        _set(
            "synonyms.yaml",
            ("synonyms",),
            [["ambulance", f"word{chr(97 + n % 26)}{chr(97 + n // 26)}"] for n in range(500)],
        ),
        "either",
    )


def _fullest() -> Change:
    """A write-up with as much of everything as its model takes."""
    data = yaml.load(PRACTICE, yaml.CBaseLoader)
    sentence = ("Wide words make a statement long. " * 40)[:1_150]
    data |= {
        "title": "W" * 89, "summary": (sentence)[:900], "cost": f"{'W' * 250}[^report]", "questions": [f"{'Q' * 110} {n}" for n in range(20)],
        **{key: [f"{sentence} {n}[^report]" for n in range(40)] for key in ("problem", "approach", "tools", "people", "resources", "lessons")},
        "unknown": [f"{'u' * 280} {n}" for n in range(40)],
        "corrections": [{"date": "2024-01-31", "text": f"{sentence[:380]} {n}"} for n in range(40)],
        "adopted_by": [{"name": f"Government {n}", "text": f"{sentence}[^news]"} for n in range(40)],
        "results": [data["results"][0] | {"text": f"{sentence}[^news]", "metric": "M" * 300, "treated": "9" * 60, "comparison": "8" * 60, "comparison_group": "G" * 300, "period": "P" * 300}] * 40,
        "sources": data["sources"] | {f"s{n}": {"title": "T" * 300, "publisher": "P" * 300, "url": f"https://example.org/{'a' * 900}{n}", "date": "2020"} for n in range(58)},
    }  # fmt: skip
    data["evidence"]["note"] = sentence + "".join(f"[^s{n}]" for n in range(4))
    data["problem"][0] = "All.[^report]" + "".join(f"[^s{n}]" for n in range(58))
    for key in ("tools", "people", "resources", "lessons", "adopted_by", "problem", "approach", "results"):
        data[key] = data[key][:8]  # a file has at most 256 KiB
    data["results"] = [dict(result) for result in data["results"]]
    return _write(P, yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000))
