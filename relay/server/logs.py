# SPDX-License-Identifier: EUPL-1.2
"""What is written down: enumerated events with ids, and nothing that a person wrote.

Two sieves. A key that is not in ``FACTS`` is dropped, and so is a value that does not
look as that key's values look. So a letter, a name or a token cannot reach a log line by
accident: not as a value, not as an exception's text (only its type's name is taken).
"""

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, TextIO

import structlog
from structlog.typing import EventDict


class Happening(StrEnum):
    """Everything that is ever logged."""

    STARTED = "started"
    STOPPED = "stopped"
    INTERNAL_ERROR = "internal-error"
    CONNECTION_ERROR = "connection-error"
    MALFORMED_REQUEST = "malformed-request"
    TOO_SLOW = "too-slow"
    TOO_BUSY = "too-busy"
    TOO_MANY_TRIES = "too-many-tries"
    SIGN_IN_FAILED = "sign-in-failed"
    STORAGE_BROKEN = "storage-broken"
    STORAGE_FULL = "storage-full"
    SWEPT = "swept"
    SWEEP_FAILED = "sweep-failed"
    WITHDRAWN = "withdrawn"
    SHREDS_REDONE = "shreds-redone"


_ID: Final = re.compile(r"[A-Za-z0-9_-]{22}")
_WORD: Final = re.compile(r"[a-z][a-z-]{0,39}")
_TYPE_NAME: Final = re.compile(r"[A-Z][A-Za-z]{0,59}")
_ROUTE: Final = re.compile(r"(/v1)?(/[a-z.]+|/\{[a-z]+\}){0,6}/?")
_METHOD: Final = re.compile(r"[A-Z]{3,7}")
_NUMBER: Final = re.compile(r"-?\d{1,16}")
_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z")
_PLACE: Final = re.compile(r"[a-z_]{1,40}\.py:\d{1,5}")

FACTS: Final[Mapping[str, re.Pattern[str]]] = {
    "event": _WORD,
    "level": _WORD,
    "time": _TIME,
    "code": _WORD,
    "error": _TYPE_NAME,
    "place": _PLACE,
    "route": _ROUTE,
    "method": _METHOD,
    "status": _NUMBER,
    "case": _ID,
    "message": _ID,
    "count": _NUMBER,
    "seconds": _NUMBER,
    "port": _NUMBER,
}


def only_facts(_: Any, __: str, event: EventDict) -> EventDict:
    """Drop every key that is not in ``FACTS`` and every value that is not of its shape."""
    return {
        key: value
        for key, value in event.items()
        if key in FACTS and isinstance(value, str | int) and FACTS[key].fullmatch(str(value)) is not None
    }


@dataclass(frozen=True, slots=True)
class Log:
    """Writes one line of JSON a happening."""

    _logger: structlog.typing.FilteringBoundLogger

    def say(self, happening: Happening, **facts: str | int | None) -> None:
        """Note that something happened; facts that are not ids, codes or numbers are dropped."""
        self._logger.info(happening.value, **facts)

    def failed(self, happening: Happening, error: BaseException, **facts: str | int | None) -> None:
        """Note a failure by its type and the place in our code: never by its text."""
        self._logger.error(happening.value, error=type(error).__name__, place=_place_of(error), **facts)


def make_log(sink: TextIO = sys.stderr) -> Log:
    """Return a log that writes to ``sink``; nothing gets past ``only_facts``."""
    return Log(
        structlog.wrap_logger(
            structlog.WriteLogger(sink),
            processors=[
                structlog.processors.add_log_level,
                structlog.processors.TimeStamper(fmt="iso", utc=True, key="time"),
                only_facts,
                structlog.processors.JSONRenderer(sort_keys=True),
            ],
            wrapper_class=structlog.make_filtering_bound_logger(0),
            cache_logger_on_first_use=True,
        )
    )


def _place_of(error: BaseException) -> str | None:
    trace = error.__traceback__
    if trace is None:
        return None
    while trace.tb_next is not None:
        trace = trace.tb_next
    name = trace.tb_frame.f_code.co_filename.rsplit("/", 1)[-1]
    return f"{name}:{trace.tb_lineno}"
