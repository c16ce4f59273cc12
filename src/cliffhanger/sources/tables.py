"""Open a pinned file as a table, or say why it is not one."""

from __future__ import annotations

import calendar
import gzip
import io
import re
import zlib
from datetime import UTC, date
from typing import TYPE_CHECKING, Any

import polars as pl

from cliffhanger.domain.clock import start_of
from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources import widths
from cliffhanger.sources.columns import ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot

MAX_UNPACKED = 8 << 30
"""Bytes that a packed file may unpack to, so that a bomb cannot fill the memory."""

_GZIP_MAGIC = b"\x1f\x8b"
_PARQUET = b"PAR1"
_CHUNK = 1 << 22
_HEAD = 1 << 16
_MONTH = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>0[1-9]|1[0-2])(?!\d)")


def unpack(snapshot: Snapshot) -> bytes:
    """Return the bytes, unpacked where they are gzip.

    Raises:
        BadFileError: where the gzip is cut short, damaged, or unpacks to more than ``MAX_UNPACKED``.
    """
    if snapshot.head(len(_GZIP_MAGIC)) != _GZIP_MAGIC:
        return snapshot.content
    out = bytearray()
    for chunk in unpacked(snapshot, _CHUNK):
        out += chunk
        if len(out) > MAX_UNPACKED:
            raise BadFileError(name=snapshot.name, reason=f"unpacks to more than {MAX_UNPACKED >> 30} GiB")
    return bytes(out)


def unpacked(snapshot: Snapshot, size: int) -> Iterator[bytes]:
    """Yield a file's bytes some at a time, unpacked where they are gzip.

    Raises:
        BadFileError: where the gzip is cut short or damaged.
    """
    packed = snapshot.head(len(_GZIP_MAGIC)) == _GZIP_MAGIC
    try:
        with snapshot.open() as raw, gzip.open(raw) if packed else raw as stream:
            while chunk := stream.read(size):
                yield chunk
    except EOFError as error:
        raise BadFileError(name=snapshot.name, reason="the gzip is cut short") from error
    except (gzip.BadGzipFile, zlib.error) as error:
        raise BadFileError(name=snapshot.name, reason=f"the gzip is damaged ({error})") from error


def read_delimited(
    snapshot: Snapshot,
    *,
    columns: Mapping[str, pl.DataType | type[pl.DataType]],
    separator: str = ",",
    null: str | None = None,
    quote: str | None = '"',
) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """Read a CSV or TSV file whose header must hold the given columns.

    Args:
        snapshot: the pinned file, plain or gzip.
        columns: the columns to take, with their types; ``pl.String`` keeps the words as they stand.
        separator: one character.
        null: the text that stands for "not known", beside the empty field.
        quote: the quoting character, or None where the format has none.

    Returns:
        The frame of exactly those columns, and the names of the columns that are left over.

    Raises:
        BadFileError: where the file is not text, a column is missing, or a row is broken.
    """
    lazy, left = scan_delimited(snapshot, columns=columns, separator=separator, null=null, quote=quote)
    try:
        return collect(lazy.drop(ROW), name=snapshot.name), left
    except BadFileError as error:
        width = len(columns) + len(left)
        row = widths.too_long(unpack(snapshot), separator=separator, quote=quote, width=width)
        if row is None:
            raise
        raise BadFileError(name=snapshot.name, row=row, reason=f"has more than {width} fields") from error


def scan_delimited(
    snapshot: Snapshot,
    *,
    columns: Mapping[str, pl.DataType | type[pl.DataType]],
    separator: str = ",",
    null: str | None = None,
    quote: str | None = '"',
) -> tuple[pl.LazyFrame, tuple[str, ...]]:
    """Open a CSV or TSV file without reading its rows, for files of which only some rows are wanted.

    Arguments and result as for :func:`read_delimited`, with the column ``ROW``
    before the others; read it with :func:`collect`, which reports broken rows.

    Raises:
        BadFileError: where the file is not text or a column is missing.
    """
    content = unpack(snapshot)
    refuse_binary(snapshot.name, content)
    header = header_of(snapshot.name, content, separator, quote)
    need_columns(snapshot.name, columns, header)
    left = widths.cut_short(content, separator=separator, quote=quote, width=len(header))
    if left is not None:
        raise BadFileError(name=snapshot.name, reason=f"is cut short: its last row has {left} of {len(header)} fields")
    lazy = pl.scan_csv(
        io.BytesIO(content), row_index_offset=1, **as_text(columns, separator=separator, null=null, quote=quote)
    )
    return lazy.select(ROW, *columns), tuple(name for name in header if name not in columns)


