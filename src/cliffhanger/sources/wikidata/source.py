"""Who publishes it, and on what terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="wikidata",
    title="Wikidata",
    licence=Licence(
        name="CC0 1.0",
        url="https://www.wikidata.org/wiki/Wikidata:Licensing",
        attribution="Facts from Wikidata (https://www.wikidata.org), CC0 1.0",
        ships=True,
    ),
    tier=Tier.CATALOGUE,
    homepage="https://www.wikidata.org/",
)
