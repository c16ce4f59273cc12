"""A list of shows, typed, pasted or uploaded: where each stands, and how many of them to expect back."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.domain.errors import AmbiguousTitleError, BadFileError, UnknownTitleError
from cliffhanger.models.logistic import expit, logit
from cliffhanger.outlook import board, search
from cliffhanger.outlook.forecasts import MODEL_SPREAD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cliffhanger.outlook.board import Row
    from cliffhanger.outlook.desk import Desk

MOST = 500
"""Shows of one list, at most."""

LONGEST = 200
"""Characters of one name, at most."""

_NAMED = ("show", "title", "series", "name", "id")
_NODES = 15
_LOW, _HIGH = 0.1, 0.9
_MARKS = re.compile(r"^\s*(?:[-*•]|\d{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True)
class ShowList:
    """What became of a list.

    Attributes:
        as_of: the day.
        rows: the shows that were found, in the order of the list, each once.
        unknown: the names of which no show was found, each with what to do about it.
        expected: how many of the rows are expected to come back.
        likely: the range in which that number lies four times in five.
    """

    as_of: date
    rows: tuple[Row, ...]
    unknown: tuple[tuple[str, str], ...]
    expected: float
    likely: tuple[int, int]


def names_in(text: str) -> tuple[str, ...]:
    """Return the names in a text: one a line, or the column of titles or ids of a CSV that has a heading.

    Raises:
        BadFileError: where there are more than ``MOST``, or one is longer than any title.
    """
    lines = [line.strip() for line in text.replace("\x00", "").splitlines() if line.strip()]
    cells = _columns(lines)
    if cells is None:
        cells = [_MARKS.sub("", line).strip().strip('"') for line in lines]
    found = list(dict.fromkeys(cells))
    if len(found) > MOST:
        raise BadFileError(name="the list", reason=f"names {len(found)} shows, and {MOST} are the most")
    for name in found:
        if len(name) > LONGEST:
            raise BadFileError(name="the list", reason=f"has a line of {len(name)} characters, which is no title")
    return tuple(name for name in found if name)


def _columns(lines: Sequence[str]) -> list[str] | None:
    """Return the cells that name shows, where the first line is a CSV's heading; else None."""
    if not lines:
        return None
    try:
        dialect = csv.Sniffer().sniff(lines[0], ",;\t")
    except csv.Error:
        dialect = csv.excel
    table = list(csv.reader(io.StringIO("\n".join(lines)), dialect))
    heading = [cell.strip().casefold() for cell in table[0]]
    places = [heading.index(name) for name in _NAMED if name in heading]
    if not places or (len(lines) == 1 and len(heading) == 1):
        return None
    return [row[places[0]].strip() for row in table[1:] if len(row) > places[0]]


def look_up(desk: Desk, names: Sequence[str], as_of: date) -> ShowList:
    """Return where the named shows stand on a day.

    Args:
        desk: answers.
        names: titles, aliases or ids.
        as_of: the day.
    """
    found: dict[str, str] = {}
    unknown: list[tuple[str, str]] = []
    for name in names:
        try:
            found.setdefault(search.find(desk.facts.connection, name).show, name)
        except AmbiguousTitleError as error:
            choices = ", ".join(f"{key} ({year or 'year unknown'})" for _, key, year in error.choices[:4])
            unknown.append((name, f"several series are called so; name one by its id: {choices}"))
        except UnknownTitleError as error:
            near = f"; nearest: {', '.join(error.nearest[:3])}" if error.nearest else ""
            unknown.append((name, f"no such series{near}"))
    made = board.board(desk, as_of, shows=list(found)) if found else board.Board(as_of, ())
    rows = {row.show: row for row in made.rows}
    unknown += [(found[show], "had not begun by that day") for show in found if show not in rows]
    ordered = tuple(rows[show] for show in found if show in rows)
    expected, likely = count([row.p_renewed for row in ordered])
    return ShowList(as_of, ordered, tuple(unknown), expected, likely)


