"""The board: where every series stands on a day, one row each, and the open ones first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import forecasts
from cliffhanger.panel import panel as panels
from cliffhanger.panel.panel import DAYS_A_MONTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from cliffhanger.domain.forecast import Forecast
    from cliffhanger.outlook.desk import Desk
    from cliffhanger.panel.panel import Panel

RECENT = timedelta(days=1100)
"""How long ago the latest season began, at most, of a series that people still ask about: three years."""

NOTABLE = 50.0
"""Percent of followed seasons with fewer votes, at least, of a series that is on the board."""

OPEN = (State.LIMBO, State.IN_PRODUCTION)
"""States in which nothing has been decided."""

_ATTENTION = """
SELECT "show", arg_max(value, (known_on, season)) FROM observations
WHERE metric IN ('votes_percentile', 'season_votes') AND known_on <= $as_of GROUP BY "show"
"""

_LAST = """
SELECT "show" FROM seasons_at($as_of::DATE) WHERE premiere <= $as_of
GROUP BY "show" HAVING max(premiere) > $since
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One series on one day.

    Attributes:
        show: its id.
        title: its title.
        network: its platform, or empty.
        season: the season asked about, the next one.
        state: what is known of it.
        p_renewed: probability that it is ordered.
        p_renewed_range: its likely range (80 %).
        p_return_ever: probability that it premieres within five years.
        premiered: when the latest season began, or None.
        silence: months since its last episode so far, or None.
        window: plausible premiere of the next season, given that there is one (50 % range).
        attention: how much it is voted for, as percent of followed seasons with fewer votes, or None.
        abstain: why the figures should not be relied on, or None.
    """

    show: str
    title: str
    network: str
    season: int
    state: State
    p_renewed: float
    p_renewed_range: tuple[float, float]
    p_return_ever: float
    premiered: date | None
    silence: float | None
    window: tuple[date, date]
    attention: float | None
    abstain: str | None


@dataclass(frozen=True, slots=True)
class Board:
    """Rows with what they rest on.

    Attributes:
        as_of: the day.
        rows: the rows, the most followed first.
    """

    as_of: date
    rows: tuple[Row, ...]

    @property
    def open(self) -> tuple[Row, ...]:
        """The rows of which nothing has been decided."""
        return tuple(row for row in self.rows if row.state in OPEN)


def board(desk: Desk, as_of: date, *, shows: Sequence[str] | None = None, since: date | None = None) -> Board:
    """Return the board of a day.

    Args:
        desk: answers.
        as_of: the day.
        shows: some shows; all of them by default.
        since: only series whose latest season began after this day.
    """
    connection = desk.facts.connection
    wanted = shows
    if since is not None:
        found = connection.execute(_LAST, {"as_of": as_of, "since": since}).fetchall()
        recent = {row[0] for row in found}
        wanted = sorted(recent if shows is None else recent & set(shows))
    panel = panels.latest(desk.facts, as_of, wanted)
    attention = dict(connection.execute(_ATTENTION, {"as_of": as_of}).fetchall())
    answered = forecasts.forecasts(panel, (), desk.context())
    rows = [_row(panel, place, one, attention) for place, one in enumerate(answered)]
    return Board(as_of, tuple(sorted(rows, key=lambda row: (*_followed(row), row.title, row.show))))


def recent(desk: Desk, as_of: date) -> Board:
    """Return the board of the series that people still ask about on a day: recent ones, and voted for by many.

    Where no votes were known on that day, every recent series is on it.
    """
    found = desk.facts.connection.execute(_ATTENTION, {"as_of": as_of}).fetchall()
    notable = [show for show, votes in found if votes >= NOTABLE]
    return board(desk, as_of, shows=notable if found else None, since=as_of - RECENT)


def _row(panel: Panel, place: int, forecast: Forecast, attention: Mapping[str, float]) -> Row:
    premiered, last, as_of = (panel[name].astype(object)[place] for name in ("premiere", "last_aired", "as_of"))
    aired = last or premiered
    quantiles = forecast.premiere_quantiles
    return Row(
        show=forecast.question.show,
        title=forecast.title,
        network=str(panel["network"][place]),
        season=forecast.question.season + 1,
        state=forecast.state,
        p_renewed=forecast.p_renewed,
        p_renewed_range=forecast.p_renewed_range,
        p_return_ever=forecast.p_return_ever,
        premiered=premiered,
        silence=None if aired is None else max((as_of - aired).days, 0) / DAYS_A_MONTH,
        window=(quantiles[0.25], quantiles[0.75]),
        attention=attention.get(forecast.question.show),
        abstain=forecast.abstain,
    )


def _followed(row: Row) -> tuple[float, float]:
    """Return what puts the most voted first, and of equals the one that began last."""
    return (
        -(row.attention if row.attention is not None else -1.0),
        -float(row.premiered.toordinal() if row.premiered else 0),
    )


ORDERS: dict[str, Callable[[Row], tuple[float | str, ...]]] = {
    "followed": lambda row: (*_followed(row), row.title),
    "odds": lambda row: (-row.p_renewed, row.title),
    "doubt": lambda row: (row.p_renewed, row.title),
    "silence": lambda row: (-(row.silence or 0.0), row.title),
    "title": lambda row: (0.0, row.title.casefold()),
}
"""How rows can be put in order."""


def chosen(
    rows: Iterable[Row], *, platform: str = "", states: Sequence[State] = (), order: str = "followed"
) -> tuple[Row, ...]:
    """Return the rows of a platform and of some states, in order.

    Args:
        rows: the rows.
        platform: a platform's name, or empty for all.
        states: states, or none for all.
        order: a key of ``ORDERS``.
    """
    kept = [
        row for row in rows
        if (not platform or row.network.casefold() == platform.casefold()) and (not states or row.state in states)
    ]  # fmt: skip
    return tuple(sorted(kept, key=ORDERS[order]))


def platforms(rows: Iterable[Row]) -> tuple[tuple[str, int], ...]:
    """Return the platforms of some rows with how many rows each has, the largest first."""
    names, counts = np.unique([row.network for row in rows if row.network] or [""], return_counts=True)
    found = [(str(name), int(count)) for name, count in zip(names, counts, strict=True) if name]
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))
