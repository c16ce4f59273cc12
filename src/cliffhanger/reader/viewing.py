"""How many watched a show: views, hours, minutes, households, viewers, accounts.

A figure is a plain count in its unit, with who measured it, over how many days
from the release, and when. A count without a unit ("it climbs to 5.5 million")
has that of the one before it, in its sentence or in those right before. What is
said of a premiere, a finale or an episode names that one; what is said of a
trailer is not said of the show, and a change ("up 2 million viewers") is no
figure, unless it has a season of its own ("up from 342 million for season 1").
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import asserted, said_of
from cliffhanger.reader import viewing_words as words
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Choice
from cliffhanger.reader.marks import PLATFORM as P

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from cliffhanger.reader.claims import Value
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

TRIGGERS = Choice(
    "million", "billion", "audience of", "watched by", "seen by", "views", "viewers", "hours", "minutes", "households",
    "homes", "accounts", *(f",{digit}" for digit in range(10)),
)  # fmt: skip
_SCALES = {
    "": 1,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "b": 1_000_000_000,
}
_FEW = 1_000
_WEEK = 7
_MOST_DAYS = 400
# How many sentences before may have told the unit of a count.
_BACK = 2
# Characters around a count without a unit in which words may say that it is of something else.
_AROUND = 60
_STREAMED = frozenset({"views", "hours", "minutes"})


@dataclass(frozen=True, slots=True)
class _Count:
    """A count of viewing.

    Attributes:
        start: where its words begin.
        end: where they end, with those of the unit.
        value: the count.
        unit: what was counted.
        bare: the place behind the number.
        rough: whether it is said to be about so many.
    """

    start: int
    end: int
    value: int
    unit: str
    bare: int
    rough: bool


def in_sentence(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the figures of viewing that a sentence states of a show."""
    marked = sentence.marked
    if words.UNSHOWN.search(marked):
        return
    unit = ""
    for m in words.COUNT.finditer(marked):
        counted = _counted(document, sentence, m, unit)
        if counted is None:
            continue
        unit = counted.unit
        claim = _claim(document, sentence, counted) if _is_reached(marked, counted) else None
        if claim is not None:
            yield claim


def _counted(document: Document, sentence: Sentence, m: re.Match[str], before: str) -> _Count | None:
    """Return what a number counts, if that is viewing.

    Args:
        document: the document.
        sentence: the sentence.
        m: the number.
        before: the unit of the count before it in the sentence, or empty.
    """
    marked = sentence.marked
    value = _value(m)
    said = words.UNIT.match(marked, m.end())
    end, unit = m.end(), ""
    if said:
        end, unit = said.end(), _unit(said, m)
    elif words.TIMES.match(marked, m.end()):
        unit = "views" if words.WATCHED.search(marked, 0, m.start()) else ""
    elif words.SEEN_BY.search(marked, 0, m.start()) or words.WHO_WATCHED.match(marked, m.end()):
        people = words.PEOPLE.match(marked, m.end())
        end = people.end() if people else end
        unit = "viewers" if people or words.FOLLOWS.match(marked, end) else ""
    elif words.LEADS.search(marked, 0, m.start()) and words.FOLLOWS.match(marked, m.end()):
        other = words.NO_VIEWING.search(marked, max(0, m.start() - _AROUND), m.end() + _AROUND)
        unit = "" if other else before or _told(document, sentence, m.start())
    return _Count(m.start(), end, value, unit, m.end(), bool(m["about"])) if unit and value >= _FEW else None


def _told(document: Document, sentence: Sentence, place: int) -> str:
    """Return the unit that the words before a count tell, or those of the sentences right before."""
    own = [*words.KIND.finditer(sentence.marked, 0, place)]
    if own:
        return str(own[-1].lastgroup)
    if not words.OF_SHOW.search(sentence.marked):
        return ""
    for other in reversed(document.sentences[max(0, sentence.index - _BACK) : sentence.index]):
        if other.paragraph != sentence.paragraph or words.NO_VIEWING.search(other.marked):
            break
        units = [said for m in words.COUNT.finditer(other.marked) if (said := words.UNIT.match(other.marked, m.end()))]
        if units:
            return _named(units[-1])
        if words.SEEN_BY.search(other.marked):
            return "viewers"
    return ""


