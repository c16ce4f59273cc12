"""The record held to what came of it: forecasts as they were issued, and answers that were known later than that."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np

from cliffhanger.evaluation import scores
from cliffhanger.evaluation.board import Recorded
from cliffhanger.evaluation.scoring import bins

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cliffhanger.ledger.facts import Facts

_PREMIERES = """
SELECT "show", season, greatest(premiere, known_on) FROM seasons ORDER BY ALL
"""


@dataclass(frozen=True, slots=True)
class Issued:
    """One issued forecast.

    Attributes:
        issued_on: the day on which it was issued.
        line: the forecast, as the command line prints it.
        sha256: its hash.
    """

    issued_on: date
    line: Mapping[str, Any]
    sha256: str


def score(issued: Sequence[Issued], facts: Facts, *, whole: bool) -> Recorded:
    """Return what came of issued forecasts, as far as the facts reach.

    A question is "premiered by D", one for each day that a forecast gives a
    probability for. It is answered where the season is known to be out, or
    where D is past; and only by what became known after the day of issue, for
    a forecast that was issued later than its answer forecasts nothing.

    Args:
        issued: the record, in its order.
        facts: prepared facts; what is known in them are the answers.
        whole: whether the chain was found whole.
    """
    known_to = date.fromisoformat(facts.manifest.known_to)
    out = _premieres(facts)
    answered = [
        (float(p), came)
        for one in issued
        if not one.line.get("abstain")
        for p, came in _answers(one, out.get(str(one.line["show"]), ()), known_to)
    ]
    known = [(p, came) for p, came in answered if came is not None]
    p, y = (np.asarray([pair[place] for pair in known], dtype=np.float64) for place in (0, 1))
    return Recorded(
        issued=len(issued),
        whole=whole,
        first=issued[0].issued_on.isoformat() if issued else "",
        last=issued[-1].issued_on.isoformat() if issued else "",
        head=issued[-1].sha256 if issued else "",
        answered=len(known),
        open=len(answered) - len(known),
        came=int(y.sum()),
        expected=float(p.sum()),
        brier=scores.brier(p, y) if len(y) else None,
        bins=bins(p, y) if len(y) else (),
    )


def _premieres(facts: Facts) -> dict[str, list[tuple[int, date]]]:
    found: dict[str, list[tuple[int, date]]] = {}
    for show, season, day in facts.connection.execute(_PREMIERES).fetchall():
        found.setdefault(show, []).append((season, day))
    return found


def _answers(one: Issued, seasons: Iterable[tuple[int, date]], known_to: date) -> list[tuple[float, bool | None]]:
    """Return the probabilities of one forecast with their answers: None where open; none that were known too early."""
    asked = date.fromisoformat(one.line["as_of"])
    from_day = max(asked, one.issued_on)
    back = min((day for season, day in seasons if season > one.line["season"] and day > asked), default=None)
    out: list[tuple[float, bool | None]] = []
    for text, p in one.line["p_return_by"].items():
        by = date.fromisoformat(text)
        known = back if back is not None and back <= by else by
        if known <= from_day:
            continue
        out.append((p, known == back if known <= known_to and (back is not None or by <= known_to) else None))
    return out
