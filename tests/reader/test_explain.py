from __future__ import annotations

import io
import re
from base64 import b64encode
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from html.parser import HTMLParser
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from cliffhanger.domain.claim import Span
from cliffhanger.domain.dates import parse
from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import explain
from cliffhanger.reader.claims import ArticleClaim, Reading
from cliffhanger.reader.explain import Segment, segments
from tests.reader.readings import SHOW, WORDS, claim, reading, readings

TEXT = "The show returns on July 9 with ten episodes.\nIt is a hit."
PREMIERE = claim(Predicate.PREMIERE_DATE, TEXT, "returns on July 9", season=1, when=parse("July 9, 2025"))
EPISODES = claim(Predicate.EPISODE_COUNT, TEXT, "on July 9 with ten episodes", season=1, value=10)
GENRE = claim(Predicate.GENRE, value="Mystery")
# Control characters, orders of writing direction, and what is no character at all.
ORDERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
VOID = frozenset({"meta", "br"})
# Elements and attributes that the page is made of; whatever else appears was injected.
ELEMENTS = {
    "html", "head", "meta", "title", "style", "body", "main", "article", "h1", "p", "br", "div", "section", "h2", "ol",
    "li", "span", "mark", "sup", "a", "footer",
}  # fmt: skip
ATTRIBUTES = {
    "lang", "charset", "http-equiv", "content", "name", "class", "dir", "id", "href", "aria-label", "rel",
}  # fmt: skip


