"""Made-up forecasts, texts and dossiers, for tests of what is published of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from cliffhanger.domain.forecast import QUANTILE_LEVELS, Forecast, Question
from cliffhanger.domain.vocabulary import State

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
        "premiere_quantiles": {
            level: DAY + timedelta(days=200 * (place + 1)) for place, level in enumerate(QUANTILE_LEVELS)
        },
    }
    return Forecast(**(known | more))
