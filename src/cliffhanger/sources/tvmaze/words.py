"""TVmaze's words, and ours for them."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Kind, Status

SCHEDULE = "/schedule/full"
"""Where the interface has every episode to come, of all countries and platforms."""

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
    "Afrikaans": "af",
    "Albanian": "sq",
    "Arabic": "ar",
    "Armenian": "hy",
    "Azerbaijani": "az",
    "Basque": "eu",
    "Belarusian": "be",
    "Bengali": "bn",
    "Bosnian": "bs",
    "Bulgarian": "bg",
    "Catalan": "ca",
    "Chechen": "ce",
    "Chinese": "zh",
    "Croatian": "hr",
    "Czech": "cs",
    "Danish": "da",
    "Divehi": "dv",
    "Dutch": "nl",
    "English": "en",
    "Estonian": "et",
    "Finnish": "fi",
    "French": "fr",
    "Galician": "gl",
    "Georgian": "ka",
    "German": "de",
    "Greek": "el",
    "Gujarati": "gu",
    "Hebrew": "he",
    "Hindi": "hi",
    "Hungarian": "hu",
    "Icelandic": "is",
    "Indonesian": "id",
    "Irish": "ga",
    "Italian": "it",
    "Japanese": "ja",
    "Javanese": "jv",
    "Kannada": "kn",
    "Kazakh": "kk",
    "Korean": "ko",
    "Kongo": "kg",
    "Latin": "la",
    "Latvian": "lv",
    "Lithuanian": "lt",
    "Luxembourgish": "lb",
    "Malay": "ms",
    "Malayalam": "ml",
    "Marathi": "mr",
    "Mongolian": "mn",
    "Norwegian": "no",
    "Panjabi": "pa",
    "Pashto": "ps",
    "Persian": "fa",
    "Polish": "pl",
    "Portuguese": "pt",
    "Romanian": "ro",
    "Russian": "ru",
    "Scottish Gaelic": "gd",
    "Serbian": "sr",
    "Sinhalese": "si",
    "Slovak": "sk",
    "Slovenian": "sl",
    "Spanish": "es",
    "Swahili": "sw",
    "Swedish": "sv",
    "Tagalog": "tl",
    "Tamil": "ta",
    "Telugu": "te",
    "Thai": "th",
    "Turkish": "tr",
    "Ukrainian": "uk",
    "Urdu": "ur",
    "Uzbek": "uz",
    "Vietnamese": "vi",
    "Welsh": "cy",
    "Zulu": "zu",
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

STATUSES: dict[str, Status | None] = {
    "Running": Status.RETURNING,
    "Ended": Status.ENDED,
    # Neither renewed nor cancelled, as far as TVmaze knows: it says nothing of either.
    "To Be Determined": None,
    "In Development": Status.PLANNED,
}
"""The status of a series on the day that TVmaze was asked."""

CREATORS = frozenset({"Creator", "Co-Creator", "Developer"})
"""Crew that is told as the show's creators; the others are told with what they do."""
