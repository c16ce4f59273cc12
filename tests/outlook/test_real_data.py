"""The main job on the real data: from files to a ledger to forecasts, and to the catalogue that ships."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cliffhanger.ledger import upkeep
from cliffhanger.ledger.ingest import ingest
from cliffhanger.ledger.store import Ledger
from cliffhanger.outlook import facts, starter
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.forecasts import line
from cliffhanger.panel import panel

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [pytest.mark.shared, pytest.mark.slow, pytest.mark.xdist_group("real data")]


@pytest.fixture(scope="module")
def ledger(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Ledger:
    """Return a ledger of all the real data."""
    made = Ledger(tmp_path_factory.mktemp("real") / "ledger")
    reports = ingest(made, [shared / "data"], author="test")
    assert not [report for report in reports if report.failed]
    return made


def test_the_ledger_is_whole_and_takes_the_same_files_only_once(ledger: Ledger, shared: Path) -> None:
    """The check finds nothing, and a second ingest adds no batch."""
    assert upkeep.check(ledger) == []
    before = ledger.batches()
    ingest(ledger, [shared / "data"], author="test")
    assert ledger.batches().equals(before)


def test_the_shipped_catalogue_is_what_the_data_make(ledger: Ledger, tmp_path: Path) -> None:
    """Built again with the shipped models, every file has the same bytes."""
    opened = facts.from_ledger(ledger.path)
    panel.prepare(opened)
    starter.build(opened, facts.starter_models(), tmp_path / "starter")
    made = {file.name: file.read_bytes() for file in (tmp_path / "starter").iterdir()}
    assert made.keys() == {"claims.parquet", "observations.parquet", "manifest.json", "models.json"}
    assert [name for name, content in made.items() if content != (facts.STARTER / name).read_bytes()] == []


@pytest.mark.parametrize("as_of", [date(2026, 1, 31), date(2025, 7, 30)])
def test_a_ledger_and_the_starter_catalogue_give_the_same_forecasts(ledger: Ledger, as_of: date) -> None:
    """What was left out of the catalogue moves no odds; every series with a rated season has its line."""
    by = (date(2026, 8, 22),)
    models = facts.starter_models()
    own = [line(f) for f in Desk.open(facts.from_ledger(ledger.path), models).forecasts(as_of, by)]
    shipped = [line(f) for f in Desk.open(facts.from_starter(), models).forecasts(as_of, by)]
    assert own == shipped
    assert len(own) > 22_000
