"""What the forecasts reach on questions whose answers the models have not seen, beside baselines.

Every model is fitted on what was known before the questions' day, asked, and answered strictly later. Intervals are of
95 %, by a bootstrap that draws whole series; differences are paired, question by question.
"""

from __future__ import annotations

import subprocess
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.tools import ROOT, real_ledger, say
from cliffhanger.domain.forecast import Question
from cliffhanger.evaluation import bootstrap, scores, times
from cliffhanger.evaluation.rivals import Alone, Rates
from cliffhanger.evaluation.vintage import strict
from cliffhanger.models.baselines import cancel_index, class_bin, season_bin
from cliffhanger.models.fate import fates
from cliffhanger.outlook import facts as desks
from cliffhanger.outlook import starter
from cliffhanger.panel import outcomes, panel
from cliffhanger.panel.panel import DAYS_A_MONTH, Panel

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models
    from cliffhanger.models.hazard import Curve

ORIGINS = (date(2023, 10, 1), date(2024, 4, 1), date(2024, 10, 1), date(2025, 4, 1), date(2025, 6, 30))
HORIZON = timedelta(days=213)
HELD_OUT = date(2018, 9, 1), date(2019, 8, 31)
DRAWS = 500
_SEED = 4
_COX = ROOT / "build" / "venv-cox" / "bin" / "python"
_COMING = timedelta(days=365)
_DATED_BEFORE = date(2025, 1, 1)

_CARDS = """
SELECT c."show", c.season, bool_or(c.predicate = 'renewed') AS renewed, min(s.premiere) AS premiere,
       max_by(n.value, (n.known_on, n.value)) AS network
FROM claims AS c
JOIN seasons AS s ON s."show" = c."show" AND s.season = c.season
JOIN claims AS n ON n."show" = c."show" AND n.source = 'scorecards' AND n.predicate = 'network'
SEMI JOIN (SELECT "show" FROM claims WHERE source = 'estimate') AS e ON e."show" = c."show"
WHERE c.predicate IN ('renewed', 'cancelled') AND c.modality = 'event' AND c.source = 'scorecards'
  AND c.season IS NOT NULL
GROUP BY c."show", c.season
HAVING count(DISTINCT c.predicate) = 1 AND max(c.known_on) BETWEEN $first AND $last
ORDER BY ALL
"""

_OLD_FIRSTS = """
SELECT s."show", s.premiere, n.premiere FROM seasons AS s
SEMI JOIN (SELECT "show" FROM observations WHERE metric = 'tracked_since') AS t ON t."show" = s."show"
LEFT JOIN seasons AS n ON n."show" = s."show" AND n.season = 2
WHERE s.season = 1 AND s.premiere BETWEEN '2012-01-01' AND '2017-12-31'
"""

_CAME = 'SELECT "show", season, premiere FROM seasons WHERE premiere > $first AND premiere <= $last ORDER BY premiere'


def run() -> None:
    """Print the table; nothing where the real data is not there."""
    with real_ledger("What the forecasts reach, on answers that they have not seen") as ledger:
        if ledger is None:
            return
        opened = desks.from_ledger(ledger)
        panel.prepare(opened)
        decision(opened)
        returns(opened)
        ever(opened)


def decision(opened: Facts) -> None:
    """Renewed or cancelled, the TV season 2018-19, by models fitted on the cards of 2013-14 to 2017-18."""
    say("\n  decision, TV season 2018-19, fitted on 2013-14 to 2017-18, asked two months after the premiere")
    later, then = (
        starter.fit(opened, "bench", starter.Until(HELD_OUT[0], first=date(2015, 6, 1), view=view))
        for view in (lambda rows: rows, strict)
    )
    asked, y = cards(opened, *HELD_OUT)
    before, answers = cards(opened, date(2013, 6, 1), HELD_OUT[0] - timedelta(days=1))
    base = np.asarray([Rates.fit(_cells(before), answers).rate(cell) for cell in _cells(asked)])
    told: dict[str, NDArray[np.float64]] = {
        "ours, with later votes": fates(asked, later).p_renewed,
        "ours, strict": fates(strict(asked), then).p_renewed,
        "cancel index, with later ratings": Alone.fit(_index(before), answers).probability(_index(asked)),
        "popularity alone, with later votes": Alone.fit(before["season_votes"], answers).probability(
            asked["season_votes"]
        ),
    }
    table(told, base, y, asked["show"])


