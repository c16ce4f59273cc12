"""Fates as headlines tell them, in words that no other rule knows.

A headline plays with its show ("Poker Face folds", "The White Lotus books a
fourth stay") and drops half of the grammar, but it is about one thing. So here
the words of a fate are looked for anywhere in it, beside the one show that it
names and the season that it numbers; and nothing is read where any word makes
it a question, a hope, a rumour or news of something else: a trailer, a tour, a
contract.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import headline_words as w
from cliffhanger.reader import modality as meant
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.fate_words import LIST, NOT_THE_SHOW, UNCANCELLED
from cliffhanger.reader.marks import DATE, SEASON
from cliffhanger.reader.mentions import PlatformMention, ShowMention
from cliffhanger.reader.seasons import SeasonWords
from cliffhanger.reader.words import lower

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

_CONFIDENCE = 0.8
# News of these is told of "the star of S" and "S's last episode", too.
_OF_ITS_END = frozenset({Predicate.ENDING, Predicate.IN_LIMBO})
_ROW = re.compile(LIST)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a headline tells of its show.

    Attributes:
        predicate: the fate.
        season: the season, or None.
        unrenewed: whether an order is taken back.
        background: whether it is told beside another fate.
    """

    predicate: Predicate
    season: int | None = None
    unrenewed: bool = False
    background: bool = False


def find(document: Document, sentence: Sentence) -> Iterator[tuple[ArticleClaim, bool]]:
    """Yield the fates that a headline tells of its show or row of shows, each with whether it is told by the way."""
    shows = _shows(sentence)
    if not shows:
        return
    marked = w.JOKE.sub(lambda m: " " * len(m.group()), lower(sentence.marked))
    of_show = NOT_THE_SHOW.match(marked, shows[-1][0] + 1) is None or w.WITH_RENEWAL.search(marked) is not None
    sure = meant.modality(w.PLAIN.sub(" ", marked), marked) is Modality.EVENT
    for told in _told(sentence, marked, shows[0][0]):
        if not (of_show or told.predicate in _OF_ITS_END) or not (sure or told.predicate is Predicate.IN_LIMBO):
            continue
        for _, show in shows:
            yield (
                ArticleClaim(
                    subject=show.subject,
                    predicate=told.predicate,
                    season=told.season,
                    span=sentence.whole(),
                    platform=_platform(sentence, told.predicate, marked),
                    details={"unrenewed": True} if told.unrenewed else {},
                    confidence=_CONFIDENCE,
                    in_title=document.in_title,
                ),
                told.background,
            )


def _shows(sentence: Sentence) -> list[tuple[int, ShowMention]]:
    """Return the show of a headline, or the shows that it names in one row; none where it names several apart."""
    found = [(at, m) for at, m in sentence.all_of(ShowMention) if (m.strong or m.quoted) and not sentence.is_kin(at)]
    found = [(at, m) for at, m in found if m.names] or found
    first = {m.subject: (at, m) for at, m in reversed(found)}
    if len(first) <= 1:
        return list(first.values())
    row = _ROW.match(sentence.marked, found[0][0])
    return found if row and row.end() > found[-1][0] else []


def _told(sentence: Sentence, marked: str, place: int) -> Iterator[_Told]:
    if w.LIMBO.search(marked):
        yield _Told(Predicate.IN_LIMBO, _coming(sentence, marked))
    elif (
        (w.ELSEWHERE.search(marked) and not w.WITH_RENEWAL.search(marked))
        or marked.rstrip().endswith("?")
        or marked[place:].lstrip(marked[place]).startswith("?")
    ):
        return
    elif w.REFUSED.search(marked) or (w.TAKEN_BACK.search(marked) and not UNCANCELLED.search(marked)):
        yield from _refused(sentence, marked)
    elif not w.NEGATED.search(marked):
        yield from _decided(sentence, marked)
    elif w.NO_SEASON.search(marked) or not w.NEGATED.search(marked.rpartition(": ")[2]):
        yield from _of_kind(sentence, marked)


def _refused(sentence: Sentence, marked: str) -> Iterator[_Told]:
    """Yield that a season will not be made, or that its order is taken back."""
    numbers = [s.numbers[0] for _, s in sentence.all_of(SeasonWords) if s.numbers]
    season, back = numbers[0] if len(numbers) == 1 else None, w.TAKEN_BACK.search(marked) is not None
    if back or season:
        yield _Told(Predicate.CANCELLED, season - 1 if season else None, unrenewed=back)
    elif w.REFUSED.search(marked):
        yield _Told(Predicate.CANCELLED)


def _decided(sentence: Sentence, marked: str) -> Iterator[_Told]:
    ending, coming = _ending(sentence, marked), _coming(sentence, marked)
    rescued = w.RESCUED.search(marked) is not None
    if w.AFTER_CANCELLED.search(marked) and (rescued or coming or "saved" in marked or "rescue" in marked):
        yield _Told(Predicate.CANCELLED, background=True)
    if w.LATTER.search(marked) and coming:
        yield _Told(Predicate.ENDING, max(_numbers(sentence, marked)), background=True)
    if ending is not None:
        yield _Told(Predicate.ENDING, ending, background=True)
    elif w.FOR_GOOD.search(marked):
        yield _Told(Predicate.ENDING)
    if rescued:
        yield _Told(Predicate.RESCUED, coming)
    elif coming and coming != ending and _is_ordered(sentence, marked):
        yield from (_Told(Predicate.RENEWED, number) for number in _numbers(sentence, marked))
    elif w.BROUGHT_BACK.search(marked) or w.RENEWAL.search(marked):
        yield _Told(Predicate.RENEWED)
    elif ending is None:
        stopped = list(_stopped(sentence, marked)) or list(_of_kind(sentence, marked))
        yield from stopped


