"""Wikimedia's two layouts of page views, packed as they are published; all lines are made up."""

from __future__ import annotations

import bz2
import gzip
from datetime import date
from typing import TYPE_CHECKING

import pytest

from cliffhanger.domain.errors import BadFileError, UnknownWordError
from cliffhanger.ledger import engine
from cliffhanger.ledger.store import Ledger
from cliffhanger.measures.audience import pageviews
from cliffhanger.outlook import facts
from cliffhanger.sources.pageview_dumps.parse import dump

if TYPE_CHECKING:
    from pathlib import Path

PAGES = "wiki,page,show\nen.wikipedia,Made-Up Show,imdb:tt0000001\nde.wikipedia,Erfunden,imdb:tt0000001\n"
HOUR = """en Made-Up_Show 10 0
en.m Made-Up_Show 5 0
en.b Made-Up_Show 1000 0
en Other_page 77 0
de Erfunden 3 0
en Made-Up_Show many 0
cut short
"""
DAY = """en.wikipedia Made-Up_Show 123 desktop 30 A10X20
en.wikipedia Made-Up_Show null mobile-web 7 B7
en.wikibooks Made-Up_Show 9 desktop 500 A500
de.wikipedia Erfunden 4 mobile-app 2 C2
en.wikipedia Made-Up_Show 123 desktop x A1
en.wikipedia Made-Up_Show 123 desktop 1 Z1
"""


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """Return the file that lists the articles."""
    file = tmp_path / "pages.csv"
    file.write_text(PAGES, encoding="utf-8")
    return file


def counted(paths: list[Path], pages: Path) -> pageviews.Views:
    """Return what dumps say of the listed articles."""
    return pageviews.views(engine.duckdb(), paths, pageviews.pages(pages))


def test_an_hourly_dump(tmp_path: Path, pages: Path) -> None:
    """Desktop and mobile of the listed articles of Wikipedia, in all languages; an hour's name is its end."""
    file = tmp_path / "pageviews-20250731-000000.gz"
    file.write_bytes(gzip.compress(HOUR.encode()))
    found = counted([file], pages)
    assert found.daily.rows() == [("imdb:tt0000001", date(2025, 7, 30), 18, False)]
    assert dict(found.set_aside.iter_rows()) == {"has not 4 fields": 1, "views are no whole number": 1}


def test_a_daily_dump(tmp_path: Path, pages: Path) -> None:
    """All kinds of site of the listed articles; what machines read is another file, and is left out."""
    (tmp_path / "dumps").mkdir()
    for agent in ("user", "spider"):
        file = tmp_path / "dumps" / f"pageviews-20250730-{agent}.bz2"
        file.write_bytes(bz2.compress(DAY.encode()))
    found = counted([tmp_path / "dumps"], pages)
    assert found.daily.rows() == [("imdb:tt0000001", date(2025, 7, 30), 39, True)]
    assert dict(found.set_aside.iter_rows()) == {"views are no whole number": 1, "views by hour cannot be read": 1}


def test_a_day_of_hours_is_whole_with_all_of_them(tmp_path: Path, pages: Path) -> None:
    """24 hourly files, the last of them named after the next day's midnight, are a day; 23 are not, and do not land."""
    names = [f"pageviews-20250730-{hour:02}0000" for hour in range(1, 24)] + ["pageviews-20250731-000000"]
    for name in names:
        (tmp_path / name).write_text("en Made-Up_Show 2 0\n", encoding="utf-8")
    whole = counted([tmp_path / name for name in names], pages)
    assert whole.daily.rows() == [("imdb:tt0000001", date(2025, 7, 30), 48, True)]
    part = counted([tmp_path / name for name in names[:-1]], pages)
    assert part.daily.rows() == [("imdb:tt0000001", date(2025, 7, 30), 46, False)]
    assert pageviews.land(Ledger.create(tmp_path / "ledger"), part, "test") == 0


def test_views_land_once_and_are_known_when_the_dump_is_out(tmp_path: Path, pages: Path) -> None:
    """An observation a day, known from the second day after it; the same dump adds nothing twice."""
    file = tmp_path / "pageviews-20250730-user.bz2"
    file.write_bytes(bz2.compress(DAY.encode()))
    found = counted([file], pages)
    ledger = Ledger.create(tmp_path / "ledger")
    assert [pageviews.land(ledger, found, "test") for _ in range(2)] == [1, 0]
    row = facts.from_ledger(ledger.path).connection.execute(
        'SELECT "show", metric, value, period_start, known_on FROM observations'
    ).fetchall()  # fmt: skip
    assert row == [("imdb:tt0000001", "page_views", 39.0, date(2025, 7, 30), date(2025, 8, 1))]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("pageviews-20250732-user.bz2", BadFileError),
        ("pagecounts-20250730-000000.gz", BadFileError),
        ("pageviews-20250730-aliens.bz2", UnknownWordError),
    ],
)
def test_a_name_that_is_no_dump_s_is_refused(name: str, error: type[Exception]) -> None:
    """No day of the calendar, another data set, a kind of reader that nobody knows."""
    with pytest.raises(error):
        dump(name)


def test_a_damaged_dump_is_named(tmp_path: Path, pages: Path) -> None:
    """A bzip2 that is cut short lands nothing."""
    file = tmp_path / "pageviews-20250730-user.bz2"
    file.write_bytes(bz2.compress(DAY.encode() * 50)[:-40])
    with pytest.raises(BadFileError, match=r"pageviews-20250730-user\.bz2"):
        counted([file], pages)
