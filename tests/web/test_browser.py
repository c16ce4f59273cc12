"""The app in a real browser, served by a real process: what people do with it, on the screens they have."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

from tests.web.made import BALLARD, DAY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("browser")]

ARTICLE = (
    "Prime Video has renewed “Ballard” for a second season. The first season premiered on July 9, 2025. "
    "“We are thrilled,” a made-up spokesperson said."
)
SHOW = f"/show/{BALLARD}?as_of={DAY}"
SCREENS = {
    "home": "/",
    "show": SHOW,
    "settled show": "/show/Bosch",
    "platform": "/platform/Prime%20Video",
    "platforms": "/platforms",
    "slate": "/slate?show=Ballard&show=Bosch&show=Nobody%20Knows%20This",
    "search": "/search?q=bos",
    "charts": "/charts",
    "read": "/read",
    "scoreboard": "/scoreboard",
    "about": "/about",
    "api": "/api",
    "fault": "/show/Nobody%20Knows%20This",
}
"""Every page, by what it is."""

HEAVIEST = 250_000
"""Bytes that a page may weigh, as they are sent, with all that it brings."""

WATCH = """
window.shifted = 0;
new PerformanceObserver((seen) => {
  for (const entry of seen.getEntries()) { if (!entry.hadRecentInput) { window.shifted += entry.value; } }
}).observe({ type: "layout-shift", buffered: true });
window.violated = [];
addEventListener("securitypolicyviolation", (event) => {
  window.violated.push(event.violatedDirective + event.blockedURI);
});
"""


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Serve the starter catalogue by the command itself, and return its address."""
    command = [sys.executable, "-m", "cliffhanger.cli.main", "serve", "--port", "0"]
    kept = {name: value for name, value in os.environ.items() if name != "CLIFFHANGER_LEDGER"}
    with subprocess.Popen(  # noqa: S603 - our own
        command, stderr=subprocess.PIPE, text=True, env=kept | {"XDG_DATA_HOME": "/nonexistent"}
    ) as server:
        assert server.stderr is not None
        said = server.stderr.readline()
        found = re.search(r"http://[^ ]+", said)
        assert found, said
        yield found[0].rstrip("/")
        server.terminate()
        # Whatever went wrong while it served would stand here.
        assert "Traceback" not in server.stderr.read()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the machine's Chromium, which asks nobody for anything by itself."""
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield opened
        opened.close()


