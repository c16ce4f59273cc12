"""Feeds, calendar and media-server lists, read back by other people's parsers; all shows are made up."""

from __future__ import annotations

import json
import sys
import unicodedata
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import feedparser
import icalendar
import jsonschema
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.errors import MissingExtraError
from cliffhanger.domain.forecast import Question
from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import card
from cliffhanger.outlook import facts as catalogue
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.feeds import media_server, premieres
from cliffhanger.outlook.feeds.media_server import By, Status
from cliffhanger.outlook.feeds.premieres import Premiere, Window, calendar, upcoming
from cliffhanger.outlook.feeds.syndication import Entry, Feed, atom, rss
from cliffhanger.outlook.known_ids import KnownIds, known_ids
from cliffhanger.outlook.plain import isolated, plain, right_to_left
from cliffhanger.outlook.safe import Ending, Mark
from cliffhanger.outlook.schema_org import Described, SeasonFacts
from tests.facts import claim, facts
from tests.outlook.made_up import DAY, SHOW, dossier, forecast, texts

if TYPE_CHECKING:
    from collections.abc import Callable

ATOM = "{http://www.w3.org/2005/Atom}"
HOME = "http://127.0.0.1:8000/"
NEWS = Entry(
    id=f"{SHOW}/s2/renewed",
    title="“Copper Lantern” & friends: renewed",
    summary="Season 2 has been ordered. The odds stood at < 62 %.",
    url=f"{HOME}show/{SHOW}?a=1&b=2",
    updated=date(2026, 1, 30),
    categories=("renewed", "Prime Video"),
)


def feed(*entries: Entry) -> Feed:
    """Return a made-up feed."""
    return Feed("Fates", "What became of series", HOME, f"{HOME}feeds/fates", DAY, entries)


def test_atom_says_what_it_was_given() -> None:
    """Every field of an entry, read by feedparser."""
    read = feedparser.parse(atom(feed(NEWS)))
    assert (read.bozo, read.version, read.feed.title) == (False, "atom10", "Fates")
    (item,) = read.entries
    assert (item.title, item.summary, item.link) == (NEWS.title, NEWS.summary, NEWS.url)
    assert item.updated_parsed[:3] == (2026, 1, 30)
    assert [tag.term for tag in item.tags] == list(NEWS.categories)


def test_rss_says_what_it_was_given() -> None:
    """Every field of an entry; the summary is HTML, in which a bracket is escaped."""
    read = feedparser.parse(rss(feed(NEWS)))
    assert (read.bozo, read.version, read.feed.title) == (False, "rss20", "Fates")
    (item,) = read.entries
    assert (item.title, item.link) == (NEWS.title, NEWS.url)
    assert item.summary == NEWS.summary.replace("<", "&lt;")
    assert item.published_parsed[:3] == (2026, 1, 30)
    assert [tag.term for tag in item.tags] == list(NEWS.categories)


@pytest.mark.parametrize("write", [rss, atom])
def test_an_entry_keeps_its_id(write: Any) -> None:  # noqa: ANN401 - either writer
    """Whatever becomes of its words, so that nobody reads it twice; another entry has another."""
    before, other, after = (
        feedparser.parse(write(feed(entry))).entries[0].id
        for entry in (
            NEWS,
            Entry("other", NEWS.title, NEWS.summary, NEWS.url, NEWS.updated),
            Entry(NEWS.id, "x", "y", HOME, DAY),
        )
    )
    assert before == after != other
    assert before.startswith("urn:uuid:")


@pytest.mark.parametrize("write", [rss, atom])
@example(title="\u00c2\u00a1", summary="", url="", category="")
@given(title=texts, summary=texts, url=texts, category=texts)
def test_no_text_breaks_a_feed(write: Any, title: str, summary: str, url: str, category: str) -> None:  # noqa: ANN401 - either writer
    """It stays well-formed XML with one entry, whose text holds no markup for a reader that takes it for HTML."""
    made = write(feed(Entry("id", title, summary, url, DAY, (category,))))
    root = ET.fromstring(made.encode())  # noqa: S314 - our own output
    assert sum(1 for each in root.iter() if each.tag.endswith(("item", "entry"))) == 1
    read = feedparser.parse(made)
    assert not read.bozo
    (item,) = read.entries
    if write is rss:
        assert "<" not in item.title + item.summary
    else:
        # By the XML itself: feedparser takes some titles for badly decoded ones, and "mends" them.
        assert (root.findtext(f"{ATOM}entry/{ATOM}title") or "") == plain(title)
        assert item.title_detail.type == "text/plain"


