"""What the app answers from: one desk over one state of the facts, the answers made from it, and its successor.

Facts are read once, and answers are kept as bytes. What takes seconds (boards,
what changed, lists of every series) is made at a second desk, so that nobody
who asks about one show waits for it. When a ledger has a new
version, a new desk is opened beside the old one, and takes its place whole:
a page never mixes two states. When a ledger cannot be read any more, the
last state goes on being served, and pages say so.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.clock import now
from cliffhanger.domain.errors import CliffhangerError, LedgerError
from cliffhanger.outlook import board, events, facts, names
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.finding import Finder, finder
from cliffhanger.web.answer import Answer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.outlook.board import Board
    from cliffhanger.outlook.event import Event
    from cliffhanger.outlook.finding import Hit
    from cliffhanger.reader.names import Names

KEPT_BYTES = 96 << 20
"""Bytes of answers that are kept, at most."""

LATELY = timedelta(days=7)
"""How far "what changed" looks back."""

KEPT_BOARDS = 4
"""Days whose boards are kept, at most."""


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of the facts, opened.

    Attributes:
        desk: answers about some shows.
        slow: answers about many.
        opened_at: when it was opened; what is served of it was last modified then.
        version: names the state and the models.
    """

    desk: Desk
    slow: Desk
    opened_at: datetime
    version: str

    @classmethod
    def open(cls, ledger: Path | None) -> Edition:
        """Open the facts of a ledger, or of the starter catalogue.

        Raises:
            LedgerError: where the ledger is not there or cannot be read.
        """
        models = facts.starter_models()
        found = _facts_of(ledger)
        desk = Desk.open(found, models)
        # A connection of its own over the same data: what a desk settles for itself lies apart, the facts do not.
        slow = Desk.open(replace(found, connection=found.connection.cursor()), models)
        version = f"{desk.facts.manifest.data_version}-{desk.models.name}".replace(" ", "-")
        return cls(desk, slow, now().astimezone(UTC).replace(microsecond=0), version)


def _facts_of(ledger: Path | None) -> Facts:
    if ledger is None:
        return facts.from_starter()
    opened = facts.from_ledger(ledger)
    if not opened.manifest.known_to:
        raise LedgerError(path=str(ledger), reason="no facts have landed yet; 'cliffhanger ingest' brings them")
    return facts.on_starter(opened)


