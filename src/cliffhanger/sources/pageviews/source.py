"""Who publishes it, and on what terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="pageviews",
    title="Wikipedia page views",
    licence=Licence(
        name="CC0 1.0",
        url="https://wikimedia.org/api/rest_v1/",
        attribution="Page views published by the Wikimedia Foundation (https://wikimedia.org/api/rest_v1/), CC0 1.0",
        ships=True,
    ),
    tier=Tier.CATALOGUE,
    homepage="https://pageviews.wmcloud.org/",
)
