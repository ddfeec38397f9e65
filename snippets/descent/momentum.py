"""A long valley, without and with momentum: the steps needed, and the overshoot."""


# --8<-- [start:long]
def cost_of(w):
    return (w[0] * w[0] + 100 * w[1] * w[1]) / 2


def slopes_of(w):
    return [w[0], 100 * w[1]]


def steps_needed(rate):
    w = [10.0, 1.0]
    for step in range(1, 1001):
        slopes = slopes_of(w)
        for i in range(2):
            w[i] = w[i] - rate * slopes[i]
        if cost_of(w) < 0.01:
            return step
    return "more than 1000"


print(f"at the start: cost {cost_of([10.0, 1.0]):.2f}")
for rate in (0.005, 0.01, 0.019, 0.02, 0.021):
    print(f"{rate:<5}  {steps_needed(rate)} steps")
# --8<-- [end:long]


# --8<-- [start:momentum]
def steps_with(keep, rate):
    w = [10.0, 1.0]
    velocity = [0.0, 0.0]
    lowest = w[0]
    for step in range(1, 1001):
        slopes = slopes_of(w)
        for i in range(2):
            velocity[i] = keep * velocity[i] - rate * slopes[i]
            w[i] = w[i] + velocity[i]
        lowest = min(lowest, w[0])
        if cost_of(w) < 0.01:
            return step, lowest
    return "more than 1000", lowest


for keep in (0.0, 0.9):
    steps, lowest = steps_with(keep, 0.019)
    print(f"{keep}  {steps:3} steps  lowest w0 {lowest:5.2f}")
# --8<-- [end:momentum]

assert steps_with(0.0, 0.019)[0] == steps_needed(0.019)
# Without momentum, from whatever rate, it takes more than twice as many steps.
for n in range(1, 20):
    assert steps_needed(n / 1000) == "more than 1000" or steps_needed(n / 1000) > 200

# --8<-- [start:pushes]
same = 0.0
turning = 0.0
push = 1.0
for step in range(1, 51):
    same = 0.9 * same + 1.0
    turning = 0.9 * turning + push
    push = -push
    if step in (1, 2, 3, 10, 50):
        print(f"{step:2}  same {same:5.2f}  turning {turning:5.2f}")
# --8<-- [end:pushes]

# --8<-- [start:exercise-momentum]
for keep in (0.0, 0.5, 0.8, 0.9, 0.99):
    steps, lowest = steps_with(keep, 0.019)
    print(f"{keep:<4}  {steps:3} steps  lowest w0 {lowest:5.2f}")
# --8<-- [end:exercise-momentum]


# What a question says: as steep four times, the steps are four times as many.
def _steps_across(k, rate):
    w0, w1, steps = 10.0, 1.0, 0
    while (w0 * w0 + k * w1 * w1) / 2 >= 0.01:
        w0, w1, steps = w0 - rate * w0, w1 - rate * k * w1, steps + 1
    return steps


assert _steps_across(100, 0.019) == 223
assert 3.9 < _steps_across(400, 0.019 / 4) / 223 < 4.1

# --8<-- [start:wrong-nothing-lost]
# The old velocity is kept whole.
velocity = 0.0
for step in range(50):
    velocity = velocity + 1.0
print(f"{velocity:.2f}")
# --8<-- [end:wrong-nothing-lost]

# --8<-- [start:wrong-push-shrunk]
# Each push is made smaller, the old velocity is not.
velocity = 0.0
for step in range(50):
    velocity = velocity + 0.9 * 1.0
print(f"{velocity:.2f}")
# --8<-- [end:wrong-push-shrunk]


def gathered(keep, steps):
    velocity = 0.0
    for step in range(steps):
        velocity = keep * velocity + 1.0
    return velocity


assert f"{gathered(0.99, 5000):.0f}" == "100"

# --8<-- [start:wrong-in-proportion]
# As much more as 0.99 is more than 0.9.
print(f"{gathered(0.9, 5000) * 0.99 / 0.9:.0f}")
# --8<-- [end:wrong-in-proportion]

# --8<-- [start:wrong-all-kept]
# As if 0.99 were 1.
print(f"{gathered(1.0, 5000):.0f}")
# --8<-- [end:wrong-all-kept]
