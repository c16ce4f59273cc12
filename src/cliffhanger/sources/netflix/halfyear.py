"""The half-year reports "What We Watched", in the five layouts so far.

The reports differ in their sheets ("Engagement", "TV" and "Film", "Shows" and
"Movies"), in their columns (no runtime and no views at first) and in how dates
are kept. The first one does not part films from series: of its titles only
those count that say so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import fastexcel
import polars as pl

from cliffhanger.domain.clock import start_of
from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.batch import TIMESTAMP, Batch, SetAside
from cliffhanger.sources.columns import ROW, Fault, blank, known_word, observations_of, sift, start_of_day, translate
from cliffhanger.sources.netflix.frames import claims, first_heard, named_frame, said, scoped
from cliffhanger.sources.netflix.titles import read_titles
from cliffhanger.sources.netflix.words import GLOBALLY, NO_RUNTIME, PUBLISHED, SHEETS

if TYPE_CHECKING:
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot

_NEEDED = ("Title", "Available Globally?", "Release Date", "Hours Viewed")
_SINCE_2023H2 = ("Runtime", "Views")
_METRICS = {"Hours Viewed": Metric.HALF_YEAR_HOURS, "Views": Metric.HALF_YEAR_VIEWS}
_EDITION = re.compile(r"from (?P<from>January|July) to (?:June|December) (?P<year>\d{4})")
_HEADS = 12  # rows within which the head of the table stands
_KEY = ["Title"]


class _Report(NamedTuple):
    """One report: when it came out, which half year it is of, and its table of series."""

    published: datetime
    start: str
    end: str
    rows: pl.DataFrame
    mixed: bool
    films: tuple[SetAside, ...]
    left_over: tuple[str, ...]


def parse_report(snapshot: Snapshot) -> Batch:
    """Turn one report into claims and observations.

    Raises:
        BadFileError: where the file is damaged, of an unknown layout or of an unknown edition.
    """
    report = _open(snapshot)
    rows, aside = _sound(report)
    seasons = scoped(rows, pl.lit("TV")).with_columns(pl.lit(report.published).cast(TIMESTAMP).alias("known_at"))
    half_year = seasons.with_columns(
        pl.lit(report.start).str.to_date().alias("period_start"), pl.lit(report.end).str.to_date().alias("period_end")
    )
    return Batch(
        rows_read=report.rows.height + sum(sheet.rows for sheet in report.films),
        claims=claims(_claims(seasons)),
        observations=pl.concat(
            [
                observations_of(half_year, source="netflix", metrics=_METRICS),
                observations_of(seasons, source="netflix", metrics={"Runtime": Metric.RUNTIME}),
            ]
        ),
        set_aside=(*report.films, *aside),
        left_over=report.left_over,
    )


def _open(snapshot: Snapshot) -> _Report:
    try:
        book = fastexcel.read_excel(snapshot.content)
        sheets = {
            name: book.load_sheet(name, header_row=None, dtypes="string").to_polars()
            for name in book.sheet_names
            if name in SHEETS
        }
    except fastexcel.FastExcelError as error:
        raise BadFileError(name=snapshot.name, reason=f"is no whole workbook ({str(error).splitlines()[0]})") from error
    tables = [name for name in sheets if SHEETS[name] != "films"]
    if len(tables) != 1:
        reason = f"has {len(tables)} sheets of series; its sheets are {', '.join(book.sheet_names)}"
        raise BadFileError(name=snapshot.name, reason=reason)
    sheet = sheets[tables[0]]
    if sheet.is_empty():
        raise BadFileError(name=snapshot.name, reason=f"its sheet {tables[0]} is empty")
    year, half = _edition(snapshot.name, sheet)
    rows, columns = _table(snapshot.name, sheet)
    unknown_sheets = [f"sheet {name}" for name in book.sheet_names if name not in SHEETS]
    return _Report(
        published=start_of(PUBLISHED[year, half]),
        start=f"{year}-01-01" if half == 1 else f"{year}-07-01",
        end=f"{year}-06-30" if half == 1 else f"{year}-12-31",
        rows=rows,
        mixed=SHEETS[tables[0]] == "mixed",
        films=tuple(
            SetAside(1, "sheet", name, "film, not a series", max(frame.height - _head_at(frame) - 1, 0))
            for name, frame in sheets.items()
            if SHEETS[name] == "films" and not frame.is_empty()
        ),
        left_over=(*unknown_sheets, *columns),
    )


def _edition(name: str, sheet: pl.DataFrame) -> tuple[int, int]:
    """Return the year and the half that the words above the table speak of."""
    heads = " ".join(str(cell) for row in sheet.head(_HEADS).rows() for cell in row if cell)
    found = _EDITION.search(heads)
    if found is None:
        raise BadFileError(name=name, reason="does not say of which half year it is")
    edition = int(found["year"]), 1 if found["from"] == "January" else 2
    if edition not in PUBLISHED:
        raise BadFileError(name=name, reason=f"is of an unknown edition: {found[0]}")
    return edition


def _head_at(sheet: pl.DataFrame) -> int:
    """Return the row of the table's head, or that of the last row that might be it."""
    first = sheet.to_series(0).head(_HEADS).to_list()
    return first.index("Title") if "Title" in first else len(first) - 1