class Seen:
    """A page in the browser, with what went wrong on it."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        """Open a page and listen to it."""
        self.page: Page = context.new_page()
        self.address = address
        self.wrong: list[str] = []
        self.asked: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on(
            "console", lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.add_init_script(WATCH)

    def go(self, path: str) -> Page:
        """Go to a page, and wait until it is still."""
        self.page.goto(self.address + path)
        self.page.wait_for_load_state("networkidle")
        return self.page

    def check(self, *, faults: bool = False) -> None:
        """Hold the page to what no page may do; the status of a fault is told on the console, too."""
        wrong = [one for one in self.wrong if not (faults and "404 (Not Found)" in one)]
        assert wrong == []
        assert {urlsplit(url).netloc for url in self.asked} <= {urlsplit(self.address).netloc}


@contextmanager
def screen(browser: Browser, address: str, width: int = 1024, **more: Any) -> Iterator[Seen]:  # noqa: ANN401 - playwright's own
    """Open a page on a screen of a width; what a page may never do is checked at the end."""
    context = browser.new_context(viewport={"width": width, "height": 900}, **more)
    context.set_default_timeout(180_000)
    try:
        yield Seen(context, address)
    finally:
        context.close()


@pytest.fixture
def seen(browser: Browser, address: str) -> Iterator[Seen]:
    """Open a page on a middling screen."""
    with screen(browser, address) as opened:
        yield opened
        opened.check()


def test_from_a_search_to_a_past_day_to_a_card(seen: Seen) -> None:
    """A title is found, its page goes back in time by the keys of the slider, and there is a picture to share."""
    page = seen.go("/")
    page.get_by_label("A series, a person, or an id").fill("Ballard")
    page.get_by_role("button", name="Look it up").click()
    page.wait_for_url(f"**/show/{BALLARD}")
    last = page.locator(".verdict .faint").inner_text()
    slider = page.get_by_role("slider", name="As it was known on")
    slider.focus()
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url("**as_of=*")
    page.wait_for_function("!document.querySelector('main[aria-busy]')")
    assert page.locator(".verdict .faint").inner_text() != last
    day = page.locator("#as_of").input_value()
    assert day in page.url
    assert page.evaluate("document.activeElement.type") == "range"
    assert page.get_by_role("slider", name="As it was known on").get_attribute("aria-valuetext") == day
    page.go_back()
    page.wait_for_function("(said) => document.querySelector('.verdict .faint').innerText === said", arg=last)
    card = page.get_by_role("link", name="a card to share").get_attribute("href")
    assert card is not None
    sent = page.request.get(seen.address + card)
    assert sent.headers["content-type"] == "image/png"
    assert sent.body().startswith(b"\x89PNG")


def test_the_day_can_be_picked(seen: Seen) -> None:
    """By the date field and its button, and by the days that are worth a look."""
    page = seen.go(f"/show/{BALLARD}")
    page.locator("#as_of").fill(DAY)
    page.get_by_role("button", name="Show that day").click()
    page.wait_for_url(f"**as_of={DAY}")
    assert "30 July 2025" in page.locator(".verdict").inner_text()
    page.locator(".days a").first.click()
    page.wait_for_url(lambda url: DAY not in url)


def test_a_jump_to_a_part_keeps_the_page(seen: Seen) -> None:
    """Contents lead to their parts, and nothing is asked for anew."""
    page = seen.go(SHOW)
    before = len([url for url in seen.asked if "icon" not in url])
    page.locator(".contents a").last.click()
    page.wait_for_url("**#*")
    page.wait_for_load_state("networkidle")
    # Chromium may ask for the icon again.
    assert len([url for url in seen.asked if "icon" not in url]) == before
    assert page.evaluate("scrollY") > 0


def test_a_slate_from_a_csv(seen: Seen, tmp_path: Path) -> None:
    """A file is taken, its column read, what is unknown told, the table sorts, and both downloads are there."""
    file = tmp_path / "mine.csv"
    file.write_text("when,title\n2025,Ballard\n2014,Bosch\n2022,Severance\n1999,Nobody Knows This\n", encoding="utf-8")
    page = seen.go("/slate")
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Show where they stand").click()
    page.wait_for_url("**show=Ballard**")
    assert page.locator("table.board tbody tr").count() == 3
    assert "Nobody Knows This" in page.locator("#result").inner_text()
    assert "expected" in page.locator("#result .lead").inner_text()
    for name in ("as CSV", "as Parquet"):
        with page.expect_download() as held:
            page.get_by_role("link", name=name).click()
        assert held.value.suggested_filename.startswith("slate-")


def test_an_article_is_read(seen: Seen) -> None:
    """What is pasted comes back with its claims marked, and what was typed stays."""
    page = seen.go("/read")
    page.get_by_label("The text, a headline, or a page's HTML").fill(ARTICLE)
    page.get_by_role("button", name="Read it").click()
    page.wait_for_selector(".read mark")
    assert "renewed" in " ".join(page.locator(".read mark").all_inner_texts())
    assert page.locator("textarea").input_value() == ARTICLE
    assert page.get_by_role("button", name="Add").count() == 0


def test_the_keyboard_is_enough(seen: Seen) -> None:
    """The first stop skips the navigation, the search is near, and what sorts, scrolls and opens can be reached."""
    page = seen.go("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto(f"{seen.address}/")
    stops = []
    for _ in range(6):
        page.keyboard.press("Tab")
        stops.append(page.evaluate("document.activeElement.id || document.activeElement.className"))
    assert "q" in stops
    heading = page.locator("th", has=page.get_by_role("button", name="odds"))
    heading.get_by_role("button").focus()
    page.keyboard.press("Enter")
    odds = [float(cell.get_attribute("data-value") or 0) for cell in page.locator("tbody td:nth-child(3)").all()]
    assert heading.get_attribute("aria-sort") == "descending"
    assert odds == sorted(odds, reverse=True)
    page.keyboard.press("Enter")
    assert heading.get_attribute("aria-sort") == "ascending"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_suggestions_come_while_typing(seen: Seen) -> None:
    """Slips are forgiven."""
    page = seen.go("/about")
    page.locator("#q").press_sequentially("balard")
    page.wait_for_selector("#hits option[value=Ballard]", state="attached")


def leads_on(page: Page, button: Locator) -> None:
    """Press a button, and wait for the page that it leads to."""
    with page.expect_navigation():
        button.click()


def test_everything_works_without_script(browser: Browser, address: str, tmp_path: Path) -> None:
    """Search, a past day, a slate from a file, an article, the board's order: forms and links do it all."""
    file = tmp_path / "mine.csv"
    file.write_text("title\nBallard\nBosch\n", encoding="utf-8")
    with screen(browser, address, java_script_enabled=False) as seen:
        page = seen.page
        page.goto(f"{address}/")
        page.locator("#q").fill("Ballard")
        leads_on(page, page.locator(".top button"))
        page.locator("#as_of").fill(DAY)
        leads_on(page, page.get_by_role("button", name="Show that day"))
        assert "30 July 2025" in page.locator(".verdict").inner_text()
        page.goto(f"{address}/slate")
        page.locator("input[type=file]").set_input_files(file)
        leads_on(page, page.get_by_role("button", name="Show where they stand"))
        assert page.locator("table.board tbody tr").count() == 2
        page.goto(f"{address}/read")
        page.locator("textarea").fill(ARTICLE)
        leads_on(page, page.get_by_role("button", name="Read it"))
        assert page.locator(".read mark").count() > 0
        page.goto(f"{address}/")
        page.get_by_label("First").select_option("title")
        leads_on(page, page.get_by_role("button", name="Show", exact=True))
        titles = [one.inner_text().casefold() for one in page.locator("tbody td:first-child a").all()]
        assert titles == sorted(titles)
        seen.check()


