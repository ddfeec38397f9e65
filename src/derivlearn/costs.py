"""Costs: how far the outputs a are from the targets y, each with its derivative.

The derivatives here are of two kinds. Those named after a cost alone are true
slopes to the outputs, ∂C/∂aᵢ. Those whose name starts with an activation are slopes
to what went into that activation, ∂C/∂zᵢ: for two pairs of activation and cost the
long formula shrinks to a - y.
"""

import math

# How far the targets of cross-entropy may be from adding up to 1: room for rounding.
TARGET_TOLERANCE = 2.0**-30


def squared_error(a: list[float], y: list[float]) -> float:
    """C = ½ Σᵢ (aᵢ - yᵢ)².

    Args:
        a: n outputs.
        y: n targets.

    Returns:
        The cost: 0 only where every output meets its target.

    Raises:
        ValueError: If a and y differ in length or are empty, or an entry is not finite.
    """
    _check_pairs(a, y)
    total = 0.0
    for i in range(len(a)):
        total += (a[i] - y[i]) * (a[i] - y[i])
    return total / 2


def squared_error_derivative(a: list[float], y: list[float]) -> list[float]:
    """∂C/∂aᵢ = aᵢ - yᵢ.

    Args:
        a: n outputs.
        y: n targets.

    Returns:
        n slopes.

    Raises:
        ValueError: If a and y differ in length or are empty, or an entry is not finite.
    """
    _check_pairs(a, y)
    return _differences(a, y)


def binary_cross_entropy(a: list[float], y: list[float]) -> float:
    """C = -Σᵢ [yᵢ ln aᵢ + (1 - yᵢ) ln(1 - aᵢ)].

    For outputs that answer yes or no each on its own, as sigmoids do.

    Args:
        a: n outputs, strictly between 0 and 1.
        y: n targets, from 0 to 1.

    Returns:
        The cost.

    Raises:
        ValueError: If a and y differ in length or are empty, an output is not strictly
            between 0 and 1, or a target is not from 0 to 1.
    """
    _check_pairs(a, y)
    _check_targets(y)
    _check_inside(a, "sigmoid_binary_cross_entropy_derivative")
    total = 0.0
    for i in range(len(a)):
        # log1p(-a) is ln(1 - a), without rounding 1 - a first.
        total -= y[i] * math.log(a[i]) + (1 - y[i]) * math.log1p(-a[i])
    return total


def binary_cross_entropy_derivative(a: list[float], y: list[float]) -> list[float]:
    """∂C/∂aᵢ = (aᵢ - yᵢ) / (aᵢ (1 - aᵢ)).

    Args:
        a: n outputs, strictly between 0 and 1.
        y: n targets, from 0 to 1.

    Returns:
        n slopes.

    Raises:
        ValueError: As in binary_cross_entropy, or if a slope is too large for a float.
    """
    _check_pairs(a, y)
    _check_targets(y)
    _check_inside(a, "sigmoid_binary_cross_entropy_derivative")
    slopes = [(a[i] - y[i]) / (a[i] * (1 - a[i])) for i in range(len(a))]
    _check_slopes(slopes, a, "sigmoid_binary_cross_entropy_derivative")
    return slopes


def sigmoid_binary_cross_entropy_derivative(
    a: list[float], y: list[float]
) -> list[float]:
    """∂C/∂zᵢ = aᵢ - yᵢ, for a = σ(z) and binary cross-entropy.

    The sigmoid's slope aᵢ (1 - aᵢ) cancels what ∂C/∂aᵢ is divided by. So this is the
    slope to z, the sigmoid taken in: do not multiply it by the sigmoid's slope again.

    Args:
        a: n outputs of the sigmoid, from 0 to 1; its rounded 0.0 and 1.0 are welcome.
        y: n targets, from 0 to 1.

    Returns:
        n slopes.

    Raises:
        ValueError: If a and y differ in length or are empty, or an entry is not from
            0 to 1.

    Source:
        Nielsen, Neural Networks and Deep Learning, chapter 3.
    """
    _check_pairs(a, y)
    _check_targets(y)
    _check_outputs(a)
    return _differences(a, y)


