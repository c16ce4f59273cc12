"""News of fates as RSS 2.0 and as Atom (RFC 4287).

The description of an RSS item is HTML, and is written as HTML in which nothing
is markup. Of its title readers disagree whether it is plain or HTML: it is
plain, with single guillemets for the brackets that HTML would read.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import UTC, datetime, time
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from cliffhanger.outlook.plain import plain

if TYPE_CHECKING:
    from datetime import date

RSS_TYPE = "application/rss+xml; charset=utf-8"
ATOM_TYPE = "application/atom+xml; charset=utf-8"

_ATOM = "http://www.w3.org/2005/Atom"
_LONGEST = 4000
_GUILLEMETS = str.maketrans("<>", "\u2039\u203a")
_MINUTES = 60
"""Minutes after which a reader may ask again."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One piece of news.

    Attributes:
        id: what no other entry has, whatever its form; the same news keeps it for ever.
        title: what happened, in a line of plain text.
        summary: the same in a few sentences of plain text.
        url: the page on it, absolute.
        updated: when it happened or became known; a day stands for its beginning, UTC.
        categories: words to sort by: the kind of news, the platform, the show.
    """

    id: str
    title: str
    summary: str
    url: str
    updated: date | datetime
    categories: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """What the entries stand in.

    Attributes:
        title: its name.
        subtitle: what it tells of.
        home: address of the page that it belongs to, absolute.
        address: its own address, absolute.
        updated: last day of the data; a feed without entries has no other time.
        entries: the news, latest first.
    """

    title: str
    subtitle: str
    home: str
    address: str
    updated: date | datetime
    entries: tuple[Entry, ...] = ()


def rss(feed: Feed) -> str:
    """Return a feed as RSS 2.0."""
    root = ET.Element("rss", {"version": "2.0", "xmlns:atom": _ATOM})
    channel = ET.SubElement(root, "channel")
    _add(channel, "title", _unbracketed(feed.title))
    _add(channel, "link", plain(feed.home, _LONGEST))
    _add(channel, "description", _as_html(feed.subtitle))
    _add(channel, "language", "en")
    _add(channel, "lastBuildDate", format_datetime(_latest(feed)))
    _add(channel, "ttl", str(_MINUTES))
    itself = {"href": plain(feed.address, _LONGEST), "rel": "self", "type": "application/rss+xml"}
    ET.SubElement(channel, "atom:link", itself)
    for entry in feed.entries:
        item = ET.SubElement(channel, "item")
        _add(item, "title", _unbracketed(entry.title))
        _add(item, "link", plain(entry.url, _LONGEST))
        _add(item, "description", _as_html(entry.summary))
        _add(item, "guid", _urn(entry.id)).set("isPermaLink", "false")
        _add(item, "pubDate", format_datetime(_instant(entry.updated)))
        for category in entry.categories:
            _add(item, "category", _unbracketed(category))
    return _text(root)


def atom(feed: Feed) -> str:
    """Return a feed as Atom."""
    root = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "en"})
    _add(root, "id", _urn(feed.address))
    _add(root, "title", plain(feed.title))
    _add(root, "subtitle", plain(feed.subtitle, _LONGEST))
    _add(root, "updated", _latest(feed).isoformat())
    ET.SubElement(root, "link", {"href": plain(feed.address, _LONGEST), "rel": "self"})
    ET.SubElement(root, "link", {"href": plain(feed.home, _LONGEST), "rel": "alternate", "type": "text/html"})
    _add(_add(root, "author"), "name", "Cliffhanger")
    for entry in feed.entries:
        element = ET.SubElement(root, "entry")
        _add(element, "id", _urn(entry.id))
        _add(element, "title", plain(entry.title))
        _add(element, "summary", plain(entry.summary, _LONGEST))
        _add(element, "updated", _instant(entry.updated).isoformat())
        ET.SubElement(element, "link", {"href": plain(entry.url, _LONGEST), "rel": "alternate"})
        for category in entry.categories:
            ET.SubElement(element, "category", {"term": plain(category)})
    return _text(root)


def _add(parent: ET.Element, name: str, text: str = "") -> ET.Element:
    child = ET.SubElement(parent, name)
    child.text = text or None
    return child


def _as_html(text: str) -> str:
    """Return plain text as HTML; it is escaped once more where it becomes XML."""
    return escape(plain(text, _LONGEST), quote=False)


def _unbracketed(text: str) -> str:
    return plain(text).translate(_GUILLEMETS)


def _urn(name: str) -> str:
    """Return an id that is an IRI, as Atom asks, whatever the characters of the name."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"cliffhanger:{plain(name, _LONGEST)}").urn


def _instant(when: date | datetime) -> datetime:
    if not isinstance(when, datetime):
        return datetime.combine(when, time(), UTC)
    return when.replace(tzinfo=UTC) if when.tzinfo is None else when.astimezone(UTC)


def _latest(feed: Feed) -> datetime:
    return max(_instant(when) for when in (feed.updated, *(entry.updated for entry in feed.entries)))


def _text(root: ET.Element) -> str:
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, encoding="unicode")}\n'
