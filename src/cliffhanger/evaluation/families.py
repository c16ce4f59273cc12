"""The three families of questions, by rules that a day's knowledge can apply, and what became of each.

* decision: is the next season ordered? Asked of the seasons on the scorecards 28 days after the premiere, at the
  finale, and 90 and 180 days after it, while nothing has been announced.
* return: will the next season have premiered by T? Asked on the first of each month while a series is in limbo.
* date: when will it premiere? Asked on the first of each month while a season is known to be coming.

Limited series, announced final seasons and cancelled series are left out where
that was known on the question's day; what came out only later stays in.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING
from zlib import crc32

import numpy as np

from cliffhanger.domain.forecast import Question
from cliffhanger.domain.vocabulary import State
from cliffhanger.evaluation.vintage import strict
from cliffhanger.models.fate import states
from cliffhanger.panel import panel as rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.panel.panel import Panel

LONGEST_SILENCE = 60.0
"""Months after a premiere up to which a series counts as in limbo."""

SAMPLED = 3
"""Of the series that are not followed day by day, one in so many is asked about."""

DAILY = 250.0
"""Episodes above which a season is a daily series, whose seasons do not follow each other."""

_COMING = (State.RENEWED, State.DATED, State.IN_PRODUCTION)
_LEFT_OUT = {
    State.LIMITED: "a limited series, as known then",
    State.ENDING: "its end had been announced, or a catalogue called it ended",
    State.CANCELLED: "it had been cancelled, as known then",
}

_PREMIERES = """
SELECT "show", season, greatest(premiere, known_on) AS day, basis <> 'id clock' AS exact
FROM seasons ORDER BY ALL
"""

_CARDS = """
SELECT s."show", s.season, s.premiere, greatest(s.premiere, coalesce(s.finale, s.premiere)) AS finale,
       coalesce(max_by(n.value, (n.known_on, n.value)) FILTER (n.known_on <= c.known_on), '') AS network
FROM seasons AS s
JOIN claims AS c ON (c."show", c.season) = (s."show", s.season) AND c.source = 'scorecards'
    AND c.predicate IN ('renewed', 'cancelled', 'ending')
LEFT JOIN claims AS n ON (n."show", n.source_show, n.source) = (c."show", c.source_show, c.source)
    AND n.predicate = 'network'
SEMI JOIN (SELECT "show" FROM claims WHERE source = 'estimate') AS e ON e."show" = s."show"
WHERE s.premiere >= $first
GROUP BY ALL
ORDER BY ALL
"""

_DECIDED = """
SELECT "show", season, predicate, known_on FROM claims
WHERE source = 'scorecards' AND modality = 'event' AND season IS NOT NULL
  AND predicate IN ('renewed', 'cancelled') AND known_on <= $known_to
