"""The same fate of further seasons and shows, which a clause tells without saying its verb again."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from cliffhanger.domain.vocabulary import Predicate
from cliffhanger.reader import fate_around as around
from cliffhanger.reader.claims import ArticleClaim
from cliffhanger.reader.fate_last import each_after
from cliffhanger.reader.fate_words import LIST
from cliffhanger.reader.marks import DATE, SEASON, SHOW
from cliffhanger.reader.mentions import ShowMention
from cliffhanger.reader.seasons import CARDINALS, LATER, ORDINALS, SeasonWords, number
from cliffhanger.reader.turning import past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.fate_pieces import Hit

# "Renewed for a sixth season in October and for a seventh in July".
_AND_FOR = re.compile(
    rf"[^.;]{{0,70}}?\b(?:and|then)\s+(?:(?:then|later|again)\s+)?for\s+(?:an?\s+|its\s+)?(?:[\w-]+\s+)?(?P<season>{SEASON})"
    rf"(?:\s+(?:in|on)\s+(?P<date>{DATE}))?",
    re.IGNORECASE,
)
_COUNTED = rf"{'|'.join((*CARDINALS, *ORDINALS))}|\d{{1,2}}(?:st|nd|rd|th)"
# "Renews S for a fourth season, T for a second": the verb goes without saying.
_ELIDED = re.compile(
    rf"[^.;:{SHOW}]{{0,60}}?(?:[,;]\s+(?:and\s+)?|\s+and\s+)(?P<show>{SHOW})['\u2019]?,?\s+\(?(?:(?P<to_come>for|through|to\s+its|its|an?(?=\s))|after|at)\s+(?:just\s+|only\s+|an?\s+|its\s+)?"
    rf"(?:(?:[\w-]+\s+)?(?P<season>{SEASON})|(?:[\w-]+-[\w-]+\s+)?(?P<number>{_COUNTED}))\)?"
    r"(?=\s*(?:$|[,.;]|\b(?:and|at|on|by|while|as\s+well|too)\b))",
    re.IGNORECASE,
)
# "Canceled S in D and T in D".
_DATED = re.compile(
    rf"\s+(?:in|on)\s+{DATE}(?:,\s+(?:and\s+)?|\s+and\s+)(?P<show>{SHOW})['\u2019]?\s+(?:in|on)\s+(?P<date>{DATE})"
)
# "Cancelled S, which ran for three seasons, and T, which had two".
_WHICH_RAN = r",?\s+which\s+(?:had\s+)?(?:ran\s+for|run\s+for|lasted|had|got|managed|aired)\s+(?:just\s+|only\s+)?"
_AND_BEHIND = re.compile(
    rf"(?:{_WHICH_RAN}(?:{SEASON}|\w+)|,\s+(?:both|each)\s+after\s+(?:an?\s+)?(?:{SEASON}|single\s+season|\w+)|,\s+(?:starring|with|about)\s[^,;{SHOW}]{{1,60}}),?\s+and\s+(?:[\w\u2019'-]+\s+){{0,4}}?(?P<show>{SHOW})['\u2019]?"
    rf"(?:{_WHICH_RAN}(?:(?P<season>{SEASON})|(?P<number>{'|'.join(CARDINALS)})\b))?"
)
# "Renews S for N, plus T and U", "Cancels S and four more series, including T and U".
_PLUS = re.compile(
    rf"[^.;:{SHOW}]{{0,40}}?(?:,\s+plus\s+|,\s+including\s+|\s+as\s+well\s+as\s+|(?:,)?\s+(?:(?:together|along)\s+with|alongside)\s+)(?P<shows>{LIST})(?=\s*(?:$|[.,;]))(?P<new>,\s+(?:(?:another|also|both|a|two|fellow)\s+){{0,2}}(?:first-year|freshman|rookie)\b)?",
    re.IGNORECASE,
)
# "Renews S N, T N and U N": each with its own season.
_EACH = re.compile(
    rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?P<show>{SHOW})['\u2019]?s?\s+\(?(?P<season>{SEASON})\)?(?=\s*(?:$|[,.;]|\band\b|\bon\b|\bat\b))",
    re.IGNORECASE,
)
_ITS_OWN = re.compile(rf"['\u2019\"\u201d]?s?\s+\(?{SEASON}\)?")
# "A fourth season of S, a third of T and a second season of U": the same is said of all.
_OF = rf"(?:an?|the)\s+(?:[\w-]+\s+)?(?P<season>{SEASON})\s+of\s+(?:[\w\u2019'-]+\s+){{0,5}}?(?P<show>{SHOW})"
_OF_FIRST = re.compile(rf"\s+(?:on\s+)?{_OF}")
_OF_FURTHER = re.compile(
    rf"(?:,\s+(?:and\s+)?|\s+and\s+)(?:(?:an?|the)\s+(?:[\w-]+\s+)?)?(?:(?P<season>{SEASON})|(?P<number>{LATER}))\s+(?:of|for)\s+(?:[\w\u2019'-]+\s+){{0,5}}?(?P<show>{SHOW})"
)

# "Season 5 of S and Season 3 of T were both ordered": the rule has found T.
_OF_EARLIER = re.compile(
    rf"(?P<season>{SEASON})\s+(?:of|for)\s+(?:[\w\u2019'-]+\s+){{0,5}}?(?P<show>{SHOW})['\u2019]?,?\s+(?:(?:and|,)\s+)?(?=(?:(?:an?|the)\s+(?:[\w-]+\s+)?)?{SEASON}\s+(?:of|for)\s)"
)
# "Has not made up its mind about S, now in its second season, or the comedy T".
_OR = re.compile(rf"(?:,\s[^,;.:{SHOW}]{{1,60}},)?\s+or\s+(?:[\w\u2019'-]+\s+){{0,5}}?(?P<show>{SHOW})")

_EXACT = 0.95
_LOOSE = 0.8


def find(document: Document, hit: Hit, predicate: Predicate, shows: Sequence[ShowMention]) -> Iterator[ArticleClaim]:
    """Yield what a clause tells besides of other seasons of its shows, and of other shows.

    Args:
        document: the text.
        hit: the rule's match, whose fate has happened.
        predicate: what it says.
        shows: the shows that it says it of.
    """
    if predicate is Predicate.RENEWED:
        for show in shows:
            yield from _another(document, hit, show)
    if predicate in {Predicate.RENEWED, Predicate.CANCELLED}:
        yield from _elided(document, hit, predicate)
        yield from _plus(document, hit, predicate)
        yield from _dated(document, hit, predicate)
        yield from _and_behind(document, hit, predicate)
    if predicate is Predicate.RENEWED:
        yield from _each(document, hit)
    if predicate in {Predicate.RENEWED, Predicate.IN_LIMBO}:
        yield from _further(document, hit, predicate)
    told = _OR.match(hit.sentence.marked, hit.match.end()) if predicate is Predicate.IN_LIMBO else None
    if told is not None:
        yield from _same(document, hit, predicate, (told.start("show"), told.end()), None)


def _another(document: Document, hit: Hit, show: ShowMention) -> Iterator[ArticleClaim]:
    """Yield the second renewal of a clause that tells of two, with its own day."""
    sentence, end = hit.sentence, hit.match.end()
    again = _AND_FOR.match(hit.rest)
    numbers = sentence.season(end + again.start("season")).numbers if again else ()
    if again is None or not numbers:
        return
    dated = again.start("date") if again["date"] else -1
    yield ArticleClaim(
        subject=show.subject,
        predicate=Predicate.RENEWED,
        season=numbers[-1],
        span=sentence.span(hit.match.start(), end + again.end()),
        platform=around.platform(hit),
        when=past(sentence.date(end + dated).date, document.published) if dated >= 0 else None,
        confidence=_EXACT,
        in_title=document.in_title,
    )


def _elided(document: Document, hit: Hit, predicate: Predicate) -> Iterator[ArticleClaim]:
    """Yield the same of further shows, each with its own season and without the verb."""
    sentence = hit.sentence
    for told in _row(_ELIDED, sentence.marked, hit.match.end()):
        words = sentence.season(told.start("season")) if told["season"] else SeasonWords(0, 0)
        season = number(told["number"]) if told["number"] else words.count or next(iter(words.numbers), 0)
        if season and bool(told["to_come"]) == (predicate is Predicate.RENEWED):
            yield from _same(document, hit, predicate, (told.start("show"), told.end()), season)


def _plus(document: Document, hit: Hit, predicate: Predicate) -> Iterator[ArticleClaim]:
    """Yield the same of the shows that a clause adds at its end."""
    sentence = hit.sentence
    told = _PLUS.match(sentence.marked, hit.match.end())
    for at, _ in sentence.all_of(ShowMention) if told else ():
        if told and told.start("shows") <= at < told.end():
            yield from _same(
                document, hit, predicate, (at, at + 1), 1 if told["new"] and predicate is Predicate.CANCELLED else None
            )


def _dated(document: Document, hit: Hit, predicate: Predicate) -> Iterator[ArticleClaim]:
    """Yield the same of another show, each on its own day, and the season after which it ended where all did alike."""
    told = _DATED.match(hit.sentence.marked, hit.match.end())
    if told is None:
        return
    stopped = predicate is Predicate.CANCELLED
    season = each_after(hit.sentence, told.end()) if stopped else None
    for claim in _same(document, hit, predicate, (told.start("show"), told.end()), season):
        yield replace(claim, when=past(hit.sentence.date(told.start("date")).date, document.published))


def _and_behind(document: Document, hit: Hit, predicate: Predicate) -> Iterator[ArticleClaim]:
    """Yield the same of another show behind what is told of the first, and how many seasons it had."""
    told = _AND_BEHIND.match(hit.sentence.marked, hit.match.end())
    if told is None:
        return
    season = number(told["number"]) if told["number"] else None
    season = hit.sentence.season(told.start("season")).count or None if told["season"] else season
    yield from _same(
        document, hit, predicate, (told.start("show"), told.end()), season if predicate is Predicate.CANCELLED else None
    )


def _each(document: Document, hit: Hit) -> Iterator[ArticleClaim]:
    """Yield the renewals of further shows of a row, each of which stands with its season."""
    own = _ITS_OWN.match(hit.sentence.marked, hit.match.end())
    for told in _row(_EACH, hit.sentence.marked, own.end() if own else hit.match.end()):
        numbers = hit.sentence.season(told.start("season")).numbers
        if numbers and numbers[0] > 1:
            yield from _same(document, hit, Predicate.RENEWED, (told.start("show"), told.end()), numbers[0])


def _further(document: Document, hit: Hit, predicate: Predicate) -> Iterator[ArticleClaim]:
    """Yield the same of the further seasons of other shows that a row names."""
    sentence = hit.sentence
    first = _OF_FIRST.match(sentence.marked, hit.match.end())
    for told in _row(_OF_FURTHER, sentence.marked, first.end() if first else hit.match.end()):
        words = sentence.season(told.start("season")).numbers if told["season"] else (number(told["number"]),)
        if words and words[0] > 1:
            place = told.start("season" if told["season"] else "number"), told.end()
            yield from _same(document, hit, predicate, place, words[0], at=told.start("show"))
    for told in _OF_EARLIER.finditer(sentence.marked, 0, max(hit.match.start(), hit.match.start("subject"))):
        numbers = sentence.season(told.start("season")).numbers
        if numbers and numbers[0] > 1:
            place = told.start("season"), told.start("show") + 1
            yield from _same(document, hit, predicate, place, numbers[0], at=told.start("show"))


def _row(pattern: re.Pattern[str], marked: str, start: int) -> Iterator[re.Match[str]]:
    """Yield a pattern's matches, each right behind the one before."""
    told = pattern.match(marked, start)
    while told:
        yield told
        told = pattern.match(marked, told.end())


def _same(  # noqa: PLR0913 - where it stands and what it says
    document: Document, hit: Hit, predicate: Predicate, place: tuple[int, int], season: int | None, *, at: int = -1
) -> Iterator[ArticleClaim]:
    """Yield the fate of the show at a place, or at the start of the words that tell it, unless it may be none."""
    show = hit.sentence.show(at if at >= 0 else place[0])
    if show.strong or show.quoted:
        yield ArticleClaim(
            subject=show.subject,
            predicate=predicate,
            season=season,
            span=hit.sentence.span(*place),
            platform=around.platform(hit),
            confidence=_LOOSE,
            in_title=document.in_title,
        )
