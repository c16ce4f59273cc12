"""Patterns that are tried only where one of their own rarer words stands.

A rule that begins with a choice of words is tried by ``re`` at every character
of a text, which takes some hundred times as long as to look for a plain word.
Of each pattern are therefore derived the stretches of characters of which any
match must hold one, and most texts are passed over for want of them. What is
found is the same.
"""

from __future__ import annotations

import re
from functools import lru_cache, reduce
from operator import or_
from re import _constants as op  # there is no public way to the parts of a pattern
from re import _parser as parser
from sys import maxsize
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator


_REPEATS = frozenset({op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT})
_WITHOUT_WIDTH = frozenset({op.AT, op.ASSERT, op.ASSERT_NOT})
# Letters that a pattern without regard to case takes for "i" and "s", and ``str.lower`` does not.
_ODD_LETTERS = (("\u0130", "i"), ("\u0131", "i"), ("\u017f", "s"))
# Stretches that nearly every text holds; a mark of a mention is as good a hint as a word.
_COMMON = frozenset(
    ("", "the", "and", "ing", "ed", "is", "it", "in", "to", "of", "as", "an", "or", "on", "at", "s", "a", "for", "with",
     "be")
)  # fmt: skip
_FIRST_MARK = "\ue000"
_MARK_WORTH = 2
_SHORTEST = 2
_MOST = 120
_MOST_SPELLINGS = 4

MOST_KNOWN = 20_000
"""Of how many words it is remembered what they hold."""
LONGEST_KNOWN = 40
"""Longest word of which it is."""

_NOTHING = frozenset({""})


class _Words(dict[str, int]):
    """Which clauses each word of a text holds a stretch of, as bits; the words that are common come up again and again.

    A clause is a choice of stretches of which every match of some pattern holds one. Of a stretch of several words the
    most telling one is looked for, at the beginning or the end of a word where a blank stands beside it, so that a bit
    may be set too often, and never too seldom.
    """

    def __init__(self) -> None:
        """Begin without clauses."""
        super().__init__()
        self._bits: dict[frozenset[str], int] = {}
        self._stretches: dict[str, dict[str, int]] = {}

    def bit(self, clause: frozenset[str]) -> int:
        """Return the bit of a clause; a new one forgets what was known of words."""
        stretches = frozenset(map(_telling, clause))
        bit = self._bits.get(stretches)
        if bit is None:
            bit = self._bits[stretches] = 1 << len(self._bits)
            for stretch in stretches:
                begun = self._stretches.setdefault(stretch[:_SHORTEST], {})
                begun[stretch] = begun.get(stretch, 0) | bit
            self.clear()
            clauses_in.cache_clear()
        return bit

    def __missing__(self, word: str) -> int:
        """Look for all stretches in a word, and remember what was found, as long as words are few and short."""
        held = 0
        padded = f" {plain(word)} "
        for place, letter in enumerate(padded):
            for begin in (letter, padded[place : place + _SHORTEST]):
                for stretch, bits in self._stretches.get(begin, {}).items():
                    if padded.startswith(stretch, place):
                        held |= bits
        if len(word) <= LONGEST_KNOWN:
            if len(self) >= MOST_KNOWN:
                self.clear()
            self[word] = held
        return held


_WORDS = _Words()
_NONE: Iterator[re.Match[str]] = iter(())


@lru_cache(maxsize=512)
def clauses_in(text: str) -> int:
    """Return as bits the clauses of patterns that a text holds a stretch of; many ask for the same sentence."""
    return reduce(or_, map(_WORDS.__getitem__, text.split()), 0)


