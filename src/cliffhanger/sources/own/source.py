"""Who publishes it, and on what terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="own",
    title="Your own files",
    licence=Licence(
        name="Yours",
        url="",
        attribution="",
        ships=False,
    ),
    tier=Tier.OFFICIAL,
    homepage="",
)
