"""The MCP server as a program meets it: a process of its own, driven by the SDK's client over real stdio."""

from __future__ import annotations

import json
import os
import sys
from functools import cache
from typing import Any

import anyio
import pytest
from click.testing import CliRunner
from mcp.client import Client
from mcp.client.stdio import StdioServerParameters
from mcp_types import CallToolResult, TextContent, Tool

from cliffhanger.cli.main import cli
from cliffhanger.domain.errors import MissingExtraError
from cliffhanger.evaluation import board_json
from cliffhanger.outlook import scoreboard
from cliffhanger.reader import interface
from tests.cli.running import run
from tests.cli.test_commands import BALLARD

pytestmark = pytest.mark.slow

HEADLINE = "Netflix Renews 'The Diplomat' for Season 4"
CALLS: dict[str, tuple[str, dict[str, Any]]] = {
    "outlook": ("outlook", {"title": "Ballard", "as_of": "2025-07-30"}),
    "search": ("search", {"query": "balard", "limit": 3}),
    "nothing found": ("search", {"query": "zzzzqqqq"}),
    "read": ("read", {"text": HEADLINE, "published": "2025-05-14"}),
    "scoreboard": ("scoreboard", {}),
    "unknown": ("outlook", {"title": "No Such Show At All"}),
    "ambiguous": ("outlook", {"title": "The Office"}),
    "too early": ("outlook", {"title": "Ballard", "as_of": "2001-01-01"}),
    "no day": ("outlook", {"title": "Ballard", "as_of": "soon"}),
    "too long": ("outlook", {"title": "x" * 201}),
    "no title": ("outlook", {}),
    "no text": ("read", {"text": " \n "}),
    "long text": ("read", {"text": "x" * 200_001}),
    "too many": ("search", {"query": "a", "limit": 51}),
    "half a letter": ("search", {"query": "\u202e<script>\x00"}),
    "no tool": ("cancel", {}),
}


@cache
def answers() -> tuple[list[Tool], dict[str, CallToolResult]]:
    """Make every call in one session with one process, and return the tools and what they answered."""
    there = {name: value for name, value in os.environ.items() if name != "CLIFFHANGER_LEDGER"}
    server = StdioServerParameters(
        command=sys.executable,
        args=["-m", "cliffhanger.cli.main", "mcp"],
        env=there | {"XDG_DATA_HOME": "/nonexistent", "PYTHONUTF8": "1"},
    )

    async def ask() -> tuple[list[Tool], dict[str, CallToolResult]]:
        async with Client(server) as client:
            tools = (await client.list_tools()).tools
            return tools, {key: await client.call_tool(name, given) for key, (name, given) in CALLS.items()}

    return anyio.run(ask)


def said(key: str) -> str:
    """Return the words of an answer."""
    (content,) = answers()[1][key].content
    assert isinstance(content, TextContent)
    return content.text


def plain(key: str) -> dict[str, Any]:
    """Return the object of an answer."""
    answer = answers()[1][key]
    assert not answer.is_error
    found: dict[str, Any] | None = answer.structured_content
    assert found is not None
    return found


def test_the_tools_say_what_they_take() -> None:
    """Four of them, each with what it does, bounds for what it is given, and that it only reads."""
    tools = {tool.name: tool for tool in answers()[0]}
    assert set(tools) == {"outlook", "search", "read", "scoreboard"}
    for tool in tools.values():
        assert tool.description
        assert tool.output_schema is not None
        assert tool.annotations is not None
        assert tool.annotations.read_only_hint
        for given in tool.input_schema["properties"].values():
            assert given["description"]
            assert {"maxLength", "maximum"} & set(given)


def test_outlook_is_the_dossier_that_the_command_prints() -> None:
    """The same JSON, and the same words."""
    assert plain("outlook") == json.loads(run(*BALLARD, "--json").stdout)
    assert "“Ballard” is 64 % to return for season 2 (likely range 55 to 71 %)." in said("outlook")


def test_search_forgives() -> None:
    """And says so where nothing is found."""
    (first, *_) = plain("search")["hits"]
    assert (first["show"], first["title"], first["year"]) == ("imdb:tt26676904", "Ballard", 2025)
    assert "imdb:tt26676904" in said("search")
    assert plain("nothing found")["hits"] == []


def test_read_gives_what_the_command_prints() -> None:
    """The same JSON but for the name of the text, with the words that make each claim."""
    (printed,) = run("read", HEADLINE, "--published", "2025-05-14", "--json").stdout.splitlines()
    assert plain("read")["claims"] == json.loads(printed)["claims"]
    assert set(plain("read")) <= set(interface.schema()["properties"])
    assert "renewed for season 4" in said("read")


def test_scoreboard_is_the_one_that_ships() -> None:
    """As its file has it, and in sentences."""
    assert plain("scoreboard") == json.loads(json.dumps(board_json.as_json(scoreboard.shipped())))
    assert "Is the next season ordered?" in said("scoreboard")


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("unknown", "outlook: No series called 'No Such Show At All' is known."),
        ("ambiguous", "imdb:tt0386676"),
        ("too early", "had not begun on 2001-01-01"),
        ("no day", "'soon' is not a usable date"),
        ("too long", "outlook: title: String should have at most 200 characters"),
        ("no title", "outlook: title: Field required"),
        ("no text", "is blank"),
        ("long text", "at most 200000 characters"),
        ("too many", "less than or equal to 50"),
        ("no tool", "Unknown tool: cancel"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(key: str, says: str) -> None:
    """An error of the tool, for the model to read; never a trace."""
    assert answers()[1][key].is_error
    assert says in said(key)
    assert "\n" not in said(key)
    assert "Traceback" not in said(key)


def test_hostile_text_is_only_text() -> None:
    """A query of markup, a mark that turns text round, and a control character."""
    assert isinstance(plain("half a letter")["hits"], list)


def test_without_the_extra_the_command_says_which(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the core installation meets it."""
    monkeypatch.delitem(sys.modules, "cliffhanger.web.mcp", raising=False)
    monkeypatch.setitem(sys.modules, "mcp.server.mcpserver", None)
    answer = CliRunner().invoke(cli, ["mcp"])
    assert isinstance(answer.exception, MissingExtraError)
    assert answer.exception.extra == "mcp"


def test_a_ledger_that_is_none_ends_the_server_with_one_line() -> None:
    """Before anything is served."""
    done = run("mcp", "--ledger", "/nonexistent/ledger", exits=1)
    assert done.stdout == ""
    assert done.stderr.startswith("cliffhanger: ledger ")
