"""Netflix's words, and ours for them: charts, sheets, editions, and how a season is named."""

from __future__ import annotations

from datetime import date

CHARTS: dict[str, str] = {
    "TV (English)": "series",
    "TV (Non-English)": "series",
    "Films (English)": "films",
    "Films (Non-English)": "films",
    # As the countries' charts call them.
    "TV": "series",
    "Films": "films",
}
"""The weekly charts, and what they list."""

SHEETS: dict[str, str] = {
    "Engagement": "mixed",
    "TV": "series",
    "Shows": "series",
    "Film": "films",
    "Movies": "films",
}
"""The sheets of the half-year reports, and what they hold; the first report does not part series from films."""

PUBLISHED: dict[tuple[int, int], date] = {
    (2023, 1): date(2023, 12, 12),
    (2023, 2): date(2024, 5, 23),
    (2024, 1): date(2024, 9, 19),
    (2024, 2): date(2025, 2, 26),
    (2025, 1): date(2025, 7, 17),
}
"""The days on which the half-year reports came out, by year and half."""

GLOBALLY: dict[str, str] = {"Yes": "everywhere", "No": "in places"}
"""Whether a title is on Netflix everywhere: what is not may be another platform's series."""

NO_SEASON = "N/A"
"""Stands for the season of a title that names none."""

NO_RUNTIME = "*"
"""Marks a runtime that is missing, or that is not the whole of the title."""

SEASON_WORDS = ("Season", "Series", "Staffel", "Temporada", "Stagione", "Sæson", "Saison", "시즌", "シーズン")
PART_WORDS = ("Part", "Parte", "Volume", "Vol.", "Book", "Chapter", "Chapters", "Collection", "Class")
LIMITED_WORDS = ("Limited Series", "Miniseries")
ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8}
