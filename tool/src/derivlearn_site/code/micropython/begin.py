"""Makes MicroPython more like CPython, and runs a block. MicroPython's alone.

What remains is told by CPython: a program that this Python cannot run ends with an
error here, which is shown to nobody.
"""

import builtins
import math
import sys

# Beside the book's package, where they lie in the browser.
fuller_builtins, fuller_math = map(__import__, ("fuller_builtins", "fuller_math"))

for name in dir(math):
    if not hasattr(fuller_math, name):
        setattr(fuller_math, name, getattr(math, name))
sys.modules["math"] = fuller_math
for name in ("input", "sorted", "sum", "zip"):
    setattr(builtins, name, getattr(fuller_builtins, name))
for name, known in (
    ("ModuleNotFoundError", ImportError),
    ("RecursionError", RuntimeError),
):
    setattr(builtins, name, known)


def run(before: str, code: str) -> None:
    """Run a program to its end, in names of its own."""
    names = {"__name__": "__main__"}
    try:
        for name, source in (("<before>", before), ("<code>", code)):
            exec(compile(source, name, "exec"), names)
    except SystemExit:
        pass
