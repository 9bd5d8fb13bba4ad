"""A training run of a few seconds: a network of the real shape, very small, on a few made-up sentences."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ingest.tagger.folder import open_folder
from ingest.tagger.tagger import Tagger
from ingest.training.corpora import everything
from tests.ingest.tagger.vocabulary import SIZE, tokenizer
from tests.ingest.training.little import corpora

torch = pytest.importorskip("torch", reason="training needs pip install 'claimgraph[train]'")
safetensors = pytest.importorskip("safetensors.torch", reason="training needs pip install 'claimgraph[train]'")

from ingest.training import network as networks  # noqa: E402 (these import torch)
from ingest.training import train as training  # noqa: E402

SMALL = {"WIDTH": 16, "LAYERS": 2, "HEADS": 2, "VOCABULARY": SIZE, "POSITIONS": 64, "FRAME_WIDTH": 8}
SETTINGS = training.Settings(epochs=7, longest=48, batch=96)
"""Enough steps for one checkpoint, and for some after it."""


@pytest.fixture(scope="module", autouse=True)
def small() -> Iterator[None]:
    """Networks of a size for tests, and the threads of the process as they were."""
    threads = torch.get_num_threads()
    with pytest.MonkeyPatch.context() as monkeypatch:
        for name, value in SMALL.items():
            monkeypatch.setattr(networks, name, value)
        yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return corpora(tmp_path_factory.mktemp("corpora"))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A base encoder of the small size, with the tokenizer."""
    path = tmp_path_factory.mktemp("base")
    tokenizer().save(str(path / "tokenizer.json"))
    safetensors.save_file(weights(), path / "model.safetensors")
    return path


