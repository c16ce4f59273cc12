"""The facts file to claims: one JSON object a line, every line checked, a bad one set aside."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.claim import Claim
from cliffhanger.domain.clock import start_of
from cliffhanger.domain.dates import PartialDate, parse_day
from cliffhanger.domain.errors import BadDateError, BadFileError, BadIdError, BadRowError
from cliffhanger.domain.ids import parse_show_id
from cliffhanger.domain.platforms import canonical
from cliffhanger.domain.vocabulary import DATE_PREDICATES, Predicate
from cliffhanger.sources.batch import parse_rows
from cliffhanger.sources.curated import words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

VERSION = "1"
TOGETHER = False

_FIRST_FIELDS = re.compile(rb'\s*\{\s*"show"\s*:')


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is a file of facts: JSON lines that begin with a show."""
    return snapshot.name.endswith(".jsonl") and _FIRST_FIELDS.match(snapshot.head(256)) is not None


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn the facts into claims.

    Raises:
        BadFileError: where the file is no text.
    """
    (snapshot,) = snapshots
    try:
        lines = snapshot.content.decode("utf-8").splitlines()
    except UnicodeDecodeError as error:
        raise BadFileError(name=snapshot.name, reason=f"is no UTF-8 text ({error.reason})") from error
    return parse_rows([line for line in lines if line.strip()], _claims)


def _claims(number: int, line: str) -> Iterator[Claim]:
    fact = _fact(line)
    predicate = words.predicate(fact["predicate"], number)
    first, last = _day(fact, "valid_from"), _day(fact, "valid_to")
    if first and last and last < first:
        raise BadRowError(field="valid_to", value=fact["valid_to"], reason="it ends before it begins")
    _check_value(number, predicate, fact["value"], first, last)
    known_at = _day(fact, "known_at")
    if known_at is None:
        raise BadRowError(field="known_at", value="", reason="no day")
    yield Claim(
        source="curated",
        show=_show(fact["show"], "show"),
        season=_season(fact),
        predicate=predicate,
        value=fact["value"],
        unit=fact.get("unit", ""),
        valid_from=first,
        valid_to=last,
        known_at=start_of(known_at),
        wording=fact.get("wording", ""),
        modality=words.modality(fact.get("modality", "event"), number),
        publisher=fact["publisher"],
        url=_url(fact),
    )


def _fact(line: str) -> Mapping[str, Any]:
    """Read one line: an object of texts, with a number for the season."""
    try:
        fact = json.loads(line)
    except ValueError as error:
        raise BadRowError(field="line", value=line, reason="not JSON") from error
    if not isinstance(fact, dict):
        raise BadRowError(field="line", value=line, reason="not an object")
    for field, value in fact.items():
        if field not in words.FIELDS:
            raise BadRowError(field=field, value=value, reason="no such field")
        if field != "season" and not isinstance(value, str):
            raise BadRowError(field=field, value=value, reason="not a text")
    for field in words.NEEDED:
        if not fact.get(field):
            raise BadRowError(field=field, value=fact.get(field, ""), reason="missing")
    return fact


def _show(text: str, field: str) -> str:
    try:
        show = parse_show_id(text)
    except BadIdError as error:
        raise BadRowError(field=field, value=text, reason=error.reason) from error
    if not re.fullmatch(r"imdb:tt\d{5,10}", show):
        raise BadRowError(field=field, value=text, reason="not IMDb's id of a title")
    return show


def _season(fact: Mapping[str, Any]) -> int | None:
    season = fact.get("season")
    if season is None:
        return None
    if not isinstance(season, int) or isinstance(season, bool) or season < 1:
        raise BadRowError(field="season", value=season, reason="not a season number")
    return season


def _day(fact: Mapping[str, Any], field: str) -> date | None:
    text = fact.get(field)
    if text is None:
        return None
    try:
        return parse_day(text)
    except BadDateError as error:
        raise BadRowError(field=field, value=text, reason="not a day") from error


def _url(fact: Mapping[str, Any]) -> str:
    url: str = fact.get("url", "")
    if url and not re.fullmatch(r"https://[^\s/]+/\S*", url):
        raise BadRowError(field="url", value=url, reason="not an address")
    return url


def _check_value(number: int, predicate: Predicate, value: str, first: date | None, last: date | None) -> None:
    """Hold a value to the form that its predicate has."""
    if predicate in DATE_PREDICATES:
        if first is None or last is None or value != PartialDate(first, last).iso():
            raise BadRowError(field="value", value=value, reason="not the interval from valid_from to valid_to")
    elif predicate in words.OF_OTHER_SHOWS:
        _show(value, "value")
    elif predicate in words.OF_SEASON_NUMBERS and not re.fullmatch(r"[1-9]\d*", value):
        raise BadRowError(field="value", value=value, reason="not a whole number")
    elif predicate is Predicate.KIND:
        words.kind(value, number)
    elif predicate is Predicate.NETWORK and canonical(value) != value:
        raise BadRowError(field="value", value=value, reason=f"we call it {canonical(value)}")
