"""An update that is killed again and again, and an account of every row: for a short test, and for ``make soak``.

python -m tests.ledger.kills NUMBER [SEED]
"""

from __future__ import annotations

import multiprocessing
import random
import time
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.clock import now
from cliffhanger.ledger import ingest, upkeep
from cliffhanger.ledger.ingest import Delivery
from cliffhanger.ledger.store import Ledger
from cliffhanger.ledger.update import Plan, pins_of, update
from cliffhanger.sources.http.manners import Manners
from cliffhanger.sources.settings import Settings
from tests.servers.local import serving
from tests.servers.tvmaze import DAY, TVmaze

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.context import ForkServerProcess
    from pathlib import Path

SHOWS = 60
PARCEL = 5
CHANGED = 40
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.ledger.kills"])


@dataclass(frozen=True)
class Account:
    """What an update that was killed again and again came to.

    Attributes:
        kills: how often it was killed at work.
        finished: how often it ended before it could be.
        lost: rows that a ledger into which every pin landed once has, and this one has not, and shows that the server
            tells of and the ledger does not.
        doubled: rows that this one has, and the other has not.
        harmful: what the ledger's own check found.
        batches: batches that landed.
    """

    kills: int
    finished: int
    lost: int = 0
    doubled: int = 0
    harmful: tuple[str, ...] = ()
    batches: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing was lost, doubled or harmed."""
        return not (self.lost or self.doubled or self.harmful)


def killed(number: int, folder: Path, *, seed: int, told: Callable[[int], None] = lambda _: None) -> Account:
    """Kill updates at random moments until it was done a number of times, then let one finish, and count.

    Where one finishes before it could be killed, shows change, so that there
    is always something to do.

    Args:
        number: kills.
        folder: where the ledgers go.
        seed: of the moments and the changes.
        told: hears how many kills there were so far.
    """
    dice = random.Random(seed)  # noqa: S311 - not for secrecy
    stamp = int(now().timestamp())
    maze = TVmaze(stamp)
    for show in range(SHOWS):
        maze.put(show, stamp - 3 * DAY + show)
        maze.schedule(show, 3, 1, "2999-01-01")
    ledger = Ledger.create(folder / "ledger")
    done = finished = changes = 0
    with serving(maze) as server:
        longest = _finish(folder, server.url)
        while done < number:
            for _ in range(CHANGED):
                changes += 1
                maze.put(dice.randrange(SHOWS), stamp - 2 * DAY + changes, name=f"Made up, change {changes}")
            while _kill(folder, server.url, dice.uniform(0, longest)):
                done += 1
                told(done)
                if done == number:
                    break
            else:
                finished += 1
        _finish(folder, server.url)
    names = {str(show["name"]) for show in maze.shows.values()}
    return _counted(ledger, folder, names, Account(done, finished))


def _finish(folder: Path, url: str) -> float:
    """Let an update finish, and return the seconds that it took."""
    started = time.monotonic()
    process = _started(folder, url)
    process.join()
    if process.exitcode:
        raise RuntimeError(process.exitcode)
    return time.monotonic() - started


def _kill(folder: Path, url: str, after: float) -> bool:
    """Start an update and kill it (SIGKILL) after some seconds; say whether it was still at work then."""
    process = _started(folder, url)
    process.join(after)
    if process.exitcode is not None:
        return False
    process.kill()
    process.join()
    return True


def _started(folder: Path, url: str) -> ForkServerProcess:
    """Start an update in a process of its own, which has its libraries already: so that kills strike at its work."""
    process = FORKS.Process(target=_update, args=(folder, url), daemon=True)
    process.start()
    return process


def _update(folder: Path, url: str) -> None:
    from cliffhanger.sources.http.manners import Limiter  # noqa: PLC0415 - in the process that is killed

    setattr(Limiter, "wait", lambda *_: None)  # noqa: B010 - a server of our own may be asked as fast as it answers
    options = {"base": url, "parcel": PARCEL}
    plan = Plan(Settings(Manners(attempts=2), {"tvmaze": options}), "soak")
    (outcome,) = update(Ledger(folder / "ledger"), ["tvmaze"], plan, told=lambda *_: None, wait=60)
    if outcome.fault:
        raise RuntimeError(outcome.fault)


def _counted(ledger: Ledger, folder: Path, names: set[str], account: Account) -> Account:
    """Land every pin once, in a fresh ledger, and compare row by row; what the server says now must be there, too."""
    fresh = Ledger.create(folder / "fresh")
    with fresh.writing():
        for pin in pins_of(ledger).of("tvmaze"):
            ingest.land(fresh, Delivery(pin.source, pin.snapshots()), author="soak")
    mine, theirs = _rows(ledger), _rows(fresh)
    titles = {row[3] for row in mine if row[2] == "title"}
    return replace(
        account,
        lost=(theirs - mine).total() + len(names - titles),
        doubled=(mine - theirs).total(),
        harmful=tuple(f"{found.table}: {found.what}" for found in upkeep.check(ledger) if found.harmful),
        batches=ledger.batches().height,
    )


def _rows(ledger: Ledger) -> Counter[tuple[str, ...]]:
    """Count every row that shows, as it stands in the tables: of a batch that landed."""
    landed = ledger.batches().filter(pl.col("source") == "tvmaze")["batch"].to_list()
    rows: Counter[tuple[str, ...]] = Counter()
    for name, first in (("claims", "predicate"), ("observations", "metric")):
        frame = pl.read_delta(str(ledger.path / name)).filter(pl.col("batch").is_in(landed)).drop("batch")
        others = [column for column in frame.columns if column not in ("show", first, "value")]
        rows.update((name, *map(str, row)) for row in frame.select("show", first, "value", *others).iter_rows())
    return rows
