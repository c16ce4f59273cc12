"""What has changed between two days; shows, people and words are made up."""

from __future__ import annotations

import itertools
import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.vocabulary import State, Tier
from cliffhanger.outlook.compare import carried, compare
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.event import Event, Kind, Thresholds, in_order
from cliffhanger.outlook.events import changes
from cliffhanger.outlook.facts import from_starter, starter_models
from cliffhanger.outlook.settled import SETTLE, settled
from cliffhanger.outlook.views import View, views
from tests.facts import claim, dated, facts

if TYPE_CHECKING:
    from cliffhanger.ledger.facts import Facts

SHOW = "imdb:tt9000001"
BEGAN = date(2025, 3, 5)
SINCE, UNTIL = date(2025, 6, 1), date(2025, 6, 8)
NEWS = date(2025, 6, 3)
NEVER_SILENT = Thresholds(points=101, silence=())
MODELS = starter_models()
_ids = itertools.count()


def told(predicate: str, value: str, known_on: date = NEWS, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Return a made-up claim with an id of its own, and an address."""
    own = {"claim_id": f"c{next(_ids)}", "url": "https://example.org/story", "publisher": ""}
    return claim(SHOW, predicate, value, known_on, **(own | more))


def renewed(known_on: date = NEWS, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Return a made-up renewal for season 2, as the trade press tells it."""
    return told("renewed", "2", known_on, season=1, source="news", **({"publisher": "Deadline"} | more))


def desk(*rows: dict[str, Any]) -> Desk:
    """Return a desk over a show whose first season began in March, and these rows."""
    begun = dated(SHOW, 1, BEGAN, claim_id="began", source="curated", url="https://example.org/began")
    title = told("title", "Copper Lantern", BEGAN, source="imdb")
    return Desk.open(facts(begun, title, *rows), MODELS)


def found(
    *rows: dict[str, Any], since: date = SINCE, until: date = UNTIL, thresholds: Thresholds = NEVER_SILENT
) -> tuple[Event, ...]:
    """Return what has changed of that show."""
    return changes(desk(*rows), since, until, [SHOW], thresholds)


def one(*rows: dict[str, Any], **asked: Any) -> Event:  # noqa: ANN401 - what found takes
    """Return the one thing that has changed."""
    (event,) = found(*rows, **asked)
    return event


def test_a_renewal_is_one_event_with_its_source() -> None:
    """State, day, odds in the sentence, and the claim with publisher and address."""
    event = one(renewed(), thresholds=Thresholds(points=5, silence=()))
    assert (event.kind, event.before, event.after, event.day, event.season) == (Kind.STATE, "limbo", "renewed", NEWS, 2)
    assert event.sentence.startswith("“Copper Lantern” has been renewed: season 2 is ordered (told on 3 June 2025).")
    assert "to over 99 %" in event.sentence
    assert [(e.source, e.url, e.known_on) for e in event.evidence] == [("Deadline", "https://example.org/story", NEWS)]


@pytest.mark.parametrize(
    ("row", "after", "words"),
    [
        (told("cancelled", "1", season=1), "cancelled", "has been cancelled after season 1"),
        (told("ending", "1", season=1), "ending", "is to end: season 1 is its last"),
        (told("rescued", "2", season=1, unit="Hulu"), "renewed", "has been saved"),
        (told("status", "ended"), "ending", "A catalogue now calls “Copper Lantern” ended"),
        (told("status", "cancelled"), "cancelled", "A catalogue now calls “Copper Lantern” cancelled"),
        (told("status", "in_production"), "in_production", "in production"),
    ],
)
def test_every_change_of_state_is_told_in_its_own_words(row: dict[str, Any], after: str, words: str) -> None:
    """Announced decisions, and what catalogues say once it has stood; each with its evidence."""
    event = one(row, until=NEWS + timedelta(days=SETTLE))
    assert (event.kind, event.after) == (Kind.STATE, after)
    assert words in event.sentence
    assert [proof.claim_id for proof in event.evidence] == [row["claim_id"]]


@pytest.mark.parametrize("modality", ["rumour", "hope", "plan", "denial", "hypothetical"])
def test_only_what_is_told_as_an_event_changes_a_state(modality: str) -> None:
    """A rumoured renewal, a hoped-for one and a denied one are no news of the state."""
    assert found(renewed(modality=modality)) == ()


def test_a_publisher_of_rumours_alone_changes_nothing() -> None:
    """Whatever it tells as a fact; a paper of the trade that tells the same does."""
    rumour = renewed(publisher="We Got This Covered")
    assert found(rumour) == ()
    event = one(rumour, renewed(date(2025, 6, 5)))
    assert (event.after, event.day) == ("renewed", date(2025, 6, 5))


def test_a_rumoured_end_does_not_undo_a_renewal() -> None:
    """The decision that was announced stands."""
    rumour = told("cancelled", "1", season=1, source="news", publisher="we got this covered ")
    assert found(renewed(date(2025, 5, 1)), rumour) == ()


def flapping() -> list[dict[str, Any]]:
    """Return a catalogue that called a series returning, for two days ended, and returning again."""
    days = {date(2025, 4, 1): "returning", NEWS: "ended", NEWS + timedelta(days=2): "returning"}
    return [told("status", word, day) for day, word in days.items()]


def test_a_status_that_flaps_is_one_event() -> None:
    """Day by day over a month: one event, on the day it came back, and the state never moves."""
    asked = desk(*flapping())
    days = [SINCE + timedelta(days=n) for n in range(31)]
    events = [e for a, b in itertools.pairwise(days) for e in changes(asked, a, b, [SHOW], NEVER_SILENT)]
    assert [(e.kind, e.day) for e in events] == [(Kind.WAVERED, NEWS + timedelta(days=2))]
    assert "went from returning to ended to returning within two days" in events[0].sentence
    assert [proof.value for proof in events[0].evidence] == ["ended", "returning"]
    assert [e.id for e in changes(asked, days[0], days[-1], [SHOW], NEVER_SILENT)] == [events[0].id]


def test_a_status_that_stays_is_told_once_when_it_has_stood() -> None:
    """Not before a week is over, and not again."""
    rows = flapping()[:2]
    assert found(*rows, until=NEWS + timedelta(days=SETTLE - 1)) == ()
    event = one(*rows, until=NEWS + timedelta(days=SETTLE))
    assert (event.after, event.day) == ("ending", NEWS + timedelta(days=SETTLE))
    assert found(*rows, since=NEWS + timedelta(days=SETTLE), until=date(2025, 8, 1)) == ()


def test_two_catalogues_that_disagree_do_not_make_a_state_flap() -> None:
    """Each repeats its own word every ten days: the one that changed last is heard, and there is one event."""
    rows = [told("status", "returning", date(2025, 4, 1) + timedelta(days=10 * n), source="tvmaze") for n in range(12)]
    rows += [told("status", "ended", NEWS + timedelta(days=10 * n), source="tmdb") for n in range(6)]
    asked = desk(*rows)
    days = [SINCE + timedelta(days=n) for n in range(61)]
    events = [e for a, b in itertools.pairwise(days) for e in changes(asked, a, b, [SHOW], NEVER_SILENT)]
    assert [(e.kind, e.after) for e in events] == [(Kind.STATE, "ending")]
    (conflict,) = [c for c in events[0].conflicts if c.what == "status in the catalogue"]
    assert conflict.reason


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(
            st.integers(0, 60),
            st.sampled_from(["returning", "ended", "cancelled"]),
            st.sampled_from(["tmdb", "tvmaze"]),
        ),
        max_size=12,
    ),
    st.integers(0, 60),
)
def test_later_words_never_change_what_had_settled(words: list[tuple[int, str, str]], cut: int) -> None:
    """Law 1 for what alerts read: the view of a day is the same with and without what was said after it."""
    day = SINCE + timedelta(days=cut)
    rows = [told("status", word, SINCE + timedelta(days=n), source=source) for n, word, source in words]
    known = [row for row in rows if row["known_on"] <= day]
    seen = [views(settled(desk(*some)), day, [SHOW])[SHOW] for some in (rows, known)]
    assert seen[0] == seen[1]


