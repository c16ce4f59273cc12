"""Plain English for people who know television: the only place where the outlook's sentences are made."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Commitment, Metric, Predicate, State
from cliffhanger.reader.saying import count

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from cliffhanger.domain.forecast import Forecast


STATES = {
    State.LIMBO: "in limbo: nothing has been announced in the sources read",
    State.RENEWED: "renewed",
    State.ENDING: "announced or listed as ended",
    State.CANCELLED: "cancelled",
    State.IN_PRODUCTION: "in production",
    State.DATED: "coming: a date is set",
    State.RETURNED: "returned",
    State.LIMITED: "a limited series, not meant to return",
}

PREDICATES = {
    Predicate.TITLE: "title",
    Predicate.ALIAS: "also called",
    Predicate.KIND: "kind",
    Predicate.STATUS: "status in the catalogue",
    Predicate.START_YEAR: "first year",
    Predicate.END_YEAR: "last year",
    Predicate.NETWORK: "platform",
    Predicate.COUNTRY: "country",
    Predicate.LANGUAGE: "language",
    Predicate.GENRE: "genre",
    Predicate.CONTENT_RATING: "content rating",
    Predicate.RECOMMENDED_AGE: "recommended from age",
    Predicate.THEME: "theme",
    Predicate.SETTING: "setting",
    Predicate.SEASON_COUNT: "seasons",
    Predicate.EPISODE_COUNT: "episodes",
    Predicate.PREMIERE_DATE: "premiere",
    Predicate.FINALE_DATE: "finale",
    Predicate.LAST_AIR_DATE: "last episode so far",
    Predicate.MEAN_AIR_DATE: "mean air date of its episodes",
    Predicate.FILMING_START: "filming began",
    Predicate.FILMING_END: "filming ended",
    Predicate.ANNOUNCEMENT_DATE: "announced",
    Predicate.RENEWED: "renewed for season",
    Predicate.ORDERED: "ordered",
    Predicate.CANCELLED: "cancelled",
    Predicate.ENDING: "final season",
    Predicate.RESCUED: "taken over by",
    Predicate.IN_LIMBO: "no decision yet on",
    Predicate.NEXT_SEASON_LISTED: "next season listed",
    Predicate.SPIN_OFF_OF: "spin-off of",
    Predicate.FOLLOWS: "follows",
    Predicate.BASED_ON: "based on",
    Predicate.UNIVERSE: "universe",
    Predicate.CREATOR: "created by",
    Predicate.CREW: "crew",
    Predicate.CAST: "cast",
    Predicate.GUEST: "guest",
    Predicate.STATEMENT: "statement",
    Predicate.SCORE: "score",
    Predicate.CHART_RANK: "place in a chart",
    Predicate.VIEWING: "viewing",
    Predicate.ENDS_ON_CLIFFHANGER: "ends on a cliffhanger",
    Predicate.SAME_AS: "the same as",
    Predicate.IMAGE: "picture",
    Predicate.AVAILABLE_ON: "to be seen on",
}

METRICS = {
    Metric.IMDB_RATING: ("IMDb rating", "{:.2f} of 10"),
    Metric.IMDB_VOTES: ("IMDb votes", "{:,.0f}"),
    Metric.EPISODES_LISTED: ("episodes listed at IMDb", "{:.0f}"),
    Metric.EPISODES_RATED: ("episodes rated at IMDb", "{:.0f}"),
    Metric.METASCORE: ("Metascore", "{:.0f} of 100"),
    Metric.METACRITIC_USER_SCORE: ("Metacritic user score", "{:.0f} of 100"),
    Metric.REVIEW_COUNT: ("reviews at Metacritic", "{:.0f}"),
    Metric.TOMATOMETER: ("Tomatometer", "{:.0f} %"),
    Metric.POPCORNMETER: ("Popcornmeter", "{:.0f} %"),
    Metric.TMDB_VOTE_AVERAGE: ("TMDB user rating", "{:.1f} of 10"),
    Metric.TMDB_VOTES: ("TMDB votes", "{:,.0f}"),
    Metric.TVMAZE_RATING: ("TVmaze rating", "{:.1f} of 10"),
    Metric.WEEKLY_RANK: ("place in Netflix's weekly Top 10", "{:.0f}"),
    Metric.WEEKLY_VIEWS: ("views in a week on Netflix", "{:,.0f}"),
    Metric.WEEKLY_HOURS: ("hours viewed in a week on Netflix", "{:,.0f}"),
    Metric.WEEKS_IN_TOP10: ("weeks in Netflix's Top 10", "{:.0f}"),
    Metric.HOURS_91_DAYS: ("hours viewed in its first 91 days on Netflix", "{:,.0f}"),
    Metric.VIEWS_91_DAYS: ("views in its first 91 days on Netflix", "{:,.0f}"),
    Metric.HALF_YEAR_VIEWS: ("views in a half-year on Netflix", "{:,.0f}"),
    Metric.HALF_YEAR_HOURS: ("hours viewed in a half-year on Netflix", "{:,.0f}"),
    Metric.RATING_PERCENTILE: ("rated higher than", "{:.0f} % of followed seasons"),
    Metric.VOTES_PERCENTILE: ("more voted than", "{:.0f} % of followed seasons"),
}
"""Metrics that are shown as facts, with how their value is said."""

MEASURED = {
    Metric.WEEKLY_RANK: ("place in the platform's weekly chart", "{:.0f}"),
    Metric.WEEKLY_VIEWS: ("views in a week", "{:,.0f}"),
    Metric.WEEKLY_HOURS: ("hours viewed in a week", "{:,.0f}"),
    Metric.WEEKS_IN_TOP10: ("weeks in the platform's chart", "{:.0f}"),
    Metric.CONSECUTIVE_WEEKS: ("weeks in the chart in a row", "{:.0f}"),
    Metric.WEEKS_AT_1: ("weeks in first place", "{:.0f}"),
    Metric.AUDIENCE_HOURS: ("hours viewed", "{:,.0f}"),
    Metric.AUDIENCE_VIEWS: ("views", "{:,.0f}"),
    Metric.STARTERS: ("viewers who started", "{:,.0f}"),
    Metric.COMPLETERS: ("viewers who completed it", "{:,.0f}"),
    Metric.COMPLETION_RATE: ("completed, of those who started", "{:.0%}"),
    Metric.PAGE_VIEWS: ("views of its Wikipedia article", "{:,.0f}"),
}
"""The same of what was measured from a platform's own logs, or from page views."""

