"""A visit's pages, as they are handed to the reader: each with its address, and what the feed said of it.

Articles are read with the catalogue's names, which a parser has not: what a
visit says, :mod:`cliffhanger.ledger.news` finds out.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.pages import PAGES, PinnedPage, load

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.domain.source import Snapshot
    from cliffhanger.sources.batch import Batch

VERSION = "1"
TOGETHER = True


@dataclass(frozen=True, slots=True)
class Told:
    """A page, and what the feed said of it.

    Attributes:
        page: the page.
        title: its headline, or empty.
        published: its day, or None.
    """

    page: PinnedPage
    title: str
    published: date | None


def recognises(snapshot: Snapshot) -> bool:
    """Say no: a lone article is for ``cliffhanger read``."""
    del snapshot
    return False


def parse(snapshots: Sequence[Snapshot]) -> Batch:
    """Refuse: what an article says is read, not parsed.

    Raises:
        BadFileError: always.
    """
    name = ", ".join(snapshot.name for snapshot in snapshots)
    raise BadFileError(name=name, reason="holds articles, which are read with the catalogue's names")


def told(snapshots: Sequence[Snapshot]) -> list[Told]:
    """Return a visit's pages with what the feeds said of them.

    Raises:
        BadFileError: where the files are not those of a visit.
    """
    files = {snapshot.name: snapshot for snapshot in snapshots}
    try:
        pages = load(files[PAGES])
        said = json.loads(files["entries.json"].content)
        return [_told(page, said.get(page.url, {})) for page in pages]
    except (KeyError, ValueError, AttributeError) as error:
        raise BadFileError(name=", ".join(files), reason=f"is no visit to the news ({error})") from error


def _told(page: PinnedPage, said: dict[str, str]) -> Told:
    day = said.get("published", "")
    return Told(page, said.get("title", ""), date.fromisoformat(day) if day else None)
