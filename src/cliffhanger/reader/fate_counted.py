"""Which season a show is in while another is ordered, and which of several that are ordered is the first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.reader.marks import SEASON, SHOW

if TYPE_CHECKING:
    from cliffhanger.reader.sentences import Sentence

# What tells which season a show is in: "now in its third season", "hours before its third-season finale".
_IN_SEASON = re.compile(
    rf"\b(?:(?:in|into|whose)|(?:complet|finish|wrapp|conclud|end|start|open|premier|debut|launch|clos)(?:e[ds]?|s|ed|ing))\s+(?:(?:its|their)\s+)?(?:(?!for\b)[\w-]+\s+)?(?P<in>{SEASON})"
    rf"|\b(?:after|following|before|since|during|ahead\s+of|halfway\s+through|midway\s+through|(?:episodes?|weeks?|days?|months?)\s+into|eve\s+of)\s+(?:(?:just|only|its|the|their|a)\s+)*(?:(?!for\b)[\w\u2019'-]+\s+){{0,2}}?(?P<by>{SEASON})"
    rf"|\b(?:its|their|whose|the)\s+(?:(?!next\b|new\b|for\b)[\w-]+\s+)?(?P<shown>{SEASON})\s+(?:finale\s+|premiere\s+)?(?:premiered|debuted|began|started|opened|launched|kicked|ended|wrapped|concluded|finished|aired|dropped|bowed|arrived|drew|averaged)\b",
    re.IGNORECASE,
)
# "Renewed S, now in its second season, and T".
_NOW_IN = re.compile(
    rf"['\u2019\"\u201d]?,\s+(?:which\s+is\s+)?(?:(?:now|currently|still)\s+)?in\s+its\s+(?:[\w-]+\s+)?(?P<season>{SEASON})"
)
# "A two-season renewal, which takes it through season 6".
_UP_TO = re.compile(
    rf"\b(?:through|to|into|until)\s+(?:(?:its|the|at\s+least|a|an)\s+)*(?:[\w-]+\s+end\s+(?:after|with)\s+)?(?P<season>{SEASON})",
    re.IGNORECASE,
)


def first_of(sentence: Sentence, match: re.Match[str]) -> int:
    """Return the first of several seasons that are ordered up to a last one: "three more, through season 8", or 0."""
    marked = sentence.marked
    for at in (m.start() for m in re.finditer(SEASON, marked) if m.start() >= match.start("verb")):
        count = sentence.season(at).count
        up_to = _UP_TO.search(marked, at) if count > 1 else None
        numbers = sentence.season(up_to.start("season")).numbers if up_to else ()
        if up_to and numbers and SHOW not in marked[match.end() : up_to.start()]:
            return max(numbers[-1] - count + 1, 0)
    return 0


def in_season(sentence: Sentence, match: re.Match[str]) -> int:
    """Return the season in which the only show of a sentence is, or that it has just had, or 0."""
    marked = sentence.marked
    if marked.count(SHOW) > (SHOW in (match["subject"] or "")):
        now = _NOW_IN.match(marked, match.end("subject")) if match["subject"] else None
        numbers = sentence.season(now.start("season")).numbers if now else ()
        return numbers[0] if numbers else 0
    told = set()
    for at in (m.start(m.lastgroup or 0) for m in _IN_SEASON.finditer(marked)):
        words = sentence.season(at)
        told.add(words.count if words.count and not words.more else words.numbers[0] if len(words.numbers) == 1 else 0)
    return told.pop() if len(told) == 1 else 0
