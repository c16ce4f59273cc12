"""Making the starter catalogue: facts, our own measures and the fitted models, small enough to ship."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.ledger import facts as store
from cliffhanger.models import bundle
from cliffhanger.panel import outcomes, panel

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.typing import NDArray

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models
    from cliffhanger.panel.panel import Panel

FIRST_MONTH = date(2021, 6, 1)
"""First month of the hazard's rows: chosen by the log loss of the month ahead, months up to May 2025."""

LAST_MONTH = date(2026, 1, 1)
"""Day by which the hazard's last month has ended; the source of what is followed changed over then."""

LISTED = (date(2026, 1, 3), date(2026, 1, 31))
"""The month of which it is known what was listed at its start, and what had come at its end. All series had been read
for the first time by its third day."""

LAST_DECISIONS = (date(2018, 8, 31), date(2019, 8, 31))
"""Last days of the decisions fitted on, a fit each: those of the TV season 2018-19 are held out from the questions of
that season, and speak for those of later ones."""

LAST_RECENT = date(2025, 6, 30)
"""Last day of the premieres that set today's level: half a year before the last outcomes."""

MODEL_NAME = "second models"


@dataclass(frozen=True, slots=True)
class Until:
    """What a fit may know, where it is to stand in a replay.

    Attributes:
        day: every outcome that is used was known before this day.
        first: first day of the hazard's rows, and of the premieres that set the level.
        months: gives the hazard's rows and answers between two days; by default the followed series' months.
        view: what is seen of a panel, for example :func:`cliffhanger.evaluation.vintage.strict`.
    """

    day: date
    first: date = FIRST_MONTH
    months: Callable[[Facts, date, date], tuple[Panel, NDArray[np.float64]]] = outcomes.months
    view: Callable[[Panel], Panel] = lambda rows: rows


def fit(facts: Facts, version: str, until: Until | None = None) -> Models:
    """Fit the models from a ledger's facts.

    Args:
        facts: prepared facts, with raw ratings measured.
        version: version of the package, stamped on the models.
        until: what may be known, in a replay; such models have no bootstrap fits.

    Raises:
        MissingExtraError: where the training libraries are not installed.
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - needed with it alone
    from cliffhanger.models import training  # noqa: PLC0415 - the extra may be absent

    replay = until or Until(LAST_MONTH + timedelta(days=1))
    last = replay.day - timedelta(days=1)
    known_to = date.fromisoformat(facts.manifest.known_to) if until is None else last
    recent = (replay.first, min(last, LAST_RECENT))
    rows, answers = replay.months(facts, replay.first, last)
    months = training.Months(replay.view(rows), answers)
    shown, shares = replay.view(outcomes.recent(facts, *recent)), outcomes.shares(facts, *recent)
    decisions = []
    for known in [day for day in LAST_DECISIONS if day <= last] or [last]:
        cards, ordered = outcomes.decisions(facts, known)
        decisions.append(training.Decisions(replay.view(cards), ordered, shown, shares, known))
    try:
        return training.fit(
            months,
            decisions,
            _listings(facts, known_to, replay.view),
            name=f"{MODEL_NAME} {version}",
            trained_to=last.isoformat(),
            replicas=training.REPLICAS if until is None else 0,
        )
    except ImportError as error:
        raise MissingExtraError(what="fitting the models", extra="train") from error


def _listings(facts: Facts, known_to: date, view: Callable[[Panel], Panel]) -> tuple[Panel, NDArray[np.float64]]:
    """Return the month of listings, or rows that know of none where it is not over."""
    if known_to >= LISTED[1]:
        rows, came = outcomes.listed(facts, *LISTED)
        return view(rows), came
    rows = panel.latest(facts, min(known_to, LISTED[0] - timedelta(days=30)))
    return view(rows), np.zeros(len(rows))


def build(facts: Facts, models: Models, folder: Path) -> None:
    """Write a starter catalogue: the same bytes from the same facts and models.

    Args:
        facts: prepared facts.
        models: the fitted models.
        folder: where to.
    """
    connection = facts.connection
    for statement in files(__package__).joinpath("starter.sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            connection.execute(statement)
    slim = store.connect()
    for name in store.TABLES:
        slim.from_arrow(connection.table(f"starter_{name}").to_arrow_table()).create(name)
    manifest = replace(facts.manifest, raw_ratings=False)
    store.write(store.Facts(slim, manifest), folder, beside=lambda unfinished: bundle.write(models, unfinished))
