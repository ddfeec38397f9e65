"""What MicroPython lacks to print what CPython prints, and how a block is run there.

These files are put beside the book's package into the reader's browser, where they are
modules of their own: `random` and `math` there are the ones here. They are written in
what both Pythons know, so that the tests compare them with CPython's own.
"""
