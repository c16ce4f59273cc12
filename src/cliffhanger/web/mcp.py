"""The same answers as tools for a language model: a server of the Model Context Protocol.

Each tool answers with the JSON that the command of its name prints, and with
the same in words. What goes wrong comes back as one line that says so.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from functools import wraps
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec, TypeVar

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, TextContent, ToolAnnotations
from pydantic import Field, ValidationError

from cliffhanger import __version__
from cliffhanger.domain.clock import now
from cliffhanger.domain.dates import parse_day
from cliffhanger.domain.errors import CliffhangerError
from cliffhanger.evaluation import board_json
from cliffhanger.outlook import scoreboard as boards
from cliffhanger.outlook.finding import LONGEST, finder
from cliffhanger.outlook.names import names
from cliffhanger.outlook.page import lay_out
from cliffhanger.outlook.render.jsons import as_json
from cliffhanger.outlook.render.markdown import markdown
from cliffhanger.reader import interface, obtain
from cliffhanger.reader.read import read as read_article
from cliffhanger.reader.saying import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from mcp.server.mcpserver import Context

    from cliffhanger.outlook.desk import Desk
    from cliffhanger.reader.names import Names

LONGEST_TEXT = 200_000
"""Characters of an article that a tool reads."""

MOST_HITS = 50
"""Hits that a search gives at the most."""

INSTRUCTIONS = (
    "Cliffhanger tells for a television series whether it will come back, when, and on what evidence. 'outlook' gives "
    "calibrated odds with their range, a premiere window, reasons, look-alikes and sourced facts, as of any day; "
    "'search' finds the series that is meant; 'read' says what an article claims, with the words that claim it; "
    "'scoreboard' says how good the forecasts have been. Odds are forecasts, not announcements: quote them with their "
    "range and their day. 'In limbo' means that the sources read say nothing."
)

Answer = Annotated[CallToolResult, dict[str, Any]]
Given = ParamSpec("Given")
Got = TypeVar("Got")


def _told(tool: Callable[Given, Got]) -> Callable[Given, Got]:
    """Let a tool say in one line what is wrong with what it was asked."""

    @wraps(tool)
    def answer(*args: Given.args, **kwargs: Given.kwargs) -> Got:
        try:
            return tool(*args, **kwargs)
        except CliffhangerError as error:
            raise ToolError(" ".join(str(error).split())) from error

    return answer


@dataclass
class Tools:
    """The tools, over the desk of the moment.

    Calls come in threads of their own, and a desk answers one at a time.

    Attributes:
        desk: gives the desk; it may be another one after an update.
    """

    desk: Callable[[], Desk]
    _lock: Lock = field(default_factory=Lock)
    _names: tuple[str, Names] | None = None

    @_told
    def outlook(
        self,
        title: Annotated[
            str,
            Field(
                min_length=1, max_length=LONGEST, description="A title, alias, 'Title (year)', or id (imdb:tt26676904)."
            ),
        ],
        as_of: Annotated[
            str,
            Field(
                max_length=10,
                description="Answer with what was known on this day, YYYY-MM-DD; the last day of the data where empty.",
            ),
        ] = "",
    ) -> Answer:
        """Tell whether a series will come back, when, and on what evidence: the whole dossier."""
        with self._lock:
            desk = self.desk()
            dossier = desk.outlook(title, _day(as_of) or min(now().date(), desk.known_to))
        return _answer(markdown(lay_out(dossier)), json.loads(as_json(dossier)))

    @_told
    def search(
        self,
        query: Annotated[
            str,
            Field(
                min_length=1, max_length=LONGEST, description="Part of a title, a misspelled one, an id, or a person."
            ),
        ],
        limit: Annotated[int, Field(ge=1, le=MOST_HITS, description="How many series to give.")] = 10,
    ) -> Answer:
        """Find the series that a text may mean, best first; slips of typing are forgiven."""
        with self._lock:
            index = finder(self.desk().facts.connection)
        hits = index.suggest(query, limit)
        lines = [f"{hit.title} ({hit.year or 'year unknown'}), {hit.show}: {hit.why}" for hit in hits]
        found = {"query": query, "hits": [asdict(hit) for hit in hits]}
        return _answer("\n".join(lines) or "No series is called anything like it.", found)

    @_told
    def read(
        self,
        text: Annotated[
            str,
            Field(
                min_length=1,
                max_length=LONGEST_TEXT,
                description="The article itself, plain text or HTML, or a headline; no address.",
            ),
        ],
        published: Annotated[
            str, Field(max_length=10, description="The day of its publication, YYYY-MM-DD, where it is known.")
        ] = "",
    ) -> Answer:
        """Say what an article claims of series: dated claims, each with the words that make it, verbatim."""
        content = obtain.whole_characters(text).encode()
        article = obtain.article(content, name="the text", published=_day(published))
        with self._lock:
            facts = self.desk().facts
            if self._names is None or self._names[0] != facts.manifest.data_version:
                self._names = facts.manifest.data_version, names(facts.connection)
            reading = read_article(article, self._names[1])
        lines = [f"- {say(claim)}" for claim in reading.claims]
        return _answer("\n".join(lines) or "No claims found.", json.loads(interface.line(reading)))

    @_told
    def scoreboard(self) -> Answer:
        """Say how good the forecasts have been: ten years asked again, held to what came, beside rivals."""
        board = boards.shipped()
        return _answer("\n".join(boards.sentences(board)), json.loads(json.dumps(board_json.as_json(board))))


class _Server(MCPServer[Any]):
    """A server that says in one line what is wrong."""

    async def call_tool(self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None) -> Any:  # noqa: ANN401 - a result, or what asks for more input
        """Call a tool.

        Raises:
            ToolError: where it cannot answer.
        """
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            cause = error.__cause__
            if isinstance(cause, ValidationError):
                said = "; ".join(f"{'.'.join(map(str, wrong['loc']))}: {wrong['msg']}" for wrong in cause.errors())
            elif isinstance(cause, ToolError):
                said = str(cause)
            else:
                raise
            msg = f"{name}: {said}"
            raise ToolError(msg) from None


def server(desk: Callable[[], Desk]) -> MCPServer[Any]:
    """Return the server.

    Args:
        desk: gives the desk that answers.
    """
    made = _Server(
        "cliffhanger", title="Cliffhanger", version=__version__, instructions=INSTRUCTIONS, log_level="WARNING"
    )
    tools = Tools(desk)
    for tool, title in (
        (tools.outlook, "Will it come back?"),
        (tools.search, "Find a series"),
        (tools.read, "Read an article"),
        (tools.scoreboard, "How good are the forecasts?"),
    ):
        annotations = ToolAnnotations(title=title, read_only_hint=True, idempotent_hint=True, open_world_hint=False)
        made.add_tool(tool, title=title, annotations=annotations)
    return made


def serve(desk: Callable[[], Desk]) -> None:
    """Answer on standard input and output until the input ends."""
    server(desk).run("stdio")


def _day(text: str) -> date | None:
    return parse_day(text) if text else None


def _answer(said: str, plain: dict[str, Any]) -> CallToolResult:
    return CallToolResult(content=[TextContent(type="text", text=said)], structured_content=plain)
