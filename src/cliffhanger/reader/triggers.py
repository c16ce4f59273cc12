"""Which sentences are worth a rule's while: those that hold one of its words."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from cliffhanger.reader.hinted import searchable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from cliffhanger.reader.document import Document, Sentence

LONGEST = 1_000
"""Longest sentence that is read, in characters of its marked form; rules look back to its start for each figure."""

_MEMO = "lowered"


class Lowered:
    """A document's marked sentences in lower case, to be searched for many rules' words.

    Sentences longer than ``LONGEST`` are no prose, and are left out.

    Example:
        >>> from cliffhanger.reader import document
        >>> from cliffhanger.reader.names import Names
        >>> made = document.make("It ends. A Drama begins.", Names())
        >>> [sentence.text for sentence in Lowered(made).having(["drama", "comedy"])]
        ['A Drama begins.']
    """

    def __init__(self, document: Document) -> None:
        """Lower the sentences once."""
        self._sentences = [sentence for sentence in document.sentences if len(sentence.marked) <= LONGEST]
        lines = [searchable(sentence.marked) for sentence in self._sentences]
        self._whole = "\n".join(lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def having(self, words: Sequence[str]) -> Iterator[Sentence]:
        """Yield the sentences that hold one of some lower-case stretches of characters, in order."""
        whole, starts = self._whole, self._starts
        found: set[int] = set()
        for word in words:
            sought = searchable(word)
            at = whole.find(sought)
            while at >= 0:
                index = bisect_right(starts, at) - 1
                found.add(index)
                at = whole.find(sought, starts[index + 1])
        for index in sorted(found):
            yield self._sentences[index]


def lowered(document: Document) -> Lowered:
    """Return a document's sentences in lower case, worked out once for all who ask."""
    made = document.memo.get(_MEMO)
    if not isinstance(made, Lowered):
        made = document.memo[_MEMO] = Lowered(document)
    return made
