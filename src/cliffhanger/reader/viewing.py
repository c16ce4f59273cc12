"""How many watched a show: views, hours, minutes, households, viewers, accounts.

A figure is a plain count in its unit, with who measured it, over how many days
from the release, and when. What is said of an episode, a premiere or a trailer
is not said of the show, and a change ("up 2 million viewers") is no figure.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import asserted, said_of
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Choice, Hinted
from cliffhanger.reader.marks import PLATFORM as P

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.claims import Value
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

MEASURERS = (
    r"(?:Nielsen|Luminate|Samba\s+TV|Parrot\s+Analytics|BARB|Comscore|iSpot(?:\.tv)?|VideoAmp|JustWatch|FlixPatrol|"
    r"Reelgood|Whip\s+Media|TV\s+Time|"
    r"Numeris|OzTAM|PlumResearch|Antenna|Symphony)"
)
TRIGGERS = Choice(
    "audience of",
    "million times",
    "watched by",
    "seen by",
    "views",
    "viewers",
    "hours",
    "minutes",
    "households",
    "homes",
    "accounts",
)
_ABOUT = (
    r"(?P<about>\b(?:more\s+than|over|nearly|almost|about|around|approximately|roughly|some|an\s+estimated|at\s+"
    r"least|upwards\s+of)\s+)?"
)
_COUNT = (
    r"(?<![\w.,$\u20ac\u00a3-])(?P<number>\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,3})?|"
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty)(?=\s(?:million|billion)\b))"
    r"(?![\d,.]*\d)\s?-?"
    r"(?P<scale>million|billion|thousand|M\b|B\b|K\b)?"
)
_FIGURE = Hinted(
    rf"{_ABOUT}{_COUNT}\s+"
    r"(?:(?:total|global|worldwide|U\.S\.|US|UK|multi-?platform|cross-platform|same-day|linear|live|streaming|"
    r"viewing|complete|completed|unique|member|subscriber|average|weekly|combined|"
    r"viewed|watch|consolidated|delayed|in-season|households?(?=\s+accounts))\s+){0,3}"
    r"(?P<unit>views|viewers|hours|minutes|households|homes|accounts)\b(?P<watched>\s+(?:viewed|watched|streamed|"
    r"of\s+(?:viewing|watch\s+time|view\s+time|watching)))?",
    re.IGNORECASE,
)
# "An audience of 12.8 million": people, though the word is not said.
_AUDIENCE = Hinted(
    rf"\baudience\s+of\s+{_ABOUT}{_COUNT}(?P<unit>)(?!\s+(?:views|viewers|hours|minutes|households|homes|accounts)\b)",
    re.IGNORECASE,
)
_TIMES = Hinted(
    rf"\b(?:viewed|watched|streamed)\s+{_ABOUT}{_COUNT}\s+(?P<unit>times)\b",
    re.IGNORECASE,
)
_BY_PEOPLE = Hinted(
    rf"\b(?:watched|seen)\s+by\s+{_ABOUT}{_COUNT}(?P<unit>)(?!\s+(?:people\s+)?(?:in|on|for|at)\s+(?:its|the)\s+(?:[\w-]+\s+){{0,2}}"
    r"(?:finale|premiere|opener|episode|debut|launch)\b)(?=\s+people\b|[.,;]|\s+(?:in|over|across|on|when|and)\b|\s*$)",
    re.IGNORECASE,
)
# "Was watched by 9.5 million, the series averaging 7.8 million": viewers again.
_AVERAGING = Hinted(
    rf"\b(?P<averag>averag(?:ing|ed|es)|(?:has|have)\s+averaged)\s+{_ABOUT}{_COUNT}(?P<unit>)(?=[.,;]|\s+(?:over|across|on|in|an?\s+(?:week|episode)|per\s+episode)\b|\s*$)",
    re.IGNORECASE,
)
_VIEWERS = re.compile(r"\bviewers\b", re.IGNORECASE)
_AVERAGE = re.compile(r"\baverag\w+\b[^.;]{0,40}$", re.IGNORECASE)
_PER_EPISODE = re.compile(r"\s+(?:per|an)\s+episode\b", re.IGNORECASE)
_SCALES = {
    "": 1,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "b": 1_000_000_000,
}
_CHANGE = re.compile(
    r"\b(?:from|(?<!watched )(?<!seen )(?<!viewed )(?<!streamed )(?<!sampled )"
    r"(?<!followed )by|(?<!racked )(?<!racks )(?<!racking )(?<!rack )up|down|los(?:t|es|ing)|shed(?:s|ding)?|"
    r"gain(?:s|ed|ing)?|increase\s+of|drop\s+of|decline\s+of|"
    r"jump\s+of|added|adding|additional|another|extra|fewer\s+than|less\s+than|under|"
    r"below|than|compared\s+(?:to|with)|versus|vs\.?|previous(?:ly)?|\$|to\s+its|record\s+of|threshold\s+of)\s+"
    r"(?:(?:an?|the|its|record|previous)\s+){0,2}$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\s+(?:that\s+(?:night|evening|day)|more|fewer|less|ahead|behind|higher|lower|short|on\s+(?:YouTube|TikTok|"
    r"social|Twitter|Instagram|X)\b|"
    r"in\s+the\s+demo|per\s+(?:episode|week|month|day))\b",
    re.IGNORECASE,
)
_UNSHOWN = re.compile(
    r"\b(?:trailers?|teasers?|clips?|YouTube|TikTok|hashtag|soundtrack|subscribers|premium\s+subscribers|podcast|"
    r"tweet|video)\b",
    re.IGNORECASE,
)
_WINDOW = re.compile(
    r"\b(?:(?:in|over|within|during|after|across|through)\s+(?:(?:its|the|their|just|only|a)\s+"
    r"){0,2}(?:(?P<first>first|opening|initial|debut)\s+)?(?:(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)\s+"
    r")?(?P<unit>days?|weeks?)\b"
    r"(?P<of>\s+of\s+(?:[\w-]+\s+){0,3}(?:viewing|availability|release|streaming))?"
    r"|Live[\s-]?(?:\+|plus)[\s-]?(?P<plus>\d{1,2}|three|seven|thirty-five|same[\s-]day|SD)(?:[\s-]days?)?|"
    r"\bL\+?(?P<short>3|7|35)\b)",
    re.IGNORECASE,
)
_DELAYED = re.compile(
    r"\b(?P<count>\d{1,2}|[a-z]+(?:-[a-z]+)?)[\s-]days?\s+(?:of\s+)?(?:multi-?platform|cross-platform|delayed|"
    r"viewing|streaming)",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"\b(?:per|according\s+to|via|by|from|in)\s+(?:(?:data|figures|numbers|ratings|estimates|the|new|latest|an?|"
    rf"research|analytics|firm|company|measurement)\s+){{0,4}}(?:from\s+|by\s+)?"
    rf"(?P<who>{MEASURERS}|{P})|(?P<lead>{MEASURERS}|{P})(?:['\u2019]s?)?\s+(?:(?:data|figures|numbers|ratings|"
    rf"estimates|live|total|streaming|most|big|own|internal)\s+){{0,3}}(?:show\w*|say\w*|said|report\w*|reveal\w*|"
    rf"announc\w*|estimat\w*|count\w*|confirm\w*|data\b|figures\b|numbers\b|measur\w*)|\((?P<within>{MEASURERS}|{P})\)",
    re.IGNORECASE,
)
_FEW = 1_000
_WEEK = 7
_MOST_DAYS = 400


def in_sentence(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the figures of viewing that a sentence states of a show."""
    marked = sentence.marked
    figures = chain.from_iterable(
        rule.finditer(marked) for rule in (_FIGURE, _AUDIENCE, _TIMES, _BY_PEOPLE, _AVERAGING)
    )
    for m in figures:
        if m.re is _AVERAGING.compiled and not _VIEWERS.search(marked):
            continue
        average = _PER_EPISODE.match(marked, m.end()) and _AVERAGE.search(marked, 0, m.start())
        more = not average and _MORE.match(marked, m.end())
        if more or _CHANGE.search(marked, 0, m.start()) or _UNSHOWN.search(marked):
            continue
        value = _value(m)
        unit = _unit(m)
        if value < _FEW or not unit:
            continue
        borne = said_of.bearer(document, sentence, m.start(), m.end())
        if borne is None or not asserted.is_measured(sentence, m.start()):
            continue
        details, end = _measured(sentence, m)
        yield ArticleClaim(
            subject=borne.subject,
            predicate=Predicate.VIEWING,
            span=sentence.span(m.start(), end),
            season=borne.season,
            value=value,
            unit=unit,
            when=asserted.period(sentence, m.start(), end),
            details=details,
            confidence=min(borne.confidence, 0.7) if m["about"] else borne.confidence,
            in_title=document.in_title,
        )


