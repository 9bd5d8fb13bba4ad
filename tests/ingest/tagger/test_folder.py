"""A model folder is whole, or the message says which file is not and what to do."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from ingest.tagger.folder import CONFIG, open_folder
from kg.errors import ModelError

FILES = {"frames.onnx": b"frames", "lenses.npy": b"lenses", "model.onnx": b"model", "tokenizer.json": b"{}"}
CURE = "--extractor rules"
DAMAGED_CONFIGS = [
    b"",
    b"{",
    b"[]",
    b'"model"',
    b"null",
    b"\xff\xfe",
    b"{}",
    b'{"name": "a", "decoding": {}}',
    b'{"name": "a", "sha256": {}}',
    b'{"decoding": {}, "sha256": {}}',
    b'{"name": "a", "decoding": [1], "sha256": {}}',
    b'{"name": "a", "decoding": {}, "sha256": []}',
    b'{"name": "a", "decoding": {}, "sha256": {"model.onnx": 7}}',
]


def written(folder: Path, **changes: Any) -> Path:
    """A folder with all its files, whose description is changed as told."""
    config = {
        "name": "little",
        "decoding": {"cue_bias": 0.5},
        "sha256": {file: hashlib.sha256(content).hexdigest() for file, content in FILES.items()},
    }
    for file, content in FILES.items():
        (folder / file).write_bytes(content)
    (folder / CONFIG).write_text(json.dumps(config | changes), encoding="utf-8")
    return folder


def test_a_whole_folder_gives_its_name_and_settings(tmp_path: Path) -> None:
    """Name and settings are those of the description."""
    opened = open_folder(written(tmp_path))
    assert (opened.path, opened.name, opened.settings) == (tmp_path, "little", {"cue_bias": 0.5})


def test_the_digest_tells_models_apart(tmp_path: Path) -> None:
    """The digest stays for the same folder and differs where anything differs."""
    first = open_folder(written(tmp_path)).digest
    assert open_folder(written(tmp_path)).digest == first
    assert open_folder(written(tmp_path, decoding={"cue_bias": 0.4})).digest != first


def test_a_missing_folder_is_named_with_the_cure(tmp_path: Path) -> None:
    """Where there is no folder at all the message names the file that was looked for."""
    with pytest.raises(ModelError) as raised:
        open_folder(tmp_path / "absent")
    assert str(tmp_path / "absent" / CONFIG) in str(raised.value)
    assert CURE in str(raised.value)


@pytest.mark.parametrize("file", [CONFIG, *FILES])
def test_a_missing_file_is_named_with_the_cure(tmp_path: Path, file: str) -> None:
    """Each file of the folder is needed."""
    (written(tmp_path) / file).unlink()
    with pytest.raises(ModelError) as raised:
        open_folder(tmp_path)
    assert str(tmp_path / file) in str(raised.value)
    assert CURE in str(raised.value)


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("content", [b"", b"another model"])
def test_a_damaged_file_is_named_with_the_cure(tmp_path: Path, file: str, content: bytes) -> None:
    """A file that was cut short or exchanged is not read."""
    (written(tmp_path) / file).write_bytes(content)
    with pytest.raises(ModelError) as raised:
        open_folder(tmp_path)
    assert str(tmp_path / file) in str(raised.value)
    assert "damaged" in str(raised.value)
    assert CURE in str(raised.value)


@pytest.mark.parametrize("content", DAMAGED_CONFIGS)
def test_a_damaged_description_is_named_with_the_cure(tmp_path: Path, content: bytes) -> None:
    """Whatever stands in the description instead, the message is clear."""
    (written(tmp_path) / CONFIG).write_bytes(content)
    with pytest.raises(ModelError) as raised:
        open_folder(tmp_path)
    assert str(tmp_path) in str(raised.value)
    assert CURE in str(raised.value)
