"""The API: the outlook's own objects as JSON, and problems where something is wrong."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from cliffhanger.domain.dates import parse_day
from cliffhanger.domain.errors import BadDateError, BadIdError
from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import board, chart, lists, platform_page, scoreboard
from cliffhanger.outlook.render.jsons import as_object
from cliffhanger.web import reading, schemas, views
from cliffhanger.web.answer import Answer, send
from cliffhanger.web.asking import JSON, AsOf, Room, found
from cliffhanger.web.newsroom import LATELY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.outlook.desk import Desk

router = APIRouter(prefix="/api")

STEP = 100
"""Rows of one answer, unless fewer or more are asked for."""

MOST_STEP = 1000
LONGEST_BACK = timedelta(days=366)
"""How far "what changed" may look back."""

Limit = Annotated[int, Query(ge=1, le=MOST_STEP, description="Rows of one answer.")]
Cursor = Annotated[
    str | None, Query(max_length=100, description="Where to go on: the member 'next' of the answer before.")
]
Name = Annotated[str, Query(max_length=100)]


@router.get("/outlook/{show}", **schemas.gives("Dossier"))
async def outlook(request: Request, show: str, as_of: AsOf) -> Response:
    """Everything that is said of one show: odds, window, reasons, look-alikes, and every fact with its source."""

    def make(desk: Desk) -> Answer:
        return _json(as_object(desk.outlook(show, as_of)))

    return await found(request, ("api outlook", show, as_of), make)


@router.get("/search", **schemas.gives("Hits"))
async def search(
    request: Request, newsroom: Room, q: Annotated[str, Query(min_length=1, max_length=200)], limit: Limit = 10
) -> Response:
    """Series for a title, an alias, an id or a person, with slips forgiven."""
    hits = await run_in_threadpool(newsroom.suggest, q, min(limit, MOST_STEP))
    return send(_json({"hits": [asdict(hit) for hit in hits]}), request, newsroom.edition.opened_at)


@router.get("/series", **schemas.gives("Rows"))
async def series(  # noqa: PLR0913, PLR0917 - one argument a part of the question
    request: Request,
    newsroom: Room,
    as_of: AsOf,
    platform: Name = "",
    state: Annotated[list[State] | None, Query()] = None,
    every: Annotated[bool, Query(description="Every series, not only those of the board; takes some seconds.")] = False,  # noqa: FBT002 - a query's flag
    limit: Limit = STEP,
    cursor: Cursor = None,
) -> Response:
    """Where series stand: the board's, or every one, a row each."""
    after, states = _after(cursor), tuple(state or ())

    def make(desk: Desk) -> Answer:
        del desk
        made = newsroom.everything(as_of) if every else newsroom.recent(as_of)
        rows = board.chosen(made.rows, platform=platform, states=states, order="title")
        shown, following = _page(rows, after, limit)
        return _json({"as_of": as_of, "total": len(rows), "series": [asdict(row) for row in shown], "next": following})

    return await found(request, ("api series", as_of, platform, states, every, limit, after), make, slow=True)


@router.get("/platforms", **schemas.gives("Platforms"))
async def platforms(request: Request, newsroom: Room, as_of: AsOf) -> Response:
    """The platforms of the board's series."""

    def make(desk: Desk) -> Answer:
        del desk
        counted = board.platforms(newsroom.recent(as_of).rows)
        return _json({"as_of": as_of, "platforms": [{"name": name, "series": count} for name, count in counted]})

    return await found(request, ("api platforms", as_of), make)


@router.get("/platforms/{name:path}", **schemas.gives("Platform"))
async def platform(request: Request, name: str, as_of: AsOf) -> Response:
    """A platform's record, its bar, and its slate."""

    def make(desk: Desk) -> Answer:
        return _json(asdict(platform_page.lay_out(desk, name, as_of)))

    return await found(request, ("api platform", name, as_of), make, slow=True)


@router.get("/charts/{platform:path}", **schemas.gives("Charts"))
async def charts(
    request: Request, platform: str, as_of: AsOf, week: Annotated[str | None, Query(max_length=20)] = None,
    territory: Annotated[str, Query(max_length=20)] = "",
) -> Response:  # fmt: skip
    """A platform's weekly lists: places, movement, streaks, weeks at number one."""
    wanted = parse_day(week) if week else None

    def make(desk: Desk) -> Answer:
        made = views.charts(desk, platform, as_of, week=wanted, territory=territory)
        return _json(
            {"platform": platform, "weeks": made.weeks, "charts": chart.as_json(made.charts), "why_not": made.why_not}
        )

    return await found(request, ("api charts", platform, as_of, wanted, territory), make, slow=True)


