"""A year of IMDb as it came in, day by day, for a sample of series: the files that a daily update would have fetched.

What IMDb listed and rated on each day is taken from its recorded history. Of
its data sets, which are at hand for the last day alone, only those episodes
stand in the file of a day that had been listed by then, and their ratings are
the season's mean of the time; votes, which nobody recorded, are all 100.

CLIFFHANGER_EVERY_DAY brings in each of the 366 days by an update of its own,
as ``make year`` does; without it, updates are fewer.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from pathlib import Path

FIRST, LAST = date(2025, 1, 31), date(2026, 1, 31)
DAILY_FROM, DAILY = date(2025, 9, 26), 8
NETFLIX_DAY = date(2026, 1, 23)

_RETURNING, _SILENT, _CLOCK = 36, 16, 400


@dataclass(frozen=True, slots=True)
class Year:
    """The recorded history, cut down to a sample of series.

    Attributes:
        data: the folder of real data.
        sample: series that are asked about, as IMDb calls them.
        returning: those of them that began a season in the year, with (season, day of its first rating).
        snapshots: what was listed and rated of each season, when it changed.
        seen: when each new episode was first listed and rated.
        tracked: since when each series is followed.
        titles: rows of title.basics.
        episodes: rows of title.episode.
    """

    data: Path
    sample: tuple[str, ...]
    returning: dict[str, dict[int, date]]
    snapshots: pl.DataFrame
    seen: pl.DataFrame
    tracked: pl.DataFrame
    titles: pl.DataFrame
    episodes: pl.DataFrame

    @classmethod
    def of(cls, data: Path) -> Year:
        """Read the history and choose the sample: every so-manieth series, in order of id."""
        seen = pl.read_parquet(data / "imdb_history" / "episode_first_seen.parquet")
        tracked = pl.read_parquet(data / "imdb_history" / "tracked_series.parquet").filter(
            pl.col("tracked_since") < FIRST - timedelta(days=60)
        )
        began = (
            seen.join(tracked, on="tconst_series")
            .group_by("tconst_series", "season")
            .agg(pl.col("first_rated").min(), pl.col("first_listed").min())
            .filter(pl.col("first_rated").is_between(FIRST, LAST, closed="right") & (pl.col("season") > 1))
        )
        returning: dict[str, dict[int, date]] = {}
        for series, season, day in began.select("tconst_series", "season", "first_rated").sort(pl.all()).iter_rows():
            returning.setdefault(series, {})[season] = day
        silent = sorted(set(tracked["tconst_series"]) - set(returning))
        sample = (*_every(sorted(returning), _RETURNING), *_every(silent, _SILENT))
        wanted = [*sample, *_every([series for series in silent if series not in sample], _CLOCK)]
        episodes, titles = (
            pl.read_csv(
                data / "imdb" / "2026-01-31" / f"{name}.tsv.gz", separator="\t", quote_char=None, infer_schema=False
            ).filter(pl.col(key).is_in(wanted))
            for name, key in (("title.episode", "parentTconst"), ("title.basics", "tconst"))
        )
        snapshots = pl.read_parquet(data / "imdb_history" / "season_snapshots.parquet")
        return cls(
            data=data,
            sample=sample,
            returning={series: returning[series] for series in sample if series in returning},
            snapshots=snapshots.filter(pl.col("tconst").is_in(sample)),
            seen=seen.filter(pl.col("tconst_series").is_in(wanted)),
            tracked=tracked.filter(pl.col("tconst_series").is_in(sample)),
            titles=titles,
            episodes=episodes,
        )

    def write(self, folder: Path, since: date | None, day: date) -> list[Path]:
        """Write what an update of a day would fetch: all that became known since the last one, or ever.

        Args:
            folder: where to.
            since: the day of the last update, or None where this is the first of all.
            day: the day.

        Returns:
            The folders and files, to be brought into a ledger.
        """
        base = since is None

        def new(column: str) -> pl.Expr:
            return pl.col(column) <= day if since is None else (pl.col(column) > since) & (pl.col(column) <= day)

        rated_now = pl.when(pl.col("first_rated") <= day).then(pl.col("first_rated"))
        listed = self.seen.filter(pl.col("tconst_series").is_in(self.sample))
        frames = {
            "season_snapshots": self.snapshots.filter(new("date")),
            "episode_first_seen": listed.filter(new("first_listed") | new("first_rated"))
            .filter(pl.col("first_listed") <= day)
            .with_columns(rated_now.alias("first_rated")),
            "tracked_series": self.tracked if base else self.tracked.clear(),
        }
        folder.mkdir(parents=True)
        found = []
        for name, frame in frames.items():
            if frame.height:
                frame.write_parquet(folder / f"{name}.parquet")
                found.append(folder / f"{name}.parquet")
        news = frames["episode_first_seen"]["tconst_series"].unique().sort().to_list()
        if base or news:
            found.append(self._imdb(folder / day.isoformat(), day, None if base else news))
        if base:
            found.append(self._catalogue(folder, "tmdb", "shows_2024-04-01.csv", "name"))
            found.append(self._catalogue(folder, "tvmaze", "shows_2024-06.csv", "Name"))
        if (since is None or since < NETFLIX_DAY) and day >= NETFLIX_DAY:
            found.append(self._catalogue(folder, "tmdb", "netflix_shows_2026-01-23.csv", "name"))
        return found

    def _catalogue(self, folder: Path, source: str, name: str, column: str) -> Path:
        """Write a catalogue's rows on series of these titles."""
        rows = pl.read_csv(self.data / source / name, infer_schema=False)
        rows.filter(pl.col(column).is_in(self.titles["primaryTitle"].implode())).write_csv(folder / name)
        return folder / name

    def _imdb(self, folder: Path, day: date, series: list[str] | None) -> Path:
        """Write IMDb's data sets as they stood on a day, of all series or of some."""
        titles, episodes = self.titles, self.episodes
        if series is not None:
            titles = titles.filter(pl.col("tconst").is_in(series))
            episodes = episodes.filter(pl.col("parentTconst").is_in(series))
        later = self.seen.filter(pl.col("first_listed") > day)["tconst"]
        unrated = self.seen.filter(pl.col("first_rated").is_null() | (pl.col("first_rated") > day))["tconst"]
        episodes = episodes.filter(~pl.col("tconst").is_in(later.implode()))
        means = (
            self.snapshots.filter((pl.col("date") <= day) & (pl.col("n_rated") > 0)).sort("date")
            .group_by("tconst", "season").agg(pl.col("mean_rating").last())
            .select(parentTconst="tconst", seasonNumber=pl.col("season").cast(pl.String), mean="mean_rating")
        )  # fmt: skip
        ratings = (
            episodes.filter(~pl.col("tconst").is_in(unrated.implode()))
            .join(means, on=["parentTconst", "seasonNumber"], how="left", maintain_order="left")
            .select("tconst", averageRating=pl.col("mean").fill_null(7.0).clip(1, 10).round(1), numVotes=pl.lit(100))
        )
        folder.mkdir()
        for name, frame in (("title.basics", titles), ("title.episode", episodes), ("title.ratings", ratings)):
            frame.write_csv(folder / f"{name}.tsv", separator="\t", quote_style="never")
        return folder


def asked() -> list[date]:
    """Return the days behind whose updates one asks at once."""
    return [*_some_days()[::2], LAST]


def updates() -> list[date]:
    """Return the days of the updates: each, or every four weeks and while the autumn's series come back every day."""
    if os.environ.get("CLIFFHANGER_EVERY_DAY"):
        return [FIRST + timedelta(days=n) for n in range((LAST - FIRST).days + 1)]
    return _some_days()


def _some_days() -> list[date]:
    daily = [DAILY_FROM + timedelta(days=n) for n in range(DAILY)]
    others = [FIRST + timedelta(days=n) for n in range(0, (LAST - FIRST).days, 28)]
    return sorted({*daily, *others, LAST})


def _every(series: list[str], count: int) -> list[str]:
    """Return so many of some series, spread over all of them."""
    return series[:: max(len(series) // count, 1)][:count]
