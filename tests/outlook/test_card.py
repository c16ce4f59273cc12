"""The picture for sharing: what stands on it, that every title fits, and that nothing breaks it."""

from __future__ import annotations

import struct
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.vocabulary import State
from cliffhanger.outlook import facts as catalogue
from cliffhanger.outlook.card import HEIGHT, WIDTH, Card, card, png, svg
from cliffhanger.outlook.desk import Desk
from cliffhanger.outlook.plain import plain
from cliffhanger.outlook.safe import Mark, Safe
from tests.outlook.made_up import DAY, HOSTILE, dossier, texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

ARABIC = "مسلسل الفانوس النحاسي"
LONG = "The Chronicle of the Copper Lantern and of the Seven Sisters Who Kept It " * 3
SVG = "{http://www.w3.org/2000/svg}"
_BOXES = "all => all.map(one => one.getBBox()).map(box => [box.x, box.x + box.width])"


def _named(title: str) -> str:
    """Return what a test with some title is called."""
    return f"{plain(title, 12)}-{len(title)}"


def drawn(made: Card) -> list[ET.Element]:
    """Return the lines of text of a card's picture."""
    root = ET.fromstring(svg(made).encode())  # noqa: S314 - our own output
    assert (root.get("width"), root.get("height")) == (str(WIDTH), str(HEIGHT))
    return root.findall(f"{SVG}text")


def written(made: Card) -> list[str]:
    """Return what is written on it."""
    return ["".join(line.itertext()) for line in drawn(made)]


def test_a_card_says_all_that_was_asked_of_it() -> None:
    """Title, odds with their range, window, state, verdict, day, and whose it is."""
    lines = written(card(dossier(decision_by=date(2026, 9, 1))))
    for line in (
        "Cliffhanger",
        "As known on 31 January 2026",
        "Copper Lantern",
        "Season 2 · Hulu",
        "62 %",
        "to return for season 2, likely range 52 to 72 %",
        "In limbo: nothing announced",
        "March 2027 to April 2028",
        "September 2026",
        "“Copper Lantern” is 62 % to return for season 2 (likely range 52 to 72 %).",
        "A forecast, not an announcement.",
    ):
        assert line in lines


@pytest.mark.parametrize(
    ("state", "figure", "note"),
    [
        ("renewed", "Renewed", "season 2 has been ordered"),
        ("dated", "Coming", "season 2 has a date"),
        ("cancelled", "3 %", "to be taken up elsewhere, likely range 0 to 13 %"),
        ("ending", "3 %", "to come back all the same, likely range 0 to 13 %"),
        ("limited", "3 %", "to get a further season, likely range 0 to 13 %"),
    ],
)
def test_what_is_decided_is_said_in_a_word(state: str, figure: str, note: str) -> None:
    """And what is not, in odds of what they are odds of."""
    lines = written(card(dossier(state, 0.03)))
    assert figure in lines
    assert note in lines
    assert ("A forecast, not an announcement." in lines) == figure.endswith("%")


def test_odds_that_should_not_be_relied_on_are_said_to_be_such() -> None:
    """With the reason."""
    made = dossier()
    made = replace(made, forecast=replace(made.forecast, abstain="silent for more than ten years"))
    assert "A forecast to be taken with care: silent for more than ten years." in written(card(made))


def test_a_date_stands_in_the_place_of_the_window() -> None:
    """As it was announced."""
    autumn = PartialDate(date(2026, 9, 1), date(2026, 11, 30))
    assert ("Premiere", "Autumn 2026") in card(dossier("dated", planned=autumn)).facts


def test_whether_it_is_safe_to_start_is_told_where_there_is_room() -> None:
    """Three facts fit."""
    some = Safe(Mark.RISK, "a made-up reason")
    assert ("Safe to start?", "At your own risk") in card(dossier("cancelled"), some).facts
    assert len(card(dossier(decision_by=DAY), some).facts) == 3


def test_a_title_from_right_to_left_stands_on_the_right() -> None:
    """And is not mixed into the sentence."""
    made = card(dossier(title=ARABIC))
    (title,) = (line for line in drawn(made) if "".join(line.itertext()) == ARABIC)
    assert title.get("text-anchor") == "end"
    assert "This series is 62 % to return for season 2 (likely range 52 to 72 %)." in written(made)


@given(texts, texts, st.sampled_from(State))
def test_no_title_breaks_the_picture(title: str, network: str, state: State) -> None:
    """It stays well-formed, with as few lines as fit and nothing but them."""
    made = dossier(state, title=title)
    made = replace(made, show=replace(made.show, network=network))
    lines = drawn(card(made))
    assert all(0 < float(line.get("y", "0")) < HEIGHT - 10 for line in lines)
    assert len(lines) <= 16
    root = ET.fromstring(svg(card(made)).encode())  # noqa: S314 - our own output
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= {
        "svg", "title", "rect", "path", "circle", "text",
    }  # fmt: skip


def test_a_long_title_is_cut_with_an_ellipsis() -> None:
    """After two lines."""
    lines = [line for line in drawn(card(dossier(title=LONG))) if line.get("font-size") == "42"]
    assert len(lines) == 2
    assert "".join(lines[1].itertext()).endswith("…")


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """Return a page of Chromium."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - only where there is a browser

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser.new_page()
        browser.close()


@pytest.mark.browser
@pytest.mark.parametrize(
    "title", [*HOSTILE, "Ballard", LONG, "W" * 80, "WWW " * 40, "MMMMMM@%—" * 9, "É" * 70, "ij" * 90], ids=_named
)
def test_every_line_is_inside_the_picture(page: Page, title: str) -> None:
    """Measured by a browser, with the letters that the picture is drawn in."""
    page.set_content(f"<body style='margin:0'>{svg(card(dossier(title=title)))}</body>")
    boxes = page.eval_on_selector_all("text", _BOXES)
    assert boxes
    assert all(left >= 40 and right <= WIDTH - 40 for left, right in boxes)


@pytest.mark.parametrize("title", ["Ballard", LONG, *HOSTILE], ids=_named)
def test_a_picture_is_drawn(title: str) -> None:
    """A PNG of the size that sites ask for."""
    image = png(svg(card(dossier(title=title))))
    assert image.startswith(b"\x89PNG")
    assert struct.unpack(">II", image[16:24]) == (WIDTH, HEIGHT)


def test_the_card_of_ballard() -> None:
    """From the starter catalogue, as this project was first asked."""
    desk = Desk.open(catalogue.from_starter(), catalogue.starter_models())
    made = card(desk.outlook("Ballard", date(2025, 7, 30)))
    assert (made.figure, made.about, made.as_of) == ("64 %", "Season 2 · Prime Video", "As known on 30 July 2025")
