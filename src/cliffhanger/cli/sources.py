"""``cliffhanger sources``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from cliffhanger.cli.options import console, default_ledger, own_ledger_option, printable
from cliffhanger.cli.updating import chosen_settings

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from cliffhanger.ledger.standing import Standing

_DAY, _HOUR = 86_400, 3_600


@click.command("sources")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a source.")
@own_ledger_option
def command(*, as_json: bool, ledger: Path | None) -> None:
    """List the sources: terms, freshness, rows, and what was wrong last.

    Example: cliffhanger sources --ledger my-ledger
    """
    chosen_settings(None)
    from cliffhanger.domain.clock import now  # noqa: PLC0415 - not needed for help
    from cliffhanger.ledger.standing import standings  # noqa: PLC0415 - brings polars and Delta
    from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - likewise

    found = standings(Ledger(ledger or default_ledger()))
    if as_json:
        for each in found:
            click.echo(json.dumps(_plain(each), ensure_ascii=False))
        return
    _print(found, now())


def _print(found: list[Standing], at: datetime) -> None:
    from cliffhanger.outlook.page import Page, Section, Table  # noqa: PLC0415 - not needed for help
    from cliffhanger.outlook.render.text import print_page  # noqa: PLC0415 - likewise

    headings = ("source", "comes by", "landed", "asked", "claims", "observations", "set aside", "snapshots", "terms")
    rows = tuple(
        (
            each.source.name,
            "update" if each.fetched else "ingest",
            _ago(each.landed_at, at),
            _ago(_instant(each.tried_at), at),
            f"{each.claims:,}",
            f"{each.observations:,}",
            f"{each.set_aside:,}",
            f"{each.pins} ({each.pinned / 1e6:,.1f} MB)" if each.pins else "",
            each.source.licence.name,
        )
        for each in found
    )
    faults = tuple(printable(f"FAILED: {each.source.name}: {each.fault}") for each in found if each.fault)
    told = tuple(f"{e.source.name}: {e.source.title}, {e.source.licence.url}" for e in found if e.source.licence.url)
    sections = [Section("Sources", (), Table(headings, rows, frozenset(range(4, 7))))]
    sections += [Section("What was wrong last", faults)] if faults else []
    sections.append(Section("Where their terms stand", told))
    print_page(Page("Sources", f"{len(found)} sources.", tuple(sections), ()), console())


def _instant(text: str) -> datetime | None:
    from datetime import datetime  # noqa: PLC0415 - not needed for help

    return datetime.fromisoformat(text) if text else None


def _ago(then: datetime | None, at: datetime) -> str:
    """Say how long ago something was, as people do."""
    if then is None:
        return "never"
    seconds = max(0.0, (at - then).total_seconds())
    if seconds < _HOUR:
        return f"{seconds / 60:.0f} min ago"
    return f"{seconds / _HOUR:.0f} h ago" if seconds < 2 * _DAY else f"{seconds / _DAY:.0f} days ago"


def _plain(each: Standing) -> dict[str, Any]:
    licence = each.source.licence
    return {
        "source": each.source.name,
        "title": each.source.title,
        "fetched": each.fetched,
        "licence": {"name": licence.name, "url": licence.url, "attribution": licence.attribution},
        "landed_at": each.landed_at.isoformat() if each.landed_at else None,
        "tried_at": each.tried_at or None,
        "reached_at": each.reached_at or None,
        "fault": each.fault or None,
        "batches": each.batches,
        "claims": each.claims,
        "observations": each.observations,
        "set_aside": each.set_aside,
        "snapshots": each.pins,
        "snapshot_bytes": each.pinned,
    }
