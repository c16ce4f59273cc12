"""What a watch has seen and told, in one SQLite file that only one process writes.

Views and the events that follow from them are written in one transaction;
each channel then takes the events that it has not had, and an event counts as
delivered only when the channel has taken it. A process that dies in between
leaves everything as it was before or after: an event that was sent and not yet
marked is sent again, under the same id.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import BadFileError, BusyError
from cliffhanger.outlook.views import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

KEPT = 5000
"""Events that are remembered, the latest ones; older ones were told long ago."""

_TABLES = """
CREATE TABLE IF NOT EXISTS views (show TEXT PRIMARY KEY, view TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS events
    (place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE NOT NULL, event TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS channels (channel TEXT PRIMARY KEY, after INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS delivered (channel TEXT, id TEXT, PRIMARY KEY (channel, id)) WITHOUT ROWID;
"""

_PENDING = """
SELECT event FROM events JOIN channels ON channels.channel = ? AND events.place > channels.after
WHERE id NOT IN (SELECT id FROM delivered WHERE delivered.channel = channels.channel)
ORDER BY place
"""


@dataclass(frozen=True, slots=True)
class Memory:
    """An open memory.

    Attributes:
        connection: holds the file until it is closed; the system lets go of it where the process dies.
        path: the file.
    """

    connection: sqlite3.Connection
    path: Path

    def remembered(self) -> dict[str, View | None]:
        """Return every show that is watched, as it was seen last; None where it had not begun."""
        rows = self.connection.execute("SELECT show, view FROM views").fetchall()
        return {show: View.of_plain(json.loads(view)) if view else None for show, view in rows}

    def note(
        self, views: Mapping[str, View | None], events: Iterable[Mapping[str, Any]], channels: Iterable[str]
    ) -> None:
        """Write what was seen and what has changed, whole or not at all.

        Args:
            views: what the next look is to be compared with, by show.
            events: what has changed; an id that is known already adds nothing.
            channels: who is to be told. One that is new hears of these events and later ones only.
        """
        with _transaction(self.connection) as write:
            for channel in channels:
                write("INSERT OR IGNORE INTO channels SELECT ?, coalesce(max(place), 0) FROM events", (channel,))
            for show, view in views.items():
                plain = json.dumps(view.plain(), ensure_ascii=False) if view else None
                write("INSERT OR REPLACE INTO views VALUES (?, ?)", (show, plain))
            for event in events:
                row = (event["id"], json.dumps(event, ensure_ascii=False))
                write("INSERT OR IGNORE INTO events (id, event) VALUES (?, ?)", row)
            write("DELETE FROM events WHERE place <= (SELECT max(place) FROM events) - ?", (KEPT,))
            write("DELETE FROM delivered WHERE id NOT IN (SELECT id FROM events)", ())

    def pending(self, channel: str) -> list[dict[str, Any]]:
        """Return the events that a channel has not had, in the order in which they were found."""
        return [json.loads(row[0]) for row in self.connection.execute(_PENDING, (channel,)).fetchall()]

    def delivered(self, channel: str, ids: Iterable[str]) -> None:
        """Remember that a channel has taken some events."""
        with _transaction(self.connection) as write:
            for key in ids:
                write("INSERT OR IGNORE INTO delivered VALUES (?, ?)", (channel, key))

    def latest(self, count: int) -> list[dict[str, Any]]:
        """Return the latest events, the newest first."""
        rows = self.connection.execute("SELECT event FROM events ORDER BY place DESC LIMIT ?", (count,)).fetchall()
        return [json.loads(row[0]) for row in rows]


@contextmanager
def opened(path: Path) -> Iterator[Memory]:
    """Open the memory at a path, made where there is none, and hold it alone.

    Raises:
        BusyError: where another process holds it.
        BadFileError: where the file is none, or is damaged.
        OSError: where its folder cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None, timeout=0)
    try:
        _hold(connection, path)
        yield Memory(connection, path)
    except sqlite3.DatabaseError as error:
        raise BadFileError(name=str(path), reason=str(error)) from error
    finally:
        connection.close()


def _hold(connection: sqlite3.Connection, path: Path) -> None:
    try:
        # In this mode the lock of the first transaction is kept until the connection is closed.
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in _TABLES.strip().split(";\n"):
            connection.execute(statement)
        connection.execute("COMMIT")
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BusyError(what="a watch with this memory", path=str(path)) from error
        raise


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[Any]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection.execute
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
