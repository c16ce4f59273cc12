"""Made-up facts, for tests of what reads them."""

from __future__ import annotations

from datetime import date
from typing import Any

from cliffhanger.ledger.facts import CLAIM_COLUMNS, OBSERVATION_COLUMNS, Facts, Manifest, connect

EPOCH = date(1970, 1, 1)

_CLAIM = {
    "unit": "", "wording": "", "modality": "event", "source": "tmdb", "publisher": "", "url": "", "claim_id": "x",
    "speaker": "", "role": "", "outlet": "", "commitment": "", "platform": "", "reason": "", "origin": "",
}  # fmt: skip
_OBSERVATION = {"scope": "", "source": "imdb_history"}
_KINDS = {
    "season": "INTEGER", "episode": "INTEGER", "span_start": "INTEGER", "span_end": "INTEGER", "valid_from": "DATE",
    "valid_to": "DATE", "known_on": "DATE", "taken_back_on": "DATE", "period_start": "DATE", "period_end": "DATE",
}  # fmt: skip


def claim(show: str, predicate: str, value: str, known_on: date, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Return a made-up claim."""
    return {
        **_CLAIM,
        "show": show,
        "predicate": predicate,
        "value": value,
        "known_on": known_on,
        "source_show": show,
    } | more


def dated(show: str, season: int, day: date, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Return a made-up claim that a season premiered on a day."""
    known = {"known_on": day} | more
    return claim(show, "premiere_date", day.isoformat(), season=season, valid_from=day, valid_to=day, **known)


def number(show: str, metric: str, value: float, known_on: date, **more: Any) -> dict[str, Any]:  # noqa: ANN401 - any column
    """Return a made-up observation."""
    row = {"show": show, "metric": metric, "value": float(value), "known_on": known_on, "source_show": show}
    return {**_OBSERVATION, **row} | more


def facts(*rows: dict[str, Any], catalogued: bool = True) -> Facts:
    """Return facts that hold these rows, every show of them catalogued unless told otherwise."""
    connection = connect()
    said = [row for row in rows if "predicate" in row]
    if catalogued:
        shows = {row["show"] for row in rows}
        said += [
            claim(show, "finale_date", "1900-01-01", date(1900, 1, 1), season=1, source="estimate")
            | {"valid_from": date(1900, 1, 1), "valid_to": date(1900, 1, 1)}
            for show in sorted(shows)
        ]
    measured = [row for row in rows if "metric" in row]
    for name, columns, some in (("claims", CLAIM_COLUMNS, said), ("observations", OBSERVATION_COLUMNS, measured)):
        kinds = {
            column: _KINDS.get(column, "DOUBLE" if column == "value" and name == "observations" else "VARCHAR")
            for column in columns
        }
        body = ", ".join(f'"{column}" {kind}' for column, kind in kinds.items())
        connection.execute(f"CREATE TABLE {name} ({body})")
        if some:
            marks = ", ".join("?" for _ in columns)
            statement = f"INSERT INTO {name} VALUES ({marks})"  # noqa: S608 - names of our own tables
            connection.executemany(statement, [[row.get(column) for column in columns] for row in some])
    return Facts(connection, Manifest("made up", "2026-01-31", raw_ratings=True))
