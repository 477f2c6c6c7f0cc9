# SPDX-License-Identifier: EUPL-1.2
"""A program in ffmpeg's place tries everything that a film could make ffmpeg try; nothing of it works."""

import asyncio
import os
import resource
import socket
import time
from dataclasses import replace
from pathlib import Path

import pytest

from relay.errors import MediaBrokenError, MediaTooLargeError, MediaTooSlowError, SandboxMissingError
from relay.station.media import sandbox
from relay.station.media.running import Progress
from relay.station.media.sandbox import Walls, find_walls
from tests.station.media.benches import QUICK, WALLS, running, told

each_walls = pytest.mark.parametrize("walls", WALLS)
_PRLIMIT64 = 302  # on x86-64
_HURRIED = replace(QUICK, wall_seconds=1.5)


@each_walls
async def test_it_sees_its_film_and_nothing_else_of_this_machine(tmp_path: Path, walls: Walls) -> None:
    """Not the home, not the folder beside its film, not the settings of the machine."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "secret").write_text("the letter of Camille")
    body = f"""
    my $seen = '';
    for my $path ('{home}/secret', '/etc/passwd', '/root/.bashrc', $ENV{{HOME}} . '/.profile') {{
        $seen .= "READ $path;" if open(my $f, '<', $path);
    }}
    $seen .= "LIST $_;" for map {{ glob("$_/*") }} '{home}', '/root', '/home', '/etc/ssl', '/var';
    for my $path ('{home}/new', '{tmp_path}/film', '/usr/new', '/tmp/new', '/new', '/dev/shm/new') {{
        $seen .= "WROTE $path;" if open(my $f, '>', $path);
    }}
    $seen .= "ENV $_;" for grep {{ !/^(LANG|PWD)$/ }} keys %ENV;
    open(my $f, '<', '{tmp_path}/film'); told($seen . <$f>);
    """
    assert await told(tmp_path, walls, body) == "the film"
    assert (tmp_path / "film").read_bytes() == b"the film"


@each_walls
async def test_it_reaches_no_network_not_even_this_machine(tmp_path: Path, walls: Walls) -> None:
    """There is no socket to be had; what listens on the host's loopback hears nothing."""
    with socket.create_server(("127.0.0.1", 0)) as host:
        host.settimeout(0.2)
        body = f"""use Socket;
        my $said = socket(my $s, PF_INET, SOCK_STREAM, 0) ? 'SOCKET' : "no socket";
        $said .= ' CONNECTED' if connect($s, sockaddr_in({host.getsockname()[1]}, inet_aton('127.0.0.1')));
        $said .= ' UNIX' if socket(my $u, PF_UNIX, SOCK_STREAM, 0);
        told($said);"""
        assert await told(tmp_path, walls, body) == "no socket"
        with pytest.raises(TimeoutError):
            host.accept()


@each_walls
async def test_it_starts_no_other_process(tmp_path: Path, walls: Walls) -> None:
    """A fork bomb has no second process; a program started in its own place is in the same walls."""
    body = """my $made = 0;
    for (1..1000) { my $p = fork; exit 0 if defined $p && !$p; $made++ if defined $p; }
    told($made . (`id` // ''));"""
    assert await told(tmp_path, walls, body) == "0"


@each_walls
async def test_it_signals_nobody_outside(tmp_path: Path, walls: Walls) -> None:
    """Not the process that started it, and not everybody at once."""
    assert await told(tmp_path, walls, f"my $n = kill(9, {os.getpid()}); $n += kill(0, 1); told($n);") == "0"


