"""Ask, then reveal: what is seen when, what is asked, and that made-up worlds are judged as they are."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.evaluation import families, rivals
from cliffhanger.evaluation.answers import HEADLINE, HORIZONS, Plan, replay
from cliffhanger.evaluation.families import AGES, Family
from cliffhanger.evaluation.history import catalogued, followed
from cliffhanger.evaluation.replay import AnsweredBeforeError, ask_then_reveal, fit_of, origins, refits
from cliffhanger.evaluation.vintage import Vintage, dated_as_known, strict
from cliffhanger.panel import panel
from tests.facts import EPOCH, claim, dated, facts, number
from tests.models.fitted import models
from tests.models.panels import one

if TYPE_CHECKING:
    from cliffhanger.ledger.facts import Facts
    from cliffhanger.models.bundle import Models

NOW = date(2026, 1, 31)
"""The last day of the made-up data."""


def prepared(*rows: dict[str, Any]) -> Facts:
    """Return made-up facts, prepared."""
    opened = facts(*rows)
    panel.prepare(opened)
    return opened


@given(
    st.lists(st.tuples(st.integers(0, 400), st.one_of(st.none(), st.integers(1, 400))), min_size=1, max_size=30),
    st.integers(0, 500),
)
def test_an_answer_is_revealed_once_and_strictly_after_its_question(
    rows: list[tuple[int, int | None]], until: int
) -> None:
    """Days rise; each question is asked once, before its answer; nothing of after the end is told."""
    start = date(2020, 1, 1)
    asked = [start + timedelta(days=day) for day, _ in rows]
    known = [None if wait is None else day + timedelta(days=wait) for day, (_, wait) in zip(asked, rows, strict=True)]
    seen: set[int] = set()
    told: list[int] = []
    days = []
    for step in ask_then_reveal(asked, known, start + timedelta(days=until)):
        assert all(asked[row] == step.day and row not in seen for row in step.asked)
        assert all(row in seen and known[row] == step.day for row in step.revealed)
        seen.update(step.asked)
        told += step.revealed
        days.append(step.day)
    assert days == sorted(set(days))
    assert sorted(seen) == [row for row, day in enumerate(asked) if (day - start).days <= until]
    assert sorted(told) == [r for r, day in enumerate(known) if day is not None and (day - start).days <= until]


def test_an_answer_of_the_questions_own_day_is_refused() -> None:
    """Strictly later, not as late: the error names the question and both days."""
    day = date(2020, 1, 1)
    with pytest.raises(AnsweredBeforeError, match=r"question 1 is asked on 2020-01-01.*known on 2020-01-01"):
        list(ask_then_reveal([day, day], [day + timedelta(days=1), day], NOW))


def test_questions_belong_to_the_last_fit_that_is_not_after_them() -> None:
    """A fit of a day answers that day's questions, for it knows only what was known before."""
    fits = refits(date(2019, 1, 1), date(2020, 12, 31), (1, 9))
    assert fits == [date(2019, 1, 1), date(2019, 9, 1), date(2020, 1, 1), date(2020, 9, 1)]
    days = np.array(["2018-12-31", "2019-01-01", "2019-08-31", "2020-09-01"], dtype="datetime64[D]")
    assert list(fit_of(fits, days)) == [-1, 0, 0, 3]
    assert origins(date(2019, 11, 2), date(2020, 1, 5)) == [date(2019, 12, 1), date(2020, 1, 1)]


def test_the_strict_view_takes_away_what_came_later() -> None:
    """Number, word and platform's record go where the flag says hindsight, and nothing else does."""
    row = one(
        episodes=8.0, episodes_hindsight=True, network="NBC", network_hindsight=True, platform_class="broadcast",
        class_decided=9.0, rating=70.0,
    )  # fmt: skip
    seen = strict(row)
    assert np.isnan(seen["episodes"][0])
    assert (seen["network"][0], seen["platform_class"][0], seen["class_decided"][0]) == ("", "unknown", 0.0)
    assert (seen["rating"][0], seen["season"][0]) == (70.0, 1.0)
    assert not any(seen[name].any() for name in seen.columns if name.endswith("_hindsight"))
    assert row["episodes"][0] == 8.0


def test_a_date_by_the_id_clock_is_never_strict() -> None:
    """The clock is set with all dates, later ones too."""
    assert list(dated_as_known(one(basis="tmdb"))) == [True]
    assert list(dated_as_known(one(basis="id clock"))) == [False]
    assert list(dated_as_known(one(basis="tmdb", premiere=np.datetime64("NaT")))) == [False]


