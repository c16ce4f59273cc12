"""Who publishes the numbers, and under which terms: IMDb's own, however often they were read."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="imdb_history",
    title="IMDb, day by day",
    licence=Licence(
        name="IMDb non-commercial licensing: personal use, no republication",
        url="https://developer.imdb.com/non-commercial-datasets/",
        attribution="Information courtesy of IMDb (https://www.imdb.com). Used with permission.",
        ships=False,
    ),
    tier=Tier.CATALOGUE,
    homepage="https://www.imdb.com/",
)
