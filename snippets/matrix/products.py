"""A layer and the slopes of its weights as products of matrices, in plain Python."""

from derivlearn import example, loops, matrix
from derivlearn.activations import sigmoid, sigmoid_derivative
from derivlearn.costs import squared_error, squared_error_derivative
from derivlearn.numeric import numeric_gradient

# --8<-- [start:forward]
weights = example.LAST_WEIGHTS
hidden_z = loops.forward(example.HIDDEN_WEIGHTS, example.HIDDEN_BIASES, example.INPUTS)
hidden = loops.activate(sigmoid, hidden_z)
print(f"hidden {hidden[0]:9.6f} {hidden[1]:9.6f}")

sums = []
for j in range(3):
    total = 0.0
    for i in range(2):
        total = total + weights[j][i] * hidden[i]
    sums.append(total)
    print(f"sum {j}  {total:9.6f}")
# --8<-- [end:forward]


# --8<-- [start:entry]
def entry(m, r, c):
    return m.values[r + c * m.rows]


W = matrix.from_rows(weights)
print(W.rows, "x", W.columns)
print(W.values)
print(entry(W, 2, 1))
# --8<-- [end:entry]


# --8<-- [start:mul-mat]
def mul_mat(a, b):
    if a.columns != b.rows:
        raise ValueError("the shapes do not fit")
    values = []
    for c in range(b.columns):
        for r in range(a.rows):
            total = 0.0
            for k in range(a.columns):
                total = total + entry(a, r, k) * entry(b, k, c)
            values.append(total)
    return matrix.Matrix(a.rows, b.columns, values)


product = mul_mat(W, matrix.to_mat(hidden))
print(product.rows, "x", product.columns)
print(product.values == sums)
# --8<-- [end:mul-mat]

assert product == matrix.mul_mat(W, matrix.to_mat(hidden))

# --8<-- [start:add-bias]
biases = example.LAST_BIASES
z = loops.forward(weights, biases, hidden)
for j in range(3):
    print(f"{product.values[j] + biases[j]:9.6f} {z[j]:9.6f}")
# --8<-- [end:add-bias]

for j in range(3):
    assert abs(product.values[j] + biases[j] - z[j]) < 1e-15

# --8<-- [start:loop]
outputs = loops.activate(sigmoid, z)
output_slopes = squared_error_derivative(outputs, example.TARGETS)
deltas = loops.last_deltas(output_slopes, z, sigmoid_derivative)

weight_slopes = []
for j in range(3):
    row = []
    for i in range(2):
        row.append(deltas[j] * hidden[i])
    weight_slopes.append(row)

for j in range(3):
    print(f"{weight_slopes[j][0]:9.6f} {weight_slopes[j][1]:9.6f}")
# --8<-- [end:loop]

assert weight_slopes == loops.weight_slopes(deltas, hidden)


def _cost_of(numbers):
    weights = [numbers[0:2], numbers[2:4], numbers[4:6]]
    outputs = loops.activate(sigmoid, loops.forward(weights, biases, hidden))
    return squared_error(outputs, example.TARGETS)


_measured = numeric_gradient(_cost_of, weights[0] + weights[1] + weights[2])
for j in range(3):
    for i in range(2):
        assert abs(weight_slopes[j][i] - _measured[2 * j + i]) < 1e-9


# --8<-- [start:transpose]
def transpose(m):
    values = []
    for r in range(m.rows):
        for c in range(m.columns):
            values.append(entry(m, r, c))
    return matrix.Matrix(m.columns, m.rows, values)


turned = transpose(W)
print(W.rows, "x", W.columns, W.values)
print(turned.rows, "x", turned.columns, turned.values)
# --8<-- [end:transpose]

assert transpose(turned) == W

# --8<-- [start:product]
slopes = matrix.to_mat(deltas)
column = matrix.to_mat(hidden)
product = mul_mat(slopes, transpose(column))
print(product.rows, "x", product.columns)

