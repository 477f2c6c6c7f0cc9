# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501, RUF001
"""Claim P29 for notes: what a mediator writes beside a decision is read alike in both languages."""

import json
import os
from collections import Counter
from random import Random
from typing import Any, Final

import pytest

from relay.crypto.encoding import b64u
from tests.differential.inputs import Call
from tests.differential.twins import answer_of_python, differences

SEED: Final = int(os.environ.get("RELAY_SEED", "29"))
COUNT: Final = int(os.environ.get("RELAY_NOTES", "1500"))
MOST: Final = 16_000
# Of one and of two code units, of one and of four bytes, allowed and hidden, composed and not.
PIECES: Final = (
    "a", "é", "ᐃ", "🙏", "👨‍👩‍👧", "❤️", "\n", " ", "\u00a0", "\u202f", "«", "\u200b", "\u200d", "\ufe0f", "e\u0301", "\U000e0041",
    "\u2028", "\t", "𝐀", "\U0010ffff", "1️⃣", '"', "\\",
)  # fmt: skip
SEEN: Final = PIECES[:11]
CHECKS: Final = ("threat", "third-persons", "identifying", "a", "-", "Threat", "x" * 32, "x" * 33, "é")
COMPANY: Final = ("any", "mediator", "support", "alone", None)
DAYS: Final = (None, "2026-11-22", "2026-02-29", "2028-02-29", "9999-12-31", "")


def words(random: Random) -> str:
    """Return a note's text: mostly what may stand there, now and then at the longest there may be."""
    if random.random() < 0.06:
        piece = random.choice(("a", "é", "🙏"))
        return piece * (MOST + random.choice((-1, 0, 1)))
    return "".join(random.choices(SEEN if random.random() < 0.8 else PIECES, k=random.randint(0, 12)))


def marks(random: Random) -> list[Any]:
    """Return marks, mostly in order; some touch, cross, are empty, negative or too many."""
    places = sorted(random.sample(range(60), k=2 * random.randint(0, 6)))
    found: list[Any] = [
        {"from": start, "to": end, "words": words(random) if random.random() < 0.2 else "why"}
        for start, end in zip(places[::2], places[1::2], strict=True)
    ]
    change = random.randrange(8)
    if change == 0 and found:
        found.append({"from": found[-1]["to"], "to": found[-1]["to"] + 1, "words": ""})
    elif change == 1 and found:
        random.choice(found)["to"] += random.randint(1, 9)
    elif change == 2:
        found.append({"from": random.choice((-1, 0, 5)), "to": random.choice((0, 5, 2**53)), "words": ""})
    elif change == 3:
        found = [{"from": n, "to": n + 1, "words": ""} for n in range(random.choice((199, 200, 201)))]
    elif change == 4:
        random.shuffle(found)
    return found


def conditions(random: Random) -> dict[str, Any]:
    """Return how something is to be read."""
    made: dict[str, Any] = {
        "company": random.choice(COMPANY),
        "parts": random.random() < 0.5,
        "print": random.random() < 0.5,
        "kiosk": random.choice((True, False, False, 1, None)),
        "expires": random.choice(DAYS),
    }
    if random.random() < 0.7:
        made |= {"company": "any", "kiosk": True, "expires": None}
    return made


def note(random: Random) -> dict[str, Any]:
    """Return a note of some kind, with the right fields more often than not."""
    kind = random.choice(("plain", "marked", "review", "offer", "other"))
    made: dict[str, Any] = {"kind": kind, "words": words(random)}
    if kind == "marked":
        made["marks"] = marks(random)
    if kind in {"review", "offer"}:
        made |= {"content_note": words(random), "conditions": conditions(random)}
    if kind == "review":
        checks = set(random.sample(CHECKS[:5] if random.random() < 0.7 else CHECKS, k=random.randint(0, 4)))
        made["checks"] = sorted(checks) if random.random() < 0.9 else list(checks) * 2
    if random.random() < 0.08:
        made[random.choice(("more", "marks", "checks"))] = []
    if random.random() < 0.05:
        del made["words"]
    return made


def body(random: Random) -> bytes:
    """Return a note's bytes, a few of them changed after they were written."""
    written = json.dumps(note(random), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    content = bytearray(written.encode())  # not ``canonical.encode``, which refuses what is tried here
    if random.random() < 0.1:
        content[random.randrange(len(content))] = random.randrange(256)
    if random.random() < 0.03:
        content += b" "
    return bytes(content)


def notes(count: int) -> list[Call]:
    """Return calls that read notes, the same for the same seed."""
    random = Random(f"notes {SEED}")
    return [Call(fn="parse-note", input={"body": b64u(body(random))}) for _ in range(count)]


@pytest.mark.timeout(300)
def test_p29_both_languages_read_notes_alike() -> None:
    """Texts in code points, marks that touch or cross, hidden characters: one verdict and one code."""
    found = differences(notes(COUNT))
    shown = [(one.python, one.typescript, str(one.call.input)[:300]) for one in found[:5]]
    assert not found, f"{len(found)} of {COUNT} with seed {SEED}: {shown}"


def test_the_notes_reach_acceptance_and_every_refusal() -> None:
    """A comparison of refusals alone would show little."""
    counts = Counter(answer_of_python(call).get("error", "ok") for call in notes(600))
    assert counts["internal"] == 0
    assert counts["ok"] >= 100
    assert {"wrong-shape", "hidden-text", "not-canonical", "malformed", "too-large"} <= set(counts)
