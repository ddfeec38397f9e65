"""A product without the transpose: the shapes do not fit."""

from derivlearn import example, matrix

# --8<-- [start:not-turned]
column = matrix.to_mat([-0.1, 0.3, 0.2])
try:
    matrix.mul_mat(matrix.from_rows(example.LAST_WEIGHTS), column)
except ValueError:
    print("ValueError")
# --8<-- [end:not-turned]
