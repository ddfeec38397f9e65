"""How steep tanh still is when many weights of one size are added up."""

import math
import random

from derivlearn.activations import tanh_derivative


# --8<-- [start:size]
def mean_bend(m, size):
    rng = random.Random(1)
    total = 0.0
    for neuron in range(100):
        z = 0.0
        for i in range(m):
            z = z + rng.uniform(-size, size) * 1.0
        total = total + tanh_derivative(z)
    return total / 100


for m in (4, 64, 1024):
    large = mean_bend(m, 1.0)
    fitting = mean_bend(m, 1 / math.sqrt(m))
    print(f"{m:4}  1: {large:.2f}  1 / sqrt(m): {fitting:.2f}")
# --8<-- [end:size]
