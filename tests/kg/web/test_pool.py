from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from kg.errors import StoreError
from kg.web.answering import Asked
from kg.web.pool import Limits, Pool
from kg.web.serving import pools
from kg.web.settings import Settings
from kg.web.worker import Duty
from kg.web.zygote import Zygote
from tests.kg.web.conftest import ENDLESS, HUNGRY, LONG, SHORT, make_store
from tests.kg.web.loops import in_loop
from tests.stores import HARBOUR

pytestmark = pytest.mark.server


FEW = Limits(short=0.01, long=0.1, front=1, behind=2, turns=1, seats=1)
"""One place in front, two behind, one turn and one seat."""


@asynccontextmanager
async def pool(
    where: Path, *, memory: int = 512, timeout: float = 60, zygote: Zygote | None = None, limits: Limits = FEW
) -> AsyncIterator[Pool]:
    """A pool that answers queries."""
    zygote = zygote or Zygote(where)
    made = Pool(zygote, Duty("kg.web.answering:handler", memory, timeout), limits)
    try:
        await made.begin()
        yield made
    finally:
        zygote.close()


def run(check: Callable[[], Coroutine[None, None, None]]) -> None:
    """Runs a check, within a minute and a half."""
    in_loop(check())


def test_short_one_is_answered_while_endless_ones_go_on(store: Path) -> None:
    """None of them has ended by then."""

    async def check() -> None:
        async with pool(store) as made:
            endless = [asyncio.create_task(made.run(Asked(f"{ENDLESS} # {number}"))) for number in range(2)]
            for _ in range(20):
                assert (await made.run(Asked(SHORT))).status == 200
            assert not any(task.done() for task in endless)

    run(check)


def test_nobody_waits_for_a_page_that_takes_long(store: Path) -> None:
    """With the places that pages have, even while it is in front."""
    _, pages = pools(Settings(store), Zygote(store))

    async def check() -> None:
        async with pool(store, limits=pages._limits) as made:
            slow = asyncio.create_task(made.run(Asked(ENDLESS)))
            await asyncio.sleep(0.1)
            assert (await made.run(Asked(SHORT))).status == 200
            assert not slow.done()
            assert len(made._behind) == 0

    run(check)


def test_the_process_used_last_is_asked_next(store: Path) -> None:
    """Also where it went behind and others came up meanwhile: it has most at hand."""

    async def check() -> None:
        async with pool(store) as made:
            used = made._ready[-1]
            assert (await made.run(Asked(LONG))).status == 200
            await asyncio.sleep(0.2)
            assert made._ready[-1] is used
            assert len(made._ready) == 2

    run(check)


def test_who_finds_it_full_is_sent_away(store: Path) -> None:
    """At once, with a hint when to try again; those before it go on, and short ones are answered."""

    async def check() -> None:
        async with pool(store) as made:
            endless = [asyncio.create_task(made.run(Asked(f"{ENDLESS} # {number}"))) for number in range(3)]
            done, going = await asyncio.wait(endless, return_when=asyncio.FIRST_COMPLETED)
            reply = done.pop().result()
            assert (reply.status, reply.ended) == (503, "busy")
            assert dict(reply.headers)["Retry-After"].isdigit()
            assert (await made.run(Asked(SHORT))).status == 200
            assert len(going) == 2
            assert not any(task.done() for task in going)

    run(check)


def test_whoever_is_not_done_at_the_limit_is_ended(store: Path) -> None:
    """Also who never got a seat."""

    async def check() -> None:
        async with pool(store, timeout=2) as made:
            replies = await asyncio.gather(*(made.run(Asked(f"{ENDLESS} # {number}")) for number in range(2)))
            assert [(reply.status, reply.ended) for reply in replies] == [(504, "timeout")] * 2
            assert (await made.run(Asked(SHORT))).status == 200

    run(check)


def test_query_that_eats_memory_is_ended(store: Path) -> None:
    """With an error that says so; others go on."""

    async def check() -> None:
        async with pool(store, memory=64) as made:
            reply = await made.run(Asked(HUNGRY))
            assert reply.status == 503
            assert b"more than the 64 MB" in reply.body
            assert (await made.run(Asked(SHORT))).status == 200

    run(check)


def test_renewed_pool_answers_from_the_other_copy(store: Path, tmp_path: Path) -> None:
    """However often and soon after each other it is renewed; of the old one nobody has anything open then."""
    other = make_store(tmp_path / "other", [HARBOUR])

    async def check() -> None:
        zygote = Zygote(store)
        async with pool(store, zygote=zygote) as made:
            whole = (await made.run(Asked(SHORT))).body
            for where in (other, store) * 4 + (other,):
                await zygote.open(where)
                for _ in range(2):
                    made.renew()
                    await asyncio.sleep(0)
                assert ((await made.run(Asked(SHORT))).body == whole) == (where == store)
            while made.in_use() != {other}:
                await asyncio.sleep(0.01)

    run(check)


def test_copy_that_cannot_be_opened_changes_nothing(store: Path, tmp_path: Path) -> None:
    """The last one is forked from on."""

    async def check() -> None:
        zygote = Zygote(store)
        async with pool(store, zygote=zygote) as made:
            with pytest.raises(StoreError):
                await zygote.open(tmp_path / "none")
            made.renew()
            assert (await made.run(Asked(SHORT))).status == 200
            assert made.in_use() == {store}

    run(check)