def returns(opened: Facts) -> None:
    """Back within seven months: followed series on half-yearly origins, strict; and when, of those that came."""
    pooled: list[dict[str, NDArray[np.float64]]] = []
    dated: list[tuple[NDArray[np.float64], ...]] = []
    shows: list[NDArray[np.object_]] = []
    say("\n  return within seven months, followed series, strict, all half-yearly origins together")
    for origin in ORIGINS:
        models = starter.fit(opened, "bench", starter.Until(origin, view=strict))
        asked = panel.latest(opened, origin)
        asked = strict(asked.take(asked["tracked"]))
        waits = _waits(opened, asked, origin)
        pooled.append(_answers(opened, models, asked, origin) | {"came": (waits <= HORIZON.days).astype(float)})
        shows.append(asked["show"])
        if origin < _DATED_BEFORE:
            some = waits <= _COMING.days
            dated.append(_when(models, asked.take(some), waits[some]))
        one = pooled[-1]
        say(
            f"    {origin}: {len(waits):,} asked, {one['came'].sum():.0f} came, {one['ours'].sum():.0f} expected; "
            f"skill {scores.brier_skill(one['ours'], one['came'], one['climatology']):+.3f}"
        )
    together = {name: np.concatenate([one[name] for one in pooled]) for name in pooled[0]}
    y, base = together.pop("came"), together.pop("climatology")
    table(together, base, y, np.concatenate(shows))
    _dates(dated)


def ever(opened: Facts) -> None:
    """Back at all: the odds that ship, of seasons so old that all their outcomes are in."""
    say("\n  back within five years, followed first seasons of 2012 to 2017, by the hazard that ships (2021 to 2025)")
    hazard = desks.starter_models().hazard
    found = opened.connection.execute(_OLD_FIRSTS).fetchall()
    for silent in (1, 12, 24, 36):
        wait = timedelta(days=round(silent * DAYS_A_MONTH))
        still = {show: back for show, day, back in found if back is None or back > day + wait}
        asked = panel.rows(opened, [Question(show, 1, day + wait) for show, day, _ in found if show in still])
        came = np.asarray([still[str(show)] is not None for show in asked["show"]], dtype=np.float64)
        odds = hazard.curve(asked).ever
        say(
            f"    silent for {silent:2} months: {len(came):4} asked, {came.mean():.2f} came, {odds.mean():.2f} expected"
        )


def cards(opened: Facts, first: date, last: date) -> tuple[Panel, NDArray[np.float64]]:
    """Return the decisions announced between two days as a file of questions would ask them, and the answers."""
    found = opened.connection.execute(_CARDS, {"first": first, "last": last}).fetchall()
    questions = [Question(show, season, day + outcomes.DECISION_AGE) for show, season, _, day, _ in found]
    asked = panel.rows(opened, questions)
    by_show = {(show, season): (float(renewed), network) for show, season, renewed, _, network in found}
    keys = [(str(show), int(season)) for show, season in zip(asked["show"], asked["season"], strict=True)]
    asked = panel.with_platforms(opened, asked, [by_show[key][1] for key in keys])
    return panel.without_announcements(asked), np.asarray([by_show[key][0] for key in keys])


def _cells(asked: Panel) -> list[tuple[str, ...]]:
    """Return the cells of climatology's renewal rates: season number, platform class."""
    return [(str(season), str(kind)) for season, kind in zip(season_bin(asked), class_bin(asked), strict=True)]