@each_walls
async def test_it_sets_limits_for_nobody_outside(tmp_path: Path, walls: Walls) -> None:
    """A limit of no processor time would end whatever its owner runs, as surely as a signal."""
    other = await asyncio.create_subprocess_exec("/usr/bin/sleep", "60")
    try:
        before = resource.prlimit(other.pid, resource.RLIMIT_NOFILE)
        body = f"""my ($few, $found) = (pack('QQ', 3, 3), pack('QQ', 0, 0));
        my $set = syscall({_PRLIMIT64}, {other.pid}, {resource.RLIMIT_NOFILE}, $few, 0);
        my $read = syscall({_PRLIMIT64}, getppid(), {resource.RLIMIT_NOFILE}, 0, $found);
        told("$set $read");"""
        assert await told(tmp_path, walls, body) == "-1 -1"
        assert resource.prlimit(other.pid, resource.RLIMIT_NOFILE) == before
    finally:
        other.kill()
        await other.wait()


@each_walls
async def test_a_huge_result_is_refused(tmp_path: Path, walls: Walls) -> None:
    """The file ends at its bound, whether the program dies of it or not."""
    body = "$SIG{XFSZ} = 'IGNORE'; open(my $f, '>', $out); 1 while print $f 'x' x 65536;"
    with pytest.raises(MediaTooLargeError):
        await told(tmp_path, walls, body)
    assert (tmp_path / "out").stat().st_size <= QUICK.output_bytes


@each_walls
async def test_memory_has_an_end(tmp_path: Path, walls: Walls) -> None:
    """It dies of what it asks for, before the machine does."""
    with pytest.raises((MediaBrokenError, MediaTooLargeError)):
        await told(tmp_path, walls, "my $much = 'x' x (3 * 1024 ** 3); told(length $much);")


@each_walls
@pytest.mark.parametrize(
    "body",
    [
        "sleep 600;",
        "$SIG{TERM} = $SIG{INT} = $SIG{HUP} = 'IGNORE'; 1 while 1;",
        "$| = 1; print 'x' x 65536 while 1;",
        "print STDERR 'Invalid data' x 8192 while 1;",
    ],
)
async def test_what_takes_too_long_is_stopped_whole(tmp_path: Path, walls: Walls, body: str) -> None:
    """Within its time, however it behaves; nothing of it is left."""
    began = time.monotonic()
    with pytest.raises(MediaTooSlowError):
        await told(tmp_path, walls, body, limits=_HURRIED)
    assert time.monotonic() - began < 15
    assert running(tmp_path / "ffmpeg") == []


@each_walls
async def test_cancelling_stops_it(tmp_path: Path, walls: Walls) -> None:
    """Who closes the page or presses Ctrl-C leaves nothing behind."""
    at_work = asyncio.create_task(told(tmp_path, walls, "sleep 600;"))
    while not running(tmp_path / "ffmpeg"):  # noqa: ASYNC110 - another process begins
        await asyncio.sleep(0.05)
    at_work.cancel()
    with pytest.raises(asyncio.CancelledError):
        await at_work
    assert running(tmp_path / "ffmpeg") == []


async def test_progress_is_a_share_and_the_seconds_left(tmp_path: Path) -> None:
    """From ffmpeg's own lines; anything else in them is left aside."""
    seen: list[Progress] = []
    body = r"""$| = 1; sleep 1; print "out_time_us=N/A\nframe=1\nout_time_us=40000\nout_time_us=250000\n";
    print "out_time_us=99999999999999999999\n";
    print "out_time_us=-5\nout_time_us=" . "9" x 100000 . "\nout_time_us=2000000\n"; told("done");"""
    assert await told(tmp_path, "bubblewrap", body, watch=seen.append) == "done"
    assert [one.share for one in seen] == [0.04, 0.25, 1.0]
    assert seen[0].seconds_left is None  # what starting took says nothing yet
    assert seen[1].seconds_left is not None
    assert seen[1].seconds_left > 2
    assert seen[2].seconds_left == 0


def test_without_walls_nothing_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bubblewrap first, then Landlock, then a refusal that says what to install."""
    assert find_walls() == "bubblewrap"
    monkeypatch.setattr(sandbox, "bubblewrap_works", lambda: False)
    assert find_walls() == "landlock"
    monkeypatch.setattr(sandbox, "landlock_works", lambda: False)
    with pytest.raises(SandboxMissingError):
        find_walls()
