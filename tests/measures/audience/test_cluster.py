"""The same charts from DuckDB and from a real Spark cluster, also where a worker dies; the log is made up.

CLIFFHANGER_SPARK_EVENTS gives the size of the log; ``make spark-charts`` sets it to 50 million.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from typing import TYPE_CHECKING, Any

import pytest

from cliffhanger.ledger import engine
from cliffhanger.measures.audience import run
from cliffhanger.sources.playback import titles
from cliffhanger.sources.playback.invent import ZONES, World, invent
from cliffhanger.sources.playback.parse import Rules
from tests.measures.audience.cluster import cluster

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from pathlib import Path

    import polars as pl

EVENTS = int(float(os.environ.get("CLIFFHANGER_SPARK_EVENTS", "500000")))
PLAN = run.Plan(Rules(salt="a salt for the tests only", zones=ZONES))
DONE_BEFORE = 6
"""Tasks of the second worker that are done when it is killed: it holds parts of what is still needed."""

POLL = 0.05


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of an invented log."""
    folder = tmp_path_factory.mktemp("spark")
    invent(folder, EVENTS, seed=11, world=World(titles=100))
    return folder


@pytest.fixture(scope="module")
def by_duckdb(log: Path) -> pl.DataFrame:
    """Return the charts as DuckDB makes them."""
    with engine.opened("duckdb", "3GB") as chosen:
        return run.charted(chosen, str(log / "events"), titles.read(log / "titles.csv"), PLAN)


def by_spark(log: Path, master: str, settings: dict[str, str], out: Connection) -> None:
    """Send how many tasks the second executor has done, again and again, and the charts at the end."""
    chosen = engine.spark(master, settings)
    from pyspark.sql import SparkSession  # noqa: PLC0415 - Spark is slow to import

    status = SparkSession.active().sparkContext._jsc.sc().statusStore()  # noqa: SLF001 - Python has no other way to it
    over = threading.Event()

    def watch() -> None:
        while not over.wait(POLL):
            done = [e.completedTasks() for e in _listed(status.executorList(False)) if e.id() != "driver"]  # noqa: FBT003 - Java's own
            out.send(sorted(done))

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        charts = run.charted(chosen, str(log / "events"), titles.read(log / "titles.csv"), PLAN)
    finally:
        over.set()
        watching.join()
    chosen.disconnect()
    out.send(charts)


def _listed(executors: Any) -> list[Any]:  # noqa: ANN401 - objects of Scala's
    """Return what a sequence of Scala's holds."""
    return [executors.apply(place) for place in range(executors.size())]


def charts_of(log: Path, *, killing: bool) -> tuple[pl.DataFrame, bool]:
    """Return the charts as a cluster of two workers makes them, and whether one of them was killed meanwhile."""
    spawn = multiprocessing.get_context("spawn")
    here, there = spawn.Pipe()
    killed = False
    with cluster(2, memory="2g") as running:
        driver = spawn.Process(target=by_spark, args=(log, running.master, running.settings, there))
        driver.start()
        there.close()
        while isinstance(said := here.recv(), list):
            if killing and not killed and len(said) == 2 and said[0] >= DONE_BEFORE:
                running.kill(1)
                killed = True
        driver.join()
    return said, killed


@pytest.mark.spark
@pytest.mark.slow
def test_a_cluster_makes_the_charts_that_duckdb_makes(log: Path, by_duckdb: pl.DataFrame) -> None:
    """A standalone master with two workers on loopback gives the same charts, to the last digit of the views."""
    charts, _ = charts_of(log, killing=False)
    assert charts.equals(by_duckdb)
    assert len(charts) > 1000


@pytest.mark.spark
@pytest.mark.slow
def test_killing_a_worker_in_the_middle_changes_nothing(log: Path, by_duckdb: pl.DataFrame) -> None:
    """One of the two is killed when both have worked: the other does again what was lost, and finds the same."""
    charts, killed = charts_of(log, killing=True)
    assert killed
    assert charts.equals(by_duckdb)
