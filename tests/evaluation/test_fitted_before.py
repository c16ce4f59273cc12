"""What a fit of an earlier day is fitted on does not know what became known later. Facts are made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.evaluation import history
from cliffhanger.evaluation.vintage import Vintage, strict
from cliffhanger.panel import outcomes, panel
from tests.facts import EPOCH, claim, dated, facts, number

if TYPE_CHECKING:
    import numpy as np

    from cliffhanger.panel.panel import Panel

LAST = date(2024, 8, 31)
"""The last day that a fit may know."""


def base() -> list[dict[str, Any]]:
    """Return made-up facts of before the last day, and some of after it."""
    rows: list[dict[str, Any]] = []
    for n in range(12):
        out = date(2023, 6, 10) + timedelta(days=20 * n)
        said = {"source": "scorecards", "source_show": f"card {n}"}
        rows += [
            dated(f"s:{n}", 1, out),
            number(f"s:{n}", "tracked_since", (date(2023, 5, 1) - EPOCH).days, date(2023, 5, 1)),
            claim(f"s:{n}", "network", "NBC", out, **said),
            claim(f"s:{n}", ("renewed", "cancelled")[n % 2], "2", out + timedelta(days=70), season=1, **said),
        ]
        if n % 3 == 0:
            rows.append(dated(f"s:{n}", 2, out + timedelta(days=200)))
    return rows


later = st.builds(
    lambda n, what, season, days: {
        "renewed": claim(f"s:{n}", "renewed", "2", LAST + timedelta(days=days), season=season, source="scorecards"),
        "premiere": dated(f"s:{n}", season + 1, LAST + timedelta(days=days)),
        "status": claim(f"s:{n}", "status", "ended", LAST + timedelta(days=days)),
        "rating": number(f"s:{n}", "rating_percentile", 99, LAST + timedelta(days=days), season=season),
        "network": claim(f"s:{n}", "network", "Netflix", LAST + timedelta(days=days)),
    }[what],
    st.integers(0, 11),
    st.sampled_from(["renewed", "premiere", "status", "rating", "network"]),
    st.integers(1, 3),
    st.integers(1, 300),
)


def said(rows: Panel, answers: np.ndarray[Any, Any]) -> list[str]:
    """Return rows and answers as text, to be compared."""
    return [str(rows[name].tolist()) for name in sorted(rows.columns)] + [str(answers.tolist())]


def fitted_on(*rows: dict[str, Any]) -> list[str]:
    """Return all that a strict fit of the day after ``LAST`` is given."""
    opened = facts(*rows)
    panel.prepare(opened)
    followed = history.followed(Vintage.STRICT)(opened, date(2023, 6, 1), LAST)
    some = history.catalogued(Vintage.STRICT)(opened, date(2023, 6, 1), LAST)
    cards, renewed = outcomes.decisions(opened, LAST)
    return said(*followed) + said(*some) + said(strict(cards), renewed)


@settings(max_examples=10)
@given(st.lists(later, min_size=1, max_size=4))
def test_a_fit_knows_nothing_of_what_came_later(planted: list[dict[str, Any]]) -> None:
    """Months and decisions, features and answers, are the same with and without later facts."""
    assert fitted_on(*base()) == fitted_on(*base(), *planted)


def test_a_fit_knows_what_came_before() -> None:
    """The comparison above is no comparison of nothing: an earlier premiere and an earlier decision change it."""
    plain = fitted_on(*base())
    assert plain != fitted_on(*base(), dated("s:1", 2, date(2024, 2, 2)))
    assert plain != fitted_on(*base()[1:])


@pytest.mark.parametrize("vintage", list(Vintage))
def test_strict_fits_see_no_hindsight(vintage: Vintage) -> None:
    """A platform that only a later catalogue names is seen by the fit in hindsight alone."""
    bare = [row for row in base() if row.get("predicate") != "network"]
    opened = facts(*bare, *(claim(f"s:{n}", "network", "NBC", date(2025, 1, 1)) for n in range(12)))
    panel.prepare(opened)
    rows, _ = history.followed(vintage)(opened, date(2023, 6, 1), LAST)
    assert set(rows["network"]) == ({""} if vintage is Vintage.STRICT else {"NBC"})
