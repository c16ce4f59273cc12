"""One record of JSON, field by field: taken, translated, or set aside; what nobody took is reported.

A record's field that is unsound is set aside alone, and the rest of the record
goes on: a catalogue's new word for a genre must not cost us the series.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from cliffhanger.domain.claim import Claim, Judgement, Observation
from cliffhanger.domain.errors import BadDateError, BadFileError, BadIdError, BadRowError, UnknownWordError
from cliffhanger.sources.batch import Batch, SetAside, claims_frame, observations_frame
from cliffhanger.sources.columns import known_word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

Word = TypeVar("Word")
Instead = TypeVar("Instead")

_IMDB = re.compile(r"tt\d{5,10}")


@dataclass(slots=True)
class Record:
    """A record from which fields are popped.

    Attributes:
        source: the source's name.
        row: its number in the file, the first being 1.
        fields: what has not been taken yet.
        aside: fields that were set aside.
        path: where it stands within another record, or empty.
        inner: the records within it that were taken.
    """

    source: str
    row: int
    fields: dict[str, Any]
    aside: list[SetAside] = field(default_factory=list)
    path: str = ""
    inner: list[Record] = field(default_factory=list)

    def need(self, name: str) -> Any:  # noqa: ANN401 - whatever JSON holds
        """Take a field without which the record says nothing.

        Raises:
            BadRowError: where it is missing, null or empty.
        """
        value = self.fields.pop(name, None)
        if value in (None, ""):
            raise BadRowError(field=name, value=value, reason="is missing")
        return value

    def text(self, name: str) -> str:
        """Take a text, its blanks put in order; empty where there is none."""
        value = self.fields.pop(name, None)
        if value is None or isinstance(value, str):
            return " ".join((value or "").split())
        return self._refuse(name, value, "not a text", "")

    def number(self, name: str, *, lowest: float = 0, highest: float = float("inf")) -> float | None:
        """Take a number within bounds, or None."""
        value = self.fields.pop(name, None)
        if value is None:
            return None
        if isinstance(value, (int, float)) and not isinstance(value, bool) and lowest <= value <= highest:
            return float(value)
        return self._refuse(name, value, f"not a number from {lowest:g} to {highest:g}", None)

    def day(self, name: str) -> date | None:
        """Take a day (YYYY-MM-DD), or None."""
        value = self.fields.pop(name, None)
        if value in (None, ""):
            return None
        try:
            return date.fromisoformat(value)
        except (ValueError, TypeError):
            return self._refuse(name, value, "not a date", None)

    def imdb(self, name: str) -> str:
        """Take an IMDb id of a title, or nothing."""
        value = self.text(name)
        if not value or _IMDB.fullmatch(value):
            return value
        return self._refuse(name, value, "not an IMDb id of a title", "")

    def word(self, name: str, table: Mapping[str, Word], *, field: str = "") -> Word | None:
        """Take a foreign word, and return ours for it; None where there is none, or where it is unknown."""
        value = self.text(name)
        return self.translated(value, table, field or name) if value else None

    def words(self, name: str, table: Mapping[str, Word], *, field: str = "") -> list[Word]:
        """Take a list of foreign words, and return ours for those that are known."""
        found = (self.translated(str(value), table, field or name) for value in self.items(name))
        return [word for word in found if word is not None]

    def translated(self, word: str, table: Mapping[str, Word], field: str) -> Word | None:
        """Return our word for a foreign one; an unknown one is set aside."""
        try:
            return known_word(table, word, source=self.source, field=field, row=self.row)
        except UnknownWordError:
            return self._refuse(field, word, f"unknown {field}", None)

    def items(self, name: str) -> list[Any]:
        """Take a list; empty where there is none."""
        value = self.fields.pop(name, None)
        if value is None or isinstance(value, list):
            return value or []
        return self._refuse(name, value, "not a list", [])

    def inside(self, name: str) -> Record:
        """Take a record within the record; an empty one where there is none."""
        value = self.fields.pop(name, None)
        if value is not None and not isinstance(value, dict):
            self._refuse(name, value, "not a record", None)
            value = None
        return self._within(name, value or {})

    def each(self, name: str) -> list[Record]:
        """Take a list of records."""
        items = self.items(name)
        for item in items:
            if not isinstance(item, dict):
                self._refuse(name, item, "not a record", None)
        return [self._within(name, item) for item in items if isinstance(item, dict)]

    def drop(self, *names: str) -> None:
        """Leave fields that are known, and say nothing here."""
        for name in names:
            self.fields.pop(name, None)

    def left(self) -> set[str]:
        """Return the fields that nobody took, here and within."""
        here = {f"{self.path}{name}" for name in self.fields}
        return here.union(*(record.left() for record in self.inner))

    def _within(self, name: str, value: Mapping[str, Any]) -> Record:
        record = Record(self.source, self.row, dict(value), self.aside, f"{self.path}{name}.")
        self.inner.append(record)
        return record

    def _refuse(self, name: str, value: object, reason: str, instead: Instead) -> Instead:
        self.aside.append(SetAside(self.row, name, f"{value!s:.80}", reason))
        return instead


def need_fields(name: str, rows: Sequence[Mapping[str, Any]], expected: Iterable[str]) -> None:
    """Hold a file of records to its layout: a field that no record has was renamed or dropped upstream.

    Raises:
        BadFileError: naming the fields.
    """
    missing = [field for field in expected if rows and not any(field in row for row in rows)]
    if missing:
        raise BadFileError(name=name, field=", ".join(missing), reason="no record has this field any more")


def parse_records(
    source: str,
    rows: Sequence[Mapping[str, Any]],
    one: Callable[[Record], Iterable[Claim | Observation | Judgement]],
) -> Batch:
    """Parse records one by one; a bad one is set aside with its reason and the rest go on.

    Args:
        source: the source's name.
        rows: the records, in the file's order.
        one: gives what a record says; raises BadRowError for a bad one.
    """
    said: list[Claim | Observation | Judgement] = []
    aside: list[SetAside] = []
    left: set[str] = set()
    for number, row in enumerate(rows, start=1):
        record = Record(source, number, dict(row))
        try:
            said += list(one(record))
        except BadRowError as error:
            aside.append(SetAside(number, error.field, f"{error.value!s:.80}", error.reason))
            continue
        except (BadIdError, BadDateError) as error:
            aside.append(SetAside(number, "id" if isinstance(error, BadIdError) else "date", error.text, error.reason))
            continue
        aside += record.aside
        left |= record.left()
    return Batch(
        rows_read=len(rows),
        claims=claims_frame(item for item in said if isinstance(item, Claim)),
        observations=observations_frame(item for item in said if isinstance(item, Observation)),
        judgements=tuple(dict.fromkeys(item for item in said if isinstance(item, Judgement))),
        set_aside=tuple(aside),
        left_over=tuple(sorted(left)),
    )
