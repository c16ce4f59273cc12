"""The words of the facts file: they are our own, so every one of them has to be known."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from cliffhanger.domain.errors import UnknownWordError
from cliffhanger.domain.vocabulary import Kind, Modality, Predicate

if TYPE_CHECKING:
    from enum import StrEnum

Word = TypeVar("Word", bound="StrEnum")

FIELDS = frozenset(
    {
        "show",
        "season",
        "predicate",
        "value",
        "unit",
        "valid_from",
        "valid_to",
        "wording",
        "modality",
        "known_at",
        "publisher",
        "url",
    }
)
"""What a line may say; a line that says more is set aside."""

NEEDED = ("show", "predicate", "value", "known_at", "publisher")

OF_OTHER_SHOWS = frozenset({Predicate.SPIN_OFF_OF, Predicate.FOLLOWS})
"""The predicates whose value is another show's id."""

OF_SEASON_NUMBERS = frozenset({Predicate.ORDERED, Predicate.RENEWED, Predicate.ENDING, Predicate.EPISODE_COUNT})
"""The predicates whose value is a whole number."""


def predicate(word: str, row: int) -> Predicate:
    """Return the predicate of that name, or raise UnknownWordError."""
    return _known(Predicate, "predicate", word, row)


def modality(word: str, row: int) -> Modality:
    """Return the modality of that name, or raise UnknownWordError."""
    return _known(Modality, "modality", word, row)


def kind(word: str, row: int) -> Kind:
    """Return the kind of that name, or raise UnknownWordError."""
    return _known(Kind, "kind", word, row)


def _known(words: type[Word], field: str, word: str, row: int) -> Word:
    try:
        return words(word)
    except ValueError as error:
        raise UnknownWordError(source="curated", field=field, word=word, row=row) from error
