"""What stands around a word of fate: the platform, the reason, the day, and where its words end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.dates import PartialDate
from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.marks import PLATFORM, SEASON
from cliffhanger.reader.mentions import DateMention, PlatformMention
from cliffhanger.reader.turning import past

if TYPE_CHECKING:
    from cliffhanger.reader.document import Document
    from cliffhanger.reader.fate_pieces import Hit
    from cliffhanger.reader.sentences import Sentence

_ELSEWHERE = re.compile(
    r"\b(?:premier\w*|debut\w*|return(?:s|ed|ing)?|air(?:s|ed|ing)?|season\s+finale|finale|film\w*|shoot\w*"
    r"|launch\w*|drop(?:s|ped)|arriv\w+|run|until|releas\w+|c[ao]mes?\s+out"
    r"|through|since|back\s+in|slated|due|set|stream\w*|begin\w*|began|start\w*)\b",
    re.IGNORECASE,
)
_ELSEWHERE_BEFORE = re.compile(
    r"\b(?:until|through|since|before|premiere|finale|ahead\s+of|after)\s+(?:the\s+|its\s+)?$", re.IGNORECASE
)
# "Premiered on June 24, and P ordered a second": the day is the premiere's.
_OF_AIRING = re.compile(
    r"\b(?:premier\w*|debut\w*|air(?:s|ed)|launch\w*|return(?:s|ed)|arriv\w+|introduced|began|start(?:s|ed)|end(?:s|ed)|finish\w*|wrapp\w+|releas\w+|c[ao]me\s+out|filmed|shot)"
    r"(?:\s+(?:on|in|at|to|back|\ue002)){0,4}\s+$",
    re.IGNORECASE,
)
# "Ends for good on Wednesday": that lies ahead, and is not the day of the news.
_IS_TO_COME = re.compile(r"(?:ends|signs\s+off|bows\s+out|concludes|finishes|wraps)\b", re.IGNORECASE)
# "Finished in March, and T ended": the day is of what was told before.
_CLOSED = re.compile(r",?\s+(?:and|but|while)\s+", re.IGNORECASE)
_AND = re.compile(r"\band\s$", re.IGNORECASE)
_STOPPED = re.compile(r"\b(?:cancel\w+|axed|dropped|scrapped|let\s+go)\b", re.IGNORECASE)
_NEAR = 110
_TO_COME = re.compile(r"\b(?:will|to|set)\b", re.IGNORECASE)
BY_PLATFORM = re.compile(
    rf"\b(?:by|at|on|from|via|to)\s+(?:the\s+)?(?:[\w\u2019'-]+\s+){{0,3}}?{PLATFORM}", re.IGNORECASE
)
_THE_BUYER = re.compile(
    r"\b(?:the|they)\s+(?:\w+\s+)?(?:network|streamer|broadcaster|channel|platform|studio|service|cabler)\b",
    re.IGNORECASE,
)
_TODAY = re.compile(r"\b(?:today|tonight|this\s+(?:morning|afternoon|evening))\b(?!['\u2019]s)", re.IGNORECASE)
_SAYS = re.compile(
    r"(?:\s+(?:on|\ue003|late|has|have|also)){0,3}\s+(?:said|says|announced|confirmed|revealed)\b", re.IGNORECASE
)
_OWNER = re.compile(rf"{PLATFORM}(?:[\u2019']s?)?\s+(?:[\w\u2019'-]+\s+){{0,5}}?$")
_DAYS = 366
_NOT_THE_DAY = ("until", "since", "after", "before")


def platform(hit: Hit) -> str:
    """Return the platform that acts or is meant, by its name in the vocabulary, or an empty text."""
    sentence, match = hit.sentence, hit.match
    if match.groupdict().get("platform"):
        return sentence.platform(match.start("platform")).name
    behind = BY_PLATFORM.search(hit.rest)
    if behind:
        return sentence.platform(match.end() + behind.end() - 1).name
    inside = [m.name for at, m in sentence.all_of(PlatformMention) if match.start() <= at < match.end()]
    if inside:
        return inside[-1]
    if match.group().startswith("it ") or _AND.search(sentence.marked, 0, match.start()):
        # "P said that it has picked up the drama", "P renewed S and gave a second season to T".
        before = [(at, m.name) for at, m in sentence.all_of(PlatformMention) if at < match.start()]
        said = [name for at, name in before if _SAYS.match(sentence.marked, at + 1)]
        return said[-1] if said else before[0][1] if len({name for _, name in before}) == 1 else ""
    owner = _OWNER.search(sentence.marked, max(0, match.start("subject") - 80), max(0, match.start("subject")))
    if owner:
        return sentence.platform(owner.start()).name
    return _platform_meant(sentence) if _THE_BUYER.search(match.group()) else ""


def _platform_meant(sentence: Sentence) -> str:
    """Return the platform that "the streamer" means: the last one named before, if the text has no other."""
    before = {m.name for s in sentence.document.sentences[: sentence.index] for _, m in s.all_of(PlatformMention)}
    return next(iter(before)) if len(before) == 1 else ""


def reason(hit: Hit) -> str:
    """Return the reason that the clause gives for an end, in its own words, or an empty text."""
    behind = w.REASON.search(hit.sentence.marked, hit.match.start("verb"), hit.match.end() + len(hit.rest))
    if behind is None:
        return ""
    start, end = behind.span("reason")
    return hit.sentence.words(start, end)


def day(document: Document, hit: Hit) -> PartialDate | None:
    """Return the day on which it was announced, where the clause says it: a day or a month that is past."""
    sentence, marked = hit.sentence, hit.sentence.marked
    ending = hit.rule.predicate is Predicate.ENDING
    if hit.rule.predicate is Predicate.IN_LIMBO or (ending and _IS_TO_COME.match(hit.match["verb"])):
        return None
    near = sorted(sentence.all_of(DateMention), key=lambda pair: abs(pair[0] - hit.match.start("verb")))
    for at, mention in near:
        if not (_told_behind(hit, at) if at >= hit.match.end("verb") else _told_before(hit, at)):
            continue
        when = past(mention.date, document.published)
        if when.days <= _DAYS and (document.published is None or when.first <= document.published):
            return when
    end = hit.match.end() + len(hit.rest)
    if document.published is not None and _TODAY.search(marked, max(0, hit.match.start() - 30), end):
        return PartialDate(document.published, document.published)
    return None


def _told_behind(hit: Hit, at: int) -> bool:
    """Whether a date behind the verb may be the day of the news."""
    marked, verb = hit.sentence.marked, hit.match.end("verb")
    # "Will conclude with a fifth season on November 26": that is when it ends, not when that was said.
    ahead = hit.rule.predicate is Predicate.ENDING and _TO_COME.search(hit.match.groupdict().get("aux") or "")
    if ahead or at > hit.match.end() + len(hit.rest) or at - verb > _NEAR:
        return False
    # "P has acquired S, which P cancelled in June".
    if hit.rule.predicate is not Predicate.CANCELLED and _STOPPED.search(marked, verb, at):
        return False
    return not _ELSEWHERE.search(marked, verb, at) and not _ELSEWHERE_BEFORE.search(marked[:at])


def _told_before(hit: Hit, at: int) -> bool:
    """Whether a date before the verb may be the day of the news."""
    marked, start = hit.sentence.marked, hit.match.start()
    between = marked[at + 1 : start]
    if len(between) > _NEAR or _ELSEWHERE.search(between) or ";" in between:
        return False
    if marked[max(0, at - 25) : at].strip().casefold().endswith(_NOT_THE_DAY):
        return False
    if _OF_AIRING.search(marked, 0, at) or _CLOSED.match(marked, at + 1):
        return False
    return not hit.sentence.date(at).date.wording.casefold().startswith(_NOT_THE_DAY)


def span_end(hit: Hit) -> int:
    """Return where the words end: behind the last season or platform that belongs to the match."""
    marked, end = hit.sentence.marked, hit.match.end()
    near = re.match(
        rf"\s+(?:(?:for|through|with|after|by|at|on|from|to|a|an|its|the|just|only|of|early|two|more)\s+"
        rf"|[\w-]+\s+){{0,4}}?[{SEASON}{PLATFORM}]"
        rf"(?:\s+(?:by|at|on)\s+{PLATFORM})?",
        marked[end : end + 90],
    )
    return end + near.end() if near else end
