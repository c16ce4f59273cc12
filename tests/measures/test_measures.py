"""Estimated dates and percentiles: by their rule, and never from what was known later; the figures are made up."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest

from cliffhanger.measures import dating, percentiles
from tests.facts import EPOCH, claim, dated, facts, number

SNAPSHOT = date(2026, 1, 31)


def days(day: date) -> int:
    """Return days since 1970-01-01."""
    return (day - EPOCH).days


def season(show: str, when: date, *, number_of_id: int, which: int = 1) -> list[dict[str, Any]]:
    """Return what a snapshot says of a made-up season of eight episodes whose ids were given out around a number."""
    ids = {"median_episode_number": number_of_id, "last_episode_number": number_of_id + 20}
    numbers = [number(show, metric, value, SNAPSHOT, season=which, source="imdb") for metric, value in ids.items()]
    return [*numbers, number(show, "episodes_rated", 8, max(when, SNAPSHOT), season=which, source="imdb")]


def world() -> list[dict[str, Any]]:
    """Return 240 dated seasons whose id numbers rise by 1,000 a day from 2010 on."""
    rows = []
    for n in range(240):
        day = date(2010, 1, 1) + timedelta(days=20 * n)
        show = f"imdb:tt{n:07d}"
        rows += [dated(show, 1, day), *season(show, day, number_of_id=20_000 * n)]
    return rows


def estimates(*more: dict[str, Any]) -> dict[tuple[str, str], tuple[date, str]]:
    """Return the estimated dates: (show, predicate) to day and basis."""
    opened = facts(*world(), *more, catalogued=False)
    dating.add(opened.connection)
    found = opened.connection.execute(
        "SELECT \"show\", predicate, value, unit FROM claims WHERE source = 'estimate'"
    ).fetchall()
    return {(show, predicate): (date.fromisoformat(value), basis) for show, predicate, value, basis in found}


def of_season(which: int, *more: dict[str, Any]) -> dict[tuple[str, str], tuple[date, date]]:
    """Return the estimates of a season of the only show that has several: predicate and basis to day and day known."""
    opened = facts(*world(), *more, catalogued=False)
    dating.add(opened.connection)
    query = "SELECT predicate, unit, value, known_on FROM claims WHERE source = 'estimate' AND season = $1"
    found = opened.connection.execute(query, [which]).fetchall()
    return {(predicate, basis): (date.fromisoformat(value), known) for predicate, basis, value, known in found}


def test_the_id_clock_finds_when_a_season_was_entered() -> None:
    """Between dated seasons of known numbers, an undated one is placed within its bin, as an estimate."""
    truth = date(2010, 1, 1) + timedelta(days=2010)
    day, basis = estimates(*season("imdb:tt9000001", truth, number_of_id=2_010_000))["imdb:tt9000001", "premiere_date"]
    assert basis == "id clock"
    assert abs((day - truth).days) <= 60


def test_an_estimate_is_not_known_before_the_season_aired() -> None:
    """Ids given out a year ahead of an exact premiere make no season of before it."""
    show, aired = "imdb:tt9000009", date(2020, 7, 9)
    opened = facts(*world(), dated(show, 1, aired), *season(show, aired, number_of_id=3_400_000), catalogued=False)
    dating.add(opened.connection)
    known = opened.connection.execute(
        "SELECT min(known_on) FROM claims WHERE source = 'estimate' AND \"show\" = $show", {"show": show}
    ).fetchone()
    assert known == (aired,)


def test_a_finale_is_never_before_its_premiere() -> None:
    """Every season has both estimates, in their order."""
    found = estimates()
    shows = {show for show, _ in found}
    assert len(shows) == 240
    assert all(found[show, "premiere_date"][0] <= found[show, "finale_date"][0] for show in shows)


def test_the_first_rating_of_a_followed_season_beats_the_clock() -> None:
    """A followed series' new season is placed two days before its first rating, and known from that rating on."""
    show, aired = "imdb:tt9000002", date(2016, 5, 3)
    more = [
        *season(show, aired, number_of_id=2_300_000),
        number(show, "tracked_since", days(date(2015, 1, 1)), date(2015, 1, 1)),
        number(show, "first_rated", days(aired + timedelta(days=2)), aired, season=1, episode=1),
    ]
    assert estimates(*more)[show, "premiere_date"] == (aired, "first rating seen")


