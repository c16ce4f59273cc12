"""A page as text: tables drawn for people, plain lines in a pipe."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from cliffhanger.outlook.page import Page, Table


def print_page(page: Page, console: Console) -> None:
    """Print a page on a console."""
    draw = console.is_terminal
    console.print(page.title, style="bold", markup=False)
    console.print(page.lead, style="bold green" if draw else "", markup=False)
    for section in page.sections:
        console.print()
        console.print(section.heading, style="bold", markup=False)
        for sentence in section.sentences:
            console.print(sentence, markup=False)
        if section.table and draw:
            _draw(section.table, console)
        elif section.table:
            console.print("\n".join(plain_lines(section.table)), markup=False, soft_wrap=True)
    console.print()
    for note in page.footer:
        console.print(note, style="dim" if draw else "", markup=False)


def plain_lines(table: Table) -> list[str]:
    """Return a table as lines of aligned columns, without ruling."""
    shown = [table.headings, *table.rows]
    widths = [max(len(row[column]) for row in shown) for column in range(len(table.headings))]
    return [
        "  " + "  ".join(
            cell.rjust(width) if column in table.figures else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in shown
    ]  # fmt: skip


def _draw(table: Table, console: Console) -> None:
    from rich.box import SIMPLE  # noqa: PLC0415 - only where a person looks
    from rich.table import Table as Drawn  # noqa: PLC0415 - likewise
    from rich.text import Text  # noqa: PLC0415 - likewise

    drawn = Drawn(box=SIMPLE, pad_edge=False)
    for column, heading in enumerate(table.headings):
        drawn.add_column(Text(heading), justify="right" if column in table.figures else "left", overflow="fold")
    for row in table.rows:
        drawn.add_row(*(Text(cell) for cell in row))
    console.print(drawn)
