# SPDX-License-Identifier: EUPL-1.2
"""Encrypting and sealing a film in the page, in Debian's Chromium, beside raw WebCrypto; floor C2."""

import functools
import shutil
import tempfile
import threading
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import sync_playwright

from bench.harness import Figure, compare
from bench.sealing import bundle_typescript

_SWITCHES: Final = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
_ASK: Final = """asked => new Promise(answered => {
  const worker = new Worker("/worker.js")
  worker.onmessage = ({ data }) => answered(data)
  worker.onerror = ({ message }) => answered({ error: message })
  worker.postMessage(asked)
})"""


def measure(*, reps: int, chunks: int) -> list[Figure]:
    """Encrypt a film of ``chunks`` chunks, and seal it into private files, ``reps`` times in turns.

    Raises:
        RuntimeError: there is no Chromium on this machine, or the worker failed.
    """
    path = shutil.which("chromium")
    if path is None:
        raise RuntimeError("needs Debian's chromium")
    # With a profile on disk, as people have: without one, private files are the memory of another process.
    with _served() as address, sync_playwright() as driver, tempfile.TemporaryDirectory() as profile:
        browser = driver.chromium.launch_persistent_context(profile, executable_path=path, args=_SWITCHES)
        page = browser.new_page()
        page.goto(address)
        found: dict[str, Any] = page.evaluate(_ASK, {"reps": reps, "chunks": chunks})
        browser.close()
    if "error" in found:
        raise RuntimeError(f"the worker failed: {found['error']}")
    return [
        _beside_raw(found, "encrypted", id_="C2", what="encrypt a film's chunks in a browser"),
        _beside_raw(found, "sealed", id_="C2-film", what="seal a film into a private file"),
    ]


def _beside_raw(found: Mapping[str, list[float]], way: str, *, id_: str, what: str) -> Figure:
    rates = {"ours": found[way], "raw WebCrypto": found["raw"]}
    return compare(rates, id_=id_, what=what, peer="raw WebCrypto", unit="MiB/s")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the parent's name
        """Keep quiet."""


@contextmanager
def _served() -> Generator[str]:
    """Serve an empty page and the worker: private files want an origin."""
    with tempfile.TemporaryDirectory() as folder:
        bundle_typescript("film_sealing.ts", Path(folder) / "worker.js", platform="browser", form="iife")
        (Path(folder) / "index.html").write_text("<!doctype html><title>bench</title>", encoding="utf-8")
        serving = functools.partial(_Quiet, directory=folder)
        with ThreadingHTTPServer(("127.0.0.1", 0), serving) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            yield f"http://127.0.0.1:{server.server_address[1]}/"
            server.shutdown()