ORDER BY "show", season, known_on, predicate
"""


class Family(StrEnum):
    """What is asked."""

    DECISION = "decision"
    RETURN = "return"
    DATE = "date"


AGES = ("28 days after the premiere", "at the finale", "90 days after the finale", "180 days after the finale")


@dataclass(frozen=True, slots=True)
class Asked:
    """Questions of one family, with their answers; only :mod:`.replay` may say when these are looked at.

    Attributes:
        family: what is asked.
        panel: the rows as known on each question's day.
        age: which of ``AGES`` a decision is asked at, empty in other families, shape (rows,).
        known: the day on which the answer was known, NaT where it is open, shape (rows,).
        happened: 1 where it was "yes" (ordered, or premiered), 0 where "no" or open, shape (rows,).
        exact: whether the answer's day is a source's, not an estimate's, shape (rows,).
        excluded: for each reason, how many questions were not asked.
    """

    family: Family
    panel: Panel
    age: NDArray[np.object_]
    known: NDArray[np.datetime64]
    happened: NDArray[np.float64]
    exact: NDArray[np.bool_]
    excluded: Counter[str]

    def take(self, where: NDArray[np.bool_]) -> Asked:
        """Return some of the questions."""
        return replace(
            self,
            panel=self.panel.take(where),
            age=self.age[where],
            known=self.known[where],
            happened=self.happened[where],
            exact=self.exact[where],
        )


class Premieres:
    """When seasons premiered, as is known today: answers, never features."""

    def __init__(self, facts: Facts) -> None:
        """Read them from prepared facts."""
        self._of: dict[str, list[tuple[int, date, bool]]] = {}
        for show, season, day, exact in facts.connection.execute(_PREMIERES).fetchall():
            self._of.setdefault(show, []).append((season, day, exact))

    def following(self, panel: Panel) -> tuple[NDArray[np.datetime64], NDArray[np.bool_]]:
        """Return when the next season of each row was known to be out, NaT where it is not, and if a source says so."""
        days = np.full(len(panel), np.datetime64("NaT"), dtype="datetime64[D]")
        exact = np.zeros(len(panel), dtype=bool)
        for row, (show, season) in enumerate(zip(panel["show"], panel["season"], strict=True)):
            later = [(day, known) for number, day, known in self._of.get(str(show), ()) if number > season]
            if later:
                days[row], exact[row] = min(later)
        return days, exact


def monthly(facts: Facts, day: date, premieres: Premieres) -> tuple[Asked, Asked]:
    """Return the questions of one day about returns and about dates.

    Args:
        facts: prepared facts.
        day: the day.
        premieres: the answers.
    """
    panel = rows.latest(facts, day)
    panel = panel.take(~np.isnat(panel["premiere"]))
    said_of = (panel["fate"] != "") | ~np.isnat(panel["planned_from"]) | (panel["status"] == State.IN_PRODUCTION)
    chosen = panel["tracked"] | np.asarray([_sampled(show) for show in panel["show"]], dtype=bool)
    panel, chosen = panel.take(chosen | said_of), chosen[chosen | said_of]
    # By the strict view, so that no later source decides what is asked.
    stands = states(strict(panel))
    coming = np.isin(stands.astype(str), _COMING)
    kept = chosen | coming
    panel, stands, coming = panel.take(kept), stands[kept], coming[kept]
    known, exact = premieres.following(panel)
    reason = _reasons(strict(panel), stands, known)
    happened = (~np.isnat(known)).astype(np.float64)
    age = np.full(len(panel), "", dtype=object)
    whole = Asked(Family.RETURN, panel, age, known, happened, exact, Counter())
    limbo = np.where((reason == "") & coming, "an order was known: asked for its date instead", reason)
    asked = whole.take(limbo == "")
    dated = whole.take((reason == "") & coming)
    return replace(asked, excluded=Counter(str(why) for why in limbo if why)), replace(dated, family=Family.DATE)


def decisions(facts: Facts, first: date, known_to: date) -> Asked:
    """Return the questions about decisions on the seasons of the scorecards.

    Args:
        facts: prepared facts.
        first: first day of the premieres.
        known_to: last day of the data.
    """
    cards = facts.connection.execute(_CARDS, {"first": first}).fetchall()
    ages, networks = {}, {}
    for show, season, premiere, finale, network in cards:
        for age, day in zip(AGES, _days(premiere, finale), strict=True):
            ages[show, season, day], networks[show, season, day] = age, network
    whole = _of_cards(rows.rows(facts, [Question(*key) for key in ages]), facts, known_to)
    reason = _of_decisions(whole, _heard(facts, _keys(whole.panel), known_to))
    kept = whole.take(reason == "")
    # A question names the platform that its season ran on, as whoever asks about a card would.
    panel = rows.rows(facts, [Question(*key) for key in _keys(kept.panel)])
    named = rows.with_platforms(facts, panel, [networks[key] for key in _keys(panel)])
    return replace(
        kept,
        panel=named,
        age=np.asarray([ages[key] for key in _keys(named)], dtype=object),
        excluded=Counter(str(why) for why in reason if why),
    )


def _of_cards(panel: Panel, facts: Facts, known_to: date) -> Asked:
    answers = _answers(facts, _keys(panel), known_to)
    return Asked(
        Family.DECISION,
        panel,
        np.full(len(panel), "", dtype=object),
        np.asarray([day for day, _ in answers], dtype="datetime64[D]"),
        np.asarray([float(renewed) for _, renewed in answers]),
        np.ones(len(panel), dtype=bool),
        Counter(),
    )


def _keys(panel: Panel) -> list[tuple[str, int, date]]:
    days = panel["as_of"].astype(object)
    return [
        (str(show), int(season), day) for show, season, day in zip(panel["show"], panel["season"], days, strict=True)
    ]


def _sampled(show: object) -> bool:
    return crc32(str(show).encode()) % SAMPLED == 0


def _days(premiere: date, finale: date) -> tuple[date, ...]:
    early = premiere + timedelta(days=28)
    # A season that came out at once, or within the month, has its finale asked about a day later than its premiere.
    end = max(finale, early + timedelta(days=1))
    return early, end, end + timedelta(days=90), end + timedelta(days=180)


def _answers(facts: Facts, keys: Sequence[tuple[str, int, date]], known_to: date) -> list[tuple[date | None, bool]]:
    """Return for each question the first decision that was known after its day, and whether it was a renewal."""
    said: dict[tuple[str, int], list[tuple[date, bool]]] = {}
    for show, season, predicate, day in facts.connection.execute(_DECIDED, {"known_to": known_to}).fetchall():
        said.setdefault((show, season), []).append((day, predicate == "renewed"))
    return [
        next(((day, yes) for day, yes in said.get((show, season), ()) if day > asked), (None, False))
        for show, season, asked in keys
    ]


def _heard(facts: Facts, keys: Sequence[tuple[str, int, date]], known_to: date) -> NDArray[np.bool_]:
    """Return which questions had their decision by their day."""
    first: dict[tuple[str, int], date] = {}
    for show, season, _, day in facts.connection.execute(_DECIDED, {"known_to": known_to}).fetchall():
        first.setdefault((show, season), day)
    return np.asarray([first.get((show, season), date.max) <= asked for show, season, asked in keys], dtype=bool)


def _reasons(panel: Panel, stands: NDArray[np.object_], known: NDArray[np.datetime64]) -> NDArray[np.object_]:
    reason = np.full(len(panel), "", dtype=object)
    for state, why in _LEFT_OUT.items():
        reason[stands == state] = why
    reason[(panel["episodes"] > DAILY) & (reason == "")] = "a daily series"
    reason[(panel.months("premiere") > LONGEST_SILENCE) & (reason == "")] = "silent for more than five years"
    late = ~np.isnat(known) & (known <= panel["as_of"])
    reason[(stands == State.RETURNED) | late] = "its next season was out by then (known only afterwards)"
    return reason


def _of_decisions(asked: Asked, heard: NDArray[np.bool_]) -> NDArray[np.object_]:
    panel = strict(asked.panel)
    stands = states(panel)
    reason = np.full(len(panel), "", dtype=object)
    reason[np.isnat(asked.known)] = "no later decision is on the cards (known only afterwards)"
    for state, why in _LEFT_OUT.items():
        reason[stands == state] = why
    reason[np.isin(stands.astype(str), (*_COMING, State.RETURNED)) | heard] = "it had been decided by then"
    reason[np.isnat(panel["premiere"]) & (reason == "")] = "no source known then says that the season had begun"
    return reason
