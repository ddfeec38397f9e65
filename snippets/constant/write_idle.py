"""Exercise: the weights of a neuron whose slope is 0, whatever comes after it."""


# --8<-- [start:start]
def idle_weights(inputs):
    return []


# --8<-- [end:start]


# --8<-- [start:wrong-inputs]
def idle_weights(inputs):
    found = []
    for i in range(len(inputs)):
        if inputs[i] == 0:
            found.append(inputs[i])
    return found


# --8<-- [end:wrong-inputs]


# --8<-- [start:wrong-from-one]
def idle_weights(inputs):
    found = []
    for i in range(len(inputs)):
        if inputs[i] == 0:
            found.append(i + 1)
    return found


# --8<-- [end:wrong-from-one]


# --8<-- [start:wrong-first-only]
def idle_weights(inputs):
    for i in range(len(inputs)):
        if inputs[i] == 0:
            return [i]
    return []


# --8<-- [end:wrong-first-only]


# --8<-- [start:wrong-others]
def idle_weights(inputs):
    found = []
    for i in range(len(inputs)):
        if inputs[i] != 0:
            found.append(i)
    return found


# --8<-- [end:wrong-others]


# --8<-- [start:wrong-negative]
def idle_weights(inputs):
    found = []
    for i in range(len(inputs)):
        if inputs[i] <= 0:
            found.append(i)
    return found


# --8<-- [end:wrong-negative]


# --8<-- [start:wrong-nearly]
def idle_weights(inputs):
    found = []
    for i in range(len(inputs)):
        if round(inputs[i], 3) == 0:
            found.append(i)
    return found


# --8<-- [end:wrong-nearly]


# --8<-- [start:answer]
def idle_weights(inputs):
    found = []
    for i in range(len(inputs)):
        if inputs[i] == 0:
            found.append(i)
    return found


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for inputs, idle in (
        ([0.0, -1.0, 2.0, 0.25], [0]),
        ([0.5, 0.0, 2.0, 0.0], [1, 3]),
        ([0.5, -1.0, 2.0, 0.25], []),
        ([0.0001, 0.0, -3.0], [1]),
        ([0.0, 0.0, 0.0, 0.0, 0.0], [0, 1, 2, 3, 4]),
    ):
        yield f"idle_weights({inputs})", idle
    inputs = [0.0, 0.5, 0.0]
    yield f"inputs = {inputs}; idle_weights(inputs); inputs", inputs


# --8<-- [end:check]
