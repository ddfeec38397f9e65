"""A layer with m inputs and n outputs, one weight at a time; then L layers in a row.

weights[j][i] leads from input i to output j: n rows of m. A layer computes
z = Wx + b and then a = activation(z); the activation's slope is taken at z.

For L layers, weights[l][j][i] and biases[l][j] are those of layer l, and zs[l] is
what it computes. layer_inputs[l] is what goes into it: the inputs of the network for
layer 0, the activations of layer l - 1 for the others. What becomes of the last zs
(a sigmoid for each, a softmax for all) is in the hands of the caller, who takes the
outputs from there to the cost, and the slopes from the cost back to there.
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


def forward_layers(
    weights: list[list[list[float]]],
    biases: list[list[float]],
    inputs: list[float],
    activation: "Callable[[float], float]",
) -> tuple[list[list[float]], list[list[float]]]:
    """zₗ = Wₗxₗ + bₗ, and xₗ₊₁ = activation(zₗ) goes into the next layer.

    Args:
        weights: L layers of n rows of m numbers.
        biases: L layers of n numbers.
        inputs: What goes into layer 0, as many numbers as its rows are long.
        activation: One number in, one number out; for all layers but the last.

    Returns:
        layer_inputs and zs, L lists of numbers each: what went into each layer, and
        what it made of that. The last zs await their activation.

    Raises:
        ValueError: If a list is empty or the shapes do not fit.
    """
    _check_layers(weights, biases, inputs)
    layer_inputs = [list(inputs)]
    zs = [forward(weights[0], biases[0], inputs)]
    for layer in range(1, len(weights)):
        layer_inputs.append(activate(activation, zs[layer - 1]))
        zs.append(forward(weights[layer], biases[layer], layer_inputs[layer]))
    return layer_inputs, zs


def backward_layers(
    weights: list[list[list[float]]],
    layer_inputs: list[list[float]],
    zs: list[list[float]],
    activation_derivative: "Callable[[float], float]",
    last_bias_slopes: list[float],
) -> tuple[list[list[list[float]]], list[list[float]]]:
    """The slopes of all weights and biases, from the last layer to the first.

    Each layer's bias slopes are made of those of the layer behind it, so the last
    ones have to be given. They are the slopes to the last zs: bias_slopes(zs[-1], …)
    for outputs that are activated one by one, or a - y where the activation and the
    cost shrink to that, as in softmax_cross_entropy_derivative.

    Args:
        weights: L layers of n rows of m numbers; the biases are not needed.
        layer_inputs: L lists, what went into each layer, as forward_layers gives them.
        zs: L lists, what each layer made of that, as forward_layers gives them.
        activation_derivative: σ′, one number in, one number out; of all layers but
            the last.
        last_bias_slopes: ∂C/∂bⱼ of the last layer, which is ∂C/∂zⱼ.

    Returns:
        The weight slopes, laid out like the weights, and the bias slopes, laid out
        like the biases.

    Raises:
        ValueError: If a list is empty or the shapes do not fit.
    """
    _check_backward(weights, layer_inputs, zs, last_bias_slopes)
    last = len(weights) - 1
    all_bias_slopes = [list(last_bias_slopes)]
    all_weight_slopes = [weight_slopes(last_bias_slopes, layer_inputs[last])]
    for layer in range(last - 1, -1, -1):
        slopes = hidden_bias_slopes(
            zs[layer], activation_derivative, weights[layer + 1], all_bias_slopes[0]
        )
        # In front: the layers are gone through from the last to the first.
        all_bias_slopes.insert(0, slopes)
        all_weight_slopes.insert(0, weight_slopes(slopes, layer_inputs[layer]))
    return all_weight_slopes, all_bias_slopes


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


def _check_layers(
    weights: list[list[list[float]]], biases: list[list[float]], inputs: list[float]
) -> None:
    """Each layer has a bias for each row, and takes what the one before gives."""
    _check_any_layer(weights)
    _check_length("biases", len(biases), "weights", len(weights))
    before, count = "inputs", len(inputs)
    _check_not_empty(before, inputs)
    for layer in range(len(weights)):
        name = f"biases[{layer}]"
        _check_not_empty(name, biases[layer])
        _check_length(
            f"weights[{layer}]", len(weights[layer]), name, len(biases[layer])
        )
        _check_rows(f"weights[{layer}]", weights[layer], before, count)
        before, count = name, len(biases[layer])


def _check_backward(
    weights: list[list[list[float]]],
    layer_inputs: list[list[float]],
    zs: list[list[float]],
    last_bias_slopes: list[float],
) -> None:
    """Each layer has an input for each column and a z for each row."""
    _check_any_layer(weights)
    _check_length("layer_inputs", len(layer_inputs), "weights", len(weights))
    _check_length("zs", len(zs), "weights", len(weights))
    for layer in range(len(weights)):
        name, z_name = f"layer_inputs[{layer}]", f"zs[{layer}]"
        _check_not_empty(name, layer_inputs[layer])
        _check_not_empty(z_name, zs[layer])
        if layer > 0:
            before = f"zs[{layer - 1}]"
            _check_length(name, len(layer_inputs[layer]), before, len(zs[layer - 1]))
        _check_length(f"weights[{layer}]", len(weights[layer]), z_name, len(zs[layer]))
        _check_rows(f"weights[{layer}]", weights[layer], name, len(layer_inputs[layer]))
    last = len(zs) - 1
    _check_length(
        "last_bias_slopes", len(last_bias_slopes), f"zs[{last}]", len(zs[last])
    )


def _check_any_layer(weights: list[list[list[float]]]) -> None:
    """A network has at least one layer."""
    if not weights:
        raise ValueError("weights is empty: give at least one layer")