def test_monthly_questions_follow_rules_of_their_day() -> None:
    """Limbo is asked about, a known order for its date; what was over by then is counted."""
    day, out = date(2024, 6, 1), date(2024, 1, 10)
    follow = [number(f"s:{n}", "tracked_since", (date(2023, 5, 1) - EPOCH).days, date(2023, 5, 1)) for n in range(5)]
    rows = [dated(f"s:{n}", 1, out) for n in range(5)]
    said = [
        claim("s:1", "renewed", "2", date(2024, 5, 1), season=1),
        claim("s:2", "cancelled", "1", date(2024, 5, 31), season=1),
        claim("s:3", "cancelled", "1", date(2024, 6, 2), season=1),
        claim("s:4", "kind", "limited", out),
        dated("s:0", 2, date(2024, 9, 9)),
        dated("s:1", 2, date(2025, 2, 2)),
    ]
    opened = prepared(*rows, *follow, *said)
    limbo, coming = families.monthly(opened, day, families.Premieres(opened))
    assert list(limbo.panel["show"]) == ["s:0", "s:3"]
    assert [str(known) for known in limbo.known] == ["2024-09-09", "NaT"]
    assert (limbo.family, coming.family) == (Family.RETURN, Family.DATE)
    assert (list(coming.panel["show"]), str(coming.known[0])) == (["s:1"], "2025-02-02")
    assert sorted(limbo.excluded.values()) == [1, 1, 1]


def test_decisions_are_asked_while_they_are_open() -> None:
    """Of four ages only those before the announcement are asked, with the platform that the card names."""
    premiere, finale, told = date(2015, 10, 1), date(2016, 1, 10), date(2016, 2, 20)
    card = {"source": "scorecards", "source_show": "card"}
    opened = prepared(
        dated("s:1", 1, premiere),
        dated("s:1", 1, finale) | {"predicate": "finale_date"},
        claim("s:1", "renewed", "2", told, season=1, valid_from=told, valid_to=told, **card),
        claim("s:1", "network", "NBC", told, **card),
    )
    asked = families.decisions(opened, date(2013, 9, 1), NOW)
    assert list(asked.age) == list(AGES[:2])
    assert list(asked.happened) == [1.0, 1.0]
    assert set(asked.known.astype(str)) == {"2016-02-20"}
    assert list(asked.panel["platform_class"]) == ["broadcast", "broadcast"]
    assert not asked.panel["network_hindsight"].any()
    assert asked.excluded["it had been decided by then"] == 2


@pytest.mark.parametrize("months", [followed(Vintage.STRICT), catalogued(Vintage.HINDSIGHT)], ids=["followed", "all"])
def test_months_to_fit_on_end_before_the_fit(months: Any) -> None:  # noqa: ANN401 - one of two functions
    """A premiere that became known after the last day is no answer, and its month is not asked."""
    rows = []
    for n in range(60):
        rows += [dated(f"s:{n}", 1, date(2023, 6, 3)), dated(f"s:{n}", 2, date(2024, 3, 20), known_on=date(2024, 4, 2))]
        rows.append(number(f"s:{n}", "tracked_since", (date(2023, 6, 1) - EPOCH).days, date(2023, 6, 1)))
    opened = prepared(*rows)
    asked, came = months(opened, date(2023, 7, 1), date(2024, 3, 31))
    assert len(asked) > 0
    assert came.sum() == 0
    assert asked["as_of"].max() == np.datetime64("2024-02-01")
    _, later = months(opened, date(2023, 7, 1), date(2024, 5, 31))
    assert later.sum() == len(set(asked["show"]))


def test_rates_shrink_cell_by_cell() -> None:
    """A rate of few rows lies near that of the coarser cell; a cell that was never counted takes its rate."""
    keys = [("a", "x")] * 40 + [("a", "y")] * 1 + [("b", "x")] * 59
    happened = np.array([1.0] * 40 + [0.0] + [0.0] * 59)
    rates = rivals.Rates.fit(keys, happened)
    assert rates.rate(("a", "x")) > rates.rate(("a", "y")) > rates.rate(("b", "x"))
    assert rates.rate(("a", "never")) == rates.rate(("a",))
    assert rates.rate(("never",)) == rates.overall == pytest.approx(50 / 120)


