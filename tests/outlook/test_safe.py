"""Whether a series is safe to start: the laws of the rule, each of its lines, and its reading of the facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.forecast import Forecast, Question
from cliffhanger.domain.vocabulary import Kind, State
from cliffhanger.outlook.safe import NOTHING_SAID, STORYLESS, WAIT_FROM, Ending, Mark, endings, safe
from tests.facts import claim, facts
from tests.outlook.made_up import DAY, SHOW, forecast

GOES_ON = (State.RENEWED, State.DATED, State.RETURNED)
EARLIER = date(2025, 5, 1)

any_ending = st.builds(
    Ending,
    kind=st.none() | st.sampled_from(Kind),
    announced=st.booleans(),
    cliffhanger=st.none() | st.integers(0, 9),
)
any_forecast = st.builds(
    lambda state, p, season, abstain: forecast(state, p, question=Question(SHOW, season, DAY), abstain=abstain),
    st.sampled_from(State),
    st.floats(0, 1),
    st.integers(1, 9),
    st.none() | st.just("a made-up reason"),
)


@given(any_forecast, any_ending)
def test_what_hangs_on_a_cliffhanger_with_nothing_ordered_is_never_safe(some: Forecast, ending: Ending) -> None:
    """Least of all where it was cancelled: then it is at one's own risk, whatever else is said."""
    if not ending.hangs(some.question.season) or some.state in GOES_ON:
        return
    found = safe(some, ending)
    assert found.mark is not Mark.SAFE
    assert "cliffhanger" in found.reason
    if some.state is State.CANCELLED:
        assert found.mark is Mark.RISK


@given(any_forecast, any_ending)
def test_a_cancelled_series_is_safe_only_where_its_seasons_stand_alone(some: Forecast, ending: Ending) -> None:
    """Cancelled is not ended."""
    found = safe(replace(some, state=State.CANCELLED), ending)
    assert found.mark is not Mark.WAIT
    assert found.mark is Mark.RISK or ending.kind in STORYLESS


@given(any_forecast, any_ending, st.floats(0, 1))
def test_odds_alone_never_make_a_series_safe(some: Forecast, ending: Ending, other: float) -> None:
    """What is safe at some odds is safe at all, and what is not safe at some is not at any."""
    marks = {safe(replace(some, p_renewed=p), ending).mark for p in (some.p_renewed, other, 0.0, 1.0)}
    assert marks == {Mark.SAFE} or Mark.SAFE not in marks


@given(any_forecast, any_ending)
def test_every_mark_has_a_reason_in_one_line(some: Forecast, ending: Ending) -> None:
    """Plain English, without the vocabulary's words in it."""
    reason = safe(some, ending).reason
    assert reason
    assert "\n" not in reason
    assert "_" not in reason


@given(any_forecast, any_ending)
def test_one_waits_only_for_what_may_come(some: Forecast, ending: Ending) -> None:
    """Wait is said of series whose fate is open, whose odds may be relied on, and are not small."""
    if safe(some, ending).mark is Mark.WAIT:
        assert some.state in (State.LIMBO, State.IN_PRODUCTION)
        assert some.p_renewed >= WAIT_FROM
        assert some.abstain is None


