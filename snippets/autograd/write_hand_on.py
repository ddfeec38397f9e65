"""Exercise: handing slopes back through a graph, where a value is used twice."""

from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
class Value:
    def __init__(self, data, *routes):
        self.data = data
        self.routes = routes
        self.grad = 0.0


def hand_on(order):
    for value in order:
        value.grad = 0.0
    order[0].grad = 1.0
    for result in order:
        for source, slope in result.routes:
            source.grad = result.grad * slope


# --8<-- [end:start]


# --8<-- [start:wrong-slopes-alone]
class Value:
    def __init__(self, data, *routes):
        self.data = data
        self.routes = routes
        self.grad = 0.0


def hand_on(order):
    for value in order:
        value.grad = 0.0
    order[0].grad = 1.0
    for result in order:
        for source, slope in result.routes:
            source.grad = source.grad + slope


# --8<-- [end:wrong-slopes-alone]


# --8<-- [start:wrong-never-0]
class Value:
    def __init__(self, data, *routes):
        self.data = data
        self.routes = routes
        self.grad = 0.0


def hand_on(order):
    order[0].grad = 1.0
    for result in order:
        for source, slope in result.routes:
            source.grad = source.grad + result.grad * slope


# --8<-- [end:wrong-never-0]


# --8<-- [start:wrong-multiplied]
class Value:
    def __init__(self, data, *routes):
        self.data = data
        self.routes = routes
        self.grad = 0.0


def hand_on(order):
    for value in order:
        value.grad = 1.0
    for result in order:
        for source, slope in result.routes:
            source.grad = source.grad * result.grad * slope


# --8<-- [end:wrong-multiplied]


# --8<-- [start:wrong-passed-on-to-itself]
class Value:
    def __init__(self, data, *routes):
        self.data = data
        self.routes = routes
        self.grad = 0.0


def hand_on(order):
    for value in order:
        value.grad = 0.0
    order[0].grad = 1.0
    for result in order:
        for source, slope in result.routes:
            result.grad = result.grad + source.grad * slope


# --8<-- [end:wrong-passed-on-to-itself]


# --8<-- [start:wrong-larger-one-stays]
class Value:
    def __init__(self, data, *routes):
        self.data = data
        self.routes = routes
        self.grad = 0.0


def hand_on(order):
    for value in order:
        value.grad = 0.0
    order[0].grad = 1.0
    for result in order:
        for source, slope in result.routes:
            source.grad = max(source.grad, result.grad * slope)


# --8<-- [end:wrong-larger-one-stays]


# --8<-- [start:answer]
class Value:
    def __init__(self, data, *routes):
        self.data = data
        self.routes = routes
        self.grad = 0.0


def hand_on(order):
    for value in order:
        value.grad = 0.0
    order[0].grad = 1.0
    for result in order:
        for source, slope in result.routes:
            source.grad = source.grad + result.grad * slope


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    def f_of(xs):
        u = xs[0] + xs[1]
        return u + u * xs[0]

    for x, y in ((3.0, 2.0), (-1.5, 4.0)):
        u = x + y
        given = f"x = Value({x}); y = Value({y})"
        given += f"; u = Value({u}, (x, 1.0), (y, 1.0))"
        given += f"; v = Value({u * x}, (u, {x}), (x, {u}))"
        given += f"; f = Value({u + u * x}, (u, 1.0), (v, 1.0))"
        once = "; hand_on([f, v, u, y, x])"
        measured = [round(slope, 6) for slope in numeric_gradient(f_of, [x, y])]
        yield f"{given}{once}; [x.grad, y.grad]", measured, 1e-5
        # Once more, it begins anew.
        yield f"{given}{once}{once}; [u.grad, f.grad]", [1.0 + x, 1.0]
    squared = "x = Value(3.0); f = Value(9.0, (x, 3.0), (x, 3.0))"
    yield f"{squared}; hand_on([f, x]); x.grad", 6.0
    yield "x = Value(3.0); hand_on([x]); x.grad", 1.0
    yield "x = Value(2.0); order = [x]; hand_on(order); len(order)", 1


# --8<-- [end:check]