def _table(name: str, sheet: pl.DataFrame) -> tuple[pl.DataFrame, tuple[str, ...]]:
    at = _head_at(sheet)
    heads = ["" if cell is None else " ".join(str(cell).split()) for cell in sheet.row(at)]
    missing = [column for column in _NEEDED if column not in heads]
    if missing:
        raise BadFileError(name=name, field=", ".join(missing), reason="column missing")
    known = (*_NEEDED, *_SINCE_2023H2)
    rows = sheet.slice(at + 1).select(
        *(pl.col(sheet.columns[heads.index(column)]).alias(column) for column in known if column in heads),
        *(pl.lit(None, pl.String).alias(column) for column in known if column not in heads),
    )
    return rows.with_row_index(ROW, 1), tuple(head for head in heads if head and head not in known)


def _sound(report: _Report) -> tuple[pl.DataFrame, tuple[SetAside, ...]]:
    """Keep the rows of series, take their titles apart and give the columns their types."""
    titled, untitled = sift(report.rows, [Fault("Title", "no title", pl.col("Title").is_null())])
    listed, unknown = translate(
        titled,
        "Available Globally?",
        lambda word, row: known_word(GLOBALLY, word, source="netflix", field="available globally", row=row),
    )
    read = read_titles(listed["Title"].unique(maintain_order=True).to_list())
    named = named_frame({(text,): (title.show, title.named) for text, title in read.items()}, _KEY)
    aliases = pl.DataFrame(
        [(text, list(title.aliases), title.says_series) for text, title in read.items()],
        schema={"Title": pl.String, "aliases": pl.List(pl.String), "says_series": pl.Boolean},
        orient="row",
    )
    whole, one = r"^\d+$", pl.struct("show", "season", "part")
    sound, aside = sift(
        listed.join(named, on=_KEY, how="left").join(aliases, on=_KEY, how="left"),
        [
            Fault("Title", "film or series, not said", pl.lit(report.mixed) & ~pl.col("says_series")),
            Fault("Hours Viewed", "not a number", ~pl.col("Hours Viewed").str.contains(whole).fill_null(value=False)),
            Fault("Views", "not a number", pl.col("Views").is_not_null() & ~pl.col("Views").str.contains(whole)),
            Fault("Title", "another row is of the same season", ~one.is_first_distinct()),
        ],
    )
    fields, blanked = blank(sound, _field_faults(report))
    runtime = pl.col("Runtime").str.strip_suffix(NO_RUNTIME).str.split_exact(":", 1)
    hours, minutes = (runtime.struct.field(f"field_{part}").cast(pl.Float64, strict=False) for part in (0, 1))
    typed = fields.with_columns(
        pl.col("Release Date").str.head(10).str.to_date("%Y-%m-%d", strict=False),
        pl.col("Hours Viewed", "Views").cast(pl.Float64),
        (hours + minutes / 60).alias("Runtime"),
    )
    return typed, (*untitled, *unknown, *aside, *blanked)


def _field_faults(report: _Report) -> list[Fault]:
    released = pl.col("Release Date").str.head(10).str.to_date("%Y-%m-%d", strict=False)
    return [
        Fault("Release Date", "not a date", pl.col("Release Date").is_not_null() & released.is_null()),
        Fault("Release Date", "released after the report", released > report.published.date()),
        Fault("Runtime", "not hours and minutes", ~pl.col("Runtime").str.contains(r"^(?:\d+:[0-5]\d)?\*?$")),
    ]


def _claims(seasons: pl.DataFrame) -> list[pl.DataFrame]:
    """Say of each series its titles, and of each season its release; what was released was heard of on the day."""
    released = start_of_day(pl.col("Release Date"))
    heard = seasons.with_columns(pl.min_horizontal("known_at", released).alias("known_at"))
    everywhere = heard.filter(pl.col("Release Date").is_not_null() & (pl.col("Available Globally?") == "everywhere"))
    network = everywhere.group_by("show", maintain_order=True).agg(pl.col("known_at").min())
    premieres = heard.filter(pl.col("Release Date").is_not_null() & pl.col("opens")).sort("Release Date")
    aliases = seasons.explode("aliases").drop_nulls("aliases")
    return [
        first_heard(heard),
        said(network, Predicate.NETWORK, pl.lit("Netflix")),
        said(aliases, Predicate.ALIAS, pl.col("aliases")),
        premieres.unique(["show", "season"], keep="first", maintain_order=True).select(
            "show",
            "season",
            pl.lit(str(Predicate.PREMIERE_DATE)).alias("predicate"),
            pl.col("Release Date").cast(pl.String).alias("value"),
            pl.col("Release Date").alias("valid_from"),
            pl.col("Release Date").alias("valid_to"),
            pl.col("known_at").cast(TIMESTAMP),
            pl.lit("released on Netflix").alias("wording"),
        ),
    ]
