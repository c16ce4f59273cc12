"""How near whoever publishes or says something stands to the decision."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING

from cliffhanger.domain.platforms import PLATFORMS, canonical
from cliffhanger.domain.vocabulary import Modality, Tier
from cliffhanger.ledger.article_claims import SOURCE as NEWS
from cliffhanger.sources.registry import NAMES

if TYPE_CHECKING:
    from cliffhanger.domain.source import Source

TRADE = frozenset(
    {
        "backstage", "broadcast", "c21media", "deadline", "deadline hollywood", "hollywood reporter", "indiewire",
        "realscreen", "televisual", "the futon critic", "the hollywood reporter", "the wrap", "thewrap", "thr",
        "tvline", "tv line", "variety", "worldscreen",
    }
)  # fmt: skip
"""Papers of the trade, which report from the people who decide; in lower case."""

RUMOURS = frozenset(
    {
        "cosmic book news", "daily star", "giant freakin robot", "inside the magic", "small screen",
        "that hashtag show", "the illuminerdi", "we got this covered", "wegotthiscovered",
    }
)  # fmt: skip
"""Publishers that mostly pass on what they have heard; what they alone tell as a fact changes no state."""

_OWN = ("tudum", "press room", "pressroom", "newsroom", "media centre", "press site")
_NAMES = frozenset(name.casefold() for names in PLATFORMS.values() for name in names)
_DECIDES = re.compile(
    r"\b(?:chief|ceo|president|chair(?:man|woman|person)?|chairperson|head|commissioner|commissioning|controller"
    r"|spokes(?:man|woman|person)|vice[- ]president|svp|evp|executive(?! producer))\b",
    re.IGNORECASE,
)


def of_source(source: str, publisher: str) -> Tier:
    """Return the tier of a source; of an article, that of whoever published it.

    Args:
        source: the source's name, or that of articles.
        publisher: who published it, where that is not the source itself.
    """
    if source in NAMES and source != NEWS:
        metadata: Source = import_module(f"cliffhanger.sources.{source}.source").SOURCE
        return metadata.tier
    name = " ".join(publisher.casefold().split())
    if name in RUMOURS:
        return Tier.RUMOUR
    if name in TRADE:
        return Tier.TRADE
    if canonical(publisher.strip()).casefold() in _NAMES or any(word in name for word in _OWN):
        return Tier.OFFICIAL
    return Tier.PRESS


def of_statement(*, source: str, publisher: str, speaker: str, role: str, modality: str) -> Tier:
    """Return the tier of what somebody said.

    Who decides speaks officially wherever they are quoted, and who makes the
    show speaks as talent; but for the words of nobody in particular the
    publisher stands, and words that are passed on as a rumour are one.

    Args:
        source: where the statement comes from.
        publisher: who published it.
        speaker: who is quoted, or empty.
        role: the speaker's part in the show or office, or empty.
        modality: how it is meant, a word of :class:`~cliffhanger.domain.vocabulary.Modality`.
    """
    told = of_source(source, publisher)
    if modality == Modality.RUMOUR or told is Tier.RUMOUR:
        return Tier.RUMOUR
    if speaker and role:
        return Tier.OFFICIAL if _DECIDES.search(role) else Tier.TALENT
    return told
