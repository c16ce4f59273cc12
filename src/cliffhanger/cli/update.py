"""``cliffhanger update``."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import Span, console, default_ledger, own_ledger_option, printable, user
from cliffhanger.cli.updating import chosen_settings, known_sources, newsroom, picture, settings_option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cliffhanger.ledger.store import Ledger
    from cliffhanger.ledger.update import Outcome
    from cliffhanger.sources.settings import Settings


@click.command("update")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--every", type=Span(), metavar="SPAN", help="Do it again and again: every 30m, 6h or 1d, until stopped.")
@click.option("--strict", is_flag=True, help="Exit with 1 where any source failed or refused what was fetched.")
@click.option(
    "--wait",
    type=float,
    default=600.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for another update of the same ledger; 0 says at once who holds it.",
)
@settings_option
@own_ledger_option
def command(  # noqa: PLR0913 - one argument an option
    sources: tuple[str, ...],
    *,
    every: float | None,
    strict: bool,
    wait: float,
    settings_file: Path | None,
    ledger: Path | None,
) -> None:
    """Bring a ledger up to date from the sources themselves.

    Without a SOURCE, every one that is ready: one that needs a key or a list
    of feeds waits until it has them (cliffhanger doctor tells). What is
    fetched is kept as it came, hashed and dated, before it is parsed. A
    source that fails leaves the others, and what it gave before, in place.
    Stop it at any time: nothing is lost or counted twice.

    \b
    Examples:
      cliffhanger update --ledger my-ledger
      cliffhanger update tvmaze wikidata --strict
      cliffhanger update --every 6h
    """  # noqa: D301 - the backslash-b keeps click from rewrapping the examples
    settings = chosen_settings(settings_file)
    from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - brings polars and Delta

    target = Ledger(ledger or default_ledger())
    while True:
        began = time.monotonic()
        failed = _once(target, sources, settings, wait)
        if every is None:
            break
        rest = max(0.0, every - (time.monotonic() - began))
        click.echo(f"next update in {rest / 60:,.0f} minutes; Ctrl-C stops", err=True)
        time.sleep(rest)
    if strict and failed:
        raise click.exceptions.Exit(1)


def _once(target: Ledger, sources: Sequence[str], settings: Settings, wait: float) -> bool:
    """Update once, print what became of it, and say whether a source failed."""
    from cliffhanger.domain.errors import LedgerBusyError  # noqa: PLC0415 - not needed for help
    from cliffhanger.ledger import update as updating  # noqa: PLC0415 - brings polars and Delta
    from cliffhanger.ledger.update import Plan  # noqa: PLC0415 - likewise

    names, left_out = _chosen(sources, settings)
    if not names:
        click.echo("No source is ready; 'cliffhanger doctor' says what each of them needs.", err=True)
        return True
    plan = Plan(settings, user(), newsroom(target.path))
    with picture(names) as told:
        try:
            outcomes = updating.update(target, names, plan, told=told)
        except LedgerBusyError as error:
            if not wait:
                raise
            click.echo(f"{error}; waiting up to {wait:,.0f} seconds", err=True)
            outcomes = updating.update(target, names, plan, told=told, wait=wait)
    _print(outcomes, left_out)
    return any(outcome.fault for outcome in outcomes)


def _chosen(sources: Sequence[str], settings: Settings) -> tuple[list[str], list[str]]:
    """Return the sources to ask, and a line on each that is left out."""
    from cliffhanger.ledger.ready import key_of, missing  # noqa: PLC0415 - brings the keyring

    names = known_sources(sources)
    if sources:
        return list(names), []
    lacking = {name: missing(name, settings, key_of(name)) for name in names}
    return [name for name in names if not lacking[name]], [f"{name} {why}" for name, why in lacking.items() if why]


def _print(outcomes: Sequence[Outcome], left_out: Sequence[str]) -> None:
    from cliffhanger.outlook.page import Page, Section, Table  # noqa: PLC0415 - not needed for help
    from cliffhanger.outlook.render.text import print_page  # noqa: PLC0415 - likewise

    headings = ("source", "calls", "MB", "rows", "claims", "observations", "set aside", "seconds", "outcome")
    rows = tuple(
        (
            outcome.source,
            f"{outcome.calls:,}",
            f"{outcome.loaded / 1e6:,.1f}",
            *(f"{outcome.total(name):,}" for name in ("rows_read", "claims", "observations")),
            f"{outcome.set_aside.total():,}",
            f"{outcome.seconds:.1f}",
            _word(outcome),
        )
        for outcome in outcomes
    )
    failed = sum(1 for outcome in outcomes if outcome.fault)
    lead = f"Up to date: {len(outcomes) - failed} of {len(outcomes)} sources."
    said = [note for outcome in outcomes for note in _notes(outcome)]
    notes = tuple(map(printable, [*said, *(f"left out: {why}" for why in left_out)]))
    sections = (Section("What came", (), Table(headings, rows, frozenset(range(1, 8)))), Section("Notes", notes))
    print_page(Page("Updated", lead, sections if notes else sections[:1], ()), console())


def _word(outcome: Outcome) -> str:
    if outcome.fault:
        return "failed"
    return "new" if outcome.total("claims") or outcome.total("observations") else "nothing new"


def _notes(outcome: Outcome) -> list[str]:
    notes = [f"FAILED: {outcome.source}: {outcome.fault}"] if outcome.fault else []
    notes += [f"note: {outcome.source}: {note}" for note in outcome.notes]
    if outcome.again:
        notes.append(f"note: {outcome.source}: {outcome.again:,} requests had to be made again")
    notes += [
        f"set aside: {outcome.source}: {rows:,} row{'' if rows == 1 else 's'}: {why}"
        for why, rows in outcome.set_aside.most_common()
    ]
    left = sorted({name for report in outcome.reports for name in report.left_over})
    return notes + ([f"not read: {outcome.source}: {', '.join(left)}"] if left else [])
