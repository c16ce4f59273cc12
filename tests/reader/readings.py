"""Made-up readings, by hand and by hypothesis, for tests of what shows them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from cliffhanger.domain.claim import Span
from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.vocabulary import DATE_PREDICATES, FATES, Commitment, Modality, Predicate
from cliffhanger.reader.claims import Article, ArticleClaim, Reading, Subject
from cliffhanger.reader.interface import PREDICATES

if TYPE_CHECKING:
    from cliffhanger.reader.claims import Value

SHA256 = "0" * 64
SHOW = Subject("Pine Hollow", "imdb:tt1")
"""A made-up show."""

UNITS = ("views", "hours", "minutes", "households", "viewers", "accounts")
_AWKWARD = st.sampled_from(
    ["<script>alert(1)</script>", '"><img src=x onerror=x>', "&amp;", "</mark>", "[1]", "\u202e", "\x1b[31m", "\r\n",
     "\n\n", "\x00", "\ud800", "\u2028", "</style>", "-->", "]]>", "'", '"', "bold [red]x[/]"]
)  # fmt: skip
WORDS = st.lists(_AWKWARD | st.text(max_size=6), max_size=12).map("".join)
"""Texts with what is dangerous to a page, a terminal or a line."""

_NAMES = WORDS.filter(bool) | st.sampled_from(["Pine Hollow", "Ada Example", "showrunner"])
_BLANK_OR_NAME = st.just("") | _NAMES
_DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))


def claim(predicate: Predicate, text: str = "", words: str = "", **more: Any) -> ArticleClaim:  # noqa: ANN401 - fields of a dataclass
    """Return a claim of the made-up show on the first place of some words in a text."""
    words = words or text
    start = text.index(words)
    span = Span(start, start + len(words), words) if words else None
    return ArticleClaim(**{"subject": SHOW, "predicate": predicate, "span": span, **more})


def reading(text: str, *claims: ArticleClaim, **article: Any) -> Reading:  # noqa: ANN401 - fields of a dataclass
    """Return a reading of a text."""
    return Reading(Article(text=text, sha256=SHA256, **article), claims)


@st.composite
def partial_dates(draw: st.DrawFn) -> PartialDate:
    """Draw an interval with any wording, open or not."""
    first, last = sorted((draw(_DAYS), draw(_DAYS)))
    return PartialDate(first, last, draw(_BLANK_OR_NAME), draw(st.booleans()), draw(st.booleans()))


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """Draw a stretch of a text that is not empty."""
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    return Span(start, end, text[start:end])


_SCORES: dict[str, float] = {
    "tomatometer": 100, "popcornmeter": 100, "metascore": 100, "metacritic_user_score": 10, "imdb": 10,
    "letterboxd": 5, "some site": 5,
}  # fmt: skip


@st.composite
def _said(draw: st.DrawFn, predicate: Predicate, span: Span | None) -> dict[str, Any]:  # noqa: PLR0911 - one return a kind of claim
    """Draw value, unit, date and details as the conventions of each predicate have them."""
    if predicate in FATES:
        return {"season": draw(st.none() | st.integers(1, 60))}
    if predicate in DATE_PREDICATES:
        return {"when": draw(partial_dates())}
    if predicate is Predicate.SCORE:
        unit = draw(st.sampled_from(sorted(_SCORES)))
        details: dict[str, Value] = {
            "scale": _SCORES[unit],
            "scope": draw(st.sampled_from(["season", "series", None])),
            "reviews": draw(st.none() | st.integers(0, 10**7)),
        }
        return {"unit": unit, "value": draw(st.floats(0, _SCORES[unit])), "details": details}
    if predicate is Predicate.CHART_RANK:
        streak = draw(st.sampled_from([{}, {"streak": 2, "streak_unit": "weeks"}]))
        return {"unit": draw(_NAMES), "value": draw(st.integers(1, 100)), "details": streak}
    if predicate is Predicate.VIEWING:
        value = draw(st.integers(0, 10**12) | st.floats(0, 1e9))
        return {"unit": draw(st.sampled_from(UNITS)), "value": value, "details": {"window_days": 35}}
    if predicate in (Predicate.EPISODE_COUNT, Predicate.SEASON_COUNT):
        return {"value": draw(st.integers(1, 20_000))}
    if predicate is Predicate.RECOMMENDED_AGE:
        return {"value": draw(st.integers(0, 21))}
    if predicate is Predicate.ENDS_ON_CLIFFHANGER:
        return {"value": True}
    if predicate is Predicate.STATEMENT and span:
        return {"value": span.text, "commitment": draw(st.none() | st.sampled_from(list(Commitment)))}
    return {"value": draw(_NAMES), "unit": draw(_NAMES) if predicate is Predicate.CREW else ""}


@st.composite
def claims(draw: st.DrawFn, text: str, title: str) -> ArticleClaim:
    """Draw a claim whose span, where it has one, stands in the text or in the title."""
    in_title = bool(title) and draw(st.booleans())
    source = title if in_title else text
    predicate = draw(st.sampled_from(sorted(PREDICATES)))
    bare = not source or (predicate is not Predicate.STATEMENT and draw(st.integers(0, 5)) == 0)
    if bare and predicate is Predicate.STATEMENT:
        predicate = Predicate.GENRE
    span = None if bare else draw(spans(source))
    said = {
        "season": draw(st.none() | st.integers(0, 60)),
        "when": draw(st.none() | partial_dates()),
        **draw(_said(predicate, span)),
    }
    return ArticleClaim(
        subject=Subject(draw(_NAMES), draw(st.none() | _NAMES)),
        predicate=predicate,
        span=span,
        modality=draw(st.sampled_from(list(Modality))),
        speaker=draw(_BLANK_OR_NAME),
        role=draw(_BLANK_OR_NAME),
        outlet=draw(_BLANK_OR_NAME),
        platform=draw(_BLANK_OR_NAME),
        reason=draw(_BLANK_OR_NAME),
        confidence=draw(st.floats(0, 1)),
        in_title=in_title and not bare,
        **said,
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """Draw a reading that keeps the conventions, of a text that keeps none."""
    text, title = draw(WORDS), draw(WORDS)
    article = Article(
        text=text,
        sha256=SHA256,
        title=title,
        publisher=draw(_BLANK_OR_NAME),
        authors=tuple(draw(st.lists(_NAMES, max_size=2))),
        published=draw(st.none() | _DAYS),
        url=draw(st.sampled_from(["", "https://example.org/a?b&c='\"<>", "javascript:alert(1)"])),
        language=draw(st.sampled_from(["", "en", "ar"])),
        from_page=draw(st.booleans()),
    )
    return Reading(article, tuple(draw(st.lists(claims(text, title), max_size=5))))
