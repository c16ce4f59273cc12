"""The files of one delivery, their columns, and how they are opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.columns import Fault
from cliffhanger.sources.pieces import read_pieces
from cliffhanger.sources.tables import delimited_header, left_over

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import SetAside

TITLES, EPISODES, RATINGS, LISTINGS = "title.basics", "title.episode", "title.ratings", "season_listings"
AKAS, PRINCIPALS, NAMES = "title.akas", "title.principals", "name.basics"

NEEDED = (TITLES, EPISODES, RATINGS)
"""The files without which the others cannot be understood."""

COLUMNS: dict[str, tuple[str, ...]] = {
    TITLES: ("tconst", "titleType", "primaryTitle", "originalTitle", "startYear", "endYear", "genres"),
    EPISODES: ("tconst", "parentTconst", "seasonNumber", "episodeNumber"),
    RATINGS: ("tconst", "averageRating", "numVotes"),
    LISTINGS: ("tconst", "seasonNumber", "episodesListed"),
    AKAS: ("titleId", "title", "region", "language"),
    PRINCIPALS: ("tconst", "nconst", "category", "characters"),
    NAMES: ("nconst", "primaryName"),
}
"""The columns taken from each file."""

_LEFT = (
    "isAdult", "runtimeMinutes", "ordering", "types", "attributes", "isOriginalTitle", "job", "birthYear", "deathYear",
    "primaryProfession", "knownForTitles",
)  # fmt: skip
_SEPARATORS = {LISTINGS: ","}
_TAB = "\t"
_TITLE_ID = r"^tt\d{5,10}$"


@dataclass(frozen=True, slots=True)
class Table:
    """One file, read and sifted.

    Attributes:
        frame: the rows that are wanted and sound.
        rows_read: data rows in the file.
        set_aside: rows that are wanted and not sound.
        left_over: columns that nobody knows.
    """

    frame: pl.DataFrame
    rows_read: int
    set_aside: tuple[SetAside, ...]
    left_over: tuple[str, ...]


def role(snapshot: Snapshot) -> str | None:
    """Say which file of a delivery this is, from its name, else from its first line; None where it is none."""
    stem = snapshot.name.removesuffix(".gz").removesuffix(".tsv").removesuffix(".csv")
    if stem in COLUMNS:
        return stem
    for name, columns in COLUMNS.items():
        if set(columns) <= set(delimited_header(snapshot, separator=_SEPARATORS.get(name, _TAB))):
            return name
    return None


def delivery(snapshots: Sequence[Snapshot]) -> dict[str, Snapshot]:
    """Tell the files of one folder apart.

    Raises:
        BadFileError: where one that is needed is missing, or one stands twice.
    """
    files: dict[str, Snapshot] = {}
    for snapshot in snapshots:
        name = role(snapshot)
        if name is None:
            raise BadFileError(name=snapshot.name, reason=f"is none of {', '.join(COLUMNS)}")
        if name in files:
            raise BadFileError(name=snapshot.name, reason=f"is a second {name}, beside {files[name].name}")
        files[name] = snapshot
    missing = [f"{name}.tsv.gz" for name in NEEDED if name not in files]
    if missing:
        present = ", ".join(s.name for s in snapshots)
        raise BadFileError(
            name=present, reason=f"{' and '.join(missing)} of the same day must stand in the same folder"
        )
    return files


def read_table(
    snapshot: Snapshot, name: str, keep: Callable[[pl.DataFrame], pl.DataFrame]
) -> tuple[pl.DataFrame, int, tuple[str, ...]]:
    r"""Read one file as columns of text, ``\N`` being null, and keep what is wanted of each piece of it.

    Returns:
        What was kept, the number of data rows, and the columns that nobody knows.

    Raises:
        BadFileError: where the file is not what it claims to be.
    """
    frame, rows, others = read_pieces(
        snapshot,
        columns=dict.fromkeys(COLUMNS[name], pl.String),
        keep=keep,
        separator=_SEPARATORS.get(name, _TAB),
        null=r"\N",
        # Titles hold single quotation marks, and the format has no quoting.
        quote=None,
    )
    return frame, rows, left_over(others, ignored=_LEFT)


def not_an_id(column: str) -> Fault:
    """Say where a column holds no IMDb id of a title."""
    bad = pl.col(column).is_null() | ~pl.col(column).str.contains(_TITLE_ID)
    return Fault(column, "not an IMDb id of a title", bad)


def not_a_number(column: str, meaning: str) -> Fault:
    """Say where a column is neither empty nor digits."""
    return Fault(column, f"not {meaning}", ~pl.col(column).str.contains(r"^\d{1,9}$"))
