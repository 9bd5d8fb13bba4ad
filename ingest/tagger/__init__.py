"""The learned tagger: a text's word pieces in, cues with their sources and contents, and names, out."""
