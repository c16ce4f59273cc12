"""Who publishes the dumps, and under which terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="pageview_dumps",
    title="Wikimedia: page views",
    licence=Licence(
        name="CC0 1.0",
        url="https://dumps.wikimedia.org/legal.html",
        attribution="Page views: Wikimedia Foundation, CC0",
        ships=False,
    ),
    tier=Tier.OFFICIAL,
    homepage="https://dumps.wikimedia.org/other/pageview_complete/readme.html",
)
