"""Who publishes the figures, and on what terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="netflix",
    title="Netflix: Top 10 and What We Watched",
    licence=Licence(
        name="Published by Netflix; no licence is stated",
        url="https://www.netflix.com/tudum/top10/about",
        attribution="Netflix Top 10 and What We Watched: A Netflix Engagement Report, published by Netflix",
        ships=False,
    ),
    tier=Tier.OFFICIAL,
    homepage="https://www.netflix.com/tudum/top10",
)
