"""Exercise: the gradient of a function of three inputs."""

from derivlearn.numeric import numeric_gradient


# --8<-- [start:start]
def gradient_of_g(xs):
    return [xs[1], xs[0], 3 * xs[2] * xs[2]]


# --8<-- [end:start]


# --8<-- [start:wrong-constants-stay]
def gradient_of_g(xs):
    rest = 3 * xs[2] * xs[2]
    return [xs[1] + rest, xs[0] + rest, xs[0] * xs[1] + 6 * xs[2]]


# --8<-- [end:wrong-constants-stay]


# --8<-- [start:wrong-own-input]
def gradient_of_g(xs):
    return [xs[0], xs[1], 6 * xs[2]]


# --8<-- [end:wrong-own-input]


# --8<-- [start:wrong-no-product]
def gradient_of_g(xs):
    return [1.0, 1.0, 6 * xs[2]]


# --8<-- [end:wrong-no-product]


# --8<-- [start:wrong-square-as-2]
def gradient_of_g(xs):
    return [xs[1], xs[0], 3 * 2]


# --8<-- [end:wrong-square-as-2]


# --8<-- [start:wrong-added-up]
def gradient_of_g(xs):
    return xs[1] + xs[0] + 6 * xs[2]


# --8<-- [end:wrong-added-up]


# --8<-- [start:answer]
def gradient_of_g(xs):
    return [xs[1], xs[0], 6 * xs[2]]


# --8<-- [end:answer]


# --8<-- [start:check]
def check():
    def g(xs):
        return xs[0] * xs[1] + 3 * xs[2] * xs[2]

    points = [4.0, -2.0, 0.5], [0.1, 7.0, -3.0], [-1.5, -0.25, 0.0]
    for point in points:
        measured = [round(slope, 6) for slope in numeric_gradient(g, point)]
        yield f"gradient_of_g({point})", measured, 1e-5
    yield "xs = [4.0, -2.0, 0.5]; gradient_of_g(xs); xs", [4.0, -2.0, 0.5]


# --8<-- [end:check]


# --8<-- [start:build]
def g(xs):
    return xs[0] * xs[1] + 3 * xs[2] * xs[2]


point = [4.0, -2.0, 0.5]
measured = numeric_gradient(g, point)
computed = gradient_of_g(point)
for i in range(3):
    print(f"computed {computed[i]}  measured {measured[i]:.6f}")
# --8<-- [end:build]
