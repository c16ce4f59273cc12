"""IMDb's data sets (https://developer.imdb.com/non-commercial-datasets/): whole files, loaded only when they changed.

They are made anew every day and tell of every title, so each delivery lands
millions of rows. A delivery is taken at most every ``days`` days, and the bytes
of the last ``keep`` of them are kept.
"""

from __future__ import annotations

import os
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from cliffhanger.sources.http.download import Stamp, download
from cliffhanger.sources.http.manners import Rate
from cliffhanger.sources.pins import Parcel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime
    from pathlib import Path

    from cliffhanger.sources.errand import Errand
    from cliffhanger.sources.http.download import Loaded

RATE = Rate(1, 1.0)
NEEDS_KEY = False
NEEDS: tuple[str, ...] = ()
DEFAULTS: Mapping[str, Any] = {
    "base": "https://datasets.imdbws.com",
    # "title.principals" and "name.basics" bring casts and crews, and load another gigabyte.
    "files": ["title.basics", "title.episode", "title.ratings", "title.akas"],
    "days": 7,
    "keep": 2,
    "largest_mb": 4096,
}

_MB = 1 << 20
_ENDING = ".tsv.gz"


def probe(options: Mapping[str, Any]) -> str:
    """Return the address of the smallest file."""
    return f"{options['base']}/title.ratings{_ENDING}"


def fetch(errand: Errand) -> Iterator[Parcel]:
    """Bring one delivery, where any of its files has changed since the last one."""
    latest = errand.latest
    if latest is not None and errand.started_at - latest.obtained_at < timedelta(days=errand.options["days"]):
        rest = latest.obtained_at + timedelta(days=errand.options["days"])
        errand.notes.append(
            f"the delivery of {latest.obtained_at:%d %B %Y} is young enough; the next is due {rest:%d %B %Y}"
        )
        return
    folder = errand.scratch / "files"
    known = {name: Stamp(**stamp) for name, stamp in errand.cursor.get("stamps", {}).items()}
    held = {name: _kept(errand, name) for name in errand.options["files"]}
    loaded = {name: _load(errand, name, folder, known.get(name) if held[name] else None) for name in held}
    fresh = {name: each for name, each in loaded.items() if each is not None}
    if not fresh:
        return
    files: dict[str, bytes | Path] = {}
    for name, each in loaded.items():
        files[name + _ENDING] = each.path if each else _again(held[name], folder / (name + _ENDING))
    obtained = max(each.obtained_at for each in fresh.values())
    stamps = {name: fresh[name].stamp if name in fresh else known[name] for name in loaded}
    yield Parcel(
        files=files,
        obtained_at=obtained,
        urls=tuple(each.url for each in fresh.values()),
        cursor={"stamps": {name: {"etag": stamp.etag, "modified": stamp.modified} for name, stamp in stamps.items()}},
        known_at=_made(fresh, obtained),
    )


def _load(errand: Errand, name: str, folder: Path, known: Stamp | None) -> Loaded | None:
    return download(
        errand.client,
        f"{errand.base}/{name}{_ENDING}",
        folder / (name + _ENDING),
        known=known,
        largest=errand.options["largest_mb"] * _MB,
        progress=lambda done, total: errand.told(name, done, total),
    )


def _kept(errand: Errand, name: str) -> Path | None:
    """Return where the latest delivery's file lies, if its bytes are still there."""
    if errand.latest is None or name + _ENDING not in errand.latest.files:
        return None
    path = errand.latest.folder / (name + _ENDING)
    return path if path.is_file() else None


def _again(held: Path | None, path: Path) -> Path:
    """Give a file that has not changed a second name, for the new delivery, without copying it."""
    if held is None:
        raise FileNotFoundError(path)
    path.unlink(missing_ok=True)
    os.link(held, path)
    return path


def _made(fresh: Mapping[str, Loaded], obtained: datetime) -> datetime:
    """Return when the server says that the latest file was made, but never later than it was obtained."""
    made = [each.stamp.published_at for each in fresh.values() if each.stamp.published_at]
    return min(max(made, default=obtained), obtained)
