"""Whether what a platform picks up goes on there: it may be new, or another platform's that is saved."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_around as around
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.hinted import Hinted, plain
from cliffhanger.reader.marks import PLATFORM, SEASON, SHOW
from cliffhanger.reader.mentions import DateMention

if TYPE_CHECKING:
    from cliffhanger.reader.fate_pieces import Hit
    from cliffhanger.reader.mentions import ShowMention

_OF_PILOT = Hinted(
    r"\bpilots?\b[^.;]{0,80}?\b(?:to|as)\s+(?:an?\s+)?(?:full\s+)?series\b|\bpick(?:s|ed)\s+up\b[^.;]{0,60}?\sto\s+series\b"
    rf"|\bafter\s+{PLATFORM}\s+pass(?:es|ed)?\b"
)
# "Picked up the comedy S, about a choir".
_OF_KIND = re.compile(rf"\b{w.KINDS}\s+$")
# "The canceled P drama S has been picked up".
_CALLED_OFF = re.compile(
    rf"\b(?:the|an?)\s+(?:\w+ly\s+)?(?:cancell?ed|axed)\s+(?:(?:{PLATFORM}|[\w-]+)\s+){{0,4}}[\"'\u2018\u201c]?{SHOW}$",
    re.IGNORECASE,
)
# "Has been given a 13-episode order", "a two-season order".
_EPISODES = re.compile(rf"-episode\s+(?:order|commitment|pick-?up)|{SEASON}\s+(?:order|commitment|pick-?up)")
_PRESENTED = re.compile(r"['\u2019]?,?\s+(?:about|starring|set\s+in|based\s+on|from|created\s+by|in\s+which)\s")
# "Ordered a fourth season of the drama, which was cancelled by P": it is saved.
_STOPPED_IT = r"(?:cancell?ed|axed|dropped|scrapped|shelved|let\s+go(?:\s+of)?|passed\s+on|abandoned|ended|orphaned)"
_FROM_ANOTHER = re.compile(
    rf"(?:[^,;.:{SHOW}]{{0,60}})?(?:,\s+(?:(?:which|that)\s+)?(?:(?:was|had|has|been|recently|just)\s+)*{_STOPPED_IT}\b[^,;.:{SHOW}]{{0,40}}?\s(?:by|at)\s+(?:the\s+)?{PLATFORM}"
    rf"|,\s+(?:which|that)\s+(?:the\s+)?{PLATFORM}\s+(?:(?:had|has|recently|just|abruptly)\s+)*{_STOPPED_IT}\b|[^,;.:{SHOW}]{{0,40}}?\s+after\s+(?:(?:its|the|a)\s+)?(?:{PLATFORM}(?:['\u2019]s?)?\s+)?cancell?ation\b|,?\s+(?:\w+\s+)?after\s+(?:the\s+)?{PLATFORM}\s+(?:had\s+)?{_STOPPED_IT}\s+(?:it|the\s))",
    re.IGNORECASE,
)


def begun(hit: Hit, predicate: Predicate, show: ShowMention, named: bool) -> Predicate | None:  # noqa: FBT001 - a pair is given
    """Return a pick-up as an order where it is a new show's, of a pilot or of what another platform passed on.

    What another platform has cancelled is saved by it. A show that has been running for long is renewed by an order of
    so many episodes; no other order of late is of it where it is not named.
    """
    if predicate is Predicate.ORDERED and _is_running(hit, show):
        return Predicate.RENEWED if _EPISODES.search(hit.match["verb"]) else predicate if named else None
    if predicate is not Predicate.RENEWED:
        return predicate
    if _FROM_ANOTHER.match(hit.rest) or _CALLED_OFF.search(hit.sentence.marked, 0, hit.match.start("subject") + 1):
        return Predicate.RESCUED
    new = _OF_PILOT.search(plain(hit.match.group() + hit.rest)) is not None or _is_new(hit, show)
    return Predicate.ORDERED if new else predicate


def _is_running(hit: Hit, show: ShowMention) -> bool:
    """Whether a show had begun long before it is said to be ordered, where that is not told as long ago."""
    published = hit.sentence.document.published
    if show.begun is None or published is None or show.begun >= published.year - 1:
        return False
    told = around.day(hit.sentence.document, hit)
    dated = SEASON in hit.match["verb"] and any(at > hit.match.start() for at, _ in hit.sentence.all_of(DateMention))
    return not dated and (told is None or told.last.year >= published.year)


def _is_new(hit: Hit, show: ShowMention) -> bool:
    """Whether a show that is picked up is told as one that nobody knows: "picked up the comedy S, about a choir"."""
    picked = hit.match["verb"].startswith("pick") and _OF_KIND.search(hit.match.groupdict().get("object") or "")
    if not picked or SEASON in hit.rest or not _PRESENTED.match(hit.sentence.marked, hit.match.end()):
        return False
    begun, published = show.begun, hit.sentence.document.published
    return begun is None or published is None or begun >= published.year
