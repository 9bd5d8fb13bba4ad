"""Articles in, claims with evidence out: readers, extractors and the writer of their quads."""
