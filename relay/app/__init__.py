# SPDX-License-Identifier: EUPL-1.2
"""The built web app and the headers of every response: the server and the station serve both.

The files are read into memory once: no path of a request ever reaches the file system
(aiohttp's CVE-2024-23334 was a static route).
"""

import gzip
import html
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

PLACES: Final = (
    Path(__file__).parent / "static",  # in an installed wheel
    Path(__file__).parent.parent.parent / "web" / "dist",  # in a checkout
)

CONTENT_SECURITY_POLICY: Final = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self' 'wasm-unsafe-eval'",
        "require-trusted-types-for 'script'",
        "trusted-types relay",
        "style-src 'self'",
        "font-src 'self'",
        "img-src 'self' blob:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)

# Everything that a page may not do, named, because what is not named is allowed.
PERMISSIONS_POLICY: Final = ", ".join(
    (
        "camera=(self)",
        "microphone=(self)",
        "fullscreen=(self)",
        "screen-wake-lock=(self)",  # while somebody records or sends, a telephone does not go dark
        *(
            f"{feature}=()"
            for feature in (
                "accelerometer",
                "autoplay",
                "browsing-topics",
                "display-capture",
                "encrypted-media",
                "geolocation",
                "gyroscope",
                "hid",
                "identity-credentials-get",
                "idle-detection",
                "local-fonts",
                "magnetometer",
                "midi",
                "otp-credentials",
                "payment",
                "picture-in-picture",
                "publickey-credentials-get",
                "serial",
                "storage-access",
                "usb",
                "xr-spatial-tracking",
            )
        ),
    )
)

SECURITY_HEADERS: Final[Mapping[str, str]] = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS_POLICY,
    "Referrer-Policy": "no-referrer",
    "Strict-Transport-Security": "max-age=63072000",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow",
    "Origin-Agent-Cluster": "?1",
    "X-DNS-Prefetch-Control": "off",
}

_FIRST_TAG: Final = b'<meta name="relay-'

NO_STORE: Final = "no-store"
_FOR_EVER: Final = "public, max-age=31536000, immutable"  # the name holds the content's hash
_ASK_AGAIN: Final = "no-cache"
_TYPES: Final = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2",
    ".ftl": "text/plain; charset=utf-8",
}
_SQUEEZED: Final = frozenset({".js", ".css", ".html", ".svg", ".wasm", ".webmanifest", ".ftl", ".json"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """One file of the web app, ready to be sent."""

    content: bytes
    zipped: bytes | None
    content_type: str
    cache_control: str


def find_app() -> Path | None:
    """Return the folder of the built web app, or None where it was not built."""
    return next((place for place in PLACES if (place / "index.html").is_file()), None)


def load_app(folder: Path, *, page: Mapping[str, str] = MappingProxyType({})) -> Mapping[str, Asset]:
    """Read every file of the built web app.

    Args:
        folder: of the built web app.
        page: settings that the page finds in ``meta`` tags, by name without ``relay-``: no request is
            needed for them, and no script.

    Returns:
        Assets by request path; ``/`` is the page itself.
    """
    assets = {
        "/" + path.relative_to(folder).as_posix(): _asset(path, folder=folder, page=page)
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink() and path.suffix != ".map"
    }
    return assets | {"/": assets["/index.html"]}


def asset_for(assets: Mapping[str, Asset], path: str) -> Asset | None:
    """Return what a path shows: a file, or the page itself for a page of the app."""
    found = assets.get(path)
    if found is None and "." not in path and not path.startswith("/v1"):
        return assets.get("/")
    return found


def with_settings(content: bytes, page: Mapping[str, str]) -> bytes:
    """Put settings before the page's own ``relay-`` tags: the first of a name wins."""
    tags = "".join(
        f'<meta name="relay-{name}" content="{html.escape(value)}">\n    '
        for name, value in sorted(page.items())
    )
    return content.replace(_FIRST_TAG, tags.encode() + _FIRST_TAG, 1)


def _asset(path: Path, *, folder: Path, page: Mapping[str, str]) -> Asset:
    content = path.read_bytes()
    if path.name == "index.html":
        content = with_settings(content, page)
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    hashed = path.relative_to(folder).parts[0] == "assets"
    return Asset(
        content=content,
        zipped=gzip.compress(content, mtime=0) if path.suffix in _SQUEEZED else None,
        content_type=kind,
        cache_control=_FOR_EVER if hashed else _ASK_AGAIN,
    )
