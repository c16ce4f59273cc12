"""The catalogue's names, for the reader."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from cliffhanger.reader.names import Name, Names

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def names(connection: DuckDBPyConnection) -> Names:
    """Return every show's title and aliases, the best known show first.

    A name is how one speaks, not evidence: all of them count, whatever the day.

    Args:
        connection: holds the fact tables.
    """
    query = files(__package__).joinpath("names.sql").read_text(encoding="utf-8")
    return Names(Name(*row) for row in connection.execute(query).fetchall())
