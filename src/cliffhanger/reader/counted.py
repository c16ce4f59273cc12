"""Episodes that are counted apart from the words of their season: "The eight episodes", "It has six episodes".

Such a count is a whole season's, or none: "premieres with two episodes" tells
how many come first, so that a number behind "with" counts only where it is
too high for that. The season is the one told last before; where two could be
meant, or where it was only just ordered and the episodes are out already,
nothing is said.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from cliffhanger.reader.counted_words import ADJECTIVES, EPISODES, HAS, IN_TOTAL, NUMBER
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import PLATFORM as P
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.seasons import FIRST_TO_TENTH, LATER, SeasonWords, number
from cliffhanger.reader.sieves import Sieve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

_FEWEST = 6
_A_FEW = 3
_OF_SHOW = rf"(?:\s+of\s+(?:{P}['\u2019]s?\s+|(?:the|its)\s+)?(?:[a-z-]+\s+){{0,3}}{S})?"
_GAP = rf"[^;:!?{N}{S}]{{0,110}}?"


class Counted(NamedTuple):
    """A count of episodes.

    Attributes:
        start: first place in ``marked`` of the words that say it.
        end: the place behind the last.
        worded: the number, in figures or words.
        season: the season's number, or None for the series.
    """

    start: int
    end: int
    worded: str
    season: int | None


def _rule(pattern: str) -> Hinted:
    return Hinted(pattern, re.IGNORECASE)


# "Season 2 premiered on D and had ten episodes"; "ends on D, after ten episodes".
_HAD = _rule(rf"(?P<season>{N}){_OF_SHOW}(?P<gap>{_GAP})(?:,|\band|\u2014)\s+(?:it\s+)?{HAS}\s+{IN_TOTAL}{EPISODES}")
_WITH = _rule(rf"(?P<season>{N}){_OF_SHOW}(?P<gap>{_GAP})[, ]\s*(?:with|over|across|after)\s+{IN_TOTAL}{EPISODES}")
_RELATIVE = _rule(rf"(?P<season>{N})(?:['\u2019]s?\s+|{_OF_SHOW}\s+{HAS}\s+{IN_TOTAL}){EPISODES}")
# "The eight episodes of the first premiered in May".
_ELLIPTIC = _rule(
    rf"\b(?:all|the)\s+{NUMBER}\s+{ADJECTIVES}episodes\s+of\s+the\s+(?P<ordinal>{FIRST_TO_TENTH})"
    r"(?=\s+(?:premiered|were|are|came|arrived|dropped|debuted|aired|began|ran|landed)\b|"
    r"[,.;])"
)
_THINGS = r"(?:episodes|instal+ments|chapters)"
# "All eight episodes", "the last of its ten installments", "two of the six episodes": a definite number is the whole.
_DEFINITE = _rule(
    rf"(?:\b(?P<all>all(?:\s+of)?(?:\s+(?:the|its|their))?|its|their|whose|th(?:e|is)\s+season['\u2019]s|the\s+(?:show|series|drama)['\u2019]s)"
    rf"|(?P<whose>{S})['\u2019]s?|\b(?P<of>of\s+the)|\bthe)\s+{NUMBER}\s+{ADJECTIVES}{_THINGS}\b(?!\s+(?:of|in|from|for)\s+(?:(?:the|its|{S}['\u2019]?s?)\s+)?(?:{N}|(?:{LATER}|first)\b))"
    r"(?!\s+(?:left|still|remaining|so\s+far|already|each|per|every|ago|later|that\s+(?:have|aired|were|he|she|we|they|I|critics)|which\s+(?:he|she|we|they|I)|"
    r"sent|made|directed|written|provided|screened|shown|seen|filmed|shot|under|to\s+(?:go|come)|have\s+(?:aired|been))\b)"
)
_TO_COME = re.compile(
    r"\b(?:will|set\s+to|due)\b|(?:episodes|instal+ments|chapters)\s+(?:arrive|come|drop|premiere|debut|land|launch|air|roll|stream)\b",
    re.IGNORECASE,
)
_PRONOUN = _rule(
    rf"^\W*(?:(?P<it>it)|(?:the|that|this)\s+(?:new\s+|second\s+|first\s+)?(?:season|run|series))\b(?P<gap>{_GAP})\s"
    rf"{HAS}\s+{IN_TOTAL}{EPISODES}"
)
# A series that tells nothing of seasons: "S ran for ten episodes".
_SERIES = _rule(
    rf"(?:\b(?:finished|ended|wrapped(?:\s+up)?|concluded|closed)\b[^;.]{{0,40}}?\s+after|^\W*(?:told\s+)?(?:over|across|through)(?:\s+its)?|\b(?:ran\s+for|lasted(?:\s+for)?|unfold(?:s|ed)\s+(?:over|across|in)|play(?:s|ed)\s+out\s+(?:over|across)|"
    rf"(?:tells|told)\s+its\s+story\s+(?:in|over|across)|(?:is|was)\s+told\s+(?:in|over|across)|"
    rf"consist(?:s|ed)\s+of))\s+{IN_TOTAL}{EPISODES}"
)
_OPENED = _rule(
    rf"{S},?\s+(?:which\s+)?(?:premiere[sd]|debut(?:s|ed)|launche[sd]|arrive[sd]|began|begins|opened)\b(?P<gap>{_GAP}),"
    rf"\s+with\s+{IN_TOTAL}{EPISODES}"
)
# "The finale capped a ten-episode season"; "a ten-episode order".
_LONG = _rule(
    rf"\b(?:the|an?|its|this|that|another|for)\s+(?:[a-z]+,?\s+)?{NUMBER}[\s-](?:episode|part)\s+(?:[a-z-]+\s+){{0,2}}?"
    r"(?P<what>season|series(?:\s+order)?|run|order|pickup|commission|drama|comedy|thriller|mystery)\b(?!\s+(?:as\b|of\s+(?:guest|the\s+character)\b|(?:from\s+[^,;.]{1,30}\s)?(?-i:for\s+(?!Season)[A-Z])))"
)
# "Six new episodes have been commissioned"; "has ordered ten episodes".
_ORDERED = _rule(
    rf"(?:^\W*{NUMBER}\s+{ADJECTIVES}episodes\s+(?:have|has)\s+been\s+(?:ordered|commissioned|greenlit|green-lit)\b|"
    rf"\b(?:has|have|had|{P})\s+(?:ordered|commissioned|greenlit|green-lit)\s+(?P<active>\d{{1,3}}|[a-z]+)\s+{ADJECTIVES}"
    r"episodes\b(?!\s+of\b))"
)
_THERE = _rule(
    rf"(?:^\W*|[,;:]\s+(?:and\s+)?)there\s+(?P<will>will\s+be|are|were)\s+{IN_TOTAL}{NUMBER}\s+{ADJECTIVES}episodes"
    r"(?:\s+(?:in\s+(?:all|total|the\s+(?:season|series)|this\s+season)|this\s+(?:season|time|year)|altogether))?(?=[.,;:]|\s*$)"
)
# "Its seventh and last episode".
_LAST = _rule(rf"\b(?P<count>{LATER})\s+and\s+(?:last|final|concluding)\s+(?:episode|instal+ment|chapter)\b")
_OUT_OF = _rule(
    rf"\b(?:[a-z]+|\d+)\s+(?:episodes\s+out\s+of\s+(?:its\s+|the\s+|a\s+total\s+of\s+)?{NUMBER}(?=[.,;]|\s*$)|out\s+of\s+"
    rf"(?:its\s+|the\s+)?{NUMBER.replace('count', 'total')}\s+episodes\b)"
)
_ASKED = re.compile(r"\bhow\s+many\s+episodes\b[^?]*\?\W*$", re.IGNORECASE)
_ANSWER = _rule(
    rf"^\W*(?:(?:there\s+(?:are|will\s+be)|(?:it|{N}|{S}|the\s+(?:new\s+)?(?:season|series|show))\s+{HAS})\s+)?{IN_TOTAL}"
    rf"{NUMBER}(?:\s+{ADJECTIVES}episodes)?(?:\s+in\s+(?:all|total))?(?=[.,;:]|\s*$)"
)
# "After five seasons and 51 episodes": a number of seasons, and of the episodes of all.
_IN_ALL = (
    _rule(
        rf"(?P<seasons>{N})\s+(?:and|totall?ing|consisting\s+of|comprising|made\s+up\s+of)\s+{IN_TOTAL}{NUMBER}\s+episodes\b"
    ),
    _rule(
        rf"\b{NUMBER}\s+episodes\s+(?:and|across|over|in|through|spread\s+(?:across|over))\s+(?:its\s+|all\s+|the\s+)?"
        rf"(?P<seasons>{N})"
    ),
)
_HAS_HAD = _rule(
    rf"(?:\b(?:it|the\s+(?:series|show|drama|comedy|sitcom))|{S})\s+(?:has|had)\s+(?:now\s+|already\s+|since\s+)?(?:had|run\s+(?:to|for)|"
    rf"aired|reached|produced|lasted)\s+{IN_TOTAL}{NUMBER}\s+episodes\b(?!\s+(?:left|of|so|in)\b)"
)
_OF_SERIES_IN_ALL = Sieve.of((*_IN_ALL, _HAS_HAD))
_SOMEBODY = re.compile(
    r"\b(?:direct\w*|wr[io]t\w*|appear\w*|guest\w*|play\w*|star(?:s|red|ring)?|role|he|she|they|who|host\w*|film\w*|"
    r"produced\s+by|character)\b",
    re.IGNORECASE,
)
# What may not stand between a season and its count: these episodes are no season, or not this one's.
_ELSEWHERE = re.compile(
    r"\b(?:cancel\w*|axe[ds]?|pull(?:ed|s)|yank\w*|scrap\w*|film|movie|special|(?:the|its|their)\s+(?:first|second|third|"
    r"previous|last|next|other|original|predecessor)|director|who|guest|appear\w*|directed|wrote|if|not|would|could|"
    r"might|may|never)\b",
    re.IGNORECASE,
)
_BATCH = re.compile(
    r"\b(?:weekly|followed|the\s+rest|remain\w*|remainder|more|then|part|half|volume|batch|so\s+far|already|left|"
    r"back-to-back|every\s+week|a\s+week|block)\b",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"\b(?:remain\w*|remainder|so\s+far|already|left|back-to-back|filmed|shot|sent|seen|screened|critics)\b",
    re.IGNORECASE,
)
_COMMISSION = re.compile(
    r"\b(?:renew\w*|order\w*|pick\w*|greenl\w*|commission\w*|sav(?:e|es|ed)|rescu\w*|develop\w*|next|could|would|might|may|whether|"
    r"hop(?:e|es|ing)|wait\w*|await\w*|chances?|possib\w+|potential\w*|decisions?|decid\w+|future|talks?|wants?|will\s+there|await|plans?|question\w*)\b|\?",
    re.IGNORECASE,
)
_WHOLE = frozenset({"series", "drama", "comedy", "thriller", "mystery"})
_EACH = re.compile(r"\b(?:each|every|seasons?)\b", re.IGNORECASE)
_NEW = frozenset({"new", "upcoming", "next", "current", "latest", "final"})
_FRESH = re.compile(r"\b(?:new|all-new|brand-new|fresh)\b", re.IGNORECASE)
_NOW = frozenset({"current", "latest"})
_PART_OF = re.compile(r"\b(?:first|last|final|next|another|opening|remaining|other|guest)\s+$", re.IGNORECASE)
_SEASONS = 30


def find(document: Document, sentence: Sentence) -> Iterator[Counted]:
    """Yield the counts of a sentence, with the season that each is of.

    Args:
        document: the document.
        sentence: a sentence that has the word "episodes".
    """
    if N in sentence.marked:
        yield from _beside_seasons(document, sentence)
    yield from _of_all(document, sentence)
    for m in _ELLIPTIC.finditer(sentence.marked):
        yield Counted(m.start(), m.end(), m["count"], number(m["ordinal"]))
    for rule, season_of in _TOLD.through(sentence.marked):
        for m in rule.compiled.finditer(sentence.marked):
            season = season_of(document, sentence, m)
            if season is not None:
                yield Counted(m.start(), m.end(), _worded(m), season or None)
    if not _of_seasons(document, sentence):
        yield from _of_series(sentence)


def is_asked(document: Document, sentence: Sentence) -> bool:
    """Whether the sentence before asks how many episodes there are."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    return before is not None and before.marked.endswith("?") and _ASKED.search(before.marked) is not None


