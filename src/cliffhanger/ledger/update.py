"""Keep a ledger current: fetch, pin, land, source by source, so that no failure costs more than what it hit.

Every source has a thread that fetches and pins; one place lands. What was
pinned and had not landed when a run was killed lands first in the next one,
and each source goes on from the cursor of its latest pin. So a run can be
stopped at any moment, and nothing is lost or counted twice.
"""

from __future__ import annotations

import queue
import threading
import time
from collections import Counter
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol

from cliffhanger.domain.clock import now
from cliffhanger.domain.errors import BadFileError, CliffhangerError, LedgerError
from cliffhanger.ledger import ingest, wanted
from cliffhanger.ledger.ingest import Delivery, Report
from cliffhanger.ledger.ready import NotReadyError, key_of, missing
from cliffhanger.ledger.store import Ledger, held, holder
from cliffhanger.sources.errand import Errand
from cliffhanger.sources.http import secrets
from cliffhanger.sources.http.client import Client
from cliffhanger.sources.http.faults import of_error
from cliffhanger.sources.pins import Pins
from cliffhanger.sources.registry import fetcher, parser, source

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from cliffhanger.sources.http.secrets import Secret
    from cliffhanger.sources.pins import Pin
    from cliffhanger.sources.settings import Settings

PINS = "snapshots"
"""Name of the folder of pins, within the ledger's."""

CACHE = "cache"
"""Name of the folder of the client's cache, within the pins'."""

PATIENCE = 600.0
"""Seconds that a landing waits for another writer of the ledger, such as an ingest."""

READ = frozenset({"news"})
"""Sources whose pins are read with the catalogue's names, and not parsed."""

SKEWED = timedelta(minutes=10)
"""How far the clocks may differ before the user hears of it."""

_LOCK, _NOTE = ".lock", ".updating"


class Progress(Protocol):
    """Who is told how far each source has come."""

    def __call__(self, source: str, doing: str, done: int, total: int) -> None:
        """Hear what a source is at: ``done`` of ``total`` of it, or 0 where nobody knows."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source.

    Attributes:
        source: its name.
        reports: one for each delivery that landed, or was refused.
        calls: requests made.
        loaded: bytes received.
        again: attempts that had to be made again.
        seconds: time taken.
        fault: what was wrong, or empty.
        notes: what the user should hear besides.
    """

    source: str
    reports: tuple[Report, ...] = ()
    calls: int = 0
    loaded: int = 0
    again: int = 0
    seconds: float = 0.0
    fault: str = ""
    notes: tuple[str, ...] = ()

    @property
    def set_aside(self) -> Counter[str]:
        """Reasons for which rows were set aside, with their numbers."""
        return sum((report.set_aside for report in self.reports), Counter[str]())

    def total(self, attribute: str) -> int:
        """Return the sum of a report's number over all deliveries."""
        return sum(int(getattr(report, attribute)) for report in self.reports)


@dataclass(frozen=True, slots=True)
class Plan:
    """What an update goes by.

    Attributes:
        settings: what the user has set.
        author: who runs it.
        read: lands what a source's pin says where no parser can, as for articles, which need the catalogue's names.
        verify: what certificates are trusted; the system's unless given.
        clock: what time it is.
    """

    settings: Settings
    author: str
    read: Callable[[Ledger, Pin], Report] | None = None
    verify: ssl.SSLContext | None = None
    clock: Callable[[], datetime] = now


@dataclass(slots=True)
class _Visit:
    """One source's thread, and what came of it."""

    name: str
    calls: int = 0
    loaded: int = 0
    again: int = 0
    fault: str = ""
    notes: list[str] = field(default_factory=list)
    secret: Secret | None = None


def pins_of(ledger: Ledger) -> Pins:
    """Return where a ledger keeps its pinned snapshots."""
    return Pins(ledger.path / PINS)


def update(ledger: Ledger, names: Sequence[str], plan: Plan, *, told: Progress, wait: float = 0.0) -> list[Outcome]:
    """Bring a ledger up to date from sources.

    Args:
        ledger: the ledger; made where there is none.
        names: the sources, in the order in which their outcomes are wanted.
        plan: what it goes by.
        told: hears how far it is.
        wait: seconds to wait for another update of this ledger; negative waits for ever.

    Returns:
        What became of each source; a failure is told there, and leaves the others and earlier data in place. Where
        shows could not be matched at the end, an outcome more says so.

    Raises:
        LedgerError: where another process is updating it, or it cannot be made.
        SettingsError: where a source's options cannot be meant.
    """
    for name in names:
        plan.settings.options(name, fetcher(name).DEFAULTS)
    Ledger.create(ledger.path)
    pins = pins_of(ledger)
    pins.root.mkdir(parents=True, exist_ok=True)
    with held(pins.root, _LOCK, _NOTE, wait=wait, doing="updating it"):
        return _Update(ledger, pins, plan, told).run(names)


