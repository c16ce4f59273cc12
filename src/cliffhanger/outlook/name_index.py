"""Normalised names, found whole, by their beginning, by their words, or by what is nearly so."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import reduce
from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_LAST = "\U0010ffff"
_MOST_WORDS = 8
"""Words of a query that are looked up."""


_NOT_WORD = re.compile(r"[^\w]+")


def normal_form(title: str) -> str:
    """Return a title without case, accents, punctuation and a leading article.

    Example:
        >>> normal_form("The Handmaid's Tale")
        'handmaids tale'
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", title.casefold()) if not unicodedata.combining(c))
    words = _NOT_WORD.sub(" ", plain.replace("'", "").replace("\u2019", "").replace("&", " and ")).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in {"the", "a", "an"} else words)


class _ByLength:
    """Texts by their length: a slip changes it by one at the most."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = sorted(texts, key=len)
        self._lengths = [len(text) for text in self._texts]

    def slips(self, text: str) -> Iterator[tuple[str, int]]:
        """Yield the texts that differ by few letters, each with how many."""
        most = slips_allowed(len(text))
        if most:
            first = bisect_left(self._lengths, len(text) - most)
            last = bisect_right(self._lengths, len(text) + most)
            among = self._texts[first:last]
            found = process.extract(text, among, scorer=OSA.distance, score_cutoff=most, limit=None)
            yield from ((other, int(distance)) for other, distance, _ in found)


class NameIndex:
    """Names, by their places in alphabetical order; it does not change once it is made.

    Attributes:
        forms: the names, each once, in order.

    Example:
        >>> index = NameIndex(["copper lantern", "copper hill"])
        >>> [index.forms[place] for place in index.having(["lant"])]
        ['copper lantern']
    """

    def __init__(self, forms: Iterable[str]) -> None:
        """Index names that have been normalised."""
        self.forms: tuple[str, ...] = tuple(sorted(set(forms)))
        self._places = {form: place for place, form in enumerate(self.forms)}
        words: dict[str, list[int]] = {}
        for place, form in enumerate(self.forms):
            for word in dict.fromkeys(form.split()):
                words.setdefault(word, []).append(place)
        self._having = {word: frozenset(places) for word, places in words.items()}
        self._words: tuple[str, ...] = tuple(sorted(words))
        self._forms_by_length = _ByLength(self.forms)
        self._words_by_length = _ByLength(self._words)

    def whole(self, form: str) -> int | None:
        """Return the place of a name, or None."""
        return self._places.get(form)

    def beginning(self, start: str) -> range:
        """Return the places of the names that begin so."""
        return _beginning(self.forms, start)

    def having(self, words: Sequence[str]) -> frozenset[int]:
        """Return the places of the names that have all of some words, in any order; the last may be unfinished."""
        if not words:
            return frozenset()
        *finished, last = words[:_MOST_WORDS]
        found = [self._having.get(word, frozenset()) for word in finished]
        begun = _beginning(self._words, last)
        return _common([*found, frozenset().union(*(self._having[self._words[place]] for place in begun))])

    def like(self, words: Sequence[str]) -> frozenset[int]:
        """Return the same where words may have a slip each, but for those that are known as they are."""
        found = []
        for word in words[:_MOST_WORDS]:
            known = self._having.get(word)
            near = () if known else (other for other, _ in self._words_by_length.slips(word))
            found.append(known or frozenset().union(*(self._having[other] for other in near)))
        return _common(found)

    def slips(self, form: str) -> Iterator[tuple[int, int]]:
        """Yield the places of names that differ by few letters, each with how many."""
        return ((self._places[other], distance) for other, distance in self._forms_by_length.slips(form))


def slips_allowed(length: int) -> int:
    """Return how many letters of a text of some length may be wrong, missing, too many or exchanged."""
    return min(3, (length + 2) // 6)


def _beginning(ordered: Sequence[str], start: str) -> range:
    return range(bisect_left(ordered, start), bisect_left(ordered, start + _LAST)) if start else range(0)


def _common(sets: Sequence[frozenset[int]]) -> frozenset[int]:
    return reduce(frozenset.__and__, sorted(sets, key=len)) if sets else frozenset()
