"""Whether a series is safe to start: will whoever begins it be left without an ending?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Kind, State
from cliffhanger.outlook import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from duckdb import DuckDBPyConnection

    from cliffhanger.domain.forecast import Forecast

WAIT_FROM = 0.25
"""Odds of a next season from which it is worth waiting for the decision."""

STORYLESS = frozenset({Kind.DOCUMENTARY, Kind.REALITY, Kind.TALK, Kind.GAME, Kind.NEWS, Kind.SPORTS, Kind.VARIETY})
"""Kinds of series whose seasons stand alone."""

_NO = ("false", "no")

_SAID = """
SELECT "show",
       bool_or(predicate = 'ending' AND modality = 'event') AS announced,
       max(coalesce(season, 9999)) FILTER (
           predicate = 'ends_on_cliffhanger' AND modality = 'event' AND NOT list_contains($no, lower(value))
       ) AS cliffhanger,
       max_by(value, (known_on, source, value)) FILTER (predicate = 'kind') AS kind
FROM claims
WHERE predicate IN ('ending', 'ends_on_cliffhanger', 'kind') AND known_on <= $as_of AND episode IS NULL
  AND (taken_back_on IS NULL OR taken_back_on > $as_of) AND ($everyone OR list_contains($shows, "show"))
GROUP BY "show"
"""
_WHOLE_SERIES = 9999


class Mark(StrEnum):
    """The answer."""

    SAFE = "safe"
    WAIT = "wait"
    RISK = "at your own risk"


@dataclass(frozen=True, slots=True)
class Ending:
    """What the facts say of how a series ends.

    Attributes:
        kind: what the series is meant to be, or None.
        announced: whether an announcement calls a season its last: it was ended, not dropped.
        cliffhanger: the latest season that is said to end on a cliffhanger; 0 where the series is said to without a
            season being named, which is held against whatever season is the latest; None where nobody says so.
    """

    kind: Kind | None = None
    announced: bool = False
    cliffhanger: int | None = None

    def hangs(self, season: int) -> bool:
        """Say whether the story is said to hang after a season: a later one has not picked it up."""
        return self.cliffhanger is not None and (self.cliffhanger == 0 or self.cliffhanger >= season)


@dataclass(frozen=True, slots=True)
class Safe:
    """The mark.

    Attributes:
        mark: safe, wait, or at your own risk.
        reason: why, in plain English.
    """

    mark: Mark
    reason: str


NOTHING_SAID = Ending()
"""Of a series of whose end no source says anything."""


def endings(connection: DuckDBPyConnection, as_of: date, shows: Sequence[str] | None = None) -> Mapping[str, Ending]:
    """Return what was known on a day of how series end; a series of which nothing was said is absent.

    Args:
        connection: holds the fact tables.
        as_of: the day.
        shows: their ids; None for all.
    """
    asked = {"as_of": as_of, "no": list(_NO), "everyone": shows is None, "shows": list(shows or ())}
    found = connection.execute(_SAID, asked).fetchall()
    return {
        show: Ending(
            Kind(kind) if kind in set(Kind) else None,
            bool(announced),
            0 if cliffhanger == _WHOLE_SERIES else cliffhanger,
        )
        for show, announced, cliffhanger, kind in found
    }


def safe(forecast: Forecast, ending: Ending = NOTHING_SAID) -> Safe:
    """Return whether a series is safe to start.

    The rule, the first line that applies:

    1. A next season is ordered, dated or out: safe, the story goes on.
    2. The latest season is said to end on a cliffhanger: at your own risk where the series is cancelled, has ended or
       was never meant to go on, or where a next season is less likely than ``WAIT_FROM``; else wait.
    3. A kind of series whose seasons stand alone, or a limited series: safe.
    4. Cancelled: at your own risk. Cancelled is not ended, and nobody has said that the story is told.
    5. A last season was announced: safe, it ended or is ending by plan.
    6. A catalogue lists the series as ended, not as cancelled: safe after more than one season, else at your own risk.
    7. Undecided: wait where a next season is at least ``WAIT_FROM`` likely and the odds may be relied on, else at your
       own risk.

    So a forecast alone never makes a series safe, one that hangs on a cliffhanger with nothing ordered never is, and
    one that was cancelled is only where its seasons stand alone.

    Args:
        forecast: the odds of its next season.
        ending: what the facts say of its end.
    """
    following = forecast.question.season + 1
    if forecast.state in (State.RENEWED, State.DATED, State.RETURNED):
        return Safe(Mark.SAFE, f"the story goes on: {_GOES_ON[forecast.state].format(following)}")
    if ending.hangs(forecast.question.season):
        return _hanging(forecast, ending)
    if ending.kind in STORYLESS:
        return Safe(Mark.SAFE, f"its seasons stand alone: it is a {ending.kind} series")
    if forecast.state is State.LIMITED or (ending.kind is Kind.LIMITED and forecast.state is not State.CANCELLED):
        return Safe(Mark.SAFE, "a limited series: it was meant to be told in one season")
    return _over(forecast, ending) if forecast.state in (State.CANCELLED, State.ENDING) else _open(forecast)


_GOES_ON = {
    State.RENEWED: "season {} has been ordered",
    State.DATED: "season {} has a date",
    State.RETURNED: "season {} is out",
}


def _hanging(forecast: Forecast, ending: Ending) -> Safe:
    where = f"season {ending.cliffhanger} is" if ending.cliffhanger else "it is"
    said = f"{where} said to end on a cliffhanger"
    over = {
        State.CANCELLED: "it has been cancelled",
        State.ENDING: "it is said to have ended",
        State.LIMITED: "it was never meant to go on",
    }.get(forecast.state)
    if over:
        return Safe(Mark.RISK, f"{said}, and {over}")
    odds = f"a next season is {words.percent(forecast.p_renewed)} likely"
    if forecast.abstain or forecast.p_renewed < WAIT_FROM:
        return Safe(Mark.RISK, f"{said}, and {odds}")
    return Safe(Mark.WAIT, f"{said}; {odds}, and nothing has been announced")


def _over(forecast: Forecast, ending: Ending) -> Safe:
    if forecast.state is State.CANCELLED:
        return Safe(Mark.RISK, "cancelled, which is not ended: no source says that its story is told")
    if ending.announced:
        return Safe(Mark.SAFE, "its last season was announced as the last: it ends by plan")
    seasons = forecast.question.season
    if seasons > 1:
        return Safe(Mark.SAFE, f"a catalogue lists it as ended, not as cancelled, after {seasons} seasons")
    return Safe(Mark.RISK, "a catalogue lists it as ended after one season, and no source says that it was meant to be")


def _open(forecast: Forecast) -> Safe:
    if forecast.abstain:
        return Safe(Mark.RISK, f"nothing has been announced, and the odds say little: {forecast.abstain}")
    odds = f"nothing has been announced: a next season is {words.percent(forecast.p_renewed)} likely"
    return Safe(Mark.WAIT if forecast.p_renewed >= WAIT_FROM else Mark.RISK, odds)
