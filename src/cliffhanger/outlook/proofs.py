"""The evidence of events: for each, the claims it rests on, and where sources disagree on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import FATES, Metric, Modality, Predicate, State
from cliffhanger.outlook import conflicts, evidence, words
from cliffhanger.outlook.event import Event, Kind, proven

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from duckdb import DuckDBPyConnection

    from cliffhanger.outlook.dossier import Conflict, Evidence
    from cliffhanger.outlook.evidence import Known
    from cliffhanger.outlook.views import View

_MOST = 8
"""The most pieces of evidence that an event carries; the dossier has them all."""

_CERTAIN = (Modality.EVENT, Modality.PLAN)
_WEIGHED = FATES | {
    Predicate.STATUS, Predicate.PREMIERE_DATE, Predicate.FINALE_DATE, Predicate.KIND, Predicate.NETWORK,
}  # fmt: skip
"""What the forecasts read, beside numbers."""

_COUNTED = {words.METRICS[Metric.EPISODES_LISTED][0], words.METRICS[Metric.RATING_PERCENTILE][0]}
"""The numbers that they read, in words."""

_DISPUTED = {
    Kind.STATE: {*FATES, Predicate.STATUS, Predicate.PREMIERE_DATE},
    Kind.DATE_SET: {Predicate.PREMIERE_DATE},
    Kind.DATE_MOVED: {Predicate.PREMIERE_DATE},
}


def prove(
    connection: DuckDBPyConnection, events: Sequence[Event], before: Mapping[str, View], until: date
) -> tuple[Event, ...]:
    """Return events with the claims that they rest on, as known on a day.

    Args:
        connection: holds the settled facts.
        events: what was found; those that bring their evidence keep it.
        before: the views that were compared with.
        until: the day.
    """
    bare = sorted({event.show for event in events if not event.evidence})
    known = evidence.known(connection, bare, until)
    moved = sorted({event.show for event in events if event.kind is Kind.ODDS})
    numbers = evidence.numbers(connection, moved, until)
    out = []
    for event in events:
        if event.evidence:
            out.append(event)
            continue
        claims = known.get(event.show, [])
        since = before[event.show].day if event.show in before else None
        found = _CHOSEN[event.kind](event, claims, since)
        if event.kind is Kind.ODDS and since is not None:
            found += _counted(numbers.get(event.show, ()), event.season, since)
        # Where nothing became known, time alone moved the odds, and it counts from the premiere.
        found = found or _dates(claims, event.season - 1)
        out.append(proven(event, found[-_MOST:], _disputed(event, claims)))
    return tuple(out)


def _disputed(event: Event, claims: Sequence[Known]) -> list[Conflict]:
    """Return where sources disagree on what an event tells."""
    about, seasons = _DISPUTED.get(event.kind, set()), (None, event.season, event.season - 1)
    if not about:
        return []
    return [c.conflict for c in conflicts.among(claims) if c.predicate in about and c.season in seasons]


def _of_state(event: Event, claims: Sequence[Known], since: date | None) -> list[Evidence]:
    if event.after == State.RETURNED:
        return _dates(claims, event.season)
    if event.after in (State.RENEWED, State.CANCELLED, State.ENDING, State.DATED):
        told = [k for k in claims if k.predicate in FATES and k.modality == Modality.EVENT]
        fresh = [k for k in told if since is None or k.evidence.known_on > since]
        decided = [
            k for k in fresh or told if k.season is None or k.season >= event.season - 1 or k.value == str(event.season)
        ]
        if decided:
            return [k.evidence for k in decided]
    predicate = Predicate.KIND if event.after == State.LIMITED else Predicate.STATUS
    return [k.evidence for k in claims if k.predicate == predicate]


def _of_date(event: Event, claims: Sequence[Known], since: date | None) -> list[Evidence]:
    del since
    return _dates(claims, event.season)


def _of_odds(event: Event, claims: Sequence[Known], since: date | None) -> list[Evidence]:
    """Return what became known in between, of what the forecasts read."""
    del event
    fresh = (k for k in claims if since is not None and k.evidence.known_on > since)
    return [k.evidence for k in fresh if k.predicate in _WEIGHED]


def _counted(numbers: Sequence[Evidence], season: int, since: date) -> list[Evidence]:
    """Return the numbers on a season or the one before that became known after a day."""
    return [
        n for n in numbers
        if n.known_on > since and n.season in (season, season - 1) and n.what.split(" (")[0] in _COUNTED
    ]  # fmt: skip


def _of_silence(event: Event, claims: Sequence[Known], since: date | None) -> list[Evidence]:
    del since
    season = [k for k in claims if k.season == event.season - 1]
    begun = min((k.value for k in season if k.predicate == Predicate.PREMIERE_DATE), default="")
    # Ids that were given out ahead of a season put its end before its beginning.
    ended = [k.evidence for k in season if k.predicate == Predicate.FINALE_DATE and k.value >= begun]
    return [*_dates(claims, event.season - 1), *ended]


def _dates(claims: Sequence[Known], season: int) -> list[Evidence]:
    """Return who dates a season: sources where there are any, else the estimate."""
    found = [
        k for k in claims
        if k.predicate == Predicate.PREMIERE_DATE and k.season == season and k.modality in _CERTAIN
    ]  # fmt: skip
    return [k.evidence for k in found if k.source != "estimate"] or [k.evidence for k in found]


_CHOSEN: Mapping[Kind, Callable[[Event, Sequence[Known], date | None], list[Evidence]]] = {
    Kind.STATE: _of_state,
    Kind.DATE_SET: _of_date,
    Kind.DATE_MOVED: _of_date,
    Kind.ODDS: _of_odds,
    Kind.SILENCE: _of_silence,
}
