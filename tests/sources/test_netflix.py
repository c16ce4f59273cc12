"""Netflix's weekly charts and half-year reports: seasons are told from parts, and series from films."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.vocabulary import Metric
from cliffhanger.sources.netflix import parse as netflix
from cliffhanger.sources.netflix.source import SOURCE
from cliffhanger.sources.netflix.titles import Named, read_titles, read_weekly, read_wording
from cliffhanger.sources.registry import recognise
from tests.sources.test_tables import counted, day, pinned, pinned_file, said, seen

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from cliffhanger.sources.batch import Batch

WEEKLY = "all-weeks-global.tsv"
REPORT = "What_We_Watched_A_Netflix_Engagement_Report_{}.xlsx"
SHOW = "netflix:A%20Made-Up%20Show"

# Made up, in Netflix's words.
WEEK = {
    "week": "2025-07-13",
    "category": "TV (English)",
    "weekly_rank": "2",
    "show_title": "A Made-Up Show",
    "season_title": "A Made-Up Show: Season 2",
    "weekly_hours_viewed": "1000000",
    "runtime": "5.5",
    "weekly_views": "200000",
    "cumulative_weeks_in_top_10": "1",
}
OLD_HEAD = ("Title", "Available Globally?", "Release Date", "Hours Viewed")
HEAD = (*OLD_HEAD, "Runtime", "Views")
BOTH_TITLES = "A Made-Up Show: Season 2 // Una serie inventada: Temporada 2"
SEASON = (BOTH_TITLES, "Yes", "2024-03-08", "1500000", "7:30", "200000")
FILM = ("A Made-Up Film", "Yes", "2024-02-01", "900000", "1:50", "490000")
WHEN = {
    "2023Jan-Jun": "Hours viewed from January to June 2023",
    "2023Jul-Dec": "Views from July to December 2023",
    "2024Jan-Jun": "Views from January to June 2024",
    "2024Jul-Dec": "Views from July to December 2024",
    "2025Jan-Jun": "Views from January to June 2025",
}


def weekly(*changes: dict[str, str], left_out: str = "", extra: str = "") -> Batch:
    """Parse a made-up chart: for each change, the row with those fields."""
    columns = [column for column in WEEK if column != left_out] + ([extra] if extra else [])
    rows = [WEEK | change for change in changes or ({},)]
    lines = ["\t".join(columns), *("\t".join(row.get(column, "") for column in columns) for row in rows)]
    return netflix.parse([pinned(WEEKLY, "\n".join(lines))])


def workbook(sheets: Mapping[str, Sequence[Sequence[str | None]]]) -> bytes:
    """Write the smallest workbook that holds the rows, every cell a text."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        kinds = "".join(
            f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType='
            '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
            for number in range(1, len(sheets) + 1)
        )
        file.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
            f"{kinds}</Types>",
        )
        file.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
            f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        named = list(enumerate(sheets.items(), start=1))
        listed = "".join(f'<sheet name="{name}" sheetId="{n}" r:id="rId{n}"/>' for n, (name, _) in named)
        file.writestr(
            "xl/workbook.xml", f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{listed}</sheets></workbook>'
        )
        targets = "".join(
            f'<Relationship Id="rId{n}" Type="{office}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n, _ in named
        )
        file.writestr(
            "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{package}/relationships">{targets}</Relationships>'
        )
        for number, (_, rows) in named:
            body = "".join(
                f'<row r="{r}">{"".join(_cell(r, c, text) for c, text in enumerate(row) if text is not None)}</row>'
                for r, row in enumerate(rows, start=1)
            )
            file.writestr(
                f"xl/worksheets/sheet{number}.xml",
                f'<worksheet xmlns="{main}"><sheetData>{body}</sheetData></worksheet>',
            )
    return buffer.getvalue()


def _cell(row: int, column: int, text: str) -> str:
    return f'<c r="{chr(65 + column)}{row}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def table(edition: str, rows: Sequence[Sequence[str | None]], head: Sequence[str] = HEAD) -> list[Sequence[str | None]]:
    """Lay out a sheet as the reports do."""
    return [("What We Watched: A Netflix Engagement Report",), (WHEN.get(edition, edition),), (), (), head, *rows]


def report(edition: str, sheets: Mapping[str, Sequence[Sequence[str | None]]], head: Sequence[str] = HEAD) -> Batch:
    """Parse a made-up report."""
    laid_out = {name: table(edition, rows, head) for name, rows in sheets.items()}
    return netflix.parse([pinned(REPORT.format("made_up"), workbook(laid_out))])