SCORE_UNITS = {
    "tomatometer": "% of critics' reviews (Tomatometer)",
    "popcornmeter": "% of audience reviews (Popcornmeter)",
    "metascore": "of 100 (Metascore)",
    "metacritic_user_score": "(Metacritic user score)",
    "imdb": "(IMDb rating)",
    "letterboxd": "(Letterboxd rating)",
}

COMMITMENTS = {
    Commitment.ORDER: "ordered",
    Commitment.INTENT: "intended",
    Commitment.HOPE: "hoped for",
    Commitment.DOUBT: "doubted",
    Commitment.DENIAL: "ruled out",
}
"""What a speaker says of a return."""

SOURCES = {
    "estimate": "Cliffhanger's estimate",
    "measure": "Cliffhanger, from IMDb's ratings",
}

DRIVERS = {
    "silence": "time passed",
    "rhythm": "rhythm of the run",
    "reception": "viewers' ratings",
    "audience": "size of the audience",
    "episodes": "length of the season",
    "kind": "kind of series",
    "catalogue": "word of the catalogues",
    "platform": "platform's record",
    "listing": "listing of the next season",
    "announcement": "announcements",
}


def ordinal(number: int) -> str:
    """Return "first", "second", ... or "11th"."""
    names = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    if 1 <= number <= len(names):
        return names[number - 1]
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def percent(p: float) -> str:
    """Return a probability as whole percent, never 0 or 100."""
    if p < 0.01:  # noqa: PLR2004 - one percent
        return "under 1 %"
    return "over 99 %" if p > 0.99 else f"{100 * p:.0f} %"  # noqa: PLR2004 - 99 percent


def tenths(base: float, points: Sequence[float], total: float) -> tuple[int, tuple[int, ...], int]:
    """Return a sum of probabilities in tenths of a percent that adds up as it is printed.

    Base and total are rounded; of the parts, those with the largest remainders
    are rounded up until the sum is right.

    Example:
        >>> tenths(0.5204, [0.1166, 0.0243], 0.6613)
        (520, (117, 24), 661)
    """
    first, last = round(1000 * base), round(1000 * total)
    down = [math.floor(1000 * part) for part in points]
    order = sorted(range(len(down)), key=lambda place: down[place] - 1000 * points[place])
    short = last - first - sum(down)
    for step in range(abs(short) if down else 0):
        place = order[step % len(order)] if short > 0 else order[-1 - step % len(order)]
        down[place] += 1 if short > 0 else -1
    return first, tuple(down), last


def points(tenth: int) -> str:
    """Return a change of probability, given in tenths of a point, with its sign."""
    return f"{tenth / 10:+.1f}" if tenth else "0.0"


def fine(tenth: int) -> str:
    """Return a probability, given in tenths of a percent, as percent."""
    return f"{tenth / 10:.1f} %"


def day(when: date) -> str:
    """Return a day as "9 July 2025"."""
    return f"{when.day} {when:%B %Y}"


def month(when: date) -> str:
    """Return a day's month as "July 2025"."""
    return f"{when:%B %Y}"


def cut(text: str, most: int) -> str:
    """Return the beginning of a text, cut behind a word: at most that many characters, but one word at least.

    Example:
        >>> cut("We would love to come back", 12)
        'We would'
    """
    if len(text) <= most:
        return text
    end = text.rfind(" ", 0, most + 1)
    return text[: end if end > 0 else text.find(" ") if " " in text else len(text)].rstrip(" ,;:")


def span(days: float) -> str:
    """Return a length of time in words: days, weeks, months or years, whichever a person would say."""
    if days < 14:  # noqa: PLR2004 - two weeks
        return count(round(days), "day")
    if days < 75:  # noqa: PLR2004 - ten weeks or so
        return count(round(days / 7), "week")
    if days < 700:  # noqa: PLR2004 - nearly two years
        return count(round(days / 30.44), "month")
    return count(round(days / 365.25), "year")


def verdict(forecast: Forecast) -> str:
    """Return the answer in one sentence."""
    low, high = (f"{100 * p:.0f}" for p in forecast.p_renewed_range)
    return VERDICTS.get(forecast.state, _OPEN).format(
        title=f"“{forecast.title}”",
        next=forecast.question.season + 1,
        p=percent(forecast.p_renewed),
        low=low,
        high=high,
    )


_OPEN = "{title} is {p} to return for season {next} (likely range {low} to {high} %)."

VERDICTS = {
    State.RETURNED: "{title} has returned: season {next} is out.",
    State.RENEWED: "{title} will return: season {next} has been ordered.",
    State.DATED: "{title} will return: season {next} has a date.",
    State.IN_PRODUCTION: "A catalogue calls {title} in production; {p} to get season {next}.",
    State.CANCELLED: "{title} has been cancelled; {p} to be taken up elsewhere.",
    State.ENDING: "{title} is said to have ended; {p} to come back all the same.",
    State.LIMITED: "{title} is a limited series; {p} to get a further season.",
}
"""The answer for each state but limbo."""
