"""A page as one HTML file that needs nothing else: no script, no font, no address."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cliffhanger.outlook.page import Page, Section, Table

_DAY = re.compile(r"\d{4}-\d\d-\d\d|season \d+|series")
"""Short cells that are not broken: a day, and what a fact is about."""

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
.lead { font-size: 1.3rem; font-weight: 600; }
table { border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #8886; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; } td.day { white-space: nowrap; }
.wide { overflow-x: auto; }
footer { font-size: .85rem; margin-top: 2rem; }
"""


def html(page: Page) -> str:
    """Return a page as a whole HTML document."""
    body = "".join(_section(section) for section in page.sections)
    notes = "".join(f"<p>{escape(note)}</p>" for note in page.footer)
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(page.title)}</title><style>{_STYLE}</style></head>\n"
        f'<body><main><h1>{escape(page.title)}</h1><p class="lead">{escape(page.lead)}</p>\n{body}</main>'
        f"<footer>{notes}</footer></body></html>\n"
    )


def _section(section: Section) -> str:
    if section.sentences and section.sentences[0].startswith("- "):
        said = "<ul>" + "".join(f"<li>{escape(s.removeprefix('- '))}</li>" for s in section.sentences) + "</ul>"
    else:
        said = "".join(f"<p>{escape(sentence)}</p>" for sentence in section.sentences)
    drawn = table(section.table) if section.table else ""
    return f"<section><h2>{escape(section.heading)}</h2>{said}{drawn}</section>\n"


def table(table: Table, caption: str = "", where: Callable[[str], str] | None = None) -> str:
    """Return a table as HTML; where it is too wide, it is scrolled, by the keyboard too.

    Args:
        table: the table.
        caption: what it shows, or empty.
        where: gives the address of a show's page by its id; without it, shows are named and not linked.
    """
    kinds = [' class="figure"' if column in table.figures else "" for column in range(len(table.headings))]
    head = "".join(
        f'<th scope="col"{kind}>{escape(cell)}</th>' for kind, cell in zip(kinds, table.headings, strict=True)
    )
    nothing = ("",) * len(table.rows)
    each = zip(table.rows, table.links or nothing, table.names or nothing, strict=True)
    rows = "".join(
        _row(row, kinds, (table.linked, where(link) if where and link else ""), name) for row, link, name in each
    )
    named = f"<caption>{escape(caption)}</caption>" if caption else ""
    label = escape(caption or ", ".join(filter(None, table.headings)))
    body = f"<table>{named}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="wide" role="region" aria-label="Table: {label}" tabindex="0">{body}</div>'


def _row(row: Sequence[str], kinds: Sequence[str], link: tuple[int, str], name: str) -> str:
    cells = [_cell(cell) for cell in row]
    column, where = link
    if where:
        cells[column] = f'<a href="{escape(where)}">{cells[column]}</a>'
    named = f' id="{escape(name)}"' if name else ""
    kinds = [kind or (' class="day"' if _DAY.fullmatch(cell) else "") for kind, cell in zip(kinds, row, strict=True)]
    inside = "".join(f"<td{kind}>{cell}</td>" for kind, cell in zip(kinds, cells, strict=True))
    return f"<tr{named}>{inside}</tr>"


def _cell(text: str) -> str:
    safe = escape(text)
    if not text.startswith(("https://", "http://")):
        return safe
    try:
        host = urlsplit(text).netloc
    except ValueError:
        return safe
    return f'<a href="{safe}" rel="noopener noreferrer">{escape(host or text)}</a>'
