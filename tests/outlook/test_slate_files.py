"""The two files beside a slate: read as documented, refused with row and field. All figures are made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.outlook import slate_files

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def write(folder: Path, text: str, name: str = "file.csv") -> Path:
    """Write a file, and return it."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_costs_are_read_with_what_may_be_left_out(tmp_path: Path) -> None:
    """A heading in any case, blank lines, a byte order mark; bounds are the cost itself where none are given."""
    text = (
        "\ufeffTitle,Season,Cost,Committed,Minimum,Maximum\nCopper Lantern,2,9.5,1,9,11\n\nGlass Harbour,,4200000,,,\n"
    )
    first, second = slate_files.costs(write(tmp_path, text))
    assert (first.show, first.season, first.cost, first.committed, first.minimum, first.maximum) == (
        "Copper Lantern", 2, 9.5, 1.0, 9.0, 11.0,
    )  # fmt: skip
    assert (second.season, second.cost, second.committed, second.minimum, second.maximum) == (
        None,
        4.2e6,
        0,
        4.2e6,
        4.2e6,
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("A,2,0,,,", r"row 1, cost: 0 has to be above 0"),
        ("A,2,-3,,,", r"row 1, cost: -3 has to be above 0"),
        ("A,2,$4.2,,,", r"row 1, cost: a currency sign, a unit or a word in '\$4.2': write the number alone"),
        ("A,2,4.2m,,,", r"row 1, cost: a currency sign, a unit or a word"),
        ('A,2,"4,200,000",,,', r"row 1, cost: separators in '4,200,000'"),
        ("A,2,nan,,,", r"row 1, cost: a currency sign, a unit or a word"),
        ("A,2,1e999,,,", r"row 1, cost: 1e999 has to be above 0"),
        ("A,2,,,,", r"row 1, cost: is empty"),
        ("A,two,4,,,", r"row 1, season: a currency sign, a unit or a word"),
        ("A,1.5,4,,,", r"row 1, season: 1.5 has to be a whole number"),
        ("A,2,4,5,,", r"row 1, committed: 5 has to be 0 or more, at most 4"),
        ("A,2,4,,5,", r"row 1, minimum: 5 has to be above 0, at most 4"),
        ("A,2,4,,,3", r"row 1, maximum: 3 has to be 4 or more"),
        ("A,2,4,,,\na,2,5,,,", r"row 2, show: 'a' stands in row 1, too"),
        (",2,4,,,", r"row 1, show: is empty"),
        ("A,2", r"row 1: has 2 cells, and the heading 6"),
        ("", r"has no rows"),
    ],
)
def test_a_bad_row_of_costs_is_named(tmp_path: Path, rows: str, said: str) -> None:
    """File, row, field, and what is wrong with it."""
    file = write(tmp_path, f"show,season,cost,committed,minimum,maximum\n{rows}\n")
    with pytest.raises(BadFileError, match=f"file.csv(, |: ){said}"):
        slate_files.costs(file)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("show,season", "cost: column missing"),
        ("show,cost,price", "price: unknown column"),
        ("show,cost,cost", "cost: unknown column, or one that comes twice"),
    ],
)
def test_a_heading_that_is_not_the_documented_one_is_refused(tmp_path: Path, heading: str, said: str) -> None:
    """A column that nobody reads might be one that somebody relies on."""
    with pytest.raises(BadFileError, match=said):
        slate_files.costs(write(tmp_path, f"{heading}\nA,1,2\n"))


VIEWING = "show,season,week,hours,unique_viewers,devoted_viewers\n"


def test_viewing_is_read_by_week_or_by_day(tmp_path: Path) -> None:
    """Weeks in any order; counts of the season on any of its rows; days become weeks since release."""
    weeks = slate_files.viewing(write(tmp_path, f"{VIEWING}A,1,2,50,,\nA,1,1,100,80,8\nA,2,1,70,,\n"))
    assert weeks["A"][1].hours == (100.0, 50.0)
    assert (weeks["A"][1].unique_viewers, weeks["A"][1].devoted_viewers) == (80.0, 8.0)
    assert weeks["A"][2].hours == (70.0,)
    days = "".join(f"A,1,{day},{day}\n" for day in range(9))
    assert slate_files.viewing(write(tmp_path, f"show,season,day,hours\n{days}"))["A"][1].hours == (21.0,)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("A,1,1,100,,\nA,1,1,90,,", r"row 2, week: week 1 of 'A' stands in row 1, too"),
        ("A,1,1,100,,\nA,1,3,90,,", r"'A', season 1, lacks week 2"),
        ("A,1,0,100,,", r"row 1, week: 0 has to be 1 or more"),
        ("A,1,202530,100,,", r"row 1, week: 202530 is too far from the release"),
        ("A,1,,100,,", r"row 1, week or day: has to have one of the two"),
        ("A,1,1,-1,,", r"row 1, hours: -1 has to be 0 or more"),
        ("A,1,1,0,,", r"'A', season 1, has no whole week with any viewing"),
        ("A,1,1,9,80,\nA,1,2,9,81,", r"row 2, unique_viewers: 81 here, 80 in a row before"),
        ("A,1,1,9,80,90", r"'A', season 1, has more devoted_viewers than unique_viewers"),
    ],
)
def test_a_bad_row_of_viewing_is_named(tmp_path: Path, rows: str, said: str) -> None:
    """File, row, field, and what is wrong with it."""
    with pytest.raises(BadFileError, match=said):
        slate_files.viewing(write(tmp_path, f"{VIEWING}{rows}\n"))


def test_parquet_says_the_same_as_csv(tmp_path: Path) -> None:
    """Numbers as numbers, and nothing where there is nothing."""
    file = tmp_path / "costs.parquet"
    duckdb.sql("SELECT 'A' AS show, 2 AS season, 4.5::DOUBLE AS cost, NULL::DOUBLE AS maximum").write_parquet(str(file))
    (read,) = slate_files.costs(file)
    assert (read.show, read.season, read.cost, read.maximum) == ("A", 2, 4.5, 4.5)
    with pytest.raises(BadFileError, match=r"broken\.parquet"):
        slate_files.costs(write(tmp_path, "no parquet", "broken.parquet"))


@pytest.mark.parametrize("read", [slate_files.costs, slate_files.viewing])
@given(noise=st.binary(max_size=60) | st.text(',\n"ab1-.', max_size=60).map(str.encode))
def test_foreign_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, read: Callable[[Path], object], noise: bytes
) -> None:
    """Whatever stands behind a right heading: a table, or an error that names the file."""
    file = tmp_path_factory.mktemp("noise") / "noise.csv"
    file.write_bytes(b"show,season,week,hours\n" + noise if read is slate_files.viewing else b"show,cost\n" + noise)
    try:
        found = read(file)
    except BadFileError as error:
        assert "noise.csv" in str(error)  # noqa: PT017 - either outcome is right
    else:
        assert found
