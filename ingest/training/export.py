"""A trained network as a model folder: graphs in ONNX, the encoder's weights in 8 bits, tokenizer, settings."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from ingest.tagger.folder import CONFIG, FILES, LENSES
from ingest.tagger.hints import PARTS
from ingest.tagger.labels import NAME_STYLES, NAME_TYPES, ROLES
from ingest.training.network import Network

DECODING: dict[str, Any] = {
    "cue_bias": 0.5,
    "source_bias": 0.5,
    "content_bias": 0.8,
}
"""How the shipped model is read (see `ingest.tagger.tagger.Decoding`); tuned on PolNeAR's development part."""


class _Encoder(nn.Module):
    """The encoder with the types of its inputs as the reader gives them."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.encoder = network.encoder

    def forward(self, ids: Tensor, case: Tensor, gap: Tensor, quote: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        return self.encoder(ids, case, gap, quote, mask)


def export(weights: Path, base: Path, folder: Path, name: str, decoding: dict[str, Any] = DECODING) -> None:
    """Writes ``model.onnx``, ``frames.onnx``, ``tokenizer.json``, ``lenses.npy`` and ``config.json`` into a folder.

    The base encoder's folder gives the tokenizer. ``decoding`` are the settings that decoding was tuned to. The lenses
    show nothing until `ingest.training.policies` has learned them.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    network = Network()
    network.load_state_dict(torch.load(weights, weights_only=True, map_location="cpu"))
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    count, length, cues = 3, 24, 5
    numbers = {key: torch.ones(count, length, dtype=torch.int64) for key in ("ids", "case", "gap", "quote", "mask")}
    hidden = torch.zeros(count, length, network.encoder.position.embedding_dim)
    places = {key: torch.ones(cues, dtype=torch.int64) for key in ("window", "first", "last")}
    with tempfile.TemporaryDirectory() as scratch:
        full = Path(scratch) / "encoder.onnx"
        _write(_Encoder(network), numbers, ["hidden", "spans", "names"], full)
        quantize_dynamic(full, folder / "model.onnx", weight_type=QuantType.QInt8, per_channel=True)
    frame_inputs = {"hidden": hidden, "mask": numbers["mask"], **places}
    _write(network.frames, frame_inputs, ["labels"], folder / "frames.onnx")
    shutil.copyfile(base / "tokenizer.json", folder / "tokenizer.json")
    np.save(folder / LENSES, np.zeros((hidden.shape[-1], len(PARTS)), dtype=np.float32))
    config = {
        "name": name,
        "labels": {"roles": ROLES, "names": NAME_TYPES, "styles": NAME_STYLES},
        "decoding": decoding,
        "sha256": {file: hashlib.sha256((folder / file).read_bytes()).hexdigest() for file in FILES},
    }
    (folder / CONFIG).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")


def _write(network: nn.Module, inputs: dict[str, Tensor], outputs: list[str], path: Path) -> None:
    """Writes a graph whose first dimensions may be of any size."""
    axes: dict[str, dict[int, str]] = {}
    for key, value in inputs.items():
        axes[key] = {0: "cues"} if value.ndim == 1 else {0: "windows", 1: "pieces"}
    for key in outputs:
        axes[key] = {0: "cues" if key == "labels" else "windows", 1: "pieces"}
    torch.onnx.export(
        network,
        tuple(inputs.values()),
        str(path),
        input_names=list(inputs),
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )
