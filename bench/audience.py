"""A playback log to all measures: ours on DuckDB, beside DuckDB's SQL and Polars by hand, and ours on Spark.

``python -m bench audience``; CLIFFHANGER_BENCH_EVENTS gives other sizes than 1, 10 and 100 million events, separated
by commas, and CLIFFHANGER_BENCH_SPARK the largest of them that Spark measures, too (10 million unless it is given).
Each engine has a process of its own, two threads and the same log, whose viewers have been hashed before. Beside the
time on the clock stands what the cores worked, which says nearly the same on a machine that others use as well.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench.tools import ROOT, say
from cliffhanger.sources.playback import titles
from cliffhanger.sources.playback.invent import ZONES, invent
from cliffhanger.sources.playback.parse import Rules

if TYPE_CHECKING:
    from collections.abc import Callable

MILLION = 1_000_000
SIZES = (1 * MILLION, 10 * MILLION, 100 * MILLION)
OURS = "ours, on DuckDB"
BY_HAND = ("DuckDB's SQL by hand", "Polars by hand")
SPARK = "ours, on Spark (local[2])"
MEMORY = "4GB"
_SEED = 7


def run() -> None:
    """Print a table for each size, and how our time grows."""
    named = os.environ.get("CLIFFHANGER_BENCH_EVENTS", "")
    sizes = [int(float(size)) for size in named.split(",") if size] or list(SIZES)
    by_spark = int(float(os.environ.get("CLIFFHANGER_BENCH_SPARK", 10 * MILLION)))
    say("\nA playback log to all measures, two threads, processes of their own")
    grown: dict[int, float] = {}
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            grown[size] = _of_size(Path(folder), size, with_spark=size <= by_spark)
    least = min(grown)
    for size, seconds in grown.items():
        ratio = (seconds / size) / (grown[least] / least)
        say(f"  {size / MILLION:6.0f} million events: {seconds / size * MILLION:6.2f} s of the cores a million, "
            f"{ratio:.2f} times that of {least / MILLION:.0f} million")  # fmt: skip


def _of_size(folder: Path, size: int, *, with_spark: bool) -> float:
    invent(folder, size, seed=_SEED)
    on_disk = sum(file.stat().st_size for file in (folder / "events").iterdir())
    say(f"\n  about {size / MILLION:.0f} million events, {on_disk / 1e9:.2f} GB of Parquet")
    told = {name: _alone(name, folder) for name in (OURS, *BY_HAND, *([SPARK] if with_spark else []))}
    by_hand = [told[name] for name in BY_HAND if "seconds" in told[name]]
    best, least = (min(result[of] for result in by_hand) for of in ("seconds", "cpu"))
    checks = {json.dumps(result.get("check")) for result in told.values() if "seconds" in result}
    for name, result in told.items():
        if "seconds" not in result:
            say(f"  {name:28} failed: {result['failed']}")
            continue
        clock = f"{result['seconds']:8.1f} s {result['seconds'] / best:6.2f} x the best by hand"
        cores = f"of the cores {result['cpu']:8.1f} s {result['cpu'] / least:6.2f} x"
        say(f"  {clock}, {cores}, {result['peak'] / 1000:6.2f} GB at most  {name}")
    say(f"  {'all found the same' if len(checks) == 1 else 'THEY DIFFER: ' + ' '.join(sorted(checks))}")
    return told[OURS]["cpu"]


def _alone(name: str, folder: Path) -> dict[str, Any]:
    """Run one engine in a process of its own."""
    command = [sys.executable, "-W", "ignore", "-m", "bench.audience", name, str(folder)]
    threads = {"POLARS_MAX_THREADS": "2", "OMP_NUM_THREADS": "2"}
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **threads}, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    if done.returncode:
        return {"failed": (done.stderr.strip().splitlines() or [f"exit {done.returncode}"])[-1][:100]}
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def ours(folder: Path, scratch: Path, master: str = "") -> dict[str, int]:
    """Measure by the project's own expressions."""
    from cliffhanger.ledger import engine  # noqa: PLC0415 - only this engine needs it
    from cliffhanger.measures.audience import run as audience  # noqa: PLC0415 - likewise

    on = engine.spark(master) if master else engine.duckdb(database=scratch / "own.db", memory_limit=MEMORY, threads=2)
    plan = audience.Plan(Rules(zones=ZONES))
    found = audience.measure(on, str(folder / "events"), titles.read(folder / "titles.csv"), plan)
    on.disconnect()
    if master:
        _end_java()
    numbers = {title: number for number, title in enumerate(sorted(found.titles["title"]), 1)}
    placed = found.charts.select("title", "rank", "weeks").rows()
    return {
        "aside": found.events,
        "seconds": int(found.titles["seconds"].sum()),
        "starters": int(found.titles["starters"].sum()),
        "completers": int(found.titles["completers_90"].sum()),
        "charts": sum(numbers[title] * rank * weeks for title, rank, weeks in placed),
    }


