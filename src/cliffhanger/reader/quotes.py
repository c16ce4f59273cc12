"""Where quotation marks open and close, and whether they hold speech or a title.

Marks are paired as printers pair them: a closing mark follows a character and
is not followed by a letter, an opening one the other way round. Speech that
goes on in the next paragraph is opened there again and not closed before, and
counts as one quotation of two pieces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# Longest title looked for, and longest stretch of speech, in characters.
LONGEST_TITLE = 90
LONGEST_SPEECH = 4_000

# A single mark inside a word is an apostrophe. The mark itself comes first, so that it is searched for without trying.
_MARK = re.compile(
    "[\"'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb]"
    '(?:(?<=["\u201c\u201d\u201e\u00ab\u00bb])|(?![^\\W_])|(?<![^\\W_].))'
)
# An opening mark behind a blank ends the search: the first was no mark of speech, or never closed.
_SINGLE_CLOSING = re.compile("(?<=\\S)['\u2019](?![^\\W_])|(?<=\\s)['\u2018](?=[^\\W_])")
_DOUBLE_CLOSING = re.compile('(?<=\\S)["\u201d]')
_CLOSING = {
    '"': _DOUBLE_CLOSING,
    "\u201c": re.compile("(?<=\\S)\u201d|\u201c"),
    "\u201d": re.compile("(?<=\\S)\u201d"),
    "\u201e": re.compile('[\u201c\u201d"]'),
    "\u00ab": re.compile("\u00bb"),
    "'": _SINGLE_CLOSING,
    "\u2018": _SINGLE_CLOSING,
    "\u2019": _SINGLE_CLOSING,
}
# "The boys' night": behind an s, with a small letter following, the mark may be an apostrophe.
_PLURAL = re.compile("(?<=s)['\u2019](?= [a-z])")
_ENDS_SPEECH = frozenset(",.!?\u2026")
_DOUBLE = frozenset('"\u201c\u201d\u201e\u00ab')
_PARAGRAPH = re.compile("[^\n\r\u2028\u2029\x85]+")
# The same where no other mark than the usual one ends a paragraph, and several times as fast.
_LINE = re.compile("[^\n]+")
_RARE_ENDS = "\r\u2028\u2029\x85"
SMALL = frozenset(
    re.findall(
        r"\S+",
        "a an and as at but by de el en for from in into la le of off on or out over the to up vs with x & + - n du "
        "des les das der die il lo los las und y et",
    )
)
_WORD = re.compile(r"[^\s\u2013\u2014]+")
_TRAIL = " ,.;:!?\u2026"
# A full stop behind a long word ends a sentence; behind a short one it may be "Mrs." or an initial.
_STOPS = re.compile(r"(?:[a-z]{4}[.?\u2026])(?=\s+\S)")


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted stretch.

    Attributes:
        start: offset of the opening mark.
        end: offset behind the closing mark.
        inner_start: offset of the first character inside.
        inner_end: offset behind the last character inside.
        double: whether the marks are double ones.
        titled: whether it is written as a title is: short, in capitals, no sentence.
        open_end: whether it is not closed in its paragraph, and goes on in the next.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    double: bool
    titled: bool
    open_end: bool = False


def find(text: str) -> tuple[Quoted, ...]:
    """Return the outermost quoted stretches of a text, in order; none overlaps another.

    Quotations inside a quotation are found by looking again at its inside.
    """
    found: list[Quoted] = []
    for start, end in paragraphs(text):
        found.extend(_in_paragraph(text, start, end))
    return tuple(found)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Return where each paragraph of a text begins and ends."""
    pattern = _PARAGRAPH if any(map(text.__contains__, _RARE_ENDS)) else _LINE
    return [m.span() for m in pattern.finditer(text)]


def inside(text: str, quoted: Quoted) -> tuple[Quoted, ...]:
    """Return the quoted stretches inside one, with offsets in the same text."""
    found: list[Quoted] = []
    for paragraph in _PARAGRAPH.finditer(text, quoted.inner_start, quoted.inner_end):
        found.extend(_in_paragraph(text, paragraph.start(), paragraph.end()))
    return tuple(found)


