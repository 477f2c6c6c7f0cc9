# SPDX-License-Identifier: EUPL-1.2
"""The command line as an operator types it, and a relay that it serves in a process of its own."""

import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from relay.cli import main


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A founded programme: its folders, the words of its key files, and how to reach it."""

    folder: Path
    keys: Path
    port: int
    root_words: str
    manager_words: str

    @property
    def settings(self) -> dict[str, str]:
        """The settings, as variables."""
        return settings(self.folder, port=self.port)

    def relay(self, *arguments: str, typed: str = "", **more: str) -> Result:
        """Run a command as the operator."""
        return relay(*arguments, typed=typed, variables=self.settings | more)

    def manager(self, *arguments: str, typed: str = "", **more: str) -> Result:
        """Run ``relay manager …`` as the manager."""
        key = {"RELAY_KEY": str(self.keys / "manager.key"), "RELAY_KEY_WORDS": self.manager_words}
        return self.relay("manager", *arguments, typed=typed, **(key | more))


def settings(folder: Path, *, port: int = 8470) -> dict[str, str]:
    """Return variables that name a relay on loopback."""
    return {
        "RELAY_FOLDER": str(folder),
        "RELAY_PORT": str(port),
        "RELAY_ORIGINS": f"http://localhost:{port}",
        "LANG": "en_CA.UTF-8",
    }


def relay(*arguments: str, variables: Mapping[str, str], typed: str = "") -> Result:
    """Run ``relay`` in this process."""
    return CliRunner().invoke(main, arguments, input=typed, env=dict(variables), catch_exceptions=False)


def founded(tmp_path: Path) -> Programme:
    """Run ``relay init`` and note the words it shows."""
    folder, keys, port = tmp_path / "relay", tmp_path / "keys", free_port()
    done = relay("init", "--keys", str(keys), variables=settings(folder, port=port))
    assert done.exit_code == 0, done.output
    words = re.findall(r"^ {4,}((?:[a-z]+ ){5}[a-z]+)$", done.output, re.MULTILINE)
    assert len(words) == 2, done.output
    return Programme(folder=folder, keys=keys, port=port, root_words=words[0], manager_words=words[1])


def free_port() -> int:
    """Return a port that nobody has now."""
    with socket.socket() as opened:
        opened.bind(("127.0.0.1", 0))
        return int(opened.getsockname()[1])


@contextmanager
def served(programme: Programme) -> Generator["subprocess.Popen[str]"]:
    """Run ``relay serve`` until the block ends, then ask it to stop and see that it does."""
    process = subprocess.Popen(
        [sys.executable, "-m", "relay.cli", "serve"],
        env=os.environ | programme.settings,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        line = ""
        while "Listening" not in line:
            line = process.stderr.readline()
            assert line, "it ended"
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        _, rest = process.communicate(timeout=20)
    assert process.returncode == 0, rest
    assert "Traceback" not in rest
