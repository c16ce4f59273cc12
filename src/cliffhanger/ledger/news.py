"""Pinned pages of the news to claims: read with the catalogue's names, and landed as what an article says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from cliffhanger.domain.errors import BadFileError
from cliffhanger.domain.source import Snapshot
from cliffhanger.ledger.articles import Read, land
from cliffhanger.ledger.ingest import Report
from cliffhanger.reader.obtain import article
from cliffhanger.reader.read import read
from cliffhanger.sources.news.parse import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from cliffhanger.ledger.store import Ledger
    from cliffhanger.reader.names import Names
    from cliffhanger.sources.news.parse import Told
    from cliffhanger.sources.pins import Pin


@dataclass(slots=True)
class NewsReader:
    """Reads what a visit to the news brought.

    Attributes:
        open_names: gives the catalogue's names; asked when the first page is there.
        author: who reads.
    """

    open_names: Callable[[], Names]
    author: str
    _names: Names | None = None

    def __call__(self, ledger: Ledger, pin: Pin) -> Report:
        """Read a pin's pages, and land what they say as one batch; pages that are no articles are counted."""
        if self._names is None:
            self._names = self.open_names()
        articles: list[Read] = []
        refused: list[str] = []
        for each in told(pin.snapshots()):
            try:
                articles.append(_read(each, self._names))
            except BadFileError as error:
                refused.append(error.reason)
        name = pin.folder.name
        if not articles:
            return Report(name=name, source=pin.source, rows_read=len(refused), note="none of its pages is an article")
        report = land(ledger, articles, author=self.author)
        report.set_aside.update(f"no article: {reason}" for reason in refused)
        report.examples.update({f"no article: {reason}": name for reason in refused})
        return report


def _read(each: Told, names: Names) -> Read:
    page = each.page
    found = article(
        page.content, url=page.url, title=each.title, published=each.published, content_type=page.content_type
    )
    host = urlsplit(page.url).netloc.removeprefix("www.")
    return Read(Snapshot(host or page.url, page.content, page.obtained_at), read(found, names))
