# SPDX-License-Identifier: EUPL-1.2
"""Behind Landlock a program starts so many threads and no more, whatever else this person's machine does."""

import subprocess
import sys
from typing import Final

import pytest

MOST: Final = 12
NOBODY: Final = 65_534
MANY: Final = """
use threads; my $begun = 1;
eval { while ($begun < 60) { (threads->create(sub { sleep 60 }) or last)->detach; $begun++; } };
$| = 1; print $begun; require POSIX; POSIX::_exit(0);
"""
# As a person, for root's threads are not counted; what only root may read is read before.
BEHIND: Final = f"""
import os, sys
import encodings.idna
from relay.station.media import landlock
if os.getuid() == 0:
    os.setgroups([]); os.setresgid({NOBODY}, {NOBODY}, {NOBODY}); os.setresuid({NOBODY}, {NOBODY}, {NOBODY})
if sys.argv[1] == "shared":
    landlock._NEW_USER_AND_NETWORK = -1  # a kernel that forbids it
landlock.main(["{1 << 31}", "20", "1048576", "64", "{MOST}", "", "", "/usr/bin/perl", "-e", sys.argv[2]])
"""


@pytest.mark.parametrize("where", ["apart", "shared"])
def test_threads_have_an_end(where: str) -> None:
    """In a namespace of its own, and where there is none: beside the threads that this person has already."""
    ended = subprocess.run(
        [sys.executable, "-c", BEHIND, where, MANY], capture_output=True, text=True, check=True, timeout=60
    )
    assert 1 < int(ended.stdout) <= MOST + (0 if where == "apart" else 6), ended.stderr