def test_a_date_is_set_moved_made_exact_and_taken_back() -> None:
    """One event each; the passing of time moves none."""

    def plan(first: date, last: date, known_on: date, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
        window = {"valid_from": first, "valid_to": last, "season": 2, "modality": "plan", "source": "news"}
        return told("premiere_date", f"{first}/{last}", known_on, **window, publisher="Variety", **more)

    year = plan(date(2026, 1, 1), date(2026, 12, 31), date(2025, 6, 3))
    month = plan(date(2026, 3, 1), date(2026, 3, 31), date(2025, 7, 3))
    late = plan(date(2026, 5, 1), date(2026, 5, 31), date(2025, 8, 3), taken_back_on=date(2025, 9, 3))
    asked = desk(renewed(date(2025, 5, 1)), year, month | {"taken_back_on": date(2025, 9, 3)}, late)
    days = [SINCE, date(2025, 7, 1), date(2025, 8, 1), date(2025, 9, 1), date(2025, 10, 1)]
    events = [e for a, b in itertools.pairwise(days) for e in changes(asked, a, b, [SHOW], NEVER_SILENT)]
    assert [(e.kind, e.day.isoformat(), e.after) for e in events] == [
        (Kind.DATE_SET, "2025-06-03", "2026"),
        (Kind.DATE_MOVED, "2025-07-03", "March 2026"),
        (Kind.DATE_MOVED, "2025-08-03", "May 2026"),
        (Kind.DATE_MOVED, "2025-10-01", "2026"),
    ]
    ways = ["has a date: 2026", "become more exact: March 2026", "been put off: May 2026", "less exact"]
    assert all(way in e.sentence for way, e in zip(ways, events, strict=True))
    assert changes(desk(year), date(2026, 1, 5), date(2026, 6, 5), [SHOW], NEVER_SILENT) == ()


def test_a_date_that_brings_no_season_is_told_two_weeks_later() -> None:
    """Not on the day itself: catalogues trail a premiere by days."""
    due = date(2025, 6, 10)
    plan = told(
        "premiere_date",
        "2025-06-10",
        date(2025, 5, 1),
        season=2,
        valid_from=due,
        valid_to=due,
        modality="plan",
        source="news",
    )
    rows = (renewed(date(2025, 4, 1)), plan)
    assert found(*rows, since=due - timedelta(days=1), until=due + timedelta(days=13)) == ()
    event = one(*rows, since=due + timedelta(days=13), until=due + timedelta(days=14))
    assert (event.kind, event.day) == (Kind.DATE_MOVED, due + timedelta(days=14))
    assert "was due by 10 June 2025; no source read says that it began" in event.sentence


def test_a_season_that_begins_is_told_once_and_the_odds_start_anew() -> None:
    """The odds before were about another season, and are not compared."""
    out = dated(SHOW, 2, NEWS, claim_id="out", source="curated")
    event = one(out, renewed(date(2025, 5, 1)), thresholds=Thresholds(points=1, silence=()))
    assert (event.kind, event.after, event.season, event.day) == (Kind.STATE, "returned", 2, NEWS)
    assert event.sentence == "“Copper Lantern” has returned: season 2 premiered on 3 June 2025."
    assert event.p_before is None
    assert [proof.claim_id for proof in event.evidence] == ["out"]


def test_a_new_series_has_begun_and_an_old_one_that_turns_up_is_no_news() -> None:
    """Only what premiered within the last three months."""
    asked = desk()
    (event,) = changes(asked, date(2025, 3, 1), date(2025, 3, 8), [SHOW], NEVER_SILENT)
    assert event.sentence == "“Copper Lantern” has begun: season 1 premiered on 5 March 2025."
    late = dated(SHOW, 1, date(2010, 1, 1), known_on=NEWS, claim_id="late")
    other = Desk.open(facts(late), MODELS)
    assert changes(other, SINCE, UNTIL, [SHOW], NEVER_SILENT) == ()


def test_silence_is_told_once_for_each_threshold() -> None:
    """On its own day, however often one looks; what somebody says breaks it."""
    asked, quiet = desk(), Thresholds(points=101, silence=(3, 6))
    days = [SINCE + timedelta(days=n) for n in range(0, 200, 5)]
    events = [e for a, b in itertools.pairwise(days) for e in changes(asked, a, b, [SHOW], quiet)]
    assert [(e.kind, e.after, e.day) for e in events] == [
        (Kind.SILENCE, "3 months", BEGAN + timedelta(days=92)),
        (Kind.SILENCE, "6 months", BEGAN + timedelta(days=183)),
    ]
    said = told("statement", "We hope so.", date(2025, 6, 2), source="news", speaker="A. Player", role="Mara Quill")
    events = list(changes(desk(said), date(2025, 6, 3), date(2025, 9, 10), [SHOW], quiet))
    assert [(e.after, e.day) for e in events] == [("3 months", date(2025, 6, 2) + timedelta(days=92))]


@pytest.mark.parametrize(
    ("more", "tier"),
    [
        ({"speaker": "A. Player", "role": "Mara Quill"}, Tier.TALENT),
        ({"speaker": "B. Writer", "role": "executive producer"}, Tier.TALENT),
        ({"speaker": "C. Head", "role": "head of drama"}, Tier.OFFICIAL),
        ({"publisher": "Netflix"}, Tier.OFFICIAL),
        ({"publisher": "Deadline"}, Tier.TRADE),
        ({"publisher": "The Post"}, Tier.PRESS),
        ({"modality": "rumour"}, None),
        ({"publisher": "We Got This Covered"}, None),
    ],
)
def test_a_statement_is_told_with_its_tier_and_rumours_are_not(more: dict[str, Any], tier: Tier | None) -> None:
    """By who speaks, else by who publishes."""
    row = told("statement", "We hope to come back.", season=2, source="news", **({"publisher": "The Post"} | more))
    events = found(row)
    assert [event.tier for event in events] == ([tier] if tier else [])
    for event in events:
        assert (event.kind, event.day) == (Kind.STATEMENT, NEWS)
        assert "“We hope to come back.”" in event.sentence
        assert event.evidence[0].value == "We hope to come back."


def test_a_copy_of_what_was_said_before_is_no_news() -> None:
    """Another paper repeats it a week later."""
    words: dict[str, Any] = {"source": "news", "speaker": "A. Player"}
    first = told("statement", "We hope so.", date(2025, 5, 20), publisher="The Post", **words)
    copy = told("statement", "We hope so", publisher="The Echo", **words)
    assert found(first, copy) == ()


def test_odds_are_told_with_what_moved_them() -> None:
    """A catalogue that lists the next season moves them, and is the evidence."""
    listed = {
        "show": SHOW, "metric": "episodes_listed", "value": 8.0, "known_on": date(2026, 1, 20), "season": 2,
        "source": "imdb_history", "source_show": SHOW, "scope": "",
    }  # fmt: skip
    own = listed | {"season": 1, "known_on": date(2026, 1, 2)}
    event = one(own, listed, since=date(2026, 1, 15), until=date(2026, 1, 22), thresholds=Thresholds(5, ()))
    assert (event.kind, event.day) == (Kind.ODDS, date(2026, 1, 22))
    assert event.p_before is not None
    assert event.p is not None
    assert event.p - event.p_before > 0.05
    assert [(e.what, e.value) for e in event.evidence] == [("episodes listed at IMDb", "8")]
    assert found(own, listed, since=date(2026, 1, 15), until=date(2026, 1, 22)) == ()


def view(**more: Any) -> View:  # noqa: ANN401 - the fields of a view
    """Return a made-up view."""
    own: dict[str, Any] = {"day": SINCE, "season": 1, "premiere": BEGAN, "premiere_on": BEGAN}
    return View(show=SHOW, title="Copper Lantern", **(own | more))


def test_a_slow_drift_is_told_once_it_adds_up() -> None:
    """Two points a day and a threshold of five: told on the third day, and compared with that day from then on."""
    before, told_on = view(p=0.5), []
    for n in range(1, 8):
        after = view(p=0.5 - 0.02 * n, day=SINCE + timedelta(days=n))
        events = compare(before, after, Thresholds())
        told_on += [n for event in events if event.kind is Kind.ODDS]
        before = carried(before, after, events)
    assert told_on == [3, 6]


def test_odds_of_other_models_are_not_compared() -> None:
    """Another model is no news of the show."""
    after = view(p=0.9, model="other", day=UNTIL)
    assert compare(view(p=0.1), after, Thresholds()) == ()
    assert carried(view(p=0.1), after, ()) == after


def test_odds_that_should_not_be_relied_on_are_not_told() -> None:
    """Whichever side they stand on."""
    assert compare(view(p=0.1, relied=False), view(p=0.9, day=UNTIL), Thresholds()) == ()


views_made = st.builds(
    view,
    day=st.dates(SINCE, UNTIL), season=st.integers(1, 3), state=st.sampled_from(State), p=st.floats(0, 1),
    fate=st.sampled_from(["", "renewed", "cancelled", "ending"]), fate_value=st.sampled_from(["", "2", "3"]),
    fate_on=st.none() | st.dates(BEGAN, UNTIL), status=st.sampled_from(["", "ended"]),
    planned_from=st.just(date(2026, 1, 1)), planned_to=st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)),
    missed=st.none() | st.dates(BEGAN, SINCE), aired=st.none() | st.dates(BEGAN, SINCE),
    basis=st.sampled_from(["", "id clock"]),
)  # fmt: skip