@dataclass
class Newsroom:
    """Serves one edition at a time, and keeps what was made from it.

    Attributes:
        ledger: the ledger's folder, or None for the starter catalogue.
        edition: the state that is served.
        trouble: why the ledger's present state is not the one that is served, or empty.
    """

    ledger: Path | None
    edition: Edition
    trouble: str = ""
    _stamp: object = None
    _working: threading.RLock = field(default_factory=threading.RLock)
    _slowly: threading.RLock = field(default_factory=threading.RLock)
    _naming: threading.Lock = field(default_factory=threading.Lock)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _kept: OrderedDict[object, Answer] = field(default_factory=OrderedDict)
    _size: int = 0
    _boards: OrderedDict[object, Board] = field(default_factory=OrderedDict)
    _changes: dict[object, tuple[Event, ...]] = field(default_factory=dict)
    _names: Names | None = None
    _finder: Finder | None = None

    @classmethod
    def open(cls, ledger: Path | None) -> Newsroom:
        """Open a ledger, or the starter catalogue.

        Raises:
            LedgerError: where the ledger is not there or cannot be read.
        """
        stamp = stamp_of(ledger)
        return cls(ledger, Edition.open(ledger), _stamp=stamp)

    @property
    def desk(self) -> Desk:
        """The desk of the present edition."""
        return self.edition.desk

    def latest_day(self) -> date:
        """Return the day that is asked about where none is named: the last of the data, and none to come."""
        return min(now().date(), self.desk.known_to)

    def answer(self, key: tuple[object, ...], make: Callable[[Desk], Answer], *, slow: bool = False) -> Answer:
        """Return an answer that was made before from this edition, or make it.

        A desk makes one answer at a time: its connection serves one question at once.

        Args:
            key: what was asked; answers to equal keys are equal.
            make: makes the answer.
            slow: whether that takes seconds.
        """
        edition = self.edition
        whole = (edition.version, edition.opened_at, self.trouble, *key)
        found = self._found(whole)
        if found is not None:
            return found
        with self._slowly if slow else self._working:
            found = self._found(whole)
            if found is None:
                found = make(edition.slow if slow else edition.desk)
                self._keep(whole, found)
        return found

    def ready(self, key: tuple[object, ...]) -> Answer | None:
        """Return an answer that is at hand, or None."""
        edition = self.edition
        return self._found((edition.version, edition.opened_at, self.trouble, *key))

    def recent(self, as_of: date) -> Board:
        """Return the board of a day."""
        return self._board(("recent", as_of), lambda desk: board.recent(desk, as_of))

    def everything(self, as_of: date) -> Board:
        """Return every series on a day; the first time this takes some seconds."""
        return self._board(("all", as_of), lambda desk: board.board(desk, as_of))

    def issued(self) -> object:
        """Return what changes whenever a forecast is issued, which lands no facts."""
        return stamp_of(self.ledger, "forecasts")

    def suggest(self, text: str, limit: int) -> tuple[Hit, ...]:
        """Return the shows that a text may mean, the likeliest first."""
        with self._naming:
            if self._finder is None:
                with self._slowly:
                    self._finder = finder(self.edition.slow.facts.connection)
            index = self._finder
        return index.suggest(text, limit)

    def names(self) -> Names:
        """Return the catalogue's names, for the reader."""
        with self._naming:
            if self._names is None:
                with self._slowly:
                    self._names = names.names(self.edition.slow.facts.connection)
            return self._names

    def prepare(self) -> None:
        """Make ready what later pages need: the index of names, and what changed lately."""
        self.suggest("", 1)
        self.changes(self.latest_day())

    def changes(self, as_of: date, back: timedelta = LATELY) -> tuple[Event, ...]:
        """Return what changed for the board's series in the time before a day, the latest first."""
        edition, shows = self.edition, [row.show for row in self.recent(as_of).rows]
        key = (edition.version, edition.opened_at, as_of, back)
        with self._slowly:
            if key not in self._changes:
                found = events.changes(edition.slow, as_of - back, as_of, shows=shows)
                while len(self._changes) >= KEPT_BOARDS:
                    del self._changes[next(iter(self._changes))]
                self._changes[key] = found[::-1]
            return self._changes[key]

    @property
    def changed(self) -> tuple[Event, ...] | None:
        """What changed lately, or None until it has been put together."""
        return self._changes.get((self.edition.version, self.edition.opened_at, self.latest_day(), LATELY))

    def interrupt(self) -> None:
        """Stop what is being made at the second desk."""
        self.edition.slow.facts.connection.interrupt()

    def refresh(self) -> bool:
        """Look whether the ledger has changed, and if so open its new state in the old one's place.

        Returns:
            Whether there is a new edition.
        """
        if self.ledger is None:
            return False
        stamp = stamp_of(self.ledger)
        if stamp is not None and stamp == self._stamp and not self.trouble:
            return False
        try:
            if stamp is None:
                raise LedgerError(path=str(self.ledger), reason="it is not there any more")
            edition = Edition.open(self.ledger)
        except (CliffhangerError, OSError) as error:
            self.trouble = f"The ledger cannot be read just now ({error}); these pages show its last state."
            return False
        with self._working, self._slowly, self._guard:
            self._kept.clear()
            self._boards.clear()
            self._size, self._names, self._finder = 0, None, None
            self._changes.clear()
            self.edition, self.trouble, self._stamp = edition, "", stamp
        self.prepare()
        return True

    def _board(self, key: tuple[object, ...], make: Callable[[Desk], Board]) -> Board:
        edition = self.edition
        whole = (edition.version, edition.opened_at, *key)
        with self._guard:
            if whole in self._boards:
                self._boards.move_to_end(whole)
                return self._boards[whole]
        with self._slowly:
            made = self._boards.get(whole) or make(edition.slow)
        with self._guard:
            self._boards[whole] = made
            while len(self._boards) > KEPT_BOARDS:
                self._boards.popitem(last=False)
        return made

    def _found(self, key: object) -> Answer | None:
        with self._guard:
            answer = self._kept.get(key)
            if answer is not None:
                self._kept.move_to_end(key)
            return answer

    def _keep(self, key: object, answer: Answer) -> None:
        with self._guard:
            self._kept[key] = answer
            self._size += answer.size
            while self._size > KEPT_BYTES and self._kept:
                _, gone = self._kept.popitem(last=False)
                self._size -= gone.size


def stamp_of(ledger: Path | None, table: str = "batches") -> object:
    """Return what changes whenever something lands in a ledger, or in one of its tables; None where it is not there."""
    if ledger is None:
        return None
    log = ledger / table / "_delta_log"
    try:
        return max((entry.name, entry.stat().st_mtime_ns) for entry in log.iterdir() if entry.suffix == ".json")
    except (OSError, ValueError):
        return None
