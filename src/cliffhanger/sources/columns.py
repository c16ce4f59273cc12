"""Sift a table's rows, put our words for its own, and give its columns the ledger's form."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

import polars as pl

from cliffhanger.domain.errors import UnknownWordError
from cliffhanger.domain.vocabulary import Modality
from cliffhanger.sources.batch import CLAIM_SCHEMA, OBSERVATION_SCHEMA, ONLY_SAID, SetAside
from cliffhanger.sources.claim_ids import claim_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from cliffhanger.domain.vocabulary import Metric

Word = TypeVar("Word")

ROW = "row"
"""Column of a row's number in its file, the first data row being 1."""

NAMED = 5
"""Rows of one fault that are named one by one; the last of them stands for the others."""

_UNSAID = {
    "modality": str(Modality.EVENT),
    **dict.fromkeys(("unit", "wording", "retracts", "publisher", "url", *ONLY_SAID), ""),
}


def known_word(table: Mapping[str, Word], word: str, *, source: str, field: str, row: int | str) -> Word:
    """Return what a source's word means here.

    Raises:
        UnknownWordError: where the source's ``words.py`` does not map it.
    """
    if word not in table:
        raise UnknownWordError(source=source, field=field, word=word, row=row)
    return table[word]


@dataclass(frozen=True, slots=True)
class Fault:
    """What can be wrong with a row.

    Attributes:
        field: the column at fault.
        reason: what is wrong with it, for people.
        where: true for the rows at fault.
    """

    field: str
    reason: str
    where: pl.Expr


def sift(frame: pl.DataFrame, faults: Iterable[Fault]) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Set aside the rows at fault; a row is counted under its first fault only."""
    aside: list[SetAside] = []
    for fault in faults:
        aside += _told(frame, fault)
        frame = frame.filter(~fault.where.fill_null(value=False))
    return frame, tuple(aside)


def blank(frame: pl.DataFrame, faults: Iterable[Fault]) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Set aside a field alone: it becomes null, and the rest of its row goes on."""
    aside: list[SetAside] = []
    for fault in faults:
        aside += _told(frame, fault)
        sound = pl.when(~fault.where.fill_null(value=False)).then(pl.col(fault.field))
        frame = frame.with_columns(sound.alias(fault.field))
    return frame, tuple(aside)


def translate(
    frame: pl.DataFrame, column: str, to: Callable[[str, int], str | None]
) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Put our words for a column's foreign ones; a word is looked up once, however many rows have it.

    Args:
        frame: the rows.
        column: the column of foreign words.
        to: gives our word, or None for one that says nothing, from a word and
            the number of a row; raises UnknownWordError.

    Returns:
        The frame, with null where a word is unknown or says nothing, and the
        unknown words, each with its first row and the number of its rows.
    """
    words = (
        frame.drop_nulls(column)
        .group_by(column, maintain_order=True)
        .agg(pl.col(ROW).min().alias("first"), pl.len().alias("rows"))
    )
    ours: dict[str, str | None] = {}
    aside: list[SetAside] = []
    for word, first, rows in words.iter_rows():
        try:
            ours[word] = to(word, first)
        except UnknownWordError as error:
            aside.append(SetAside(first, error.field, error.word, f"unknown {error.field}", rows))
    translated = pl.col(column).replace_strict(ours, default=None, return_dtype=pl.String)
    return frame.with_columns(translated), tuple(aside)


def start_of_day(day: pl.Expr) -> pl.Expr:
    """Return the first instant of a column's days, as :func:`cliffhanger.domain.clock.start_of` does for one."""
    return day.cast(pl.Datetime("us")).dt.replace_time_zone("UTC")


def claims_of(frame: pl.DataFrame, *, source: str) -> pl.DataFrame:
    """Make claims of columns: what ``claims_frame`` does for objects, fast enough for a million rows.

    Args:
        frame: has ``show``, ``predicate``, ``value`` and ``known_at``, and any
            other column of ``CLAIM_SCHEMA`` but the span's, which belongs to
            texts; what it lacks is left unsaid.
        source: name of the source.

    Returns:
        A frame of ``CLAIM_SCHEMA``; rows without a value are left out, and a
        claim made twice stands once.
    """
    said = frame.filter(pl.col("value").is_not_null()).with_columns(pl.lit(source).alias("source"))
    full = said.select(
        (pl.col(name) if name in said.columns else pl.lit(None)).cast(kind).alias(name)
        for name, kind in CLAIM_SCHEMA.items()
    ).with_columns(pl.col(name).fill_null(unsaid) for name, unsaid in _UNSAID.items())
    return full.with_columns(claim_ids(full)).unique("claim_id", keep="first", maintain_order=True)


def observations_of(frame: pl.DataFrame, *, source: str, metrics: Mapping[str, Metric]) -> pl.DataFrame:
    """Make observations of columns.

    Args:
        frame: has ``show`` and ``known_at``, any other column of
            ``OBSERVATION_SCHEMA``, and a column of numbers for each metric.
        source: name of the source.
        metrics: the columns of numbers, and what each of them measures.

    Returns:
        A frame of ``OBSERVATION_SCHEMA``; rows without a number are left out.
    """
    about = [name for name in OBSERVATION_SCHEMA if name in frame.columns]
    numbers = [pl.col(column).cast(pl.Float64).alias(str(metric)) for column, metric in metrics.items()]
    long = (
        frame.select(*about, *numbers)
        .unpivot(index=about, variable_name="metric", value_name="value")
        .filter(pl.col("value").is_not_null())
        .with_columns(pl.lit(source).alias("source"))
    )
    return long.select(
        (pl.col(name) if name in long.columns else pl.lit("" if name == "scope" else None)).cast(kind).alias(name)
        for name, kind in OBSERVATION_SCHEMA.items()
    )


def _told(frame: pl.DataFrame, fault: Fault) -> list[SetAside]:
    """Name the first rows at fault; the last of those named stands for all the others too."""
    rows = frame.filter(fault.where).select(ROW, pl.col(fault.field).cast(pl.String).fill_null(""))
    named = [SetAside(row, fault.field, value, fault.reason) for row, value in rows.head(NAMED).iter_rows()]
    if rows.height > len(named):
        named[-1] = replace(named[-1], rows=1 + rows.height - len(named))
    return named
