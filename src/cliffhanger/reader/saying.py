"""A claim in plain English, for people who know television: the only place where the reader's sentences are made."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import FATES, Commitment, Modality, Predicate

if TYPE_CHECKING:
    from collections.abc import Callable

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.claims import ArticleClaim, Value

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

MODALITIES = {
    Modality.EVENT: "an event",
    Modality.PLAN: "only a plan",
    Modality.HOPE: "only a hope",
    Modality.RUMOUR: "only a rumour",
    Modality.DENIAL: "denied",
    Modality.HYPOTHETICAL: "only a possibility",
}

COMMITMENTS = {
    Commitment.ORDER: "says that a return is ordered",
    Commitment.INTENT: "means to return",
    Commitment.HOPE: "hopes for a return",
    Commitment.DOUBT: "doubts a return",
    Commitment.DENIAL: "rules out a return",
}

SYSTEMS = {
    "tomatometer": "Tomatometer",
    "popcornmeter": "Popcornmeter",
    "metascore": "Metascore",
    "metacritic_user_score": "Metacritic user score",
    "imdb": "IMDb rating",
    "letterboxd": "Letterboxd rating",
    "cinemascore": "CinemaScore",
}

# Both Rotten Tomatoes figures are shares of reviews.
_SHARES = frozenset({"tomatometer", "popcornmeter"})
_SCALES: dict[str, int] = {"metascore": 100, "metacritic_user_score": 10, "imdb": 10, "letterboxd": 5}
_JOB = re.compile(
    r"\b(?:producer|writer|director|creator|showrunner|star|lead|actor|actress|author|novelist|executive|president"
    r"|chief|head|boss|officer|host|editor|composer|chair\w*|spokes\w+|CEO|COO|CFO|EP|EVP|SVP|VP)s?\b",
    re.IGNORECASE,
)
_IS_CHART = re.compile(r"(?:\btop[ -]?\d+|\bcharts?|\blists?|\brankings?)$", re.IGNORECASE)
_ROUND = ((1_000_000_000, "billion"), (1_000_000, "million"))


def say(claim: ArticleClaim) -> str:
    """Return a claim in a few words, without a full stop; a quotation in it is whole and verbatim.

    Example:
        >>> from cliffhanger.reader.claims import ArticleClaim, Subject
        >>> say(ArticleClaim(subject=Subject("Bosch"), predicate=Predicate.SEASON_COUNT, span=None, value=7))
        '“Bosch”: seven seasons'
    """
    said = _SAYINGS.get(claim.predicate, _other)(claim)
    # Of what decides whether a show comes back it is always said whether it is an event.
    fate = claim.predicate in FATES
    season = "" if fate or claim.season is None else f", season {claim.season}"
    if claim.details.get("unrenewed"):
        said += ", a renewal taken back"
    if claim.predicate is not Predicate.STATEMENT:
        said += _according_to(claim)
    if claim.reason:
        said += f"; reason given: “{claim.reason}”"
    if fate or claim.modality is not Modality.EVENT:
        said += f" ({MODALITIES[claim.modality]})"
    return f"“{claim.subject.name}”{season}: {said}"


def when(date: PartialDate) -> str:
    """Return a date with the preposition that stands before it.

    Example:
        >>> from cliffhanger.domain.dates import parse
        >>> when(parse("July 9, 2025")), when(parse("late July 2025"))
        ('on 9 July 2025', 'in late July 2025')
    """
    said = date.say()
    if said.startswith(("between", "around", "roughly")):
        return said
    return f"{'on' if date.days == 1 else 'in'} {said}"


def figure(value: Value) -> str:
    """Return a number as people write it, exactly; other values as they stand.

    Example:
        >>> figure(7_800_000), figure(12_345), figure(8.0)
        ('7.8 million', '12,345', '8')
    """
    if isinstance(value, bool) or not isinstance(value, int | float):
        return "" if value is None else str(value)
    number = int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(number, int):
        for size, word in _ROUND:
            if size <= number < 1000 * size and number % (size // 100) == 0:
                return f"{number / size:g} {word}"
    return f"{number:,}"


def count(value: Value, unit: str) -> str:
    """Return a count with its unit: "no seasons", "one season", "ten episodes", "22 episodes"."""
    small = isinstance(value, int) and not isinstance(value, bool) and 0 <= value < len(NUMBERS)
    return f"{NUMBERS[int(value)] if small and value is not None else figure(value)} {unit}{'' if value == 1 else 's'}"


def _fate(words: str, season: str, claim: ArticleClaim) -> str:
    of = season.format(claim.season) if claim.season is not None else ""
    by = f" by {claim.platform}" if claim.platform else ""
    return f"{words}{of}{by}{_when(claim)}"


def _ordered(claim: ArticleClaim) -> str:
    return _fate("ordered" if claim.season is None else f"season {claim.season} ordered", "", claim)


def _in_limbo(claim: ArticleClaim) -> str:
    about = "its future" if claim.season is None else f"season {claim.season}"
    return f"no decision yet on {about}{f' at {claim.platform}' if claim.platform else ''}{_when(claim)}"


def _ending(claim: ArticleClaim) -> str:
    said = "ending" if claim.season is None else f"season {claim.season} is the last"
    return f"{said}{f' on {claim.platform}' if claim.platform else ''}{_when(claim)}"


def _dated(what: str, claim: ArticleClaim) -> str:
    on = f" on {claim.platform}" if claim.platform else ""
    if claim.when is None:
        return f"{what}{on}{f' {figure(claim.value)}' if claim.value is not None else ''}"
    return f"{what}{on} {when(claim.when)}"


def _score(claim: ArticleClaim) -> str:
    system = SYSTEMS.get(claim.unit, claim.unit or "score")
    scale = claim.details.get("scale") or _SCALES.get(claim.unit)
    said = f"{system} {figure(claim.value)}"
    if claim.unit in _SHARES:
        said += " %"
    elif scale:
        said += f" of {figure(scale)}"
    if reviews := claim.details.get("reviews"):
        said += f", from {figure(reviews)} review{'' if reviews == 1 else 's'}"
    if claim.season is None and claim.details.get("scope") == "season":
        said += ", for the season"
    return said + _when(claim)


def _chart(claim: ArticleClaim) -> str:
    unit = claim.unit or claim.platform or "chart"
    if unit.startswith("most-"):
        on = f" on {claim.platform}" if claim.platform else ""
        said = f"{'the' if claim.value == 1 else f'number {figure(claim.value)}'} {unit}{on}"
    else:
        chart = unit if _IS_CHART.search(unit) else f"{unit} chart"
        said = f"number {figure(claim.value)} in the {chart}"
    if streak := claim.details.get("streak"):
        unit_of_time = str(claim.details.get("streak_unit") or "weeks").removesuffix("s")
        said += f" for {count(streak, unit_of_time)}{'' if streak == 1 else ' running'}"
    return said + _measured(claim)


def _viewing(claim: ArticleClaim) -> str:
    unit = claim.unit or "views"
    said = f"{figure(claim.value)} {unit.removesuffix('s') if claim.value == 1 else unit}"
    if episode := claim.details.get("episode"):
        said += f" of {'an episode' if episode == 'other' else f'the {episode}'}"
    if claim.platform:
        said += f" on {claim.platform}"
    if window := claim.details.get("window_days"):
        said += f" in {count(window, 'day')}"
    return said + _measured(claim)


def _measured(claim: ArticleClaim) -> str:
    territory, measured_by = claim.details.get("territory"), claim.details.get("measured_by")
    place = f" ({territory})" if territory else ""
    return f"{place}{_when(claim)}{f', measured by {measured_by}' if measured_by else ''}"


def _based_on(claim: ArticleClaim) -> str:
    work = figure(claim.value)
    # A work's own title has a capital; "the novels" is a description.
    named = f"“{work}”" if work[:1].isupper() and not work.startswith("The novel") else work
    author = claim.details.get("author")
    return f"based on {named}{f' by {author}' if author else ''}"


def _cast(claim: ArticleClaim) -> str:
    if not claim.role:
        return f"{figure(claim.value)} is in the cast{_when(claim)}"
    return f"{figure(claim.value)} plays {claim.role}{_when(claim)}"


def _guest(claim: ArticleClaim) -> str:
    part = f" as {claim.role}" if claim.role else ""
    return f"{figure(claim.value)} is a guest{part}{_when(claim)}"


def _cliffhanger(claim: ArticleClaim) -> str:
    return "does not end on a cliffhanger" if claim.value is False else "ends on a cliffhanger"


def _statement(claim: ArticleClaim) -> str:
    who = (claim.speaker or "an unnamed speaker") + _part(claim.role)
    to = f", to {claim.outlet}," if claim.outlet else ""
    does = COMMITMENTS[claim.commitment] if claim.commitment else "says"
    parts = claim.details.get("parts")
    piece = f" (part {claim.details.get('part')} of {parts})" if parts and parts != 1 else ""
    return f"{who}{to} {does}{piece}: “{figure(claim.value)}”"


def _according_to(claim: ArticleClaim) -> str:
    if not claim.speaker:
        return ""
    # With a cast claim the part is that of the person who is named, not of the speaker.
    part = "" if claim.predicate in (Predicate.CAST, Predicate.GUEST) else _part(claim.role)
    return f", according to {claim.speaker}{part}{f', to {claim.outlet}' if claim.outlet else ''}"


def _part(role: str) -> str:
    if not role:
        return ""
    return f" ({role})" if role[:1].islower() or _JOB.search(role) else f" (plays {role})"


def _when(claim: ArticleClaim) -> str:
    return f" {when(claim.when)}" if claim.when else ""


def _other(claim: ArticleClaim) -> str:
    said = f"{claim.predicate}".replace("_", " ")
    return f"{said}: {figure(claim.value)}{_when(claim)}" if claim.value is not None else said + _when(claim)


_SAYINGS: dict[Predicate, Callable[[ArticleClaim], str]] = {
    Predicate.RENEWED: lambda claim: _fate("renewed", " for season {}", claim),
    Predicate.CANCELLED: lambda claim: _fate("cancelled", " after season {}", claim),
    Predicate.ENDING: _ending,
    Predicate.ORDERED: _ordered,
    Predicate.RESCUED: lambda claim: _fate("taken over", " for season {}", claim),
    Predicate.IN_LIMBO: _in_limbo,
    Predicate.PREMIERE_DATE: lambda claim: _dated("premiere", claim),
    Predicate.FINALE_DATE: lambda claim: _dated("finale", claim),
    Predicate.FILMING_START: lambda claim: _dated("start of filming", claim),
    Predicate.FILMING_END: lambda claim: _dated("end of filming", claim),
    Predicate.ANNOUNCEMENT_DATE: lambda claim: _dated("announced", claim),
    Predicate.SCORE: _score,
    Predicate.CHART_RANK: _chart,
    Predicate.VIEWING: _viewing,
    Predicate.EPISODE_COUNT: lambda claim: count(claim.value, "episode"),
    Predicate.SEASON_COUNT: lambda claim: count(claim.value, "season"),
    Predicate.CONTENT_RATING: lambda claim: f"rated {figure(claim.value)}",
    Predicate.RECOMMENDED_AGE: lambda claim: f"recommended from age {figure(claim.value)}",
    Predicate.SPIN_OFF_OF: lambda claim: f"a spin-off of “{figure(claim.value)}”",
    Predicate.FOLLOWS: lambda claim: f"follows “{figure(claim.value)}”",
    Predicate.BASED_ON: _based_on,
    Predicate.CREATOR: lambda claim: f"created by {figure(claim.value)}",
    Predicate.CREW: lambda claim: f"{claim.unit or 'crew'}: {figure(claim.value)}{_when(claim)}",
    Predicate.CAST: _cast,
    Predicate.GUEST: _guest,
    Predicate.STATEMENT: _statement,
    Predicate.ENDS_ON_CLIFFHANGER: _cliffhanger,
}
"""How each predicate is said; genre, theme, setting and universe by their name."""
