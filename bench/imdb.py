"""IMDb's data sets at their real size to a ledger, beside imdb-sqlite on the same files."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from bench import imdb_files
from bench.tools import COMMAND, ROOT, say

FILES = ROOT / "build" / "imdb-files" / "2026-01-31"
PEER = ROOT / "build" / "venv-peer" / "bin" / "imdb-sqlite"
SECONDS, MEGABYTES = 180, 4000
"""What ingest may take, on two cores."""


def run() -> None:
    """Make the files where they are not there, and time both on them, in turn."""
    size = imdb_files.Size()
    say("\nIMDb's data sets, made up at their real size")
    say(f"  {size.titles:,} titles, {size.episodes:,} episodes, {size.ratings:,} ratings")
    if not FILES.is_dir():
        unfinished = FILES.with_name("unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        imdb_files.write(unfinished, size)
        unfinished.rename(FILES)
    with tempfile.TemporaryDirectory() as folder:
        ours = _taken([*COMMAND, "ingest", str(FILES), "--ledger", str(Path(folder) / "ledger")])
        say(f"  {ours[0]:6.1f} s  {ours[1]:6.0f} MB at most  cliffhanger ingest (series alone)")
        held = "held" if ours[0] <= SECONDS and ours[1] <= MEGABYTES else "MISSED"
        say(f"  {held}: {SECONDS} s and {MEGABYTES:,} MB")
        if not PEER.is_file():
            say("  imdb-sqlite is left out: make build/venv-peer/.locked installs it")
            return
        database = ["--db", str(Path(folder) / "peer.db"), "--cache-dir", str(FILES)]
        # Without its indices, which take it longer still: ours has none.
        theirs = _taken([str(PEER), *database, "--only", "titles,episodes,ratings", "--no-index"])
        say(f"  {theirs[0]:6.1f} s  {theirs[1]:6.0f} MB at most  imdb-sqlite --no-index (every title, as it stands)")
        say(f"  {theirs[0] / ours[0]:.2f} x our time")


def _taken(command: list[str]) -> tuple[float, float]:
    """Return the seconds that a command takes, and the largest memory it held, in MB.

    Raises:
        CalledProcessError: where it fails.
    """
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 - our own, or the peer
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return time.perf_counter() - started, used.ru_maxrss / 1000
