"""The network: a MiniLM encoder, heads for spans and names, and a small second encoder that reads a text for one cue.

The encoder is BERT's (Devlin et al. 2019) in the size of MiniLM (Wang et al. 2020). Finding the arguments of a given
predicate by labelling every word with it in mind is how semantic roles are labelled (He et al. 2017); here the
predicate is the cue, and the roles are source and content.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from ingest.tagger.labels import FRAME_LABELS, NAME_LABELS, NAME_STYLES, SPAN_LABELS
from ingest.tagger.pieces import CASES, GAPS, QUOTES

WIDTH = 384
LAYERS = 6
HEADS = 12
VOCABULARY = 30522
POSITIONS = 512
FRAME_WIDTH = 128
FRAME_STEPS = (1, 3, 9, 27, 1)
"""How far to either side each layer of the frame reader looks; together they see 41 pieces each way."""
DISTANCES = 64
"""Buckets of signed distance from the cue, in pieces: single steps near it, ever longer ones further off."""


class Layer(nn.Module):
    """A transformer layer that normalises after each half, as BERT's does."""

    def __init__(self, width: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.mix = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_out = nn.LayerNorm(width, eps=1e-12)
        self.widen = nn.Linear(width, inner)
        self.narrow = nn.Linear(inner, width)
        self.norm_narrow = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, bias: Tensor) -> Tensor:
        """``hidden`` [n, t, width] and ``bias`` [n, 1, 1, t], added to the attention scores, to [n, t, width]."""
        count, length, width = hidden.shape
        mixed = self.mix(hidden).view(count, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        scores = mixed[0] @ mixed[1].transpose(-1, -2) * (width / self.heads) ** -0.5
        attended = torch.softmax(scores + bias.to(scores.dtype), -1).to(mixed.dtype) @ mixed[2]
        attended = attended.transpose(1, 2).reshape(count, length, width)
        hidden = self.norm_out(hidden + self.out(attended))
        return self.norm_narrow(hidden + self.dropout(self.narrow(functional.gelu(self.widen(hidden)))))


class Encoder(nn.Module):
    """Word pieces with their surface (case, gap, quote) to vectors; heads for spans and for names on top."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.position = nn.Embedding(POSITIONS, WIDTH)
        self.segment = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.case = nn.Embedding(CASES, WIDTH)
        self.gap = nn.Embedding(GAPS, WIDTH)
        self.quote = nn.Embedding(QUOTES, WIDTH)
        for surface in (self.case, self.gap, self.quote):
            nn.init.zeros_(surface.weight)  # at first the encoder reads as it was trained to
        self.layers = nn.ModuleList(Layer(WIDTH, HEADS, 4 * WIDTH, dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)
        self.spans = nn.Linear(WIDTH, 3 * SPAN_LABELS)
        self.names = nn.Linear(WIDTH, len(NAME_STYLES) * NAME_LABELS)

    def forward(self, ids: Tensor, case: Tensor, gap: Tensor, quote: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """All inputs [n, t]; gives vectors [n, t, width], logits of cue, source, content [n, t, 9], and of names."""
        places = torch.arange(ids.shape[1], device=ids.device)
        hidden = self.norm(self.word(ids) + self.position(places) + self.segment.weight[0])
        hidden = self.dropout(hidden + self.case(case) + self.gap(gap) + self.quote(quote))
        bias = (1.0 - mask[:, None, None, :].to(hidden.dtype)) * -1e4
        for layer in self.layers:
            hidden = layer(hidden, bias)
        return hidden, self.spans(hidden), self.names(hidden)


class Neighbours(nn.Module):
    """A layer in which each piece sees two others, one at a fixed distance on each side (a dilated convolution)."""

    def __init__(self, width: int, step: int, dropout: float) -> None:
        super().__init__()
        self.step = step
        self.mix = nn.Linear(3 * width, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor, mask: Tensor) -> Tensor:
        """``hidden`` [k, t, width] and ``mask`` [k, t, 1] to [k, t, width]."""
        hidden = hidden * mask
        before = functional.pad(hidden, (0, 0, self.step, 0))[:, : -self.step]
        after = functional.pad(hidden, (0, 0, 0, self.step))[:, self.step :]
        mixed = functional.gelu(self.mix(torch.cat([before, hidden, after], -1)))
        return self.norm(hidden + self.dropout(mixed))


class Frames(nn.Module):
    """For each cue, a label for every piece of its window: outside, source or content of that cue."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.piece = nn.Linear(WIDTH, FRAME_WIDTH)
        self.cue = nn.Linear(2 * WIDTH, FRAME_WIDTH)
        self.gate = nn.Linear(2 * WIDTH, FRAME_WIDTH)
        self.distance = nn.Embedding(DISTANCES, FRAME_WIDTH)
        self.norm = nn.LayerNorm(FRAME_WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Neighbours(FRAME_WIDTH, step, dropout) for step in FRAME_STEPS)
        self.labels = nn.Linear(FRAME_WIDTH, FRAME_LABELS)

    def forward(self, hidden: Tensor, mask: Tensor, window: Tensor, first: Tensor, last: Tensor) -> Tensor:
        """``hidden`` [n, t, width], ``mask`` [n, t]; ``window``, ``first``, ``last`` [k]: the cues. Gives [k, t, 5]."""
        edges = torch.cat([hidden[window, first], hidden[window, last]], -1)
        places = torch.arange(hidden.shape[1], device=hidden.device)[None]
        signed = torch.clamp(places - last[:, None], min=0) - torch.clamp(first[:, None] - places, min=0)
        reading = self.piece(hidden)[window] * (1 + torch.tanh(self.gate(edges)))[:, None] + self.cue(edges)[:, None]
        reading = self.norm(reading + self.distance(bucket(signed)))
        real = mask[window][:, :, None].to(reading.dtype)
        for layer in self.layers:
            reading = layer(reading, real)
        return self.labels(reading)


class Network(nn.Module):
    """Encoder and frames as one, to train them together."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.frames = Frames()


def bucket(signed: Tensor) -> Tensor:
    """The bucket of a signed distance: 0 to 31 behind the cue (0 within it), 32 to 63 before it."""
    size = signed.abs()
    far = 12 + torch.floor(torch.log2(torch.clamp(size, min=12).float() / 12.0) * 4).long()
    near = torch.where(size < 12, size, torch.clamp(far, max=31))
    return near + 32 * (signed < 0).long()


def load_base(encoder: Encoder, weights: Path) -> None:
    """Puts the weights of a BERT encoder of this size (a safetensors file) into the encoder."""
    from safetensors.torch import load_file

    base = load_file(weights)
    state = {
        "word.weight": base["embeddings.word_embeddings.weight"],
        "position.weight": base["embeddings.position_embeddings.weight"],
        "segment.weight": base["embeddings.token_type_embeddings.weight"],
        "norm.weight": base["embeddings.LayerNorm.weight"],
        "norm.bias": base["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        for kind in ("weight", "bias"):
            old, new = f"encoder.layer.{number}.", f"layers.{number}."
            parts = [base[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{new}mix.{kind}"] = torch.cat(parts)
            state[f"{new}out.{kind}"] = base[f"{old}attention.output.dense.{kind}"]
            state[f"{new}norm_out.{kind}"] = base[f"{old}attention.output.LayerNorm.{kind}"]
            state[f"{new}widen.{kind}"] = base[f"{old}intermediate.dense.{kind}"]
            state[f"{new}narrow.{kind}"] = base[f"{old}output.dense.{kind}"]
            state[f"{new}norm_narrow.{kind}"] = base[f"{old}output.LayerNorm.{kind}"]
    absent, surplus = encoder.load_state_dict(state, strict=False)
    fresh = {"case.weight", "gap.weight", "quote.weight", "spans.weight", "spans.bias", "names.weight", "names.bias"}
    if surplus or set(absent) != fresh:
        raise ValueError(f"The weights in {weights} are not of an encoder of this size.")
