"""TMDB's interface (https://developer.themoviedb.org): the series that changed, each read whole.

Its list of changes goes back two weeks, in no order of time. So the cursor
holds the day up to which the list was read, and the series of it that are
still to be read.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cliffhanger.sources.errand import pinned
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.http.manners import Rate
from cliffhanger.sources.pages import PAGES, dump
from cliffhanger.sources.pins import Parcel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cliffhanger.sources.errand import Errand
    from cliffhanger.sources.http.client import Page

RATE = Rate(20, 1.0)
NEEDS_KEY = True
NEEDS: tuple[str, ...] = ()
DEFAULTS: Mapping[str, Any] = {
    "base": "https://api.themoviedb.org/3",
    # Series read in one visit, and in one parcel.
    "most": 1000,
    "parcel": 100,
    # Days of changes that the first visit asks for.
    "first_days": 2,
}

_LONGEST = 14
_APPENDED = "external_ids,content_ratings,watch/providers"
_GONE = 404


def probe(options: Mapping[str, Any]) -> str:
    """Return the address of one small answer, which needs the key."""
    return f"{options['base']}/configuration"


def fetch(errand: Errand) -> Iterator[Parcel]:
    """Bring the series that changed since the cursor, those left over from the last visit first."""
    today = errand.started_at.date()
    pending, until = list(errand.cursor.get("pending", ())), errand.cursor.get("until")
    since = date.fromisoformat(until) if until else today - timedelta(days=errand.options["first_days"])
    if (today - since).days > _LONGEST:
        errand.notes.append(
            f"TMDB tells of changes for {_LONGEST} days only; those before are read when they change again"
        )
        since = today - timedelta(days=_LONGEST)
    due = list(dict.fromkeys([*pending, *_changed(errand, since, today)]))
    some, rest = due[: errand.options["most"]], due[errand.options["most"] :]
    if rest:
        errand.notes.append(f"{len(rest):,} more series have changed; the next update goes on with them")
    pages: list[Page] = []
    for done, series in enumerate(some, start=1):
        errand.told("series that changed", done - 1, len(some))
        try:
            page = errand.client.get(f"{errand.base}/tv/{series}", params={"append_to_response": _APPENDED})
            page.json()
            pages.append(page)
        except FetchError as error:
            # Series are merged and removed.
            if error.status != _GONE:
                if pages:
                    yield _parcel(pages, due[done - 1 :], today)
                raise
        if pages and (len(pages) >= errand.options["parcel"] or done == len(some)):
            yield _parcel(pages, due[done:], today)
            pages = []


def _changed(errand: Errand, since: date, today: date) -> list[int]:
    """Return the ids of the series that changed in a span of days, both included."""
    found: list[int] = []
    number = pages = 1
    while number <= pages:
        errand.told("pages of changes", number - 1, pages)
        asked: dict[str, str | int] = {"start_date": since.isoformat(), "end_date": today.isoformat(), "page": number}
        page = errand.client.get(f"{errand.base}/tv/changes", params=asked)
        said = page.json()
        try:
            found += [int(each["id"]) for each in said["results"] if not each.get("adult")]
            pages = int(said["total_pages"])
        except (KeyError, TypeError, ValueError) as error:
            raise FetchError(address=page.url, reason="holds no list of changes") from error
        number += 1
    return found


def _parcel(pages: list[Page], pending: list[int], today: date) -> Parcel:
    return Parcel(
        files={PAGES: dump(pinned(page) for page in pages)},
        obtained_at=max(page.obtained_at for page in pages),
        urls=(pages[0].url, pages[-1].url),
        cursor={"until": today.isoformat(), "pending": pending},
    )
