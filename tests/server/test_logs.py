# SPDX-License-Identifier: EUPL-1.2
"""What may be written down."""

import io
import json

import pytest

from relay.server.logs import FACTS, Happening, make_log
from tests.server.letters import released, withdrawn
from tests.server.relays import EVERYBODY, Relay, account_of

CANARY = "canary words of a letter"


def test_a_key_that_is_not_listed_is_dropped() -> None:
    """A fact that nobody decided to log is not logged."""
    sink = io.StringIO()
    make_log(sink).say(Happening.SWEPT, count=3, letter=CANARY, person="somebody")
    line = json.loads(sink.getvalue())
    assert line["count"] == 3
    assert line.keys() <= FACTS.keys()
    assert CANARY not in sink.getvalue()


@pytest.mark.parametrize("key", sorted(FACTS.keys() - {"event", "level", "time"}))
def test_a_value_that_is_no_id_code_or_number_is_dropped(key: str) -> None:
    """Even under a listed name, words do not get through."""
    sink = io.StringIO()
    make_log(sink).say(Happening.SWEPT, **{key: CANARY})
    assert CANARY not in sink.getvalue()
    assert key not in json.loads(sink.getvalue())


def test_an_exception_is_named_by_type_and_place_only() -> None:
    """An exception's text may quote what somebody sent."""
    sink = io.StringIO()
    try:
        int(CANARY)
    except ValueError as error:
        make_log(sink).failed(Happening.INTERNAL_ERROR, error)
    line = json.loads(sink.getvalue())
    assert (line["error"], line["event"]) == ("ValueError", "internal-error")
    assert line["place"].startswith("test_logs.py:")
    assert CANARY not in sink.getvalue()


async def test_a_whole_letter_leaves_neither_person_nor_token_nor_account_in_the_log(relay: Relay) -> None:
    """Logs hold enumerated events with ids of cases and messages at most."""
    message = await released(relay)
    tokens = set(relay.tokens.values())
    assert (await withdrawn(relay, message)).status == 200
    log = relay.log.getvalue()
    assert '"event": "withdrawn"' in log
    assert not any(token in log for token in tokens)
    assert not any(person.id in log or account_of(person) in log for person in EVERYBODY)
    assert all(set(json.loads(line)) <= FACTS.keys() for line in log.splitlines())
