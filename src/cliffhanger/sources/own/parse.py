"""A user's own decisions, audience and cost, CSV or Parquet, to claims and observations.

Which of the three a file is, its columns tell. A day in ``known_on`` says
since when the row may be used; without one, a decision was known on its day,
an audience on the day after its period, and a cost since the file was read.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import polars as pl

from cliffhanger.domain.claim import Claim, Observation
from cliffhanger.domain.clock import start_of
from cliffhanger.domain.errors import BadFileError, BadRowError
from cliffhanger.domain.ids import parse_show_id
from cliffhanger.domain.platforms import canonical
from cliffhanger.domain.vocabulary import Metric
from cliffhanger.sources.own.source import SOURCE
from cliffhanger.sources.own.words import BASES, COMING, DECISIONS, METRICS
from cliffhanger.sources.records import parse_records
from cliffhanger.sources.tables import (
    delimited_header,
    parquet_header,
    published_at,
    read_delimited,
    read_parquet,
    records,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch
    from cliffhanger.sources.records import Record

VERSION = "1"
TOGETHER = False
CUMULATIVE = True

DECISIONS_NEED = ("show", "season", "decision", "decided_on")
AUDIENCE_NEEDS = ("show", "season", "metric", "value", "from", "to")
COST_NEEDS = ("show", "season", "amount", "currency", "basis")
MAY = ("episode", "scope", "platform", "note", "known_on")
"""Columns that any of the three may have besides those that it needs."""

_AT = "obtained_at"
_WHOLE = 100


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file's columns are those of one of the three."""
    header = set(_header(snapshot))
    return any(header >= set(need) for need in (DECISIONS_NEED, AUDIENCE_NEEDS, COST_NEEDS))


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one file into claims or observations.

    Raises:
        BadFileError: where the file is no table, or lacks a column that it needs.
    """
    (snapshot,) = snapshots
    header = _header(snapshot)
    need, one = _kind(snapshot.name, header)
    read = read_parquet if parquet_header(snapshot) else read_delimited
    columns = dict.fromkeys((*need, *(name for name in MAY if name in header)), pl.String)
    frame, others = read(snapshot, columns=columns)
    rows = [row | {_AT: published_at(snapshot)} for row in records(frame)]
    return replace(parse_records(SOURCE.name, rows, one), left_over=others)


def _header(snapshot: Snapshot) -> tuple[str, ...]:
    return parquet_header(snapshot) or delimited_header(snapshot)


def _kind(name: str, header: Sequence[str]) -> tuple[Sequence[str], Callable[[Record], Iterator[Any]]]:
    """Tell which of the three a file is, by the column that only it has."""
    for mark, need, one in (
        ("decision", DECISIONS_NEED, _decision),
        ("metric", AUDIENCE_NEEDS, _audience),
        ("amount", COST_NEEDS, _cost),
    ):
        if mark in header:
            return need, one
    reason = "is no file of decisions, audience or cost: it has no column decision, metric or amount"
    raise BadFileError(name=name, reason=reason)


def _decision(record: Record) -> Iterator[Claim]:
    show, season = parse_show_id(str(record.need("show"))), _season(record)
    record.drop(_AT)
    decided = _day(record, "decided_on")
    word = str(record.need("decision")).strip().casefold()
    predicate = record.translated(word, DECISIONS, "decision")
    platform = record.text("platform")
    known = _known(record, start_of(decided))
    record.drop("episode", "scope")
    if predicate is None:
        return
    if predicate in COMING and season == 1:
        raise BadRowError(field="season", value=season, reason=f"a first season is ordered, not {word}")
    yield Claim(
        source=SOURCE.name,
        show=show,
        # A decision stands on the season before the one that it is about.
        season=season - 1 if predicate in COMING else season,
        predicate=predicate,
        value=str(season),
        valid_from=decided,
        valid_to=decided,
        known_at=known,
        wording=record.text("note"),
        platform=canonical(platform) if platform else "",
    )


def _audience(record: Record) -> Iterator[Observation]:
    show, season = parse_show_id(str(record.need("show"))), _season(record)
    record.drop(_AT)
    first, last = _day(record, "from"), _day(record, "to")
    if last < first:
        raise BadRowError(field="to", value=last, reason="the period ends before it begins")
    metric = record.translated(str(record.need("metric")).strip().casefold(), METRICS, "metric")
    value = _number(record, "value")
    if metric is Metric.OWN_COMPLETION and value > _WHOLE:
        raise BadRowError(field="value", value=value, reason=f"not a percentage up to {_WHOLE}")
    known, scope = _known(record, start_of(last + timedelta(days=1))), record.text("scope")
    episode = record.text("episode")
    record.drop("platform", "note")
    if metric is None:
        return
    yield Observation(
        source=SOURCE.name,
        show=show,
        season=season,
        episode=_whole("episode", episode) if episode else None,
        metric=metric,
        value=value,
        scope=scope,
        period_start=first,
        period_end=last,
        known_at=known,
    )


def _cost(record: Record) -> Iterator[Observation]:
    show, season = parse_show_id(str(record.need("show"))), _season(record)
    known = _known(record, record.fields.pop(_AT))
    currency = str(record.need("currency")).strip().upper()
    if not (len(currency) == 3 and currency.isalpha()):  # noqa: PLR2004 - ISO 4217 has three letters
        raise BadRowError(field="currency", value=currency, reason="not a currency's three letters")
    basis = record.translated(str(record.need("basis")).strip().casefold(), BASES, "basis")
    amount = _number(record, "amount")
    record.drop("episode", "scope", "platform", "note")
    if basis is None:
        return
    scope = f"{currency} per {basis}"
    yield Observation(
        source=SOURCE.name, show=show, season=season, metric=Metric.OWN_COST, value=amount, scope=scope, known_at=known
    )


def _season(record: Record) -> int:
    return _whole("season", str(record.need("season")))


def _whole(field: str, text: str) -> int:
    if not text.strip().isdecimal() or not int(text):
        raise BadRowError(field=field, value=text, reason="not a number from 1")
    return int(text)


def _number(record: Record, field: str) -> float:
    text = str(record.need(field))
    try:
        value = float(text)
    except ValueError as error:
        raise BadRowError(field=field, value=text, reason="not a number") from error
    if not 0 <= value < float("inf"):
        raise BadRowError(field=field, value=text, reason="not a number from 0")
    return value


def _day(record: Record, field: str) -> date:
    text = str(record.need(field))
    try:
        return date.fromisoformat(text[:10])
    except ValueError as error:
        raise BadRowError(field=field, value=text, reason="not a date as YYYY-MM-DD") from error


def _known(record: Record, otherwise: datetime) -> datetime:
    return start_of(_day(record, "known_on")) if record.fields.get("known_on") else otherwise
