"""A seeded generator of playback logs that look like a platform's, with the truth about them kept beside.

Everything is invented. Each viewer chooses titles by their pull and goes from
episode to episode until they leave; a season comes out at once or week by
week, and the wish to start it decays. Then the log is spoilt as real ones are:
events sent twice, events received too late, machines that never sleep, rows
that cannot be true. What a reader of the log has to find, by the rules of
:mod:`cliffhanger.sources.playback.parse`, is counted while it is made, by
other means than those that measure it (:mod:`.truth`).

Chunks of viewers are made one after the other, each from its own seed, so that
any size fits in memory.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np
import polars as pl

from cliffhanger.sources.playback.truth import Sessions, Truth

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]

ZONES = {"US": "America/New_York", "DE": "Europe/Berlin", "BR": "America/Sao_Paulo", "JP": "Asia/Tokyo"}
"""The territories of the log, and the zone whose days count there."""

GRACE = 7
"""Days after its start until which an event of the log is received in time."""

FIRST_DAY = date(2025, 1, 6)
"""The Monday on which the log begins."""

WEEKS = 26
"""Weeks in which titles come out; viewing goes on for some weeks more."""

_SHARES = (0.4, 0.25, 0.2, 0.15)
_DEVICES = ("tv", "phone", "tablet", "computer")
_EVENTS_A_VIEWER = 44.0
_CHUNK = 40_000
_HOUR, _DAY = 3_600, 86_400
_EPOCH = date(1970, 1, 1)
_EVENING = np.array([3, 2, 1, 1, 0, 0, 1, 2, 3, 3, 4, 4, 5, 5, 5, 6, 7, 9, 12, 14, 14, 12, 8, 5], dtype=float)


@dataclass(frozen=True, slots=True)
class World:
    """How large the invented platform is, and which shares of its log are world.

    Attributes:
        titles: how many titles.
        twice: events that are sent again.
        late: events received too late to count.
        bad: rows added that cannot be true.
        bots: machines among the viewers.
    """

    titles: int = 200
    twice: float = 0.02
    late: float = 0.005
    bad: float = 0.001
    bots: float = 0.0005


@dataclass(frozen=True, slots=True)
class Slate:
    """The titles of the invented platform, as columns with one entry a title.

    Attributes:
        released: day of release, in days since 1970.
        weekly: whether an episode a week comes out.
        episodes: episodes; a film has one.
        runtime: seconds of each episode.
        pull: share of the viewers who try it.
        stay: chance of going on to the next episode.
        decay: mean days from release to a viewer's start.
    """

    released: Numbers
    weekly: NDArray[np.bool_]
    episodes: Numbers
    runtime: Numbers
    pull: NDArray[np.float64]
    stay: NDArray[np.float64]
    decay: NDArray[np.float64]

    def __len__(self) -> int:
        """Return the number of titles."""
        return len(self.released)

    def name(self, title: int) -> str:
        """Return the id of a title."""
        return f"t{title:03d}"


def invent(
    folder: Path,
    events: int,
    *,
    seed: int = 1,
    world: World | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Truth:
    """Write an invented log, its list of titles and the truth about it.

    Args:
        folder: gets ``events/*.parquet``, ``titles.csv`` and ``truth.json``.
        events: about how many events.
        seed: the same seed and arguments give the same log.
        world: what it is like.
        progress: told events so far and in all.

    Returns:
        The truth, as it stands in ``truth.json``.
    """
    like = world or World()
    slate = _slate(like.titles, np.random.default_rng([seed, 0]))
    (folder / "events").mkdir(parents=True, exist_ok=True)
    titles_frame(slate).write_csv(folder / "titles.csv")
    viewers = max(1, round(events / _EVENTS_A_VIEWER))
    truth = Truth.of(slate, len(ZONES))
    written = 0
    for number, first in enumerate(range(0, viewers, _CHUNK)):
        chunk = np.random.default_rng([seed, 1, number])
        frame = _chunk(slate, (first, min(_CHUNK, viewers - first)), like, truth, chunk)
        frame.write_parquet(folder / "events" / f"part-{number:05d}.parquet", row_group_size=1 << 18)
        written += frame.height
        if progress:
            progress(written, events)
    (folder / "truth.json").write_text(json.dumps(truth.as_json(slate.name), indent=1) + "\n", encoding="utf-8")
    return truth


def titles_frame(slate: Slate) -> pl.DataFrame:
    """Return the list of titles as :mod:`.titles` reads it: a row an episode."""
    rows = [
        (
            slate.name(t),
            e + 1,
            int(slate.runtime[t]),
            _EPOCH + timedelta(days=int(slate.released[t]) + (7 * e if slate.weekly[t] else 0)),
            f"Made-Up Title {t}",
        )
        for t in range(len(slate))
        for e in range(int(slate.episodes[t]))
    ]
    return pl.DataFrame(rows, schema=["title", "episode", "runtime", "released", "name"], orient="row")


def _slate(count: int, rng: np.random.Generator) -> Slate:
    first = (FIRST_DAY - _EPOCH).days
    films = rng.random(count) < 1 / 6
    pull = np.exp(rng.normal(0.0, 1.0, count))
    return Slate(
        released=first + 7 * rng.integers(0, WEEKS, count) + rng.integers(0, 7, count),
        weekly=(rng.random(count) < 1 / 3) & ~films,
        episodes=np.where(films, 1, rng.integers(4, 13, count)),
        runtime=np.where(films, rng.integers(85, 150, count), rng.integers(22, 64, count)) * 60,
        pull=np.minimum(0.5, 8.5 * pull / pull.sum()),
        stay=rng.uniform(0.75, 0.97, count),
        decay=rng.uniform(5.0, 30.0, count),
    )


def _chunk(
    slate: Slate, viewers: tuple[int, int], world: World, truth: Truth, rng: np.random.Generator
) -> pl.DataFrame:
    """Make the events of some viewers, all of whose viewing stands in them, and count the truth."""
    first, count = viewers
    homes = rng.choice(len(ZONES), size=count, p=_SHARES)
    parts = []
    for title in range(len(slate)):
        seen = _viewing(slate, title, (first, homes), rng)
        seen.late[:] = rng.random(len(seen.viewer)) < world.late
        truth.count(seen, title)
        parts.append(seen)
    truth.viewers += len(np.unique(np.concatenate([s.viewer[~s.late] for s in parts])))
    good = _table(slate, parts, rng)
    again = good.filter(pl.Series(rng.random(good.height) < world.twice))
    again = again.with_columns((pl.col("seconds") * pl.Series(rng.uniform(0.2, 1.0, again.height))).cast(pl.Int32))
    again = again.filter(pl.col("seconds") > 0)
    bots = _bots(slate, viewers, world.bots, rng)
    bad = _bad(good, world.bad, rng)
    late = sum(int(s.late.sum()) for s in parts)
    sent_late = int((again["received_at"] - again["started_at"] > timedelta(days=GRACE)).sum())
    truth.note(sent_twice=again.height - sent_late, late=late + sent_late, bad=bad.height, bots=bots.height)
    return pl.concat([good, again, bots, bad]).sample(fraction=1.0, shuffle=True, seed=int(rng.integers(1 << 31)))


def _viewing(slate: Slate, title: int, viewers: tuple[int, NDArray[np.int64]], rng: np.random.Generator) -> Sessions:
    """Return the sessions in which a chunk's viewers watch one title."""
    first, homes = viewers
    who = np.flatnonzero(rng.random(len(homes)) < slate.pull[title])
    episodes, runtime = int(slate.episodes[title]), int(slate.runtime[title])
    start = slate.released[title] + np.floor(rng.exponential(slate.decay[title], len(who))).astype(np.int64)
    zapped = rng.random(len(who)) < 0.06  # noqa: PLR2004 - a share that look in for less than two minutes
    stayed = np.cumprod(rng.random((len(who), episodes)) < slate.stay[title], axis=1)
    watched = np.column_stack([np.ones(len(who), dtype=bool), stayed[:, : episodes - 1].astype(bool)])
    watched[zapped, 1:] = False
    pace = np.cumsum(rng.random((len(who), episodes)) < 0.35, axis=1)  # noqa: PLR2004 - a night between episodes
    day = start[:, None] + pace - pace[:, :1]
    if slate.weekly[title]:
        day = np.maximum(day, slate.released[title] + 7 * np.arange(episodes))
        day = np.maximum.accumulate(day, axis=1)
    full = rng.uniform(0.92, 1.0, watched.shape)
    full[rng.random(watched.shape) < 0.08] *= 0.6  # noqa: PLR2004 - fallen asleep
    seconds = np.maximum(1, (full * runtime)).astype(np.int64)
    seconds[zapped, 0] = rng.integers(5, 119, int(zapped.sum()))
    viewer, episode = np.nonzero(watched)
    return _sessions((first + who[viewer], episode, homes[who[viewer]]), day[watched], seconds[watched], runtime, rng)


def _sessions(
    about: tuple[Numbers, Numbers, Numbers], day: Numbers, seconds: Numbers, runtime: int, rng: np.random.Generator
) -> Sessions:
    """Cut what was watched of an episode into one session or two, at hours when people watch."""
    viewer, episode, home = about
    paused = (rng.random(len(viewer)) < 0.2) & (seconds > 600)  # noqa: PLR2004 - paused, if long enough
    before = np.where(paused, (seconds * rng.uniform(0.2, 0.8, len(viewer))).astype(np.int64), seconds)
    next_day = rng.random(len(viewer)) < 0.5  # noqa: PLR2004 - half go on the day after
    hour = rng.choice(24, size=len(viewer), p=_EVENING / _EVENING.sum())
    at = hour * _HOUR + rng.integers(0, _HOUR - 1, len(viewer))
    # The second half of a paused episode: later the same day, or at the same time on the next.
    later = np.where(next_day, at, np.minimum(at + before + 60, _DAY - 1))
    both = np.concatenate
    return Sessions(
        viewer=both([viewer, viewer[paused]]),
        episode=both([episode, episode[paused]]),
        home=both([home, home[paused]]),
        day=both([day, (day + next_day)[paused]]),
        at=both([at, later[paused]]),
        seconds=both([before, (seconds - before)[paused]]),
        late=np.zeros(len(viewer) + int(paused.sum()), dtype=bool),
        runtime=runtime,
    )


def _table(slate: Slate, parts: list[Sessions], rng: np.random.Generator) -> pl.DataFrame:
    """Lay sessions out as the log has them, in UTC."""
    whole = {
        name: np.concatenate([getattr(s, name) for s in parts])
        for name in ("viewer", "episode", "home", "day", "at", "seconds", "late")
    }
    whole["title"] = np.concatenate([np.full(len(s.viewer), t) for t, s in enumerate(parts)])
    whole["started"] = to_utc(whole["day"] * _DAY + whole["at"], whole["home"])
    count = len(whole["title"])
    late = GRACE * _DAY + rng.integers(60, 20 * _DAY, count)
    delay = np.where(whole["late"], late, rng.integers(0, 2 * _HOUR, count))
    return _frame(slate, whole | {"received": whole["started"] + delay}, rng)


def _frame(slate: Slate, whole: dict[str, Numbers], rng: np.random.Generator) -> pl.DataFrame:
    names = pl.Series([slate.name(t) for t in range(len(slate))])
    instants = {
        name: pl.Series(whole[column] * 1_000_000).cast(pl.Datetime("us", "UTC"))
        for name, column in (("started_at", "started"), ("received_at", "received"))
    }
    return pl.DataFrame(
        {
            "viewer": mixed(whole["viewer"]),
            "title": names.gather(whole["title"]),
            "episode": (whole["episode"] + 1).astype(np.int16),
            "started_at": instants["started_at"],
            "seconds": whole["seconds"].astype(np.int32),
            "device": pl.Series(_DEVICES).gather(rng.integers(0, len(_DEVICES), len(whole["title"]))),
            "territory": pl.Series(list(ZONES)).gather(whole["home"]),
            "received_at": instants["received_at"],
        }
    )


def mixed(numbers: Numbers) -> Numbers:
    """Return ids of 60 bits for running numbers, as if hashed, by the finalizer of SplitMix64."""
    z = numbers.astype(np.uint64) + np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return ((z ^ (z >> np.uint64(31))) >> np.uint64(4)).astype(np.int64)


def to_utc(local: Numbers, home: Numbers) -> Numbers:
    """Return local wall-clock seconds since 1970 as seconds in UTC; a time that a change of clocks skips moves on."""
    out = local.copy()
    for number, zone in enumerate(ZONES.values()):
        here = home == number
        days, back = np.unique(local[here] // _HOUR, return_inverse=True)
        offsets = np.array([_offset(int(hour) * _HOUR, zone) for hour in days], dtype=np.int64)
        out[here] -= offsets[back] if len(days) else 0
    return out


def _offset(local: int, zone: str) -> int:
    wall = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=local)
    there = wall.replace(tzinfo=ZoneInfo(zone)).utcoffset()
    return int(there.total_seconds()) if there is not None else 0


def _bots(slate: Slate, viewers: tuple[int, int], share: float, rng: np.random.Generator) -> pl.DataFrame:
    """Return the events of machines: eight streams at once, round the clock, for a week."""
    first, count = viewers
    machines = max(1, round(share * count))
    each = 8 * 7 * 12
    viewer = np.repeat(1_000_000_000_000 + first + np.arange(machines), each)
    # Each machine takes eight titles that are out, all of their first episodes, two hours at a time.
    title = np.tile(np.repeat(np.argsort(slate.released)[:8], 7 * 12), machines)
    slot = np.tile(np.arange(7 * 12), machines * 8)
    day = slate.released[np.sort(np.argsort(slate.released)[:8])].max() + slot // 12
    home = np.zeros(len(viewer), dtype=np.int64)
    started = to_utc(day * _DAY + (slot % 12) * 2 * _HOUR + 1, home)
    whole = {"viewer": viewer, "title": title, "episode": home, "home": home, "started": started}
    return _frame(slate, whole | {"seconds": np.full(len(viewer), 2 * _HOUR - 1), "received": started + _HOUR}, rng)


def _bad(good: pl.DataFrame, share: float, rng: np.random.Generator) -> pl.DataFrame:
    """Return rows that cannot be true, of five kinds in turn."""
    rows = good.head(max(5, round(share * good.height))).with_columns(
        kind=pl.int_range(pl.len()) % 5, shift=pl.lit(int(rng.integers(1, 9)))
    )
    kind = pl.col("kind")
    return rows.with_columns(
        viewer=pl.when(kind != 0).then("viewer"),
        title=pl.when(kind == 1).then(pl.lit("no-such-title")).otherwise("title"),
        seconds=pl.when(kind == 2)  # noqa: PLR2004 - the third kind
        .then(-pl.col("seconds"))
        .when(kind == 3)  # noqa: PLR2004 - the fourth
        .then(pl.lit(_DAY + 1))
        .otherwise("seconds")
        .cast(pl.Int32),
        started_at=pl.when(kind == 4).then(None).otherwise("started_at"),  # noqa: PLR2004 - the fifth
    ).select(good.columns)
