"""Will the next season be ordered, will it premiere, and by when: the models put together.

1. The return hazard gives the odds of a premiere month by month.
2. A listed next season updates them, where listings are known.
3. Where the platform's record is known, the decision model gives the odds of
   an order as they stood two months after the premiere; silence since then
   moves those odds as far as it moved the hazard's odds of ever returning.
   They are set to the level of today (:mod:`.level`), and averaged with the
   hazard's own word as the years since the last known decisions pass.
4. Of ordered seasons 98 % premiere; of others none, for a season that is
   taken up elsewhere is ordered there.
5. What has been announced outweighs all of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.domain.vocabulary import State
from cliffhanger.models.decision import speaking
from cliffhanger.models.level import faded
from cliffhanger.models.logistic import expit, logit
from cliffhanger.panel.panel import DAYS_A_MONTH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from cliffhanger.models.bundle import Models
    from cliffhanger.models.hazard import Curve
    from cliffhanger.panel.panel import Panel

P_PREMIERE_IF_ORDERED = 0.98
"""Of seasons that the scorecards call renewed; one that premieres elsewhere was ordered elsewhere."""

DECISION_MONTHS = 2.0
"""Months after the premiere at which the decision model asks."""

JUDGED_MONTHS = 36.0
"""Months after the premiere beyond which the odds are left to the hazard: the scorecards hold no later decisions."""

_OWN_WORD = 0.5
"""Weight of the hazard's own word on a decision of today, beside the decision model's, which is ten years older and,
without votes, knows little more than the platform and the season's number."""

DECISION_CLASSES = ("broadcast", "cable", "premium cable", "streaming")
"""Kinds of platform whose decisions the scorecards hold."""

ANNOUNCED = {
    State.RENEWED: 0.995,
    State.DATED: 0.999,
    State.IN_PRODUCTION: 0.98,
    State.CANCELLED: 0.03,
    State.ENDING: 0.01,
}
"""Probability of a further order once it has been announced, or ruled out, in public."""

_STATUS_STATE = {
    "cancelled": State.CANCELLED,
    "ended": State.ENDING,
    "in_production": State.IN_PRODUCTION,
}


@dataclass(frozen=True, slots=True)
class Fates:
    """The odds of a panel's rows.

    Attributes:
        state: what was known of the next season, shape (rows,), of :class:`State`.
        p_renewed: probability that it is ordered, shape (rows,).
        curve: when it premieres.
    """

    state: NDArray[np.object_]
    p_renewed: NDArray[np.float64]
    curve: Curve


def fates(panel: Panel, models: Models, *, replica: int | None = None) -> Fates:
    """Return the odds of a panel's rows.

    Args:
        panel: the rows.
        models: the fitted models.
        replica: number of the hazard's bootstrap fit to use in place of the main one.
    """
    curve = models.listing.update(models.hazard.curve(panel, replica=replica), panel)
    p_renewed = ordered(panel, models, curve, replica=replica)
    state = states(panel)
    announced = np.asarray([ANNOUNCED.get(s, np.nan) if f else np.nan for s, f in zip(state, said(panel), strict=True)])
    p_renewed = np.where(np.isnan(announced), p_renewed, announced)
    curve = _on_plan(curve.scaled(P_PREMIERE_IF_ORDERED * p_renewed), panel)
    out = ~np.isnat(panel["next_premiere"])
    return Fates(state, np.where(out, 1.0, p_renewed), curve.arrived(out))


def ordered(panel: Panel, models: Models, curve: Curve, *, replica: int | None = None) -> NDArray[np.float64]:
    """Return the probability of an order, before anything announced is looked at."""
    from_hazard = implied(curve.ever)
    out = np.asarray(from_hazard).copy()
    judge = judged(panel)
    for decision, turn in speaking(models.decisions, panel["as_of"]):
        mine = judge & turn
        if not mine.any():
            continue
        rows = panel.take(mine)
        early = early_ever(rows, models, replica=replica)
        moved = decision.log_odds(rows, early) + logit(curve.ever[mine]) - logit(early)
        weight = np.where(np.isnan(rows["season_votes"]), 1 - _OWN_WORD * faded(rows), 1.0)
        both = weight * logit(decision.level.odds(rows, moved)) + (1 - weight) * logit(from_hazard[mine])
        out[mine] = np.clip(expit(both), 0.005, 0.995)
    return out


def implied(ever: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the probability of an order that a probability of ever premiering implies."""
    return np.asarray(np.clip(ever / P_PREMIERE_IF_ORDERED, 0.0005, 0.995))


def early_ever(panel: Panel, models: Models, *, replica: int | None = None) -> NDArray[np.float64]:
    """Return the hazard's odds of ever returning as they stood ``DECISION_MONTHS`` after each premiere."""
    days = np.timedelta64(int(DECISION_MONTHS * DAYS_A_MONTH), "D")
    then = panel["premiere"] + days
    columns = dict(panel.columns)
    columns["as_of"] = np.where(np.isnat(then), panel["as_of"], then)
    columns["last_aired"] = np.minimum(panel["last_aired"], columns["as_of"])
    columns["status"] = np.full(len(panel), "", dtype=object)
    return models.hazard.curve(type(panel)(columns), replica=replica).ever


def judged(panel: Panel) -> NDArray[np.bool_]:
    """Return which rows the decision model speaks for: its kinds of platform, may go on, not long silent."""
    known = np.isin(panel["platform_class"].astype(str), DECISION_CLASSES)
    over = np.isin(panel["status"].astype(str), ("ended", "cancelled")) | (panel["kind"] == "limited")
    return np.asarray(known & ~over & (panel.months("premiere") <= JUDGED_MONTHS))


def said(panel: Panel) -> NDArray[np.bool_]:
    """Return which rows rest on an announcement, or on a date that has been set."""
    return np.asarray((panel["fate"] != "") | ~np.isnat(panel["planned_from"]))


def states(panel: Panel) -> NDArray[np.object_]:
    """Return the state of each row: by announcement, else by a catalogue's word, else limited or in limbo."""
    by_fate = {
        "renewed": State.RENEWED,
        "ordered": State.RENEWED,
        "rescued": State.RENEWED,
        "cancelled": State.CANCELLED,
        "ending": State.ENDING,
    }
    out = np.full(len(panel), State.LIMBO, dtype=object)
    for row in range(len(panel)):
        fate, status = panel["fate"][row], panel["status"][row]
        if not np.isnat(panel["next_premiere"][row]):
            out[row] = State.RETURNED
        elif not np.isnat(panel["planned_from"][row]):
            out[row] = State.DATED
        elif fate:
            out[row] = by_fate[fate]
        elif status in _STATUS_STATE:
            out[row] = _STATUS_STATE[status]
        elif panel["kind"][row] == "limited":
            out[row] = State.LIMITED
    return out


def _on_plan(curve: Curve, panel: Panel) -> Curve:
    """Move the mass of a dated premiere to the month ahead in which its date lies."""
    dated = ~np.isnat(panel["planned_from"])
    if not dated.any():
        return curve
    by = curve.by.copy()
    days = np.arange(by.shape[1]) * DAYS_A_MONTH
    for row in np.flatnonzero(dated):
        first, last = ((panel[name][row] - panel["as_of"][row]).astype(int) for name in ("planned_from", "planned_to"))
        share = np.clip((days - first) / max(last - first, 1), 0.0, 1.0)
        # A date beyond the horizon is kept at it: the season is coming, and not within five years.
        share[-1] = 1.0
        by[row] = curve.ever[row] * share
    return type(curve)(by)