@router.get("/slate", **schemas.gives("Slate"))
async def slate(
    request: Request,
    as_of: AsOf,
    show: Annotated[list[str], Query(max_length=lists.MOST, description="Titles or ids.")],
) -> Response:
    """Where the named shows stand, and how many of them to expect back."""
    names = lists.names_in("\n".join(show))

    def make(desk: Desk) -> Answer:
        return _json(asdict(lists.look_up(desk, names, as_of)))

    return await found(request, ("api slate", names, as_of), make)


@router.get("/changes", **schemas.gives("Events"))
async def changes(
    request: Request, newsroom: Room, as_of: AsOf, since: Annotated[str | None, Query(max_length=20)] = None
) -> Response:
    """What changed for the board's series since a day; in the week before by default."""
    first = parse_day(since) if since else as_of - LATELY
    if not as_of - LONGEST_BACK <= first < as_of:
        raise BadDateError(text=first.isoformat(), reason="changes are told of up to a year before 'as_of'")

    def make(desk: Desk) -> Answer:
        del desk
        told = newsroom.changes(as_of, as_of - first)
        events = [{"id": event.id, **asdict(event)} for event in told]
        return _json({"since": first, "until": as_of, "events": events})

    return await found(request, ("api changes", first, as_of), make, slow=True)


class ToRead(BaseModel):
    """An article to read: its text, a headline or a page's HTML; or its address."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(max_length=reading.LONGEST)] = ""
    url: Annotated[str, Field(max_length=2000)] = ""
    title: Annotated[str, Field(max_length=500)] = ""
    published: Annotated[str, Field(max_length=40)] = ""


@router.post("/read", **schemas.gives("Reading"))
async def read(request: Request, newsroom: Room, article: Annotated[ToRead, Body()]) -> Response:
    """What an article says: dated claims, each with the words that make it. Nothing is kept."""
    asked = reading.Asked(article.text, article.url, article.title, article.published)
    said = await run_in_threadpool(reading.read, newsroom, asked)
    del request
    from cliffhanger.reader import interface  # noqa: PLC0415 - only where something was read

    return Response(interface.dumps(interface.as_json(said.reading)), media_type=JSON)


@router.get("/scoreboard", **schemas.gives("Scoreboard"))
async def scores(request: Request, newsroom: Room) -> Response:
    """How good the forecasts were: ten years asked again, with what was known then."""
    del newsroom

    def make(desk: Desk) -> Answer:
        del desk
        return Answer.of(scoreboard.SHIPPED.read_bytes(), JSON)

    return await found(request, ("api scoreboard",), make)


@router.get("/record", **schemas.gives("Record"))
async def record(request: Request, newsroom: Room, limit: Limit = STEP, cursor: Cursor = None) -> Response:
    """The forecasts that were issued, each chained to the one before by its hash."""
    after = _after(cursor)

    def make(desk: Desk) -> Answer:
        del desk
        issued = views.issued(newsroom.ledger)
        shown, following = _page(issued, after, limit)
        return _json({"total": len(issued), "forecasts": shown, "next": following})

    return await found(request, ("api record", newsroom.issued(), limit, after), make)


def _page(items: Sequence[Any], after: int, limit: int) -> tuple[Sequence[Any], str | None]:
    """Return the items behind a place, and the cursor of the next answer, or None at the end."""
    end = after + limit
    following = base64.urlsafe_b64encode(f"after {end}".encode()).decode() if end < len(items) else None
    return items[after:end], following


def _after(cursor: str | None) -> int:
    """Return the place that a cursor names.

    Raises:
        BadIdError: where it is none that an answer gave.
    """
    if not cursor:
        return 0
    try:
        word, _, number = base64.urlsafe_b64decode(cursor.encode()).decode().partition(" ")
        if word == "after" and number.isascii() and number.isdecimal():
            return int(number)
    except (binascii.Error, ValueError):
        pass
    raise BadIdError(text=cursor[:100], reason="it is no cursor that an answer gave")


def _json(data: dict[str, Any]) -> Answer:
    return Answer.of(json.dumps(data, ensure_ascii=False, default=_plain, separators=(",", ":")), JSON)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset | set):
        return sorted(value)
    msg = f"{type(value).__name__} cannot stand in JSON"
    raise TypeError(msg)
