"""What pages compute by themselves: the premiere's density, and a platform's record."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import UnknownTitleError
from cliffhanger.domain.forecast import QUANTILE_LEVELS
from cliffhanger.outlook import facts, platform_page, show_page
from cliffhanger.outlook.desk import Desk
from tests import facts as made_up

if TYPE_CHECKING:
    from cliffhanger.outlook.dossier import Dossier
    from cliffhanger.outlook.plots import Part

pytestmark = pytest.mark.xdist_group("web")

DAY = date(2025, 7, 30)


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Return the dossier on Ballard, whose quantiles tests move."""
    return Desk.open(facts.from_starter(), facts.starter_models()).outlook("Ballard", DAY)


def with_quantiles(dossier: Dossier, steps: list[int]) -> Dossier:
    """Return a dossier whose quantiles lie so many days after one another, from its day on."""
    days = [DAY + timedelta(days=int(ahead)) for ahead in np.cumsum(steps)]
    quantiles = dict(zip(QUANTILE_LEVELS, days, strict=True))
    return replace(dossier, forecast=replace(dossier.forecast, premiere_quantiles=quantiles))


@given(st.lists(st.integers(0, 900), min_size=len(QUANTILE_LEVELS), max_size=len(QUANTILE_LEVELS)))
def test_the_density_is_one(dossier: Dossier, steps: list[int]) -> None:
    """Whatever the quantiles, shares are none below nought, sum to one, abut, and begin on the day or later."""
    points = show_page.density(with_quantiles(dossier, steps))
    shares = [point.y for point in points]
    assert sum(shares) == pytest.approx(1, abs=1e-9)
    assert min(shares) >= 0
    assert all(left.high == right.low for left, right in itertools.pairwise(points))
    assert points[0].low is not None
    assert points[0].low >= DAY.toordinal()
    assert len(points) <= 37


@given(st.lists(st.integers(1, 900), min_size=len(QUANTILE_LEVELS), max_size=len(QUANTILE_LEVELS)))
def test_the_density_keeps_the_quantiles(dossier: Dossier, steps: list[int]) -> None:
    """What lies before a quantile's day is its level, but for the stretch in which it falls."""
    made = with_quantiles(dossier, steps)
    points = show_page.density(made)
    edges = np.array([points[0].low, *[point.high for point in points]], dtype=np.float64)
    reached = np.concatenate([[0.0], np.cumsum([point.y for point in points])])
    for level, day in made.forecast.premiere_quantiles.items():
        place = int(np.searchsorted(edges, day.toordinal()))
        below, above = reached[max(place - 1, 0)], reached[min(place, len(reached) - 1)]
        assert below - 1e-9 <= level <= above + 1e-9


def test_the_page_of_a_platform_counts_right() -> None:
    """Seven seasons that are three years old: four followed in time, one too late; a limited series is left out."""
    rows = []
    for number, days in enumerate(
        [("2015-01-01", "2016-01-01", "2017-06-01"), ("2015-02-01", "2019-02-01"), ("2015-03-01", "2016-03-01")]
    ):
        show = f"imdb:tt900000{number}"
        rows.append(made_up.claim(show, "title", f"Show {number}", date(2014, 1, 1)))
        rows.append(made_up.claim(show, "network", "Here", date(2014, 1, 1)))
        rows += [made_up.dated(show, season, date.fromisoformat(day)) for season, day in enumerate(days, start=1)]
    for show, word, value in (("imdb:tt9000008", "kind", "limited"), ("imdb:tt9000009", "network", "There")):
        rows.append(made_up.claim(show, "title", show, date(2014, 1, 1)))
        rows.append(made_up.claim(show, "network", "Here", date(2014, 1, 1)))
        rows.append(made_up.claim(show, word, value, date(2015, 1, 1)))
        rows.append(made_up.dated(show, 1, date(2015, 1, 1)))
    desk = Desk.open(made_up.facts(*rows), facts.starter_models())
    made = platform_page.lay_out(desk, "Here", date(2025, 1, 1))
    # Followed: 1 and 2 of the first, 1 of the third. The second's came after four years.
    assert made.lead == ("3 of 7 seasons at Here were followed by another within three years, 2 of 3 first seasons.")
    (_, table) = rate(made.parts).tables[0]
    assert [row[:4] for row in table.rows] == [
        ("2019", "1", "0", "0 %"), ("2017", "1", "0", "0 %"), ("2016", "2", "1", "50 %"), ("2015", "3", "2", "67 %"),
    ]  # fmt: skip
    # As known in early 2017 nothing of that was three years old.
    early = platform_page.lay_out(desk, "Here", date(2017, 1, 1))
    assert early.lead == "None of the seasons known of Here is three years old yet."
    with pytest.raises(UnknownTitleError):
        platform_page.lay_out(desk, "Nowhere", date(2025, 1, 1))


def rate(parts: tuple[Part, ...]) -> Part:
    """Return the part of a platform's page that tells how often seasons were followed."""
    return next(part for part in parts if part.heading == "How often another season followed")
