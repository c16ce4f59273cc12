"""A delimited file read piece by piece: for files of gigabytes, of which little is wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources import widths
from cliffhanger.sources.columns import NAMED, ROW
from cliffhanger.sources.tables import (
    MAX_UNPACKED,
    as_text,
    first_line,
    header_of,
    need_columns,
    refuse_binary,
    unpacked,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import SetAside

_PIECE = 1 << 26


def read_pieces(  # noqa: PLR0913 - the format has as many parts
    snapshot: Snapshot,
    *,
    columns: Mapping[str, pl.DataType | type[pl.DataType]],
    keep: Callable[[pl.DataFrame], pl.DataFrame],
    separator: str = ",",
    null: str | None = None,
    quote: str | None = '"',
) -> tuple[pl.DataFrame, int, tuple[str, ...]]:
    """Read a delimited file piece by piece, for one that is larger than what is wanted of it.

    The file is never unpacked whole: memory holds a piece of it, and what
    ``keep`` kept.

    Args:
        snapshot: the pinned file, plain or gzip; without line breaks inside fields.
        columns: the columns to take, with their types.
        keep: gives what is wanted of the rows of one piece; the column ``ROW`` stands before the others.
        separator: one character.
        null: the text that stands for "not known", beside the empty field.
        quote: the quoting character, or None where the format has none.

    Returns:
        What was kept of all pieces, the number of data rows, and the names of the columns that are left over.

    Raises:
        BadFileError: where the file is not text, a column is missing, a row is broken, or it is cut short.
    """
    kept: list[pl.DataFrame] = []
    rows, header, last = 0, b"", b""
    names: tuple[str, ...] = ()
    for piece in _pieces(snapshot):
        last = piece
        refuse_binary(snapshot.name, piece)
        text = header + piece
        if not names:
            header = piece[: piece.find(b"\n") + 1]
            names = tuple(header_of(snapshot.name, header or piece, separator, quote))
            need_columns(snapshot.name, columns, names)
        frame = _piece(snapshot.name, text, columns, (separator, null, quote), (rows, len(names)))
        rows += frame.height
        kept.append(keep(frame))
    if not names:
        refuse_binary(snapshot.name, b"")
    left = widths.cut_short(last, separator=separator, quote=quote, width=len(names))
    if left is not None:
        raise BadFileError(name=snapshot.name, reason=f"is cut short: its last row has {left} of {len(names)} fields")
    return pl.concat(kept), rows, tuple(name for name in names if name not in columns)


def _pieces(snapshot: Snapshot) -> Iterator[bytes]:
    """Yield an unpacked file in pieces that end with a line."""
    tail, total = b"", 0
    for chunk in unpacked(snapshot, _PIECE):
        total += len(chunk)
        if total > MAX_UNPACKED:
            raise BadFileError(name=snapshot.name, reason=f"unpacks to more than {MAX_UNPACKED >> 30} GiB")
        whole, line, rest = chunk.rpartition(b"\n")
        if line:
            yield tail + whole + line
            tail = rest
        else:
            tail += rest
    if tail:
        yield tail


def _piece(
    file: str,
    piece: bytes,
    columns: Mapping[str, pl.DataType | type[pl.DataType]],
    form: tuple[str, str | None, str | None],
    place: tuple[int, int],
) -> pl.DataFrame:
    separator, null, quote = form
    before, width = place
    try:
        frame = pl.read_csv(
            piece,
            columns=list(columns),
            row_index_offset=before + 1,
            **as_text(columns, separator=separator, null=null, quote=quote),
        )
    except pl.exceptions.PolarsError as error:
        row = widths.too_long(piece, separator=separator, quote=quote, width=width)
        if row is None:
            raise BadFileError(name=file, reason=first_line(error)) from error
        raise BadFileError(name=file, row=before + row, reason=f"has more than {width} fields") from error
    return frame.select(ROW, *columns)


def gathered(told: Iterable[SetAside]) -> tuple[SetAside, ...]:
    """Put together what :func:`sift` told of the pieces of a file: of each fault the first rows are named."""
    by_fault: dict[tuple[str, str], list[SetAside]] = {}
    for aside in told:
        by_fault.setdefault((aside.field, aside.reason), []).append(aside)
    named: list[SetAside] = []
    for asides in by_fault.values():
        *first, last = asides[:NAMED]
        named += [replace(aside, rows=1) for aside in first]
        named.append(replace(last, rows=sum(aside.rows for aside in asides) - len(first)))
    return tuple(named)
