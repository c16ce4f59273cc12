"""How good forecasts were: scores of probabilities and of dates, and how sure one may be of a score.

:mod:`.scores` judges probabilities, :mod:`.times` dates and times that may be censored, and
:mod:`.bootstrap` puts intervals around any of it, resampling whole series. Public functions check
what they are given and say what is wrong with it; the array kernels below them do not check.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from cliffhanger.domain.errors import CliffhangerError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class UnscorableError(CliffhangerError):
    """A score cannot be worked out from what was given."""

    def __init__(self, *, what: str, reason: str, row: int | None = None) -> None:
        """Name the argument, what is wrong with it and, where known, the row, counted from 0."""
        self.what, self.reason, self.row = what, reason, row
        super().__init__(f"{what}{'' if row is None else f', row {row}'}: {reason}")


def finite(what: str, values: ArrayLike, *, dimensions: int = 1) -> NDArray[np.float64]:
    """Return values as an array, or raise UnscorableError where one is missing, infinite or no number."""
    try:
        array = np.asarray(values)
    except ValueError as error:
        raise UnscorableError(what=what, reason="its rows are not of one length") from error
    if array.dtype.kind not in "biuf":
        raise UnscorableError(what=what, reason=f"it holds {array.dtype}, not numbers")
    if array.ndim != dimensions or array.size == 0:
        raise UnscorableError(what=what, reason=f"its shape is {array.shape}; {dimensions}-D and not empty is needed")
    return every_row(what, array.astype(np.float64), np.isfinite(array), "a finite number is needed")


def probabilities(what: str, values: ArrayLike, *, dimensions: int = 1) -> NDArray[np.float64]:
    """Return values as an array, or raise UnscorableError where one is not between 0 and 1."""
    array = finite(what, values, dimensions=dimensions)
    return every_row(what, array, (array >= 0) & (array <= 1), "a probability lies between 0 and 1")


def zero_or_one(what: str, values: ArrayLike) -> NDArray[np.float64]:
    """Return values as an array, or raise UnscorableError where one is neither 0 nor 1."""
    array = finite(what, values)
    return every_row(what, array, (array == 0) | (array == 1), "1 or 0 is needed")


def pairs(forecast: ArrayLike, outcome: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return forecasts and outcomes as arrays, checked."""
    p, y = probabilities("forecast", forecast), zero_or_one("outcome", outcome)
    aligned(forecast=p, outcome=y)
    return p, y


def both_outcomes(forecast: ArrayLike, outcome: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return forecasts and outcomes as arrays, checked, with both outcomes among them."""
    p, y = pairs(forecast, outcome)
    if y.min() == y.max():
        raise UnscorableError(what="outcome", reason=f"all {len(y)} are {y[0]:.0f}; both outcomes are needed")
    return p, y


def aligned(**arrays: NDArray[np.float64]) -> None:
    """Raise UnscorableError where arrays are not of one length."""
    lengths = [len(array) for array in arrays.values()]
    if len(set(lengths)) > 1:
        raise UnscorableError(what=", ".join(arrays), reason=f"they have {', '.join(map(str, lengths))} rows")


def open_share(what: str, value: float) -> float:
    """Return a value, or raise UnscorableError where it does not lie inside 0 and 1."""
    if not 0 < value < 1:
        raise UnscorableError(what=what, reason=f"it lies inside 0 and 1, not at {value}")
    return value


def every_row(what: str, array: NDArray[np.float64], good: NDArray[np.bool_], reason: str) -> NDArray[np.float64]:
    """Return an array, or raise UnscorableError with the reason and the first row that is not good."""
    bad = np.argwhere(~good)
    if len(bad):
        value = array[tuple(bad[0])]
        raise UnscorableError(what=what, row=int(bad[0][0]), reason=f"it is {value}; {reason}")
    return array
