"""The layers of ``loops`` as products of matrices, with a column for each of N samples.

What is a list of numbers there is a column here, and N samples are N columns: weights
is n×m, biases n×1, inputs m×N and zs n×N. One sample is N = 1.

δ is the slope of the cost to the zs, n×N. For one sample it is what ``loops`` calls
the bias slopes. For more, the cost is the sum of the samples' costs, and so are the
slopes: those of the biases are the sums of δ's rows.

For L layers, weights[l], biases[l], layer_inputs[l] and zs[l] are matrices of layer l.
"""

from derivlearn.matrix import add_mat, map_mat, mul_entries, mul_mat, ones, transpose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from derivlearn.matrix import Matrix


def forward(weights: "Matrix", biases: "Matrix", inputs: "Matrix") -> "Matrix":
    """Z = WX + b·1ᵀ.

    Args:
        weights: n×m.
        biases: n×1.
        inputs: m×N.

    Returns:
        n×N.

    Raises:
        ValueError: If the shapes do not fit.
    """
    why = "a row for each column of weights"
    _check_shape("inputs", inputs, weights.columns, inputs.columns, why)
    _check_shape("biases", biases, weights.rows, 1, "a row for each row of weights")
    return add_mat(mul_mat(weights, inputs), mul_mat(biases, ones(1, inputs.columns)))


def bias_slopes(z_slopes: "Matrix") -> "Matrix":
    """∂C/∂b = δ·1: each row added up, over the samples.

    Args:
        z_slopes: δ, n×N.

    Returns:
        n×1, laid out like the biases.
    """
    return mul_mat(z_slopes, ones(z_slopes.columns, 1))


def weight_slopes(z_slopes: "Matrix", inputs: "Matrix") -> "Matrix":
    """∂C/∂W = δXᵀ, added up over the samples.

    Args:
        z_slopes: δ of this layer, n×N.
        inputs: What went into this layer, m×N.

    Returns:
        n×m, laid out like the weights.

    Raises:
        ValueError: If there are not as many samples in both.
    """
    why = "a column for each column of z_slopes"
    _check_shape("inputs", inputs, inputs.rows, z_slopes.columns, why)
    return mul_mat(z_slopes, transpose(inputs))


def hidden_z_slopes(
    zs: "Matrix",
    activation_derivative: "Callable[[float], float]",
    next_weights: "Matrix",
    next_z_slopes: "Matrix",
) -> "Matrix":
    """δ = (W_nextᵀ δ_next) ⊙ σ′(Z).

    Args:
        zs: What went into this layer's activation, m×N.
        activation_derivative: σ′, one number in, one number out.
        next_weights: The weights of the next layer, n×m.
        next_z_slopes: δ of the next layer, n×N.

    Returns:
        m×N.

    Raises:
        ValueError: If the shapes do not fit.
    """
    why = "a row for each column of next_weights"
    _check_shape("zs", zs, next_weights.columns, zs.columns, why)
    why = "a row for each row of next_weights, a column for each column of zs"
    _check_shape("next_z_slopes", next_z_slopes, next_weights.rows, zs.columns, why)
    routes = mul_mat(transpose(next_weights), next_z_slopes)
    return mul_entries(routes, map_mat(activation_derivative, zs))


def forward_layers(
    weights: "list[Matrix]",
    biases: "list[Matrix]",
    inputs: "Matrix",
    activation: "Callable[[float], float]",
) -> "tuple[list[Matrix], list[Matrix]]":
    """Zₗ = WₗXₗ + bₗ·1ᵀ, and Xₗ₊₁ = activation(Zₗ) goes into the next layer.

    Args:
        weights: L matrices, n×m each.
        biases: L matrices, n×1 each.
        inputs: What goes into layer 0, m×N.
        activation: One number in, one number out; for all layers but the last.

    Returns:
        layer_inputs and zs, L matrices each: what went into each layer, and what it
        made of that. The last zs await their activation.

    Raises:
        ValueError: If there is no layer or the shapes do not fit.
    """
    _check_layers(weights, biases, inputs)
    layer_inputs = [inputs]
    zs = [forward(weights[0], biases[0], inputs)]
    for layer in range(1, len(weights)):
        layer_inputs.append(map_mat(activation, zs[layer - 1]))
        zs.append(forward(weights[layer], biases[layer], layer_inputs[layer]))
    return layer_inputs, zs


