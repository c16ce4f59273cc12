"""Where sources disagree on what can have one value only: which value is taken, and why.

The value that is taken is the one that the forecasts take, and the reason is
the rule by which they take it: of dates, the source that stands nearest to
the season (:file:`seasons.sql`); of what may change, the latest word; of
decisions, the latest that was taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import DATE_PREDICATES, Modality, Predicate, Tier
from cliffhanger.ledger.article_claims import SOURCE as NEWS
from cliffhanger.outlook import evidence, tiers, words
from cliffhanger.outlook.dossier import Conflict
from cliffhanger.outlook.sources import source_title

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from duckdb import DuckDBPyConnection

    from cliffhanger.outlook.evidence import Known

SAME_DATE = timedelta(days=7)
"""Dates that lie no farther apart agree."""

SAME_NEWS = timedelta(days=30)
"""Contrary decisions that lie farther apart are a development, not a disagreement."""

_CHANGES = {Predicate.STATUS, Predicate.NETWORK}
_LASTS = {
    Predicate.PREMIERE_DATE,
    Predicate.FINALE_DATE,
    Predicate.SEASON_COUNT,
    Predicate.EPISODE_COUNT,
    Predicate.START_YEAR,
    Predicate.CONTENT_RATING,
}
_GOES_ON = {Predicate.RENEWED, Predicate.ORDERED, Predicate.RESCUED}
_STOPS = {Predicate.CANCELLED, Predicate.ENDING}
_NEAREST = ("curated", "own", "tmdb", "metacritic", "tvmaze", "netflix", "omdb", NEWS, "imdb", "economist", "wikidata")
_WHY = {
    "curated": "it was checked by hand against what was published",
    "tmdb": "it lists the air date of every episode",
    "metacritic": "it gives the season's own day of release",
    "tvmaze": "it lists the broadcast schedule",
    "netflix": "it is the streamer's own report",
}
_TIERS = (Tier.OFFICIAL, Tier.TRADE, Tier.TALENT, Tier.CATALOGUE, Tier.PRESS, Tier.RUMOUR)


@dataclass(frozen=True, slots=True)
class Disputed:
    """A disagreement, and what it is about.

    Attributes:
        season: the season that is spoken of, or None for the series.
        predicate: what is said of it, or one of the decisions.
        conflict: the disagreement in words.
    """

    season: int | None
    predicate: Predicate
    conflict: Conflict


def of(connection: DuckDBPyConnection, show: str, as_of: date) -> tuple[Conflict, ...]:
    """Return where sources disagreed on a show, as known on a day."""
    claims = evidence.known(connection, [show], as_of).get(show, [])
    return tuple(disputed.conflict for disputed in among(claims))


def among(claims: Sequence[Known]) -> tuple[Disputed, ...]:
    """Return where sources disagree, among the claims on one show."""
    said: dict[tuple[int | None, Predicate], list[Known]] = {}
    for claim in claims:
        if claim.predicate in _CHANGES | _LASTS and claim.source != "estimate" and claim.modality == Modality.EVENT:
            said.setdefault((claim.season, claim.predicate), []).append(claim)
    found = []
    for (season, predicate), all_said in said.items():
        latest = _latest_by_voice(all_said)
        if len(latest) > 1 and not _agree(latest, predicate):
            found.append(Disputed(season, predicate, _conflict(predicate, latest)))
    return (*found, *_on_decisions(claims))


def _voice(claim: Known) -> str:
    return f"{NEWS}: {claim.publisher}" if claim.source == NEWS else claim.source


def _latest_by_voice(claims: Iterable[Known]) -> list[Known]:
    """Keep each source's latest word, of articles each publisher's; an earlier one of its own is no conflict."""
    latest: dict[str, Known] = {}
    for claim in claims:
        voice = _voice(claim)
        if voice not in latest or claim.evidence.known_on >= latest[voice].evidence.known_on:
            latest[voice] = claim
    return list(latest.values())


def _agree(claims: Sequence[Known], predicate: Predicate) -> bool:
    days = [claim.valid_from for claim in claims if claim.valid_from is not None]
    if predicate in DATE_PREDICATES and len(days) == len(claims):
        return max(days) - min(days) <= SAME_DATE
    return len({claim.value for claim in claims}) == 1


def _conflict(predicate: Predicate, claims: Sequence[Known]) -> Conflict:
    if predicate in _CHANGES:
        order = sorted(claims, key=lambda c: (not _streams(c), c.evidence.known_on, c.source, c.value), reverse=True)
        reason = _later(order[0], order[1])
        if _streams(order[1]) and not _streams(order[0]):
            reason = f"{_title(order[1])} tells where a series streams, not whose it is"
    else:
        order = sorted(claims, key=_nearness)
        reason = _nearer(order[0], order[1])
    return _told(order, words.PREDICATES[predicate], reason)


def _streams(claim: Known) -> bool:
    """Whether a platform's own list only tells that a series is to be seen there."""
    return claim.predicate is Predicate.NETWORK and claim.source == "netflix"


