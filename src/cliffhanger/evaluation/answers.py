"""Ten years asked again: the models of each day answer its questions, and nobody sees an answer before its time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.evaluation import families, rivals
from cliffhanger.evaluation.families import Family
from cliffhanger.evaluation.replay import ask_then_reveal, fit_of, origins, refits
from cliffhanger.evaluation.vintage import Vintage, dated_as_known, strict
from cliffhanger.models.fate import fates
from cliffhanger.models.hazard import HORIZON

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from typing import TypeAlias

    from numpy.typing import NDArray

    from cliffhanger.evaluation.families import Asked
    from cliffhanger.evaluation.rivals import Popularity
    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models
    from cliffhanger.models.hazard import Curve
    from cliffhanger.panel.panel import Panel

    Fitter: TypeAlias = Callable[[date, Vintage], Models]
    """Fits models on what was known before a day."""

    Told: TypeAlias = Callable[[str], None]
    """Is told how far a replay has got."""

HORIZONS = (91, 213, 365, 730)
"""Days by which a return is asked about: a quarter, seven months, one year, two."""

HEADLINE = 213
"""The horizon that is scored in full."""

QUANTILES = (0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95)

_FIRST_CARDS = date(2013, 8, 15)
_FIRST_FIT = date(2014, 9, 1)
_FIRST_FOLLOWED = date(2024, 1, 1)
_YEARS = 10


@dataclass(frozen=True, slots=True)
class Plan:
    """When is asked, and when the models are fitted again.

    Attributes:
        origins: days of the monthly questions.
        fits: days before which the outcomes of a fit were known: each 1 September, and from 2024 on, when
            series had been followed for seven months, each 1 January and 1 July.
        known_to: last day of the data.
    """

    origins: tuple[date, ...]
    fits: tuple[date, ...]
    known_to: date

    @classmethod
    def of(cls, known_to: date, years: int = _YEARS) -> Plan:
        """Return the plan of some years up to the last day of the data."""
        first = max(date(known_to.year - years, known_to.month, 1), _FIRST_FIT)
        early = refits(_FIRST_FIT, min(known_to, _FIRST_FOLLOWED), (9,))
        # The answers of the last seven months are not in, so that a fit for these alone would be judged by nothing.
        late = refits(_FIRST_FOLLOWED, known_to - timedelta(days=HEADLINE), (1, 7))
        return cls(tuple(origins(first, known_to)), (*early, *late), known_to)


@dataclass(frozen=True, slots=True)
class Answers:
    """Questions of one family in one vintage, forecasts of them, and their answers.

    Attributes:
        family: what is asked.
        vintage: how it was put.
        show: series, shape (rows,).
        season: its season, shape (rows,).
        as_of: day of each question, shape (rows,).
        age: which age a decision was asked at, shape (rows,).
        platform: class of the platform, shape (rows,).
        followed: whether the series was followed day by day then, shape (rows,).
        cell: words of the cell whose rate stands for climatology among decisions, joined; shape (rows,).
        known: day on which the answer was known, NaT where it is open, shape (rows,).
        happened: 1 where it was "yes", shape (rows,).
        exact: whether the answer's day is a source's, shape (rows,).
        model: probabilities by each horizon, or of an order, shape (rows, 1 or horizons); for dates those by
            each month ahead, given a return, shape (rows, months).
        climatology: the same of climatology; of orders its rate, NaN before answers were revealed.
        quantiles: days until a date at ``QUANTILES``, shape (rows, levels), else (rows, 0).
        index: the cancel index's probability at the headline, NaN where it has none, shape (rows,).
        popularity: popularity's, likewise.
    """

    family: Family
    vintage: Vintage
    show: NDArray[np.object_]
    season: NDArray[np.float64]
    as_of: NDArray[np.datetime64]
    age: NDArray[np.object_]
    platform: NDArray[np.object_]
    followed: NDArray[np.bool_]
    cell: NDArray[np.object_]
    known: NDArray[np.datetime64]
    happened: NDArray[np.float64]
    exact: NDArray[np.bool_]
    model: NDArray[np.float64]
    climatology: NDArray[np.float64]
    quantiles: NDArray[np.float64]
    index: NDArray[np.float64]
    popularity: NDArray[np.float64]

    def __len__(self) -> int:
        """Return the number of questions."""
        return len(self.show)

    def take(self, where: NDArray[np.bool_]) -> Answers:
        """Return some of the questions."""
        columns: dict[str, Any] = {name: getattr(self, name)[where] for name in _COLUMNS}
        return replace(self, **columns)

    def days(self, known_to: date) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return days from each question to its answer, or to the last day of the data, and 1 where it was answered."""
        open_ = np.isnat(self.known)
        until = np.where(open_, np.datetime64(known_to), self.known) - self.as_of
        return until.astype("timedelta64[D]").astype(np.float64), (~open_).astype(np.float64)