@pytest.mark.parametrize(
    ("state", "p", "ending", "mark", "says"),
    [
        (State.RENEWED, 1.0, Ending(cliffhanger=1), Mark.SAFE, "season 2 has been ordered"),
        (State.DATED, 1.0, NOTHING_SAID, Mark.SAFE, "season 2 has a date"),
        (State.RETURNED, 1.0, NOTHING_SAID, Mark.SAFE, "season 2 is out"),
        (State.LIMBO, 0.62, NOTHING_SAID, Mark.WAIT, "62 % likely"),
        (State.LIMBO, 0.2, NOTHING_SAID, Mark.RISK, "20 % likely"),
        (State.LIMBO, 0.62, Ending(cliffhanger=1), Mark.WAIT, "season 1 is said to end on a cliffhanger"),
        (State.LIMBO, 0.2, Ending(cliffhanger=0), Mark.RISK, "it is said to end on a cliffhanger"),
        (State.LIMBO, 0.62, Ending(kind=Kind.TALK), Mark.SAFE, "stand alone"),
        (State.CANCELLED, 0.02, NOTHING_SAID, Mark.RISK, "not ended"),
        (State.CANCELLED, 0.02, Ending(cliffhanger=1), Mark.RISK, "it has been cancelled"),
        (State.ENDING, 0.01, Ending(announced=True), Mark.SAFE, "by plan"),
        (State.ENDING, 0.01, Ending(announced=True, cliffhanger=1), Mark.RISK, "said to have ended"),
        (State.ENDING, 0.01, NOTHING_SAID, Mark.RISK, "after one season"),
        (State.LIMITED, 0.05, NOTHING_SAID, Mark.SAFE, "limited series"),
        (State.LIMITED, 0.05, Ending(cliffhanger=1), Mark.RISK, "never meant to go on"),
        (State.IN_PRODUCTION, 0.7, NOTHING_SAID, Mark.WAIT, "70 % likely"),
    ],
)  # fmt: skip
def test_each_line_of_the_rule(state: State, p: float, ending: Ending, mark: Mark, says: str) -> None:
    """One case for each."""
    found = safe(forecast(state, p), ending)
    assert found.mark is mark
    assert says in found.reason


def test_a_long_run_that_a_catalogue_calls_ended_is_safe() -> None:
    """More than one season, ended and not cancelled."""
    found = safe(forecast(State.ENDING, 0.01, question=Question(SHOW, 5, DAY)))
    assert (found.mark, "after 5 seasons" in found.reason) == (Mark.SAFE, True)


def test_a_cliffhanger_that_a_later_season_picked_up_is_forgotten() -> None:
    """Of season 1, while season 2 is out."""
    assert not Ending(cliffhanger=1).hangs(2)
    assert Ending(cliffhanger=2).hangs(2)
    assert Ending(cliffhanger=0).hangs(2)


def said(predicate: str, value: str, known_on: date = EARLIER, **more: object) -> dict[str, object]:
    """Return a made-up claim about the show."""
    return claim(SHOW, predicate, value, known_on, **more)


def test_what_the_facts_say_of_an_ending() -> None:
    """Kind, an announced last season, and the latest cliffhanger."""
    opened = facts(
        said("kind", "scripted"),
        said("ending", "3", season=3),
        said("ends_on_cliffhanger", "True", season=1),
        said("ends_on_cliffhanger", "True", season=2),
    )
    assert endings(opened.connection, DAY, [SHOW]) == {SHOW: Ending(Kind.SCRIPTED, announced=True, cliffhanger=2)}
    assert endings(opened.connection, DAY) == endings(opened.connection, DAY, [SHOW])


def test_a_cliffhanger_without_a_season_is_held_against_the_series() -> None:
    """It may be the latest season's."""
    opened = facts(said("ends_on_cliffhanger", "True"))
    assert endings(opened.connection, DAY)[SHOW].cliffhanger == 0


def test_an_ending_is_read_as_it_was_known() -> None:
    """Law 1: not before its day, not after it was taken back, and not what was only a rumour or denied."""
    opened = facts(
        said("ends_on_cliffhanger", "True", DAY, season=1),
        said("ending", "1", season=1, modality="rumour"),
        said("ends_on_cliffhanger", "False", season=1),
        said("ending", "1", season=1, taken_back_on=date(2025, 6, 1)),
    )
    assert endings(opened.connection, date(2025, 12, 31))[SHOW] == NOTHING_SAID
    assert endings(opened.connection, date(2025, 5, 2))[SHOW].announced
    assert endings(opened.connection, DAY)[SHOW].cliffhanger == 1
    assert SHOW not in endings(opened.connection, date(2025, 4, 30))
