"""Plots as inline SVG, drawn with the page's own colours."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

from cliffhanger.outlook.plots import Shape
from cliffhanger.outlook.render.drawing import (
    FOOT,
    HEIGHT,
    LEAST_DOT,
    LEFT,
    LOW_HEIGHT,
    MOST_DOT,
    NAMES,
    RIGHT,
    ROW,
    TOP,
    WIDTH,
    course,
    cut,
    dot,
    frame,
    rule,
    scale,
    text,
    uprights,
)
from cliffhanger.outlook.render.svg_show import columns, odds, spans, waterfall

if TYPE_CHECKING:
    from cliffhanger.outlook.plots import Plot


def svg(plot: Plot, name: str) -> str:
    """Return a plot as an SVG element.

    Args:
        plot: the plot.
        name: an id that no other plot of the page has.
    """
    body, height = _DRAWN[plot.shape](plot)
    told = f"{plot.title}: {plot.up} by {plot.across}. The table beside it has the numbers."
    return (
        f'<svg viewBox="0 0 {WIDTH:g} {height:g}" role="img" aria-labelledby="{name}">'
        f'<title id="{name}">{escape(told)}</title>{body}</svg>'
    )


def _diagonal(plot: Plot) -> tuple[str, float]:
    size = WIDTH - LEFT - RIGHT
    height = HEIGHT + FOOT / 2

    def x(value: float) -> float:
        return LEFT + value * size

    def y(value: float) -> float:
        return height - FOOT - value * (height - FOOT - TOP)

    out = [frame(plot, height)]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        out.append(rule("grid", x(0), y(tick), x(1), y(tick)))
        out.append(text(LEFT - 6, y(tick) + 4, f"{100 * tick:.0f} %", "end"))
        out.append(text(x(tick), height - FOOT + 15, f"{100 * tick:.0f} %", "middle"))
    out.append(rule("ideal", x(0), y(0), x(1), y(1)))
    most = max((point.weight for point in plot.points), default=0)
    for point in plot.points:
        if point.low is not None and point.high is not None:
            out.append(rule("range", x(point.x), y(point.low), x(point.x), y(point.high)))
        share = math.sqrt(point.weight / most) if most else 0.4
        out.append(dot(x(point.x), y(point.y), LEAST_DOT + share * (MOST_DOT - LEAST_DOT)))
    return "".join(out), height


def _line(plot: Plot) -> tuple[str, float]:
    low, high, ticks = scale([point.y for point in plot.points])
    return course(plot, low, high, ticks), LOW_HEIGHT


def _bars(plot: Plot) -> tuple[str, float]:
    low, high, ticks = scale([0.0, *(point.y for point in plot.points)])
    height = TOP + ROW * len(plot.points) + FOOT
    room = WIDTH - NAMES - RIGHT

    def x(value: float) -> float:
        return NAMES + room * (value - low) / (high - low)

    out = [uprights(ticks, x, height)]
    for row, point in enumerate(plot.points):
        top = TOP + row * ROW
        start, width = min(x(0), x(point.y)), abs(x(point.y) - x(0))
        # A bar below zero is hollow, so that its side is not all that tells.
        kind = "mark" if point.y >= 0 else "below"
        out.append(
            f'<rect class="{kind}" x="{start:.1f}" y="{top + 4:.1f}" width="{width:.1f}" height="{ROW - 8:.1f}"/>'
        )
        out.append(text(NAMES - 8, top + ROW / 2 + 4, cut(point.name), "end"))
    out.append(text(NAMES + room / 2, height - 6, plot.up, "middle", "faint"))
    return "".join(out), height


_DRAWN = {
    Shape.DIAGONAL: _diagonal,
    Shape.LINE: _line,
    Shape.BARS: _bars,
    Shape.ODDS: odds,
    Shape.WATERFALL: waterfall,
    Shape.COLUMNS: columns,
    Shape.SPANS: spans,
}
