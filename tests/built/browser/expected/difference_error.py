"""What the figure `difference-error` should say."""

from derivlearn import numeric
from tests.built.browser.expected import Expected
from tests.built.browser.expected.derivative import cube


def computed(dx: float) -> list[float]:
    """Return the increment, and both errors in two digits, as they are said."""
    forward = numeric.forward_difference(cube, 3.0, dx, relative=False)
    central = numeric.central_difference(cube, 3.0, dx, relative=False)
    errors = (abs(forward - 27), abs(central - 27))
    return [dx, *(float(f"{error:.2g}") for error in errors)]


EXPECTED = Expected(
    tuple({"dx": dx} for dx in (0.1, 2.5e-3, 1e-5, 1e-8, 4e-13, 1e-15, 7.0)),
    computed,
)
