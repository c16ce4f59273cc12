"""``cliffhanger forecast``."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import Day, default_ledger, ledger_option, user, whole_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from cliffhanger.domain.forecast import Forecast


@click.command("forecast")
@click.option("--all", "everything", is_flag=True, help="Every series that has premiered.")
@click.option(
    "--questions",
    type=click.Path(path_type=Path, dir_okay=False, exists=True),
    metavar="FILE",
    help="A CSV of questions.",
)
@click.option(
    "--as-of",
    type=Day(),
    metavar="DATE",
    help="Answer with what was known on this day. Default: the last day of the data.",
)
@click.option(
    "--by",
    type=Day(),
    metavar="DATE",
    multiple=True,
    help="Probability of a premiere by this day; may be given several times.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write here instead of to standard output.",
)
@click.option(
    "--issue", is_flag=True, help="Append the forecasts to the ledger's record, where none can be changed unseen."
)
@ledger_option
def command(  # noqa: PLR0913 - one argument an option
    questions: Path | None,
    as_of: date | None,
    by: tuple[date, ...],
    out: Path | None,
    ledger: Path | None,
    *,
    everything: bool,
    issue: bool,
) -> None:
    """Print the odds for many shows, a JSON line each.

    A CSV of questions has the columns show (an id) or title, and where they
    are known year, network, season, as_of and by. A question that names no
    known show is answered from its season number and network alone, and says
    so.

    Example: cliffhanger forecast --all --by 2026-08-22 --out forecasts.jsonl
    """
    if as_of and any(day <= as_of for day in by):
        msg = "--by has to lie after --as-of"
        raise click.UsageError(msg)
    if everything == (questions is not None):
        msg = "say either --all or --questions FILE"
        raise click.UsageError(msg)
    from cliffhanger.cli.desks import day_or_last_known, open_desk  # noqa: PLC0415 - brings DuckDB and numpy

    desk = open_desk(ledger)
    if questions:
        from cliffhanger.outlook.questions import answer  # noqa: PLC0415 - only where it is wanted

        lines = answer(desk, questions, as_of=as_of, by=by)
    else:
        lines = _lines(desk.forecasts(day_or_last_known(desk, as_of), by))
    if issue:
        lines = _issued(list(lines), ledger or default_ledger())
    with whole_file(out) if out else nullcontext(sys.stdout) as stream:
        count = 0
        for line in lines:
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
            count += 1
    if out:
        click.echo(f"wrote {count:,} forecasts to {out}", err=True)


def _issued(lines: list[dict[str, object]], path: Path) -> Iterator[dict[str, object]]:
    from cliffhanger.domain.clock import now  # noqa: PLC0415 - only where it is wanted
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - likewise

    try:
        from cliffhanger.ledger import record  # noqa: PLC0415 - brings polars and Delta
        from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(what="the record", extra="ledger") from error

    target = Ledger.create(path)
    with target.writing():
        count = record.issue(target, lines, author=user(), issued_at=now())
    click.echo(f"issued {count:,} forecasts to the record in {path}", err=True)
    return iter(lines)


def _lines(forecasts: Iterable[Forecast]) -> Iterator[dict[str, object]]:
    from cliffhanger.outlook.forecasts import line  # noqa: PLC0415 - brings numpy

    return (line(forecast) for forecast in forecasts)
