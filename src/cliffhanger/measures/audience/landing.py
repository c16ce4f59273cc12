"""Measures into a ledger, as observations that count from the day on which they could have been known."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.clock import now
from cliffhanger.domain.ids import key_of, show_id
from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.ledger.ingest import frames
from cliffhanger.ledger.store import files_as_json
from cliffhanger.measures.audience import titles
from cliffhanger.measures.audience.counting import MONDAY, WEEK
from cliffhanger.sources.batch import CLAIM_SCHEMA, OBSERVATION_SCHEMA, Batch, SetAside
from cliffhanger.sources.columns import claims_of, observations_of, start_of_day

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cliffhanger.ledger.store import Ledger
    from cliffhanger.measures.audience.run import Measures
    from cliffhanger.sources.playback.titles import Titles

SOURCE, VERSION = "playback", "1"

_EPOCH = date(1970, 1, 1)
_CHUNK = 1 << 22
_WEEKLY = {
    "rank": Metric.WEEKLY_RANK,
    "hours": Metric.WEEKLY_HOURS,
    "views": Metric.WEEKLY_VIEWS,
    "weeks": Metric.WEEKS_IN_TOP10,
    "consecutive": Metric.CONSECUTIVE_WEEKS,
    "weeks_at_1": Metric.WEEKS_AT_1,
}


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was measured, and how.

    Attributes:
        platform: the platform's name.
        grace: days that late events were waited for.
        files: for each file its hash and size.
        settings: what else decided the figures, in words.
    """

    platform: str
    grace: int
    files: Mapping[str, tuple[str, int]]
    settings: str = ""

    @property
    def key(self) -> str:
        """Hash of all of it: what has landed under one key does not land again."""
        parts = [SOURCE, self.platform, str(self.grace), self.settings, *sorted(sha for sha, _ in self.files.values())]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def pinned(paths: list[Path]) -> dict[str, tuple[str, int]]:
    """Return the hash and the size of files, read piece by piece."""
    found = {}
    for path in paths:
        digest = hashlib.sha256()
        with path.open("rb") as stream:
            while piece := stream.read(_CHUNK):
                digest.update(piece)
        found[path.name if path.name not in found else str(path)] = (digest.hexdigest(), path.stat().st_size)
    return found


def batch(measures: Measures, listed: Titles, delivery: Delivery) -> Batch:
    """Return measures as observations, and the platform's names for its shows as claims.

    A figure counts from the day after its period and the days of grace: no event that came later is in it. Weeks and
    windows that the log does not cover to their end are left out.
    """
    about = subjects(listed, delivery.platform)
    said = about.group_by("show").agg(pl.col("name").first().alias("value"), pl.col("released").min())
    claims = said.with_columns(predicate=pl.lit(str(Predicate.TITLE)), known_at=start_of_day(pl.col("released")))
    return Batch(
        rows_read=measures.events,
        claims=claims_of(claims, source=SOURCE) if said.height else pl.DataFrame(schema=CLAIM_SCHEMA),
        observations=pl.concat([_weekly(measures, about, delivery), *_windows(measures, about, delivery)]),
        set_aside=tuple(SetAside(0, "event", "", reason, rows) for reason, rows in measures.set_aside.iter_rows()),
        left_over=measures.left_over,
    )


def subjects(listed: Titles, platform: str) -> pl.DataFrame:
    """Return the titles with the id of each one's show: the one that is known, else one of the platform's own."""
    own = [str(show_id(SOURCE, key_of(platform, title))) for title in listed.about["title"]]
    return listed.about.with_columns(show=pl.coalesce("show", pl.Series(own, dtype=pl.String))).select(
        "title", "show", "season", "name", "released"
    )


def land(ledger: Ledger, measures: Measures, listed: Titles, delivery: Delivery, author: str) -> int:
    """Land measures as one batch; those of the same files and settings land once.

    Returns:
        The number of observations added; 0 where they were there.

    Raises:
        LedgerError: where the ledger cannot be written; nothing has landed then.
    """
    with ledger.writing():
        landed = ledger.batches()
        if landed.filter((pl.col("delivery") == delivery.key) & (pl.col("parser") == VERSION)).height:
            return 0
        made = batch(measures, listed, delivery)
        header = {
            "delivery": delivery.key,
            "supersedes": "",
            "source": SOURCE,
            "parser": VERSION,
            "files": files_as_json(delivery.files),
            "published_at": None,
            "author": author,
            "rows_read": made.rows_read,
            "left_over": ", ".join(made.left_over),
            "set_aside": sum(row.rows for row in made.set_aside),
        }
        ledger.land(frames(made), header, landed_at=now())
    return made.observations.height


def _weekly(measures: Measures, about: pl.DataFrame, delivery: Delivery) -> pl.DataFrame:
    last = _EPOCH + timedelta(days=measures.last)
    first = _EPOCH + timedelta(days=measures.first)
    start = pl.from_epoch(pl.col("week").cast(pl.Int32) * WEEK - MONDAY, time_unit="d")
    rows = measures.charts.join(about, on="title").with_columns(period_start=start)
    rows = rows.with_columns(period_end=pl.col("period_start") + timedelta(days=WEEK - 1))
    whole = rows.filter((pl.col("period_end") <= last) & (pl.col("period_start") >= first))
    scope = pl.format(f"{delivery.platform.replace('{', '').replace('}', '')} ({{}})", "territory")
    return observations_of(_known(whole, delivery).with_columns(scope=scope), source=SOURCE, metrics=_WEEKLY)


def _windows(measures: Measures, about: pl.DataFrame, delivery: Delivery) -> list[pl.DataFrame]:
    last = _EPOCH + timedelta(days=measures.last)
    found = [pl.DataFrame(schema=OBSERVATION_SCHEMA)]
    own = measures.titles.drop("show", "season", "name", "released").join(about, on="title")
    for days in titles.WINDOWS:
        rows = own.with_columns(
            period_start=pl.col("released"),
            period_end=pl.col("released") + timedelta(days=days - 1),
            scope=pl.lit(f"{delivery.platform}, first {days} days"),
            rate=pl.when(pl.col(f"starters_{days}") > 0).then(
                pl.col(f"completers_90_{days}") / pl.col(f"starters_{days}")
            ),
        )
        metrics = {
            f"hours_{days}": Metric.AUDIENCE_HOURS,
            f"views_{days}": Metric.AUDIENCE_VIEWS,
            f"starters_{days}": Metric.STARTERS,
            f"completers_90_{days}": Metric.COMPLETERS,
            "rate": Metric.COMPLETION_RATE,
        }
        whole = _known(rows.filter(pl.col("period_end") <= last), delivery)
        found.append(observations_of(whole, source=SOURCE, metrics=metrics))
    return found


def _known(rows: pl.DataFrame, delivery: Delivery) -> pl.DataFrame:
    return rows.with_columns(known_at=start_of_day(pl.col("period_end") + timedelta(days=1 + delivery.grace)))
