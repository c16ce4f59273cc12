"""The laws of as-of views, on real Delta tables; the claims are made up."""

from __future__ import annotations

import multiprocessing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cliffhanger.domain.claim import Claim, Judgement
from cliffhanger.domain.vocabulary import Predicate, Verdict
from cliffhanger.ledger import asof, engine
from cliffhanger.ledger.store import Ledger
from cliffhanger.sources.batch import claims_frame, judgements_frame

if TYPE_CHECKING:
    import random
    from collections.abc import Iterable, Sequence
    from multiprocessing.connection import Connection
    from pathlib import Path

    from ibis.backends import BaseBackend

DAY_ZERO = datetime(2025, 1, 1, tzinfo=UTC)


def day(number: int) -> datetime:
    """Return an instant some days after the first."""
    return DAY_ZERO + timedelta(days=number)


def made_up_claim(number: int, known: int, source: str = "a") -> Claim:
    """Return a claim that says nothing but its own number."""
    return Claim(
        source=source, show=f"made_up:{number % 3}", predicate=Predicate.TITLE, value=str(number), known_at=day(known)
    )


def retraction(of: Claim, known: int, source: str | None = None) -> Claim:
    """Return the row that takes a claim back."""
    return Claim(
        source=source or of.source,
        show=of.show,
        predicate=of.predicate,
        value="",
        known_at=day(known),
        retracts=of.id,
    )


def landed(folder: Path, batches: Iterable[Sequence[Claim | Judgement]]) -> Ledger:
    """Return a new ledger in which each list has landed as a batch of its own."""
    ledger = Ledger.create(folder)
    with ledger.writing():
        for number, rows in enumerate(batches):
            frames = {
                "claims": claims_frame(r for r in rows if isinstance(r, Claim)),
                "judgements": judgements_frame(r for r in rows if isinstance(r, Judgement)),
            }
            ledger.land(frames, {"delivery": f"d{number}", "source": "a", "parser": "1"}, landed_at=day(number))
    return ledger


def view(ledger: Ledger, instant: datetime, on: BaseBackend | None = None) -> list[dict[str, Any]]:
    """Return the claims that stood at an instant, without the time at which each ended, in a fixed order."""
    claims, _ = asof.facts(engine.tables(on or engine.duckdb(), ledger.view()))
    rows = asof.as_of(claims, instant).drop("known_until").to_pyarrow().to_pylist()
    for row in rows:
        row["known_at"] = row["known_at"].replace(tzinfo=UTC)
    return sorted(rows, key=lambda row: row["claim_id"])


worlds = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 20), st.one_of(st.none(), st.integers(0, 20))), min_size=1, max_size=6
)


def rows_of(world: list[tuple[int, int, int | None]]) -> list[Claim]:
    """Return a world's claims, each followed by its retraction where it has one."""
    rows = []
    for number, known, back in world:
        claim = made_up_claim(number, known)
        rows.append(claim)
        if back is not None:
            rows.append(retraction(claim, back))
    return rows


@settings(max_examples=20)
@given(world=worlds, later=worlds, at=st.integers(0, 20))
def test_law_1_a_later_known_fact_changes_no_earlier_view(
    tmp_path_factory: pytest.TempPathFactory,
    world: list[tuple[int, int, int | None]],
    later: list[tuple[int, int, int | None]],
    at: int,
) -> None:
    """Whatever becomes known after an instant, claim or retraction, leaves that instant's view as it was."""
    folder = tmp_path_factory.mktemp("law1")
    now_known = rows_of(world)
    known_later = [row for row in rows_of(later) if row.known_at > day(at)]
    known_later += [retraction(row, at + 1) for row in now_known if not row.retracts]
    before = view(landed(folder / "before", [now_known]), day(at))
    after = view(landed(folder / "after", [now_known, known_later]), day(at))
    assert after == before


