"""The training run: fixed seeds, one schedule, a log of losses, and a checkpoint to go on from."""

from __future__ import annotations

import json
import os
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.distributed as distributed
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.multiprocessing.spawn import spawn
from torch.nn import functional

from ingest.tagger.labels import FRAME_LABELS, NAME_LABELS, NAME_STYLES, SPAN_LABELS
from ingest.training.corpora import Example, everything
from ingest.training.network import Network, load_base
from ingest.training.noise import noisy
from ingest.training.windows import UNKNOWN, Window, batches, windows


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run depends on besides the corpora. Sizes are in word pieces."""

    epochs: int = 6
    longest: int = 256
    batch: int = 3584
    rate: float = 1.5e-4
    head_rate: float = 8e-4
    decay: float = 0.01
    layer_decay: float = 0.9
    warm_up: float = 0.05
    most_frames: int = 14
    span_weight: float = 1.0
    frame_weight: float = 2.0
    name_weight: float = 1.5
    silver_weight: float = 0.4
    seed: int = 1
    held_out: bool = True


def run(corpora: Path, base: Path, out: Path, settings: Settings, workers: int) -> None:
    """Trains with that many processes of one thread each, or with the accelerator where there is one."""
    if torch.cuda.is_available() or workers == 1:
        train(corpora, base, out, settings)
        return
    with tempfile.TemporaryDirectory() as meeting:
        address = f"file://{meeting}/workers"
        spawn(_worker, (corpora, base, out, settings, workers, address), nprocs=workers)


def _worker(rank: int, corpora: Path, base: Path, out: Path, settings: Settings, workers: int, address: str) -> None:
    distributed.init_process_group("gloo", init_method=address, rank=rank, world_size=workers)
    train(corpora, base, out, settings, rank=rank, workers=workers)
    distributed.destroy_process_group()


def train(corpora: Path, base: Path, out: Path, settings: Settings, *, rank: int = 0, workers: int = 1) -> None:
    """Trains on the corpora and leaves ``out/network.pt``; goes on from ``out/checkpoint.pt`` where there is one.

    With several workers every one runs this with a rank of its own; they average their gradients.
    """
    torch.manual_seed(settings.seed + rank)
    torch.set_num_threads(1 if workers > 1 else max(1, (os.cpu_count() or 1) // 2))
    device = "cuda" if torch.cuda.is_available() else "cpu"
    tokenizer = Tokenizer.from_file(str(base / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    examples = list(everything(corpora, held_out=settings.held_out))
    surnames = sorted({word for example in examples for word in _surnames(example)})
    network = Network()
    load_base(network.encoder, base / "model.safetensors")
    network.to(device)
    groups = _groups(network, settings)
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), foreach=True)
    rates = [group["lr"] for group in optimiser.param_groups]
    trained = [parameter for parameter in network.parameters() if parameter.requires_grad]
    total = _steps(examples, tokenizer, settings, workers, surnames)
    done = 0
    checkpoint = out / "checkpoint.pt"
    if checkpoint.exists():
        state = torch.load(checkpoint, weights_only=True, map_location=device)
        if state["settings"] != asdict(settings):
            raise SystemExit(f"{checkpoint} is of a run with other settings: name another folder, or remove it.")
        network.load_state_dict(state["network"])
        optimiser.load_state_dict(state["optimiser"])
        done = state["step"]
    began, seen, step = time.monotonic(), 0, 0
    means: dict[str, float] = {}
    low = _low_precision(device)
    network.train()
    for epoch in range(settings.epochs):
        for batch in _epoch(examples, tokenizer, settings, epoch, surnames, rank, workers):
            step += 1
            if step <= done:
                continue
            torch.manual_seed((settings.seed * 1_000_003 + step) * 64 + rank)
            warm = min(1.0, step / max(1.0, settings.warm_up * total))
            for group, rate in zip(optimiser.param_groups, rates, strict=True):
                group["lr"] = rate * warm * max(0.02, 1 - step / total)
            with torch.autocast(device, torch.bfloat16, enabled=low):
                losses = _losses(network, batch, settings, device)
            optimiser.zero_grad(set_to_none=True)
            torch.stack([loss * weight for loss, weight in losses.values()]).sum().backward()
            _average(trained, workers)
            nn.utils.clip_grad_norm_(trained, 1.0)
            optimiser.step()
            seen += sum(len(window) for window in batch) * workers
            for name, (loss, _) in losses.items():
                means[name] = 0.98 * means.get(name, loss.item()) + 0.02 * loss.item()
            if rank == 0 and step % 25 == 0:
                line = {"step": step, "of": total, "epoch": epoch, "seconds": round(time.monotonic() - began)}
                line["pieces_a_second"] = round(seen / (time.monotonic() - began))
                _log(out, line | {name: round(value, 4) for name, value in means.items()})
            if rank == 0 and step % 200 == 0:
                state = {
                    "network": network.state_dict(),
                    "optimiser": optimiser.state_dict(),
                    "step": step,
                    "settings": asdict(settings),
                }
                torch.save(state, checkpoint.with_suffix(".new"))
                checkpoint.with_suffix(".new").replace(checkpoint)
    if rank == 0:
        torch.save(network.state_dict(), out / "network.pt")
        (out / "settings.json").write_text(json.dumps(asdict(settings), indent=1) + "\n")


def _surnames(example: Example) -> Iterator[str]:
    if example.style in ("web", "gum"):
        for name in example.names:
            word = example.text[slice(*name.span)].split()[-1]
            if name.type == "person" and word.isalpha() and word.istitle() and len(word) > 2:
                yield word


def _low_precision(device: str) -> bool:
    """Whether the machine multiplies in bfloat16 by itself; elsewhere it would only be slower."""
    return device == "cuda" or torch.cpu._is_avx512_bf16_supported()


def _groups(network: Network, settings: Settings) -> list[dict[str, Any]]:
    """The parameters to train in groups by rate: lower layers slower, heads faster, the vocabulary not at all."""
    groups: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in network.named_parameters():
        parts = name.split(".")
        if parts[:2] in (["encoder", "word"], ["encoder", "position"], ["encoder", "segment"]):
            parameter.requires_grad = False
            continue
        if parts[:2] == ["encoder", "layers"]:
            rate = settings.rate * settings.layer_decay ** (len(network.encoder.layers) - 1 - int(parts[2]))
        elif parts[:2] == ["encoder", "norm"]:
            rate = settings.rate * settings.layer_decay ** len(network.encoder.layers)
        else:
            rate = settings.head_rate
        groups.setdefault((rate, settings.decay if parameter.ndim > 1 else 0.0), []).append(parameter)
    return [{"params": members, "lr": rate, "weight_decay": decay} for (rate, decay), members in groups.items()]


def _steps(
    examples: Sequence[Example], tokenizer: Tokenizer, settings: Settings, workers: int, surnames: Sequence[str]
) -> int:
    return settings.epochs * sum(1 for _ in _epoch(examples, tokenizer, settings, 0, surnames, 0, workers))


def _epoch(
    examples: Sequence[Example],
    tokenizer: Tokenizer,
    settings: Settings,
    epoch: int,
    surnames: Sequence[str],
    rank: int,
    workers: int,
) -> Iterator[list[Window]]:
    """The batches of one worker in one epoch; which they are depends on the seed, the epoch and the rank alone."""
    rng = random.Random(1000 * settings.seed + epoch)
    cut: list[Window] = []
    for example in examples:
        cut += windows(noisy(example, rng, surnames), tokenizer, rng, settings.longest)
    made = batches(cut, rng, settings.batch // workers)
    return iter(made[: len(made) // workers * workers][rank::workers])


def _losses(
    network: Network, batch: Sequence[Window], settings: Settings, device: str
) -> dict[str, tuple[Tensor, float]]:
    """Each head's loss with its weight."""

    def stack(name: str, padding: int) -> Tensor:
        rows = [getattr(window, name) for window in batch]
        longest = max(map(len, rows))
        padded = [np.pad(row, [(0, longest - len(row)), (0, 0)][: row.ndim], constant_values=padding) for row in rows]
        return torch.from_numpy(np.stack(padded)).to(device)

    ids = stack("ids", 0)
    mask = stack("ids", -1) >= 0
    hidden, spans, names = network.encoder(ids, stack("case", 0), stack("gap", 0), stack("quote", 0), mask)
    losses = {}
    target = stack("spans", UNKNOWN)
    if bool((target != UNKNOWN).any()):
        logits = spans.float().reshape(-1, SPAN_LABELS)
        losses["spans"] = 3 * _entropy(logits, target.reshape(-1)), settings.span_weight
    kinds = stack("names", UNKNOWN)
    styles = torch.tensor([window.style for window in batch], device=device)
    by_style = names.float().view(*names.shape[:2], len(NAME_STYLES), NAME_LABELS)
    logits = by_style[torch.arange(len(batch), device=device), :, styles]
    for name, chosen, weight in (
        ("silver", styles == NAME_STYLES.index("news"), settings.silver_weight),
        ("names", styles != NAME_STYLES.index("news"), settings.name_weight),
    ):
        part = kinds[chosen]
        if bool((part != UNKNOWN).any()):
            share = float(chosen.float().mean())
            losses[name] = (
                _entropy(logits[chosen].reshape(-1, NAME_LABELS), part.reshape(-1)),
                weight * min(1, 2 * share),
            )
    cues = [(number, frame) for number, window in enumerate(batch) for frame in window.frames[: settings.most_frames]]
    if cues:
        longest = ids.shape[1]
        labels = np.stack(
            [np.pad(cue.labels, (0, longest - len(cue.labels)), constant_values=UNKNOWN) for _, cue in cues]
        )
        logits = network.frames(
            hidden,
            mask,
            torch.tensor([number for number, _ in cues], device=device),
            torch.tensor([cue.first for _, cue in cues], device=device),
            torch.tensor([cue.last for _, cue in cues], device=device),
        )
        loss = _entropy(logits.float().reshape(-1, FRAME_LABELS), torch.from_numpy(labels).to(device).reshape(-1))
        losses["frames"] = loss, settings.frame_weight
    return losses


def _entropy(logits: Tensor, labels: Tensor) -> Tensor:
    return functional.cross_entropy(logits, labels, ignore_index=UNKNOWN)


def _average(trained: Sequence[nn.Parameter], workers: int) -> None:
    """The mean of all workers' gradients, in place of each worker's own."""
    if workers == 1:
        return
    gradients = [torch.zeros_like(part) if part.grad is None else part.grad for part in trained]
    flat = torch.cat([gradient.reshape(-1) for gradient in gradients])
    distributed.all_reduce(flat)
    flat /= workers
    place = 0
    for parameter in trained:
        parameter.grad = flat[place : place + parameter.numel()].view_as(parameter)
        place += parameter.numel()


def _log(out: Path, line: dict[str, Any]) -> None:
    text = json.dumps(line)
    print(text, flush=True)
    with (out / "log.jsonl").open("a", encoding="utf-8") as log:
        log.write(text + "\n")
