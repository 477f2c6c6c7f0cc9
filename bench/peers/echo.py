# SPDX-License-Identifier: EUPL-1.2
"""The least that the same framework can do: read JSON, answer JSON, keep nothing."""

import sys

import msgspec
from aiohttp import web


async def echo(request: web.Request) -> web.Response:
    """Decode and count; answer a few bytes."""
    value = msgspec.json.decode(await request.read())
    return web.Response(body=msgspec.json.encode({"fields": len(value)}), content_type="application/json")


async def listed(_: web.Request) -> web.Response:
    """Answer a page of fifty rows that stand ready in memory."""
    return web.Response(body=_PAGE, content_type="application/json")


_PAGE = msgspec.json.encode(
    {"rows": [{"id": f"{at:022}", "state": "approved", "day": "2026-01-01"} for at in range(50)]}
)

if __name__ == "__main__":
    app = web.Application()
    app.router.add_route("*", "/accept", echo)
    app.router.add_get("/list", listed)
    web.run_app(app, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
