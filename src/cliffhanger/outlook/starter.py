"""Making the starter catalogue: facts, our own measures and the fitted models, small enough to ship."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files
from typing import TYPE_CHECKING

from cliffhanger.ledger import facts as store
from cliffhanger.models import bundle
from cliffhanger.panel import outcomes, panel

if TYPE_CHECKING:
    from pathlib import Path

    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models

FIRST_MONTH = date(2023, 6, 1)
"""First month of the hazard's rows: series are followed day by day since the end of April 2023."""

LAST_MONTH = date(2026, 1, 1)
"""Day by which the hazard's last month has ended; the source of what is followed changed over then."""

LAST_DECISION = date(2018, 8, 31)
"""Last day of the decisions fitted on: those of the TV season 2018-19 are held out."""

LAST_RECENT = date(2025, 6, 30)
"""Last day of the premieres that set today's level: half a year before the last outcomes."""

MODEL_NAME = "first models"


def fit(facts: Facts, version: str) -> Models:
    """Fit the models from a ledger's facts.

    Args:
        facts: prepared facts, with raw ratings measured.
        version: version of the package, stamped on the models.

    Raises:
        MissingExtraError: where the training libraries are not installed.
    """
    from cliffhanger.domain.errors import MissingExtraError  # noqa: PLC0415 - needed with it alone
    from cliffhanger.models import training  # noqa: PLC0415 - the extra may be absent

    months = training.Months(*outcomes.months(facts, FIRST_MONTH, LAST_MONTH))
    decisions = training.Decisions(
        *outcomes.decisions(facts, LAST_DECISION),
        recent=outcomes.recent(facts, FIRST_MONTH, LAST_RECENT),
        shares=outcomes.shares(facts, FIRST_MONTH, LAST_RECENT),
    )
    known_to = date.fromisoformat(facts.manifest.known_to)
    try:
        return training.fit(
            months,
            decisions,
            panel.latest(facts, known_to),
            name=f"{MODEL_NAME} {version}",
            trained_to=LAST_MONTH.isoformat(),
        )
    except ImportError as error:
        raise MissingExtraError(what="fitting the models", extra="train") from error


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
