"""Rows that are too long, and files that have lost their end; the rows are made up."""

from __future__ import annotations

import pytest

from cliffhanger.sources import widths


@pytest.mark.parametrize(
    ("text", "row"),
    [("a,b\n1,2\n3,4\n", None), ("a,b\n1,2\n3,4,5\n", 2), ('a,b\n"1,1",2\n', None), ("a,b\n1\n", None)],
)
def test_the_first_row_that_is_too_long_is_found(text: str, row: int | None) -> None:
    """Rows are counted from 1 behind the header; a separator inside quotes is none."""
    assert widths.too_long(text.encode(), separator=",", quote='"', width=2) == row


@pytest.mark.parametrize(
    ("text", "fields"),
    [("a\tb\n1\t2\n", None), ("a\tb\n1\t2", None), ("a\tb\n1", 1), ("a\tb\n1\n", None), ("a\tb\n", None)],
)
def test_a_last_row_without_its_end_is_found(text: str, fields: int | None) -> None:
    """Only where the line break and some fields are missing has the file lost its end."""
    assert widths.cut_short(text.encode(), separator="\t", quote=None, width=2) == fields


def test_an_open_quote_at_the_end_is_a_lost_end() -> None:
    """A quoted field that nobody closed."""
    assert widths.cut_short(b'a,b\n1,"2', separator=",", quote='"', width=2) == 0
