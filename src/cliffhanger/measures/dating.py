"""When a season began and ended, where no source says so: estimates that say they are estimates.

Five ways, the better one first:

* the day on which a followed series' new season got its first rating, less
  the two days by which ratings mostly trail a premiere;
* the mean day on which a source says that the season's episodes aired, less
  half of the season;
* of the last season of a series, from the day on which a catalogue calls it
  over: the day of its last episode, less the season;
* a year behind the season before, where that one's day is known, as far as
  the id clock does not speak against it;
* the id clock. IMDb hands out ids in rising order, so the middle id number
  of a season's episodes tells about when it was entered. The clock is the
  running median of exact premieres over id numbers, in up to 160 bins, held
  to never run backwards; the spread is the 80th percentile of the errors in
  the bin. Ids below a million were entered in bulk, up to 2006, and tell
  little: such a season is counted in years from the first one.

``make bench ARGS=dating`` hides known days and says how far off each way is.

Seasons ordered together were entered together; :file:`dating.sql` says how they are spaced. A season that stands on a
renewal scorecard is kept within the card's TV season.

An estimate is a claim of the source ``estimate``, its interval in
``valid_from`` and ``valid_to``, and is known from the day it gives: an airing
is public on the day it airs.
"""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def add(connection: DuckDBPyConnection) -> None:
    """Append estimated premiere and finale dates to the table ``claims``.

    Args:
        connection: holds the fact tables.
    """
    connection.execute(files(__package__).joinpath("dating.sql").read_text(encoding="utf-8"))
