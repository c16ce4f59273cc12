"""The season of a claim that names none, by what the article tells elsewhere of the same show."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import DATE_PREDICATES, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from cliffhanger.reader.claims import ArticleClaim

FRESH = timedelta(days=14)
"""Days within which the news itself is told in other words."""

_YEAR = timedelta(days=365)
_RUN = timedelta(days=270)
# What has just been ordered does not premiere so soon: that is the season before it.
_SOON = timedelta(days=100)
_THE_SHOW_ENDS = re.compile(
    r"(?:end(?:s|ed)|conclude[sd]|bow(?:s|ed)\s+out|sign(?:s|ed)\s+off|(?:goes|went)\s+off)\b", re.IGNORECASE
)
_STOPPED = frozenset({Predicate.CANCELLED, Predicate.IN_LIMBO})
_FILMED = frozenset({Predicate.FILMING_START, Predicate.FILMING_END})
_AHEAD = frozenset({Modality.PLAN, Modality.HYPOTHETICAL, Modality.HOPE, Modality.RUMOUR})


def numbered(
    claim: ArticleClaim,
    seasons: Mapping[tuple[object, ...], set[int]],
    kept: Sequence[ArticleClaim],
    published: date | None,
) -> ArticleClaim:
    """Return a rescue, a plan or a renewal without a season with the one that is meant, where the article names it."""
    if claim.season is not None:
        return claim
    if claim.predicate is Predicate.RENEWED and claim.modality is Modality.EVENT:
        return _numbered_renewal(claim, kept, published)
    if claim.predicate is Predicate.RESCUED:
        return _numbered_rescue(claim, seasons)
    if claim.predicate not in DATE_PREDICATES:
        return claim
    around = _around(claim, kept)
    return replace(claim, season=around.pop()) if len(around) == 1 else _numbered_date(claim, seasons, kept, published)


def _numbered_date(
    claim: ArticleClaim,
    seasons: Mapping[tuple[object, ...], set[int]],
    kept: Sequence[ArticleClaim],
    published: date | None,
) -> ArticleClaim:
    if claim.predicate is Predicate.FINALE_DATE:
        return (
            _numbered_finale(claim, seasons, kept, published)
            if claim.modality in _AHEAD
            else _numbered_end(claim, kept)
        )
    if claim.predicate in _FILMED and claim.modality is Modality.EVENT:
        return _numbered_filming(claim, kept, published)
    if claim.predicate is Predicate.PREMIERE_DATE and claim.modality is Modality.EVENT:
        return _numbered_start(claim, kept, published)
    if claim.modality in _AHEAD:
        soon = claim.when is not None and published is not None and claim.when.last - published < _SOON
        planned = _planned_behind(claim, kept)
        if claim.predicate is Predicate.FILMING_END and soon and published is not None:
            # What has just been ordered is not filmed so soon.
            planned = {season - 1 for season in _just_ordered(claim, kept, published)} or planned
        if len(planned) == 1:
            return replace(claim, season=planned.pop() or None)
        premieres = claim.predicate is Predicate.PREMIERE_DATE
        return claim if premieres and soon else _numbered_plan(claim, seasons)
    return claim


def _of_only(claim: ArticleClaim, seasons: Iterable[int | None]) -> ArticleClaim:
    """Return a claim with the season that is the only one, or as it is where there are none or several."""
    only = set(seasons)
    return replace(claim, season=only.pop()) if len(only) == 1 else claim


def of_its_end(
    claim: ArticleClaim, seasons: Mapping[tuple[object, ...], set[int]], kept: Sequence[ArticleClaim]
) -> ArticleClaim:
    """Return a cancellation without a season with the one that the article elsewhere says it ended with."""
    if claim.season is not None or claim.predicate is not Predicate.CANCELLED or claim.modality is not Modality.EVENT:
        return claim
    own = [c for c in kept if c.subject == claim.subject and c.modality is Modality.EVENT]
    if any(c.predicate in {Predicate.RESCUED, Predicate.RENEWED} for c in own):
        return claim
    last = seasons.get((claim.subject, Predicate.ENDING, Modality.EVENT), set())
    last = last or {c.value for c in own if c.predicate is Predicate.SEASON_COUNT and isinstance(c.value, int)}
    return _of_only(claim, last)


def of_its_last(claim: ArticleClaim, told: Sequence[ArticleClaim]) -> ArticleClaim:
    """Return the day on which a show itself ends with its last season, where the article tells that of nothing else."""
    ends = claim.predicate is Predicate.FINALE_DATE and claim.season is None and claim.span is not None
    if not ends or claim.span is None or not _THE_SHOW_ENDS.match(claim.span.text):
        return claim
    own = [c for c in told if c.subject == claim.subject and c.modality is Modality.EVENT]
    last = {c.season for c in own if c.predicate in {Predicate.CANCELLED, Predicate.ENDING}}
    gone_on = any(c.predicate in {Predicate.RENEWED, Predicate.RESCUED} for c in own)
    return claim if gone_on else _of_only(claim, last)


def _numbered_start(claim: ArticleClaim, kept: Sequence[ArticleClaim], published: date | None) -> ArticleClaim:
    """Return a premiere with the season whose finale follows within a run, or that has returned to end the series."""
    if claim.when is None:
        return claim
    own = [c for c in kept if c.subject == claim.subject and c.season is not None]
    ended = {
        c.season
        for c in own
        if c.predicate is Predicate.FINALE_DATE and c.when and timedelta(0) < c.when.first - claim.when.first < _RUN
    }
    returned = claim.span is not None and "return" in claim.span.text.casefold()
    if not ended and returned and published is not None and published - claim.when.last < _RUN:
        ended = {
            c.season
            for c in own
            if c.predicate in {Predicate.ENDING, Predicate.CANCELLED} and c.modality is Modality.EVENT
        }
    return _of_only(claim, ended)


def _numbered_filming(claim: ArticleClaim, kept: Sequence[ArticleClaim], published: date | None) -> ArticleClaim:
    """Return late filming with the season whose premiere is planned, or with the last one of a series that is over."""
    if claim.when is None or published is None or published - claim.when.last > 2 * _YEAR:
        return claim
    own = [c for c in kept if c.subject == claim.subject and c.season is not None]
    planned = {c.season for c in own if c.predicate is Predicate.PREMIERE_DATE and c.modality is Modality.PLAN}
    over = {
        c.season for c in own if c.predicate in {Predicate.ENDING, Predicate.CANCELLED} and c.modality is Modality.EVENT
    }
    meant = planned or over
    return _of_only(claim, meant)


def _planned_behind(claim: ArticleClaim, kept: Sequence[ArticleClaim]) -> set[int]:
    """Return the seasons whose premiere is planned within a year behind a day of filming."""
    if claim.predicate not in _FILMED or claim.when is None:
        return set()
    own = [
        c for c in kept if c.subject == claim.subject and c.predicate is Predicate.PREMIERE_DATE and c.season and c.when
    ]
    begun = {c.season for c in own if c.modality is Modality.EVENT}
    return {
        c.season
        for c in own
        if c.season
        and c.season not in begun
        and c.modality is Modality.PLAN
        and c.when
        and timedelta(0) < c.when.first - claim.when.last < _YEAR
    }


def of_the_season_on(claim: ArticleClaim, kept: Sequence[ArticleClaim], published: date | None) -> ArticleClaim:
    """Return an end or a limbo without a season with the one that it must be about.

    That is the season before the one for which another platform took the show over, or whose order was taken back, or
    else the latest one that the article says has premiered within the year.
    """
    if claim.season is not None or claim.modality is not Modality.EVENT or claim.predicate not in _STOPPED:
        return claim
    own = [c for c in kept if c.subject == claim.subject and c.season is not None and c.modality is Modality.EVENT]
    rescued = {c.season for c in own if c.predicate is Predicate.RESCUED}
    if rescued:
        limbo = claim.predicate is Predicate.IN_LIMBO
        return claim if limbo or len(rescued) > 1 else replace(claim, season=(rescued.pop() or 0) - 1 or None)
    if claim.details.get("unrenewed"):
        renewed = {c.season for c in own if c.predicate is Predicate.RENEWED}
        return replace(claim, season=(renewed.pop() or 0) - 1 or None) if len(renewed) == 1 else claim
    if published is None:
        return claim
    shown = [
        c.season
        for c in kept
        if c.subject == claim.subject and c.season and c.when and _is_shown(c, published) and not _is_since(c, claim)
    ]
    later = [c.season for c in own if c.predicate in {Predicate.RENEWED, Predicate.ORDERED} and c.season]
    if not shown or any(season > max(shown) for season in later):
        return claim
    return replace(claim, season=max(shown) + (claim.predicate is Predicate.IN_LIMBO))


def _is_since(one: ArticleClaim, other: ArticleClaim) -> bool:
    """Whether a date lies long behind the day of another claim, which could say nothing of that season yet."""
    return bool(one.when and other.when and one.when.first - other.when.last > _SOON)


def _is_shown(claim: ArticleClaim, published: date) -> bool:
    """Whether a date is that of a season which has begun within the year, or is about to end."""
    if claim.when is None or published - claim.when.last >= _YEAR:
        return False
    if claim.predicate is Predicate.FINALE_DATE:
        return claim.modality is Modality.EVENT or claim.when.first - published < _SOON
    return claim.predicate is Predicate.PREMIERE_DATE and claim.modality is Modality.EVENT


def _numbered_renewal(claim: ArticleClaim, kept: Sequence[ArticleClaim], published: date | None) -> ArticleClaim:
    """Return a renewal without its season with the one behind the last, where it was taken back, or with the last.

    Else it is the only one of the show's that is still to be made: "renewed S. The third season films in July".
    """
    last = {
        c.season
        for c in kept
        if c.subject == claim.subject and c.predicate is Predicate.CANCELLED and c.details.get("unrenewed") and c.season
    }
    if len(last) == 1:
        return replace(claim, season=last.pop() + 1)
    final = {
        c.season
        for c in kept
        if c.subject == claim.subject and c.predicate is Predicate.ENDING and c.modality is Modality.EVENT and c.season
    }
    # Of a show that is to end with a season, the order that is told without its number was that season's.
    if len(final) == 1 and claim.when is not None:
        return replace(claim, season=final.pop())
    ahead = _to_be_made(claim, kept, published)
    return claim if final else _of_only(claim, ahead)


def _to_be_made(claim: ArticleClaim, kept: Sequence[ArticleClaim], published: date | None) -> set[int]:
    """Return the seasons of a show whose filming lies ahead, or whose premiere is too far off to have been filmed."""
    if published is None or (claim.when is not None and published - claim.when.last > FRESH):
        return set()
    return {
        c.season
        for c in kept
        if c.subject == claim.subject
        and c.season is not None
        and c.season > 1
        and c.modality in _AHEAD
        and c.when is not None
        and (
            (c.predicate is Predicate.FILMING_START and c.when.last > published)
            or (c.predicate is Predicate.PREMIERE_DATE and c.when.first - published > _SOON)
        )
    }


def _numbered_rescue(claim: ArticleClaim, seasons: Mapping[tuple[object, ...], set[int]]) -> ArticleClaim:
    """Return a rescue with the season that its new platform has ordered, or the one behind the last on the old."""
    ordered = seasons.get((claim.subject, Predicate.RENEWED, claim.modality), set())
    stopped = seasons.get((claim.subject, Predicate.CANCELLED, claim.modality), set())
    ending = seasons.get((claim.subject, Predicate.ENDING, claim.modality), set())
    coming = ordered or {season + 1 for season in stopped} or ending
    return _of_only(claim, coming)


def _numbered_end(claim: ArticleClaim, kept: Sequence[ArticleClaim]) -> ArticleClaim:
    """Return a finale with the season that its series ended with, where that is told with the same day.

    Else it is the one whose premiere the article tells of at most a run before.
    """
    ended = {
        c.season
        for c in kept
        if c.subject == claim.subject
        and c.predicate in {Predicate.ENDING, Predicate.CANCELLED}
        and claim.modality is c.modality is Modality.EVENT
        and c.season
        and (days(c) == days(claim) or _overlap(c, claim))
    } or _begun_before(claim, kept)
    return _of_only(claim, ended)


def _begun_before(claim: ArticleClaim, kept: Sequence[ArticleClaim]) -> set[int]:
    """Return the seasons of a finale's show that the article says began at most a run before it."""
    return {
        c.season
        for c in kept
        if c.subject == claim.subject
        and c.predicate is Predicate.PREMIERE_DATE
        and c.season is not None
        and c.when is not None
        and claim.when is not None
        and timedelta(0) <= claim.when.last - c.when.first
        and claim.when.first - c.when.first < _RUN
    }


