"""A page as one HTML file that needs nothing else: no script, no font, no address."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cliffhanger.outlook.page import Page, Section, Table

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
.lead { font-size: 1.3rem; font-weight: 600; }
table { border-collapse: collapse; margin: .5rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem .8rem .25rem 0; border-bottom: 1px solid #8886; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; }
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


def table(table: Table, caption: str = "") -> str:
    """Return a table as HTML; where it is too wide, it is scrolled, by the keyboard too."""
    kinds = [' class="figure"' if column in table.figures else "" for column in range(len(table.headings))]
    head = "".join(
        f'<th scope="col"{kind}>{escape(cell)}</th>' for kind, cell in zip(kinds, table.headings, strict=True)
    )
    rows = "".join(
        "<tr>" + "".join(f"<td{kind}>{_cell(cell)}</td>" for kind, cell in zip(kinds, row, strict=True)) + "</tr>"
        for row in table.rows
    )
    named = f"<caption>{escape(caption)}</caption>" if caption else ""
    body = f"<table>{named}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="wide" tabindex="0">{body}</div>'


def _cell(text: str) -> str:
    safe = escape(text)
    return f'<a href="{safe}">{safe}</a>' if text.startswith(("https://", "http://")) else safe