@settings(max_examples=20)
@given(world=worlds, order=st.randoms(use_true_random=False), at=st.integers(0, 20))
def test_law_1_the_order_of_appending_never_matters(
    tmp_path_factory: pytest.TempPathFactory, world: list[tuple[int, int, int | None]], order: random.Random, at: int
) -> None:
    """The same rows in any order, in one batch or in many, give the same view."""
    folder = tmp_path_factory.mktemp("order")
    rows = rows_of(world)
    shuffled = list(rows)
    order.shuffle(shuffled)
    together = view(landed(folder / "together", [rows]), day(at))
    apart = view(landed(folder / "apart", [[row] for row in shuffled]), day(at))
    assert apart == together


def test_a_retraction_works_from_its_own_day(tmp_path: Path) -> None:
    """A claim stands until the day it is taken back, and still stands in views of the days before."""
    claim = made_up_claim(1, known=3)
    ledger = landed(tmp_path, [[claim], [retraction(claim, known=7)]])
    stood = [number for number in range(10) if view(ledger, day(number))]
    assert stood == [3, 4, 5, 6]


def test_only_the_claimant_can_take_back(tmp_path: Path) -> None:
    """A source cannot take back what another one said: that is a conflict, and both stand."""
    claim = made_up_claim(1, known=3)
    ledger = landed(tmp_path, [[claim], [retraction(claim, known=4, source="b")]])
    assert [row["value"] for row in view(ledger, day(9))] == ["1"]


def judgement(right: str, verdict: Verdict, judged: int, confidence: float = 0.9) -> Judgement:
    """Return a verdict on whether ``made_up:1`` is ``right``."""
    return Judgement(
        left="made_up:1",
        right=right,
        verdict=verdict,
        method="by hand",
        confidence=confidence,
        author="test",
        judged_at=day(judged),
    )


def test_a_judgement_gives_the_canonical_id_and_can_be_reversed(tmp_path: Path) -> None:
    """The latest verdict on a pair holds, whenever it was appended; the source's own id is kept beside it."""
    claim = made_up_claim(1, known=0)
    same = judgement("imdb:tt0000001", Verdict.SAME, judged=1)
    different = judgement("imdb:tt0000001", Verdict.DIFFERENT, judged=2)
    merged = view(landed(tmp_path / "merged", [[claim, same]]), day(9))
    reversed_ = view(landed(tmp_path / "reversed", [[claim, different], [same]]), day(9))
    assert [(row["show"], row["source_show"]) for row in merged] == [("imdb:tt0000001", "made_up:1")]
    assert [row["show"] for row in reversed_] == ["made_up:1"]


def test_the_most_confident_of_two_matches_is_taken(tmp_path: Path) -> None:
    """An id resolves to one show only, so that no fact is counted twice."""
    rows: list[Claim | Judgement] = [
        made_up_claim(1, known=0),
        judgement("imdb:tt0000001", Verdict.SAME, judged=3, confidence=0.6),
        judgement("imdb:tt0000002", Verdict.SAME, judged=1, confidence=0.8),
    ]
    assert [row["show"] for row in view(landed(tmp_path, [rows]), day(9))] == ["imdb:tt0000002"]


def views_by_spark(folder: Path, numbers: list[int], out: Connection) -> None:
    """Send the views of some days as Spark sees them."""
    spark = engine.spark("local[1]")
    out.send([view(Ledger.open(folder), day(number), on=spark) for number in numbers])


@pytest.mark.spark
def test_spark_and_duckdb_see_the_same(tmp_path: Path) -> None:
    """One contract over both engines: the same expressions give the same rows at every instant.

    Spark runs in a process of its own, which takes its open sockets with it.
    """
    claims = [made_up_claim(number, known=number % 7) for number in range(12)]
    taken_back = [retraction(claim, known=5 + number % 3) for number, claim in enumerate(claims[::2])]
    names = [judgement("imdb:tt0000001", Verdict.SAME, 1), judgement("imdb:tt0000002", Verdict.SAME, 2, 0.95)]
    ledger = landed(tmp_path / "a ledger", [claims, [*taken_back, *names], claims[:4]])
    numbers = [0, 3, 5, 9]
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    process = spawn.Process(target=views_by_spark, args=(ledger.path, numbers, there))
    process.start()
    there.close()
    by_spark = here.recv()
    process.join()
    assert by_spark == [view(ledger, day(number)) for number in numbers]