def test_a_week_came_out_on_the_tuesday_after_it() -> None:
    """Every number is of Monday to Sunday; the runtime stands by itself."""
    batch = weekly()
    columns = ("season", "metric", "value", "scope", "period_start", "period_end", "known_at")
    week, tuesday = (date(2025, 7, 7), date(2025, 7, 13)), day("2025-07-15")
    assert batch.observations.select(columns).rows() == [
        (2, "weekly_rank", 2, "TV (English)", *week, tuesday),
        (2, "weekly_hours", 1_000_000, "TV (English)", *week, tuesday),
        (2, "weekly_views", 200_000, "TV (English)", *week, tuesday),
        (2, "weeks_in_top10", 1, "TV (English)", *week, tuesday),
        (2, "runtime", 5.5, "TV (English)", None, None, tuesday),
    ]


def test_a_series_was_heard_of_when_it_first_stood_in_the_chart() -> None:
    """However the file is sorted."""
    batch = weekly({"week": "2025-07-20"}, {}, {"week": "2025-07-27"})
    assert said(batch, SHOW) == {
        "title": [("A Made-Up Show", day("2025-07-15"))],
        "network": [("Netflix", day("2025-07-15"))],
    }
    assert seen(batch, Metric.RUNTIME, SHOW, 2) == [5.5]


def test_films_are_set_aside() -> None:
    """They are counted, not listed one by one."""
    film = {"category": "Films (English)", "season_title": "N/A"}
    batch = weekly({}, *([film] * 20))
    assert counted(batch.set_aside) == {"film, not a series": 20}
    assert len(batch.set_aside) < 20
    assert batch.observations["metric"].n_unique() == 5


def test_a_limited_series_is_one_season_and_said_to_be_limited() -> None:
    """It was never meant to return."""
    batch = weekly({"season_title": "A Made-Up Show: Limited Series"})
    assert said(batch, SHOW)["kind"] == [("limited", day("2025-07-15"))]
    assert seen(batch, Metric.WEEKLY_RANK, SHOW, 1) == [2]


def test_a_part_is_no_season() -> None:
    """Its number may be half a season's; its wording is kept beside the chart."""
    batch = weekly({"season_title": "A Made-Up Show: Part 2", "category": "TV (Non-English)"})
    assert seen(batch, Metric.WEEKLY_RANK, SHOW) == [2]
    assert set(batch.observations["scope"]) == {"TV (Non-English) · Part 2"}


@pytest.mark.parametrize(
    ("show", "season_title", "expected"),
    [
        ("A Show", "A Show: Season 1:", Named(season=1)),
        ("A Show", "A Show: Season 4: Percy", Named(season=4)),
        ("A Show", "A Show: S9: Denver", Named(season=9)),
        ("A Show", "A Show 4", Named(season=4)),
        ("A Show", "A Show: II", Named(season=2)),
        ("A Show", "A Show 1.", Named(season=1)),
        ("A Show", "A Show: 2. The Soul Game", Named(season=2)),
        ("A Show", "A Show: 시즌 1", Named(season=1)),
        ("A Show", "A Show: April 21, 2025", Named(part="April 21, 2025", opens=False)),
        ("A Show", "A Show 2025", Named(part="2025", opens=False)),
        ("A Show", "A Show: The Final Season Part 3", Named(part="The Final Season Part 3", opens=False)),
        ("A Show", "N/A", Named()),
        ("Numbered", "N/A", Named(season=1)),
    ],
)
def test_a_weekly_season_is_read_however_it_is_written(show: str, season_title: str, expected: Named) -> None:
    """A bare title is the first season where others have numbers."""
    assert read_weekly(show, season_title, numbered=frozenset({"Numbered"})) == expected


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("Season 3 Part 2 - Seabound", Named(season=3, part="Season 3 Part 2 - Seabound", opens=False)),
        ("Season 2 (Part 1)", Named(season=2, part="Season 2 (Part 1)", opens=True)),
        ("Season 3B", Named(season=3, part="Season 3B", opens=False)),
        ("Season 3A", Named(season=3, part="Season 3A", opens=True)),
        ("Season 1 - Secrets of the Deep", Named(season=1)),
        ("Season 2: The Search: Part 2", Named(season=2, part="Season 2: The Search: Part 2", opens=False)),
        ("Season 4 Remix: Fateful", Named(season=4, part="Season 4 Remix: Fateful", opens=False)),
        ("Season 2023", Named(part="Season 2023", opens=False)),
        ("Season 0", Named(part="Season 0", opens=False)),
        ("2nd season", Named(season=2)),
        ("Volume 1", Named(part="Volume 1", opens=True)),
        ("Book 12", Named(part="Book 12", opens=False)),
        ("Limited Series", Named(season=1, limited=True)),
    ],
)
def test_the_wording_behind_a_title_is_read(wording: str, expected: Named) -> None:
    """Only what opens a season has the season's first day."""
    assert read_wording(wording) == expected


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"week": "2025-07-14"}, "not the Sunday that ends a week"),
        ({"week": "soon"}, "not the Sunday that ends a week"),
        ({"weekly_rank": "11"}, "not a rank from 1 to 10"),
        ({"weekly_rank": ""}, "not a rank from 1 to 10"),
        ({"weekly_hours_viewed": "many"}, "not a number"),
        ({"show_title": ""}, "no title"),
        ({"category": "Games"}, "unknown category"),
    ],
)
def test_a_bad_week_is_set_aside(change: dict[str, str], reason: str) -> None:
    """The good rows land."""
    batch = weekly(change, {"show_title": "Another", "season_title": "Another: Season 1"})
    assert counted(batch.set_aside) == {reason: 1}
    assert set(batch.claims["show"]) == {"netflix:Another"}


