"""What the commands around ``update`` share: its settings, and a live picture of what each source is at."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from cliffhanger.cli.options import console, user

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

    from rich.progress import TaskID

    from cliffhanger.ledger.news import NewsReader
    from cliffhanger.ledger.update import Progress
    from cliffhanger.reader.names import Names
    from cliffhanger.sources.settings import Settings

SETTINGS_VARIABLE = "CLIFFHANGER_SETTINGS"

Command = TypeVar("Command", bound="Callable[..., Any]")

_SLOW = 1.0
_SIZES = ((1e9, "G"), (1e6, "M"), (1e3, "k"))


def settings_option(command: Command) -> Command:
    """Add ``--settings FILE``."""
    return click.option(
        "--settings",
        "settings_file",
        type=click.Path(path_type=Path, dir_okay=False),
        envvar=SETTINGS_VARIABLE,
        show_envvar=True,
        help="The settings, a TOML file (docs/update.md). Without one: this user's own, if there is one.",
    )(command)


def default_settings() -> Path:
    """Return where this user's settings lie unless they say otherwise."""
    from platformdirs import user_config_path  # noqa: PLC0415 - not needed for help

    return user_config_path("cliffhanger", appauthor=False) / "settings.toml"


def chosen_settings(named: Path | None) -> Settings:
    """Return the settings that are named, else this user's own.

    Raises:
        MissingExtraError: where the libraries of the update are not installed.
        SettingsError: where the file that was named is not there, or says something that is not known.
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

    try:
        import cliffhanger.ledger.update  # noqa: F401, PLC0415 - whatever is missing is missed here
        from cliffhanger.sources.registry import FETCHED  # noqa: PLC0415 - brings polars
        from cliffhanger.sources.settings import SettingsError, load  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(what="update", extra="ledger,update") from error
    if named is not None and not named.is_file():
        raise SettingsError(path=str(named), where="", reason="there is no such file")
    return load(named or default_settings(), FETCHED)


def known_sources(named: Sequence[str]) -> Sequence[str]:
    """Return the sources that are named, each once, or all that can be fetched where none is.

    Raises:
        UsageError: where a name is none of theirs.
    """
    from cliffhanger.sources.registry import FETCHED  # noqa: PLC0415 - brings polars

    if unknown := [name for name in named if name not in FETCHED]:
        msg = f"{unknown[0]!r} is no source that can be fetched; there are {', '.join(FETCHED)}."
        raise click.UsageError(msg)
    return list(dict.fromkeys(named)) or FETCHED


def newsroom(ledger: Path) -> NewsReader:
    """Return who reads the news for a ledger, by its own names, or the starter catalogue's while it has none."""
    from cliffhanger.ledger.news import NewsReader  # noqa: PLC0415 - brings the reader

    def open_names() -> Names:
        from cliffhanger.cli.desks import open_facts  # noqa: PLC0415 - brings DuckDB
        from cliffhanger.domain.errors import LedgerError  # noqa: PLC0415 - likewise
        from cliffhanger.outlook.facts import from_starter  # noqa: PLC0415 - likewise
        from cliffhanger.outlook.names import names  # noqa: PLC0415 - likewise

        try:
            return names(open_facts(ledger).connection)
        except LedgerError:
            return names(from_starter().connection)

    return NewsReader(open_names, user())


@contextmanager
def picture(sources: Sequence[str]) -> Iterator[Progress]:
    """Show on a terminal what each source is at, with its rate and the time left; into a pipe, nothing."""
    from rich.progress import BarColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - not for help
    from rich.progress import Progress as Bars  # noqa: PLC0415 - likewise

    columns = (
        TextColumn("{task.fields[source]:<10}"),
        TextColumn("{task.description:<28}"),
        BarColumn(bar_width=20),
        TextColumn("{task.fields[count]:>18}"),
        TextColumn("{task.fields[rate]:>14}"),
        TimeRemainingColumn(),
    )
    out = console(stderr=True)
    with Bars(*columns, console=out, transient=True, disable=not out.is_terminal) as bar:
        tasks: dict[str, TaskID] = {
            name: bar.add_task("waiting", total=None, source=name, count="", rate="") for name in (*sources, "")
        }

        def told(source: str, doing: str, done: int, total: int) -> None:
            task = tasks[source]
            speed = bar.tasks[task].speed
            bar.update(
                task,
                description=doing[:28],
                completed=done,
                total=total or None,
                count=_count(done, total),
                rate=f"{_short(speed)}/s" if speed and speed >= _SLOW else "",
            )

        yield told


def _count(done: int, total: int) -> str:
    if not done and not total:
        return ""
    return f"{_short(done)} of {_short(total)}" if total else _short(done)


def _short(number: float) -> str:
    for size, unit in _SIZES:
        if number >= 10 * size:
            return f"{number / size:,.1f} {unit}"
    return f"{number:,.0f}"
