"""Wikidata's properties, and what each of them says here."""

from __future__ import annotations

from cliffhanger.domain.vocabulary import Predicate

PLAIN: dict[str, Predicate] = {
    "P495": Predicate.COUNTRY,
    "P364": Predicate.LANGUAGE,
    "P2437": Predicate.SEASON_COUNT,
    "P1113": Predicate.EPISODE_COUNT,
    "P144": Predicate.BASED_ON,
    "P170": Predicate.CREATOR,
    "P161": Predicate.CAST,
    "P1434": Predicate.UNIVERSE,
}
"""Properties whose value, or its English name, is said as it stands."""

BROADCASTER, FOLLOWS, FOLLOWED_BY, SPIN_OFF, START, END = "P449", "P155", "P156", "P2512", "P580", "P582"

IDS: dict[str, str] = {"P4983": "tmdb", "P8600": "tvmaze"}
"""Properties that give the id of the same series elsewhere, and whose id it is."""

ARTICLE = "article"
"""Stands for the address of the English article, which is no property."""

PROPERTIES = (*PLAIN, BROADCASTER, FOLLOWS, FOLLOWED_BY, SPIN_OFF, START, END, *IDS)

MEANT: frozenset[str] = frozenset({*PROPERTIES, ARTICLE})

DECADE, YEAR, MONTH, DAY = 8, 9, 10, 11
"""Wikidata's precisions of a date that are read; what is vaguer says nothing."""
