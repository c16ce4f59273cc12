"""Which sentences are worth a rule's while: those that hold one of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document, Sentence
    from cliffhanger.reader.hinted import Choice

LONGEST = 1_000
"""Longest sentence that is read, in characters of its marked form; rules look back to its start for each figure."""


def having(document: Document, words: Choice) -> Iterator[Sentence]:
    """Yield the sentences that hold one of some words, in order; those longer than ``LONGEST`` are no prose.

    Example:
        >>> from cliffhanger.reader import document
        >>> from cliffhanger.reader.hinted import Choice
        >>> from cliffhanger.reader.names import Names
        >>> made = document.make("It ends. A Drama begins.", Names())
        >>> [sentence.text for sentence in having(made, Choice("drama", "comedy"))]
        ['A Drama begins.']
    """
    for sentence in document.sentences:
        if words.is_in(sentence.marked) and len(sentence.marked) <= LONGEST:
            yield sentence