def as_text(
    columns: Mapping[str, pl.DataType | type[pl.DataType]], *, separator: str, null: str | None, quote: str | None
) -> dict[str, Any]:
    """Return how polars is to read a delimited text: arguments as for :func:`read_delimited`, rows numbered."""
    return {
        "separator": separator,
        "schema_overrides": dict(columns),
        "null_values": [null] if null is not None else None,
        "quote_char": quote,
        "infer_schema": False,
        "row_index_name": ROW,
    }


def collect(lazy: pl.LazyFrame, *, name: str) -> pl.DataFrame:
    """Read the rows of a file opened by :func:`scan_delimited`.

    Raises:
        BadFileError: where a row is broken.
    """
    try:
        return lazy.collect(engine="streaming")
    except pl.exceptions.PolarsError as error:
        raise BadFileError(name=name, reason=first_line(error)) from error


def read_parquet(
    snapshot: Snapshot, *, columns: Mapping[str, pl.DataType | type[pl.DataType]]
) -> tuple[pl.DataFrame, tuple[str, ...]]:
    """Read a Parquet file; arguments and result as for :func:`read_delimited`.

    Raises:
        BadFileError: where the file is not whole Parquet or a column is missing or of another type.
    """
    try:
        frame = pl.read_parquet(snapshot.open())
    except (pl.exceptions.PolarsError, OSError) as error:
        raise BadFileError(name=snapshot.name, reason=first_line(error)) from error
    need_columns(snapshot.name, columns, frame.columns)
    try:
        taken = frame.select(pl.col(name).cast(kind) for name, kind in columns.items())
    except pl.exceptions.PolarsError as error:
        raise BadFileError(name=snapshot.name, reason=first_line(error)) from error
    return taken, tuple(name for name in frame.columns if name not in columns)


def records(frame: pl.DataFrame) -> list[dict[str, Any]]:
    """Return a frame's rows as dictionaries."""
    return frame.to_dicts()


def left_over(names: Iterable[str], *, ignored: Iterable[str]) -> tuple[str, ...]:
    """Return the columns that the parser neither takes nor has decided to leave."""
    known = set(ignored)
    return tuple(name for name in names if name not in known)


def delimited_header(snapshot: Snapshot, *, separator: str = ",") -> tuple[str, ...]:
    """Return the names in the first line, plain or gzip, or none where that cannot be read: for recognising a file."""
    head = snapshot.head(_HEAD)
    try:
        if head.startswith(_GZIP_MAGIC):
            head = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16).decompress(head, _HEAD)
        line = head.partition(b"\n")[0].decode("utf-8-sig")
    except (zlib.error, UnicodeDecodeError):
        return ()
    return tuple(name.strip('"\r') for name in line.split(separator))


def parquet_header(snapshot: Snapshot) -> tuple[str, ...]:
    """Return the names of a Parquet file's columns, or none where it is no whole Parquet file."""
    if snapshot.head(len(_PARQUET)) != _PARQUET:
        return ()
    try:
        return tuple(pl.read_parquet_schema(snapshot.open()))
    except (pl.exceptions.PolarsError, OSError):
        return ()


def published_at(snapshot: Snapshot) -> datetime:
    """Return when a file's numbers stood: the day given with it, else the last day of the month in its name.

    Where neither is given, it is the moment when the file was obtained: never too early.
    """
    month = _MONTH.search(snapshot.name)
    if snapshot.known_at or month is None:
        return (snapshot.known_at or snapshot.obtained_at).astimezone(UTC)
    year, number = int(month["year"]), int(month["month"])
    return start_of(date(year, number, calendar.monthrange(year, number)[1]))


def need_columns(name: str, columns: Iterable[str], header: Sequence[str]) -> None:
    """Hold a table to its columns.

    Raises:
        BadFileError: naming those that are missing.
    """
    missing = [column for column in columns if column not in header]
    if missing:
        raise BadFileError(name=name, field=", ".join(missing), reason="column missing")


def refuse_binary(name: str, content: bytes) -> None:
    """Hold a text table to being text, by its first bytes.

    Raises:
        BadFileError: where it holds NUL bytes, or nothing.
    """
    head = content[:65536]
    if b"\0" in head:
        raise BadFileError(name=name, reason="holds NUL bytes: not a text table")
    if not content:
        raise BadFileError(name=name, reason="is empty")


def header_of(name: str, content: bytes, separator: str, quote: str | None) -> list[str]:
    """Return the names of a delimited text's columns.

    Raises:
        BadFileError: where its first line cannot be read.
    """
    try:
        frame = pl.read_csv(io.BytesIO(content), separator=separator, n_rows=0, quote_char=quote, infer_schema=False)
    except pl.exceptions.PolarsError as error:
        raise BadFileError(name=name, reason=first_line(error)) from error
    return frame.columns


def first_line(error: Exception) -> str:
    """Return what a library's error says, as one line."""
    return str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