def test_a_feed_without_news_is_dated_by_its_data() -> None:
    """It is a whole feed all the same."""
    for write in (rss, atom):
        read = feedparser.parse(write(feed()))
        assert (read.bozo, len(read.entries), read.feed.updated_parsed[:3]) == (False, 0, (2026, 1, 31))


def test_an_instant_is_told_in_utc() -> None:
    """Whatever zone it was given in."""
    when = datetime(2026, 1, 30, 12, tzinfo=UTC)
    read = feedparser.parse(atom(feed(Entry("id", "t", "s", HOME, when))))
    assert read.entries[0].updated == "2026-01-30T12:00:00+00:00"


@given(st.text(max_size=200), st.integers(2, 50))
def test_plain_text_is_one_line_that_xml_allows(text: str, most: int) -> None:
    """Bounded, without controls, and the same when it is made plain again."""
    made = plain(text, most)
    assert len(made) <= most
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in made)
    ET.fromstring(f"<a>{made.replace('&', '').replace('<', '')}</a>".encode())  # noqa: S314 - our own output
    assert plain(made, most) == made


def test_what_runs_from_right_to_left_is_set_apart() -> None:
    """So that the sentence around it keeps its order; what runs from left to right is left as it is."""
    assert right_to_left("مسلسل 24")
    assert not right_to_left("24 Hours")
    assert isolated("Copper") == "Copper"
    assert isolated("مسلسل") == "\u2068مسلسل\u2069"


def events(made: bytes) -> list[Any]:
    """Return a calendar's events as icalendar reads them."""
    return icalendar.Calendar.from_ical(made).walk("VEVENT")


def test_a_premiere_with_a_day_is_a_confirmed_event() -> None:
    """One day long, without a time."""
    day = date(2026, 8, 12)
    (event,) = events(
        calendar([Premiere(SHOW, "Copper Lantern", 2, PartialDate(day, day), "Hulu", HOME)], known_to=DAY)
    )
    assert (event["STATUS"], event["SUMMARY"]) == ("CONFIRMED", "“Copper Lantern”, season 2")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (day, day + timedelta(days=1))
    assert "Hulu" in event["DESCRIPTION"]
    assert event["URL"] == HOME


def test_a_premiere_without_a_day_is_tentative_and_says_so() -> None:
    """Autumn 2026 is no day."""
    autumn = PartialDate(date(2026, 9, 1), date(2026, 11, 30))
    (event,) = events(calendar([Premiere(SHOW, "Copper Lantern", 2, autumn)], known_to=DAY))
    assert event["STATUS"] == "TENTATIVE"
    assert event["SUMMARY"].startswith("Announced for autumn 2026:")
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 9, 1), date(2026, 12, 1))


def test_a_forecast_window_is_marked_as_one() -> None:
    """Its first word, its status, its transparency, its odds and its caveat; whole days."""
    (event,) = events(calendar([upcoming(forecast(), network="Hulu")], known_to=DAY))
    assert event["SUMMARY"] == "Forecast: “Copper Lantern”, season 2 (62 %)"
    assert (event["STATUS"], event["TRANSP"]) == ("TENTATIVE", "TRANSPARENT")
    assert "62 % to return for season 2 (likely range 52 to 72 %)" in event["DESCRIPTION"]
    assert premieres.CAVEAT in event["DESCRIPTION"]
    quantiles = forecast().premiere_quantiles
    assert event["DTSTART"].dt == quantiles[0.25]
    assert event["DTEND"].dt == quantiles[0.75] + timedelta(days=1)
    assert not isinstance(event["DTSTART"].dt, datetime)


def test_a_window_gives_way_to_the_date() -> None:
    """They have one id, so that a subscriber's calendar replaces the one by the other."""
    day = date(2026, 8, 12)
    (window,) = events(calendar([upcoming(forecast())], known_to=DAY))
    (dated,) = events(calendar([upcoming(forecast(State.DATED), PartialDate(day, day))], known_to=DAY))
    assert window["UID"] == dated["UID"]


@pytest.mark.parametrize("state", [State.CANCELLED, State.ENDING, State.LIMITED, State.RETURNED])
def test_there_is_no_window_for_what_is_over(state: State) -> None:
    """Nor for what should not be relied on."""
    assert upcoming(forecast(state)) is None
    assert upcoming(forecast(abstain="silent for long")) is None


