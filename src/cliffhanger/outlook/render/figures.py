"""A page of figures as one HTML file that needs nothing else: no script, no font, no address.

Each plot stands beside the table of its numbers. Colour only underlines:
what is above or below zero is said by side and sign, an interval by its bar.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from cliffhanger.outlook.render.html import table
from cliffhanger.outlook.render.svg import svg

if TYPE_CHECKING:
    from cliffhanger.outlook.plots import Figures, Part, Plot

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1c1e; --paper: #fff; --faint: #6b6b70; --line: #d5d5da; --mark: #0b5fa5; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #ececf0; --paper: #17171a; --faint: #a0a0a8; --line: #3a3a40; --mark: #7db8f0; }
}
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); max-width: 70rem;
  margin: 0 auto; padding: 1.5rem 1rem 3rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.2; } h2 { font-size: 1.3rem; margin: 2.5rem 0 .5rem; padding-top: 1rem;
  border-top: 1px solid var(--line); } h3 { font-size: 1.05rem; margin: 1.6rem 0 .3rem; }
p { max-width: 46rem; margin: .5rem 0; } .lead { font-size: 1.15rem; font-weight: 600; }
nav ul { columns: 16rem; padding-left: 1.2rem; } a { color: var(--mark); }
.plot { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem 2rem; margin: .5rem 0 1.5rem; }
@media (min-width: 60rem) { .plot { grid-template-columns: minmax(0, 26rem) minmax(0, 1fr); align-items: start; } }
.plot figcaption, caption { font-weight: 600; text-align: left; padding-bottom: .3rem; }
.plot .says { color: var(--faint); font-size: .9rem; margin: .2rem 0 0; }
figure { margin: 0; max-width: 30rem; } svg { width: 100%; height: auto; display: block; }
svg text { font: 11px system-ui, sans-serif; fill: var(--ink); } svg .faint { fill: var(--faint); }
svg .axis { stroke: var(--faint); } svg .grid { stroke: var(--line); } svg .ideal { stroke: var(--faint);
  stroke-dasharray: 4 3; } svg .mark { fill: var(--mark); stroke: none; } svg .join { fill: none; stroke: var(--mark);
  stroke-width: 1.5; } svg .range { stroke: var(--mark); stroke-width: 1.5; }
svg .below { fill: var(--paper); stroke: var(--mark); stroke-width: 1.5; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .2rem .9rem .2rem 0; border-bottom: 1px solid var(--line); }
th { color: var(--faint); font-weight: 600; vertical-align: bottom; }
td:first-child { min-width: 6.5rem; } td.figure:first-child { min-width: 0; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td.day { white-space: nowrap; }
th.figure { white-space: normal; }
footer { font-size: .85rem; color: var(--faint); margin-top: 2rem; border-top: 1px solid var(--line); }
"""


def html(page: Figures) -> str:
    """Return a page of figures as a whole HTML document."""
    lead = "".join(f'<p class="lead">{escape(sentence)}</p>' for sentence in page.lead)
    names = "".join(
        f'<li><a href="#p{number}">{escape(part.heading)}</a></li>'
        for number, part in enumerate(page.parts)
        if part.level == 2  # noqa: PLR2004 - the parts themselves
    )
    body = "".join(_part(number, part) for number, part in enumerate(page.parts))
    notes = "".join(f"<p>{escape(note)}</p>" for note in page.footer)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(page.title)}</title><style>{_STYLE}</style></head>\n"
        f"<body><main><h1>{escape(page.title)}</h1>{lead}\n"
        f'<nav aria-label="Parts of this page"><ul>{names}</ul></nav>\n{body}</main>'
        f"<footer>{notes}</footer></body></html>\n"
    )


def _part(number: int, part: Part) -> str:
    head = f'<h{part.level} id="p{number}">{escape(part.heading)}</h{part.level}>'
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in part.sentences)
    plots = "".join(_plot(f"p{number}-{place}", plot, part.heading) for place, plot in enumerate(part.plots))
    tables = "".join(table(some, caption) for caption, some in part.tables)
    return f"<section>{head}{said}{plots}{tables}</section>\n"


def _plot(name: str, plot: Plot, under: str) -> str:
    caption = f"<figcaption>{escape(plot.title)}</figcaption>" if plot.title != under else ""
    says = f'<p class="says">{escape(plot.says)}</p>' if plot.says else ""
    return f'<div class="plot"><figure>{caption}{svg(plot, name)}{says}</figure>{table(plot.table)}</div>'
