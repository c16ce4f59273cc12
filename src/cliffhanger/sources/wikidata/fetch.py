"""Wikidata's query service (https://query.wikidata.org): the series of the ledger, in batches, over and over.

It allows a minute of work a minute: one query at a time, small ones, by a
client that says who it is. Each visit goes on behind the last id of the one
before, and starts over at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cliffhanger.sources.errand import pinned
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.http.manners import Rate
from cliffhanger.sources.pages import PAGES, dump
from cliffhanger.sources.pins import Parcel
from cliffhanger.sources.wikidata.words import PROPERTIES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cliffhanger.sources.errand import Errand
    from cliffhanger.sources.http.client import Page

RATE = Rate(1, 2.0)
NEEDS_KEY = False
NEEDS: tuple[str, ...] = ()
DEFAULTS: Mapping[str, Any] = {
    "base": "https://query.wikidata.org/sparql",
    # Series asked for in one visit, the best known ones first, and in one query.
    "most": 2000,
    "batch": 100,
}

_HEADERS = {"Accept": "application/sparql-results+json"}
_QUERY = """
SELECT ?item ?imdb ?property ?value ?label ?precision WHERE {
  VALUES ?imdb { %(ids)s }
  ?item wdt:P345 ?imdb .
  { VALUES ?property { %(properties)s }
    ?claim wikibase:directClaim ?property ; wikibase:claim ?p ;
           wikibase:statementValue ?psv ; wikibase:statementProperty ?ps .
    ?item ?p ?statement . ?statement a wikibase:BestRank ; ?ps ?value .
    OPTIONAL { ?statement ?psv ?node . ?node wikibase:timePrecision ?precision }
    OPTIONAL { ?value rdfs:label ?label FILTER(LANG(?label) = "en") } }
  UNION
  { ?value schema:about ?item ; schema:isPartOf <https://en.wikipedia.org/> . BIND("article" AS ?property) }
}
"""


def probe(options: Mapping[str, Any]) -> str:
    """Return the address of the smallest query."""
    return f"{options['base']}?query=ASK%20%7B%7D&format=json"


def query(ids: list[str]) -> str:
    """Return the query for series by their IMDb ids, with the precision of dates and English names."""
    return _QUERY % {
        "ids": " ".join(f'"{imdb}"' for imdb in ids),
        "properties": " ".join(f"wdt:{name}" for name in PROPERTIES),
    }


def fetch(errand: Errand) -> Iterator[Parcel]:
    """Bring the next series of the ledger, a query a parcel."""
    wanted = [imdb for imdb in errand.wanted("imdb") if imdb.startswith("tt") and imdb[2:].isdecimal()]
    if not wanted:
        errand.notes.append("there is no series in the ledger yet to ask for; update imdb or tvmaze first")
        return
    wanted = wanted[: max(errand.options["most"], 1)]
    start = int(errand.cursor.get("next", 0))
    start = 0 if start >= len(wanted) else start
    for place in range(start, len(wanted), errand.options["batch"]):
        some = wanted[place : place + errand.options["batch"]]
        errand.told("series", place, len(wanted))
        page = _asked(errand, some)
        yield Parcel(
            files={PAGES: dump([pinned(page)])},
            obtained_at=page.obtained_at,
            urls=(errand.base,),
            cursor={"next": place + len(some)},
        )


def _asked(errand: Errand, some: list[str]) -> Page:
    page = errand.client.get(errand.base, params={"query": query(some), "format": "json"}, headers=_HEADERS)
    said = page.json()
    if not isinstance(said, dict) or not isinstance(said.get("results"), dict):
        raise FetchError(address=errand.base, reason="holds no results of a query")
    return page
