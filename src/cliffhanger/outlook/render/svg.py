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
    as_percent,
    cut,
    dot,
    frame,
    named,
    rule,
    scale,
    text,
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
    xs = [point.x for point in plot.points] or [0.0, 1.0]
    low, high, ticks = scale([point.y for point in plot.points])
    first, last = min(xs), max(xs)
    room = WIDTH - LEFT - RIGHT - 24

    def x(value: float) -> float:
        return LEFT + 12 + room * ((value - first) / (last - first) if last > first else 0.5)

    def y(value: float) -> float:
        return LOW_HEIGHT - FOOT - (value - low) / (high - low) * (LOW_HEIGHT - FOOT - TOP)

    out = [frame(plot, LOW_HEIGHT)]
    for tick in ticks:
        out.append(rule("axis" if tick == 0 else "grid", LEFT, y(tick), WIDTH - RIGHT, y(tick)))
        out.append(text(LEFT - 6, y(tick) + 4, as_percent(tick), "end"))
    path = " ".join(f"{x(point.x):.1f},{y(point.y):.1f}" for point in plot.points)
    out.append(f'<polyline class="join" points="{path}"/>')
    out += [dot(x(point.x), y(point.y), LEAST_DOT) for point in plot.points]
    for point in named(plot.points):
        anchor = "start" if point is plot.points[0] else "end" if point is plot.points[-1] else "middle"
        at = x(point.x) + {"start": -8, "end": 8}.get(anchor, 0)
        out.append(text(at, LOW_HEIGHT - FOOT + 15, point.name.split(",")[0].split(" (")[0], anchor))
    return "".join(out), LOW_HEIGHT


def _bars(plot: Plot) -> tuple[str, float]:
    low, high, ticks = scale([0.0, *(point.y for point in plot.points)])
    height = TOP + ROW * len(plot.points) + FOOT
    room = WIDTH - NAMES - RIGHT

    def x(value: float) -> float:
        return NAMES + room * (value - low) / (high - low)

    out = []
    for tick in ticks:
        out.append(rule("axis" if tick == 0 else "grid", x(tick), TOP, x(tick), height - FOOT))
        out.append(text(x(tick), height - FOOT + 15, as_percent(tick), "middle"))
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
