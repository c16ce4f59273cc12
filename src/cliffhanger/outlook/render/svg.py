"""Plots as inline SVG, drawn with the page's own colours; 360 units wide, so that a phone shows letters full size."""

from __future__ import annotations

import math
from html import escape
from typing import TYPE_CHECKING

from cliffhanger.outlook.plots import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.outlook.plots import Plot, Point

_WIDTH = 360.0
_LEFT, _RIGHT, _TOP, _FOOT = 48.0, 20.0, 12.0, 40.0
_HEIGHT = 300.0
_LOW_HEIGHT = 220.0
_ROW = 24.0
_NAMES = 158.0
_LEAST_DOT, _MOST_DOT = 3.0, 8.0
_LONGEST_NAME = 27
_WORDS = 4
"""Names that are written below a line; more of them stand in the table only."""


def svg(plot: Plot, name: str) -> str:
    """Return a plot as an SVG element.

    Args:
        plot: the plot.
        name: an id that no other plot of the page has.
    """
    body, height = {Shape.DIAGONAL: _diagonal, Shape.LINE: _line, Shape.BARS: _bars}[plot.shape](plot)
    told = f"{plot.title}: {plot.up} by {plot.across}. The table beside it has the numbers."
    return (
        f'<svg viewBox="0 0 {_WIDTH:g} {height:g}" role="img" aria-labelledby="{name}">'
        f'<title id="{name}">{escape(told)}</title>{body}</svg>'
    )


def _diagonal(plot: Plot) -> tuple[str, float]:
    size = _WIDTH - _LEFT - _RIGHT
    height = _HEIGHT + _FOOT / 2

    def x(value: float) -> float:
        return _LEFT + value * size

    def y(value: float) -> float:
        return height - _FOOT - value * (height - _FOOT - _TOP)

    out = [_frame(plot, height)]
    for tick in (0.0, 0.25, 0.5, 0.75, 1.0):
        out.append(_rule("grid", x(0), y(tick), x(1), y(tick)))
        out.append(_text(_LEFT - 6, y(tick) + 4, f"{100 * tick:.0f} %", "end"))
        out.append(_text(x(tick), height - _FOOT + 15, f"{100 * tick:.0f} %", "middle"))
    out.append(_rule("ideal", x(0), y(0), x(1), y(1)))
    most = max((point.weight for point in plot.points), default=0)
    for point in plot.points:
        if point.low is not None and point.high is not None:
            out.append(_rule("range", x(point.x), y(point.low), x(point.x), y(point.high)))
        share = math.sqrt(point.weight / most) if most else 0.4
        out.append(_dot(x(point.x), y(point.y), _LEAST_DOT + share * (_MOST_DOT - _LEAST_DOT)))
    return "".join(out), height


def _line(plot: Plot) -> tuple[str, float]:
    xs = [point.x for point in plot.points] or [0.0, 1.0]
    low, high, ticks = _scale([point.y for point in plot.points])
    first, last = min(xs), max(xs)
    room = _WIDTH - _LEFT - _RIGHT - 24

    def x(value: float) -> float:
        return _LEFT + 12 + room * ((value - first) / (last - first) if last > first else 0.5)

    def y(value: float) -> float:
        return _LOW_HEIGHT - _FOOT - (value - low) / (high - low) * (_LOW_HEIGHT - _FOOT - _TOP)

    out = [_frame(plot, _LOW_HEIGHT)]
    for tick in ticks:
        out.append(_rule("axis" if tick == 0 else "grid", _LEFT, y(tick), _WIDTH - _RIGHT, y(tick)))
        out.append(_text(_LEFT - 6, y(tick) + 4, _tick(tick), "end"))
    path = " ".join(f"{x(point.x):.1f},{y(point.y):.1f}" for point in plot.points)
    out.append(f'<polyline class="join" points="{path}"/>')
    out += [_dot(x(point.x), y(point.y), _LEAST_DOT) for point in plot.points]
    for point in _named(plot.points):
        anchor = "start" if point is plot.points[0] else "end" if point is plot.points[-1] else "middle"
        at = x(point.x) + {"start": -8, "end": 8}.get(anchor, 0)
        out.append(_text(at, _LOW_HEIGHT - _FOOT + 15, point.name.split(",")[0].split(" (")[0], anchor))
    return "".join(out), _LOW_HEIGHT


def _bars(plot: Plot) -> tuple[str, float]:
    low, high, ticks = _scale([0.0, *(point.y for point in plot.points)])
    height = _TOP + _ROW * len(plot.points) + _FOOT
    room = _WIDTH - _NAMES - _RIGHT

    def x(value: float) -> float:
        return _NAMES + room * (value - low) / (high - low)

    out = []
    for tick in ticks:
        out.append(_rule("axis" if tick == 0 else "grid", x(tick), _TOP, x(tick), height - _FOOT))
        out.append(_text(x(tick), height - _FOOT + 15, _tick(tick), "middle"))
    for row, point in enumerate(plot.points):
        top = _TOP + row * _ROW
        start, width = min(x(0), x(point.y)), abs(x(point.y) - x(0))
        # A bar below zero is hollow, so that its side is not all that tells.
        kind = "mark" if point.y >= 0 else "below"
        out.append(
            f'<rect class="{kind}" x="{start:.1f}" y="{top + 4:.1f}" width="{width:.1f}" height="{_ROW - 8:.1f}"/>'
        )
        out.append(_text(_NAMES - 8, top + _ROW / 2 + 4, _cut(point.name), "end"))
    out.append(_text(_NAMES + room / 2, height - 6, plot.up, "middle", "faint"))
    return "".join(out), height


def _frame(plot: Plot, height: float) -> str:
    across = _text((_LEFT + _WIDTH - _RIGHT) / 2, height - 6, plot.across, "middle", "faint")
    middle = (height - _FOOT + _TOP) / 2
    turned = f'<text class="faint" transform="translate(8 {middle:.0f}) rotate(-90)" text-anchor="middle">'
    return f"{across}{turned}{escape(plot.up)}</text>"


def _scale(values: Sequence[float]) -> tuple[float, float, list[float]]:
    """Return the ends of an axis around some values and zero, and its ticks, at 1, 2 or 5 times a power of ten."""
    low, high = min([0.0, *values]), max([0.0, *values])
    if high - low <= 0:
        high = low + 1.0
    rough = (high - low) / 4
    power = 10.0 ** math.floor(math.log10(rough))
    step = next(power * times for times in (1, 2, 5, 10) if power * times >= rough)
    first, last = math.floor(low / step), math.ceil(high / step)
    return first * step, last * step, [number * step for number in range(first, last + 1)]


def _tick(value: float) -> str:
    return f"{100 * value:.3g} %"


def _named(points: Sequence[Point]) -> list[Point]:
    """Return the points whose names are written: the first, the last, and some between."""
    if len(points) <= _WORDS:
        return list(points)
    step = (len(points) - 1) / (_WORDS - 1)
    return [points[round(place * step)] for place in range(_WORDS)]


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"


def _text(x: float, y: float, text: str, anchor: str, kind: str = "") -> str:
    of = f' class="{kind}"' if kind else ""
    return f'<text{of} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _rule(kind: str, x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def _dot(x: float, y: float, radius: float) -> str:
    return f'<circle class="mark" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
