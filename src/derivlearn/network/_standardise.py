"""Columns of inputs on one scale: how far from the mean, in standard deviations."""

from typing import Any

import numpy as np
import numpy.typing as npt

from derivlearn.network import _checks

# From this ratio on, columns of inputs differ so much that training suffers.
TOO_FAR_APART = 100.0
# How many rows it takes to tell.
FEWEST = 10


class Standardise:
    """(x - mean) / standard deviation, column by column: those of the first x.

    So learn it of the training rows, and apply it to them and to all others::

        standardise = Standardise(train_x)
        network.train(standardise(train_x), …)
        network.accuracy(standardise(test_x), test_y)

    A weight then says what one standard deviation of its column does, and a slope how
    the cost moves with that weight. A column that is the same everywhere becomes 0.

    Attributes:
        means: m numbers.
        deviations: m numbers; 1 for a column that is the same everywhere.

    Raises:
        TypeError: If x does not hold numbers.
        ValueError: If x is not (N, m), is empty, or a number is not finite.
    """

    def __init__(self, x: npt.ArrayLike) -> None:
        """Learn the columns of N rows of m numbers."""
        rows = _rows(x)
        # Where all are the same, their mean may be rounded, and differ from each.
        same = (rows == rows[0]).all(axis=0)  # (m,)
        with np.errstate(over="ignore"):
            self.means = np.where(same, rows[0], rows.mean(axis=0))  # (m,)
            self.deviations = np.where(same, 1.0, rows.std(axis=0))  # (m,)
        usable = np.isfinite(self.deviations) & (self.deviations > 0)
        if not usable.all():
            raise ValueError(
                f"column {usable.argmin()} of x is too large, or too small, for floats "
                "to hold its squares: multiply it by a power of 10"
            )

    def __call__(self, x: npt.ArrayLike) -> npt.NDArray[np.float64]:
        """N rows of m numbers on this scale."""
        rows = _rows(x)
        m = len(self.means)
        if rows.shape[1] != m:
            raise ValueError(f"x has shape {rows.shape}, expected (N, {m})")
        with np.errstate(over="ignore"):
            scaled: npt.NDArray[np.float64] = (rows - self.means) / self.deviations
        if not np.isfinite(scaled).all():
            raise ValueError("x is too far from the rows that the scale was learnt of")
        return scaled


def _rows(x: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """N rows of m finite numbers."""
    array = _checks.array("x", x)
    if array.ndim != 2 or not array.size:  # noqa: PLR2004 - rows and columns
        raise ValueError(f"x has shape {array.shape}, expected (N, m), not empty")
    rows: npt.NDArray[Any] = _checks.floats("x", array, np.dtype("float64"))
    return rows


def scale_warning(x: npt.NDArray[np.floating[Any]]) -> str:
    """What to say of columns whose sizes are far apart, or far above 1; or nothing."""
    if len(x) < FEWEST:
        return ""
    sizes = np.maximum(x.max(axis=0), -x.min(axis=0))  # (m,)
    sizes[sizes == 0] = sizes.max()  # a column of zeros harms nothing
    large, small = int(sizes.argmax()), int(sizes.argmin())
    # One large number among small ones may be on their scale all the same.
    usual = _root_mean_square(x[:, large])
    if usual <= TOO_FAR_APART * min(1.0, _root_mean_square(x[:, small])):
        return ""
    if sizes[large] > TOO_FAR_APART * sizes[small]:
        what = (
            f"the columns of x differ in size: column {small} goes up to "
            f"{sizes[small]:.3g}, column {large} up to {sizes[large]:.3g}"
        )
    elif sizes[large] > TOO_FAR_APART:
        what = f"x is large: column {large} goes up to {sizes[large]:.3g}"
    else:
        return ""
    return f"{what}; learning may fail, give it Standardise(x)(x)"


def _root_mean_square(column: npt.NDArray[np.floating[Any]]) -> float:
    """√(mean of x²)."""
    with np.errstate(over="ignore"):
        return float(np.sqrt(np.square(column).mean()))