def looks_titled(text: str) -> bool:
    """Whether words are written as a title is: at most ``LONGEST_TITLE`` characters, capitals, no sentence.

    Example:
        >>> looks_titled("Only Murders in the Building,"), looks_titled("We will see.")
        (True, False)
    """
    if not text or len(text) > LONGEST_TITLE or "\n" in text or text[0].isspace() or _STOPS.search(text.rstrip(_TRAIL)):
        return False
    words = _WORD.findall(text.strip(_TRAIL))
    if not words or not _raised(words[0]):
        return False
    # A sentence that is one word is no title of one: "Maybe."
    return all(_raised(word) or word.casefold() in SMALL for word in words)


def _raised(word: str) -> bool:
    letters = word.lstrip("'\u2018\u2019\"\u201c([#$@\u00bf\u00a1")
    return bool(letters) and (letters[0].isupper() or not letters[0].isalpha() or letters[:2] == "iC")


def _in_paragraph(text: str, start: int, end: int) -> list[Quoted]:
    found: list[Quoted] = []
    # By mark, up to where a search has found no closing one: it is not searched again from every opening mark.
    barren: dict[str, int] = {}
    at = start
    while (mark := _MARK.search(text, at, end)) is not None:
        at = mark.end()
        if not _opens(text, mark.start(), start, end):
            continue
        quoted = _pair(text, mark.start(), start, end, barren)
        if quoted is not None:
            found.append(quoted)
            at = quoted.end
    return found


def _opens(text: str, at: int, start: int, end: int) -> bool:
    mark = text[at]
    if mark == "\u00bb" or at + 1 >= end or text[at + 1].isspace():
        return False
    if mark in "\u201c\u201e\u00ab":
        return True
    return at == start or text[at - 1].isspace() or text[at - 1] in "([{\u2014\u2013-/|:\"\u201c'\u2018"


def _pair(text: str, opening: int, start: int, end: int, barren: dict[str, int]) -> Quoted | None:
    mark = text[opening]
    double = mark in _DOUBLE
    limit = min(end, opening + (LONGEST_SPEECH if double else LONGEST_SPEECH // 4))
    closing = _close(text, opening, limit, barren)
    if closing is not None:
        inner = text[opening + 1 : closing]
        return Quoted(opening, closing + 1, opening + 1, closing, double, looks_titled(inner))
    if mark == "\u2018":
        # A slip of the printer's: opened single, closed double.
        slip = text.find("\u201d", opening, min(end, opening + LONGEST_TITLE))
        if slip > 0 and looks_titled(text[opening + 1 : slip]):
            return Quoted(opening, slip + 1, opening + 1, slip, double=False, titled=True)
    return _unclosed(text, opening, end) if double and opening == start else None


def _close(text: str, opening: int, limit: int, barren: dict[str, int]) -> int | None:
    """Return the offset of the mark that closes one, or None."""
    mark = text[opening]
    closing = _search(text, mark, opening, limit, barren)
    if mark == "\u201c" and (closing is None or text[closing] == mark):
        # A slip of the printer's: opened curly, closed straight.
        straight = _search(text, '"', opening, limit, barren)
        return straight if straight is not None and (closing is None or straight < closing) else None
    if closing is None or _opens_single(text, closing):
        return None
    if mark not in _DOUBLE and _PLURAL.match(text, closing):
        later = _search(text, mark, closing, limit, {})
        if later is not None and not _opens_single(text, later) and text[later - 1] in _ENDS_SPEECH:
            return later
    return closing


def _search(text: str, mark: str, after: int, limit: int, barren: dict[str, int]) -> int | None:
    """Return where the first mark stands that closes one, or forbids that it is closed; None where none does."""
    begin = max(after + 1, barren.get(mark, 0))
    found = _CLOSING[mark].search(text, begin, limit) if begin < limit else None
    if found is None:
        barren[mark] = max(limit, barren.get(mark, 0))
        return None
    return found.start()


def _opens_single(text: str, at: int) -> bool:
    return text[at] in "'\u2018" and text[at - 1].isspace()


def _unclosed(text: str, opening: int, end: int) -> Quoted | None:
    """Take a paragraph that opens with a mark and does not close it, if the next one opens with a mark again."""
    following = _PARAGRAPH.search(text, end)
    if following is None or text[following.start()] not in _DOUBLE:
        return None
    return Quoted(opening, end, opening + 1, end, double=True, titled=False, open_end=True)
