"""From everything that the rules found to each claim once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import DATE_PREDICATES, FATES, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from cliffhanger.reader.claims import ArticleClaim, Subject

_YEAR = timedelta(days=365)
_RUN = timedelta(days=270)
# What has just been ordered does not premiere so soon: that is the season before it.
_SOON = timedelta(days=100)
# The news itself, told in other words.
_FRESH = timedelta(days=14)
# "There will be no fourth season": so a planned end is told, too.
_NO_MORE = re.compile(r"there\s+(?:will|would|won)\b|no\s", re.IGNORECASE)
_THE_SHOW_ENDS = re.compile(
    r"(?:end(?:s|ed)|conclude[sd]|bow(?:s|ed)\s+out|sign(?:s|ed)\s+off|(?:goes|went)\s+off)\b", re.IGNORECASE
)
_STOPPED = frozenset({Predicate.CANCELLED, Predicate.IN_LIMBO})
_FILMED = frozenset({Predicate.FILMING_START, Predicate.FILMING_END})
_AHEAD = frozenset({Modality.PLAN, Modality.HYPOTHETICAL, Modality.HOPE, Modality.RUMOUR})


def once(claims: Iterable[ArticleClaim], published: date | None = None) -> list[ArticleClaim]:
    """Return each claim once, the surest telling of it, and no vague one beside a fuller one of the same kind.

    What one telling of a fate leaves out (the day, the platform, the reason) is taken from another of the same.

    Args:
        claims: all that was found.
        published: the day of publication, or None.
    """
    best: dict[tuple[object, ...], ArticleClaim] = {}
    for claim in sorted(claims, key=lambda c: (-c.confidence, place(c))):
        key = _key(claim)
        best[key] = _filled(best[key], claim) if key in best else claim
    seasons = _seasons(best.values())
    _drop_vague(best, seasons)
    of_show: dict[Subject, list[ArticleClaim]] = {}
    for claim in best.values():
        of_show.setdefault(claim.subject, []).append(claim)
    kept = [
        _elsewhere(claim, of_show[claim.subject])
        for claim in best.values()
        if not _is_overtaken(claim, of_show[claim.subject], published)
    ]
    numbered = [
        claim if _is_old(claim, published) else _of_its_end(claim, seasons, kept)
        for claim in (_numbered(claim, seasons, kept, published) for claim in kept)
    ]
    told = [_of_the_season_on(claim, numbered, published) for claim in numbered]
    return [_of_its_last(claim, told) for claim in told]


def place(claim: ArticleClaim) -> tuple[bool, bool, int, int, str]:
    """Return where a claim stands: by its words in the text, then in the title, then what only the page's data says."""
    span = claim.span
    return (span is None, claim.in_title, span.start if span else 0, span.end if span else 0, claim.predicate)


def _seasons(claims: Iterable[ArticleClaim]) -> dict[tuple[object, ...], set[int]]:
    seasons: dict[tuple[object, ...], set[int]] = {}
    for claim in claims:
        if claim.season is not None:
            seasons.setdefault((claim.subject, claim.predicate, claim.modality), set()).add(claim.season)
    return seasons


def _drop_vague(best: dict[tuple[object, ...], ArticleClaim], seasons: dict[tuple[object, ...], set[int]]) -> None:
    """Drop fates without a season beside the same fate with one, which takes over what they say."""
    for key, claim in list(best.items()):
        numbers = seasons.get((claim.subject, claim.predicate, claim.modality), set())
        if claim.predicate not in FATES or claim.season is not None or not numbers:
            continue
        del best[key]
        fuller = next(k for k, c in best.items() if _same_kind(c, claim) and c.season in numbers)
        if len(numbers) == 1:
            best[fuller] = _filled(best[fuller], claim)


