"""The catalogue's names, ready to be found in text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import chain
from typing import TYPE_CHECKING

from cliffhanger.reader.claims import Subject
from cliffhanger.reader.words import WordTree, each_key, keys_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

_ARTICLES = frozenset({"the", "a", "an"})
_HEAD = re.compile(r"(?P<short>\S+(?: \S+)*? \S*[^\W\d]): ")
# Only of shows as well known as this do people drop half the title.
_WELL_KNOWN = 5_000
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
# Whose show it is, written into the title: "Marvel's", "Tom Clancy's"; not "Grey's".
_OWNER = re.compile(r"(?:Marvel|DC|[A-Z][a-z]+ (?:del )?[A-Z][a-z]+)['\u2019]s (?P<short>.{4,})")


@dataclass(frozen=True, slots=True)
class Name:
    """A show's name.

    Attributes:
        show: the show's id.
        title: its title in the catalogue.
        text: the name: the title itself, or an alias.
        year: the show's first year, or None.
        rank: how well known the show is, 0 the best known.
        platform: where it runs, by the vocabulary's name, or empty.
    """

    show: str
    title: str
    text: str
    year: int | None = None
    rank: int = 0
    platform: str = ""


class Names:
    """Names of shows, found by their words.

    Example:
        >>> names = Names([Name("imdb:tt3502248", "Bosch", "Bosch")])
        >>> names.exactly("bosch")[0].show
        'imdb:tt3502248'
    """

    def __init__(self, names: Iterable[Name] = ()) -> None:
        """Build the tree of names.

        A title that begins with an article is also found without it, where exact; one with a subtitle or an owner
        also by what people call it, unless another show is called so.
        """
        self._tree: WordTree[Name] = WordTree()
        shortened: list[Name] = []
        for name in names:
            self._tree.add(name.text, name)
            short = shorter(name.text) if name.rank < _WELL_KNOWN else ""
            if short:
                shortened.append(replace(name, text=short))
        for name in shortened:
            if not self._tree.exactly(keys_of(name.text)):
                self._tree.add(name.text, name)
        self._tree.sort(_by_rank)

    @property
    def beginnings(self) -> Collection[str]:
        """The first words of the names, as :attr:`WordTree.beginnings` has them."""
        return self._tree.beginnings

    def __len__(self) -> int:
        """Number of names."""
        return len(self._tree)

    def exactly(self, text: str) -> tuple[Name, ...]:
        """Return the names that are this text but for case, accents, punctuation and a leading article.

        The best known show comes first.
        """
        found = self._tree.exactly(each_key(text))
        if not found:
            keys = each_key(text)
            first = next(keys, "")
            found = self._tree.exactly(keys if first in _ARTICLES else chain(("the", first), keys)) if first else []
        return tuple(found)

    def longest(self, text: str, word: re.Match[str]) -> tuple[int, int, tuple[Name, ...]] | None:
        """Return the longest name that begins at a word, as :meth:`WordTree.longest` does."""
        found = self._tree.longest(text, word)
        return (found[0], found[1], tuple(found[2])) if found else None


def shorter(title: str) -> str:
    """Return what people call a show with a long title, or an empty text.

    Example:
        >>> shorter("Lois & Clark: The New Adventures of Superman"), shorter("Tom Clancy's Jack Ryan"), shorter("Bosch")
        ('Lois & Clark', 'Jack Ryan', '')
    """
    found = _HEAD.match(title) or _OWNER.fullmatch(title)
    if found:
        return found["short"]
    plain = _INITIALS.sub(lambda m: m.group().replace(".", ""), title)
    return plain if plain != title else ""


def _by_rank(name: Name) -> tuple[int, int, str]:
    return (name.rank, -(name.year or 0), name.show)


def meant(candidates: Sequence[Name], written: str, published: int | None) -> Subject:
    """Return the show that a name means; of several of the name, none where they are as well known."""
    possible = [n for n in candidates if published is None or n.year is None or n.year <= published + 1] or candidates
    best = possible[0]
    others = {n.show for n in possible} - {best.show}
    if others and not _stands_out(best, [n for n in possible if n.show in others]):
        return Subject(written)
    return Subject(best.title, best.show)


def _stands_out(best: Name, others: Sequence[Name]) -> bool:
    return all(best.rank * 4 < n.rank for n in others)
