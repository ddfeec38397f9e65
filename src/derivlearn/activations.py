"""Activation functions, each with its derivative.

``z`` is what a layer computes, z = wx + b; the activation makes a of it, and the
derivative is taken at z, not at a. ``zs`` are n of them.

Each is right for any float, however large: no exponential here has a positive exponent,
so none can overflow. An infinite z gives what the function comes close to.

Raises:
    TypeError: If z is no number, or zs no list.
    ValueError: If z is nan; for softmax, if zs is empty, or an entry is not finite.
"""

import math

from derivlearn._inner import checks

__all__ = [
    "relu",
    "relu_derivative",
    "sigmoid",
    "sigmoid_derivative",
    "softmax",
    "softmax_derivative",
    "tanh",
    "tanh_derivative",
]


def sigmoid(z: float) -> float:
    """σ(z) = 1 / (1 + e⁻ᶻ), between 0 and 1; 0.5 at z = 0.

    Examples:
        >>> sigmoid(0.0)
        0.5
    """
    checks.check_not_nan("z", z)
    # Below 0 the same fraction, above and below times eᶻ: eᶻ / (eᶻ + 1). As it stands
    # in the first line it would overflow for z < -709.
    return math.exp(min(0.0, z)) / (1 + math.exp(-abs(z)))


def sigmoid_derivative(z: float) -> float:
    """σ′(z) = σ(z) · σ(-z), at most 0.25, at z = 0.

    σ(-z) is 1 - σ(z), without the subtraction that would leave nothing where σ(z) is
    close to 1.
    """
    return sigmoid(z) * sigmoid(-z)


def tanh(z: float) -> float:
    """(eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ), between -1 and 1; 0 at z = 0."""
    checks.check_not_nan("z", z)
    return math.tanh(z)


def tanh_derivative(z: float) -> float:
    """tanh′(z) = 4 · σ′(2z), at most 1, at z = 0.

    Since tanh(z) = 2 · σ(2z) - 1. The usual 1 - tanh(z)² is the same number, but leaves
    nothing of it where tanh(z) is close to 1 or -1.
    """
    checks.check_not_nan("z", z)
    return 4 * sigmoid_derivative(2 * z)


def relu(z: float) -> float:
    """ReLU(z) = max(0, z)."""
    checks.check_not_nan("z", z)
    return max(0.0, z)


def relu_derivative(z: float) -> float:
    """ReLU′(z) = 1 for z > 0, else 0.

    At the kink, z = 0, there is no slope; 0 is what most programs agree on.
    """
    checks.check_not_nan("z", z)
    return 1.0 if z > 0 else 0.0


def softmax(zs: list[float]) -> list[float]:
    """sᵢ = e^zᵢ / Σⱼ e^zⱼ: n shares, all positive, together 1.

    Examples:
        >>> softmax([2.0, 2.0])
        [0.5, 0.5]
    """
    checks.check_finite_list("zs", zs, "softmax needs numbers")
    # Less the largest z, no exponent is above 0, and the shares stay the same.
    largest = max(zs)
    powers = [math.exp(z - largest) for z in zs]
    total = 0.0
    for power in powers:
        total += power
    return [power / total for power in powers]


def softmax_derivative(zs: list[float]) -> list[list[float]]:
    """∂sᵢ/∂zⱼ = sᵢ · ((1 if i == j else 0) - sⱼ), in row i at place j.

    Every z moves every s: a slope for each pair, and each row adds up to 0. Where
    i = j, 1 - sᵢ is added up from the other shares, so that its digits are not lost
    where sᵢ is close to 1.
    """
    shares = softmax(zs)
    rows = []
    for i in range(len(shares)):
        row = []
        for j in range(len(shares)):
            if i == j:
                row.append(shares[i] * _all_but(shares, i))
            else:
                row.append(-shares[i] * shares[j])
        rows.append(row)
    return rows


def _all_but(shares: list[float], i: int) -> float:
    """1 - sᵢ, added up from the other shares."""
    total = 0.0
    for j in range(len(shares)):
        if j != i:
            total += shares[j]
    return total
