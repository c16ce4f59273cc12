"""A user's own files: from a folder of theirs, or from their own server; brought when they changed."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.http.manners import Rate
from cliffhanger.sources.pins import Parcel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cliffhanger.sources.errand import Errand

RATE = Rate(2, 1.0)
NEEDS_KEY = False
NEEDS: tuple[str, ...] = ("files",)
DEFAULTS: Mapping[str, Any] = {
    # Paths of files, or addresses (http, https).
    "files": [],
    "largest_mb": 1024,
}

_MB = 1 << 20


def probe(options: Mapping[str, Any]) -> str:
    """Return the first address, if any of the files has one."""
    return next((file for file in options["files"] if _is_address(file)), "")


def fetch(errand: Errand) -> Iterator[Parcel]:
    """Bring each file whose bytes changed, a parcel each; one that is not there is named when the others are in."""
    hashes = dict(errand.cursor.get("hashes", {}))
    faults: list[FetchError] = []
    for done, file in enumerate(errand.options["files"]):
        errand.told("files", done, len(errand.options["files"]))
        try:
            content = _content(errand, file)
        except FetchError as error:
            faults.append(error)
            continue
        sha = hashlib.sha256(content).hexdigest()
        if hashes.get(file) == sha:
            continue
        hashes[file] = sha
        name = unquote(urlsplit(file).path.rpartition("/")[2]) if _is_address(file) else Path(file).name
        yield Parcel({name: content}, errand.client.clock(), (file,), {"hashes": dict(hashes)})
    if faults:
        raise faults[0]


def _content(errand: Errand, file: str) -> bytes:
    bound = errand.options["largest_mb"] * _MB
    if _is_address(file):
        return errand.client.get(file, largest=bound).content
    path = Path(file).expanduser()
    try:
        if path.stat().st_size > bound:
            raise FetchError(address=file, reason=f"has more than {bound / _MB:,.0f} MB")
        return path.read_bytes()
    except OSError as error:
        raise FetchError(address=file, reason=error.strerror or str(error)) from error


def _is_address(file: str) -> bool:
    return file.startswith(("http://", "https://"))
