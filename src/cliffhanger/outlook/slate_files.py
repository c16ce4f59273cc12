"""The two tables that a user lays beside a slate: what seasons cost, and how the last ones were watched."""

from __future__ import annotations

import csv
import math
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import BadFileError
from cliffhanger.measures.worth.value import Viewing, weekly

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_COSTS = frozenset({"show", "season", "cost", "committed", "minimum", "maximum"})
_VIEWING = frozenset({"show", "season", "week", "day", "hours", "viewers", "unique_viewers", "devoted_viewers"})
_WORDED = re.compile(r"[^\d\s.,+-]|[A-Za-z]")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_LATEST = 53 * 10
"""Weeks since release that a season is followed for, at most: ten years."""

Row = tuple[int, dict[str, str]]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a season costs.

    Attributes:
        show: as the file names it.
        season: its number, or None for the next one.
        cost: all of it, above 0.
        committed: the part that is spent or owed whatever is decided, from 0 to ``cost``.
        minimum: the least it may come to, at most ``cost``.
        maximum: the most, at least ``cost``.
        row: of the file, from 1.
    """

    show: str
    season: int | None
    cost: float
    committed: float
    minimum: float
    maximum: float
    row: int


def costs(file: Path) -> tuple[Cost, ...]:
    """Read what seasons cost.

    Raises:
        BadFileError: where the file is no such table, naming row and field.
    """
    found = [_cost(file.name, number, cells) for number, cells in _rows(file, _COSTS, ("show", "cost"))]
    seen: dict[tuple[str, int | None], int] = {}
    for one in found:
        first = seen.setdefault((one.show.casefold(), one.season), one.row)
        if first != one.row:
            raise _fault(file.name, one.row, "show", f"{one.show!r} stands in row {first}, too")
    return tuple(found)


def viewing(file: Path) -> dict[str, dict[int, Viewing]]:
    """Read how seasons were watched.

    Returns:
        By show, as the file names it, and season.

    Raises:
        BadFileError: where the file is no such table, naming row and field.
    """
    gathered: dict[tuple[str, int], _Season] = {}
    by_day: bool | None = None
    for number, cells in _rows(file, _VIEWING, ("show", "season", "hours")):
        if bool(cells.get("week")) == bool(cells.get("day")):
            raise _fault(file.name, number, "week or day", "has to have one of the two, since release")
        if by_day not in (None, bool(cells.get("day"))):
            raise _fault(file.name, number, "week or day", "is of the other kind than the rows before")
        by_day = bool(cells.get("day"))
        key = (cells["show"], _Cell(file.name, number, "season", cells["season"]).whole(1))
        gathered.setdefault(key, _Season()).add(file.name, number, cells)
    found: dict[str, dict[int, Viewing]] = {}
    for (show, season), one in gathered.items():
        found.setdefault(show, {})[season] = one.viewing(file.name, show, season, by_day=bool(by_day))
    return found


class _Season:
    """What the rows of one season say."""

    def __init__(self) -> None:
        """Begin with none."""
        self._hours: dict[int, tuple[int, float]] = {}
        self._people: dict[str, float] = {}

    def add(self, name: str, row: int, cells: dict[str, str]) -> None:
        """Take a row, once for each week or day."""
        by_day = bool(cells.get("day"))
        field, least = ("day", 0) if by_day else ("week", 1)
        cell = _Cell(name, row, field, cells[field])
        when = cell.whole(least) - least
        if when >= _LATEST * (7 if by_day else 1):
            raise cell.fault(reason=f"{cell.text} is too far from the release, which it is counted from")
        if when in self._hours:
            first = self._hours[when][0]
            raise cell.fault(reason=f"{field} {cell.text} of {cells['show']!r} stands in row {first}, too")
        self._hours[when] = (row, _Cell(name, row, "hours", cells["hours"]).number())
        for who in ("viewers", "unique_viewers", "devoted_viewers"):
            if not cells.get(who):
                continue
            counted = _Cell(name, row, who, cells[who])
            people = counted.number()
            # The viewers of a week are checked, and no measure here needs them.
            if who != "viewers" and self._people.setdefault(who, people) != people:
                raise counted.fault(reason=f"{people:,.0f} here, {self._people[who]:,.0f} in a row before")

    def viewing(self, name: str, show: str, season: int, *, by_day: bool) -> Viewing:
        hours = tuple((when, hours) for when, (_, hours) in sorted(self._hours.items()))
        if by_day:
            weeks = weekly(hours)
        else:
            missing = set(range(hours[-1][0])) - set(self._hours)
            if missing:
                raise BadFileError(name=name, reason=f"{show!r}, season {season}, lacks week {min(missing) + 1}")
            weeks = tuple(one for _, one in hours)
        if not any(weeks):
            raise BadFileError(name=name, reason=f"{show!r}, season {season}, has no whole week with any viewing")
        unique, devoted = self._people.get("unique_viewers"), self._people.get("devoted_viewers")
        if unique is not None and devoted is not None and devoted > unique:
            reason = f"{show!r}, season {season}, has more devoted_viewers than unique_viewers"
            raise BadFileError(name=name, reason=reason)
        return Viewing(season, weeks, unique, devoted)


def _cost(name: str, row: int, cells: dict[str, str]) -> Cost:
    def cell(field: str) -> _Cell:
        return _Cell(name, row, field, cells.get(field, ""))

    cost = cell("cost").number(above=0)
    committed = cell("committed").number(most=cost) if cells.get("committed") else 0.0
    minimum = cell("minimum").number(above=0, most=cost) if cells.get("minimum") else cost
    maximum = cell("maximum").number(least=cost) if cells.get("maximum") else cost
    season = cell("season").whole(1) if cells.get("season") else None
    return Cost(cells["show"], season, cost, committed, minimum, maximum, row)


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell of a file, and where it stands."""

    file: str
    row: int
    field: str
    text: str

    def number(self, *, least: float = 0.0, most: float = math.inf, above: float | None = None) -> float:
        """Return the number that it holds.

        Raises:
            BadFileError: where it holds none, or one out of bounds.
        """
        if not _PLAIN.fullmatch(self.text):
            said = "a currency sign, a unit or a word" if _WORDED.search(self.text) else "separators"
            hint = f"{said} in {self.text!r}: write the number alone, as 4200000 or 4.2" if self.text else "is empty"
            raise self.fault(reason=hint)
        value = float(self.text)
        if not math.isfinite(value) or not least <= value <= most or (above is not None and value <= above):
            bottom = f"{least:,.6g} or more" if above is None else f"above {above:,.6g}"
            top = f", at most {most:,.6g}" if most < math.inf else ""
            raise self.fault(reason=f"{self.text} has to be {bottom}{top}")
        return value

    def whole(self, least: int) -> int:
        """Return the whole number that it holds.

        Raises:
            BadFileError: where it holds none, or a lower one.
        """
        value = self.number(least=least)
        if value != int(value):
            raise self.fault(reason=f"{self.text} has to be a whole number")
        return int(value)

    def fault(self, *, reason: str) -> BadFileError:
        return _fault(self.file, self.row, self.field, reason)


