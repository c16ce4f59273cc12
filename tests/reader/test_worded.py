"""The reader on 1,143 headlines that people who had not seen its rules worded and labelled, and the rules learned from.

What the reader found in them at first sight stands in ``docs/reader.md``.
"""

from __future__ import annotations

from tests.reader.judging import Tally, judged_dates, judged_fates, worded

PRECISION, RECALL = 0.98, 0.80


def test_fates_are_found_with_show_and_season() -> None:
    """A wrong one is worse than a missed one."""
    tally = sum(map(judged_fates, worded()), Tally())
    assert tally.precision >= PRECISION, tally
    assert tally.recall >= RECALL, tally


def test_dates_are_right() -> None:
    """To the day, for the right season, resolved against the day of publication."""
    tally = sum(map(judged_dates, worded()), Tally())
    assert tally.right > 0
    assert tally.precision >= PRECISION, tally


def test_most_headlines_without_news_yield_nothing() -> None:
    """Casting, recaps, polls, contracts and concerts are a third of them, so that a rule that takes much is seen."""
    quiet = [headline for headline in worded() if not headline.labels]
    assert len(quiet) > 120
    assert sum((judged_fates(headline) for headline in quiet), Tally()).wrong == 0
