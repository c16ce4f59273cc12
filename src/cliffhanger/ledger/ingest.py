"""Files to landed batches: pin the bytes, find their source, parse, land.

Every batch lands whole or not at all, and bytes that have landed before add
nothing. A file that is not what it claims to be lands nothing and is reported
by name; the other files go on.
"""

from __future__ import annotations

import re
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import polars as pl

from cliffhanger.domain.clock import now, start_of
from cliffhanger.domain.errors import BadFileError, CliffhangerError, UnrecognisedFileError
from cliffhanger.domain.source import Snapshot
from cliffhanger.ledger import identity
from cliffhanger.ledger.schema import SET_ASIDE
from cliffhanger.ledger.store import Ledger, files_as_json
from cliffhanger.sources.batch import judgements_frame
from cliffhanger.sources.pins import delivery_key
from cliffhanger.sources.registry import parser, recognise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.sources.batch import Batch, SetAside

_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_NOT_DATA = {"README.md", "LICENCE", "LICENSE", "LICENSE.txt", "LICENCE.txt"}
OWN_FACTS = (Path(str(resources.files("cliffhanger.sources.curated") / "facts.jsonl")),)
"""Facts that the project keeps itself; they belong in every ledger."""

MAX_FILE = 4 << 30
"""Bytes of the largest file that is read."""


