"""A corpus through the reader on Spark: what comes out is what the reader says of each article alone."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from cliffhanger.outlook.corpus import starter_names
from cliffhanger.reader import interface
from cliffhanger.reader.obtain import article
from cliffhanger.reader.read import read

if TYPE_CHECKING:
    from pathlib import Path

TEXTS = (
    "Netflix Renews 'The Diplomat' for Season 4",
    "'Bosch' Canceled at Prime Video After Seven Seasons",
    "Nothing of any show is said in this made-up sentence.",
)


@pytest.mark.spark
@pytest.mark.slow
def test_spark_reads_as_the_reader_does(tmp_path: Path) -> None:
    """Line for line the same JSON; an article whose day cannot be read says so, and the others go on."""
    rows = [(str(number), text, "2025-05-14") for number, text in enumerate(TEXTS)]
    frame = pl.DataFrame([*rows, ("bad", TEXTS[0], "2025-99-99")], schema=["id", "text", "published"], orient="row")
    (tmp_path / "articles").mkdir()
    frame.write_parquet(tmp_path / "articles" / "part.parquet")
    out = tmp_path / "readings"
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "cliffhanger.cli.main", "corpus", str(tmp_path / "articles"), "--engine", "local[1]",
         "--out", str(out)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = {row["id"]: row for row in pl.read_parquet(out / "*.parquet").to_dicts()}
    names = starter_names()
    for number, text, day in rows:
        alone = read(article(text.encode(), name=number, published=date.fromisoformat(day)), names)
        assert found[number]["reading"] == interface.line(alone)
        assert found[number]["claims"] == len(alone.claims)
    assert found["0"]["claims"] > 0
    assert "2025-99-99" in found["bad"]["fault"]