def test_a_chart_without_a_column_is_refused_and_a_new_column_is_heard() -> None:
    """A changed layout is noticed at once."""
    with pytest.raises(BadFileError, match="weekly_views: column missing"):
        weekly(left_out="weekly_views")
    assert weekly(extra="is_staggered_launch").left_over == ("is_staggered_launch",)


@pytest.mark.parametrize(
    ("edition", "sheet", "films", "published", "start"),
    [
        ("2023Jul-Dec", "TV", "Film", "2024-05-23", date(2023, 7, 1)),
        ("2024Jan-Jun", "TV", "Film", "2024-09-19", date(2024, 1, 1)),
        ("2024Jul-Dec", "TV", "Film", "2025-02-26", date(2024, 7, 1)),
        ("2025Jan-Jun", "Shows", "Movies", "2025-07-17", date(2025, 1, 1)),
    ],
)
def test_a_report_since_2023_parts_series_from_films(
    edition: str, sheet: str, films: str, published: str, start: date
) -> None:
    """Its numbers were known when it came out; the sheet of films is counted."""
    season = (*SEASON[:2], "2023-03-08", *SEASON[3:])
    batch = report(edition, {sheet: [season], films: [FILM, FILM]})
    assert (batch.rows_read, counted(batch.set_aside)) == (3, {"film, not a series": 2})
    columns = ("season", "metric", "value", "scope", "period_start", "known_at")
    assert batch.observations.select(columns).rows() == [
        (2, "half_year_hours", 1_500_000, "TV", start, day(published)),
        (2, "half_year_views", 200_000, "TV", start, day(published)),
        (2, "runtime", 7.5, "TV", None, day(published)),
    ]


def test_the_report_of_early_2023_mixes_films_and_series() -> None:
    """Only what says that it is a series counts; it has neither runtimes nor views."""
    rows = [(*SEASON[:2], "2023-03-08 00:00:00", SEASON[3]), FILM[:4], ("Another: Part 1", "No", None, "100000")]
    batch = report("2023Jan-Jun", {"Engagement": rows}, OLD_HEAD)
    assert counted(batch.set_aside) == {"film or series, not said": 1}
    assert set(batch.observations["metric"]) == {"half_year_hours"}
    assert said(batch, SHOW)["premiere_date"] == [("2023-03-08", day("2023-03-08"))]
    assert said(batch, "netflix:Another") == {"title": [("Another", day("2023-12-12"))]}


