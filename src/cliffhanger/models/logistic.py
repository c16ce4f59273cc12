"""Logistic regression as data: coefficients from JSON, evaluated by a few lines of numpy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_LIMIT = 30.0


@dataclass(frozen=True, slots=True)
class Logistic:
    """A fitted logistic regression with standardised features.

    Attributes:
        names: features, in the order of the columns.
        mean: subtracted from each feature.
        scale: what it is divided by then.
        weights: coefficient of each standardised feature.
        intercept: log-odds where every feature is at its mean.
    """

    names: tuple[str, ...]
    mean: NDArray[np.float64]
    scale: NDArray[np.float64]
    weights: NDArray[np.float64]
    intercept: float

    def log_odds(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of rows of features, shape (rows, features)."""
        z = (features - self.mean) / self.scale
        return np.asarray(np.clip(self.intercept + z @ self.weights, -_LIMIT, _LIMIT))

    def probability(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probabilities of rows of features, shape (rows, features)."""
        return expit(self.log_odds(features))

    def as_json(self) -> dict[str, Any]:
        """Return the regression as plain lists and numbers, rounded to nine significant digits."""
        return {
            "names": list(self.names),
            "mean": _rounded(self.mean),
            "scale": _rounded(self.scale),
            "weights": _rounded(self.weights),
            "intercept": float(f"{self.intercept:.9g}"),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], names: Sequence[str]) -> Logistic:
        """Read what :meth:`as_json` gave.

        Args:
            data: the JSON object.
            names: the features that this version of the code computes.

        Raises:
            ValueError: where the model was fitted on other features.
        """
        if list(data["names"]) != list(names):
            odd = sorted(set(data["names"]) ^ set(names))
            msg = f"the model was fitted on other features than this version computes: {', '.join(odd)}"
            raise ValueError(msg)
        mean, scale, weights = (np.asarray(data[part], dtype=np.float64) for part in ("mean", "scale", "weights"))
        return cls(tuple(names), mean, scale, weights, float(data["intercept"]))


def expit(log_odds: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return 1 / (1 + exp(-x))."""
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(log_odds, -_LIMIT, _LIMIT))))


def logit(probability: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Return log(p / (1 - p)), with p kept inside [1e-9, 1 - 1e-9]."""
    p = np.clip(np.asarray(probability, dtype=np.float64), 1e-9, 1 - 1e-9)
    return np.asarray(np.log(p / (1 - p)))


def _rounded(values: NDArray[np.float64]) -> list[float]:
    return [float(f"{value:.9g}") for value in values]
