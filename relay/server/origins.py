# SPDX-License-Identifier: EUPL-1.2
"""Who is asked and who asks: Host against DNS rebinding, Origin against foreign pages."""

from typing import Final

from aiohttp import web
from yarl import URL

from relay.errors import ForbiddenError

SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})


def hosts_of(origins: frozenset[str]) -> frozenset[str]:
    """Return the Host headers under which these origins are asked."""
    found: set[str] = set()
    for origin in origins:
        url = URL(origin)
        found.add(url.raw_authority.lower())
        if url.is_default_port():
            found.add(f"{url.host}:{url.port}".lower())
    return frozenset(found)


def refuse_foreign(request: web.Request, *, hosts: frozenset[str], origins: frozenset[str]) -> None:
    """Refuse another site's name for us, and another site's page that changes something.

    Raises:
        ForbiddenError: it is one or the other.
    """
    if request.headers.get("Host", "").lower() not in hosts:
        raise ForbiddenError("asked under a name that is not ours")
    if request.method in SAFE_METHODS:
        return
    origin = request.headers.get("Origin")
    if origin is not None and origin not in origins:
        raise ForbiddenError("asked by a foreign page")
    if request.headers.get("Sec-Fetch-Site", "none") not in {"same-origin", "none"}:
        raise ForbiddenError("asked by a foreign page")


def address_of(request: web.Request, *, trusted_proxies: frozenset[str]) -> str:
    """Return the client's address: the peer's, or what a trusted proxy says it is."""
    peer = request.remote or ""
    if peer in trusted_proxies:
        forwarded = request.headers.get("X-Forwarded-For", "")
        return forwarded.rsplit(",", 1)[-1].strip() or peer
    return peer