def _is_ordered(sentence: Sentence, marked: str) -> bool:
    if w.ORDERED.search(marked) or w.FIGURES.search(marked):
        return True
    return w.OFFICIAL.search(marked) is not None or _gets(sentence, marked)


def _gets(sentence: Sentence, marked: str) -> bool:
    """Whether the words beside the season say that the show has it now, and no date makes it a premiere."""
    for at, words in _seasons(sentence, marked):
        if words.numbers and DATE not in marked[at + 1 : at + 30].partition(SEASON)[0]:
            if w.HAS.search(marked, 0, at) or w.GOES_INTO.search(marked, 0, at):
                return True
            buys = w.BUYS.search(marked)
            if buys and buys.start() < at < buys.end():
                return True
    return False


def _seasons(sentence: Sentence, marked: str) -> Iterator[tuple[int, SeasonWords]]:
    """Yield the seasons that a headline is about, not those that only date the news."""
    for at, words in sentence.all_of(SeasonWords):
        if not (w.NEWS_OF_ANOTHER.search(marked, max(0, at - 40), at) or w.PART.match(marked, at + 1)):
            yield at, words


def _numbers(sentence: Sentence, marked: str) -> tuple[int, ...]:
    return next((s.numbers for _, s in _seasons(sentence, marked) if s.numbers and min(s.numbers) > 1), ())


def _coming(sentence: Sentence, marked: str) -> int | None:
    numbers = _numbers(sentence, marked)
    return numbers[0] if numbers else None


def _ending(sentence: Sentence, marked: str) -> int | None:
    """Return the season with which a show ends, by plan."""
    called = w.IS_LAST.search(marked)
    if called:
        numbers = sentence.season(called.start()).numbers
        return numbers[-1] if numbers else None
    for at, words in sentence.all_of(SeasonWords):
        last = words.numbers[-1] if words.numbers else 0 if words.more else words.count
        if last and w.ENDS.search(marked, 0, at) and not w.ORDERED_BEHIND.match(marked, at + 1):
            return last
    return None


def _stopped(sentence: Sentence, marked: str) -> Iterator[_Told]:
    """Yield that a show is stopped, where the words tell after how many seasons."""
    if w.ONE_AND_DONE.search(marked):
        yield _Told(Predicate.CANCELLED, 1)
        return
    if not (w.STOPPED.search(marked) or w.BY_PLATFORM.search(marked)):
        return
    last = [s.numbers[-1] for at, s in sentence.all_of(SeasonWords) if s.numbers and w.AFTER.search(marked, 0, at)]
    counted = [words.count for _, words in sentence.all_of(SeasonWords) if words.count and not words.more]
    if w.AFTER_YEARS.search(marked) and not counted:
        yield _Told(Predicate.CANCELLED)
    elif last:
        yield _Told(Predicate.CANCELLED, last[0])
    elif counted or w.AFTER_ONE.search(marked):
        yield _Told(Predicate.CANCELLED, counted[0] if counted else 1)


def _of_kind(sentence: Sentence, marked: str) -> Iterator[_Told]:
    """Yield what is told of "the drama" in a headline that names one show."""
    told = w.OF_KIND.search(marked)
    if told is None or len({m.subject for _, m in sentence.all_of(ShowMention)}) != 1:
        return
    if next(said for said in told.groupdict().values() if said).startswith("re"):
        yield _Told(Predicate.RENEWED, _coming(sentence, marked))
    else:
        counted = [words.count for _, words in sentence.all_of(SeasonWords) if words.count and not words.more]
        if counted or w.AFTER_ONE.search(marked):
            yield _Told(Predicate.CANCELLED, counted[0] if counted else 1)
            return
        missing = [sentence.season(m.end() - 1).numbers for m in w.NO_SEASON.finditer(marked)]
        numbers = [n for n in missing if n]
        yield _Told(Predicate.CANCELLED, numbers[0][0] - 1 or None if numbers else None)


def _platform(sentence: Sentence, predicate: Predicate, marked: str) -> str:
    named = [m.name for _, m in sentence.all_of(PlatformMention)]
    before = w.AFTER_CANCELLED.search(marked)
    old = next((g for g in ("who", "by") if before and before[g]), "")
    if before and old:
        dropped = sentence.platform(before.start(old)).name
        if predicate is Predicate.CANCELLED:
            return dropped
        named = [name for name in named if name != dropped]
    found = w.RESCUED.search(marked) if predicate is Predicate.RESCUED else None
    group = next((g for g, said in found.groupdict().items() if said), "") if found else ""
    if found and group:
        return sentence.platform(found.start(group)).name
    return named[0] if len(set(named)) == 1 else ""
