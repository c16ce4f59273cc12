"""From everything that the rules found to each claim once."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import DATE_PREDICATES, FATES, Modality, Predicate
from cliffhanger.reader import settling_seasons

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cliffhanger.reader.claims import ArticleClaim, Subject

_YEAR = timedelta(days=365)
_MONTH = 31
_TOLD = frozenset({Modality.EVENT, Modality.PLAN})
# "There will be no fourth season": so a planned end is told, too.
_NO_MORE = re.compile(r"there\s+(?:will|would|won)\b|no\s", re.IGNORECASE)


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
        claim if _is_old(claim, published) else settling_seasons.of_its_end(claim, seasons, kept)
        for claim in (settling_seasons.numbered(claim, seasons, kept, published) for claim in kept)
    ]
    told = [settling_seasons.of_the_season_on(claim, numbered, published) for claim in numbered]
    told = [settling_seasons.of_its_last(claim, told) for claim in told]
    dated: dict[tuple[object, ...], list[ArticleClaim]] = {}
    for claim in told:
        if claim.predicate in DATE_PREDICATES and claim.when is not None:
            dated.setdefault((claim.subject, claim.predicate, claim.season), []).append(claim)
    return [
        claim
        for claim in told
        if not any(_is_closer(o, claim) for o in dated.get((claim.subject, claim.predicate, claim.season), ()))
    ]


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
        return open_ and any(
            settling_seasons.days(c) == settling_seasons.days(claim) or _tells_nearer(c, claim) for c in fuller
        )
    cancelled = [c for c in others if c.predicate is Predicate.CANCELLED and c.modality is Modality.EVENT]
    if claim.predicate is Predicate.IN_LIMBO:
        return claim.season is None and bool(cancelled)
    if claim.predicate is Predicate.CANCELLED:
        # "It will stop after three, and there will be no fourth": the end is planned.
        ended = [c for c in others if c.predicate is Predicate.ENDING and c.season == claim.season]
        return _is_no_more(claim) and bool(ended)
    if claim.predicate is Predicate.ENDING and any(
        claim.season is None or c.season in {None, claim.season}
        for c in cancelled
        if not _is_no_more(c) and not _is_old(c, published)
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
    if claim.when is not None and (published is None or published - claim.when.last > settling_seasons.FRESH):
        return False
    rescued = [c for c in others if c.predicate is Predicate.RESCUED and c.modality is Modality.EVENT]
    if claim.season is not None:
        return any(
            c.platform == claim.platform if claim.platform else not _is_old(c, published)
            for c in rescued
            if c.season in {None, claim.season}
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


def _is_closer(one: ArticleClaim, other: ArticleClaim) -> bool:
    """Whether a date tells nearer when it is than another of the same: "this fall", and then "on October 3"."""
    if one.predicate not in DATE_PREDICATES or one.when is None or other.when is None or one.when == other.when:
        return False
    return (
        (one.subject, one.predicate, one.season) == (other.subject, other.predicate, other.season)
        and (one.modality is other.modality or {one.modality, other.modality} <= _TOLD)
        and settling_seasons.holds(other, one)
        and not settling_seasons.holds(one, other)
    )


def _tells_nearer(one: ArticleClaim, other: ArticleClaim) -> bool:
    """Whether a claim with its season tells a day of the month that another one names: "next month", "on June 6"."""
    month = other.when is not None and other.when.days <= _MONTH
    return month and one.modality is other.modality and settling_seasons.holds(other, one)


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
