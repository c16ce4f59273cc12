"""Who publishes the catalogue, and under which terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="omdb",
    title="OMDb",
    licence=Licence(
        name="CC BY-NC 4.0",
        url="https://creativecommons.org/licenses/by-nc/4.0/",
        attribution="OMDb API (https://www.omdbapi.com), CC BY-NC 4.0",
        ships=False,
    ),
    tier=Tier.CATALOGUE,
    homepage="https://www.omdbapi.com/",
)
