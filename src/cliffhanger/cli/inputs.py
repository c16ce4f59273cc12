"""What ``cliffhanger read`` reads: a file, standard input, an address, a headline, or a stream of lines."""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO
from urllib.parse import urlsplit

from cliffhanger.domain.dates import find_dates, parse_day
from cliffhanger.domain.errors import BadDateError, BadFileError
from cliffhanger.reader import obtain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cliffhanger.reader.claims import Article

MOST = obtain.MAX_PAGE
"""The most bytes of one input, or of one line of a stream."""

_FIELDS = frozenset({"id", "text", "html", "title", "url", "published", "publisher"})
_FILES = frozenset({".txt", ".html", ".htm", ".xhtml", ".md", ".pdf", ".json", ".jsonl", ".docx", ".gz", ".zip"})
_BOM = b"\xef\xbb\xbf"
_DAY, _WORDED = 10, 80
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Input:
    """Bytes to be read, and what is known of them beforehand.

    Attributes:
        content: the bytes.
        name: what to call them: a file's name, an address's host.
        url: where they came from, or empty.
        title: the headline, where it is known.
        published: the day of publication, where it is known.
        publisher: who published them, where it is known.
        content_type: the content type they came with, or empty.
    """

    content: bytes
    name: str
    url: str = ""
    title: str = ""
    published: date | None = None
    publisher: str = ""
    content_type: str = ""

    def article(self) -> Article:
        """Return the article.

        Raises:
            BadFileError: where the bytes are none.
            MissingExtraError: where the libraries that read pages are not installed.
        """
        found = obtain.article(
            self.content, name=self.name, url=self.url, title=self.title, published=self.published,
            content_type=self.content_type,
        )  # fmt: skip
        return found if not self.publisher else _with_publisher(found, self.publisher)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a stream.

    Attributes:
        number: its number, from 1.
        id: what it calls itself, or None where that cannot be read.
        input: what is to be read, or None where the line is bad.
        error: what is wrong with it, or empty.
        size: bytes of the line.
    """

    number: int
    id: object
    input: Input | None
    error: str
    size: int


def one(source: str, *, published: date | None, publisher: str) -> Input:
    """Return what an argument names.

    Args:
        source: a file's name, ``-``, an address, or a headline.
        published: the day of publication, where the user gives it.
        publisher: who published it, likewise.

    Raises:
        BadFileError: where it cannot be had.
        OSError: likewise, from the file system.
    """
    from cliffhanger.sources import fetch  # noqa: PLC0415 - only an address needs it

    if source == "-":
        return Input(_bounded(sys.stdin.buffer), "standard input", published=published, publisher=publisher)
    if fetch.is_address(source):
        got = fetch.fetch(source, most=MOST)
        host = urlsplit(got.url).hostname or source
        return Input(
            got.content, host, url=got.url, published=published, publisher=publisher, content_type=got.content_type
        )
    path = Path(source)
    if not _exists(path):
        if not _is_headline(source):
            raise BadFileError(name=source, reason="there is no such file; a headline has several words")
        content = obtain.whole_characters(source).encode()
        plain = "text/plain; charset=utf-8"
        return Input(content, "the headline", published=published, publisher=publisher, content_type=plain)
    with path.open("rb") as stream:
        return Input(_bounded(stream), path.name, published=published, publisher=publisher)


def lines(stream: BinaryIO, name: str, *, published: date | None, publisher: str) -> Iterator[Line]:
    """Yield the lines of a stream, one at a time; blank lines are passed over.

    Args:
        stream: JSON objects, one a line.
        name: what to call it.
        published: the day of publication of lines that give none.
        publisher: their publisher, likewise.
    """
    number = 0
    while raw := stream.readline(MOST + 1):
        number += 1
        size = len(raw)
        if len(raw) > MOST and not raw.endswith(b"\n"):
            while rest := stream.readline(MOST):
                size += len(rest)
                if rest.endswith(b"\n"):
                    break
            yield Line(number, None, None, f"has {size / 1e6:,.0f} MB; a line has at most {MOST / 1e6:,.0f}", size)
            continue
        raw = raw.removeprefix(_BOM) if number == 1 else raw
        if raw.strip():
            yield _line(raw, number, f"{name}:{number}", published, publisher)


def _line(raw: bytes, number: int, name: str, published: date | None, publisher: str) -> Line:
    identity: object = None
    try:
        plain = json.loads(raw, parse_constant=_no_number)
        if not isinstance(plain, dict):
            return Line(number, None, None, "is no JSON object", len(raw))
        identity = plain.get("id")
        return Line(number, identity, _input(plain, name, published, publisher), "", len(raw))
    except BadFileError as error:
        return Line(number, identity, None, error.reason, len(raw))
    except UnicodeDecodeError:
        return Line(number, None, None, "is no UTF-8 text", len(raw))
    except RecursionError:
        return Line(number, None, None, "is nested too deeply", len(raw))
    except ValueError as error:
        return Line(number, None, None, f"is no JSON: {error}", len(raw))


def _input(plain: dict[str, Any], name: str, published: date | None, publisher: str) -> Input:
    """Return what a line's object holds.

    Raises:
        BadFileError: where a field is missing, is of the wrong kind, or is none.
    """
    unknown = sorted(plain.keys() - _FIELDS)
    if unknown:
        raise BadFileError(name=name, reason=f"has a field that is not read: {unknown[0]!r:.60}")
    if not isinstance(plain.get("id"), str | int):
        raise BadFileError(name=name, reason="has no 'id' that is a text or a whole number")
    for field in _FIELDS - {"id"}:
        if plain.get(field) is not None and not isinstance(plain[field], str):
            raise BadFileError(name=name, reason=f"'{field}' is no text")
    text, html = plain.get("text"), plain.get("html")
    if (text is None) == (html is None):
        raise BadFileError(name=name, reason="has to have either 'text' or 'html'")
    kind = "text/plain" if html is None else "text/html"
    return Input(
        obtain.whole_characters(str(text if html is None else html)).encode(),
        name,
        url=plain.get("url") or "",
        title=plain.get("title") or "",
        published=_day(plain, name) or published,
        publisher=plain.get("publisher") or publisher,
        content_type=f"{kind}; charset=utf-8",
    )


def _day(plain: dict[str, Any], name: str) -> date | None:
    """Return the day of publication: of an instant, its first ten characters; of words, the one day they name."""
    text = plain.get("published")
    if not text:
        return None
    try:
        return parse_day(text[:_DAY] if text[_DAY : _DAY + 1] in ("T", " ") else text)
    except BadDateError as error:
        worded = find_dates(text[:_WORDED]) if _YEAR.search(text) else []
        if len(worded) == 1 and worded[0][2].days == 1:
            return worded[0][2].first
        raise BadFileError(name=name, reason=f"'published' {text!r:.40} is no day (YYYY-MM-DD)") from error


def _no_number(word: str) -> None:
    msg = f"{word} is no number"
    raise ValueError(msg)


def _bounded(stream: BinaryIO) -> bytes:
    """Return a stream's bytes, and one more than is allowed where there are too many, so that it is refused."""
    return stream.read(MOST + 1)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _is_headline(text: str) -> bool:
    return len(text.split()) > 1 and Path(text.strip()).suffix.casefold() not in _FILES


def _with_publisher(article: Article, publisher: str) -> Article:
    from dataclasses import replace  # noqa: PLC0415 - only where somebody gives one

    return replace(article, publisher=publisher)
