"""Shows that no catalogue knows yet: named in the headline's quotation marks, or by what stands right behind them.

A show that has just been ordered is in no catalogue. That it is one, "Neagley, a spin-off starring ..." says, or "a
comedy called DMV"; without such words a name with a capital is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.reader.claims import Subject
from cliffhanger.reader.fate_words import KINDS
from cliffhanger.reader.mentions import ShowMention

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from cliffhanger.reader.mentions import Mention

_NAME = (
    r"(?:(?:[A-Z]\.){1,3}\s+)?[A-Z][\w\u2019'-]*"
    r"(?:(?:\s+(?:of|the|and|in|to|on|&|for|a|vs\.?)){0,2}\s+[A-Z0-9][\w\u2019'-]*){0,5}"
)
_BEHIND = (
    r"(?=[,.;]|\s+(?:starring|from|about|led|set|based|created|with|that|which|following|centere?d|centred|featuring"
    r"|inspired|written|of|to|for|in\s+which)\b)"
)
# What a name is looked for before, since a pattern that begins with its own words is found faster than any name.
_APPOSITION = re.compile(
    rf",\s+(?:an?|the|its|another|yet\s+another)\s+(?:[\w\u2019'-]+\s+){{0,5}}?{KINDS}(?:\s+(?:series|drama|comedy))?{_BEHIND}"
)
_NAME_BEFORE = re.compile(rf"(?<![\w\u2019'])(?P<name>{_NAME})$")
_CALLED = re.compile(rf"(?:called|titled|named)\s+(?P<name>{_NAME})")
# "Its sequel, The Testaments, is due".
_OF_KIN = re.compile(
    rf"\b(?:its|an?|the)\s+(?:[\w-]+\s+){{0,2}}?(?:sequel|prequel|spin-?off|offshoot|companion\s+series|revival|reboot),\s+(?P<name>(?:The\s+)?{_NAME})(?=,)"
)
_KIND_BEFORE = re.compile(rf"\b{KINDS}\s+(?:en)?$")
# What is ordered, or introduced, is no person: "a series order for Neagley", "also on the way is Neagley".
_INTRODUCED = re.compile(
    r"(?:\b(?:order(?:s|ed)?|greenli\w+|commission(?:s|ed)|series|drama|comedy|thriller|sitcom|spin-?off|prequel|sequel|offshoot|show"
    r"|pick(?:s|ed)?\s+up|pick-?up|green\s?light|go-?ahead|(?:is|are|has)(?:\s+also)?|newcomer)(?:\s+(?:to|for|of))?\s+|:\s+)$"
)
# "Gave a series order to Neagley, with Ada Example": what is described so is neither a person nor a studio.
_ORDERED = re.compile(
    rf"\bseries\s+(?:order|green\s?light|commitment|pick-?up)\s+(?:to|for)\s+(?:the\s+(?:[\w-]+\s+){{0,3}}?{KINDS}\s+)?(?P<name>(?:The\s+)?{_NAME})(?=,?\s+(?:starring|from|about|with|set|based|in\s+which)\b)"
)
# So a sentence begins that names nobody.
_OPENERS = re.compile(
    r"(?:The|A|An|In|On|At|By|For|And|But|It|This|That|Both|Then|Also|With|After|Before|When|Its|His|Her|As|If)\b"
)
_TELEVISION = re.compile(rf"\b{KINDS}s?\b|\bseasons?\b|\bepisodes?\b|\bTV\b", re.IGNORECASE)
_FILM = re.compile(r"\b(?:movie|film)s?\b", re.IGNORECASE)
_OPENING = 600
_LONGEST = 60
_LONGEST_KIND = 24


def find(text: str, found: Sequence[Mention], headed: Iterable[Subject]) -> Iterator[ShowMention]:
    """Yield the places at which a text names shows that the catalogue does not know.

    Args:
        text: the text.
        found: the shows and platforms that have been found in it.
        headed: what the headline has in quotation marks, and the catalogue does not know.
    """
    taken = [(m.start, m.end) for m in found]
    names = {name for name in (*_called(text, taken), *_described(text, taken)) if not _OPENERS.match(name)}
    names |= set(_of_kin(text, taken))
    ordered = {m["name"] for m in _ORDERED.finditer(text) if not _cuts(m.span("name"), taken)}
    names |= ordered
    opening = text[:_OPENING]
    if _TELEVISION.search(opening) and not _FILM.search(opening):
        names |= {subject.name for subject in headed}
    for name in names:
        for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name in text else ():
            # "The Fall and Rise of Somebody" is not "The Fall".
            if not (_cuts if name in ordered else _overlaps)(m.span(), taken):
                yield ShowMention(*m.span(), Subject(name), quoted=False, strong=True)


def _called(text: str, taken: Collection[tuple[int, int]]) -> Iterator[str]:
    """Yield the names in "a comedy called DMV"."""
    for m in _CALLED.finditer(text):
        kind = _KIND_BEFORE.search(text, max(0, m.start() - _LONGEST_KIND), m.start())
        if kind and len(m["name"]) <= _LONGEST and not _overlaps(m.span("name"), taken):
            yield m["name"]


def _of_kin(text: str, taken: Collection[tuple[int, int]]) -> Iterator[str]:
    """Yield the names in "its sequel, The Testaments, is due"."""
    for m in _OF_KIN.finditer(text):
        if len(m["name"]) <= _LONGEST and not _overlaps(m.span("name"), taken):
            yield m["name"]


def _described(text: str, taken: Collection[tuple[int, int]]) -> Iterator[str]:
    """Yield the names in "a series order for Neagley, a spin-off starring ..."."""
    for m in _APPOSITION.finditer(text):
        name = _NAME_BEFORE.search(text, max(0, m.start() - _LONGEST), m.start())
        if (
            name
            and _INTRODUCED.search(text, max(0, name.start() - _LONGEST_KIND), name.start())
            and not _overlaps(name.span("name"), taken)
        ):
            yield name["name"]


def _cuts(span: tuple[int, int], taken: Collection[tuple[int, int]]) -> bool:
    """Whether any of the places reaches out of a span, or fills it."""
    return any(
        start < span[1] and span[0] < end and not (span[0] <= start and end <= span[1] and (start, end) != span)
        for start, end in taken
    )


def _overlaps(span: tuple[int, int], taken: Collection[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)
