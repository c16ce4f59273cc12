"""What the weekly charts and the half-year reports have in common: rows of named seasons to claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.ids import key_of, show_id
from cliffhanger.domain.vocabulary import Kind, Predicate
from cliffhanger.sources.batch import TIMESTAMP
from cliffhanger.sources.columns import claims_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cliffhanger.sources.netflix.titles import Named

NAMED = {"title": pl.String, "season": pl.Int32, "part": pl.String, "limited": pl.Boolean, "opens": pl.Boolean}
"""Columns of what a title names."""


def named_frame(named: Mapping[tuple[str, ...], tuple[str, Named]], keys: Iterable[str]) -> pl.DataFrame:
    """Lay out what titles name, to be joined to their rows.

    Args:
        named: for the key columns of a row, the series' title and what is named.
        keys: names of the key columns.
    """
    rows = [
        (*key, title, what.season, what.part, what.limited, what.opens) for key, (title, what) in named.items()
    ]  # fmt: skip
    frame = pl.DataFrame(rows, schema={**dict.fromkeys(keys, pl.String), **NAMED}, orient="row")
    ids = {title: show_id("netflix", key_of(title)) for title in frame["title"].unique()}
    return frame.with_columns(pl.col("title").replace_strict(ids, default=None, return_dtype=pl.String).alias("show"))


def scoped(frame: pl.DataFrame, chart: pl.Expr) -> pl.DataFrame:
    """Add the scope of a row's numbers: its chart, and the wording of what is not a whole season."""
    part = pl.when(pl.col("part") == "").then(pl.lit("")).otherwise(pl.concat_str(pl.lit(" · "), "part"))
    return frame.with_columns(pl.concat_str(chart, part).alias("scope"))


def first_heard(frame: pl.DataFrame) -> pl.DataFrame:
    """Claim each series' title, and that a limited series is one, since when the file knew of it.

    Args:
        frame: has ``show``, ``title``, ``limited`` and ``known_at``.
    """
    titles = frame.group_by("show", maintain_order=True).agg(pl.col("title").first(), pl.col("known_at").min())
    limited = frame.filter("limited").group_by("show", maintain_order=True).agg(pl.col("known_at").min())
    return pl.concat(
        [
            said(titles, Predicate.TITLE, pl.col("title")),
            said(limited, Predicate.KIND, pl.lit(str(Kind.LIMITED))).with_columns(
                pl.lit("Limited Series").alias("wording")
            ),
        ],
        how="diagonal",
    )


def said(frame: pl.DataFrame, predicate: Predicate, value: pl.Expr) -> pl.DataFrame:
    """Say one thing of each row's series."""
    return frame.select(
        "show",
        pl.lit(str(predicate)).alias("predicate"),
        value.alias("value"),
        pl.col("known_at").cast(TIMESTAMP),
    )


def claims(frames: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Put Netflix's name to what was said."""
    return claims_of(pl.concat(list(frames), how="diagonal"), source="netflix")
