"""What several commands share: the options, and how text reaches the screen or a pipe."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from rich.console import Console

LEDGER_VARIABLE = "CLIFFHANGER_LEDGER"

Command = TypeVar("Command", bound="Callable[..., Any]")


class Day(click.ParamType["date"]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 - click's own signature
        """Read the day, or say in one line what is wrong with it."""
        from cliffhanger.domain.dates import parse_day  # noqa: PLC0415 - not needed for help
        from cliffhanger.domain.errors import BadDateError  # noqa: PLC0415

        try:
            return parse_day(str(value))
        except BadDateError as error:
            self.fail(str(error), param, ctx)


def ledger_option(command: Command) -> Command:
    """Add ``--ledger DIR``."""
    return click.option(
        "--ledger",
        "ledger",
        type=click.Path(path_type=Path, file_okay=False),
        envvar=LEDGER_VARIABLE,
        show_envvar=True,
        help="The ledger's folder. Without one: this user's own ledger if there is one, else the starter catalogue.",
    )(command)


def default_ledger() -> Path:
    """Return where this user's ledger lies unless they say otherwise."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed for help

    return user_data_path("cliffhanger", appauthor=False) / "ledger"


def user() -> str:
    """Return the name of whoever runs the command, for the rows that they add."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def console(*, stderr: bool = False) -> Console:
    """Return a console that draws for people and writes plain lines into a pipe."""
    from rich.console import Console  # noqa: PLC0415 - not needed for help

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else 120
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)
