"""A question's row holds what was known on its day, and nothing later; the shows are made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.forecast import Question
from cliffhanger.panel import outcomes, panel
from tests.facts import claim, dated, facts, number

SHOW = "imdb:tt0000001"
S1, S2 = date(2022, 3, 1), date(2023, 5, 1)
AS_OF = date(2023, 9, 1)


def row(*more: dict[str, Any], season: int | None = None, as_of: date = AS_OF) -> dict[str, Any]:
    """Return the row of the show at a season (by default the latest), with two seasons out and more facts added."""
    opened = facts(dated(SHOW, 1, S1), dated(SHOW, 2, S2), *more)
    panel.prepare(opened)
    found = panel.latest(opened, as_of) if season is None else panel.rows(opened, [Question(SHOW, season, as_of)])
    assert len(found) == 1
    return {name: values[0] for name, values in found.columns.items()}


@pytest.mark.parametrize(("as_of", "season"), [(date(2022, 3, 1), 1), (date(2023, 4, 30), 1), (date(2023, 5, 1), 2)])
def test_the_latest_season_is_the_last_that_had_premiered(as_of: date, season: int) -> None:
    """A season counts from the day it airs."""
    assert row(as_of=as_of)["season"] == season


def test_gaps_and_runs_are_counted_from_premieres() -> None:
    """The gap is to the season before, the run to the first."""
    third = date(2024, 1, 1)
    found = row(dated(SHOW, 3, third), as_of=date(2024, 2, 1))
    assert (found["gap_days"], found["run_days"]) == ((third - S2).days, (third - S1).days)


def decided(predicate: str, season: int | None, value: str, day: date, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Return a made-up announcement."""
    return claim(SHOW, predicate, value, day, season=season, **more)


@pytest.mark.parametrize(
    ("announcement", "fate"),
    [
        (decided("renewed", 2, "3", date(2023, 6, 1)), "renewed"),
        (decided("renewed", 1, "2", date(2022, 6, 1)), ""),
        (decided("renewed", 1, "4", date(2022, 6, 1)), "renewed"),
        (decided("ordered", 1, "2", date(2021, 6, 1)), ""),
        (decided("cancelled", 2, "2", date(2023, 8, 1)), "cancelled"),
        (decided("cancelled", 1, "1", date(2022, 8, 1)), ""),
        (decided("cancelled", None, "", date(2022, 8, 1)), ""),
        (decided("cancelled", None, "", date(2023, 8, 1)), "cancelled"),
        (decided("ending", 2, "2", date(2023, 8, 1)), "ending"),
        (decided("ending", 2, "3", date(2023, 8, 1)), "renewed"),
        (decided("renewed", 2, "3", date(2023, 6, 1), modality="rumour"), ""),
        (decided("renewed", 2, "3", date(2023, 6, 1), taken_back_on=date(2023, 7, 1)), ""),
        (decided("renewed", 2, "3", date(2023, 9, 2)), ""),
    ],
)
def test_only_what_concerns_the_next_season_decides_its_fate(announcement: dict[str, Any], fate: str) -> None:
    """A spent renewal, an end that was overtaken, a rumour, a retraction and tomorrow's news decide nothing."""
    assert row(announcement)["fate"] == fate


def test_the_later_announcement_holds() -> None:
    """A renewal that is undone is a cancellation; one that follows a cancellation is a rescue."""
    renewed, cancelled = decided("renewed", 2, "3", date(2023, 6, 1)), decided("cancelled", 2, "2", date(2023, 8, 1))
    assert row(renewed, cancelled)["fate"] == "cancelled"
    assert row(renewed, cancelled, as_of=date(2023, 7, 1))["fate"] == "renewed"


def test_an_order_that_nothing_came_of_lapses() -> None:
    """Once a catalogue calls the series over, or three years behind it; an end never does."""
    renewed = decided("renewed", 2, "3", date(2023, 6, 1))
    assert row(renewed, as_of=date(2026, 5, 1))["fate"] == "renewed"
    assert row(renewed, as_of=date(2026, 7, 1))["fate"] == ""
    over = claim(SHOW, "status", "cancelled", date(2024, 4, 1), source="tmdb")
    assert row(renewed, over, as_of=date(2024, 3, 1))["fate"] == "renewed"
    found = row(renewed, over, as_of=date(2024, 5, 1))
    assert (found["fate"], found["status"]) == ("", "cancelled")
    assert row(decided("cancelled", 2, "2", date(2023, 8, 1)), as_of=date(2027, 1, 1))["fate"] == "cancelled"


