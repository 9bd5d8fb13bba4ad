"""Articles in, claims with evidence out: readers, extractors and the writer of their quads."""

DEFAULT_EXTRACTOR = "model"
"""The extractor that is used where none is named."""