class Progress(Protocol):
    """Who is told how far the work has come."""

    def __call__(self, name: str, done: int, total: int) -> None:
        """Hear that ``done`` of ``total`` bytes are through, and which file is next."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """The files of one source that are parsed together.

    Attributes:
        source: the source's name.
        snapshots: their pinned bytes.
    """

    source: str
    snapshots: tuple[Snapshot, ...]

    @property
    def key(self) -> str:
        """Hash of the bytes, whatever the files are called and wherever they lay."""
        return delivery_key(self.source, [s.sha256 for s in self.snapshots])

    @property
    def name(self) -> str:
        """Names of the files, for people."""
        return ", ".join(s.name for s in self.snapshots)


@dataclass(frozen=True, slots=True)
class Report:
    """What became of one delivery, or of one file that belongs to none.

    Attributes:
        name: names of the files.
        source: the source, or empty where none was found.
        rows_read: data rows.
        claims: claims added.
        observations: observations added.
        set_aside: reasons, with the number of rows each.
        examples: reasons, with the first row's number, field and value.
        left_over: columns that the parser does not know.
        seconds: time taken.
        note: why nothing was added, or empty.
        failed: whether that was an error.
    """

    name: str
    source: str = ""
    rows_read: int = 0
    claims: int = 0
    observations: int = 0
    set_aside: Counter[str] = field(default_factory=Counter)
    examples: dict[str, str] = field(default_factory=dict)
    left_over: tuple[str, ...] = ()
    seconds: float = 0.0
    note: str = ""
    failed: bool = False


def ingest(ledger: Ledger, paths: Sequence[Path], *, author: str, progress: Progress | None = None) -> list[Report]:
    """Bring files and folders into a ledger.

    Args:
        ledger: where to; made where there is none, once a source has recognised a file.
        paths: files, or folders that are searched to the bottom.
        author: who brings them.
        progress: told before each delivery.

    Returns:
        One report a delivery, in the order in which they were worked, and one on which shows were found to be the
        same.

    Raises:
        LedgerError: where the ledger cannot be written; what had landed before stays.
    """
    files = [path for top in paths for path in _files(top)]
    deliveries, reports = _gather(files, named={path for path in paths if path.is_file()})
    if not deliveries:
        return [replace(report, failed=True) for report in reports]
    own, _ = _gather([path for path in OWN_FACTS if path not in files], named=set())
    deliveries += own
    Ledger.create(ledger.path)
    total = sum(s.size for d in deliveries for s in d.snapshots)
    done = 0
    with ledger.writing():
        for delivery in deliveries:
            if progress:
                progress(delivery.name, done, total)
            reports.append(land(ledger, delivery, author=author))
            done += sum(s.size for s in delivery.snapshots)
        if progress:
            progress("who is who", total, total)
        reports.append(match_shows(ledger, author=author))
    return reports


def pin(path: Path) -> Snapshot:
    """Read a file's bytes once, and hash them; all that follows reads these bytes.

    The day in the file's name, or in its folder's, is the day it was published.

    Raises:
        BadFileError: where it cannot be read or is larger than ``MAX_FILE``.
    """
    try:
        if path.stat().st_size > MAX_FILE:
            raise BadFileError(name=path.name, reason=f"is larger than {MAX_FILE >> 30} GiB")
        content = path.read_bytes()
    except OSError as error:
        raise BadFileError(name=path.name, reason=error.strerror or str(error)) from error
    day = _day_in(path.name) or _day_in(path.parent.name)
    return Snapshot(name=path.name, content=content, obtained_at=now(), known_at=start_of(day) if day else None)


def _day_in(text: str) -> date | None:
    for found in _DAY.finditer(text):
        try:
            return date(*(int(part) for part in found.groups()))
        except ValueError:
            continue
    return None


def _files(top: Path) -> list[Path]:
    if not top.exists():
        raise BadFileError(name=str(top), reason="there is no such file or folder")
    if top.is_file():
        return [top]
    hidden = (path for path in sorted(top.rglob("*")) if path.is_file())
    return [
        path
        for path in hidden
        if path.name not in _NOT_DATA and not any(part.startswith(".") for part in path.relative_to(top).parts)
    ]


def _gather(files: Sequence[Path], *, named: set[Path]) -> tuple[list[Delivery], list[Report]]:
    """Pin and recognise every file, and group those that belong together.

    A file that no source knows is passed over in a folder, and a failure where it was named.
    """
    together: dict[tuple[str, str], list[Snapshot]] = {}
    reports: list[Report] = []
    for path in files:
        try:
            snapshot = pin(path)
            source = recognise(snapshot)
        except UnrecognisedFileError as error:
            reports.append(Report(name=path.name, note=error.reason, failed=path in named))
            continue
        except CliffhangerError as error:
            reports.append(Report(name=path.name, note=str(error), failed=True))
            continue
        folder = str(path.parent) if parser(source).TOGETHER else str(path)
        together.setdefault((source, folder), []).append(snapshot)
    return [Delivery(source, tuple(snapshots)) for (source, _), snapshots in together.items()], reports


def land(ledger: Ledger, delivery: Delivery, *, author: str) -> Report:
    """Parse one delivery and land what it says as one batch; the caller holds the ledger's pen.

    Bytes that this version of the parser has read before add nothing; read by
    another version, they supersede the earlier reading.

    Raises:
        LedgerError: where the ledger cannot be written; nothing has landed then.
    """
    started = time.monotonic()
    version = parser(delivery.source).VERSION
    earlier = ledger.batches().filter(pl.col("delivery") == delivery.key)
    if version in earlier["parser"].to_list():
        return Report(name=delivery.name, source=delivery.source, note="these bytes have landed before")
    try:
        batch = parser(delivery.source).parse(delivery.snapshots)
    except CliffhangerError as error:
        return Report(name=delivery.name, source=delivery.source, note=str(error), failed=True)
    if getattr(parser(delivery.source), "CUMULATIVE", False):
        batch = _unheard(ledger, delivery.source, batch)
    published = max((s.known_at for s in delivery.snapshots if s.known_at), default=None)
    header = {
        "delivery": delivery.key,
        "supersedes": ",".join(earlier["batch"].to_list()),
        "source": delivery.source,
        "parser": version,
        "files": files_as_json({s.name: (s.sha256, s.size) for s in delivery.snapshots}),
        "published_at": published,
        "author": author,
        "rows_read": batch.rows_read,
        "left_over": ", ".join(batch.left_over),
        "set_aside": sum(_counted(batch).values()),
    }
    ledger.land(frames(batch), header, landed_at=now())
    return _report(delivery, batch, started)


def _unheard(ledger: Ledger, source: str, batch: Batch) -> Batch:
    """Leave out rows that stand in the ledger word for word: each delivery of such a source repeats all earlier ones.

    A row that says the same of the same instant adds nothing to any view, so
    the order in which deliveries land still plays no part.
    """
    landed = pl.LazyFrame({"batch": ledger.batches().filter(pl.col("source") == source)["batch"]})

    def new(name: str, frame: pl.DataFrame, keys: Sequence[str]) -> pl.DataFrame:
        rows = pl.scan_delta(str(ledger.path / name)).filter(pl.col("source") == source)
        there = rows.join(landed, on="batch", how="semi").select(keys).unique().collect()
        return frame.join(there, on=keys, how="anti", nulls_equal=True)

    return replace(
        batch,
        claims=new("claims", batch.claims, ["claim_id"]),
        observations=new("observations", batch.observations, batch.observations.columns),
    )


def looked_at(delivery: Delivery) -> Report:
    """Parse one delivery, and say what would land."""
    started = time.monotonic()
    try:
        return _report(delivery, parser(delivery.source).parse(delivery.snapshots), started)
    except CliffhangerError as error:
        return Report(name=delivery.name, source=delivery.source, note=str(error), failed=True)


def _report(delivery: Delivery, batch: Batch, started: float) -> Report:
    return Report(
        name=delivery.name,
        source=delivery.source,
        rows_read=batch.rows_read,
        claims=batch.claims.height,
        observations=batch.observations.height,
        set_aside=_counted(batch),
        examples={row.reason: f"row {row.row}, {row.field} {row.value!r}" for row in reversed(batch.set_aside)},
        left_over=batch.left_over,
        seconds=time.monotonic() - started,
    )


def match_shows(ledger: Ledger, *, author: str) -> Report:
    """Judge which shows are the same, and land what is new; the caller holds the ledger's pen.

    Raises:
        LedgerError: where the ledger cannot be read or written.
    """
    started = time.monotonic()
    found = identity.identify(ledger, author=author, now=now())
    told = ", ".join(f"{source} {found.matched[source]:,} of {n:,}" for source, n in sorted(found.shows.items()))
    return Report(
        name="which shows are the same",
        source="identity",
        rows_read=found.shows.total(),
        seconds=time.monotonic() - started,
        note=f"matched to an IMDb series: {told}" if told else "no source's shows are left to be matched",
    )


def frames(batch: Batch) -> dict[str, pl.DataFrame]:
    """Return a batch as rows for the tables they are named after."""
    return {
        "claims": batch.claims,
        "observations": batch.observations,
        "judgements": judgements_frame(batch.judgements),
        "set_aside": _set_aside_frame(batch.set_aside),
    }


def _set_aside_frame(rows: Sequence[SetAside]) -> pl.DataFrame:
    table = [(r.row, r.field, r.value, r.reason, r.rows) for r in rows]
    return pl.DataFrame(table, schema=dict(SET_ASIDE), orient="row")


def _counted(batch: Batch) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row in batch.set_aside:
        counts[row.reason] += row.rows
    return counts
