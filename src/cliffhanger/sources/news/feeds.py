"""Feeds (RSS, Atom) and sitemaps to the addresses that they list, with headline and day where they say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

from lxml import etree

from cliffhanger.domain.errors import BadFileError
from cliffhanger.sources.news.words import ADDRESSES, DATES, ENTRIES, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Entry:
    """One address that a feed or a sitemap lists.

    Attributes:
        url: the address.
        title: its headline, or empty.
        published: its day, or None.
        kind: "feed" or "sitemap" for a page, "index" for another sitemap.
    """

    url: str
    title: str = ""
    published: date | None = None
    kind: str = "feed"


def entries(content: bytes, *, name: str) -> list[Entry]:
    """Return what a feed or a sitemap lists, in its order.

    No entity is resolved and nothing is loaded: what comes from a stranger's
    server is taken apart and no more.

    Args:
        content: the bytes.
        name: what to call it in an error.

    Raises:
        BadFileError: where it is no XML, or lists nothing that is known.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadFileError(name=name, reason=f"is no feed and no sitemap ({error})") from error
    kinds = {_local(element): ENTRIES[_local(element)] for element in root.iter("*") if _local(element) in ENTRIES}
    if not kinds and _local(root) not in {"rss", "feed", "urlset", "sitemapindex", "RDF"}:
        raise BadFileError(name=name, reason=f"is no feed and no sitemap, but <{_local(root)}>")
    found = (_entry(element) for element in root.iter("*") if _local(element) in ENTRIES)
    return [entry for entry in found if entry.url.startswith(("http://", "https://"))]


def _entry(element: Any) -> Entry:  # noqa: ANN401 - lxml names no type
    parts = [part for part in element.iter("*") if part is not element]
    links = [part for part in parts if _local(part) in ADDRESSES and part.get("rel", "alternate") == "alternate"]
    url = next((address for link in links if (address := (link.get("href") or link.text or "").strip())), "")
    title = next((" ".join("".join(part.itertext()).split()) for part in parts if _local(part) in TITLES), "")
    return Entry(url, title, _day(parts), ENTRIES[_local(element)])


def _day(parts: Iterable[Any]) -> date | None:
    texts = {_local(part): (part.text or "").strip() for part in reversed(list(parts))}
    for name in DATES:
        if (text := texts.get(name)) and (day := _read(text)):
            return day
    return None


def _read(text: str) -> date | None:
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            at = read(text)
        except ValueError:
            continue
        return at.astimezone(UTC).date() if at.tzinfo else at.date()
    return None


def _local(element: Any) -> str:  # noqa: ANN401 - lxml names no type
    return str(element.tag).rpartition("}")[2]