def _is_reached(marked: str, counted: _Count) -> bool:
    """Whether a count is said to be one that a show has or had, and no difference to another one."""
    average = words.PER_EPISODE.match(marked, counted.end) and words.AVERAGE.search(marked, 0, counted.start)
    if not average and words.MORE.match(marked, counted.end):
        return False
    own = (words.OWN_SEASON, words.OF_NIGHT, words.OF_PART)
    if any(rule.match(marked, counted.bare) for rule in own) or words.OF_IT.match(marked, counted.bare):
        return True
    if counted.unit in _STREAMED and words.ADDED.search(marked, 0, counted.start):
        return True
    return words.CHANGE.search(marked, 0, counted.start) is None


def _claim(document: Document, sentence: Sentence, counted: _Count) -> ArticleClaim | None:
    part = _part(sentence, counted)
    marked = sentence.marked
    watched = words.WITH_SHOW.match(marked, counted.end) or words.WITH_SHOW.match(marked, counted.bare)
    place = watched.start("show") if watched else counted.start
    borne = said_of.bearer(
        document, sentence, place + 1 if watched else place, place + 1 if watched else counted.end, parts=bool(part)
    )
    if borne is None or not asserted.is_measured(sentence, counted.start):
        return None
    if part == "premiere" and words.FIRST_OF_ALL.search(marked, 0, counted.start):
        borne = replace(borne, season=1, seasonal=True)
    details, end = _measured(sentence, counted)
    if part and part != "average":
        details["episode"] = part
    return ArticleClaim(
        subject=borne.subject,
        predicate=Predicate.VIEWING,
        span=sentence.span(counted.start, end),
        season=borne.season,
        value=counted.value,
        unit=counted.unit,
        when=asserted.period(sentence, counted.start, end),
        details=details,
        confidence=min(borne.confidence, 0.7) if counted.rough else borne.confidence,
        in_title=document.in_title,
    )


def _part(sentence: Sentence, counted: _Count) -> str:
    """Return which episode of a show was watched, "average" for any of them, or empty for the show itself."""
    behind = words.OF_PART.match(sentence.marked, counted.end) or words.OF_PART.match(sentence.marked, counted.bare)
    if behind:
        return str(behind.lastgroup)
    before = [*words.PARTS.finditer(sentence.marked, 0, counted.start)]
    said = str(before[-1].lastgroup) if before else ""
    return "" if said == "whole" else said


def _value(m: re.Match[str]) -> int:
    """Return the count that a figure and its word of scale mean: "7.8 million" is 7,800,000."""
    scale = _SCALES[(m["scale"] or "").casefold()]
    if m["number"].isalpha():
        return (said_of.count(m["number"]) or 0) * scale
    whole, _, rest = m["number"].replace(",", "").partition(".")
    return int(whole) * scale + (int(rest) * scale // 10 ** len(rest) if rest else 0)


def _unit(said: re.Match[str], m: re.Match[str]) -> str:
    """Return what was counted; a few hours or minutes count only where they were watched, else they are a length."""
    unit = _named(said)
    return "" if unit in {"hours", "minutes"} and not (said["watched"] or m["scale"]) else unit


def _named(said: re.Match[str]) -> str:
    unit = said["unit"].casefold()
    return "households" if unit == "homes" else unit


def _measured(sentence: Sentence, counted: _Count) -> tuple[dict[str, Value], int]:
    """Return who measured a figure and over how many days, and the place behind the words that say so."""
    marked = sentence.marked
    another = words.COUNT.search(marked, counted.end)
    limit = another.start() if another else len(marked)
    details: dict[str, Value] = {}
    end = counted.end
    near = min(limit, counted.end + 60)
    window = words.WINDOW.search(marked, counted.end, near) or words.DELAYED.search(marked, counted.end, near)
    days = _days(window) if window else None
    if window and days:
        details["window_days"] = days
        end = window.end()
    source = words.SOURCE.search(marked, counted.end) or words.SOURCE.search(marked, 0, counted.start)
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
