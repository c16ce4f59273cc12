"""``cliffhanger slate``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import Day, console, ledger_option

if TYPE_CHECKING:
    from datetime import date


@click.command("slate")
@click.argument("shows", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.option("--budget", type=click.FloatRange(min=0), required=True, help="What may be spent, in the file's unit.")
@click.option("--caution", type=click.FloatRange(0, 1), default=0.5, show_default=True,
              help="Weight of the worst outcomes in the choice; the rest is the average.")  # fmt: skip
@click.option("--worst", type=click.FloatRange(0, 1, min_open=True), default=0.2, show_default=True,
              help="Share of the outcomes that count as the worst.")  # fmt: skip
@click.option("--as-of", type=Day(), metavar="DAY", help="The day of the forecasts (default: the last of the data).")
@click.option("--json", "as_json", is_flag=True, help="The slate as JSON.")
@ledger_option
def command(  # noqa: PLR0913 - one argument an option
    shows: Path, *, budget: float, caution: float, worst: float, as_of: date | None, ledger: Path | None, as_json: bool
) -> None:
    """Choose which shows to renew under a budget, when nobody knows what they will bring.

    SHOWS is a CSV: show (a title or an id), cost, value (what one more season
    brings if it comes off, in hours, money or anything that adds up), and where
    you know them low and high (its 80 % range), chance (odds that it comes off;
    left empty, the forecast is asked) and must (in or out).

    Beside each show stands what the slate loses if the other choice is forced.

    Example: cliffhanger slate limbo.csv --budget 120
    """
    from cliffhanger.cli.desks import open_desk  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.measures.budget import Caution  # noqa: PLC0415 - likewise
    from cliffhanger.outlook import slate  # noqa: PLC0415 - likewise
    from cliffhanger.outlook.render.text import print_page  # noqa: PLC0415 - likewise

    found = slate.slate(shows, budget, Caution(caution, worst), (lambda: open_desk(ledger), as_of))
    if as_json:
        click.echo(json.dumps(slate.as_json(found), ensure_ascii=False, indent=2))
    else:
        print_page(slate.lay_out(found), console())
