"""Exercise: how many numbers a network of any size has."""


# --8<-- [start:start]
def count(inputs, hidden, outputs):
    weights = hidden * inputs
    biases = hidden
    return weights + biases


# --8<-- [end:start]


# --8<-- [start:wrong-biases-of-the-inputs]
def count(inputs, hidden, outputs):
    weights = hidden * inputs + outputs * hidden
    biases = inputs + hidden + outputs
    return weights + biases


# --8<-- [end:wrong-biases-of-the-inputs]


# --8<-- [start:wrong-without-biases]
def count(inputs, hidden, outputs):
    return hidden * inputs + outputs * hidden


# --8<-- [end:wrong-without-biases]


# --8<-- [start:wrong-one-bias-a-layer]
def count(inputs, hidden, outputs):
    return hidden * inputs + outputs * hidden + 2


# --8<-- [end:wrong-one-bias-a-layer]


# --8<-- [start:wrong-all-multiplied]
def count(inputs, hidden, outputs):
    return inputs * hidden * outputs + hidden + outputs


# --8<-- [end:wrong-all-multiplied]


# --8<-- [start:answer]
def count(inputs, hidden, outputs):
    weights = hidden * inputs + outputs * hidden
    biases = hidden + outputs
    return weights + biases


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for inputs, hidden, outputs, numbers in (
        (4, 2, 3, 19),
        (64, 30, 10, 2260),
        (1, 1, 1, 4),
        (3, 5, 2, 32),
    ):
        yield f"count({inputs}, {hidden}, {outputs})", numbers


# --8<-- [end:check]

# --8<-- [start:counted]
print(count(4, 2, 3), count(64, 30, 10))
# --8<-- [end:counted]
