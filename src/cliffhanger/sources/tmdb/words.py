"""TMDB's words, and ours for them."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Kind, Status

STATUSES: dict[str, Status] = {
    "Returning Series": Status.RETURNING,
    "Ended": Status.ENDED,
    "Canceled": Status.CANCELLED,
    "In Production": Status.IN_PRODUCTION,
    "Planned": Status.PLANNED,
    # A first episode that nobody has ordered a season of.
    "Pilot": Status.PLANNED,
}

TYPES: dict[str, Kind | None] = {
    "Scripted": Kind.SCRIPTED,
    "Miniseries": Kind.LIMITED,
    "Reality": Kind.REALITY,
    "Documentary": Kind.DOCUMENTARY,
    "Talk Show": Kind.TALK,
    "News": Kind.NEWS,
    # How it is shown, not what it is.
    "Video": None,
}

GENRES: dict[str, tuple[str, ...]] = {
    "Action & Adventure": ("action", "adventure"),
    "Animation": ("animation",),
    "Comedy": ("comedy",),
    "Crime": ("crime",),
    "Documentary": ("documentary",),
    "Drama": ("drama",),
    "Family": ("family",),
    "History": ("history",),
    "Kids": ("family",),
    "Music": ("music",),
    "Mystery": ("mystery",),
    "News": ("news",),
    "Reality": ("reality",),
    "Romance": ("romance",),
    "Sci-Fi & Fantasy": ("science fiction", "fantasy"),
    "Soap": ("soap",),
    "Talk": ("talk",),
    "War & Politics": ("war",),
    "Western": ("western",),
}

UNRATED = frozenset({"NR"})
"""Content ratings that say only that there is none."""

HOME = "US"
"""The country whose ratings by age are taken."""

LANGUAGES = {"cn": "yue"}
"""The language codes of TMDB's own; the others are those of ISO 639-1."""
