"""Questions, forecasts and outcomes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cliffhanger.domain.vocabulary import State

QUANTILE_LEVELS = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)


@dataclass(frozen=True, slots=True)
class Question:
    """Will the season after ``season`` come, and by when, asked with what was known on ``as_of``.

    Attributes:
        show: canonical id of the show.
        season: the latest season that has premiered; the question is about the one after it.
        as_of: the last day whose facts may be used.
        by: the days by which it may have premiered.
    """

    show: str
    season: int
    as_of: date
    by: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Vintage:
    """Whether a forecast is strict (as known then), and which features say that it is not.

    Attributes:
        hindsight: features that rest on numbers read from later snapshots.
    """

    hindsight: tuple[str, ...] = ()

    @property
    def strict(self) -> bool:
        """True where every feature was known at the question's ``as_of``."""
        return not self.hindsight


@dataclass(frozen=True, slots=True)
class Forecast:
    """The answer to a question.

    Attributes:
        question: what was asked.
        title: the show's title.
        state: what was known of the next season.
        p_renewed: probability that it is ordered.
        p_renewed_range: its likely range (80 %), low and high.
        p_return_by: for each day asked about, probability that it has premiered by then.
        p_return_ever: probability that it ever premieres, which is taken to mean within five years.
        premiere_quantiles: given that it returns, the days at ``QUANTILE_LEVELS``.
        vintage: strict, or which features are hindsight.
        abstain: why the numbers should not be relied on, or None.
        model: name and version of the models.
        model_trained_to: last day whose outcomes they were fitted on, ISO; later than the question's day in a replay.
        data_version: hash of the facts they read.
    """

    question: Question
    title: str
    state: State
    p_renewed: float
    p_renewed_range: tuple[float, float]
    p_return_by: Mapping[date, float]
    p_return_ever: float
    premiere_quantiles: Mapping[float, date]
    vintage: Vintage = field(default_factory=Vintage)
    abstain: str | None = None
    model: str = ""
    model_trained_to: str = ""
    data_version: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a question.

    Attributes:
        question: what was asked.
        ordered: whether the next season was ordered, or None where nobody has said.
        ordered_on: when.
        premiered_on: when it premiered, or None.
        censored_on: the last day looked at, where it had not premiered.
    """

    question: Question
    ordered: bool | None
    ordered_on: date | None = None
    premiered_on: date | None = None
    censored_on: date | None = None
