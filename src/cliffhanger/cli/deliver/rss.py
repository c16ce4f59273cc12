"""An RSS file of the latest events, always whole: it is written beside itself and then takes its own place."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from html import escape
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from cliffhanger.cli.options import whole_file

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

LATEST = 200
"""Events that the feed holds."""

# What XML 1.0 cannot hold, however it is escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_HOME = "https://www.rssboard.org/rss-specification"


def write(path: Path, events: Sequence[Mapping[str, Any]]) -> None:
    """Write the feed.

    Args:
        path: the file.
        events: plain events, the newest first.
    """
    with whole_file(path) as stream:
        stream.write(feed(events))


def feed(events: Sequence[Mapping[str, Any]]) -> str:
    """Return events as RSS 2.0.

    Args:
        events: plain events, the newest first.
    """
    rss = ET.Element("rss", version="2.0")
    channel = ET.SubElement(rss, "channel")
    _add(channel, "title", "Cliffhanger: what has changed")
    _add(channel, "link", _HOME)
    _add(channel, "description", "States, odds, dates, statements and silences of the series that are watched.")
    _add(channel, "generator", "cliffhanger watch")
    for event in events:
        item = ET.SubElement(channel, "item")
        _add(item, "title", event["sentence"])
        link = next((one["url"] for one in event["evidence"] if one["url"].startswith("http")), "")
        if link:
            _add(item, "link", link)
        _add(item, "guid", event["id"], isPermaLink="false")
        midnight = datetime.combine(date.fromisoformat(event["day"]), time.min, UTC)
        _add(item, "pubDate", format_datetime(midnight, usegmt=True))
        _add(item, "category", event["kind"])
        _add(item, "description", _described(event))
    ET.indent(rss)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(rss, encoding="unicode") + "\n"


def _described(event: Mapping[str, Any]) -> str:
    proofs = [f"{one['what']}: {one['value']} ({one['source']}, {one['known_on']})" for one in event["evidence"]]
    quarrels = [f"Sources disagree: {one['preferred']} is taken, for {one['reason']}." for one in event["conflicts"]]
    # Readers take a description for HTML.
    return "<br>".join(escape(line) for line in [*proofs, *quarrels]) or escape(event["sentence"])


def _add(parent: ET.Element, name: str, text: str, **attributes: str) -> None:
    ET.SubElement(parent, name, attributes).text = _NOT_XML.sub("\ufffd", text)
