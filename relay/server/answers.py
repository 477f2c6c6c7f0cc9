# SPDX-License-Identifier: EUPL-1.2
"""What goes out: JSON, refusals, and the headers that stand on every single response."""

from collections.abc import Mapping
from typing import Final

import msgspec
from aiohttp import hdrs, web

from relay.app import NO_STORE, SECURITY_HEADERS
from relay.protocol.wire import Refusal, Wire
from relay.server.statuses import status_of

JSON: Final = "application/json"
_ENCODER: Final = msgspec.json.Encoder()
_RETRY_SECONDS: Final = {"too-many-tries": "20", "too-busy": "5", "storage-full": "60"}


def json_answer(given: Wire, *, status: int = 200) -> web.Response:
    """Return a record as JSON."""
    return web.Response(body=_ENCODER.encode(given), status=status, content_type=JSON)


def raw_json(given: object) -> bytes:
    """Return any JSON value as bytes."""
    return _ENCODER.encode(given)


def refusal(code: str, *, kept: str | None = None, status: int | None = None) -> web.Response:
    """Return a refusal: the code for a person's language, the status for machines."""
    answer = json_answer(Refusal(code=code, kept=kept), status=status or status_of(code))
    if answer.status == 401:  # noqa: PLR2004 - RFC 9110, 15.5.2 wants the challenge named
        answer.headers[hdrs.WWW_AUTHENTICATE] = "Bearer"
    if code in _RETRY_SECONDS:
        answer.headers[hdrs.RETRY_AFTER] = _RETRY_SECONDS[code]
    return answer


async def dress(_: web.Request, response: web.StreamResponse) -> None:
    """Put the security headers on a response that is about to go out; never say what serves it."""
    response.headers.popall(hdrs.SERVER, None)
    response.headers.update(SECURITY_HEADERS)
    response.headers.setdefault(hdrs.CACHE_CONTROL, NO_STORE)


def raw_refusal(code: str) -> bytes:
    """Return a whole refusal as bytes, for connections that never become a request."""
    body = _ENCODER.encode(Refusal(code=code))
    headers: Mapping[str, str] = {
        **SECURITY_HEADERS,
        hdrs.CACHE_CONTROL: NO_STORE,
        hdrs.CONTENT_TYPE: JSON,
        hdrs.CONTENT_LENGTH: str(len(body)),
        hdrs.CONNECTION: "close",
        hdrs.RETRY_AFTER: _RETRY_SECONDS.get(code, "5"),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status_of(code)} Refused\r\n{head}\r\n".encode("ascii") + body


class BareRefusal(web.Response):
    """A refusal to what is no request at all: no signal of the application ever sees it."""

    def __init__(self, code: str) -> None:
        super().__init__(
            body=_ENCODER.encode(Refusal(code=code)),
            status=status_of(code),
            content_type=JSON,
            headers={**SECURITY_HEADERS, hdrs.CACHE_CONTROL: NO_STORE},
        )
        self.force_close()

    async def _prepare_headers(self) -> None:
        await super()._prepare_headers()
        self.headers.popall(hdrs.SERVER, None)
