"""One slope, a function that gives slopes, and the step from a function to it."""

from derivlearn import numeric
from derivlearn.numeric import central_difference


# --8<-- [start:many-slopes]
def square(x):
    return x * x


for x in (-2, -1, 0, 0.3, 1.5, 3):
    slope = central_difference(square, x)
    print(f"x = {x:4.1f}  slope = {slope:7.4f}  2x = {2 * x:4.1f}")
# --8<-- [end:many-slopes]

for x in (-2, -1, 0, 0.3, 1.5, 3):
    assert f"{central_difference(square, x):.4f}" == f"{2 * x:.4f}"


# --8<-- [start:derivative]
def square_derivative(x):
    return 2 * x


print(square_derivative(3), square_derivative(0.5))
# --8<-- [end:derivative]

# Between the points of the table, and far away, it holds as well.
for n in range(-700, 701):
    x = n / 7
    assert abs(central_difference(square, x) - square_derivative(x)) < 1e-8
assert abs(central_difference(square, 2e9) / square_derivative(2e9) - 1) < 1e-9

# --8<-- [start:callable]
slope = square_derivative(3)
print(callable(square_derivative))
print(callable(slope))
# --8<-- [end:callable]

stopped = False
try:
    slope(5)
except TypeError:
    stopped = True
assert stopped


# --8<-- [start:differentiate]
def differentiate(f):
    def slope_at(x):
        return central_difference(f, x)

    return slope_at


# --8<-- [end:differentiate]


# --8<-- [start:use]
square_slope = differentiate(square)
print(square_slope(3))
print(differentiate(square)(3))
# --8<-- [end:use]

assert callable(square_slope)
for n in range(-70, 71):
    x = n / 7
    assert square_slope(x) == numeric.central_difference(square, x)


# --8<-- [start:order]
def square_of_3(x):
    return square(3)


print(differentiate(square)(3))
print(differentiate(square_of_3)(3))
# --8<-- [end:order]

assert differentiate(square)(3) == 6
for x in (-2, 0, 3, 100):
    assert square_of_3(x) == 9
    assert differentiate(square_of_3)(x) == 0

# --8<-- [start:prediction]
for dx in (1, 0.1, 0.01):
    moved = square(3 + dx) - square(3)
    predicted = square_derivative(3) * dx
    print(f"dx = {dx:<4}  moved: {moved:.4f}  slope * dx: {predicted:.4f}")
# --8<-- [end:prediction]

assert f"{moved:.4f} {predicted:.4f}" == "0.0601 0.0600"

# --8<-- [start:wrong-square]
# Returns the value instead of the slope.
print(square(3), square(0.5))
# --8<-- [end:wrong-square]

# --8<-- [start:wrong-no-2]
# Forgets the 2 of 2x.
print(square_derivative(3) / 2, square_derivative(0.5) / 2)
# --8<-- [end:wrong-no-2]

# --8<-- [start:wrong-not-called]
# Keeps the function, and does not call it.
slope = square_derivative
print(callable(slope))
# --8<-- [end:wrong-not-called]

# --8<-- [start:wrong-value]
# Returns the value instead of the slope.
print(float(square(3)))
# --8<-- [end:wrong-value]

# --8<-- [start:wrong-squared]
# Squares the slope.
print(square(square_slope(3)))
# --8<-- [end:wrong-squared]

# --8<-- [start:wrong-at-the-value]
# Takes the slope at 9, the value, instead of at 3.
print(square_slope(square(3)))
# --8<-- [end:wrong-at-the-value]
