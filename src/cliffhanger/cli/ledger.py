"""``cliffhanger ledger``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cliffhanger.cli.desks import open_ledger
from cliffhanger.cli.options import console, own_ledger_option

if TYPE_CHECKING:
    from pathlib import Path


@click.group("ledger")
def command() -> None:
    """Look after a ledger.

    Example: cliffhanger ledger check --ledger my-ledger
    """


@command.command("check")
@own_ledger_option
def check(ledger: Path | None) -> None:
    """Read the whole ledger and hold it to its own promises.

    Exits with 1 where an answer could be wrong because of what was found.
    """
    opened = open_ledger(ledger, "a ledger")
    from cliffhanger.ledger import upkeep  # noqa: PLC0415 - brings polars and Delta

    findings = upkeep.check(opened)
    out = console()
    for finding in findings:
        out.print(f"{'WRONG' if finding.harmful else 'note'}: {finding.table}: {finding.what}", markup=False)
    landed = opened.batches()
    size = upkeep.size_on_disk(opened.path) / 1e6
    out.print(
        f"{landed.height} batches, {landed['claims'].sum():,} claims, {landed['observations'].sum():,} observations, "
        f"{size:,.0f} MB; {'nothing wrong' if not findings else f'{len(findings)} findings'}",
        markup=False,
    )
    if any(finding.harmful for finding in findings):
        raise click.exceptions.Exit(1)


@command.command("compact")
@own_ledger_option
def compact(ledger: Path | None) -> None:
    """Merge small files, and drop rows of batches that never landed.

    Views of every day stay as they are; replaced files stay a week on disk for
    readers that have them open.
    """
    opened = open_ledger(ledger, "a ledger")
    from cliffhanger.ledger import upkeep  # noqa: PLC0415 - brings polars and Delta

    out = console()
    for done in upkeep.compact(opened):
        dropped = f", {done.rows_dropped:,} rows that never landed dropped" if done.rows_dropped else ""
        out.print(f"{done.table}: {done.files_before} files before, {done.files_after} now{dropped}", markup=False)
