"""Fates that a text tells by pointing at the one before: "So has S", "S met the same fate", "did the same for S"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import modality as meant
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import SEASON, SHOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.reader.claims import ArticleClaim
    from cliffhanger.reader.sentences import Sentence

_DESCRIBED = rf"(?:(?!(?:for|with|after|when|that)\b)[\w\u2019'&-]+\s+){{0,6}}?[\"'\u2018\u201c]?(?P<show>{SHOW})"
_OPENS = r"(?:^|[.;,\u2014]\s+(?:and\s+)?|\band\s+)\W*"
# Verb phrases that stand for the one before carry its season along; "the same fate" tells only what kind it was.
_SAME_VERB = (
    Hinted(rf"{_OPENS}(?:so|as)\s+(?:has|have|had|is|are|was|were|will|did|does)\s+{_DESCRIBED}", re.IGNORECASE),
    Hinted(
        rf"\b(?:did|does|do|done|doing)\s+the\s+same\s+(?:for|to|with)\s+{_DESCRIBED}",
        re.IGNORECASE,
    ),
    Hinted(rf"{_OPENS}the\s+same\s+(?:goes|is\s+true|went)\s+(?:for|of)\s+{_DESCRIBED}", re.IGNORECASE),
    Hinted(rf"(?P<show>{SHOW})['\u2019\"\u201d]?\s+(?:will|has|is|was|did),?\s+too(?=[.,;]|$)", re.IGNORECASE),
)
# "S followed in May": behind cancellations an end, behind anything else a premiere.
_FOLLOWED = Hinted(rf"^\W*(?P<show>{SHOW})['\u2019\"\u201d]?\s+followed\b(?=[^;{SHOW}]*$)", re.IGNORECASE)
_SAME_FATE = (
    _FOLLOWED,
    Hinted(
        rf"(?P<show>{SHOW})['\u2019\"\u201d]?\s+(?:(?:also|soon|has|had|then|later|recently)\s+){{0,2}}(?:met|meets?|suffer(?:s|ed)|shar(?:es|ed))\s+"
        r"(?:the\s+same|a\s+similar|that|its|his|her|their)\s+fate\b",
        re.IGNORECASE,
    ),
    Hinted(
        rf"\b(?:the\s+same|a\s+similar)\s+fate\s+(?:befell|befalls|has\s+befallen|struck|met|hit)\s+{_DESCRIBED}",
        re.IGNORECASE,
    ),
)
_SEASON_BEHIND = re.compile(
    rf"['\u2019\"\u201d]?,?\s+(?:followed\s+[^.;{SHOW}{SEASON}]{{0,40}}?)?(?:(?:for|with|after)\s+)?(?:(?:its|an?|the|just|only)\s+){{0,2}}(?P<season>{SEASON})"
)
_FATES = frozenset({Predicate.RENEWED, Predicate.CANCELLED, Predicate.IN_LIMBO, Predicate.ENDING, Predicate.ORDERED})
# Letters into a sentence within which it still may point at the one before: "Last week it did the same for S".
_OPENING = 25
_CONFIDENCE = 0.85


def find(sentence: Sentence, before: Sequence[ArticleClaim], own: Sequence[ArticleClaim]) -> Iterator[ArticleClaim]:
    """Yield the fates that a sentence says are like the last one told.

    Args:
        sentence: the sentence.
        before: what the sentence before it tells.
        own: what this one tells in words of its own.
    """
    for patterns, same_season in ((_SAME_VERB, True), (_SAME_FATE, False)):
        for pattern in patterns:
            told = pattern.search(sentence.marked)
            if told is None or meant.is_negated(sentence.marked[: told.start()][-40:]):
                continue
            show = sentence.show(told.start("show"))
            offset = sentence.span(*told.span()).start
            opens = told.start() <= _OPENING
            earlier = [c for c in own if c.span is not None and c.span.start < offset] or (before if opens else ())
            like = [c for c in earlier if c.predicate in _FATES and c.modality is Modality.EVENT]
            known = any(c.subject == show.subject and c.season is not None for c in own)
            if pattern is _FOLLOWED:
                like = [c for c in like if c.predicate is Predicate.CANCELLED]
            if not show.strong or not like or known or like[-1].subject == show.subject:
                continue
            season = like[-1].season if same_season else None
            behind = _SEASON_BEHIND.match(sentence.marked, told.end("show"))
            if behind:
                words = sentence.season(behind.start("season"))
                season = words.count or (words.numbers[-1] if words.numbers else season)
            yield replace(
                like[-1],
                subject=show.subject,
                season=season,
                span=sentence.span(*told.span()),
                when=None,
                reason="",
                details={},
                confidence=_CONFIDENCE,
            )
