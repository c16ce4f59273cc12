"""A platform's page: how often its seasons were followed by another, what its bar was, and its slate."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from importlib.resources import files
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from cliffhanger.domain.errors import UnknownTitleError
from cliffhanger.outlook import board
from cliffhanger.outlook.page import Table
from cliffhanger.outlook.plots import Part, Plot, Point, Shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cliffhanger.outlook.board import Row
    from cliffhanger.outlook.desk import Desk

FEWEST = 5
"""Seasons of a year below which its share is luck: the table has it, the plot does not."""


class _Season(NamedTuple):
    year: int
    first: bool
    followed: bool
    settled: bool
    percentile: float | None


@dataclass(frozen=True, slots=True)
class PlatformPage:
    """One platform on one day.

    Attributes:
        name: the platform.
        as_of: the day.
        lead: its record in a sentence.
        parts: renewal rate over time, and the bar.
        slate: its recent series, the most voted first.
    """

    name: str
    as_of: date
    lead: str
    parts: tuple[Part, ...]
    slate: tuple[Row, ...]


def lay_out(desk: Desk, name: str, as_of: date) -> PlatformPage:
    """Return a platform's page.

    Args:
        desk: answers.
        name: the platform, in our spelling.
        as_of: the day.

    Raises:
        UnknownTitleError: where no series of that platform is known.
    """
    query = files(__package__).joinpath("platform.sql").read_text(encoding="utf-8")
    asked = {"platform": name, "as_of": as_of}
    seasons = [_Season(*row) for row in desk.facts.connection.execute(query, asked).fetchall()]
    if not seasons:
        raise UnknownTitleError(query=name, nearest=())
    slate = board.chosen(board.board(desk, as_of, since=as_of - board.RECENT, shows=_shows(desk, name)).rows)
    settled = [season for season in seasons if season.settled]
    parts = [_over_time(settled, as_of), _bar(settled)]
    return PlatformPage(name, as_of, _lead(name, settled), tuple(part for part in parts if part is not None), slate)


def _shows(desk: Desk, name: str) -> list[str]:
    found = desk.facts.connection.execute(
        "SELECT DISTINCT \"show\" FROM claims WHERE predicate = 'network' AND value = $name", {"name": name}
    ).fetchall()
    return [row[0] for row in found]


def _lead(name: str, settled: Sequence[_Season]) -> str:
    if not settled:
        return f"None of the seasons known of {name} is three years old yet."
    followed, firsts = sum(season.followed for season in settled), [s for s in settled if s.first]
    said = f"{followed} of {len(settled)} seasons at {name} were followed by another within three years"
    if not firsts:
        return f"{said}."
    return f"{said}, {sum(season.followed for season in firsts)} of {len(firsts)} first seasons."


def _over_time(settled: Sequence[_Season], as_of: date) -> Part | None:
    years: dict[int, list[_Season]] = defaultdict(list)
    for season in settled:
        years[season.year].append(season)
    if not years:
        return None
    points = tuple(_year(year, years[year]) for year in sorted(years) if len(years[year]) >= FEWEST)
    rows = tuple(_row(str(year), years[year]) for year in sorted(years, reverse=True))
    headings = ("began in", "seasons", "followed by another", "share", "first seasons", "of those followed")
    table = Table(headings, rows, frozenset(range(1, 6)))
    said = (
        f"Seasons that began at least three years before {as_of.isoformat()}, limited series left out.",
        "Sources name a series' platform, some the one that carries it now, so licensed series are among them.",
        "A next season elsewhere counts, too.",
    )
    if len(points) < 2:  # noqa: PLR2004 - one point is no course
        return Part("How often another season followed", said, (("", table),))
    plot = Plot(
        Shape.ODDS, "Followed within three years", "year in which the season began", "share followed", points, table,
        f"Years with fewer than {FEWEST} seasons are in the table alone.",
    )  # fmt: skip
    return Part("How often another season followed", said, plots=(plot,))


def _year(year: int, seasons: Sequence[_Season]) -> Point:
    return Point(str(year), float(year), sum(s.followed for s in seasons) / len(seasons), weight=len(seasons))


def _row(name: str, seasons: Sequence[_Season]) -> tuple[str, ...]:
    followed, firsts = sum(s.followed for s in seasons), [s for s in seasons if s.first]
    return (
        name, str(len(seasons)), str(followed), f"{100 * followed / len(seasons):.0f} %", str(len(firsts)),
        str(sum(s.followed for s in firsts)),
    )  # fmt: skip


def _bar(settled: Sequence[_Season]) -> Part | None:
    rows = tuple(_bar_rows(settled))
    if not rows:
        return None
    headings = ("seasons", "rated", "in the middle", "lower quarter", "upper quarter")
    return Part(
        "Its bar",
        (
            "How viewers rated the seasons that were followed, and those that were not.",
            "A rating is told as the share of followed seasons with a lower mean rating at IMDb.",
            "Where the two lie close together, ratings decide little here.",
        ),
        (("", Table(headings, rows, frozenset({1, 2, 3, 4}))),),
    )


def _bar_rows(settled: Sequence[_Season]) -> Iterator[tuple[str, ...]]:
    for name, followed in (("followed by another", True), ("not followed", False)):
        rated = sorted(s.percentile for s in settled if s.followed is followed and s.percentile is not None)
        if len(rated) >= FEWEST:
            low, high = rated[len(rated) // 4], rated[(3 * len(rated)) // 4]
            yield (name, str(len(rated)), f"{median(rated):.0f} %", f"{low:.0f} %", f"{high:.0f} %")
