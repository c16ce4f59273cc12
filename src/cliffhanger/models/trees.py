"""Boosted trees as data: thresholds and leaves from JSON, evaluated by a few lines of numpy.

A forest is the sum of small regression trees over log-odds (Friedman 2001,
"Greedy function approximation"). All trees lie one behind the other in flat
arrays; a leaf is a node that points to itself. A row whose feature is not
known goes to the side that the training found better for such rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.models.logistic import expit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

_PIECE = 20_000
"""Rows that are walked through all trees together: their features fit a processor's cache."""

FEW = 1_000
"""Rows up to which all trees are walked at once, level by level: for one show, tree by tree takes far longer."""

_LIMIT = 30.0


@dataclass(frozen=True, slots=True)
class Trees:
    """A fitted forest.

    Attributes:
        names: features, in the order of the columns.
        base: log-odds before any tree.
        roots: position of each tree's first node, shape (trees,).
        feature: feature that a node asks, shape (nodes,).
        threshold: rows at or below go left, shape (nodes,); infinite at leaves.
        unknown_left: whether rows that do not know the feature go left, shape (nodes,).
        left: node to the left, shape (nodes,); the node itself at leaves.
        right: node to the right, likewise.
        value: log-odds that a leaf adds, shape (nodes,); 0 elsewhere.
    """

    names: tuple[str, ...]
    base: float
    roots: NDArray[np.int64]
    feature: NDArray[np.int64]
    threshold: NDArray[np.float64]
    unknown_left: NDArray[np.bool_]
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: NDArray[np.float64]

    def log_odds(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of rows of features, shape (rows, features); NaN where one is not known."""
        pieces = [self._piece(features[start : start + _PIECE]) for start in range(0, len(features), _PIECE)]
        return np.clip(np.concatenate(pieces), -_LIMIT, _LIMIT) if pieces else np.zeros(0)

    def probability(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the probabilities of rows of features, shape (rows, features)."""
        return expit(self.log_odds(features))

    def _piece(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        if len(features) <= FEW:
            return self._few(features)
        columns = np.ascontiguousarray(features.T)
        total = np.full(len(features), self.base)
        for root in self.roots:
            total += self._walk(int(root), columns)
        return total

    def _few(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of few rows: every row stands at a node of every tree, shape (trees, rows)."""
        rows = np.arange(len(features))
        nodes = np.repeat(self.roots[:, None], len(features), axis=1)
        while not (self.left[nodes] == nodes).all():
            known = features[rows, self.feature[nodes]]
            goes_left = np.where(np.isnan(known), self.unknown_left[nodes], known <= self.threshold[nodes])
            nodes = np.where(goes_left, self.left[nodes], self.right[nodes])
        total = np.full(len(features), self.base)
        # Tree by tree, as many rows are summed: the same rows get the same odds in whatever company.
        for added in self.value[nodes]:
            total += added
        return total

    def _walk(self, node: int, columns: NDArray[np.float64]) -> NDArray[np.float64] | float:
        """Return what the tree below a node adds, for all rows at once."""
        left, right = int(self.left[node]), int(self.right[node])
        if left == node:
            return float(self.value[node])
        known, threshold = columns[self.feature[node]], self.threshold[node]
        # A comparison with an unknown number is false, so the side it goes to decides which way one asks.
        goes_left = ~(known > threshold) if self.unknown_left[node] else known <= threshold
        return np.where(goes_left, self._walk(left, columns), self._walk(right, columns))

    def as_json(self) -> dict[str, Any]:
        """Return the forest as plain lists, leaves rounded to five significant digits.

        Thresholds stay exact: they may be a value that rows have.
        """
        return {
            "names": list(self.names),
            "base": float(f"{self.base:.9g}"),
            "roots": self.roots.tolist(),
            "feature": self.feature.tolist(),
            "threshold": [None if np.isinf(t) else float(t) for t in self.threshold],
            "unknown_left": self.unknown_left.astype(int).tolist(),
            "left": self.left.tolist(),
            "right": self.right.tolist(),
            "value": [float(f"{v:.5g}") for v in self.value],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any], names: Sequence[str]) -> Trees:
        """Read what :meth:`as_json` gave.

        Args:
            data: the JSON object.
            names: the features that this version of the code computes.

        Raises:
            ValueError: where the forest was fitted on other features.
        """
        if list(data["names"]) != list(names):
            odd = sorted(set(data["names"]) ^ set(names))
            msg = f"the trees were fitted on other features than this version computes: {', '.join(odd)}"
            raise ValueError(msg)
        whole = {name: np.asarray(data[name], dtype=np.int64) for name in ("roots", "feature", "left", "right")}
        return cls(
            names=tuple(names),
            base=float(data["base"]),
            threshold=np.asarray([np.inf if t is None else t for t in data["threshold"]], dtype=np.float64),
            unknown_left=np.asarray(data["unknown_left"], dtype=np.bool_),
            value=np.asarray(data["value"], dtype=np.float64),
            **whole,
        )
