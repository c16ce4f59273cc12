"""TVmaze's words, and ours for them."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Kind

TYPES: dict[str, Kind] = {
    "Animation": Kind.ANIMATION,
    "Award Show": Kind.VARIETY,
    "Documentary": Kind.DOCUMENTARY,
    "Game Show": Kind.GAME,
    "News": Kind.NEWS,
    "Panel Show": Kind.GAME,
    "Reality": Kind.REALITY,
    "Scripted": Kind.SCRIPTED,
    "Sports": Kind.SPORTS,
    "Talk Show": Kind.TALK,
    "Variety": Kind.VARIETY,
}

LANGUAGES: dict[str, str] = {
    "Chinese": "zh",
    "Danish": "da",
    "Dutch": "nl",
    "English": "en",
    "French": "fr",
    "German": "de",
    "Hebrew": "he",
    "Italian": "it",
    "Japanese": "ja",
    "Korean": "ko",
    "Norwegian": "no",
    "Portuguese": "pt",
    "Russian": "ru",
    "Spanish": "es",
    "Swedish": "sv",
    "Thai": "th",
    "Welsh": "cy",
}

PLAIN_GENRES = (
    "Action Adult Adventure Anime Comedy Crime DIY Drama Espionage Family Fantasy Food History Horror Legal Medical "
    "Music Mystery Nature Romance Sports Supernatural Thriller Travel War Western"
)
"""The genres that we call by the same word."""

GENRES: dict[str, str] = {word: word.lower() for word in PLAIN_GENRES.split()} | {
    "Children": "family",
    "Science-Fiction": "science fiction",
}
