# SPDX-License-Identifier: EUPL-1.2
"""The demonstration: it starts soon, its links work once, a newcomer gets in, Ctrl-C ends it."""

import asyncio
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from relay.config import ConfigWrongError
from relay.crypto import codes, tickets
from relay.crypto.passphrase import LEAST_MEMORY_KIB
from relay.demo.addresses import LOOPBACK, Addresses
from relay.demo.cast import Cast, read_cast
from relay.demo.hands import Hand, hand_of
from relay.demo.stage import Shown, performed
from relay.demo.story import DRAFT, LETTERS
from relay.errors import SignInFailedError
from relay.records import Role
from relay.station.believing import finish_enrolment
from relay.station.enrolling import new_secrets, use_ticket
from relay.station.reading import read
from relay.station.signing_in import sign_in
from tests.station.looking import read_draft, see_offer

COLD_SECONDS = 60
WARM_SECONDS = 5
STOP_SECONDS = 10  # on a busy machine; two on an idle one
LINK = re.compile(r"http://([a-z]+)\.localhost:(\d+)/#link=([0-9A-Z]{8})\.([0-9A-Z]{28})")


def _nothing() -> None:
    pass


def _performed(folder: Path, *, fresh: bool = False) -> Any:
    return performed(folder, port=0, fresh=fresh, undo_seconds=60, on_founding=_nothing)


async def _follow(shown: Shown, part: str, *, fingerprint: str) -> Role:
    """Sign in with a printed link, as the web app does."""
    address = next(link.address for link in shown.links if link.part == part)
    match = LINK.fullmatch(address)
    assert match is not None
    _, port, account, code = match.groups()
    addresses = Addresses(int(port))
    async with addresses.client(part) as client:
        origin = addresses.origin(part)
        keyring = await sign_in(client, account, code, slot="link", origin=origin, fingerprint=fingerprint)
    return keyring.role


def _cast(folder: Path) -> Cast:
    cast = read_cast(folder)
    assert cast is not None
    return cast


def _addresses(shown: Shown) -> Addresses:
    match = LINK.match(shown.links[0].address)
    assert match is not None
    return Addresses(int(match[2]))


async def test_each_link_works_once_and_a_new_start_makes_new_ones(tmp_path: Path) -> None:
    """Links of an earlier start are dead, whether they were used or not."""
    folder = tmp_path / "demo"
    async with _performed(folder) as first:
        fingerprint = _cast(folder).fingerprint
        assert await _follow(first, "victim", fingerprint=fingerprint) is Role.PARTICIPANT
        assert await _follow(first, "mediator", fingerprint=fingerprint) is Role.MEDIATOR
        with pytest.raises(SignInFailedError):
            await _follow(first, "victim", fingerprint=fingerprint)
    async with _performed(folder) as second:
        assert {link.address for link in first.links}.isdisjoint(link.address for link in second.links)
        assert await _follow(second, "victim", fingerprint=fingerprint) is Role.PARTICIPANT
        assert await _follow(second, "responsible", fingerprint=fingerprint) is Role.PARTICIPANT


async def _states(hand: Hand, case: str) -> list[str]:
    return sorted(view.state for view in await hand.client.messages(case))


async def test_the_invented_case_shows_every_state_of_the_story(tmp_path: Path) -> None:
    """Each person sees their side of it, and what was released can be read."""
    folder = tmp_path / "demo"
    async with _performed(folder) as shown:
        cast, addresses = _cast(folder), _addresses(shown)
        async with hand_of(addresses, cast, "mediator") as mediator:
            assert await _states(mediator, cast.case) == [
                "held", "offered", "released", "returned", "submitted", "withdrawn",
            ]  # fmt: skip
        async with hand_of(addresses, cast, "responsible") as jonas:
            views = await jonas.client.messages(cast.case)
            released = next(view.message for view in views if view.state == "released")
            opened = await read(jonas.client, jonas.keyring, jonas.believed, released)
            assert "pourquoi cette maison" in opened.parts[0].decode()
        async with hand_of(addresses, cast, "victim") as camille:
            views = await camille.client.messages(cast.case)
            offered = next(view.message for view in views if view.state == "offered")
            told = await see_offer(camille.client, camille.keyring, camille.believed, offered)
            assert told.note is not None
            assert told.note.words == next(letter.note for letter in LETTERS if letter.shown == "offered")
            (draft,) = (await camille.client.drafts()).drafts
            letter = await read_draft(camille.client, camille.keyring, draft.message)
            assert letter.text == DRAFT.text