class Hinted:
    r"""A pattern with its hints; its methods are those of :class:`re.Pattern`.

    Example:
        >>> ends = Hinted(r"\b(?:was|were)\s+(?:axed|scrapped)\b", re.IGNORECASE)
        >>> ends.search("It WAS Axed.").group(), ends.may_be_in("It was not.")
        ('WAS Axed', False)
    """

    __slots__ = ("_bits", "_flags", "_pattern", "_source")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Keep a pattern; its hints are derived when it is first asked for, and it is compiled when all are found."""
        self._source, self._flags = pattern, flags
        self._pattern: re.Pattern[str] | None = None
        self._bits: int | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself, which its matches name as ``re``."""
        if self._pattern is None:
            self._pattern = re.compile(self._source, self._flags)
        return self._pattern

    @property
    def clauses(self) -> tuple[frozenset[str], ...]:
        """Choices of stretches, in lower case, of each of which any match holds one."""
        return clauses_of(self._source, self._flags)

    @property
    def bits(self) -> int:
        """The clauses as bits; a text in which one is missing, by :func:`clauses_in`, holds no match."""
        if self._bits is None:
            self._bits = reduce(or_, map(_WORDS.bit, self.clauses), 0)
        return self._bits

    @property
    def key(self) -> int:
        """The bit of the clause that tells most, or 0 where there is none."""
        return _WORDS.bit(max(self.clauses, key=_worth)) if self.clauses else 0

    def may_be_in(self, text: str) -> bool:
        """Whether a text holds what any match must."""
        bits = self.bits
        return clauses_in(text) & bits == bits

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Do what :meth:`re.Pattern.search` does."""
        bits = self._bits
        if bits is None:
            bits = self.bits
        if clauses_in(text) & bits != bits:
            return None
        return (self._pattern or self.compiled).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Do what :meth:`re.Pattern.match` does; that looks at one place only, and needs no hint."""
        return (self._pattern or self.compiled).match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Do what :meth:`re.Pattern.finditer` does."""
        bits = self._bits
        if bits is None:
            bits = self.bits
        if clauses_in(text) & bits != bits:
            return _NONE
        return (self._pattern or self.compiled).finditer(text, start, end)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Do what :meth:`re.Pattern.sub` does."""
        return self.compiled.sub(replacement, text) if self.may_be_in(text) else text


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Return a text in lower case, character for character; many rules ask for the same sentence."""
    if not text.isascii():
        for odd, letter in _ODD_LETTERS:
            text = text.replace(odd, letter)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


class Choice:
    """Stretches of lower-case characters, of which one is looked for in texts of any case.

    Attributes:
        phrases: whether one of them is more than a part of a word.

    Example:
        >>> Choice("drama", "sitcom").is_in("A Drama begins."), Choice(" up").is_in("Upstairs")
        (True, False)
    """

    __slots__ = ("_bits", "_stretches", "phrases")

    def __init__(self, *stretches: str) -> None:
        """Keep the stretches."""
        self._stretches = stretches
        self.phrases = any(stretch != stretch.strip() or " " in stretch for stretch in stretches)
        self._bits = 0

    @property
    def bits(self) -> int:
        """The choice as a bit, for :func:`clauses_in`; where there are phrases it may be set too often."""
        if not self._bits:
            self._bits = _WORDS.bit(frozenset(self._stretches))
        return self._bits

    key = bits

    def is_in(self, text: str) -> bool:
        """Whether one of them stands in a text."""
        # The bit first: a new one changes what is known of texts.
        bits = self._bits or self.bits
        if not bits & clauses_in(text):
            return False
        if self.phrases:
            return any(map(plain(text).__contains__, self._stretches))
        return True


def clauses_of(pattern: str, flags: int = 0) -> tuple[frozenset[str], ...]:
    """Return choices of stretches of characters in lower case, of each of which any match of a pattern holds one."""
    found = {choice for choice in _choices(parser.parse(pattern, flags)) if _worth(choice)[0] >= _SHORTEST}
    return tuple(choice for choice in found if len(choice) <= _MOST and not any(other < choice for other in found))


def _needed(parts: Iterable[Any], run: frozenset[str]) -> frozenset[str] | None:
    """Return the choice of stretches for parts that tells most, by its shortest stretch, or None where none tells."""
    best = max(_choices(parts, run), key=_worth)
    return best if _worth(best)[0] >= _SHORTEST else None


def _choices(parts: Iterable[Any], run: frozenset[str] = _NOTHING) -> list[frozenset[str]]:
    """Return choices of stretches of each of which one must stand in a match of parts.

    Args:
        parts: the parts, as ``re`` parses them.
        run: the stretches one of which stands right before them.
    """
    choices: list[frozenset[str]] = []
    for kind, value in _flat(parts):
        if kind in _WITHOUT_WIDTH:
            continue
        letters = _letters(kind, value)
        if letters and len(run) * len(letters) <= _MOST_SPELLINGS:
            run = frozenset(stretch + letter for stretch in run for letter in letters)
            continue
        inside = _inside(kind, value, run)
        choices += [run, inside] if inside else [run]
        run = _NOTHING
    choices.append(run)
    return choices


def _flat(parts: Iterable[Any]) -> Iterator[tuple[Any, Any]]:
    """Yield parts one after the other, those of groups in their places."""
    for kind, value in parts:
        if kind is op.SUBPATTERN:
            yield from _flat(value[-1])
        elif kind is op.ATOMIC_GROUP:
            yield from _flat(value)
        else:
            yield kind, value


def _letters(kind: Any, value: Any) -> frozenset[str]:  # noqa: ANN401 - parts have no public types
    """Return the few characters in lower case of which a part stands for one, or none where it may be any."""
    if kind is op.LITERAL:
        codes = {value}
    elif kind is op.IN and all(each is op.LITERAL for each, _ in value):
        codes = {code for _, code in value}
    else:
        return frozenset()
    letters = frozenset(chr(code).lower() for code in codes)
    # Letters beyond ASCII have odd relations when case does not count.
    return letters if all(letter.isascii() or not letter.isalpha() for letter in letters) else frozenset()


def _inside(kind: Any, value: Any, run: frozenset[str]) -> frozenset[str] | None:  # noqa: ANN401 - as above
    """Return what must stand in a part behind a stretch: one of its branches, or what it repeats."""
    if kind is op.BRANCH:
        branches = [_needed(branch, run) for branch in value[1]]
        if all(branches):
            found = frozenset().union(*(branch for branch in branches if branch))
            return frozenset(word for word in found if not any(other != word and other in word for other in found))
    elif kind in _REPEATS and value[0]:
        return _needed(value[-1], run)
    return None


def _worth(choice: frozenset[str]) -> tuple[int, int]:
    """Return how much a choice tells: by its commonest stretch, then by how few there are."""
    return min(_telling_of(_telling(stretch)) for stretch in choice), -len(choice)


def _telling(stretch: str) -> str:
    """Return the word of a stretch that tells most, with one of the blanks on each side of it."""
    parts = stretch.split()
    last = len(parts) - 1
    framed = [
        (" " if at or stretch[0].isspace() else "") + part + (" " if at < last or stretch[-1].isspace() else "")
        for at, part in enumerate(parts)
    ]
    return max(framed, key=_telling_of, default="")


def _telling_of(framed: str) -> int:
    word = framed.strip()
    return _MARK_WORTH if word >= _FIRST_MARK else 0 if word in _COMMON else len(word)