@dataclass
class Page(HTMLParser):
    """A page taken apart; it raises where an element is closed that was not open."""

    html: str
    open: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    targets: list[str] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    attributes: set[str] = field(default_factory=set)
    paragraphs: list[str] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    style: str = ""
    policy: str = ""
    heading: str = ""
    in_text: bool = False

    def __post_init__(self) -> None:
        """Read the page."""
        HTMLParser.__init__(self, convert_charrefs=True)
        self.feed(self.html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element."""
        said = {name: value or "" for name, value in attrs}
        self.seen.add(tag)
        self.attributes.update(said)
        self.ids.extend([said["id"]] if "id" in said else [])
        self.targets.extend([said["href"]] if "href" in said else [])
        self.policy = said["content"] if said.get("http-equiv") == "Content-Security-Policy" else self.policy
        if tag not in VOID:
            self.open.append(tag)
        self.in_text = self.in_text or said.get("class") == "text"
        if tag == "p" and self.in_text:
            self.paragraphs.append("")
        if tag == "mark":
            self.marked.append("")
        if tag == "li":
            self.items.append("")

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        assert self.open.pop() == tag
        self.in_text = self.in_text and tag != "div"

    def handle_data(self, data: str) -> None:
        """Note a text where it belongs."""
        if self.open[-1:] == ["style"]:
            self.style += data
        if "sup" in self.open:
            return
        if "h1" in self.open:
            self.heading += data
        if "li" in self.open:
            self.items[-1] += data
        if self.in_text and "p" in self.open:
            self.paragraphs[-1] += data
        if "mark" in self.open:
            self.marked[-1] += data


def shown(text: str) -> str:
    """Return a text as a page shows it."""
    return "".join(" " if c == "\r" else "\ufffd" if ORDERS.match(c) else c for c in text)


def printed(found: Reading, *, terminal: bool = False, width: int = 100) -> str:
    """Return what a console gets."""
    colours: Literal["standard"] | None = "standard" if terminal else None
    console = Console(file=io.StringIO(), width=width, force_terminal=terminal, color_system=colours)
    explain.to_console(found, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_a_text_is_cut_where_spans_begin_and_end() -> None:
    """Overlapping spans share the segment between their borders."""
    assert segments(TEXT, [PREMIERE, EPISODES, GENRE]) == [
        Segment(0, "The show "),
        Segment(9, "returns ", claims=(1,), begins=(1,)),
        Segment(17, "on July 9", claims=(1, 2), begins=(2,), ends=(1,)),
        Segment(26, " with ten episodes", claims=(2,), ends=(2,)),
        Segment(44, ".\nIt is a hit."),
    ]


def test_the_same_words_can_say_two_things() -> None:
    """Both numbers stand behind them."""
    twice = segments("Renewed", [claim(Predicate.RENEWED, "Renewed"), claim(Predicate.ANNOUNCEMENT_DATE, "Renewed")])
    assert twice == [Segment(0, "Renewed", (1, 2), (1, 2), (1, 2))]


@pytest.mark.parametrize(
    "span", [Span(0, 3, "the"), Span(57, 99, "x"), Span(-4, -1, "hit"), Span(3, 3, ""), Span(8, 4, "show"), None]
)
def test_words_that_do_not_stand_there_are_not_marked(span: Span | None) -> None:
    """A mark in the wrong place would be a false quotation."""
    found = ArticleClaim(subject=SHOW, predicate=Predicate.GENRE, span=span, value="x")
    assert segments(TEXT, [found]) == [Segment(0, TEXT)]
    page = Page(explain.to_html(reading(TEXT, found)))
    assert page.marked == []
    assert page.targets == []
    assert len(page.items) == 1


def test_an_empty_text_has_no_segment() -> None:
    """There is nothing to cut."""
    assert segments("", [GENRE]) == []


def test_title_and_text_are_marked_apart() -> None:
    """Offsets in the title count the title's characters."""
    titled = claim(Predicate.RENEWED, TEXT, "The show", in_title=True)
    assert segments(TEXT, [titled]) == [Segment(0, TEXT)]
    assert segments(TEXT, [titled], in_title=True)[0] == Segment(0, "The show", (1,), (1,), (1,))


@given(readings())
def test_every_character_stands_once_and_each_span_is_covered_exactly(found: Reading) -> None:
    """The law of segments, for text and title."""
    for in_title, text in ((False, found.article.text), (True, found.article.title)):
        cut = segments(text, found.claims, in_title=in_title)
        assert "".join(part.text for part in cut) == text
        assert all(part.text == text[part.start : part.start + len(part.text)] != "" for part in cut)
        for number, one in enumerate(found.claims, 1):
            own = [part for part in cut if number in part.claims]
            if one.span is None or one.in_title != in_title:
                assert own == []
                continue
            assert "".join(part.text for part in own) == one.span.text
            assert [part for part in cut if number in part.begins] == own[:1]
            assert [part for part in cut if number in part.ends] == own[-1:]


def test_a_pipe_gets_numbers_behind_the_words_and_a_list() -> None:
    """Nothing is said by underline alone."""
    article = {"title": "Ready", "publisher": "The Made-up Gazette", "authors": ("Bo Writer", "Cy Writer")}
    found = reading(TEXT, PREMIERE, EPISODES, GENRE, published=date(2025, 7, 1), **article)
    assert printed(found).splitlines() == [
        "Ready",
        "The Made-up Gazette, Bo Writer and Cy Writer, 1 July 2025",
        "",
        "The show returns on July 9[1] with ten episodes[2].",
        "It is a hit.",
        "",
        "3 claims",
        "1. “Pine Hollow”, season 1: premiere on 9 July 2025",
        "   “returns on July 9” · characters 9 to 26 · confidence 0.90",
        "2. “Pine Hollow”, season 1: ten episodes",
        "   “on July 9 with ten episodes” · characters 17 to 44 · confidence 0.90",
        "3. “Pine Hollow”: genre: Mystery",
        "   in the page's own data · confidence 0.90",
    ]


def test_a_terminal_underlines_too() -> None:
    """The words are underlined, the numbers are not."""
    drawn = printed(reading(TEXT, EPISODES), terminal=True)
    assert "\x1b[4mon July 9 with ten episodes\x1b[0m\x1b[1m[1]\x1b[0m." in drawn
    assert "1. “Pine Hollow”, season 1: ten episodes" in drawn


def test_a_quotation_is_not_repeated_and_a_long_span_is_shortened() -> None:
    """The list stays short; the text above it is whole."""
    said = "We wait and see. " * 20
    quoted = claim(Predicate.STATEMENT, said, value=said, speaker="Ada Example")
    assert printed(reading(said, quoted)).splitlines()[-1] == "   characters 0 to 340 · confidence 0.90"
    note = printed(reading(said, replace(quoted, predicate=Predicate.THEME, value="time"))).splitlines()[-1]
    assert " …” · characters 0 to 340" in note
    assert len(note) < explain.LONGEST_WORDS + 60


def test_one_claim_is_one_and_none_is_said() -> None:
    """The count reads as a person would say it."""
    assert "\n1 claim\n" in printed(reading(TEXT, GENRE))
    assert "\nNo claims found\n" in printed(reading(TEXT))
    assert "<h2>No claims found</h2>" in explain.to_html(reading(TEXT))


@given(found=readings(), terminal=st.booleans(), width=st.integers(24, 60))
def test_a_terminal_obeys_nothing_in_an_article(found: Reading, *, terminal: bool, width: int) -> None:
    """No character but those of the drawing itself is an order to the terminal."""
    drawn = re.sub(r"\x1b\[[124;]*0?m", "", printed(found, terminal=terminal, width=width))
    assert not ORDERS.search(drawn)
    for number in range(1, len(found.claims) + 1):
        assert f"{number}." in drawn


def test_a_page_marks_numbers_and_links_both_ways() -> None:
    """From the words to the claim and back."""
    html = explain.to_html(reading(TEXT, PREMIERE, EPISODES, GENRE, title="Ready & set", language="en"))
    page = Page(html)
    assert page.marked == ["returns ", "on July 9", " with ten episodes"]
    assert page.paragraphs == TEXT.split("\n")
    assert page.heading == "Ready & set"
    assert page.ids == ["words-1", "words-2", "claim-1", "claim-2", "claim-3"]
    assert page.targets == ["#claim-1", "#claim-2", "#words-1", "#words-2"]
    assert "<title>Ready &amp; set: claims marked</title>" in html
    assert '<html lang="en">' in html
    assert '<article lang="en">' in html
    assert 'aria-label="claim 2">[2]</a>' in html
    assert page.items[0].startswith("“Pine Hollow”, season 1: premiere on 9 July 2025")


def test_a_mark_over_a_line_break_is_opened_again() -> None:
    """A quotation of two paragraphs is marked in both."""
    text = "“We go on.\n\n“And on.”"
    page = Page(explain.to_html(reading(text, claim(Predicate.THEME, text, "We go on.\n\n“And on.", value="time"))))
    assert page.marked == ["We go on.", "“And on."]
    assert page.paragraphs == ["“We go on.", "“And on.”"]
    assert page.ids == ["words-1", "claim-1"]


def test_a_page_allows_its_own_style_and_nothing_else() -> None:
    """The policy names the style's hash, so that no other style and no script can run."""
    page = Page(explain.to_html(reading(TEXT, PREMIERE)))
    digest = b64encode(sha256(page.style.encode()).digest()).decode()
    assert page.policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in page.style
    assert "@import" not in page.style
    assert "prefers-color-scheme: dark" in page.style
    assert "@media print" in page.style


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//example.org", " https://x", "file:///"])
def test_only_web_addresses_are_linked(url: str) -> None:
    """Any other scheme could be a script."""
    assert url.strip() not in explain.to_html(reading(TEXT, url=url))
    assert '<a href="https://example.org/?a&amp;b" ' in explain.to_html(reading(TEXT, url="https://example.org/?a&b"))


@pytest.mark.parametrize("language", ["", '"><script>', "e", "en us", "x" * 9])
def test_a_language_that_is_none_is_left_out(language: str) -> None:
    """A browser is told no nonsense."""
    assert "<article><h1" in explain.to_html(reading(TEXT, language=language))


@given(readings())
def test_a_page_cannot_be_injected_into(found: Reading) -> None:
    """Whatever the article holds, the page is built of its own elements and shows the text and nothing but."""
    html = explain.to_html(found)
    assert html.encode().decode() == html
    page = Page(html)
    assert page.seen <= ELEMENTS
    assert page.attributes <= ATTRIBUTES
    assert len(page.ids) == len(set(page.ids))
    inside = {target[1:] for target in page.targets if target.startswith("#")}
    assert inside <= set(page.ids)
    assert [target for target in page.targets if not target.startswith("#")] == (
        [found.article.url] if found.article.url.startswith("https:") else []
    )
    assert len(page.items) == len(found.claims)
    assert page.policy.startswith("default-src 'none'")


@given(WORDS)
def test_a_page_shows_the_whole_text(text: str) -> None:
    """Every line that is not blank is a paragraph, character for character but for what a browser would obey."""
    page = Page(explain.to_html(reading(text, claim(Predicate.THEME, text, value="x"))))
    kept = [paragraph for paragraph in page.paragraphs if paragraph.strip()]
    assert kept == [line for line in shown(text).split("\n") if line.strip()]
