# SPDX-License-Identifier: EUPL-1.2
"""What can be seen from outside: files and who may read them, disks, mirrors, addresses, programmes."""

import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

from yarl import URL

from relay.app import find_app
from relay.assembly.own import FILE, read_own
from relay.assembly.ports import blobs_path, ledger_path, slot_paths
from relay.config import Config
from relay.storage.ground import judge_ground

_MIB: Final = 1024 * 1024
_LITTLE_MIB: Final = 2_048
_NO_ROOM_MIB: Final = 128
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO


class Weight(StrEnum):
    """How much a finding matters."""

    FINE = "fine"
    WARN = "warn"
    FAULT = "fault"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sentence of the doctor's: which, with what facts, and how much it matters."""

    weight: Weight
    key: str
    facts: Mapping[str, str | int] = field(default_factory=dict[str, str | int])


def fine(key: str, **facts: str | int) -> Finding:
    """Return a finding that all is well."""
    return Finding(weight=Weight.FINE, key=key, facts=facts)


def warn(key: str, **facts: str | int) -> Finding:
    """Return a finding to look at."""
    return Finding(weight=Weight.WARN, key=key, facts=facts)


def fault(key: str, **facts: str | int) -> Finding:
    """Return a finding that has to be mended."""
    return Finding(weight=Weight.FAULT, key=key, facts=facts)


def places(config: Config) -> Iterator[Finding]:
    """Look at everything but the ledger's contents.

    Raises:
        ConfigWrongError: the settings cannot be used.
    """
    own = read_own(config.folder)
    if own is None:
        yield fault("doctor-not-founded", folder=str(config.folder))
    else:
        yield fine("doctor-founded", folder=str(config.folder), programme=own.programme)
    yield from _privacy(config)
    yield from _slots(config)
    yield from _room(config)
    yield from map(_origin, config.origins)
    yield fine("doctor-app") if find_app() else fault("doctor-app-missing")
    yield fine("doctor-ffmpeg") if shutil.which("ffmpeg") else fine("doctor-ffmpeg-missing")


def _privacy(config: Config) -> Iterator[Finding]:
    named = [
        config.folder,
        config.folder / FILE,
        ledger_path(config),
        blobs_path(config),
        *slot_paths(config),
    ]
    for path in named:
        if path is not None and path.exists():
            mode = stat.S_IMODE(path.stat().st_mode)
            if mode & _OTHERS:
                yield fault("doctor-not-private", path=str(path), mode=f"{mode:o}")
            else:
                yield fine("doctor-private", path=str(path))


def _slots(config: Config) -> Iterator[Finding]:
    paths = slot_paths(config)
    if not paths:
        yield fault("doctor-slots-memory")
        return
    for path in paths:
        ground = judge_ground(path)
        found = fine("doctor-ground", path=str(path), kind=ground.kind)
        if not ground.sound:
            found = fault("doctor-ground-bad", path=str(path), kind=ground.kind)
        yield found
    if len(paths) == 1:
        yield warn("doctor-mirror-none")
    for mirror in paths[1:]:
        yield _mirror(paths[0], mirror)


def _mirror(slots: Path, mirror: Path) -> Finding:
    if not mirror.exists() or not slots.exists():
        return warn("doctor-mirror-missing", path=str(mirror if slots.exists() else slots))
    if mirror.read_bytes() != slots.read_bytes():
        return warn("doctor-mirror-differs", path=str(mirror))
    if mirror.stat().st_dev == slots.stat().st_dev:
        return warn("doctor-mirror-same-disk", path=str(mirror))
    return fine("doctor-mirror", path=str(mirror))


def _room(config: Config) -> Iterator[Finding]:
    paths = [config.folder, *(path.parent for path in slot_paths(config))]
    seen: set[int] = set()
    for path in paths:
        there = next(one for one in (path, *path.resolve().parents) if one.exists())
        device = there.stat().st_dev
        if device not in seen:
            seen.add(device)
            yield _free(there)


def _free(path: Path) -> Finding:
    found = os.statvfs(path)
    free = found.f_bavail * found.f_frsize // _MIB
    if free < _NO_ROOM_MIB:
        return fault("doctor-room-none", path=str(path), free=free)
    if free < _LITTLE_MIB:
        return warn("doctor-room-little", path=str(path), free=free)
    return fine("doctor-room", path=str(path), free=free)


def _origin(origin: str) -> Finding:
    url = URL(origin)
    host = url.host or ""
    if url.scheme == "https" or host == "localhost" or host.endswith(".localhost"):
        return fine("doctor-origin", origin=origin)
    return fault("doctor-origin-plain", origin=origin)
