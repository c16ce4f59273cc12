"""The sources there are, and which of them a file belongs to."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from cliffhanger.domain.errors import UnrecognisedFileError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.domain.source import Snapshot, Source
    from cliffhanger.sources.batch import Batch
    from cliffhanger.sources.errand import Fetcher

NAMES = (
    "imdb",
    "imdb_history",
    "netflix",
    "scorecards",
    "metacritic",
    "tmdb",
    "tvmaze",
    "omdb",
    "economist",
    "curated",
    "wikidata",
    "pageviews",
    "own",
    "news",
)


FETCHED = ("imdb", "tvmaze", "tmdb", "netflix", "wikidata", "pageviews", "news", "own")
"""The sources that ``cliffhanger update`` can ask, in the order in which a new ledger needs them."""


class Parser(Protocol):
    """What a source's ``parse.py`` offers."""

    VERSION: str
    """Raised whenever the same bytes would give other rows."""

    TOGETHER: bool
    """Whether the files of one folder are one delivery, to be parsed together.

    A parser may also say ``CUMULATIVE = True``: each delivery then repeats the
    earlier ones, and only rows that have not landed before land.
    """

    def recognises(self, snapshot: Snapshot) -> bool:
        """Say whether this source made the file, from its name and its first bytes."""

    def parse(self, snapshots: Sequence[Snapshot]) -> Batch:
        """Turn the pinned bytes of one delivery (one file, unless ``TOGETHER``) into claims and observations."""


def source(name: str) -> Source:
    """Return a source's metadata and terms."""
    return cast("Source", import_module(f"cliffhanger.sources.{name}.source").SOURCE)


def parser(name: str) -> Parser:
    """Return a source's parser."""
    return cast("Parser", import_module(f"cliffhanger.sources.{name}.parse"))


def fetcher(name: str) -> Fetcher:
    """Return what fetches a source; it stands in ``FETCHED``."""
    return cast("Fetcher", import_module(f"cliffhanger.sources.{name}.fetch"))


def recognise(snapshot: Snapshot) -> str:
    """Return the name of the source that a file belongs to.

    Raises:
        UnrecognisedFileError: where none, or more than one, claims it.
    """
    claimants = [name for name in NAMES if parser(name).recognises(snapshot)]
    if len(claimants) != 1:
        raise UnrecognisedFileError(name=snapshot.name, known=claimants or NAMES)
    return claimants[0]