def test_a_release_is_known_on_its_day_and_an_alias_with_the_report() -> None:
    """The premiere is Netflix's own; its home is Netflix only where it is shown everywhere."""
    batch = report("2024Jan-Jun", {"TV": [SEASON, ("Another: Season 1", "No", "2024-04-01", "1", "*", "1")]})
    assert said(batch, SHOW) == {
        "title": [("A Made-Up Show", day("2024-03-08"))],
        "network": [("Netflix", day("2024-03-08"))],
        "alias": [("Una serie inventada", day("2024-09-19"))],
        "premiere_date": [("2024-03-08", day("2024-03-08"))],
    }
    wording = batch.claims.filter(pl.col("predicate") == "premiere_date")["wording"]
    assert set(wording) == {"released on Netflix"}
    assert set(said(batch, "netflix:Another")) == {"title", "premiere_date"}
    assert seen(batch, Metric.RUNTIME, "netflix:Another", 1) == []


def test_a_later_part_does_not_open_a_season() -> None:
    """Its first day is nobody's premiere."""
    rows = [
        ("A Made-Up Show: Part 2", "Yes", "2024-05-01", "1", "1:00", "1"),
        ("A Made-Up Show: Part 1", "Yes", "2024-03-01", "1", "1:00", "1"),
    ]
    batch = report("2024Jan-Jun", {"TV": rows})
    assert said(batch, SHOW)["premiere_date"] == [("2024-03-01", day("2024-03-01"))]
    assert set(batch.observations["scope"]) == {"TV · Part 1", "TV · Part 2"}


def test_a_bare_number_is_a_season_where_the_bare_title_stands_too() -> None:
    """Otherwise it belongs to the title."""
    read = read_titles(["A Made-Up Show", "A Made-Up Show 2", "A Made-Up Show III", "Station 19"])
    assert {text: (title.show, title.named.season) for text, title in read.items()} == {
        "A Made-Up Show": ("A Made-Up Show", 1),
        "A Made-Up Show 2": ("A Made-Up Show", 2),
        "A Made-Up Show III": ("A Made-Up Show", 3),
        "Station 19": ("Station 19", None),
    }


def test_titles_in_other_languages_lose_their_season() -> None:
    """Two scripts are two aliases; the same words are none."""
    text = "A Show: Season 1 // 虚構劇: 第 1 季 // 虚构剧: 第 1 季 // A Show: Staffel 1"
    assert read_titles([text])[text].aliases == ("虚構劇", "虚构剧")
    bare = "Another // 別劇: 第1季"
    assert read_titles([bare])[bare].aliases == ("別劇",)


def test_two_rows_of_one_season_are_one() -> None:
    """The reports list the most watched first: of two series with one title, that one counts."""
    other = ("A Made-Up Show: Season 2 // Eine andere: Staffel 2", "No", "2019-01-01", "1", "1:00", "1")
    batch = report("2024Jan-Jun", {"TV": [SEASON, other]})
    assert counted(batch.set_aside) == {"another row is of the same season": 1}
    assert seen(batch, Metric.HALF_YEAR_HOURS, SHOW, 2) == [1_500_000]


@pytest.mark.parametrize(
    ("change", "reason", "lost"),
    [
        ({0: None}, "no title", True),
        ({1: "Perhaps"}, "unknown available globally", False),
        ({2: "soon"}, "not a date", False),
        ({2: "2024-12-01"}, "released after the report", False),
        ({3: "many"}, "not a number", True),
        ({3: None}, "not a number", True),
        ({4: "1:75"}, "not hours and minutes", False),
        ({5: "many"}, "not a number", True),
    ],
)
def test_what_cannot_be_right_is_set_aside(change: dict[int, str | None], reason: str, lost: bool) -> None:  # noqa: FBT001 - a column of the table above
    """A field alone where the row can do without it."""
    row = [change.get(index, cell) for index, cell in enumerate(SEASON)]
    batch = report("2024Jan-Jun", {"TV": [row, ("Another: Season 1", *SEASON[1:])]})
    assert counted(batch.set_aside) == {reason: 1}
    assert (SHOW in set(batch.claims["show"])) is not lost


def test_a_report_of_another_layout_is_refused() -> None:
    """Nothing of it lands, and it says why."""
    with pytest.raises(BadFileError, match="Hours Viewed: column missing"):
        report("2024Jan-Jun", {"TV": [SEASON]}, ("Title", "Available Globally?", "Release Date", "Hours"))
    with pytest.raises(BadFileError, match="0 sheets of series; its sheets are Series"):
        report("2024Jan-Jun", {"Series": [SEASON]})
    with pytest.raises(BadFileError, match="2 sheets of series"):
        report("2024Jan-Jun", {"TV": [SEASON], "Shows": [SEASON]})
    with pytest.raises(BadFileError, match="unknown edition: from July to December 2031"):
        report("Views from July to December 2031", {"TV": [SEASON]})
    with pytest.raises(BadFileError, match="does not say of which half year it is"):
        report("Views", {"TV": [SEASON]})


