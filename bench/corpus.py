"""A corpus of articles through the reader on Spark: one worker beside two, each with a core of its own.

``python -m bench corpus``; CLIFFHANGER_BENCH_ARTICLES gives another number than 200,000.
"""

from __future__ import annotations

import os
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

import polars as pl
from tests.measures.audience.cluster import cluster

from bench.reader import made_up
from bench.tools import say

ARTICLES = 200_000
SENTENCES = 6
"""Made-up headlines, on one show or another, that make an article."""


def run() -> None:
    """Print how long the corpus takes on one worker and on two."""
    count = int(float(os.environ.get("CLIFFHANGER_BENCH_ARTICLES", ARTICLES)))
    say(f"\n{count:,} made-up articles through the reader, on a Spark master with workers of one core each")
    with tempfile.TemporaryDirectory() as folder:
        characters = _corpus(Path(folder) / "articles", count)
        say(f"  {characters / count:,.0f} characters each on average")
        taken = {workers: _read(Path(folder), workers) for workers in (1, 2)}
    for workers, (seconds, claims) in taken.items():
        say(f"  {seconds:7.1f} s, {count / seconds:6,.0f} a second, {claims:,} claims, {workers} worker(s)")
    say(f"  {taken[1][0] / taken[2][0]:.2f} times as fast on two as on one")


def _corpus(folder: Path, count: int) -> int:
    """Write the articles as Parquet, and return how many characters they have."""
    import json  # noqa: PLC0415 - only here

    headlines = [json.loads(line)["text"] for line in made_up(20_000)]
    stream = cycle(headlines)
    folder.mkdir()
    characters = 0
    for part in range(0, count, 20_000):
        texts = [". ".join(islice(stream, SENTENCES)) + "." for _ in range(min(20_000, count - part))]
        # One more taken each time, so that no two parts have the same articles.
        next(stream)
        characters += sum(map(len, texts))
        ids = [str(part + number) for number in range(len(texts))]
        frame = pl.DataFrame({"id": ids, "text": texts}).with_columns(published=pl.lit("2026-01-15"))
        frame.write_parquet(folder / f"part-{part:08d}.parquet")
    return characters


def _read(folder: Path, workers: int) -> tuple[float, int]:
    """Return the seconds that the corpus takes on some workers, once they are up, and the claims."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - Spark is slow to import

    from cliffhanger.ledger import corpus, engine  # noqa: PLC0415 - likewise
    from cliffhanger.outlook.corpus import starter_names  # noqa: PLC0415 - likewise

    with cluster(workers) as running:
        opened = engine.spark(running.master, running.settings)
        session = SparkSession.active()
        articles = session.read.parquet(str(folder / "articles"))
        # The executors start, and each worker's process takes the names in, before the clock runs.
        corpus.readings(articles.limit(200), starter_names).selectExpr("sum(claims)").collect()
        started = time.perf_counter()
        claims = corpus.readings(articles, starter_names).selectExpr("sum(claims)").collect()[0][0]
        seconds = time.perf_counter() - started
        opened.disconnect()
    return seconds, int(claims)
