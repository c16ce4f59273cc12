"""``cliffhanger record``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cliffhanger.cli.desks import open_facts, open_ledger
from cliffhanger.cli.options import console, own_ledger_option

if TYPE_CHECKING:
    from pathlib import Path

_SHORTEST = 12
"""Digits of a hash that tell one record from another."""


@click.group("record")
def command() -> None:
    """Look at the record of issued forecasts: check it, show it, score it.

    'cliffhanger forecast --issue' adds to it.

    Example: cliffhanger record verify --ledger my-ledger
    """


@command.command("verify")
@click.option(
    "--head",
    metavar="SHA256",
    help="A hash that was noted earlier: the record still has to hold the forecast that had it.",
)
@own_ledger_option
def verify(head: str | None, ledger: Path | None) -> None:
    """Hold every issued forecast to its hash, and the hashes to each other.

    Says which forecasts are not as they were issued, and exits with 1 where
    there are any. A record that was thrown away as a whole, or made anew, shows
    only against a hash that somebody noted: --head, its first 12 digits or more.

    Example: cliffhanger record verify --head 2f1c0a9be477
    """
    if head is not None and len(head) < _SHORTEST:
        msg = f"--head needs at least {_SHORTEST} digits"
        raise click.UsageError(msg)
    opened = open_ledger(ledger, "the record")
    from cliffhanger.ledger import record  # noqa: PLC0415 - brings polars and Delta

    rows = record.read(opened)
    found = list(record.faults(opened))
    out = console()
    for fault in found:
        of = f" ({fault.show})" if fault.show else ""
        out.print(f"NOT AS ISSUED: forecast {fault.issue}{of}: {fault.what}", markup=False)
    gone = head is not None and not rows["sha256"].str.starts_with(head.lower()).any()
    if gone:
        out.print(f"NOT AS ISSUED: no forecast has the hash {head}", markup=False)
    if found or gone:
        raise click.exceptions.Exit(1)
    last = f"; the last one has the hash {rows['sha256'][-1]}" if rows.height else ""
    out.print(f"{rows.height:,} forecasts, each as it was issued{last}", markup=False, soft_wrap=True)


@command.command("show")
@click.option(
    "--last", "count", type=click.IntRange(min=1), default=20, show_default=True, help="How many of the last."
)
@own_ledger_option
def show(count: int, ledger: Path | None) -> None:
    """Print the last issued forecasts with their hashes.

    Example: cliffhanger record show --last 5
    """
    opened = open_ledger(ledger, "the record")
    import json  # noqa: PLC0415 - only where it is wanted

    from cliffhanger.ledger import record  # noqa: PLC0415 - brings polars and Delta

    rows = record.read(opened)
    out = console()
    if rows.height == 0:
        out.print("nothing has been issued; 'cliffhanger forecast --issue' does", markup=False)
    for row in rows.tail(count).iter_rows(named=True):
        line = json.loads(row["line"])
        odds = ", ".join(f"{100 * p:.0f} % by {day}" for day, p in line.get("p_return_by", {}).items())
        order = f"ordered {100 * line['p_renewed']:.0f} %" if "p_renewed" in line else ""
        said = "; ".join(part for part in (order, odds) if part)
        out.print(
            f"{row['issue']:>6}  {row['issued_at']:%Y-%m-%d %H:%M}  {row['sha256'][:16]}  "
            f"{line.get('title') or row['show']}, season {row['season'] + 1}, as of {row['as_of']}: {said}",
            markup=False,
            soft_wrap=True,
        )


@command.command("score")
@own_ledger_option
def score(ledger: Path | None) -> None:
    """Hold the issued forecasts to what the ledger says came of them.

    Only what became known after a forecast was issued counts.

    Example: cliffhanger record score --ledger my-ledger
    """
    opened = open_ledger(ledger, "the record")
    from cliffhanger.outlook.scoreboard import of_record, record_sentences  # noqa: PLC0415 - likewise
    from cliffhanger.panel import panel  # noqa: PLC0415 - likewise

    facts = open_facts(ledger)
    panel.prepare(facts)
    for sentence in record_sentences(of_record(opened, facts)):
        click.echo(sentence)
