"""Exercise: a function that multiplies as often as its value says."""

from derivlearn.autograd import Value
from derivlearn.numeric import central_difference


# --8<-- [start:start]
def grown(start):
    value = start
    for step in range(4):
        value = value * start
    return value


# --8<-- [end:start]


# --8<-- [start:wrong-routes-lost]
def grown(start):
    value = start
    while value.data < 100:
        value = Value(value.data * start.data)
    return value


# --8<-- [end:wrong-routes-lost]


# --8<-- [start:wrong-numbers-alone]
def grown(start):
    value = start.data
    while value < 100:
        value = value * start.data
    return Value(value)


# --8<-- [end:wrong-numbers-alone]


# --8<-- [start:wrong-last-product-alone]
def grown(start):
    value = start
    while value.data < 100:
        value = Value(value.data) * start
    return value


# --8<-- [end:wrong-last-product-alone]


# --8<-- [start:wrong-squares]
def grown(start):
    value = start
    while value.data < 100:
        value = value * value
    return value


# --8<-- [end:wrong-squares]


# --8<-- [start:wrong-beyond-100]
def grown(start):
    value = start
    while value.data <= 100:
        value = value * start
    return value


# --8<-- [end:wrong-beyond-100]


# --8<-- [start:answer]
def grown(start):
    value = start
    while value.data < 100:
        value = value * start
    return value


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    for start, power in ((3.0, 5), (5.0, 3), (12.0, 2), (10.0, 2), (2.0, 7), (99.5, 2)):
        given = f"x = Value({start}); f = grown(x)"
        slope = power * start ** (power - 1)
        yield f"{given}; f.backward(); [f.data, x.grad]", [start**power, slope]
    for start in (100.0, 250.0):
        given = f"x = Value({start}); f = grown(x)"
        yield f"{given}; f.backward(); [f.data, x.grad]", [start, 1.0]


# --8<-- [end:check]

# --8<-- [start:slopes]
for start in (3.0, 5.0, 12.0):
    x = Value(start)
    f = grown(x)
    f.backward()
    print(f"x {x.data}  f {f.data}  slope {x.grad}")
# --8<-- [end:slopes]

for start, power in ((3.0, 5), (5.0, 3), (12.0, 2)):
    x = Value(start)
    f = grown(x)
    f.backward()
    assert (f.data, x.grad) == (start**power, power * start ** (power - 1))
    one = central_difference(lambda at: grown(Value(at)).data, start)
    assert abs(x.grad / one - 1) < 1e-7
