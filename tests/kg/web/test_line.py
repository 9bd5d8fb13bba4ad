from __future__ import annotations

import asyncio

from kg.web.line import Line
from tests.kg.web.loops import in_loop


async def _pass(line: Line, name: str, passed: list[str]) -> None:
    async with line:
        passed.append(name)
        await asyncio.sleep(0)


def _passed(places: int, names: str, gone: str = "") -> list[str]:
    """In which order those get in that come one after the other at once, some of whom go away again."""

    async def run() -> list[str]:
        line, passed = Line(places), list[str]()
        tasks = {name: asyncio.create_task(_pass(line, name, passed)) for name in names}
        await asyncio.sleep(0)
        for name in gone:
            tasks[name].cancel()
        await asyncio.gather(*tasks.values(), return_exceptions=True)
        async with asyncio.timeout(30), line:
            return passed

    return in_loop(run())


def test_by_turns_who_came_last_and_who_waits_longest_get_in() -> None:
    """After those who found a free place."""
    assert _passed(1, "abcdef") == list("afbecd")
    assert _passed(2, "abcdef")[:4] == list("abfc")


def test_who_goes_away_takes_no_place() -> None:
    """Whether waiting or let in."""
    assert _passed(1, "abcdef", gone="bf") == list("aecd")
    assert sorted(_passed(2, "abcdef", gone="abf")) == list("abcde")


def test_who_is_let_in_and_goes_away_leaves_the_place_to_the_next() -> None:
    """Also where both come at one moment."""

    async def run() -> list[str]:
        line, passed = Line(1), list[str]()
        async with line:
            waiting = [asyncio.create_task(_pass(line, name, passed)) for name in "ab"]
            await asyncio.sleep(0)
        waiting[1].cancel()  # the last one, which was let in when the place was left
        await asyncio.wait_for(asyncio.gather(*waiting, return_exceptions=True), 30)
        return passed

    assert in_loop(run()) == ["a"]
