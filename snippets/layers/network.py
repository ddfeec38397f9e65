"""A 3-4-2-5 network: forward and backward in one loop, every slope measured."""

from derivlearn import loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.check import gradient_check
from derivlearn.costs import squared_error, squared_error_derivative

# --8<-- [start:numbers]
weights = [
    [
        [0.4, -0.2, 0.5],
        [-0.6, 0.1, 0.3],
        [0.2, 0.7, -0.4],
        [0.5, -0.3, 0.6],
    ],
    [
        [0.8, -0.5, 0.3, -0.7],
        [-0.4, 0.9, 0.6, 0.2],
    ],
    [
        [1.0, -0.6],
        [-0.8, 0.5],
        [0.3, 0.9],
        [-0.2, -0.7],
        [0.6, 0.4],
    ],
]
biases = [
    [0.1, -0.2, 0.3, 0.2],
    [0.2, -0.1],
    [0.1, -0.3, 0.2, 0.4, -0.1],
]
inputs = [1.0, -0.5, 2.0]
targets = [0.0, 0.0, 0.0, 1.0, 0.0]
# --8<-- [end:numbers]

# --8<-- [start:shapes]
count = 0
for layer in range(len(weights)):
    n = len(weights[layer])
    m = len(weights[layer][0])
    print(f"layer {layer}: {n} x {m} weights, {n} biases")
    count = count + n * m + n
print(count)
# --8<-- [end:shapes]

assert count == 41


# --8<-- [start:one-after-another]
def row(numbers):
    line = ""
    for number in numbers:
        line = line + f"{number:8.4f}"
    return line


x = inputs
for layer in range(len(weights)):
    print("x", row(x))
    z = loops.forward(weights[layer], biases[layer], x)
    print("z", row(z))
    x = loops.activate(sigmoid, z)
# --8<-- [end:one-after-another]


# --8<-- [start:forward]
def forward_layers(weights, biases, inputs):
    layer_inputs = []
    zs = []
    x = inputs
    for layer in range(len(weights)):
        z = loops.forward(weights[layer], biases[layer], x)
        layer_inputs.append(x)
        zs.append(z)
        x = loops.activate(sigmoid, z)
    return zs, layer_inputs


zs, layer_inputs = forward_layers(weights, biases, inputs)
print(len(layer_inputs), len(zs))
# --8<-- [end:forward]

assert zs[2] == z

# --8<-- [start:last]
outputs = loops.activate(sigmoid, zs[2])
print("a", row(outputs))
print(f"cost {squared_error(outputs, targets):.4f}")

output_slopes = squared_error_derivative(outputs, targets)
last_deltas = loops.last_deltas(
    output_slopes,
    zs[2],
    sigmoid_derivative,
)
print("δ", row(last_deltas))
# --8<-- [end:last]

assert outputs == x

# --8<-- [start:written-out]
deltas2 = last_deltas
deltas1 = loops.hidden_deltas(
    deltas2,
    weights[2],
    zs[1],
    sigmoid_derivative,
)
deltas0 = loops.hidden_deltas(
    deltas1,
    weights[1],
    zs[0],
    sigmoid_derivative,
)
print("2:", row(deltas2))
print("1:", row(deltas1))
print("0:", row(deltas0))
# --8<-- [end:written-out]


# --8<-- [start:backward]
def backward_layers(last_deltas, weights, zs, layer_inputs):
    last = len(weights) - 1
    deltas = [last_deltas]
    for layer in range(last - 1, -1, -1):
        found = loops.hidden_deltas(
            deltas[0],
            weights[layer + 1],
            zs[layer],
            sigmoid_derivative,
        )
        deltas.insert(0, found)

    weight_slopes = []
    bias_slopes = []
    for layer in range(len(weights)):
        x = layer_inputs[layer]
        found = loops.weight_slopes(deltas[layer], x)
        weight_slopes.append(found)
        bias_slopes.append(loops.bias_slopes(deltas[layer]))
    return weight_slopes, bias_slopes


weight_slopes, bias_slopes = backward_layers(last_deltas, weights, zs, layer_inputs)
print(bias_slopes == [deltas0, deltas1, deltas2])
# --8<-- [end:backward]