def _told(order: Sequence[Known], what: str, reason: str) -> Conflict:
    spoken = [_spoken(claim) for claim in order]
    return Conflict(order[0].evidence.about, what, spoken[0], tuple(spoken[1:]), reason)


def _spoken(claim: Known) -> str:
    by = claim.publisher if claim.source == NEWS and claim.publisher else source_title(claim.source)
    return f"{claim.value} ({by})"


def _nearness(claim: Known) -> tuple[int, int, int, str, str]:
    place = _NEAREST.index(claim.source) if claim.source in _NEAREST else len(_NEAREST)
    tier = _TIERS.index(tiers.of_source(claim.source, claim.publisher))
    return place, tier, -claim.evidence.known_on.toordinal(), claim.publisher, claim.value


def _nearer(first: Known, second: Known) -> str:
    by, other = _title(first), _title(second)
    if first.source == second.source == NEWS:
        tier, less = (tiers.of_source(c.source, c.publisher) for c in (first, second))
        return (
            f"{by} ({tier}) stands nearer to the decision than {other} ({less})"
            if tier is not less
            else _later(first, second)
        )
    if first.source in _WHY:
        return f"{by} is taken: {_WHY[first.source]}"
    return f"{by} stands nearest to this kind of fact"


def _later(first: Known, second: Known) -> str:
    one, other = first.evidence.known_on, second.evidence.known_on
    if one > other:
        return f"{_title(first)} is the later word: of {words.day(one)}, the other of {words.day(other)}"
    return f"both are of {words.day(one)}; {_title(first)} is taken by the order of the sources"


def _title(claim: Known) -> str:
    return claim.publisher if claim.source == NEWS and claim.publisher else source_title(claim.source)


def _on_decisions(claims: Sequence[Known]) -> list[Disputed]:
    """Return contrary decisions on one season that were told by different sources within a month."""
    decided: dict[int | None, list[Known]] = {}
    for claim in claims:
        if claim.predicate in _GOES_ON | _STOPS and claim.modality == Modality.EVENT:
            decided.setdefault(_upcoming(claim), []).append(claim)
    found = []
    for season, told in decided.items():
        latest = _latest_by_voice(told)
        order = sorted(latest, key=lambda c: (_happened(c), c.predicate, c.value, c.source), reverse=True)
        against = [c for c in order if (c.predicate in _GOES_ON) != (order[0].predicate in _GOES_ON)]
        near = [c for c in against if _happened(order[0]) - _happened(c) <= SAME_NEWS]
        if near:
            found.append(Disputed(season, order[0].predicate, _decision(order[0], near, season)))
    return found


def _decision(first: Known, others: Sequence[Known], season: int | None) -> Conflict:
    about = "series" if season is None else f"season {season}"
    spoken = [f"{c.predicate}: {c.evidence.value} ({_title(c)})" for c in (first, *others)]
    if _happened(first) > _happened(others[0]):
        reason = f"it is the later decision: {words.day(_happened(first))}, the other {words.day(_happened(others[0]))}"
    else:
        reason = f"both are of {words.day(_happened(first))}; {_title(first)} is taken by the order of the sources"
    return Conflict(about, "decision", spoken[0], tuple(spoken[1:]), reason)


def _upcoming(claim: Known) -> int | None:
    """Return the number of the season that a decision is about."""
    if claim.predicate in _STOPS:
        return None if claim.season is None else claim.season + 1
    if claim.value.isdecimal():
        return int(claim.value)
    return None if claim.season is None else claim.season + 1


def _happened(claim: Known) -> date:
    return min(claim.valid_to or claim.evidence.known_on, claim.evidence.known_on)
