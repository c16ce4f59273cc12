"""Who publishes the catalogue, and on what terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="metacritic",
    title="Metacritic",
    licence=Licence(
        name="All rights reserved by Metacritic; its scores are shown as Metacritic's own",
        url="https://www.metacritic.com/",
        attribution="Metascore and user score: Metacritic (https://www.metacritic.com)",
        ships=False,
    ),
    tier=Tier.CATALOGUE,
    homepage="https://www.metacritic.com/tv/",
)
