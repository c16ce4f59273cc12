"""Drivers: by how many probability points each part of what is known moves the odds.

Shapley values (Shapley 1953; Lundberg & Lee 2017) over groups of a row's
columns: the odds are worked out for every mixture of this show's columns with
those of a typical show, and each group's points are its mean effect over all
orders in which the groups can be swapped in. So they add up exactly from the
typical show's odds (the base rate) to this show's.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import factorial
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.panel.panel import COURSE, DAYS_A_MONTH, Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

GROUPS: dict[str, tuple[str, ...]] = {
    "silence": ("premiere", "last_aired"),
    "reception": ("rating", "rating_hindsight", *(name for name in COURSE if name.startswith("season_rating"))),
    "audience": tuple(name for name in COURSE if name.startswith("season_votes")),
    "episodes": ("episodes", "previous_episodes"),
    "rhythm": ("gap_days", "run_days"),
    "kind": ("kind", "goes_on", "genres"),
    "catalogue": ("status",),
    "platform": (
        "network", "platform_class", "network_decided", "network_renewed", "class_decided", "class_renewed",
        "season_platform_returned", "season_class_returned",
    ),
    "listing": ("next_listed", "listings_known", "tracked"),
    "announcement": ("fate", "fate_value", "planned_from", "planned_to", "next_premiere"),
}  # fmt: skip
"""Driver to the columns of the panel that it swaps."""

TYPICAL_RECORD = (0.70, 0.82)
"""Share of first and of later seasons that were renewed rather than cancelled, on the scorecards up to 2017-18."""

_TYPICAL_GAP_MONTHS = 13.0
_TYPICAL_SILENCE_MONTHS = 1.0
_TYPICAL_EPISODES = 10.0
_TYPICAL_RATING = 50.0
_TYPICAL_PLACE = 50.0
_TYPICAL_COURSE = {"season_platform_returned": 60.0, "season_class_returned": 60.0}
"""Percent, among scripted and other seasons alike, 2012 to 2018; everything else is a place, 50 in the middle."""


@dataclass(frozen=True, slots=True)
class Drivers:
    """What moves one row's odds.

    Attributes:
        base: the typical show's odds.
        total: this show's odds.
        points: driver to the change of probability it makes; they sum to ``total - base``.
    """

    base: float
    total: float
    points: dict[str, float]


def typical(panel: Panel) -> Panel:
    """Return, for a one-row panel, the row of a typical show at the same season number.

    It premiered a month before the question, with ten episodes, rated in the middle, at the usual
    distance from the season before, at a platform of the usual record; of its
    kind and its next season nothing is known.
    """
    as_of = panel["as_of"]
    premiere = as_of - _days(_TYPICAL_SILENCE_MONTHS)
    gap = _TYPICAL_GAP_MONTHS * DAYS_A_MONTH
    before = np.maximum(panel["season"] - 1, 0)
    columns = dict(panel.columns) | {
        "premiere": premiere,
        "last_aired": premiere,
        "gap_days": np.where(before > 0, gap, np.nan),
        "run_days": before * gap,
        "rating": np.full(1, _TYPICAL_RATING),
        "rating_hindsight": np.zeros(1, dtype=bool),
        "episodes": np.full(1, _TYPICAL_EPISODES),
        "platform_class": np.array(["cable"], dtype=object),
        "next_premiere": np.full(1, np.datetime64("NaT"), dtype="datetime64[D]"),
        "next_listed": np.zeros(1),
        "listings_known": np.zeros(1, dtype=bool),
        "tracked": np.zeros(1, dtype=bool),
        "goes_on": np.zeros(1, dtype=bool),
        "planned_from": np.full(1, np.datetime64("NaT"), dtype="datetime64[D]"),
        "planned_to": np.full(1, np.datetime64("NaT"), dtype="datetime64[D]"),
    }
    # What is not known of a show is not known of its like either: else not knowing would count as news.
    columns["previous_episodes"] = np.where(np.isnan(panel["previous_episodes"]), np.nan, _TYPICAL_EPISODES)
    for name in COURSE:
        columns[name] = np.where(np.isnan(panel[name]), np.nan, _TYPICAL_COURSE.get(name, _TYPICAL_PLACE))
    for name in ("network", "kind", "status", "fate", "fate_value", "genres"):
        columns[name] = np.array([""], dtype=object)
    rate = np.where(panel["season"] == 1, *TYPICAL_RECORD)
    for name in ("network", "class"):
        columns[f"{name}_decided"] = np.full(1, 1000.0)
        columns[f"{name}_renewed"] = 1000.0 * rate
    return Panel(columns)


def drivers(panel: Panel, odds: Callable[[Panel], NDArray[np.float64]]) -> Drivers:
    """Return what moves one row's odds away from the typical show's.

    Args:
        panel: one row.
        odds: from rows to probabilities.
    """
    reference = typical(panel)
    # A group that is as usual moves nothing, in whatever order it is swapped in.
    names = [name for name in GROUPS if any(_differ(panel[c][0], reference[c][0]) for c in GROUPS[name])]
    masks = np.arange(2 ** len(names))
    swapped = (masks[:, None] >> np.arange(len(names))) & 1 == 1
    columns = {}
    for name in panel.columns:
        group = next((number for number, key in enumerate(names) if name in GROUPS[key]), None)
        own, other = panel[name][0], reference[name][0]
        values = np.empty(len(masks), dtype=panel[name].dtype)
        values[:] = own
        if group is not None:
            values[~swapped[:, group]] = other
        columns[name] = values
    value = odds(Panel(columns))
    points = dict.fromkeys(GROUPS, 0.0) | _shapley(value, names)
    return Drivers(float(value[0]), float(value[-1]), points)


def _differ(own: object, other: object) -> bool:
    """Say whether two values differ; what is not known on either side is the same."""
    return own != other and not (own != own and other != other)  # noqa: PLR0124 - NaN and NaT differ from themselves


def _shapley(value: NDArray[np.float64], names: list[str]) -> dict[str, float]:
    """Return each group's mean marginal effect over all orders; ``value`` is indexed by the bit mask of groups."""
    count = len(names)
    sizes = np.array([mask.bit_count() for mask in range(2**count)])
    weight = np.array([factorial(s) * factorial(count - s - 1) / factorial(count) if s < count else 0.0 for s in sizes])
    points = {}
    for number, name in enumerate(names):
        without = np.flatnonzero((np.arange(2**count) >> number) & 1 == 0)
        points[name] = float((weight[without] * (value[without | (1 << number)] - value[without])).sum())
    return points


def _days(months: float) -> np.timedelta64:
    return np.timedelta64(round(months * DAYS_A_MONTH), "D")