@pytest.fixture(scope="module")
def whole(small: None, folder: Path, base: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a run without an interruption leaves."""
    path = tmp_path_factory.mktemp("whole")
    training.run(folder, base, path, SETTINGS, 1)
    return path


def weights() -> dict[str, Any]:
    """Random weights under the names that BERT's have."""
    random = torch.Generator().manual_seed(3)
    width = SMALL["WIDTH"]
    shapes: dict[str, tuple[int, ...]] = {
        "embeddings.word_embeddings.weight": (SIZE, width),
        "embeddings.position_embeddings.weight": (SMALL["POSITIONS"], width),
        "embeddings.token_type_embeddings.weight": (2, width),
        "embeddings.LayerNorm.weight": (width,),
        "embeddings.LayerNorm.bias": (width,),
    }
    for number in range(SMALL["LAYERS"]):
        layer = f"encoder.layer.{number}."
        parts = {f"attention.self.{part}": (width, width) for part in ("query", "key", "value")}
        parts |= {"attention.output.dense": (width, width)}
        parts |= {"intermediate.dense": (4 * width, width), "output.dense": (width, 4 * width)}
        for part, shape in parts.items():
            shapes |= {f"{layer}{part}.weight": shape, f"{layer}{part}.bias": shape[:1]}
        for part in ("attention.output.LayerNorm", "output.LayerNorm"):
            shapes |= {f"{layer}{part}.weight": (width,), f"{layer}{part}.bias": (width,)}
    return {name: 0.3 * torch.randn(shape, generator=random) for name, shape in shapes.items()}


def trained(path: Path) -> dict[str, Any]:
    return torch.load(path / "network.pt", weights_only=True)


def log(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (path / "log.jsonl").read_text("utf-8").splitlines()]


def is_same(a: dict[str, Any], b: dict[str, Any]) -> bool:
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


def test_training_learns_and_leaves_weights_log_and_settings(whole: Path) -> None:
    """Every loss falls, and the vocabulary stays as it was."""
    first, *_, last = log(whole)
    for name in ("spans", "frames", "names", "silver"):
        assert last[name] < first[name]
    assert json.loads((whole / "settings.json").read_text("utf-8"))["epochs"] == SETTINGS.epochs
    state = trained(whole)
    assert torch.equal(state["encoder.word.weight"], weights()["embeddings.word_embeddings.weight"])
    assert not torch.equal(state["encoder.norm.weight"], weights()["embeddings.LayerNorm.weight"])


def test_the_same_seed_trains_the_same_weights(tmp_path: Path, folder: Path, base: Path) -> None:
    """A run can be repeated to the bit, and another seed gives another network."""
    short = replace(SETTINGS, epochs=1)
    for name, settings in (("a", short), ("b", short), ("c", replace(short, seed=2))):
        (tmp_path / name).mkdir()
        training.run(folder, base, tmp_path / name, settings, 1)
    assert is_same(trained(tmp_path / "a"), trained(tmp_path / "b"))
    assert not is_same(trained(tmp_path / "a"), trained(tmp_path / "c"))


def test_a_run_that_was_interrupted_ends_as_if_it_had_not_been(
    tmp_path: Path, folder: Path, base: Path, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Run again after an interruption, training goes on from its checkpoint to the same weights."""
    keep = training._log

    def stop(path: Path, line: dict[str, Any]) -> None:
        if line["step"] > 200:
            raise KeyboardInterrupt
        keep(path, line)

    monkeypatch.setattr(training, "_log", stop)
    with pytest.raises(KeyboardInterrupt):
        training.run(folder, base, tmp_path, SETTINGS, 1)
    assert not (tmp_path / "network.pt").exists()
    monkeypatch.setattr(training, "_log", keep)
    training.run(folder, base, tmp_path, SETTINGS, 1)
    assert [line["step"] for line in log(tmp_path)] == [line["step"] for line in log(whole)]
    assert is_same(trained(whole), trained(tmp_path))


def test_a_trained_network_becomes_a_model_folder(tmp_path: Path, base: Path, whole: Path) -> None:
    """The folder is whole, says what it was given, and a tagger reads with it; frames are as the network's own."""
    pytest.importorskip("onnx", reason="exporting needs pip install 'claimgraph[train]'")
    from ingest.training.export import export

    export(whole / "network.pt", base, tmp_path, "little", {"cue_bias": 0.25})
    opened = open_folder(tmp_path)
    assert (opened.name, opened.settings) == ("little", {"cue_bias": 0.25})
    tagger = Tagger(opened)
    text = "Quist said that tolls will rise. It rained in Quay."
    tagged = tagger.read(text, [[(0, 32), (33, len(text))]])
    assert all(text[slice(*frame.cue)].strip() for frame in tagged.frames)
    network = networks.Network().eval()
    network.load_state_dict(trained(whole))
    random = torch.Generator().manual_seed(4)
    inputs = {
        "hidden": torch.randn((2, 9, SMALL["WIDTH"]), generator=random),
        "mask": torch.tensor([[1] * 9, [1] * 6 + [0] * 3]),
        "window": torch.tensor([0, 1, 1, 0]),
        "first": torch.tensor([2, 1, 3, 4]),
        "last": torch.tensor([2, 2, 3, 7]),
    }
    with torch.no_grad():
        expected = network.frames(*inputs.values()).numpy()
    (found,) = tagger.frames.run(None, {name: value.numpy() for name, value in inputs.items()})
    assert found == pytest.approx(expected, abs=1e-4)


def test_weights_of_another_kind_are_refused(tmp_path: Path) -> None:
    """An encoder is never loaded by halves."""
    short = weights()
    del short["encoder.layer.1.output.dense.bias"]
    safetensors.save_file(short, tmp_path / "short.safetensors")
    with pytest.raises(KeyError, match=r"layer\.1"):
        networks.load_base(networks.Encoder(), tmp_path / "short.safetensors")


def test_workers_share_out_an_epoch(folder: Path) -> None:
    """Every worker has as many batches as the others; together they have those that one with small batches would."""
    examples = list(everything(folder))

    def epoch(rank: int, workers: int, batch: int) -> list[list[tuple[bytes, bytes]]]:
        settings = replace(SETTINGS, batch=batch)
        made = training._epoch(examples, tokenizer(), settings, 0, ("Quist",), rank, workers)
        return [[(window.ids.tobytes(), window.spans.tobytes()) for window in batch] for batch in made]

    shares = [epoch(rank, 3, SETTINGS.batch) for rank in range(3)]
    everyone = epoch(0, 1, SETTINGS.batch // 3)
    size = len(everyone) // 3
    assert shares == [everyone[: 3 * size][rank::3] for rank in range(3)]
    assert size > 0
