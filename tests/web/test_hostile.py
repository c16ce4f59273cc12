"""Titles, people and names that would break a careless format come out inert, wherever they are shown."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

import feedparser
import icalendar
import pytest
import yaml
from lxml import etree

from cliffhanger.outlook import lists
from tests.web.made import HOSTILE, Whole

if TYPE_CHECKING:
    from starlette.testclient import TestClient

pytestmark = pytest.mark.xdist_group("web")

SHOWS = [f"imdb:tt{9_100_000 + number}" for number in range(len(HOSTILE))]
ASKED = "&".join(f"show={show}" for show in SHOWS)
NAMES = range(len(HOSTILE))
ORDERS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Characters that give orders to what shows them."""


def inert(text: str) -> Whole:
    """Read a page, and hold it to what no title may bring about."""
    page = Whole(text)
    # What stands in a form is what somebody typed.
    assert not any(ORDERS.search(said) for name, said in page.texts if name != "textarea")
    scripts = [given for name, given in page.found if name == "script"]
    assert all(
        (given.get("src") or "").startswith("/static/") or given.get("type") == "application/ld+json"
        for given in scripts
    )
    assert not any(key.startswith("on") for _, given in page.found for key in given)
    assert not any(name == "img" for name, _ in page.found)
    assert "49" not in re.findall(r"\b49\b(?! %| to)", page.text("h1"))
    return page


@pytest.mark.parametrize("number", NAMES)
def test_a_shows_page_is_inert(hostile: TestClient, number: int) -> None:
    """Its title is shown as it is written, and nothing in it is obeyed."""
    answer = hostile.get(f"/show/{SHOWS[number]}")
    assert answer.status_code == 200
    page = inert(answer.text)
    heading = page.text("h1")
    assert heading[:20] == "".join("�" if ORDERS.match(c) else c for c in HOSTILE[number])[:20]
    (linked,) = (text for name, text in page.texts if name == "script" and text)
    assert isinstance(json.loads(linked), dict)


@pytest.mark.parametrize(
    "path", ["/", "/platforms", "/platform/Made%20Up%20Television", f"/slate?{ASKED}", "/search?q=script"]
)
def test_lists_are_inert(hostile: TestClient, path: str) -> None:
    """Every list that has them."""
    answer = hostile.get(path)
    assert answer.status_code == 200
    inert(answer.text)


def test_what_somebody_asks_is_inert(hostile: TestClient) -> None:
    """A title that is asked for comes back as text: on the page of hits, of faults, of a slate, and of an article."""
    for text in HOSTILE[:-1]:
        for path in ("/search", "/slate"):
            inert(hostile.get(path, params={"q" if path == "/search" else "show": text}, follow_redirects=True).text)
        inert(hostile.post("/read", data={"text": text, "title": text, "url": text, "published": text}).text)
        read = hostile.post("/read", data={"text": f"“{text}” has been renewed for a third season by Netflix. {text}"})
        inert(read.text)


def test_drawings_are_well_formed(hostile: TestClient) -> None:
    """Each drawing of each page is XML, with no script, no event and no address in it."""
    drawn = 0
    for show in SHOWS:
        for svg in re.findall(r"<svg.*?</svg>", hostile.get(f"/show/{show}").text, re.DOTALL):
            for element in etree.fromstring(svg.encode()).iter():
                assert etree.QName(element).localname not in ("script", "foreignObject", "image", "a")
                assert not any(name.startswith("on") or "href" in name for name in element.attrib)
            drawn += 1
    assert drawn >= len(SHOWS)


def test_tables_run_nothing(hostile: TestClient) -> None:
    """The CSV reads back cell by cell, and no cell begins as a formula does."""
    text = hostile.get(f"/slate.csv?{ASKED}").text
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert [row["show"] for row in rows] == SHOWS
    for row, title in zip(rows, HOSTILE, strict=True):
        assert row["title"].lstrip("'")[:50] == title.lstrip("'")[:50]
    assert not any((cell or "").startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())
    assert tuple(rows[0]) == lists.HEADINGS


def test_the_api_tells_the_title_as_it_is(hostile: TestClient) -> None:
    """JSON holds every character, and is never sniffed into something else."""
    answer = hostile.get("/api/slate", params=[("show", show) for show in SHOWS])
    assert [row["title"] for row in answer.json()["rows"]] == list(HOSTILE)
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_feeds_are_well_formed(hostile: TestClient) -> None:
    """RSS and Atom, read by a parser, hold no entry that a title smuggled in."""
    for form in ("rss", "atom"):
        for path in (f"/feeds/watch.{form}?{ASKED}&as_of=2025-03-15", f"/feeds/changes.{form}"):
            answer = hostile.get(path)
            assert answer.status_code == 200
            etree.fromstring(answer.content)
            read = feedparser.parse(answer.content)
            assert not read.bozo
            assert all(entry.title != "smuggled" for entry in read.entries)


def test_the_calendar_and_the_statuses_are_well_formed(hostile: TestClient) -> None:
    """A calendar has one event a show at most, and the overlays are plain YAML."""
    calendar = icalendar.Calendar.from_ical(hostile.get(f"/calendar.ics?{ASKED}").content)
    assert len(calendar.events) <= len(SHOWS)
    assert {row["title"][:20] for row in hostile.get(f"/status.json?{ASKED}").json()["series"]}
    assert yaml.safe_load(hostile.get(f"/status.yml?{ASKED}").content)