def _rows(file: Path, known: frozenset[str], needed: Iterable[str]) -> Iterator[Row]:
    """Yield the rows of a CSV or Parquet file with their numbers from 1, cells as text; what is missing is empty."""
    table = _parquet(file) if file.suffix.casefold() in (".parquet", ".pq") else _csv(file)
    heading = next(table, [])
    names = ["show" if cell in ("title", "id") and "show" not in heading else cell for cell in heading]
    if missing := [name for name in needed if name not in names]:
        raise BadFileError(name=file.name, field=missing[0], reason="column missing")
    odd = sorted({name for name in names if name not in known} | {name for name in names if names.count(name) > 1})
    if odd:
        reason = f"unknown column, or one that comes twice; known: {', '.join(sorted(known))}"
        raise BadFileError(name=file.name, field=", ".join(odd), reason=reason)
    count = 0
    for count, cells in enumerate(table, start=1):
        if len(cells) != len(names):
            raise _fault(file.name, count, "", f"has {len(cells)} cells, and the heading {len(names)}")
        row = dict(zip(names, cells, strict=True))
        if not row["show"]:
            raise _fault(file.name, count, "show", "is empty")
        yield count, row
    if not count:
        raise BadFileError(name=file.name, reason="has no rows")


def _csv(file: Path) -> Iterator[list[str]]:
    """Yield the heading, in small letters, and the rows that are not blank."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            yield [cell.strip().casefold() for cell in next(reader, [])]
            yield from ([cell.strip() for cell in cells] for cells in reader if any(cells))
    except (UnicodeDecodeError, csv.Error) as error:
        raise BadFileError(name=file.name, reason=str(error)) from error


def _parquet(file: Path) -> Iterator[list[str]]:
    import duckdb  # noqa: PLC0415 - only for a file that needs it

    try:
        with duckdb.connect() as connection:
            found = connection.execute("SELECT * FROM read_parquet(?)", [str(file)])
            heading = [column[0].casefold() for column in found.description]
            rows = found.fetchall()
    except duckdb.Error as error:
        raise BadFileError(name=file.name, reason=str(error).splitlines()[0]) from error
    yield heading
    yield from ([_text(cell) for cell in row] for row in rows)


def _text(cell: Any) -> str:  # noqa: ANN401 - of any column
    if cell is None:
        return ""
    return repr(cell) if isinstance(cell, float) else str(cell).strip()


def _fault(name: str, row: int, field: str, reason: str) -> BadFileError:
    return BadFileError(name=name, row=row, field=field, reason=reason)
