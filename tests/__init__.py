"""The tests of the book, of its mathematics and of its tools."""

import hypothesis

# The same examples in every run, and no clock: how long one takes is the machine's.
# Here, as the package is released with tests of its own and nothing around them.
hypothesis.settings.register_profile("book", derandomize=True, deadline=None)
hypothesis.settings.load_profile("book")
