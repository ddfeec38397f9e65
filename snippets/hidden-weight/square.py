"""Square weights, with and without the transpose: no error tells them apart."""

from derivlearn import matrix

# --8<-- [start:square]
square = matrix.from_rows([[0.6, -0.4], [0.3, 0.8]])
slopes = matrix.to_mat([-0.1, 0.3])
right = matrix.mul_mat(matrix.transpose(square), slopes)
wrong = matrix.mul_mat(square, slopes)
for i in range(2):
    print(f"{right.values[i]:5.2f}  {wrong.values[i]:5.2f}")
# --8<-- [end:square]

# --8<-- [start:wrong-one-route]
# The first of the two routes alone.
print(f"{square.values[0] * slopes.values[0]:5.2f}")
# --8<-- [end:wrong-one-route]
