"""The pages' templates, and what they may call."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from cliffhanger import __version__
from cliffhanger.outlook import words
from cliffhanger.outlook.render.html import table
from cliffhanger.outlook.render.svg import svg
from cliffhanger.reader.explain import shown

if TYPE_CHECKING:
    from datetime import date

    from cliffhanger.outlook.page import Table
    from cliffhanger.outlook.plots import Plot

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def show_path(show: str, as_of: date | None = None) -> str:
    """Return the address of a show's page, by its id, on a day or on the last."""
    return address(f"/show/{quote(show, safe=':')}", as_of=as_of.isoformat() if as_of else "")


def address(path: str, **asked: object) -> str:
    """Return an address with a query, empty values left out."""
    query = urlencode({name: value for name, value in asked.items() if value not in ("", None, False)}, doseq=True)
    return f"{path}?{query}" if query else path


def render(template: str, **values: Any) -> str:  # noqa: ANN401 - what a template is filled with
    """Return a page, without characters that would give orders to what shows it."""
    return shown(_ENVIRONMENT.get_template(template).render(**values).replace("\r\n", "\n"))


def _table(some: Table, caption: str = "", as_of: date | None = None) -> Markup:
    # The table's renderer escapes every cell.
    return Markup(table(some, caption, lambda show: show_path(show, as_of)))  # noqa: S704


def _svg(plot: Plot, name: str) -> Markup:
    # The plot's renderer escapes every text.
    return Markup(svg(plot, name))  # noqa: S704


def _bar(p: float, low: float, high: float) -> Markup:
    """Return odds as a small drawing: the range as a line, the odds as a bar."""
    return Markup(
        '<svg class="bar" viewBox="0 0 100 12" aria-hidden="true" focusable="false" preserveAspectRatio="none">'
        '<rect class="rest" width="100" height="6" y="3"/><rect class="mark" width="{:.1f}" height="6" y="3"/>'
        '<path class="span" d="M{:.1f} 1v10M{:.1f} 1v10"/></svg>'
    ).format(100 * p, 100 * low, 100 * high)


def _anchor(heading: str) -> str:
    """Return a heading as the part of an address that leads to it."""
    return "-".join(_NOT_WORD.sub(" ", heading.lower()).split())


_ENVIRONMENT = Environment(
    loader=PackageLoader("cliffhanger.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_ENVIRONMENT.globals.update(
    table=_table, svg=_svg, bar=_bar, show_path=show_path, address=address, version=__version__, states=words.STATES
)
_ENVIRONMENT.filters.update(
    percent=words.percent,
    month=words.month,
    day=words.day,
    path=quote,
    anchor=_anchor,
)
