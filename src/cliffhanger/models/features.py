"""Features of the return hazard and of the decision, from a panel's columns.

Every feature belongs to a group; drivers are told group by group.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.models.logistic import logit
from cliffhanger.panel.panel import COURSE, DAYS_A_MONTH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cliffhanger.panel.panel import Panel


_PREMIERE_HINGES = (1, 3, 6, 9, 12, 15, 18, 24, 36, 60, 120)
_LAST_HINGES = (1, 3, 6, 12, 24, 60)
_FIRST_SEASON_HINGES = (6, 12, 18, 24, 36)
_RHYTHM_HINGES = (-1.0, -0.5, -0.2, 0.0, 0.2, 0.5, 1.0)
_STATUSES = ("returning", "ended", "cancelled", "in_production")
_GAP_RANGE = (3.0, 60.0)
_UNKNOWN_SILENCE = 120.0
_LONGEST_SILENCE = 300.0
"""Months; beyond them there is next to nothing to fit on, and a line carried on would say anything."""

_MAX_SEASON = 60.0
_LONG_SEASON = 40.0
_MOST_EPISODES = 60.0
_TYPICAL_GAP = 12.0
_TYPICAL_EPISODES = 10.0
_MOVING = 5
"""How many of the trees' features move with the months ahead."""

CLASSES = ("broadcast", "cable", "premium cable", "streaming", "public", "asian network", "other")
_BUYERS = (
    "Netflix", "Prime Video", "Hulu", "Disney+", "HBO Max", "HBO", "Apple TV", "Peacock", "Paramount+", "ABC", "NBC",
    "CBS", "Fox", "The CW", "Showtime", "Starz", "FX", "AMC", "Adult Swim", "Comedy Central", "USA Network", "Syfy",
    "TNT", "BBC One", "BBC Two", "ITV", "Channel 4", "Tokyo MX", "tvN",
)  # fmt: skip
"""Platforms with enough followed series to be told apart, neighbours being of a kind."""

GAPS_IN_ORDER = ("gap_recent", "gap_mean", "gap_spread", "gap_count")

HAZARD_GROUPS: dict[str, str] = {
    **dict.fromkeys(["since_premiere", *(f"since_premiere>{h}" for h in _PREMIERE_HINGES)], "silence"),
    **dict.fromkeys(["since_last", *(f"since_last>{h}" for h in _LAST_HINGES)], "silence"),
    "first": "season",
    **dict.fromkeys([f"first:since_premiere>{h}" for h in _FIRST_SEASON_HINGES], "silence"),
    **dict.fromkeys(["second", "third_or_fourth", "fifth_to_ninth", "tenth_on", "log_season"], "season"),
    **dict.fromkeys(["log_episodes", "long_season"], "episodes"),
    **dict.fromkeys(
        ["has_gap", "log_gap", "rhythm", "abs_rhythm", *(f"rhythm>{h:g}" for h in _RHYTHM_HINGES)], "rhythm"
    ),
    "log_run": "rhythm",
    "rating": "reception",
    **dict.fromkeys([f"status_{word}" for word in _STATUSES], "catalogue"),
    "limited": "kind",
    "known_series": "kind",
}
"""Feature of the hazard, in the order of its columns, to the group it is told under."""

HAZARD_COLUMNS = (
    "as_of", "premiere", "last_aired", "season", "episodes", "gap_days", "run_days", "rating", "rating_hindsight",
    "status", "kind",
)  # fmt: skip
"""Columns of the panel that the hazard reads."""

GENRES = (
    "Action", "Animation", "Comedy", "Crime", "Documentary", "Drama", "Family", "Fantasy", "Game-Show", "Horror",
    "Music", "Mystery", "Reality-TV", "Romance", "Sci-Fi", "Thriller",
)  # fmt: skip
"""Genres that the hindsight decision reads."""

_UNSCRIPTED = ("Reality-TV", "Reality", "Game-Show", "Game Show", "Documentary", "Talk-Show", "Talk Show", "News")
_UNSCRIPTED_KINDS = ("reality", "talk", "variety", "news", "game", "documentary")

WAITING = (
    "log_silence", "since_last", "past_recent_gap", "silence_of_gap", "silence_of_recent_gap", "season", "log_episodes",
    "log_gap", "run_years", "rating", *(f"status_{word}" for word in _STATUSES), "limited", "scripted", "animation",
    "unlabelled", "class", "platform", *GAPS_IN_ORDER,
)  # fmt: skip
"""Features of the hazard's trees, in the order of their columns; the first five move with the months ahead."""

