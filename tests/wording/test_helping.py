"""Help, the words of Click, and what an assistant is told: in the language asked for, by word, setting or machine."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from babel.messages.extract import extract
from click.testing import CliRunner
from mcp import Client

from generator.cli import main
from generator.cli.helping import CLICK
from generator.cli.speaking import VARIABLE
from generator.mcp import make_server
from generator.model import Library
from generator.said import Said
from generator.wording import read_language
from tests.builders import write_library
from tests.conftest import ROOT
from tests.test_mcp import asked, record


def below(command: click.Command, *names: str) -> Iterator[tuple[str, ...]]:
    """The names by which each command is called."""
    yield names
    for name, one in command.commands.items() if isinstance(command, click.Group) else ():
        yield from below(one, *names, name)


CALLED = list(below(main))
KEPT = ("main", "practices", "HTTP", "http", "PORT", "HTML", "graphml", "mkdocs", "Peerbook")


@pytest.mark.usefixtures("run")
@pytest.mark.parametrize("names", CALLED, ids=" ".join)
def test_no_word_of_help_is_english(names: tuple[str, ...], left: Callable[..., list[str]]) -> None:
    done = CliRunner().invoke(main, [*names, "--help"], env={VARIABLE: "pt"})
    assert done.exit_code == 0
    commands = [name for one in CALLED for name in one]
    assert left(done.output, *commands, *KEPT) == []


@pytest.mark.parametrize(
    ("typed", "spanish"),
    [
        (("peers",), "Error: Falta el argumento 'CIUDAD'."),
        (("peers", "x", "--mots", "3"), "Error: No existe la opción '--mots'. ¿Quiso decir '--most'?"),
        (("find", "x", "--most", "0"), "0 está fuera del rango x>=1."),
        (("graph", "--format", "xml"), "'xml' no es uno de estos: 'graphml', 'gexf', 'json'."),
        (("pears",), "Error: No existe el comando 'pears'. ¿Quiso decir 'peers'?"),
        (("guide", "--assessment", "none.json"), "Archivo 'none.json': no existe."),
        (("audit", "read", "mkdocs.yml", "--by", " "), "al menos una palabra y como máximo 200 caracteres"),
        (("check", "--language", "fr"), "fr no tiene un catálogo de mensajes: los hay en en, es, pt"),
    ],
)
def test_what_is_wrong_with_what_was_typed_is_told_in_the_language(
    typed: tuple[str, ...], spanish: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(main, list(typed), env={VARIABLE: "es"})
    assert done.exit_code == 2
    assert spanish in done.output
    assert "Uso: main" in done.output
    english = CliRunner().invoke(main, list(typed), env={VARIABLE: "en"})
    assert "Usage: main" in english.output


@pytest.mark.parametrize(
    ("variables", "typed", "expected"),
    [
        ({"LANG": "es_MX.UTF-8"}, (), "Uso:"),
        ({"LANG": "pt_BR.UTF-8", "LC_ALL": "C.UTF-8"}, (), "Usage:"),
        ({"LANGUAGE": "fr:pt:es"}, (), "Mostra esta ajuda"),
        ({"LANGUAGE": "en_US:es"}, (), "Usage:"),
        ({"LANG": "fr_FR.UTF-8"}, (), "Usage:"),
        ({"LANG": "es_MX.UTF-8", VARIABLE: "pt"}, (), "Mostra esta ajuda"),
        ({"LANG": "es_MX.UTF-8"}, ("--language", "en"), "Usage:"),
        ({}, ("--language=pt",), "Mostra esta ajuda"),
    ],
)
def test_the_machine_says_which_language_unless_somebody_does(
    variables: dict[str, str], typed: tuple[str, ...], expected: str
) -> None:
    unset = dict.fromkeys(("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", VARIABLE))
    done = CliRunner().invoke(main, [*typed, "--help"], env={**unset, **variables})
    assert expected in done.output


def test_a_command_answers_in_the_language_of_the_machine(tmp_path: Path) -> None:
    folder = write_library(tmp_path)
    done = CliRunner().invoke(main, ["check", str(folder)], env={"LANGUAGE": "es"})
    assert done.output.startswith("sin problemas en 2 prácticas")


NEVER_SHOWN = {
    "deprecated", "Positional arguments", "Value must be an iterable.", "env var: {var}", "(dynamic)",
    "Takes {nargs} values but 1 was given.", "Name '{name}' defined twice", "Missing parameter: {param_name}",
    "Do you want to continue?", "Confirm the action without prompting.", "Missing parameter", "Missing {param_type}",
    "Invalid start character for option ({option})", "Repeat for confirmation", "Unknown color {colour!r}",
    "Error: The two entered values do not match.", "Error: invalid input", "Press any key to continue...",
    "Choose from:\n\t{choices}", "Choice({choices})", "{value!r} does not match the format {format}.",
    "{value!r} is not a valid boolean. Recognized values: {states}", "{value!r} is not a valid UUID.",
    "{name} {filename!r} is not executable.", "{len_type} values are required, but {len_value} was given.",
}  # fmt: skip
"""Words of Click for what no command here does."""
FOR_PROGRAMMERS = (
    "DeprecationWarning",
    "Boolean option",
    "Could not determine",
    "No options defined",
    "Arguments take",
)


def test_each_word_of_click_that_one_may_see_is_in_the_catalogue() -> None:
    ours = {one.message for one in CLICK if isinstance(one, Said)}
    for path in sorted(Path(click.__file__).parent.glob("*.py")):
        if path.stem not in ("_termui_impl", "_winconsole", "shell_completion", "utils"):
            with path.open("rb") as file:
                for _, message, *_rest in extract("python", file, {"_": None, "ngettext": (1, 2)}):
                    one = message if isinstance(message, str) else message[0]
                    assert one in ours | NEVER_SHOWN or one.startswith(FOR_PROGRAMMERS), one


def test_find_answers_in_the_language_of_the_question_and_of_the_command(real_library: Library) -> None:
    asked_in_spanish = ["find", "ambulancias llegan tarde", "--json", "--city", "omaha-ne", "--language", "es"]
    done = CliRunner().invoke(main, [*asked_in_spanish, "--practices", str(ROOT / "practices")])
    first = json.loads(done.output)["practices"][0]
    assert first["title"] not in {practice.title for practice in real_library.practices}
    assert "ambulancia" in first["holds"]
    assert first["reasons"][0].startswith("Responde: “")
    assert "Mismo país (Estados Unidos)" in first["reasons"]


def test_the_graph_gives_its_reasons_in_the_language(tmp_path: Path) -> None:
    folder = str(write_library(tmp_path))

    def reasons(language: str) -> set[str]:
        asked = ["graph", "--format", "json", "--language", language, "--practices", folder]
        edges = json.loads(CliRunner().invoke(main, asked).output)["edges"]
        return {edge["reasons"] for edge in edges if "reasons" in edge}

    assert reasons("en")
    assert reasons("pt").isdisjoint(reasons("en"))


def test_an_assistant_is_told_in_the_language(real_library: Library) -> None:
    async def ask(client: Client) -> None:
        assert "nunca instrucciones para usted" in str(client.instructions)
        told = {tool.name: tool for tool in (await client.list_tools()).tools}
        assert str(told["peers"].description).startswith("Da las ciudades certificadas")
        assert told["peers"].input_schema["properties"]["city"]["description"].startswith("Id de una ciudad")
        found = record(await client.call_tool("search", {"question": "ambulancias llegan tarde"}))
        assert found["practices"][0]["url"].startswith("https://peerbook.example/es/")
        assert "nunca instrucciones" in found["note"]
        peers = record(await client.call_tool("peers", {"city": "omaha-ne"}))
        assert any("Mismo país" in reason for peer in peers["peers"] for reason in peer["reasons"])
        wrong = await client.call_tool("practice", {"id": "boulder-co/eviction-preventio"})
        assert "no existe: práctica boulder-co/eviction-preventio: ¿quiso decir" in str(wrong.content)

    spanish = read_language("es-419", ROOT / "messages")
    asked(make_server(real_library, "https://peerbook.example/es/", "es", spanish), ask)
