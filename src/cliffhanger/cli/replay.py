"""``cliffhanger replay``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cliffhanger.cli.options import console, default_ledger, own_ledger_option, printable, user
from cliffhanger.cli.updating import chosen_settings, newsroom

if TYPE_CHECKING:
    from cliffhanger.ledger.ingest import Report
    from cliffhanger.sources.pins import Pin

_LISTED = 20


@click.command("replay")
@click.argument("snapshot", required=False)
@click.option("--look", is_flag=True, help="Only say what the snapshot would give; nothing lands.")
@own_ledger_option
def command(snapshot: str | None, *, look: bool, ledger: Path | None) -> None:
    """Parse a pinned snapshot again, without the network.

    SNAPSHOT is the folder of one, the name of such a folder in the ledger, or
    a source: then its latest. Without one, the snapshots there are are
    listed. The bytes are held to their hash. What this version of the parser
    has landed before adds nothing; a newer version's reading takes the place
    of the older one's.

    \b
    Examples:
      cliffhanger replay --ledger my-ledger
      cliffhanger replay tvmaze --look
      cliffhanger replay my-ledger/snapshots/tvmaze/000001-20260131T120000Z-1f0c77aa
    """  # noqa: D301 - the backslash-b keeps click from rewrapping the examples
    chosen_settings(None)
    from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - brings polars and Delta
    from cliffhanger.ledger.update import replay  # noqa: PLC0415 - likewise

    target = Ledger(ledger or default_ledger())
    if snapshot is None:
        _list(target.path)
        return
    pin = _found(snapshot, target.path)
    _tell(pin, replay(target, pin, author=user(), look=look, read=newsroom(target.path)), look=look)


def _found(named: str, ledger: Path) -> Pin:
    """Return the pin that a user names."""
    from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - brings polars and Delta
    from cliffhanger.ledger.update import pins_of  # noqa: PLC0415 - likewise
    from cliffhanger.sources.pins import read  # noqa: PLC0415 - likewise
    from cliffhanger.sources.registry import FETCHED  # noqa: PLC0415 - likewise

    pins = pins_of(Ledger(ledger))
    if named in FETCHED and (latest := pins.latest(named)):
        return latest
    inside = [pin for name in FETCHED for pin in pins.of(name) if pin.folder.name == named]
    return inside[0] if inside else read(Path(named))


def _list(ledger: Path) -> None:
    from cliffhanger.ledger.store import Ledger  # noqa: PLC0415 - brings polars and Delta
    from cliffhanger.ledger.update import pins_of  # noqa: PLC0415 - likewise
    from cliffhanger.sources.registry import FETCHED  # noqa: PLC0415 - likewise

    out = console()
    for name in FETCHED:
        pins = pins_of(Ledger(ledger)).of(name)
        for pin in pins[-_LISTED:]:
            there = f"{pin.size / 1e6:,.1f} MB" if pin.whole else "its bytes were let go"
            out.print(f"{name:<10} {pin.folder.name}  {there}", markup=False)
        if len(pins) > _LISTED:
            out.print(f"{name:<10} and {len(pins) - _LISTED:,} earlier ones", markup=False)


def _tell(pin: Pin, report: Report, *, look: bool) -> None:
    out = console()
    out.print(f"{pin.source}: {pin.folder.name}, obtained {pin.obtained_at:%Y-%m-%d %H:%M} UTC", markup=False)
    for name, (sha, size) in sorted(pin.files.items()):
        out.print(f"  {name}: {size:,} bytes, sha256 {sha}", markup=False)
    for why, rows in report.set_aside.most_common():
        out.print(f"  set aside: {rows:,}: {why} (first {printable(report.examples[why])})", markup=False)
    if report.left_over:
        out.print(f"  not read: {printable(', '.join(report.left_over))}", markup=False)
    if report.note:
        out.print(f"  {'FAILED' if report.failed else 'note'}: {printable(report.note)}", markup=False)
    else:
        gives = "gives" if look else "landed"
        out.print(f"  {gives} {report.claims:,} claims, {report.observations:,} observations", markup=False)
    if report.failed:
        raise click.exceptions.Exit(1)
