"""A network with any number of layers, in NumPy: it computes, it measures, it learns.

``plain`` is such a network in a few lines. ``Network`` computes the same, and is made
of it in steps that can be read one by one:

1. ``_functions``: activations and costs that write into arrays which are there already
2. ``_parameters``: all weights and biases in one row of numbers
3. ``_passes``: forward and back through arrays that are made once
4. ``_descent``: batch after batch, with the cost counted for many samples at once
5. ``_files``: the network as a file
6. ``_network``: all of it together, with what it is given looked at by ``_checks``

Samples are rows: inputs x are (N, m), targets y and outputs are (N, n). The cost of
many samples is the mean of their costs; so are its slopes.
"""

from derivlearn.network._network import Network, Progress
from derivlearn.network._standardise import Standardise

__all__ = ["Network", "Progress", "Standardise"]
