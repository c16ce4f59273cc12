"""``cliffhanger mcp``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import ledger_option

if TYPE_CHECKING:
    from pathlib import Path


@click.command("mcp")
@ledger_option
def command(ledger: Path | None) -> None:
    """Serve the same answers as tools to a language model (Model Context Protocol).

    The program that runs the model starts this command and speaks with it over
    standard input and output. The tools: outlook, search, read, scoreboard.
    Nothing leaves this machine. Needs the extra 'mcp'.

    \b
    Example, in the program's configuration:
      {"mcpServers": {"cliffhanger": {"command": "cliffhanger", "args": ["mcp"]}}}
    """  # noqa: D301 - the backslash-b keeps click from rewrapping the example
    from importlib import import_module  # noqa: PLC0415 - not needed for help

    from cliffhanger.cli.desks import open_desk  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - likewise

    try:
        # By its name: the web is this room's sibling.
        server = import_module("cliffhanger.web.mcp")
    except ImportError as error:
        raise MissingExtraError(what="the MCP server", extra="mcp") from error
    desk = open_desk(ledger)
    server.serve(lambda: desk)
