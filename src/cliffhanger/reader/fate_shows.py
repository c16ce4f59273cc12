"""Which shows the words of a fate speak of: those that they name, or the one that "it" or "the drama" means."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_words as w
from cliffhanger.reader.hinted import Hinted, plain
from cliffhanger.reader.marks import SHOW
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.words import in_sentence_case

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.fate_pieces import Hit
    from cliffhanger.reader.sentences import Sentence

# "Before S, the same people made another S, which ended": the first is not what is spoken of.
_BESIDE = Hinted(r"\b(?:before|after|unlike|like|besides|following|since|alongside|than)\s+$", re.IGNORECASE)
# "P renews the S offshoot": what comes from S is spoken of, and has been named before.
_ITS_KIN = re.compile(
    rf"['\u2019]?s?\s+(?:spin-?off|prequel|sequel|offshoot|follow-?up)(?:\s+(?:series|show|drama|comedy))?\b(?!,?\s*[{SHOW}\"'\u2018\u201c])",
    re.IGNORECASE,
)
_WHICH_ONE = re.compile(r"['\u2019]?,\s+which\s+(?:was|is|has)\b")
_OF_A_NAME = re.compile(r"\s+of\s+(?:the\s+)?[A-Z]")
_ONE_DOES = re.compile(r"['\u2019]?(?:,\s[^;:]{1,80}?,)?\s+(?:was|is|has)\b")
_JOINED = re.compile(rf",\s+and\s[^,;{SHOW}]{{0,40}}{SHOW}['\u2019]?$")
_SERIES_OF_IT = re.compile(
    rf"\s+(?:[\w-]+\s+)?(?:series|drama|comedy|show|thriller|spin-?off|prequel)\s+{SHOW}", re.IGNORECASE
)
_WHOSE = re.compile(r",?\s+whose\b", re.IGNORECASE)
# An unknown title is a show's only where the sentence says so: films are ordered too.
_TELEVISION = re.compile(rf"\b{w.KINDS}s?\b|\bcomedies\b|\bTV\b|\bseason\b|\bepisodes?\b", re.IGNORECASE)
_NAMED_AFTER_ALL = re.compile(r"\s+[A-Z][\w\u2019'-]+")
_APPOSED = re.compile(r"['\u2019]?,\s+(?:an?|the|its|once|now|also)\s")
_THE_ORIGINAL = re.compile(r"\W*the\s+original\s+(?:ended|began|was|ran|has|had|concluded)\b", re.IGNORECASE)
# "The series from a French hit, S, which will end".
_RELATIVE = re.compile(rf"{SHOW}[\"'\u2019\u201d]?\s*,?\s+(?:which|that)\s[^,;]*$", re.IGNORECASE)
# "The star of S was let go".
_OF_SOMEBODY = re.compile(
    rf"\b(?:{w.MAKERS}|executive|host|judge|contestant|party|screening|panel|tour|event|podcast|exhibition|concert|taping|trailer|deal|set|budget|date|script|scene|hour|episode|finale|premiere|crossover|location|title|rights|reruns)s?\s+(?:of|on|from|behind|for|with)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_NEAR = 24
_SO_MANY = {"both": 2, "neither": 2, "the pair": 2, "the duo": 2, "the two": 2, "the trio": 3}
_REACH = 110
# Seasons that a show may have in a year.
_A_YEAR = 2
_NOT_MEANT = "not meant"


def find(document: Document, hit: Hit) -> list[tuple[ShowMention, bool]]:
    """Return the shows that a match speaks of, each with whether it is named there.

    Args:
        document: the text.
        hit: where a rule has found a fate.
    """
    sentence, match = hit.sentence, hit.match
    start, end = match.span("subject")
    if start < 0:
        start = end = match.start()
    beside = _BESIDE.search(sentence.marked, max(0, start - _REACH), start)
    if beside and SHOW in sentence.marked[end : match.start("verb")]:
        start, end = end, match.start("verb")
    owner = _WHOSE.match(sentence.marked, end)
    named = [
        sentence.show(at)
        for at in range(start, end)
        if sentence.marked[at] == SHOW and (owner or not sentence.is_kin(at))
    ]
    if beside and len(named) > 1:
        named = named[1:]
    # "Adapted the series from a French hit, T, which will end", "S, the sequel of T, which ended": it is T that does.
    related = _RELATIVE.search(sentence.marked, start, match.start("verb")) if end > start else None
    if related is not None and (not named or sentence.is_kin(related.start())):
        named = [sentence.show(related.start())]
    if not named and SHOW in sentence.marked[start:end]:
        named = _apposed(sentence, start)
        if not named:
            return []
    somebody = _OF_SOMEBODY.search(sentence.marked, max(0, start - _NEAR), start) if end > start else None
    if somebody or _is_of_none(hit, start, named):
        return []
    if named:
        return _named(document, hit, named, (start, end))
    return [(show, False) for show in _meant(document, hit, start, end)]


def _meant(document: Document, hit: Hit, start: int, end: int) -> list[ShowMention]:
    """Return the shows that words between two places mean without naming them: "it", "the drama", "both"."""
    sentence, words = hit.sentence, hit.match["subject"] or ""
    if words in _SO_MANY:
        return _together(document, sentence, start, _SO_MANY[words])
    if end > start and _goes_on(sentence, end):
        return []
    # "The latter" is told by its own words.
    show = document.show_for(sentence, end if words.endswith(("the former", "the latter")) else start)
    far = words.startswith("that ") or hit.match.groupdict().get("ordinal")
    return [] if show is None or (far and not _is_near(document, sentence, show)) else [show]


def _together(document: Document, sentence: Sentence, start: int, count: int) -> list[ShowMention]:
    """Return the shows that "both" means: so many as the sentence before names, and none of its own."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or SHOW in sentence.marked[:start]:
        return []
    named = {m.subject: m for at, m in before.all_of(ShowMention) if m.strong and not before.is_kin(at)}
    return list(named.values()) if len(named) == count else []