DECISION_GROUPS: dict[str, str] = {
    "new": "season",
    "log_season": "season",
    "second": "season",
    "seventh_on": "season",
    **dict.fromkeys(
        [
            "broadcast", "premium", "streaming", "public",
            "new:broadcast", "new:cable", "new:streaming", "class_record", "network_record",
        ],
        "platform",
    ),
    "return_odds": "run",
}  # fmt: skip
"""Feature of the decision, likewise."""

COURSE_RISES: dict[str, int] = {
    "season": 0,
    "network_record": 0,
    "class_record": 0,
    **dict.fromkeys(("broadcast", "cable", "premium", "streaming"), 0),
    **dict.fromkeys(COURSE, 1),
    **dict.fromkeys(
        ("season_votes_finale", "season_votes_first", "season_rating_finale", "season_platform_returned",
         "season_class_returned"), 0,
    ),
    "episodes": 1,
    "length_change": 0,
    "gap_days": 0,
    "unscripted": 0,
    **dict.fromkeys((f"is_{genre.lower()}" for genre in GENRES), 0),
}  # fmt: skip
"""Feature of the hindsight decision, in the order of its columns; 1 where its odds may only rise with the feature."""

_PRIOR_RATE = 0.72
_CLASS_WEIGHT = 20.0
_NETWORK_WEIGHT = 8.0


def hazard(panel: Panel, ahead: NDArray[np.float64] | float = 0.0) -> NDArray[np.float64]:
    """Return the hazard's features, shape (rows, features), some months ahead.

    Args:
        panel: the rows.
        ahead: months of further silence, added to every clock; one number, or one a row.
    """
    premiere, last = (
        np.clip(np.nan_to_num(panel.months(clock), nan=_UNKNOWN_SILENCE) + ahead, 0.0, _LONGEST_SILENCE)
        for clock in ("premiere", "last_aired")
    )
    season = np.clip(panel["season"], 1, _MAX_SEASON)
    log_premiere, log_last = np.log1p(premiere), np.log1p(last)
    first = (season == 1).astype(np.float64)
    episodes = np.clip(np.nan_to_num(panel["episodes"], nan=_TYPICAL_EPISODES), 1.0, _MOST_EPISODES)
    gap = gap_months(panel)
    gap = np.where(np.isnan(gap) & (season > 1), _TYPICAL_GAP, gap)
    has_gap = (~np.isnan(gap)).astype(np.float64)
    log_gap = np.where(np.isnan(gap), 0.0, np.log1p(np.nan_to_num(gap, nan=12.0)))
    rhythm = (log_premiere - log_gap) * has_gap
    run_years = np.maximum(np.nan_to_num(panel["run_days"]), 0.0) / 365.25
    rating = np.where(panel["rating_hindsight"], np.nan, panel["rating"])
    columns = [
        log_premiere, *_hinges(log_premiere, np.log1p(_PREMIERE_HINGES)),
        log_last, *_hinges(log_last, np.log1p(_LAST_HINGES)),
        first, *(first * h for h in _hinges(log_premiere, np.log1p(_FIRST_SEASON_HINGES))),
        season == 2, (season >= 3) & (season <= 4), (season >= 5) & (season <= 9), season >= 10, np.log1p(season),  # noqa: PLR2004 - the bins of season numbers
        np.log1p(episodes), episodes > _LONG_SEASON,
        has_gap, log_gap, rhythm, np.abs(rhythm), *(h * has_gap for h in _hinges(rhythm, _RHYTHM_HINGES)),
        np.log1p(run_years), np.nan_to_num((rating - 50) / 50),
        *(panel["status"] == word for word in _STATUSES),
        panel["kind"] == "limited", (panel["kind"] != "") & (panel["kind"] != "limited"),
    ]  # fmt: skip
    return np.column_stack([np.asarray(column, dtype=np.float64) for column in columns])


