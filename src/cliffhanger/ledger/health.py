"""Whether everything is in place for an update, and what the next step is."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import CliffhangerError
from cliffhanger.ledger.ready import key_of, missing
from cliffhanger.ledger.store import Ledger, holder
from cliffhanger.ledger.update import SKEWED, pins_of, updater
from cliffhanger.sources.http.client import Client
from cliffhanger.sources.http.faults import FetchError
from cliffhanger.sources.registry import fetcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from cliffhanger.sources.settings import Settings

ROOM = 5_000_000_000
"""Bytes that should be free: IMDb's files, their pins and a compaction fit in."""


class Verdict(StrEnum):
    """How a check came out."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        what: what it is.
        verdict: how it came out.
        said: what was found.
        step: what to do about it, or empty.
    """

    what: str
    verdict: Verdict
    said: str
    step: str = ""


def examine(
    ledger: Ledger, settings: Settings, names: Sequence[str], *, online: bool, clock: Callable[[], datetime]
) -> Iterator[Check]:
    """Look at settings, ledger, disk, keys, sources and clock, one after the other.

    Args:
        ledger: the ledger; it need not be there.
        settings: what the user has set.
        names: the sources to look at.
        online: whether the sources may be asked.
        clock: what time it is.
    """
    yield Check("settings", Verdict.OK, settings.path or "none: every source is asked as it publishes itself")
    yield from _ledger(ledger, names)
    yield _disk(ledger.path)
    for name in names:
        yield _source(name, settings, ledger)
    if online:
        yield from _reached([name for name in names if not _lacks(name, settings)], settings, clock)


def next_step(checks: Sequence[Check], ledger: Ledger) -> str:
    """Return the one thing to do next."""
    steps = [check.step for check in checks if check.verdict is Verdict.WRONG and check.step]
    if steps:
        return steps[0]
    if not ledger.exists() or not ledger.batches().height:
        return f"cliffhanger update --ledger {ledger.path}"
    notes = [check.step for check in checks if check.step]
    return notes[0] if notes else "nothing: all is in place ('cliffhanger update --every 6h' keeps it so)"


def _ledger(ledger: Ledger, names: Sequence[str]) -> Iterator[Check]:
    if not ledger.exists():
        yield Check("ledger", Verdict.NOTE, f"there is none at {ledger.path} yet; the first update makes it")
        return
    try:
        batches = ledger.batches()
        ledger.view()
    except CliffhangerError as error:
        yield Check("ledger", Verdict.WRONG, str(error), f"cliffhanger ledger check --ledger {ledger.path}")
        return
    yield Check("ledger", Verdict.OK, f"{ledger.path}: {batches.height:,} batches, {batches['claims'].sum():,} claims")
    if who := updater(ledger):
        yield Check("writer", Verdict.NOTE, f"{who} is updating it, or was killed while it did")
    elif (ledger.path / ".writer").exists():
        yield Check("writer", Verdict.NOTE, f"{holder(ledger.path, '.writer')} writes to it, or was killed")
    for name in names:
        if fault := pins_of(ledger).status(name).fault:
            yield Check(name, Verdict.NOTE, f"failed the last time: {fault}", f"cliffhanger update {name}")


def _disk(path: Path) -> Check:
    there = next(folder for folder in (path, *path.resolve().parents) if folder.exists())
    free = shutil.disk_usage(there).free
    said = f"{free / 1e9:,.1f} GB free at {there}"
    if free >= ROOM:
        return Check("disk", Verdict.OK, said)
    return Check("disk", Verdict.NOTE, said, f"make room: {ROOM / 1e9:.0f} GB should be free for IMDb's files")


def _lacks(name: str, settings: Settings) -> str:
    return missing(name, settings, key_of(name))


def _source(name: str, settings: Settings, ledger: Ledger) -> Check:
    if why := _lacks(name, settings):
        return Check(name, Verdict.NOTE, f"left out: {why}")
    key = key_of(name)
    status = pins_of(ledger).status(name)
    when = f", last reached {status.reached_at}" if status.reached_at else ", never asked"
    return Check(name, Verdict.OK, "ready" + (f", its key from {key.where}" if key else "") + when)


def _reached(names: Sequence[str], settings: Settings, clock: Callable[[], datetime]) -> Iterator[Check]:
    for name in names:
        module = fetcher(name)
        url = module.probe(settings.options(name, module.DEFAULTS))
        if not url:
            continue
        secret = key_of(name)
        with Client(manners=settings.manners, rate=module.RATE, secret=secret, clock=clock) as client:
            try:
                client.probe(url)
            except FetchError as error:
                yield Check(f"{name} online", Verdict.WRONG, str(error), f"see whether {error.address} can be reached")
                continue
            yield Check(f"{name} online", Verdict.OK, f"{url} answers")
            skew = client.tally.skew
        if skew is not None and abs(skew) > SKEWED:
            yield Check("clock", Verdict.WRONG, f"differs by {abs(skew)} from {name}'s", "set this machine's clock")
