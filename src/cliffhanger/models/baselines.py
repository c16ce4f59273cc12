"""The two baselines that every forecast stands beside: climatology, and the classic cancel index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.models.hazard import HORIZON, Curve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from cliffhanger.panel.panel import Panel

SILENCE_EDGES = (3, 6, 9, 12, 15, 18, 24, 36, 60)
SEASON_EDGES = (2, 4, 8)
CLASSES = ("broadcast", "cable", "premium cable", "streaming", "public", "asian network", "other", "unknown")
_WEIGHT_OVERALL = 20.0
_WEIGHT_SILENCE = 100.0
_WEIGHT_SEASON = 200.0


@dataclass(frozen=True, slots=True)
class Climatology:
    """Monthly return rates by platform class, season number and months since the last episode.

    Each cell is shrunk towards the cell of all classes, that one towards all
    seasons, and that towards the overall rate.

    Attributes:
        rate: monthly rate, shape (silence, season, class).
    """

    rate: NDArray[np.float64]

    def curve(self, panel: Panel) -> Curve:
        """Return when rows return, by the rates of the cells that they will pass through."""
        season, kind = season_bin(panel), class_bin(panel)
        silence = np.maximum(np.nan_to_num(panel.months("last_aired"), nan=120.0), 0.0)
        still_out = np.ones(len(panel))
        by = np.zeros((len(panel), HORIZON + 1))
        for month in range(HORIZON):
            still_out = still_out * (1 - self.rate[np.digitize(silence + month, SILENCE_EDGES), season, kind])
            by[:, month + 1] = 1 - still_out
        return Curve(by)

    @classmethod
    def fit(cls, panel: Panel, returned: NDArray[np.float64]) -> Climatology:
        """Count, and shrink.

        Args:
            panel: one row a show and month.
            returned: 1 where the next season premiered in the month, shape (rows,).
        """
        silence = np.digitize(np.maximum(np.nan_to_num(panel.months("last_aired"), nan=120.0), 0.0), SILENCE_EDGES)
        shape = (len(SILENCE_EDGES) + 1, len(SEASON_EDGES) + 1, len(CLASSES))
        asked, came = np.zeros(shape), np.zeros(shape)
        cells = (silence, season_bin(panel), class_bin(panel))
        np.add.at(asked, cells, 1.0)
        np.add.at(came, cells, returned)
        overall = came.sum() / max(asked.sum(), 1.0)
        by_silence = _shrunk(came.sum((1, 2)), asked.sum((1, 2)), np.full(shape[0], overall), _WEIGHT_OVERALL)
        by_season = _shrunk(came.sum(2), asked.sum(2), by_silence[:, None], _WEIGHT_SILENCE)
        return cls(_shrunk(came, asked, by_season[:, :, None], _WEIGHT_SEASON))

    def as_json(self) -> dict[str, Any]:
        """Return the rates as nested lists."""
        return {"rate": np.vectorize(lambda x: float(f"{x:.6g}"))(self.rate).tolist()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Climatology:
        """Read what :meth:`as_json` gave."""
        return cls(np.asarray(data["rate"], dtype=np.float64))


def season_bin(panel: Panel) -> NDArray[np.int64]:
    """Return the bin of each row's season number: 1, 2 to 3, 4 to 7, 8 and on."""
    return np.asarray(np.digitize(panel["season"], SEASON_EDGES))


def class_bin(panel: Panel) -> NDArray[np.int64]:
    """Return the position of each row's platform class in ``CLASSES``."""
    place = {name: number for number, name in enumerate(CLASSES)}
    return np.asarray([place[name] for name in panel["platform_class"]], dtype=np.int64)


def _shrunk(
    came: NDArray[np.float64], asked: NDArray[np.float64], towards: NDArray[np.float64], weight: float
) -> NDArray[np.float64]:
    return np.asarray((came + weight * towards) / (asked + weight))


CANCEL_INDEX_BANDS = ((0.90, "near certain renewal"), (0.75, "toss-up"), (0.0, "near certain cancellation"))
"""Bands of the Renew / Cancel Index as TV by the Numbers published them for the 2011-12 season."""


def cancel_index(panel: Panel) -> NDArray[np.float64]:
    """Return each season's rating over the mean of its platform's, NaN where there is too little to compare.

    TV by the Numbers divided a show's live ratings among viewers of 18 to 49 by
    its network's mean. Those are not published any more; here the place among
    followed seasons by viewers' rating, plus one, stands in for them. The mean
    is over the panel's rows of the same platform and day.
    """
    rating = np.where(panel["rating_hindsight"], np.nan, panel["rating"]) + 1.0
    out = np.full(len(panel), np.nan)
    keys = np.char.add(panel["network"].astype(str), panel["as_of"].astype(str))
    for key in np.unique(keys[panel["network"] != ""]):
        members = (keys == key) & ~np.isnan(rating)
        if members.sum() >= 3:  # noqa: PLR2004 - fewer make no mean
            out[members] = rating[members] / rating[members].mean()
    return out


def cancel_band(index: float) -> str:
    """Return the published reading of an index."""
    return next(words for floor, words in CANCEL_INDEX_BANDS if index >= floor)
