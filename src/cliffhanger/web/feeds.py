"""Feeds: what changed, premieres as a calendar, statuses for a media server."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from cliffhanger.outlook import events, lists
from cliffhanger.outlook.feeds import media_server, premieres
from cliffhanger.outlook.feeds.syndication import ATOM_TYPE, RSS_TYPE, Entry, Feed, atom, rss
from cliffhanger.web import schemas
from cliffhanger.web.answer import Answer
from cliffhanger.web.asking import JSON, AsOf, found, newsroom_of
from cliffhanger.web.templates import address, show_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cliffhanger.outlook.desk import Desk
    from cliffhanger.outlook.event import Event

router = APIRouter(tags=["feeds"])

MOST_WATCHED = 100
"""Shows of one feed, at most."""

QUARTER = timedelta(days=92)
"""How far the feed of a watch list looks back."""

Form = Literal["rss", "atom"]
_NAMED = Query(max_length=MOST_WATCHED, description="Ids or titles of shows, one a parameter.")
Shows = Annotated[list[str], _NAMED]
SomeShows = Annotated[list[str] | None, _NAMED]

_WRITERS = {
    "rss": (rss, RSS_TYPE),
    "atom": (atom, ATOM_TYPE),
}


@router.get("/feeds/changes.{form}", **schemas.files("application/rss+xml", "application/atom+xml"))
async def changes(request: Request, form: Form, as_of: AsOf) -> Response:
    """What changed in the week before a day: the series of the board."""
    newsroom, base = newsroom_of(request), _base(request)

    def make(desk: Desk) -> Answer:
        del desk
        told = newsroom.changes(as_of)
        return _feed(form, "Cliffhanger: what changed", told, (base, f"/feeds/changes.{form}"), as_of)

    return await found(request, ("feed", form, as_of, base), make, slow=True)


@router.get("/feeds/watch.{form}", **schemas.files("application/rss+xml", "application/atom+xml"))
async def watch(request: Request, form: Form, show: Shows, as_of: AsOf) -> Response:
    """What changed in the quarter before a day: the shows of a watch list."""
    base, names = _base(request), tuple(show)

    def make(desk: Desk) -> Answer:
        shows = [row.show for row in lists.look_up(desk, names, as_of).rows]
        told = events.changes(desk, as_of - QUARTER, as_of, shows=shows)[::-1] if shows else ()
        where = (base, address(f"/feeds/watch.{form}", show=list(names)))
        return _feed(form, "Cliffhanger: your watch list", told, where, as_of)

    return await found(request, ("watch", form, names, as_of, base), make, slow=True)


@router.get("/calendar.ics", **schemas.files("text/calendar"))
async def calendar(request: Request, show: Shows, as_of: AsOf) -> Response:
    """Confirmed premieres as events, forecast windows as tentative ones."""
    base, names = _base(request), tuple(show)

    def make(desk: Desk) -> Answer:
        made = lists.look_up(desk, names, as_of)
        dossiers = [desk.outlook(row.show, as_of) for row in made.rows]
        items = [premieres.of_dossier(dossier, base + show_path(dossier.show.id)) for dossier in dossiers]
        return Answer.of(premieres.calendar(items, known_to=as_of), premieres.CALENDAR_TYPE)

    return await found(request, ("calendar", names, as_of, base), make)


@router.get("/status.json", **schemas.gives("Statuses"))
async def statuses(request: Request, as_of: AsOf, show: SomeShows = None) -> Response:
    """The status of every series, or of some, for a media server."""
    names = tuple(show or ())

    def make(desk: Desk) -> Answer:
        rows = media_server.status_list(_rows(desk, as_of, names))
        return Answer.of(json.dumps({"as_of": as_of.isoformat(), "series": rows}, ensure_ascii=False), JSON)

    return await found(request, ("status", "json", names, as_of), make, slow=True)


@router.get("/status.yml", **schemas.files("application/yaml"))
async def overlays(
    request: Request, as_of: AsOf, show: SomeShows = None, by: media_server.By = media_server.By.STATUS
) -> Response:
    """The same as an overlay file for Kometa, by status or by whether it is safe to start."""
    names = tuple(show or ())

    def make(desk: Desk) -> Answer:
        return Answer.of(media_server.kometa(_rows(desk, as_of, names), by=by), "application/yaml")

    return await found(request, ("status", "yml", names, as_of, by), make, slow=True)


def _rows(desk: Desk, as_of: date, names: tuple[str, ...]) -> tuple[media_server.Row, ...]:
    if not names:
        return media_server.gather(desk, as_of)
    return media_server.gather(desk, as_of, [row.show for row in lists.look_up(desk, names, as_of).rows])


def _feed(form: str, title: str, events: Iterable[Event], where: tuple[str, str], known_to: date) -> Answer:
    base, own = where
    entries = tuple(
        Entry(
            id=event.id, title=f"{event.title}: {event.what}", summary=event.sentence, url=base + show_path(event.show),
            updated=event.day, categories=(str(event.kind), event.show),
        )
        for event in events
    )  # fmt: skip
    feed = Feed(
        title=title, subtitle="Each entry's page has the evidence.", home=f"{base}/", address=base + own,
        updated=known_to, entries=entries,
    )  # fmt: skip
    write, media_type = _WRITERS[form]
    return Answer.of(write(feed), media_type)


def _base(request: Request) -> str:
    return str(request.base_url).rstrip("/")