def _is_overtaken(claim: ArticleClaim, of_show: Iterable[ArticleClaim], published: date | None) -> bool:
    """Whether another claim of its show says better, or undoes, what one says."""
    others = [c for c in of_show if c is not claim]
    if claim.predicate not in FATES:
        open_ = claim.predicate in DATE_PREDICATES and claim.season is None and claim.when is not None
        fuller = (c for c in others if c.predicate is claim.predicate and c.season is not None)
        return open_ and any(_days(c) == _days(claim) for c in fuller)
    cancelled = [c for c in others if c.predicate is Predicate.CANCELLED and c.modality is Modality.EVENT]
    if claim.predicate is Predicate.IN_LIMBO:
        return claim.season is None and bool(cancelled)
    if claim.predicate is Predicate.CANCELLED:
        # "It will stop after three, and there will be no fourth": the end is planned.
        ended = [c for c in others if c.predicate is Predicate.ENDING and c.season == claim.season]
        return _is_no_more(claim) and bool(ended)
    if claim.predicate is Predicate.ENDING and any(
        c.season in {None, claim.season} for c in cancelled if not _is_no_more(c) and not _is_old(c, published)
    ):
        # "Its sixth season was the last" tells of a cancelled show nothing that the cancellation does not.
        return not any(c.predicate in {Predicate.RENEWED, Predicate.RESCUED} for c in others)
    if claim.predicate in {Predicate.RENEWED, Predicate.ENDING}:
        saved = any(c.predicate is Predicate.RESCUED for c in others)
        undone = claim.when is None and not saved and any(c.details.get("unrenewed") for c in cancelled)
        return undone or _is_the_rescue(claim, others, published)
    return False


def _is_old(claim: ArticleClaim, published: date | None) -> bool:
    """Whether a fate is told as one of long ago; what the article tells besides may be of another time."""
    return claim.when is not None and published is not None and published - claim.when.last > _YEAR


def _is_no_more(claim: ArticleClaim) -> bool:
    """Whether a cancellation is only that there will be no further season."""
    return claim.span is not None and _NO_MORE.match(claim.span.text) is not None


def _is_the_rescue(claim: ArticleClaim, others: Iterable[ArticleClaim], published: date | None) -> bool:
    """Whether a renewal is the rescue that the article tells of, in other words."""
    if claim.predicate is not Predicate.RENEWED or claim.modality is not Modality.EVENT:
        return False
    if claim.when is not None and (published is None or published - claim.when.last > _FRESH):
        return False
    rescued = [c for c in others if c.predicate is Predicate.RESCUED and c.modality is Modality.EVENT]
    if claim.season is not None:
        return any(
            claim.platform and c.platform == claim.platform and c.season in {None, claim.season} for c in rescued
        )
    return any(not claim.platform or c.platform in {"", claim.platform} for c in rescued)


def _elsewhere(claim: ArticleClaim, of_show: Iterable[ArticleClaim]) -> ArticleClaim:
    """Return a renewal as a rescue where another platform had ended the show with the season before."""
    if claim.predicate is not Predicate.RENEWED or claim.modality is not Modality.EVENT:
        return claim
    events = [c for c in of_show if c.modality is Modality.EVENT]
    ended = any(
        c.predicate is Predicate.CANCELLED
        and c.platform not in {"", claim.platform}
        and (claim.season is None or c.season in {None, claim.season - 1})
        for c in events
    )
    told = any(c.predicate is Predicate.RESCUED for c in events)
    return replace(claim, predicate=Predicate.RESCUED) if claim.platform and ended and not told else claim


def _days(claim: ArticleClaim) -> tuple[date, date] | None:
    return (claim.when.first, claim.when.last) if claim.when else None


def _numbered(
    claim: ArticleClaim,
    seasons: Mapping[tuple[object, ...], set[int]],
    kept: Sequence[ArticleClaim],
    published: date | None,
) -> ArticleClaim:
    """Return a rescue, a plan or a renewal without a season with the one that is meant, where the article names it."""
    if claim.season is not None:
        return claim
    if claim.predicate is Predicate.RENEWED and claim.modality is Modality.EVENT:
        return _numbered_renewal(claim, kept)
    if claim.predicate is Predicate.RESCUED:
        return _numbered_rescue(claim, seasons)
    return _numbered_date(claim, seasons, kept, published) if claim.predicate in DATE_PREDICATES else claim


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
        if claim.predicate is Predicate.FILMING_END and soon and published is not None:
            # What has just been ordered is not filmed so soon.
            ordered = _just_ordered(claim, kept, published)
            if len(ordered) == 1:
                return replace(claim, season=(ordered.pop() - 1) or None)
        premieres = claim.predicate is Predicate.PREMIERE_DATE
        return claim if premieres and soon else _numbered_plan(claim, seasons)
    return claim


