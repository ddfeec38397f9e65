"""Answers to the exercises of the chapter on partial derivatives."""

from derivlearn.numeric import central_difference


# --8<-- [start:start]
def freeze_y(f, y):
    def along_x(x):
        return f(x, 0)

    return along_x


# --8<-- [end:start]


# --8<-- [start:wrong-swapped]
def freeze_y(f, y):
    def along_x(x):
        return f(y, x)

    return along_x


# --8<-- [end:wrong-swapped]


# --8<-- [start:wrong-both]
def freeze_y(f, y):
    def along_x(x):
        return f(x, x)

    return along_x


# --8<-- [end:wrong-both]


# --8<-- [start:wrong-both-y]
def freeze_y(f, y):
    def along_x(x):
        return f(y, y)

    return along_x


# --8<-- [end:wrong-both-y]


# --8<-- [start:wrong-one-y-for-all]
held = {}


def freeze_y(f, y):
    held["y"] = y

    def along_x(x):
        return f(x, held["y"])

    return along_x


# --8<-- [end:wrong-one-y-for-all]


# --8<-- [start:answer]
def freeze_y(f, y):
    def along_x(x):
        return f(x, y)

    return along_x


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    def height(x, y):
        return x * x + x * y + 2 * y * y

    hill, minus = "lambda x, y: x * x + x * y + 2 * y * y", "lambda x, y: x - y"
    for y in (-1, 3, 0.5):
        for x in (2, -1.5):
            yield f"freeze_y({hill}, {y})({x})", height(x, y)
            yield f"freeze_y({minus}, {y})({x})", x - y
        yield f"central_difference(freeze_y({hill}, {y}), 2)", 4.0 + y, 1e-5
    # Two at once share nothing.
    given = f"g = freeze_y({hill}, 3); h = freeze_y({minus}, -1)"
    yield f"{given}; [g(2), h(2)]", [height(2, 3), 3]


# --8<-- [end:check]


# --8<-- [start:freeze]
def height(x, y):
    return x * x + x * y + 2 * y * y


for y in (-1, 3):
    along_x = freeze_y(height, y)
    print(f"y = {y:>2}  slope to x = {central_difference(along_x, 2):.4f}")
# --8<-- [end:freeze]

for y in (-1, 3):
    assert abs(central_difference(freeze_y(height, y), 2) - (4 + y)) < 1e-9


# --8<-- [start:uphill]
x, y = 2, -1
slopes = [3, -2]
print(f"here: {height(x, y)}")
for t in (0.01, 0.1, 0.5, 1.0, 2.0):
    up = height(x + t * slopes[0], y + t * slopes[1])
    down = height(x - t * slopes[0], y - t * slopes[1])
    print(f"t = {t:<4}  up: {up:8.4f}  down: {down:8.4f}")
# --8<-- [end:uphill]

# --8<-- [start:directions]
for dx, dy in ((3, -2), (3, 2), (2, 3), (-2, -3), (-3, 2)):
    change = height(x + dx / 1000, y + dy / 1000) - height(x, y)
    print(f"{dx:>2} {dy:>2}  change {change:9.6f}")
# --8<-- [end:directions]

for dx, dy in ((3, -2), (3, 2), (2, 3), (-2, -3), (-3, 2)):
    change = height(x + dx / 1000, y + dy / 1000) - height(x, y)
    assert dx * dx + dy * dy == 13
    assert (change > 0.01) == ((dx, dy) == (3, -2))
    assert (change < 0) == ((dx, dy) == (-3, 2))
