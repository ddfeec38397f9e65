"""Costs: how far the outputs a are from the targets y, each with its derivative.

``a`` and ``y`` are n finite numbers each, ``zs`` the n numbers that went into the last
activation. A derivative takes what its cost takes, and gives n slopes to it: ∂C/∂aᵢ, or
∂C/∂zᵢ for the two costs whose name starts with an activation. There the long formula
shrinks to a - y, which is δ of the last layer at once: do not multiply it by the slope
of the activation again.

The targets of cross-entropy are from 0 to 1; where the outputs share out 1, they add up
to 1. From a, cross-entropy needs outputs strictly between 0 and 1. A sigmoid of 37 is
rounded to 1.0 already; from z, the cost is known to its last digit all the same.

Raises:
    TypeError: If a, y or zs is no list of numbers.
    ValueError: If they differ in length or are empty, a number is not finite or not in
        its range, or a result is too large for a float.
"""

import math

from derivlearn._inner import checks
from derivlearn.activations import sigmoid, softmax

__all__ = [
    "binary_cross_entropy",
    "binary_cross_entropy_derivative",
    "cross_entropy",
    "cross_entropy_derivative",
    "sigmoid_binary_cross_entropy",
    "sigmoid_binary_cross_entropy_derivative",
    "softmax_cross_entropy",
    "softmax_cross_entropy_derivative",
    "squared_error",
    "squared_error_derivative",
]

# How far the targets of cross-entropy may be from adding up to 1: room for rounding.
TARGET_TOLERANCE = 2.0**-30


def squared_error(a: list[float], y: list[float]) -> float:
    """C = ½ Σᵢ (aᵢ - yᵢ)²: 0 only where every output meets its target.

    Examples:
        >>> squared_error([3.0, -1.0], [1.0, 0.5])
        3.125
    """
    _check_pairs("a", a, y)
    total = 0.0
    for i in range(len(a)):
        total += (a[i] - y[i]) * (a[i] - y[i])
    _check_result("the cost", total / 2)
    return total / 2


def squared_error_derivative(a: list[float], y: list[float]) -> list[float]:
    """∂C/∂aᵢ = aᵢ - yᵢ."""
    _check_pairs("a", a, y)
    slopes = [a[i] - y[i] for i in range(len(a))]
    _check_results(slopes)
    return slopes


def binary_cross_entropy(a: list[float], y: list[float]) -> float:
    """C = -Σᵢ [yᵢ ln aᵢ + (1 - yᵢ) ln(1 - aᵢ)].

    For outputs that answer yes or no each on its own, as sigmoids do.
    """
    _check_pairs("a", a, y)
    _check_targets(y)
    _check_inside(a, "sigmoid_binary_cross_entropy")
    total = 0.0
    for i in range(len(a)):
        # log1p(-a) is ln(1 - a), without rounding 1 - a first.
        total -= y[i] * math.log(a[i]) + (1 - y[i]) * math.log1p(-a[i])
    return total


def binary_cross_entropy_derivative(a: list[float], y: list[float]) -> list[float]:
    """∂C/∂aᵢ = (aᵢ - yᵢ) / (aᵢ (1 - aᵢ))."""
    _check_pairs("a", a, y)
    _check_targets(y)
    _check_inside(a, "sigmoid_binary_cross_entropy_derivative")
    slopes = [(a[i] - y[i]) / (a[i] * (1 - a[i])) for i in range(len(a))]
    _check_results(slopes, "sigmoid_binary_cross_entropy_derivative")
    return slopes


def sigmoid_binary_cross_entropy(zs: list[float], y: list[float]) -> float:
    """C = Σᵢ [yᵢ ln(1 + e⁻ᶻ) + (1 - yᵢ) ln(1 + eᶻ)], for a = σ(z), z being zᵢ.

    Since -ln σ(z) = ln(1 + e⁻ᶻ), and 1 - σ(z) = σ(-z).

    Examples:
        >>> print(f"{sigmoid_binary_cross_entropy([37.0], [1.0]):.3g}")
        8.53e-17
    """
    _check_pairs("zs", zs, y)
    _check_targets(y)
    total = 0.0
    for i in range(len(zs)):
        total += y[i] * _softplus(-zs[i]) + (1 - y[i]) * _softplus(zs[i])
    _check_result("the cost", total)
    return total


def sigmoid_binary_cross_entropy_derivative(
    zs: list[float], y: list[float]
) -> list[float]:
    """∂C/∂zᵢ = aᵢ - yᵢ, for a = σ(z).

    The sigmoid's slope aᵢ (1 - aᵢ) cancels what ∂C/∂aᵢ is divided by.

    Source:
        Nielsen, Neural Networks and Deep Learning, chapter 3.
    """
    _check_pairs("zs", zs, y)
    _check_targets(y)
    return [sigmoid(zs[i]) - y[i] for i in range(len(zs))]


