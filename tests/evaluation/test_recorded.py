"""Issued forecasts held to what came of them; series and forecasts are made up."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from cliffhanger.evaluation.recorded import Issued, score
from cliffhanger.panel import panel
from tests.facts import dated, facts

ISSUED = date(2024, 3, 1)


def issued(show: str, odds: dict[str, float], on: date = ISSUED, **more: Any) -> Issued:  # noqa: ANN401 - any field
    """Return a made-up forecast about the second season of a show."""
    line = {"show": show, "season": 1, "as_of": "2024-02-20", "p_return_by": odds, "abstain": None}
    return Issued(on, line | more, "0" * 64)


def scored(*some: Issued) -> tuple[int, int, int]:
    """Return how many questions were answered, open, and came."""
    opened = facts(
        dated("s:1", 1, date(2024, 1, 1)),
        dated("s:1", 2, date(2025, 5, 5)),
        dated("s:2", 1, date(2024, 1, 1)),
    )
    panel.prepare(opened)
    found = score(some, opened, whole=True)
    return found.answered, found.open, found.came


@pytest.mark.parametrize(
    ("show", "by", "expected"),
    [
        ("s:1", "2025-05-05", (1, 0, 1)),
        ("s:1", "2025-05-04", (1, 0, 0)),
        ("s:1", "2027-01-01", (1, 0, 1)),
        ("s:2", "2026-01-31", (1, 0, 0)),
        ("s:2", "2026-02-01", (0, 1, 0)),
    ],
)
def test_a_question_is_answered_by_its_premiere_or_its_day(show: str, by: str, expected: tuple[int, int, int]) -> None:
    """Out by the day, not out by the day, or not known yet, for the data end on 31 January 2026."""
    assert scored(issued(show, {by: 0.4})) == expected


def test_what_was_known_when_it_was_issued_forecasts_nothing() -> None:
    """A forecast issued on the day of its answer, or later, counts neither as answered nor as open."""
    assert scored(issued("s:1", {"2025-06-01": 0.9}, on=date(2025, 5, 5))) == (0, 0, 0)
    assert scored(issued("s:1", {"2025-06-01": 0.9}, on=date(2025, 5, 4))) == (1, 0, 1)
    assert scored(issued("s:2", {"2024-12-01": 0.1}, on=date(2025, 1, 1))) == (0, 0, 0)


def test_abstentions_are_issued_and_not_scored() -> None:
    """A forecast that says its numbers should not be relied on is not held to them."""
    assert scored(issued("s:1", {"2025-06-01": 0.9}, abstain="made up")) == (0, 0, 0)


def test_scores_of_the_record() -> None:
    """Counts, Brier score and bins, with the first day, the last, and the head."""
    opened = facts(dated("s:1", 1, date(2024, 1, 1)), dated("s:1", 2, date(2025, 5, 5)))
    panel.prepare(opened)
    some = [issued("s:1", {"2025-06-01": 0.75, "2025-01-01": 0.25}), issued("s:1", {"2025-07-01": 0.5})]
    found = score(some, opened, whole=False)
    assert (found.issued, found.answered, found.came, found.whole) == (2, 3, 2, False)
    assert found.brier == pytest.approx((0.25**2 + 0.25**2 + 0.5**2) / 3)
    assert [one.asked for one in found.bins] == [1, 1, 1]
    assert [one.low for one in found.bins] == pytest.approx([0.2, 0.5, 0.7])
    assert (found.first, found.last, found.head) == ("2024-03-01", "2024-03-01", "0" * 64)


def test_an_empty_record_has_no_score() -> None:
    """Nothing issued, nothing scored."""
    opened = facts(dated("s:1", 1, date(2024, 1, 1)))
    panel.prepare(opened)
    found = score([], opened, whole=True)
    assert (found.issued, found.brier, found.bins) == (0, None, ())
