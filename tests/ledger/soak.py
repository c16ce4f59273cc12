"""Kill an update as often as one likes: ``python -m tests.ledger.soak [KILLS [SEED]]``."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from tests.ledger.kills import killed

KILLS, SEED = 200, 1


def _say(done: int) -> None:
    if done % 20 == 0:
        sys.stderr.write(f"{done} kills\n")


def main() -> None:
    """Kill as often as the command line says, and exit with 1 where a row was lost or doubled."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    with tempfile.TemporaryDirectory() as folder:
        account = killed(number, Path(folder), seed=int(sys.argv[2]) if len(sys.argv) > 2 else SEED)
    sys.stdout.write(
        f"{account.kills} kills, {account.finished} updates that finished between them, {account.batches} batches: "
        f"{account.lost} rows lost, {account.doubled} rows doubled, {len(account.harmful)} harmful findings\n"
    )
    sys.exit(0 if account.whole else 1)


if __name__ == "__main__":
    main()
