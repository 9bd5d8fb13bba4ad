"""For all tests: a property holds or fails, however long a busy machine takes over an example."""

from hypothesis import settings

settings.register_profile("untimed", settings(deadline=None))
settings.load_profile("untimed")
