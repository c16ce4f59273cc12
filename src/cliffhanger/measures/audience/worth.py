"""What a title is worth beside what it costs: viewing, viewers who watch little else, and what is still to come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from cliffhanger.measures.audience.charts import EVERYWHERE
from cliffhanger.measures.audience.counting import MONDAY, WEEK

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cliffhanger.measures.audience.run import Measures

HORIZON = 52
"""Weeks ahead for which remaining value is summed."""

INTEREST = 0.08
"""A year's rate at which what comes later counts less."""

_LEAST_WEEKS = 3
_WEEKS_A_YEAR = 52.0


@dataclass(frozen=True, slots=True)
class Decay:
    """Weekly viewing that falls off as ``level * exp(-rate * week)``.

    Attributes:
        level: hours in week 0.
        rate: share by which it falls a week, continuously; 0 where it does not fall.
    """

    level: float
    rate: float

    def remaining(self, last: int, horizon: int = HORIZON, interest: float = INTEREST) -> float:
        """Return the hours of the weeks after ``last``, each discounted to that week."""
        ahead = np.arange(1, horizon + 1)
        return float(
            np.sum(self.level * np.exp(-self.rate * (last + ahead)) * (1 + interest) ** (-ahead / _WEEKS_A_YEAR))
        )


def decay(hours: NDArray[np.float64]) -> Decay | None:
    """Fit the decay of weekly hours from their peak on, or return None where there are fewer than three such weeks.

    Least squares on logarithms, each week with its hours as weight: chance moves the logarithm of a count of n by
    about 1 / sqrt(n).
    """
    peak = int(np.argmax(hours))
    week = np.arange(len(hours))[peak:]
    tail = hours[peak:]
    week, tail = week[tail > 0], tail[tail > 0]
    if len(week) < _LEAST_WEEKS:
        return None
    y = np.log(tail)
    middle, mean = np.average(week, weights=tail), np.average(y, weights=tail)
    slope = np.sum(tail * (week - middle) * (y - mean)) / np.sum(tail * (week - middle) ** 2)
    rate = max(0.0, -float(slope))
    return Decay(float(np.exp(mean + rate * middle)), rate)


def worth(measures: Measures, *, horizon: int = HORIZON, interest: float = INTEREST) -> pl.DataFrame:
    """Return a row for each title with a cost.

    Returns:
        ``title``, ``name``, ``cost``, ``hours``, ``hours_per_cost``, ``devoted`` (starters for whom it was at least
        half of all their viewing: those who would have little left), ``devoted_share``, ``cost_per_devoted``,
        ``half_life`` (weeks in which its viewing halves, or null), ``remaining_hours`` (discounted, or null) and
        ``remaining_per_cost``.
    """
    priced = measures.titles.filter(pl.col("cost") > 0)
    last_day = measures.last
    rows = []
    for title, released in priced.select("title", "released").iter_rows():
        weeks = _weeks(measures, title, released, last_day)
        fitted = decay(weeks) if len(weeks) else None
        half = float(np.log(2) / fitted.rate) if fitted and fitted.rate > 0 else None
        ahead = fitted.remaining(len(weeks) - 1, horizon, interest) if fitted else None
        rows.append((title, half, ahead))
    schema = {"title": pl.String, "half_life": pl.Float64, "remaining_hours": pl.Float64}
    fits = pl.DataFrame(rows, schema=schema, orient="row")
    cost, devoted, starters = pl.col("cost"), pl.col("devoted"), pl.col("starters")
    return (
        priced.join(fits, on="title")
        .select(
            "title",
            "name",
            "cost",
            "hours",
            (pl.col("hours") / cost).alias("hours_per_cost"),
            "devoted",
            pl.when(starters > 0).then(devoted / starters).alias("devoted_share"),
            pl.when(devoted > 0).then(cost / devoted).alias("cost_per_devoted"),
            "half_life",
            "remaining_hours",
            (pl.col("remaining_hours") / cost).alias("remaining_per_cost"),
        )
        .sort("hours_per_cost", descending=True)
    )


def _weeks(measures: Measures, title: str, released: date, last: int) -> NDArray[np.float64]:
    """Return the hours of a title's whole weeks, counted in sevens of days from Monday, from its first on."""
    first = ((released - date(1970, 1, 1)).days + MONDAY) // WEEK
    end = (last + 1 + MONDAY) // WEEK
    own = measures.weekly.filter((pl.col("territory") == EVERYWHERE) & (pl.col("title") == title))
    hours = np.zeros(max(0, end - first))
    for week, seconds in own.select("week", "seconds").iter_rows():
        if first <= week < end:
            hours[week - first] = seconds / 3600
    return hours
