"""From a panel's rows to forecasts, and from forecasts to the lines that are written out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.domain.forecast import QUANTILE_LEVELS, Forecast, Question, Vintage
from cliffhanger.domain.vocabulary import State
from cliffhanger.models.fate import fates
from cliffhanger.models.logistic import expit, logit
from cliffhanger.panel.panel import ROUGH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from cliffhanger.models.bundle import Models
    from cliffhanger.panel.panel import Panel

MODEL_SPREAD = 0.25
"""Standard deviation, in log-odds, of what the model cannot know of itself: how far the
realised rates of its bins lay from the forecast ones over the rolling origins."""

_Z80 = 1.2816
_STALE = timedelta(days=45)
_BULK_YEAR = 2007
_DAILY = 250.0
_FORGOTTEN = timedelta(days=3653)
_HINDSIGHT = {
    "episodes_hindsight": "episodes",
    "network_hindsight": "platform",
    "season_votes_hindsight": "votes and ratings",
    "genres_hindsight": "genres",
}


@dataclass(frozen=True, slots=True)
class Context:
    """What all forecasts of one run share.

    Attributes:
        models: the fitted models.
        titles: show to title.
        data_version: hash of the facts.
        known_to: last day of the data.
    """

    models: Models
    titles: Mapping[str, str]
    data_version: str
    known_to: date


def forecasts(panel: Panel, by: Sequence[date], context: Context) -> Iterator[Forecast]:
    """Yield a forecast for each row of a panel.

    Args:
        panel: the rows.
        by: days for which the probability of a premiere is wanted.
        context: what they share.
    """
    answer = fates(panel, context.models)
    within = {day: answer.curve.within(_days_until(panel, day)) for day in by}
    quantiles = answer.curve.quantiles(QUANTILE_LEVELS)
    days, premieres = panel["as_of"].astype(object), panel["premiere"].astype(object)
    for row in range(len(panel)):
        show = str(panel["show"][row])
        yield Forecast(
            question=Question(show, int(panel["season"][row]), days[row], tuple(by)),
            title=context.titles.get(show) or show,
            state=State(answer.state[row]),
            p_renewed=float(answer.p_renewed[row]),
            p_renewed_range=around(float(answer.p_renewed[row]), MODEL_SPREAD),
            p_return_by={day: float(p[row]) for day, p in within.items()},
            p_return_ever=float(answer.curve.ever[row]),
            premiere_quantiles={
                level: days[row] + timedelta(days=round(float(wait)))
                for level, wait in zip(QUANTILE_LEVELS, quantiles[row], strict=True)
            },
            vintage=Vintage(hindsight_of(panel, row, earlier=days[row] < context.known_to)),
            abstain=endless(panel["episodes"][row])
            or abstention(days[row], premieres[row], str(panel["basis"][row]), context.known_to),
            model=context.models.name,
            model_trained_to=context.models.trained_to,
            data_version=context.data_version,
        )


def around(p: float, spread: float) -> tuple[float, float]:
    """Return the 80 % range around a probability, given the standard deviation of its log-odds."""
    centre = logit(p)
    return float(expit(centre - _Z80 * spread)), float(expit(centre + _Z80 * spread))


def hindsight_of(panel: Panel, row: int, *, earlier: bool) -> tuple[str, ...]:
    """Return which features that the models read rest on later snapshots.

    A rough date does, on a day before the last of the data (``earlier``): the clock is set with all dates, and how long
    a season is was counted later.
    """
    found = [name for column, name in _HINDSIGHT.items() if panel[column][row]]
    if earlier and panel["basis"][row] in ROUGH:
        found.append("season dates")
    return tuple(found)


def abstention(as_of: date, premiere: date | None, basis: str, known_to: date) -> str | None:
    """Return why the numbers of a row should not be relied on, or None.

    Args:
        as_of: day of the question.
        premiere: when the season began, or None.
        basis: where that date comes from.
        known_to: last day of the data.
    """
    if as_of - known_to > _STALE:
        return f"the data end on {known_to.isoformat()}; what happened since is not known"
    if premiere is None:
        return "no source says that the season had begun by then"
    if basis == "id clock" and premiere.year < _BULK_YEAR:
        return f"the season's dates are a guess: IMDb's ids of before {_BULK_YEAR} were entered in bulk"
    if as_of - premiere > _FORGOTTEN:
        return "silent for more than ten years: what comes back after that is too rare to be forecast"
    return None


def endless(episodes: float) -> str | None:
    """Return why a season of hundreds of episodes has no successor in the ordinary sense, or None."""
    return "a daily series: its seasons do not follow each other" if episodes > _DAILY else None


def line(forecast: Forecast) -> dict[str, Any]:
    """Return a forecast as the object that is printed on one line of JSON."""
    q = forecast.question
    return {
        "show": q.show,
        "title": forecast.title,
        "season": q.season,
        "next_season": q.season + 1,
        "as_of": q.as_of.isoformat(),
        "state": str(forecast.state),
        "p_renewed": _rounded(forecast.p_renewed),
        "p_renewed_range": [_rounded(p) for p in forecast.p_renewed_range],
        "p_return_by": {day.isoformat(): _rounded(p) for day, p in forecast.p_return_by.items()},
        "p_return_ever": _rounded(forecast.p_return_ever),
        "premiere_quantiles": {f"{level:g}": day.isoformat() for level, day in forecast.premiere_quantiles.items()},
        "vintage": {
            "strict": forecast.vintage.strict,
            "hindsight": list(forecast.vintage.hindsight),
        },
        "abstain": forecast.abstain,
        "model": forecast.model,
        "model_trained_to": forecast.model_trained_to,
        "data_version": forecast.data_version,
    }


def _days_until(panel: Panel, day: date) -> NDArray[np.float64]:
    return (np.datetime64(day) - panel["as_of"]).astype("timedelta64[D]").astype(np.float64)


def _rounded(p: float) -> float:
    return float(f"{p:.6f}")
