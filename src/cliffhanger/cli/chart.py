"""``cliffhanger chart``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import Day, console, ledger_option

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("chart")
@click.argument("platform")
@click.option("--week", type=Day(), metavar="DAY", help="Any day of the week that is meant (default: the latest).")
@click.option("--territory", metavar="CODE", help="A territory of your own charts (default: all together).")
@click.option("--as-of", type=Day(), metavar="DAY", help="Only what was known on this day.")
@click.option("--json", "as_json", is_flag=True, help="The charts as JSON.")
@ledger_option
def command(  # noqa: PLR0913 - one argument an option
    platform: str, week: date | None, territory: str | None, as_of: date | None, ledger: Path | None, *, as_json: bool
) -> None:
    """Show a platform's weekly chart: places, movement, weeks in the chart and at the top.

    PLATFORM is one whose logs were measured into the ledger ('cliffhanger
    audience measure'), or Netflix, whose own weekly lists 'cliffhanger ingest'
    brings. Weeks run from Monday to Sunday.

    Example: cliffhanger chart Netflix --week 2025-07-27 --ledger my-ledger
    """
    from cliffhanger.cli.desks import open_facts  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.domain.clock import now  # noqa: PLC0415 - not needed for help
    from cliffhanger.outlook import chart  # noqa: PLC0415 - likewise
    from cliffhanger.outlook.render.text import print_page  # noqa: PLC0415 - likewise

    found = chart.charts(open_facts(ledger), platform, week=week, territory=territory, as_of=as_of or now().date())
    if as_json:
        click.echo(json.dumps({"charts": chart.as_json(found)}, ensure_ascii=False, indent=2))
    else:
        print_page(chart.lay_out(found), console())