def count(probabilities: Sequence[float]) -> tuple[float, tuple[int, int]]:
    """Return how many of some shows come back: the expectation, and the 80 % range of the number.

    Given how far the model is off, shows are independent, and their number is
    Poisson-binomial; how far it is off they share: a normal shift of all
    log-odds with the standard deviation ``MODEL_SPREAD``, summed over by
    Gauss-Hermite quadrature. Independent errors would make long lists look surer than
    the model is.

    Args:
        probabilities: of each show.
    """
    p = np.asarray(probabilities, dtype=np.float64)
    if not p.size:
        return 0.0, (0, 0)
    nodes, weights = np.polynomial.hermite_e.hermegauss(_NODES)
    mass = np.zeros(p.size + 1)
    for node, weight in zip(nodes, weights / weights.sum(), strict=True):
        mass += weight * _binomial(expit(logit(p) + MODEL_SPREAD * node))
    reached = np.cumsum(mass)
    low, high = (int(np.searchsorted(reached, level)) for level in (_LOW, _HIGH))
    return float(p.sum()), (low, min(high, p.size))


def _binomial(p: np.ndarray[tuple[int], np.dtype[np.float64]]) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Return the probabilities of 0, 1, ... successes among independent ones."""
    mass = np.zeros(p.size + 1)
    mass[0] = 1.0
    for number, one in enumerate(p, start=1):
        mass[1 : number + 1] = mass[1 : number + 1] * (1 - one) + mass[:number] * one
        mass[0] *= 1 - one
    return mass


HEADINGS = (
    "show", "title", "platform", "season", "state", "p_renewed", "p_renewed_low", "p_renewed_high", "p_return_ever",
    "silent_months", "window_from", "window_to", "as_of", "abstain",
)  # fmt: skip
"""Columns of a list that is downloaded."""


def cells(row: Row, as_of: date) -> tuple[object, ...]:
    """Return a row as the values of ``HEADINGS``."""
    low, high = row.p_renewed_range
    return (
        row.show, row.title, row.network, row.season, str(row.state), round(row.p_renewed, 6), round(low, 6),
        round(high, 6), round(row.p_return_ever, 6), None if row.silence is None else round(row.silence, 2),
        row.window[0], row.window[1], as_of, row.abstain,
    )  # fmt: skip


def as_csv(rows: Sequence[Row], as_of: date) -> str:
    """Return rows as CSV (RFC 4180), with no cell that a spreadsheet would run as a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(HEADINGS)
    writer.writerows([_inert(cell) for cell in cells(row, as_of)] for row in rows)
    return out.getvalue()


def _inert(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def as_parquet(desk: Desk, rows: Sequence[Row], as_of: date) -> bytes:
    """Return rows as the bytes of a Parquet file."""
    import tempfile  # noqa: PLC0415 - only where a file is wanted
    from pathlib import Path  # noqa: PLC0415 - likewise

    types = (
        "VARCHAR", "VARCHAR", "VARCHAR", "INTEGER", "VARCHAR", "DOUBLE", "DOUBLE", "DOUBLE", "DOUBLE", "DOUBLE",
        "DATE", "DATE", "DATE", "VARCHAR",
    )  # fmt: skip
    named = ", ".join(f'"{name}" {kind}' for name, kind in zip(HEADINGS, types, strict=True))
    with tempfile.TemporaryDirectory() as folder, desk.facts.connection.cursor() as cursor:
        file = Path(folder) / "shows.parquet"
        cursor.execute(f"CREATE OR REPLACE TEMP TABLE listed ({named})")
        if rows:
            marks = ", ".join("?" * len(HEADINGS))
            cursor.executemany(f"INSERT INTO listed VALUES ({marks})", [cells(row, as_of) for row in rows])  # noqa: S608 - marks alone
        cursor.table("listed").write_parquet(str(file), compression="zstd")
        return file.read_bytes()


def lines(made: ShowList) -> Iterator[str]:
    """Yield what a list comes to, in sentences."""
    number = len(made.rows)
    if number:
        low, high = made.likely
        span = f"{low}" if low == high else f"{low} to {high}"
        yield (
            f"Of these {number} series, {made.expected:.1f} are expected to get another season; "
            f"four times in five it will be {span}."
        )
