"""TVmaze's interface (https://www.tvmaze.com/api): the index once, every show that changed, and what is scheduled.

The first visit walks the index of all shows, and starts the clock of changes
a month back. Each later one asks which shows changed since the last change
that was pinned, and reads those whole. What it does not get through in one
visit is first in the next: the cursor is a change's own time, by TVmaze's
clock, so nothing falls between two visits whatever our clock says. A show whose
page is older than its change, because a cache on the way still held it, is
read again the next time. The schedule of every episode to come is one page, of
which TVmaze makes a new one a day: it has the dates of all shows at once, of
those, too, whose turn has not come.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cliffhanger.sources.errand import pinned
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.http.manners import Rate
from cliffhanger.sources.pages import PAGES, dump
from cliffhanger.sources.pins import Parcel
from cliffhanger.sources.tvmaze.words import SCHEDULE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cliffhanger.sources.errand import Errand
    from cliffhanger.sources.http.client import Page

RATE = Rate(20, 10.0)
NEEDS_KEY = False
NEEDS: tuple[str, ...] = ()
DEFAULTS: Mapping[str, Any] = {
    "base": "https://api.tvmaze.com",
    # Shows read in one visit, and in one parcel.
    "most": 2000,
    "parcel": 100,
    # Whether the first visit walks the index of all shows, 250 a page.
    "index": True,
    # Whether the schedule of all episodes to come is read, once a day.
    "schedule": True,
}

_WINDOWS = (("day", timedelta(days=1)), ("week", timedelta(days=7)), ("month", timedelta(days=30)))
_MARGIN = timedelta(hours=1)
_SCHEDULED_EVERY = timedelta(days=1)
_EMBEDDED = ("seasons", "episodes", "cast", "crew", "akas")
_GONE = 404


def probe(options: Mapping[str, Any]) -> str:
    """Return the address of one small answer."""
    return f"{options['base']}/shows/1"


def fetch(errand: Errand) -> Iterator[Parcel]:
    """Bring the index if it was never read whole, the shows that changed since the cursor, and a day-old schedule."""
    cursor = dict(errand.cursor)
    if errand.options["index"] and not cursor.get("indexed"):
        for parcel in _index(errand, cursor):
            yield parcel
            cursor = dict(parcel.cursor)
    for parcel in _changed(errand, cursor):
        yield parcel
        cursor = dict(parcel.cursor)
    if errand.options["schedule"]:
        yield from _schedule(errand, cursor)


def _index(errand: Errand, cursor: Mapping[str, Any]) -> Iterator[Parcel]:
    """Walk the pages of the index; the page behind the last is not there, and says so with 404."""
    number = int(cursor.get("page", 0))
    pages: list[Page] = []
    while True:
        errand.told("pages of the index", number, 0)
        try:
            page = errand.client.get(f"{errand.base}/shows", params={"page": number})
        except FetchError as error:
            if error.status != _GONE:
                raise
            break
        page.json()
        if len(pages) >= errand.options["parcel"]:
            yield _parcel(pages, {**cursor, "page": number})
            pages = []
        pages.append(page)
        number += 1
    if pages:
        yield _parcel(pages, {**cursor, "page": number, "indexed": True})


def _changed(errand: Errand, cursor: Mapping[str, Any]) -> Iterator[Parcel]:
    due = _due(errand, cursor.get("since"))
    old = [(str(show), int(cursor["since"])) for show in cursor.get("again", ())]
    some = [*old, *due[: errand.options["most"]]]
    if len(due) > errand.options["most"]:
        left = len(due) - errand.options["most"]
        errand.notes.append(f"{left:,} more shows have changed; the next update goes on with them")
    pages: list[Page] = []
    again: list[str] = []
    for done, (show, changed) in enumerate(some, start=1):
        errand.told("shows that changed", done - 1, len(some))
        try:
            page = _read(errand, show)
        except FetchError as error:
            if error.status != _GONE:
                if pages:
                    yield _parcel(pages, {**cursor, "since": min(some[done - 2][1], changed - 1), "again": again})
                raise
            # Shows are merged and removed.
            continue
        if page.json().get("updated", changed) < changed:
            again.append(show)
        pages.append(page)
        # A parcel never ends between two shows that changed in one second: the second would be passed over.
        ends = done == len(some) or some[done][1] != changed
        if ends and (len(pages) >= errand.options["parcel"] or done == len(some)):
            yield _parcel(pages, {**cursor, "since": changed, "again": again})
            pages = []


def _schedule(errand: Errand, cursor: Mapping[str, Any]) -> Iterator[Parcel]:
    age = errand.started_at.timestamp() - cursor.get("scheduled", 0)
    if age < _SCHEDULED_EVERY.total_seconds():
        return
    errand.told("the schedule", 0, 0)
    page = errand.client.get(f"{errand.base}{SCHEDULE}")
    if not isinstance(page.json(), list):
        raise FetchError(address=page.url, reason="tells of no episodes")
    yield _parcel([page], {**cursor, "scheduled": int(errand.started_at.timestamp())})


def _read(errand: Errand, show: str) -> Page:
    embed = {f"embed[{place}]": name for place, name in enumerate(_EMBEDDED)}
    page = errand.client.get(f"{errand.base}/shows/{show}", params=embed)
    if not isinstance(page.json(), dict):
        raise FetchError(address=page.url, reason="tells of no show")
    return page


def _due(errand: Errand, since: int | None) -> list[tuple[str, int]]:
    """Return the shows that changed after an instant (seconds since 1970), the earliest change first."""
    age = None if since is None else errand.started_at.timestamp() - since
    window = "month"
    if age is not None:
        fitting = (name for name, span in _WINDOWS if age < (span - _MARGIN).total_seconds())
        window = next(fitting, "")
    page = errand.client.get(f"{errand.base}/updates/shows", params={"since": window} if window else None)
    said = page.json()
    if not isinstance(said, dict) or not all(isinstance(at, int) for at in said.values()):
        raise FetchError(address=page.url, reason="tells no show's time of change")
    # A change that claims to come from the future would hide all changes until then.
    latest = int(page.obtained_at.timestamp())
    changes = sorted((min(at, latest), int(show)) for show, at in said.items() if since is None or at > since)
    return [(str(show), at) for at, show in changes]


def _parcel(pages: list[Page], cursor: Mapping[str, Any]) -> Parcel:
    return Parcel(
        files={PAGES: dump(pinned(page) for page in pages)},
        obtained_at=max(page.obtained_at for page in pages),
        urls=(pages[0].url, pages[-1].url),
        cursor=cursor,
    )
