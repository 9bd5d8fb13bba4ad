from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import Commands
from kg.cli import kg as group
from kg.query import canned
from tests.stores import HARBOUR, QUAY

pytestmark = pytest.mark.command

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
INSTALLING = ["pip install . && kg demo", "pip install '.[test]' && pytest"]
"""The two commands that a fresh environment is needed for; `.ci/run` runs them in one."""


def _blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which `kg demo` has run, with some articles of one's own beside."""
    folder = tmp_path_factory.mktemp("tour")
    (folder / "articles").mkdir()
    for name, article in (("harbour.txt", HARBOUR), ("quay.txt", QUAY)):
        (folder / "articles" / name).write_text(article.text, encoding="utf-8")
    done = _bash("kg demo", folder)
    assert done.returncode == 0, done.stderr
    return folder


def _bash(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "KG_STORE": "kg-demo/kg-store",
    }
    command = ["bash", "-c", script]
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300, check=False
    )


def test_installing_commands_are_the_two_that_are_promised() -> None:
    """What `.ci/run` runs in a fresh environment is what the README says."""
    assert [block.strip() for block in _blocks("sh") if "pip install" in block] == INSTALLING
    assert INSTALLING[1].partition("&& ")[2] == "pytest"


COMMANDS = [
    line
    for block in _blocks("sh")
    if "pip install" not in block
    for line in block.splitlines()
    if line.startswith("kg ")
]


@pytest.mark.parametrize("line", COMMANDS)
def test_command_of_the_readme_works(line: str, tour: Path) -> None:
    """As it stands there; what answers a question answers something."""
    done = _bash(line, tour)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() or re.match(r"kg (?:export|verify|ingest|merge)", line), f"{line} printed nothing"


@pytest.mark.parametrize("block", _blocks("python"))
def test_python_of_the_readme_works(block: str, tour: Path) -> None:
    """And prints something."""
    done = subprocess.run(
        [sys.executable, "-c", block], cwd=tour, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "2025-" in done.stdout


def test_readme_names_every_command_and_only_those() -> None:
    """The table is complete."""
    table = README[README.index("## Commands") : README.index("## Python")]
    assert isinstance(group, Commands)
    known = set(group.list_commands(None))  # type: ignore[arg-type]
    assert known <= set(re.findall(r"[a-z]+(?:-[a-z]+)*", table))
    assert set(re.findall(r"`kg ([a-z]+(?:-[a-z]+)*)", README)) <= known


def test_queries_named_in_the_readme_exist() -> None:
    """No reader is sent to a query that is not there."""
    named = set(re.findall(r"`(?:kg query )?([a-z]+(?:-[a-z]+)+)`", README)) - {"claimgraph-commands"}
    assert {n for n in named if n not in canned()} <= {"lint-imports", "set-speaker"}


def test_links_of_the_readme_lead_somewhere() -> None:
    """Pictures and pages are in the checkout."""
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
