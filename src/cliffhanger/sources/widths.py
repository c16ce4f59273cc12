"""How many fields a row of a delimited file has: which row is too long, and whether the last one is cut short."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def too_long(content: bytes, *, separator: str, quote: str | None, width: int) -> int | None:
    """Return the number of the first data row with more fields than the header, or None.

    Args:
        content: the file's bytes, unpacked.
        separator: one character.
        quote: the quoting character, or None where the format has none.
        width: number of fields of the header.
    """
    rows = _rows(content, separator, quote)
    return next((number for number, row in enumerate(rows) if number and len(row) > width), None)


def cut_short(content: bytes, *, separator: str, quote: str | None, width: int) -> int | None:
    """Return how many fields the last row has where it is without its end and has too few, or None.

    A file may rightly end without a line break; only one whose last row also
    lacks fields has lost its end.
    """
    if content.endswith((b"\n", b"\r")):
        return None
    last = content.rpartition(b"\n")[2]
    if quote and last.count(quote.encode()) % 2:
        return 0
    found = len(next(iter(_rows(last, separator, quote)), []))
    return found if found < width else None


def _rows(content: bytes, separator: str, quote: str | None) -> Iterator[list[str]]:
    text = io.StringIO(content.decode("utf-8", errors="replace"), newline="")
    if quote:
        return csv.reader(text, delimiter=separator, quotechar=quote)
    return csv.reader(text, delimiter=separator, quoting=csv.QUOTE_NONE)
