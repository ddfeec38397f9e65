"""A layer with m inputs and n outputs, one weight at a time.

weights[j][i] leads from input i to output j: n rows of m. A layer computes
z = Wx + b and then a = activation(z); the activation's slope is taken at z.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


def forward(
    weights: list[list[float]], biases: list[float], inputs: list[float]
) -> list[float]:
    """zⱼ = bⱼ + Σᵢ wⱼᵢ xᵢ.

    Args:
        weights: n rows of m numbers.
        biases: n numbers.
        inputs: m numbers.

    Returns:
        n numbers. Each starts from its bias, and the products are added in the order
        of the inputs.

    Raises:
        ValueError: If a list is empty or the shapes do not fit.
    """
    _check_not_empty("biases", biases)
    _check_not_empty("inputs", inputs)
    _check_length("weights", len(weights), "biases", len(biases))
    _check_rows("weights", weights, "inputs", len(inputs))
    zs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z += weights[j][i] * inputs[i]
        zs.append(z)
    return zs


def activate(activation: "Callable[[float], float]", zs: list[float]) -> list[float]:
    """aⱼ = activation(zⱼ).

    Args:
        activation: One number in, one number out.
        zs: n numbers.

    Returns:
        n activations.

    Raises:
        ValueError: If zs is empty.
    """
    _check_not_empty("zs", zs)
    return [activation(z) for z in zs]


def bias_slopes(
    zs: list[float],
    activation_derivative: "Callable[[float], float]",
    cost_slopes: list[float],
) -> list[float]:
    """∂C/∂bⱼ = ∂C/∂aⱼ · σ′(zⱼ) · 1, in the last layer.

    The 1 is the slope of zⱼ = bⱼ + …, and needs no line of code.

    Args:
        zs: n numbers, what went into the activation.
        activation_derivative: σ′, one number in, one number out.
        cost_slopes: n numbers, ∂C/∂aⱼ.

    Returns:
        n slopes.

    Raises:
        ValueError: If zs is empty or cost_slopes is not as long.
    """
    _check_not_empty("zs", zs)
    _check_length("cost_slopes", len(cost_slopes), "zs", len(zs))
    slopes = []
    for j in range(len(zs)):
        slopes.append(cost_slopes[j] * activation_derivative(zs[j]))
    return slopes


def weight_slopes(bias_slopes: list[float], inputs: list[float]) -> list[list[float]]:
    """∂C/∂wⱼᵢ = ∂C/∂bⱼ · xᵢ, in any layer.

    Args:
        bias_slopes: n numbers, ∂C/∂bⱼ of this layer.
        inputs: m numbers, what went into this layer.

    Returns:
        n rows of m slopes, laid out like the weights.

    Raises:
        ValueError: If a list is empty.
    """
    _check_not_empty("bias_slopes", bias_slopes)
    _check_not_empty("inputs", inputs)
    rows = []
    for j in range(len(bias_slopes)):
        row = []
        for i in range(len(inputs)):
            row.append(bias_slopes[j] * inputs[i])
        rows.append(row)
    return rows


def hidden_bias_slopes(
    zs: list[float],
    activation_derivative: "Callable[[float], float]",
    next_weights: list[list[float]],
    next_bias_slopes: list[float],
) -> list[float]:
    """∂C/∂bᵢ = Σⱼ (∂C/∂bⱼ of the next layer · its wⱼᵢ) · σ′(zᵢ).

    This layer's output i goes into every output j of the next layer: each is a route
    to the cost, and the slopes of the routes add up.

    Args:
        zs: m numbers, what went into this layer's activation.
        activation_derivative: σ′, one number in, one number out.
        next_weights: n rows of m numbers, the weights of the next layer.
        next_bias_slopes: n numbers, ∂C/∂bⱼ of the next layer.

    Returns:
        m slopes. The routes are added in the order of j.

    Raises:
        ValueError: If a list is empty or the shapes do not fit.
    """
    _check_not_empty("zs", zs)
    _check_not_empty("next_bias_slopes", next_bias_slopes)
    _check_length(
        "next_weights", len(next_weights), "next_bias_slopes", len(next_bias_slopes)
    )
    _check_rows("next_weights", next_weights, "zs", len(zs))
    slopes = []
    for i in range(len(zs)):
        routes = 0.0
        for j in range(len(next_bias_slopes)):
            routes += next_bias_slopes[j] * next_weights[j][i]
        slopes.append(routes * activation_derivative(zs[i]))
    return slopes


def _check_not_empty(name: str, values: list[float]) -> None:
    """A layer has at least one input and one output."""
    if not values:
        raise ValueError(f"{name} is empty: give at least one number")


def _check_length(name: str, length: int, other_name: str, expected: int) -> None:
    """Two lists that belong together are equally long."""
    if length != expected:
        raise ValueError(
            f"{name} has length {length}, expected {expected}: "
            f"one for each entry of {other_name}"
        )


def _check_rows(
    name: str, rows: list[list[float]], inputs_name: str, expected: int
) -> None:
    """Every row is equally long: one number for each input."""
    for j in range(len(rows)):
        _check_length(f"{name}[{j}]", len(rows[j]), inputs_name, expected)
