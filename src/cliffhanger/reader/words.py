"""Words of a text, and trees of them in which names are found."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

T = TypeVar("T")

# Longer words in small letters, and how many of them tell that a headline has no capitals but those of names.
_SMALL_WORD = re.compile(r"\b[a-z]{5,}\b")
_FEWEST_SMALL = 3
WORD = re.compile(r"[^\W_]+(?:['\u2019\u2018][^\W_]+)*|[&+]")
_GAP = re.compile(r"[\s:,.!?'\u2019\u2018\u2026\-\u2010-\u2015/*$#]{0,4}")
_APOSTROPHES = frozenset("'\u2019")
_PAIR = 2
_LONGEST_ABBREVIATION = 3
_ABBREVIATIONS = frozenset({"Capt", "Dept", "Prof"})


class _Node(Generic[T]):
    __slots__ = ("below", "held")

    def __init__(self) -> None:
        self.held: list[T] = []
        self.below: dict[str, _Node[T]] = {}


def in_sentence_case(headline: str) -> bool:
    """Whether a headline has so many longer words in small letters that its capitals are those of names.

    Example:
        >>> in_sentence_case("BBC orders second series of comedy about sisters"), in_sentence_case("BBC Orders More")
        (True, False)
    """
    return len(_SMALL_WORD.findall(headline)) >= _FEWEST_SMALL


class WordTree(Generic[T]):
    """Things with names, found by the words of their names."""

    def __init__(self) -> None:
        """Make an empty tree."""
        self._root: _Node[T] = _Node()
        self._several: list[list[T]] = []
        self._size = 0

    def __len__(self) -> int:
        """Number of names."""
        return self._size

    def add(self, name: str, thing: T) -> None:
        """Add a thing under a name; a name without words is passed over."""
        keys = keys_of(name)
        node = self._root
        for key in keys:
            node = node.below.setdefault(key, _Node())
        if keys:
            node.held.append(thing)
            self._size += 1
            if len(node.held) == _PAIR:
                self._several.append(node.held)

    def sort(self, key: Callable[[T], Any]) -> None:
        """Bring the things that have the same name into an order."""
        for held in self._several:
            held.sort(key=key)

    def exactly(self, keys: Iterable[str]) -> list[T]:
        """Return what has exactly these words for a name; no more of them are asked for than names begin with."""
        node = self._root
        for key in keys:
            following = node.below.get(key)
            if following is None:
                return []
            node = following
        return node.held

    @property
    def beginnings(self) -> Collection[str]:
        """The first words of the names, as :func:`key_of` has them; a possessive "s" is not counted."""
        return self._root.below

    def longest(self, text: str, word: re.Match[str]) -> tuple[int, int, list[T]] | None:
        """Return the longest name that begins at a word of a text.

        Args:
            text: the text.
            word: what :data:`WORD` matched there.

        Returns:
            The offset behind its last character (before a possessive "'s"), how many words it has, and what has that
            name; None where no name begins there.
        """
        node = self._root
        best: tuple[int, int, list[T]] | None = None
        count = 0
        following: re.Match[str] | None = word
        while following is not None:
            said = following.group()
            count += 1
            key = key_of(said)
            below = node.below.get(key)
            if (
                said[-2:-1] in _APOSTROPHES
                and said[-1] in "sS"
                and len(said) > _PAIR
                and (below is None or not below.held)
            ):
                owner = node.below.get(key_of(said[:-2]))
                if owner is not None and owner.held:
                    best = (following.end() - 2, count, owner.held)
            if below is None:
                break
            node = below
            if node.held:
                best = (following.end(), count, node.held)
            following = _next(text, following) if node.below else None
        return best


def keys_of(text: str) -> list[str]:
    """Return the words of a name as names are compared by.

    Example:
        >>> keys_of("The Handmaid's Tale")
        ['the', 'handmaids', 'tale']
    """
    return list(each_key(text))


def each_key(text: str) -> Iterator[str]:
    """Yield the words of :func:`keys_of`, as far as they are asked for."""
    for word in WORD.finditer(text):
        yield key_of(word.group())


def lower(text: str) -> str:
    """Return a text in lower case with as many characters as before; those that would become two stay."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=20_000)
def key_of(word: str) -> str:
    """Return a word without case, accents and apostrophes.

    Example:
        >>> key_of("Handmaid\u2019s"), key_of("Ren\u00e9e")
        ('handmaids', 'renee')
    """
    if word.isascii():
        return "and" if word == "&" else word.replace("'", "").lower()
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c) and c not in "'\u2019\u2018")


def _is_abbreviation(word: str) -> bool:
    """Whether a full stop behind a word need not end the sentence."""
    return len(word) <= _LONGEST_ABBREVIATION or word in _ABBREVIATIONS


def _next(text: str, word: re.Match[str]) -> re.Match[str] | None:
    """Return the next word, if it can belong to the same name: nothing that ends a sentence stands between."""
    begin = word.end()
    following = WORD.match(text, begin + 1) if text[begin : begin + 1] == " " else None
    if following is not None:
        return following
    gap = _GAP.match(text, begin)
    end = gap.end() if gap else begin
    if end - begin > 1:
        between = text[begin:end]
        # "Mr. Robot" is one name, "Bosch. Legacy" is not.
        if "\n" in between or (between[0] == "." and not _is_abbreviation(word.group())):
            return None
    elif end < len(text) and text[end - 1] == "\n":
        return None
    return WORD.match(text, end)
