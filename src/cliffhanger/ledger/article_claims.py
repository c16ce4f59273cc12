"""What the reader says, as the rows that a ledger keeps.

The ledger's conventions, which differ from the reader's:

* A decision stands on the season before the one it is about, with the coming
  season's number as its value; an end or a cancellation on the last season.
* The order of a series is that of its first season.
* A decision has the day on which it was taken, where that is told, in
  ``valid_from`` and ``valid_to``; it is known since the article was published.
* What lies ahead of its telling is a plan, whatever tense it was told in.
* A date with an open side says so in its unit.
"""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from cliffhanger.domain.claim import Claim
from cliffhanger.domain.platforms import canonical
from cliffhanger.domain.vocabulary import DATE_PREDICATES, Modality, Predicate
from cliffhanger.reader.saying import count, figure, when

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from cliffhanger.domain.claim import Span
    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.claims import Article, ArticleClaim, Value

SOURCE = "news"
"""What claims from articles name as their source."""

OR_LATER, OR_EARLIER, ABOUT = "or later", "or earlier", "about"
"""Units of a date that is open behind its interval, before it, or on both sides."""

_TO_COME = frozenset({Predicate.RENEWED, Predicate.RESCUED, Predicate.IN_LIMBO})
_LAST = frozenset({Predicate.CANCELLED, Predicate.ENDING})
_OF_SHOWS = frozenset({Predicate.SPIN_OFF_OF, Predicate.FOLLOWS})
_PEOPLE = frozenset({Predicate.CAST, Predicate.GUEST})
# These systems' scale is part of what they are; elsewhere "of 10" has to be said.
_OWN_SCALE = frozenset({"tomatometer", "popcornmeter", "metascore"})


def claim_of(said: ArticleClaim, article: Article, *, publisher: str, known_at: datetime, origin: str) -> Claim:
    """Return an article's claim as a row of the ledger.

    Args:
        said: the claim; its subject has an id.
        article: the article that makes it.
        publisher: who published the article.
        known_at: from when it could have been read.
        origin: the fingerprint of the article's text.

    Raises:
        ValueError: where the subject has no id.
    """
    if said.subject.id is None:
        msg = f"{said.subject.name!r} has no id"
        raise ValueError(msg)
    season, value = _season_and_value(said)
    return Claim(
        source=SOURCE,
        show=said.subject.id,
        season=season,
        predicate=said.predicate,
        value=value,
        unit=_unit(said),
        valid_from=said.when.first if said.when else None,
        valid_to=said.when.last if said.when else None,
        known_at=known_at,
        wording=_wording(said, article),
        modality=_modality(said, known_at),
        span=_span(said, article),
        publisher=publisher,
        url=article.url if article.url.startswith(("https://", "http://")) else "",
        speaker=said.speaker,
        role=said.role,
        outlet=said.outlet,
        commitment=str(said.commitment or ""),
        platform=canonical(said.platform),
        reason=said.reason,
        origin=origin,
    )


def _season_and_value(said: ArticleClaim) -> tuple[int | None, str]:
    season, number = said.season, "" if said.season is None else str(said.season)
    if said.predicate in _TO_COME:
        return (season - 1 if season is not None and season > 1 else None), number
    if said.predicate is Predicate.ORDERED:
        return season or 1, number or "1"
    if said.predicate in _LAST:
        return season, number
    if said.predicate in DATE_PREDICATES and said.when is not None:
        return season, said.when.iso()
    if said.predicate in _OF_SHOWS:
        return season, _text(said.details.get("value_id")) or _text(said.value)
    return season, _text(said.value)


def _unit(said: ArticleClaim) -> str:
    if said.predicate in DATE_PREDICATES and said.when is not None:
        return _open_side(said.when)
    if said.predicate in _PEOPLE:
        return said.role
    if said.predicate is Predicate.RESCUED:
        return canonical(said.platform)
    return said.unit


def _open_side(date: PartialDate) -> str:
    if date.open_start and date.open_end:
        return ABOUT
    return OR_LATER if date.open_end else OR_EARLIER if date.open_start else ""


def _modality(said: ArticleClaim, known_at: datetime) -> Modality:
    known = known_at.astimezone(UTC).date()
    ahead = said.predicate in DATE_PREDICATES and said.when is not None and said.when.last > known
    return Modality.PLAN if ahead and said.modality is Modality.EVENT else said.modality


def _span(said: ArticleClaim, article: Article) -> Span | None:
    """Return the span where it stands in the text; a title that is no part of it has no offsets there."""
    span = said.span
    return span if span is not None and article.text[span.start : span.end] == span.text else None


def _wording(said: ArticleClaim, article: Article) -> str:
    """Return what the value and its unit do not say: how it was worded, and what a figure rests on."""
    parts = [said.when.wording] if said.when and said.when.wording else []
    if said.predicate in _ON_FIGURES:
        parts = [*_ON_FIGURES[said.predicate](said), *parts]
    elif said.predicate in _OF_SHOWS:
        parts.insert(0, _text(said.value))
    elif said.predicate is Predicate.BASED_ON and said.details.get("author"):
        parts.insert(0, f"by {said.details['author']}")
    elif said.predicate is Predicate.STATEMENT and _number(said.details.get("parts")) > 1:
        parts.insert(0, f"part {said.details.get('part')} of {said.details['parts']}")
    if not parts and said.span is not None and _span(said, article) is None:
        return said.span.text
    return ", ".join(parts)


def _of_score(said: ArticleClaim) -> Iterator[str]:
    if (scale := said.details.get("scale")) and said.unit not in _OWN_SCALE:
        yield f"of {figure(scale)}"
    if reviews := said.details.get("reviews"):
        yield f"from {count(reviews, 'review')}"
    if said.season is None and said.details.get("scope") == "season":
        yield "for the season"


def _of_chart(said: ArticleClaim) -> Iterator[str]:
    if streak := said.details.get("streak"):
        unit = str(said.details.get("streak_unit") or "weeks").removesuffix("s")
        yield f"{count(streak, unit)}{'' if streak == 1 else ' running'}"
    yield from _measured(said)


def _of_viewing(said: ArticleClaim) -> Iterator[str]:
    if episode := said.details.get("episode"):
        yield "of an episode" if episode == "other" else f"of the {episode}"
    if window := said.details.get("window_days"):
        yield f"in {count(window, 'day')}"
    if said.platform:
        yield f"on {canonical(said.platform)}"
    yield from _measured(said)


def _measured(said: ArticleClaim) -> Iterator[str]:
    if territory := said.details.get("territory"):
        yield str(territory)
    if measured_by := said.details.get("measured_by"):
        yield f"measured by {measured_by}"
    if said.when and not said.when.wording:
        yield when(said.when)


_ON_FIGURES = {Predicate.SCORE: _of_score, Predicate.CHART_RANK: _of_chart, Predicate.VIEWING: _of_viewing}


def _number(value: Value) -> float:
    return value if isinstance(value, int | float) else 0


def _text(value: Value) -> str:
    """Return a value as text: a whole number without a point, yes or no for what is so or not."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
