"""The reader on 105 real headlines, labelled before any rule was written for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.reader.judging import Tally, headlines, judged_dates, judged_fates

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.reader.judging import Headline

pytestmark = pytest.mark.shared

PRECISION, RECALL = 0.98, 0.90


def judged(shared: Path, judge: Callable[[Headline], Tally]) -> Tally:
    """Return the tally of all headlines."""
    return sum(map(judge, headlines(shared / "data" / "headlines")), Tally())


def test_there_are_labels_for_every_headline(shared: Path) -> None:
    """A line each, and enough of both kinds to measure."""
    found = headlines(shared / "data" / "headlines")
    assert len(found) == 105
    assert sum(bool(headline.labels) for headline in found) > 30


def test_fates_are_found_with_show_and_season(shared: Path) -> None:
    """A wrong one is worse than a missed one."""
    tally = judged(shared, judged_fates)
    assert tally.precision >= PRECISION, tally
    assert tally.recall >= RECALL, tally


def test_dates_are_right(shared: Path) -> None:
    """To the day, for the right season, resolved against the day of publication."""
    tally = judged(shared, judged_dates)
    assert tally.right > 0
    assert tally.precision >= PRECISION, tally
