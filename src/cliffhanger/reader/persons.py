"""Names of persons in running text and headlines.

There is no list of persons: a name is a run of capitalised words that is
nothing else. A run is cut at words that belong to no name (verbs, jobs,
months, words of the trade), and what is left is a name if it has at least
two words, or one behind a title ("Dr. Dre"). Titles and jobs before a name
are left out of it: "Executive Producer Jane Doe" names Jane Doe.

Words are read in a sentence's ``marked`` form, where shows, platforms and
dates are one character each: none of them can be part of a name.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from cliffhanger.reader.person_words import (
    ACRONYMS,
    ADJECTIVES,
    JOBS,
    MONTHS,
    NEVER,
    NEVER_LAST,
    NO_PERSONS,
    PERSONS,
    PLACES,
    SURNAMES,
    TITLES,
)
from cliffhanger.reader.words import key_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence

_TITLES = "Mr Mrs Ms Mx Dr Sgt Det Lt Capt Prof Rev Gen Sen Gov Col Cpl Hon St"
_SUFFIXES = "Jr Sr"
_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017d\u0218\u021a\u0386-\u03ab\u0410-\u042f\u1e00-\u1ef8"
_CONTRACTED = r"['\u2019](?:s|S|ll|d|ve|re|m|t)\b"
_CAPITALISED = rf"[{_UPPER}][^\W\d_]*(?:(?!{_CONTRACTED})['\u2019\u2010-](?:[^\W\d_]+))*"
_INITIALS = rf"(?:[{_UPPER}]\.[\u2010-]?){{1,3}}"
_SHORT = rf"(?:{'|'.join((_TITLES + ' ' + _SUFFIXES).split())})\."
_PARTICLE = r"(?:de|del|della|di|da|dos|das|do|du|van|von|der|den|ter|ten|la|le|el|bin|bint|ibn|af|av|zu|bo|y)"
_PART = rf"(?:{_SHORT}|{_INITIALS}|(?:al|el)-{_CAPITALISED}|{_CAPITALISED})"
_RUN = re.compile(
    rf"(?<![^\W_])(?<![^\W_]['\u2019.-]){_PART}"
    rf"(?:[ \u00a0](?:{_PARTICLE}[ \u00a0]){{0,3}}{_PART}|, (?:Jr|Sr)\.){{0,11}}"
)
_CAPITAL = re.compile(f"[{_UPPER}]")
_TOKEN = re.compile(r"[^ \u00a0]+")
_INITIAL = re.compile(r"[^\W\d_]\.")
_BEFORE_MONTH = re.compile(
    r"\b(?:in|last|this|next|since|by|on|early|late|mid|of|until|for|through|from|and|to)[\s-]+$", re.IGNORECASE
)
_DOES = re.compile(
    r",? (?:who )?(?:plays|played|portrays|voices|co-stars|stars as|returns as|said|says|told|tells|adds)\b"
)
_NUMERALS = frozenset({"II", "III", "IV"})
_LAST_PARTS = _NUMERALS | {"Jr", "Sr"}
_NO_NAMES = JOBS | TITLES | NEVER_LAST | PLACES | MONTHS
_PARTICLES = frozenset(_PARTICLE[3:-1].split("|"))
_PAIR = 2
_MOST_WORDS = 5
_LONGEST_CAPITALS = 3
_MEMO = "persons"


class Person(NamedTuple):
    """A person's name in a text.

    Attributes:
        start: offset of the first character in the words that were searched.
        end: offset behind the last, before a possessive "'s".
        name: the full name, as the document gives it where it is said in full.
    """

    start: int
    end: int
    name: str


class Roll:
    """The persons that a document names in full, found again by surname or first name.

    Example:
        >>> roll = Roll(["Jane Doe", "John Roe", "Ann Roe"])
        >>> roll.full("Doe"), roll.full("Jane"), roll.full("Roe")
        ('Jane Doe', 'Jane Doe', '')
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        """Enter full names, in the order in which they are given."""
        self._whole: dict[tuple[str, str], str] = {}
        self._last: dict[str, set[str]] = {}
        self._first: dict[str, set[str]] = {}
        for name in names:
            words = [word for word in name.split() if word.rstrip(".,") not in _LAST_PARTS] or name.split()
            first, last = key_of(words[0].rstrip(".")), key_of(words[-1].rstrip("."))
            whole = self._whole.setdefault((first, last), name)
            self._last.setdefault(last, set()).add(whole)
            self._first.setdefault(first, set()).add(whole)
            if len(words) > _PAIR and words[-2] in _PARTICLES:
                self._last.setdefault(key_of("".join(words[1:])), set()).add(whole)

    def full(self, name: str) -> str:
        """Return the full name of which this is the surname, the first name or all; empty where none or two have it."""
        words = [word for word in name.split() if word.rstrip(".") not in TITLES] or name.split()
        if not words:
            return ""
        if len(words) > 1:
            ends = (key_of(words[0].rstrip(".")), key_of(words[-1].rstrip(".")))
            known = self._whole.get(ends)
            if known:
                return known
        key = key_of("".join(words).rstrip("."))
        bearers = self._last.get(key) or self._first.get(key) or set()
        return next(iter(bearers)) if len(bearers) == 1 else ""

    def ambiguous(self, name: str) -> bool:
        """Whether two persons have this surname, or this first name and none the surname."""
        key = key_of(name.rstrip("."))
        return len(self._last.get(key) or self._first.get(key) or ()) > 1