def test_a_first_season_lies_in_its_first_year() -> None:
    """A known first year bounds what the clock says."""
    show = "imdb:tt9000003"
    more = [
        *season(show, date(2015, 7, 1), number_of_id=2_010_000),
        claim(show, "start_year", "2017", date(2017, 1, 1)),
    ]
    assert estimates(*more)[show, "premiere_date"][0] == date(2017, 1, 1)


def test_a_latest_season_listed_years_ahead_begins_with_its_ratings() -> None:
    """Ids given out long before do not make an old season of one whose episodes are all rated at last."""
    show, aired = "imdb:tt9000004", date(2017, 5, 3)
    more = [
        *season(show, aired, number_of_id=2_010_000),
        number(show, "tracked_since", days(date(2015, 1, 1)), date(2015, 1, 1)),
        *(number(show, "first_rated", days(aired) + 2, aired, season=1, episode=n) for n in (1, 2, 3)),
    ]
    assert estimates(*more)[show, "premiere_date"] == (aired, "first rating seen")


def test_ids_below_the_clock_are_old_not_new() -> None:
    """An id lower than any dated one is placed at the clock's beginning, never at the day of the snapshot."""
    found = estimates(*season("imdb:tt9000006", date(1960, 1, 1), number_of_id=-500))
    assert found["imdb:tt9000006", "premiere_date"][0] < date(2011, 1, 1)


def test_a_season_entered_in_bulk_is_counted_in_years_from_the_first() -> None:
    """Where ids tell nothing, the fourth season of a series of 1958 is put in 1961."""
    show = "imdb:tt9000007"
    ids = {"median_episode_number": 503_000, "last_episode_number": 503_020}
    numbers = [number(show, metric, value, SNAPSHOT, season=4, source="imdb") for metric, value in ids.items()]
    aired = number(show, "episodes_rated", 8, SNAPSHOT, season=4, source="imdb")
    found = estimates(dated(show, 1, date(1958, 10, 10)), *numbers, aired)
    assert found[show, "premiere_date"][0].year == 1961


def test_no_season_begins_after_its_series_was_over() -> None:
    """A catalogue that calls a series ended bounds its seasons by the day of the last episode."""
    show, last = "imdb:tt9000008", date(2012, 6, 1)
    more = [
        *season(show, last, number_of_id=3_000_000),
        claim(show, "last_air_date", last.isoformat(), last, valid_from=last, valid_to=last),
        claim(show, "status", "ended", date(2024, 4, 1)),
    ]
    assert estimates(*more)[show, "premiere_date"][0] == last


def test_a_mean_day_of_its_episodes_dates_a_season() -> None:
    """Eight weekly episodes of which the mean day is known began three and a half weeks before it."""
    show, mean = "imdb:tt9000010", date(2014, 6, 1)
    said = claim(show, "mean_air_date", mean.isoformat(), mean, season=1, valid_from=mean, valid_to=mean)
    found = estimates(*season(show, mean, number_of_id=1_500_000), said)
    assert found[show, "premiere_date"] == (mean - timedelta(days=25), "mean air date")
    assert found[show, "finale_date"][0] == mean + timedelta(days=24)


def test_the_last_season_of_a_series_that_is_over_ends_with_it() -> None:
    """From the day on which a catalogue calls it over, not before: until then the ids, of years ago, date it."""
    show, first, last, told = "imdb:tt9000011", date(2012, 3, 1), date(2016, 8, 1), date(2024, 4, 1)
    found = of_season(
        2,
        dated(show, 1, first),
        *season(show, first, number_of_id=1_520_000),
        *season(show, last, number_of_id=1_200_000, which=2),
        claim(show, "title", "Made Up", told),
        claim(show, "last_air_date", last.isoformat(), last, valid_from=last, valid_to=last),
        claim(show, "status", "ended", told),
    )
    assert found["premiere_date", "last air date"] == (last - timedelta(days=49), told)
    assert found["finale_date", "last air date"] == (last, told)
    clock, known = found["premiere_date", "id clock"]
    assert clock == known < date(2014, 6, 1)


