"""All of the real data to a ledger, and a forecast for every series from it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from bench.tools import COMMAND, SHARED, peak_of_children, say, seconds


def run() -> None:
    """Time ingest, the first and the second forecast; nothing where the real data is not there."""
    data = SHARED / "data"
    say("\nThe real data to a ledger")
    if not data.is_dir():
        say("  left out: there is no folder of real data here")
        return
    with tempfile.TemporaryDirectory() as folder:
        ledger, out = str(Path(folder) / "ledger"), str(Path(folder) / "f.jsonl")
        ask = ("forecast", "--all", "--as-of", "2026-01-31", "--by", "2026-08-22", "--ledger", ledger, "--out", out)
        for name, command in (
            ("ingest", ("ingest", str(data), "--ledger", ledger)),
            ("forecast --all, with the ledger's facts to be worked out", ask),
            ("forecast --all, again", ask),
        ):
            taken = seconds((*COMMAND, *command))
            say(f"  {taken:6.1f} s  {peak_of_children():6.0f} MB at most so far  {name}")
