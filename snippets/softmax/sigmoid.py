"""What sigmoids with a squared error do badly, and where their slope comes from."""

import math

from derivlearn import activations, loops
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.example import (
    HIDDEN_BIASES,
    HIDDEN_WEIGHTS,
    INPUTS,
    LAST_BIASES,
    LAST_WEIGHTS,
)
from derivlearn.numeric import central_difference

# --8<-- [start:sum]
hidden = loops.forward(HIDDEN_WEIGHTS, HIDDEN_BIASES, INPUTS)
hidden = loops.activate(sigmoid, hidden)
z = loops.forward(LAST_WEIGHTS, LAST_BIASES, hidden)
a = loops.activate(sigmoid, z)
print(f"z {z[0]:.6f}  {z[1]:.6f}  {z[2]:.6f}")
print(f"a {a[0]:.3f} + {a[1]:.3f} + {a[2]:.3f} = {sum(a):.3f}")
# --8<-- [end:sum]

# --8<-- [start:stuck]
for z in (0, -2, -4, -6):
    a = sigmoid(z)
    delta = (a - 1) * sigmoid_derivative(z)
    print(f"z = {z:>2}  a = {a:.4f}  delta {delta:7.4f}")
# --8<-- [end:stuck]

# --8<-- [start:e]
for base in (2, math.e, 3):
    slope = (base**0.0001 - base**-0.0001) / 0.0002
    print(f"{base:.4f}  slope at 0: {slope:.4f}")

for x in (-1, 0, 1, 2):
    slope = central_difference(math.exp, x)
    print(f"x = {x:>2}  height {math.exp(x):.4f}  slope {slope:.4f}")
# --8<-- [end:e]

# --8<-- [start:three-slopes]
z = 2.0
v = 1 + math.exp(-z)
product = -math.exp(-z) * 1 * (-1 / v**2)
a = 1 / v
print(f"{product:.6f}  {a * (1 - a):.6f}")
print(f"{central_difference(sigmoid, z):.6f}")
# --8<-- [end:three-slopes]

for z in (-3.0, -0.5, 0.0, 1.0, 4.0):
    v = 1 + math.exp(-z)
    a = 1 / v
    assert abs(math.exp(-z) / v**2 - a * (1 - a)) < 1e-15
    assert abs(activations.sigmoid_derivative(z) - a * (1 - a)) < 1e-15

# --8<-- [start:wrong-no-bend]
# Output minus target, without the slope of the sigmoid.
print(f"{sigmoid(-6) - 1:7.4f}")
# --8<-- [end:wrong-no-bend]

# --8<-- [start:wrong-slope-at-0]
# The slope of the sigmoid is that at 0, wherever z is.
print(f"{(sigmoid(-6) - 1) * sigmoid_derivative(0):7.4f}")
# --8<-- [end:wrong-slope-at-0]

# --8<-- [start:wrong-stopped-at-the-output]
# Cross-entropy's slope for the output, not yet for z.
a = sigmoid(-6)
print(f"{(a - 1) / (a * (1 - a)):.4f}")
# --8<-- [end:wrong-stopped-at-the-output]

# --8<-- [start:wrong-like-a-power-of-x]
# As the slope of x to a power: the exponent in front, and one less above.
print(f"{2 * math.e ** (2 - 1):.4f}")
# --8<-- [end:wrong-like-a-power-of-x]

# --8<-- [start:wrong-times-x]
# The height times x.
print(f"{2 * math.exp(2):.4f}")
# --8<-- [end:wrong-times-x]