def backward_layers(
    weights: "list[Matrix]",
    layer_inputs: "list[Matrix]",
    zs: "list[Matrix]",
    activation_derivative: "Callable[[float], float]",
    last_z_slopes: "Matrix",
) -> "tuple[list[Matrix], list[Matrix]]":
    """δ = (W_nextᵀ δ_next) ⊙ σ′(Z), ∂C/∂W = δXᵀ, ∂C/∂b = δ·1, from last to first.

    Args:
        weights: L matrices, n×m each; the biases are not needed.
        layer_inputs: L matrices, what went into each layer, from forward_layers.
        zs: L matrices, what each layer made of that, from forward_layers.
        activation_derivative: σ′, one number in, one number out; of all layers but
            the last.
        last_z_slopes: δ of the last layer, n×N, the cost's slopes to the last zs.

    Returns:
        The weight slopes, laid out like the weights, and the bias slopes, laid out
        like the biases.

    Raises:
        ValueError: If there is no layer or the shapes do not fit.
    """
    _check_backward(weights, layer_inputs, zs, last_z_slopes)
    last = len(weights) - 1
    z_slopes = last_z_slopes
    all_weight_slopes = [weight_slopes(z_slopes, layer_inputs[last])]
    all_bias_slopes = [bias_slopes(z_slopes)]
    for layer in range(last - 1, -1, -1):
        z_slopes = hidden_z_slopes(
            zs[layer], activation_derivative, weights[layer + 1], z_slopes
        )
        # In front: the layers are gone through from the last to the first.
        all_weight_slopes.insert(0, weight_slopes(z_slopes, layer_inputs[layer]))
        all_bias_slopes.insert(0, bias_slopes(z_slopes))
    return all_weight_slopes, all_bias_slopes


def _check_layers(
    weights: "list[Matrix]", biases: "list[Matrix]", inputs: "Matrix"
) -> None:
    """Each layer has a bias for each row, and takes what the one before gives."""
    _check_chain(weights)
    _check_count("biases", biases, weights)
    why = "a row for each column of weights[0]"
    _check_shape("inputs", inputs, weights[0].columns, inputs.columns, why)
    for layer in range(len(weights)):
        why = f"a row for each row of weights[{layer}]"
        _check_shape(f"biases[{layer}]", biases[layer], weights[layer].rows, 1, why)


def _check_backward(
    weights: "list[Matrix]",
    layer_inputs: "list[Matrix]",
    zs: "list[Matrix]",
    last_z_slopes: "Matrix",
) -> None:
    """Each layer has inputs for its columns and zs for its rows, for each sample."""
    _check_chain(weights)
    _check_count("layer_inputs", layer_inputs, weights)
    _check_count("zs", zs, weights)
    samples = layer_inputs[0].columns
    each = "a column for each of layer_inputs[0]"
    for layer in range(len(weights)):
        name, m = f"weights[{layer}]", weights[layer]
        why = f"a row for each column of {name}, {each}"
        name_of_inputs = f"layer_inputs[{layer}]"
        _check_shape(name_of_inputs, layer_inputs[layer], m.columns, samples, why)
        why = f"a row for each row of {name}, {each}"
        _check_shape(f"zs[{layer}]", zs[layer], m.rows, samples, why)
    last = len(weights) - 1
    why = f"a row for each row of weights[{last}], {each}"
    _check_shape("last_z_slopes", last_z_slopes, weights[last].rows, samples, why)


def _check_chain(weights: "list[Matrix]") -> None:
    """There is a layer, and each takes what the one before gives."""
    if not weights:
        raise ValueError("weights is empty: give at least one layer")
    for layer in range(1, len(weights)):
        m, before = weights[layer], weights[layer - 1]
        why = f"a column for each row of weights[{layer - 1}]"
        _check_shape(f"weights[{layer}]", m, m.rows, before.rows, why)


def _check_count(name: str, matrices: "list[Matrix]", weights: "list[Matrix]") -> None:
    """Every layer has one."""
    if len(matrices) != len(weights):
        raise ValueError(
            f"{name} has length {len(matrices)}, expected {len(weights)}: "
            "one for each entry of weights"
        )


def _check_shape(name: str, m: "Matrix", rows: int, columns: int, why: str) -> None:
    """What is multiplied or added has the shape for it."""
    if m.rows != rows or m.columns != columns:
        raise ValueError(
            f"{name} is {m.rows}×{m.columns}, expected {rows}×{columns}: {why}"
        )
