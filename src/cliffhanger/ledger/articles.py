"""Articles that have been read, into a ledger: pinned, landed once, and superseded where they are read anew.

Whoever has the catalogue's names reads the article; what comes here is the
reading and the bytes it was read from. A batch holds one article, or some
that came together, and lands whole or not at all.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from cliffhanger.domain.clock import now, start_of
from cliffhanger.ledger.article_claims import SOURCE, claim_of
from cliffhanger.ledger.ingest import Delivery, Report, frames
from cliffhanger.ledger.store import files_as_json
from cliffhanger.reader.origins import fingerprint
from cliffhanger.sources.batch import Batch, SetAside, claims_frame, observations_frame

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from cliffhanger.domain.claim import Claim
    from cliffhanger.domain.source import Snapshot
    from cliffhanger.ledger.store import Ledger
    from cliffhanger.reader.claims import Reading

READER_VERSION = "1"
"""Version of the reader's rules: bytes that an earlier version has read may be landed again, and supersede."""

NOT_IN_CATALOGUE = "no such show in the catalogue"


@dataclass(frozen=True, slots=True)
class Read:
    """An article that has been read.

    Attributes:
        snapshot: the bytes it was read from.
        reading: what it says.
    """

    snapshot: Snapshot
    reading: Reading

    @property
    def publisher(self) -> str:
        """Who published it, else what its file is called."""
        return self.reading.article.publisher or self.snapshot.name

    @property
    def known_at(self) -> datetime:
        """The day it was published; where nobody says, the moment it was obtained, and never earlier."""
        published = self.reading.article.published
        return start_of(published) if published else self.snapshot.obtained_at


def land(ledger: Ledger, articles: Sequence[Read], *, author: str) -> Report:
    """Land articles as one batch; the caller does not hold the ledger's pen.

    Bytes that have landed before add nothing. Read by another version, or with
    another day or publisher, they supersede their earlier reading, if that
    was a batch of just these articles.

    Args:
        ledger: where to; it is there already.
        articles: what was read.
        author: who brings it.

    Returns:
        What became of it.

    Raises:
        LedgerError: where the ledger cannot be written; nothing has landed then.
    """
    started = time.monotonic()
    with ledger.writing():
        landed = _live(ledger)
        delivery = Delivery(SOURCE, tuple(each.snapshot for each in articles))
        version = _version(articles)
        earlier = landed.filter(pl.col("delivery") == delivery.key)
        if not earlier.height:
            articles = _new(articles, landed)
            delivery = Delivery(SOURCE, tuple(each.snapshot for each in articles))
        if not articles or version in earlier["parser"].to_list():
            name = delivery.name or "these articles"
            return Report(name=name, source=SOURCE, note="these bytes have landed before")
        batch = _batch(articles)
        header = {
            **_header(delivery, articles, batch),
            "supersedes": ",".join(earlier["batch"].to_list()),
            "parser": version,
            "author": author,
        }
        ledger.land(frames(batch), header, landed_at=now())
    return Report(
        name=delivery.name,
        source=SOURCE,
        rows_read=batch.rows_read,
        claims=batch.claims.height,
        set_aside=Counter(row.reason for row in batch.set_aside),
        examples={row.reason: f"row {row.row}, {row.field} {row.value!r}" for row in reversed(batch.set_aside)},
        seconds=time.monotonic() - started,
    )


def _header(delivery: Delivery, articles: Sequence[Read], batch: Batch) -> dict[str, object]:
    files: dict[str, tuple[str, int]] = {}
    for snapshot in delivery.snapshots:
        # Of two files of one name, each keeps its place.
        name = f"{snapshot.name} {snapshot.sha256[:8]}" if snapshot.name in files else snapshot.name
        files[name] = (snapshot.sha256, snapshot.size)
    return {
        "delivery": delivery.key,
        "source": SOURCE,
        "files": files_as_json(files),
        "published_at": max((each.known_at for each in articles if each.reading.article.published), default=None),
        "rows_read": batch.rows_read,
        "left_over": "",
        "set_aside": len(batch.set_aside),
    }


def _live(ledger: Ledger) -> pl.DataFrame:
    """Return the batches of articles that no later reading has superseded."""
    batches = ledger.batches()
    gone = {name for names in batches["supersedes"].drop_nulls() for name in names.split(",")}
    return batches.filter((pl.col("source") == SOURCE) & ~pl.col("batch").is_in(list(gone)))


def _version(articles: Sequence[Read]) -> str:
    """Return the reader's version with what was told beside the bytes: it decides when a claim counts as known."""
    read = [each.reading.article for each in articles]
    told = sorted({f"{article.published or ''} {article.publisher}".strip() for article in read} - {""})
    return " ".join([READER_VERSION, *told])


def _new(articles: Sequence[Read], landed: pl.DataFrame) -> list[Read]:
    """Return the articles whose bytes have not landed, each once."""
    seen = {file["sha256"] for files in landed["files"] for file in json.loads(files).values()}
    found = {each.snapshot.sha256: each for each in reversed(articles) if each.snapshot.sha256 not in seen}
    return list(reversed(found.values()))


def _batch(articles: Sequence[Read]) -> Batch:
    claims: list[Claim] = []
    aside: list[SetAside] = []
    for row, said in enumerate((pair for each in articles for pair in _claims(each)), start=1):
        if isinstance(said, str):
            aside.append(SetAside(row, "subject", said, NOT_IN_CATALOGUE))
        else:
            claims.append(said)
    return Batch(
        rows_read=len(claims) + len(aside),
        claims=claims_frame(claims),
        observations=observations_frame(()),
        set_aside=tuple(aside),
    )


def _claims(each: Read) -> Iterator[Claim | str]:
    """Yield an article's claims; in the place of one about an unknown show, that show's name."""
    article = each.reading.article
    origin = fingerprint(article.text)
    for said in each.reading.claims:
        if said.subject.id is None:
            yield said.subject.name
        else:
            yield claim_of(said, article, publisher=each.publisher, known_at=each.known_at, origin=origin)