def test_a_season_is_known_since_the_first_that_told_of_it() -> None:
    """A catalogue that dates it better years later does not make it a season of that year."""
    guess = {"source": "estimate", "unit": "id clock", "known_on": date(2024, 2, 1)}
    better = {"source": "estimate", "unit": "last air date", "known_on": date(2026, 1, 1)}
    opened = facts(
        dated(SHOW, 1, S1), dated(SHOW, 2, date(2024, 2, 1), **guess), dated(SHOW, 2, date(2024, 5, 1), **better)
    )
    panel.prepare(opened)
    found = opened.connection.execute("SELECT premiere, known_on FROM seasons WHERE season = 2").fetchall()
    assert found == [(date(2024, 5, 1), date(2024, 2, 1))]


def test_whose_a_series_is_a_list_of_what_streams_does_not_tell() -> None:
    """Netflix's lists name it only where nobody else does."""
    listed = claim(SHOW, "network", "Netflix", date(2023, 8, 1), source="netflix")
    assert row(listed)["network"] == "Netflix"
    assert row(listed, claim(SHOW, "network", "NBC", date(2022, 4, 1), source="tmdb"))["network"] == "NBC"


def test_a_date_that_has_been_set_is_seen_from_its_announcement_on() -> None:
    """The premiere of the next season is a plan until it airs."""
    plan = dated(SHOW, 3, date(2024, 2, 1), known_on=date(2023, 8, 1), modality="plan")
    assert row(plan)["planned_from"] == np.datetime64("2024-02-01")
    assert np.isnat(row(plan, as_of=date(2023, 7, 31))["planned_from"])


def test_a_status_counts_only_if_it_was_given_after_the_season_began() -> None:
    """A catalogue's word of before the season says nothing of the next one."""
    assert row(claim(SHOW, "status", "ended", date(2022, 9, 1)))["status"] == ""
    assert row(claim(SHOW, "status", "ended", date(2023, 6, 1)))["status"] == "ended"


def test_a_platform_known_only_later_is_used_and_said_to_be_hindsight() -> None:
    """What was known then is preferred; what came later is marked."""
    later = row(claim(SHOW, "network", "Netflix", date(2024, 4, 1)))
    assert (later["network"], later["network_hindsight"], later["platform_class"]) == ("Netflix", True, "streaming")
    both = row(claim(SHOW, "network", "Netflix", date(2024, 4, 1)), claim(SHOW, "network", "NBC", date(2023, 1, 1)))
    assert (both["network"], both["network_hindsight"]) == ("NBC", False)


def test_a_platforms_record_stops_at_the_last_tv_season() -> None:
    """Decisions of the running TV season are left out, for its cancellations come early and its renewals late."""
    others = []
    for n, (fate, day) in enumerate(
        [("renewed", date(2022, 5, 1)), ("cancelled", date(2022, 8, 1)), ("renewed", date(2022, 9, 2))]
    ):
        other = f"imdb:tt100000{n}"
        others += [claim(other, "network", "NBC", day), claim(other, fate, "3", day, season=2)]
    found = row(*others, claim(SHOW, "network", "NBC", S1), as_of=date(2023, 8, 31))
    assert (found["network_decided"], found["network_renewed"]) == (2, 1)


def test_the_day_a_season_reached_netflix_is_its_premiere_only_near_the_estimate() -> None:
    """A licensed series came to Netflix years later; the estimate, which is of its airing, is kept then."""
    late, guess = date(2023, 1, 5), {"source": "estimate", "unit": "id clock"}
    far = dated(SHOW, 3, date(2021, 6, 1), **guess), dated(SHOW, 3, late, source="netflix")
    near = dated(SHOW, 3, date(2023, 2, 1), **guess), dated(SHOW, 3, late, source="netflix")
    assert row(*far, season=3)["premiere"] == np.datetime64("2021-06-01")
    assert row(*near, season=3)["premiere"] == np.datetime64("2023-01-05")


def test_a_season_that_has_come_is_known_to_have_come() -> None:
    """A question about the season before finds its answer."""
    assert row(season=1)["next_premiere"] == np.datetime64("2023-05-01")
    assert np.isnat(row(season=1, as_of=date(2023, 4, 30))["next_premiere"])


@pytest.mark.parametrize("modality", ["rumour", "hope", "denial", "hypothetical"])
def test_only_an_event_or_a_plan_sets_a_date(modality: str) -> None:
    """What somebody hopes, or denies, sets none."""
    talk = dated(SHOW, 3, date(2024, 2, 1), known_on=date(2023, 8, 1), modality=modality)
    assert np.isnat(row(talk)["planned_from"])


def test_a_cancellation_after_a_date_was_set_voids_it() -> None:
    """And one before it does not."""
    plan = dated(SHOW, 3, date(2024, 2, 1), known_on=date(2023, 7, 1), modality="plan")
    assert np.isnat(row(plan, decided("cancelled", 2, "2", date(2023, 8, 1)))["planned_from"])
    assert not np.isnat(row(plan, decided("cancelled", 2, "2", date(2023, 6, 1)))["planned_from"])


