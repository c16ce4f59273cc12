"""The Economist's words, which are IMDb's of 2018, and ours for them."""

from __future__ import annotations

from cliffhanger.sources.columns import known_word
from cliffhanger.sources.economist.source import SOURCE

PLAIN_GENRES = (
    "Action Adventure Animation Biography Comedy Crime Documentary Drama Family Fantasy History Horror Music Musical "
    "Mystery News Romance Thriller War Western"
)
"""The genres that we call by the same word."""

GENRES: dict[str, str] = {word: word.lower() for word in PLAIN_GENRES.split()} | {
    "Game-Show": "game",
    "Reality-TV": "reality",
    "Sci-Fi": "science fiction",
    "Sport": "sports",
    "Talk-Show": "talk",
}


def genre(word: str, row: int) -> str:
    """Return our name of a genre; an unknown one raises UnknownWordError."""
    return known_word(GENRES, word, source=SOURCE.name, field="genre", row=row)
