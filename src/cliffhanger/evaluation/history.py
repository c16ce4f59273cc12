"""Months to fit on, for models that stand in a replay.

Before series were followed day by day, one in so many of all series stands in
for them, so that a replay reaches back ten years. For strict models only
months of seasons whose own dates were known are kept; the day of the next
premiere, the answer, is an estimate where no source gives it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

import numpy as np

from cliffhanger.domain.forecast import Question
from cliffhanger.evaluation.vintage import Vintage, dated_as_known, strict
from cliffhanger.panel import outcomes
from cliffhanger.panel import panel as rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from numpy.typing import NDArray

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.panel.panel import Panel

    Months: TypeAlias = Callable[[Facts, date, date], tuple[Panel, NDArray[np.float64]]]

FITTED = {Vintage.STRICT: 3, Vintage.HINDSIGHT: 15}
"""One in so many series is fitted on, which makes about 20,000 months."""

_LONGEST = 3653
"""Days of silence beyond which a month is left out."""

_KNOWN = """
SELECT "show", season, premiere, greatest(premiere, known_on) FROM seasons
SEMI JOIN (SELECT "show" FROM claims WHERE source = 'estimate') USING ("show")
WHERE premiere <= $last
ORDER BY ALL
"""


def followed(vintage: Vintage) -> Months:
    """Return what gives the months of followed series, :func:`cliffhanger.panel.outcomes.months`, for a vintage."""

    def months(facts: Facts, first: date, last: date) -> tuple[Panel, NDArray[np.float64]]:
        return _kept(*outcomes.months(facts, first, last), vintage)

    return months


def catalogued(vintage: Vintage) -> Months:
    """Return what gives the same of one in ``FITTED`` of all series, whether they were followed or not."""

    def months(facts: Facts, first: date, last: date) -> tuple[Panel, NDArray[np.float64]]:
        asked, came = _questions(facts, first.replace(day=1), last, FITTED[vintage])
        panel = rows.rows(facts, asked)
        keys = zip(panel["show"], panel["season"].astype(int), panel["as_of"].astype(object), strict=True)
        return _kept(panel, np.asarray([came[key] for key in keys], dtype=np.float64), vintage)

    return months


def _kept(panel: Panel, came: NDArray[np.float64], vintage: Vintage) -> tuple[Panel, NDArray[np.float64]]:
    if vintage is Vintage.HINDSIGHT:
        return panel, came
    known = dated_as_known(panel)
    return strict(panel.take(known)), came[known]


def _questions(
    facts: Facts, first: date, last: date, one_in: int
) -> tuple[list[Question], dict[tuple[str, int, date], bool]]:
    """Return the months' questions, and whether the next season was known to be out by each month's end."""
    seasons: dict[str, list[tuple[int, date, date]]] = {}
    for show, season, premiere, known in facts.connection.execute(_KNOWN, {"last": last}).fetchall():
        if crc32(show.encode()) % one_in == 0 and known <= last:
            seasons.setdefault(show, []).append((season, premiere, known))
    questions, came = [], {}
    ends = outcomes.month_ends(first, last)
    for show, some in seasons.items():
        for start, end in ends:
            out = [(season, day) for season, day, known in some if known <= start]
            if not out or (start - max(out)[1]).days > _LONGEST:
                continue
            stands = max(out)[0]
            questions.append(Question(show, stands, start))
            came[show, stands, start] = any(s > stands and start < known <= end for s, _, known in some)
    return questions, came
