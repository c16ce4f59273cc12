"""Rules sorted out by the words of a text, so that only those are tried that may match.

What each needs is told by the words that :mod:`hinted` derives from its
pattern, or by words that it is given; what is found is the same.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Generic, TypeVar

from cliffhanger.reader.hinted import LONGEST_KNOWN, MOST_KNOWN, Choice, Hinted, clauses_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

T = TypeVar("T")

_MOST_COMBINED = 1_000
# So many texts are worth deriving from each pattern which words it needs, which takes seconds for a thousand of them.
_MANY = 20_000
# A set of characters, what is escaped, or one character of a pattern.
_PIECE = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]|\\.|.", re.DOTALL)


class OfWords(dict[str, bool]):
    r"""A pattern that never matches over a blank, tried once for each word: text is mostly words that came before.

    Example:
        >>> OfWords(r"\b20\d\d\b").is_in("In 2026, perhaps.")
        True
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Compile the pattern."""
        super().__init__()
        self._pattern = re.compile(pattern, flags)
        self._matching: set[str] = set()

    def is_in(self, text: str) -> bool:
        """Whether the pattern matches somewhere in a text."""
        return any(map(self.__getitem__, text.split()))

    def those_in(self, text: str) -> list[str]:
        """Return the words of a text in which the pattern matches, each once and in no order."""
        words = set(text.split())
        known = words.intersection(self)
        return [*(known & self._matching), *(word for word in words - known if self[word])]

    def __missing__(self, word: str) -> bool:
        """Try the pattern on a word, and remember what comes of it, as long as words are few and short."""
        found = self._pattern.search(word) is not None
        if len(word) <= LONGEST_KNOWN:
            if len(self) >= MOST_KNOWN:
                self.clear()
                self._matching.clear()
            self[word] = found
            if found:
                self._matching.add(word)
        return found


class Sieve(Generic[T]):
    """Things sorted out by what texts must hold for them.

    Example:
        >>> sieve = Sieve([("end", [Hinted("ends|ended")]), ("start", [Hinted("start(?:s|ed)"), Choice("it")])])
        >>> sieve.through("When it starts"), sieve.through("When he starts")
        (['start'], [])
    """

    def __init__(self, things: Iterable[tuple[T, Sequence[Hinted | Choice]]]) -> None:
        """Keep things with what each needs; what that is in bits is worked out when first asked for."""
        self._things = list(things)
        self._table: list[tuple[int, int, T, list[Choice]]] = []
        self._keys = 0
        self._asked = 0
        # The lines of the table by the keys that a text holds.
        self._known: dict[int, list[tuple[int, int, T, list[Choice]]]] = {}

    @staticmethod
    def of(patterns: Iterable[Hinted]) -> Sieve[Hinted]:
        """Return a sieve of patterns that need nothing but their own words."""
        return Sieve((pattern, [pattern]) for pattern in patterns)

    def __iter__(self) -> Iterator[T]:
        """All things, in order."""
        return (thing for thing, _ in self._things)

    def _make_table(self, *, whole: bool) -> None:
        """Work out what each thing needs in bits: for few texts by the words that it is given, where it has any."""
        self._table = []
        for thing, needs in self._things:
            choices = [need for need in needs if isinstance(need, Choice)]
            asked = needs if whole or not choices else choices
            bits = reduce(or_, (need.bits for need in asked))
            self._table.append(((choices or needs)[0].key, bits, thing, [each for each in choices if each.phrases]))
        self._keys = reduce(or_, (key for key, *_ in self._table))
        self._known.clear()

    def through(self, text: str) -> list[T]:
        """Return the things for which a text holds all, in order."""
        self._asked += 1
        if not self._table or self._asked == _MANY:
            self._make_table(whole=self._asked >= _MANY)
        held = clauses_in(text)
        keys = held & self._keys
        lines = self._known.get(keys)
        if lines is None:
            if len(self._known) >= _MOST_COMBINED:
                self._known.clear()
            lines = self._known[keys] = [line for line in self._table if not line[0] or line[0] & keys]
        if not lines:
            return []
        return [
            thing
            for _, bits, thing, phrases in lines
            if held & bits == bits and (not phrases or all(choice.is_in(text) for choice in phrases))
        ]


class AnyOf:
    r"""A choice of patterns, of which only those are tried that a text holds the words of.

    Attributes:
        parts: the patterns.

    Example:
        >>> hopes = AnyOf(r"\bfingers crossed\b|\bwould (?:love|like)\b")
        >>> hopes.start("we would love to"), hopes.start("we will")
        (3, -1)
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Part a pattern into its choices."""
        self.parts = [Hinted(part, flags) for part in branches(pattern)]
        self._sieve = Sieve.of(self.parts)

    def start(self, text: str) -> int:
        """Return where the first match of any of them begins, or -1."""
        found = [m.start() for part in self._sieve.through(text) if (m := part.compiled.search(text))]
        return min(found, default=-1)

    def is_in(self, text: str) -> bool:
        """Whether one of them matches somewhere."""
        return any(part.compiled.search(text) for part in self._sieve.through(text))


def branches(pattern: str) -> list[str]:
    r"""Return the choices that a pattern is made of: what its outermost bars part.

    Example:
        >>> branches(r"a(?:b|c)|[|]|d\|e")
        ['a(?:b|c)', '[|]', 'd\\|e']
    """
    parts = [""]
    depth = 0
    for piece in _PIECE.findall(pattern):
        depth += (piece == "(") - (piece == ")")
        if piece == "|" and not depth:
            parts.append("")
        else:
            parts[-1] += piece
    return parts
