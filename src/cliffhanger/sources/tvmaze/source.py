"""Who publishes the catalogue, and on what terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="tvmaze",
    title="TVmaze",
    licence=Licence(
        name="CC BY-SA 4.0",
        url="https://creativecommons.org/licenses/by-sa/4.0/",
        attribution="Data by TVmaze (https://www.tvmaze.com), CC BY-SA 4.0",
        ships=False,
    ),
    tier=Tier.CATALOGUE,
    homepage="https://www.tvmaze.com/shows",
)
