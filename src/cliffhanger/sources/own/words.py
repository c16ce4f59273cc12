"""The words of a user's own files (docs/update.md describes them), and ours for them."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Metric, Predicate

DECISIONS: dict[str, Predicate] = {
    "renewed": Predicate.RENEWED,
    "ordered": Predicate.ORDERED,
    "cancelled": Predicate.CANCELLED,
    "canceled": Predicate.CANCELLED,
    "ending": Predicate.ENDING,
    "rescued": Predicate.RESCUED,
}

COMING = frozenset({Predicate.RENEWED, Predicate.ENDING, Predicate.RESCUED})
"""Decisions about a season to come after another."""

METRICS: dict[str, Metric] = {
    "viewers": Metric.OWN_VIEWERS,
    "hours": Metric.OWN_HOURS,
    "completion": Metric.OWN_COMPLETION,
}

BASES: dict[str, str] = {"season": "season", "episode": "episode"}
"""What a cost is the cost of."""