def test_one_number_alone_is_the_logistic_regression_of_it() -> None:
    """On made-up rows the fit finds the curve they were made with, and a missing number gives its own rate."""
    rng = np.random.default_rng(3)
    x = rng.normal(size=20_000)
    missing = rng.random(20_000) < 0.3
    p = np.where(missing, 0.2, 1 / (1 + np.exp(-(0.5 + 1.5 * x))))
    fitted = rivals.Alone.fit(np.where(missing, np.nan, x), (rng.random(20_000) < p).astype(float))
    said = fitted.probability(np.array([0.0, 1.0, np.nan]))
    assert said == pytest.approx([1 / (1 + np.exp(-0.5)), 1 / (1 + np.exp(-2.0)), 0.2], abs=0.02)


@pytest.mark.parametrize(("answer", "rate"), [(1.0, 10.5 / 11), (0.0, 0.5 / 11)])
def test_where_all_answers_are_alike_a_number_tells_nothing(answer: float, rate: float) -> None:
    """And the rate stays short of certainty."""
    fitted = rivals.Alone.fit(np.arange(10.0), np.full(10, answer))
    assert fitted.probability(np.array([-5.0, 5.0, np.nan])) == pytest.approx([rate] * 3)


def test_popularity_knows_the_votes_of_the_day() -> None:
    """Strictly, later votes count for nothing; in hindsight they fill in."""
    opened = prepared(
        *(dated(f"s:{n}", 1, date(2024, 1, 1)) for n in range(3)),
        *(number(f"s:{n}", "tmdb_votes", 10 * n, date(2024, 2, 1), source="tmdb") for n in range(2)),
        number("s:2", "tmdb_votes", 999, date(2025, 2, 1), source="tmdb"),
    )
    rivals.prepare(opened)
    asked = panel.latest(opened, date(2024, 6, 1))
    places = {vintage: rivals.places_of(some, asked) for vintage, some in rivals.popularity(opened).items()}
    assert places[Vintage.STRICT] == pytest.approx([0.25, 0.75, np.nan], nan_ok=True)
    assert places[Vintage.HINDSIGHT] == pytest.approx([1 / 6, 0.5, 5 / 6])


def world() -> Facts:
    """Return a made-up world: two hundred followed series, of which every third comes back after ten months."""
    rng = np.random.default_rng(11)
    rows = []
    for n in range(200):
        out = date(2023, 6, 1) + timedelta(days=int(rng.integers(0, 500)))
        rows += [
            dated(f"s:{n:03}", 1, out),
            number(f"s:{n:03}", "tracked_since", (date(2023, 5, 1) - EPOCH).days, date(2023, 5, 1)),
        ]
        if n % 3 == 0:
            rows.append(dated(f"s:{n:03}", 2, out + timedelta(days=300 + int(rng.integers(0, 30)))))
    return prepared(*rows)


def test_a_replay_asks_models_of_before_each_day() -> None:
    """Each fit is asked for with its own day, none after the questions it answers, and all answers come later."""
    fitted: list[tuple[date, Vintage]] = []

    def fitter(day: date, vintage: Vintage) -> Models:
        fitted.append((day, vintage))
        return models()

    plan = Plan.of(NOW, 2)
    told: list[str] = []
    done = replay(world(), fitter, plan, told.append)
    assert {vintage for _, vintage in fitted} == set(Vintage)
    assert {day for day, _ in fitted} <= set(plan.fits)
    returns = {some.vintage: some for some in done.answers if some.family is Family.RETURN}
    some = returns[Vintage.STRICT]
    assert some.as_of.min() >= np.datetime64(plan.origins[0])
    assert ((some.known > some.as_of) | np.isnat(some.known)).all()
    assert some.model.shape == (len(some), len(HORIZONS))
    assert (np.diff(some.model, axis=1) >= 0).all()
    days, came = some.days(NOW)
    assert (days > 0).all()
    assert set(came) == {0.0, 1.0}
    assert told


def test_rivals_know_only_what_had_been_revealed() -> None:
    """Before the first fit that has ripe answers to learn from they say nothing; later outcomes do not change them."""
    plan = Plan.of(NOW, 2)
    done = replay(world(), lambda *_: models(), plan, lambda _: None)
    some = next(a for a in done.answers if a.family is Family.RETURN and a.vintage is Vintage.STRICT)
    first = np.datetime64(plan.origins[0]) + np.timedelta64(HEADLINE, "D")
    assert np.isnan(some.popularity[some.as_of < first]).all()
    assert not np.isnan(some.popularity[some.as_of >= np.datetime64("2025-07-01")]).any()