def possible(document: Document, sentence: Sentence, show: ShowMention, season: int | None) -> ShowMention | None:
    """Return the show that "the drama" means if it may have had so many seasons, or the one named last before.

    What has just begun is not "the hospital drama" that returns for its 22nd season, and what is said of "it" in the
    same paragraph is not of the new show either.
    """
    others = document.memo.setdefault(_NOT_MEANT, {})
    if not isinstance(others, dict):
        return show
    key = sentence.paragraph, show.subject
    if key in others or not _may_have_had(show, season, document):
        before = next((s for s in reversed(document.sentences[: sentence.index]) if SHOW in s.marked), None)
        last = [m for _, m in before.all_of(ShowMention)][-1] if before else show
        if last.subject == show.subject:
            return show
        return others.setdefault(key, last if last.strong and _may_have_had(last, season, document) else None)
    return show


def _may_have_had(show: ShowMention, season: int | None, document: Document) -> bool:
    begun = show.begun
    if season is None or begun is None or document.published is None:
        return True
    return season <= _A_YEAR * (document.published.year - begun + 2)


def _apposed(sentence: Sentence, start: int) -> list[ShowMention]:
    """Return the show that comes from the one at a place: in "S, a spin-off of T, was cancelled" it is S."""
    before = [(at, m) for at, m in sentence.all_of(ShowMention) if at < start][-1:]
    return [m for at, m in before if _APPOSED.match(sentence.marked, at + 1)]


def _is_of_none(hit: Hit, start: int, named: Sequence[ShowMention]) -> bool:
    """Whether another work is spoken of, "the original", or a name that the catalogue does not know."""
    marked = hit.sentence.marked
    # "Cancelled Somebody's Hour, the drama".
    unlisted = not named and (hit.match.groupdict().get("object") or "").rstrip().endswith(",")
    original = _THE_ORIGINAL.match(marked, start) is not None
    return unlisted or original or w.OTHER_WORK.search(marked, max(0, start - 12), start) is not None


def _is_near(document: Document, sentence: Sentence, show: ShowMention) -> bool:
    """Whether a show is named in a sentence or the one before it: "that series", "a third" look no further back."""
    near = document.sentences[max(0, sentence.index - 1) : sentence.index + 1]
    return any(m.subject == show.subject for s in near for _, m in s.all_of(ShowMention))


def _named(
    document: Document, hit: Hit, named: Sequence[ShowMention], place: tuple[int, int]
) -> list[tuple[ShowMention, bool]]:
    """Return those of the named shows that are meant, or what is meant by "the S offshoot"."""
    sentence, behind = hit.sentence, hit.sentence.marked[place[1] :]
    if _ITS_KIN.match(behind):
        kin = document.show_for(sentence, place[0])
        return [(kin, False)] if kin is not None and kin.subject != named[-1].subject else []
    within = _SERIES_OF_IT.match(behind)
    if within:
        # "Second season of S series T": S is the world it is set in.
        named = [sentence.show(place[1] + within.end() - 1)]
    # "S books a fourth round": there "books" is the verb.
    if w.NOT_THE_SHOW.match(behind) and hit.match.start("verb") not in {place[1], place[1] + 1}:
        return []
    usable = [m for m in named if m.strong or m.quoted or hit.rule.sure]
    if not document.in_title and _ONE_DOES.match(behind) and _JOINED.search(sentence.marked, *place):
        # "Committed to S, and T was given a second season": a verb in the singular is the last one's.
        usable = usable[:-1] if hit.match.start("verb") < place[0] else usable[-1:]
    if len(usable) > 1 and hit.match.start("verb") >= place[1] and _WHICH_ONE.match(behind):
        # "S (Season 3) and T, which was picked up": T alone.
        usable = usable[-1:]
    if _OF_A_NAME.match(behind) and not named[-1].quoted:
        # "The Fall and Rise of Somebody": a name that the catalogue does not know.
        return []
    if w.A_FILM.search(plain(sentence.marked)):
        usable = [m for m in usable if m.names]
    if hit.rule.predicate is Predicate.ORDERED and not _TELEVISION.search(sentence.marked):
        usable = [m for m in usable if m.names]
    return [(m, True) for m in usable]


def _goes_on(sentence: Sentence, end: int) -> bool:
    """Whether a name follows that the catalogue does not know: "the sketch comedy Somebody's Hour"."""
    cased = not sentence.document.in_title or in_sentence_case(sentence.marked)
    return cased and _NAMED_AFTER_ALL.match(sentence.marked, end) is not None
