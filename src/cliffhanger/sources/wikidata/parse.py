"""Results of Wikidata's queries to claims: one row a statement, the best known first where there are several.

Wikidata dates to the day, the month or the year; a date keeps that precision.
Its start and end are those of the series. What it says is known since it was
read, but for what aired, which was known on its day.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from cliffhanger.domain.clock import start_of
from cliffhanger.domain.errors import BadRowError
from cliffhanger.domain.ids import key_of, show_id
from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.sources.pages import is_pages, load
from cliffhanger.sources.records import need_fields, parse_records
from cliffhanger.sources.said import Speaker, same
from cliffhanger.sources.wikidata import words
from cliffhanger.sources.wikidata.source import SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from cliffhanger.domain.claim import Claim, Judgement
    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch
    from cliffhanger.sources.records import Record

VERSION = "1"
TOGETHER = False

_NEEDED = ("item", "imdb", "property", "value")
_AT = "obtained_at"
_ENTITY = re.compile(r"https?://www\.wikidata\.org/entity/(Q\d+)")
_TIME = re.compile(r"\+?(\d{4})-(\d\d)-(\d\d)T")
_ARTICLE = re.compile(r"https://en\.wikipedia\.org/wiki/(.+)")


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file holds results of Wikidata's queries."""
    return is_pages(snapshot, "wikidata")


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn the results of one visit into claims and declared ids.

    Raises:
        BadFileError: where a page holds no results, or they have lost a column.
    """
    (snapshot,) = snapshots
    rows = [
        _flat(row) | {_AT: page.obtained_at}
        for page in load(snapshot)
        for row in page.json(name=snapshot.name).get("results", {}).get("bindings", [])
    ]
    need_fields(snapshot.name, rows, _NEEDED)
    return parse_records(SOURCE.name, rows, _statement)


def _flat(row: Mapping[str, Any]) -> dict[str, Any]:
    """Turn SPARQL's JSON (a type and a value for each name) into plain texts."""
    return {name: cell.get("value") if isinstance(cell, dict) else cell for name, cell in row.items()}


def _statement(record: Record) -> Iterator[Claim | Judgement]:
    item, value = _entity(record.need("item"), "item"), str(record.need("value"))
    at: datetime = record.fields.pop(_AT)
    imdb, label = record.imdb("imdb"), record.text("label")
    precision = record.text("precision")
    name = str(record.need("property")).rpartition("/")[2]
    show = Speaker(SOURCE.name, show_id("wikidata", item), at, f"{SOURCE.homepage}wiki/{item}")
    yield from show.declares(imdb, evidence=f"Wikidata gives {item} this id (P345)")
    if record.translated(name, dict.fromkeys(words.MEANT, name), "property") is None:
        return
    if name == words.ARTICLE:
        yield from _article(value, imdb, show)
    elif name in words.IDS:
        if imdb:
            other = show_id(words.IDS[name], value)
            yield same(
                other, imdb, author=SOURCE.name, at=at, evidence=f"Wikidata gives {item} both ids ({name}, P345)"
            )
    elif name in {words.START, words.END}:
        yield from _date(name, value, precision, show)
    else:
        yield from _other(name, value, label, show)


def _other(name: str, value: str, label: str, show: Speaker) -> Iterator[Claim]:
    kin = _ENTITY.fullmatch(value)
    own = show.show
    if name == words.BROADCASTER:
        yield from show.network(label)
    elif name in words.PLAIN:
        yield from show.claim(words.PLAIN[name], label or ("" if kin else value.removesuffix(".0").removeprefix("+")))
    elif kin:
        other = show_id("wikidata", kin[1])
        if name == words.FOLLOWS:
            yield from show.claim(Predicate.FOLLOWS, other, wording=label)
        else:
            # Told of this series, and said of the other one: that it follows, or that it is the spin-off.
            theirs = Speaker(SOURCE.name, other, show.known_at, show.url)
            predicate = Predicate.FOLLOWS if name == words.FOLLOWED_BY else Predicate.SPIN_OFF_OF
            yield from theirs.claim(predicate, own)
            yield from theirs.claim(Predicate.TITLE, label)


def _date(name: str, value: str, precision: str, show: Speaker) -> Iterator[Claim]:
    found = _TIME.match(value)
    grain = int(precision) if precision.isdecimal() else 0
    if found is None or grain < words.YEAR:
        return
    year, month, day = int(found[1]), int(found[2]) or 1, int(found[3]) or 1
    first, last, iso = _interval(year, month, day, grain)
    predicate, season = (Predicate.PREMIERE_DATE, 1) if name == words.START else (Predicate.LAST_AIR_DATE, None)
    ahead = start_of(first) > show.known_at
    yield from show.claim(
        predicate,
        iso,
        season=season,
        valid_from=first,
        valid_to=last,
        known_at=min(start_of(last), show.known_at),
        modality=Modality.PLAN if ahead else Modality.EVENT,
    )


def _interval(year: int, month: int, day: int, grain: int) -> tuple[date, date, str]:
    try:
        if grain >= words.DAY:
            exact = date(year, month, day)
            return exact, exact, exact.isoformat()
        if grain == words.MONTH:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), f"{year}-{month:02d}"
        return date(year, 1, 1), date(year, 12, 31), f"{year}"
    except ValueError as error:
        raise BadRowError(field="value", value=f"{year}-{month}-{day}", reason="not a date") from error


def _article(value: str, imdb: str, show: Speaker) -> Iterator[Claim | Judgement]:
    found = _ARTICLE.fullmatch(value)
    if found is None:
        return
    article = show_id("enwiki", key_of(unquote(found[1])))
    yield from show.claim(Predicate.SAME_AS, article, wording=value)
    if imdb:
        yield same(article, imdb, author=SOURCE.name, at=show.known_at, evidence=f"the article of {show.show}")


def _entity(value: object, field: str) -> str:
    found = _ENTITY.fullmatch(str(value))
    if found is None:
        raise BadRowError(field=field, value=value, reason="not an entity of Wikidata")
    return found[1]
