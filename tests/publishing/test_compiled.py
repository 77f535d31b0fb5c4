"""Compiled templates: kept for the next run of the same program, and for no other."""

import contextlib
import marshal
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, nodes
from jinja2.filters import FILTERS
from jinja2.meta import find_undeclared_variables

from generator.linking import Links
from generator.model import Library
from generator.publishing import compiled
from generator.publishing.compiled import FOLDER, MACROS, CompiledTemplates, keep_compiled
from generator.publishing.template import Templates


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    kept = list(compiled._kept)
    yield
    compiled._kept[:] = kept


def filled(text: str) -> str:
    """What a new run of the program fills a template with, memory of earlier ones forgotten."""
    compiled._compiled.clear()
    environment = Environment(loader=DictLoader({"one": text}), autoescape=True, bytecode_cache=CompiledTemplates())
    return environment.get_template("one").render(city="Boise")


def kept_files(cache: Path) -> list[Path]:
    return sorted((cache / FOLDER).rglob("*.cache"))


def test_a_template_is_compiled_by_the_first_run_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_compiled(tmp_path)
    assert filled("In {{ city }}") == "In Boise"
    monkeypatch.setattr(Environment, "compile", lambda *_, **__: pytest.fail("compiled again"))
    assert filled("In {{ city }}") == "In Boise"


def test_a_template_that_changed_is_compiled_anew(tmp_path: Path) -> None:
    keep_compiled(tmp_path)
    filled("In {{ city }}")
    assert filled("At {{ city }}") == "At Boise"


def test_what_another_version_left_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_compiled(tmp_path)
    filled("In {{ city }}")
    (before,) = kept_files(tmp_path)
    monkeypatch.setattr(compiled, "own_code", lambda *_: b"another version")
    keep_compiled(tmp_path)
    assert not before.exists()
    assert filled("In {{ city }}") == "In Boise"
    assert len(kept_files(tmp_path)) == 1


def test_what_is_broken_is_compiled_anew(tmp_path: Path) -> None:
    keep_compiled(tmp_path)
    filled("In {{ city }}")
    (kept,) = kept_files(tmp_path)
    kept.write_bytes(marshal.dumps("not a template"))
    assert filled("In {{ city }}") == "In Boise"


def test_without_a_place_to_keep_them_templates_are_filled_all_the_same(tmp_path: Path) -> None:
    (tmp_path / FOLDER).write_text("a file is in the way")
    keep_compiled(tmp_path)
    assert filled("In {{ city }}") == "In Boise"


def test_nothing_that_changes_with_the_library_is_worked_out_when_a_template_is_compiled(
    small_library: Library, small_links: Links
) -> None:
    environment = Templates(small_library, small_links, None)._environment
    names = [name for name in environment.list_templates() if name.endswith(".jinja")]
    assert len(names) > 30
    for name in names:
        tree = environment.parse(environment.loader.get_source(environment, name)[0], name)  # type: ignore[union-attr]
        for found in tree.find_all(nodes.Filter):
            with contextlib.suppress(nodes.Impossible):
                found.as_const(nodes.EvalContext(environment, name))
                assert found.name in FILTERS, f"{name}, line {found.lineno}: {found.name} of a constant"


@pytest.mark.parametrize("name", sorted(MACROS))
def test_macros_that_pages_share_look_at_nothing_else_of_a_page_than_its_root(
    name: str, small_library: Library, small_links: Links
) -> None:
    environment = Templates(small_library, small_links, None)._environment
    assert environment.loader
    tree = environment.parse(environment.loader.get_source(environment, name)[0])
    assert find_undeclared_variables(tree) == {"root"}
    assert {type(node) for node in tree.body} <= {nodes.Macro, nodes.Import, nodes.Output}
    shown = [part for node in tree.body if isinstance(node, nodes.Output) for part in node.nodes]
    assert all(isinstance(part, nodes.TemplateData) for part in shown), "nothing is looked at before a macro is called"
    template = environment.get_template(name)
    page, other = ({"root": "../", "city": city} for city in ("Boise", "Boulder"))
    assert template.make_module(page) is template.make_module(other)
    assert template.make_module(page) is not template.make_module({"root": ""})
