# SPDX-License-Identifier: EUPL-1.2
"""What a programme sets reaches the page as text, before anything that the page brings itself."""

from html.parser import HTMLParser
from pathlib import Path

from relay.app import load_app, with_settings

PAGE = b'<head><meta charset="utf-8">\n    <meta name="relay-phone" content=""><title>Messages</title></head>'


class Tags(HTMLParser):
    """Collects ``meta`` tags in the order of the page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, str]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note one ``meta`` tag that has a name."""
        named = dict(attrs)
        if tag == "meta" and named.get("name"):
            self.found.append((named["name"] or "", named["content"] or ""))


def test_a_setting_stands_before_the_pages_own() -> None:
    """The web app takes the first tag of a name."""
    assert Tags(with_settings(PAGE, {"phone": "1-800-555-0142"})).found == [
        ("relay-phone", "1-800-555-0142"),
        ("relay-phone", ""),
    ]


def test_a_setting_never_becomes_markup() -> None:
    """A name with quotes and brackets stays a name."""
    hostile = '"><script>alert(1)</script>'
    page = with_settings(PAGE, {"mediator-name": hostile})
    assert b"<script" not in page
    assert Tags(page).found[0] == ("relay-mediator-name", hostile)


def test_without_settings_the_page_is_as_it_was_built() -> None:
    """The wheel's page is the page that is served."""
    assert with_settings(PAGE, {}) == PAGE


def test_only_the_page_itself_is_changed(tmp_path: Path) -> None:
    """Scripts are named by their hash and served as they are."""
    (tmp_path / "assets").mkdir()
    (tmp_path / "index.html").write_bytes(PAGE)
    (tmp_path / "assets" / "x.js").write_bytes(PAGE)
    assets = load_app(tmp_path, page={"demo": "yes"})
    assert assets["/assets/x.js"].content == PAGE
    assert b'<meta name="relay-demo" content="yes">' in assets["/"].content