@given(views_made)
def test_a_view_compared_with_itself_tells_nothing_and_survives_being_remembered(seen: View) -> None:
    """No change, no event; and JSON gives back what it was given."""
    assert compare(seen, seen, Thresholds()) == ()
    assert View.of_plain(json.loads(json.dumps(seen.plain()))) == seen


@given(views_made, views_made)
def test_every_event_is_known_within_the_days_that_are_compared(before: View, after: View) -> None:
    """Whatever has changed; ids are distinct, and the same when asked again."""
    before, after = replace(before, day=SINCE), replace(after, day=UNTIL)
    events = compare(before, after, Thresholds())
    assert all(SINCE < event.day <= UNTIL for event in events)
    assert len({event.id for event in events}) == len(events)
    assert [event.id for event in compare(before, after, Thresholds())] == [event.id for event in events]
    assert in_order((*events, *events)) == in_order(events)


def test_changes_refuse_days_in_the_wrong_order() -> None:
    """Nothing lies between a day and itself."""
    with pytest.raises(ValueError, match="is not before"):
        changes(desk(), SINCE, SINCE)


@pytest.fixture(scope="module")
def starter() -> Facts:
    """Return the starter catalogue."""
    return from_starter()


def test_a_watch_list_tells_what_the_whole_catalogue_tells(starter: Facts) -> None:
    """The week's events of some shows are the same when they are asked about alone; every one has its evidence."""
    asked = Desk.open(starter, MODELS)
    everything = changes(asked, date(2026, 1, 24), date(2026, 1, 31))
    some = sorted({event.show for event in everything})[::40]
    alone = changes(asked, date(2026, 1, 24), date(2026, 1, 31), some)
    assert alone == tuple(event for event in everything if event.show in some)
    assert all(event.evidence for event in everything)
    assert all(proof.known_on <= date(2026, 1, 31) for event in everything for proof in event.evidence)
    assert list(everything) == sorted(everything, key=lambda event: event.order)


def test_at_the_last_day_the_odds_are_the_forecasts_own(starter: Facts) -> None:
    """Strict and hindsight are one there; alerts and dossiers say the same."""
    asked = Desk.open(starter, MODELS)
    own = {forecast.question.show: forecast for forecast in asked.forecasts(asked.known_to, ())}
    seen = views(settled(asked), asked.known_to, None)
    assert seen.keys() == own.keys()
    assert [show for show in own if abs(own[show].p_renewed - seen[show].p) > 1e-9] == []
    assert [show for show in own if own[show].state is not seen[show].state] == []
