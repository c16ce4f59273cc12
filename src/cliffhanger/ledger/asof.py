"""How "as it was known at an instant" is decided: Ibis expressions that run on DuckDB and on Spark.

The rules:

* A row counts if its batch has landed and no later reading of the same bytes
  has superseded it.
* A claim stands from its ``known_at`` until its own source takes it back. The
  retraction is a row too, and works from its own ``known_at``: before that,
  the claim stands as it did. To reinstate a claim is to state it again.
* The order in which rows were appended plays no part.
* Which ids name the same show is a verdict about names, not a fact about the
  world: the latest verdict on a pair holds for views of every instant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import ibis

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from ibis.expr.types import Table


def live(batches: Table) -> Table:
    """Return the names of the batches that count: landed, and not superseded."""
    superseded = batches.filter(batches.supersedes.notnull() & (batches.supersedes != "")).select(
        batch=batches.supersedes.split(",").unnest()
    )
    return batches.select("batch").anti_join(superseded, "batch")


def visible(rows: Table, batches: Table) -> Table:
    """Return the rows of batches that count, without their ``batch`` column."""
    return rows.semi_join(live(batches), "batch").drop("batch")


def timeline(claims: Table) -> Table:
    """Return every claim once, with ``known_until``: when its own source took it back, or null.

    Args:
        claims: visible claims and retractions.
    """
    said = claims.filter(claims.retracts == "").distinct()
    back = claims.filter(claims.retracts != "")
    back = back.group_by(source=back.source, claim_id=back.retracts).agg(known_until=back.known_at.min())
    joined = said.left_join(back, ["source", "claim_id"])
    return joined.select(*said.columns, known_until=joined.known_until).drop("retracts")


def as_of(rows: Table, instant: datetime) -> Table:
    """Return the rows of a timeline (or of observations) that stood at an instant."""
    at = ibis.literal(instant, type="timestamp('UTC')")
    known = rows.known_at <= at
    if "known_until" in rows.columns:
        known &= rows.known_until.isnull() | (rows.known_until > at)
    return rows.filter(known)


def resolution(judgements: Table) -> Table:
    """Return one row an id that is known under another: ``left``, ``right``, ``method``, ``confidence``.

    The latest verdict on a pair holds; of several pairs that still say "same",
    the most confident, then the latest, then the first by name.
    """
    latest = ibis.window(
        group_by=["left", "right"],
        order_by=[ibis.desc("judged_at"), ibis.desc("confidence"), "verdict", "method", "author"],
    )
    best = ibis.window(group_by="left", order_by=[ibis.desc("confidence"), ibis.desc("judged_at"), "right"])
    standing = judgements.mutate(turn=ibis.row_number().over(latest))
    standing = standing.filter((standing.turn == 0) & (standing.verdict == "same"))
    chosen = standing.mutate(choice=ibis.row_number().over(best))
    return chosen.filter(chosen.choice == 0).select("left", "right", "method", "confidence")


def canonical(rows: Table, names: Table) -> Table:
    """Return rows under their canonical show id, the source's own id kept as ``source_show``.

    Args:
        rows: claims or observations, with their column ``show``.
        names: the result of :func:`resolution`.
    """
    right = names.select(own=names.left, canonical=names.right)
    joined = rows.left_join(right, rows.show == right.own)
    others = [column for column in rows.columns if column != "show"]
    return joined.select(
        *[joined[column] for column in others],
        source_show=joined.show,
        show=ibis.coalesce(joined.canonical, joined.show),
    )


def facts(tables: Mapping[str, Table]) -> tuple[Table, Table]:
    """Return all claims as a canonical timeline, and all observations under canonical ids."""
    names = resolution(visible(tables["judgements"], tables["batches"]))
    claims = canonical(timeline(visible(tables["claims"], tables["batches"])), names)
    observations = canonical(visible(tables["observations"], tables["batches"]), names)
    return claims, observations
