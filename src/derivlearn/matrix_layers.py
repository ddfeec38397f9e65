"""The layers of ``loops`` as products of matrices, with a column for each of N samples.

    Z = WX + b·1ᵀ                      (n×N)     forward
    δ = ∂C/∂Z = ∂C/∂A ⊙ σ′(Z)          (n×N)     last_deltas
    δ = (W_nextᵀ δ_next) ⊙ σ′(Z)       (m×N)     hidden_deltas
    ∂C/∂b = δ·1                        (n×1)     bias_slopes
    ∂C/∂W = δXᵀ                        (n×m)     weight_slopes

What is a list of numbers in ``loops`` is a column here, and N samples are N columns:
``weights`` is n×m, ``biases`` n×1, ``inputs`` m×N; ``zs``, ``output_slopes`` and
``deltas`` are n×N. One sample is N = 1. The cost of many is the sum of their costs, and
so are the slopes: those of the biases are the sums of δ's rows.

For L layers, weights[l], biases[l], layer_inputs[l] and zs[l] are matrices of layer l.

Raises:
    TypeError: If something is no Matrix, no list of them, or no function, where it
        should be.
    ValueError: If there is no layer, or the shapes do not fit.
"""

from derivlearn._inner import checks
from derivlearn.matrix import (
    Matrix,
    _check_matrix,
    add_mat,
    map_mat,
    mul_entries,
    mul_mat,
    ones,
    transpose,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Function = Callable[[float], float]
    Matrices = list[Matrix]

__all__ = [
    "backward_layers",
    "bias_slopes",
    "forward",
    "forward_layers",
    "hidden_deltas",
    "last_deltas",
    "weight_slopes",
]


def forward(weights: Matrix, biases: Matrix, inputs: Matrix) -> Matrix:
    """Z = WX + b·1ᵀ."""
    _check_layer(weights, biases, inputs)
    return add_mat(mul_mat(weights, inputs), mul_mat(biases, ones(1, inputs.columns)))


def last_deltas(
    output_slopes: Matrix, zs: Matrix, activation_derivative: "Function"
) -> Matrix:
    """δ = ∂C/∂A ⊙ σ′(Z), in the last layer."""
    _check_last(output_slopes, zs, activation_derivative)
    return mul_entries(output_slopes, map_mat(activation_derivative, zs))


def hidden_deltas(
    next_deltas: Matrix,
    next_weights: Matrix,
    zs: Matrix,
    activation_derivative: "Function",
) -> Matrix:
    """δ = (W_nextᵀ δ_next) ⊙ σ′(Z)."""
    _check_hidden(next_deltas, next_weights, zs, activation_derivative)
    routes = mul_mat(transpose(next_weights), next_deltas)
    return mul_entries(routes, map_mat(activation_derivative, zs))


def bias_slopes(deltas: Matrix) -> Matrix:
    """∂C/∂b = δ·1, in any layer: each row added up, over the samples.

    Examples:
        >>> from derivlearn.matrix import from_rows
        >>> bias_slopes(from_rows([[1.0, 2.0], [0.5, -1.0]]))
        Matrix(2, 1, [3.0, -0.5])
    """
    _check_matrix("deltas", deltas)
    return mul_mat(deltas, ones(deltas.columns, 1))


def weight_slopes(deltas: Matrix, inputs: Matrix) -> Matrix:
    """∂C/∂W = δXᵀ, in any layer, added up over the samples."""
    _check_samples(deltas, inputs)
    return mul_mat(deltas, transpose(inputs))


def forward_layers(
    weights: "Matrices", biases: "Matrices", inputs: Matrix, activation: "Function"
) -> "tuple[Matrices, Matrices]":
    """Zₗ = WₗXₗ + bₗ·1ᵀ, and Xₗ₊₁ = σ(Zₗ) goes into the next layer.

    Returns:
        zs and layer_inputs, L matrices each. The last zs await their activation.
    """
    _check_forward(weights, biases, inputs, activation)
    layer_inputs = [inputs]
    zs = [forward(weights[0], biases[0], inputs)]
    for layer in range(1, len(weights)):
        layer_inputs.append(map_mat(activation, zs[layer - 1]))
        zs.append(forward(weights[layer], biases[layer], layer_inputs[layer]))
    return zs, layer_inputs


def backward_layers(
    last_deltas: Matrix,
    weights: "Matrices",
    zs: "Matrices",
    layer_inputs: "Matrices",
    activation_derivative: "Function",
) -> "tuple[Matrices, Matrices]":
    """δₗ from δₗ₊₁, and from each δ the slopes of its layer, the last one first.

    The δ of the last layer has to be given; zs and layer_inputs are those of
    forward_layers; the activation is that of all layers but the last.

    Returns:
        The slopes of the weights, laid out like the weights, and those of the biases,
        laid out like the biases.
    """
    _check_backward(last_deltas, weights, zs, layer_inputs, activation_derivative)
    last = len(weights) - 1
    deltas = last_deltas
    all_weight_slopes = [weight_slopes(deltas, layer_inputs[last])]
    all_bias_slopes = [bias_slopes(deltas)]
    for layer in range(last - 1, -1, -1):
        deltas = hidden_deltas(
            deltas, weights[layer + 1], zs[layer], activation_derivative
        )
        # In front: the layers are gone through from the last to the first.
        all_weight_slopes.insert(0, weight_slopes(deltas, layer_inputs[layer]))
        all_bias_slopes.insert(0, bias_slopes(deltas))
    return all_weight_slopes, all_bias_slopes


# What the functions above are given, looked at.


def _check_shape(name: str, a: Matrix, rows: int, columns: int, why: str) -> None:
    """What is multiplied or added has the shape for it."""
    _check_matrix(name, a)
    if a.rows != rows or a.columns != columns:
        raise ValueError(
            f"{name} is {a.rows}×{a.columns}, expected {rows}×{columns}: {why}"
        )


def _check_layer(weights: Matrix, biases: Matrix, inputs: Matrix) -> None:
    """A bias for each row of weights, an input for each column."""
    _check_matrix("weights", weights)
    _check_matrix("inputs", inputs)
    why = "a row for each column of weights"
    _check_shape("inputs", inputs, weights.columns, inputs.columns, why)
    _check_shape("biases", biases, weights.rows, 1, "a row for each row of weights")


def _check_last(
    output_slopes: Matrix, zs: Matrix, activation_derivative: "Function"
) -> None:
    """A slope for each z."""
    checks.check_function("activation_derivative", activation_derivative)
    _check_matrix("zs", zs)
    why = "one for each entry of zs"
    _check_shape("output_slopes", output_slopes, zs.rows, zs.columns, why)


def _check_hidden(
    next_deltas: Matrix,
    next_weights: Matrix,
    zs: Matrix,
    activation_derivative: "Function",
) -> None:
    """Behind, a row of weights for each δ, and in it a weight for each z here."""
    checks.check_function("activation_derivative", activation_derivative)
    _check_matrix("next_weights", next_weights)
    _check_matrix("zs", zs)
    why = "a row for each column of next_weights"
    _check_shape("zs", zs, next_weights.columns, zs.columns, why)
    why = "a row for each row of next_weights, a column for each column of zs"
    _check_shape("next_deltas", next_deltas, next_weights.rows, zs.columns, why)


def _check_samples(deltas: Matrix, inputs: Matrix) -> None:
    """As many samples in both."""
    _check_matrix("deltas", deltas)
    _check_matrix("inputs", inputs)
    why = "a column for each column of deltas"
    _check_shape("inputs", inputs, inputs.rows, deltas.columns, why)


def _check_forward(
    weights: "Matrices", biases: "Matrices", inputs: Matrix, activation: "Function"
) -> None:
    """Each layer has a bias for each row, and takes what the one before gives."""
    checks.check_function("activation", activation)
    _check_chain(weights)
    checks.check_length("biases", biases, "weights", len(weights))
    _check_matrix("inputs", inputs)
    why = "a row for each column of weights[0]"
    _check_shape("inputs", inputs, weights[0].columns, inputs.columns, why)
    for layer in range(len(weights)):
        why = f"a row for each row of weights[{layer}]"
        _check_shape(f"biases[{layer}]", biases[layer], weights[layer].rows, 1, why)


def _check_backward(
    last_deltas: Matrix,
    weights: "Matrices",
    zs: "Matrices",
    layer_inputs: "Matrices",
    activation_derivative: "Function",
) -> None:
    """Each layer has inputs for its columns and zs for its rows, for each sample."""
    checks.check_function("activation_derivative", activation_derivative)
    _check_chain(weights)
    checks.check_length("zs", zs, "weights", len(weights))
    checks.check_length("layer_inputs", layer_inputs, "weights", len(weights))
    _check_matrix("layer_inputs[0]", layer_inputs[0])
    samples = layer_inputs[0].columns
    each = "a column for each of layer_inputs[0]"
    for layer in range(len(weights)):
        name, of_layer = f"weights[{layer}]", weights[layer]
        why = f"a row for each column of {name}, {each}"
        name_of_inputs = f"layer_inputs[{layer}]"
        _check_shape(
            name_of_inputs, layer_inputs[layer], of_layer.columns, samples, why
        )
        why = f"a row for each row of {name}, {each}"
        _check_shape(f"zs[{layer}]", zs[layer], of_layer.rows, samples, why)
    last = len(weights) - 1
    why = f"a row for each row of weights[{last}], {each}"
    _check_shape("last_deltas", last_deltas, weights[last].rows, samples, why)


def _check_chain(weights: "Matrices") -> None:
    """There is a layer, and each takes what the one before gives."""
    checks.check_list("weights", weights, "layer")
    _check_matrix("weights[0]", weights[0])
    for layer in range(1, len(weights)):
        name, of_layer, before = f"weights[{layer}]", weights[layer], weights[layer - 1]
        _check_matrix(name, of_layer)
        why = f"a column for each row of weights[{layer - 1}]"
        _check_shape(name, of_layer, of_layer.rows, before.rows, why)
