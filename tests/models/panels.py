"""Made-up panels for tests of the models."""

from __future__ import annotations

from datetime import date

import numpy as np
from hypothesis import strategies as st

from cliffhanger.domain.forecast import Question
from cliffhanger.panel.panel import Panel, blank

AS_OF = np.datetime64("2025-07-30")


def one(**changes: object) -> Panel:
    """Return one made-up row: a first season out for three weeks, but for the changes."""
    row = blank(Question("made_up:1", 1, date(2025, 7, 30)), "", "unknown")
    columns = dict(row.columns) | {
        "premiere": np.array([AS_OF - 21]),
        "last_aired": np.array([AS_OF - 7]),
        "episodes": np.array([10.0]),
        "kind": np.array([""], dtype=object),
        "goes_on": np.zeros(1, dtype=bool),
    }
    for name, value in changes.items():
        columns[name] = np.array([value], dtype=columns[name].dtype)
    return Panel(columns)


def together(panels: list[Panel]) -> Panel:
    """Return the rows of several panels as one."""
    return Panel({name: np.concatenate([panel[name] for panel in panels]) for name in panels[0].columns})


@st.composite
def rows(draw: st.DrawFn) -> Panel:
    """Draw a made-up row, as odd as rows can be."""
    since = draw(st.integers(0, 9000))
    season = draw(st.integers(1, 70))
    return one(
        season=season,
        premiere=AS_OF - since,
        last_aired=AS_OF - draw(st.integers(0, since)),
        gap_days=draw(st.floats(1, 5000)) if season > 1 else np.nan,
        run_days=draw(st.floats(0, 9000)) if season > 1 else 0.0,
        episodes=draw(st.one_of(st.just(np.nan), st.floats(1, 300))),
        rating=draw(st.one_of(st.just(np.nan), st.floats(0, 99))),
        kind=draw(st.sampled_from(["", "limited", "scripted"])),
        status=draw(st.sampled_from(["", "returning", "ended", "cancelled", "in_production"])),
        platform_class=draw(st.sampled_from(["unknown", "broadcast", "cable", "streaming", "asian network"])),
        network_decided=draw(st.integers(10, 40)),
        network_renewed=draw(st.integers(0, 10)),
        class_decided=draw(st.integers(100, 400)),
        class_renewed=draw(st.integers(0, 100)),
        listings_known=draw(st.booleans()),
        next_listed=draw(st.integers(0, 10)),
        tracked=draw(st.booleans()),
        fate=draw(st.sampled_from(["", "", "renewed", "cancelled", "ending", "rescued"])),
    )
