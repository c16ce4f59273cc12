"""Patterns that are tried only where one of their own rarer words stands.

A rule that begins with a choice of words is tried by ``re`` at every character
of a text, which takes some hundred times as long as to look for a plain word.
Of each pattern are therefore derived the stretches of characters of which any
match must hold one, and most texts are passed over for want of them. What is
found is the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from re import _constants as op  # type: ignore[attr-defined]  # there is no public way to the parts of a pattern
from re import _parser as parser  # type: ignore[attr-defined]
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
# From so many hints on it is quicker to look for all at once.
_MANY = 16
_NOTHING = frozenset({""})


class Hinted:
    r"""A pattern with its hints; its methods are those of :class:`re.Pattern`.

    Example:
        >>> ends = Hinted(r"\b(?:was|were)\s+(?:axed|scrapped)\b", re.IGNORECASE)
        >>> ends.hints, ends.search("It WAS Axed.").group()
        (('axed', 'scrapped'), 'WAS Axed')
    """

    __slots__ = ("_flags", "_hints", "_joined", "_pattern", "_source")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Keep a pattern; its hints are derived when it is first asked for, and it is compiled when one is found."""
        self._source, self._flags = pattern, flags
        self._pattern: re.Pattern[str] | None = None
        self._hints: tuple[str, ...] | None = None
        self._joined: re.Pattern[str] | None = None

    @property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself, which its matches name as ``re``."""
        if self._pattern is None:
            self._pattern = re.compile(self._source, self._flags)
        return self._pattern

    @property
    def hints(self) -> tuple[str, ...]:
        """Stretches of :func:`searchable` characters of which any match holds one; an empty one stands for any text."""
        if self._hints is None:
            self._hints = tuple(sorted({searchable(hint) for hint in hints_of(self._source, self._flags)}))
            if len(self._hints) > _MANY:
                self._joined = re.compile(_joined(_tree(self._hints)))
        return self._hints

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Do what :meth:`re.Pattern.search` does."""
        if not self._may_match(text, start, end):
            return None
        return (self._pattern or self.compiled).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Do what :meth:`re.Pattern.match` does; that looks at one place only, and needs no hint."""
        return (self._pattern or self.compiled).match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[re.Match[str]]:
        """Do what :meth:`re.Pattern.finditer` does."""
        if not self._may_match(text, start, end):
            return iter(())
        return (self._pattern or self.compiled).finditer(text, start, end)

    def sub(self, replacement: str | Callable[[re.Match[str]], str], text: str) -> str:
        """Do what :meth:`re.Pattern.sub` does."""
        return self.compiled.sub(replacement, text) if self._may_match(text, 0, maxsize) else text

    def _may_match(self, text: str, start: int, end: int) -> bool:
        hints, searched = self._hints or self.hints, searchable(text)
        if self._joined is not None:
            return self._joined.search(searched, start, end) is not None
        if start or end != maxsize:
            searched = searched[start:end]
        # A plain loop: this is asked a thousand times an article, and a generator costs as much as the search.
        for hint in hints:  # noqa: SIM110
            if hint in searched:
                return True
        return False


@lru_cache(maxsize=512)
def plain(text: str) -> str:
    """Return a text in lower case, character for character; many rules ask for the same sentence."""
    if not text.isascii():
        for odd, letter in _ODD_LETTERS:
            text = text.replace(odd, letter)
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=512)
def searchable(text: str) -> str:
    """Return a text in lower case, character for character, in which those beyond Latin-1 are all alike.

    What stands in a text stands here too, and a text of narrow characters is searched several times as fast.
    """
    return plain(text).encode("latin-1", "replace").decode("latin-1")


def any_of(patterns: Iterable[Hinted]) -> re.Pattern[str]:
    """Return a pattern that is found in the searchable form of every text in which one of several may match.

    The hints are joined by their beginnings, so that a hundred are looked for in one pass.
    """
    return re.compile(_joined(_tree({hint for pattern in patterns for hint in pattern.hints})))


def beginnings_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern that is found at the first letter of each of some words, be it within another one of them."""
    tree = sorted(_tree(words).items())
    return re.compile("|".join(f"{re.escape(letter)}(?={_joined(below)})" for letter, below in tree))


def _tree(words: Iterable[str]) -> dict[str, Any]:
    """Return words by their letters, joined where they begin alike; an empty letter ends one."""
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[""] = {}
    return tree


def _joined(tree: dict[str, Any]) -> str:
    if "" in tree:
        return ""
    return "(?:" + "|".join(re.escape(letter) + _joined(below) for letter, below in sorted(tree.items())) + ")"


def hints_of(pattern: str, flags: int = 0) -> tuple[str, ...]:
    """Return stretches of characters in lower case of which any match of a pattern holds one.

    Of the parts that a match must have, that one tells which is the rarest by the length of its shortest stretch.
    """
    found = _needed(parser.parse(pattern, flags))
    return tuple(sorted(found)) if found and len(found) <= _MOST else ("",)


def _needed(parts: Iterable[Any], run: frozenset[str] = _NOTHING) -> frozenset[str] | None:
    """Return the best choice of stretches of which one must stand in a match of parts, or None where there is none.

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
    best = max(choices, key=_worth)
    return best if _worth(best)[0] >= _SHORTEST else None


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
    worths = (_MARK_WORTH if word >= _FIRST_MARK else 0 if word.strip() in _COMMON else len(word) for word in choice)
    return min(worths), -len(choice)
