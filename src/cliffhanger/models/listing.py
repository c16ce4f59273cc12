"""What a listed, not yet aired next season says: an update of the odds by Bayes' rule.

IMDb lists a season before it airs: half of the followed seasons by about a
year, and listings are known only since January 2026. So how likely a listing
is before a premiere k months away is taken as ``share * exp(-decay * k)``,
from the lead times of followed premieres; how likely it is where nothing
comes is read off the shows of that month, by silence. The ratio of the two
is tempered, for a single month of listings is thin evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.models.hazard import HORIZON

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from cliffhanger.models.hazard import Curve
    from cliffhanger.panel.panel import Panel

SILENCE_EDGES = (6, 12, 24, 60, 120)
_DECAY = 0.055
_SHARE = (0.75, 0.93)
"""Share of premieres that were listed just before: of other series, of followed ones."""
_TEMPER = 0.9
_NEAR = 7
_STALE = 60.0
"""Months of silence beyond which a listed season is mostly an old one that is being filled in."""

_ALLOWED = (0.3, 0.9)


@dataclass(frozen=True, slots=True)
class Listing:
    """How often a next season is listed where none comes.

    Attributes:
        never: share, shape (silence, followed).
    """

    never: NDArray[np.float64]

    def update(self, curve: Curve, panel: Panel) -> Curve:
        """Return the curve after the listing, or its absence, was seen.

        Rows of before listings began stay as they are; so do series that a
        catalogue calls over, or that have long been silent: of those, old
        seasons are filled in.
        """
        never = np.clip(self.never[_cells(panel)], 0.001, 0.95)
        listed = panel["next_listed"] > 0
        near = np.maximum(_likelihood(panel), never[:, None])
        ratio = np.where(listed[:, None], near / never[:, None], (1 - near) / (1 - never)[:, None])
        over = np.isin(panel["status"].astype(str), ("ended", "cancelled"))
        fresh = panel.months("last_aired") <= _STALE
        ratio = np.where((panel["listings_known"] & ~over & fresh)[:, None], ratio**_TEMPER, 1.0)
        return curve.reweighted(ratio, np.ones(len(panel)))

    @classmethod
    def fit(cls, curve: Curve, panel: Panel) -> Listing:
        """Read off how often a season is listed where none comes soon.

        Args:
            curve: the odds before listings are looked at.
            panel: rows of one day on which listings are known.
        """
        shape = (len(SILENCE_EDGES) + 1, 2)
        soon = curve.by[:, _NEAR]
        mass = np.diff(curve.by[:, : _NEAR + 1], axis=1)
        explained = (mass * _likelihood(panel)[:, :_NEAR]).sum(axis=1)
        total, listed, expected, waiting = (np.zeros(shape) for _ in range(4))
        cells = _cells(panel)
        np.add.at(total, cells, 1.0)
        np.add.at(listed, cells, (panel["next_listed"] > 0).astype(np.float64))
        np.add.at(expected, cells, explained)
        np.add.at(waiting, cells, 1 - soon)
        share = listed / np.maximum(total, 1.0)
        never = (listed - expected) / np.maximum(waiting, 1.0)
        return cls(np.clip(never, _ALLOWED[0] * share, _ALLOWED[1] * share))

    def as_json(self) -> dict[str, Any]:
        """Return the shares as nested lists."""
        return {"never": np.vectorize(lambda x: float(f"{x:.6g}"))(self.never).tolist()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Listing:
        """Read what :meth:`as_json` gave."""
        return cls(np.asarray(data["never"], dtype=np.float64))


def _likelihood(panel: Panel) -> NDArray[np.float64]:
    """Return the chance of being listed, given a premiere in each month ahead; shape (rows, HORIZON)."""
    share = np.where(panel["tracked"], _SHARE[1], _SHARE[0])
    return np.asarray(share[:, None] * np.exp(-_DECAY * np.arange(HORIZON))[None, :])


def _cells(panel: Panel) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    silence = np.maximum(np.nan_to_num(panel.months("last_aired"), nan=120.0), 0.0)
    return np.digitize(silence, SILENCE_EDGES), panel["tracked"].astype(np.int64)
