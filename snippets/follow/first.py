"""What the home page prints before and after dx is changed."""


# --8<-- [start:slope]
def square(x):
    return x * x


x = 3
for dx in (0.0001, 0.1):
    slope = (square(x + dx) - square(x)) / dx
    print(f"dx = {dx:<6}  slope = {round(slope, 3)}")
# --8<-- [end:slope]
