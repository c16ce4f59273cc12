"""An update that is killed again and again, and an account of every row: for a short test, and for ``make soak``.

python -m tests.ledger.kills NUMBER [SEED]
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path

import polars as pl

from cliffhanger.domain.clock import now
from cliffhanger.ledger import upkeep
from cliffhanger.ledger.store import Ledger
from cliffhanger.ledger.update import pins_of, replay
from tests.servers.local import Local, serving
from tests.servers.tvmaze import DAY, TVmaze

SHOWS = 60
PARCEL = 5
CHANGED = 40
_SOONEST = 0.3
"""The share of an update's usual time in which it does nothing but start."""


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


def killed(number: int, folder: Path, *, seed: int) -> Account:
    """Kill updates at random moments until it was done a number of times, then let one finish, and count.

    Where one finishes before it could be killed, shows change, so that there
    is always something to do.

    Args:
        number: kills.
        folder: where the ledgers go.
        seed: of the moments and the changes.
    """
    dice = random.Random(seed)  # noqa: S311 - not for secrecy
    stamp = int(now().timestamp())
    maze = TVmaze(stamp)
    for show in range(SHOWS):
        maze.put(show, stamp - 3 * DAY + show)
    ledger = Ledger.create(folder / "ledger")
    done = finished = changes = 0
    with serving(maze) as server:
        command = _command(folder, server)
        longest = _finish(command)
        while done < number:
            for _ in range(CHANGED):
                changes += 1
                maze.put(dice.randrange(SHOWS), stamp - 2 * DAY + changes, name=f"Made up, change {changes}")
            while _kill(command, dice.uniform(_SOONEST * longest, longest)):
                done += 1
                if done == number:
                    break
            else:
                finished += 1
        _finish(command)
    names = {str(show["name"]) for show in maze.shows.values()}
    return _counted(ledger, folder, names, Account(done, finished))


def _finish(command: list[str]) -> float:
    """Let an update finish, and return the seconds that it took."""
    started = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
    return time.monotonic() - started


def _kill(command: list[str], after: float) -> bool:
    """Start an update and kill it (SIGKILL) after some seconds; say whether it was still at work then."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own command
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True
    return False


def _command(folder: Path, server: Local) -> list[str]:
    settings = folder / "settings.toml"
    settings.write_text(f'[sources.tvmaze]\nbase = "{server.url}"\nparcel = {PARCEL}\n', encoding="utf-8")
    fast = (
        "import cliffhanger.sources.tvmaze.fetch as f; from cliffhanger.sources.http.manners import Rate;"
        " f.RATE = Rate(1000, 1.0); from cliffhanger.cli.main import main; main()"
    )
    asked = ["update", "tvmaze", "--strict", "--ledger", str(folder / "ledger"), "--settings", str(settings)]
    return [sys.executable, "-c", fast, *asked]


def _counted(ledger: Ledger, folder: Path, names: set[str], account: Account) -> Account:
    """Land every pin once, in a fresh ledger, and compare row by row; what the server says now must be there, too."""
    fresh = Ledger.create(folder / "fresh")
    for pin in pins_of(ledger).of("tvmaze"):
        replay(fresh, pin, author="soak")
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


def main() -> None:
    """Kill as often as the command line says, and exit with 1 where a row was lost or doubled."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as folder:
        account = killed(number, Path(folder), seed=int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    sys.stdout.write(
        f"{account.kills} kills, {account.finished} updates that finished between them, {account.batches} batches: "
        f"{account.lost} rows lost, {account.doubled} rows doubled, {len(account.harmful)} harmful findings\n"
    )
    sys.exit(0 if account.whole else 1)


if __name__ == "__main__":
    main()
