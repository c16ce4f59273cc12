"""kill -9 at random moments of an update: a short run of what ``make soak`` does at length."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ledger.kills import killed

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.slow
def test_killed_at_random_moments_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    """After five kills and one update that finishes, every row is there that was fetched, and each once."""
    account = killed(5, tmp_path, seed=20260131)
    assert account.kills == 5
    assert account.batches > 5
    assert (account.lost, account.doubled, account.harmful) == (0, 0, ())