def table(
    told: Mapping[str, NDArray[np.float64]],
    base: NDArray[np.float64],
    y: NDArray[np.float64],
    shows: NDArray[np.object_],
) -> None:
    """Print a line a model: its scores with intervals, and how far it lies from the first one's Brier score."""
    series = shows.astype(str)
    say(f"    {len(y):,} asked, {y.sum():.0f} yes; climatology: Brier {scores.brier(base, y):.4f}, "
        f"AUC {scores.auc(base, y):.3f}")  # fmt: skip
    ours = next(iter(told.values()))
    for name, p in told.items():
        auc = bootstrap.interval(scores.auc, (p, y), series, seed=_SEED, draws=DRAWS)
        skill = bootstrap.interval(scores.brier_skill, (p, y, base), series, seed=_SEED, draws=DRAWS)
        gap = bootstrap.calibration_error(p, y, series, seed=_SEED, draws=DRAWS)
        slope = scores.recalibration(p, y).slope
        line = (
            f"    {name:34} AUC {auc.estimate:.3f} ({auc.low:.3f} to {auc.high:.3f}), skill {skill.estimate:+.3f} "
            f"({skill.low:+.3f} to {skill.high:+.3f}), ECE {gap.found.estimate:.3f} ({gap.by_chance:.3f} by chance), "
            f"slope {slope:.2f}, {p.sum():.0f} expected"
        )
        if p is not ours:
            worse = bootstrap.mean_difference(
                scores.squared_errors(p, y), scores.squared_errors(ours, y), series, seed=_SEED, draws=DRAWS
            )
            line += f"; Brier {worse.estimate:+.4f} ({worse.low:+.4f} to {worse.high:+.4f}) against ours"
        say(line)


def _answers(opened: Facts, models: Models, asked: Panel, origin: date) -> dict[str, NDArray[np.float64]]:
    """Return each model's odds of a premiere within the horizon."""
    days = np.full(len(asked), float(HORIZON.days))
    months, returned = outcomes.months(opened, starter.FIRST_MONTH, origin)
    months = strict(months)
    told = {
        "ours": fates(asked, models).curve.within(days),
        "the hazard alone": models.hazard.curve(asked).within(days),
        "climatology": models.climatology.curve(asked).within(days),
    }
    # What happened within seven months of days seven months before: known on the origin, and fitted on.
    then = _seven_months_before(origin)
    past = panel.latest(opened, then)
    past = strict(past.take(past["tracked"])) if past["tracked"].any() else asked.take(np.arange(0))
    if len(past):
        came = (_waits(opened, past, then) <= HORIZON.days).astype(float)
        told["cancel index"] = Alone.fit(_index(past), came).probability(_index(asked))
        told["popularity alone (place by rating)"] = Alone.fit(past["rating"], came).probability(asked["rating"])
    else:  # nobody was followed yet, so there is nothing to fit them on: they say climatology's mean
        mean = np.full(len(asked), told["climatology"].mean())
        told |= dict.fromkeys(("cancel index", "popularity alone (place by rating)"), mean)
    if _COX.exists():
        told["Cox, by lifelines"] = _cox(months, returned, asked)
    return told


def _seven_months_before(origin: date) -> date:
    return origin - HORIZON - timedelta(days=1)


def _waits(opened: Facts, asked: Panel, origin: date) -> NDArray[np.float64]:
    """Return the days until each show's next premiere, infinite where none is known."""
    found = opened.connection.execute(_CAME, {"first": origin, "last": date(2026, 1, 31)}).fetchall()
    came: dict[str, list[tuple[int, float]]] = {}
    for show, season, day in found:
        came.setdefault(show, []).append((season, float((day - origin).days)))
    # A season that a better source dates to after the origin is still the one that was asked about, not the next.
    return np.asarray(
        [
            next((wait for season, wait in came.get(str(show), ()) if season > stands), np.inf)
            for show, stands in zip(asked["show"], asked["season"], strict=True)
        ]
    )


def _index(asked: Panel) -> NDArray[np.float64]:
    """Return the cancel index; of old seasons by the place of their later ratings, within platform and TV season."""
    old = Panel({**asked.columns, "rating": asked["season_rating"], "rating_hindsight": np.zeros(len(asked), bool)})
    if np.isnan(asked["season_rating"]).all():
        return cancel_index(asked)
    years = (asked["premiere"].astype("datetime64[M]") - 8).astype("datetime64[Y]").astype("datetime64[D]")
    return cancel_index(Panel({**old.columns, "as_of": years}))


