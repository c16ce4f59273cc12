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

from cliffhanger.panel.panel import DAYS_A_MONTH, Panel

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

GROUPS: dict[str, tuple[str, ...]] = {
    "silence": ("premiere", "last_aired"),
    "reception": ("rating", "rating_hindsight"),
    "episodes": ("episodes",),
    "rhythm": ("gap_days", "run_days"),
    "kind": ("kind", "goes_on"),
    "catalogue": ("status",),
    "platform": (
        "network", "platform_class", "network_decided", "network_renewed", "class_decided", "class_renewed",
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
    for name in ("network", "kind", "status", "fate", "fate_value"):
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
    names = list(GROUPS)
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
    return Drivers(float(value[0]), float(value[-1]), _shapley(value, names))


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