def _of_its_end(
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
    return replace(claim, season=next(iter(last))) if len(last) == 1 else claim


def _of_its_last(claim: ArticleClaim, told: Sequence[ArticleClaim]) -> ArticleClaim:
    """Return the day on which a show itself ends with its last season, where the article tells that of nothing else."""
    ends = claim.predicate is Predicate.FINALE_DATE and claim.season is None and claim.span is not None
    if not ends or claim.span is None or not _THE_SHOW_ENDS.match(claim.span.text):
        return claim
    own = [c for c in told if c.subject == claim.subject and c.modality is Modality.EVENT]
    last = {c.season for c in own if c.predicate in {Predicate.CANCELLED, Predicate.ENDING}}
    gone_on = any(c.predicate in {Predicate.RENEWED, Predicate.RESCUED} for c in own)
    return replace(claim, season=last.pop()) if len(last) == 1 and not gone_on else claim


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
    return replace(claim, season=ended.pop()) if len(ended) == 1 else claim


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
    return replace(claim, season=meant.pop()) if len(meant) == 1 else claim


def _of_the_season_on(claim: ArticleClaim, kept: Sequence[ArticleClaim], published: date | None) -> ArticleClaim:
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
        for c in own
        if c.predicate is Predicate.PREMIERE_DATE and c.season and c.when and published - c.when.last < _YEAR
    ]
    later = [c.season for c in own if c.predicate in {Predicate.RENEWED, Predicate.ORDERED} and c.season]
    if not shown or any(season > max(shown) for season in later):
        return claim
    return replace(claim, season=max(shown) + (claim.predicate is Predicate.IN_LIMBO))


def _numbered_renewal(claim: ArticleClaim, kept: Sequence[ArticleClaim]) -> ArticleClaim:
    """Return a renewal without its season with the one behind the last, where it was taken back, or with the last."""
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
    return replace(claim, season=final.pop()) if len(final) == 1 and claim.when is not None else claim


def _numbered_rescue(claim: ArticleClaim, seasons: Mapping[tuple[object, ...], set[int]]) -> ArticleClaim:
    """Return a rescue with the season that its new platform has ordered, or the one behind the last on the old."""
    ordered = seasons.get((claim.subject, Predicate.RENEWED, claim.modality), set())
    stopped = seasons.get((claim.subject, Predicate.CANCELLED, claim.modality), set())
    ending = seasons.get((claim.subject, Predicate.ENDING, claim.modality), set())
    coming = ordered or {season + 1 for season in stopped} or ending
    return replace(claim, season=next(iter(coming))) if claim.season is None and len(coming) == 1 else claim


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
        and (_days(c) == _days(claim) or _overlap(c, claim))
    } or _begun_before(claim, kept)
    return replace(claim, season=ended.pop()) if len(ended) == 1 else claim


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
    return replace(claim, season=begun.pop()) if len(begun) == 1 else claim


def _just_ordered(claim: ArticleClaim, kept: Sequence[ArticleClaim], published: date) -> set[int]:
    """Return the seasons that the article tells as news to be ordered."""
    return {
        c.season
        for c in kept
        if c.subject == claim.subject
        and c.predicate is Predicate.RENEWED
        and c.modality is Modality.EVENT
        and c.season is not None
        and (c.when is None or published - c.when.last <= _FRESH)
    }


def _numbered_plan(claim: ArticleClaim, seasons: Mapping[tuple[object, ...], set[int]]) -> ArticleClaim:
    """Return a plan with the season to come, where the article names one that is ordered, open or the last."""
    coming: set[int] = set()
    for predicate in (Predicate.RENEWED, Predicate.RESCUED, Predicate.IN_LIMBO):
        coming |= seasons.get((claim.subject, predicate, Modality.EVENT), set())
    coming = coming or seasons.get((claim.subject, Predicate.ENDING, Modality.EVENT), set())
    return replace(claim, season=next(iter(coming))) if len(coming) == 1 else claim


def _same_kind(one: ArticleClaim, other: ArticleClaim) -> bool:
    return (one.subject, one.predicate, one.modality) == (other.subject, other.predicate, other.modality)


def _filled(claim: ArticleClaim, other: ArticleClaim) -> ArticleClaim:
    """Return a claim with what it leaves out and another telling of it says."""
    when, platform, reason = claim.when or other.when, claim.platform or other.platform, claim.reason or other.reason
    details = {**other.details, **claim.details}
    if (when, platform, reason) == (claim.when, claim.platform, claim.reason) and [*details] == [*claim.details]:
        return claim
    return replace(claim, when=when, platform=platform, reason=reason, details=details)


def _key(claim: ArticleClaim) -> tuple[object, ...]:
    base = (claim.subject, claim.predicate, claim.season, claim.modality)
    if claim.predicate in FATES:
        return base
    if claim.predicate is Predicate.STATEMENT:
        return (*base, claim.span)
    when = (claim.when.first, claim.when.last) if claim.when else None
    return (*base, str(claim.value), claim.unit, claim.role, when)
