"""A page as a notebook, and the kernel that executes it."""
