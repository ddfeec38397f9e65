"""Settings for the property tests: the same examples on every run, and no clock."""

from hypothesis import settings

settings.register_profile("derivlearn", derandomize=True, deadline=None)
settings.load_profile("derivlearn")
