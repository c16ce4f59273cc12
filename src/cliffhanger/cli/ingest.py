"""``cliffhanger ingest``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import console, default_ledger, own_ledger_option, user

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.ledger.ingest import Report


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@own_ledger_option
def command(paths: tuple[Path, ...], ledger: Path | None) -> None:
    """Bring files from the sources into a ledger of your own.

    PATHS are files or folders; each file's source is recognised from what it
    is. Bytes that have landed before add nothing, a bad row is set aside with
    its reason, and a bad file lands nothing.

    Example: cliffhanger ingest downloads/ --ledger my-ledger
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - not needed for help

    try:
        from cliffhanger.ledger.ingest import ingest  # noqa: PLC0415 - brings polars and Delta
        from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - likewise
    except ImportError as error:
        raise MissingExtraError(what="ingest", extra="ledger") from error
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    target = Ledger(ledger or default_ledger())
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console(stderr=True),
        transient=True,
    )
    with bar:
        task = bar.add_task("looking at the files", total=None)

        def advance(name: str, done: int, total: int) -> None:
            bar.update(task, description=name[:48], completed=done // 1000, total=total // 1000)

        reports = ingest(target, paths, author=user(), progress=advance)
    _print(reports)
    if any(report.failed for report in reports):
        raise click.exceptions.Exit(1)


def _print(reports: Sequence[Report]) -> None:
    from cliffhanger.outlook.page import Page, Section, Table  # noqa: PLC0415 - not needed for help
    from cliffhanger.outlook.render.text import print_page  # noqa: PLC0415 - likewise

    total = [sum(numbers) for numbers in zip(*(_numbers(report) for report in reports), strict=True)]
    rows = [(r.source or "?", r.name, *_cells(_numbers(r)), f"{r.seconds:.1f}") for r in reports]
    rows.append(("all", "", *_cells(total), f"{sum(r.seconds for r in reports):.1f}"))
    headings = ("source", "files", "rows read", "claims", "observations", "set aside", "seconds")
    notes = tuple(note for report in reports for note in _notes(report))
    sections = (
        Section("What landed", (), Table(headings, tuple(rows), frozenset(range(2, 7)))),
        Section("Notes", notes),
    )
    landed = sum(1 for report in reports if not report.note and report.source)
    failed = sum(1 for report in reports if report.failed)
    lead = f"{landed} deliver{'y' if landed == 1 else 'ies'} landed, {failed} failed."
    print_page(Page("Ingested", lead, sections if notes else sections[:1], ()), console())


def _numbers(report: Report) -> tuple[int, int, int, int]:
    return report.rows_read, report.claims, report.observations, report.set_aside.total()


def _cells(numbers: Sequence[int]) -> list[str]:
    return [f"{number:,}" for number in numbers]


def _notes(report: Report) -> list[str]:
    notes = [
        f"set aside: {report.name}: {rows:,} row{'' if rows == 1 else 's'}: {why} (first {report.examples[why]})"
        for why, rows in report.set_aside.most_common()
    ]
    if report.left_over:
        notes.append(f"not read: {report.name}: columns {', '.join(report.left_over)}")
    if report.note:
        kind = "FAILED" if report.failed else "note"
        notes.append(f"{kind}: {report.name}: {report.note}")
    return notes
