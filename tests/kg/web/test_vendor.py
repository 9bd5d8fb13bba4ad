from __future__ import annotations

import json
from hashlib import sha256

from kg.web.app import FILES, VENDOR


def test_vendored_files_are_those_of_the_manifest() -> None:
    """By their hashes, and with a licence beside."""
    manifest = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    found = {name: sha256((VENDOR / name).read_bytes()).hexdigest() for name in manifest["files"]}
    assert found == manifest["files"]
    assert {part.name for parts in FILES.values() for part in parts if part.parent == VENDOR} == set(manifest["files"])
    assert (VENDOR / f"LICENSE-yasgui-{manifest['licence']}").is_file()
