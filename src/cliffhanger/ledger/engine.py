"""The engines that run the as-of expressions: DuckDB inside this process, or Spark.

Both are spoken to through Ibis, whose import takes about a second: only what
reads a ledger imports this module.
"""

from __future__ import annotations

import os
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import ibis
import polars as pl
from duckdb import Error as DuckDBError

from cliffhanger.domain.errors import BadFileError, MissingExtraError
from cliffhanger.ledger.schema import TABLES
from cliffhanger.sources.batch import ONLY_SAID

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ibis.backends import BaseBackend
    from ibis.expr.types import Table

    from cliffhanger.ledger.store import View

_PARTITIONS = "spark.sql.shuffle.partitions"
_PARTITIONS_A_CORE = 4


def duckdb(*, database: Path | None = None, memory_limit: str = "2GB", threads: int | None = None) -> BaseBackend:
    """Return a DuckDB engine, in memory unless a database file is named.

    Instants are UTC whatever the machine's zone. What does not fit in memory goes to disk beside the database, and the
    rows of a query come in any order: whoever needs one asks for it.
    """
    engine = ibis.duckdb.connect(str(database) if database else ":memory:")
    settings = {"TimeZone": "'UTC'", "memory_limit": f"'{memory_limit}'"}
    if database:
        settings["preserve_insertion_order"] = "false"
    if threads:
        settings["threads"] = str(threads)
    for name, value in settings.items():
        engine.raw_sql(f"SET {name} = {value}")
    return engine


def spark(master: str, settings: Mapping[str, str] | None = None) -> BaseBackend:
    """Return a Spark engine on a master such as ``local[2]``, ``local-cluster[2,1,1024]`` or ``spark://host:7077``.

    Args:
        master: where it runs.
        settings: Spark's own settings, beside those that the project needs.

    Raises:
        MissingExtraError: where pyspark is not installed.
    """
    try:
        from pyspark.sql import SparkSession  # noqa: PLC0415 - Spark is an extra, and slow to import
    except ImportError as error:
        raise MissingExtraError(what=f"the engine {master}", extra="spark") from error
    builder = SparkSession.builder.master(master).appName("cliffhanger")
    builder = builder.config("spark.sql.session.timeZone", "UTC").config("spark.ui.enabled", "false")
    if master.startswith(("local", "spark://127.0.0.1")):
        # Its workers find the libraries where this interpreter does; "python3" on the path may be another.
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        # An engine on this machine has no business on the network.
        builder = builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1")
    session = builder.config(map=dict(settings or {})).getOrCreate()
    if session.sparkContext.getConf().get(_PARTITIONS) is None:
        # Spark's own 200 are for clusters: on two cores they are 40,000 little files a shuffle.
        session.conf.set(_PARTITIONS, str(_PARTITIONS_A_CORE * session.sparkContext.defaultParallelism))
    return ibis.pyspark.connect(session)


def kept(engine: BaseBackend, table: Table, name: str) -> Table:
    """Work an expression out once, for several that build on it.

    DuckDB writes it to its database, and so to disk where memory is short. Spark holds it in the memory and on the
    disks of its workers, and works out again what is lost with one of them.
    """
    if engine.name == "pyspark":
        return table.cache()
    return engine.create_table(name, table, overwrite=True)


@contextmanager
def opened(name: str, memory_limit: str = "2GB") -> Iterator[BaseBackend]:
    """Open an engine by its name, ``duckdb`` or a master of Spark, and close it with all that it has put aside.

    Raises:
        BadFileError: where the engine cannot go through the data: a broken row, a full disk, too little memory.
        MissingExtraError: where pyspark is not installed.
    """
    if name != "duckdb":
        engine = spark(name)
        from pyspark.errors import PySparkException  # noqa: PLC0415 - Spark is an extra, and slow to import

        with _closing(engine, PySparkException):
            yield engine
        return
    with tempfile.TemporaryDirectory(prefix="cliffhanger-") as scratch:
        engine = duckdb(database=Path(scratch) / "scratch.db", memory_limit=memory_limit)
        with _closing(engine, DuckDBError):
            yield engine


@contextmanager
def _closing(engine: BaseBackend, errors: type[Exception]) -> Iterator[None]:
    """Close an engine at the end, and turn what it says of the data into one line."""
    try:
        yield
    except errors as error:
        raise BadFileError(name="the data", reason=str(error).strip().splitlines()[0]) from error
    finally:
        engine.disconnect()


def framed(engine: BaseBackend, table: Table) -> pl.DataFrame:
    """Run an expression, and return its rows in memory."""
    frame = pl.from_arrow(engine.to_pyarrow(table))
    if not isinstance(frame, pl.DataFrame):
        raise TypeError(type(frame))
    return frame


def given(engine: BaseBackend, frame: pl.DataFrame, name: str) -> Table:
    """Hand a small frame to an engine, as a table that expressions can be made from and kept."""
    if engine.name == "pyspark":
        from pyspark.sql import SparkSession  # noqa: PLC0415 - Spark is an extra, and slow to import

        SparkSession.active().createDataFrame(frame.to_arrow()).createOrReplaceTempView(name)
        return engine.table(name)
    return engine.create_table(name, frame.to_arrow(), overwrite=True)


def tables(engine: BaseBackend, view: View) -> dict[str, Table]:
    """Return the ledger's tables at one state, read over the state's own list of files.

    An expression made from them runs unchanged on either engine.
    """
    return {name: _table(engine, name, view.files[name]) for name in TABLES}


def _table(engine: BaseBackend, name: str, files: tuple[str, ...]) -> Table:
    if not files:
        return ibis.memtable(pl.DataFrame(schema=dict(TABLES[name])).to_arrow())
    if engine.name == "pyspark":
        return _whole(_spark_table(engine, name, files), name)
    return _whole(engine.read_parquet(list(files), table_name=f"delta_{name}", union_by_name=True), name)


def _whole(table: Table, name: str) -> Table:
    """Return a table with the columns that files of an earlier layout lack, empty there."""
    if name != "claims":
        return table
    return table.mutate(
        **{column: table[column].fill_null("") if column in table.columns else ibis.literal("") for column in ONLY_SAID}
    )


def _spark_table(engine: BaseBackend, name: str, files: tuple[str, ...]) -> Table:
    # Ibis hands Spark one path only; Spark's own reader takes the list.
    from pyspark.sql import SparkSession  # noqa: PLC0415 - Spark is an extra, and slow to import

    session = SparkSession.active()
    session.read.option("mergeSchema", "true").parquet(*files).createOrReplaceTempView(f"delta_{name}")
    return engine.table(f"delta_{name}")
