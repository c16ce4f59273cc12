"""On which side of the publication a date lies whose year is not said: where its verb looks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.reader import when_words as words
from cliffhanger.reader.mentions import DateMention
from cliffhanger.reader.turning import ahead, past
from cliffhanger.reader.when_told import in_a_row

if TYPE_CHECKING:
    from datetime import date

    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.when_date_of import Told

_BRINGS = re.compile(r"\b(?:bring(?:s|ing)?|brought)\s+$", re.IGNORECASE)
_WAS_TO = re.compile(
    r"\b(?:was|were|had\s+been)\s+(?:(?:originally|initially|first)\s+)?(?:supposed|due|meant|set|scheduled|slated|expected|planned)\s+to\s"
    r"|\b(?:was|were)\s+to\s+(?:have\s|(?:air|premiere|start|begin|arrive|be\s+shown|return|debut|launch|end)\b(?![^.;]*[,)]))",
    re.IGNORECASE,
)
# Nobody tells a day so many days ahead without its year, if it has just been.
_FAR_AHEAD = 290
_JUST_PAST = 45
# "Makes its bow", "rides off": to come, where nothing says that it has been.
_PRESENT = re.compile(
    r"(?!was\b|is\b|has\b|its\b|this\b|does\b|series\b|\w+ss\b)[a-z]{2,}s\s+(?!dates?\b)\w", re.IGNORECASE
)
# "Was a hit on its October release".
_HIT_ON = re.compile(
    r"\b(?:was|were|had|drew|got|became)\b[^.;,]{0,80}\b(?:on|at|with|after|since|upon)\s+its\s+$", re.IGNORECASE
)
# "Made their debuts in January".
# "Had been away for years before its November return".
_HAD_BEEN = re.compile(r"\bhad\s[^.;]{0,90}\b(?:before|until|ahead\s+of|since)\s+(?:its|the|their)\s+$", re.IGNORECASE)
_MADE_ITS = re.compile(r"\bmade\s+(?:its|their|an?)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)


def turned(sentence: Sentence, place: int, mention: DateMention, one: Told) -> tuple[PartialDate, bool]:
    """Return a date on the side that its verb looks to, and whether it is told as one to come."""
    marked, published = sentence.marked, sentence.document.published
    # "Is released on" lies ahead, though its verb looks back.
    passive = words.IS_TO_BE.search(marked, 0, one.at) or words.IS_DONE.search(marked, one.at, one.end)
    coming = bool(passive or words.WILL.search(marked, 0, one.at))
    of_year = words.OF_THAT_YEAR.match(marked, place + 1) is not None
    row = in_a_row(sentence, place, said=of_year) or _ahead_of(sentence, place, mention, one)
    if row is not None and not _is_to_come(sentence, one, row, coming=coming):
        return row, coming
    if _looks_back(sentence, place, one, coming=coming) or (
        one.at == place and (_HIT_ON.search(marked, one.lead, place) or _HAD_BEEN.search(marked, 0, place))
    ):
        return past(mention.date, published), coming
    looks_ahead = coming or _looks_ahead(sentence, place, one)
    return _not_a_year_off(ahead(mention.date, published), mention, published) if looks_ahead else mention.date, coming


def _not_a_year_off(when: PartialDate, mention: DateMention, published: date | None) -> PartialDate:
    """Return a day that would lie most of a year ahead as the one that has just been: "beat it to air on D"."""
    if published is None or words.WITH_YEAR.search(mention.date.wording) or (when.first - published).days < _FAR_AHEAD:
        return when
    back = past(mention.date, published)
    return back if 0 <= (published - back.last).days <= _JUST_PAST else when


def _is_to_come(sentence: Sentence, one: Told, row: PartialDate, *, coming: bool) -> bool:
    """Whether a day that would be past behind another one is told as one to come: "ordered in 2023, bows July 11"."""
    published = sentence.document.published
    verb = sentence.marked[one.at : one.end]
    return published is not None and row.last < published and (coming or _PRESENT.match(verb) is not None)


def _ahead_of(sentence: Sentence, place: int, mention: DateMention, one: Told) -> PartialDate | None:
    """Return a day behind another one: "ordered last October, ahead of the season's launch on February 20"."""
    before = [(at, m.date) for at, m in sentence.all_of(DateMention) if at < place]
    if not before or not words.AHEAD_OF.search(sentence.marked, before[-1][0], one.at):
        return None
    return ahead(mention.date, before[-1][1].last)


def is_long_back(sentence: Sentence, one: Told, place: int, when: PartialDate) -> bool:
    """Whether "back" tells only how long ago something was: "which it ordered back in January"."""
    published = sentence.document.published
    if published is None or when.last >= published:
        return False
    return not (words.CAME.search(sentence.marked, 0, one.at) or words.AS_OF.search(sentence.marked, 0, place))


def was_only_meant(sentence: Sentence, one: Told, when: PartialDate) -> bool:
    """Whether a day that is past was only meant to bring something: "were supposed to roll in March 2020"."""
    published = sentence.document.published
    past_day = published is not None and when.last < published
    return past_day and _WAS_TO.search(sentence.marked, one.lead, one.end) is not None


def is_brought_back(sentence: Sentence, one: Told) -> bool:
    """Whether "back" tells of renewals, and no premiere: "bringing back ten series for the 2019-20 season"."""
    word = sentence.marked[one.at : one.end]
    return word.startswith("back") and _BRINGS.search(sentence.marked, 0, one.at) is not None


def _looks_back(sentence: Sentence, place: int, one: Told, *, coming: bool) -> bool:
    if one.been or (not coming and _MADE_ITS.search(sentence.marked, one.lead, one.at)):
        return True
    verb = words.PAST.search(sentence.marked[one.at : one.end])
    return (verb is not None and not coming) or words.AS_OF.search(sentence.marked, 0, place) is not None


def _looks_ahead(sentence: Sentence, place: int, one: Told) -> bool:
    """Whether a verb looks ahead: the word itself, another one of its clause, or else the last one before.

    So it does in "will come out in parts: four episodes on D, the finale on D".
    """
    verb = sentence.marked[one.at : one.end]
    if words.AHEAD.search(verb) or words.COMES_BACK.match(verb) or _PRESENT.match(verb):
        return True
    clause = sentence.marked[one.lead : max(place + 1, one.end)]
    if words.PAST.search(clause) or words.AFTER_ITS.search(sentence.marked, 0, one.at):
        return False
    governs = words.WILL_COME.search(sentence.marked, 0, one.lead)
    return words.AHEAD.search(clause) is not None or (
        governs is not None and not words.PAST.search(sentence.marked, governs.end(), one.lead)
    )
