"""Views of the articles about shows, out of dumps that hold all articles of all wikis."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import reduce
from typing import TYPE_CHECKING

import duckdb
import polars as pl

from cliffhanger.domain.clock import now
from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.ids import parse_subject_id
from cliffhanger.domain.vocabulary import Metric
from cliffhanger.ledger.engine import framed, given, kept
from cliffhanger.ledger.ingest import frames
from cliffhanger.ledger.store import files_as_json
from cliffhanger.measures.audience import inputs
from cliffhanger.measures.audience.landing import pinned
from cliffhanger.sources.batch import CLAIM_SCHEMA, Batch, SetAside
from cliffhanger.sources.columns import observations_of, start_of_day
from cliffhanger.sources.pageview_dumps.parse import HOURS, VERSION, Dump, dump, parsed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from ibis.backends import BaseBackend
    from ibis.expr.types import Table

    from cliffhanger.ledger.store import Ledger

SOURCE = "pageview_dumps"


@dataclass(frozen=True, slots=True)
class Views:
    """What dumps say of some articles.

    Attributes:
        daily: ``show``, ``day``, ``views``, ``whole`` (whether all of the day is in the dumps).
        set_aside: ``reason`` and ``rows``.
        files: for each file its hash and size.
        lines: lines read that are about these articles, or that cannot be read.
        wanted: hash of the list of articles.
    """

    daily: pl.DataFrame
    set_aside: pl.DataFrame
    files: dict[str, tuple[str, int]]
    lines: int
    wanted: str


def pages(path: Path) -> pl.DataFrame:
    """Read the list of articles: CSV with ``wiki`` (``en.wikipedia``), ``page`` (its title) and ``show`` (an id).

    Raises:
        BadFileError: where it is no such table.
        BadIdError: where a show is no id.
    """
    try:
        frame = pl.read_csv(path, infer_schema=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise BadFileError(name=path.name, reason=str(error).splitlines()[0]) from error
    missing = [name for name in ("wiki", "page", "show") if name not in frame.columns]
    if missing:
        raise BadFileError(name=path.name, field=", ".join(missing), reason="column missing")
    for show in frame["show"]:
        parse_subject_id(show or "")
    return frame.select("wiki", pl.col("page").str.replace_all(" ", "_"), "show").unique(maintain_order=True)


def views(engine: BaseBackend, paths: Sequence[Path], wanted: pl.DataFrame) -> Views:
    """Count the views of some articles by show and day.

    Args:
        engine: DuckDB or Spark.
        paths: dumps, or folders of them.
        wanted: the result of :func:`pages`.

    Raises:
        BadFileError: where a file is no dump or is damaged, or where none counts people.
    """
    found = [(file, dump(file.name)) for path in paths for file in _files(path)]
    people = [(file, told) for file, told in found if told.people]
    if not people:
        raise BadFileError(name=", ".join(str(path) for path in paths), reason="has no dump of people's views")
    listed = given(engine, wanted, "pages")
    tables = [_of_interest(engine, pair, listed, number) for number, pair in enumerate(people)]
    rows = kept(engine, reduce(lambda first, second: first.union(second), tables), "page_views")
    sound = rows.filter(rows.reason.isnull())
    daily = framed(engine, sound.group_by("show", "day").agg(views=sound.views.sum().cast("int64")))
    aside = rows.filter(rows.reason.notnull())
    counted = framed(engine, aside.group_by("reason").agg(rows=aside.count()))
    whole = _whole_days([told for _, told in people])
    days = daily.with_columns(pl.from_epoch(pl.col("day"), time_unit="d"))
    return Views(
        daily=days.with_columns(whole=pl.col("day").is_in(whole)).sort("show", "day"),
        set_aside=counted.sort("reason"),
        files=pinned([file for file, _ in people]),
        lines=engine.to_pyarrow(rows.count()).as_py(),
        wanted=hashlib.sha256(wanted.write_csv().encode()).hexdigest(),
    )


def land(ledger: Ledger, found: Views, author: str) -> int:
    """Land the views of whole days, each known from the day after the next: the dump of a day comes out a day later.

    Returns:
        The number of observations added; 0 where they were there.

    Raises:
        LedgerError: where the ledger cannot be written; nothing has landed then.
    """
    whole = found.daily.filter("whole").with_columns(
        period_start="day", period_end="day", known_at=start_of_day(pl.col("day") + timedelta(days=2))
    )
    parts = [SOURCE, found.wanted, *sorted(sha for sha, _ in found.files.values())]
    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]
    with ledger.writing():
        if ledger.batches().filter(pl.col("delivery") == key).height:
            return 0
        batch = Batch(
            rows_read=found.lines,
            claims=pl.DataFrame(schema=CLAIM_SCHEMA),
            observations=observations_of(whole, source=SOURCE, metrics={"views": Metric.PAGE_VIEWS}),
            set_aside=tuple(SetAside(0, "line", "", reason, rows) for reason, rows in found.set_aside.iter_rows()),
        )
        header = {
            "delivery": key,
            "supersedes": "",
            "source": SOURCE,
            "parser": VERSION,
            "files": files_as_json(found.files),
            "author": author,
            "rows_read": batch.rows_read,
            "left_over": "",
            "set_aside": int(found.set_aside["rows"].sum()),
        }
        ledger.land(frames(batch), header, landed_at=now())
    return batch.observations.height


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(file for file in path.rglob("pageviews-*") if file.is_file())


def _whole_days(dumps: list[Dump]) -> list[date]:
    """Return the days of which there is the daily dump, or every hour."""
    hours: dict[date, set[str]] = {}
    for told in dumps:
        hours.setdefault(told.day, set()).update({told.name} if told.hourly else map(str, range(HOURS)))
    return [day for day, names in hours.items() if len(names) >= HOURS]


def _of_interest(engine: BaseBackend, pair: tuple[Path, Dump], listed: Table, number: int) -> Table:
    """Return the lines of a dump about the wanted articles, and those that cannot be read."""
    file, told = pair
    lines = inputs.lines(engine, file, f"lines_{number}")
    rows = parsed(lines, day=told.day, hourly=told.hourly)
    joined = rows.left_join(listed, ["wiki", "page"])
    about = joined.filter(joined.show.notnull() | joined.reason.notnull()).select("show", "day", "views", "reason")
    try:
        return kept(engine, about, f"about_{number}")
    except duckdb.Error as error:
        raise BadFileError(name=file.name, reason=str(error).strip().splitlines()[0]) from error
