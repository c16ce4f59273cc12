"""Reasons: parts that add up as printed, and what would change a forecast."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.models.fate import fates
from cliffhanger.outlook import whatifs, words
from tests.models.fitted import models
from tests.models.panels import one


@given(base=st.floats(0, 1), points=st.lists(st.floats(-1, 1), min_size=1, max_size=12))
def test_printed_parts_add_up_to_the_printed_total(base: float, points: list[float]) -> None:
    """To the last digit, and no part is printed more than a tenth off."""
    first, parts, last = words.tenths(base, points, base + sum(points))
    assert first + sum(parts) == last
    assert all(abs(part - 1000 * exact) <= 1.001 for part, exact in zip(parts, points, strict=True))


def test_what_would_change_a_forecast_is_the_models_own_answer() -> None:
    """An order makes it nearly certain, a cancellation rules it out, and a listing helps more than none listed."""
    panel = one()
    odds = {change.what: change.p_renewed for change in whatifs.changes(panel, models())}
    assert odds["season 2 is ordered"] > 0.9
    assert odds["the series is cancelled"] < 0.1
    assert odds["IMDb lists episodes of season 2"] > odds["IMDb is seen to list none of season 2"]
    asked = one(listings_known=True, next_listed=8.0)
    assert odds["IMDb lists episodes of season 2"] == pytest.approx(float(fates(asked, models()).p_renewed[0]))


def test_nothing_would_change_what_is_decided() -> None:
    """A season that has been ordered has no what-ifs."""
    assert whatifs.changes(one(fate="renewed"), models()) == ()
