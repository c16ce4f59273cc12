"""A corpus of articles through the reader, on a Spark cluster: rows in Arrow batches in, one line of JSON each out."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import pyarrow as pa

from cliffhanger.domain.dates import parse_day
from cliffhanger.domain.errors import BadFileError, CliffhangerError
from cliffhanger.ledger.engine import opened
from cliffhanger.reader import interface
from cliffhanger.reader.obtain import article
from cliffhanger.reader.read import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyspark.sql import DataFrame

    from cliffhanger.reader.names import Names

SCHEMA = "id string, reading string, claims int, fault string"
"""What comes out: the article's id, its reading as ``cliffhanger read --jsonl`` prints it, how many claims it makes;
or why it could not be read."""

TASKS_A_CORE = 8
"""Tasks for each core, so that none waits long for the slowest."""


def readings(articles: DataFrame, names: Callable[[], Names]) -> DataFrame:
    """Read every article of a frame, wherever its rows lie.

    Args:
        articles: has ``id`` and ``text``, and where known ``published`` (YYYY-MM-DD).
        names: gives the catalogue's names; it is called once in each process of a worker.

    Returns:
        A frame of ``SCHEMA``, in no order.

    Raises:
        BadFileError: where a column is missing.
    """
    missing = [name for name in ("id", "text") if name not in articles.columns]
    if missing:
        raise BadFileError(name="the corpus", field=", ".join(missing), reason="column missing")
    columns = [name for name in ("id", "text", "published") if name in articles.columns]
    cores = articles.sparkSession.sparkContext.defaultParallelism
    spread = articles.select(*(articles[name].cast("string") for name in columns)).repartition(TASKS_A_CORE * cores)
    return spread.mapInArrow(functools.partial(_read_batches, names), SCHEMA)


def read_all(articles: str, master: str, out: str, names: Callable[[], Names]) -> tuple[int, int, int]:
    """Read a corpus of Parquet files, and write what is found as Parquet.

    Args:
        articles: a folder or an address, of what :func:`readings` reads.
        master: where Spark runs.
        out: a folder or an address that is not there yet.
        names: as for :func:`readings`.

    Returns:
        How many articles there are, how many claims they make, and how many articles could not be read.

    Raises:
        BadFileError: where the articles cannot be read, or ``out`` is there.
        MissingExtraError: where pyspark is not installed.
    """
    with opened(master):
        from pyspark.errors import AnalysisException  # noqa: PLC0415 - Spark is an extra, and slow to import
        from pyspark.sql import SparkSession  # noqa: PLC0415 - likewise

        reader = SparkSession.active().read
        try:
            readings(reader.parquet(articles), names).write.mode("errorifexists").parquet(out)
        except AnalysisException as error:
            raise BadFileError(name=articles, reason=str(error).strip().splitlines()[0]) from error
        counted = reader.parquet(out).selectExpr("count(*)", "coalesce(sum(claims), 0)", "count(fault)").collect()[0]
    return int(counted[0]), int(counted[1]), int(counted[2])


@functools.cache
def _held(names: Callable[[], Names]) -> Names:
    return names()


def _read_batches(names: Callable[[], Names], batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    known = _held(names)
    for batch in batches:
        rows = [_read_one(row, known) for row in batch.to_pylist()]
        columns = [list(column) for column in zip(*rows, strict=True)] if rows else [[], [], [], []]
        types = (pa.string(), pa.string(), pa.int32(), pa.string())
        arrays = [pa.array(column, kind) for column, kind in zip(columns, types, strict=True)]
        yield pa.record_batch(arrays, names=["id", "reading", "claims", "fault"])


def _read_one(row: dict[str, str | None], names: Names) -> tuple[str | None, str | None, int | None, str | None]:
    """Read one article; what is wrong with it stays with it."""
    try:
        day = row.get("published")
        published = parse_day(day) if day else None
        found = read(article((row["text"] or "").encode(), name=row["id"] or "an article", published=published), names)
        return row["id"], interface.line(found), len(found.claims), None
    except CliffhangerError as error:
        return row["id"], None, None, str(error)
