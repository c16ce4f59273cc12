"""How long and how high a show was on weekly lists, as known on a day."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from cliffhanger.outlook.dossier import OnList
from cliffhanger.outlook.sources import source_title

if TYPE_CHECKING:
    from datetime import date

    from duckdb import DuckDBPyConnection


def gather(connection: DuckDBPyConnection, show: str, as_of: date) -> tuple[OnList, ...]:
    """Return a show's weeks on each list that the facts hold.

    Args:
        connection: holds the fact tables.
        show: the show's id.
        as_of: the day.
    """
    query = files(__package__).joinpath("chart_weeks.sql").read_text(encoding="utf-8")
    found = connection.execute(query, {"show": show, "as_of": as_of}).fetchall()
    return tuple(OnList(source_title(source), name or "weekly list", *rest) for source, name, *rest in found)
