"""Ask, then reveal: questions in the order of time, and each answer only once it has happened.

On every day the questions of that day are asked first; then what became known
on it is revealed. So an answer is seen by nobody before it is known, and never
on the day of its question: an answer that is known by the question's day is
none (:class:`AnsweredBeforeError`). What is fitted on revealed answers is
therefore fitted on what had happened.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.domain.errors import CliffhangerError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from numpy.typing import NDArray


class AnsweredBeforeError(CliffhangerError):
    """A question was put whose answer was known already."""

    def __init__(self, *, row: int, asked: str, known: str) -> None:
        """Name the question's row, counted from 0, its day, and the day on which the answer was known."""
        self.row, self.asked, self.known = row, asked, known
        super().__init__(f"question {row} is asked on {asked}, and its answer was known on {known}: not after it")


@dataclass(frozen=True, slots=True)
class Step:
    """One day of a replay.

    Attributes:
        day: the day.
        asked: rows that are asked on it.
        revealed: rows whose answers become known on it, all of them asked before.
    """

    day: date
    asked: tuple[int, ...]
    revealed: tuple[int, ...]


def ask_then_reveal(asked: Sequence[date], known: Sequence[date | None], until: date) -> Iterator[Step]:
    """Yield the days of a replay in order, each with what is asked and then revealed on it.

    Args:
        asked: day of each question.
        known: day on which its answer became known, None where that is open.
        until: last day of the replay; what became known later stays open.

    Raises:
        AnsweredBeforeError: where an answer was known on its question's day or before.
    """
    for row, (day, answer) in enumerate(zip(asked, known, strict=True)):
        if answer is not None and answer <= day:
            raise AnsweredBeforeError(row=row, asked=day.isoformat(), known=answer.isoformat())
    events = [(day, 0, row) for row, day in enumerate(asked)]
    events += [(day, 1, row) for row, day in enumerate(known) if day is not None]
    for day, some in groupby(sorted(event for event in events if event[0] <= until), key=lambda event: event[0]):
        both = list(some)
        yield Step(day, *(tuple(row for _, kind, row in both if kind == wanted) for wanted in (0, 1)))


def origins(first: date, last: date) -> list[date]:
    """Return the first day of each month from a day on, up to another."""
    months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    days = [first.replace(year=month // 12, month=month % 12 + 1, day=1) for month in months]
    return [day for day in days if first <= day <= last]


def refits(first: date, last: date, months: Sequence[int]) -> list[date]:
    """Return the first days of some months of the year, from a day on, up to another."""
    return [day for day in origins(first, last) if day.month in months]


def fit_of(days: Sequence[date], asked: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """Return for each question the number of the last fit that is not after it, shape (questions,).

    Args:
        days: days of the fits, rising; a fit knows what was known before its day.
        asked: day of each question, shape (questions,); -1 is returned for those before the first fit.
    """
    edges = np.asarray(days, dtype="datetime64[D]")
    return np.asarray(np.searchsorted(edges, asked, side="right") - 1)
