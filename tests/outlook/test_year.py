"""A year of real updates, simulated: states, events and forecasts come out in order, and nothing is known early."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.domain.vocabulary import State
from cliffhanger.ledger import export
from cliffhanger.ledger.ingest import ingest
from cliffhanger.ledger.store import Ledger
from cliffhanger.outlook import facts
from cliffhanger.outlook.compare import carried
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.event import Event, Kind, Thresholds
from cliffhanger.outlook.events import Watching
from cliffhanger.panel.panel import ROUGH
from tests.outlook.year import FIRST, LAST, Year, asked, updates

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.outlook.views import View

pytestmark = [pytest.mark.shared, pytest.mark.slow, pytest.mark.xdist_group("real data")]


@dataclass(frozen=True)
class Simulated:
    """What a year of updates gave.

    Attributes:
        year: the updates.
        then: what was seen on the days of some updates, from the ledger as it stood on that day.
        now: a watch over the ledger as it stands at the end.
    """

    year: Year
    then: dict[date, dict[str, View]]
    now: Watching

    @property
    def shows(self) -> list[str]:
        """Ids of the series that are asked about."""
        return [f"imdb:{series}" for series in self.year.sample]


def watching(ledger: Ledger) -> Watching:
    """Return a watch over what a ledger holds now."""
    desk = Desk.open(facts.measured(export.facts(ledger)), facts.starter_models())
    return Watching.of(desk, Thresholds())


@pytest.fixture(scope="module")
def simulated(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Simulated:
    """Bring a year of updates into a ledger, one after another, and ask in between."""
    folder = tmp_path_factory.mktemp("year")
    year, ledger = Year.of(shared / "data"), Ledger(folder / "ledger")
    then, since = {}, None
    for day in updates():
        reports = ingest(ledger, year.write(folder / day.isoformat(), since, day), author="test")
        assert not [report for report in reports if report.failed]
        if day in asked():
            then[day] = watching(ledger).seen(day, [f"imdb:{series}" for series in year.sample])
        since = day
    return Simulated(year, then, watching(ledger))


@pytest.fixture(scope="module")
def told(simulated: Simulated) -> list[tuple[date, date, Event]]:
    """Return the year's events as a weekly watch tells them, each with the two days of its look."""
    watch, before = simulated.now, simulated.now.seen(FIRST, simulated.shows)
    days = [FIRST + timedelta(days=n) for n in range(0, (LAST - FIRST).days, 7)]
    found = []
    for since, day in pairwise([*days, LAST]):
        after = watch.seen(day, simulated.shows)
        events = watch.events(before, after, day)
        found += [(since, day, event) for event in events]
        before = {
            show: carried(before.get(show), view, tuple(event for event in events if event.show == show))
            for show, view in after.items()
        }
    return found


def test_what_was_seen_then_is_what_is_seen_now(simulated: Simulated) -> None:
    """Appending update by update answers as one ledger asked about earlier days does.

    Where a season's date is a rough one, the answer is declared hindsight,
    and only there may it differ. The last episode so far is seen day by day as
    it comes, and afterwards with the season's end alone: never earlier. The
    odds read gaps between earlier seasons, too, which the clock counts anew at
    each update: most are the same, and a few differ by points. Which row of a
    catalogue means which series is a verdict on names, not on the world: one
    that is reached later holds for every day.
    """
    same, apart, named = 0, [], set()
    for day, then in simulated.then.items():
        now = simulated.now.seen(day, simulated.shows)
        assert {show for show, view in now.items() if view.basis not in ROUGH} <= then.keys()
        for show, view in now.items():
            was = then[show]
            if {view.basis, was.basis} & {*ROUGH}:
                continue
            if (view.network, view.status_on) != (was.network, was.status_on):
                named.add(show)
                continue
            same += 1
            assert replace(view, p=0.0, aired=None) == replace(was, p=0.0, aired=None), (day, show)
            assert view.aired is not None
            assert was.aired is not None
            assert view.aired <= was.aired <= day, (day, show)
            if view.aired == was.aired:
                apart.append(abs(view.p - was.p))
    assert len(named) <= 2
    assert same > 250
    assert len(apart) > 150
    assert max(apart) < 0.1
    assert sum(gap < 0.005 for gap in apart) > 0.6 * len(apart)


def test_a_years_events_come_in_order_and_rest_on_what_was_known(told: list[tuple[date, date, Event]]) -> None:
    """Each within the week in which it is told, each once, and each on claims that were known by its day's week."""
    assert len(told) > 100
    assert {event.kind for _, _, event in told} >= {Kind.STATE, Kind.ODDS, Kind.SILENCE}
    assert len({event.id for _, _, event in told}) == len(told)
    assert [event.day for _, _, event in told] == sorted(event.day for _, _, event in told)
    for since, day, event in told:
        assert since < event.day <= day, event.sentence
        assert event.evidence, event.sentence
        assert all(proof.known_on <= day for proof in event.evidence), event.sentence


def test_every_season_that_began_is_told_once_and_never_before_its_first_rating(
    simulated: Simulated, told: list[tuple[date, date, Event]]
) -> None:
    """Held to IMDb's recorded history itself, which no part of the project has read for this."""
    returned = {(e.show.removeprefix("imdb:"), e.season): e for _, _, e in told if e.after == State.RETURNED}
    assert len(returned) == len([e for _, _, e in told if e.after == State.RETURNED])
    began = {(series, season): day for series, own in simulated.year.returning.items() for season, day in own.items()}
    # An old season whose episodes were filled in is not new: a later one had been rated before.
    rated = simulated.year.snapshots.filter(pl.col("n_rated") > 0)
    new = {
        (series, season): day for (series, season), day in began.items()
        if rated.filter((pl.col("tconst") == series) & (pl.col("season") >= season) & (pl.col("date") < day)).is_empty()
    }  # fmt: skip
    assert returned.keys() <= began.keys()
    assert all(event.day >= began[key] for key, event in returned.items())
    assert len(returned.keys() & new.keys()) >= 0.9 * len(new)
    assert len(new) > 25


def test_forecasts_follow_the_seasons_and_look_ahead(simulated: Simulated) -> None:
    """Month by month: no season is asked about before it began, none twice, and every window lies in the future."""
    stands: dict[str, int] = {}
    count = 0
    for day in [FIRST + timedelta(days=30 * n) for n in range(13)]:
        for forecast in simulated.now.settled.forecasts(day, (day + timedelta(days=365),), simulated.shows):
            question = forecast.question
            assert question.as_of == day
            assert question.season >= stands.get(question.show, 0)
            stands[question.show] = question.season
            windows = list(forecast.premiere_quantiles.values())
            assert windows == sorted(windows)
            assert windows[0] >= day
            assert 0 <= min(forecast.p_return_by.values()) <= forecast.p_return_ever <= 1
            count += 1
    assert count > 500
    assert sum(stands[f"imdb:{series}"] >= max(own) for series, own in simulated.year.returning.items()) > 25