def _beside_seasons(document: Document, sentence: Sentence) -> Iterator[Counted]:
    """Yield what is counted behind the words of its season: "Season 2 premiered on D and had ten episodes"."""
    for rule in (_HAD, _WITH, _RELATIVE):
        for m in rule.finditer(sentence.marked):
            season = _numbered(document, sentence, m)
            if season and not _is_part(m) and (rule is not _WITH or _is_whole(m)):
                yield Counted(m.start(), m.end(), m["count"], season)


def _of_series(sentence: Sentence) -> Iterator[Counted]:
    """Yield what is counted of a whole series."""
    for rule in (_SERIES, _OPENED):
        for m in rule.finditer(sentence.marked):
            if (rule is _SERIES or _is_whole(m)) and not _EACH.search(sentence.marked, 0, m.start()):
                yield Counted(m.start(), m.end(), m["count"], None)


def _of_all(document: Document, sentence: Sentence) -> Iterator[Counted]:
    """Yield the episodes of all seasons together: "five seasons and 51 episodes"; nothing of what somebody did."""
    for rule in _OF_SERIES_IN_ALL.through(sentence.marked):
        for m in rule.compiled.finditer(sentence.marked):
            if _SOMEBODY.search(sentence.marked, 0, m.start()) or _PART_OF.search(sentence.marked, 0, m.start()):
                continue
            words = sentence.season(m.start("seasons")) if rule is not _HAS_HAD else None
            if words is None or (words.count and words.count > 1 and not words.more and not words.numbers):
                yield Counted(m.start(), m.end(), m["count"], None)
    answer = _ANSWER.match(sentence.marked) if is_asked(document, sentence) else None
    season = told(document, sentence, answer.end(), to_come=True) if answer else None
    if answer and season is not None:
        yield Counted(answer.start(), answer.end(), answer["count"], season or None)


