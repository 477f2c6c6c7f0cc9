# SPDX-License-Identifier: EUPL-1.2
"""The two languages keep the same names: files, refusals and paths."""

import re
from pathlib import Path

import pytest

from relay.errors import all_codes
from relay.protocol.paths import PATHS

ROOT = Path(__file__).resolve().parent.parent
# What one language needs and the other has from its library or in another form.
ONLY_WEB = {"bytes", "sodium", "hpke", "day", "heard", "unfold"}
ONLY_RELAY = {"upload", "remembered"}


def modules(folder: Path, suffix: str) -> set[str]:
    """Return the names of a folder's modules; tests and descriptions of others' code left out."""
    names = {file.name for file in folder.glob(f"*{suffix}")}
    return {name.removesuffix(suffix) for name in names if not re.search(r"__init__|\.test\.|\.d\.", name)}


@pytest.mark.parametrize("floor", ["crypto", "protocol"])
def test_every_file_of_the_protocol_has_its_twin(floor: str) -> None:
    """Same file names on both sides, but for what one language alone needs."""
    here = modules(ROOT / "relay" / floor, ".py") - ONLY_RELAY
    there = modules(ROOT / "web" / "src" / floor, ".ts") - ONLY_WEB
    assert here == there


def test_every_refusal_has_words_to_come() -> None:
    """Every code of this side is an ``ErrorCode`` there, hence a key of both catalogues."""
    source = (ROOT / "web" / "src" / "errors.ts").read_text("utf-8")
    listed = source.partition("ERROR_CODES = [")[2].partition("]")[0]
    assert all_codes() <= set(re.findall(r'"([a-z-]+)"', listed))


def test_both_sides_name_the_same_paths() -> None:
    """The server routes by the templates that the clients fill in."""
    source = (ROOT / "web" / "src" / "protocol" / "paths.ts").read_text("utf-8")
    table = source.partition("PATHS = {")[2].partition("} as const")[0]
    assert dict(re.findall(r'^ +"?([a-z-]+)"?: "([^"]+)"', table, re.MULTILINE)) == dict(PATHS)
