"""``cliffhanger show``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import Day, console, ledger_option

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path


@click.command("show")
@click.argument("title")
@click.option(
    "--as-of",
    type=Day(),
    metavar="DATE",
    help="Only what was known on this day (YYYY-MM-DD). Default: the last day of the data.",
)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@ledger_option
def command(title: str, as_of: date | None, ledger: Path | None, *, as_json: bool) -> None:
    """List every claim about a show, with its sources and their conflicts.

    Example: cliffhanger show "Bosch" --as-of 2021-01-01
    """
    from dataclasses import asdict  # noqa: PLC0415 - not needed for help

    from cliffhanger.cli.desks import day_or_last_known, open_desk  # noqa: PLC0415 - brings DuckDB and numpy
    from cliffhanger.outlook import conflicts, evidence, search, statements  # noqa: PLC0415 - likewise
    from cliffhanger.outlook.page import Page, claims_sections  # noqa: PLC0415 - likewise
    from cliffhanger.outlook.render.text import print_page  # noqa: PLC0415 - likewise
    from cliffhanger.reader.saying import count  # noqa: PLC0415 - likewise

    desk = open_desk(ledger)
    day = day_or_last_known(desk, as_of)
    connection = desk.facts.connection
    named = search.find(connection, title)
    facts = evidence.gather(connection, named.show, day)
    disputed = conflicts.of(connection, named.show, day)
    said = statements.gather(connection, named.show, day)
    covered = statements.coverage(connection, named.show, day)
    if as_json:
        plain = {
            "show": named.show,
            "title": named.title,
            "as_of": day.isoformat(),
            "facts": [asdict(fact) for fact in facts],
            "statements": [asdict(statement) for statement in said],
            "coverage": asdict(covered),
            "conflicts": [asdict(conflict) for conflict in disputed],
        }
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2, default=str))
        return
    people = f"{count(len(said), 'statement')}, " if said else ""
    against = count(len(disputed), "conflict")
    lead = f"{count(len(facts), 'fact')} known on {day.isoformat()}, {people}{against} between sources."
    page = Page(f"{named.title} ({named.show})", lead, claims_sections(facts, said, covered, disputed), ())
    print_page(page, console())
