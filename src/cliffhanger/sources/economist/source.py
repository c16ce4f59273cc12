"""Who publishes the table, and under which terms."""

from __future__ import annotations

from cliffhanger.domain.source import Licence, Source
from cliffhanger.domain.vocabulary import Tier

SOURCE = Source(
    name="economist",
    title="The Economist, ratings of television dramas",
    licence=Licence(
        name="MIT",
        url="https://opensource.org/license/mit",
        attribution="Copyright (c) 2018 The Economist Newspaper",
    ),
    tier=Tier.CATALOGUE,
    homepage="https://github.com/TheEconomist/graphic-detail-data",
)
