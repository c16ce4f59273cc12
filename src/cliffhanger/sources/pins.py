"""Pinned snapshots on disk: what was fetched, with its hash, time and terms, before anything parses it.

    snapshots/<source>/<number>-<time>-<key>/pin.json, and the files that it names
    snapshots/<source>/status.json

A pin appears whole or not at all, and never changes but for its cursor: where
the next fetch goes on.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import uuid
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.source import Snapshot

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cliffhanger.domain.source import Source

MANIFEST = "pin.json"
STATUS = "status.json"

_UNFINISHED = ".unfinished-"


@dataclass(frozen=True, slots=True)
class Parcel:
    """What a fetch brings home, to be pinned as one delivery.

    Attributes:
        files: their names, each with its bytes, or with the file that it was loaded into, which is moved.
        obtained_at: when the last of them came.
        urls: where they came from, without keys.
        cursor: from where the next fetch goes on; plain JSON.
        known_at: the instant of which the source says that it speaks, or None.
    """

    files: Mapping[str, bytes | Path] = field(repr=False)
    obtained_at: datetime
    urls: tuple[str, ...]
    cursor: Mapping[str, Any] = field(default_factory=dict)
    known_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Pin:
    """One pinned delivery.

    Attributes:
        folder: where it lies.
        source: the source's name.
        files: name of each file, with its hash and size.
        obtained_at: when it came.
        known_at: the instant of which it speaks, or None.
        urls: where it came from.
        licence: name and address of the terms under which it came.
        cursor: from where the next fetch goes on.
    """

    folder: Path
    source: str
    files: Mapping[str, tuple[str, int]]
    obtained_at: datetime
    known_at: datetime | None
    urls: tuple[str, ...]
    licence: Mapping[str, str]
    cursor: Mapping[str, Any]

    @property
    def key(self) -> str:
        """Hash of source and bytes: a batch of the ledger bears it too."""
        return delivery_key(self.source, [sha for sha, _ in self.files.values()])

    @property
    def size(self) -> int:
        """Bytes of all its files."""
        return sum(size for _, size in self.files.values())

    @property
    def whole(self) -> bool:
        """Whether its bytes are still there; old ones may have been let go."""
        return all((self.folder / name).is_file() for name in self.files)

    def snapshots(self) -> tuple[Snapshot, ...]:
        """Return its files, each held to its hash.

        Raises:
            BadFileError: where one is not there, or is not as it was pinned.
        """
        return tuple(self._snapshot(name, sha) for name, (sha, _) in sorted(self.files.items()))

    def _snapshot(self, name: str, sha: str) -> Snapshot:
        try:
            return Snapshot(name, self.folder / name, self.obtained_at, self.known_at, sha)
        except OSError as error:
            raise BadFileError(name=str(self.folder / name), reason=error.strerror or str(error)) from error
        except ValueError as error:
            raise BadFileError(name=str(self.folder / name), reason="is not as it was pinned") from error


@dataclass(frozen=True, slots=True)
class Status:
    """What became of a source's last errands.

    Attributes:
        tried_at: when it was asked last, ISO, or empty.
        reached_at: when that last went well, ISO, or empty.
        fault: what was wrong the last time, or empty.
        calls: requests of the last errand.
        refused: the pins that a parser refused, each with that parser's version.
        read: the pins whose articles have been read, for a source that is read and not parsed.
    """

    tried_at: str = ""
    reached_at: str = ""
    fault: str = ""
    calls: int = 0
    refused: Mapping[str, str] = field(default_factory=dict)
    read: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Pins:
    """The folder of all pins.

    Attributes:
        root: the folder.
    """

    root: Path

    def of(self, source: str) -> list[Pin]:
        """Return a source's pins, the oldest first."""
        folders = sorted(path for path in (self.root / source).glob("[0-9]*") if (path / MANIFEST).is_file())
        return [read(folder) for folder in folders]

    def latest(self, source: str) -> Pin | None:
        """Return a source's latest pin, or None."""
        pins = self.of(source)
        return pins[-1] if pins else None

    def keep(self, source: Source, parcel: Parcel) -> Pin:
        """Pin a parcel; bytes that are the latest pin already are not pinned twice, only their cursor moves on.

        Raises:
            OSError: where the disk is full or cannot be written; nothing is pinned then.
        """
        home = self.root / source.name
        home.mkdir(parents=True, exist_ok=True)
        unfinished = home / f"{_UNFINISHED}{uuid.uuid4().hex}"
        unfinished.mkdir()
        try:
            files = {name: _put(unfinished / name, given) for name, given in parcel.files.items()}
            pin = Pin(
                folder=unfinished,
                source=source.name,
                files=files,
                obtained_at=parcel.obtained_at,
                known_at=parcel.known_at,
                urls=parcel.urls,
                licence={"name": source.licence.name, "url": source.licence.url},
                cursor=parcel.cursor,
            )
            latest = self.latest(source.name)
            if latest is not None and latest.key == pin.key:
                _write(latest.folder / MANIFEST, _as_json(replace(latest, cursor=pin.cursor)))
                return replace(latest, cursor=pin.cursor)
            _write(unfinished / MANIFEST, _as_json(pin))
            # Numbered, so that their order does not hang on a clock that may be set back.
            number = int(latest.folder.name.partition("-")[0]) + 1 if latest else 1
            stamp = parcel.obtained_at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
            folder = home / f"{number:06d}-{stamp}-{pin.key[:8]}"
            unfinished.rename(folder)
            _settle(home)
            return replace(pin, folder=folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)

    def tidy(self, source: str, *, keep: int) -> None:
        """Remove what a killed run left, and let go of the bytes of all but the latest pins.

        Args:
            source: the source's name.
            keep: how many pins keep their bytes; 0 keeps them all.
        """
        for left in (self.root / source).glob(f"{_UNFINISHED}*"):
            shutil.rmtree(left, ignore_errors=True)
        for pin in self.of(source)[:-keep] if keep else ():
            for name in pin.files:
                (pin.folder / name).unlink(missing_ok=True)

    def status(self, source: str) -> Status:
        """Return what became of a source's last errands."""
        try:
            return Status(**json.loads((self.root / source / STATUS).read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return Status()

    def note(self, source: str, status: Status) -> None:
        """Write down what became of an errand."""
        (self.root / source).mkdir(parents=True, exist_ok=True)
        _write(self.root / source / STATUS, json.dumps(asdict(status), indent=1))


def read(folder: Path) -> Pin:
    """Read a pin's manifest; its bytes are read by :meth:`Pin.snapshots`.

    Raises:
        BadFileError: where there is none, or none that can be read.
    """
    try:
        said = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return Pin(
            folder=folder,
            source=said["source"],
            files={_plain(name): (each["sha256"], each["size"]) for name, each in said["files"].items()},
            obtained_at=datetime.fromisoformat(said["obtained_at"]),
            known_at=datetime.fromisoformat(said["known_at"]) if said["known_at"] else None,
            urls=tuple(said["urls"]),
            licence=said["licence"],
            cursor=said["cursor"],
        )
    except OSError as error:
        raise BadFileError(name=str(folder), reason=f"is no snapshot: {error.strerror or error}") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise BadFileError(name=str(folder / MANIFEST), reason="is damaged") from error


def delivery_key(source: str, hashes: list[str]) -> str:
    """Hash a source's name and the hashes of a delivery's files, whatever they are called and wherever they lie."""
    return hashlib.sha256("\n".join([source, *sorted(hashes)]).encode()).hexdigest()[:32]


def _as_json(pin: Pin) -> str:
    said = {
        "source": pin.source,
        "obtained_at": pin.obtained_at.astimezone(UTC).isoformat(),
        "known_at": pin.known_at.astimezone(UTC).isoformat() if pin.known_at else None,
        "licence": dict(pin.licence),
        "urls": list(pin.urls),
        "files": {name: {"sha256": sha, "size": size} for name, (sha, size) in sorted(pin.files.items())},
        "cursor": dict(pin.cursor),
    }
    return json.dumps(said, indent=1) + "\n"


def _plain(name: str) -> str:
    """Refuse a name that leads out of the pin's folder: a snapshot may have come from somebody else."""
    if Path(name).name != name or name in {"", ".", ".."}:
        raise ValueError(name)
    return name


def _put(path: Path, given: bytes | Path) -> tuple[str, int]:
    if isinstance(given, bytes):
        with path.open("wb") as file:
            file.write(given)
            file.flush()
            os.fsync(file.fileno())
    else:
        # A move within one file system: a gigabyte is not copied.
        shutil.move(given, path)
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size


def _write(path: Path, text: str) -> None:
    unfinished = path.with_name(f".{path.name}.{uuid.uuid4().hex}")
    try:
        with unfinished.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Have a folder's new names on disk before anything is built on them."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
