"""Exercise: what the check says at the kink of ReLU."""

from derivlearn.activations import relu, relu_derivative
from derivlearn.check import gradient_check

# --8<-- [start:kink]
weights = [0.5]
x = -1.0
bias = 0.5
target = 1.0


def z():
    return weights[0] * x + bias


def cost():
    return (relu(z()) - target) ** 2 / 2


def report_at(weight):
    weights[0] = weight
    slope = (relu(z()) - target) * relu_derivative(z()) * x
    return gradient_check(cost, {"w": weights}, {"w": [slope]})


for weight in (0.5, 0.4999999999, 0.4):
    report = report_at(weight)
    worst = report.worst
    print(f"w = {weight}  passed {report.passed()}")
    print(f"measured {worst.measured:.3f}", end="  ")
    print(f"computed {worst.computed:.3f}")
    print(f"left {report.left:.3f}  right {report.right:.3f}")
# --8<-- [end:kink]

assert not report_at(0.5).passed()
assert not report_at(0.4999999999).passed()
assert report_at(0.4).passed()