def _value(m: re.Match[str]) -> int:
    """Return the count that a figure and its word of scale mean: "7.8 million" is 7,800,000."""
    scale = _SCALES[(m["scale"] or "").casefold()]
    if m["number"].isalpha():
        return (said_of.count(m["number"]) or 0) * scale
    whole, _, rest = m["number"].replace(",", "").partition(".")
    return int(whole) * scale + (int(rest) * scale // 10 ** len(rest) if rest else 0)


def _unit(m: re.Match[str]) -> str:
    """Return what was counted; a few hours or minutes count only where they were watched, else they are a length."""
    unit = m["unit"].casefold() or "viewers"
    if unit == "times":
        return "views"
    if unit in {"hours", "minutes"} and not (m["watched"] or m["scale"]):
        return ""
    return "households" if unit == "homes" else unit


def _measured(sentence: Sentence, m: re.Match[str]) -> tuple[dict[str, Value], int]:
    """Return who measured a figure and over how many days, and the place behind the words that say so."""
    marked = sentence.marked
    another = _FIGURE.search(marked, m.end())
    limit = another.start() if another else len(marked)
    details: dict[str, Value] = {}
    end = m.end()
    window = _WINDOW.search(marked, m.end(), min(limit, m.end() + 60)) or _DELAYED.search(
        marked, m.end(), min(limit, m.end() + 60)
    )
    days = _days(window) if window else None
    if window and days:
        details["window_days"] = days
        end = window.end()
    source = _SOURCE.search(marked, m.end()) or _SOURCE.search(marked, 0, m.start())
    if source:
        group = next(g for g in ("who", "lead", "within") if source[g])
        said = source[group]
        details["measured_by"] = sentence.platform(source.start(group)).name if said == P else said
    return details, end


def _days(m: re.Match[str]) -> int | None:
    """Return the days of a window counted from the release, or None where it is not one."""
    named = m.groupdict()
    live = named.get("plus") or named.get("short")
    if live:
        return 1 if live.casefold()[0] == "s" and live.casefold() != "seven" else said_of.count(live)
    said = named.get("count")
    if named.get("unit") is None:
        return said_of.count(said or "")
    if not (named["first"] or named["of"] or (said and m.group().casefold().startswith(("in", "within", "over")))):
        return None
    number = said_of.count(said) if said else 1
    days = number * (_WEEK if named["unit"].casefold().startswith("week") else 1) if number else None
    return days if days and days <= _MOST_DAYS else None
