# SPDX-License-Identifier: EUPL-1.2
"""Collects cases, runs each in Python, and shortens what repeats or is long."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from tests.vectors.functions import call
from tests.vectors.reader import Case, Store, resolve

# A case's name, the fields it changes, what it expects, its one defect in words, and its claim.
Row = tuple[str, dict[str, Any], str, str, str]

LONG_CHARACTERS: Final = 3_000


@dataclass(frozen=True, kw_only=True)
class Maker:
    """What a run makes: cases, shared objects, blobs."""

    cases: dict[str, Case] = field(default_factory=dict[str, Case])
    shared: dict[str, Any] = field(default_factory=dict[str, Any])
    full: dict[str, dict[str, Any]] = field(default_factory=dict[str, dict[str, Any]])
    blobs: dict[str, bytes] = field(default_factory=dict[str, bytes])

    @property
    def store(self) -> Store:
        return Store(shared=self.shared.__getitem__, blob=self.blobs.__getitem__)

    def share(self, name: str, value: Mapping[str, Any]) -> None:
        """Keep an input that many cases change in one place."""
        self.full[name] = dict(value)
        self.shared[name] = self.shorten(dict(value))

    def blob(self, raw: bytes) -> dict[str, Any]:
        """Keep bytes in a file of their own."""
        name = sha256(raw).hex()[:16]
        self.blobs[name] = raw
        return {"$blob": name}

    def shorten(self, value: Any) -> Any:
        """Put long byte strings into blobs."""
        if isinstance(value, list):
            return [self.shorten(item) for item in value]
        if isinstance(value, dict):
            return {name: self.shorten(item) for name, item in value.items()}
        if isinstance(value, str) and len(value) > LONG_CHARACTERS and " " not in value and "\n" not in value:
            return self.blob(unb64u(value))
        return value

    def _against(self, base: str, given: Mapping[str, Any]) -> dict[str, Any]:
        kept = self.full[base]
        if missing := set(kept) - set(given):
            raise AssertionError(f"{base} has {missing} too")
        changed = {name: item for name, item in given.items() if name not in kept or kept[name] != item}
        return {"$with": base, **self.shorten(changed)}

    def add(
        self,
        name: str,
        function: str,
        given: Mapping[str, Any],
        *,
        expect: str,
        note: str,
        claim: str = "",
        base: str | None = None,
    ) -> None:
        """Add a case, after running it.

        Raises:
            AssertionError: it does not come out as expected, or the name is taken.
        """
        short = self._against(base, given) if base else self.shorten(dict(given))
        came = call(function, resolve(short, self.store))
        if came.get("error", "ok") != expect:
            raise AssertionError(f"{name}: {str(came)[:300]} where {expect} was expected")
        if name in self.cases:
            raise AssertionError(f"{name} is there twice")
        case = Case(
            name=name, function=function, expect=expect, claim=claim, note=note, input=short, output=None
        )
        self.cases[name] = replace(case, output=self.shorten(came["ok"])) if expect == "ok" else case

    def add_all(
        self, family: str, function: str, given: Mapping[str, Any], rows: Iterable[Row], *, base: str | None
    ) -> None:
        """Add cases that each change some fields of one input."""
        for name, fields, expect, note, claim in rows:
            self.add(
                f"{family}/{name}",
                function,
                {**given, **fields},
                expect=expect,
                note=note,
                claim=claim,
                base=base,
            )


def flipped(text: str, at: int = 0) -> str:
    """Return b64u text with the lowest bit of one byte flipped."""
    raw = bytearray(unb64u(text))
    raw[at] ^= 1
    return b64u(bytes(raw))