def _of_seasons(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence, or the one that it takes up with a pronoun, speaks of a season and not of the series."""
    if any(_known(words) for _, words in sentence.all_of(SeasonWords)):
        return True
    before = document.sentences[sentence.index - 1] if sentence.index else sentence
    return bool(_PRONOUN.match(sentence.marked)) and N in before.marked


def _is_part(m: re.Match[str]) -> bool:
    return bool(_PART_OF.search(m.string, 0, m.start("count")) or _ELSEWHERE.search(m.groupdict().get("gap") or ""))


def _is_whole(m: re.Match[str]) -> bool:
    """Whether a number behind "with" is too high for what comes on the first day alone."""
    return _value(m) >= _FEWEST and not _is_part(m) and not _BATCH.search(m.string, m.start())


def _worded(m: re.Match[str]) -> str:
    named = m.groupdict()
    return named["count"] or named.get("active") or named.get("total") or ""


def _value(m: re.Match[str]) -> int:
    said = _worded(m)
    return int(said) if said.isdecimal() else number(said)


def _known(words: SeasonWords) -> int | None:
    """Return the number of a single season that words name."""
    return words.numbers[0] if len(words.numbers) == 1 and not words.count else None


def _numbered(document: Document, sentence: Sentence, m: re.Match[str]) -> int | None:
    """Return the number of the season at a match; "the new season" is the one that the text is about."""
    words = sentence.season(m.start("season"))
    if words.numbers or words.count:
        return _known(words) if m.re is not _RELATIVE.compiled else None
    if words.which not in _NEW:
        return None
    if words.final:
        return document.season_meant(words)
    return _first(document, to_come=words.which not in _NOW)


def _of_definite(document: Document, sentence: Sentence, m: re.Match[str]) -> int | None:
    """Return the season of "its eight episodes", 0 where the text numbers none, None where it is not certain."""
    sure = bool(m["all"] or m["of"] or m["whose"])
    if _value(m) < (_A_FEW if sure else _FEWEST) or (not sure and _SOME.search(m.string, m.end())):
        return None
    to_come = _TO_COME.search(m.string) is not None
    season = told(document, sentence, m.start(), to_come=to_come)
    if _FRESH.search(m.group()) and document.known_season and not any(sentence.all_of(SeasonWords)):
        season = document.known_season
    # What is out is not of the season that is only awaited.
    if not sure:
        return None if document.open_season and not to_come else season
    return 0 if season is None and (not to_come or "season" in m.group()) else season


def _of_its(document: Document, sentence: Sentence, m: re.Match[str]) -> int | None:
    """Return the season of "six episodes out of eight", as :func:`_of_definite` does."""
    if _value(m) > _SEASONS or _PART_OF.search(m.string, 0, max(m.start("count"), m.start())):
        return None
    return told(document, sentence, m.start(), to_come=True)


def _of_last(document: Document, sentence: Sentence, m: re.Match[str]) -> int | None:
    """Return the season of "its seventh and last episode", as :func:`_of_definite` does."""
    return told(document, sentence, m.start(), to_come=False) or 0


def _of_pronoun(document: Document, sentence: Sentence, m: re.Match[str]) -> int | None:
    """Return the season of "It has six episodes": the one that the sentence before names."""
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if before is None or before.paragraph != sentence.paragraph or _ELSEWHERE.search(m["gap"]):
        return None
    named = {_known(words) for _, words in before.all_of(SeasonWords)}
    # Of a season that was ordered "It has six episodes" is not said, "It will have six episodes" is.
    ordered = m["it"] and _COMMISSION.search(before.marked) and "will" not in m.group()
    return next(iter(named)) if len(named) == 1 and not ordered else None


def _of_long(document: Document, sentence: Sentence, m: re.Match[str]) -> int | None:
    """Return the season of "a ten-episode season", as :func:`_of_definite` does; a short run may be somebody's part."""
    if _value(m) < _FEWEST or _ELSEWHERE.search(m.string, 0, m.start()):
        return None
    what = m["what"].casefold()
    if what in _WHOLE:
        return 0
    season = told(document, sentence, m.start(), to_come=what not in {"season", "run"})
    # "The 20-episode season" is the one that is spoken of, whichever it is.
    return 0 if season is None and m.group().casefold().startswith(("the ", "its ", "this ")) else season


def _of_ordered(document: Document, sentence: Sentence, m: re.Match[str]) -> int | None:
    """Return the season of "has ordered ten episodes", as :func:`_of_definite` does."""
    if _value(m) < _FEWEST or _ELSEWHERE.search(m.string, 0, m.start()):
        return None
    named = {_known(words) for _, words in sentence.all_of(SeasonWords)} - {None}
    if named:
        return next(iter(named)) if len(named) == 1 else None
    return told(document, sentence, m.start(), to_come=True)


def _of_all_there(document: Document, sentence: Sentence, m: re.Match[str]) -> int | None:
    """Return the season of "There are ten episodes", as :func:`_of_definite` does."""
    return told(document, sentence, m.start(), to_come=True) if 1 < _value(m) <= _SEASONS else None


def told(document: Document, sentence: Sentence, place: int, *, to_come: bool) -> int | None:
    """Return the season that was numbered last before a place; 0 where the text numbers none, None where two are."""
    here = {_known(words) for at, words in sentence.all_of(SeasonWords) if at < place} - {None}
    if here:
        sure = len(here) == 1 and (to_come or not _COMMISSION.search(sentence.marked, 0, place))
        return next(iter(here)) if sure else None
    for other in reversed(document.sentences[: sentence.index]):
        if other.paragraph != sentence.paragraph:
            break
        named = {_known(words) for _, words in other.all_of(SeasonWords)} - {None}
        if named:
            sure = len(named) == 1 and (to_come or not _COMMISSION.search(other.marked))
            return next(iter(named)) if sure else None
    if not any(_known(words) for s in document.sentences for _, words in s.all_of(SeasonWords)):
        # A headline that asks for a season speaks of one that has no episodes yet.
        return document.known_season or 0 if to_come or not document.open_season else 0
    return _first(document, to_come=to_come)


def _first(document: Document, *, to_come: bool) -> int | None:
    """Return the season that a text is about: the headline's, else the only one that the first such sentence numbers.

    Where that one was only ordered there, it is meant by what is to come alone.
    """
    if document.known_season and to_come:
        return document.known_season
    for sentence in document.sentences:
        named = {_known(words) for _, words in sentence.all_of(SeasonWords)} - {None}
        if named:
            sure = len(named) == 1 and (to_come or not _COMMISSION.search(sentence.marked))
            return next(iter(named)) if sure else None
    return None


_TOLD = Sieve(
    ((rule, season_of), [rule])
    for rule, season_of in (
        (_DEFINITE, _of_definite),
        (_LAST, _of_last),
        (_OUT_OF, _of_its),
        (_PRONOUN, _of_pronoun),
        (_LONG, _of_long),
        (_ORDERED, _of_ordered),
        (_THERE, _of_all_there),
    )
)
