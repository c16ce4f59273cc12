"""``cliffhanger slate``."""

from __future__ import annotations

import math
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cliffhanger.cli.options import Day, console, ledger_option, whole_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

_PATIENCE = 2.0
"""Seconds before somebody who waits is told how far it is."""


class Amount(click.ParamType["float"]):
    """An amount above 0."""

    name = "number"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:  # noqa: ANN401 - click's own signature
        """Read the amount, or say in one line what is wrong with it."""
        try:
            amount = float(value)
        except ValueError:
            self.fail(f"{value!r} is no plain number: leave out currency signs, units and separators", param, ctx)
        if not math.isfinite(amount) or amount <= 0:
            self.fail(f"{value} is not above 0", param, ctx)
        return amount


_EXISTING = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.command("slate")
@click.argument("shows", metavar="[SHOW]...", nargs=-1)
@click.option("--list", "listed", type=_EXISTING, metavar="FILE", help="Shows, one a line, or a CSV that has them.")
@click.option("--as-of", type=Day(), metavar="DATE", help="With what was known on this day. Default: the last day.")
@click.option("--costs", type=_EXISTING, metavar="FILE", help="What seasons cost: CSV or Parquet.")
@click.option("--viewing", type=_EXISTING, metavar="FILE", help="How seasons were watched: CSV or Parquet.")
@click.option(
    "--budget", type=Amount(), metavar="N", help="Choose what to pay for with this much, in the costs' currency."
)
@click.option("--force-in", multiple=True, metavar="SHOW", help="Has to be chosen; may be given several times.")
@click.option("--force-out", multiple=True, metavar="SHOW", help="Must not be chosen; may be given several times.")
@click.option(
    "--risk",
    type=click.FloatRange(0, 1),
    default=0.25,
    show_default=True,
    help="How much the worst tenth of years weighs: 0 looks at the hours expected alone, 1 at bad years alone.",
)
@click.option(
    "--acquire",
    is_flag=True,
    help="Others decide whether these shows return: count each season only as likely as it is to come.",
)
@click.option(
    "--by", type=Day(), metavar="DATE", help="With --acquire: a season counts only if it premieres by this day."
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.option("--csv", "table", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE", help="Write a CSV.")
@ledger_option
def command(  # noqa: PLR0913 - one argument an option
    shows: tuple[str, ...],
    listed: Path | None,
    as_of: date | None,
    table: Path | None,
    ledger: Path | None,
    *,
    as_json: bool,
    **asked: Any,  # noqa: ANN401 - the fields of Asked
) -> None:
    """Where a list of shows stands; with a budget, which of them to renew.

    Without --budget: the odds of each show, when it would return, and how many
    of them to expect back. With --costs, --viewing and --budget: the choice
    that brings most hours for the money, what deciding each show the other way
    would lose, and from which budget on it is chosen.

    If you decide yourself, the odds do not count: you choose by what a season
    is worth. If you buy shows on which others decide, --acquire counts a season
    only as likely as it is to come, and allows for the forecast being off.

    The two files are described in docs/slate.md: show, season and cost; show,
    season, week (from 1, since release) and hours.

    \b
    Examples:
      cliffhanger slate "Ballard" "Countdown" --as-of 2025-07-30
      cliffhanger slate --costs costs.csv --viewing viewing.csv --budget 50
    """  # noqa: D301 - the backslash-b keeps click from rewrapping the examples
    _check(listed, shows, asked)
    from cliffhanger.cli.desks import day_or_last_known, open_desk  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.outlook import lists, slate, slate_page  # noqa: PLC0415 - likewise

    names = list(shows)
    if listed:
        names += lists.names_in(listed.read_text(encoding="utf-8-sig", errors="replace"))
    desk = open_desk(ledger)
    made = slate.gather(desk, names, day_or_last_known(desk, as_of), slate.Asked(**asked), _progress())
    if table:
        with whole_file(table) as stream:
            stream.write(slate_page.as_csv(made))
        click.echo(f"wrote {table}", err=True)
    if as_json:
        click.echo(slate_page.as_json(made))
    else:
        from cliffhanger.outlook.render.text import print_page  # noqa: PLC0415 - only where it is wanted

        print_page(slate_page.lay_out(made), console())


def _check(listed: Path | None, shows: tuple[str, ...], asked: dict[str, Any]) -> None:
    """Say which options are missing, before anything is opened."""
    if not shows and not listed and not asked["costs"]:
        msg = "Name some shows, or give a file of them with --list, or of their costs with --costs."
        raise click.UsageError(msg)
    missing = [f"--{name}" for name in ("costs", "viewing") if asked[name] is None]
    if asked["budget"] is not None and missing:
        msg = f"--budget needs {' and '.join(missing)}, too; docs/slate.md describes the files."
        raise click.UsageError(msg)
    if asked["budget"] is None and (asked["force_in"] or asked["force_out"]):
        msg = "--force-in and --force-out need --budget."
        raise click.UsageError(msg)
    if asked["by"] is not None and not asked["acquire"]:
        msg = "--by needs --acquire: if you decide yourself, the date is yours, too."
        raise click.UsageError(msg)


def _progress() -> Callable[[int, int], None]:
    """Return what tells somebody who has waited for a while how far it is, ten times at most."""
    started, told = 0.0, 0

    def tell(done: int, of: int) -> None:
        nonlocal started, told
        started = started or time.perf_counter()
        tenth = 10 * done // of
        if tenth > told and time.perf_counter() - started > _PATIENCE:
            click.echo(f"choosing: {done} of {of} questions answered", err=True)
            told = tenth

    return tell
