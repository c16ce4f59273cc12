"""Which shows to renew under a budget: the forecast's odds, the best slate, the price of each choice."""

from __future__ import annotations

import csv
import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.domain.errors import BadFileError, CliffhangerError
from cliffhanger.measures.budget import Candidate, Problem, choose, draws, prices
from cliffhanger.outlook.page import Page, Section, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from cliffhanger.measures.budget import Caution, Choice
    from cliffhanger.outlook.desk import Desk

DRAWS = 400
SPREAD = 2.0
"""Where no range is given: the ends of the 80 % range are the value over and times this."""

_FORCED = {"in": True, "out": False}
_HEADINGS = ("show", "renew?", "cost", "value", "likely range", "odds", "forcing the other choice costs")


@dataclass(frozen=True, slots=True)
class Line:
    """One show of the slate.

    Attributes:
        show: its name.
        renew: whether the best slate renews it.
        forced: whether the user asked for that.
        cost: what the season costs.
        value: what it brings if it comes off (median).
        low: lower end of the 80 % range of that.
        high: upper end.
        chance: odds that it comes off.
        chance_from: who says so: the file or the forecast.
        price: what the objective loses where the other choice is forced, or None where that cannot be.
    """

    show: str
    renew: bool
    forced: bool
    cost: float
    value: float
    low: float
    high: float
    chance: float
    chance_from: str
    price: float | None


@dataclass(frozen=True, slots=True)
class Slate:
    """The best slate under a budget.

    Attributes:
        budget: what may be spent.
        cost: what it spends.
        mean: mean outcome over the draws.
        worst: mean of the worst outcomes.
        worst_share: which share of them counts as the worst.
        weight: how much the worst outcomes weigh in the choice.
        lines: the shows, the renewed first.
        day: the day of the forecasts, or None where none was asked.
    """

    budget: float
    cost: float
    mean: float
    worst: float
    worst_share: float
    weight: float
    lines: tuple[Line, ...]
    day: date | None


@dataclass(frozen=True, slots=True)
class _Row:
    candidate: Candidate
    forced: bool | None
    chance_from: str


def slate(
    file: Path, budget: float, caution: Caution, desk: tuple[Callable[[], Desk], date | None], seed: int = 1
) -> Slate:
    """Return the best slate of the shows in a file.

    Args:
        file: CSV with ``show`` (a title or an id), ``cost``, ``value``, and where there are any ``low``, ``high``
            (80 % range of the value), ``chance`` (odds that the season comes off), ``must`` (in or out).
        budget: what may be spent.
        caution: how much the worst outcomes count.
        desk: opens the desk that shows without ``chance`` are asked of, and the day of the question.
        seed: of the draws.

    Raises:
        BadFileError: where the file is no such table.
        BadRowError: where no slate keeps to the budget.
    """
    asking = _Asking(*desk)
    rows = [_row(file.name, number, row, asking) for number, row in enumerate(_read(file), 1)]
    candidates = [row.candidate for row in rows]
    outcomes = draws(candidates, DRAWS, seed)
    costs = np.array([candidate.cost for candidate in candidates])
    forced = {place: row.forced for place, row in enumerate(rows) if row.forced is not None}
    problem = Problem(outcomes, costs, budget, caution, forced)
    best = choose(problem)
    price = prices(problem, best)
    lines = _lines(rows, best, price)
    return Slate(budget, best.cost, best.mean, best.worst, caution.worst, caution.weight, lines, asking.asked_on)


class _Asking:
    """Asks the forecast for the odds of shows whose odds are not given, opening it only then."""

    def __init__(self, desk: Callable[[], Desk], as_of: date | None) -> None:
        self._open, self._as_of = desk, as_of
        self._desk: Desk | None = None
        self.asked_on: date | None = None

    def odds(self, show: str) -> tuple[float, float, float]:
        """Return the odds of a next season and the ends of their 80 % range."""
        if self._desk is None:
            self._desk = self._open()
        self.asked_on = self._as_of or self._desk.known_to
        forecast = self._desk.outlook(show, self.asked_on).forecast
        low, high = forecast.p_renewed_range
        return forecast.p_renewed, low, high


