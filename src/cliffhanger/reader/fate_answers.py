"""What the sentences around a word of fate say of it: a question that it answers, an answer, a count of seasons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.reader import modality as meant
from cliffhanger.reader.headline_words import AFTER_ONE
from cliffhanger.reader.hinted import plain
from cliffhanger.reader.seasons import SeasonWords

if TYPE_CHECKING:
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

_ASKS = re.compile(r"\W*(?:(?:and|so),?\s+)?(?:has|have|was|were|is|are|did|will)\b", re.IGNORECASE)
_ANSWERED = re.compile(
    r"\W*(?:A:\s*)?(?:(?P<no>no(?:t\s+yet|t\s+so\s+far|pe)?)|yes|yep|indeed|it\s+(?:has|is|was))\b", re.IGNORECASE
)
NOT_YET = "not yet"
LABEL = re.compile(r"\W*(?:cancell?ed|axed)\s*[:!]", re.IGNORECASE)
_WHETHER = re.compile(
    r"\W*(?:(?:so|and),?\s+)?(?:will|is|are|has|have|does|did|can|could)\s+(?:there|[^?]{1,60}?\b(?:get(?:ting)?|return|renewed|come\s+back|happening|back))\b",
    re.IGNORECASE,
)
# Sentences behind a question in which it may be answered.
_ANSWER = 5


def answer(document: Document, sentence: Sentence) -> str | None:
    """Return how the next sentence answers one that asks whether a show was renewed or cancelled."""
    index = sentence.index + 1
    said = _ANSWERED.match(document.sentences[index].marked) if index < len(document.sentences) else None
    if said is None or not _ASKS.match(sentence.marked):
        return None
    return NOT_YET if said["no"] else said.group()


def counted_behind(sentence: Sentence) -> int | None:
    """Return how many seasons the sentence behind a label says there were: "Canceled: S. ... after a single season"."""
    for behind in sentence.document.sentences[sentence.index + 1 : sentence.index + 2]:
        if behind.paragraph != sentence.paragraph:
            return None
        counted = [w.count for _, w in behind.all_of(SeasonWords) if w.count and not w.more]
        return counted[0] if counted else 1 if AFTER_ONE.search(plain(behind.marked)) else None
    return None


def asked_about(sentence: Sentence) -> int | None:
    """Return the season that the question asks about to which a sentence is the answer: "Will there be a season 8?"."""
    document = sentence.document
    for index in range(sentence.index - 1, max(-1, sentence.index - _ANSWER), -1):
        before = document.sentences[index]
        if before.paragraph < sentence.paragraph - 1:
            return None
        if meant.is_question(before.marked):
            numbers = [w.numbers for _, w in before.all_of(SeasonWords) if w.numbers]
            whether = _WHETHER.match(before.marked) is not None
            return numbers[0][0] if whether and len(numbers) == 1 and numbers[0][0] > 1 else None
    return None
