"""Numbers that remember where they came from, in small steps."""

from derivlearn.numeric import numeric_gradient

# --8<-- [start:by-hand]
x = 3.0
y = 2.0
u = x + y
v = u * x
f = u + v
print(u, v, f)
# --8<-- [end:by-hand]

# --8<-- [start:by-hand-slopes]
f_slope = 1.0
v_slope = f_slope * 1.0
u_slope = f_slope * 1.0 + v_slope * x
y_slope = u_slope * 1.0
x_slope = u_slope * 1.0 + v_slope * u
print(f"u {u_slope}  x {x_slope}  y {y_slope}")
# --8<-- [end:by-hand-slopes]


# --8<-- [start:judge]
def f_of(xs):
    u = xs[0] + xs[1]
    return u + u * xs[0]


measured = numeric_gradient(f_of, [3.0, 2.0])
print(f"x {measured[0]:.6f}  y {measured[1]:.6f}")
# --8<-- [end:judge]

assert abs(measured[0] - x_slope) < 1e-7
assert abs(measured[1] - y_slope) < 1e-7


# --8<-- [start:value]
class Value:
    def __init__(self, data, *routes):
        self.data = data
        self.routes = routes
        self.grad = 0.0


def add(a, b):
    return Value(a.data + b.data, (a, 1.0), (b, 1.0))


def multiply(a, b):
    return Value(a.data * b.data, (a, b.data), (b, a.data))


x = Value(3.0)
y = Value(2.0)
u = add(x, y)
v = multiply(u, x)
f = add(u, v)
print("f =", f.data)
for source, slope in v.routes:
    print("v from", source.data, "slope", slope)
# --8<-- [end:value]

assert [a for a, _ in v.routes] == [u, x]


# --8<-- [start:follow]
def follow(value, product):
    value.grad = value.grad + product
    for source, slope in value.routes:
        follow(source, product * slope)


follow(f, 1.0)
print("x", x.grad, " y", y.grad)
# --8<-- [end:follow]


# --8<-- [start:too-many]
def visits(value):
    count = 1
    for source, _ in value.routes:
        count = count + visits(source)
    return count


for n in (5, 10, 15):
    value = Value(1.0)
    for _ in range(n):
        value = add(value, value)
    print(n, "additions:", visits(value), "visits")
# --8<-- [end:too-many]


# --8<-- [start:gather]
def gather(value):
    found = [value]
    for result in found:  # found grows while we go through it
        for source, _ in result.routes:
            if source not in found:
                found.append(source)
    return found


def hand_on(order):
    for value in order:
        value.grad = 0.0
    order[0].grad = 1.0
    for result in order:
        for source, slope in result.routes:
            source.grad = source.grad + result.grad * slope


hand_on(gather(f))
print("x", x.grad, " y", y.grad)
# --8<-- [end:gather]

assert gather(f) == [f, u, v, x, y]
assert (x.grad, y.grad) == (6.0, 1.0)

# --8<-- [start:right-order]
hand_on([f, v, u, y, x])
print("x", x.grad, " y", y.grad)
# --8<-- [end:right-order]

assert (x.grad, y.grad) == (x_slope, y_slope)


# --8<-- [start:exercise-overwrite]
def hand_on_once(order):
    for value in order:
        value.grad = 0.0
    order[0].grad = 1.0
    for result in order:
        for source, slope in result.routes:
            source.grad = result.grad * slope


hand_on_once([f, v, u, y, x])
print("u", u.grad, " x", x.grad, " y", y.grad)
# --8<-- [end:exercise-overwrite]

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-once]
# Each value is visited once.
value = Value(1.0)
for _ in range(10):
    value = add(value, value)
print(10, "additions:", len(gather(value)), "visits")
# --8<-- [end:wrong-once]

# --8<-- [start:wrong-arrows]
# Each arrow is taken once.
arrows = 0
for result in gather(value):
    arrows = arrows + len(result.routes)
print(10, "additions:", 1 + arrows, "visits")
# --8<-- [end:wrong-arrows]

# --8<-- [start:wrong-overwritten]
# What comes later replaces what was there.
hand_on_once(gather(f))
print("x", x.grad, " y", y.grad)
# --8<-- [end:wrong-overwritten]

# --8<-- [start:wrong-square]
# A value times itself: both routes, then the later one alone, then its value.
u = Value(5.0)
square = multiply(u, u)
hand_on([square, u])
print("u", u.grad)
hand_on_once([square, u])
print("u", u.grad)
print("u", square.data)
# --8<-- [end:wrong-square]


# --8<-- [start:wrong-costs]
# How many costs are measured for 19 slopes; then from one side only; then one for each.
def counted(numbers):
    costs.append(0.0)
    return 0.0


costs = []
numeric_gradient(counted, [0.0] * 19)
print(len(costs))
print(19 + 1)
print(19)
# --8<-- [end:wrong-costs]
