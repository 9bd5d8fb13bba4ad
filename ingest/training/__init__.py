"""How the tagger is trained: from annotated corpora to a model folder."""
