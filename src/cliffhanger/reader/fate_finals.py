"""Endings that a sentence takes for granted: "the show's fifth and final season"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import modality as meant
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import PLATFORM, SEASON, SHOW
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import SeasonWords

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

_NUMBERED = re.compile(rf"{SHOW}['\u2019]?\s?{SEASON}")
# Right before the season, and right behind it: whose last one it is.
_OWNED = re.compile(rf"{SHOW}(?:['\u2019]s?|\s[^.;:{SHOW}]{{0,60}}?\b(?:its|their|with\s+a))?\s+(?:[\w-]+\s+)?$")
_OF_SHOW = re.compile(rf"\s+of\s+(?:the\s+)?(?:[\w\u2019'-]+\s+){{0,3}}?{SHOW}")
_CALLED_LAST = re.compile(
    rf"(?:\s+(?:at|on)\s+{PLATFORM}|\s+of\s+\w+\s+episodes)?\s*(?:,|\(|which|that|and|will|would|is|was|to|be|remains|the|its|their|(?:show|series)['\u2019]s|serve|as|also|\s){{1,12}}(?:(?:final|last)\b(?!\s+(?:year|month|week|night|summer|spring|fall|autumn|winter|time|before|with|to\s+(?:be\s+\w+|feature|film|shoot|star|use|air))\b)"
    r"|swan\s+song\b|(?:conclude|end|close|finish|wrap\s+up)\s+(?:the|its)\s+(?:series|show|story|saga|run|drama|comedy)\b)"
    r"|,?\s+(?:and|but)\s+(?:said\s+)?that\s+it\s+(?:(?:will|would)\s+be|is)\s+(?:the\s+(?:show|series|drama|comedy|sitcom)['\u2019]s?|its|the)\s+(?:last|final)\b"
    rf"|,\s[^,;.:{SHOW}]{{1,80}},\s+(?:remains|is|was|will\s+be|is\s+to\s+be)\s+(?:the|its)\s+(?:last|final)\b(?!\s+\w+\s+(?:in|on|to)\b)"
    rf"|,?\s+(?:which|that)\s+(?:[\w{PLATFORM}]+\s+){{1,4}}?(?:said|says|announced|confirmed|promised)\s+(?:will|would|is\s+to)\s+be\s+(?:its|the)\s+(?:last|final)\b"
    rf"|,?\s+which\s+[^.;,{SHOW}{SEASON}]{{1,60}}?\s+and\s+(?:was|is|will\s+be)\s+(?:its|the)\s+(?:last|final)\b"
    rf"|[^.;:{SHOW}{SEASON}]{{0,60}}?\bthat\s+will\s+bring\s+(?:the|its)\s+(?:story|series|show|saga|drama|comedy)\s+to\s+(?:an?|its)\s+(?:close|end)\b"
    r"|,\s+(?:with\s+)?the\s+latter\s+(?:to\s+be|being|will\s+be)\s+(?:its|the)\s+(?:last|final)\b"
    rf"|\s+of\s+(?:[\w\u2019'-]+\s+){{0,4}}?{SHOW}['\u2019\"\u201d]?,\s+(?:(?:already|previously|which)\s+)?(?:announced\s+as\s+|(?:will\s+be|is|was)\s+)?(?:the|its)\s+(?:last|final)\b(?=\s*(?:[.,;]|$|one\b|there\b))"
    r"|,?\s+(?:although|though|but|and|which)\s+(?:that\s+one|it|this\s+one|that|this)?\s*(?:will\s+be|is)\s+(?:the|its)\s+(?:final|last)\b"
    r"|\s*[:\u2013\u2014-]\s*(?:the\s+)?(?:final|last)\s+(?:chapter|season|run|ride|bow|act)\b",
    re.IGNORECASE,
)


# "The final season of S, its sixth", "in its final season, its sixth".
_NUMBERED_BEHIND = re.compile(
    rf"(?:\s+of\s+(?:[\w\u2019'-]+\s+){{0,4}}?{SHOW}['\u2019\"\u201d]?)?,\s+(?:its|the)\s+(?P<season>{SEASON})"
)
# "Will not begin filming the final season until": no "not" of its being the last.
_NOT_MADE_YET = re.compile(
    r"(?:\bnot|n[\u2019']t)\s+(?:begin|start|resume|film|shoot|air|premiere|stream|return\s+with|see|watch|know|get)\w*\s",
    re.IGNORECASE,
)
# "It is the turn of You, whose fifth and last season lands in April": so You is a show.
_WHOSE = re.compile(r",\s+whose\s")
_AFTER_RELATIVE = re.compile(r"^.*,\s+(?:when|where)\s", re.IGNORECASE)
# "Scraps the fourth and final season of S": it ended before.
_SCRAPPED = re.compile(
    r"\b(?:scrap\w*|cancel\w*|ax(?:es|ed|ing)|drop(?:s|ped|ping)|shelv\w+|revers\w+|(?:took|takes?|taking|going)\s+back(?:\s+on)?)\s+"
    r"(?:(?:its|the|a|plans\s+for|planned|order\s+for)\s+){0,3}$",
    re.IGNORECASE,
)
_IT_IS_LAST = Hinted(
    r"\b(?:it|that|this|that\s+(?:one|season))\s+(?P<is>would|will|is)\s+(?:to\s+)?(?:also\s+)?(?:be\s+)?(?:the|its)\s+(?:last|final)(?:\s+(?:one|season|run))?\s*(?:[.,;]|$)",
    re.IGNORECASE,
)


def _beside_show(sentence: Sentence) -> tuple[int, ...]:
    """Return the season of a headline's "S 5: Final Season Begins Filming"."""
    beside = _NUMBERED.search(sentence.marked)
    return sentence.season(beside.end() - 1).numbers if beside else ()


