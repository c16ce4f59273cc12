"""TVmaze to claims and observations: its programming interface's answers, or a catalogue in one CSV file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.sources.pages import is_pages
from cliffhanger.sources.tvmaze import catalogue, shows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

VERSION = "1"
TOGETHER = False


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is TVmaze's catalogue, or pages of its interface."""
    return is_pages(snapshot, "tvmaze") or catalogue.recognises(snapshot)


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one file into claims and observations.

    Raises:
        BadFileError: where the file is damaged or of another layout.
    """
    (snapshot,) = snapshots
    return catalogue.parse(snapshot) if catalogue.recognises(snapshot) else shows.parse(snapshot)
