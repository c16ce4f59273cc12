"""Files read piece by piece: wherever the pieces are cut, the rows are those of the whole."""

from __future__ import annotations

import gzip

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.batch import SetAside
from cliffhanger.sources.pieces import gathered, read_pieces
from cliffhanger.sources.tables import read_delimited
from tests.sources.test_tables import pinned

COLUMNS = {"a": pl.String, "b": pl.String}

fields = st.text(st.characters(codec="utf-8", exclude_characters='\t\n\r"\0', min_codepoint=32), min_size=1, max_size=8)


@given(rows=st.lists(st.tuples(fields, fields), min_size=1, max_size=20), size=st.integers(1, 200), ended=st.booleans())
def test_pieces_give_what_the_whole_gives(rows: list[tuple[str, str]], size: int, *, ended: bool) -> None:
    """Property: for every size of a piece, the same rows with the same numbers, and the same count."""
    text = "a\tb\tc\n" + "\n".join(f"{a}\t{b}\tx" for a, b in rows) + ("\n" if ended else "")
    snapshot = pinned("made-up.tsv.gz", gzip.compress(text.encode()))
    options = {"separator": "\t", "null": r"\N", "quote": None}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cliffhanger.sources.pieces._PIECE", size)
        frame, count, left = read_pieces(snapshot, columns=COLUMNS, keep=lambda piece: piece, **options)  # type: ignore[arg-type]  # options of one kind
    whole, _ = read_delimited(snapshot, columns=COLUMNS, **options)  # type: ignore[arg-type]  # likewise
    assert frame.drop("row").equals(whole)
    assert frame["row"].to_list() == list(range(1, len(rows) + 1))
    assert (count, left) == (len(rows), ("c",))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\tb\n1\t2\n1\t2\t3\n", r"row 2: has more than 2 fields"),
        ("a\tb\n1\t2\n1", "is cut short: its last row has 1 of 2 fields"),
        ("a\n1\n", "b: column missing"),
        ("", "is empty"),
        ("a\tb\n\0\t1\n", "NUL bytes"),
    ],
)
@pytest.mark.parametrize("size", [4, 1 << 20])
def test_a_broken_file_is_named_wherever_it_is_cut(
    text: str, expected: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row that is too long has its number in the file, not in the piece."""
    monkeypatch.setattr("cliffhanger.sources.pieces._PIECE", size)
    snapshot = pinned("made-up.tsv", text)
    with pytest.raises(BadFileError, match=expected):
        read_pieces(snapshot, columns=COLUMNS, keep=lambda piece: piece, separator="\t", quote=None)


def test_what_pieces_set_aside_is_told_once() -> None:
    """Of each fault the first five rows are named, and the last of those stands for all the others."""
    told = [SetAside(n, "x", str(n), "bad", rows) for n, rows in ((1, 1), (2, 7), (9, 1), (10, 1), (11, 1), (12, 30))]
    found = gathered([*told, SetAside(3, "y", "", "worse")])
    assert [(aside.row, aside.rows) for aside in found] == [(1, 1), (2, 1), (9, 1), (10, 1), (11, 37), (3, 1)]
    assert sum(aside.rows for aside in found) == sum(aside.rows for aside in told) + 1
