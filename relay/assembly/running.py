# SPDX-License-Identifier: EUPL-1.2
"""A relay from its settings until it is asked to stop: parts, edge, signals."""

import asyncio
import secrets
import signal
import socket
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass
from typing import TextIO

from relay.assembly.own import Own
from relay.assembly.ports import Ports
from relay.config import Config
from relay.review import service
from relay.review.desk import Desk
from relay.review.due import steady
from relay.server.app import make_app
from relay.server.listen import listen, open_socket
from relay.server.logs import Happening, Log, make_log
from relay.server.parts import DESK, Limits, Parts, Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Running:
    """A relay that answers."""

    port: int
    parts: Parts
    desk: Desk


def parts_of(ports: Ports, own: Own, *, log: Log) -> Parts:
    """Return what the edge stands on: open storage, the relay's own keys, this machine's clocks."""
    return Parts(
        ledger=ports.ledger,
        blobs=ports.blobs,
        shred_keys=ports.shred_keys,
        service_seed=own.service_seed,
        server_secret=own.server_secret,
        clock=steady(_wall, time.monotonic),
        monotonic=time.monotonic,
        random=secrets.token_bytes,
        log=log,
    )


def settings_of(config: Config, own: Own, *, demo: bool) -> Settings:
    """Return what the edge has to know of the settings."""
    return Settings(
        origins=frozenset(config.origins),
        programme=own.programme,
        fingerprint=own.fingerprint,
        retention=config.retention,
        demo=demo,
        page=config.page,
        trusted_proxies=frozenset(config.trusted_proxies),
        limits=Limits(**asdict(config.limits)),
    )


@asynccontextmanager
async def running(
    config: Config,
    ports: Ports,
    own: Own,
    *,
    demo: bool = False,
    on: socket.socket | None = None,
    sink: TextIO | None = None,
) -> AsyncGenerator[Running]:
    """Serve for as long as the block lasts, then let requests finish.

    Destructions that a stop interrupted, and those that a restored file may have undone,
    are done again before the first request is answered.

    Args:
        config: the settings.
        ports: open storage; it stays open.
        own: the relay's own keys.
        demo: whether to say that this is a demonstration.
        on: a bound socket; without one, host and port of the settings are bound.
        sink: where log lines go; standard error without one.
    """
    log = make_log(sink or sys.stderr)
    parts = parts_of(ports, own, log=log)
    app = make_app(settings_of(config, own, demo=demo), parts)
    redone = await service.redo_shreds(app[DESK])
    if redone:
        log.say(Happening.SHREDS_REDONE, count=redone)
    listening = await listen(app, on=on or open_socket(config.host, config.port))
    try:
        yield Running(port=listening.port, parts=parts, desk=app[DESK])
    finally:
        await listening.stop()
        log.say(Happening.STOPPED, port=listening.port)


async def until_asked_to_stop() -> None:
    """Return when somebody presses Ctrl-C or the system asks this process to end."""
    asked = asyncio.Event()
    loop = asyncio.get_running_loop()
    for sign in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(sign, asked.set)
    try:
        await asked.wait()
    finally:
        for sign in (signal.SIGINT, signal.SIGTERM):
            loop.remove_signal_handler(sign)


def _wall() -> int:
    return int(time.time())
