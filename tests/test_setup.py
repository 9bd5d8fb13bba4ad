from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.command
def test_test_module_that_cannot_be_imported_fails(tmp_path: Path) -> None:
    """Its tests would be missing without a word."""
    (tmp_path / "test_broken.py").write_text("import no_module_of_this_name\n", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-c", str(ROOT / "pyproject.toml"), str(tmp_path / "test_broken.py")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert (done.returncode, "no_module_of_this_name" in done.stdout) == (pytest.ExitCode.INTERRUPTED, True)
