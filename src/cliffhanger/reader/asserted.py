"""Whether what a sentence tells is said to be so, and for which days."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.vocabulary import Modality
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE as D
from cliffhanger.reader.modality import is_negated, modality

if TYPE_CHECKING:
    from cliffhanger.reader.sentences import Sentence

_DATED = (
    re.compile(
        rf"[^;{D}]{{0,70}}?(?:\b(?P<how>as of|in|on|during|for|through|over|week of|week ending|dated?)\s+|,\s+|"
        rf"\s)(?:the\s+)?(?P<date>{D})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\W*(?P<how>as of|in|on|during|for(?:\s+the)?\s+week\s+of|for(?:\s+the)?\s+week\s+ending)\s+"
        rf"(?P<date>{D})\s*,",
        re.IGNORECASE,
    ),
)
_NOT_PERIOD = re.compile(
    r"\b(?:premier\w*|return\w*|renew\w*|film\w*|since|after|before|until|releas\w*|debut\w*|launch\w*|season|when|"
    r"then|compared|will|from|cancel\w*"
    r"|up|down|arriv\w*|drop\w*)\b",
    re.IGNORECASE,
)
_BEHIND_DATE = re.compile(r"\s+(?:premiere|debut|launch|release|return|finale|start)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:,(\u2014\u2013]|\s+(?:but|while|whereas|although|though)\s+")
# "No. 3" is a place and says no to nothing, nor does "not far below"; "near-perfect" is praise and no rumour.
_PLACE = re.compile(r"\bno\.?\s?(?=\d)|\bnear-\w+|\bnot\s+far\s+(?=below|behind|off|from)", re.IGNORECASE)
_TO_COME = Hinted(
    r"\b(?:will|won['\u2019]t|set\s+to|expected|predict\w*|project\w*|poised|aim\w*|target\w*|goal)\b", re.IGNORECASE
)
_CONDITION = Hinted(r"\b(?:if|whether|unless)\b", re.IGNORECASE)
_WEEK = timedelta(days=6)


def is_measured(sentence: Sentence, start: int) -> bool:
    """Whether a figure that begins at a place is said to have been reached, and not only to be so one day."""
    return is_asserted(sentence, start) and not _TO_COME.search(sentence.marked, 0, start)


def is_asserted(sentence: Sentence, start: int) -> bool:
    """Whether what begins at a place is said to be so: no condition, hope, rumour or denial governs it."""
    marked = sentence.marked
    clause = 0
    for m in _CLAUSE.finditer(marked, 0, start):
        clause = m.end()
    lead = _PLACE.sub("", marked[clause:start])
    if is_negated(lead) or _CONDITION.search(marked, 0, start):
        return False
    return modality(lead, marked) in {Modality.EVENT, Modality.PLAN}


def period(sentence: Sentence, start: int, end: int) -> PartialDate | None:
    """Return the days for which a figure or a rank is said to hold, or None.

    "The week of July 7" is seven days from July 7, "the week ending July 13" the seven up to it.
    """
    m = _DATED[0].match(sentence.marked, end)
    if (
        m is None
        or _NOT_PERIOD.search(sentence.marked, end, m.start("date"))
        or _BEHIND_DATE.match(sentence.marked, m.end())
    ):
        m = _DATED[1].match(sentence.marked, 0, start)
    if m is None:
        return None
    said = sentence.date(m.start("date")).date
    how = (m["how"] or "").casefold()
    if said.days > 1 or "week" not in how:
        return said
    wording = sentence.words(m.start("how"), m.end("date"))
    return (
        PartialDate(said.first - _WEEK, said.last, wording)
        if how.endswith("ending")
        else PartialDate(said.first, said.last + _WEEK, wording)
    )
