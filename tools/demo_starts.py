# SPDX-License-Identifier: EUPL-1.2
"""Run the README's first command as a newcomer would: links appear, they answer, Ctrl-C ends it cleanly."""

import os
import re
import selectors
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import IO, Final
from urllib.parse import urlsplit

from tools.arguments import no_arguments

ROOT: Final = Path(__file__).parent.parent
LINK: Final = re.compile(r"https?://\S+")
MAX_COLD_SECONDS: Final = 60
QUIET_SECONDS: Final = 1.0  # the table of links is complete when nothing follows for this long
STOP_SECONDS: Final = 10


def printed(stream: IO[bytes], deadline: float) -> str:
    """Read ``stream`` until links were printed and it falls quiet, or the time is over."""
    text = b""
    with selectors.DefaultSelector() as selector:
        selector.register(stream, selectors.EVENT_READ)
        while time.monotonic() < deadline:
            if selector.select(QUIET_SECONDS):
                piece = os.read(stream.fileno(), 65536)
                text += piece
                if not piece:
                    break
            elif LINK.search(text.decode("utf-8", "replace")):
                break
    return text.decode("utf-8", "replace")


def answers(link: str) -> bool:
    """Say whether the page of ``link`` is served; names under localhost are asked for on loopback."""
    parts = urlsplit(link)
    request = urllib.request.Request(
        f"http://127.0.0.1:{parts.port}{parts.path or '/'}", headers={"Host": parts.netloc}
    )
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        return answer.status == 200 and b"<html" in answer.read()  # noqa: PLR2004


def main() -> int:
    """Start the demonstration, follow each link, stop it; return 1 if something is wrong."""
    no_arguments(__doc__)
    started = time.monotonic()
    demo = subprocess.Popen(["./dev", "demo"], cwd=ROOT, stdout=subprocess.PIPE, start_new_session=True)
    if demo.stdout is None:
        raise AssertionError
    try:
        text = printed(demo.stdout, started + MAX_COLD_SECONDS)
        seconds = time.monotonic() - started - QUIET_SECONDS
        links = LINK.findall(text)
        silent = [link for link in links if not answers(link)]
    finally:
        demo.send_signal(signal.SIGINT)
        code = demo.wait(STOP_SECONDS)
    print(f"{len(links)} links after {seconds:.1f} s, {len(silent)} without a page, ended with {code}")
    return 0 if links and not silent and code in {0, 130} else 1


if __name__ == "__main__":
    sys.exit(main())
