"""What seasons in Netflix's lists have shown: the usual decay, floor and retention, and how well they foretell.

The lists are of the most viewed seasons alone, so these are the ways of successes. What is measured on seasons of
before ``PARTED`` is what the package takes for usual; seasons from then on are asked about.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from bench.tools import SHARED, say

if TYPE_CHECKING:
    from pathlib import Path

    import polars as pl

PARTED = date(2024, 1, 1)
_WEEK = timedelta(days=7)
_FIRST_WEEKS = 4
_APART = 26
_WEEKS_LISTED = 2
_OFF_THE_LIST = 0.5

Seasons = dict[tuple[str, int], dict[date, float]]
"""By show and season, hours by the day on which a week or a half-year ends."""


def run() -> None:
    """Measure the files of Netflix; nothing where the real data is not there."""
    folder = SHARED / "data" / "netflix"
    say("\nWhat seasons in Netflix's Top 10 keep, how they fall, and how well that foretells")
    if not folder.is_dir():
        say("  left out: there is no folder of real data here")
        return
    weeks, halves = _read(folder)
    first = min(day for season in weeks.values() for day in season)
    known = {key: season for key, season in weeks.items() if min(season) > first + _WEEK}
    _kept(known, weeks)
    _falls({key: season for key, season in known.items() if min(season) < PARTED})
    _floors({key: season for key, season in known.items() if min(season) < PARTED}, halves)
    for name, later in (("before", False), ("since", True)):
        say(
            f"  seasons that came out {name} {PARTED:%Y}, asked for the rest of that half-year, whose sum is published:"
        )
        _asked({key: season for key, season in known.items() if (min(season) >= PARTED) == later}, halves)


def _read(folder: Path) -> tuple[Seasons, Seasons]:
    """Return weekly and half-yearly hours of whole seasons."""
    from cliffhanger.domain.clock import now  # noqa: PLC0415 - likewise
    from cliffhanger.domain.source import Snapshot  # noqa: PLC0415 - likewise
    from cliffhanger.sources.netflix.halfyear import parse_report  # noqa: PLC0415 - polars, only where there is data
    from cliffhanger.sources.netflix.weekly import parse_chart  # noqa: PLC0415 - likewise

    def snapshot(file: Path) -> Snapshot:
        return Snapshot(name=file.name, content=file.read_bytes(), obtained_at=now())

    (lists,) = folder.glob("all-weeks-global.tsv")
    weekly = _by_season(parse_chart(snapshot(lists)).observations, "weekly_hours")
    halves: Seasons = {}
    for file in sorted(folder.glob("What_We_Watched*.xlsx")):
        for key, hours in _by_season(parse_report(snapshot(file)).observations, "half_year_hours").items():
            halves.setdefault(key, {}).update(hours)
    return weekly, halves


def _by_season(observations: pl.DataFrame, metric: str) -> Seasons:
    """Return a metric of whole seasons; the scope of a part of one says so."""
    import polars as pl  # noqa: PLC0415 - likewise

    rows = observations.filter(
        (pl.col("metric") == metric) & ~pl.col("scope").str.contains("·", literal=True) & pl.col("season").is_not_null()
    )
    found: Seasons = {}
    for show, season, end, value in rows.select("show", "season", "period_end", "value").iter_rows():
        found.setdefault((show, season), {})[end] = value
    return found


def _kept(known: Seasons, weeks: Seasons) -> None:
    """Say what seasons keep of the hours of the one before, in the first four weeks of both."""
    last = max(day for season in weeks.values() for day in season)
    least: dict[date, float] = {}
    for season in weeks.values():
        for day, hours in season.items():
            least[day] = min(hours, least.get(day, hours))
    logs: dict[tuple[bool, int], list[float]] = {}
    for (show, number), season in known.items():
        after = known.get((show, number + 1))
        if after is None or min(after) < min(season) + _APART * _WEEK or min(len(season), len(after)) < _WEEKS_LISTED:
            continue
        if min(after) + (_FIRST_WEEKS - 1) * _WEEK > last:
            continue
        of_both = [
            sum(one.get(day, _OFF_THE_LIST * least[day]) for day in _first(one)) for one in (season, after)
        ]  # fmt: skip
        logs.setdefault((number == 1, min(after).year), []).append(float(np.log(of_both[1] / of_both[0])))
    _say_kept(logs)


def _say_kept(logs: dict[tuple[bool, int], list[float]]) -> None:
    """Say the logarithms of what seasons kept, given by whether it is a second season, and year."""
    apart: list[float] = []
    years: dict[int, list[float]] = {}
    for second, name in ((True, "second"), (False, "later")):
        found = np.concatenate([values for (is_second, _), values in logs.items() if is_second == second])
        low, middle, high = np.exp(np.quantile(found, (0.1, 0.5, 0.9)))
        say(f"  a {name} season keeps {middle:.2f} ({low:.2f} to {high:.2f}) of the one before; n = {found.size}")
        apart.extend(found - np.log(middle))
        for (is_second, year), values in logs.items():
            if is_second == second:
                years.setdefault(year, []).extend(np.array(values) - np.log(middle))
    say(f"  standard deviation of the logarithm about these medians: {np.std(apart):.2f}")
    told = ", ".join(f"{year} {np.mean(values):+.2f} (n = {len(values)})" for year, values in sorted(years.items()))
    say(f"  mean of the logarithm about them by year: {told}")


def _first(season: dict[date, float]) -> list[date]:
    return [min(season) + number * _WEEK for number in range(_FIRST_WEEKS)]


def _run(season: dict[date, float]) -> list[float]:
    """Return the weeks that follow each other without a gap from the first."""
    day, found = min(season), []
    while day in season:
        found.append(season[day])
        day += _WEEK
    return found


def _falls(seasons: Seasons) -> None:
    shares: dict[int, list[float]] = {}
    for season in seasons.values():
        run = _run(season)
        peak = int(np.argmax(run))
        for week, hours in enumerate(run[peak:]):
            shares.setdefault(week, []).append(hours / run[peak])
    for week in range(1, 5):
        low, middle, high = np.quantile(shares[week], (0.1, 0.5, 0.9))
        say(
            f"  {week} week(s) after its best a season has {middle:.2f} ({low:.2f} to {high:.2f}) of it: "
            f"rate {-np.log(middle) / week:.2f} a week, or power {-np.log(middle) / np.log1p(week):.2f}; "
            f"n = {len(shares[week])}"
        )


def _floors(seasons: Seasons, halves: Seasons) -> None:
    for years in (1, 2):
        found = [
            hours / 26 / max(season.values())
            for key, season in seasons.items()
            for end, hours in halves.get(key, {}).items()
            if years * 365 <= (end - min(season)).days - 182 < years * 365 + 182
        ]  # fmt: skip
        low, middle, high = np.quantile(found, (0.1, 0.5, 0.9))
        spread = float(np.log(found).std())
        say(
            f"  after {years} year(s) a week has {middle:.4f} ({low:.4f} to {high:.4f}) of the best one; "
            f"standard deviation of the logarithm {spread:.2f}; n = {len(found)}"
        )


def _asked(seasons: Seasons, halves: Seasons) -> None:
    """Ask from the first weeks alone for the rest of the half-year in which a season came out."""
    from cliffhanger.measures.worth import decay  # noqa: PLC0415 - numpy, only where there is data

    for seen in (1, 2, 3):
        inside, ratios = [], []
        for key, season in seasons.items():
            run, half = _run(season), min(halves.get(key, {date.max: 0.0}))
            left = 0 if half == date.max else round((half - min(season)).days / 7 + 1 - seen)
            rest = halves.get(key, {}).get(half, 0.0) - sum(run[:seen])
            # Only its own half-year, and enough of it.
            if len(run) < seen or not _FIRST_WEEKS <= left <= _APART - seen or rest <= 0:
                continue
            told = decay.to_come(run[:seen], seen + left)
            inside.append(told.low <= rest <= told.high)
            ratios.append(float(np.log(rest / np.sqrt(told.low * told.high))))
        say(
            f"    from {seen} week(s): the 80 % range held {100 * np.mean(inside):.0f} % of {len(inside)}; "
            f"they were {np.exp(np.median(ratios)):.2f} times the middle of it (median)"
        )


if __name__ == "__main__":
    run()