def test_seasons_that_have_premiered_are_events_where_a_source_gives_the_day() -> None:
    """An estimate is none; each season has an id of its own, the one that its window had."""
    said = Described(seasons=(SeasonFacts(1, "2025-07-09", "", 10), SeasonFacts(2, "", "", None)))
    items = premieres.aired(dossier(), said, HOME)
    (event,) = events(calendar(items, known_to=DAY))
    assert (event["STATUS"], event["DTSTART"].dt) == ("CONFIRMED", date(2025, 7, 9))
    assert event["UID"] != events(calendar([Window(forecast())], known_to=DAY))[0]["UID"]


def test_a_calendar_is_the_same_bytes_from_the_same_items() -> None:
    """Stamped with the day of the data, in an order of its own."""
    day = date(2026, 8, 12)
    items: list[Premiere | Window | None] = [Premiere(SHOW, "A", 2, PartialDate(day, day)), Window(forecast()), None]
    made = calendar(items, known_to=DAY)
    assert made == calendar(items[::-1], known_to=DAY)
    assert {event["DTSTAMP"].dt for event in events(made)} == {datetime(2026, 1, 31, tzinfo=UTC)}


def test_an_empty_calendar_is_one() -> None:
    """A watch list with nothing ahead."""
    read = icalendar.Calendar.from_ical(calendar([], known_to=DAY, name="Mine"))
    assert (read["X-WR-CALNAME"], read["VERSION"], len(read.walk("VEVENT"))) == ("Mine", "2.0", 0)


@given(texts, texts, texts)
def test_no_text_breaks_a_calendar(title: str, network: str, url: str) -> None:
    """One event with the properties it was given, and none that a title smuggled in."""
    made = calendar([Window(forecast(title=title), network, url)], known_to=DAY, name=title)
    (event,) = events(made)
    assert event["SUMMARY"] == f"Forecast: “{isolated(plain(title))}”, season 2 (62 %)"
    assert set(event) <= {
        "UID", "DTSTAMP", "DTSTART", "DTEND", "STATUS", "TRANSP", "SUMMARY", "DESCRIPTION", "CATEGORIES", "URL",
    }  # fmt: skip
    assert all(len(line) <= 75 for line in made.split(b"\r\n"))


IDS = {SHOW: KnownIds("tt9000001"), "x:1": KnownIds(tmdb="77"), "x:2": KnownIds(tvdb="88"), "x:3": KnownIds()}


def rows(*states: State) -> tuple[media_server.Row, ...]:
    """Return a row for each state, of shows with different ids."""
    some = [forecast(state, question=Question(show, 1, DAY)) for show, state in zip(IDS, states, strict=False)]
    return media_server.rows(some, IDS, {SHOW: Ending(cliffhanger=1)}, {SHOW: 2025})


def test_a_status_list_says_what_a_media_server_asks() -> None:
    """Ids, title, year, status, and whether it is safe to start with the reason, ready for JSON."""
    (listed,) = json.loads(json.dumps(media_server.status_list(rows(State.CANCELLED))))
    assert listed == {
        "show": SHOW, "title": "Copper Lantern", "year": 2025, "ids": {"imdb": "tt9000001"}, "status": "cancelled",
        "season": 1, "p_renewed": 0.62, "as_of": "2026-01-31",
        "safe_to_start": {
            "mark": "at your own risk",
            "reason": "season 1 is said to end on a cliffhanger, and it has been cancelled",
        },
    }  # fmt: skip


def test_every_state_has_a_status() -> None:
    """Cancelled is not ended, and nothing else becomes limbo."""
    assert set(media_server.STATUSES) == set(State)
    assert media_server.STATUSES[State.CANCELLED] is Status.CANCELLED
    assert [state for state, status in media_server.STATUSES.items() if status is Status.CANCELLED] == [State.CANCELLED]
    assert [state for state, status in media_server.STATUSES.items() if status is Status.LIMBO] == [State.LIMBO]


