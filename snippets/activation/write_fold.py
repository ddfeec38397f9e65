"""Exercise: two layers without an activation function, folded into one."""

from derivlearn import loops
from derivlearn.loops import forward

# --8<-- [start:three-layers]
weights0, biases0 = [[1.0, 2.0], [0.5, -1.0], [-2.0, 1.0]], [1.0, 0.0, -1.0]
weights1, biases1 = [[2.0, 1.0, 0.0], [0.0, -1.0, 3.0]], [0.5, 1.0]
weights2, biases2 = [[1.0, -0.5]], [2.0]
inputs = [3.0, -2.0]
# --8<-- [end:three-layers]


# --8<-- [start:start]
def fold(w1, b1, w0, b0):
    folded = []
    for j in range(len(w1)):
        row = []
        for i in range(len(w0[0])):
            row.append(0.0)
        folded.append(row)
    return folded, b1


# --8<-- [end:start]


# --8<-- [start:wrong-biases-added]
def fold(w1, b1, w0, b0):
    folded = []
    for j in range(len(w1)):
        row = []
        for i in range(len(w0[0])):
            w = 0.0
            for h in range(len(w0)):
                w = w + w1[j][h] * w0[h][i]
            row.append(w)
        folded.append(row)
    together = []
    for j in range(len(b1)):
        together.append(b1[j] + sum(b0))
    return folded, together


# --8<-- [end:wrong-biases-added]


# --8<-- [start:wrong-last-biases-alone]
def fold(w1, b1, w0, b0):
    folded = []
    for j in range(len(w1)):
        row = []
        for i in range(len(w0[0])):
            w = 0.0
            for h in range(len(w0)):
                w = w + w1[j][h] * w0[h][i]
            row.append(w)
        folded.append(row)
    return folded, b1


# --8<-- [end:wrong-last-biases-alone]


# --8<-- [start:wrong-total-goes-on]
def fold(w1, b1, w0, b0):
    folded = []
    for j in range(len(w1)):
        row = []
        w = 0.0
        for i in range(len(w0[0])):
            for h in range(len(w0)):
                w = w + w1[j][h] * w0[h][i]
            row.append(w)
        folded.append(row)
    return folded, forward(w1, b1, b0)


# --8<-- [end:wrong-total-goes-on]


# --8<-- [start:wrong-last-route]
def fold(w1, b1, w0, b0):
    folded = []
    for j in range(len(w1)):
        row = []
        for i in range(len(w0[0])):
            for h in range(len(w0)):
                w = w1[j][h] * w0[h][i]
            row.append(w)
        folded.append(row)
    return folded, forward(w1, b1, b0)


# --8<-- [end:wrong-last-route]


# --8<-- [start:answer]
def fold(w1, b1, w0, b0):
    folded = []
    for j in range(len(w1)):
        row = []
        for i in range(len(w0[0])):
            w = 0.0
            for h in range(len(w0)):
                w = w + w1[j][h] * w0[h][i]
            row.append(w)
        folded.append(row)
    return folded, forward(w1, b1, b0)


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    pairs = (
        (
            ([[2.0, 1.0, 0.5], [0.0, -1.0, 3.0]], [0.5, 1.0]),
            ([[1.0, 2.0], [0.5, -1.0], [-2.0, 1.5]], [1.0, 0.25, -1.0]),
        ),
        (([[3.0]], [2.0]), ([[-2.0, 0.5, 1.0]], [0.5])),
        (([[1.0, -0.5]], [2.0]), ([[4.0], [-1.0]], [0.0, 3.0])),
    )
    for (next_weights, next_biases), (weights, biases) in pairs:
        columns = len(weights[0])
        given = f"{next_weights}, {next_biases}, {weights}, {biases}"

        def through(x, last=(next_weights, next_biases), first=(weights, biases)):
            return loops.forward(*last, loops.forward(*first, x))

        # A layer gives its biases for 0, and its weights one column at a time.
        b = through([0.0] * columns)
        moved = [
            through([float(i == k) for i in range(columns)]) for k in range(columns)
        ]
        folded = [[each[j] - b[j] for each in moved] for j in range(len(next_weights))]
        yield f"fold({given})", (folded, b)
    (next_weights, next_biases), (weights, biases) = pairs[0]
    given = [next_weights, next_biases, weights, biases]
    yield f"a, b, c, d = {given}; fold(a, b, c, d); [a, b, c, d]", given


# --8<-- [end:check]

# --8<-- [start:fold-three]
folded, biases = fold(weights1, biases1, weights0, biases0)
folded, biases = fold(weights2, biases2, folded, biases)
print(folded, biases)

x = forward(weights0, biases0, inputs)
x = forward(weights1, biases1, x)
print(forward(weights2, biases2, x))
print(forward(folded, biases, inputs))
# --8<-- [end:fold-three]

assert forward(folded, biases, inputs) == forward(weights2, biases2, x)
