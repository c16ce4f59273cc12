"""Where the sentences of a paragraph end."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.modality import is_question

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.reader.mentions import Mention

LONGEST = 2_000
"""Characters after which a sentence ends at the next best place; no rule has to look further."""

# Not "[...]+": a pattern that begins with one of a few characters is found faster than one with a repetition.
_STOP = re.compile("[.!?\u2026][.!?\u2026]*[\"'\u201d\u2019)\\]]*(?=\\s+[\"'\u201c\u2018(\\[]?[^\\Wa-z_])")
# "2. S.W.A.T. (CBS)": the number of an entry is no sentence.
_NUMBERED = re.compile(r"\s*\d{1,2}\.")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Jr|Sr|St|vs|No|Vol|Ep|Inc|Co|Corp|Lt|Sgt|Det|Gov|Sen|Prof|Gen|Capt|Rev|Hon|approx|etc"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|JAN|FEB|AUG|SEPT|OCT|NOV|DEC|a\.m|p\.m|U\.S|U\.K)|\b[A-Z])\.$"
)


def sentences(text: str, start: int, end: int, found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the sentences of a paragraph; a stop inside a mention ends none, one at the end of speech may."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        last = stop.end()
        if _ABBREVIATION.search(text, max(begin, stop.start() - 12), stop.start() + 1):
            continue
        if _belongs(text, stop.start(), last, found) or _NUMBERED.fullmatch(text, begin, last):
            continue
        yield from _bounded(text, begin, last, found)
        begin = last
    yield from _bounded(text, begin, end, found)


def of_headline(text: str, start: int, end: int, found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a headline: it is one sentence, but what stands behind a question is not asked."""
    begin = start
    for stop in _STOP.finditer(text, start, end):
        if is_question(text[begin : stop.end()]) and not _belongs(text, stop.start(), stop.end(), found):
            yield from _bounded(text, begin, stop.end(), found)
            begin = stop.end()
    yield from _bounded(text, begin, end, found)


def _bounded(text: str, start: int, end: int, found: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield a sentence, or the pieces of one that is too long, cut between words and never within a mention."""
    while end - start > LONGEST:
        cut = text.rfind(" ", start + 1, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        index = bisect_right(found, cut, key=lambda m: m.start) - 1
        if index >= 0 and found[index].end > cut:
            mention = found[index]
            cut = mention.start if mention.start > start else mention.end
        if cut >= end:
            break
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _belongs(text: str, start: int, end: int, found: Sequence[Mention]) -> bool:
    """Whether a stop is part of a mention: a title's own mark, or within speech that goes on."""
    index = bisect_right(found, start, key=lambda m: m.start) - 1
    if index < 0:
        return False
    mention = found[index]
    if mention.end < start:
        return False
    if isinstance(mention, ShowMention) and mention.end in {start, end} and text[start] != ".":
        return any(name.text.endswith(text[start]) for name in mention.names)
    return end < mention.end


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
