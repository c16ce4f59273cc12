"""Who publishes the catalogue, and on what terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="tmdb",
    title="The Movie Database (TMDB)",
    licence=Licence(
        name="TMDB API terms of use: attribution, non-commercial",
        url="https://www.themoviedb.org/api-terms-of-use",
        attribution="This product uses TMDB data but is not endorsed or certified by TMDB.",
        ships=False,
    ),
    tier=Tier.CATALOGUE,
    homepage="https://www.themoviedb.org/tv",
)
