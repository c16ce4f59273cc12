"""The plots of a show's page: odds in time, steps from a total to a total, columns of months, rows of years."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cliffhanger.outlook.render.drawing import (
    FOOT,
    LEAST_DOT,
    LEFT,
    LOW_HEIGHT,
    NAMES,
    RIGHT,
    ROW,
    TOP,
    WIDTH,
    as_percent,
    course,
    cut,
    dot,
    frame,
    levels,
    rule,
    scale,
    text,
    uprights,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cliffhanger.outlook.plots import Plot, Point

_MOST_YEARS = 6
"""Years that are written below an axis of years, at most."""


def odds(plot: Plot) -> tuple[str, float]:
    """Draw probabilities in time, between 0 and 100 %, with the range of those that have one."""
    return course(plot, 0.0, 1.0, (0.0, 0.25, 0.5, 0.75, 1.0), ranges=True), LOW_HEIGHT


def waterfall(plot: Plot) -> tuple[str, float]:
    """Draw a first total, the steps away from it, and the last total, a row each; a step down is hollow."""
    reached = [end for point in plot.points for end in (point.low or 0.0, point.high or 0.0)]
    low, high, ticks = scale(reached)
    height = TOP + ROW * len(plot.points) + FOOT
    room = WIDTH - NAMES - RIGHT - 30

    def x(value: float) -> float:
        return NAMES + room * (value - low) / (high - low)

    out = [uprights(ticks, x, height)]
    for row, point in enumerate(plot.points):
        out.append(_step(point, row, x, total=row in (0, len(plot.points) - 1)))
    out.append(text(NAMES + room / 2, height - 6, plot.up, "middle", "faint"))
    return "".join(out), height


def _step(point: Point, row: int, x: Callable[[float], float], *, total: bool) -> str:
    top = TOP + row * ROW
    start, end = sorted((x(point.low or 0.0), x(point.high or 0.0)))
    kind = "total" if total else "mark" if point.y >= 0 else "below"
    said = as_percent(point.y) if total else f"{100 * point.y:+.1f}"
    return (
        f'<rect class="{kind}" x="{start:.1f}" y="{top + 4:.1f}" width="{max(end - start, 1):.1f}" '
        f'height="{ROW - 8:.1f}"/>'
        f"{text(NAMES - 8, top + ROW / 2 + 4, cut(point.name), 'end')}{text(end + 5, top + ROW / 2 + 4, said, 'start')}"
    )


def columns(plot: Plot) -> tuple[str, float]:
    """Draw one upright bar for each stretch of time, with the places that are marked named beneath."""
    low, high, ticks = scale([point.y for point in plot.points])
    starts = [point.low or point.x for point in plot.points]
    ends = [point.high or point.x for point in plot.points]
    first, last = min(starts, default=0.0), max(ends, default=1.0)

    def x(value: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * ((value - first) / (last - first) if last > first else 0.5)

    def y(value: float) -> float:
        return LOW_HEIGHT - FOOT - (value - low) / (high - low) * (LOW_HEIGHT - FOOT - TOP)

    out = [frame(plot, LOW_HEIGHT), levels(ticks, y)]
    for point, start, end in zip(plot.points, starts, ends, strict=True):
        width = max(x(end) - x(start) - 1, 1)
        out.append(
            f'<rect class="mark" x="{x(start):.1f}" y="{y(point.y):.1f}" width="{width:.1f}" '
            f'height="{max(y(0) - y(point.y), 0):.1f}"/>'
        )
    for place, mark in enumerate(plot.marks):
        at = x(min(max(mark.x, first), last))
        out.append(rule("ideal", at, TOP, at, LOW_HEIGHT - FOOT))
        anchor = "start" if at < LEFT + 30 else "end" if at > WIDTH - RIGHT - 30 else "middle"
        # Neighbours stand above and below in turn, so that they do not run into each other.
        out.append(text(at, LOW_HEIGHT - FOOT + 15 if place % 2 == 0 else TOP - 2, mark.name, anchor))
    return "".join(out), LOW_HEIGHT


def spans(plot: Plot) -> tuple[str, float]:
    """Draw one stretch of years a row, open to the right where it goes on, and lines between rows that belong together.

    A dot ends a stretch that ended in a return (``weight`` 1), a cross one that did not.
    """
    height = TOP + ROW * len(plot.points) + FOOT
    starts = [point.low or point.x for point in plot.points]
    first = math.floor(min(starts, default=0.0))
    last = math.ceil(max((point.high or point.x for point in plot.points), default=1.0) + 0.01)

    def x(value: float) -> float:
        return NAMES + (WIDTH - NAMES - RIGHT) * (value - first) / max(last - first, 1)

    out = []
    step = max(1, math.ceil((last - first) / _MOST_YEARS))
    for year in range(first, last + 1, step):
        out.append(rule("grid", x(year), TOP, x(year), height - FOOT))
        out.append(text(x(year), height - FOOT + 15, str(year), "middle"))
    for below, above in plot.joins:
        at, (upper, lower) = x(starts[below]), sorted((above, below))
        out.append(rule("join", at, TOP + upper * ROW + ROW / 2, at, TOP + lower * ROW + ROW / 2))
    for row, point in enumerate(plot.points):
        out.append(_stretch(point, TOP + row * ROW + ROW / 2, x, starts[row]))
    out.append(text(NAMES + (WIDTH - NAMES - RIGHT) / 2, height - 6, plot.across, "middle", "faint"))
    return "".join(out), height


def _stretch(point: Point, middle: float, x: Callable[[float], float], start: float) -> str:
    name = text(NAMES - 8, middle + 4, cut(point.name), "end")
    if point.high is None:
        end = WIDTH - RIGHT
        head = f'<path class="range" fill="none" d="M{end - 5:.1f} {middle - 4:.1f}l5 4l-5 4"/>'
        return f"{name}{rule('range', x(start), middle, end, middle)}{head}"
    end = x(point.high)
    if point.weight:
        tail = dot(end, middle, LEAST_DOT + 1)
    else:
        tail = f'<path class="range" fill="none" d="M{end - 3:.1f} {middle - 3:.1f}l6 6m0 -6l-6 6"/>'
    return f"{name}{rule('range', x(start), middle, end, middle)}{tail}"
