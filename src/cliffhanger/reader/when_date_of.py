"""What a date of a sentence is told to be the date of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from cliffhanger.reader import when_words as words

if TYPE_CHECKING:
    from cliffhanger.domain.vocabulary import Predicate
    from cliffhanger.reader.sentences import Sentence


@dataclass(frozen=True, slots=True)
class Told:
    """What a date is the date of.

    Attributes:
        predicate: what happens on it.
        at: where the word that says so begins, in the marked sentence.
        end: where it ends.
        lead: where its clause begins.
        season: the season, where the words themselves say it.
        whole: whether the date runs from the start to the end of what happens.
        moved: whether the date is a range of which only the second day is still meant.
        been: whether it is told of a day that has been, whatever its verb.
    """

    predicate: Predicate
    at: int
    end: int
    lead: int
    season: int | None = None
    whole: bool = False
    been: bool = False
    moved: bool = False


@lru_cache(maxsize=8)
def clause(sentence: Sentence, place: int) -> int:
    """Return where the clause begins that a place stands in."""
    return max((m.end() for m in words.CLAUSE.finditer(sentence.marked, 0, place)), default=0)
