"""Dates inside prose: which readings of the grammar are dates there, and which are only words.

Precision comes first. A date that says much ("July 9, 2025", "late July", "fall
2025") stands by itself; one that says little ("2026", "May", "Wednesday") needs
a word before it that makes a date of it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cliffhanger.domain.date_grammar import Grammar
from cliffhanger.domain.date_units import Bare
from cliffhanger.domain.date_words import (
    DAYS,
    HOLIDAYS,
    JOINS,
    MONTHS,
    PARTS,
    PERIODS,
    PREFIXES,
    SEASONS,
    SUFFIXES,
    WEEKDAYS,
    WHICH,
    YEAR_PARTS,
    tokens_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from cliffhanger.domain.date_grammar import Reading
    from cliffhanger.domain.date_words import Tokens, Toward

_OPENERS = {"between", "from"}
_FIRST_WORDS = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | SEASONS.keys()
    | DAYS.keys()
    | WHICH.keys()
    | {phrase[0] for table in (PREFIXES, PARTS, YEAR_PARTS, HOLIDAYS) for phrase in table.meanings}
    | _OPENERS
    | {"past", "coming"}
)
# One of these, or a number, is part of every date; and all that a date is made of is one of those.
_HEARTS = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | SEASONS.keys()
    | DAYS.keys()
    | PERIODS
    | {phrase[0] for phrase in HOLIDAYS.meanings if phrase[0] != "new"}
)
_OF_DATES = (
    _HEARTS
    | WHICH.keys()
    | JOINS.keys()
    | {
        word
        for table in (PREFIXES, PARTS, YEAR_PARTS, SUFFIXES, HOLIDAYS)
        for phrase in table.meanings
        for word in phrase
    }
    | _OPENERS
    | {"past", "coming", "the", "in", "on", "of", ",", "-", "/", "season", "tv", "television", "broadcast"}
)
_BOUNDS = {"in", "since", "until", "till", "by", "before", "after", "during", "through"}
_TELLING = {
    "announced", "confirmed", "revealed", "reported", "said", "told",
    "aired", "airs", "debuted", "debuts", "premiered", "premieres", "returned", "returns",
}  # fmt: skip
# Headlines drop the "on": "lands 10 March", "on Netflix 10 March", "Season 2: 10 March".
_BESIDE_DAYS = {
    "airs", "arrives", "back", "begins", "debuts", "drops", "ends", "finishes", "lands", "launches", "out", "premieres",
    "returns", "starts", "streams", "available", "(", ":", "|", "\N{EN DASH}", "\N{EM DASH}",
}  # fmt: skip
_LICENCES: dict[Bare, set[str]] = {
    Bare.YEAR: _BOUNDS | {"around", "circa", "for", "throughout", "starting", "beginning"},
    Bare.MONTH: _BOUNDS | _OPENERS | {"starting", "beginning"},
    Bare.DAY_FIRST: _BOUNDS | _OPENERS | {"on", "starting", "beginning"} | _BESIDE_DAYS,
    # "In the fall": with its article alone.
    Bare.SEASON: {"the"},
    Bare.WEEKDAY: _TELLING | {"on", "since", "until", "arrives", "begins", "end", "ends", "launches", "starts", "from"},
    Bare.SHORT: set(),
}
# How longer bounds end: "no earlier than", "as early as", "up to".
_BOUND_ENDS = {"than", "as", "to"}
# A length of time before a bound measures from the date: "two weeks after July 9" is another day.
_LENGTHS = {f"{noun}{s}" for noun in ("hour", "day", "night", "week", "month", "year") for s in ("", "s")}
# These months are people's names as well.
_NAMES = {"april", "may", "june", "august"}
_NAME_LICENCES = {"in", "since", "until", "during", "through"}
# A number behind one of these counts something that is not days.
_COUNTED_BEFORE = {
    "season", "seasons", "series", "part", "parts", "volume", "vol", "chapter", "book", "phase",
    "episode", "episodes", "ep", "eps", "no", "number", "top", "#",
}  # fmt: skip
_COUNTED_BEHIND = {"people", "percent", "million", "billion", "men", "women", "feet"}
# Words in -s that may follow a date; any other counts: "in 2000 episodes".
_NOT_COUNTED = {
    "as", "was", "is", "has", "does", "its", "his", "this", "plus", "across", "unless", "perhaps", "always",
    "airs", "becomes", "begins", "brings", "comes", "debuts", "ends", "marks", "means", "premieres", "remains",
    "returns", "sees", "starts", "thanks", "versus",
}  # fmt: skip
_DENIALS = {"no", "not", "nor", "never", "cannot", "hardly", "unlikely", "without"}
_APOSTROPHES = {"'", "\N{RIGHT SINGLE QUOTATION MARK}"}
_CLAUSE = 8  # words to look back over
# What makes a neighbour part of the same word or number: 2026-set, 2026's, 9/11, $2026, 3.5.
_GLUED_BEFORE = re.compile(r"[-\u2010-\u2013/#$£€@_&]|(?<=[0-9])[.,:]")
_GLUED_BEHIND = re.compile(r"['\u2019\-\u2010-\u2013/.,:_&][^\W_]|[%_°]")


def readings(text: str, reference: date | None, toward: Toward) -> Iterator[tuple[int, int, Reading]]:
    """Yield each date in a text with its first offset and the one behind its last, from left to right."""
    tokens = tokens_of(text, prose=True)
    grammar = Grammar(tokens, reference, toward, prose=True)
    at = 0
    for heart in [place for place, word in enumerate(tokens.words) if word in _HEARTS or word[0].isdecimal()]:
        at = _first_of(tokens.words, at, heart)
        while at <= heart:
            found = _read(grammar, at) if _may_begin(tokens.words[at]) else None
            if found is None:
                at += 1
                continue
            start, end = tokens.start(found.first), tokens.end(found.behind - 1)
            if found.bound.open_start and _is_denied(tokens.words, found.first):
                at += 1  # the date behind the bound is still one
            elif found.bound.moved and found.first and tokens.words[found.first - 1] in _LENGTHS:
                at = found.behind
            elif _is_date(tokens, found) and not _is_glued(text, start, end):
                yield start, end, found
                at = found.behind
            else:
                at += 1


def _first_of(words: Sequence[str], limit: int, heart: int) -> int:
    """Return the first place, from a limit on, from which nothing but words of dates leads to a date's heart."""
    at = heart
    while at > limit and (words[at - 1] in _OF_DATES or words[at - 1][0].isdecimal()):
        at -= 1
    return max(at, limit)


