"""Whose logs they are, and on what terms: the platform's that measures its own audience."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="playback",
    title="The platform's own playback logs",
    licence=Licence(
        name="The platform's own; personal data, which never leaves its machines",
        url="",
        attribution="Measured from the platform's own playback logs",
        ships=False,
    ),
    tier=Tier.OFFICIAL,
    homepage="",
)
