"""A layer with m inputs and n outputs, one weight at a time; then L layers in a row.

    z = Wx + b                     forward
    a = σ(z)                       activate, or softmax
    δ = ∂C/∂z = ∂C/∂a · σ′(z)      last_deltas
    δ = (routes back) · σ′(z)      hidden_deltas
    ∂C/∂b = δ                      bias_slopes
    ∂C/∂W = δ · x                  weight_slopes

For one layer, ``weights`` are n rows of m numbers, of which weights[j][i] leads from
input i to output j; ``biases``, ``zs``, ``output_slopes`` (∂C/∂a) and ``deltas`` are n
numbers, and ``inputs`` are m. What belongs to the layer behind is called ``next_…``.

For L layers, weights[l][j][i] and biases[l][j] are those of layer l, zs[l] is what it
computes, and layer_inputs[l] what goes into it: the inputs of the network for layer 0,
the activations of layer l - 1 for the others. What becomes of the last zs (a sigmoid
for each, a softmax for all) is in the hands of the caller, who takes the outputs from
there to the cost, and the slopes from the cost back to there.

An ``activation`` takes a number and gives one; its derivative σ′ is taken at z. Lists
stay as they are, and what comes back is new.

Raises:
    TypeError: If something is no list, or no function, where it should be.
    ValueError: If a list is empty, or the shapes do not fit.
"""

from derivlearn._inner import checks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    Function = Callable[[float], float]
    Vector = list[float]
    Rows = list[list[float]]

__all__ = [
    "activate",
    "backward_layers",
    "bias_slopes",
    "forward",
    "forward_layers",
    "hidden_deltas",
    "last_deltas",
    "weight_slopes",
]


def forward(weights: "Rows", biases: "Vector", inputs: "Vector") -> "Vector":
    """zⱼ = bⱼ + Σᵢ wⱼᵢ xᵢ, added in this order.

    Examples:
        >>> forward([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [0.5, -0.5], [1.0, 10.0, 100.0])
        [321.5, 653.5]
    """
    _check_layer(weights, biases, inputs)
    zs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z += weights[j][i] * inputs[i]
        zs.append(z)
    return zs


def activate(activation: "Function", zs: "Vector") -> "Vector":
    """aⱼ = σ(zⱼ)."""
    checks.check_function("activation", activation)
    checks.check_list("zs", zs)
    return [activation(z) for z in zs]


def last_deltas(
    output_slopes: "Vector", zs: "Vector", activation_derivative: "Function"
) -> "Vector":
    """δⱼ = ∂C/∂aⱼ · σ′(zⱼ), in the last layer."""
    _check_last(output_slopes, zs, activation_derivative)
    deltas = []
    for j in range(len(zs)):
        deltas.append(output_slopes[j] * activation_derivative(zs[j]))
    return deltas


def hidden_deltas(
    next_deltas: "Vector",
    next_weights: "Rows",
    zs: "Vector",
    activation_derivative: "Function",
) -> "Vector":
    """δᵢ = (Σⱼ δⱼ wⱼᵢ of the next layer) · σ′(zᵢ).

    This layer's output i goes into every output j of the next layer: each is a route
    to the cost, and the slopes of the routes add up, in the order of j.
    """
    _check_hidden(next_deltas, next_weights, zs, activation_derivative)
    deltas = []
    for i in range(len(zs)):
        routes = 0.0
        for j in range(len(next_deltas)):
            routes += next_deltas[j] * next_weights[j][i]
        deltas.append(routes * activation_derivative(zs[i]))
    return deltas


def bias_slopes(deltas: "Vector") -> "Vector":
    """∂C/∂bⱼ = δⱼ · 1, in any layer, since zⱼ = bⱼ + … has the slope 1."""
    checks.check_list("deltas", deltas)
    return list(deltas)


def weight_slopes(deltas: "Vector", inputs: "Vector") -> "Rows":
    """∂C/∂wⱼᵢ = δⱼ · xᵢ, in any layer: n rows of m, like the weights.

    Examples:
        >>> weight_slopes([1.0, -2.0], [10.0, 100.0])
        [[10.0, 100.0], [-20.0, -200.0]]
    """
    checks.check_list("deltas", deltas)
    checks.check_list("inputs", inputs)
    rows = []
    for j in range(len(deltas)):
        row = []
        for i in range(len(inputs)):
            row.append(deltas[j] * inputs[i])
        rows.append(row)
    return rows


