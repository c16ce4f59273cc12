"""Places of seasons among those of their TV season: by their rule, hindsight by name; the figures are made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest

from cliffhanger.domain.forecast import Question
from cliffhanger.measures import slates
from cliffhanger.panel import panel
from tests.facts import claim, dated, facts, number

SNAPSHOT = date(2026, 1, 31)


def season(show: str, day: date, votes: list[float], *, place: int = 1) -> list[dict[str, Any]]:
    """Return what a snapshot says of a made-up season, its episodes' votes in order."""
    rows = [dated(show, place, day), claim(show, "network", "ABC", date(2012, 1, 1))]
    for episode, some in enumerate(votes, start=1):
        where = {"season": place, "episode": episode, "source": "imdb"}
        rows += [
            number(show, "imdb_votes", some, SNAPSHOT, **where),
            number(show, "imdb_rating", 7.0, SNAPSHOT, **where),
        ]
    return rows


def places(*rows: dict[str, Any]) -> dict[tuple[str, str], float]:
    """Return show and measure to the place."""
    opened = facts(*rows)
    slates.add(opened.connection)
    found = opened.connection.execute(
        "SELECT \"show\", metric, value FROM observations WHERE scope = 'TV season'"
    ).fetchall()
    return {(show, metric): value for show, metric, value in found}


def test_a_season_is_placed_among_those_of_its_year_alone() -> None:
    """Ten seasons of one year get their ranks; a giant of another year changes none of them."""
    day = date(2016, 10, 1)
    ten = [row for n in range(10) for row in season(f"imdb:tt{n}", day, [100.0 * (n + 1)] * 6)]
    found = places(*ten, *season("imdb:tt99", date(2018, 10, 1), [1e6] * 6))
    assert [found[f"imdb:tt{n}", "season_votes"] for n in range(10)] == [10.0 * n for n in range(10)]


def test_a_season_that_loses_its_audience_is_placed_below_one_that_holds_it() -> None:
    """Equal on average, told apart by how the votes run."""
    day = date(2016, 10, 1)
    found = places(
        *season("imdb:tt1", day, [400, 300, 250, 200, 150, 100]),
        *season("imdb:tt2", day, [230, 230, 230, 230, 230, 230]),
    )
    for measure in ("season_votes_held", "season_votes_trend"):
        assert found["imdb:tt1", measure] < found["imdb:tt2", measure]


@pytest.mark.parametrize(("as_of", "known"), [(date(2017, 1, 1), True), (date(2024, 1, 1), False)])
def test_places_are_read_for_old_questions_alone_and_as_hindsight(as_of: date, *, known: bool) -> None:
    """Before ratings are known as they stood, flagged; from then on not at all."""
    rows = [row for n in range(3) for row in season(f"imdb:tt{n}", date(2016, 10, 1), [100.0 + n] * 6)]
    opened = facts(*rows)
    slates.add(opened.connection)
    panel.prepare(opened)
    row = panel.rows(opened, [Question("imdb:tt1", 1, as_of)])
    assert row["season_votes_hindsight"].tolist() == [known]
    assert np.isnan(row["season_votes"]).tolist() == [not known]


def test_seasons_of_today_are_not_placed() -> None:
    """From 2023 on nothing later is read."""
    day = date.fromisoformat(slates.LAST) + timedelta(days=30)
    assert places(*season("imdb:tt1", day, [100.0] * 6)) == {}
