"""Open a log for an engine: a file, a folder or an address in an object store; Parquet, CSV or JSON lines."""

from __future__ import annotations

import bz2
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import ibis
import ibis.expr.datatypes as dt
import pyarrow as pa
import pyarrow.dataset
import pyarrow.fs

from cliffhanger.domain.errors import BadFileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ibis.backends import BaseBackend
    from ibis.expr.types import Table, Value

KNOWN = (
    "viewer", "title", "episode", "started_at", "seconds", "position", "device", "territory", "received_at",
)  # fmt: skip
"""The columns of a log that are known."""

_FORMATS = {".parquet": "parquet", ".csv": "csv", ".jsonl": "json", ".ndjson": "json"}
_PACKED = (".gz", ".zst")
_LINES = 200_000
_NO_SEPARATOR = "\x01"


def log(engine: BaseBackend, address: str, names: Mapping[str, str] | None = None) -> tuple[Table, tuple[str, ...]]:
    """Open a log.

    Args:
        engine: DuckDB or Spark, of :mod:`cliffhanger.ledger.engine`.
        address: a file, a folder, or ``s3://``, ``gs://`` and the like. Spark is handed an address as it is and needs
            what it needs for it; elsewhere Arrow opens it.
        names: for our names of columns the log's own, where they differ.

    Returns:
        The log under our names, and the columns that are left over.

    Raises:
        BadFileError: where there is nothing there, or nothing that can be read.
    """
    own = {name: (names or {}).get(name, name) for name in KNOWN}
    try:
        table = _spark(engine, address, own) if engine.name == "pyspark" else _duckdb(engine, address, own)
    except (OSError, duckdb.Error, pa.ArrowException) as error:
        raise BadFileError(name=address, reason=str(error).strip().splitlines()[0]) from error
    known = {name: table[there] for name, there in own.items() if there in table.columns}
    if engine.name == "duckdb":
        known = {name: _seconds(column) for name, column in known.items()}
    left = tuple(name for name in table.columns if name not in own.values())
    return table.select(**known), left


@ibis.udf.scalar.builtin(name="epoch", signature=((dt.Timestamp(timezone="UTC"),), dt.float64))  # type: ignore[untyped-decorator] # Ibis does not annotate it
def _epoch(at: Value) -> Value:
    """Return the seconds since 1970 of an instant, by DuckDB's own function."""


def _seconds(column: Value) -> Value:
    """Return instants as seconds since 1970, and other columns as they are.

    Ibis has DuckDB read them on the wall clock first, which takes as long as all the rest of reading a log.
    """
    kind = column.type()
    return _epoch(column).floor().cast("int64") if kind.is_timestamp() and kind.timezone else column


def files(address: str) -> list[Path]:
    """Return the files of a local log, in order.

    Raises:
        BadFileError: where there are none.
    """
    top = Path(address)
    found = [top] if top.is_file() else sorted(p for p in top.rglob("*") if p.is_file() and _format(p.name))
    if not found:
        raise BadFileError(name=address, reason="there is no Parquet, CSV or JSON lines file here")
    return found


def _duckdb(engine: BaseBackend, address: str, own: Mapping[str, str]) -> Table:
    if "://" in address:
        system, path = pa.fs.FileSystem.from_uri(address)
        found = pa.dataset.dataset(path, filesystem=system, format=_format(path) or "parquet")
        if not found.files:
            raise BadFileError(name=address, reason="there is no file here")
        engine.con.register("log", found)
        return engine.table("log")
    paths = [str(path) for path in files(address)]
    kind = _one_format(address, paths)
    if kind == "parquet":
        return engine.read_parquet(paths, union_by_name=True)
    if kind == "csv":
        return engine.read_csv(paths, all_varchar=True, header=True, union_by_name=True)
    return engine.read_json(paths, columns=dict.fromkeys(own.values(), "VARCHAR"), format="newline_delimited")


def _spark(engine: BaseBackend, address: str, own: Mapping[str, str]) -> Table:
    from pyspark.errors import PySparkException  # noqa: PLC0415 - Spark is an extra, and slow to import
    from pyspark.sql import SparkSession  # noqa: PLC0415 - likewise

    remote = "://" in address
    paths = [address] if remote else [str(path) for path in files(address)]
    kind = (_format(address) or "parquet") if remote else _one_format(address, paths)
    reader = SparkSession.active().read
    try:
        if kind == "parquet":
            frame = reader.option("mergeSchema", "true").parquet(*paths)
        elif kind == "csv":
            frame = reader.option("header", "true").csv(paths)
        else:
            frame = reader.schema(", ".join(f"`{name}` STRING" for name in own.values())).json(paths)
    except PySparkException as error:
        raise BadFileError(name=address, reason=str(error).strip().splitlines()[0]) from error
    frame.createOrReplaceTempView("log")
    return engine.table("log")


def _format(name: str) -> str | None:
    for packed in _PACKED:
        name = name.removesuffix(packed)
    return _FORMATS.get(Path(name).suffix.lower())


def _one_format(address: str, paths: list[str]) -> str:
    kinds = sorted({kind for path in paths if (kind := _format(path))})
    if len(kinds) != 1:
        raise BadFileError(name=address, reason=f"holds files of several formats ({', '.join(kinds) or 'none known'})")
    return kinds[0]


def lines(engine: BaseBackend, file: Path, name: str) -> Table:
    """Open a file of text, plain, gzip or bzip2, as a table of its lines, ``value``; it can be read once."""
    if engine.name == "pyspark":
        from pyspark.sql import SparkSession  # noqa: PLC0415 - Spark is an extra, and slow to import

        SparkSession.active().read.text(str(file)).createOrReplaceTempView(name)
        return engine.table(name)
    if file.suffix == ".bz2":
        schema = pa.schema([("value", pa.string())])
        engine.con.register(name, pa.RecordBatchReader.from_batches(schema, _unpacked(file, schema)))
        return engine.table(name)
    return engine.read_csv(
        str(file), table_name=name, columns={"value": "VARCHAR"}, delim=_NO_SEPARATOR, quote="", escape="",
        header=False, auto_detect=False,
    )  # fmt: skip


def _unpacked(file: Path, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """Yield a packed file's lines, some at a time: DuckDB does not unpack bzip2."""
    batch: list[str] = []
    try:
        with bz2.open(file, "rt", encoding="utf-8", errors="replace", newline="\n") as stream:
            for line in stream:
                batch.append(line.rstrip("\n"))
                if len(batch) == _LINES:
                    yield pa.record_batch([batch], schema=schema)
                    batch = []
    except (OSError, EOFError) as error:
        raise BadFileError(name=file.name, reason=f"the bzip2 is damaged ({error})") from error
    yield pa.record_batch([batch], schema=schema)