def forward_layers(
    weights: "list[Rows]",
    biases: "list[Vector]",
    inputs: "Vector",
    activation: "Function",
) -> "tuple[list[Vector], list[Vector]]":
    """zₗ = Wₗxₗ + bₗ, and xₗ₊₁ = σ(zₗ) goes into the next layer.

    Returns:
        zs and layer_inputs, L lists each. The last zs await their activation.
    """
    _check_forward(weights, biases, inputs, activation)
    layer_inputs = [list(inputs)]
    zs = [forward(weights[0], biases[0], inputs)]
    for layer in range(1, len(weights)):
        layer_inputs.append(activate(activation, zs[layer - 1]))
        zs.append(forward(weights[layer], biases[layer], layer_inputs[layer]))
    return zs, layer_inputs


def backward_layers(
    last_deltas: "Vector",
    weights: "list[Rows]",
    zs: "list[Vector]",
    layer_inputs: "list[Vector]",
    activation_derivative: "Function",
) -> "tuple[list[Rows], list[Vector]]":
    """δₗ from δₗ₊₁, and from each δ the slopes of its layer, the last one first.

    The δ of the last layer has to be given: last_deltas(…) where the outputs are
    activated one by one, or a - y where activation and cost shrink to that, as in
    softmax_cross_entropy_derivative. zs and layer_inputs are those of forward_layers;
    the activation is that of all layers but the last.

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


def _check_layer(weights: "Rows", biases: "Vector", inputs: "Vector") -> None:
    """A row of weights for each bias, and in it a weight for each input."""
    checks.check_list("biases", biases)
    checks.check_list("inputs", inputs)
    checks.check_length("weights", weights, "biases", len(biases))
    checks.check_rows("weights", weights, "inputs", len(inputs))


def _check_last(
    output_slopes: "Vector", zs: "Vector", activation_derivative: "Function"
) -> None:
    """A slope for each z."""
    checks.check_function("activation_derivative", activation_derivative)
    checks.check_list("zs", zs)
    checks.check_length("output_slopes", output_slopes, "zs", len(zs))


def _check_hidden(
    next_deltas: "Vector",
    next_weights: "Rows",
    zs: "Vector",
    activation_derivative: "Function",
) -> None:
    """Behind, a row of weights for each δ, and in it a weight for each z here."""
    checks.check_function("activation_derivative", activation_derivative)
    checks.check_list("zs", zs)
    checks.check_list("next_deltas", next_deltas)
    checks.check_length("next_weights", next_weights, "next_deltas", len(next_deltas))
    checks.check_rows("next_weights", next_weights, "zs", len(zs))


def _check_forward(
    weights: "list[Rows]",
    biases: "list[Vector]",
    inputs: "Vector",
    activation: "Function",
) -> None:
    """Each layer has a bias for each row, and takes what the one before gives."""
    checks.check_function("activation", activation)
    checks.check_list("weights", weights, "layer")
    checks.check_length("biases", biases, "weights", len(weights))
    before, entries = "inputs", inputs
    checks.check_list(before, entries)
    for layer in range(len(weights)):
        name = f"biases[{layer}]"
        checks.check_list(name, biases[layer])
        rows, count = weights[layer], len(biases[layer])
        checks.check_length(f"weights[{layer}]", rows, name, count)
        checks.check_rows(f"weights[{layer}]", rows, before, len(entries))
        before, entries = name, biases[layer]


def _check_backward(
    last_deltas: "Vector",
    weights: "list[Rows]",
    zs: "list[Vector]",
    layer_inputs: "list[Vector]",
    activation_derivative: "Function",
) -> None:
    """Each layer has an input for each column and a z for each row."""
    checks.check_function("activation_derivative", activation_derivative)
    checks.check_list("weights", weights, "layer")
    checks.check_length("zs", zs, "weights", len(weights))
    checks.check_length("layer_inputs", layer_inputs, "weights", len(weights))
    for layer in range(len(weights)):
        name, z_name = f"layer_inputs[{layer}]", f"zs[{layer}]"
        checks.check_list(name, layer_inputs[layer])
        checks.check_list(z_name, zs[layer])
        if layer > 0:
            before = f"zs[{layer - 1}]"
            checks.check_length(name, layer_inputs[layer], before, len(zs[layer - 1]))
        rows = weights[layer]
        checks.check_length(f"weights[{layer}]", rows, z_name, len(zs[layer]))
        checks.check_rows(f"weights[{layer}]", rows, name, len(layer_inputs[layer]))
    last = len(zs) - 1
    checks.check_length("last_deltas", last_deltas, f"zs[{last}]", len(zs[last]))
