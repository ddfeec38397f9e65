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

These need Python's standard library alone, and use only what the book
teaches with: functions, lists, floats, ``for`` and ``if``.

- ``network``: any number of layers, many samples at once, learning; with NumPy

Shapes are written with the same letters everywhere:

- N: samples
- m: inputs of a layer
- n: outputs of a layer
- L: layers

``weights[j][i]`` leads from input i to output j, so weights are n rows of m; of L
layers, ``weights[l]`` are those of layer l. Counting starts at 0. A name that ends in
``_slope`` or ``_slopes`` is the slope of the cost with respect to what stands before
it: ``bias_slopes`` holds one ∂C/∂b for each bias.

Import from the modules: ``from derivlearn.numeric import central_difference``.
"""
