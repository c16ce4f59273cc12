"""What was read where: the text with the words of its claims marked and numbered, above the list of the claims.

A mark is an underline and a number; colour only adds to them. What a terminal
or a browser would obey (control characters, orders of writing direction) is
shown as U+FFFD, one for one, so that a text can show nothing but itself.
"""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader.saying import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.console import Console
    from rich.text import Text

    from cliffhanger.domain.claim import Span
    from cliffhanger.reader.claims import Article, ArticleClaim, Reading

LONGEST_WORDS = 160
"""Characters of a span that the list repeats; the text above has it whole."""

_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_BREAKS = re.compile(r"\s+")

_STYLE = """
:root { color-scheme: light dark; --mark: #fff0a8; --edge: #8a6d00; --note: #555; }
@media (prefers-color-scheme: dark) { :root { --mark: #453a00; --edge: #e3c44b; --note: #b5b5b5; } }
body { font: 1rem/1.6 system-ui, sans-serif; max-width: 46rem; margin: 1.5rem auto; padding: 0 1rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.3; }
.text p { white-space: pre-wrap; margin: 0 0 .9rem; }
mark { background: var(--mark); color: inherit; text-decoration: underline; text-decoration-color: var(--edge);
  text-underline-offset: .2em; }
mark.from { border-inline-start: 2px solid var(--edge); }
mark.several { text-decoration-style: double; }
sup { line-height: 0; white-space: nowrap; }
sup a { padding: .3em .15em; font-weight: 600; scroll-margin-top: 40vh; }
ol { padding-inline-start: 2.8rem; }
li { margin-bottom: .9rem; scroll-margin-top: 20vh; }
:target { outline: 2px solid var(--edge); outline-offset: 3px; }
.note { color: var(--note); font-size: .875rem; }
footer { margin-top: 2rem; }
@media print {
  body { max-width: none; margin: 0; font-size: 10.5pt; }
  mark { background: none; }
  li { break-inside: avoid; }
  .back { display: none; }
}
"""
# The page allows its own style, by its hash, and nothing else: no script, picture, font, frame or form.
_POLICY = (
    f"default-src 'none'; style-src 'sha256-{b64encode(sha256(_STYLE.encode()).digest()).decode()}'; "
    "base-uri 'none'; form-action 'none'"
)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text in which no span begins or ends.

    Attributes:
        start: offset of its first character.
        text: its characters, at least one.
        claims: numbers of the claims, from 1, whose spans cover it.
        begins: numbers of those whose span begins with it.
        ends: numbers of those whose span ends with it.
    """

    start: int
    text: str
    claims: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()


def segments(text: str, claims: Sequence[ArticleClaim], *, in_title: bool = False) -> list[Segment]:
    """Cut a text at the borders of its claims' spans; every character stands in one segment.

    Spans may overlap. One that does not stand in the text, character for
    character, is not marked.

    Args:
        text: the text that the spans count in.
        claims: the claims; the first has number 1.
        in_title: whether the text is the title: spans of the other one are passed over.
    """
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    for number, claim in enumerate(claims, 1):
        span = claim.span
        if span is not None and claim.in_title == in_title and _stands(text, span):
            begins.setdefault(span.start, []).append(number)
            ends.setdefault(span.end, []).append(number)
    borders = sorted({0, len(text), *begins, *ends})
    cut: list[Segment] = []
    covering: set[int] = set()
    for start, end in pairwise(borders):
        covering.difference_update(ends.get(start, ()))
        covering.update(begins.get(start, ()))
        cut.append(
            Segment(
                start, text[start:end], tuple(sorted(covering)), tuple(begins.get(start, ())), tuple(ends.get(end, ()))
            )
        )
    return cut


def to_console(reading: Reading, console: Console) -> None:
    """Print a text with its spans underlined and numbered, and its claims under it.

    Where the console is no terminal there is no underline; the numbers stand
    behind the words all the same, and the list repeats the words.
    """
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs it

    article, draw = reading.article, console.is_terminal
    if article.title:
        console.print(_marked(segments(article.title, reading.claims, in_title=True), "bold"), soft_wrap=not draw)
    if origin := _origin(article):
        console.print(Text(shown(origin), "dim" if draw else ""), soft_wrap=not draw)
    console.print()
    console.print(_marked(segments(article.text, reading.claims)), soft_wrap=not draw)
    console.print()
    console.print(Text(_counted(reading), "bold"))
    _list(reading, console)


def to_html(reading: Reading) -> str:
    """Return one page that needs nothing else and runs nothing; safe to open whatever the article holds."""
    title = _one_line(reading.article.title) or "What the article says"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        f"<title>{escape(title)}: claims marked</title><style>{_STYLE}</style></head>\n"
        f"<body><main>{to_fragment(reading)}</main>\n"
        f'<footer class="note"><p>Read from bytes with SHA-256 {escape(shown(reading.article.sha256))}. '
        "Places in the text are counted in characters, from 0.</p></footer></body></html>\n"
    )


def to_fragment(reading: Reading, heading: str = "h1") -> str:
    """Return the text with its spans marked and the claims under it, as part of a page; everything is escaped.

    Args:
        reading: what is shown.
        heading: the element of the article's title; the claims' heading is h2 all the same.
    """
    article = reading.article
    marked = frozenset(_marked_numbers(reading))
    title = _one_line(article.title) or "What the article says"
    titled = _inline(segments(article.title, reading.claims, in_title=True)) or escape(title)
    language = f' lang="{article.language}"' if _LANGUAGE.fullmatch(article.language) else ""
    items = "".join(_item(number, claim, linked=number in marked) for number, claim in enumerate(reading.claims, 1))
    return (
        f'<article{language}><{heading} dir="auto">{titled}</{heading}>{_byline(article)}\n'
        f'<div class="text">\n{_paragraphs(segments(article.text, reading.claims))}</div></article>\n'
        f"<section><h2>{_counted(reading)}</h2>\n<ol>\n{items}</ol></section>"
    )


def _stands(text: str, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(text) and text[span.start : span.end] == span.text


def shown(text: str) -> str:
    """Return a text with a mark in the place of each character that gives orders to what shows it."""
    return _UNSHOWN.sub("\ufffd", text).replace("\r", " ")


def _one_line(text: str) -> str:
    return _BREAKS.sub(" ", shown(text)).strip()


def _counted(reading: Reading) -> str:
    number = len(reading.claims)
    return f"{number} claim{'' if number == 1 else 's'}" if number else "No claims found"


def _origin(article: Article) -> str:
    day = PartialDate(article.published, article.published).say() if article.published else ""
    return ", ".join(part for part in (article.publisher, " and ".join(article.authors), day) if part)


def _note(claim: ArticleClaim) -> str:
    """Say where a claim stands and how sure its rule is; the words too, unless the claim is the quotation itself."""
    span, sure = claim.span, f"confidence {claim.confidence:.2f}"
    if span is None:
        return f"in the page's own data · {sure}"
    place = f"{'in the title, ' if claim.in_title else ''}characters {span.start} to {span.end}"
    if claim.predicate is Predicate.STATEMENT:
        return f"{place} · {sure}"
    words = _one_line(span.text)
    if len(words) > LONGEST_WORDS:
        words = words[: LONGEST_WORDS - 2].rstrip() + " …"
    return f"“{words}” · {place} · {sure}"


def _marked(parts: Sequence[Segment], style: str = "") -> Text:
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs it

    drawn = Text(style=style)
    for part in parts:
        drawn.append(shown(part.text), "underline" if part.claims else "")
        for number in part.ends:
            drawn.append(f"[{number}]", "bold")
    return drawn


def _list(reading: Reading, console: Console) -> None:
    from rich.table import Table  # noqa: PLC0415 - likewise
    from rich.text import Text  # noqa: PLC0415 - only a terminal needs it

    draw, width = console.is_terminal, len(str(len(reading.claims))) + 2
    for number, claim in enumerate(reading.claims, 1):
        label, said, note = f"{number}. ".rjust(width), shown(say(claim)), shown(_note(claim))
        if draw:
            table = Table.grid()
            table.add_column(width=width, no_wrap=True)
            table.add_column(overflow="fold")
            table.add_row(Text(label), Text.assemble(said, "\n", (note, "dim")))
            console.print(table)
        else:
            console.print(Text(f"{label}{said}\n{'':{width}}{note}"), soft_wrap=True)


def _marked_numbers(reading: Reading) -> Iterator[int]:
    for number, claim in enumerate(reading.claims, 1):
        text = reading.article.title if claim.in_title else reading.article.text
        if claim.span is not None and _stands(text, claim.span):
            yield number


def _byline(article: Article) -> str:
    origin, url = escape(_one_line(_origin(article))), shown(article.url)
    # Any other scheme could be a script.
    if url.lower().startswith(("https://", "http://")):
        safe = escape(url)
        link = f'<a href="{safe}" rel="noopener noreferrer">{safe}</a>'
        origin = f"{origin}<br>{link}" if origin else link
    return f'<p class="note">{origin}</p>' if origin else ""


def _paragraphs(parts: Sequence[Segment]) -> str:
    """Return a text's lines as paragraphs; a mark that goes over a line break is closed and opened again."""
    paragraphs: list[list[str]] = [[]]
    for part in parts:
        for index, piece in enumerate(part.text.split("\n")):
            if index:
                paragraphs.append([])
            if piece:
                paragraphs[-1].append(_piece(part, piece, first=index == 0))
        paragraphs[-1].extend(_link(number) for number in part.ends)
    whole = ("".join(pieces) for pieces in paragraphs)
    return "".join(f'<p dir="auto">{html}</p>\n' for html in whole if html.strip())


def _inline(parts: Sequence[Segment]) -> str:
    return "".join(_piece(part, part.text, first=True) + "".join(_link(n) for n in part.ends) for part in parts)


def _piece(part: Segment, text: str, *, first: bool) -> str:
    safe = escape(shown(text))
    if not part.claims:
        return safe
    kinds = " ".join(
        kind for kind, holds in (("from", first and part.begins), ("several", len(part.claims) > 1)) if holds
    )
    return f'<mark class="{kinds}">{safe}</mark>' if kinds else f"<mark>{safe}</mark>"


def _link(number: int) -> str:
    # The word joiner keeps the number on the line of its words.
    return f'<sup>&#8288;<a id="words-{number}" href="#claim-{number}" aria-label="claim {number}">[{number}]</a></sup>'


def _item(number: int, claim: ArticleClaim, *, linked: bool) -> str:
    link = f'<a href="#words-{number}" aria-label="to the words of claim {number}">to the words</a>'
    back = f'<span class="back"> · {link}</span>' if linked else ""
    said, note = escape(shown(say(claim))), escape(shown(_note(claim)))
    return f'<li id="claim-{number}">{said}<br><span class="note">{note}{back}</span></li>\n'
