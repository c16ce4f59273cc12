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
# Words of a subtitle that alone tell the show: "Strange New Worlds", not "Los Angeles".
_TELLING = 3
_SUBTITLE = re.compile(r"[^:]+: (?P<short>[^:]{6,})")
_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}")
# Whose show it is, written into the title: "Marvel's", "Tom Clancy's"; not "Grey's".
_HOST = re.compile(r"(?P<short>The \w+ Show) [Ww]ith [A-Z].*")
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
        also by what people call it, unless a show as well known is called so; a subtitle of few words only where exact.
        """
        self._tree: WordTree[Name] = WordTree()
        shortened: list[Name] = []
        titled: dict[tuple[str, ...], list[Name]] = {}
        for name in names:
            self._tree.add(name.text, name)
            if name.rank >= _WELL_KNOWN:
                continue
            short = shorter(name.text)
            if short:
                shortened.append(replace(name, text=short))
            part = subtitle(name.text)
            if part:
                titled.setdefault(tuple(keys_of(part)), []).append(replace(name, text=part))
        for name in shortened:
            others = self._tree.exactly(keys_of(name.text))
            if all(name.rank * 4 < other.rank for other in others):
                self._tree.add(name.text, name)
        own = {keys: several for keys, several in titled.items() if not self._tree.exactly(keys)}
        self._line: dict[str, list[Name]] = {}
        for name in (name for several in own.values() for name in several):
            self._line.setdefault(name.title.partition(": ")[0], []).append(name)
        self._subtitles = {keys: several for keys, several in own.items() if len({n.show for n in several}) == 1}
        for keys, several in self._subtitles.items():
            if len(keys) >= _TELLING:
                self._tree.add(several[0].text, several[0])
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
        return tuple(found or self._subtitles.get(tuple(keys_of(text)), ()))

    def line(self, head: str) -> Sequence[Name]:
        """Return the well-known shows of a line, by their subtitles: of "Star Trek" "Lower Decks" and others."""
        return self._line.get(head, ())

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
    found = _HEAD.match(title) or _HOST.fullmatch(title) or _OWNER.fullmatch(title)
    if found:
        return found["short"]
    plain = _INITIALS.sub(lambda m: m.group().replace(".", ""), title)
    return plain if plain != title else ""


def subtitle(title: str) -> str:
    """Return the subtitle of a title, or an empty text.

    Example:
        >>> subtitle("Star Trek: Lower Decks"), subtitle("Bosch")
        ('Lower Decks', '')
    """
    found = _SUBTITLE.fullmatch(title)
    return found["short"] if found else ""


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
