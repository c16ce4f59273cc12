"""Bytes to an article: told apart as plain text or a page, decoded, and refused where they are neither."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.errors import BadFileError
from cliffhanger.reader.claims import Article
from cliffhanger.reader.decoding import HEAD, decoded

if TYPE_CHECKING:
    from datetime import date

# Bytes of plain text, and of a page, whose scripts and styles count too.
MAX_TEXT = 1_000_000
MAX_PAGE = 20_000_000
# Characters of a first line that is taken for a headline, and of what is called a title; the rest of one is cut off.
MAX_TITLE = 200
LONGEST_TITLE = 1_000

_SURROGATES = re.compile("[\ud800-\udfff]")
_BLANK = b"\xef\xbb\xbf \t\r\n\f\x0b"
_LEADING = re.compile(rb"(?:\s+|\xef\xbb\xbf|<!--.{0,2000}?-->|<\?xml[^>]{0,300}>)*", re.DOTALL)
_OPENING = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|link|script|style|article|section|main|header"
    rb"|div|p|h[1-6]|br|span|ul|ol|table|blockquote|figure|a|b|i|em|strong)(?=[\s/>])",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(rb"<!doctype\s+html|<html[\s>]", re.IGNORECASE)
_CLOSING = re.compile(rb"</(?:html|head|body|title|article|div|p|h[1-6]|a|b|i|em|strong|span)\s*>", re.IGNORECASE)
_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_REFUSED = re.compile(r"(?:image|audio|video|font)/|application/(?:pdf|zip|gzip|json|msword|vnd\.)", re.IGNORECASE)


def article(  # noqa: PLR0913 - what a caller may know of an article
    content: bytes,
    *,
    name: str = "",
    url: str = "",
    title: str = "",
    published: date | None = None,
    content_type: str = "",
) -> Article:
    """Make an article of bytes.

    What the caller gives (address, title, day) wins over what a page says of itself. A plain text is kept character
    for character; of a page, the text is what its article says.

    Args:
        content: the bytes as they came.
        name: what to call them in an error: a file's name, an address.
        url: the address they came from, or empty.
        title: the headline, where it is known.
        published: the day of publication, where it is known.
        content_type: the content type they came with, or empty.

    Raises:
        BadFileError: where they are empty, too long, no text, or a page without an article.
        MissingExtraError: where they are a page, and the libraries that read pages are not installed.
    """
    name = name or url or "the text"
    _refuse_size(content, name)
    kind = content_type.partition(";")[0].strip().casefold()
    if _REFUSED.match(kind):
        raise BadFileError(name=name, reason=f"is {kind}, not an article")
    page = is_page(content, kind)
    if not page and len(content) > MAX_TEXT:
        raise BadFileError(name=name, reason=_too_long(MAX_TEXT))
    text = decoded(content, name=name, declared=content_type, page=page)
    digest = hashlib.sha256(content).hexdigest()
    title = whole_characters(title).strip()[:LONGEST_TITLE]
    if page:
        from cliffhanger.reader import page as pages  # noqa: PLC0415 - brings the libraries that read pages

        found = pages.article(text, sha256=digest, name=name, url=url, title=title, published=published)
        return replace(found, title=found.title[:LONGEST_TITLE])
    _refuse_blank(text, name)
    return Article(text=text, sha256=digest, title=title or headline(text), published=published, url=url)


def article_of_text(
    text: str, *, name: str = "", url: str = "", title: str = "", published: date | None = None
) -> Article:
    """Make an article of characters, as a line of JSON gives them; half characters become U+FFFD, one for one.

    The hash is that of the characters in UTF-8. The rest is as in :func:`article`, but that the text is never taken
    for a page: encode it and give its content type for that.
    """
    return article(
        whole_characters(text).encode(), name=name, url=url, title=title, published=published,
        content_type="text/plain; charset=utf-8",
    )  # fmt: skip


def is_page(content: bytes, kind: str = "") -> bool:
    """Whether bytes are HTML.

    They are where their type says so or they begin with a doctype of HTML; without a type also where they begin with
    an element of HTML and close one.

    Args:
        content: the bytes.
        kind: their media type, without parameters, in lower case, or empty.
    """
    if kind in _PAGES:
        return True
    start = content[: HEAD * 4]
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        start = start[2:].replace(b"\0", b"")
    leading = _LEADING.match(start)
    start = start[leading.end() :] if leading else start
    if _DOCUMENT.match(start):
        return True
    return kind in {"", "application/octet-stream"} and bool(_OPENING.match(start)) and bool(_CLOSING.search(content))


def headline(text: str) -> str:
    """Return a plain text's title: its only line, or a short first line without a full stop before a paragraph.

    Example:
        >>> headline("Netflix Renews 'You'" + chr(10) + "The show returns."), headline("It returns." + chr(10) + "Yes.")
        ("Netflix Renews 'You'", '')
    """
    lines = (line.strip() for line in text.splitlines())
    filled = (line for line in lines if line)
    first, second = next(filled, ""), next(filled, "")
    if len(first) > MAX_TITLE or (second and first.rstrip("\"'\u201d\u2019)").endswith((".", ",", ";", ":"))):
        return ""
    return first


def whole_characters(text: str) -> str:
    """Return a text in which each half of a surrogate pair is U+FFFD, so that it can be written out."""
    return _SURROGATES.sub("\ufffd", text)


def _refuse_size(content: bytes, name: str) -> None:
    if len(content) > MAX_PAGE:
        raise BadFileError(name=name, reason=_too_long(MAX_PAGE))
    if not content.strip(_BLANK):
        raise BadFileError(name=name, reason="is blank" if content else "is empty")


def _too_long(limit: int) -> str:
    return f"has more than {limit / 1e6:,.0f} MB; no article has"


def _refuse_blank(text: str, name: str) -> None:
    if not any(character.isalnum() for character in text):
        raise BadFileError(name=name, reason="holds no words")
