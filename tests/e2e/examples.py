# SPDX-License-Identifier: EUPL-1.2
"""The examples of every element and page, built once and served with the headers of the real thing."""

import functools
import re
import subprocess
import threading
from collections.abc import Generator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from relay.app import SECURITY_HEADERS

WEB: Final = Path(__file__).parents[2] / "web"
PAGES: Final = tuple(
    re.findall(
        r'^  "?([a-z-]+)"?: ', (WEB / "src/ui/examples/pages.ts").read_text("utf-8"), flags=re.MULTILINE
    )
)


class Quiet(SimpleHTTPRequestHandler):
    """Serves files under the strict policy, and says nothing."""

    def end_headers(self) -> None:
        """Add what the relay adds to every answer."""
        for name, value in SECURITY_HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent's name
        """Keep quiet."""


@functools.cache
def build() -> Path:
    """Build the examples; return their folder."""
    vite = WEB / "node_modules" / ".bin" / "vite"
    command = [str(vite), "build", "--config", "vite.examples.ts", "--logLevel", "error"]
    subprocess.run(command, cwd=WEB, check=True, capture_output=True, timeout=120)
    return WEB / ".vite" / "examples"


@contextmanager
def served() -> Generator[str]:
    """Serve the examples for as long as the block lasts; yields their address."""
    handler = functools.partial(Quiet, directory=str(build()))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/examples.html"
        server.shutdown()
        thread.join()
