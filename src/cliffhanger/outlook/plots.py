"""Plots as data, each with the table of its numbers: what a page of figures is laid out from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cliffhanger.outlook.page import Table


class Shape(StrEnum):
    """How a plot is drawn."""

    DIAGONAL = "diagonal"  # points against the line on which forecast and outcome agree
    BARS = "bars"  # one bar a row, to either side of zero
    LINE = "line"  # points joined in their order
    ODDS = "odds"  # the same, between never and certain
    WATERFALL = "waterfall"  # from a first total, by steps, to a last one; a row each
    COLUMNS = "columns"  # one upright bar a stretch of time
    SPANS = "spans"  # one stretch of years a row


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is drawn.

    Attributes:
        name: what it is called.
        x: where it stands across, for bars unused.
        y: its value.
        low: lower end of its interval, or None; of a step or a stretch, where it starts.
        high: upper end, or None; of a step or a stretch, where it ends; None for one that goes on.
        weight: how many questions stand behind it.
    """

    name: str
    x: float
    y: float
    low: float | None = None
    high: float | None = None
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Plot:
    """A plot.

    Attributes:
        shape: how it is drawn.
        title: what it shows.
        across: what is measured across.
        up: what is measured upwards, or by the bars.
        points: what is drawn.
        table: its numbers.
        says: how to read it, in a sentence.
        marks: places across that are named beneath columns.
        joins: pairs of rows between which a line is drawn, each the row that came of the other and that other.
    """

    shape: Shape
    title: str
    across: str
    up: str
    points: tuple[Point, ...]
    table: Table
    says: str = ""
    marks: tuple[Point, ...] = ()
    joins: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a page.

    Attributes:
        heading: its heading.
        sentences: what is said first.
        tables: tables without a plot, each with a caption.
        plots: its plots.
        level: 2 for a part, 3 for a part of a part.
    """

    heading: str
    sentences: tuple[str, ...] = ()
    tables: tuple[tuple[str, Table], ...] = ()
    plots: tuple[Plot, ...] = ()
    level: int = 2


@dataclass(frozen=True, slots=True)
class Figures:
    """A page of figures.

    Attributes:
        title: its title.
        lead: the answer, in a sentence or two.
        parts: its parts.
        footer: small print.
    """

    title: str
    lead: tuple[str, ...]
    parts: tuple[Part, ...]
    footer: tuple[str, ...]
