# SPDX-License-Identifier: EUPL-1.2
"""An alarm comes when its moment does, and not a moment that was put off."""

import asyncio

from relay.server.alarm import Alarm

SOON = 0.05
LONG = 60.0


async def test_it_calls_once_when_its_moment_comes() -> None:
    """And says until then that it is set."""
    calls: list[float] = []
    loop = asyncio.get_running_loop()
    alarm = Alarm(lambda: calls.append(loop.time()))
    began = loop.time()
    alarm.set(SOON)
    assert alarm.is_set
    await asyncio.sleep(4 * SOON)
    assert not alarm.is_set
    assert len(calls) == 1
    assert calls[0] - began >= SOON


async def test_each_sign_of_life_puts_it_off() -> None:
    """The timer that runs meanwhile finds that out, and waits for the rest."""
    calls: list[None] = []
    alarm = Alarm(lambda: calls.append(None))
    for _ in range(6):
        alarm.set(2 * SOON)
        await asyncio.sleep(SOON)
    assert calls == []
    await asyncio.sleep(3 * SOON)
    assert calls == [None]


async def test_an_earlier_moment_is_not_waited_past() -> None:
    """The timer for the later one goes."""
    came = asyncio.Event()
    alarm = Alarm(came.set)
    alarm.set(LONG)
    alarm.set(SOON)
    async with asyncio.timeout(LONG / 6):
        await came.wait()


async def test_what_is_off_or_ended_does_not_call_until_it_is_set_again() -> None:
    """Off leaves a timer behind, which calls nothing; ended leaves none."""
    calls: list[None] = []
    alarm = Alarm(lambda: calls.append(None))
    for quiet in (alarm.off, alarm.end):
        alarm.set(SOON)
        quiet()
        assert not alarm.is_set
        await asyncio.sleep(2 * SOON)
        assert calls == []
    alarm.set(SOON)
    await asyncio.sleep(2 * SOON)
    assert calls == [None]
