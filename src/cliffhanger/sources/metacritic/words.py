"""Metacritic's words, and ours for them."""

from __future__ import annotations

PLAIN_GENRES = (
    "Action Adventure Animation Biography Comedy Crime Documentary Drama Family Fantasy History Horror Music Musical "
    "Mystery News Romance Thriller War Western"
)
"""The genres that we call by the same word."""

GENRES: dict[str, str | None] = {
    **{word: word.lower() for word in PLAIN_GENRES.split()},
    "Game-Show": "game",
    "Reality-TV": "reality",
    "Sci-Fi": "science fiction",
    "Sport": "sports",
    "Talk-Show": "talk",
    "Unknown": None,
}
