"""Models fitted on made-up rows, for tests of what the models do with any coefficients."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.models import training
from tests.models.panels import AS_OF, one, together

if TYPE_CHECKING:
    from cliffhanger.models.bundle import Models


@cache
def models() -> Models:
    """Fit all models on a made-up world in which young, long and listed shows return more often."""
    random = np.random.default_rng(7)
    panels, returned = [], []
    for number in range(3000):
        since = int(random.integers(1, 2500))
        season = int(random.integers(1, 9))
        panels.append(
            one(
                show=f"made_up:{number}",
                season=season,
                premiere=AS_OF - since,
                last_aired=AS_OF - since // 2,
                gap_days=np.nan if season == 1 else float(random.integers(200, 900)),
                run_days=400.0 * (season - 1),
                episodes=float(random.integers(4, 30)),
                rating=float(random.integers(0, 99)),
                tracked=bool(random.integers(0, 2)),
                next_listed=float(random.random() < 0.2),
                listings_known=True,
                platform_class=["streaming", "cable", "unknown"][number % 3],
                class_decided=100.0,
                class_renewed=70.0,
                network_decided=20.0,
                network_renewed=float(random.integers(0, 20)),
            )
        )
        returned.append(float(random.random() < 0.06 * np.exp(-since / 700)))
    panel, answers = together(panels), np.asarray(returned)
    renewed = (random.random(3000) < 0.7).astype(float)
    decisions = training.Decisions(panel, renewed, panel, (0.3, 0.1), date(2018, 8, 31))
    return training.fit(
        training.Months(panel, answers), [decisions], (panel, answers), name="made up", trained_to="2025-07-30"
    )
