"""The leak detector: silent where nothing leaks, and loud where something does. Facts and models are made up."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from cliffhanger.domain.vocabulary import Metric, Predicate
from cliffhanger.evaluation import leaks
from cliffhanger.outlook import facts as stores
from cliffhanger.panel import panel
from cliffhanger.sources import registry
from tests.facts import EPOCH, claim, dated, facts, number
from tests.models.fitted import models

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from cliffhanger.domain.forecast import Question
    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models

DAY = date(2024, 6, 1)


def world(count: int = 90) -> Facts:
    """Return made-up facts about series of several kinds, prepared."""
    rows: list[dict[str, Any]] = []
    for n in range(count):
        out = DAY - timedelta(days=40 + 9 * n)
        show = f"s:{n:03}"
        rows += [
            dated(show, 1, out - timedelta(days=400)),
            dated(show, 2, out),
            claim(show, "network", ("NBC", "Netflix", "AMC")[n % 3], out),
            number(show, "tracked_since", (date(2023, 5, 1) - EPOCH).days, date(2023, 5, 1)),
            number(show, "episodes_listed", 8, out, season=2),
            number(show, "rating_percentile", n, out, season=2),
        ]
        if n % 2:
            rows.append(claim(show, "renewed", "2", out - timedelta(days=200), season=1, source="scorecards"))
    opened = facts(*rows)
    panel.prepare(opened)
    return opened


def size(opened: Facts) -> list[int]:
    """Return how many claims and observations there are."""
    return [len(opened.connection.table(name).fetchall()) for name in ("claims", "observations")]


def test_every_source_and_every_kind_of_fact_is_planted() -> None:
    """Each predicate and metric, under the name of each source of the registry, and of the news."""
    planted = {(plant.source, plant.what) for plant in leaks.plants()}
    for source in (*registry.NAMES, "news"):
        assert {what for name, what in planted if name == source} == {*Predicate, *Metric}


def test_no_forecast_moves_when_the_future_is_planted() -> None:
    """The panel and the models as they are hold every future fact off; and the facts are afterwards as before."""
    opened = world()
    before = size(opened)
    checked = leaks.check(opened, models(), [DAY], rounds=2)
    assert checked.leaks == ()
    assert checked.questions == 90
    assert checked.planted == 2 * len(leaks.plants())
    assert size(opened) == before
    assert leaks.say(checked)[-1].endswith("no forecast moved.")


def leaky(opened: Facts, asked: Sequence[Question], some: Models, view: tuple[str, str, str]) -> NDArray[np.float64]:
    """Forecast with a view (table, column, what) that forgets to ask when a fact became known."""
    table, column, what = view
    rows = opened.connection.table(table).filter(f"{column} = '{what}'").select('"show"').fetchall()
    heard = [sum(show == question.show for (show,) in rows) for question in asked]
    return np.asarray(leaks.ask(opened, asked, some) + 0.01 * np.array(heard)[:, None])


@pytest.mark.parametrize(
    ("table", "column", "what"),
    [
        ("claims", "predicate", "renewed"),
        ("claims", "predicate", "premiere_date"),
        ("claims", "predicate", "statement"),
        ("claims", "predicate", "next_season_listed"),
        ("observations", "metric", "imdb_rating"),
        ("observations", "metric", "weekly_rank"),
    ],
)
def test_a_view_that_forgets_the_date_is_found(table: str, column: str, what: str) -> None:
    """Each kind of future fact that a view lets in is named, under each source, and nothing else is."""
    opened = world()

    def asker(some: Facts, questions: Sequence[Question], fitted: Models) -> NDArray[np.float64]:
        return leaky(some, questions, fitted, (table, column, what))

    checked = leaks.check(opened, models(), [DAY], asker=asker, rounds=1)
    assert {leak.what for leak in checked.leaks} == {what}
    sources = {leak.source for leak in checked.leaks}
    assert sources >= {*registry.NAMES, "news"}
    assert f"{what} became known later" in leaks.say(checked)[0]


@pytest.mark.parametrize("forgotten", ["AND c.known_on <= q.as_of", "AND o.known_on <= q.as_of"])
def test_the_panel_without_its_date_bound_is_found(forgotten: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Taking the bound out of the panel's own SQL makes the detector fail."""
    whole = panel._sql  # noqa: SLF001 - the text that is made leaky

    def without(name: str) -> str:
        text = whole(name)
        return text.replace(forgotten, "") if name == "rows" else text

    assert forgotten in whole("rows")
    monkeypatch.setattr(panel, "_sql", without)
    opened = world()
    assert leaks.check(opened, models(), [DAY], rounds=3).leaks


def test_what_all_shows_share_is_found_too() -> None:
    """A leak through a common record moves every forecast, those beside innocent facts too."""
    opened = world()

    def asker(some: Facts, questions: Sequence[Question], fitted: Models) -> NDArray[np.float64]:
        count = some.connection.execute("SELECT count(*) FROM claims WHERE predicate = 'cancelled'").fetchone()
        return np.asarray(leaks.ask(some, questions, fitted) + 0.001 * (count or (0,))[0])

    checked = leaks.check(opened, models(), [DAY], asker=asker, rounds=1)
    assert len({leak.show for leak in checked.leaks}) == checked.questions


@pytest.mark.slow
def test_nothing_leaks_in_what_ships() -> None:
    """The starter catalogue and its models, on a day of the scorecards and on one of the followed series."""
    opened = stores.from_starter()
    panel.prepare(opened)
    checked = leaks.check(opened, stores.starter_models(), [date(2018, 3, 1), date(2025, 2, 1)], rounds=2)
    assert checked.leaks == ()
    assert checked.questions == 2 * leaks.MOST_SHOWS
