# SPDX-License-Identifier: EUPL-1.2
"""What one writes first: aiohttp and aiosqlite, two inserts and one durable commit a request."""

import secrets
import sys
from pathlib import Path

import aiosqlite
import msgspec
from aiohttp import web

DATABASE = web.AppKey("database", aiosqlite.Connection)


async def accept(request: web.Request) -> web.Response:
    """Keep the body and an event, durable before the answer."""
    body = await request.read()
    msgspec.json.decode(body)
    database, ident = request.app[DATABASE], secrets.token_urlsafe(16)
    await database.execute("INSERT INTO letter VALUES (?, ?)", (ident, body))
    await database.execute("INSERT INTO event (letter, at) VALUES (?, strftime('%s'))", (ident,))
    await database.commit()
    return web.json_response({"id": ident})


async def listed(request: web.Request) -> web.Response:
    """Answer the fifty newest."""
    cursor = await request.app[DATABASE].execute("SELECT letter, at FROM event ORDER BY seq DESC LIMIT 50")
    rows = await cursor.fetchall()
    body = msgspec.json.encode([{"id": row[0], "at": row[1]} for row in rows])
    return web.Response(body=body, content_type="application/json")


async def opened(app: web.Application) -> None:
    """Open the database in write-ahead mode with full synchronisation."""
    database = await aiosqlite.connect(Path(sys.argv[2]) / "each.db")
    await database.execute("PRAGMA journal_mode=WAL")
    await database.execute("PRAGMA synchronous=FULL")
    await database.execute("CREATE TABLE letter (id TEXT PRIMARY KEY, body BLOB)")
    await database.execute("CREATE TABLE event (seq INTEGER PRIMARY KEY, letter TEXT, at INTEGER)")
    await database.commit()
    app[DATABASE] = database


async def closed(app: web.Application) -> None:
    """Close the database."""
    await app[DATABASE].close()


if __name__ == "__main__":
    application = web.Application()
    application.on_startup.append(opened)
    application.on_cleanup.append(closed)
    application.router.add_route("*", "/accept", accept)
    application.router.add_get("/list", listed)
    web.run_app(application, host="127.0.0.1", port=int(sys.argv[1]), access_log=None, print=None)
