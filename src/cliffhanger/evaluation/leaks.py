"""The leak detector: future facts of every kind are planted, and no forecast of an earlier day may move.

For each source of the registry, and each thing that a claim or a measurement
can say, a fact is made up that becomes known only after the question's day: a
renewal, a premiere, a rating, a chart rank, a listing, a statement. Each is
planted on a show of its own, so that a forecast that moves names what moved
it. Facts that are known already are taken back on the next day as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from typing import TYPE_CHECKING, Any
from zlib import crc32

import numpy as np

from cliffhanger.domain.forecast import Question
from cliffhanger.domain.vocabulary import DATE_PREDICATES, Commitment, Metric, Predicate
from cliffhanger.evaluation.vintage import strict
from cliffhanger.ledger.facts import CLAIM_COLUMNS, OBSERVATION_COLUMNS, Facts
from cliffhanger.models.fate import fates
from cliffhanger.panel import panel as rows
from cliffhanger.sources import registry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import TypeAlias

    from numpy.typing import NDArray

    from cliffhanger.models.bundle import Models

    Asker: TypeAlias = Callable[[Facts, Sequence[Question], Models], NDArray[np.float64]]
    """Gives the forecasts of questions, in order of show, season and day, shape (questions, numbers)."""

    Told: TypeAlias = Callable[[str], None]

MOST_SHOWS = 1200
ROUNDS = 6
_FRESH = 36.0
_MOVED = 1e-9
_DELAYS = (1, 45, 400)
_MEASURE = "measure"
_SHOWN = 20

_VALUES: dict[Predicate, tuple[str, ...]] = {
    Predicate.STATUS: ("ended", "cancelled", "in_production", "returning"),
    Predicate.KIND: ("limited", "scripted"),
    Predicate.NETWORK: ("NBC", "Netflix"),
    Predicate.COUNTRY: ("US", "JP"),
    Predicate.GENRE: ("Drama", "Comedy"),
    Predicate.STATEMENT: ("it will return", "it will not return"),
}
_SEASONED = frozenset(
    {
        Predicate.RENEWED, Predicate.ORDERED, Predicate.RESCUED, Predicate.CANCELLED, Predicate.ENDING,
        Predicate.NEXT_SEASON_LISTED, Predicate.SEASON_COUNT,
    }
)  # fmt: skip
"""Their value is a season's number."""

_NUMBERS = (1.0, 97.0, 2.5e6)


@dataclass(frozen=True, slots=True)
class Plant:
    """What is planted.

    Attributes:
        source: the source that says it.
        what: the predicate of a claim, or the metric of a measurement.
    """

    source: str
    what: Predicate | Metric


@dataclass(frozen=True, slots=True)
class Leak:
    """A forecast that a future fact moved.

    Attributes:
        show: of which show.
        as_of: day of its question.
        source: source of what was planted there, or what was done.
        what: what was planted.
        moved: by how much the forecast moved at most, in probability.
    """

    show: str
    as_of: date
    source: str
    what: str
    moved: float

    def say(self) -> str:
        """Return the leak as a sentence."""
        return (
            f"the forecast for {self.show} as of {self.as_of} moved by {100 * self.moved:.2f} points when "
            f"{self.source}: {self.what} became known later"
        )


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check came to.

    Attributes:
        questions: forecasts held against future facts.
        plants: kinds of future fact, source by source.
        planted: facts planted in all.
        leaks: forecasts that moved.
    """

    questions: int
    plants: int
    planted: int
    leaks: tuple[Leak, ...]


def plants() -> tuple[Plant, ...]:
    """Return every kind of fact that any source might bring: each predicate and metric under each source's name."""
    sources = registry.NAMES
    claims = [Plant(source, what) for source, what in product(sources, Predicate)]
    numbers = [Plant(source, what) for source, what in product((*sources, _MEASURE), Metric)]
    return (*claims, *numbers)


def ask(facts: Facts, questions: Sequence[Question], models: Models) -> NDArray[np.float64]:
    """Return strict forecasts: the odds of an order, and of a premiere by each month ahead."""
    answer = fates(strict(rows.rows(facts, questions)), models)
    return np.column_stack([answer.p_renewed, answer.curve.by])


def check(  # noqa: PLR0913 - the last three are settings, and keywords
    facts: Facts,
    models: Models,
    days: Sequence[date],
    *,
    asker: Asker = ask,
    rounds: int = ROUNDS,
    tell: Told = lambda _: None,
) -> Checked:
    """Plant future facts, and return the forecasts that moved.

    Each round plants every kind of fact at least once, in another shape: of
    another season, known sooner or later, of a day before or after the
    question's. Afterwards the facts are what they were.

    Args:
        facts: prepared facts.
        models: what forecasts.
        days: days of the questions.
        asker: gives the forecasts.
        rounds: how many times.
        tell: is told how far it has got.
    """
    kinds, leaks, questions, planted = plants(), [], 0, 0
    garden = _Garden(facts)
    try:
        for day in days:
            asked = _questions(facts, day)
            before = asker(facts, asked, models)
            questions += len(asked)
            for number in range(rounds):
                tell(f"as of {day}: planting, round {number + 1} of {rounds}")
                for some in _beds(kinds, len(asked), number):
                    planted += len(some)
                    garden.plant([_fact(*pair, number) for pair in zip(asked, some, strict=False)])
                    leaks += _moved(asked, some, before, asker(facts, asked, models))
            tell(f"as of {day}: taking back what is known")
            garden.take_back(day + timedelta(days=1))
            taken = [Plant("what is known", Predicate.IN_LIMBO)] * len(asked)
            found = _moved(asked, taken, before, asker(facts, asked, models))
            leaks += [Leak(leak.show, leak.as_of, "what is known", "being taken back", leak.moved) for leak in found]
            garden.clear()
    finally:
        garden.clear()
    return Checked(questions, len(kinds), planted, tuple(leaks))


