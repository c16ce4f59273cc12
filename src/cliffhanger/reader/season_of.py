"""Which season a fact is said of: the words that name it beside the fact, before it or earlier in the paragraph."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.seasons import FIRST_TO_TENTH, SeasonWords, number

if TYPE_CHECKING:
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.mentions import ShowMention
    from cliffhanger.reader.sentences import Sentence

_AHEAD_SEASON = re.compile(
    rf"(?:(?:\s+(?!to\b)[\w-]+){{0,2}}?\s+(?:for|of|in|with|during|on|across)\s+(?:(?:its|the|their|{S}['\u2019]s?)\s+)?"
    rf"|\s+(?:that|who)\s+(?:[a-z]+\s+)?|\s+(?:who\s+tuned\s+in\s+)?(?:for|to)\s+the\s+(?:start|premiere|opener|debut|launch|return|finale)\s+of\s+)(?P<season>{N})"
)
_ORDINAL = rf"(?P<ordinal>{FIRST_TO_TENTH})"
# "98% for its first season and 96% for its second".
_SHORT_SEASON = re.compile(
    rf"(?:\s+(?!to\b)[\w-]+){{0,2}}?\s+(?:for|in)\s+(?:its|the)\s+{_ORDINAL}(?=[.,;)]|$|\s+(?:and|on|at|while|but)\b)",
    re.IGNORECASE,
)
# "Its first season holds 98 %, and the second stands at 92 %".
_OTHER_SEASON = re.compile(
    rf"\bthe\s+{_ORDINAL}\s+(?:one\s+)?(?:(?:now|currently|only)\s+)?"
    r"(?:stands|stood|sits|sat|has|holds|held|is|was|scored|earned|got|boasts|landed|managed|drew|reached|came|opened|(?:an?\s+|\()?\d)",
    re.IGNORECASE,
)
OF_SHOW = re.compile(rf"{N}\s+of\s+(?:the\s+)?(?:{P}['\u2019]s?\s+)?[\"'\u2018\u201c]?$")
"""A season right before its show: "season 2 of S"."""
_ITS_SEASON = re.compile(rf"{N}\s+(?:finale\s+|premiere\s+)?of\s+(?:the\s+)?(?:{P}['\u2019]s?\s+)?$")
# "83 for its predecessor".
_BEFORE_THIS = re.compile(
    r"(?:\s+(?:score|rating))?\s+(?:for|of|in)\s+(?:its\s+predecessor|the\s+(?:previous\s+(?:one|season|run)|one\s+before))\b",
    re.IGNORECASE,
)
# "Stands at 97%, against 93% for season 1, and has": the season between commas only measures.
_MEASURE = re.compile(
    r",\s+(?:against|versus|compared\s+(?:with|to)|(?:up|down)\s+from|(?:better|higher|lower|more|less)\s+than|unlike|like|just\s+(?:short|shy)\s+of)\s[^,;]{0,40}$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:renew\w*|pick\w*\s+up|order\w*|greenl\w+|return\w*|back|ahead|waiting|await\w*|before|until|toward|"
    r"ready|hop(?:e|es|ing)|"
    r"chances?|filming|production|work|future|fate|than|unlike|like|compared|from|after|following)\b[^,;]{0,25}$",
    re.IGNORECASE,
)


def said(sentence: Sentence, end: int, tokens: list[re.Match[str]], show: ShowMention) -> SeasonWords | None:
    """Return the words that say in this sentence of which season a fact is."""
    marked = sentence.marked
    behind = _AHEAD_SEASON.match(marked, end)
    if behind and not _COMING.search(marked, end, behind.start("season")):
        return sentence.season(behind.start("season"))
    short = _SHORT_SEASON.match(marked, end)
    if short:
        return SeasonWords(0, 0, (number(short["ordinal"]),))
    if _BEFORE_THIS.match(marked, end):
        this = next((sentence.season(t.start()).numbers for t in reversed(tokens) if t["number"]), ())
        return SeasonWords(0, 0, (this[0] - 1,)) if len(this) == 1 and this[0] > 1 else None
    for token in reversed(tokens):
        if token["number"]:
            words = sentence.season(token.start())
            if words.count:
                continue
            if _MEASURE.search(marked, max(0, token.start() - 60), token.start()) and marked.startswith(
                ",", token.end()
            ):
                continue
            other = _OTHER_SEASON.search(marked, token.end(), end)
            if other:
                return SeasonWords(0, 0, (number(other["ordinal"]),))
            coming = _COMING.search(marked, max(0, token.start() - 60), token.start())
            return None if coming else words
        if token["show"] and (sentence.show(token.start()) != show or not _ITS_SEASON.search(marked, 0, token.start())):
            break
    return None


def told(document: Document, sentence: Sentence) -> int | None:
    """Return the season that "the season" means: the only one that the last sentence of the paragraph numbers."""
    for other in reversed(document.sentences[: sentence.index]):
        if other.paragraph != sentence.paragraph:
            return None
        numbered = {w.numbers[0] for _, w in other.all_of(SeasonWords) if len(w.numbers) == 1}
        if numbered:
            return next(iter(numbered)) if len(numbered) == 1 else None
    return None
