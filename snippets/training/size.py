"""How large a sum of random numbers is, and how steep tanh still is there."""

import math
import random

from derivlearn.activations import tanh_derivative


# --8<-- [start:sums]
def sums_of(m, size):
    rng = random.Random(1)
    sums = []
    for neuron in range(100):
        z = 0.0
        for i in range(m):
            z = z + rng.uniform(-size, size)
        sums.append(z)
    return sums


def mean_size(sums):
    total = 0.0
    for z in sums:
        total = total + abs(z)
    return total / len(sums)


for m in (4, 64, 1024):
    print(f"{m:4} numbers  sum {mean_size(sums_of(m, 1.0)):5.2f}")
# --8<-- [end:sums]


# --8<-- [start:size]
def mean_slope(sums):
    total = 0.0
    for z in sums:
        total = total + tanh_derivative(z)
    return total / len(sums)


for m in (4, 64, 1024):
    large = mean_slope(sums_of(m, 1.0))
    fitting = mean_slope(sums_of(m, 1 / math.sqrt(m)))
    print(f"{m:4}  1: {large:.2f}  1 / sqrt(m): {fitting:.2f}")
# --8<-- [end:size]

# The sum divided by √m is much the same for all, and divided by m is not.
_sizes = {m: mean_size(sums_of(m, 1.0)) for m in (4, 64, 1024)}
assert all(0.45 < size / math.sqrt(m) < 0.55 for m, size in _sizes.items())
assert _sizes[4] / 4 > 10 * _sizes[1024] / 1024

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-no-signs]
# The sizes are added up: nothing cancels.
rng = random.Random(1)
total = 0.0
for i in range(1024):
    total = total + abs(rng.uniform(-1.0, 1.0))
print(f"{1024} numbers  sum {total:.2f}")
# --8<-- [end:wrong-no-signs]

# --8<-- [start:wrong-mean]
# The sum is divided by how many numbers there are.
print(f"{1024} numbers  sum {mean_size(sums_of(1024, 1.0)) / 1024:.2f}")
# --8<-- [end:wrong-mean]