def replay(
    ledger: Ledger,
    pin: Pin,
    *,
    author: str,
    look: bool = False,
    read: Callable[[Ledger, Pin], Report] | None = None,
) -> Report:
    """Parse a pin again, from its bytes alone, and land what it says.

    Args:
        ledger: where to; made where there is none.
        pin: the pin.
        author: who asks for it.
        look: whether it is only parsed, and nothing lands.
        read: lands what a pin of articles says.

    Returns:
        What became of it, or would.

    Raises:
        BadFileError: where its bytes are not there, or not as they were pinned.
        LedgerError: where the ledger cannot be written.
    """
    if pin.source in READ:
        if read is None or look:
            reason = "holds articles, which are read with the catalogue's names"
            return Report(name=pin.folder.name, source=pin.source, note=reason)
        Ledger.create(ledger.path)
        return read(ledger, pin)
    delivery = Delivery(pin.source, pin.snapshots())
    if look:
        return ingest.looked_at(delivery)
    Ledger.create(ledger.path)
    with ledger.writing(wait=PATIENCE):
        report = ingest.land(ledger, delivery, author=author)
        if report.claims:
            ingest.match_shows(ledger, author=author)
    return report


def updater(ledger: Ledger) -> str:
    """Return which process is updating a ledger, or nothing where none seems to be."""
    root = pins_of(ledger).root
    return holder(root, _NOTE) if (root / _NOTE).exists() else ""