later_facts = st.one_of(
    st.builds(
        lambda predicate, season, days: decided(predicate, season, "3", AS_OF + timedelta(days=days)),
        st.sampled_from(["renewed", "cancelled", "ending", "ordered", "rescued", "status"]),
        st.one_of(st.none(), st.integers(1, 4)),
        st.integers(1, 900),
    ),
    st.builds(
        lambda season, days: dated(SHOW, season, AS_OF + timedelta(days=days)), st.integers(3, 5), st.integers(1, 900)
    ),
    # Rivals, known later, for what is known already: another day, from a better source, or the premiere taken back.
    st.builds(
        lambda season, shift, predicate: (
            dated(SHOW, season, S2 + timedelta(days=shift), known_on=date(2024, 3, 1), source="curated")
            | {"predicate": predicate}
        ),
        st.integers(1, 2),
        st.integers(-400, 120),
        st.sampled_from(["premiere_date", "finale_date"]),
    ),
    st.builds(
        lambda season, day: dated(SHOW, season, day, taken_back_on=date(2024, 5, 1)),
        st.integers(1, 2),
        st.sampled_from([S1, S2]),
    ).filter(lambda fact: fact["valid_from"] == {1: S1, 2: S2}[fact["season"]]),
    st.builds(
        lambda metric, season, days: number(SHOW, metric, 7.0, AS_OF + timedelta(days=days), season=season),
        st.sampled_from(["episodes_listed", "rating_percentile", "votes_percentile", "tracked_since"]),
        st.integers(1, 4),
        st.integers(1, 900),
    ),
)


@settings(max_examples=60)
@given(planted=st.lists(later_facts, min_size=1, max_size=4))
def test_a_planted_future_fact_moves_no_row(planted: list[dict[str, Any]]) -> None:
    """Whatever becomes known after the question's day, its row stays; declared hindsight apart, and marked."""
    known = [
        number(SHOW, "episodes_listed", 8, date(2023, 5, 2), season=2),
        number(SHOW, "rating_percentile", 61, date(2023, 5, 2), season=2),
        claim(SHOW, "network", "NBC", S1),
    ]
    before, after = row(*known, season=2), row(*known, *planted, season=2)
    assert {name: str(value) for name, value in before.items()} == {name: str(value) for name, value in after.items()}


def test_months_are_asked_before_their_answers() -> None:
    """Each month of a followed show is one row, and only the month of the next premiere is answered with yes."""
    followed = number(SHOW, "tracked_since", (date(2022, 4, 1) - date(1970, 1, 1)).days, date(2022, 4, 1))
    opened = facts(dated(SHOW, 1, S1), dated(SHOW, 2, S2), followed)
    panel.prepare(opened)
    asked, came = outcomes.months(opened, date(2023, 1, 1), date(2023, 8, 1))
    days = [str(day) for day in asked["as_of"]]
    assert [day for day, yes in zip(days, came, strict=True) if yes] == ["2023-04-01"]
    assert list(asked["season"]) == [1, 1, 1, 1, 2, 2, 2]


def test_decisions_are_asked_without_their_answer() -> None:
    """The row of a decision does not show it, however early it was announced."""
    early = decided("renewed", 2, "3", S2 + timedelta(days=10), source="scorecards")
    opened = facts(dated(SHOW, 1, S1), dated(SHOW, 2, S2), early)
    panel.prepare(opened)
    asked, renewed = outcomes.decisions(opened, date(2024, 1, 1))
    assert (list(asked["fate"]), list(renewed)) == ([""], [1.0])


def test_months_are_those_of_the_calendar() -> None:
    """From the first of one month to the first of the next, up to the last whole one."""
    assert outcomes.month_ends(date(2023, 11, 1), date(2024, 2, 15)) == [
        (date(2023, 11, 1), date(2023, 12, 1)),
        (date(2023, 12, 1), date(2024, 1, 1)),
        (date(2024, 1, 1), date(2024, 2, 1)),
    ]


def test_an_old_season_that_the_asker_says_is_out_is_taken_to_have_begun() -> None:
    """Its date was published after the question's day, its votes are hindsight; of a season without any none is."""
    show, asked = "imdb:tt0000001", date(2020, 1, 10)
    opened = facts(
        dated(show, 1, date(2018, 10, 1)),
        dated(show, 2, date(2019, 12, 1), known_on=date(2020, 3, 1)),
        number(show, "season_votes", 40, date(2026, 1, 31), season=2, scope="TV season", source="measure"),
    )
    panel.prepare(opened)
    found = panel.begun(panel.rows(opened, [Question(show, 2, asked), Question(show, 3, asked)]))
    assert found["premiere"].astype(object).tolist() == [asked - timedelta(days=panel.ASSUMED_AGE), None]
    assert found["gap_days"][0] == panel.ASSUMED_GAP
