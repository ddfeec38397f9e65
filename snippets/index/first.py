"""The first program that a reader meets: the slope of x * x at 3."""


# --8<-- [start:slope]
def square(x):
    return x * x


x = 3
dx = 0.0001
slope = (square(x + dx) - square(x)) / dx
print(round(slope, 3))
# --8<-- [end:slope]
