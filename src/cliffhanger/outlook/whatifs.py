"""What would change a forecast: the same question with one thing more known, answered by the same models."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.models.fate import fates
from cliffhanger.outlook.dossier import Change
from cliffhanger.panel.panel import Panel

if TYPE_CHECKING:
    from cliffhanger.models.bundle import Models

_USUAL_EPISODES = 8.0


def changes(panel: Panel, models: Models) -> tuple[Change, ...]:
    """Return what would move the odds of a one-row panel, and where to; nothing where its fate is known.

    Args:
        panel: one row.
        models: the fitted models.
    """
    following = int(panel["season"][0]) + 1
    if panel["fate"][0] or not np.isnat(panel["next_premiere"][0]):
        return ()
    asked: list[tuple[str, dict[str, object]]] = [
        (f"season {following} is ordered", {"fate": "renewed"}),
        ("the series is cancelled", {"fate": "cancelled"}),
    ]
    if panel["status"][0] != "ended":
        asked.append(("a catalogue calls the series ended", {"status": "ended"}))
    # That nothing is listed is news, too, where it was not known whether anything is.
    if not panel["listings_known"][0] or panel["next_listed"][0] == 0:
        listed: dict[str, object] = {"listings_known": True, "next_listed": _USUAL_EPISODES}
        asked.insert(0, (f"IMDb lists episodes of season {following}", listed))
    if not panel["listings_known"][0]:
        unlisted: dict[str, object] = {"listings_known": True, "next_listed": 0.0}
        asked.insert(1, (f"IMDb is seen to list none of season {following}", unlisted))
    return tuple(Change(what, float(fates(_with(panel, known), models).p_renewed[0])) for what, known in asked)


def _with(panel: Panel, known: dict[str, object]) -> Panel:
    columns = dict(panel.columns)
    for name, value in known.items():
        columns[name] = np.array([value], dtype=panel[name].dtype)
    return Panel(columns)
