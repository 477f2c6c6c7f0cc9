# SPDX-License-Identifier: EUPL-1.2
"""What becomes of a letter in each language: repaired, refused, or shown with what is highlighted."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from relay.errors import RelayError
from relay.protocol.letter import check_letter, normalise_letter
from tests.differential.twins import ROOT, SCRIPT, node

OK: Final = "ok"
MAX_SECONDS: Final = 300
# What a highlight of these kinds shows is a way to hide something; the others identify somebody.
SHOWN: Final = frozenset({"hidden", "look-alike", "spacing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A text as a reader's client takes it: refused, or shown in paragraphs, with highlights."""

    verdict: str
    kinds: frozenset[str]
    paragraphs: tuple[str, ...]

    @property
    def is_noticed(self) -> bool:
        """Whether the mediator is told, or nobody sees it."""
        return self.verdict != OK or bool(self.kinds & SHOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """A letter's two ways in: repaired by its author's client, or forced in by a hostile one."""

    repaired: str
    sent: Seen
    forced: Seen


def verdict_of(text: str) -> str:
    """Return "ok", or the code that a letter is refused with, in Python."""
    try:
        check_letter(text)
    except RelayError as refusal:
        return refusal.code
    return OK


def in_python(text: str) -> tuple[str, str, str]:
    """Return a letter repaired, the verdict on that, and the verdict on it as it is."""
    repaired = normalise_letter(text)
    return repaired, verdict_of(repaired), verdict_of(text)


def in_the_page(texts: Sequence[str]) -> list[Ways]:
    """Return what the page makes of letters.

    Raises:
        RuntimeError: it ended early, or did not answer every one.
    """
    done = subprocess.run(
        [node(), str(SCRIPT), "corpus.ts"],
        input="".join(json.dumps(text) + "\n" for text in texts),
        capture_output=True,
        text=True,
        cwd=ROOT / "web",
        timeout=MAX_SECONDS,
        check=False,
    )
    lines = done.stdout.splitlines()
    if done.returncode != 0 or len(lines) != len(texts):
        raise RuntimeError(f"{len(lines)} answers to {len(texts)} letters: {done.stderr[-2000:]}")
    return [_ways(json.loads(line)) for line in lines]


def _ways(answer: dict[str, dict[str, str]]) -> Ways:
    return Ways(repaired=str(answer["repaired"]), sent=_seen(answer["sent"]), forced=_seen(answer["forced"]))


def _seen(answer: dict[str, str]) -> Seen:
    return Seen(
        verdict=answer["verdict"], kinds=frozenset(answer["kinds"]), paragraphs=tuple(answer["paragraphs"])
    )
