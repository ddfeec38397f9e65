"""The network of the book once more, built of a few arrays."""

# --8<-- [start:tensor]
from derivlearn import example
from derivlearn.tensor import Tensor


def column(numbers):
    return [[number] for number in numbers]


weights = Tensor(example.HIDDEN_WEIGHTS)
biases = Tensor(column(example.HIDDEN_BIASES))
next_weights = Tensor(example.LAST_WEIGHTS)
next_biases = Tensor(column(example.LAST_BIASES))

x = column(example.INPUTS)
hidden = (weights @ x + biases).sigmoid()
outputs = (next_weights @ hidden + next_biases).sigmoid()
miss = outputs - column(example.TARGETS)
cost = (miss * miss / 2).sum()
cost.backward()

print(f"cost {cost.data:.6f}")
for slopes in (next_biases.grad, biases.grad):
    for slope in slopes[:, 0]:
        print(f"{slope:9.6f}")
# --8<-- [end:tensor]

# --8<-- [start:shapes]
for tensor in (weights, biases, next_weights, next_biases):
    print(tensor.data.shape, tensor.grad.shape)
# --8<-- [end:shapes]

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-transposed]
# The outer product the other way round.
print(next_weights.data.shape, (hidden.data @ next_biases.grad.T).shape)
# --8<-- [end:wrong-transposed]

# --8<-- [start:wrong-row-sums]
# One slope for each output, as a bias has it.
print(next_weights.data.shape, next_biases.grad.shape)
# --8<-- [end:wrong-row-sums]
