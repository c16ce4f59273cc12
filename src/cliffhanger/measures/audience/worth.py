"""What a title is worth beside what it costs: viewing, viewers who watch little else, and what is still to come."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import polars as pl

from cliffhanger.measures.audience.charts import EVERYWHERE
from cliffhanger.measures.audience.counting import MONDAY, WEEK
from cliffhanger.measures.worth.decay import to_come
from cliffhanger.measures.worth.value import HORIZON

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cliffhanger.measures.audience.run import Measures


def worth(measures: Measures, *, horizon: int = HORIZON) -> pl.DataFrame:
    """Return a row for each title with a cost.

    Args:
        measures: of a log.
        horizon: weeks since release over which a title's hours count.

    Returns:
        ``title``, ``name``, ``cost``, ``hours``, ``hours_per_cost``, ``devoted`` (starters for whom it was at least
        half of all their viewing: those who would have little left), ``devoted_share``, ``cost_per_devoted``,
        ``remaining_hours`` (still to come within the horizon, as :func:`cliffhanger.measures.worth.decay.to_come`
        tells them; null where nothing was watched in a whole week), ``remaining_low`` and ``remaining_high`` (80 %),
        and ``remaining_per_cost``.
    """
    priced = measures.titles.filter(pl.col("cost") > 0)
    last_day = measures.last
    rows = []
    for title, released in priced.select("title", "released").iter_rows():
        weeks = _weeks(measures, title, released, last_day)
        ahead = to_come(weeks.tolist(), horizon) if weeks.any() else None
        rows.append((title, *((ahead.mean, ahead.low, ahead.high) if ahead else (None, None, None))))
    remaining = ("remaining_hours", "remaining_low", "remaining_high")
    schema = {"title": pl.String, **dict.fromkeys(remaining, pl.Float64)}
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
            *remaining,
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
