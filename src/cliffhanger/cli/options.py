"""What several commands share: the options, and how text reaches the screen or a pipe."""

from __future__ import annotations

import getpass
import os
import re
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from rich.console import Console

LEDGER_VARIABLE = "CLIFFHANGER_LEDGER"

_UNITS = {"m": 60, "min": 60, "h": 3600, "d": 86400}
_SPAN = re.compile(r"([1-9][0-9]{0,3})\s*(m|min|h|d)")

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


class Span(click.ParamType["float"]):
    """A length of time as 30m, 6h or 1d; seconds."""

    name = "span"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - click's own signature
        """Read it, or say in one line what is wrong with it."""
        if isinstance(value, float):
            return value
        found = _SPAN.fullmatch(str(value).strip().casefold())
        if not found:
            self.fail(f"{value!r} is no length of time; 30m, 6h and 1d are", param, ctx)
        return float(found[1]) * _UNITS[found[2]]


_OWN = "The ledger's folder. Without one: this user's own ledger"


def ledger_option(command: Command) -> Command:
    """Add ``--ledger DIR`` to a command that reads."""
    return _ledger(command, f"{_OWN} if there is one, else the starter catalogue.")


def own_ledger_option(command: Command) -> Command:
    """Add ``--ledger DIR`` to a command that needs a ledger: what ships is none."""
    return _ledger(command, f"{_OWN}.")


def _ledger(command: Command, text: str) -> Command:
    return click.option(
        "--ledger",
        "ledger",
        type=click.Path(path_type=Path, file_okay=False),
        envvar=LEDGER_VARIABLE,
        show_envvar=True,
        help=text,
    )(command)


def default_ledger() -> Path:
    """Return where this user's ledger lies unless they say otherwise."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed for help

    return user_data_path("cliffhanger", appauthor=False) / "ledger"


def chosen_ledger(named: Path | None) -> Path | None:
    """Return the ledger that is named, else this user's own where there is one, else None."""
    return named or (default_ledger() if (default_ledger() / "batches").is_dir() else None)


@contextmanager
def whole_file(path: Path) -> Iterator[TextIO]:
    """Open a file for text that appears under its name only when all of it is written.

    What is no ordinary file, such as a pipe or a device, is written to as it is.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8") as stream:
            yield stream
        return
    unfinished = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with unfinished.open("w", encoding="utf-8") as stream:
            yield stream
        unfinished.replace(target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def printable(text: str) -> str:
    """Return a text as one line that gives a terminal no orders."""
    return "".join(c if c.isprintable() else " " for c in " ".join(text.split()))


def user() -> str:
    """Return the name of whoever runs the command, for the rows that they add."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "unknown"


def console(*, stderr: bool = False) -> Console:
    """Return a console that draws for people and writes plain lines into a pipe."""
    from rich.console import Console  # noqa: PLC0415 - not needed for help

    class Quiet(Console):
        def on_broken_pipe(self) -> None:
            """Leave it to the command's end, which knows that enough was read; rich would exit with 1."""
            raise BrokenPipeError

    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() or "COLUMNS" in os.environ else 120
    return Quiet(file=stream, width=width, highlight=False, soft_wrap=False)
