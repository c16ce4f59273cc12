"""The sentences of events, in plain English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import words
from cliffhanger.outlook.sources import source_title
from cliffhanger.panel.panel import ROUGH
from cliffhanger.reader.saying import count

if TYPE_CHECKING:
    from datetime import date

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.outlook.dossier import Statement
    from cliffhanger.outlook.settled import Waver
    from cliffhanger.outlook.views import View

_SHOWN_WORDS = 200

_STATUSES = {
    "returning": "returning",
    "ended": "ended",
    "cancelled": "cancelled",
    "in_production": "in production",
    "planned": "planned",
}


def began(view: View) -> str:
    """Say that a season is out."""
    day = words.month(view.premiere) if view.basis in ROUGH else words.day(view.premiere)
    when = f"about {day}" if view.estimated else f"on {day}"
    what = "has begun" if view.season == 1 else "has returned"
    return f"{_named(view)} {what}: season {view.season} premiered {when}{_next(view)}."


def withdrawn(before: View, after: View) -> str:
    """Say that a season that was taken to be out is not."""
    return (
        f"Season {before.season} of {_named(after)} is not out after all: what said so was corrected. "
        f"The latest is season {after.season}."
    )


def state(before: View, after: View) -> str:
    """Say that the state of the next season has changed."""
    said = _by_fate(after) if after.fate else _by_status(after)
    if said is None:
        said = _undone(before, after)
    told = before.season == after.season and before.model == after.model and before.relied and after.relied
    moved = words.percent(before.p) != words.percent(after.p)
    odds = f" {_odds(before, after)}" if told and moved else ""
    return f"{said}{odds}"


def date_set(after: View) -> str:
    """Say that the next season has a date."""
    return f"Season {after.season + 1} of {_named(after)} has a date: {planned(after)}."


def date_moved(was: PartialDate, now: PartialDate, after: View) -> str:
    """Say that the next season's date is another one."""
    if was.first <= now.first and now.last <= was.last:
        way = "become more exact"
    elif now.first <= was.first and was.last <= now.last:
        way = "become less exact"
    else:
        way = "been put off" if now > was else "been brought forward"
    return f"The date of season {after.season + 1} of {_named(after)} has {way}: {now.say()} (before: {was.say()})."


def date_withdrawn(before: View, after: View) -> str:
    """Say that the next season no longer has a date."""
    return f"Season {after.season + 1} of {_named(after)} no longer has a date; before, it was {planned(before)}."


def overdue(after: View) -> str:
    """Say that a date has passed and brought no season."""
    due = words.day(after.missed) if after.missed else "a day that has passed"
    return f"Season {after.season + 1} of {_named(after)} was due by {due}; no source read says that it began."


def odds(before: View, after: View) -> str:
    """Say that the odds have moved."""
    change = round(100 * (after.p - before.p))
    way = "rose" if change > 0 else "fell"
    return (
        f"The odds of season {after.season + 1} of {_named(after)} {way} by {count(abs(change), 'point')} between "
        f"{words.day(before.day)} and {words.day(after.day)}: from {words.percent(before.p)} to "
        f"{words.percent(after.p)}."
    )


def silence(after: View, months: int) -> str:
    """Say that nothing has been heard for some months."""
    since = f" (since {words.month(after.heard)})" if after.heard else ""
    return (
        f"Nothing has been heard of season {after.season + 1} of {_named(after)} for {count(months, 'month')}{since}; "
        f"its odds now are {words.percent(after.p)}."
    )


def statement(view: View, said: Statement, tier: str) -> str:
    """Say that somebody has said something, in their own words."""
    part = f" ({said.role})" if said.role and said.speaker else ""
    who = f"{said.speaker}{part}" if said.speaker else said.source
    season = f"season {said.season} of " if said.season else ""
    shown = [words.cut(piece, _SHOWN_WORDS) for piece in said.words]
    quoted = " … ".join(
        f"“{piece}”" + (" …" if piece != whole else "") for piece, whole in zip(shown, said.words, strict=True)
    )
    to = f" told {said.outlet}" if said.outlet else " said"
    in_source = f" ({said.source}, {tier})"
    return f"{who}{to}, of {season}{_named(view)}: {quoted}{in_source}."


def wavered(view: View, waver: Waver) -> str:
    """Say that a catalogue's word went away and came back."""
    turns = [waver.home, *waver.words]
    path = " to ".join(_STATUSES.get(word, word.replace("_", " ")) for word in turns)
    days = (waver.days[-1] - waver.days[0]).days
    return (
        f"{source_title(waver.source)}'s word on {_named(view)} went from {path} within "
        f"{count(max(days, 1), 'day')}; it is taken for a slip, and changes nothing."
    )


def planned(view: View) -> str:
    """Return the date that a view has for the next season, in words."""
    return view.plan.say() if view.plan else "no date"


def _named(view: View) -> str:
    return f"“{view.title}”"


def _next(view: View) -> str:
    more = {
        State.RENEWED: "; season {} is ordered already",
        State.DATED: "; season {} has a date already",
        State.ENDING: ", the last one that is planned",
    }.get(view.state, "")
    return more.format(view.season + 1)


def _odds(before: View, after: View) -> str:
    return f"The odds of season {after.season + 1} went from {words.percent(before.p)} to {words.percent(after.p)}."


def _by_fate(after: View) -> str | None:
    name, number = _named(after), after.fate_value
    upcoming = number if number.isdecimal() else str(after.season + 1)
    if after.fate in ("renewed", "ordered"):
        return f"{name} has been renewed: season {upcoming} is ordered{_on(after.fate_on)}."
    if after.fate == "rescued":
        return f"{name} has been saved: season {upcoming} will be made elsewhere{_on(after.fate_on)}."
    if after.fate == "cancelled":
        return f"{name} has been cancelled after season {after.season}{_on(after.fate_on)}."
    if after.fate == "ending":
        last = number if number.isdecimal() else str(after.season)
        return f"{name} is to end: season {last} is its last{_on(after.fate_on)}."
    return None


def _by_status(after: View) -> str | None:
    name = _named(after)
    if after.state is State.ENDING:
        return f"A catalogue now calls {name} ended, which is no decision that anybody announced."
    if after.state is State.CANCELLED:
        return f"A catalogue now calls {name} cancelled; no dated decision has been read."
    if after.state is State.IN_PRODUCTION:
        return f"A catalogue now calls {name} in production."
    return None


def _undone(before: View, after: View) -> str:
    if not before.fate and before.state in (State.ENDING, State.CANCELLED, State.IN_PRODUCTION):
        was = {State.ENDING: "ended", State.CANCELLED: "cancelled"}.get(before.state, "in production")
        return f"No catalogue calls {_named(after)} {was} any more: it is {words.STATES[after.state].split(':')[0]}."
    was = words.STATES[before.state].split(":")[0]
    now = words.STATES[after.state].split(":")[0]
    return f"{_named(after)} is no longer counted as {was}: it is now {now}."


def _on(day: date | None) -> str:
    return f" (told on {words.day(day)})" if day else ""
