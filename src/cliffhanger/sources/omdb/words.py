"""OMDb's words, and ours for them: ISO 3166 codes for countries, ISO 639 codes for languages."""

from __future__ import annotations

from cliffhanger.sources.columns import known_word
from cliffhanger.sources.omdb.source import SOURCE

WORKS: dict[str, str | None] = {"series": "series", **dict.fromkeys(("movie", "episode", "game"))}
"""What OMDb describes: series, and other works."""

PLAIN_GENRES = (
    "Action Adult Adventure Animation Biography Comedy Crime Documentary Drama Family Fantasy History Horror Music "
    "Musical Mystery News Romance Short Thriller War Western"
)
"""The genres that we call by the same word."""

GENRES: dict[str, str] = {word: word.lower() for word in PLAIN_GENRES.split()} | {
    "Film-Noir": "film noir",
    "Game-Show": "game",
    "Reality-TV": "reality",
    "Sci-Fi": "science fiction",
    "Sport": "sports",
    "Talk-Show": "talk",
}

CONTENT_RATINGS: dict[str, str | None] = {
    **{word: word for word in ("TV-Y", "TV-Y7", "TV-G", "TV-PG", "TV-14", "TV-MA", "G", "PG", "PG-13", "R")},
    # Nobody has rated it.
    **dict.fromkeys(("NOT RATED", "Not Rated", "UNRATED", "Unrated")),
    # Ratings of cinemas long ago or of games, and slips of the pen: none says for whom a series is.
    **dict.fromkeys(
        ("APPROVED", "Approved", "GP", "M", "X", "E", "E10+", "AO", "OPEN", "MA", "MA-13", "TV-13"),
    ),
}

COUNTRIES: dict[str, str] = {
    "Argentina": "AR", "Armenia": "AM", "Australia": "AU", "Austria": "AT", "Bahamas": "BS", "Barbados": "BB",
    "Belgium": "BE", "Belize": "BZ", "Botswana": "BW", "Brazil": "BR", "Canada": "CA", "China": "CN",
    "Colombia": "CO", "Croatia": "HR", "Czech Republic": "CZ", "Denmark": "DK", "Dominican Republic": "DO",
    "Ethiopia": "ET", "Finland": "FI", "France": "FR", "Germany": "DE", "Haiti": "HT", "Hong Kong": "HK",
    "Hungary": "HU", "India": "IN", "Indonesia": "ID", "Ireland": "IE", "Israel": "IL", "Italy": "IT",
    "Jamaica": "JM", "Japan": "JP", "Jordan": "JO", "Malaysia": "MY", "Mexico": "MX", "Monaco": "MC",
    "Netherlands": "NL", "New Zealand": "NZ", "Nigeria": "NG", "Norway": "NO", "Peru": "PE", "Philippines": "PH",
    "Poland": "PL", "Portugal": "PT", "Russia": "RU", "Saudi Arabia": "SA", "Singapore": "SG",
    "South Africa": "ZA", "South Korea": "KR", "Spain": "ES", "Sweden": "SE", "Switzerland": "CH", "Taiwan": "TW",
    "Thailand": "TH", "UK": "GB", "USA": "US", "United Arab Emirates": "AE",
}  # fmt: skip

LANGUAGES: dict[str, str] = {
    "Abkhazian": "ab", "American Sign Language": "ase", "Arabic": "ar", "Armenian": "hy", "Bengali": "bn",
    "Brazilian Sign Language": "bzs", "Bulgarian": "bg", "Cantonese": "yue", "Chinese": "zh", "Czech": "cs",
    "Danish": "da", "Dutch": "nl", "English": "en", "Esperanto": "eo", "Finnish": "fi", "French": "fr",
    "German": "de", "Greek": "el", "Hebrew": "he", "Hindi": "hi", "Hmong": "hmn", "Hungarian": "hu", "Ibo": "ig",
    "Indonesian": "id", "Irish": "ga", "Italian": "it", "Japanese": "ja", "Klingon": "tlh", "Korean": "ko",
    "Latin": "la", "Lingala": "ln", "Mandarin": "cmn", "Min Nan": "nan", "Mongolian": "mn", "Nepali": "ne",
    "Panjabi": "pa", "Persian": "fa", "Polish": "pl", "Portuguese": "pt", "Pushto": "ps", "Romanian": "ro",
    "Russian": "ru", "Scottish Gaelic": "gd", "Serbian": "sr", "Somali": "so", "Spanish": "es", "Swahili": "sw",
    "Swedish": "sv", "Swiss German": "gsw", "Tagalog": "tl", "Tamil": "ta", "Thai": "th", "Tswana": "tn",
    "Turkish": "tr", "Ukrainian": "uk", "Urdu": "ur", "Uzbek": "uz", "Vietnamese": "vi", "Welsh": "cy",
    "Yiddish": "yi", "Zulu": "zu",
}  # fmt: skip


def work(word: str, row: int) -> str | None:
    """Return "series", or None for a work of another kind; an unknown ``Type`` raises UnknownWordError."""
    return known_word(WORKS, word, source=SOURCE.name, field="type", row=row)


def genre(word: str, row: int) -> str:
    """Return our name of a genre; an unknown one raises UnknownWordError."""
    return known_word(GENRES, word, source=SOURCE.name, field="genre", row=row)


def content_rating(word: str, row: int) -> str | None:
    """Return for whom the work is, or None where the word does not tell; an unknown one raises UnknownWordError."""
    return known_word(CONTENT_RATINGS, word, source=SOURCE.name, field="content rating", row=row)


def country(word: str, row: int) -> str:
    """Return the code of a country; an unknown one raises UnknownWordError."""
    return known_word(COUNTRIES, word, source=SOURCE.name, field="country", row=row)


def language(word: str, row: int) -> str:
    """Return the code of a language; an unknown one raises UnknownWordError."""
    return known_word(LANGUAGES, word, source=SOURCE.name, field="language", row=row)
