"""Look-alikes: other shows as they stood at the same age, and what became of them."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from cliffhanger.outlook import search
from cliffhanger.outlook.dossier import LookAlike
from cliffhanger.panel.panel import ROUGH

if TYPE_CHECKING:
    from datetime import date

    from duckdb import DuckDBPyConnection

    from cliffhanger.panel.panel import Panel

MOST = 8


def look_alikes(connection: DuckDBPyConnection, panel: Panel, *, most: int = MOST) -> tuple[LookAlike, ...]:
    """Return the shows most like a one-row panel's, frozen at the same season and age.

    Their fate is told as it was known on the row's day. Likeness weighs the
    platform most, then genre, length of the season, viewers' ratings and how
    long ago it was.
    """
    as_of = panel["as_of"].astype(object)[0]
    premiere = panel["premiere"].astype(object)[0]
    show = str(panel["show"][0])
    genres = connection.execute(
        "SELECT list(DISTINCT value) FROM claims WHERE \"show\" = $show AND predicate = 'genre' AND known_on <= $as_of",
        {"show": show, "as_of": as_of},
    ).fetchone()
    language = connection.execute(
        "SELECT min(value) FROM claims WHERE \"show\" = $show AND predicate = 'language' AND known_on <= $as_of",
        {"show": show, "as_of": as_of},
    ).fetchone()
    rating = None if panel["rating_hindsight"][0] else _number(panel["rating"][0])
    found = connection.execute(
        files(__package__).joinpath("comparables.sql").read_text(encoding="utf-8"),
        {
            "show": show,
            "season": int(panel["season"][0]),
            "as_of": as_of,
            "age": (as_of - premiere).days,
            "platform": str(panel["network"][0]),
            "episodes": _number(panel["episodes"][0]) or 10.0,
            "rating": rating,
            "genres": (genres[0] if genres else None) or [],
            "language": (language[0] if language else None) or "",
            "rough": list(ROUGH),
            "most": most,
        },
    ).fetchall()
    titles = search.titles(connection, [row[0] for row in found])
    return tuple(_look_alike(row, titles, int(panel["season"][0])) for row in found)


def _look_alike(
    row: tuple[str, date, str, date | None, str, date | None, bool, float], titles: dict[str, str], season: int
) -> LookAlike:
    show, premiere, network, returned, decided, decided_on, roughly, likeness = row
    return LookAlike(
        title=titles.get(show, show),
        show=show,
        season=season,
        platform=network,
        premiere=premiere,
        returned=returned,
        roughly=roughly,
        decided=decided,
        decided_on=decided_on,
        likeness=likeness,
    )


def _number(value: float) -> float | None:
    return None if value != value else float(value)  # noqa: PLR0124 - NaN is what differs from itself
