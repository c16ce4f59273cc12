"""Sampling error, where the viewers are a panel and each stands for many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis
import polars as pl

from cliffhanger.domain.errors import BadFileError

if TYPE_CHECKING:
    from pathlib import Path

    from ibis.expr.types import NumericValue, Table

Z95 = 1.959963984540054
"""Standard errors to either side that hold 95 % of a normal distribution."""


def read(path: Path) -> pl.DataFrame:
    """Read the weights of a panel: CSV with ``viewer`` (as in the log) and ``weight`` (people that it stands for).

    Raises:
        BadFileError: where it is no such table, or weighs a panellist twice.
    """
    try:
        frame = pl.read_csv(path, infer_schema=False)
    except (OSError, pl.exceptions.PolarsError) as error:
        raise BadFileError(name=path.name, reason=str(error).splitlines()[0]) from error
    if not {"viewer", "weight"} <= set(frame.columns):
        raise BadFileError(name=path.name, field="viewer, weight", reason="column missing")
    typed = frame.select("viewer", pl.col("weight").cast(pl.Float64, strict=False)).with_row_index("row", 1)
    wrong = typed.filter(~(pl.col("weight") > 0).fill_null(value=False) | pl.col("viewer").is_duplicated())
    if wrong.height:
        raise BadFileError(name=path.name, row=wrong["row"][0], field="viewer, weight", reason="no weight, or a second")
    return typed.drop("row")


def estimates(courses: Table, weights: Table) -> Table:
    """Return what a panel says of the whole population, by title, and how far chance may have moved it.

    The total of ``y`` is the sum of ``w * y`` over the panel; its variance is that of a sample with replacement,
    ``n / (n - 1) * (sum((w y)^2) - (sum(w y))^2 / n)`` over all ``n`` panellists, who count with ``y = 0`` where they
    did not watch (Cochran, Sampling Techniques, 1977; Kish, Survey Sampling, 1965, for ``effective``).

    Args:
        courses: a row for each viewer and title.
        weights: ``viewer`` and ``weight`` (people that the panellist stands for), a row for each panellist.

    Returns:
        ``number``, ``starters`` and ``seconds`` in the population, each with ``_se`` and the ends of its 95 % interval
        ``_low`` and ``_high``; ``panellists`` who started, ``panel`` (its size) and ``effective`` (its size, had all
        the same weight).
    """
    panel = weights.agg(
        panel=weights.count(),
        effective=weights.weight.sum() * weights.weight.sum() / (weights.weight * weights.weight).sum(),
    )
    rows = courses.inner_join(weights, "viewer")
    rows = rows.mutate(
        w_started=ibis.ifelse(rows.began.notnull(), rows.weight, 0.0), w_seconds=rows.weight * rows.seconds
    )
    sums = rows.group_by("number").agg(
        panellists=rows.began.count(),
        starters=rows.w_started.sum(),
        starters_2=(rows.w_started * rows.w_started).sum(),
        seconds=rows.w_seconds.sum(),
        seconds_2=(rows.w_seconds * rows.w_seconds).sum(),
    )
    both = sums.cross_join(panel)
    columns: dict[str, NumericValue] = {}
    for name in ("starters", "seconds"):
        total, error = both[name], _error(both[name], both[f"{name}_2"], both.panel)
        columns |= {
            name: total,
            f"{name}_se": error,
            f"{name}_low": ibis.greatest(total - Z95 * error, 0.0),
            f"{name}_high": total + Z95 * error,
        }
    return both.select("number", **columns, panellists="panellists", panel="panel", effective="effective")


def _error(total: NumericValue, squares: NumericValue, n: NumericValue) -> NumericValue:
    variance = n / (n - 1) * (squares - total * total / n)
    return ibis.greatest(variance, 0.0).sqrt()
