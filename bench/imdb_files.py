"""IMDb's data sets, made up at their real size: the same seed gives the same bytes; no row is anybody's.

The shape is the official one (tab, backslash and N for null, no quoting, ids of seven or eight digits), and so are the
proportions: four titles in five are episodes, one in thirty-two is a series, one episode in eight has no number, one
title in seven is rated, and few series have most of the episodes.
"""

from __future__ import annotations

import gzip
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import numpy as np
import polars as pl

if TYPE_CHECKING:
    from pathlib import Path

TITLES, EPISODES, RATINGS = 11_000_000, 9_000_000, 1_500_000
SEED = 20260131

_CHUNK = 500_000
_LEVEL = 1
_FIRST = 35_000
_NULL = "\\N"
_TYPES = {"movie": 0.36, "short": 0.5, "tvMovie": 0.06, "video": 0.05, "tvSpecial": 0.02, "videoGame": 0.01}
_SERIES = 340_000 / 11_000_000
_MINI = 0.18
_OTHER_ROLE, _EPISODE_ROLE, _SERIES_ROLE = range(3)
# Shares of rows in which a field is known.
_YEARS, _ENDS, _RUNTIMES, _GENRED, _NUMBERED = 0.9, 0.4, 0.35, 0.95, 0.88
_GENRES = ("Action", "Comedy", "Crime", "Documentary", "Drama", "Family", "Reality-TV", "Talk-Show", "News", "Sci-Fi")
_WORDS = (
    "amber harbour winter signal county glass orchard hollow lantern distant ember velvet summit paper thunder "
    "quarry willow copper midnight ferry compass garden iron silver echo marsh station bishop falcon"
)


@dataclass(frozen=True, slots=True)
class Size:
    """How many rows the files have.

    Attributes:
        titles: rows of ``title.basics``.
        episodes: rows of ``title.episode``, each of them a title.
        ratings: rows of ``title.ratings``.
    """

    titles: int = TITLES
    episodes: int = EPISODES
    ratings: int = RATINGS


def write(folder: Path, size: Size | None = None, *, seed: int = SEED) -> None:
    """Write title.basics, title.episode and title.ratings (``.tsv.gz``) into a folder.

    Args:
        folder: where to; made where there is none.
        size: how many rows; the real size unless given.
        seed: of the generator.
    """
    size = size or Size()
    folder.mkdir(parents=True, exist_ok=True)
    dice = np.random.default_rng(seed)
    ids = _FIRST + np.arange(size.titles, dtype=np.int64) * 3
    series = max(1, round(size.titles * _SERIES))
    roles = np.full(size.titles, _OTHER_ROLE, dtype=np.int8)
    roles[: size.episodes] = _EPISODE_ROLE
    roles[size.episodes : size.episodes + series] = _SERIES_ROLE
    dice.shuffle(roles)
    _basics(folder / "title.basics.tsv.gz", ids, roles, dice)
    _episodes(folder / "title.episode.tsv.gz", ids[roles == _EPISODE_ROLE], ids[roles == _SERIES_ROLE], dice)
    rated = np.sort(dice.choice(ids, size.ratings, replace=False))
    _ratings(folder / "title.ratings.tsv.gz", rated, dice)


def _tconst(name: str) -> pl.Expr:
    return pl.concat_str(pl.lit("tt"), pl.col(name).cast(pl.String).str.zfill(7)).alias(name)


def _basics(path: Path, ids: np.ndarray, roles: np.ndarray, dice: np.random.Generator) -> None:
    with _Table(path) as table:
        for start in range(0, len(ids), _CHUNK):
            some, role = ids[start : start + _CHUNK], roles[start : start + _CHUNK]
            table.write(_titles(some, role, dice))


