"""Who keeps the facts, and on what terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="curated",
    title="Facts kept with the package",
    licence=Licence(
        name="Apache-2.0",
        url="https://www.apache.org/licenses/LICENSE-2.0",
        attribution="Facts kept with cliffhanger; each names its publisher",
    ),
    tier=Tier.PRESS,
    homepage="https://en.wikipedia.org/wiki/Main_Page",
)
