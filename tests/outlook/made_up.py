"""Made-up forecasts, texts and dossiers, for tests of what is published of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.forecast import QUANTILE_LEVELS, Forecast, Question
from cliffhanger.domain.show import Season, Show
from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import words
from cliffhanger.outlook.dossier import Coverage, Dossier

SHOW = "imdb:tt9000001"
DAY = date(2026, 1, 31)

HOSTILE = (
    "</script><script>alert(1)</script>",
    "]]> & <b>\"bold\"</b> 'and' more",
    "Control\x00\x08\x1f\x7f\x85 and \ud800 half",
    "Turned \u202eround\u2066 for good",
    "line\r\nBEGIN:VEVENT\r\nSUMMARY:smuggled",
    "مسلسل الفانوس النحاسي",
    "x" * 10_000,
    "",
)
"""Titles that would break a careless format."""

texts = st.text(max_size=80) | st.sampled_from(HOSTILE)


def forecast(state: State = State.LIMBO, p: float = 0.62, **more: Any) -> Forecast:  # noqa: ANN401 - any field
    """Return a made-up forecast for the season after the first."""
    known: dict[str, Any] = {
        "question": Question(SHOW, 1, DAY),
        "title": "Copper Lantern",
        "state": state,
        "p_renewed": p,
        "p_renewed_range": (max(0.0, p - 0.1), min(1.0, p + 0.1)),
        "p_return_by": {},
        "p_return_ever": p,
        "premiere_quantiles": {level: DAY + timedelta(days=round(200 + 800 * level)) for level in QUANTILE_LEVELS},
    }
    return Forecast(**(known | more))


def dossier(state: str = "limbo", p: float = 0.62, *, title: str = "Copper Lantern", **more: Any) -> Dossier:  # noqa: ANN401 - any field
    """Return a made-up dossier on a show with one season."""
    told = forecast(State(state), p, title=title)
    quantiles = told.premiere_quantiles
    premiere = PartialDate(date(2025, 7, 9), date(2025, 7, 9))
    known: dict[str, Any] = {
        "show": Show(SHOW, title, 2025, "Hulu", None, (Season(1, 10, premiere),)),
        "forecast": told,
        "verdict": words.verdict(told),
        "premiere": premiere,
        "planned": None,
        "window": (quantiles[0.25], quantiles[0.75]),
        "wide_window": (quantiles[0.05], quantiles[0.95]),
        "decision_by": None,
        "base_rate": 0.5,
        "base_rate_of": "a typical first season",
        "coverage": Coverage(),
        "data_known_to": DAY,
    }
    empty = (
        "signs", "silence", "changes", "drivers", "look_alikes", "line", "evidence", "statements", "conflicts",
        "baselines", "missing", "in_common", "scores", "places", "on_lists",
    )  # fmt: skip
    return Dossier(**(dict.fromkeys(empty, ()) | known | more))
