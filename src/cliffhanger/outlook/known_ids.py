"""The ids by which other catalogues know a show, as far as a source gives them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from duckdb import DuckDBPyConnection

_PAGES = {
    "imdb": "https://www.imdb.com/title/{}/",
    "tmdb": "https://www.themoviedb.org/tv/{}",
    "tvmaze": "https://www.tvmaze.com/shows/{}",
    "tvdb": "https://thetvdb.com/dereferrer/series/{}",
    "wikidata": "https://www.wikidata.org/wiki/{}",
}
"""Each catalogue's page on a series, by its own id."""

# A source without ids of its own makes keys from names; only what has a catalogue's own form is one.
_IDS = """
WITH said AS (
    SELECT "show", "show" AS id FROM claims WHERE $everyone OR list_contains($shows, "show")
    UNION SELECT "show", source_show FROM claims WHERE $everyone OR list_contains($shows, "show")
    UNION SELECT "show", value FROM claims
    WHERE predicate = 'same_as' AND taken_back_on IS NULL AND ($everyone OR list_contains($shows, "show"))
)
SELECT "show", split_part(id, ':', 1) AS authority, min(split_part(id, ':', 2)) AS key
FROM said
WHERE regexp_full_match(id, '(imdb:tt[0-9]{5,10}|(tmdb|tvmaze|tvdb):[0-9]{1,10}|wikidata:Q[0-9]{1,12})')
GROUP BY ALL
"""


@dataclass(frozen=True, slots=True)
class KnownIds:
    """One show's ids; each empty where no source gives it.

    Attributes:
        imdb: ``tt`` and digits.
        tmdb: digits.
        tvmaze: digits.
        tvdb: digits.
        wikidata: ``Q`` and digits.
    """

    imdb: str = ""
    tmdb: str = ""
    tvmaze: str = ""
    tvdb: str = ""
    wikidata: str = ""

    def pages(self) -> tuple[str, ...]:
        """Return the address of each catalogue's page on the show."""
        keys = ((name, getattr(self, name)) for name in _PAGES)
        return tuple(_PAGES[name].format(key) for name, key in keys if key)


def known_ids(connection: DuckDBPyConnection, shows: Sequence[str] | None = None) -> Mapping[str, KnownIds]:
    """Return the ids of shows.

    An id is how a show is named, not evidence, so ids count whatever the day.

    Args:
        connection: holds the fact tables.
        shows: their canonical ids; None for all.
    """
    found: dict[str, dict[str, str]] = {}
    asked = {"everyone": shows is None, "shows": list(shows or ())}
    for show, authority, key in connection.execute(_IDS, asked).fetchall():
        found.setdefault(show, {})[authority] = key
    own = {show: dict([show.split(":", 1)]) for show in found if show.partition(":")[0] in _PAGES}
    return {show: KnownIds(**(keys | own.get(show, {}))) for show, keys in found.items()}
