"""Other titles, casts and crews of the series: files that a delivery may have besides the needed three."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.sources.columns import claims_of, translate
from cliffhanger.sources.imdb import words
from cliffhanger.sources.imdb.layout import AKAS, NAMES, PRINCIPALS, Table, read_table
from cliffhanger.sources.imdb.source import SOURCE

if TYPE_CHECKING:
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import SetAside

_QUOTED = r'"((?:[^"\\]|\\.)*)"'


def read_akas(snapshot: Snapshot, series: pl.Series) -> Table:
    """Read the other titles of series, by their ids.

    Raises:
        BadFileError: where the file is not what it claims to be.
    """
    return _only(snapshot, AKAS, pl.col("titleId").is_in(series.implode()))


def read_principals(snapshot: Snapshot, series: pl.Series) -> Table:
    """Read who did what in series, by the series' ids.

    Raises:
        BadFileError: where the file is not what it claims to be.
    """
    return _only(snapshot, PRINCIPALS, pl.col("tconst").is_in(series.implode()))


def read_names(snapshot: Snapshot, people: pl.Series) -> Table:
    """Read the names of people, by their ids.

    Raises:
        BadFileError: where the file is not what it claims to be.
    """
    return _only(snapshot, NAMES, pl.col("nconst").is_in(people.implode()) & pl.col("primaryName").is_not_null())


def _only(snapshot: Snapshot, name: str, wanted: pl.Expr) -> Table:
    frame, rows, left = read_table(snapshot, name, lambda piece: piece.filter(wanted))
    return Table(frame, rows, (), left)


def alias_claims(akas: pl.DataFrame, day: datetime) -> pl.DataFrame:
    """Make the claims of other titles."""
    said = akas.select(
        pl.concat_str(pl.lit("imdb:"), pl.col("titleId")).alias("show"),
        pl.lit(str(Predicate.ALIAS)).alias("predicate"),
        pl.col("title").alias("value"),
        pl.lit(day).alias("known_at"),
    )
    return claims_of(said, source=SOURCE.name)


def people_claims(
    principals: pl.DataFrame, names: pl.DataFrame, day: datetime
) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Make the claims of casts and crews; a person without a name is left out, an unknown kind of work set aside.

    A role goes with its player as its unit; of several, the first.
    """
    meant, unknown = translate(
        principals.with_columns(pl.col("category").alias("predicate")), "predicate", words.credit
    )
    cast = pl.col("predicate") == str(Predicate.CAST)
    role = pl.col("characters").str.extract(_QUOTED).str.replace_all(r"\\(.)", "$1")
    said = meant.drop_nulls("predicate").join(names.select("nconst", "primaryName"), on="nconst", maintain_order="left")
    claims = said.select(
        pl.concat_str(pl.lit("imdb:"), pl.col("tconst")).alias("show"),
        "predicate",
        pl.col("primaryName").alias("value"),
        pl.when(cast).then(role).otherwise(pl.col("category")).fill_null("").alias("unit"),
        pl.lit(day).alias("known_at"),
    )
    return claims_of(claims, source=SOURCE.name), unknown
