"""Episodes that are counted season by season: "Season 1 ran 13 and the second had nine", "as many as the first".

Each count is joined to the season whose verb it stands behind. The word
"episodes" is said once and holds for the counts behind it; a bare number
counts nothing where shares, scores or viewers are told beside it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.reader import counted
from cliffhanger.reader import counted_words as words
from cliffhanger.reader.counted import Counted
from cliffhanger.reader.hinted import Hinted
from cliffhanger.reader.marks import SEASON as N
from cliffhanger.reader.marks import SHOW as S
from cliffhanger.reader.seasons import FIRST_TO_TENTH, SeasonWords, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

_PAIR = 2
_IN_ALL, _DIFF = (words.NUMBER.replace("count", name) for name in ("in_all", "diff"))
_SEVERAL = (
    r"(?:(?P<lead>(?:the\s+)?first|all|(?:all\s+)?(?:its|the)|each\s+of\s+(?:its|the)|(?P<both>both))"
    r"(?:\s+of\s+(?:its|the))?\s+)?"
)
_SEASON = (
    rf"(?:{_SEVERAL}(?P<season>{N})(?:\s+of\s+(?:the\s+)?{S})?|\b(?:the|its)\s+(?P<ordinal>{FIRST_TO_TENTH})(?:\s+(?:one|run|batch))?|"
    r"\b(?:the|this|its)\s+(?P<new>new|current|latest|upcoming|present)\s+(?:one|run|batch)|"
    r"(?P<before>\bits\s+predecessor|\bthe\s+(?:previous|last)\s+(?:one|run)|\bthe\s+one\s+before(?:\s+it)?|\blast\s+season)|"
    r"\bparts?\s+(?P<parts>\d(?:(?:,\s+|,?\s+and\s+|\s*&\s*)\d)*))"
)
_LINK = (
    r"(?:,?\s+(?:which|that))?(?:\s+(?:also|each|both|only|again|now|even|then|just))*"
    r"(?:\s+(?:is|are|was|were)\s+(?:(?:set|expected|slated|due|planned|(?:the\s+)?(?:first|only|longest|shortest)(?:\s+one)?)\s+)?to)?"
    r"(?:\s+(?:also|each|both|only|again))?\s+"
)
_ENDS = (
    r"(?![,.]?\d)(?=\s*(?:[.,;:)\u2014]|$)|\s+(?:and|but|while|as\s+well|too|each|apiece|in\s+(?:all|total)|over|"
    r"because)\b)"
)
_COUNT = (
    rf"{words.IN_TOTAL}{words.NUMBER}(?:(?P<named>\s+{words.ADJECTIVES}(?:episodes|instal+ments|chapters)\b(?:\s+(?:each|apiece)\b|{words.NOT_ALL}))|"
    rf"{_ENDS})"
)

# "Seasons 1 and 2 had six episodes each, and the third has eight".
_HAD = Hinted(rf"{_SEASON}{_LINK}{words.HAS}\s+{_COUNT}", re.IGNORECASE)
# "Season 1 had nine episodes, its second ten": the verb goes without saying.
_GAPPED = Hinted(
    rf"(?<=episodes)(?:,|;|,?\s+(?:and|but|while))\s+(?:the|its)\s+(?P<ordinal>{FIRST_TO_TENTH})(?:\s+(?:for|to|with))?\s+"
    rf"{words.NUMBER}(?P<named>\s+episodes)?{_ENDS}",
    re.IGNORECASE,
)
# "There are ten episodes in season 2".
_THERE = Hinted(
    rf"\bthere\s+(?:are|were|will\s+be)\s+{words.IN_TOTAL}{words.NUMBER}(?P<named>\s+{words.ADJECTIVES}episodes)\s+in\s+(?:the\s+)?(?P<season>{N})",
    re.IGNORECASE,
)
# "Ordered 18 for season 2".
_FOR = Hinted(
    rf"\b(?:order|commission|book|greenl)\w*\s+(?:up\s+)?(?:another\s+|just\s+|only\s+)?{words.NUMBER}(?P<named>\s+(?:more\s+|new\s+|additional\s+)?episodes)?"
    rf"\s+for\s+(?:the\s+|its\s+|a\s+)?(?P<season>{N})",
    re.IGNORECASE,
)
# "Three seasons of six episodes each".
_EACH = Hinted(
    rf"(?<!more\s)(?<!new\s)(?:(?P<season>{N})|\b(?P<told>two|three|four|five|six)\s+series)\s+(?:of|with)\s+{words.NUMBER}\s+episodes\b"
    r"(?:\s+(?:each|apiece|every))?",
    re.IGNORECASE,
)
# "For a total of 18", "the series will run for 40 in all".
_TOTAL = Hinted(
    rf"\b(?:(?:for|makes?|making(?:\s+it)?|reach(?:es|ed|ing)?)\s+a\s+(?:series\s+)?total\s+of|bring(?:s|ing)?\s+(?:the|its|the\s+(?:show|series|drama)['\u2019]s)"
    rf"\s+(?:(?:series|overall|grand|running)\s+)?(?:total|tally|count)\s+(?:up\s+)?to)\s+{words.NUMBER}(?P<named>\s+(?:total\s+)?episodes)?{_ENDS}|"
    rf"\bthe\s+(?:series|show|drama|comedy|sitcom)\s+{words.HAS}\s+{_IN_ALL}(?:\s+episodes)?\s+(?:in\s+(?:all|total)|altogether|overall)\b",
    re.IGNORECASE,
)
# What stands behind a count and tells another season's by it.
_SAME = re.compile(
    rf"(?:\s+episodes)?(?:\s+(?:as\s+well|too))?(?:\s*[,(\u2014]\s*|\s+)(?:(?:the\s+same(?:\s+(?:number|amount|length|count|total)(?:\s+of\s+episodes)?)?|(?:just\s+)?as\s+many)\s+as|"
    rf"(?:just|exactly)?\s*like|as\s+did|as\s+was\s+the\s+case\s+with|matching)\s+(?:in\s+|for\s+|the\s+)?{_SEASON}",
    re.IGNORECASE,
)
_LIKE = re.compile(
    rf"^\W*(?:just\s+|much\s+)?(?:like|as\s+(?:with|in))\s+(?:the\s+)?{_SEASON}(?:\s+before\s+it)?,\s", re.IGNORECASE
)
_MORE = re.compile(
    rf"(?:\s*[,(\u2014]\s*|\s+)(?:(?:just|only)\s+)?(?:one\b|{_DIFF})\s+(?P<way>more|fewer|less)\s+(?:episodes?\s+)?than\s+(?:in\s+|the\s+)?{_SEASON}",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"(?:\s*[,(\u2014]\s*|\s+)(?:(?:up|down)\s+from|compared\s+(?:with|to)|against|versus|instead\s+of|rather\s+than)\s+(?:the\s+)?{words.NUMBER}(?:\s+episodes)?"
    rf"\s+(?:in|for|of)\s+(?:the\s+)?{_SEASON}",
    re.IGNORECASE,
)
_OTHER_UNIT = re.compile(
    r"%|\bper\s?cent\b|\b(?:scores?|rat(?:ing|ed)|Metacritic|Rotten|IMDb|million|viewers|nominations?|awards?|Emmys?)\b",
    re.IGNORECASE,
)
_EPISODES = re.compile(r"\b(?:episodes|instal+ments|chapters)\b", re.IGNORECASE)
_ONE_COUNT = Hinted(rf"\b{words.NUMBER}\s+{words.ADJECTIVES}episodes\b{words.NOT_ALL}", re.IGNORECASE)
_STATED = "episodes stated of seasons"
_FEWEST, _MOST, _SEASONS = 3, 40, 12


def find(document: Document, sentence: Sentence) -> Iterator[Counted]:
    """Yield the counts of a sentence, each with the season that it is told of, or None for the series.

    Args:
        document: the document.
        sentence: the sentence.
    """
    marked = sentence.marked
    if not _holds(document, sentence):
        return
    bare = _OTHER_UNIT.search(marked) is None
    for rule in (_HAD, _GAPPED, _THERE, _FOR):
        for m in rule.finditer(marked):
            if m["named"] is not None or (bare and _FEWEST <= number_of(m["count"]) <= _MOST):
                for season in _meant(document, sentence, m):
                    yield Counted(m.start(), m.end(), m["count"], season)
    yield from _of_each(sentence)
    yield from _compared(document, sentence)
    for m in _TOTAL.finditer(marked):
        if m["in_all"] or N in marked:
            yield Counted(m.start(), m.end(), m["count"] or m["in_all"], None)


def stated(document: Document) -> dict[int, int]:
    """Return the number of episodes of each season that the text counts beside its own words."""
    known = document.memo.get(_STATED)
    if not isinstance(known, dict):
        found = [c for sentence in document.sentences for c in find(document, sentence)]
        known = {c.season: number_of(c.worded) for c in found if c.season}
        document.memo[_STATED] = known
    return known


def number_of(said: str) -> int:
    """Return the number that figures or a word name."""
    return int(said) if said.isdecimal() else number(said)


def _holds(document: Document, sentence: Sentence) -> bool:
    """Whether numbers may count episodes here: the word is said in the sentence, or in the one before."""
    if _EPISODES.search(sentence.marked):
        return True
    before = document.sentences[sentence.index - 1] if sentence.index else sentence
    return before.paragraph == sentence.paragraph and N in sentence.marked and bool(_EPISODES.search(before.marked))


def _of_each(sentence: Sentence) -> Iterator[Counted]:
    for m in _EACH.finditer(sentence.marked):
        said = sentence.season(m.start("season")) if m["season"] else None
        seasons = number(m["told"]) if said is None else 0 if said.more or said.numbers else said.count
        for season in range(1, seasons + 1 if seasons <= _SEASONS else 0):
            yield Counted(m.start(), m.end(), m["count"], season)


def _compared(document: Document, sentence: Sentence) -> Iterator[Counted]:
    """Yield what another season is told to have by the count of one: "two more than the first"."""
    marked = sentence.marked
    counts = list(_ONE_COUNT.finditer(marked))
    like = _LIKE.match(marked) if len(counts) == 1 else None
    for m in counts:
        this = counted.told(document, sentence, m.start(), to_come=True) or 0
        for other in (_SAME.match(marked, m.end()), like):
            if other is None:
                continue
            for season in _meant(document, sentence, other, this):
                yield Counted(min(m.start(), other.start()), max(m.end(), other.end()), m["count"], season)
        more, was = _MORE.match(marked, m.end()), _FROM.match(marked, m.end())
        if more:
            less = (number_of(more["diff"] or "one")) * (1 if more["way"].casefold() == "more" else -1)
            for season in _meant(document, sentence, more, this):
                yield Counted(m.start(), more.end(), str(number_of(m["count"]) - less), season)
        if was:
            for season in _meant(document, sentence, was, this):
                yield Counted(was.start(), was.end(), was["count"], season)


def _meant(document: Document, sentence: Sentence, m: re.Match[str], this: int = 0) -> tuple[int, ...]:
    """Return the numbers of the seasons that words name; none where they are not certain.

    Args:
        document: the document.
        sentence: where the words stand.
        m: the match of a season's words.
        this: the season that it is compared with, by which "the previous one" is told.
    """
    named = m.groupdict()
    if named.get("ordinal"):
        return (number(m["ordinal"]),)
    if named.get("parts"):
        return tuple(int(n) for n in re.findall(r"\d", m["parts"]))
    if named.get("new"):
        told = counted.told(document, sentence, m.start(), to_come=True)
        return (told + 1,) if told else ()
    said = sentence.season(m.start("season")) if m["season"] else None
    if said is None or said.which == "previous":
        return (this - 1,) if this > 1 else ()
    if named.get("both") or (said.count and named.get("lead")):
        return _several(document, sentence, said)
    return said.numbers


def _several(document: Document, sentence: Sentence, said: SeasonWords) -> tuple[int, ...]:
    """Return the seasons that "the first two seasons", "all three seasons" or "both new seasons" are."""
    if said.count:
        return () if said.more or said.count > _SEASONS else tuple(range(1, said.count + 1))
    for other in reversed(document.sentences[: sentence.index]):
        pairs = {w.numbers for _, w in other.all_of(SeasonWords) if len(w.numbers) == _PAIR}
        if pairs:
            return next(iter(pairs)) if len(pairs) == 1 else ()
    return ()
