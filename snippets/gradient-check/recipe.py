"""A recipe for ReLU with softmax, found elsewhere: the cost falls, and it is wrong."""

from derivlearn.activations import relu_derivative, softmax
from derivlearn.check import gradient_check
from derivlearn.costs import cross_entropy

# --8<-- [start:falls]
targets = [0.0, 1.0, 0.0]
zs = [-1.0, 0.5, -2.0]


def cost():
    return cross_entropy(softmax(zs), targets)


def recipe_slopes():
    a = softmax(zs)
    slopes = []
    for j in range(3):
        slope = (a[j] - targets[j]) * relu_derivative(zs[j])
        slopes.append(slope / 3)
    return slopes


for step in range(101):
    if step in (0, 1, 10, 100):
        print(f"{step:3}  cost {cost():.6f}", end="  ")
        print(f"z {zs[0]:.2f} {zs[1]:.2f} {zs[2]:.2f}")
    slopes = recipe_slopes()
    for j in range(3):
        zs[j] = zs[j] - 0.5 * slopes[j]
# --8<-- [end:falls]

# --8<-- [start:caught]
zs = [-1.0, 0.5, -2.0]
report = gradient_check(cost, {"z": zs}, {"z": recipe_slopes()})
print(report.passed())
for c in report.comparisons:
    print(f"{c.name} {c.measured:6.3f} {c.computed:6.3f}", end="  ")
    print(f"error {c.error:.2f}")
# --8<-- [end:caught]

_a = softmax(zs)
_right = [_a[j] - targets[j] for j in range(3)]
assert [f"{slope:.3f}" for slope in _right] == ["0.171", "-0.234", "0.063"]
assert gradient_check(cost, {"z": zs}, {"z": _right}).passed(1e-8)
