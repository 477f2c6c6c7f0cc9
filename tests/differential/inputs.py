# SPDX-License-Identifier: EUPL-1.2
"""Makes hostile inputs: the vectors' inputs changed at random, and raw random bytes and text.

Deterministic for a seed: a difference that was found once can be found again.
"""

import json
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random
from typing import Any, Final

from relay.crypto.encoding import b64u, unb64u
from relay.errors import RelayError
from tests.vectors.functions import PARSERS
from tests.vectors.reader import case_names, load_case, resolve

# What a manager signs takes seeds of their own: no hostile input reaches it.
SIGNING: Final = {"next-directory", "next-policy"}
HEAVY: Final = {
    "stretch-words",
    "open-part",
    "open-chunk",
    "open-released",
    "seal-box",
    "generate-words",
    "open-key-file",
}
LONGEST: Final = 200_000
SHORTEST: Final = 15
# What a caller holds itself and never takes from others: its length is no input.
OUR_OWN: Final = {"subject", "seed", "salt", "master", "key", "kek", "content_key", "kem_seed", "ticket"}
TEXTS: Final = {
    "check-letter": "text",
    "normalise-letter": "text",
    "normalise-words": "text",
    "read-code": "text",
    "read-account": "text",
    "parse-path": "path",
}
VALUES: Final[tuple[Any, ...]] = (
    None, True, False, 0, 1, -1, 2, 2**53 - 1, 2**53, -(2**53), "", "a", "é", "e\u0301", "\u0000",
    "A" * 22, "A" * 43, [], {}, [[]], ["A"], {"a": 1}, "2026-02-29", "9999-12-31", "letter",
    "__proto__", "active",
)  # fmt: skip
RAW: Final = (
    b"{}", b"[]", b"null", b"1", b'"', b"{", b"}", b"[", b"]", b",", b":", b"\\u0000", b"\\ud800",
    b"1e9", b"-0", b"1.5", b"\xef\xbb\xbf", b"\xff", b" ", b"\n", b"\x00", b"NaN", b"tru",
    b"\xed\xa0\x80", b"\xf4\x90\x80\x80",
)  # fmt: skip
POINTS: Final = (
    (0x20, 0x7E), (0x09, 0x0D), (0xA0, 0xFF), (0x300, 0x36F), (0x2000, 0x206F), (0x1100, 0x11FF),
    (0x1F300, 0x1FAFF), (0xFE00, 0xFE0F), (0x0, 0xD7FF), (0xE000, 0xFFFF), (0x10000, 0x10FFFF),
    (0x1E4D0, 0x1E4FF), (0xE0000, 0xE007F),
)  # fmt: skip
PIECES: Final = (
    "é", "e\u0301", "\u00a0", "\u202f", " ", "\n", "\r\n", "«", "»", "?", "!", "10", "km", "€",
    "❤️", "👩‍👩‍👧", "1️⃣", "\u200d", "\ufe0f", "👍🏽", "\u200b", "ﬁ", "Å", "Ω", "가", "\u1100\u1161",
    "abandon ", "O0Il1-", "/v1/messages/",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call, as the line protocol sends it."""

    fn: str
    input: dict[str, Any]

    def line(self) -> str:
        """Return the line that goes to the other language."""
        return json.dumps({"fn": self.fn, "input": self.input}) + "\n"


def corpus() -> list[Call]:
    """Return the vectors' inputs that are light enough to be sent many times over."""
    found: list[Call] = []
    for name in case_names():
        case = load_case(name)
        if case.function in HEAVY | SIGNING:
            continue
        call = Call(fn=case.function, input=resolve(case.input))
        if len(call.line()) < LONGEST:
            found.append(call)
    return found


def calls(seed: int, count: int) -> Iterator[Call]:
    """Yield ``count`` hostile calls."""
    random = Random(seed)
    known = corpus()
    makers: tuple[Callable[[Random, list[Call]], Call], ...] = (
        _mutated,
        _mutated,
        _reencoded,
        _reencoded,
        _random_bytes,
        _random_text,
    )
    for _ in range(count):
        yield random.choice(makers)(random, known)


def _mutated(random: Random, known: list[Call]) -> Call:
    """Change one thing anywhere in a known input."""
    call = random.choice(known)
    changed = json.loads(json.dumps(call.input))
    places = [place for place in _places(changed) if isinstance(_get(changed, place), str | int)]
    if not places:
        return call
    place = random.choice(places)
    _set(changed, place, _changed_value(random, _get(changed, place), fixed=place[-1] in OUR_OWN))
    return Call(fn=call.fn, input=changed)


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield (*path, key)
        yield from _places(item, (*path, key))


def _get(value: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        value = value[key]
    return value


def _set(value: Any, path: tuple[Any, ...], item: Any) -> None:
    _get(value, path[:-1])[path[-1]] = item


def _changed_value(random: Random, value: Any, *, fixed: bool) -> Any:
    """Change text that is base64url as bytes; other text and integers keep their type."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return max(0, value + random.choice((-1, 1, 7)))
    try:
        raw = unb64u(value)
    except RelayError:
        return value
    if len(raw) <= SHORTEST:
        return value
    return b64u(_flipped(random, raw) if fixed else _changed_bytes(random, raw))


def _flipped(random: Random, raw: bytes) -> bytes:
    at = random.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << random.randrange(8)]) + raw[at + 1 :]


def _changed_bytes(random: Random, raw: bytes) -> bytes:
    at = random.randrange(len(raw) + 1)
    choice = random.randrange(6)
    if choice == 0:
        return _flipped(random, raw)
    if choice == 1:
        return raw[:at] + random.choice(RAW) + raw[at:]
    if choice == 2:
        return raw[:at] + raw[at + random.randrange(1, 5) :]
    if choice == 3:
        return raw[:at]
    if choice == 4:
        return raw[:at] + raw[at // 2 :]
    return raw[:at] + random.randbytes(random.randrange(1, 4)) + raw[at:]


def _reencoded(random: Random, known: list[Call]) -> Call:
    """Change one field of a statement's body and write it, canonically or nearly so."""
    parses = [call for call in known if call.fn == "parse" or "statement" in call.input]
    call = random.choice(parses)
    body = call.input["body"] if call.fn == "parse" else call.input["statement"]["body"]
    try:
        value = json.loads(unb64u(body))
    except (ValueError, RelayError, RecursionError):
        return Call(fn="decode", input={"body": body})
    places = list(_places(value)) if isinstance(value, dict | list) else []
    if places:
        place = random.choice(places)
        if random.random() < 0.2 and isinstance(_get(value, place[:-1]), dict):
            del _get(value, place[:-1])[place[-1]]
        else:
            _set(value, place, random.choice(VALUES))
    if random.random() < 0.1 and isinstance(value, dict):
        value[random.choice(("__proto__", "constructor", "suite", "extra", "ÿ", "𝄞"))] = random.choice(VALUES)
    own = value.get("kind") if isinstance(value, dict) else None
    kind = random.choice([*PARSERS]) if random.random() < 0.3 else own
    if not isinstance(kind, str) or kind not in PARSERS:
        kind = "manifest"
    return Call(fn="parse", input={"kind": kind, "body": b64u(_written(random, value))})


def _written(random: Random, value: Any) -> bytes:
    ascii_only = random.random() < 0.1
    order = random.random() < 0.95
    separators = (",", ":") if random.random() < 0.95 else (", ", ":")
    text = json.dumps(value, ensure_ascii=ascii_only, sort_keys=order, separators=separators)
    return text.encode("utf-8", "surrogatepass")


def _random_bytes(random: Random, known: list[Call]) -> Call:
    length = random.choice((0, 1, 2, 5, 20, 100))
    pieces = [random.choice(RAW) if random.random() < 0.8 else random.randbytes(1) for _ in range(length)]
    body = b64u(b"".join(pieces))
    if random.random() < 0.5:
        return Call(fn="decode", input={"body": body})
    return Call(fn="decode-envelope", input={"raw": body})


def _random_text(random: Random, known: list[Call]) -> Call:
    fn = random.choice([*TEXTS])
    made = ""
    for _ in range(random.choice((0, 1, 3, 10, 40))):
        if random.random() < 0.6:
            made += random.choice(PIECES)
            continue
        first, last = random.choice(POINTS)
        point = random.randint(first, last)
        made += "" if 0xD800 <= point <= 0xDFFF else chr(point)
    if random.random() < 0.5:
        made = _known_only(made)
    extra = {"kind": random.choice(("ticket", "kit"))} if fn == "read-code" else {}
    return Call(fn=fn, input={TEXTS[fn]: made, **extra})


def _known_only(text: str) -> str:
    """Leave out what this Python's Unicode does not know, so that more text is accepted."""
    return "".join(character for character in text if unicodedata.category(character)[0] in "LMNPSZ")
