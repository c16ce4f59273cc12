"""What a season's viewing comes to beside its cost, and what the season after it may bring."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.measures.worth import decay
from cliffhanger.measures.worth.decay import Spread

if TYPE_CHECKING:
    from collections.abc import Sequence

HORIZON = 52
"""Weeks after its release over which a season's hours are counted: a year."""

FIRST_KEPT, LATER_KEPT = 0.58, 0.86
"""The median of what a second season keeps of the first's hours, and a later one of those of the one before it.

Measured, with the two figures below, on seasons in Netflix's weekly Top 10 by ``make bench ARGS=worth``: the ways of
successes.
"""

KEPT_SPREAD = 0.46
"""Standard deviation of the logarithm of what a season keeps."""

SHARED_SHOCK = 0.15
"""Of that, what all seasons of a slate share: how far its means by year lie apart."""

_Z90 = 1.2816


@dataclass(frozen=True, slots=True)
class Viewing:
    """What is known of how a season was watched.

    Attributes:
        season: its number.
        hours: hours viewed by week since release, the release's own first.
        unique_viewers: people who have watched any of it, or None.
        devoted_viewers: those of them who watched little else, or None.
    """

    season: int
    hours: tuple[float, ...]
    unique_viewers: float | None = None
    devoted_viewers: float | None = None


@dataclass(frozen=True, slots=True)
class Worth:
    """What a season has brought, and what it and the next may still bring.

    Attributes:
        season: the season that was watched.
        weeks: weeks since its release that are known.
        hours: hours viewed in them.
        to_come: hours from then to ``HORIZON`` weeks after release.
        next_hours: hours of the next season in its first ``HORIZON`` weeks, if it comes.
        next_spread: standard deviation of their logarithm.
        hours_per_cost: hours viewed so far for one unit of the season's own cost, or None.
        viewers_per_cost: unique viewers likewise, or None.
        devoted_per_cost: viewers who watched little else likewise, or None.
        unique_viewers: unique viewers, or None.
        devoted_viewers: viewers who watched little else, or None.
    """

    season: int
    weeks: int
    hours: float
    to_come: Spread
    next_hours: Spread
    next_spread: float
    hours_per_cost: float | None
    viewers_per_cost: float | None
    devoted_per_cost: float | None
    unique_viewers: float | None
    devoted_viewers: float | None


def worth(viewing: Viewing, cost: float | None = None, horizon: int = HORIZON, ahead: int = 1) -> Worth:
    """Return what a season's viewing comes to.

    Args:
        viewing: of the season; its hours not all 0.
        cost: of that same season, above 0, or None where it is not known.
        horizon: weeks after release over which hours are counted.
        ahead: how many seasons after this one the next one is: 1 unless the seasons between were not measured.
    """
    known = viewing.hours[:horizon]
    still = decay.to_come(viewing.hours, horizon)
    year = Spread(*(sum(known) + part for part in (still.mean, still.low, still.high)))
    coming, spread = next_season(year, viewing.season, ahead)
    return Worth(
        season=viewing.season,
        weeks=len(viewing.hours),
        hours=sum(viewing.hours),
        to_come=still,
        next_hours=coming,
        next_spread=spread,
        hours_per_cost=_per(sum(viewing.hours), cost),
        viewers_per_cost=_per(viewing.unique_viewers, cost),
        devoted_per_cost=_per(viewing.devoted_viewers, cost),
        unique_viewers=viewing.unique_viewers,
        devoted_viewers=viewing.devoted_viewers,
    )


def next_season(year: Spread, season: int, ahead: int = 1) -> tuple[Spread, float]:
    """Return the hours of a season still to be made, and the standard deviation of their logarithm.

    Lognormal about what the season before it brings in its first year, times
    what seasons have kept of the one before. Spreads of both are added as
    variances of logarithms.

    Args:
        year: hours of the season before it within the horizon.
        season: that season's number.
        ahead: how many seasons further the one to be made is.
    """
    kept = math.prod(FIRST_KEPT if season + step <= 1 else LATER_KEPT for step in range(ahead))
    of_year = math.log(year.high / year.low) / (2 * _Z90) if year.low > 0 else 0.0
    spread = math.sqrt(of_year**2 + ahead * KEPT_SPREAD**2)
    middle = year.mean * kept
    mean = middle * math.exp(spread**2 / 2)
    return Spread(mean, middle * math.exp(-_Z90 * spread), middle * math.exp(_Z90 * spread)), spread


def own_spread(spread: float) -> float:
    """Return the part of a season's spread that is its own, beside ``SHARED_SHOCK``."""
    return math.sqrt(max(spread**2 - SHARED_SHOCK**2, 0.0))


def weekly(days: Sequence[tuple[int, float]]) -> tuple[float, ...]:
    """Return hours by week from hours by day; a last week of which only a part is known is left out.

    Args:
        days: the days since release, in any order, each with its hours; day 0 is the release's own.
    """
    last = max(day for day, _ in days)
    sums = [0.0] * ((last + 1) // 7)
    for day, hours in days:
        if day // 7 < len(sums):
            sums[day // 7] += hours
    return tuple(sums)


def _per(what: float | None, cost: float | None) -> float | None:
    return None if what is None or cost is None else what / cost
