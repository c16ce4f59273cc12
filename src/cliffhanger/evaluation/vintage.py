"""Strict or hindsight: what of a panel was known on the question's day, and what was read from later sources.

A panel says of each feature that it took from a later source that it did, in
a flag called after it (``network_hindsight``). The strict view takes such
features away. What cannot be taken away is the date of the season itself: where
it comes from the clock of IMDb ids, which is set with all dates, later ones
too, the row belongs to the hindsight rows, whatever else it rests on.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.domain.vocabulary import PlatformClass
from cliffhanger.panel.panel import Panel

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FLAG = "_hindsight"
_CLOCK = "id clock"
_OF_PLATFORM = ("network_decided", "network_renewed", "class_decided", "class_renewed")


class Vintage(StrEnum):
    """How a question was put."""

    STRICT = "strict"
    HINDSIGHT = "hindsight"


def strict(panel: Panel) -> Panel:
    """Return the rows without anything that they took from later sources, but for dates by the id clock."""
    columns = dict(panel.columns)
    for flag in [name for name in columns if name.endswith(_FLAG)]:
        name, later = flag.removesuffix(_FLAG), columns[flag]
        if name in columns:
            columns[name] = columns[name].copy()
            columns[name][later] = _nothing(columns[name])
        if name == "network":
            columns["platform_class"] = np.where(later, str(PlatformClass.UNKNOWN), columns["platform_class"])
            columns |= {count: np.where(later, 0.0, columns[count]) for count in _OF_PLATFORM if count in columns}
        columns[flag] = np.zeros(len(later), dtype=bool)
    return Panel(columns)


def dated_as_known(panel: Panel) -> NDArray[np.bool_]:
    """Return which rows have a season date that was known on their day, shape (rows,)."""
    return np.asarray((panel["basis"] != _CLOCK) & (panel["basis"] != "") & ~np.isnat(panel["premiere"]))


def _nothing(values: NDArray[Any]) -> Any:  # noqa: ANN401 - whatever the column holds
    """Return what stands for "not known" in a column, as the panel has it."""
    if values.dtype.kind == "M":
        return np.datetime64("NaT")
    if values.dtype.kind == "b":
        return False
    return np.nan if values.dtype.kind in "iuf" else ""
