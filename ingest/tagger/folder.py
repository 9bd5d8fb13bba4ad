"""A model folder: what must be in it, and a clear word where something is missing or damaged."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kg.errors import ModelError

CONFIG = "config.json"
LENSES = "lenses.npy"
"""Through which a phrase's pieces are looked at, to tell whether it names a policy [width, parts of a phrase]."""
FILES = ("frames.onnx", LENSES, "model.onnx", "tokenizer.json")
"""What a model folder holds besides its description."""

CURE = "Install claimgraph again (pip install --force-reinstall claimgraph), or use --extractor rules."


@dataclass(frozen=True, slots=True)
class ModelFolder:
    """A folder whose files are all there and as they were written. ``digest`` tells one model from another."""

    path: Path
    name: str
    digest: str
    settings: dict[str, Any]


def open_folder(path: Path) -> ModelFolder:
    """The model folder at a path.

    Raises `ModelError` that names the file and the cure where a file is missing, or is not the one that was written.
    """
    config = path / CONFIG
    try:
        stated = json.loads(config.read_text("utf-8"))
        hashes = [(path / file, stated["sha256"][file]) for file in FILES]
        name, settings = str(stated["name"]), dict(stated["decoding"])
    except OSError as error:
        raise ModelError(f"The model file {config} cannot be read: {error.strerror}. {CURE}") from error
    except (ValueError, KeyError, TypeError) as error:
        raise ModelError(f"The model file {config} is damaged: it is no model description. {CURE}") from error
    for file, expected in hashes:
        try:
            found = hashlib.sha256(file.read_bytes()).hexdigest()
        except OSError as error:
            raise ModelError(f"The model file {file} cannot be read: {error.strerror}. {CURE}") from error
        if found != expected:
            raise ModelError(f"The model file {file} is damaged: it is not the file that was published. {CURE}")
    digest = hashlib.sha256(config.read_bytes()).hexdigest()
    return ModelFolder(path, name, digest[:12], settings)
