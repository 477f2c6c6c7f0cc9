# SPDX-License-Identifier: EUPL-1.2
"""The one place that reads settings: a TOML file, then ``RELAY_…`` variables, once, into a frozen record.

A setting that does not exist is refused, so that a misspelt one never falls back
silently to its default.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any, Final, cast

import msgspec

PREFIX: Final = "RELAY_"
LISTS: Final = frozenset({"origins", "trusted_proxies", "retention"})
TABLES: Final = frozenset({"limits", "page"})  # only in the file
PAGE_NAMES: Final = frozenset(
    name + language
    for name in (
        "exit",
        "phone",
        "mediator-name",
        "mediator-phone",
        "support-phone",
        "answer-within",
        "eligibility",
        "stations",
    )
    for language in ("", "-en", "-fr")
)

_RETENTION: Final = re.compile(r"[a-z0-9-]{1,64}")


class ConfigWrongError(Exception):
    """The operator's settings cannot be used; the text says which and why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Caps that keep one connection, account or address from starving the others."""

    max_connections: int = 2000
    max_connections_per_address: int = 64
    max_json_bytes: int = 256 * 1024
    max_upload_bytes: int = 4608 * 1024**2  # a film of 4 GiB, padded and sealed
    max_case_bytes: int = 64 * 1024**3  # what all messages of one case may weigh that are not gone
    max_draft_bytes: int = 512 * 1024
    header_seconds: float = 10.0
    body_stall_seconds: float = 30.0
    keep_alive_seconds: float = 30.0
    idle_seconds: float = 20 * 60.0
    upload_days: float = 7.0
    undo_seconds: int = 600  # how long an approval may be taken back, and nothing is offered


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """How this relay is run.

    Attributes:
        folder: where the embedded backends keep everything; one process owns it.
        host: address to listen on; loopback, because a proxy in front holds TLS.
        port: 0 lets the system choose.
        origins: public addresses that browsers use, such as ``https://relay.example``.
        trusted_proxies: addresses whose ``X-Forwarded-For`` is believed.
        ledger: ``sqlite:`` (in ``folder``), ``memory:`` or a PostgreSQL URL.
        blobs: ``files:`` (in ``folder``), ``memory:`` or an S3 URL.
        shred_keys: ``slots:`` (a slot file in ``folder``), ``slots:<path>[,<mirror>…]`` or ``memory:``.
        allow_cow: go on where the file system may keep what is overwritten: trials only.
        retention: the classes of which every case has one, by ``a-z0-9-``: how long what is kept.
        page: what this programme shows on every page, by the names of ``PAGE_NAMES``.
        limits: caps and time-outs.
    """

    folder: Path = Path("relay-data")
    host: str = "127.0.0.1"
    port: int = 8470
    origins: tuple[str, ...] = ("http://localhost:8470",)
    trusted_proxies: tuple[str, ...] = ()
    ledger: str = "sqlite:"
    blobs: str = "files:"
    shred_keys: str = "slots:"
    allow_cow: bool = False
    retention: tuple[str, ...] = ("standard",)
    page: Mapping[str, str] = field(default_factory=dict[str, str])
    limits: Limits = field(default_factory=Limits)


def read_config(file: Path | None, environment: Mapping[str, str]) -> Config:
    """Read the settings; a variable such as ``RELAY_PORT`` wins over the file.

    Args:
        file: TOML, or nothing to take the defaults.
        environment: such as ``os.environ``; lists are separated by commas.

    Raises:
        ConfigWrongError: the file cannot be read, or a setting is unknown or of another type.
    """
    settings = _from_file(file) if file else {}
    settings.update(_from_environment(environment))
    _refuse_unknown(settings, Config, "")
    limits = settings.get("limits", {})
    if isinstance(limits, dict):
        _refuse_unknown(cast("Mapping[str, Any]", limits), Limits, "limits.")
    try:
        config = msgspec.convert(settings, Config, strict=False, dec_hook=_path)
    except msgspec.ValidationError as wrong:
        raise ConfigWrongError(str(wrong)) from wrong
    return _checked(config)


def _from_file(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as wrong:
        raise ConfigWrongError(f"{file}: {wrong}") from wrong


def _from_environment(environment: Mapping[str, str]) -> dict[str, Any]:
    """Return the variables that name a setting; other ``RELAY_…`` variables are none of ours."""
    found: dict[str, Any] = {}
    for setting in fields(Config):
        text = environment.get(PREFIX + setting.name.upper())
        if text is not None and setting.name not in TABLES:
            found[setting.name] = _words(text) if setting.name in LISTS else text
    return found


def _words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def _refuse_unknown(settings: Mapping[str, Any], kind: type[Config | Limits], where: str) -> None:
    unknown = settings.keys() - {setting.name for setting in fields(kind)}
    if unknown:
        raise ConfigWrongError(f"unknown setting {where}{min(unknown)}")


def _path(kind: type, value: object) -> object:
    if kind is Path and isinstance(value, str):
        return Path(value)
    raise NotImplementedError


def _check_page(page: Mapping[str, str]) -> None:
    for name, value in page.items():
        if name not in PAGE_NAMES:
            raise ConfigWrongError(f"unknown setting page.{name}")
        if name.startswith("exit") and not value.startswith("https://"):
            raise ConfigWrongError(f"page.{name}: {value} is no address, such as https://weather.gc.ca/")


def _checked(config: Config) -> Config:
    for origin in config.origins:
        if not origin.startswith(("https://", "http://")) or origin.count("/") != 2:  # noqa: PLR2004
            raise ConfigWrongError(f"origins: {origin} is no origin, such as https://relay.example")
    _check_page(config.page)
    wrong = [named for named in config.retention or ("",) if _RETENTION.fullmatch(named) is None]
    if wrong:
        raise ConfigWrongError(f"retention: {wrong[0]!r} is no class, such as ten-years")
    for setting in fields(Limits):
        if getattr(config.limits, setting.name) <= 0:
            raise ConfigWrongError(f"limits.{setting.name}: must be more than nothing")
    return config
