"""Whether a platform orders the next season, as far as its decisions up to one day tell.

More decisions make better odds, and a decision must not judge itself. So
there are several fits, each on what had been decided by its day, and a
question is answered by the latest that had no knowledge of the question's day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.models import features
from cliffhanger.models.level import Level
from cliffhanger.models.logistic import Logistic
from cliffhanger.models.trees import Trees

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from cliffhanger.panel.panel import Panel


@dataclass(frozen=True, slots=True)
class Decision:
    """The models fitted on the decisions up to a day.

    Attributes:
        known_to: last day of these decisions.
        strict: the odds by what was known then.
        course: the odds of old seasons, by what only later snapshots tell of their votes and ratings.
        level: how high the odds stand on later days.
    """

    known_to: date
    strict: Logistic
    course: Trees
    level: Level

    def log_odds(self, panel: Panel, early: NDArray[np.float64]) -> NDArray[np.float64]:
        """Return the log-odds of an order at the age at which the decisions were asked about, shape (rows,).

        By the course of votes and ratings where later snapshots give it (old
        seasons, said to be hindsight), else by what was known then.

        Args:
            panel: rows that the model speaks for.
            early: the hazard's odds of ever returning at that age, shape (rows,).
        """
        out = self.strict.log_odds(features.decision(panel, early))
        seen = ~np.isnan(panel["season_votes"])
        if seen.any():
            out = out.copy()
            out[seen] = self.course.log_odds(features.course(panel.take(seen)))
        return out

    def as_json(self) -> dict[str, Any]:
        """Return the numbers of all three."""
        return {
            "known_to": self.known_to.isoformat(),
            "strict": self.strict.as_json(),
            "course": self.course.as_json(),
            "level": self.level.as_json(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Decision:
        """Read what :meth:`as_json` gave."""
        return cls(
            date.fromisoformat(data["known_to"]),
            Logistic.from_json(data["strict"], tuple(features.DECISION_GROUPS)),
            Trees.from_json(data["course"], tuple(features.COURSE_RISES)),
            Level.from_json(data["level"]),
        )


def speaking(
    decisions: Sequence[Decision], as_of: NDArray[np.datetime64]
) -> Iterator[tuple[Decision, NDArray[np.bool_]]]:
    """Yield each fit with the rows that it speaks for: the latest of before their day, or the first of all.

    Args:
        decisions: the fits, the oldest first.
        as_of: days of the questions, shape (rows,).
    """
    days = np.asarray([one.known_to for one in decisions], dtype="datetime64[D]")
    turn = np.maximum(np.searchsorted(days, as_of.astype("datetime64[D]"), side="left") - 1, 0)
    for number, one in enumerate(decisions):
        yield one, turn == number
