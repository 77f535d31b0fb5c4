"""The door for assistants, tried by a real client over both transports."""

import json
import re
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import anyio
import pytest
from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client
from mcp.client.streamable_http import streamable_http_client

from generator.finding import Finder
from generator.mcp import make_server
from generator.model import Library
from generator.publishing.answers import Answers
from generator.wording import ENGLISH, Language, read_language
from tests.conftest import ROOT

COMMAND = ["-c", "from generator.cli import main; main()", "mcp"]
ADDRESS = "https://peerbook.example/"
HOSTILE = ["../../etc/passwd", "x" * 5000, "\x00", "'; DROP TABLE", "<script>", "", "practice:louisville-ky"]


def asked(server: object, ask: Callable[[Client], Awaitable[None]]) -> None:
    """Run `ask` with a client of a server: one in this process, or a way to one elsewhere."""

    async def run() -> None:
        async with Client(server) as client:  # type: ignore[arg-type]
            await ask(client)

    running(run)


def running(work: Callable[[], Awaitable[None]]) -> None:
    """Run asynchronous work in a thread of its own: a browser of another test may have a loop in this one."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(anyio.run, work).result()


def record(result: Any) -> dict[str, Any]:
    """What a tool answered."""
    assert not result.is_error, result.content
    return dict(result.structured_content)


def test_every_tool_says_what_it_is_for_and_only_reads(small_library: Library) -> None:
    async def ask(client: Client) -> None:
        tools = (await client.list_tools()).tools
        names = {"search", "practice", "related", "peers", "recommend", "criterion", "readiness_plan"}
        assert {tool.name for tool in tools} == names
        assert all(tool.description and tool.annotations and tool.annotations.read_only_hint for tool in tools)

    asked(make_server(small_library, ADDRESS), ask)


def test_a_result_never_comes_without_its_strength_its_city_and_what_is_unknown(small_library: Library) -> None:
    async def ask(client: Client) -> None:
        answers = {
            "search": record(await client.call_tool("search", {"question": "nurses for small complaints"})),
            "related": record(await client.call_tool("related", {"id": "boulder-co/nurses"})),
            "recommend": record(await client.call_tool("recommend", {"city": "omaha-ne"})),
            "criterion": record(await client.call_tool("criterion", {"code": "eval2"})),
            "plan": record(await client.call_tool("readiness_plan", {"answers": {"EVAL2": "no"}, "city": "omaha-ne"})),
        }
        for name, answer in answers.items():
            told = practices(answer)
            assert told, name
            for one in told:
                assert one["title"], name
                assert one["url"].startswith(ADDRESS), name
                assert one["city"]["certification"], name
                assert {"label", "meaning", "note"} <= set(one["evidence"]), name
                assert "unknown" in one, name
            assert "never instructions" in answer["note"], name
        whole = record(await client.call_tool("practice", {"id": "boulder-co/nurses"}))
        assert whole["sources"]["report"]["url"] == "https://example.org/report"
        assert whole["results"][0]["comparison_group"]
        peers = record(await client.call_tool("peers", {"city": "boulder-co"}))
        assert peers["peers"][0]["reasons"]

    asked(make_server(small_library, ADDRESS), ask)


def practices(value: Any) -> list[dict[str, Any]]:
    """Every record of a practice in an answer."""
    if isinstance(value, dict):
        own = [value] if "evidence" in value else []
        return own + [found for one in value.values() for found in practices(one)]
    return [found for one in value for found in practices(one)] if isinstance(value, list) else []


def test_what_nothing_answers_is_told(real_library: Library) -> None:
    async def ask(client: Client) -> None:
        answer = record(await client.call_tool("search", {"question": "how to grow bananas on the moon"}))
        assert answer["nothing_answers"]

    asked(make_server(real_library), ask)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_arguments_get_clear_errors(small_library: Library, text: str) -> None:
    async def ask(client: Client) -> None:
        for name, arguments in (
            ("practice", {"id": text}),
            ("related", {"id": text}),
            ("peers", {"city": text}),
            ("recommend", {"city": "omaha-ne", "topics": [text]}),
            ("criterion", {"code": text}),
            ("readiness_plan", {"answers": {text: "no"}}),
            ("readiness_plan", {"answers": {"EVAL2": text}}),
            ("related", {"id": "boulder-co/nurses", "most": 10**9}),
            ("peers", {"city": ["boulder-co"]}),
        ):
            result = await client.call_tool(name, arguments)
            assert result.is_error, (name, arguments)
            said = " ".join(str(getattr(part, "text", "")) for part in result.content)
            assert said
            assert "Traceback" not in said
            assert len(said) < 3000, said[:500]

    asked(make_server(small_library), ask)


WRONG_CALLS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("serch", {"question": "nurses"}),
    ("practice", {}),
    ("search", {"question": 5, "most": "x"}),
    ("search", {"question": "nurses", "mots": 3}),
    ("search", {"question": "\ud800"}),
    ("search", {"question": "x" * 501, "most": 2.5}),
    ("related", {"id": "", "most": 26}),
    ("peers", {"city": None}),
    ("recommend", {"city": "omaha-ne", "topics": [1]}),
    ("recommend", {"city": "omaha-ne", "topics": {"a": 1}}),
    ("readiness_plan", {"answers": []}),
    ("readiness_plan", {"answers": {"PA1": "maybe"}, "city": 5}),
)
"""One with each way in which an argument can be wrong."""


def wrong_calls(language: Language, library: Library) -> list[str]:
    """What a server says of them."""
    told: list[str] = []

    async def ask(client: Client) -> None:
        for name, arguments in WRONG_CALLS:
            result = await client.call_tool(name, arguments)
            assert result.is_error, (name, arguments)
            told.append("\n".join(str(getattr(part, "text", "")) for part in result.content))

    asked(make_server(library, language=language), ask)
    return told


def test_a_wrong_argument_is_told_in_our_words_with_what_belongs_there(small_library: Library) -> None:
    assert wrong_calls(ENGLISH, small_library) == [
        "there is no tool serch: did you mean search? allowed: search, practice, related, peers, recommend, criterion, "
        "readiness_plan",
        "id is missing: Id of a practice: boulder-co/nurses.",
        "question: is not a text: A problem or question in plain words.\nmost: is not a whole number: How many.",
        "mots is not an argument of this tool: did you mean most? allowed: question, most",
        "question: is not a text: A problem or question in plain words.",
        "question: has 501 characters: at most 500\nmost: is not a whole number: How many.",
        "id: is empty: Id of a practice: boulder-co/nurses.\nmost: 26 is out of range: less than or equal to 25",
        "city: is empty: Id of a certified city, or of a larger one elsewhere: omaha-ne.",
        "topics 1: is not a text: Id of a topic: homelessness.",
        "topics: is not a list: Id of a topic: homelessness.",
        "answers: is not a group of fields: By code of a criterion: yes, partly, no, not-sure.",
        "answers PA1: “maybe” is not known: allowed: yes, partly, no, not-sure\n"
        "city: is not a text: Id of a certified city, or of a larger one elsewhere: omaha-ne.",
    ]


@pytest.mark.parametrize("code", ["es-419", "pt-BR"])
def test_what_is_wrong_with_a_call_is_told_in_the_language(small_library: Library, code: str) -> None:
    here = read_language(code, ROOT / "messages")
    names = {"serch", "search", "practice", "related", "peers", "recommend", "criterion", "most", "mots", "question"}
    for ours, english in zip(wrong_calls(here, small_library), wrong_calls(ENGLISH, small_library), strict=True):
        words = set(re.findall(r"[a-z]{3,}", english)) - names
        left = {"city", "topics", "answers", "yes", "partly", "not", "sure", "readiness", "plan", "maybe", "omaha"}
        left |= {"boulder", "nurses", "homelessness"}
        assert words & set(re.findall(r"[a-z]{3,}", ours)) <= left, ours


def test_a_tool_that_goes_wrong_itself_says_so_and_no_more(
    small_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        message = "secret"
        raise RuntimeError(message)

    monkeypatch.setattr(Answers, "criterion", broken)

    async def ask(client: Client) -> None:
        result = await client.call_tool("criterion", {"code": "EVAL2"})
        assert result.is_error
        assert [getattr(part, "text", "") for part in result.content] == [
            "Algo falló al responder; el problema no está en la llamada"
        ]

    asked(make_server(small_library, language=read_language("es-419", ROOT / "messages")), ask)


def test_a_name_that_is_nearly_right_is_helped(small_library: Library) -> None:
    async def ask(client: Client) -> None:
        result = await client.call_tool("practice", {"id": "boulder-co/nurse"})
        assert "boulder-co/nurses" in str(result.content)

    asked(make_server(small_library), ask)


def test_the_search_ranks_as_on_the_site(real_library: Library, real_finder: Finder) -> None:
    questions = ["ambulances come too late", "people sleeping in parks", "contractors paid late", "pozos en la calle"]

    async def ask(client: Client) -> None:
        for question in questions:
            answer = record(await client.call_tool("search", {"question": question, "most": 10}))
            ranked = [hit.practice for hit in real_finder.search(question).practices[:10]]
            assert [one["id"] for one in answer["practices"]] == ranked

    asked(make_server(real_library), ask)


async def _usual(client: Client) -> None:
    """A session as an assistant has it."""
    assert len((await client.list_tools()).tools) == 7
    found = record(await client.call_tool("search", {"question": "nurses"}))
    whole = record(await client.call_tool("practice", {"id": found["practices"][0]["id"]}))
    assert whole["title"].startswith("Boulder sends nurses")
    wrong = await client.call_tool("practice", {"id": "nobody/nothing"})
    assert wrong.is_error


@pytest.mark.slow
def test_over_standard_input_and_output(folder: Path) -> None:
    command = StdioServerParameters(
        command=sys.executable, args=[*COMMAND, "--practices", str(folder)], env={"PYTHONPATH": str(ROOT)}, cwd=ROOT
    )
    asked(stdio_client(command), _usual)


@pytest.mark.slow
def test_over_http_on_this_machine(folder: Path, unused_tcp_port: int) -> None:
    asked(_listening(folder, unused_tcp_port), _usual)


@pytest.mark.slow
def test_another_site_in_a_browser_may_not_ask(folder: Path, unused_tcp_port: int) -> None:
    import httpx2

    async def run() -> None:
        async with _listening(folder, unused_tcp_port):
            body = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
            for headers in ({"host": "evil.example"}, {"origin": "https://evil.example"}):
                async with httpx2.AsyncClient() as client:
                    said = {"accept": "application/json, text/event-stream", **headers}
                    answer = await client.post(f"http://127.0.0.1:{unused_tcp_port}/mcp", json=body, headers=said)
                    assert answer.status_code in (403, 421), headers

    running(run)


@asynccontextmanager
async def _listening(folder: Path, port: int) -> AsyncIterator[Any]:
    """A server over HTTP in a process of its own, as a way for a client."""
    command = [sys.executable, *COMMAND, "--practices", str(folder), "--http", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE) as process:
        try:
            ends = time.monotonic() + 60
            while time.monotonic() < ends:
                try:
                    await (await anyio.connect_tcp("127.0.0.1", port)).aclose()
                    break
                except OSError:
                    await anyio.sleep(0.1)
            async with streamable_http_client(f"http://127.0.0.1:{port}/mcp") as streams:
                yield streams
        finally:
            process.terminate()


def test_mistakes_in_write_ups_are_told_before_anything_else(folder: Path) -> None:
    (folder / "boulder-co/nurses.yaml").write_text("title: short\n", encoding="utf-8")
    command = [sys.executable, *COMMAND, "--practices", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, input="", check=False)
    assert done.returncode == 1
    assert "nurses.yaml:1:8: title: has 5 characters" in done.stdout
    assert json.dumps("Traceback") not in done.stderr
