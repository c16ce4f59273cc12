"""Wikimedia's page view service (https://wikimedia.org/api/rest_v1/): views a day of the best known series' articles.

Which article is whose comes from Wikidata. Each article goes on from the day
behind its last one; a new one begins ``first_days`` days back.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from cliffhanger.domain.ids import parts_of
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
NEEDS_KEY = False
NEEDS: tuple[str, ...] = ()
DEFAULTS: Mapping[str, Any] = {
    "base": "https://wikimedia.org/api/rest_v1",
    # Articles that are followed, and read in one parcel.
    "most": 500,
    "parcel": 100,
    "first_days": 60,
}

_NONE = 404
_PATH = "metrics/pageviews/per-article/en.wikipedia/all-access/user"


def probe(options: Mapping[str, Any]) -> str:
    """Return the address of one small answer."""
    return f"{options['base']}/{_PATH}/Television/daily/20260101/20260102"


def fetch(errand: Errand) -> Iterator[Parcel]:
    """Bring the days that are new, up to the day before yesterday, of which the count is whole."""
    titles = [parts_of(key)[0] for key in errand.wanted("enwiki")[: errand.options["most"]]]
    if not titles:
        errand.notes.append("no article is known yet; update wikidata first")
        return
    until = errand.started_at.date() - timedelta(days=2)
    days: dict[str, str] = dict(errand.cursor.get("days", {}))
    due = [title for title in titles if days.get(title, "") < until.isoformat()]
    pages: list[Page] = []
    for done, title in enumerate(due, start=1):
        errand.told("articles", done - 1, len(due))
        last = days.get(title)
        first = (
            date.fromisoformat(last) + timedelta(days=1) if last else until - timedelta(errand.options["first_days"])
        )
        try:
            address = (
                f"{errand.base}/{_PATH}/{quote(title.replace(' ', '_'), safe='')}/daily/{first:%Y%m%d}/{until:%Y%m%d}"
            )
            page = errand.client.get(address)
            page.json()
            pages.append(page)
        except FetchError as error:
            # Nobody looked, or the article was renamed.
            if error.status != _NONE:
                if pages:
                    yield _parcel(pages, days)
                raise
        days[title] = until.isoformat()
        if pages and (len(pages) >= errand.options["parcel"] or done == len(due)):
            yield _parcel(pages, days)
            pages = []


def _parcel(pages: list[Page], days: Mapping[str, str]) -> Parcel:
    return Parcel(
        files={PAGES: dump(pinned(page) for page in pages)},
        obtained_at=max(page.obtained_at for page in pages),
        urls=(pages[0].url, pages[-1].url),
        cursor={"days": dict(days)},
    )
