from __future__ import annotations

import asyncio
from pathlib import Path
from typing import cast

import pytest

from kg.errors import StoreError
from kg.web import serving
from kg.web.copies import Copies
from kg.web.zygote import Zygote
from tests.kg.web.conftest import make_store
from tests.kg.web.loops import in_loop


def test_copies_that_cannot_be_opened_do_not_pile_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However often it is tried; what is served meanwhile stays."""
    monkeypatch.setattr(serving, "LOOK", 0.01)
    copies = Copies(make_store(tmp_path / "store"))
    first, _ = copies.take()
    others: list[set[Path]] = []

    class Closed:
        """Stands for a process that opens no other copy."""

        where = first

        async def open(self, where: Path) -> None:
            """Fails."""
            others.append(set(where.parent.iterdir()) - {where})
            raise StoreError("no")

    async def check() -> None:
        watching = asyncio.create_task(serving._watch(copies, (), cast("Zygote", Closed()), ()))
        while len(others) < 3:
            await asyncio.sleep(0.01)
        watching.cancel()

    in_loop(check())
    copies.close()
    assert others[:3] == [{first}] * 3