async def test_a_newcomer_gets_in_with_the_printed_ticket(tmp_path: Path) -> None:
    """Mediator and manager answer by themselves, within seconds; the next start prints another ticket."""
    folder = tmp_path / "demo"
    async with _performed(folder) as shown:
        cast, addresses = _cast(folder), _addresses(shown)
        assert f"#ticket={shown.ticket}&root={cast.fingerprint}&case={cast.case}" in shown.ticket_address
        chosen = new_secrets("fr", with_link=False)
        async with addresses.client("newcomer") as client:
            newcomer = await use_ticket(
                client,
                shown.ticket,
                fingerprint=cast.fingerprint,
                chosen=chosen,
                memory_kib=LEAST_MEMORY_KIB,
            )
            origin = addresses.origin("newcomer")
            await sign_in(
                client, chosen.account, chosen.kit, slot="kit", origin=origin, fingerprint=cast.fingerprint
            )
            for _ in range(100):
                if (await client.ticket(_lookup(shown.ticket))).answer is not None:
                    break
                await asyncio.sleep(0.2)
            bundle = await finish_enrolment(client, newcomer, shown.ticket)
            assert [known.case for known in bundle.policies] == [cast.case]
    async with _performed(folder) as again:
        assert again.ticket != shown.ticket


def _lookup(code: str) -> str:
    return tickets.lookup_id(codes.read_code(code, kind="ticket"))


async def test_it_says_that_it_is_a_demonstration(tmp_path: Path) -> None:
    """So that the banner is on every page."""
    async with _performed(tmp_path / "demo") as shown, _addresses(shown).client("victim") as client:
        assert (await client.programme()).demo


async def test_it_answers_only_on_this_machine(tmp_path: Path) -> None:
    """Under its own names and on loopback."""
    async with _performed(tmp_path / "demo") as shown:
        port = _addresses(shown).port
        async with aiohttp.ClientSession() as session:
            foreign = {"Host": f"relay.example:{port}"}
            async with session.get(f"http://{LOOPBACK}:{port}/v1/programme", headers=foreign) as answer:
                assert answer.status == 403


@pytest.mark.parametrize("fresh", [False, True])
async def test_another_folder_is_left_alone(tmp_path: Path, fresh: bool) -> None:  # noqa: FBT001
    """A real relay's folder, or anybody's documents."""
    (tmp_path / "thesis.txt").write_text("two years of work")
    with pytest.raises(ConfigWrongError):
        async with _performed(tmp_path, fresh=fresh):
            pass
    assert (tmp_path / "thesis.txt").exists()


async def test_what_was_not_finished_is_begun_again(tmp_path: Path) -> None:
    """A start that was broken off leaves no half case behind."""
    folder = tmp_path / "demo"
    async with _performed(folder):
        case = _cast(folder).case
    (folder / "own.json").unlink()
    async with _performed(folder):
        assert _cast(folder).case != case


@dataclass(frozen=True, slots=True, kw_only=True)
class Took:
    """Seconds on the wall, and of work: on a busy machine only the second says anything."""

    wall: float
    work: float


def _start(folder: Path) -> tuple["subprocess.Popen[str]", str, Took]:
    """Run ``relay demo`` as a person does; return what it printed and how long that took."""
    started = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "relay.cli", "demo", "--folder", str(folder), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    printed = ""
    for line in process.stdout:
        printed += line
        if "Ready after" in line:
            took = Took(wall=time.monotonic() - started, work=_work_seconds(process.pid))
            return process, printed, took
    raise AssertionError(printed)


def _work_seconds(pid: int) -> float:
    """Return the processor time of a living process, user and system (proc_pid_stat(5))."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _stop(process: "subprocess.Popen[str]", how: Callable[[], None]) -> float:
    asked = time.monotonic()
    how()
    rest, _ = process.communicate(timeout=20)
    assert process.returncode in {0, 130}, rest
    assert "Traceback" not in rest
    return time.monotonic() - asked


def test_a_cold_and_a_warm_start_are_short_and_ctrl_c_ends_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """At most 60 s from nothing, at most 5 s again, and both languages are printed."""
    took: list[str] = []
    for name, most in (("cold", COLD_SECONDS), ("warm", WARM_SECONDS)):
        process, printed, start = _start(tmp_path / "demo")
        assert len(LINK.findall(printed)) == 3
        assert "Demonstration: the people" in printed
        assert "Démonstration" in printed
        stopped = _stop(process, lambda: os.kill(process.pid, signal.SIGINT))  # noqa: B023 - called at once
        took.append(f"{name} {start.wall:.1f} s ({start.work:.1f} s of work), stopped in {stopped:.1f} s")
        assert start.work <= most
        assert stopped <= STOP_SECONDS
    with capsys.disabled():
        print(f"\ndemo: {'; '.join(took)}")  # noqa: T201 - the figures are looked at


def test_ctrl_c_ends_it_while_the_case_is_still_being_prepared(tmp_path: Path) -> None:
    """And the next start begins again."""
    process = subprocess.Popen(
        [sys.executable, "-m", "relay.cli", "demo", "--folder", str(tmp_path / "demo"), "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Preparing")
    stopped = _stop(process, lambda: process.send_signal(signal.SIGINT))
    assert stopped <= STOP_SECONDS
    assert read_cast(tmp_path / "demo") is None


def test_nobody_else_may_read_what_it_keeps(tmp_path: Path) -> None:
    """Its folder holds invented people's keys; it is private all the same."""
    process, _, _ = _start(tmp_path / "demo")
    _stop(process, process.terminate)
    assert (tmp_path / "demo").stat().st_mode & 0o077 == 0
    for path in (tmp_path / "demo").iterdir():
        assert path.stat().st_mode & 0o077 == 0, path
