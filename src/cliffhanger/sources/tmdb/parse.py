"""TMDB to claims and observations: its programming interface's answers, or one of four cuts of its catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cliffhanger.sources.pages import is_pages
from cliffhanger.sources.tmdb import cuts, series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

VERSION = "1"
TOGETHER = False


def recognises(snapshot: Snapshot) -> bool:
    """Say whether the file is one of the four cuts, or pages of TMDB's interface."""
    return is_pages(snapshot, "themoviedb") or cuts.recognises(snapshot)


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Turn one file into claims and observations.

    Raises:
        BadFileError: where the file is damaged or of another layout.
    """
    (snapshot,) = snapshots
    return cuts.parse(snapshot) if cuts.recognises(snapshot) else series.parse(snapshot)