def _of_show(sentence: Sentence, at: int) -> bool:
    """Whether a last season without a number stands with its show: "S's final season", "the final season of S"."""
    marked = sentence.marked
    return bool(_OWNED.search(marked, 0, at) or _OF_SHOW.match(marked, at + 1))


def _without_number(document: Document, sentence: Sentence, at: int) -> Iterator[ArticleClaim]:
    """Yield the ending that such words take for granted; the season is the one that the text elsewhere numbers."""
    marked = sentence.marked
    behind = _OF_SHOW.match(marked, at + 1)
    owner = _OWNED.search(marked, 0, at)
    show = sentence.show(behind.end() - 1 if behind else owner.start() if owner else at)
    how = meant.modality(marked[meant.clause_start(marked, at) : at], marked)
    if not (show.strong or show.quoted) or how is not Modality.EVENT or meant.is_negated(marked[max(0, at - 40) : at]):
        return
    yield ArticleClaim(
        subject=show.subject,
        predicate=Predicate.ENDING,
        season=document.season_meant(sentence.season(at), show.subject),
        span=sentence.span(min(at, owner.start() if owner else at), (behind.end() if behind else at + 1)),
        confidence=0.75,
        in_title=document.in_title,
    )


def may_follow(sentence: Sentence) -> bool:
    """Whether a sentence may call the season that the one before it numbers the last."""
    return _IT_IS_LAST.may_be_in(sentence.marked)


def _of_the_one_before(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the ending with the season that the sentence before numbers: "Kripke said that it would be the last"."""
    told = _IT_IS_LAST.search(sentence.marked)
    if told is None or not sentence.index or any(w.numbers for _, w in sentence.all_of(SeasonWords)):
        return
    before = document.sentences[sentence.index - 1]
    numbers = [(at, w.numbers) for at, w in before.all_of(SeasonWords) if w.numbers]
    show = document.show_for(before, numbers[-1][0]) if numbers else None
    how = meant.modality(
        sentence.marked[meant.clause_start(sentence.marked, told.start()) : told.start("is")], sentence.marked
    )
    if show is None or before.paragraph != sentence.paragraph or how is not Modality.EVENT or SHOW in sentence.marked:
        return
    yield ArticleClaim(
        subject=show.subject,
        predicate=Predicate.ENDING,
        season=numbers[-1][1][-1],
        span=sentence.span(*told.span()),
        confidence=0.75,
        in_title=document.in_title,
    )


def find(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield endings that a sentence takes for granted: "the show's fifth and final season"."""
    yield from _of_the_one_before(document, sentence)
    for at, words in sentence.all_of(SeasonWords):
        numbered = words.numbers if words.final else ()
        if words.final and not numbered and document.in_title:
            numbered = _beside_show(sentence)
        behind_it = _NUMBERED_BEHIND.match(sentence.marked, at + 1) if words.final and not numbered else None
        if behind_it is not None:
            numbered = sentence.season(behind_it.start("season")).numbers
        if not numbered and words.final and _of_show(sentence, at):
            yield from _without_number(document, sentence, at)
            continue
        if not numbered:
            told = _CALLED_LAST.match(sentence.marked, at + 1)
            numbered = words.numbers if told else ()
        if not numbered:
            continue
        before = [
            (place, m)
            for place, m in sentence.all_of(ShowMention)
            if place < at and (m.strong or m.quoted or _WHOSE.match(sentence.marked, place + 1))
        ]
        behind = re.match(rf"\s+(?:of|for)\s+(?:[\w\u2019'-]+\s+){{0,4}}?{SHOW}", sentence.marked[at + 1 :])
        show = (
            sentence.show(at + behind.end()) if behind else before[-1][1] if before else document.show_for(sentence, at)
        )
        lead = _AFTER_RELATIVE.sub("", sentence.marked[meant.clause_start(sentence.marked, at) : at])
        how = meant.modality(lead, sentence.marked)
        lead = _NOT_MADE_YET.sub(" ", lead)
        if show is None or how is Modality.HYPOTHETICAL or meant.is_negated(lead[-40:]) or _SCRAPPED.search(lead):
            continue
        yield ArticleClaim(
            subject=show.subject,
            predicate=Predicate.ENDING,
            season=numbered[-1],
            span=sentence.span(at, at + 1),
            modality=how,
            confidence=0.8 + (0.05 if behind or before else 0.0),
            in_title=document.in_title,
        )
