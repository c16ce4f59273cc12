"""The tables of a ledger and their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.sources.batch import CLAIM_SCHEMA, JUDGEMENT_SCHEMA, OBSERVATION_SCHEMA, TIMESTAMP

if TYPE_CHECKING:
    from collections.abc import Mapping

Column = pl.DataType | type[pl.DataType]

_BATCH: dict[str, Column] = {"batch": pl.String}

BATCHES: dict[str, Column] = {
    "batch": pl.String,
    "delivery": pl.String,
    "supersedes": pl.String,
    "source": pl.String,
    "parser": pl.String,
    "files": pl.String,
    "published_at": TIMESTAMP,
    "landed_at": TIMESTAMP,
    "author": pl.String,
    "rows_read": pl.Int64,
    "claims": pl.Int64,
    "observations": pl.Int64,
    "judgements": pl.Int64,
    "set_aside": pl.Int64,
    "left_over": pl.String,
}
"""One row a landed batch; a row of another table counts only if its batch stands here.

``delivery`` hashes the bytes, ``files`` lists them as JSON, and ``supersedes``
names the batches (comma-separated) of the same bytes by an earlier parser.
"""

SET_ASIDE: dict[str, Column] = {
    "row": pl.Int64,
    "field": pl.String,
    "value": pl.String,
    "reason": pl.String,
    "rows": pl.Int64,
}

FORECASTS: dict[str, Column] = {
    "issue": pl.Int64,
    "issued_at": TIMESTAMP,
    "show": pl.String,
    "season": pl.Int32,
    "as_of": pl.Date,
    "line": pl.String,
    "previous": pl.String,
    "sha256": pl.String,
}
"""Issued forecasts, in one chain.

``issue`` numbers them from 1, ``line`` is the forecast as the command line
prints it, ``sha256`` hashes it together with ``issued_at`` and ``previous``,
the hash of the one before.
"""

TABLES: Mapping[str, Mapping[str, Column]] = {
    "claims": {**CLAIM_SCHEMA, **_BATCH},
    "observations": {**OBSERVATION_SCHEMA, **_BATCH},
    "judgements": {**JUDGEMENT_SCHEMA, **_BATCH},
    "set_aside": {**SET_ASIDE, **_BATCH},
    "forecasts": {**FORECASTS, **_BATCH},
    "batches": BATCHES,
}
"""Every table; ``batches`` is written last, so that a batch lands whole or not at all."""