class _Candidate(NamedTuple):
    """A stretch of words that may be a name: whole where it is a full one, else only with a title or a known bearer."""

    start: int
    end: int
    name: str
    whole: bool
    titled: int | None


class Persons:
    """The persons that a document names, sentence by sentence.

    Attributes:
        roll: those that it names in full.
    """

    def __init__(self, document: Document) -> None:
        """Search a document once."""
        self._candidates = [_candidates(sentence.marked) for sentence in document.sentences]
        self.roll = Roll(c.name for found in self._candidates for c in found if c.whole)
        self._named: dict[int, list[Person]] = {}

    def of(self, sentence: Sentence) -> list[Person]:
        """Return the persons that a sentence of the document names, in full, by surname or by first name."""
        found = self._named.get(sentence.index)
        if found is None:
            found = self._named[sentence.index] = _resolved(self._candidates[sentence.index], self.roll)
        return found


def find(words: str | Sentence, known: Roll | None = None) -> list[Person]:
    """Return the persons that words name, from left to right.

    Args:
        words: a text, or a sentence: then its ``marked`` form is searched, and the offsets are places in it.
        known: the document's persons; where given, a surname or first name that stands alone is found too.

    Example:
        >>> [p.name for p in find("Showrunner Jane Q. Doe and Ana de la Roe's agent spoke in Los Angeles.")]
        ['Jane Q. Doe', 'Ana de la Roe']
    """
    if isinstance(words, str):
        return _resolved(_candidates(words), known)
    cast = of_document(words.document)
    return cast.of(words) if known is cast.roll else _resolved(_candidates(words.marked), known)


def of_document(document: Document) -> Persons:
    """Return the persons that a document names outside what it quotes, worked out once for all who ask."""
    cast = document.memo.get(_MEMO)
    if not isinstance(cast, Persons):
        cast = document.memo[_MEMO] = Persons(document)
    return cast


def roll_of(document: Document) -> Roll:
    """Return the persons that a document names in full, outside what it quotes."""
    return of_document(document).roll


def _candidates(text: str) -> list[_Candidate]:
    return [
        candidate
        for run in _runs(text)
        for piece in (_pieces(text, run) if " " in run.group() or "\u00a0" in run.group() else _single(text, run))
        if (candidate := _candidate(text, piece)) is not None
    ]


def _resolved(candidates: Iterable[_Candidate], known: Roll | None) -> list[Person]:
    found: list[Person] = []
    for start, end, name, whole, titled in candidates:
        full = known.full(name) if known is not None else ""
        if full or whole:
            found.append(Person(start, end, full or name))
        elif titled is not None:
            found.append(Person(titled, end, name))
    return found


def _pieces(text: str, run: re.Match[str]) -> Iterable[list[re.Match[str]]]:
    """Yield the stretches of a run between words that belong to no name."""
    piece: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text, run.start(), run.end()):
        before = piece[-1].group() if piece else ""
        if _breaks(text, token, before) and not _ends_name(text, token, piece):
            if piece:
                yield piece
            piece = []
        else:
            piece.append(token)
    if piece:
        yield piece


