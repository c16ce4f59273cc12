"""Run a command as a user does: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys


def run(*arguments: str, exits: int = 0, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command without a ledger of the user's own, and check how it exits."""
    home = {"XDG_DATA_HOME": environment.pop("home", "/nonexistent"), "COLUMNS": "120", "PYTHONUTF8": "1"}
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "cliffhanger.cli.main", *arguments],
        capture_output=True,
        text=True,
        check=False,
        env={**{k: v for k, v in os.environ.items() if k != "CLIFFHANGER_LEDGER"}, **home, **environment},
    )
    assert done.returncode == exits, done.stderr
    assert "Traceback" not in done.stderr
    return done
