"""The answer to the first game: which of its six slopes is wrong."""

from derivlearn import loops
from derivlearn.activations import sigmoid
from derivlearn.check import gradient_check
from derivlearn.costs import squared_error

# --8<-- [start:game]
weights = [[[-0.1]], [[-1.0], [1.7]]]
biases = [[-0.1], [0.7, -0.4]]
weight_slopes = [[[-0.1349]], [[-0.0576], [0.0747]]]
bias_slopes = [[0.0281], [-0.1123, 0.1457]]


def cost():
    zs, _ = loops.forward_layers(weights, biases, [-1.5], sigmoid)
    return squared_error(loops.activate(sigmoid, zs[1]), [1.0, 0.0])


report = gradient_check(
    cost,
    {"weights": weights, "biases": biases},
    {"weights": weight_slopes, "biases": bias_slopes},
)
for slope in report.comparisons:
    print(f"{slope.name:16} {slope.measured:7.4f}", end=" ")
    print(f"{slope.computed:7.4f}  {slope.error:.0e}")
# --8<-- [end:game]

assert report.worst.name == "biases[0][0]"
assert sum(error > 0.01 for error in report.errors.values()) == 1
