"""Turn a season's scorecards into claims: renewed, ordered, cancelled, ending, rescued.

A decision's season is the season that its row is about. Its value is a season
number: for a renewal, an order or a rescue the highest season that is ordered,
for an announced end the final season, for a cancellation the last season that
was shown. The unit of a cancellation is "unaired" where the row's own season
was never shown, the unit of a rescue is the new platform.

What is undated was known, at the latest, when the TV season ended on 31
August; what was "already" or "previously" decided, when it began on 1
September. A new series' start year is the first of its TV season; the interval
tells how far that may be off.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from cliffhanger.domain.claim import Claim
from cliffhanger.domain.clock import start_of
from cliffhanger.domain.errors import BadRowError, UnknownWordError
from cliffhanger.domain.ids import key_of, show_id
from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.sources.batch import parse_rows
from cliffhanger.sources.scorecards.status import days_of, read_status
from cliffhanger.sources.scorecards.words import NETWORKS
from cliffhanger.sources.tables import delimited_header, read_delimited, records

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch
    from cliffhanger.sources.scorecards.status import Decision, Status

VERSION = "1"
TOGETHER = False

_COLUMNS = dict.fromkeys(("name", "season", "status", "tv_network", "ano"), pl.String)
_DISTINCTIVE = {"status", "tv_network", "ano"}
_SEASON = re.compile(
    r"(?:\(?(?:SEASONS?|SEA\.|SN\.|S) ?|PART )?(?P<first>\d+)(?:\.\d+)?(?: ?/ ?(?:SEASON )?(?P<last>\d+))?"
)
_SEASON_IN_NAME = re.compile(r"(?: SEASON|(?<=[a-z])S\d+)$")


class _Card(NamedTuple):
    """A row, understood as far as its own cells go."""

    show: str
    name: str
    network: str
    season: int | None
    new: bool
    first_year: int
    words: str


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is a table of scorecards."""
    return set(delimited_header(snapshot)) >= _DISTINCTIVE


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one table of scorecards into claims."""
    (snapshot,) = snapshots
    frame, left = read_delimited(snapshot, columns=_COLUMNS)
    rows = records(frame)
    listed = {entry for number, row in enumerate(rows, start=1) if (entry := _listing(number, row))}

    def parse_row(number: int, row: Mapping[str, str | None]) -> Iterator[Claim]:
        card = _card(number, row)
        key, season = card.show.casefold(), card.season or 0
        summer_before = (
            (key, season, card.first_year - 1) in listed or (key, season + 1, card.first_year) in listed
        )  # fmt: skip
        return _claims(number, card, summer_before=summer_before)

    batch = parse_rows(rows, parse_row)
    return replace(batch, claims=_told_once(batch.claims), left_over=left)


def _told_once(claims: pl.DataFrame) -> pl.DataFrame:
    """Keep what every card repeats of a series as it was first told, and the start year as the last card has it.

    A series whose start was put off stands as new in several cards.
    """
    repeated = ("title", "network", "country", "language")
    first = claims.filter(pl.col("predicate").is_in(repeated)).sort("known_at")
    last = claims.filter(pl.col("predicate") == "start_year").sort("value")
    return pl.concat(
        [
            first.unique(["show", "predicate", "value"], keep="first", maintain_order=True),
            last.unique(["show"], keep="last", maintain_order=True),
            claims.filter(~pl.col("predicate").is_in([*repeated, "start_year"])),
        ]
    )


def _listing(number: int, row: Mapping[str, str | None]) -> tuple[str, int, int] | None:
    try:
        card = _card(number, row)
    except (BadRowError, UnknownWordError):
        return None  # The row is set aside, with its reason, when its own turn comes.
    return None if card.season is None else (card.show.casefold(), card.season, card.first_year)


def _card(number: int, row: Mapping[str, str | None]) -> _Card:
    name = _SEASON_IN_NAME.sub("", " ".join((row["name"] or "").split()))
    if not name:
        raise BadRowError(field="name", value=row["name"], reason="no name")
    code = row["tv_network"] or ""
    if code not in NETWORKS:
        raise UnknownWordError(source="scorecards", field="tv_network", word=code, row=number)
    year = row["ano"] or ""
    if not re.fullmatch(r"(?:19|20)\d\d", year):
        raise BadRowError(field="ano", value=year, reason="no year")
    cell = " ".join((row["season"] or "").split())
    found = _SEASON.match(cell)
    return _Card(
        show=show_id("scorecards", key_of(NETWORKS[code], name)),
        name=name,
        network=NETWORKS[code],
        season=int(found["last"] or found["first"]) if found else None,
        new=cell == "1",
        first_year=int(year),
        words=" ".join((row["status"] or "").split()),
    )


def _claims(number: int, card: _Card, *, summer_before: bool) -> Iterator[Claim]:
    status = read_status(card.words)
    if status is None:
        raise UnknownWordError(source="scorecards", field="status", word=card.words, row=number)
    days = days_of(status, name=card.name, first_year=card.first_year, summer_before=summer_before)
    yield from _about(card, status, [day for day in days if day])
    for decision, day in zip(status.decisions, days, strict=True):
        yield Claim(
            source="scorecards",
            show=card.show,
            season=card.season,
            predicate=decision.predicate,
            value=_value(card, decision, unaired=status.unaired),
            unit=_unit(decision, unaired=status.unaired),
            valid_from=day,
            valid_to=day,
            known_at=_known_at(card, decision, day),
            wording=card.words if day else f"{card.words} [undated]",
            modality=Modality.RUMOUR if decision.rumour else Modality.EVENT,
        )


def _about(card: _Card, status: Status, days: Sequence[date]) -> Iterator[Claim]:
    """Say what the series is; a new one was first heard of, for all we know, with its first decision."""
    season_end = date(card.first_year + 1, 8, 31)
    first_heard = start_of(min([*days, season_end]) if card.new else date(card.first_year, 9, 1))
    said: list[tuple[Predicate, str]] = [(Predicate.TITLE, card.name), (Predicate.NETWORK, card.network)]
    said += [(Predicate.COUNTRY, country) for country in status.countries]
    said += [(Predicate.LANGUAGE, language) for language in status.languages]
    for predicate, value in said:
        yield Claim(source="scorecards", show=card.show, predicate=predicate, value=value, known_at=first_heard)
    if status.kind:
        yield Claim(
            source="scorecards",
            show=card.show,
            # A later season that is called a miniseries says nothing of the whole.
            season=None if card.new else card.season,
            predicate=Predicate.KIND,
            value=status.kind,
            known_at=first_heard,
            wording=card.words,
        )
    if card.new:
        yield Claim(
            source="scorecards",
            show=card.show,
            predicate=Predicate.START_YEAR,
            value=str(card.first_year),
            valid_from=date(card.first_year, 6, 1),
            valid_to=season_end,
            known_at=first_heard,
            wording=f"TV season {card.first_year}-{(card.first_year + 1) % 100:02}",
        )


def _known_at(card: _Card, decision: Decision, day: date | None) -> datetime:
    if day:
        return start_of(day)
    return start_of(date(card.first_year, 9, 1) if decision.early else date(card.first_year + 1, 8, 31))


def _value(card: _Card, decision: Decision, *, unaired: bool) -> str:
    if card.season is None:
        if decision.predicate is Predicate.CANCELLED:
            return ""
        raise BadRowError(field="season", value=card.words, reason="a decision on a season without a number")
    meant = card.season - unaired + decision.ahead
    if decision.predicate is Predicate.CANCELLED or decision.number is None:
        return str(meant)
    # A season cannot be renewed for itself: where a card says so, it has slipped by one.
    return str(max(decision.number, meant) if decision.predicate is Predicate.RENEWED else decision.number)


def _unit(decision: Decision, *, unaired: bool) -> str:
    if decision.predicate is Predicate.RESCUED:
        return decision.platform
    return "unaired" if unaired and decision.predicate is Predicate.CANCELLED else ""
