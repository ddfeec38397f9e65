"""The package's own numbers: published results, and what a program went through."""

from pathlib import Path

from derivlearn import autograd
from derivlearn.autograd import Value
from derivlearn.numeric import numeric_gradient

assert len(Path(autograd.__file__).read_text(encoding="utf-8").splitlines()) < 100

# --8<-- [start:micrograd]
a = Value(-4.0)
b = Value(2.0)
c = 2 * (2 * (a + b) + 1) + 1 - a
d = 3 * (a * b + b**3) + (a + b).relu()
e = c - (4 * d + (b - a).relu())
g = e**2 / 2 + 10 / e**2
g.backward()
print(f"g {g.data:.4f}")
print(f"a {a.grad:.4f}  b {b.grad:.4f}")
# --8<-- [end:micrograd]

assert f"{g.data:.4f} {a.grad:.4f} {b.grad:.4f}" == "24.7041 138.8338 645.5773"


def _g(xs):
    a, b = Value(xs[0]), Value(xs[1])
    c = 2 * (2 * (a + b) + 1) + 1 - a
    d = 3 * (a * b + b**3) + (a + b).relu()
    e = c - (4 * d + (b - a).relu())
    return (e**2 / 2 + 10 / e**2).data


for slope, one in zip((a.grad, b.grad), numeric_gradient(_g, [-4.0, 2.0]), strict=True):
    assert abs(slope / one - 1) < 1e-7

# --8<-- [start:exercise-circuit]
x = Value(-2.0)
y = Value(5.0)
z = Value(-4.0)
f = (x + y) * z
f.backward()
print(f"f {f.data}  x {x.grad}  y {y.grad}  z {z.grad}")
# --8<-- [end:exercise-circuit]

# --8<-- [start:exercise-neuron]
w = [Value(2.0), Value(-3.0), Value(-3.0)]
x = [Value(-1.0), Value(-2.0)]
a = (w[0] * x[0] + w[1] * x[1] + w[2]).sigmoid()
a.backward()
print(f"a {a.data:.10f}")
print(f"x {x[0].grad:.5f} {x[1].grad:.5f}")
print(f"w {w[0].grad:.5f} {w[1].grad:.5f} {w[2].grad:.5f}")
# --8<-- [end:exercise-neuron]
