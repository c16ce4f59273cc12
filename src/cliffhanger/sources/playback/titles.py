"""The list of titles beside a log: what each episode is part of, how long it is, and when it came out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.errors import BadFileError

if TYPE_CHECKING:
    from pathlib import Path

_EPOCH = date(1970, 1, 1)
_NEEDED = ("title", "episode", "runtime", "released")
_OPTIONAL = ("name", "show", "season", "cost")
UNITS = {
    "unit": pl.Int32, "title": pl.String, "number": pl.Int32, "episode": pl.Int32, "runtime": pl.Int64,
    "released": pl.Int32, "opened": pl.Int32, "whole": pl.Int64, "place": pl.Int32, "bit": pl.Int64,
    "block": pl.Int32,
}  # fmt: skip
BITS = 62
"""Episodes that one whole number can tell apart by its bits, and still be added up on every engine."""


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of a platform.

    Attributes:
        units: a row an episode: ``unit`` (its number here), ``title``, ``number`` (of the title), ``episode``,
            ``runtime`` (seconds), ``released`` (days since 1970), ``opened`` (the title's first day), ``whole``
            (seconds of all its episodes), ``place`` (of the episode in the title, from 0), ``bit`` and ``block`` (2 to
            the power of its place within a block of ``BITS`` episodes).
        about: a row a title: ``title``, ``number``, ``name``, ``show``, ``season``, ``cost``, ``episodes``,
            ``runtime`` (seconds of all its episodes), ``released`` (a date).
    """

    units: pl.DataFrame
    about: pl.DataFrame


def read(path: Path) -> Titles:
    """Read a list of titles: CSV with a row an episode.

    Columns: ``title`` (the id that the log uses; a season is a title), ``episode`` (from 1; a film's is 1),
    ``runtime`` (seconds), ``released`` (YYYY-MM-DD, on the territories' calendars); and where known ``name``, ``show``
    (an id such as imdb:tt26676904), ``season``, ``cost``.

    Raises:
        BadFileError: where it is no such table, or says two things of one episode.
    """
    try:
        frame = pl.read_csv(path, infer_schema=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise BadFileError(name=path.name, reason=str(error).splitlines()[0]) from error
    missing = [name for name in _NEEDED if name not in frame.columns]
    if missing:
        raise BadFileError(name=path.name, field=", ".join(missing), reason="column missing")
    for name in _OPTIONAL:
        if name not in frame.columns:
            frame = frame.with_columns(pl.lit(None, dtype=pl.String).alias(name))
    return of(frame.select(*_NEEDED, *_OPTIONAL), path.name)


def of(frame: pl.DataFrame, name: str) -> Titles:
    """Make the titles of a frame of texts, as :func:`read` does."""
    typed = frame.select(
        "title",
        pl.col("episode").cast(pl.Int32, strict=False),
        pl.col("runtime").cast(pl.Float64, strict=False).round().cast(pl.Int64, strict=False),
        (pl.col("released").str.to_date("%Y-%m-%d", strict=False) - _EPOCH).dt.total_days().cast(pl.Int32),
        "name",
        "show",
        pl.col("season").cast(pl.Int32, strict=False),
        pl.col("cost").cast(pl.Float64, strict=False),
    )
    _refuse(typed, name)
    title = pl.col("title")
    units = (
        typed.sort("title", "episode")
        .with_columns(
            unit=pl.int_range(pl.len(), dtype=pl.Int32),
            number=title.rank("dense").cast(pl.Int32),
            opened=pl.col("released").min().over("title"),
            whole=pl.col("runtime").sum().over("title"),
            place=pl.int_range(pl.len(), dtype=pl.Int32).over("title"),
        )
        .with_columns(
            bit=pl.lit(2, dtype=pl.Int64) ** (pl.col("place") % BITS), block=(pl.col("place") // BITS).cast(pl.Int32)
        )
    )
    about = units.group_by("title", "number", maintain_order=True).agg(
        pl.col("name").drop_nulls().first(),
        pl.col("show").drop_nulls().first(),
        pl.col("season").drop_nulls().first(),
        pl.col("cost").max(),
        pl.len().alias("episodes"),
        pl.col("runtime").sum(),
        pl.from_epoch(pl.col("released").min(), time_unit="d").alias("released"),
    )
    return Titles(
        units.select(pl.col(column).cast(kind) for column, kind in UNITS.items()),
        about.with_columns(pl.col("name").fill_null(pl.col("title"))),
    )


def _refuse(typed: pl.DataFrame, name: str) -> None:
    faults = {
        "title": pl.col("title").is_null(),
        "episode": (pl.col("episode") < 1).fill_null(value=True),
        "runtime": (pl.col("runtime") < 1).fill_null(value=True),
        "released": pl.col("released").is_null(),
    }
    for field, wrong in faults.items():
        rows = typed.with_row_index("row", 1).filter(wrong)["row"]
        if len(rows):
            raise BadFileError(name=name, row=rows[0], field=field, reason="is missing or cannot be read")
    twice = typed.filter(typed.select("title", "episode").is_duplicated())
    if twice.height:
        title, episode = twice.row(0)[:2]
        raise BadFileError(name=name, field="episode", reason=f"{title} has episode {episode} twice")