def _cox(months: Panel, returned: NDArray[np.float64], asked: Panel) -> NDArray[np.float64]:
    """Return lifelines' odds: spells of silence, entered when followed, on class, season, gap and length."""
    keys = np.char.add(np.char.add(months["show"].astype(str), "/"), months["season"].astype(int).astype(str))
    _, first, spell = np.unique(keys, return_index=True, return_inverse=True)
    last = np.zeros(len(first), dtype=np.int64)
    np.maximum.at(last, spell, np.arange(len(keys)))
    age = np.clip(np.nan_to_num(months.months("premiere"), nan=60.0), 0.0, 300.0) * DAYS_A_MONTH
    with tempfile.TemporaryDirectory() as folder:
        given, got = Path(folder) / "in.npz", Path(folder) / "out.npz"
        np.savez(
            given,
            spells=_covariates(months.take(first)),
            entry=age[first],
            # lifelines wants a spell to end after its entry; a corrected date can make one seem not to.
            end=np.maximum(age[last] + DAYS_A_MONTH, age[first] + 1.0),
            came=returned[last],
            questions=_covariates(asked),
            age=np.clip(np.nan_to_num(asked.months("premiere"), nan=60.0), 0.0, 300.0) * DAYS_A_MONTH,
            horizon=float(HORIZON.days),
        )
        subprocess.run([str(_COX), str(ROOT / "bench" / "cox.py"), str(given), str(got)], check=True)  # noqa: S603 - our own
        return np.asarray(np.load(got)["p"], dtype=np.float64)


def _covariates(asked: Panel) -> NDArray[np.float64]:
    gap = np.log(np.clip(asked["gap_days"], 90, 1800) / 365.25)
    over = np.isin(asked["status"].astype(str), ("ended", "cancelled"))
    return np.column_stack(
        [class_bin(asked) == number for number in range(4)]
        + [asked["season"] == 1, np.log(np.clip(asked["season"], 1, 40)), np.nan_to_num(gap), over]
        + [asked["kind"] == "limited", np.log1p(np.nan_to_num(asked["episodes"], nan=10.0))]
        + [np.nan_to_num(asked["rating"], nan=50.0) / 50 - 1]
    ).astype(np.float64)


def _when(models: Models, asked: Panel, waits: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    """Return CRPS of ours and of climatology, and whether our 80 % interval held the premiere.

    All are told that the season comes within a year: each distribution is scaled to end there.
    """
    days = np.arange(0.0, _COMING.days + 1.0, 5.0)

    def coming(curve: Curve) -> NDArray[np.float64]:
        by = np.column_stack([curve.within(np.full(len(asked), day)) for day in days])
        return np.asarray(by / by[:, -1:])

    ours, theirs = coming(fates(asked, models).curve), coming(models.climatology.curve(asked))
    low, high = (_at(ours, days, level) for level in (0.1, 0.9))
    held = (low <= waits) & (waits <= high)
    return (*(times.crps_cdf(f, waits, grid=days) for f in (ours, theirs)), held.astype(float))


def _at(f: NDArray[np.float64], days: NDArray[np.float64], level: float) -> NDArray[np.float64]:
    return np.asarray([np.interp(level, row, days) for row in f])


def _dates(dated: Sequence[tuple[NDArray[np.float64], ...]]) -> None:
    ours, theirs, held = (np.concatenate(part) for part in zip(*dated, strict=True))
    say("\n  premiere date of a season that comes within a year, followed series, strict, origins before 2025")
    say(
        f"    {len(ours):,} premieres: CRPS {ours.mean():.1f} days, climatology {theirs.mean():.1f}, "
        f"{100 * (1 - ours.mean() / theirs.mean()):.0f} % under it; the 80 % interval held {100 * held.mean():.1f} %"
    )
