"""The network of the book, built of Values: no backward pass is written."""

from derivlearn import example, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.autograd import Value
from derivlearn.costs import squared_error_derivative


# --8<-- [start:layer]
def layer(weights, biases, inputs):
    outputs = []
    for j in range(len(biases)):
        z = biases[j]
        for i in range(len(inputs)):
            z = z + weights[j][i] * inputs[i]
        outputs.append(z.sigmoid())
    return outputs


def cost_of(outputs, targets):
    cost = 0.0
    for j in range(len(outputs)):
        miss = outputs[j] - targets[j]
        cost = cost + miss * miss / 2
    return cost


# --8<-- [end:layer]


# --8<-- [start:network]
def values(numbers):
    return [Value(number) for number in numbers]


weights = [values(row) for row in example.HIDDEN_WEIGHTS]
biases = values(example.HIDDEN_BIASES)
next_weights = [values(row) for row in example.LAST_WEIGHTS]
next_biases = values(example.LAST_BIASES)

hidden = layer(weights, biases, example.INPUTS)
outputs = layer(next_weights, next_biases, hidden)
cost = cost_of(outputs, example.TARGETS)
cost.backward()

print(f"cost {cost.data:.6f}")
for b in next_biases + biases:
    print(f"{b.grad:9.6f}")
# --8<-- [end:network]

# --8<-- [start:compare]
all_weights = [example.HIDDEN_WEIGHTS, example.LAST_WEIGHTS]
all_biases = [example.HIDDEN_BIASES, example.LAST_BIASES]
zs, layer_inputs = loops.forward_layers(
    all_weights,
    all_biases,
    example.INPUTS,
    sigmoid,
)
a = loops.activate(sigmoid, zs[1])
output_slopes = squared_error_derivative(a, example.TARGETS)
last = loops.last_deltas(output_slopes, zs[1], sigmoid_derivative)
weight_slopes, bias_slopes = loops.backward_layers(
    last,
    all_weights,
    zs,
    layer_inputs,
    sigmoid_derivative,
)

found = biases + next_biases
expected = bias_slopes[0] + bias_slopes[1]
for row in weights + next_weights:
    found = found + row
for row in weight_slopes[0] + weight_slopes[1]:
    expected = expected + row

largest = 0.0
for k in range(19):
    gap = abs(found[k].grad - expected[k])
    largest = max(largest, gap)
print(len(found), largest < 0.000000000001)
# --8<-- [end:compare]

assert len(found) == len(expected) == 19
assert largest < 1e-12


# --8<-- [start:count]
def size_of(value):
    found = [value]
    seen = {id(value)}
    for b in found:
        for a, _ in b.routes:
            if id(a) not in seen:
                seen.add(id(a))
                found.append(a)
    return len(found)


def cost_of_size(m, hidden, n):
    inputs = [0.5] * m
    rows = [values([0.1] * m) for _ in range(hidden)]
    next_rows = [values([0.1] * hidden) for _ in range(n)]
    outputs = layer(rows, values([0.0] * hidden), inputs)
    outputs = layer(next_rows, values([0.0] * n), outputs)
    return cost_of(outputs, [0.0] * n)


print("4-2-3:", size_of(cost))
print("64-30-10:", size_of(cost_of_size(64, 30, 10)))
# --8<-- [end:count]

assert size_of(cost_of_size(4, 2, 3)) == size_of(cost) == 82
assert size_of(cost_of_size(64, 30, 10)) == 8731

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-parameters]
# The weights and biases alone.
print("64-30-10:", 64 * 30 + 30 + 30 * 10 + 10)
# --8<-- [end:wrong-parameters]

# --8<-- [start:wrong-neurons]
# One for each input and neuron.
print("64-30-10:", 64 + 30 + 10)
# --8<-- [end:wrong-neurons]
