"""From what a person types (a title, an alias, an id) to one show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import AmbiguousTitleError, BadIdError, UnknownTitleError
from cliffhanger.domain.ids import parse_show_id
from cliffhanger.outlook.finding import finder

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from duckdb import DuckDBPyConnection

_YEAR = re.compile(r"^(?P<title>.+?)\s*\((?P<year>\d{4})\)$")
_NEAREST = 5

_BY_TITLE = """
SELECT DISTINCT "show" FROM claims
WHERE predicate IN ('title', 'alias') AND lower(strip_accents(value)) = lower(strip_accents($title))
"""

_BY_ID = """
SELECT "show" FROM claims WHERE "show" = $id OR source_show = $id ORDER BY "show" = $id DESC LIMIT 1
"""

_ONE = """
SELECT coalesce(min(value) FILTER (predicate = 'title' AND source = 'imdb'), min(value) FILTER (predicate = 'title')),
       min(TRY_CAST(value AS INTEGER)) FILTER (predicate = 'start_year'),
       min(year(valid_from)) FILTER (predicate = 'premiere_date')
FROM claims WHERE "show" = $show AND predicate IN ('title', 'start_year', 'premiere_date')
"""

_TITLES = """
SELECT "show", coalesce(min(value) FILTER (source = 'imdb'), min(value))
FROM claims WHERE predicate = 'title' AND ($shows IS NULL OR list_contains($shows, "show")) GROUP BY "show"
"""


@dataclass(frozen=True, slots=True)
class Named:
    """A show, found.

    Attributes:
        show: its canonical id.
        title: its title.
        year: its first year, or None.
    """

    show: str
    title: str
    year: int | None


def find(connection: DuckDBPyConnection, query: str) -> Named:
    """Return the one show that a text names.

    A name is how one asks, not evidence, so names are looked up whatever the
    day the question is about.

    Args:
        connection: holds the fact tables.
        query: a title, an alias, ``Title (year)``, or an id.

    Raises:
        UnknownTitleError: where no show has that name; it carries the nearest.
        AmbiguousTitleError: where several have.
    """
    text = " ".join(query.split())
    by_id = _by_id(connection, text)
    if by_id is not None:
        return by_id
    found = _by_title(connection, text)
    if not found:
        dated = _YEAR.match(text)
        if dated:
            found = [n for n in _by_title(connection, dated["title"]) if n.year == int(dated["year"])]
    if not found:
        found = _by_normal_form(connection, text)
    if len(found) > 1:
        raise AmbiguousTitleError(query=text, choices=[(n.title, n.show, n.year) for n in found])
    return found[0]


def titles(connection: DuckDBPyConnection, shows: Iterable[str] | None = None) -> dict[str, str]:
    """Return the titles of every show, or of some, by id: IMDb's where it has one."""
    wanted = None if shows is None else sorted(set(shows))
    return {} if wanted == [] else dict(connection.execute(_TITLES, {"shows": wanted}).fetchall())


def most_seasons(connection: DuckDBPyConnection, shows: Sequence[str], season: int) -> list[str]:
    """Return the shows among some that have had a season of at least this number; all of them if none has."""
    found = connection.execute(
        'SELECT DISTINCT "show" FROM seasons WHERE season >= $season AND list_contains($shows, "show")',
        {"season": season, "shows": list(shows)},
    ).fetchall()
    return sorted(row[0] for row in found) or list(shows)


def _by_id(connection: DuckDBPyConnection, text: str) -> Named | None:
    try:
        show = parse_show_id(text)
    except BadIdError:
        return None
    known = connection.execute(_BY_ID, {"id": show}).fetchone()
    return _named(connection, known[0]) if known else None


def _by_title(connection: DuckDBPyConnection, title: str) -> list[Named]:
    shows = [row[0] for row in connection.execute(_BY_TITLE, {"title": title}).fetchall()]
    return sorted((_named(connection, show) for show in shows), key=lambda n: (n.year or 0, n.show))


def _by_normal_form(connection: DuckDBPyConnection, text: str) -> list[Named]:
    """Return the shows whose name is this but for case, accents and punctuation.

    Raises:
        UnknownTitleError: where there is none; it carries the nearest.
    """
    index = finder(connection)
    shows = index.called(text)
    if not shows:
        near = [f"{hit.title} ({hit.year or 'year unknown'}, {hit.show})" for hit in index.suggest(text, _NEAREST)]
        raise UnknownTitleError(query=text, nearest=near)
    return sorted((_named(connection, show) for show in shows), key=lambda n: (n.year or 0, n.show))


def _named(connection: DuckDBPyConnection, show: str) -> Named:
    title, year, premiere_year = connection.execute(_ONE, {"show": show}).fetchone() or (None, None, None)
    return Named(show, title or show, year or premiere_year)
