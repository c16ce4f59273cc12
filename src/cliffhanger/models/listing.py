"""What a listed, not yet aired next season says, and how often series return that nobody follows day by day.

IMDb lists a season before it airs, and listings are known only since January
2026. So all is read off that one month, and carried forward with care:

* ``level``: returns of the month over those that the hazard expected, by
  silence, for followed and for other series, what listings say counted in; the
  hazard is fitted on followed ones alone. Each cell is shrunk towards 1, and a
  month ahead has the level of the silence that will have been reached by then.
  January is no special month: of the premieres of followed series in 2022 to
  2025 it has 0.99 of a mean month's.
* ``share``: how many of the month's returns had been listed at its start. How
  likely a listing is before a premiere k months away is then taken as
  ``share * exp(-decay * k)``.
* ``never``: how many series are listed of which nothing comes, by silence.

The ratio of the last two updates the odds by Bayes' rule, tempered, for a
single month of listings is thin evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.models.hazard import HORIZON, Curve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from cliffhanger.panel.panel import Panel

_BEGAN = np.datetime64("2026-01-01")
"""The day from which listings are known."""

SILENCE_EDGES = (6, 12, 24, 60, 120)
_DECAY = 0.055
"""By it half of the premieres a year ahead are listed: as of the followed series whose listing was seen to begin."""

_USUAL_SHARE = (0.80, 0.93)
_SHARE_WEIGHT = 20.0
_TEMPER = 0.9
_NEAR = 7
_LEVEL_WEIGHT = 10.0
"""Expected returns with whose weight a cell's level is held at 1."""

_LEVELS = (0.4, 2.5)
"""Bounds of a level: one month says no more."""

_ALLOWED = (0.3, 0.9)


@dataclass(frozen=True, slots=True)
class Listing:
    """What one month of listings told.

    Attributes:
        never: share of series listed where none comes, shape (silence, followed).
        share: share of returns that were listed at the start of their month, of other and of followed series.
        level: factor of the monthly hazard, shape (silence, followed).
    """

    never: NDArray[np.float64]
    share: NDArray[np.float64]
    level: NDArray[np.float64]

    def update(self, curve: Curve, panel: Panel) -> Curve:
        """Return the curve after the listing, or its absence, was seen.

        Rows of before listings began have the hazard's own level.
        """
        known, later = panel["listings_known"].astype(bool), panel["as_of"] >= _BEGAN
        if not (known | later).any():
            return curve
        levelled = _levelled(curve, np.where(later[:, None], _ahead(self.level, panel), 1.0))
        never = np.clip(self.never[_cells(panel)], 0.001, 0.95)
        listed = panel["next_listed"] > 0
        near = np.maximum(self._likelihood(panel), never[:, None])
        ratio = np.where(listed[:, None], near / never[:, None], (1 - near) / (1 - never)[:, None])
        ratio = np.where(known[:, None], ratio**_TEMPER, 1.0)
        return levelled.reweighted(ratio, np.ones(len(panel)))

    @classmethod
    def fit(cls, curve: Curve, panel: Panel, came: NDArray[np.float64]) -> Listing:
        """Read the month.

        Args:
            curve: the odds before listings are looked at.
            panel: rows of the month's first days.
            came: 1 where the next season's first rated episode was seen within the month, shape (rows,); all 0, on
                rows without listings, where no month is known yet.
        """
        shape = (len(SILENCE_EDGES) + 1, 2)
        cells, listed = _cells(panel), panel["next_listed"] > 0
        total, expected, returned, seen, explained, waiting = (np.zeros(shape) for _ in range(6))
        if panel["listings_known"].any():
            np.add.at(expected, cells, curve.by[:, 1])
            np.add.at(returned, cells, came)
        level = np.clip((returned + _LEVEL_WEIGHT) / (expected + _LEVEL_WEIGHT), *_LEVELS)
        followed = panel["tracked"].astype(np.int64)
        both, ahead_of = np.zeros(2), np.zeros(2)
        np.add.at(both, followed, came)
        np.add.at(ahead_of, followed, came * listed)
        share = (ahead_of + _SHARE_WEIGHT * np.asarray(_USUAL_SHARE)) / (both + _SHARE_WEIGHT)
        fitted = cls(np.full(shape, 0.1), share, level)
        later = _levelled(curve, _ahead(level, panel))
        mass = np.diff(later.by[:, : _NEAR + 1], axis=1)
        np.add.at(total, cells, 1.0)
        np.add.at(seen, cells, listed.astype(np.float64))
        np.add.at(explained, cells, (mass * fitted._likelihood(panel)[:, :_NEAR]).sum(axis=1))
        np.add.at(waiting, cells, 1 - later.by[:, _NEAR])
        part = seen / np.maximum(total, 1.0)
        never = (seen - explained) / np.maximum(waiting, 1.0)
        found = cls(np.clip(never, _ALLOWED[0] * part, _ALLOWED[1] * part), share, level)
        # A tempered update does not keep the sum of the odds: the level is set to what came with listings counted in.
        after = np.zeros(shape)
        np.add.at(after, cells, found.update(curve, panel).by[:, 1])
        again = np.where(expected > 0, (returned + _LEVEL_WEIGHT) / (after + _LEVEL_WEIGHT), 1.0)
        return cls(found.never, share, np.clip(level * again, *_LEVELS))

    def _likelihood(self, panel: Panel) -> NDArray[np.float64]:
        """Return the chance of being listed, given a premiere in each month ahead; shape (rows, HORIZON)."""
        share = self.share[panel["tracked"].astype(np.int64)]
        return np.asarray(share[:, None] * np.exp(-_DECAY * np.arange(HORIZON))[None, :])

    def as_json(self) -> dict[str, Any]:
        """Return the shares and levels as nested lists."""
        return {name: _rounded(getattr(self, name)) for name in ("never", "share", "level")}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Listing:
        """Read what :meth:`as_json` gave."""
        return cls(*(np.asarray(data[name], dtype=np.float64) for name in ("never", "share", "level")))


def _levelled(curve: Curve, level: NDArray[np.float64]) -> Curve:
    """Return the curve with each month's chance multiplied, shape of ``level`` (rows, HORIZON)."""
    chance = np.diff(curve.by, axis=1) / np.maximum(1 - curve.by[:, :-1], 1e-12)
    still_out = np.cumprod(1 - np.minimum(chance * level, 0.999), axis=1)
    return Curve(np.concatenate([np.zeros((len(level), 1)), 1 - still_out], axis=1))


def _rounded(values: NDArray[np.float64]) -> Any:  # noqa: ANN401 - lists in lists
    return np.vectorize(lambda x: float(f"{x:.6g}"))(values).tolist()


def _cells(panel: Panel) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    return np.digitize(_silence(panel), SILENCE_EDGES), panel["tracked"].astype(np.int64)


def _ahead(level: NDArray[np.float64], panel: Panel) -> NDArray[np.float64]:
    """Return the level of each month ahead, by the silence reached then; shape (rows, HORIZON)."""
    reached = np.digitize(_silence(panel)[:, None] + np.arange(HORIZON), SILENCE_EDGES)
    return np.asarray(level[reached, panel["tracked"].astype(np.int64)[:, None]])


def _silence(panel: Panel) -> NDArray[np.float64]:
    """Return months since the last episode, shape (rows,)."""
    return np.maximum(np.nan_to_num(panel.months("last_aired"), nan=120.0), 0.0)
