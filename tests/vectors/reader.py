# SPDX-License-Identifier: EUPL-1.2
"""Reads case files and resolves the values in them that stand for something larger."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from relay.crypto.encoding import b64u, unb64u

HERE: Final = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One case: what is called with what, and what must come of it."""

    name: str
    function: str
    expect: str
    claim: str
    note: str
    input: dict[str, Any]
    output: Any


def read_case(text: str) -> Case:
    """Read a case file."""
    head, _, body = text.partition("\n\n")
    headers = dict(line.split(": ", 1) for line in head.split("\n"))
    content = json.loads(body)
    return Case(
        name=headers["case"],
        function=headers["function"],
        expect=headers["expect"],
        claim=headers.get("claim", ""),
        note=headers["note"],
        input=content["input"],
        output=content.get("output"),
    )


def write_case(case: Case) -> str:
    """Write a case file."""
    headers = [("case", case.name), ("function", case.function), ("expect", case.expect)]
    if case.claim:
        headers.append(("claim", case.claim))
    headers.append(("note", case.note))
    content: dict[str, Any] = {"input": case.input}
    if case.expect == "ok":
        content["output"] = case.output
    lines = "".join(f"{name}: {value}\n" for name, value in headers)
    return f"{lines}\n{json.dumps(content, ensure_ascii=True, indent=1)}\n"


def case_names() -> list[str]:
    """Return the names in the index, in its order."""
    return [line.removesuffix(".txt") for line in (HERE / "index.txt").read_text("utf-8").split()]


def load_case(name: str) -> Case:
    """Read the case of that name."""
    return read_case((HERE / f"{name}.txt").read_text("utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """Where shared objects and blobs come from: the files, or a run that makes them."""

    shared: Callable[[str], Any]
    blob: Callable[[str], bytes]


FILES: Final = Store(
    shared=lambda name: json.loads((HERE / "shared" / f"{name}.json").read_text("utf-8")),
    blob=lambda name: (HERE / "blobs" / f"{name}.bin").read_bytes(),
)


def resolve(value: Any, store: Store = FILES) -> Any:
    """Return ``value`` with everything that stands for something larger put in its place."""
    if isinstance(value, list):
        return [resolve(item, store) for item in value]
    if not isinstance(value, dict):
        return value
    if "$with" in value:
        changed = {name: resolve(item, store) for name, item in value.items() if name != "$with"}
        return resolve(store.shared(value["$with"]), store) | changed
    raw = _bytes(value, store)
    if raw is not None:
        return b64u(raw)
    return {name: resolve(item, store) for name, item in value.items()}


def _bytes(value: dict[str, Any], store: Store) -> bytes | None:
    if "$blob" in value:
        return _blob(value, store)
    if "$join" in value:
        return b"".join(unb64u(resolve(item, store)) for item in value["$join"])
    if "$repeat" in value:
        return unb64u(value["$repeat"]) * value["count"]
    return None


def _blob(value: dict[str, Any], store: Store) -> bytes:
    raw = bytearray(store.blob(value["$blob"])[value.get("from", 0) : value.get("to")])
    if "flip" in value:
        raw[value["flip"]] ^= 1
    return bytes(raw)
