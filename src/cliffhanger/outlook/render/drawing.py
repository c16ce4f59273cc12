"""What every plot is drawn of: texts, lines, dots, axes; 360 units wide, so that a phone shows letters full size."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from cliffhanger.outlook.plots import Plot, Point

WIDTH = 360.0
LEFT, RIGHT, TOP, FOOT = 48.0, 20.0, 12.0, 40.0
HEIGHT = 300.0
LOW_HEIGHT = 220.0
ROW = 24.0
NAMES = 158.0
LEAST_DOT, MOST_DOT = 3.0, 8.0
LONGEST_NAME = 27
WORDS = 4
"""Names that are written below a line; more of them stand in the table only."""


def frame(plot: Plot, height: float) -> str:
    """Return what is measured across and upwards, written at the edges of a plot."""
    across = text((LEFT + WIDTH - RIGHT) / 2, height - 6, plot.across, "middle", "faint")
    middle = (height - FOOT + TOP) / 2
    turned = f'<text class="faint" transform="translate(8 {middle:.0f}) rotate(-90)" text-anchor="middle">'
    return f"{across}{turned}{escape(plot.up)}</text>"


def scale(values: Sequence[float]) -> tuple[float, float, list[float]]:
    """Return the ends of an axis around some values and zero, and its ticks, at 1, 2 or 5 times a power of ten."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if high - low <= 0:
        high = low + 1.0
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    first, last = math.floor(low / step), math.ceil(high / step)
    return first * step, last * step, [number * step for number in range(first, last + 1)]


def as_percent(value: float) -> str:
    """Return a tick as percent."""
    return f"{100 * value:.3g} %"


def named(points: Sequence[Point]) -> list[Point]:
    """Return the points whose names are written: the first, the last, and some between."""
    if len(points) <= WORDS:
        return list(points)
    step = (len(points) - 1) / (WORDS - 1)
    return [points[round(place * step)] for place in range(WORDS)]


def cut(name: str) -> str:
    """Return a name that fits beside a row."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def text(x: float, y: float, words: str, anchor: str, kind: str = "") -> str:
    """Return a text at a place."""
    of = f' class="{kind}"' if kind else ""
    return f'<text{of} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'


def rule(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a line between two places."""
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def dot(x: float, y: float, radius: float) -> str:
    """Return a dot."""
    return f'<circle class="mark" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'


def levels(ticks: Iterable[float], y: Callable[[float], float]) -> str:
    """Return the lines across a plot, each with its percent at the left."""
    return "".join(
        rule("axis" if tick == 0 else "grid", LEFT, y(tick), WIDTH - RIGHT, y(tick))
        + text(LEFT - 6, y(tick) + 4, as_percent(tick), "end")
        for tick in ticks
    )


def uprights(ticks: Iterable[float], x: Callable[[float], float], height: float) -> str:
    """Return the upright lines behind rows, each with its percent beneath."""
    return "".join(
        rule("axis" if tick == 0 else "grid", x(tick), TOP, x(tick), height - FOOT)
        + text(x(tick), height - FOOT + 15, as_percent(tick), "middle")
        for tick in ticks
    )


def course(plot: Plot, low: float, high: float, ticks: Iterable[float], *, ranges: bool = False) -> str:
    """Return points joined in their order between two levels; those that have names get a dot, and some are named.

    Args:
        plot: the plot.
        low: the lowest level.
        high: the highest.
        ticks: levels that are marked.
        ranges: whether intervals are drawn.
    """
    xs = [point.x for point in plot.points] or [0.0]
    first, last = min(xs), max(xs)

    def x(value: float) -> float:
        return LEFT + 12 + (WIDTH - LEFT - RIGHT - 24) * ((value - first) / (last - first) if last > first else 0.5)

    def y(value: float) -> float:
        return LOW_HEIGHT - FOOT - (value - low) / (high - low) * (LOW_HEIGHT - FOOT - TOP)

    path = " ".join(f"{x(point.x):.1f},{y(point.y):.1f}" for point in plot.points)
    out = [frame(plot, LOW_HEIGHT), levels(ticks, y), f'<polyline class="join" points="{path}"/>']
    out += [
        rule("range", x(point.x), y(point.low), x(point.x), y(point.high))
        for point in plot.points
        if ranges and point.low is not None and point.high is not None
    ]
    told = [point for point in plot.points if point.name]
    out += [dot(x(point.x), y(point.y), LEAST_DOT) for point in told]
    for point in named(told):
        anchor = "start" if point.x == first else "end" if point.x == last else "middle"
        at = x(point.x) + {"start": -8, "end": 8}.get(anchor, 0)
        out.append(text(at, LOW_HEIGHT - FOOT + 15, point.name.split(",")[0].split(" (")[0], anchor))
    return "".join(out)