same = True
for j in range(3):
    for i in range(2):
        if entry(product, j, i) != weight_slopes[j][i]:
            same = False
print(same)
# --8<-- [end:product]

assert same
assert product == matrix.mul_mat(slopes, matrix.transpose(column))
for _r in range(3):
    for _c in range(2):
        assert entry(product, _r, _c) == matrix.entry(product, _r, _c)

# --8<-- [start:square]
two = matrix.to_mat(deltas[0:2])
right = mul_mat(two, transpose(column))
wrong = mul_mat(column, transpose(two))
for r in range(2):
    for c in range(2):
        print(r, c, f"{entry(right, r, c):9.6f} {entry(wrong, r, c):9.6f}")
# --8<-- [end:square]

assert wrong == transpose(right)

# --8<-- [start:rectangular]
wrong = mul_mat(column, transpose(slopes))
print(product.rows, "x", product.columns, len(product.values))
print(wrong.rows, "x", wrong.columns, len(wrong.values))
# --8<-- [end:rectangular]

assert wrong == transpose(product)

# --8<-- [start:exercise-index]
names = ["w00", "w10", "w20", "w01", "w11", "w21"]
for r in range(3):
    for c in range(2):
        print(r, c, names[r + c * 3], names[r * 2 + c])
# --8<-- [end:exercise-index]

# --8<-- [start:exercise-sizes]
A = matrix.Matrix(3, 2, [1, 2, 3, 4, 5, 6])
B = matrix.Matrix(2, 4, [1, 0, 0, 1, 1, 1, 2, 0])

print("AB", A.columns == B.rows)
print("BA", B.columns == A.rows)
AB = mul_mat(A, B)
print(AB.rows, "x", AB.columns)
print(len(AB.values) * A.columns)
# --8<-- [end:exercise-sizes]

assert matrix.mul_mat(A, B) == AB

# --8<-- [start:wrong-crossed]
# Goes down the column the wrong way.
print(f"sum 1  {weights[1][0] * hidden[1] + weights[1][1] * hidden[0]:.6f}")
# --8<-- [end:wrong-crossed]

# --8<-- [start:wrong-last-only]
# Replaces the total instead of adding to it.
for i in range(2):
    total = weights[1][i] * hidden[i]
print(f"sum 1  {total:.6f}")
# --8<-- [end:wrong-last-only]

# --8<-- [start:wrong-row-major]
# Row by row.
print(weights[0] + weights[1] + weights[2])
# --8<-- [end:wrong-row-major]

# --8<-- [start:wrong-list-of-rows]
# Still a list of rows.
print(weights)
# --8<-- [end:wrong-list-of-rows]

# --8<-- [start:wrong-shape-only]
# Turns the shape, but not the values.
print(W.columns, "x", W.rows, W.values)
# --8<-- [end:wrong-shape-only]

# --8<-- [start:wrong-values-only]
# Turns the values, but not the shape.
print(W.rows, "x", W.columns, turned.values)
# --8<-- [end:wrong-values-only]

# --8<-- [start:wrong-row-times-column]
# Turns the wrong one on its side.
print(f"{entry(mul_mat(transpose(column), two), 0, 0):.6f}")
# --8<-- [end:wrong-row-times-column]

# --8<-- [start:wrong-two-outputs]
# Still with two outputs.
wrong = mul_mat(column, transpose(two))
print(wrong.rows, "x", wrong.columns, len(wrong.values))
# --8<-- [end:wrong-two-outputs]

# --8<-- [start:wrong-read-as-rows]
# Reads a column-major list as if it were row-major.
print(W.values[0:2])
# --8<-- [end:wrong-read-as-rows]

# --8<-- [start:wrong-order-ignored]
# As if the order made no difference.
print([entry(W, 0, 0), entry(W, 0, 1)])
# --8<-- [end:wrong-order-ignored]

# --8<-- [start:wrong-three-in-a-row]
# Cuts the list into threes.
print(W.values[0:3])
# --8<-- [end:wrong-three-in-a-row]
