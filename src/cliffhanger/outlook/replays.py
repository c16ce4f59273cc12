"""The replay over a set of facts, with the models of this version fitted again for each of its days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from cliffhanger.evaluation import answers, history
from cliffhanger.evaluation.vintage import Vintage, strict
from cliffhanger.outlook import starter

if TYPE_CHECKING:
    from cliffhanger.evaluation.answers import Fitter, Plan, Replayed, Told
    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models
    from cliffhanger.panel.panel import Panel

FOLLOWED_FROM = date(2024, 1, 1)
"""Day of the first fit on the months of followed series; earlier ones take the catalogued series of four years."""

_REACH = timedelta(days=4 * 365)


def replay(facts: Facts, version: str, plan: Plan, tell: Told) -> Replayed:
    """Return what the models of this version would have said, fitted anew for each day of a plan.

    Raises:
        MissingExtraError: where the training libraries are not installed.
    """
    return answers.replay(facts, fitter(facts, version), plan, tell)


def fitter(facts: Facts, version: str) -> Fitter:
    """Return what fits the models of this version on what was known before a day."""

    def fit(day: date, vintage: Vintage) -> Models:
        followed = day >= FOLLOWED_FROM
        until = starter.Until(
            day,
            starter.FIRST_MONTH if followed else (day - _REACH).replace(day=1),
            history.followed(vintage) if followed else history.catalogued(vintage),
            strict if vintage is Vintage.STRICT else _as_it_is,
        )
        return starter.fit(facts, version, until)

    return fit


def _as_it_is(panel: Panel) -> Panel:
    return panel