def _read(file: Path) -> list[Mapping[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows: list[Mapping[str, str]] = list(csv.DictReader(stream))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadFileError(name=file.name, reason=str(error)) from error
    missing = [name for name in ("show", "cost", "value") if not rows or name not in rows[0]]
    if missing:
        raise BadFileError(name=file.name, field=", ".join(missing), reason="column missing, or there are no rows")
    return rows


def _row(file: str, number: int, row: Mapping[str, str], asking: _Asking) -> _Row:
    def figure(field: str, default: float | None, above: float = 0.0) -> float:
        text = (row.get(field) or "").strip()
        if not text and default is not None:
            return default
        try:
            found = float(text)
        except ValueError:
            found = math.nan
        if not (found > above and math.isfinite(found)):
            raise BadFileError(name=file, row=number, field=field, reason=f"{text!r} is no number above {above:g}")
        return found

    show, must = (row["show"] or "").strip(), (row.get("must") or "").strip().lower()
    if must and must not in _FORCED:
        raise BadFileError(name=file, row=number, field="must", reason=f"{must!r} is neither 'in' nor 'out'")
    value = figure("value", None)
    low, high = figure("low", value / SPREAD), figure("high", value * SPREAD)
    if not low <= value <= high:
        raise BadFileError(name=file, row=number, field="low, high", reason="the value is not between them")
    if (row.get("chance") or "").strip():
        chance = figure("chance", None, above=-1e-9)
        if chance > 1:
            raise BadFileError(name=file, row=number, field="chance", reason="is more than 1")
        odds, said_by = (chance, chance, chance), "the file"
    else:
        odds, said_by = _forecast(file, number, show, asking), "the forecast"
    return _Row(Candidate(show, figure("cost", None), value, low, high, *odds), _FORCED.get(must), said_by)


def _forecast(file: str, number: int, show: str, asking: _Asking) -> tuple[float, float, float]:
    try:
        return asking.odds(show)
    except CliffhangerError as error:
        reason = f"is empty, and the forecast cannot be asked: {error}"
        raise BadFileError(name=file, row=number, field="chance", reason=reason) from error


def _lines(rows: Sequence[_Row], best: Choice, price: Sequence[float | None]) -> tuple[Line, ...]:
    lines = [
        Line(
            show=c.name,
            renew=into,
            forced=row.forced is not None,
            cost=c.cost,
            value=c.value,
            low=c.low,
            high=c.high,
            chance=c.chance,
            chance_from=row.chance_from,
            price=lost,
        )
        for row, into, lost in zip(rows, best.chosen, price, strict=True)
        for c in [row.candidate]
    ]
    return tuple(
        sorted(lines, key=lambda line: (not line.renew, -(line.price or math.inf) if line.renew else line.price or 0))
    )


def as_json(found: Slate) -> dict[str, Any]:
    """Return a slate as plain objects."""
    return asdict(found) | {"day": found.day.isoformat() if found.day else None}


def lay_out(found: Slate) -> Page:
    """Return a slate as a page."""
    renewed = [line for line in found.lines if line.renew]
    lead = (
        f"Renew {len(renewed)} of {len(found.lines)}, for {found.cost:,.0f} of {found.budget:,.0f}: "
        f"{found.mean:,.0f} on average, {found.worst:,.0f} in the worst {found.worst_share:.0%} of outcomes."
    ).replace("%", " %")
    table = Table(_HEADINGS, tuple(map(_cells, found.lines)), frozenset({2, 3, 5, 6}))
    notes = [
        f"Chosen for the mean and the mean of the worst outcomes; the latter weighs {found.weight:.0%}.".replace(
            "%", " %"
        ),
        f"From {DRAWS} draws, shows independent of each other.",
    ]
    if found.day:
        notes.append(
            f"Odds from the forecast as known on {found.day}: how often shows in that position went on is taken for "
            "how likely the season is to come off."
        )
    return Page("The slate", lead, (Section("Shows", (), table),), tuple(notes))


def _cells(line: Line) -> tuple[str, ...]:
    asked = ", as asked" if line.forced else ""
    return (
        line.show,
        f"{'yes' if line.renew else 'no'}{asked}",
        f"{line.cost:,.0f}",
        f"{line.value:,.0f}",
        f"{line.low:,.0f} to {line.high:,.0f}",
        f"{line.chance:.0%}".replace("%", " %"),
        "beyond the budget" if line.price is None else f"{line.price:,.1f}",
    )