def test_an_empty_sheet_is_no_table() -> None:
    """Of series it is refused; of films it counts for nothing."""
    rows = table("2024Jan-Jun", [SEASON])
    with pytest.raises(BadFileError, match="its sheet TV is empty"):
        netflix.parse([pinned(REPORT.format("made_up"), workbook({"TV": [], "Film": rows}))])
    assert netflix.parse([pinned(REPORT.format("made_up"), workbook({"TV": rows, "Film": []}))]).rows_read == 1


def test_new_sheets_and_columns_are_heard() -> None:
    """A changed layout is noticed at once."""
    batch = report("2024Jan-Jun", {"TV": [(*SEASON, "x")], "Games": [("A Game",)]}, (*HEAD, "Ads"))
    assert batch.left_over == ("sheet Games", "Ads")


@pytest.mark.parametrize("cut", [4, 100, -40])
def test_a_truncated_workbook_is_refused(cut: int) -> None:
    """Nothing of it lands."""
    whole = workbook({"TV": table("2024Jan-Jun", [SEASON])})
    with pytest.raises(BadFileError, match="is no whole workbook"):
        netflix.parse([pinned(REPORT.format("cut"), whole[:cut])])


def test_only_netflix_files_are_recognised() -> None:
    """Another workbook is not Netflix's."""
    assert netflix.recognises(pinned("renamed.tsv", "\t".join(WEEK)))
    assert netflix.recognises(pinned(REPORT.format("2025Jan-Jun"), b"PK\x03\x04"))
    assert not netflix.recognises(pinned("other.xlsx", b"PK\x03\x04"))
    assert not netflix.recognises(pinned(REPORT.format("2025Jan-Jun"), b"<html>"))
    assert (SOURCE.name, SOURCE.licence.ships) == ("netflix", False)


@given(st.lists(st.text(alphabet="Season Part//: 12IVABx", max_size=30), max_size=6))
def test_reading_titles_never_fails(titles: list[str]) -> None:
    """Every title is read, and its series has one of its words."""
    read = read_titles(titles)
    assert set(read) == set(titles)
    assert all(title.show in " ".join(text.split()) for text, title in read.items())


@pytest.mark.shared
def test_the_real_chart(shared: Path) -> None:
    """Half of its rows are films, and every week is complete."""
    snapshot = pinned_file(shared / "data" / "netflix" / WEEKLY)
    assert recognise(snapshot) == "netflix"
    batch = netflix.parse([snapshot])
    assert (batch.rows_read, batch.left_over) == (9_560, ())
    assert counted(batch.set_aside) == {"film, not a series": 4_780}
    ranks = batch.observations.filter(pl.col("metric") == "weekly_rank")
    assert ranks.height == 4_780
    assert batch.observations["known_at"].max() == day("2026-01-27")
    assert seen(batch, Metric.WEEKLY_RANK, "netflix:Stranger%20Things", 5)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("edition", "rows", "aside"),
    [
        ("2023Jan-Jun", 18_214, {"film or series, not said": 11_639, "another row is of the same season": 17}),
        ("2023Jul-Dec", 15_994, {"film, not a series": 9_395, "another row is of the same season": 12}),
        ("2024Jan-Jun", 16_161, {"film, not a series": 9_360, "another row is of the same season": 10}),
        ("2024Jul-Dec", 15_563, {"film, not a series": 8_680, "another row is of the same season": 12}),
        ("2025Jan-Jun", 16_182, {"film, not a series": 8_674, "another row is of the same season": 19}),
    ],
)
def test_the_real_reports(shared: Path, edition: str, rows: int, aside: dict[str, int]) -> None:
    """Every row is of a season, a film, or said to be neither."""
    snapshot = pinned_file(shared / "data" / "netflix" / REPORT.format(edition))
    assert recognise(snapshot) == "netflix"
    batch = netflix.parse([snapshot])
    assert (batch.rows_read, counted(batch.set_aside), batch.left_over) == (rows, aside, ())
    hours = batch.observations.filter(pl.col("metric") == "half_year_hours")
    assert hours.height == rows - sum(aside.values())
    assert hours.select("show", "season", "scope").is_unique().all()