_COLUMNS = (
    "show", "season", "as_of", "age", "platform", "followed", "cell", "known", "happened", "exact", "model",
    "climatology", "quantiles", "index", "popularity",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Replayed:
    """What a replay gave.

    Attributes:
        plan: when was asked and fitted.
        answers: one for each family and vintage that has questions.
        excluded: for each family and reason, how many questions were not asked.
        model: name and version of the models.
    """

    plan: Plan
    answers: tuple[Answers, ...]
    excluded: dict[Family, Counter[str]]
    model: str


def replay(facts: Facts, fitter: Fitter, plan: Plan, tell: Told) -> Replayed:
    """Ask again, month by month, and answer with the models of the time.

    Args:
        facts: prepared facts.
        fitter: fits models on what was known before a day.
        plan: when is asked and fitted.
        tell: is told how far it has got.
    """
    rivals.prepare(facts)
    premieres = families.Premieres(facts)
    cards = families.decisions(facts, _FIRST_CARDS, plan.known_to)
    popular = rivals.popularity(facts)
    gathered = _Gathered({Family.DECISION: cards.excluded, Family.RETURN: Counter()})
    of_cards = fit_of(plan.fits, cards.panel["as_of"])
    of_origins = fit_of(plan.fits, np.asarray(plan.origins, dtype="datetime64[D]"))
    # No model answers the first ones, but the rivals are fitted on their answers.
    gathered.put(cards.take(of_cards < 0), popular, None)
    name = ""
    for number, day in enumerate(plan.fits):
        mine = [origin for origin, fit in zip(plan.origins, of_origins, strict=True) if fit == number]
        if not mine and not (of_cards == number).any():
            continue
        tell(
            f"fitting on what was known before {day}, {number + 1} of {len(plan.fits)}; then asking {len(mine)} months"
        )
        models = {vintage: fitter(day, vintage) for vintage in Vintage}
        name = models[Vintage.STRICT].name
        gathered.put(cards.take(of_cards == number), popular, models)
        for origin in mine:
            both = families.monthly(facts, origin, premieres)
            votes = rivals.popularity(facts)
            for asked in both:
                gathered.excluded[Family.RETURN].update(asked.excluded)
                gathered.put(asked, votes, models)
    tell("fitting the rivals on what had been revealed")
    return Replayed(plan, tuple(_with_rivals(some, plan) for some in gathered.all()), gathered.excluded, name)


@dataclass(frozen=True, slots=True)
class _Gathered:
    """What a replay has come to so far."""

    excluded: dict[Family, Counter[str]]
    pieces: dict[tuple[Family, Vintage], list[Answers]] = field(default_factory=dict)

    def put(self, asked: Asked, popular: Mapping[Vintage, Popularity], models: Mapping[Vintage, Models] | None) -> None:
        for vintage in Vintage:
            some = _answered(asked, vintage, models[vintage] if models else None, popular[vintage])
            if len(some):
                self.pieces.setdefault((some.family, some.vintage), []).append(some)

    def all(self) -> Iterator[Answers]:
        for some in self.pieces.values():
            columns: dict[str, Any] = {
                name: np.concatenate([getattr(piece, name) for piece in some]) for name in _COLUMNS
            }
            yield replace(some[0], **columns)


def _answered(asked: Asked, vintage: Vintage, models: Models | None, popular: Popularity) -> Answers:
    """Return forecasts for questions in one vintage: of a strict one only those whose dates were known."""
    if vintage is Vintage.STRICT:
        asked = asked.take(dated_as_known(asked.panel))
        panel = strict(asked.panel)
    else:
        panel = asked.panel
    size = len(panel)
    model, climatology, quantiles = _forecast(asked.family, panel, models) if models and size else _nothing(asked)
    return Answers(
        asked.family,
        vintage,
        panel["show"],
        panel["season"],
        panel["as_of"],
        asked.age,
        panel["platform_class"],
        panel["tracked"],
        np.asarray(["|".join(cell) for cell in rivals.cells(panel, asked.age)], dtype=object),
        asked.known,
        asked.happened,
        asked.exact,
        model,
        climatology,
        quantiles,
        rivals.index(panel, later=vintage is Vintage.HINDSIGHT) if size else np.zeros(0),
        rivals.places_of(popular, panel),
    )


def _nothing(asked: Asked) -> tuple[NDArray[np.float64], ...]:
    size = len(asked.panel)
    width = {Family.DECISION: 1, Family.RETURN: len(HORIZONS), Family.DATE: HORIZON + 1}[asked.family]
    none = np.full((size, width), np.nan)
    return none, none, np.zeros((size, len(QUANTILES) if asked.family is Family.DATE else 0))


def _forecast(family: Family, panel: Panel, models: Models) -> tuple[NDArray[np.float64], ...]:
    answer, reference = fates(panel, models), models.climatology.curve(panel)
    nothing = np.zeros((len(panel), 0))
    if family is Family.DECISION:
        return answer.p_renewed[:, None], np.full((len(panel), 1), np.nan), nothing
    if family is Family.RETURN:
        return _within(answer.curve), _within(reference), nothing
    return _given_return(answer.curve), _given_return(reference), answer.curve.quantiles(QUANTILES)


def _within(curve: Curve) -> NDArray[np.float64]:
    rows = np.ones(len(curve.by))
    return np.column_stack([np.clip(curve.within(days * rows), 0.0, 1.0) for days in HORIZONS])


def _given_return(curve: Curve) -> NDArray[np.float64]:
    return np.asarray(np.clip(curve.by / np.maximum(curve.ever, 1e-12)[:, None], 0.0, 1.0))


def _resolved(answers: Answers, plan: Plan) -> tuple[list[date | None], NDArray[np.float64]]:
    """Return when each headline question was answered, None where it is open, and the answers."""
    if answers.family is not Family.RETURN:
        known = [None if np.isnat(day) else day.astype(object) for day in answers.known]
        return known, answers.happened
    end = answers.as_of + np.timedelta64(HEADLINE, "D")
    yes = ~np.isnat(answers.known) & (answers.known <= end)
    day = np.where(yes, answers.known, end + np.timedelta64(1, "D"))
    seen = yes | (end <= np.datetime64(plan.known_to))
    return [one.astype(object) if ok else None for one, ok in zip(day, seen, strict=True)], yes.astype(np.float64)


def _with_rivals(answers: Answers, plan: Plan) -> Answers:
    """Return the answers with the rivals' probabilities, each fitted on what had been revealed at the last fit."""
    if answers.family is Family.DATE:
        return answers
    known, happened = _resolved(answers, plan)
    days = list(answers.as_of.astype(object))
    index, popular = (np.full(len(answers), np.nan) for _ in range(2))
    rates = np.full((len(answers), 1), np.nan)
    orders = answers.family is Family.DECISION
    cells = [tuple(str(words).split("|")) for words in answers.cell]
    revealed = np.zeros(len(answers), dtype=bool)
    waiting, fitted = list(plan.fits), None
    for step in ask_then_reveal(days, known, plan.known_to + timedelta(days=1)):
        while waiting and waiting[0] <= step.day:
            # Of what was asked lately only the early answers are known, and a yes comes earlier than a no.
            ripe = answers.as_of <= np.datetime64(waiting.pop(0) - timedelta(days=HEADLINE))
            fitted = _fit_rivals(answers, revealed & ripe, happened, cells) or fitted
        rows = list(step.asked)
        if fitted is not None and rows:
            index[rows] = fitted[0].probability(answers.index[rows])
            popular[rows] = fitted[1].probability(answers.popularity[rows])
            if orders:
                rates[rows, 0] = [fitted[2].rate(cells[row]) for row in rows]
        revealed[list(step.revealed)] = True
    climatology = rates if orders else answers.climatology
    return replace(answers, index=index, popularity=popular, climatology=climatology)


def _fit_rivals(
    answers: Answers, revealed: NDArray[np.bool_], happened: NDArray[np.float64], cells: Sequence[tuple[str, ...]]
) -> tuple[rivals.Alone, rivals.Alone, rivals.Rates] | None:
    if not revealed.any():
        return None
    came = happened[revealed]
    counted = [cell for cell, seen in zip(cells, revealed, strict=True) if seen]
    return (
        rivals.Alone.fit(answers.index[revealed], came),
        rivals.Alone.fit(answers.popularity[revealed], came),
        rivals.Rates.fit(counted, came),
    )