def cross_entropy(a: list[float], y: list[float]) -> float:
    """C = -Σᵢ yᵢ ln aᵢ.

    For outputs that share out 1 among n answers, as softmax does.
    """
    _check_pairs("a", a, y)
    _check_shares(y)
    _check_inside(a, "softmax_cross_entropy")
    total = 0.0
    for i in range(len(a)):
        total -= y[i] * math.log(a[i])
    return total


def cross_entropy_derivative(a: list[float], y: list[float]) -> list[float]:
    """∂C/∂aᵢ = -yᵢ / aᵢ."""
    _check_pairs("a", a, y)
    _check_shares(y)
    _check_inside(a, "softmax_cross_entropy_derivative")
    slopes = [-y[i] / a[i] for i in range(len(a))]
    _check_results(slopes, "softmax_cross_entropy_derivative")
    return slopes


def softmax_cross_entropy(zs: list[float], y: list[float]) -> float:
    """C = Σᵢ yᵢ (ln Σⱼ e^zⱼ - zᵢ), for a = softmax(z).

    Since -ln aᵢ = ln Σⱼ e^zⱼ - zᵢ.
    """
    _check_pairs("zs", zs, y)
    _check_shares(y)
    # Less the largest z, no exponent is above 0. The largest has e⁰ = 1, which log1p
    # adds, so that a small sum of the others is not lost beside it.
    k = zs.index(max(zs))
    others = 0.0
    for j in range(len(zs)):
        if j != k:
            others += math.exp(zs[j] - zs[k])
    total = 0.0
    for i in range(len(zs)):
        if y[i] > 0:  # or 0 times what may be infinite
            total += y[i] * (math.log1p(others) - (zs[i] - zs[k]))
    _check_result("the cost", total)
    return total


def softmax_cross_entropy_derivative(zs: list[float], y: list[float]) -> list[float]:
    """∂C/∂zᵢ = aᵢ - yᵢ, for a = softmax(z).

    Every z moves every a; added up over all of them it is aᵢ Σⱼ yⱼ - yᵢ, and the
    targets add up to 1.

    Source:
        Bishop, Pattern Recognition and Machine Learning, section 5.2.
    """
    _check_pairs("zs", zs, y)
    _check_shares(y)
    a = softmax(zs)
    return [a[i] - y[i] for i in range(len(zs))]


def _softplus(z: float) -> float:
    """ln(1 + eᶻ), which is z + ln(1 + e⁻ᶻ): no exponent is above 0."""
    return max(0.0, z) + math.log1p(math.exp(-abs(z)))


# What the functions above are given, looked at.


def _check_pairs(name: str, values: list[float], y: list[float]) -> None:
    """One target for each output, and every one of them a finite number."""
    checks.check_list(name, values)
    checks.check_list("y", y)
    if len(values) != len(y):
        raise ValueError(
            f"{name} has {len(values)} entries and y has {len(y)}: "
            "give one target for each output"
        )
    checks.check_finite_entries(name, values, "look at the step that computed it")
    checks.check_finite_entries("y", y, "look at the step that computed it")


def _check_targets(y: list[float]) -> None:
    """0 ≤ yᵢ ≤ 1."""
    for i, target in enumerate(y):
        if not 0 <= target <= 1:
            raise ValueError(
                f"y[{i}] = {target!r} is not from 0 to 1: "
                "a target of cross-entropy is a probability"
            )


def _check_shares(y: list[float]) -> None:
    """0 ≤ yᵢ ≤ 1 and Σᵢ yᵢ = 1, but for rounding."""
    _check_targets(y)
    total = 0.0
    for target in y:
        total += target
    if abs(total - 1) > TARGET_TOLERANCE:
        raise ValueError(
            f"y adds up to {total!r}, not to 1: divide each target by their sum"
        )


def _check_inside(a: list[float], from_z: str) -> None:
    """0 < aᵢ < 1: at the edge the logarithm ends."""
    for i, output in enumerate(a):
        if not 0 <= output <= 1:
            raise ValueError(
                f"a[{i}] = {output!r} is not from 0 to 1: "
                "give the activation's output a, not its input z"
            )
        if not 0 < output < 1:
            raise ValueError(
                f"a[{i}] = {output!r} is not strictly between 0 and 1, where "
                f"cross-entropy is finite: give {from_z} what went into the activation"
            )


def _check_result(name: str, value: float, from_z: str = "") -> None:
    """What is too large for a float is inf."""
    if not math.isfinite(value):
        what_to_do = "look at the outputs"
        if from_z:
            what_to_do = f"give {from_z} what went into the activation"
        raise ValueError(f"{name} is too large for a float: {what_to_do}")


def _check_results(slopes: list[float], from_z: str = "") -> None:
    """The same for each slope."""
    for i in range(len(slopes)):
        _check_result(f"the slope to a[{i}]", slopes[i], from_z)