def _ends_name(text: str, token: re.Match[str], piece: Sequence[re.Match[str]]) -> bool:
    """Whether a word that belongs to no name else is a surname: "Nathan Welsh plays"."""
    if len(piece) != 1:
        return False
    word, before = token.group(), piece[0].group()
    if f"{before} {word}".lower() in PERSONS:
        return True
    return word in SURNAMES and may_be_name(before) and _DOES.match(text, token.end()) is not None


def _runs(text: str) -> Iterator[re.Match[str]]:
    """Yield the runs of capitalised words; tried only at capitals, unless a name may begin with "al-" or "el-"."""
    if "l-" in text:
        yield from _RUN.finditer(text)
        return
    at = 0
    for capital in _CAPITAL.finditer(text):
        run = _RUN.match(text, capital.start()) if capital.start() >= at else None
        if run is not None:
            yield run
            at = run.end()


def _single(text: str, run: re.Match[str]) -> Iterable[list[re.Match[str]]]:
    """Yield a run that is one word, unless it belongs to no name; most are words that begin a sentence."""
    return () if _breaks(text, run, "") else ([run],)


def _breaks(text: str, token: re.Match[str], before: str) -> bool:
    """Whether a word is part of no name, where another may stand before it in the same name."""
    word = token.group()
    if word in MONTHS and not before:
        return _BEFORE_MONTH.search(text, max(0, token.start() - 12), token.start()) is not None
    return _is_break(word, behind=bool(before))


@lru_cache(maxsize=20_000)
def _is_break(word: str, *, behind: bool) -> bool:
    """Whether a word is part of no name, where it stands behind another one or not."""
    if word in JOBS:
        return True
    if word in _PARTICLES or word.endswith(".") or (behind and word.istitle() and word.lower() in _PARTICLES):
        return False
    if word in MONTHS:
        return True
    if len(word) > 1 and word.isupper() and word.isalpha() and word not in _NUMERALS:
        # "RJ" and "CCH" are first names, "LAPD" is not; a word of capitals behind a name belongs to a headline.
        return behind or len(word) > _LONGEST_CAPITALS or word in ACRONYMS
    if "-" in word and word.rpartition("-")[2].lower() in ADJECTIVES:
        return True
    return len(word) > 1 and key_of(word) in NEVER


def _candidate(text: str, tokens: Sequence[re.Match[str]]) -> _Candidate | None:
    """Return the name that a stretch may be, without the titles before it; None where it can be none."""
    words = [token.group() for token in tokens]
    last = len(words)
    while last and words[last - 1] in _PARTICLES:
        last -= 1
    first = 0
    while first < last and (words[first].rstrip(".") in TITLES or words[first] in _PARTICLES):
        first += 1
    if last - first > _PAIR and words[first] == "Will" and "?" in text[tokens[last - 1].end() :]:
        first += 1
    if first >= last:
        return None
    parts = words[first:last]
    start, end = tokens[first].start(), tokens[last - 1].end()
    if _INITIAL.fullmatch(parts[-1]):
        # The stop of "Maggie Q." ends the sentence.
        end -= 1
    name = " ".join(text[start:end].split())
    if len(parts) > 1:
        return _Candidate(start, end, name, whole=True, titled=None) if _is_name(parts) else None
    if first and words[first - 1].rstrip(".") in TITLES and len(name) > 1 and name not in NEVER_LAST:
        titled = tokens[first - 1].start()
        return _Candidate(start, end, " ".join(text[titled:end].split()), whole=False, titled=titled)
    return _Candidate(start, end, name, whole=False, titled=None)


def _is_name(parts: Sequence[str]) -> bool:
    """Whether words are a full name by their kind and number, and not the name of a place or a body."""
    words = [part for part in parts if part not in _PARTICLES]
    if not _PAIR <= len(words) <= _MOST_WORDS or parts[-1] in NEVER_LAST or parts[0] in PLACES:
        return False
    if all(len(word.rstrip(".")) == 1 for word in words):
        return False
    return not any(f"{key_of(a)} {key_of(b)}" in NO_PERSONS for a, b in pairwise(words))


def may_be_name(word: str) -> bool:
    """Whether a single capitalised word may be somebody's name: no job, title, month, place or word of the trade.

    Example:
        >>> may_be_name("Zendaya"), may_be_name("Meanwhile"), may_be_name("Producer")
        (True, False, False)
    """
    return (
        len(word) > 1
        and word[0].isupper()
        and not word.isupper()
        and word not in _NO_NAMES
        and key_of(word) not in NEVER
    )
