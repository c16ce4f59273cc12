"""Large files into a file: only if changed, resumed where they broke off, never more than a bound."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import httpx2

from cliffhanger.sources.http.client import shown
from cliffhanger.sources.http.faults import Fault, FaultError, instant
from cliffhanger.sources.http.manners import MB

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from cliffhanger.sources.http.client import Client

LARGEST = 4 << 30
"""Bytes that a file may have unless a source says otherwise."""

_GZIP_MAGIC = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a server tells one version of a file from another.

    Attributes:
        etag: its ETag, or empty.
        modified: its Last-Modified, or empty.
    """

    etag: str = ""
    modified: str = ""

    def asking(self) -> dict[str, str]:
        """Return the headers that ask for the file only if it is another version."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}

    def resuming(self, start: int) -> dict[str, str]:
        """Return the headers that ask for the rest of this version, or for all of another (RFC 9110, 13.1.5)."""
        validator = self.etag if self.etag and not self.etag.startswith("W/") else self.modified
        return {"Range": f"bytes={start}-", "If-Range": validator} if start and validator else {}

    @property
    def published_at(self) -> datetime | None:
        """When the server says that the file was made, or None."""
        return instant(self.modified)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A file that has been loaded whole.

    Attributes:
        path: where it lies.
        url: the address.
        stamp: its version.
        obtained_at: when; never too early.
    """

    path: Path
    url: str
    stamp: Stamp
    obtained_at: datetime


def download(  # noqa: PLR0913 - what a download can be told
    client: Client,
    url: str,
    path: Path,
    *,
    known: Stamp | None = None,
    largest: int = LARGEST,
    progress: Callable[[int, int], None] | None = None,
) -> Loaded | None:
    """Load a file, or return None where it is the version that is known already.

    What broke off lies beside ``path`` and is carried on from, now or in a
    later run, as long as the server still has the same version.

    Args:
        client: the source's client.
        url: the address.
        path: where to; appears when it is whole.
        known: the version that is here already.
        largest: bytes that it may have.
        progress: told the bytes that are here and the bytes there will be, or 0 where nobody says.

    Raises:
        FetchError: where it does not come whole and within bounds after all attempts.
    """
    unfinished = path.with_name(f"{path.name}.part")
    note = path.with_name(f"{path.name}.part.json")

    def once() -> Loaded | None:
        begun = _begun(unfinished, note)
        start = unfinished.stat().st_size if begun else 0
        # As it is: what is resumed must count the same bytes, and such files are packed already.
        headers = {"Accept-Encoding": "identity", **((begun or Stamp()).resuming(start) or (known or Stamp()).asking())}
        with client.plain.stream("GET", url, headers=headers) as response:
            if response.status_code == httpx2.codes.NOT_MODIFIED:
                return None
            if response.status_code == httpx2.codes.RANGE_NOT_SATISFIABLE:
                unfinished.unlink(missing_ok=True)
                raise FaultError(Fault("the file changed while it was loaded", again=True))
            at = client.arrived(response)
            stamp = Stamp(response.headers.get("etag", ""), response.headers.get("last-modified", ""))
            resumed = response.status_code == httpx2.codes.PARTIAL_CONTENT
            start = start if resumed else 0
            note.write_text(json.dumps(asdict(stamp)), encoding="utf-8")
            _append(client, response, unfinished, start, largest, progress)
        _whole(unfinished)
        unfinished.replace(path)
        note.unlink(missing_ok=True)
        return Loaded(path, shown(url, client.secret), stamp, at)

    path.parent.mkdir(parents=True, exist_ok=True)
    return client.attempt(url, once)


def _begun(unfinished: Path, note: Path) -> Stamp | None:
    """Return the version of which a part lies here, or None."""
    try:
        return Stamp(**json.loads(note.read_text(encoding="utf-8"))) if unfinished.stat().st_size else None
    except (OSError, ValueError, TypeError):
        return None


def _append(  # noqa: PLR0913, PLR0917 - one place writes the file
    client: Client,
    response: httpx2.Response,
    path: Path,
    start: int,
    largest: int,
    progress: Callable[[int, int], None] | None,
) -> None:
    length = response.headers.get("content-length", "")
    total = start + int(length) if length.isdecimal() else 0
    if total > largest:
        raise FaultError(Fault(f"the file has {total / MB:,.0f} MB, more than the {largest / MB:,.0f} MB allowed"))
    here = start
    with path.open("r+b" if start else "wb") as file:
        file.seek(start)
        file.truncate()
        for piece in client.pieces(response):
            here += len(piece)
            if here > largest:
                raise FaultError(Fault(f"the file has more than the {largest / MB:,.0f} MB allowed"))
            file.write(piece)
            if progress:
                progress(here, total)
        file.flush()
        os.fsync(file.fileno())
    if total and here != total:
        raise FaultError(Fault(f"{here:,} of {total:,} bytes came", again=True))


def _whole(path: Path) -> None:
    """Unpack a gzip to nowhere: one that is cut is loaded again, and never pinned."""
    with path.open("rb") as file:
        if file.read(2) != _GZIP_MAGIC:
            return
        file.seek(0)
        unpacker = gzip.GzipFile(fileobj=file)
        try:
            while unpacker.read(4 * MB):
                pass
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            path.unlink()
            raise FaultError(Fault(f"the file is a gzip that is cut short or damaged ({error})", again=True)) from error
