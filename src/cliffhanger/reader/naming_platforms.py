"""Where a text names platforms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from cliffhanger.domain.platforms import PLATFORMS, canonical
from cliffhanger.reader.mention_words import COMMON, SPOKEN
from cliffhanger.reader.words import WordTree

if TYPE_CHECKING:
    from collections.abc import Sequence

_BEFORE_COMMON = re.compile(r"\b(?:at|on|by|from|for|to|network|streamer|channel|cabler)\s+$", re.IGNORECASE)
_BEHIND_COMMON = re.compile(
    r"['\u2019]s\b|\s+(?:on\s+\w+day\s+)?(?:(?:has|have)\s+(?:(?:not|yet\s+to|also|already|just)\s+)?)?(?:decid|renew|cancel|order|giv|hand|award|grant|mad|set|announc|confirm|said|pass|drop|pull|been|not\b|pick|greenlight|greenlit|axe|axes|axed|scrap"
    r"|series\b|sets\b|original"
    r"|(?:gave|made|kept|brought|will|would|is|was)\b|(?:pass|giv|hand|mak|dropp?|end|keep|bring|clos|reviv|rescu|sav|dat|unveil|releas|stream|pull|land|confirm|announc|say)(?:e?[sd]|ing)\b)",
    re.IGNORECASE,
)
# "At 5.4", "to 5 million": a number is no channel.
_BEHIND_NUMBER = re.compile(
    r"[.,/:-]\d|\s?[%/]|\s+(?:million|billion|thousand|percent|per\s+cent|out\s+of|stars?|points?|seasons?|episodes?|hours?|"
    r"days?|weeks?|months?|years?|countries|territories|markets)\b"
)
# Letters of the longest abbreviation that is not also written in small letters.
_SHORT = 3


@cache
def tree() -> WordTree[str]:
    """Return all spellings of platforms."""
    spelled: WordTree[str] = WordTree()
    for names in PLATFORMS.values():
        for name, spellings in names.items():
            for spelling in (name, *spellings):
                spelled.add(spelling, spelling)
    for spelling in SPOKEN:
        spelled.add(spelling, spelling)
    return spelled


def meant(text: str, start: int, end: int, spellings: Sequence[str]) -> str:
    """Return the platform that words name, or an empty text where they are common words."""
    # Signs at the end belong to the name: "Paramount+", "Disney+", "E!".
    written = text[start:end]
    if text[end : end + 1] in {"+", "!"} and written + text[end] in spellings:
        written += text[end]
    exact = [s for s in spellings if s == written or (written.isupper() and s.upper() == written and len(s) > _SHORT)]
    if not exact:
        return ""
    common = written in COMMON
    if common and not (_BEFORE_COMMON.search(text, max(0, start - 12), start) or _BEHIND_COMMON.match(text, end)):
        return ""
    if written.isdecimal() and _BEHIND_NUMBER.match(text, end):
        return ""
    return SPOKEN.get(exact[0]) or canonical(exact[0])
