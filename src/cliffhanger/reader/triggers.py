"""Which sentences are worth a rule's while: those that hold one of its words."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cliffhanger.reader.document import Document
    from cliffhanger.reader.sentences import Sentence
    from cliffhanger.reader.sieves import Sieve

T = TypeVar("T")

LONGEST = 1_000
"""Longest sentence that is read, in characters of its marked form; rules look back to its start for each figure."""


def having(document: Document, rules: Sieve[T]) -> Iterator[tuple[T, Sentence]]:
    """Yield each rule with the sentences that hold its words, in order; those longer than ``LONGEST`` are no prose.

    Example:
        >>> from cliffhanger.reader import document
        >>> from cliffhanger.reader.hinted import Choice
        >>> from cliffhanger.reader.sieves import Sieve
        >>> from cliffhanger.reader.names import Names
        >>> made = document.make("It ends. A Drama begins.", Names())
        >>> rules = Sieve([("genre", [Choice("drama", "comedy")]), ("end", [Choice("ends")])])
        >>> [(rule, sentence.text) for rule, sentence in having(made, rules)]
        [('genre', 'A Drama begins.'), ('end', 'It ends.')]
    """
    found: dict[T, list[Sentence]] = {rule: [] for rule in rules}
    for sentence in document.sentences:
        if len(sentence.marked) <= LONGEST:
            for rule in rules.through(sentence.marked):
                found[rule].append(sentence)
    for rule, sentences in found.items():
        for sentence in sentences:
            yield rule, sentence
