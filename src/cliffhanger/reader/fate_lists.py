"""The same fate of many shows, which a sentence counts or only calls by their kind before it names them.

"Five series got the axe: S, S and S after two seasons", "also returning are S (for N) and S (for N)", "gone are S and
the freshman comedy S".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Modality, Predicate
from cliffhanger.reader import modality as meant
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.fate_words import KINDS
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import DATE, PLATFORM, SEASON, SHOW
from cliffhanger.reader.mentions import PlatformMention, ShowMention
from cliffhanger.reader.seasons import CARDINALS, ORDINALS, SeasonWords, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

_SO_MANY = (
    rf"(?:{'|'.join(CARDINALS)}|\d{{1,2}}|several|many|most\s+of"
    r"|(?:a|another)\s+(?:trio|pair|slew|handful|string|raft|batch|number|bunch|host|quartet|dozen)\s+of)"
)
_SHOWS = rf"(?:{KINDS}s?|comedies|freshmen|titles|originals|newcomers)"
_COUNTED = rf"(?:{_SO_MANY}\s+(?:(?:of\s+(?:its|the|their|her|his)|[\w\u2019'-]+)\s+){{0,4}}?{_SHOWS})"
_NAMED = (
    r"(?:\s+after\s+(?:just\s+|only\s+)?(?:\ue001|one)(?:\s+each)?,\s+|[^.;:\ue000]{0,40}?,\s+(?:including|among\s+them|namely)\s+"
    r"|[^.;:,\ue000]{0,30}:\s+|,\s+)"
)
_CANCELS = (
    r"(?:cancel(?:s|led|ed|ing|ling)?|axe[sd]?|axing|scrap(?:s|ped|ping)|drop(?:s|ped|ping)"
    r"|pull(?:s|ed|ing)\s+the\s+plug\s+on|end(?:s|ed)|cut(?:s|ting)?|(?:opted|decided|chosen?|elected)\s+not\s+to\s+(?:renew|bring\s+back|pick\s+up|order\s+more\s+of))"
)
_RENEWS = r"(?:renew(?:s|ed|ing)?|pick(?:s|ed|ing)\s+up|order(?:s|ed)\s+more\s+of|bring(?:s|ing)\s+back|brought\s+back)"
_LEADS = (
    (
        Predicate.CANCELLED,
        Hinted(
            r"\bcancell?ations\b[^.;:\ue000]{0,50}?,\s+(?:among\s+them|including)\s+"
            rf"|\b{_CANCELS}\s+{_COUNTED}{_NAMED}|\b{_COUNTED}\s+(?:were|have\s+been|got|are)\s+(?:the\s+axe?|(?:\w+ly\s+)?(?:cancell?ed|axed|scrapped|dropped))"
            rf"{_NAMED}|(?:^|[.;]\s+)\W*(?:also\s+)?(?:gone|out|cancell?ed|axed|getting\s+the\s+(?:hook|chop|boot|axe?)|not\s+(?:returning|coming\s+back))(?:\s+(?:too|as\s+well|next\s+season|entirely))?\s+(?:are|is|were|was)\s+",
            re.IGNORECASE,
        ),
    ),
    (
        Predicate.ORDERED,
        Hinted(
            rf"\b(?:new\s+)?series\s+(?:orders|pick-?ups|commitments)\s+(?:(?:went|go|were\s+given|{DATE}|on\s+{DATE})\s+)?(?:to|for)\s+(?:{_COUNTED}{_NAMED})?|\b(?:new\s+)?{_SHOWS}\s+(?:pick-?ups|orders)\s+(?:include|are)\s+"
            rf"|\b{_SO_MANY}\s+new\s+{_SHOWS}\s+(?:have\s+been|were|are)\s+(?:ordered|picked\s+up)(?:\s+to\s+series)?(?:\s+(?:for|by)\s+[^.;:,{SHOW}]{{1,30}})?:\s+"
            rf"|\bnew\s+{_SHOWS}\s+(?:ordered|commissioned|greenlit)\s+(?:by|at|for)\s+{PLATFORM}\s+(?:include|are)\s+"
            rf"|\b(?:order(?:s|ed)|greenlit|commission(?:s|ed)|picked\s+up)\s+{_SO_MANY}\s+(?:[\w\u2019'-]+\s+){{0,4}}?(?:new|straight-to-series|first-year)\s+(?:[\w\u2019'-]+\s+){{0,3}}?{_SHOWS}{_NAMED}",
            re.IGNORECASE,
        ),
    ),
    (
        Predicate.RENEWED,
        Hinted(
            r"\bjoin(?:s|ing)?\s+(?=[^.;]{0,200}?,\s+(?:all|each|both)\s+of\s+(?:which|whom|them)\s+(?:were|was|have\s+been)\s+(?:also\s+|already\s+)?(?:renewed|picked\s+up)\b)"
            rf"|\b(?:announc\w+|hand\w*(?:\s+out)?|issu\w+|g[ai]v\w+|grant\w*)\s+(?:[\w-]+\s+){{0,2}}renewals\s+(?:on\s+{DATE}\s+|last\s+\w+\s+|today\s+|{DATE}\s+)?(?:for|to|of)\s+"
            r"|\b(?:despite|after|following|with|and)\s+(?:the\s+|its\s+)?(?:recent|early|earlier|last\s+\w+['\u2019]s)\s+renewals\s+(?:for|of)\s+"
            rf"|\bamong\s+the\s+(?:{_SHOWS}\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_SHOWS}\s+)?(?:coming\s+back|returning|renewed|picked\s+up)(?:\s+(?:to|at|by|on)\s+{PLATFORM})?\s+are\s+"
            rf"|\brenewals\s+(?:also\s+|have\s+)?(?:went|gone|go|were\s+(?:given|handed))\s+to\s+|\b(?:among\s+)?the\s+(?:(?:other|newly)\s+)?renewed\s+{_SHOWS}\s+(?:are|include)\s+"
            r"|\b(?:other|recent|previous|earlier|further)\s+(?:\w+\s+)?renewals\s+(?:include|are|were)\s+"
            rf"|\b{_COUNTED}\s+(?:were|have\s+been|are|got)\s+(?:\w+ly\s+|all\s+)?(?:renewed|picked\s+up|brought\s+back|recommissioned|renewals|pick-?ups)(?:\s+(?:for|by|at)\s+[^.;:,{SHOW}]{{1,30}})?{_NAMED}"
            rf"|\b{_RENEWS}\s+{_COUNTED}{_NAMED}|(?:^|[.;]\s+)\W*(?:also\s+)?(?:renewed|returning|coming\s+back|back|picked\s+up|safe)"
            rf"(?:\s+(?:too|as\s+well|next\s+(?:season|year)|this\s+fall|in\s+the\s+fall|for\s+(?:now|{SEASON})|{DATE}|{SEASON}))*\s+(?:are|is|were|was)\s+",
            re.IGNORECASE,
        ),
    ),
    (
        Predicate.IN_LIMBO,
        Hinted(
            rf"(?:^|[.;]\s+)\W*(?:(?:also|still)\s+){{0,2}}(?:awaiting\s+(?:word|news|a\s+decision|(?:its|their)\s+fates?)|waiting(?:\s+(?:for|on)\s+(?:word|news|a\s+decision))?|on\s+the\s+bubble"
            rf"|in\s+limbo|undecided|up\s+in\s+the\s+air)(?:\s+(?:on|about|of)\s+(?:their|its)\s+(?:fates?|futures?))?\s+(?:are|is)\s+(?:the\s+(?:fates?|futures?)\s+of\s+)?"
            rf"|\b{_SHOWS}\s+(?:remains?|is|are|still)\s+(?:still\s+)?(?:in\s+limbo|undecided|up\s+in\s+the\s+air|on\s+the\s+bubble|without\s+a\s+decision):\s+",
            re.IGNORECASE,
        ),
    ),
)
_ALONE = "|".join((*CARDINALS, *ORDINALS))
_LINK = r"(?:,?\s+(?:and|plus|as\s+well\s+as)\s+|,\s+)"
_ADJECTIVES = (
    r"(?:(?!(?:after|for|was|were|is|are|has|had|will|which|who|but|while|with|says?|said|sets|ends|cancels|axes|drops|orders)\b)"
    r"[\w\u2019'&-]+\s+){0,5}?"
)
_ITEM = re.compile(
    rf"(?:(?:the|its|an?)\s+)?(?P<kind>{_ADJECTIVES})(?P<show>{SHOW})['\u2019\"\u201d]?"
    rf"(?:\s+\((?:for\s+)?(?P<own>{SEASON})\)"
    rf"|\s+\((?:after|following)\s+(?P<ended>{SEASON})\)"
    rf"|,?\s+(?P<how>after|for|through)\s+(?:(?:just|only|its|an?|the)\s+)*(?:(?P<season>{SEASON})|(?P<count>{_ALONE})\b(?=\s*(?:[.,;]|$|and\b)))"
    rf"|,?\s+(?:now|which\s+is|currently)\s+in\s+its\s+(?P<current>{SEASON})"
    rf"|,?\s+which\s+(?:could|may|might)\s+[^,;.{SHOW}]{{0,40}}?(?P<possible>{SEASON}))?"
    rf"(?:\s+(?:on|at)\s+{PLATFORM})?",
)
_ASIDE = re.compile(rf"(?:\s*\([^()]{{0,60}}\)|,\s+(?!and\b)[^,;.:{SHOW}]{{1,90}}(?=,|\s+and\s))")
_ALL_AFTER = re.compile(
    rf"[^.;:{SHOW}]{{0,30}}?\b(?:each|both|all)\s+(?:of\s+(?:them|which|whom)\s+)?(?:(?:were\s+)?in\s+their\s+(?P<current>{SEASON})|after\s+(?:just\s+|only\s+|an?\s+)?(?:(?P<count>{SEASON})|single\b|one\b))"
)
# "S and S, both for a 16th season".
_ALL_FOR = re.compile(
    rf"[^.;:{SHOW}]{{0,5}}?,?\s*(?:each|both|all)\s+(?:of\s+(?:them|which)\s+)?(?:for|heading\s+into|entering)\s+(?:an?\s+|their\s+)?(?P<season>{SEASON})"
)
_COUNT_BEFORE = re.compile(rf"\safter\s+(?:just\s+|only\s+)?(?:(?P<count>{SEASON})|one)(?:\s+each)?,\s+$")
_NEW = re.compile(r"\b(?:freshm[ae]n|first-year|first-season|rookies?)\b", re.IGNORECASE)
_CONFIDENCE = 0.85


@dataclass(frozen=True, slots=True)
class _Item:
    """A show of a list, the season that it is told with, and where its words stand."""

    show: ShowMention
    season: int | None
    place: tuple[int, int]


def find(document: Document, sentence: Sentence) -> Iterator[ArticleClaim]:
    """Yield the fates of the shows that a sentence lists behind the words that tell what becomes of all of them."""
    marked = sentence.marked
    for predicate, lead in _LEADS:
        told = lead.search(marked)
        if told is None or not any(at >= told.end() for at, _ in sentence.all_of(ShowMention)):
            continue
        before = marked[meant.clause_start(marked, told.start()) : told.end()]
        if meant.modality(before, marked) is not Modality.EVENT or meant.is_negated(marked[: told.start()][-40:]):
            continue
        platform = next((m.name for at, m in sentence.all_of(PlatformMention) if at < told.end()), "")
        for item in _items(sentence, told.end(), predicate, first=_NEW.search(told.group()) is not None):
            yield ArticleClaim(
                subject=item.show.subject,
                predicate=predicate,
                season=item.season,
                span=sentence.span(*item.place),
                platform=platform,
                confidence=_CONFIDENCE,
                in_title=document.in_title,
            )


def _items(sentence: Sentence, start: int, predicate: Predicate, *, first: bool) -> Iterator[_Item]:
    marked = sentence.marked
    found: list[tuple[re.Match[str], ShowMention]] = []
    at = start
    while item := _ITEM.match(marked, at):
        show = sentence.show(item.start("show"))
        found.append((item, show))
        at = item.end()
        aside = _ASIDE.match(marked, at)
        link = re.compile(_LINK).match(marked, aside.end() if aside else at)
        if link is None:
            break
        at = link.end()
    ended = _ALL_AFTER.match(marked, at) if found else None
    counted = _COUNT_BEFORE.search(marked, 0, start) if ended is None else None
    all_for = _ALL_FOR.match(marked, at) if found and predicate is Predicate.RENEWED else None
    for item, show in found:
        season = _season(sentence, item, predicate)
        if season is None and all_for is not None:
            season = next(iter(sentence.season(all_for.start("season")).numbers), None)
        if season is None and predicate is Predicate.CANCELLED:
            if ended is not None:
                season = _ended_with(sentence, ended)
            elif counted is not None:
                season = sentence.season(counted.start("count")).count or None if counted["count"] else 1
            elif first or _NEW.search(item["kind"]):
                season = 1
        yield _Item(show, 1 if predicate is Predicate.ORDERED else season, item.span())


def _ended_with(sentence: Sentence, ended: re.Match[str]) -> int | None:
    """Return the last season of all shows of a list: "each after one season", "both of them in their second year"."""
    if ended["current"]:
        return next(iter(sentence.season(ended.start("current")).numbers), None)
    return sentence.season(ended.start("count")).count or None if ended["count"] else 1


def _season(sentence: Sentence, item: re.Match[str], predicate: Predicate) -> int | None:
    """Return the season that an item is told with, or None."""
    if item["current"]:
        numbers = sentence.season(item.start("current")).numbers
        return numbers[-1] + 1 if numbers and predicate is Predicate.IN_LIMBO else None
    if item["own"] or item["possible"] or item["ended"]:
        named = next(key for key in ("own", "possible", "ended") if item[key])
        told = sentence.season(item.start(named))
        counted = told.count or None if predicate is Predicate.CANCELLED else None
        return told.numbers[-1] if told.numbers else counted
    if item["how"] is None or (item["how"] == "after") != (predicate is Predicate.CANCELLED):
        return None
    words: SeasonWords | None = sentence.season(item.start("season")) if item["season"] else None
    if words is None:
        return number(item["count"]) or None
    return words.count or (words.numbers[-1] if words.numbers else None)
