"""The answers of TVmaze's interface: shows, with their seasons, episodes, people and other names where embedded.

A season that is listed without a date is an early sign of a next one. What
aired was known on its day; a date to come is a plan, known since it was read.
The schedule is read as the shows that it names, each with its episodes to come.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.ids import show_id
from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.sources.batch import SetAside
from cliffhanger.sources.pages import load
from cliffhanger.sources.records import need_fields, parse_records
from cliffhanger.sources.said import Speaker
from cliffhanger.sources.tvmaze.source import SOURCE
from cliffhanger.sources.tvmaze.words import CREATORS, GENRES, LANGUAGES, SCHEDULE, STATUSES, TYPES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from cliffhanger.domain.claim import Claim, Judgement, Observation
    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch
    from cliffhanger.sources.pages import PinnedPage
    from cliffhanger.sources.records import Record

_LISTING = re.compile(r"/shows\?(?:.*&)?page=\d+$")
_NEEDED = ("id", "name", "type", "status", "premiered", "externals", "updated")
_LEFT = (
    "runtime", "averageRuntime", "officialSite", "schedule", "weight", "summary", "updated", "dvdCountry", "_links",
)  # fmt: skip
_AT = "obtained_at"
_HIGHEST = 10


def parse(snapshot: Snapshot) -> Batch:
    """Turn the pages of one visit into claims and observations.

    Raises:
        BadFileError: where a page is no JSON, or the shows have lost a field that every one of them had.
    """
    rows = [row | {_AT: page.obtained_at} for page in load(snapshot) for row in _rows(page, snapshot.name)]
    need_fields(snapshot.name, rows, _NEEDED)
    # A show that moved between two pages while they were read stands on both; the later reading counts.
    last = {row.get("id"): number for number, row in enumerate(rows, start=1)}
    once = [row for number, row in enumerate(rows, start=1) if last[row.get("id")] == number]
    batch = parse_records(SOURCE.name, once, _show)
    if len(once) == len(rows):
        return batch
    twice = next(number for number, row in enumerate(rows, start=1) if last[row.get("id")] != number)
    why = "another page tells of the same show"
    told = SetAside(twice, "id", str(rows[twice - 1]["id"]), why, len(rows) - len(once))
    return replace(batch, rows_read=len(rows), set_aside=(*batch.set_aside, told))


def _rows(page: PinnedPage, name: str) -> Sequence[dict[str, Any]]:
    said = page.json(name=name)
    scheduled = page.url.endswith(SCHEDULE)
    rows = said if scheduled or _LISTING.search(page.url) else [said]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadFileError(name=name, field=page.url, reason="holds no shows")
    return _to_come(rows) if scheduled else rows


def _to_come(episodes: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the shows of a schedule, each once, with its episodes, and with the seasons whose first is among them."""
    shows: dict[Any, dict[str, Any]] = {}
    for episode in episodes:
        holder = episode.get("_embedded")
        show = holder.get("show") if isinstance(holder, dict) else None
        if not isinstance(show, dict):
            show = {}
        known = shows.setdefault(show.get("id"), show | {"_embedded": {"episodes": [], "seasons": []}})
        known["_embedded"]["episodes"].append(episode)
        if episode.get("number") == 1:
            season = {"number": episode.get("season"), "premiereDate": episode.get("airdate")}
            known["_embedded"]["seasons"].append(season)
    return list(shows.values())


def _show(record: Record) -> Iterator[Claim | Observation | Judgement]:
    number, name = record.need("id"), " ".join(str(record.need("name")).split())
    at: datetime = record.fields.pop(_AT)
    show = Speaker(SOURCE.name, show_id("tvmaze", str(number)), at, record.text("url"))
    yield from show.claim(Predicate.TITLE, name)
    yield from _described(record, show)
    yield from show.dated(Predicate.PREMIERE_DATE, record.day("premiered"), season=1)
    yield from show.dated(Predicate.LAST_AIR_DATE, record.day("ended"))
    yield from show.observe(Metric.TVMAZE_RATING, record.inside("rating").number("average", highest=_HIGHEST))
    ids = record.inside("externals")
    ids.drop("tvrage", "thetvdb")
    yield from show.declares(ids.imdb("imdb"), evidence=f"TVmaze lists the id among those of {show.show}")
    embedded = record.inside("_embedded")
    for season in embedded.each("seasons"):
        yield from _season(season, show)
    for episode in embedded.each("episodes"):
        yield from _episode(episode, show)
    yield from _people(embedded, show)
    record.drop(*_LEFT)


def _described(record: Record, show: Speaker) -> Iterator[Claim]:
    kind, status = record.text("type"), record.text("status")
    yield from show.claim(Predicate.KIND, record.translated(kind, TYPES, "type") or "" if kind else "", wording=kind)
    meant = record.translated(status, STATUSES, "status") if status else None
    yield from show.claim(Predicate.STATUS, meant or "", wording=status)
    yield from show.claim(Predicate.LANGUAGE, record.word("language", LANGUAGES) or "")
    for genre in record.words("genres", GENRES, field="genre"):
        yield from show.claim(Predicate.GENRE, genre)
    for carrier in (record.inside("network"), record.inside("webChannel")):
        yield from show.network(carrier.text("name"))
        yield from show.claim(Predicate.COUNTRY, carrier.inside("country").text("code"))
        carrier.drop("id", "officialSite")
        for country in carrier.inner:
            country.drop("name", "timezone")
    image = record.inside("image")
    yield from show.claim(Predicate.IMAGE, image.text("original"))
    image.drop("medium")


def _season(record: Record, show: Speaker) -> Iterator[Claim]:
    number = record.number("number", lowest=1)
    if number is None:
        record.fields.clear()
        return
    season = int(number)
    first, last, count = record.day("premiereDate"), record.day("endDate"), record.number("episodeOrder", lowest=1)
    if first and last and last < first:
        last = None
    yield from show.dated(Predicate.PREMIERE_DATE, first, season=season)
    yield from show.dated(Predicate.FINALE_DATE, last, season=season)
    if count is not None:
        yield from show.claim(Predicate.EPISODE_COUNT, str(int(count)), season=season)
    if first is None or first > show.known_at.date():
        yield from show.claim(Predicate.NEXT_SEASON_LISTED, str(season), season=season)
    record.fields.clear()


def _episode(record: Record, show: Speaker) -> Iterator[Claim]:
    season, number = record.number("season", lowest=1), record.number("number", lowest=1)
    # A special has no number.
    if season is not None and number is not None:
        place = {"season": int(season), "episode": int(number)}
        yield from show.dated(Predicate.PREMIERE_DATE, record.day("airdate"), **place)
    record.fields.clear()


def _people(embedded: Record, show: Speaker) -> Iterator[Claim]:
    for each in embedded.each("cast"):
        who, part = each.inside("person"), each.inside("character")
        yield from show.claim(Predicate.CAST, who.text("name"), unit=part.text("name"))
        _leave(each, who, part)
    for each in embedded.each("crew"):
        who, job = each.inside("person"), each.text("type")
        creates = job in CREATORS
        predicate = Predicate.CREATOR if creates else Predicate.CREW
        yield from show.claim(predicate, who.text("name"), unit="" if job == "Creator" else job)
        _leave(each, who)
    for other in embedded.each("akas"):
        yield from show.claim(Predicate.ALIAS, other.text("name"))
        _leave(other)


def _leave(*records: Record) -> None:
    """Leave what is told of a person or another name beyond the show."""
    for record in records:
        record.fields.clear()