@pytest.mark.parametrize("later", [{}, {3: date(2016, 9, 1)}, {3: date(2015, 3, 1)}])
def test_a_season_keeps_step_with_the_one_before(later: dict[int, date]) -> None:
    """Its own ids are of half a year ahead of a year's step; what came after it moves nothing."""
    show, known = "imdb:tt9000012", {1: date(2013, 9, 1)} | later
    ids = {which: 1_000 * (day - date(2010, 1, 1)).days for which, day in (known | {2: date(2014, 4, 1)}).items()}
    rows = [row for which, ids_at in ids.items() for row in season(show, SNAPSHOT, number_of_id=ids_at, which=which)]
    found = of_season(2, *rows, *(dated(show, which, day) for which, day in known.items()))
    assert found["premiere_date", "id clock"][0] == date(2014, 9, 1)


def test_a_season_on_a_scorecard_began_in_its_tv_season() -> None:
    """Renewed in March 2017: it premiered in June 2016 at the earliest, whatever its ids say."""
    show = "imdb:tt9000013"
    card = claim(show, "renewed", "2", date(2017, 3, 18), season=1, source="scorecards")
    found = estimates(*season(show, date(2016, 9, 1), number_of_id=1_800_000), card)
    assert found[show, "premiere_date"][0] == date(2016, 6, 1)


def rated(values: dict[str, float], day: date) -> list[dict[str, Any]]:
    """Return made-up season ratings of followed series on one day."""
    since = days(date(2023, 4, 30))
    return [
        row
        for show, value in values.items()
        for row in (
            number(show, "imdb_rating", value, day, season=1),
            number(show, "tracked_since", since, date(2023, 4, 30)),
        )
    ]


def places(*rows: dict[str, Any]) -> dict[tuple[str, date], float]:
    """Return the rating percentiles: (show, day) to place."""
    opened = facts(*rows, catalogued=False)
    percentiles.add(opened.connection)
    found = opened.connection.execute(
        "SELECT \"show\", known_on, value FROM observations WHERE metric = 'rating_percentile'"
    )
    return {(show, day): value for show, day, value in found.fetchall()}


def test_a_percentile_is_the_share_of_the_reference_below() -> None:
    """Of 200 evenly spread seasons, the one in the middle stands at about 50, the best at 99, the worst at 0."""
    cohort = {f"imdb:tt{n:07d}": 1 + n * 0.04 for n in range(200)}
    found = places(*rated(cohort, date(2023, 5, 2)))
    at = [found[f"imdb:tt{n:07d}", date(2023, 5, 5)] for n in (0, 100, 199)]
    assert at == pytest.approx([0, 50, 99], abs=1)


def test_a_slow_drift_is_recorded() -> None:
    """A place that moves a point at a time is shown again in every band of three."""
    cohort = {f"imdb:tt{n:07d}": 1 + n * 0.04 for n in range(200)}
    drift = [
        number("imdb:tt0000150", "imdb_rating", 7 - step * 0.08, date(2023, 6, 1) + timedelta(days=step), season=1)
        for step in range(30)
    ]
    found = places(*rated(cohort, date(2023, 5, 2)), *drift)
    shown = [
        value for (show, _), value in sorted(found.items(), key=lambda item: item[0][1]) if show == "imdb:tt0000150"
    ]
    assert shown[0] - shown[-1] > 20
    assert max(abs(a - b) for a, b in pairwise(shown)) < 6


def test_a_rating_later_in_the_first_quarter_does_not_move_an_earlier_place() -> None:
    """The first quarter is measured by its first three days, and shown only after them."""
    cohort = {f"imdb:tt{n:07d}": 1 + n * 0.04 for n in range(200)}
    early = rated(cohort, date(2023, 5, 2))
    late = rated({f"imdb:tt1{n:06d}": 9.9 for n in range(200)}, date(2023, 6, 20))
    before, after = places(*early), places(*early, *late)
    assert {key: value for key, value in after.items() if key in before} == before


def test_ratings_of_a_later_quarter_do_not_move_an_earlier_percentile() -> None:
    """The reference is as old as the quarter's first day, so what comes later cannot reach back."""
    cohort = {f"imdb:tt{n:07d}": 1 + n * 0.04 for n in range(200)}
    early, late = rated(cohort, date(2023, 5, 2)), rated(dict.fromkeys(cohort, 9.9), date(2024, 5, 2))
    before = places(*early)
    after = places(*early, *late)
    assert {key: value for key, value in after.items() if key[1] < date(2024, 1, 1)} == before