def cross_entropy(a: list[float], y: list[float]) -> float:
    """C = -Σᵢ yᵢ ln aᵢ.

    For outputs that share out 1 among n answers, as softmax does.

    Args:
        a: n outputs, strictly between 0 and 1.
        y: n targets, from 0 to 1 and together 1.

    Returns:
        The cost.

    Raises:
        ValueError: If a and y differ in length or are empty, an output is not strictly
            between 0 and 1, a target is not from 0 to 1, or they do not add up to 1.
    """
    _check_pairs(a, y)
    _check_shares(y)
    _check_inside(a, "softmax_cross_entropy_derivative")
    total = 0.0
    for i in range(len(a)):
        total -= y[i] * math.log(a[i])
    return total


def cross_entropy_derivative(a: list[float], y: list[float]) -> list[float]:
    """∂C/∂aᵢ = -yᵢ / aᵢ.

    Args:
        a: n outputs, strictly between 0 and 1.
        y: n targets, from 0 to 1 and together 1.

    Returns:
        n slopes.

    Raises:
        ValueError: As in cross_entropy, or if a slope is too large for a float.
    """
    _check_pairs(a, y)
    _check_shares(y)
    _check_inside(a, "softmax_cross_entropy_derivative")
    slopes = [-y[i] / a[i] for i in range(len(a))]
    _check_slopes(slopes, a, "softmax_cross_entropy_derivative")
    return slopes


def softmax_cross_entropy_derivative(a: list[float], y: list[float]) -> list[float]:
    """∂C/∂zᵢ = aᵢ - yᵢ, for a = softmax(z) and cross-entropy.

    Every z moves every a; added up over all of them it is aᵢ Σⱼ yⱼ - yᵢ, and the
    targets add up to 1. So this is the slope to z, the softmax taken in.

    Args:
        a: n outputs of softmax, from 0 to 1; its rounded 0.0 and 1.0 are welcome.
        y: n targets, from 0 to 1 and together 1.

    Returns:
        n slopes.

    Raises:
        ValueError: If a and y differ in length or are empty, an entry is not from 0
            to 1, or the targets do not add up to 1.

    Source:
        Bishop, Pattern Recognition and Machine Learning, section 5.2.
    """
    _check_pairs(a, y)
    _check_shares(y)
    _check_outputs(a)
    return _differences(a, y)


def _differences(a: list[float], y: list[float]) -> list[float]:
    """The list of all aᵢ - yᵢ."""
    return [a[i] - y[i] for i in range(len(a))]


def _check_pairs(a: list[float], y: list[float]) -> None:
    """One target for each output, and every one of them a finite number."""
    if len(a) != len(y):
        raise ValueError(
            f"a has {len(a)} entries and y has {len(y)}: "
            "give one target for each output"
        )
    if not a:
        raise ValueError("a and y are empty: give at least one output and its target")
    for name, values in (("a", a), ("y", y)):
        for i, value in enumerate(values):
            if not math.isfinite(value):
                raise ValueError(
                    f"{name}[{i}] = {value!r} is not finite: "
                    "look at the step that computed it"
                )


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


def _check_outputs(a: list[float]) -> None:
    """0 ≤ aᵢ ≤ 1."""
    for i, output in enumerate(a):
        if not 0 <= output <= 1:
            raise ValueError(
                f"a[{i}] = {output!r} is not from 0 to 1: "
                "give the activation's output a, not its input z"
            )


def _check_inside(a: list[float], short_form: str) -> None:
    """0 < aᵢ < 1: at the edge the logarithm ends."""
    for i, output in enumerate(a):
        if not 0 < output < 1:
            raise ValueError(
                f"a[{i}] = {output!r} is not strictly between 0 and 1, where "
                "cross-entropy is finite: give smaller inputs z to the activation; "
                f"for the slope to z, {short_form} stays finite"
            )


def _check_slopes(slopes: list[float], a: list[float], short_form: str) -> None:
    """An output may be so close to 0 that the slope there is beyond any float."""
    for i, slope in enumerate(slopes):
        if not math.isfinite(slope):
            raise ValueError(
                f"a[{i}] = {a[i]!r} is so close to 0 that the slope there is too large "
                f"for a float; for the slope to z, {short_form} stays finite"
            )
