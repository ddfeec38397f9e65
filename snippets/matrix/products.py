"""The slopes of the last weights as a product of two matrices, in plain Python."""

from derivlearn import loops, matrix
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.example import (
    HIDDEN_BIASES,
    HIDDEN_WEIGHTS,
    INPUTS,
    LAST_BIASES,
    LAST_WEIGHTS,
    TARGETS,
)
from derivlearn.numeric import numeric_gradient

# --8<-- [start:parts]
hidden_z = loops.forward(HIDDEN_WEIGHTS, HIDDEN_BIASES, INPUTS)
inputs = loops.activate(sigmoid, hidden_z)
z = loops.forward(LAST_WEIGHTS, LAST_BIASES, inputs)
a = loops.activate(sigmoid, z)
output_slopes = squared_error_derivative(a, TARGETS)
deltas = loops.last_deltas(output_slopes, z, sigmoid_derivative)

for slope in deltas:
    print(f"bias slope {slope:9.6f}")
for x in inputs:
    print(f"input      {x:9.6f}")
# --8<-- [end:parts]

# --8<-- [start:loop]
weight_slopes = []
for j in range(3):
    row = []
    for i in range(2):
        row.append(deltas[j] * inputs[i])
    weight_slopes.append(row)

for j in range(3):
    print(f"{weight_slopes[j][0]:9.6f}  {weight_slopes[j][1]:9.6f}")
# --8<-- [end:loop]

assert weight_slopes == loops.weight_slopes(deltas, inputs)


def _cost_of(numbers):
    weights = [numbers[0:2], numbers[2:4], numbers[4:6]]
    outputs = loops.activate(sigmoid, loops.forward(weights, LAST_BIASES, inputs))
    return squared_error(outputs, TARGETS)


_measured = numeric_gradient(
    _cost_of, LAST_WEIGHTS[0] + LAST_WEIGHTS[1] + LAST_WEIGHTS[2]
)
for j in range(3):
    for i in range(2):
        assert abs(weight_slopes[j][i] - _measured[2 * j + i]) < 1e-9


# --8<-- [start:entry]
def entry(m, r, c):
    return m["values"][r + c * m["rows"]]


names = {
    "rows": 3,
    "columns": 2,
    "values": ["w00", "w10", "w20", "w01", "w11", "w21"],
}
for r in range(3):
    print(entry(names, r, 0), entry(names, r, 1))
# --8<-- [end:entry]


# --8<-- [start:to-mat]
def to_mat(values):
    return {"rows": len(values), "columns": 1, "values": list(values)}


column = to_mat(inputs)
print(column["rows"], "x", column["columns"])
# --8<-- [end:to-mat]


# --8<-- [start:transpose]
def transpose(m):
    values = []
    for r in range(m["rows"]):
        for c in range(m["columns"]):
            values.append(entry(m, r, c))
    return {"rows": m["columns"], "columns": m["rows"], "values": values}


turned = transpose(names)
for r in range(2):
    print(entry(turned, r, 0), entry(turned, r, 1), entry(turned, r, 2))
print(turned["values"])
# --8<-- [end:transpose]

assert transpose(turned) == names


# --8<-- [start:mul-mat]
def mul_mat(a, b):
    if a["columns"] != b["rows"]:
        raise ValueError("the shapes do not fit")
    values = []
    for c in range(b["columns"]):
        for r in range(a["rows"]):
            total = 0.0
            for k in range(a["columns"]):
                total = total + entry(a, r, k) * entry(b, k, c)
            values.append(total)
    return {"rows": a["rows"], "columns": b["columns"], "values": values}


left = {"rows": 2, "columns": 2, "values": [1, 3, 2, 4]}
right = {"rows": 2, "columns": 1, "values": [10, 100]}
print(mul_mat(left, right)["values"])
# --8<-- [end:mul-mat]

assert mul_mat(left, right)["values"] == [1 * 10 + 2 * 100, 3 * 10 + 4 * 100]

# --8<-- [start:product]
product = mul_mat(to_mat(deltas), transpose(to_mat(inputs)))

print(product["rows"], "x", product["columns"])
for value in product["values"]:
    print(f"{value:9.6f}")
# --8<-- [end:product]

# --8<-- [start:same]
same = True
for j in range(3):
    for i in range(2):
        if entry(product, j, i) != weight_slopes[j][i]:
            same = False
print(same)
# --8<-- [end:same]

assert same


def _theirs(m):
    return matrix.Matrix(m["rows"], m["columns"], m["values"])


assert _theirs(to_mat(inputs)) == matrix.to_mat(inputs)
for _m in (product, left, right, to_mat(deltas)):
    assert _theirs(transpose(_m)) == matrix.transpose(_theirs(_m))
    for _r in range(_m["rows"]):
        for _c in range(_m["columns"]):
            assert entry(_m, _r, _c) == matrix.entry(_theirs(_m), _r, _c)
assert _theirs(mul_mat(left, right)) == matrix.mul_mat(_theirs(left), _theirs(right))
assert _theirs(product) == matrix.mul_mat(
    matrix.to_mat(deltas), matrix.transpose(matrix.to_mat(inputs))
)

# --8<-- [start:exercise-index]
for r in range(3):
    for c in range(2):
        print(r, c, names["values"][r + c * 3], names["values"][r * 2 + c])
# --8<-- [end:exercise-index]

# --8<-- [start:exercise-sizes]
a = {"rows": 3, "columns": 2, "values": [1, 2, 3, 4, 5, 6]}
b = {"rows": 2, "columns": 4, "values": [1, 0, 0, 1, 1, 1, 2, 0]}

print("ab", a["columns"] == b["rows"])
print("ba", b["columns"] == a["rows"])
ab = mul_mat(a, b)
print(ab["rows"], "x", ab["columns"])
print(len(ab["values"]) * a["columns"])
# --8<-- [end:exercise-sizes]

assert _theirs(ab) == matrix.mul_mat(_theirs(a), _theirs(b))

# --8<-- [start:exercise-square]
right = mul_mat(to_mat(deltas[0:2]), transpose(to_mat(inputs)))
wrong = mul_mat(to_mat(inputs), transpose(to_mat(deltas[0:2])))
for r in range(2):
    for c in range(2):
        print(r, c, f"{entry(right, r, c):9.4f} {entry(wrong, r, c):9.4f}")
# --8<-- [end:exercise-square]

assert wrong == transpose(right)

# --8<-- [start:exercise-rectangular]
right = mul_mat(to_mat(deltas), transpose(to_mat(inputs)))
wrong = mul_mat(to_mat(inputs), transpose(to_mat(deltas)))
print("right", right["rows"], "x", right["columns"], len(right["values"]))
print("wrong", wrong["rows"], "x", wrong["columns"], len(wrong["values"]))
# --8<-- [end:exercise-rectangular]

assert wrong == transpose(right)
