# SPDX-License-Identifier: EUPL-1.2
"""What the web app makes, this side opens: the same bytes where they are determined, wraps where not."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any, cast

import pytest

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import identity_seed, kem_public_key, kem_seed, withdraw_seed
from relay.crypto.signing import to_envelope
from relay.crypto.wrapping import unwrap
from relay.protocol.shape import as_json
from tests.vectors.story import a_story
from tests.vectors.world import CONTENT_KEY, LETTER, MESSAGE, hash_of, master, seed

WEB = Path(__file__).resolve().parents[2] / "web"


@pytest.fixture(scope="module")
def web() -> Iterator[subprocess.Popen[str]]:
    """The web's end of the line protocol, running."""
    command = ["node", "tests/differential.mjs"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=WEB, stdin=pipe, stdout=pipe, text=True) as process:
        yield process
        cast("IO[str]", process.stdin).close()


def ask(process: subprocess.Popen[str], function: str, given: dict[str, Any]) -> dict[str, Any]:
    """Ask one thing and return its output."""
    questions, answers = cast("IO[str]", process.stdin), cast("IO[str]", process.stdout)
    questions.write(json.dumps({"fn": function, "input": given}) + "\n")
    questions.flush()
    return json.loads(answers.readline())["ok"]


def test_p29_both_languages_seal_a_message_to_the_same_bytes(web: subprocess.Popen[str]) -> None:
    """Manifest, header, leaf table and ciphertext are functions of their arguments, the same two."""
    story = a_story()
    outline = cast("dict[str, Any]", as_json(story.manifest))
    del outline["parts"], outline["header_hash"]
    made = ask(
        web,
        "seal-message",
        {
            "outline": outline,
            "contents": [
                {
                    "type": "text/plain",
                    "content": b64u(LETTER.encode()),
                    "duration_ms": None,
                    "salt": b64u(seed("part salt")),
                }
            ],
            "words": {
                "language": "fr",
                "content_note": "Une première lettre.",
                "certificate": hash_of("certificate", story.author_certificate),
            },
            "content_key": b64u(CONTENT_KEY),
            "author_seed": b64u(identity_seed(master("author"))),
            "wk_seed": b64u(withdraw_seed(master("author"), unb64u(MESSAGE))),
            "header_salt": b64u(seed("header salt")),
        },
    )
    stored = story.sealed.stored
    parts = [{"table": b64u(part.table), "stored": b64u(part.stored)} for part in stored.parts]
    assert made == {
        "manifest": to_envelope(story.sealed.manifest),
        "header": b64u(stored.header),
        "parts": parts,
    }


def test_p26_what_the_web_wraps_opens_here_for_its_recipient(web: subprocess.Popen[str]) -> None:
    """X-Wing and HPKE are two implementations of one standard."""
    recipient, subject = kem_seed(master("reader")), seed("subject")
    given = {
        "public_key": b64u(kem_public_key(recipient)),
        "key": b64u(CONTENT_KEY),
        "purpose": "release",
        "subject": b64u(subject),
    }
    wrapped = unb64u(ask(web, "wrap", given)["wrap"])
    assert unwrap(recipient, wrapped, purpose="release", subject=subject) == CONTENT_KEY