@dataclass(slots=True)
class _Update:
    """One run, by the process that holds the lock."""

    ledger: Ledger
    pins: Pins
    plan: Plan
    told: Progress
    _arrived: queue.SimpleQueue[tuple[_Visit, Pin | None]] = field(default_factory=queue.SimpleQueue)
    _reports: dict[str, list[Report]] = field(default_factory=dict)
    _begun: float = field(default_factory=time.monotonic)

    def run(self, names: Sequence[str]) -> list[Outcome]:
        for name in names:
            self._reports[name] = []
            self._keep_tidy(name)
            for waiting in self._waiting(name):
                self._land(waiting)
        for name in names:
            # A daemon, so that Ctrl-C need not wait for a server; what it pins at that moment is whole or not there.
            threading.Thread(target=self._fetch, args=(_Visit(name),), daemon=True).start()
        outcomes: dict[str, Outcome] = {}
        while len(outcomes) < len(names):
            visit, pin = self._arrived.get()
            if pin is None:
                outcomes[visit.name] = self._close(visit)
            else:
                self._land(pin)
        return [*(outcomes[name] for name in names), *self._match()]

    def _match(self) -> Iterator[Outcome]:
        """Match the shows of what has landed, in this run or in one that was killed before it came to that."""
        if not self._unmatched.exists():
            return
        self.told("", "who is who", 0, 0)
        try:
            with self.ledger.writing(wait=PATIENCE):
                ingest.match_shows(self.ledger, author=self.plan.author)
            self._unmatched.unlink()
        except (LedgerError, OSError) as error:
            yield Outcome("who is who", fault=str(error))

    @property
    def _unmatched(self) -> Path:
        """A file that stands while something has landed whose shows have not been matched."""
        return self.pins.root / ".unmatched"

    def _waiting(self, name: str) -> list[Pin]:
        """Return the pins that had not landed when an earlier run ended, but for those that this parser refuses."""
        landed = set(self.ledger.batches()["delivery"].to_list())
        status = self.pins.status(name)
        version = parser(name).VERSION
        return [
            pin
            for pin in self.pins.of(name)
            if pin.key not in landed and pin.folder.name not in status.read
            if pin.whole and status.refused.get(pin.folder.name) != version
        ]

    def _land(self, pin: Pin) -> None:
        self.told(pin.source, "landing", 0, 0)
        try:
            report = self._landed(pin)
        except LedgerError as error:
            report = Report(name=pin.folder.name, source=pin.source, note=error.reason, failed=True)
        except OSError as error:
            report = Report(name=pin.folder.name, source=pin.source, note=error.strerror or str(error), failed=True)
        self._reports[pin.source].append(report)

    def _landed(self, pin: Pin) -> Report:
        try:
            if pin.source in READ:
                return self._read(pin)
            delivery = Delivery(pin.source, pin.snapshots())
        except BadFileError as error:
            return Report(name=pin.folder.name, source=pin.source, note=str(error), failed=True)
        self._unmatched.touch()
        with self.ledger.writing(wait=PATIENCE):
            report = ingest.land(self.ledger, delivery, author=self.plan.author)
        if report.failed:
            status = self.pins.status(pin.source)
            refused = {**status.refused, pin.folder.name: parser(pin.source).VERSION}
            self.pins.note(pin.source, replace(status, refused=refused))
        return report

    def _read(self, pin: Pin) -> Report:
        if self.plan.read is None:
            return Report(name=pin.folder.name, source=pin.source, note="is pinned; nobody is here to read it")
        report = self.plan.read(self.ledger, pin)
        status = self.pins.status(pin.source)
        self.pins.note(pin.source, replace(status, read=[*status.read, pin.folder.name]))
        return report

    def _fetch(self, visit: _Visit) -> None:
        """Fetch and pin one source; runs in its own thread, and tells of whatever stops it."""
        try:
            with _errand(self, visit) as errand:
                for parcel in fetcher(visit.name).fetch(errand):
                    self._arrived.put((visit, self.pins.keep(source(visit.name), parcel)))
        except CliffhangerError as error:
            visit.fault = str(error)
        except Exception as error:  # noqa: BLE001 - a defect of one source must not cost the others theirs
            fault = of_error(error)
            visit.fault = secrets.hidden(fault.reason if fault else f"{type(error).__name__}: {error}", visit.secret)
        finally:
            self._arrived.put((visit, None))

    def _close(self, visit: _Visit) -> Outcome:
        reports = tuple(self._reports[visit.name])
        refused = [f"{report.name}: {report.note}" for report in reports if report.failed]
        fault = "; ".join([*([visit.fault] if visit.fault else []), *refused])
        at = self.plan.clock().isoformat(timespec="seconds")
        before = self.pins.status(visit.name)
        status = replace(
            before, tried_at=at, reached_at=before.reached_at if fault else at, fault=fault, calls=visit.calls
        )
        try:
            self.pins.note(visit.name, status)
            self._keep_tidy(visit.name)
        except OSError as error:
            fault = fault or f"what became of it could not be noted: {error.strerror or error}"
        return Outcome(
            source=visit.name,
            reports=reports,
            calls=visit.calls,
            loaded=visit.loaded,
            again=visit.again,
            seconds=time.monotonic() - self._begun,
            fault=fault,
            notes=tuple(visit.notes),
        )

    def _keep_tidy(self, name: str) -> None:
        self.pins.tidy(name, keep=int(self.plan.settings.options(name, fetcher(name).DEFAULTS).get("keep", 0)))


@contextmanager
def _errand(run: _Update, visit: _Visit) -> Iterator[Errand]:
    """Open what a source's fetch needs, and note at the end what it did."""
    name, plan = visit.name, run.plan
    module = fetcher(name)
    secret = key_of(name)
    if why := missing(name, plan.settings, secret):
        raise NotReadyError(source=name, reason=why)
    visit.secret = secret
    with ExitStack() as stack:
        client = Client(
            manners=plan.settings.manners,
            rate=module.RATE,
            cache=run.pins.root / CACHE / name,
            secret=secret,
            verify=plan.verify,
            clock=plan.clock,
        )
        stack.enter_context(client)
        errand = Errand(
            client=client,
            options=plan.settings.options(name, module.DEFAULTS),
            latest=run.pins.latest(name),
            scratch=run.pins.root / CACHE / name,
            started_at=plan.clock(),
            wanted=lambda authority: wanted.shows(run.ledger, authority),
            told=lambda doing, done, total: run.told(name, doing, done, total),
        )
        try:
            yield errand
        finally:
            tally = client.tally
            visit.calls, visit.loaded, visit.again = tally.calls, tally.loaded, tally.again
            visit.notes += errand.notes
            if tally.skew is not None and abs(tally.skew) > SKEWED:
                visit.notes.append(_skewed(tally.skew))


def _skewed(skew: timedelta) -> str:
    ahead = "ahead of" if skew > timedelta(0) else "behind"
    minutes = abs(skew) / timedelta(minutes=1)
    return f"this machine's clock is {minutes:,.0f} minutes {ahead} the server's; set one of them right"
