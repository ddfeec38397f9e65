"""The constant function f(x) = 5: its numeric slope and its derivative."""

from derivlearn import functions
from derivlearn.numeric import central_difference, forward_difference


# --8<-- [start:constant]
def constant(x):
    return 5


print(constant(3), constant(4), constant(-100))
# --8<-- [end:constant]

for x in (3, 4, -100, 2e9):
    assert constant(x) == functions.constant(x, 5)

# --8<-- [start:equals]
n = 5
print(n == 5)

n = n + 1
print(n, n == 5)
# --8<-- [end:equals]

# --8<-- [start:numeric-slope]
x = 3
dx = 0.0000001
rise = constant(x + dx) - constant(x)
run = (x + dx) - x
print(rise)
print(run)
print(rise / run)
# --8<-- [end:numeric-slope]

assert rise / run == forward_difference(constant, 3, dx, relative=False)

# --8<-- [start:any-x]
for x in (-1000, -2.5, 0, 3, 1000000):
    rise = constant(x + dx) - constant(x)
    run = (x + dx) - x
    print(f"x = {x:<7}  rise = {rise}  slope = {rise / run}")
# --8<-- [end:any-x]

# --8<-- [start:nearly-zero]
print(0.1 + 0.2 - 0.3)
print((0.1 + 0.2) - (0.1 + 0.2))
# --8<-- [end:nearly-zero]

# --8<-- [start:nothing-added]
x = 2e9
dx = 0.0000001
print(x + dx == x)
print(constant(x + dx) - constant(x), (x + dx) - x)
# --8<-- [end:nothing-added]

stopped = False
try:
    (constant(x + dx) - constant(x)) / ((x + dx) - x)
except ZeroDivisionError:
    stopped = True
assert stopped


# --8<-- [start:constant-derivative]
def constant_derivative(x):
    return 0


print(constant_derivative(3), constant_derivative(2e9))
# --8<-- [end:constant-derivative]

for x in (-1000, -2.5, 0, 3, 1000000, 2e9):
    assert constant_derivative(x) == functions.constant_derivative(x, 5)
    assert constant_derivative(x) == forward_difference(constant, x)
    assert constant_derivative(x) == central_difference(constant, x)
