"""IMDb's words, and ours for them."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Kind, Predicate
from cliffhanger.sources.columns import known_word
from cliffhanger.sources.imdb.source import SOURCE

SERIES: dict[str, Kind | None] = {"tvSeries": None, "tvMiniSeries": Kind.LIMITED}
"""The types that are series, and what the word alone says of their kind."""

TITLE_TYPES: dict[str, bool] = dict.fromkeys(SERIES, True) | dict.fromkeys(
    ("movie", "short", "tvEpisode", "tvMovie", "tvPilot", "tvShort", "tvSpecial", "video", "videoGame"), False
)
"""Every type there is, and whether it is a series."""

GENRES: dict[str, str] = {
    "Action": "action",
    "Adult": "adult",
    "Adventure": "adventure",
    "Animation": "animation",
    "Biography": "biography",
    "Comedy": "comedy",
    "Crime": "crime",
    "Documentary": "documentary",
    "Drama": "drama",
    "Family": "family",
    "Fantasy": "fantasy",
    "Film-Noir": "film noir",
    "Game-Show": "game",
    "History": "history",
    "Horror": "horror",
    "Music": "music",
    "Musical": "musical",
    "Mystery": "mystery",
    "News": "news",
    "Reality-TV": "reality",
    "Romance": "romance",
    "Sci-Fi": "science fiction",
    "Short": "short",
    "Sport": "sports",
    "Talk-Show": "talk",
    "Thriller": "thriller",
    "War": "war",
    "Western": "western",
}

CREDITS: dict[str, Predicate | None] = {
    "actor": Predicate.CAST,
    "actress": Predicate.CAST,
    "self": Predicate.CAST,
    "creator": Predicate.CREATOR,
    "director": Predicate.CREW,
    "writer": Predicate.CREW,
    "producer": Predicate.CREW,
    "composer": Predicate.CREW,
    "cinematographer": Predicate.CREW,
    "editor": Predicate.CREW,
    "production_designer": Predicate.CREW,
    "casting_director": Predicate.CREW,
    # Footage of somebody, not their work on the show.
    "archive_footage": None,
    "archive_sound": None,
}
"""The categories of principals, and what each of them is to a show."""


def credit(category: str, row: int) -> Predicate | None:
    """Return what a category of principals is to a show; an unknown one raises UnknownWordError."""
    return known_word(CREDITS, category, source=SOURCE.name, field="category", row=row)


def is_series(title_type: str, row: int) -> bool:
    """Say whether a ``titleType`` is a series; an unknown one raises UnknownWordError."""
    return known_word(TITLE_TYPES, title_type, source=SOURCE.name, field="titleType", row=row)


def genre(word: str, row: int) -> str:
    """Return our name of a genre; an unknown one raises UnknownWordError."""
    return known_word(GENRES, word, source=SOURCE.name, field="genre", row=row)
