"""Exercise: the slopes around one hidden neuron that leaks."""

from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def neuron_slopes(z, inputs, w, delta, leak):
    if z > 0:
        a = z
        slope = 1.0
    else:
        a = 0.0
        slope = 0.0
    bias = delta * w * slope
    weights = []
    for x in inputs:
        weights.append(bias * x)
    return bias, weights, delta * a


# --8<-- [end:start]


# --8<-- [start:wrong-activation-0]
def neuron_slopes(z, inputs, w, delta, leak):
    if z > 0:
        a = z
        slope = 1.0
    else:
        a = 0.0
        slope = leak
    bias = delta * w * slope
    weights = []
    for x in inputs:
        weights.append(bias * x)
    return bias, weights, delta * a


# --8<-- [end:wrong-activation-0]


# --8<-- [start:wrong-slope-0]
def neuron_slopes(z, inputs, w, delta, leak):
    if z > 0:
        a = z
        slope = 1.0
    else:
        a = leak * z
        slope = 0.0
    bias = delta * w * slope
    weights = []
    for x in inputs:
        weights.append(bias * x)
    return bias, weights, delta * a


# --8<-- [end:wrong-slope-0]


# --8<-- [start:wrong-slope-is-the-value]
def neuron_slopes(z, inputs, w, delta, leak):
    if z > 0:
        a = z
        slope = 1.0
    else:
        a = leak * z
        slope = leak * z
    bias = delta * w * slope
    weights = []
    for x in inputs:
        weights.append(bias * x)
    return bias, weights, delta * a


# --8<-- [end:wrong-slope-is-the-value]


# --8<-- [start:wrong-leaks-everywhere]
def neuron_slopes(z, inputs, w, delta, leak):
    a = leak * z
    bias = delta * w * leak
    weights = []
    for x in inputs:
        weights.append(bias * x)
    return bias, weights, delta * a


# --8<-- [end:wrong-leaks-everywhere]


# --8<-- [start:wrong-activation-is-leak]
def neuron_slopes(z, inputs, w, delta, leak):
    if z > 0:
        a = z
        slope = 1.0
    else:
        a = leak
        slope = leak
    bias = delta * w * slope
    weights = []
    for x in inputs:
        weights.append(bias * x)
    return bias, weights, delta * a


# --8<-- [end:wrong-activation-is-leak]


# --8<-- [start:answer]
def neuron_slopes(z, inputs, w, delta, leak):
    if z > 0:
        a = z
        slope = 1.0
    else:
        a = leak * z
        slope = leak
    bias = delta * w * slope
    weights = []
    for x in inputs:
        weights.append(bias * x)
    return bias, weights, delta * a


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for z, inputs, w, delta, leak in (
        (-2.0, [0.5, -1.5], 0.8, 0.5, 0.01),
        (-0.5, [2.0, -1.0, 0.25], -1.2, 2.0, 0.2),
        (-0.5, [1.5], 3.0, -2.0, 0.0),
        (1.5, [0.5, 2.0], 0.8, 0.5, 0.01),
        (0.25, [-3.0], -1.2, 0.75, 0.5),
    ):

        def cost_of(moved, given=(z, inputs, w, delta, leak)):
            z, inputs, w, delta, leak = given
            # The bias, the weights to the neuron, and the weight that leads on.
            bias, *weights, out = moved
            z = z + bias + sum(m * x for m, x in zip(weights, inputs, strict=True))
            return delta * (w + out) * (z if z > 0 else leak * z)

        numbers = [0.0] * (len(inputs) + 2)
        bias, *weights, out = (
            round(s, 6) + 0.0 for s in numeric_gradient(cost_of, numbers)
        )
        call = f"neuron_slopes({z}, {inputs}, {w}, {delta}, {leak})"
        yield call, (bias, weights, out), 1e-5
    # Exactly 0 counts as the negative side.
    yield "neuron_slopes(0.0, [3.0], 0.5, 2.0, 0.1)", (0.1, [0.3], 0.0)
    yield "x = [2.0, 3.0]; neuron_slopes(1.0, x, 0.5, 2.0, 0.1); x", [2.0, 3.0]


# --8<-- [end:check]
