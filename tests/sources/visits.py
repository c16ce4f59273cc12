"""Visits to a source: its fetch against a real server, with a real client, and no ledger."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from cliffhanger.sources.errand import Errand
from cliffhanger.sources.http.client import Client
from cliffhanger.sources.http.manners import Manners, Rate
from cliffhanger.sources.pins import Pin, Pins
from cliffhanger.sources.registry import fetcher, source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.http.secrets import Secret

NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)


@contextmanager
def errand(
    name: str,
    folder: Path,
    *,
    at: datetime = NOW,
    wanted: Sequence[str] = (),
    secret: Secret | None = None,
    **options: Any,  # noqa: ANN401 - the source's own
) -> Iterator[Errand]:
    """Prepare a visit to a source that goes on from the latest pin in a folder."""
    rate = Rate(1000, 0.001)
    with Client(
        manners=Manners(attempts=2), rate=rate, secret=secret, clock=lambda: at, cache=folder / "cache"
    ) as client:
        yield Errand(
            client=client,
            options={**fetcher(name).DEFAULTS, **options},
            latest=Pins(folder).latest(name),
            scratch=folder / "scratch",
            started_at=at,
            wanted=lambda _: wanted,
            told=lambda *_: None,
        )


def visited(name: str, folder: Path, visit: Errand) -> list[Pin]:
    """Make a visit, and pin what it brings."""
    return [Pins(folder).keep(source(name), parcel) for parcel in fetcher(name).fetch(visit)]


def snapshots(pins: list[Pin]) -> list[Snapshot]:
    """Return the pinned files, in order."""
    return [snapshot for pin in pins for snapshot in pin.snapshots()]
