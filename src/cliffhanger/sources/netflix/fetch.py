"""Netflix's Top 10 (https://www.netflix.com/tudum/top10): the whole history in a file, each week anew.

The half-year reports have no address that could be told beforehand: the user
names them, and they are loaded once.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from cliffhanger.sources.http.download import Stamp, download
from cliffhanger.sources.http.manners import Rate
from cliffhanger.sources.pins import Parcel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cliffhanger.sources.errand import Errand

RATE = Rate(1, 1.0)
NEEDS_KEY = False
NEEDS: tuple[str, ...] = ()
DEFAULTS: Mapping[str, Any] = {
    "base": "https://www.netflix.com/tudum/top10/data",
    "files": ["all-weeks-global.tsv", "all-weeks-countries.tsv", "most-popular.tsv"],
    # Addresses of half-year reports, by their own file names (What_We_Watched_....xlsx).
    "reports": [],
}

_LARGEST = 256 << 20


def probe(options: Mapping[str, Any]) -> str:
    """Return the address of the global chart."""
    return f"{options['base']}/{options['files'][0]}" if options["files"] else ""


def fetch(errand: Errand) -> Iterator[Parcel]:
    """Bring every file that changed since it was brought last, a parcel each."""
    stamps = dict(errand.cursor.get("stamps", {}))
    urls = [*(f"{errand.base}/{name}" for name in errand.options["files"]), *errand.options["reports"]]
    for url in urls:
        name = unquote(urlsplit(url).path.rpartition("/")[2])
        known = Stamp(**stamps[url]) if url in stamps else None
        path = errand.scratch / "files" / name
        told = partial(errand.told, name)
        loaded = download(errand.client, url, path, known=known, largest=_LARGEST, progress=told)
        if loaded is None:
            continue
        stamps[url] = {"etag": loaded.stamp.etag, "modified": loaded.stamp.modified}
        yield Parcel({name: loaded.path}, loaded.obtained_at, (loaded.url,), {"stamps": dict(stamps)})