def say(checked: Checked) -> list[str]:
    """Return what a check came to, in sentences, leaks first."""
    out = [leak.say() for leak in checked.leaks[:_SHOWN]]
    if len(checked.leaks) > _SHOWN:
        out.append(f"and {len(checked.leaks) - _SHOWN:,} more")
    end = f"{len(checked.leaks):,} forecasts moved" if checked.leaks else "no forecast moved"
    out.append(
        f"{checked.planted:,} future facts of {checked.plants:,} kinds were planted around {checked.questions:,} "
        f"forecasts: {end}."
    )
    return out


def _questions(facts: Facts, day: date) -> list[Question]:
    """Return questions about shows that are not long silent, for their forecasts move most easily."""
    panel = rows.latest(facts, day)
    panel = panel.take(panel.months("premiere") <= _FRESH)
    keys = sorted(
        ((str(show), int(season)) for show, season in zip(panel["show"], panel["season"], strict=True)),
        key=lambda key: crc32(key[0].encode()),
    )[:MOST_SHOWS]
    return [Question(show, season, day) for show, season in sorted(keys)]


def _beds(kinds: Sequence[Plant], size: int, number: int) -> Iterator[list[Plant]]:
    """Yield kinds for as many shows as there are, until each kind has had its turn."""
    turned = [kinds[(place + 7 * number) % len(kinds)] for place in range(len(kinds))]
    for start in range(0, len(turned), max(size, 1)):
        yield turned[start : start + size]


def _fact(question: Question, plant: Plant, number: int) -> dict[str, Any]:
    known = question.as_of + timedelta(days=_DELAYS[number % len(_DELAYS)])
    season = (question.season + 1, question.season, None)[number // 2 % 3]
    day = question.as_of + timedelta(days=(-20, 60)[number % 2])
    common = {"show": question.show, "season": season, "known_on": known, "source": plant.source, "source_show": "x"}
    if isinstance(plant.what, Metric):
        scope = {"scope": "", "period_start": day, "period_end": day}
        return common | scope | {"metric": str(plant.what), "value": _NUMBERS[number % len(_NUMBERS)]}
    words = dict.fromkeys(
        ("unit", "wording", "publisher", "url", "speaker", "role", "outlet", "platform", "reason", "origin"), ""
    )
    dated = {"valid_from": day, "valid_to": day}
    said = {"predicate": str(plant.what), "value": _value(question, plant.what, day, number)}
    meant = {"modality": "event", "commitment": str(list(Commitment)[number % len(Commitment)]), "claim_id": "planted"}
    return common | words | dated | said | meant


def _value(question: Question, what: Predicate, day: date, number: int) -> str:
    if what in DATE_PREDICATES:
        return day.isoformat()
    if what in _SEASONED:
        return str(question.season + 1 + number % 2)
    values = _VALUES.get(what, ("1", "9"))
    return values[number % len(values)]


def _moved(
    asked: Sequence[Question], some: Sequence[Plant], before: NDArray[np.float64], after: NDArray[np.float64]
) -> list[Leak]:
    if before.shape != after.shape:
        return [Leak("all shows", asked[0].as_of, "the questions themselves", "being other ones", 1.0)]
    change = np.abs(before - after).max(axis=1)
    out = []
    for row in np.flatnonzero(~(change <= _MOVED)).tolist():
        # A forecast beside which nothing was planted was moved through what all shows share.
        plant = some[row] if row < len(some) else None
        source, what = (plant.source, str(plant.what)) if plant else ("something elsewhere", "a fact of another show")
        out.append(Leak(asked[row].show, asked[row].as_of, source, what, float(change[row])))
    return out


class _Garden:
    """Puts planted facts beside the kept ones, under the names that are read, and takes them away again."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        for name in ("claims", "observations"):
            facts.connection.execute(f"CREATE OR REPLACE TEMP TABLE kept_{name} AS FROM {name}")

    def plant(self, some: Sequence[dict[str, Any]]) -> None:
        for name, columns, mark in (
            ("claims", CLAIM_COLUMNS, "predicate"),
            ("observations", OBSERVATION_COLUMNS, "metric"),
        ):
            chosen = [[row.get(column) for column in columns] for row in some if mark in row]
            connection = self._facts.connection
            connection.execute(f"CREATE OR REPLACE TEMP TABLE planted_{name} AS FROM kept_{name} LIMIT 0")
            if chosen:
                names = ", ".join(f'"{column}"' for column in columns)
                marks = ", ".join("?" for _ in columns)
                connection.executemany(f"INSERT INTO planted_{name} ({names}) VALUES ({marks})", chosen)  # noqa: S608 - names of our own tables
            self._show(name, f"FROM kept_{name} UNION ALL BY NAME FROM planted_{name}")
        rows.prepare(self._facts)

    def take_back(self, day: date) -> None:
        taken = f"coalesce(taken_back_on, greatest(DATE '{day}', known_on + 1)) AS taken_back_on"
        self._show("claims", f"SELECT * REPLACE ({taken}) FROM kept_claims")  # noqa: S608 - a day of our own
        self._show("observations", "FROM kept_observations")
        rows.prepare(self._facts)

    def clear(self) -> None:
        for name in ("claims", "observations"):
            self._show(name, f"FROM kept_{name}")
        rows.prepare(self._facts)

    def _show(self, name: str, query: str) -> None:
        self._facts.connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS {query}")
