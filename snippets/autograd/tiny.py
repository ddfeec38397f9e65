"""A whole class of numbers that find the slopes themselves."""


# --8<-- [start:tiny]
class Value:
    def __init__(self, data, *routes):
        self.data = data
        self.routes = routes
        self.grad = 0.0
        self.depth = 0
        for source, _ in routes:
            self.depth = max(self.depth, source.depth + 1)

    def __add__(self, other):
        data = self.data + other.data
        return Value(data, (self, 1.0), (other, 1.0))

    def __mul__(self, other):
        data = self.data * other.data
        return Value(data, (self, other.data), (other, self.data))

    def backward(self):
        order = [self]
        for result in order:
            result.grad = 0.0
            for source, _ in result.routes:
                if source not in order:
                    order.append(source)
        order.sort(key=depth_of, reverse=True)
        self.grad = 1.0
        for result in order:
            for source, slope in result.routes:
                source.grad += result.grad * slope


def depth_of(value):
    return value.depth


# --8<-- [end:tiny]

# --8<-- [start:use]
x = Value(3.0)
y = Value(2.0)
u = x + y
f = u + u * x
f.backward()
print(f.data, x.grad, y.grad)
# --8<-- [end:use]

assert (f.data, x.grad, y.grad) == (20.0, 9.0, 4.0)
f.backward()
assert (f.data, x.grad, y.grad) == (20.0, 9.0, 4.0)

# Wrong programs: what they print are wrong answers of the page's questions.

# --8<-- [start:wrong-added-on]
# Twice without setting back to 0; then as the book does; then multiplied.
total = 0.0
for _ in range(2):
    f.backward()
    total += x.grad
print(total)
print(x.grad)
print(x.grad * x.grad)
# --8<-- [end:wrong-added-on]
