"""How each source stands in a ledger: what has landed of it, how fresh it is, what was wrong last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import polars as pl

from cliffhanger.ledger.update import pins_of
from cliffhanger.sources.registry import FETCHED, NAMES, source

if TYPE_CHECKING:
    from datetime import datetime

    from cliffhanger.domain.source import Source
    from cliffhanger.ledger.store import Ledger


@dataclass(frozen=True, slots=True)
class Standing:
    """One source.

    Attributes:
        source: who it is, with its terms.
        fetched: whether ``cliffhanger update`` can ask it; the others come as files.
        batches: batches that have landed.
        claims: claims in them.
        observations: numbers in them.
        set_aside: rows that did not land.
        landed_at: when the last batch landed, or None.
        reached_at: when it was last asked, and answered soundly, ISO, or empty.
        tried_at: when it was last asked, ISO, or empty.
        fault: what was wrong then, or empty.
        pins: snapshots that are kept of it.
        pinned: bytes of those that are still there.
    """

    source: Source
    fetched: bool
    batches: int = 0
    claims: int = 0
    observations: int = 0
    set_aside: int = 0
    landed_at: datetime | None = None
    reached_at: str = ""
    tried_at: str = ""
    fault: str = ""
    pins: int = 0
    pinned: int = 0


def standings(ledger: Ledger) -> list[Standing]:
    """Return how every source stands, those that can be fetched first.

    Raises:
        LedgerError: where the ledger cannot be read.
    """
    landed = ledger.batches() if ledger.exists() else None
    others = [name for name in NAMES if name not in FETCHED]
    return [_standing(ledger, name, landed) for name in (*FETCHED, *others)]


def _standing(ledger: Ledger, name: str, landed: pl.DataFrame | None) -> Standing:
    pins = pins_of(ledger)
    kept, status = pins.of(name), pins.status(name)
    mine = landed.filter(pl.col("source") == name) if landed is not None else None
    counted = {} if mine is None or not mine.height else _counted(mine)
    return Standing(
        source=source(name),
        fetched=name in FETCHED,
        landed_at=cast("datetime | None", mine["landed_at"].max()) if mine is not None and mine.height else None,
        reached_at=status.reached_at,
        tried_at=status.tried_at,
        fault=status.fault,
        pins=len(kept),
        pinned=sum(pin.size for pin in kept if pin.whole),
        **counted,
    )


def _counted(mine: pl.DataFrame) -> dict[str, int]:
    numbers = {name: int(mine[name].fill_null(0).sum()) for name in ("claims", "observations", "set_aside")}
    return {"batches": mine.height, **numbers}
