"""A tokenizer of BERT's kind with a vocabulary small enough to read: letters, digits, marks and a few whole words."""

from __future__ import annotations

import string
from functools import cache

from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer

from ingest.tagger.pieces import START, STOP

PADDING, STRANGE = 0, 100
SIZE = 260
"""Numbers up to here are enough for every piece."""

_MARKS = string.punctuation + "“”‘’«»„…—"
_WORDS = ("said", "that", "the", "lima", "okonjo", "ferry", "##s", "##ing", "##bridge")


@cache
def tokenizer() -> Tokenizer:
    """The tokenizer, with the same numbers of the special pieces as BERT's vocabulary."""
    special = {PADDING: "[PAD]", STRANGE: "[UNK]", START: "[CLS]", STOP: "[SEP]"}
    vocabulary = {special.get(number, f"[unused{number}]"): number for number in range(STOP + 1)}
    characters = string.ascii_lowercase + string.digits
    for piece in (*_WORDS, *_MARKS, *characters, *("##" + char for char in characters)):
        vocabulary.setdefault(piece, len(vocabulary))
    assert len(vocabulary) <= SIZE
    made = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


def number(piece: str) -> int:
    """The number of a piece that the vocabulary has."""
    found = tokenizer().token_to_id(piece)
    assert found is not None
    return found
