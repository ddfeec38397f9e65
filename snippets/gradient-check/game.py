"""The answer to the first game: which of its six slopes is wrong."""

from derivlearn.activations import sigmoid
from derivlearn.check import gradient_check

# --8<-- [start:game]
p = {"w0": -0.1, "b0": -0.1, "w1": -1.0, "b1": 0.7, "w2": 1.7, "b2": -0.4}
slopes = {
    "w0": -0.1349,
    "b0": 0.0281,
    "w1": -0.0576,
    "b1": -0.1123,
    "w2": 0.0747,
    "b2": 0.1457,
}


def cost():
    a0 = sigmoid(p["w0"] * -1.5 + p["b0"])
    a1 = sigmoid(p["w1"] * a0 + p["b1"])
    a2 = sigmoid(p["w2"] * a0 + p["b2"])
    return ((a1 - 1) * (a1 - 1) + a2 * a2) / 2


report = gradient_check(cost, p, slopes)
for slope in report.comparisons:
    print(f"{slope.name} {slope.measured:7.4f}", end=" ")
    print(f"{slope.computed:7.4f}  {slope.error:.0e}")
# --8<-- [end:game]

assert report.worst.name == "b0"
assert sum(error > 0.01 for error in report.errors.values()) == 1
