"""Fates that a text tells by pointing at another: "So has S", "as are S and S", "S met the same fate"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import modality as meant
from cliffhanger.reader.fate_words import LIST
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import SEASON, SHOW
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import CARDINALS, number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.reader.claims import ArticleClaim
    from cliffhanger.reader.sentences import Sentence

_DESCRIBED = rf"(?:(?!(?:for|with|after|when|that)\b)[\w\u2019'&-]+\s+){{0,6}}?[\"'\u2018\u201c]?(?P<shows>{LIST})"
_SHOW = rf"(?P<shows>{SHOW})['\u2019\"\u201d]?"
_OPENS = r"(?:^|[.;,\u2014]\s+(?:and\s+)?|\band\s+)\W*"
_FATES = frozenset({Predicate.RENEWED, Predicate.CANCELLED, Predicate.IN_LIMBO, Predicate.ENDING, Predicate.ORDERED})


@dataclass(frozen=True, slots=True)
class _Pointer:
    """Words that point at a fate, whether they carry its season along, and at which fates they may point."""

    pattern: Hinted
    same_season: bool = False
    fates: frozenset[Predicate] = _FATES


_POINTERS = (
    _Pointer(
        Hinted(rf"{_OPENS}(?:so|as)\s+(?:has|have|had|is|are|was|were|will|did|do|does)\s+{_DESCRIBED}", re.IGNORECASE),
        same_season=True,
    ),
    _Pointer(
        Hinted(rf"\b(?:did|does|do|done|doing)\s+the\s+same\s+(?:for|to|with)\s+{_DESCRIBED}", re.IGNORECASE),
        same_season=True,
    ),
    _Pointer(
        Hinted(rf"{_OPENS}the\s+same\s+(?:goes|is\s+true|went)\s+(?:for|of)\s+{_DESCRIBED}", re.IGNORECASE),
        same_season=True,
    ),
    _Pointer(Hinted(rf"{_SHOW}\s+(?:will|has|is|was|did),?\s+too(?=[.,;]|$)", re.IGNORECASE), same_season=True),
    # "S followed in May": behind cancellations an end, behind anything else a premiere.
    _Pointer(
        Hinted(rf"^\W*{_SHOW}\s+followed\b(?=[^;{SHOW}]*$)", re.IGNORECASE), fates=frozenset({Predicate.CANCELLED})
    ),
    _Pointer(
        Hinted(
            rf"{_SHOW}(?:,\s[^,;{SHOW}]{{1,60}},)?\s+(?:(?:also|soon|has|had|have|now|then|later|recently)\s+){{0,3}}(?:(?:met|meets?|suffer(?:s|ed)|shar(?:es|ed))\s+"
            r"(?:the\s+same|a\s+similar|that|its|his|her|their)\s+fate|gone\s+the\s+same\s+way|went\s+the\s+same\s+way)\b",
            re.IGNORECASE,
        )
    ),
    _Pointer(
        Hinted(
            rf"\b(?:the\s+same|a\s+similar)\s+fate\s+(?:befell|befalls|has\s+befallen|struck|met|hit)\s+{_DESCRIBED}",
            re.IGNORECASE,
        )
    ),
)
_SEASON_BEHIND = re.compile(
    rf"['\u2019\"\u201d]?,?\s+(?:followed\s+[^.;{SHOW}{SEASON}]{{0,40}}?)?(?:(?:for|with|after)\s+)?(?:(?:its|an?|the|just|only)\s+){{0,2}}(?P<season>{SEASON})"
)
_AFTER = re.compile(
    rf"\s+after\s+(?:just\s+|only\s+)?(?:(?P<season>{SEASON})|(?P<number>{'|'.join(CARDINALS)})\b)", re.IGNORECASE
)
# "Both were in their first seasons", "it lasted two": said of what the sentence before stops.
_THEY_HAD = Hinted(
    r"^\W*(?:both|each|all|it|the\s+(?:pair|two|(?:[\w\u2019'-]+\s+){0,3}(?:show|series|drama|comedy|sitcom|thriller|dramedy)))(?:\s+of\s+(?:them|the\s+\w+))?\s+(?:(?:had|has|have|will\s+have)\s+)?(?:(?:now|so\s+far|just|already)\s+)?"
    r"(?:(?:(?:is|are|was|were)\s+)?(?:now\s+|currently\s+|still\s+)?in\s+(?:its|their)|(?P<over>lasted|ran(?:\s+for)?|run(?:\s+for)?)|had|got|aired|produced|made|completed)\s+(?:just\s+|only\s+)?"
    rf"(?:(?P<season>{SEASON})|(?P<first>first|one|rookie|freshman|debut)\s+(?:years?|season)\b|(?P<second>second|sophomore)\s+years?\b|(?P<number>two|three|four|five|six|seven|eight|nine|ten)(?=\s*[.,;]))",
    re.IGNORECASE,
)
# "The former leaves after four seasons, the latter after three": of the two that the sentence before stops.
_FORMER_LATTER = Hinted(
    rf"^\W*the\s+former\s+[^.;{SHOW}{SEASON}]{{0,40}}?(?:(?:after|for)\s+)?(?:just\s+|only\s+)?(?P<former>{SEASON})[^.;{SHOW}{SEASON}]{{0,40}}?\bthe\s+latter\s+[^.;{SHOW}{SEASON}]{{0,30}}?(?:(?P<number>{'|'.join(CARDINALS)})\b|(?P<latter>{SEASON}))",
    re.IGNORECASE,
)
_STOPPED = frozenset({Predicate.CANCELLED, Predicate.ENDING})
_NUMBERED = _STOPPED | {Predicate.RENEWED, Predicate.IN_LIMBO}
_PAIR = 2
# Letters into a sentence within which it still may point at the one before: "Last week it did the same for S".
_OPENING = 25
# Letters before a pointer in which a negation is its own.
_NEGATED = 40
_CONFIDENCE = 0.85


def find(sentence: Sentence, before: Sequence[ArticleClaim], own: Sequence[ArticleClaim]) -> Iterator[ArticleClaim]:
    """Yield the fates that a sentence says are like the last one told.

    Args:
        sentence: the sentence.
        before: what the sentence before it tells.
        own: what this one tells in words of its own.
    """
    yield from _former_and_latter(sentence, before)
    yield from _they_had(sentence, before)
    for pointer in _POINTERS:
        told = pointer.pattern.search(sentence.marked)
        if told is None or meant.is_negated(sentence.marked[max(0, told.start() - _NEGATED) : told.start()]):
            continue
        like = _pointed_at(sentence, told, pointer, before, own)
        known = {claim.subject for claim in own if claim.season is not None}
        for at, show in sentence.all_of(ShowMention) if like else ():
            if like and told.start("shows") <= at < told.end("shows") and show.strong and show.subject not in known:
                yield replace(
                    like,
                    subject=show.subject,
                    season=_season_behind(sentence, at)
                    or _season_after(sentence, told.end())
                    or (like.season if pointer.same_season else None),
                    span=sentence.span(*told.span()),
                    when=None,
                    reason="",
                    details={},
                    confidence=_CONFIDENCE,
                )


def may_follow(sentence: Sentence) -> bool:
    """Whether a sentence may count the seasons of what the one before it stops."""
    return _THEY_HAD.may_be_in(sentence.marked)


def _former_and_latter(sentence: Sentence, before: Sequence[ArticleClaim]) -> Iterator[ArticleClaim]:
    """Yield the ends that the sentence before tells of two shows, each with its own season."""
    told = _FORMER_LATTER.search(sentence.marked)
    stopped = [c for c in before if c.predicate in _STOPPED and c.modality is Modality.EVENT and c.season is None]
    if told is None or len(stopped) != _PAIR or stopped[0].subject == stopped[1].subject:
        return
    former = sentence.season(told.start("former")).count
    latter = number(told["number"]) if told["number"] else sentence.season(told.start("latter")).count
    for claim, season in zip(stopped, (former, latter), strict=True):
        if season:
            yield replace(claim, season=season, span=sentence.span(*told.span()))


def _they_had(sentence: Sentence, before: Sequence[ArticleClaim]) -> Iterator[ArticleClaim]:
    """Yield the fates that the sentence before tells without a season, with the one that this sentence counts."""
    told = _THEY_HAD.search(sentence.marked)
    vague = [c for c in before if c.modality is Modality.EVENT and c.season is None and c.predicate in _NUMBERED]
    if told is None or not vague or SHOW in sentence.marked[: told.end()]:
        return
    several = told.group().lstrip().casefold().startswith(("both", "each", "all", "the pair", "the two"))
    if several != (len({c.subject for c in vague}) > 1):
        return
    words = sentence.season(told.start("season")) if told["season"] else None
    season = (words.count or (words.numbers[-1] if words.numbers else 0)) if words else 0
    season = season or (1 if told["first"] else 2 if told["second"] else number(told["number"] or ""))
    for claim in vague if season else ():
        # What is renewed after so many seasons, or waits, is the next one.
        to_come = claim.predicate not in _STOPPED
        if not (to_come and told["over"]):
            yield replace(claim, season=season + to_come, span=sentence.span(*told.span()))


def _pointed_at(
    sentence: Sentence,
    told: re.Match[str],
    pointer: _Pointer,
    before: Sequence[ArticleClaim],
    own: Sequence[ArticleClaim],
) -> ArticleClaim | None:
    """Return the last fate told before a pointer: in its own sentence, else in the one before where it opens this."""
    offset = sentence.span(*told.span()).start
    earlier = [c for c in own if c.span is not None and c.span.start < offset]
    earlier = earlier or (list(before) if told.start() <= _OPENING else [])
    shows = {show.subject for at, show in sentence.all_of(ShowMention) if told.start("shows") <= at < told.end("shows")}
    like = [c for c in earlier if c.predicate in pointer.fates and c.modality is Modality.EVENT]
    return like[-1] if like and like[-1].subject not in shows else None


def _season_after(sentence: Sentence, end: int) -> int | None:
    """Return after how many seasons a show met the fate that words point at: "met the same fate after seven"."""
    after = _AFTER.match(sentence.marked, end)
    if after is None:
        return None
    return (number(after["number"]) if after["number"] else sentence.season(after.start("season")).count) or None


def _season_behind(sentence: Sentence, show: int) -> int | None:
    """Return the season that stands behind a show's place: "so is S, for a third season"."""
    behind = _SEASON_BEHIND.match(sentence.marked, show + 1)
    words = sentence.season(behind.start("season")) if behind else None
    return words.count or (words.numbers[-1] if words.numbers else None) if words else None