def _around(claim: ArticleClaim, kept: Sequence[ArticleClaim]) -> set[int]:
    """Return the seasons of the same date told from farther off: "N ends this spring", and then "on April 3"."""
    return {
        c.season
        for c in kept
        if (c.subject, c.predicate) == (claim.subject, claim.predicate)
        and c.season is not None
        and c.when is not None
        and c.when.last - c.when.first < _SOON
        and holds(c, claim)
    }


def holds(one: ArticleClaim, other: ArticleClaim) -> bool:
    """Whether the days of a claim hold those of another."""
    a, b = one.when, other.when
    return bool(a and b and a.first <= b.first and b.last <= a.last)


def _overlap(one: ArticleClaim, other: ArticleClaim) -> bool:
    """Whether the words of two claims share a part of the text."""
    a, b = one.span, other.span
    return bool(a and b and one.in_title == other.in_title and a.start < b.end and b.start < a.end)


def _numbered_finale(
    claim: ArticleClaim,
    seasons: Mapping[tuple[object, ...], set[int]],
    kept: Sequence[ArticleClaim],
    published: date | None,
) -> ArticleClaim:
    """Return a planned finale with the season that begins at most a run before, or with the last one of the series.

    Of a show that has been cancelled it is the last season's, and of one that has just been renewed, where it comes
    soon, that of the season before the one ordered.
    """
    if claim.when is None:
        return claim
    last = seasons.get((claim.subject, Predicate.ENDING, Modality.EVENT), set())
    if len(last) == 1 and claim.span is not None and "series finale" in claim.span.text.casefold():
        return replace(claim, season=next(iter(last)))
    begun = _begun_before(claim, kept)
    ordered = seasons.get((claim.subject, Predicate.RENEWED, Modality.EVENT), set())
    saved = seasons.get((claim.subject, Predicate.RESCUED, Modality.EVENT), set())
    if not begun and not ordered and not saved:
        begun = set(seasons.get((claim.subject, Predicate.CANCELLED, Modality.EVENT), set()))
    if not begun and published and claim.when.last - published < _SOON:
        begun = {season - 1 for season in saved or _just_ordered(claim, kept, published) if season > 1}
    return _of_only(claim, begun)


def _just_ordered(claim: ArticleClaim, kept: Sequence[ArticleClaim], published: date) -> set[int]:
    """Return the seasons that the article tells as news to be ordered."""
    return {
        c.season
        for c in kept
        if c.subject == claim.subject
        and c.predicate is Predicate.RENEWED
        and c.modality is Modality.EVENT
        and c.season is not None
        and (c.when is None or published - c.when.last <= FRESH)
    }


def _numbered_plan(claim: ArticleClaim, seasons: Mapping[tuple[object, ...], set[int]]) -> ArticleClaim:
    """Return a plan with the season to come, where the article names one that is ordered, open or the last."""
    coming: set[int] = set()
    for predicate in (Predicate.RENEWED, Predicate.RESCUED, Predicate.IN_LIMBO):
        coming |= seasons.get((claim.subject, predicate, Modality.EVENT), set())
    coming = coming or seasons.get((claim.subject, Predicate.ENDING, Modality.EVENT), set())
    return _of_only(claim, coming)


def days(claim: ArticleClaim) -> tuple[date, date] | None:
    """Return the first and the last day of a claim that has any."""
    return (claim.when.first, claim.when.last) if claim.when else None