def _titles(ids: np.ndarray, roles: np.ndarray, dice: np.random.Generator) -> pl.DataFrame:
    count = len(ids)
    others = dice.choice(list(_TYPES), count, p=list(_TYPES.values()))
    mini = dice.random(count) < _MINI
    words = np.array(_WORDS.split())
    year = dice.integers(1950, 2026, count)
    kind = np.where(roles == _SERIES_ROLE, np.where(mini, "tvMiniSeries", "tvSeries"), others)
    kind = np.where(roles == _EPISODE_ROLE, "tvEpisode", kind)
    title = pl.concat_str(
        pl.Series(words[dice.integers(0, len(words), count)]),
        pl.Series(words[dice.integers(0, len(words), count)]),
        pl.Series(ids % 99_991).cast(pl.String),
        separator=" ",
    )
    return pl.DataFrame({"tconst": ids, "titleType": kind}).select(
        _tconst("tconst"),
        "titleType",
        title.alias("primaryTitle"),
        title.alias("originalTitle"),
        isAdult=pl.lit("0"),
        startYear=_known(pl.Series(year), dice.random(count) < _YEARS),
        endYear=_known(
            pl.Series(year + dice.integers(0, 9, count)), (roles == _SERIES_ROLE) & (dice.random(count) < _ENDS)
        ),
        runtimeMinutes=_known(pl.Series(dice.integers(5, 120, count)), dice.random(count) < _RUNTIMES),
        genres=_known(
            pl.Series(np.array(_GENRES)[dice.integers(0, len(_GENRES), count)]), dice.random(count) < _GENRED
        ),
    )


def _known(values: pl.Series, known: np.ndarray) -> pl.Expr:
    return pl.when(pl.lit(pl.Series(known))).then(pl.lit(values.cast(pl.String))).otherwise(pl.lit(_NULL))


def _episodes(path: Path, episodes: np.ndarray, series: np.ndarray, dice: np.random.Generator) -> None:
    weights = dice.lognormal(0, 2, len(series))
    counts = dice.multinomial(len(episodes), weights / weights.sum())
    parents = np.repeat(series, counts)
    place = np.arange(len(episodes)) - np.repeat(np.cumsum(counts) - counts, counts)
    length = np.repeat(dice.integers(6, 25, len(series)), counts)
    # Of nothing, nothing is drawn: the order of the file is that of the episodes' ids.
    ids = dice.permutation(episodes)
    numbered = dice.random(len(episodes)) < _NUMBERED
    frame = (
        pl.DataFrame(
            {"tconst": ids, "parentTconst": parents, "season": place // length + 1, "episode": place % length + 1}
        )
        .with_columns(numbered=pl.Series(numbered))
        .sort("tconst")
    )
    with _Table(path) as table:
        for some in frame.iter_slices(_CHUNK):
            number = {
                name: pl.when("numbered").then(pl.col(column).cast(pl.String)).otherwise(pl.lit(_NULL))
                for name, column in (("seasonNumber", "season"), ("episodeNumber", "episode"))
            }
            table.write(some.select(_tconst("tconst"), _tconst("parentTconst"), **number))


def _ratings(path: Path, ids: np.ndarray, dice: np.random.Generator) -> None:
    votes = 5 + dice.lognormal(3, 1.8, len(ids)).astype(np.int64)
    rating = pl.Series(np.clip(dice.normal(7, 1.2, len(ids)), 1, 10).round(1)).cast(pl.String)
    with _Table(path) as table:
        frame = pl.DataFrame({"tconst": ids, "averageRating": rating, "numVotes": votes})
        for some in frame.iter_slices(_CHUNK):
            table.write(some.with_columns(_tconst("tconst")))


class _Table:
    """A gzip of tab-separated text; without a time or a name in it, so that the same rows give the same bytes."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._gzip = gzip.GzipFile(filename="", mode="wb", compresslevel=_LEVEL, fileobj=self._file, mtime=0)
        self._header = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._gzip.close()
        self._file.close()

    def write(self, frame: pl.DataFrame) -> None:
        text = io.BytesIO()
        frame.write_csv(text, separator="\t", quote_style="never", include_header=self._header)
        self._header = False
        self._gzip.write(text.getbuffer())