@pytest.mark.parametrize("name", SCREENS)
def test_a_page_behaves(browser: Browser, address: str, name: str) -> None:
    """No error, no violation of its policy, nothing from elsewhere, nothing that moves, and not too heavy.

    On a phone's width nothing but a table's own frame scrolls sideways.
    """
    for width in (390, 1024):
        with screen(browser, address, width) as seen:
            page = seen.go(SCREENS[name])
            weight = sum(request.sizes()["responseBodySize"] for request in loaded(seen, SCREENS[name]))
            assert weight < HEAVIEST
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
            assert page.evaluate("window.shifted") == 0
            assert page.evaluate("window.violated") == []
            seen.check(faults=name == "fault")


def loaded(seen: Seen, path: str) -> list[Any]:
    """Load a page again, and return what was asked for."""
    requests: list[Any] = []
    seen.page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 - playwright marks what it calls
    seen.go(path)
    assert requests
    return requests


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_stands_in_anybodys_way(browser: Browser, address: str, name: str, scheme: str) -> None:
    """Axe finds nothing serious or critical, on a phone and on a large screen, in light and in dark."""
    for width in (390, 1600):
        with screen(browser, address, width, color_scheme=scheme) as seen:
            page = seen.go(SCREENS[name])
            found = Axe().run(page).response["violations"]
            grave = {
                one["id"]: [node["html"][:200] for node in one["nodes"]][:3]
                for one in found
                if one["impact"] in ("serious", "critical")
            }
            assert grave == {}, width


def test_an_article_that_was_read_stands_in_nobodys_way(browser: Browser, address: str) -> None:
    """Marks in the text, too, have enough contrast, in light and in dark."""
    for scheme in ("light", "dark"):
        with screen(browser, address, 390, color_scheme=scheme) as seen:
            page = seen.go("/read")
            page.locator("textarea").fill(ARTICLE)
            page.get_by_role("button", name="Read it").click()
            page.wait_for_selector(".read mark")
            found = Axe().run(page).response["violations"]
            assert [one["id"] for one in found if one["impact"] in ("serious", "critical")] == []
            assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_a_printed_dossier_is_the_dossier(seen: Seen) -> None:
    """Navigation, forms and tools stay off the paper; what can be folded away is on it."""
    page = seen.go(SHOW)
    page.emulate_media(media="print")
    for gone in (".top", ".slider", ".contents", ".tools", ".skip"):
        assert not page.locator(gone).first.is_visible()
    assert page.locator(".verdict").is_visible()
    assert page.locator("#the-facts-each-with-its-source table").is_visible()
    folded = page.locator("details.numbers table")
    assert all(one.is_visible() for one in folded.all())
    assert page.pdf(format="A4").startswith(b"%PDF")
