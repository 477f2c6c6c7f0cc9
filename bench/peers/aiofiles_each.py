# SPDX-License-Identifier: EUPL-1.2
"""What one writes first for uploads and reads: one awaited write a piece as it came, and FileResponse.

``python aiofiles_each.py PORT FOLDER``: PATCH of ``/files/NAME`` without what tus checks, and GET of it.
"""

import sys
from pathlib import Path

import aiofiles
from aiohttp import web

_FOLDER = Path(sys.argv[2])
_PIECE_BYTES = 65_536


async def append(request: web.Request) -> web.Response:
    """Write the body behind the offset, a piece a time."""
    offset = int(request.headers["Upload-Offset"])
    async with aiofiles.open(_FOLDER / request.match_info["name"], "ab") as file:
        async for piece in request.content.iter_chunked(_PIECE_BYTES):
            await file.write(piece)
            offset += len(piece)
    return web.Response(status=204, headers={"Upload-Offset": str(offset)})


async def read(request: web.Request) -> web.FileResponse:
    """Send a file, or a range of it, as the framework does by itself."""
    return web.FileResponse(_FOLDER / request.match_info["name"])


if __name__ == "__main__":
    application = web.Application(client_max_size=0)
    application.router.add_patch("/files/{name}", append)
    application.router.add_get("/files/{name}", read)
    web.run_app(application, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
