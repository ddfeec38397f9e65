"""Exercise: one step of the biases of a layer, by the mean over a batch."""


# --8<-- [start:start]
def moved(biases, deltas, rate):
    changed = []
    for j in range(len(biases)):
        total = 0.0
        for delta in deltas[j]:
            total = total + delta
        changed.append(biases[j] - rate * total)
    return changed


# --8<-- [end:start]


# --8<-- [start:wrong-last-sample]
def moved(biases, deltas, rate):
    changed = []
    for j in range(len(biases)):
        for delta in deltas[j]:
            slope = delta / len(deltas[j])
        changed.append(biases[j] - rate * slope)
    return changed


# --8<-- [end:wrong-last-sample]


# --8<-- [start:wrong-by-outputs]
def moved(biases, deltas, rate):
    changed = []
    for j in range(len(biases)):
        slope = sum(deltas[j]) / len(deltas)
        changed.append(biases[j] - rate * slope)
    return changed


# --8<-- [end:wrong-by-outputs]


# --8<-- [start:wrong-uphill]
def moved(biases, deltas, rate):
    changed = []
    for j in range(len(biases)):
        slope = sum(deltas[j]) / len(deltas[j])
        changed.append(biases[j] + rate * slope)
    return changed


# --8<-- [end:wrong-uphill]


# --8<-- [start:wrong-total-goes-on]
def moved(biases, deltas, rate):
    changed = []
    total = 0.0
    for j in range(len(biases)):
        for delta in deltas[j]:
            total = total + delta
        slope = total / len(deltas[j])
        changed.append(biases[j] - rate * slope)
    return changed


# --8<-- [end:wrong-total-goes-on]


# --8<-- [start:answer]
def moved(biases, deltas, rate):
    changed = []
    for j in range(len(biases)):
        total = 0.0
        for delta in deltas[j]:
            total = total + delta
        slope = total / len(deltas[j])
        changed.append(biases[j] - rate * slope)
    return changed


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for biases, deltas, rate in (
        ([0.1], [[-0.11633, 0.1386]], 0.5),
        ([0.1, -0.3, 0.2], [[-0.5, 0.25], [0.0, 1.0], [0.75, 0.25]], 2.0),
        ([1.0, 0.5], [[0.3, -0.6, 0.9, 0.0], [-1.0, -2.0, 0.5, 4.0]], 0.1),
        ([0.0], [[0.8]], 0.25),
    ):
        right = [
            round(bias - rate * sum(row) / len(row), 8)
            for bias, row in zip(biases, deltas, strict=True)
        ]
        yield f"moved({biases}, {deltas}, {rate})", right
    given = [[0.1, -0.3], [[0.5, 1.0], [-0.25, 2.0]]]
    yield f"b, d = {given}; moved(b, d, 0.5); [b, d]", given


# --8<-- [end:check]
