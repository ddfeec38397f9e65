"""A recipe for ReLU with softmax, found elsewhere: the cost falls, and it is wrong."""

from derivlearn.activations import relu_derivative, softmax
from derivlearn.costs import cross_entropy
from derivlearn.numeric import numeric_gradient

# --8<-- [start:recipe]
y = [0.0, 1.0, 0.0]
z = [-1.0, 0.5, -2.0]


def cost_of(z):
    return cross_entropy(softmax(z), y)


def recipe(z):
    s = softmax(z)
    slopes = []
    for i in range(3):
        slopes.append((s[i] - y[i]) * relu_derivative(z[i]) / 3)
    return slopes


# --8<-- [end:recipe]

# --8<-- [start:falls]
for step in range(101):
    if step in (0, 10, 100):
        print(f"{step:3}  cost {cost_of(z):.4f}  {z[0]:.2f} {z[1]:.2f} {z[2]:.2f}")
    slopes = recipe(z)
    for i in range(3):
        z[i] = z[i] - 0.5 * slopes[i]
# --8<-- [end:falls]

# --8<-- [start:measured]
z = [-1.0, 0.5, -2.0]
s = softmax(z)
slopes = recipe(z)
measured = numeric_gradient(cost_of, z)
for i in range(3):
    print(f"{measured[i]:6.3f}  s - y {s[i] - y[i]:6.3f}  recipe {slopes[i]:6.3f}")
# --8<-- [end:measured]

for i in range(3):
    assert abs(measured[i] - (s[i] - y[i])) < 1e-8
assert [f"{slope:.3f}" for slope in measured] == ["0.171", "-0.234", "0.063"]
