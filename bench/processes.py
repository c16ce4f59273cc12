"""The light commands as whole processes, beside an interpreter that does nothing."""

from __future__ import annotations

from bench.tools import CORE, in_turn, say

RUNS = 7


def run() -> None:
    """Time help, outlook, show and search for a title that is not there."""
    command = str(CORE / "cliffhanger")
    commands = {
        "python, doing nothing": (str(CORE / "python"), "-c", "pass"),
        "cliffhanger --help": (command, "--help"),
        "cliffhanger outlook Ballard --as-of 2025-07-30": (command, "outlook", "Ballard", "--as-of", "2025-07-30"),
        "cliffhanger show Bosch": (command, "show", "Bosch"),
    }
    found = in_turn(commands, RUNS)
    base = found["python, doing nothing"]
    say(f"\nWhole processes of the core installation, median of {RUNS} in turn")
    for name, taken in found.items():
        say(f"  {taken:6.3f} s  {taken / base:6.1f} x  {name}")
