"""With which season a show stops, by the words around a cancellation or an ending."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_seasons
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import PLATFORM, SEASON
from cliffhanger.reader.seasons import CARDINALS, LATER, ORDINALS, number

if TYPE_CHECKING:
    from cliffhanger.reader.seasons import SeasonWords
    from cliffhanger.reader.sentences import Sentence

_ONE_AND_DONE = re.compile(r"one[\s-]and")
# "S never got a third".
_NEVER_GOT = Hinted(
    rf"\b(?:never|not|n[o\u2019']t)\s+(?:get|got|gets|receive[ds]?)\s+an?\s+({'|'.join(ORDINALS)})(?=\s*(?:$|[.,;:!?)]|season|series))",
    re.IGNORECASE,
)
# "It will end this year with its sixth".
_WITH_ALONE = re.compile(
    rf"\bwith\s+(?:its|the|an?)\s+(?:[\w-]+\s+)?({'|'.join(ORDINALS)})(?=\s*(?:$|[.,;]|in\b|on\b|that\b|last\b))",
    re.IGNORECASE,
)
_NUMBER_ALONE = re.compile(
    rf"\b(?:after|which\s+(?:got|had|lasted|ran\s+for))\s+(?:just\s+|only\s+)?({'|'.join(CARDINALS)}|\d{{1,2}})(?=\s*(?:[.,;:!)]|$|series\b|apiece\b|each\b|an?\s+(?:day|week|month)\b|\ue003))",
    re.IGNORECASE,
)
# "Won't be back after its fourth season": that one was shown.
_AIRED = re.compile(
    r"\b(?:(?:after|following)\s+(?:its|the|their|an?)|(?:past|beyond)(?:\s+(?:its|the|their))?)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
# "Canceled in its second season", "before it was to begin its second".
_IN_ITS = re.compile(r"\bin\s+(?:its|their)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_WAS_TO_BEGIN = re.compile(
    r"\bbefore\s+(?:it|the\s+\w+)\s+(?:was\s+(?:to|due\s+to|set\s+to|supposed\s+to)|would\s+have|could)\s+(?:begin|begun|start|started|air|premiere|return\s+for|make)\s+(?:its|an?)\s+(?:[\w-]+\s+)?$",
    re.IGNORECASE,
)
_IN_ITS_YEAR = re.compile(
    r"\b(?:in|after|during)\s+(?:(?:just|only)\s+)?(?:its|their|one)\s+(?:(?P<first>first|rookie|freshman|debut)|(?P<second>second|sophomore)|(?P<third>third))\s+years?\b(?!\s+(?:of|at)\b)",
    re.IGNORECASE,
)
# "To end with a film instead of a fourth season".
_INSTEAD = re.compile(r"\b(?:instead\s+of|rather\s+than)\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+)?$", re.IGNORECASE)
# "Canceled S in May and T in June, each after a single season".
_EACH_AFTER = re.compile(
    rf"(?:[,;]\s+(?:each|both|all)\s+(?:of\s+(?:them|which)\s+)?|\b(?:both|all)\s+(?=end|finish|conclude|wrap))(?:(?:end(?:s|ed)?|finish(?:es|ed)?|conclud(?:e|es|ed)|wrap(?:s|ped)?(?:\s+up)?)\s+)?(?:after|with)\s+(?:just\s+|only\s+|an?\s+)?(?:(?P<count>{SEASON})|(?:single|one)\b)"
    rf"|[,;]\s+(?:each|both|all)\s+(?:of\s+(?:them|which)\s+)?(?:still\s+)?in\s+(?:its|their)\s+(?:(?P<year>{SEASON})|(?P<first>first|rookie|freshman|debut)\s+years?\b|(?P<second>second|sophomore)\s+years?\b)",
    re.IGNORECASE,
)
# "Cancelled S, which lasted two seasons, and T".
_WHICH_LASTED = re.compile(
    rf"['\u2019]?,\s+which\s+(?:had\s+)?(?:lasted|ran|run|had|got|aired)\s+(?:for\s+)?(?:just\s+|only\s+)?(?:(?P<number>{'|'.join(CARDINALS)})\b(?!\s+(?:episodes?|weeks?|months?|days?))|{SEASON})",
    re.IGNORECASE,
)
# "After six seasons, P has cancelled S".
_COUNTED_BEFORE = re.compile(
    rf"\bafter\s+(?:just\s+|only\s+)?(?:(?P<count>{SEASON})|(?:one|a\s+single)\s+season)(?:\s+(?:on|at|with|in|of)\s[^,;.]{{1,50}})?,\s+(?:the\s+)?(?:(?!while|but|and|as)[\w{PLATFORM}]+\s+)?$",
    re.IGNORECASE,
)
# "The former for a fifth season and the latter for a second".
_FORMER = re.compile(
    rf"\bthe\s+former\s+for\s+an?\s+(?P<season>{SEASON})\s+and\s+the\s+latter\s+for\s+an?\s+(?:(?P<number>{LATER})\b|(?P<latter>{SEASON}))",
    re.IGNORECASE,
)
_EACH_COUNTED = rf"(?:(?P<number>{'|'.join(CARDINALS)})\b|(?P<latter>{SEASON}))"
_FORMER_AFTER = re.compile(
    rf"\bthe\s+former\s+after\s+(?P<season>{SEASON})\s+and\s+the\s+latter\s+after\s+{_EACH_COUNTED}", re.IGNORECASE
)
# "After two seasons and one, respectively".
_RESPECTIVELY = re.compile(rf"\bafter\s+(?P<season>{SEASON})\s+and\s+{_EACH_COUNTED},?\s+respectively\b", re.IGNORECASE)
_TAKES_BACK = r"(?:(?:tak(?:es?|ing|en)|took)\s+back|going\s+back\s+on)"
_NOT_MADE = re.compile(
    r"\b(?:no|not|without|despite|won[\u2019']t|isn[\u2019']t|never|pass(?:es|ed)\s+on|forward\s+with"
    rf"|scrap\w*|{_TAKES_BACK})\b[^\ue001]{{0,50}}$",
    re.IGNORECASE,
)
_BACK = re.compile(rf"\b{_TAKES_BACK}\b", re.IGNORECASE)
_UNDONE = re.compile(r"despite|revers|rescind|after", re.IGNORECASE)
_NOT_ORDERED = re.compile(r"\b(?:forward|ahead|proceed\w*|pass(?:es|ed))\b", re.IGNORECASE)
_TAKEN_BACK = re.compile(r"[\s-]*(?:renewal|pick-?up|order|commitment|deal)", re.IGNORECASE)


def last_season(
    sentence: Sentence, match: re.Match[str], rest: str, own: SeasonWords | None, *, ending: bool
) -> tuple[int | None, bool]:
    """Return the last season of a show that stops, and whether a season that was ordered is taken back.

    Args:
        sentence: the sentence.
        match: the rule's match in it.
        rest: the clause behind the match.
        own: season words that stand with the show's name.
        ending: whether it ends by design, so that the season named is the last.
    """
    marked, end = sentence.marked, match.end() + len(rest)
    worded = match.groupdict().get("after")
    if worded:
        return number(worded) or None, False
    if "fate" in match.group().rpartition(" ")[2]:
        # "T met the same fate": after how many seasons is another question.
        return None, False
    outright = _outright(sentence, match, own, end, ending=ending)
    if outright is not None:
        return outright
    # Behind a colon somebody says what comes of it, and behind "which" another thing is told of a platform.
    for mark in (": ", ", which ") if ending else (": ",):
        other = marked.find(mark, match.end(), end)
        end = other if other >= 0 else end
    found: int | None = None
    for at in fate_seasons.places(marked, match.start(), end):
        told = _told_at(sentence, match, at, ending=ending)
        if told is not None:
            return told
        # Behind a comma another thing is told.
        numbers = () if ending or "," in marked[match.end() : at] else sentence.season(at).numbers
        found = found or (numbers[-1] if numbers else None)
    if found is None:
        alone = (_WITH_ALONE if ending else _NUMBER_ALONE).search(marked, match.start("verb"), end)
        found = number(alone[1]) if alone else None
    return found, False


def _outright(
    sentence: Sentence, match: re.Match[str], own: SeasonWords | None, end: int, *, ending: bool
) -> tuple[int | None, bool] | None:
    """Return what is said before any season is looked for in the clause, or None."""
    year = _year_of_run(sentence, match, end)
    if year or ending:
        return (year, False) if year else None
    lasted = _WHICH_LASTED.match(sentence.marked, match.end())
    if lasted:
        count = number(lasted["number"]) if lasted["number"] else sentence.season(lasted.end() - 1).count
        return count or None, False
    each = each_after(sentence, match.end())
    if each is not None:
        return each, False
    if own is not None and own.numbers:
        # Of a season that is not gone ahead with nobody says that it had been ordered.
        return own.numbers[0] - 1 or None, not _NOT_ORDERED.search(match["verb"])
    never = _NEVER_GOT.search(sentence.marked, match.start(), end)
    if never:
        return number(never[1]) - 1 or None, False
    lead = _COUNTED_BEFORE.search(sentence.marked, 0, match.start())
    counted = (sentence.season(lead.end("count") - 1).count if lead["count"] else 1) if lead else 0
    counted = counted or fate_seasons.seasons_run(sentence.marked, match)
    return (counted, False) if counted else None


def _year_of_run(sentence: Sentence, match: re.Match[str], end: int) -> int:
    """Return the year of its run in which a show stops, where it is told without a season: "in its first year"."""
    if fate_seasons.ONE.search(sentence.marked, match.start(), end) or _ONE_AND_DONE.match(match["verb"]):
        return 1
    year = _IN_ITS_YEAR.search(sentence.marked, match.end("verb"), end)
    return 0 if year is None else 1 if year["first"] else 2 if year["second"] else 3


def of_each(sentence: Sentence, match: re.Match[str], rest: str, predicate: Predicate) -> list[int | None]:
    """Return the seasons that are told of two shows, "the former for a fifth season and the latter for a second"."""
    marked, end = sentence.marked, match.end()
    stopped = _FORMER_AFTER.search(marked, end) or _RESPECTIVELY.search(marked, end)
    if stopped and predicate is Predicate.CANCELLED:
        counted = sentence.season(stopped.start("season")).count
        latter = number(stopped["number"]) if stopped["number"] else sentence.season(stopped.start("latter")).count
        return [counted or None, latter or None]
    told = _FORMER.search(marked, end, end + len(rest))
    numbers = sentence.season(told.start("season")).numbers if told else ()
    if told is None or not numbers:
        return []
    return [numbers[0], number(told["number"]) if told["number"] else sentence.season(told.start("latter")).numbers[0]]


def each_after(sentence: Sentence, start: int) -> int | None:
    """Return after how many seasons all shows of a sentence ended: "each after a single season"."""
    told = _EACH_AFTER.search(sentence.marked, start)
    if told is None:
        return None
    if told["year"]:
        return next(iter(sentence.season(told.start("year")).numbers[-1:]), None)
    if told["second"]:
        return 2
    return sentence.season(told.start("count")).count or None if told["count"] else 1


def _told_at(sentence: Sentence, match: re.Match[str], at: int, *, ending: bool) -> tuple[int | None, bool] | None:
    """Return what season words tell of the last season, and whether one is taken back; None if they leave it open."""
    marked, words = sentence.marked, sentence.season(at)
    before = marked[max(0, at - 60) : at]
    # "A two-season pick-up" counts what was ordered, not what was made.
    if words.count and not words.more and not _TAKEN_BACK.match(marked, at + 1):
        return words.count, False
    if not words.numbers:
        return None
    if ending:
        return _last_named(words.numbers, before)
    ahead = fate_seasons.BEFORE.search(before) is not None
    if (
        _IN_ITS.search(before)
        or _AIRED.search(before)
        or (ahead and fate_seasons.EVENT_OF_SEASON.match(marked, at + 1))
    ):
        return words.numbers[-1], False
    ordered = _TAKEN_BACK.match(marked, at + 1) is not None
    inside = match.start("verb") <= at < match.end("verb")
    not_made = _NOT_MADE.search(before) or _WAS_TO_BEGIN.search(before)
    if ordered or inside or ahead or not_made or _refused(match, at):
        taken_back = _BACK.search(before) is not None or (ordered and _UNDONE.search(before) is not None)
        return words.numbers[0] - 1 or None, taken_back
    return None


def _last_named(numbers: tuple[int, ...], before: str) -> tuple[int | None, bool] | None:
    """Return the season that a show ends with by its number and the words before it, or None where that is another."""
    if _INSTEAD.search(before):
        return numbers[0] - 1 or None, False
    return None if fate_seasons.BEFORE.search(before) else (numbers[-1], False)


def _refused(match: re.Match[str], at: int) -> bool:
    """Whether season words stand in what is refused: "won't return for N", "decided against renewing S for N"."""
    verb = match["verb"].casefold()
    refused = bool(match.groupdict().get("refused"))
    negative = bool(re.match(r"there\s+will|no\b|will\s+not|won|is\s+not|isn|not\b|will\s+no|wo\b|pass", verb))
    renewed = "renew" in verb or "pick" in verb
    return (negative or refused or renewed) and at >= match.start("verb")