_TEXT = {"type": "string"}
_OFFSET = {"type": "integer", "minimum": 0}
_COLOUR = {"type": "string", "pattern": "^#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{8})$"}
KOMETA = {
    "type": "object",
    "required": ["overlays"],
    "additionalProperties": False,
    "properties": {
        "overlays": {
            "type": "object",
            "additionalProperties": {
                "type": "object",
                "required": ["overlay"],
                "minProperties": 2,
                "additionalProperties": False,
                "properties": {
                    "imdb_id": {"type": "array", "minItems": 1, "items": {"type": "string", "pattern": "^tt[0-9]+$"}},
                    "tmdb_show": {"type": "array", "minItems": 1, "items": {"type": "integer"}},
                    "tvdb_show": {"type": "array", "minItems": 1, "items": {"type": "integer"}},
                    "overlay": {
                        "type": "object",
                        "additionalProperties": False,
                        # A text overlay has to have both offsets, and a group needs a weight.
                        "required": ["name", "group", "weight", "horizontal_offset", "vertical_offset"],
                        "properties": {
                            "name": {"type": "string", "pattern": r"^text\([^()]+\)$"},
                            "group": _TEXT,
                            "weight": _OFFSET,
                            "horizontal_align": {"enum": ["left", "center", "right"]},
                            "vertical_align": {"enum": ["top", "center", "bottom"]},
                            "horizontal_offset": _OFFSET,
                            "vertical_offset": _OFFSET,
                            "font_size": {"type": "integer", "minimum": 1},
                            "font_color": _COLOUR,
                            "back_color": _COLOUR,
                            "back_radius": {"type": "integer", "minimum": 1},
                            "back_padding": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        }
    },
}
"""An overlay file of text overlays and lists of shows, after Kometa's documentation."""


@pytest.mark.parametrize("by", By)
def test_an_overlay_file_has_the_form_that_kometa_documents(by: By) -> None:
    """An overlay for each status or mark that occurs, each with the builders of its shows."""
    read = yaml.safe_load(media_server.kometa(rows(State.LIMBO, State.LIMBO, State.RENEWED, State.ENDING), by=by))
    jsonschema.validate(read, KOMETA)
    if by is By.STATUS:
        assert set(read["overlays"]) == {"cliffhanger_status_limbo", "cliffhanger_status_renewed"}
        limbo = read["overlays"]["cliffhanger_status_limbo"]
        assert (limbo["imdb_id"], limbo["tmdb_show"]) == (["tt9000001"], [77])
        assert read["overlays"]["cliffhanger_status_renewed"]["tvdb_show"] == [88]
    else:
        assert set(read["overlays"]) == {"cliffhanger_safe_wait", "cliffhanger_safe_safe"}


def test_an_overlay_file_of_nothing_is_one() -> None:
    """No rows, no overlays."""
    assert yaml.safe_load(media_server.kometa([])) == {"overlays": {}}


def test_ids_are_those_of_catalogues_only() -> None:
    """Keys that a source made from names are none; who says that two ids are one show is heard."""
    opened = facts(
        claim(SHOW, "title", "Copper Lantern", DAY, source_show="tmdb:77"),
        claim(SHOW, "title", "Copper Lantern", DAY, source_show="tvmaze_name:Copper+2025"),
        claim(SHOW, "same_as", "wikidata:Q42", DAY),
        claim(SHOW, "same_as", "tvdb:not-a-number", DAY),
        claim(SHOW, "same_as", "tvmaze:99", DAY, taken_back_on=DAY),
        claim(SHOW, "same_as", "imdb:tt0000001", DAY),
    )
    found = known_ids(opened.connection)
    assert found == {SHOW: KnownIds(imdb="tt9000001", tmdb="77", wikidata="Q42")}
    assert found == known_ids(opened.connection, [SHOW])
    assert found[SHOW].pages() == (
        "https://www.imdb.com/title/tt9000001/",
        "https://www.themoviedb.org/tv/77",
        "https://www.wikidata.org/wiki/Q42",
    )


@pytest.mark.parametrize(
    ("library", "make"),
    [
        ("icalendar", lambda: calendar([], known_to=DAY)),
        ("yaml", lambda: media_server.kometa([])),
        ("vl_convert", lambda: card.png("<svg/>")),
    ],
    ids=["calendar", "overlays", "picture"],
)
def test_a_library_that_is_missing_is_named_by_its_extra(
    monkeypatch: pytest.MonkeyPatch, library: str, make: Callable[[], object]
) -> None:
    """As the core installation meets it."""
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(MissingExtraError, match=r"\[web\]"):
        make()


def test_the_list_of_real_shows() -> None:
    """From the starter catalogue: an ended show, a cancelled one and one in limbo, with their ids and years."""
    desk = Desk.open(catalogue.from_starter(), catalogue.starter_models())
    some = media_server.gather(desk, DAY, ["imdb:tt0944947", "imdb:tt26676904", "imdb:tt0303461"])
    assert [(row.title, row.year, row.status, row.ids.imdb) for row in some] == [
        ("Firefly", 2002, Status.CANCELLED, "tt0303461"),
        ("Game of Thrones", 2011, Status.ENDED, "tt0944947"),
        ("Ballard", 2025, Status.LIMBO, "tt26676904"),
    ]
    assert [row.safe_to_start.mark for row in some] == [Mark.RISK, Mark.SAFE, Mark.WAIT]
