"""Two views of one show, and what has changed between them. Pure: views in, events out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import event_words
from cliffhanger.outlook.event import Event, Kind, Thresholds
from cliffhanger.outlook.views import OVERDUE
from cliffhanger.panel.panel import DAYS_A_MONTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.outlook.views import View

NEW_FOR = timedelta(days=92)
"""How long after its premiere a series that was not known before is still news."""

_ANNOUNCED = (State.RENEWED, State.CANCELLED, State.ENDING, State.DATED, State.IN_PRODUCTION)
_DECIDED = frozenset({Kind.STATE, Kind.DATE_SET, Kind.DATE_MOVED})
_ROUNDING = 1e-9


def compare(before: View | None, after: View | None, thresholds: Thresholds) -> tuple[Event, ...]:
    """Return what has changed between two views of a show, but for what people said and catalogues wavered on.

    Args:
        before: the earlier view, or None where the show had not begun.
        after: the later one, or None likewise.
        thresholds: from when on a change is an event.
    """
    if after is None:
        return ()
    if before is None:
        return (_began(after, None),) if after.day - after.premiere <= NEW_FOR else ()
    found = [*_seasons(before, after), *_states(before, after), *_dates(before, after)]
    if not found:
        found += _odds(before, after, thresholds)
    return (*found, *_silence(before, after, thresholds))


def carried(before: View | None, after: View, events: tuple[Event, ...]) -> View:
    """Return the view that the next one is to be compared with.

    It is the later of two, but for odds that have moved less than was told:
    they are still compared with those that were told last, so that a slow
    drift is told once it adds up.

    Args:
        before: the view that was compared with.
        after: the view that was compared.
        events: what was found.
    """
    told = any(event.kind in (*_DECIDED, Kind.ODDS) for event in events)
    if before is None or told or not _comparable(before, after):
        return after
    return replace(after, p=before.p)


def _seasons(before: View, after: View) -> Iterator[Event]:
    if after.season > before.season:
        yield _began(after, before)
    elif after.season < before.season:
        yield _event(
            after, Kind.STATE, f"season {before.season} withdrawn", after.day, event_words.withdrawn(before, after),
            key_day=after.day, before=str(State.RETURNED), after=str(after.state),
        )  # fmt: skip


def _began(view: View, before: View | None) -> Event:
    # A season begins once, whatever day a source comes to give for it: no day tells it from another.
    return _event(
        view, Kind.STATE, f"season {view.season} began", _known(view.premiere_on, before, view),
        event_words.began(view), season=view.season, after=str(State.RETURNED), estimated=view.estimated,
    )  # fmt: skip


def _known(day: date | None, before: View | None, after: View) -> date:
    """Return since when a change is known: its own day where that lies between the views, else the later view's.

    What came to the ledger late, or came back because something else was taken back, is news of the later day.
    """
    inside = day is not None and (before is None or before.day < day <= after.day)
    return day if day is not None and inside else after.day


def _states(before: View, after: View) -> Iterator[Event]:
    same_season = before.season == after.season
    told_anew = bool(after.fate) and (after.fate, after.fate_value) != (before.fate, before.fate_value)
    if same_season:
        if after.state is before.state and not (told_anew and after.state in _ANNOUNCED):
            return
        if State.DATED in (before.state, after.state) and not told_anew:
            return
        if after.state is State.DATED and after.fate in ("renewed", "ordered", "rescued"):
            return
    elif not (told_anew and after.state in _ANNOUNCED) or after.season < before.season:
        return
    day = _known(after.fate_on if told_anew else after.status_on, before, after)
    what = f"{after.state} {after.fate} {after.fate_value} after season {after.season}"
    yield _event(
        after, Kind.STATE, " ".join(what.split()), day, event_words.state(before, after), key_day=day,
        before=str(before.state) if same_season else "", after=str(after.state),
        p_before=before.p if same_season else None,
    )  # fmt: skip


def _dates(before: View, after: View) -> Iterator[Event]:
    was, now = before.plan if before.season == after.season else None, after.plan
    if now is None:
        if was is not None and was.last > after.day and after.state not in (State.CANCELLED, State.ENDING):
            yield _dated(before, after, Kind.DATE_MOVED, "no date", event_words.date_withdrawn(before, after))
        elif after.missed is not None and (before.missed != after.missed or before.season != after.season):
            yield _dated(before, after, Kind.DATE_MOVED, f"overdue since {after.missed}", event_words.overdue(after))
    elif was is None:
        yield _dated(before, after, Kind.DATE_SET, now.iso(), event_words.date_set(after))
    elif now != was:
        yield _dated(before, after, Kind.DATE_MOVED, now.iso(), event_words.date_moved(was, now, after))


def _dated(before: View, after: View, kind: Kind, what: str, sentence: str) -> Event:
    overdue = after.missed + OVERDUE if after.missed is not None and after.planned_to is None else None
    day = _known(after.planned_on or overdue, before, after)
    return _event(
        after, kind, f"season {after.season + 1}: {what}", day, sentence, key_day=day,
        before=event_words.planned(before) if before.season == after.season else "", after=event_words.planned(after),
    )  # fmt: skip


def _odds(before: View, after: View, thresholds: Thresholds) -> Iterator[Event]:
    if not _comparable(before, after) or not (before.relied and after.relied):
        return
    if abs(after.p - before.p) + _ROUNDING >= thresholds.points / 100:
        what = f"season {after.season + 1}: {before.p:.3f} to {after.p:.3f}"
        yield _event(
            after, Kind.ODDS, what, after.day, event_words.odds(before, after), key_day=after.day, p_before=before.p
        )


def _silence(before: View, after: View, thresholds: Thresholds) -> Iterator[Event]:
    if after.state is not State.LIMBO or after.heard is None or before.season != after.season:
        return
    # Of several that are passed at once, only the last is told.
    passed = [months for months in thresholds.silence if before.silent < months <= after.silent]
    if passed:
        months = max(passed)
        day = _known(after.heard + timedelta(days=_days_of(months)), before, after)
        # A season ends once; what somebody said breaks the silence, and it may grow long again.
        spoken = after.spoken if after.spoken == after.heard else None
        yield _event(
            after, Kind.SILENCE, f"season {after.season + 1}: {months} months", day, event_words.silence(after, months),
            key_day=spoken, after=f"{months} months",
        )  # fmt: skip


def _days_of(months: int) -> int:
    return -int(-months * DAYS_A_MONTH // 1)


def _comparable(before: View, after: View) -> bool:
    """Say whether the odds of two views answer the same question by the same models."""
    return before.season == after.season and before.model == after.model


def _event(  # noqa: PLR0913 - what an event always has
    view: View,
    kind: Kind,
    what: str,
    day: date,
    sentence: str,
    *,
    season: int | None = None,
    **more: Any,  # noqa: ANN401 - the fields of an event
) -> Event:
    return Event(
        show=view.show, title=view.title, season=season or view.season + 1, kind=kind, what=what, day=day,
        sentence=sentence, p=view.p, **more,
    )  # fmt: skip