def waiting(panel: Panel) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return what the hazard's trees read: their clocks, shape (rows, 2), and what stands still, shape (rows, rest).

    :func:`ahead` makes the features of some months ahead out of both. NaN where something is not known.
    """
    clocks = [
        np.clip(np.nan_to_num(panel.months(clock), nan=_UNKNOWN_SILENCE), 0.0, _LONGEST_SILENCE)
        for clock in ("premiere", "last_aired")
    ]
    kind = panel["kind"].astype(str)
    fixed = [
        np.clip(panel["season"], 1, _MAX_SEASON),
        np.log1p(np.nan_to_num(panel["episodes"], nan=_TYPICAL_EPISODES)), np.log(gap_months(panel)),
        np.maximum(np.nan_to_num(panel["run_days"]), 0.0) / 365.25,
        np.where(panel["rating_hindsight"], np.nan, panel["rating"]),
        *(panel["status"] == word for word in _STATUSES),
        *(kind == word for word in ("limited", "scripted", "animation", "")),
        _places(panel["platform_class"], CLASSES), _places(panel["network"], _BUYERS),
        *(panel[name] for name in GAPS_IN_ORDER),
    ]  # fmt: skip
    return np.column_stack(clocks), np.column_stack([np.asarray(column, dtype=np.float64) for column in fixed])


def ahead(
    clocks: NDArray[np.float64], fixed: NDArray[np.float64], months: NDArray[np.float64] | float
) -> NDArray[np.float64]:
    """Return the features named in ``WAITING``, shape (rows, features), some months ahead.

    Args:
        clocks: months since the premiere and since the last episode, shape (rows, 2).
        fixed: what stands still.
        months: months of further silence; one number, or one a row.
    """
    premiere, last = (np.clip(clocks[:, place] + months, 0.0, _LONGEST_SILENCE) for place in (0, 1))
    log_gap, recent = fixed[:, WAITING.index("log_gap") - _MOVING], fixed[:, WAITING.index("gap_recent") - _MOVING]
    usual = np.where(np.isnan(recent), np.log(_TYPICAL_GAP + 1), recent)
    silence = np.log(premiere + 0.5)
    moving = [np.log1p(premiere), last, premiere - np.exp(recent), silence - log_gap, silence - usual]
    return np.column_stack([*moving, fixed])


def _places(words: NDArray[np.object_], among: tuple[str, ...]) -> NDArray[np.float64]:
    """Return the place of each word among some, NaN for others, shape (rows,)."""
    place = {word: float(number) for number, word in enumerate(among)}
    return np.asarray([place.get(word, np.nan) for word in words], dtype=np.float64)


def gap_months(panel: Panel) -> NDArray[np.float64]:
    """Return months between the last two premieres, kept inside 3 to 60; NaN for a first season."""
    return np.asarray(np.clip(panel["gap_days"] / DAYS_A_MONTH, *_GAP_RANGE))


def decision(panel: Panel, p_return_ever: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the decision's features, shape (rows, features).

    Args:
        panel: the rows.
        p_return_ever: the hazard's probability that the next season ever premieres.
    """
    season = np.clip(panel["season"], 1, _MAX_SEASON)
    new = (season == 1).astype(np.float64)
    kind = panel["platform_class"]
    broadcast, cable, premium, streaming, public = (
        (kind == word).astype(np.float64) for word in ("broadcast", "cable", "premium cable", "streaming", "public")
    )
    class_rate, network_rate = records(panel)
    columns = [
        new, np.log(season), season == 2, season >= 7,  # noqa: PLR2004 - the bins of season numbers
        broadcast, premium, streaming, public, new * broadcast, new * cable, new * streaming,
        logit(class_rate), logit(network_rate), logit(p_return_ever),
    ]  # fmt: skip
    return np.column_stack([np.asarray(column, dtype=np.float64) for column in columns])


def course(panel: Panel) -> NDArray[np.float64]:
    """Return the features of the hindsight decision, shape (rows, features); NaN where one is not known."""
    kind = panel["platform_class"]
    genres = np.char.add(np.char.add("|", panel["genres"].astype(str)), "|")
    class_rate, network_rate = records(panel)
    columns = [
        panel["season"], network_rate, class_rate,
        *(kind == word for word in ("broadcast", "cable", "premium cable", "streaming")),
        *(panel[name] for name in COURSE),
        panel["episodes"], np.log(np.maximum(panel["episodes"], 1) / np.maximum(panel["previous_episodes"], 1)),
        panel["gap_days"],
        np.isin(panel["kind"].astype(str), _UNSCRIPTED_KINDS)
        | np.any([np.char.find(genres, f"|{genre}|") >= 0 for genre in _UNSCRIPTED], axis=0),
        *(np.char.find(genres, f"|{genre}|") >= 0 for genre in GENRES),
    ]  # fmt: skip
    return np.column_stack([np.asarray(column, dtype=np.float64) for column in columns])


def records(panel: Panel) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return the renewal rates of each row's kind of platform and of its platform, shrunk to the next coarser one."""
    class_rate = (panel["class_renewed"] + _CLASS_WEIGHT * _PRIOR_RATE) / (panel["class_decided"] + _CLASS_WEIGHT)
    network_rate = (panel["network_renewed"] + _NETWORK_WEIGHT * class_rate) / (
        panel["network_decided"] + _NETWORK_WEIGHT
    )
    return class_rate, network_rate


def _hinges(values: NDArray[np.float64], knots: NDArray[np.float64] | tuple[float, ...]) -> list[NDArray[np.float64]]:
    return [np.maximum(values - knot, 0.0) for knot in knots]
