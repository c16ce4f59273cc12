"""Who publishes it, and on what terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="news",
    title="news article",
    licence=Licence(
        name="All rights are the publishers'",
        url="",
        attribution="",
        ships=False,
    ),
    tier=Tier.PRESS,
    homepage="",
)