assert bias_slopes == [deltas0, deltas1, deltas2]

# --8<-- [start:weight-slopes]
for slopes in weight_slopes[0]:
    print(row(slopes))
# --8<-- [end:weight-slopes]

# --8<-- [start:package]
package_values = loops.forward_layers(
    weights,
    biases,
    inputs,
    sigmoid,
)
print(package_values == (zs, layer_inputs))

package_slopes = loops.backward_layers(
    last_deltas,
    weights,
    zs,
    layer_inputs,
    sigmoid_derivative,
)
print(package_slopes == (weight_slopes, bias_slopes))
# --8<-- [end:package]

assert package_values == (zs, layer_inputs)
assert package_slopes == (weight_slopes, bias_slopes)


# --8<-- [start:check]
def cost():
    zs, _ = forward_layers(weights, biases, inputs)
    outputs = loops.activate(sigmoid, zs[2])
    return squared_error(outputs, targets)


report = gradient_check(
    cost,
    {"weights": weights, "biases": biases},
    {"weights": weight_slopes, "biases": bias_slopes},
)
print(len(report.comparisons), report.passed())
# --8<-- [end:check]

assert len(report.comparisons) == 41
assert report.passed()

# --8<-- [start:exercise-unused]
blank_weights = [[[0.0] * 3] * 4, weights[1], weights[2]]
blank_zs = [zs[0], zs[1], [0.0] * 5]
again = backward_layers(
    last_deltas,
    blank_weights,
    blank_zs,
    layer_inputs,
)
print(again == (weight_slopes, bias_slopes))
# --8<-- [end:exercise-unused]

assert again == (weight_slopes, bias_slopes)

# What is offered as wrong answers. The check has left everything as it was.

# What a question says: without the inputs of layer 2, its weight slopes alone are lost.
_lost = [layer_inputs[0], layer_inputs[1], [0.0, 0.0]]
_weight_slopes, _bias_slopes = backward_layers(last_deltas, weights, zs, _lost)
assert _weight_slopes[:2] == weight_slopes[:2]
assert _bias_slopes == bias_slopes

# --8<-- [start:wrong-no-sigmoid]
# What goes on to layer 1 is z itself.
print("x", row(loops.forward(weights[0], biases[0], inputs)))
# --8<-- [end:wrong-no-sigmoid]

# --8<-- [start:wrong-same-inputs]
# What goes on to layer 1 is what went into layer 0.
print("x", row(inputs))
# --8<-- [end:wrong-same-inputs]

# --8<-- [start:wrong-outputs-kept-too]
# The last activations are kept among the inputs of layers.
kept = [inputs]
for z in zs:
    kept.append(loops.activate(sigmoid, z))
print(len(kept), len(zs))
# --8<-- [end:wrong-outputs-kept-too]

# --8<-- [start:wrong-numbers-counted]
# All numbers in one list, instead of a list for each layer.
all_inputs = []
all_zs = []
for layer in range(3):
    all_inputs = all_inputs + layer_inputs[layer]
    all_zs = all_zs + zs[layer]
print(len(all_inputs), len(all_zs))
# --8<-- [end:wrong-numbers-counted]

# --8<-- [start:wrong-no-bend]
# Output minus target, without the slope of the sigmoid.
print("δ", row(output_slopes))
# --8<-- [end:wrong-no-bend]

# --8<-- [start:wrong-turned-round]
# Target minus output.
turned = [-slope for slope in output_slopes]
print("δ", row(loops.last_deltas(turned, zs[2], sigmoid_derivative)))
# --8<-- [end:wrong-turned-round]

# --8<-- [start:wrong-times-weights]
# Times the weights instead of the inputs.
print(row([deltas0[0] * w for w in weights[0][0]]))
# --8<-- [end:wrong-times-weights]

# --8<-- [start:wrong-inputs-of-layer-1]
# Times the inputs of layer 1, which are the outputs of layer 0.
print(row(loops.weight_slopes(deltas0, layer_inputs[1])[0]))
# --8<-- [end:wrong-inputs-of-layer-1]
