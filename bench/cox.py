"""Cox's proportional hazards by lifelines, in an environment of its own: numbers in, numbers out.

``python bench/cox.py in.npz out.npz``: the first file holds spells and questions, the second gets the chances of a
premiere within the horizon.
"""

from __future__ import annotations

import sys
import warnings

import numpy as np
import pandas as pd
from lifelines import CoxPHFitter

PENALTY = 0.1
LEAST = 0.1
"""Columns that vary less are left out: on the early origins hardly any platform is known, and the fit diverges."""


def main() -> None:
    """Fit on the spells, answer the questions."""
    data = np.load(sys.argv[1])
    varies = data["spells"].std(axis=0) > LEAST
    names = [f"x{number}" for number in np.flatnonzero(varies)]
    spells = pd.DataFrame(data["spells"][:, varies], columns=names)
    spells = spells.assign(entry=data["entry"], end=data["end"], came=data["came"])
    model = CoxPHFitter(penalizer=PENALTY)
    warnings.simplefilter("ignore")  # advice on columns that vary little
    model.fit(spells, duration_col="end", event_col="came", entry_col="entry")
    risk = np.exp(
        model.predict_log_partial_hazard(pd.DataFrame(data["questions"][:, varies], columns=names)).to_numpy()
    )
    base = model.baseline_cumulative_hazard_
    days, total = base.index.to_numpy(dtype=float), base.iloc[:, 0].to_numpy()
    now, then = (np.interp(data["age"] + more, days, total) for more in (0.0, float(data["horizon"])))
    np.savez(sys.argv[2], p=1 - np.exp(-risk * (then - now)))


if __name__ == "__main__":
    main()
