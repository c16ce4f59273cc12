"""Whole processes, timed in turn."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("CLIFFHANGER_SHARED") or ROOT.parent / "shared")
COMMAND = (sys.executable, "-m", "cliffhanger.cli.main")
CORE = ROOT / "build" / "venv-core" / "bin"
"""Commands of the core installation alone, as ``make demo`` makes it."""


def seconds(command: tuple[str, ...]) -> float:
    """Return how long a command takes, from its start to its end.

    Raises:
        CalledProcessError: where it fails.
    """
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own
    return time.perf_counter() - started


def in_turn(commands: dict[str, tuple[str, ...]], runs: int) -> dict[str, float]:
    """Return each command's median seconds, the commands run in turn after one run that does not count."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for number in range(runs + 1):
        for name, command in commands.items():
            taken = seconds(command)
            if number:
                times[name].append(taken)
    return {name: statistics.median(some) for name, some in times.items()}


def peak_of_children() -> float:
    """Return the largest memory that any finished child process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1000


@contextmanager
def real_ledger(heading: str) -> Iterator[Path | None]:
    """Say a heading, and yield a ledger of the folder of real data, or None, and say so, where it is not there."""
    say(f"\n{heading}")
    if not (SHARED / "data").is_dir():
        say("  left out: there is no folder of real data here")
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        ledger = Path(folder) / "ledger"
        seconds((*COMMAND, "ingest", str(SHARED / "data"), "--ledger", str(ledger)))
        yield ledger


def say(line: str) -> None:
    """Print a line of the report at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
