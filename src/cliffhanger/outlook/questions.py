"""Questions from a CSV file: which show is meant, and the answer to each."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.dates import parse_day
from cliffhanger.domain.errors import (
    AmbiguousTitleError,
    BadDateError,
    BadFileError,
    CliffhangerError,
    UnknownTitleError,
)
from cliffhanger.domain.forecast import Question
from cliffhanger.domain.platforms import canonical, platform_class
from cliffhanger.outlook import forecasts, search
from cliffhanger.panel import panel as rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from cliffhanger.outlook.desk import Desk
    from cliffhanger.panel.panel import Panel

_COLUMNS = {"show", "title", "name", "year", "network", "season", "as_of", "by"}
_YEARS_OFF = 1
_LARGEST = 9999


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of the file.

    Attributes:
        row: its number.
        name: what it calls the show.
        question: the question, its show empty where none was found.
        network: the platform it names, in our spelling, or empty.
        note: why the show was not found, or empty.
    """

    row: int
    name: str
    question: Question
    network: str
    note: str


def answer(desk: Desk, file: Path, *, as_of: date | None, by: Sequence[date]) -> Iterator[dict[str, Any]]:
    """Yield one line for each question, in the file's order.

    Args:
        desk: answers them.
        file: CSV with a header; columns show or title, and optionally year, network, season, as_of, by.
        as_of: day of questions that name none; the last day of the data where this is None too.
        by: days of questions that name none.

    Raises:
        BadFileError: where the file is no such CSV, naming row and field.
    """
    default = Question("", 1, as_of or desk.known_to, tuple(by))
    asked = [_asked(desk, file.name, line, default) for line in _rows(file)]
    lines: dict[int, dict[str, Any]] = {}
    for days in dict.fromkeys(a.question.by for a in asked):
        lines |= _answered(desk, [a for a in asked if a.question.by == days], days)
    yield from (lines[a.row] for a in asked)


def _answered(desk: Desk, asked: list[Asked], by: tuple[date, ...]) -> dict[int, dict[str, Any]]:
    known = [a for a in asked if a.question.show]
    found = {
        (f.question.show, f.question.season, f.question.as_of): forecasts.line(f)
        for f in forecasts.forecasts(_panel(desk, known), by, desk.context())
    } if known else {}  # fmt: skip
    out = {}
    for a in asked:
        if a.question.show:
            out[a.row] = {"row": a.row} | found[a.question.show, a.question.season, a.question.as_of]
        else:
            (alone,) = forecasts.forecasts(_nothing_known(a), by, desk.context())
            out[a.row] = {"row": a.row} | forecasts.line(alone) | {"title": a.name, "abstain": a.note}
    return out


def _panel(desk: Desk, asked: list[Asked]) -> Panel:
    """Return the rows of the questions, a named platform and a season that is out filling in where none was known."""
    panel = rows.rows(desk.facts, [a.question for a in asked])
    named: dict[tuple[str, int, date], str] = {}
    for a in asked:
        key = (a.question.show, a.question.season, a.question.as_of)
        if named.setdefault(key, a.network) != a.network:
            reason = f"the same question names {named[key] or 'no network'!r} in another row"
            raise BadFileError(name="questions", row=a.row, field="network", reason=reason)
    days = panel["as_of"].astype(object)
    keys = zip(panel["show"], panel["season"], days, strict=True)
    networks = [named[str(show), int(season), day] for show, season, day in keys]
    return rows.begun(rows.with_platforms(desk.facts, panel, networks))


def _nothing_known(asked: Asked) -> Panel:
    return rows.blank(asked.question, asked.network, str(platform_class(asked.network)))


def _rows(file: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as stream:
            reader = csv.DictReader(stream, strict=True)
            names = set(reader.fieldnames or ())
            if not names & {"show", "title", "name"}:
                raise BadFileError(name=file.name, field="show or title", reason="column missing")
            if names - _COLUMNS:
                odd = ", ".join(sorted(names - _COLUMNS))
                raise BadFileError(
                    name=file.name, field=odd, reason=f"unknown column; known: {', '.join(sorted(_COLUMNS))}"
                )
            for number, cells in enumerate(reader, start=1):
                yield number, {key: (value or "").strip() for key, value in cells.items() if key}
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadFileError(name=file.name, reason=str(error)) from error


def _asked(desk: Desk, file: str, line: tuple[int, dict[str, str]], default: Question) -> Asked:
    row, cells = line
    day = _day(file, row, "as_of", cells) or default.as_of
    until = tuple(_day(file, row, "by", {"by": part.strip()}) or day for part in cells.get("by", "").split(";") if part)
    season = _number(file, row, "season", cells)
    year = _number(file, row, "year", cells)
    network = canonical(cells["network"]) if cells.get("network") else ""
    name = cells.get("show") or cells.get("title") or cells.get("name") or ""
    if not name:
        raise BadFileError(name=file, row=row, field="title", reason="the row names no show")
    show, note = _which(desk, name, year, season)
    stands = season if season is not None else _stands_at(desk, show, day)
    return Asked(row, name, Question(show, stands, day, until or default.by), network, note)


def _which(desk: Desk, name: str, year: int | None, season: int | None) -> tuple[str, str]:
    """Return the show that a question means, or why there is none."""
    try:
        return search.find(desk.facts.connection, name).show, ""
    except UnknownTitleError:
        return "", f"no series called {name!r} is in the catalogue: season number and platform alone"
    except AmbiguousTitleError as error:
        likely = [show for _, show, first in error.choices if year and first and abs(first - year) <= _YEARS_OFF]
        if len(likely) != 1:
            likely = search.most_seasons(desk.facts.connection, likely or [c[1] for c in error.choices], season or 1)
        if len(likely) == 1:
            return likely[0], ""
        return "", f"{len(error.choices)} series are called {name!r}: season number and platform alone"
    except CliffhangerError as error:
        return "", str(error)


def _stands_at(desk: Desk, show: str, day: date) -> int:
    panel = rows.latest(desk.facts, day, [show]) if show else None
    return int(panel["season"][0]) if panel is not None and len(panel) else 1


def _day(file: str, row: int, field: str, cells: dict[str, str]) -> date | None:
    text = cells.get(field, "")
    if not text:
        return None
    try:
        return parse_day(text)
    except BadDateError as error:
        raise BadFileError(name=file, row=row, field=field, reason=str(error)) from error


def _number(file: str, row: int, field: str, cells: dict[str, str]) -> int | None:
    text = cells.get(field, "")
    if not text:
        return None
    try:
        number = int(text)
    except ValueError as error:
        raise BadFileError(name=file, row=row, field=field, reason=f"{text!r} is not a whole number") from error
    if not 1 <= number <= _LARGEST:
        raise BadFileError(name=file, row=row, field=field, reason=f"{number} is out of range")
    return number
