"""The network of the book once more, built of a few arrays."""

# --8<-- [start:tensor]
from derivlearn import example
from derivlearn.tensor import Tensor


def column(numbers):
    return [[number] for number in numbers]


W = Tensor(example.HIDDEN_WEIGHTS)
b = Tensor(column(example.HIDDEN_BIASES))
next_W = Tensor(example.LAST_WEIGHTS)
next_b = Tensor(column(example.LAST_BIASES))

x = column(example.INPUTS)
hidden = (W @ x + b).sigmoid()
outputs = (next_W @ hidden + next_b).sigmoid()
miss = outputs - column(example.TARGETS)
cost = (miss * miss / 2).sum()
cost.backward()

print(f"cost {cost.data:.6f}")
for slopes in (next_b.grad, b.grad):
    for slope in slopes[:, 0]:
        print(f"{slope:9.6f}")
# --8<-- [end:tensor]

# --8<-- [start:shapes]
for name, tensor in (("W", W), ("b", b), ("next W", next_W), ("next b", next_b)):
    print(f"{name:6} {tensor.grad.shape}")
# --8<-- [end:shapes]
