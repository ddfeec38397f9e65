"""Backpropagation, one number at a time.

Every module holds one idea and stands on those above it:

- ``numeric``: slopes measured by a small step, for any function at all
- ``functions``: the constant and the linear function
- ``activations``: sigmoid, tanh, ReLU, softmax
- ``costs``: squared error and the cross-entropies
- ``chain``: functions one after the other
- ``matrix``: matrices as a flat list, column after column
- ``loops``: the layers of a network, one weight at a time
- ``matrix_layers``: the same layers as products of matrices
- ``check``: every slope of a model, measured and compared with the computed one
- ``autograd``: numbers that find the slopes themselves
- ``example``: the numbers of the network that the book computes with
- ``data``: irises and handwritten digits

These need Python's standard library alone, and use only what the book teaches with:
functions, lists, floats, ``for`` and ``if``. With NumPy, which comes with them:

- ``network``: any number of layers, many samples at once, learning
- ``tensor``: arrays that find the slopes themselves

Shapes are written with the same letters everywhere:

- N: samples
- m: inputs of a layer
- n: outputs of a layer
- L: layers, of which l is one

``weights[j][i]`` leads from input i to output j, so weights are n rows of m; of L
layers, ``weights[l]`` are those of layer l. Counting starts at 0.

A name that ends in ``_slope`` or ``_slopes`` is the slope of the cost with respect to
what stands before it: ``bias_slopes`` holds one ∂C/∂b for each bias. The slope to z, to
which a bias has the slope 1, is met so often that it has a name of its own: ``deltas``
are δ = ∂C/∂z. A ``…_derivative`` takes what its function takes.

Arguments stand in one order. A function that is measured, checked or mapped comes
first. What stands further out in a formula comes before what stands further in, as in
``hidden_deltas(next_deltas, next_weights, zs, …)``. The activation of a layer, or its
derivative, comes last.

Import from the modules, ``from derivlearn.numeric import central_difference``, or
``import derivlearn`` and write ``derivlearn.numeric``.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

__version__ = "0.1.0"

# The modules for its users; each is loaded when it is asked for.
__all__ = [
    "activations",
    "autograd",
    "chain",
    "check",
    "costs",
    "data",
    "example",
    "functions",
    "loops",
    "matrix",
    "matrix_layers",
    "network",
    "numeric",
    "tensor",
]


def __getattr__(name: str) -> "ModuleType":
    """Load a module as ``derivlearn.name``."""
    if name not in __all__:
        raise AttributeError(f"module 'derivlearn' has no attribute {name!r}")
    return __import__(f"derivlearn.{name}", None, None, ["__name__"])


def __dir__() -> list[str]:
    """The modules, and what every module has."""
    return sorted(list(globals()) + __all__)