def _read(grammar: Grammar, at: int) -> Reading | None:
    grammar.at = at
    try:
        return grammar.read()
    except (ValueError, OverflowError):
        return None  # words of a date, and no date: "June 31", or no reference day to count from


def _may_begin(word: str) -> bool:
    return word in _FIRST_WORDS or word[0].isdecimal()


def _is_glued(text: str, start: int, end: int) -> bool:
    return bool((start and _GLUED_BEFORE.match(text, start - 1)) or _GLUED_BEHIND.match(text, end))


def _is_date(tokens: Tokens, found: Reading) -> bool:
    words = tokens.words
    before = words[found.first - 1] if found.first else ""
    if words[found.first][0].isdecimal() and before in _COUNTED_BEFORE:
        return False
    if found.behind < len(words) and _counts(tokens, found):
        return False
    if found.bare is Bare.NO or (found.bare is Bare.DAY_FIRST and found.unit_at and tokens.capital(found.unit_at - 1)):
        # "On Netflix 10 March": behind a name as behind "on".
        return True
    prior = words[found.unit_at - 1] if found.unit_at else ""
    if words[found.unit_at] in _OPENERS:
        prior = words[found.unit_at]
    if found.bare is Bare.SEASON and (found.unit_at < 2 or words[found.unit_at - 2] not in {"in", "by", "during"}):  # noqa: PLR2004 - a word further
        return False
    licences = _LICENCES[found.bare]
    if found.bare is not Bare.SHORT and found.unit_at > found.first and prior in _BOUND_ENDS:
        return True
    if found.bare is Bare.MONTH and words[found.unit_at] in _NAMES:
        licences = _NAME_LICENCES
    # "On Wednesday Addams", "in August Wilson's": a name goes on.
    named = found.bare in {Bare.MONTH, Bare.WEEKDAY} and found.behind < len(words) and tokens.capital(found.behind)
    return prior in licences and not named


def _is_denied(words: Sequence[str], at: int) -> bool:
    """Whether the clause so far says no: "won't return before 2027" is the contrary of a bound."""
    for back in range(at - 1, max(at - _CLAUSE, 0) - 1, -1):
        word = words[back]
        if word in _DENIALS or (word == "t" and back and words[back - 1] in _APOSTROPHES):
            return True
        if not word[0].isalnum() and word not in _APOSTROPHES:
            return False
    return False


def _counts(tokens: Tokens, found: Reading) -> bool:
    """Whether the last number goes with the next word: "in 2000 episodes", "March 4 million"."""
    last, word = tokens.words[found.behind - 1], tokens.words[found.behind]
    if not last.isdecimal() or tokens.capital(found.behind):
        return False
    if len(last) == 4 and tokens.words[found.behind - 2] in MONTHS.keys() | SEASONS.keys():  # noqa: PLR2004 - a year
        return False
    return word in _COUNTED_BEHIND or (word.endswith("s") and word not in _NOT_COUNTED)
