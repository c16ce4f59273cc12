"""What a source's ``fetch.py`` is given, and what it offers: the edge where the network is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from cliffhanger.sources.pages import PinnedPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from cliffhanger.sources.http.client import Client, Page
    from cliffhanger.sources.http.manners import Rate
    from cliffhanger.sources.pins import Parcel, Pin


class Listener(Protocol):
    """Who is told how far an errand has come."""

    def __call__(self, doing: str, done: int, total: int) -> None:
        """Hear what is being fetched: ``done`` of ``total`` of it, or 0 where nobody knows how much there is."""


@dataclass(frozen=True, slots=True)
class Errand:
    """One visit to a source.

    Attributes:
        client: the source's client.
        options: the source's ``DEFAULTS``, with what the user set.
        latest: the latest pin, or None the first time.
        scratch: a folder for what is loaded piece by piece; it stays between visits.
        started_at: when the visit began.
        wanted: gives ids that the ledger has under an authority ("imdb", "enwiki"), the best known shows first.
        told: hears how far it is.
        notes: what the user should hear at the end.
    """

    client: Client
    options: Mapping[str, Any]
    latest: Pin | None
    scratch: Path
    started_at: datetime
    wanted: Callable[[str], Sequence[str]]
    told: Listener
    notes: list[str] = field(default_factory=list)

    @property
    def cursor(self) -> Mapping[str, Any]:
        """From where the visit goes on: what the latest parcel noted; empty the first time."""
        return self.latest.cursor if self.latest else {}

    @property
    def base(self) -> str:
        """Where the source answers, without a slash at the end."""
        return str(self.options["base"]).rstrip("/")


class Fetcher(Protocol):
    """What a source's ``fetch.py`` offers."""

    RATE: Rate
    """How often its hosts may be asked, by its own rules."""

    NEEDS_KEY: bool
    """Whether it answers only those who have a key."""

    NEEDS: tuple[str, ...]
    """Options of which the user has to set one before there is anything to fetch; none where that is empty."""

    DEFAULTS: Mapping[str, Any]
    """Its options, with what they are unless the user says otherwise; a value has the type of its default."""

    def probe(self, options: Mapping[str, Any]) -> str:
        """Return an address that answers where the source can be reached, or nothing where there is none."""

    def fetch(self, errand: Errand) -> Iterator[Parcel]:
        """Bring home what is new since the cursor, a parcel at a time; each is pinned before it is parsed."""


def pinned(page: Page) -> PinnedPage:
    """Return what is pinned of an answer."""
    return PinnedPage(page.url, page.content, page.content_type, page.obtained_at)
