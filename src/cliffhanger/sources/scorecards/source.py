"""Who compiled the scorecards, and on what terms they stand here."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="scorecards",
    title="Metacritic renew / cancel scorecards",
    licence=Licence(
        name="Facts (who decided what, and when), compiled by Metacritic",
        url="https://www.metacritic.com/",
        attribution="Renewal decisions of 2013 to 2019 as compiled in Metacritic's renew / cancel scorecards.",
    ),
    tier=Tier.PRESS,
    homepage="https://www.metacritic.com/tv/",
)
