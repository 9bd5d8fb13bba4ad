from __future__ import annotations

import asyncio
from collections.abc import Callable

from kg.web.turns import Turns
from tests.kg.web.loops import in_loop


class Runner:
    """Stands for a process that has worked for some seconds."""

    def __init__(self, worked: float) -> None:
        self.seconds = worked
        self.goes = True

    def worked(self) -> float:
        """Seconds that it has worked."""
        return self.seconds

    def pause(self) -> None:
        """Stops it."""
        assert self.goes
        self.goes = False

    def resume(self) -> None:
        """Lets it go on."""
        assert not self.goes
        self.goes = True


def turns(most: int, seats: int, *seconds: float) -> tuple[Turns, list[Runner]]:
    """Some that joined in this order; more than a second is long."""
    made = Turns(most, long=1.0, seats=seats)
    runners = [Runner(each) for each in seconds]
    for runner in runners:
        made.join(runner)
    return made, runners


def run(check: Callable[[], None]) -> None:
    """Runs a check where timers can be set."""

    async def checked() -> None:
        check()

    in_loop(checked())


def test_who_has_worked_least_goes_on() -> None:
    """So many at once, whenever they came; and others do when these have worked longer."""

    def check() -> None:
        made, runners = turns(2, 9, 0.5, 0.3, 0.9, 0.1)
        assert [runner.goes for runner in runners] == [False, True, False, True]
        runners[3].seconds = 0.8
        made.look()
        assert [runner.goes for runner in runners] == [True, True, False, False]

    run(check)


def test_newcomer_goes_on_at_once() -> None:
    """Whoever worked longer makes room."""

    def check() -> None:
        made, runners = turns(1, 9, 0.5)
        late = Runner(0.01)
        made.join(late)
        assert (late.goes, runners[0].goes) == (True, False)

    run(check)


def test_of_long_ones_only_those_with_a_seat_go_on() -> None:
    """Even where fewer than may do, until one leaves."""

    def check() -> None:
        made, runners = turns(3, 1, 9.0, 2.0, 3.0)
        assert [runner.goes for runner in runners] == [True, False, False]
        made.leave(runners[0])
        assert [runner.goes for runner in runners[1:]] == [True, False]

    run(check)


def test_who_leaves_is_not_stopped() -> None:
    """So it can be asked something else."""

    def check() -> None:
        made, runners = turns(1, 9, 0.1, 0.5)
        assert not runners[1].goes
        made.leave(runners[1])
        assert runners[1].goes
        assert len(made) == 1

    run(check)


def test_turns_go_on_by_themselves() -> None:
    """While somebody waits it is looked again and again, so each gets on."""

    async def go() -> None:
        _, runners = turns(1, 9, 0.0, 0.0, 0.0)
        while min(runner.seconds for runner in runners) < 0.3:
            for runner in runners:
                runner.seconds += 0.1 * runner.goes
            await asyncio.sleep(0)

    in_loop(go(), 30)