def _end_java() -> None:
    """End Spark's own process, so that its work and memory are counted with those of the processes that have ended."""
    from pyspark import SparkContext  # noqa: PLC0415 - only this engine needs it

    gateway = SparkContext._gateway  # noqa: SLF001 - Spark gives no other hold of its process
    if gateway is not None:
        gateway.shutdown()
        gateway.proc.stdin.close()
        gateway.proc.wait()


def by_sql(folder: Path, scratch: Path) -> dict[str, int]:
    """Measure by the SQL beside this module."""
    import duckdb  # noqa: PLC0415 - only this engine needs it

    connection = duckdb.connect(str(scratch / "hand.db"))
    for setting in (
        "TimeZone = 'UTC'",
        f"memory_limit = '{MEMORY}'",
        "threads = 2",
        "preserve_insertion_order = false",
    ):
        connection.execute(f"SET {setting}")
    connection.register("given", titles.read(folder / "titles.csv").units.to_arrow())
    connection.execute("CREATE TABLE units AS SELECT * FROM given")
    log = str(folder / "events" / "*.parquet")
    for statement in (ROOT / "bench" / "audience_duckdb.sql").read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            connection.execute(statement, {"log": log} if "$log" in statement else None)
    sums = connection.execute(
        'SELECT (SELECT sum("rows") FROM aside), (SELECT sum(seconds) FROM episodes),'
        " (SELECT sum(starters) FROM reach), (SELECT sum(completers) FROM reach),"
        " (SELECT sum(rank * number * weeks) FROM charts)"
    ).fetchone()
    return dict(zip(("aside", "seconds", "starters", "completers", "charts"), map(int, sums or ()), strict=True))


def by_polars(folder: Path, scratch: Path) -> dict[str, int]:
    """Measure by the Polars code beside this module."""
    from bench.audience_polars import measure  # noqa: PLC0415 - only this engine needs it

    del scratch
    return measure(folder / "events", titles.read(folder / "titles.csv").units)


ENGINES: dict[str, Callable[[Path, Path], dict[str, int]]] = {
    OURS: ours,
    BY_HAND[0]: by_sql,
    BY_HAND[1]: by_polars,
    SPARK: lambda folder, scratch: ours(folder, scratch, "local[2]"),
}


def _one() -> None:
    """Run the engine that the command line names on the log that it names, and print seconds, memory and sums."""
    name, folder = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        started = time.perf_counter()
        check = ENGINES[name](Path(folder), Path(scratch))
        seconds = time.perf_counter() - started
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(each.ru_utime + each.ru_stime for each in used)
    peak = max(each.ru_maxrss for each in used) / 1000
    say(json.dumps({"seconds": seconds, "cpu": cpu, "peak": peak, "check": check}))


if __name__ == "__main__":
    _one()
