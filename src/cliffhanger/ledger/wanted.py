"""Which shows a source that cannot be asked for everything is asked about: the best known ones first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.vocabulary import Metric, Verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.ledger.store import Ledger

_VOTES = (Metric.IMDB_VOTES, Metric.TMDB_VOTES)


def shows(ledger: Ledger, authority: str) -> Sequence[str]:
    """Return the keys that a ledger has under an authority, those of the most voted shows first.

    A key counts whether a claim, a number or a judgement speaks of it.

    Args:
        ledger: the ledger.
        authority: "imdb", "tmdb", "enwiki".

    Raises:
        LedgerError: where the ledger cannot be read.
    """
    if not ledger.exists():
        return ()
    mine = pl.col("show").str.starts_with(f"{authority}:")
    claims, judgements = (pl.scan_delta(str(ledger.path / name)) for name in ("claims", "judgements"))
    same = judgements.filter(pl.col("verdict") == str(Verdict.SAME))
    names = pl.concat(
        [
            claims.select("show").filter(mine),
            same.select(show="left").filter(mine),
            same.select(show="right").filter(mine),
        ]
    ).unique()
    numbers = pl.scan_delta(str(ledger.path / "observations"))
    votes = numbers.filter(pl.col("season").is_null() & pl.col("metric").is_in([str(metric) for metric in _VOTES]))
    votes = votes.group_by("show").agg(votes=pl.col("value").max())
    canonical = same.select(show="left", canonical="right").unique("show")
    ranked = (
        names.join(canonical, on="show", how="left")
        .with_columns(known=pl.coalesce("canonical", "show"))
        .join(votes.rename({"show": "known"}), on="known", how="left")
        .sort("votes", "show", descending=[True, False], nulls_last=True)
        .select(pl.col("show").str.strip_prefix(f"{authority}:"))
    )
    return ranked.collect()["show"].to_list()
