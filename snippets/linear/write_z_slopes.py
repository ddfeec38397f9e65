"""Exercise: the slopes of the sum of a neuron, for every weight and for the bias."""

from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def z_slopes(weights, bias, inputs):
    slopes = list(weights)
    slopes.append(bias)
    return slopes


# --8<-- [end:start]


# --8<-- [start:wrong-no-bias]
def z_slopes(weights, bias, inputs):
    return list(inputs)


# --8<-- [end:wrong-no-bias]


# --8<-- [start:wrong-bias-0]
def z_slopes(weights, bias, inputs):
    return [*inputs, 0.0]


# --8<-- [end:wrong-bias-0]


# --8<-- [start:wrong-bias-itself]
def z_slopes(weights, bias, inputs):
    return [*inputs, bias]


# --8<-- [end:wrong-bias-itself]


# --8<-- [start:wrong-products]
def z_slopes(weights, bias, inputs):
    slopes = []
    for i in range(len(inputs)):
        slopes.append(weights[i] * inputs[i])
    slopes.append(1.0)
    return slopes


# --8<-- [end:wrong-products]


# --8<-- [start:wrong-whole-z]
def z_slopes(weights, bias, inputs):
    slopes = []
    for i in range(len(inputs)):
        slopes.append((weights[i] + 1) * inputs[i] + bias)
    slopes.append(bias + 1)
    return slopes


# --8<-- [end:wrong-whole-z]


# --8<-- [start:answer]
def z_slopes(weights, bias, inputs):
    slopes = list(inputs)
    slopes.append(1.0)
    return slopes


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for weights, bias, inputs in (
        ([0.1, 0.2, -0.1, 0.4], 0.1, [0.5, -1.0, 2.0, 0.25]),
        ([3.0], -2.0, [0.0]),
        ([0.5, -4.0], 7.0, [-0.3, 6.0]),
    ):

        def z_of(numbers, inputs=inputs):
            products = zip(numbers, inputs, strict=False)  # the bias is left over
            return numbers[-1] + sum(w * x for w, x in products)

        measured = [round(s, 6) for s in numeric_gradient(z_of, [*weights, bias])]
        yield f"z_slopes({weights}, {bias}, {inputs})", measured, 1e-5
    given = [[0.5, -4.0], [-0.3, 6.0]]
    yield f"w, x = {given}; z_slopes(w, 7.0, x); [w, x]", given


# --8<-- [end:check]
