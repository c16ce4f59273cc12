"""What people say of a show, in their own words, and how many independent stories tell of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cliffhanger.ledger.article_claims import SOURCE
from cliffhanger.outlook.dossier import Coverage, Statement
from cliffhanger.outlook.sources import source_title
from cliffhanger.reader import origins

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from duckdb import DuckDBPyConnection

_STATEMENTS = """
SELECT known_on, source, publisher, url, origin, season, speaker, role, outlet, commitment, value, wording, claim_id
FROM claims
WHERE "show" = $show AND predicate = 'statement' AND known_on <= $as_of
  AND (taken_back_on IS NULL OR taken_back_on > $as_of)
ORDER BY known_on, source, publisher, url, origin, span_start, season, claim_id
"""

_ARTICLES = """
SELECT DISTINCT source, publisher, url, origin FROM claims
WHERE "show" = $show AND source = $source AND known_on <= $as_of
  AND (taken_back_on IS NULL OR taken_back_on > $as_of)
"""

_PART = re.compile(r"part (\d+) of \d+")
_NOT_WORD = re.compile(r"\W+")


class _Said(NamedTuple):
    """One piece of a quotation, as it stands in the facts."""

    known_on: date
    source: str
    publisher: str
    url: str
    origin: str
    season: int | None
    speaker: str
    role: str
    outlet: str
    commitment: str
    value: str
    wording: str
    claim_id: str

    @property
    def article(self) -> tuple[str, str, str, str]:
        return self.source, self.publisher, self.url, self.origin

    @property
    def part(self) -> int:
        """Number of this piece in its quotation."""
        found = _PART.match(self.wording or "")
        return int(found[1]) if found else 1


def gather(connection: DuckDBPyConnection, show: str, as_of: date) -> tuple[Statement, ...]:
    """Return what people had said of a show by a day, in order of the day; what copies repeat stands once.

    Args:
        connection: holds the fact tables.
        show: the show's id.
        as_of: the day.
    """
    rows = [_Said(*row) for row in connection.execute(_STATEMENTS, {"show": show, "as_of": as_of}).fetchall()]
    told: dict[tuple[str, ...], list[list[_Said]]] = {}
    for quotation in _quotations(rows):
        key = (_plain(quotation[0].speaker), *(_plain(piece.value) for piece in quotation))
        told.setdefault(key, []).append(quotation)
    return tuple(_statement(copies) for copies in told.values())


def coverage(connection: DuckDBPyConnection, show: str, as_of: date) -> Coverage:
    """Return how many articles had told of a show by a day, and how many stories those are."""
    asked = {"show": show, "as_of": as_of, "source": SOURCE}
    rows = connection.execute(_ARTICLES, asked).fetchall()
    return Coverage(len(rows), count_origins(row[3] for row in rows))


def count_origins(fingerprints: Iterable[str]) -> int:
    """Return how many stories texts of these fingerprints tell; what is no fingerprint of this kind stands alone."""
    known, others = [], set()
    for printed in sorted(set(fingerprints)):
        try:
            origins.group([printed])
        except ValueError:
            others.add(printed)
        else:
            known.append(printed)
    return max(origins.group(known), default=-1) + 1 + len(others)


def _quotations(rows: Sequence[_Said]) -> list[list[_Said]]:
    """Join the pieces of each quotation: they follow each other in one article, numbered from 1."""
    quotations: list[list[_Said]] = []
    for row in rows:
        before = quotations[-1][-1] if quotations else None
        follows = before is not None and row.article == before.article and row.speaker == before.speaker
        if before is not None and follows and row.part == before.part + 1:
            quotations[-1].append(row)
        else:
            quotations.append([row])
    return quotations


def _statement(copies: Sequence[Sequence[_Said]]) -> Statement:
    first = copies[0][0]
    articles = {quotation[0].article for quotation in copies}
    return Statement(
        said_on=first.known_on,
        speaker=first.speaker or "",
        role=first.role or "",
        commitment=first.commitment or "",
        words=tuple(piece.value for piece in copies[0]),
        outlet=first.outlet or "",
        season=first.season,
        source=first.publisher or source_title(first.source),
        url=first.url or "",
        articles=len(articles),
        origins=count_origins(article[3] or "" for article in articles),
        claim_ids=tuple(piece.claim_id for piece in copies[0]),
    )


def _plain(text: str) -> str:
    return _NOT_WORD.sub(" ", text or "").strip().casefold()
