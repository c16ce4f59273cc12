"""A show and its seasons, as one as-of view knows them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cliffhanger.domain.dates import PartialDate
    from cliffhanger.domain.vocabulary import Kind


@dataclass(frozen=True, slots=True)
class Season:
    """One season of a show.

    Attributes:
        number: season number, from 1.
        episodes: episodes listed, or None where nobody says.
        premiere: when it began, as far as known.
        finale: when it ended, as far as known.
    """

    number: int
    episodes: int | None = None
    premiere: PartialDate | None = None
    finale: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Show:
    """One television series.

    Attributes:
        id: its canonical id.
        title: its title.
        year: its first year, or None.
        network: the platform it was last known at, or empty.
        kind: what it is meant to be, or None.
        seasons: its seasons, in order.
    """

    id: str
    title: str
    year: int | None = None
    network: str = ""
    kind: Kind | None = None
    seasons: tuple[Season, ...] = ()
