# SPDX-License-Identifier: EUPL-1.2
"""Every kind of statement: exactly its fields, and only its own suite, kind and programme."""

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relay.crypto.canonical import decode, encode
from relay.crypto.encoding import unb64u
from relay.errors import RelayError, UnknownSuiteError, WrongShapeError
from relay.protocol.directory import MAX_DIRECTORY_BYTES
from relay.protocol.login import Login, build_login
from relay.protocol.receipt import CHAIN_START, Checkpoint, Receipt, build_checkpoint, build_receipt, chain
from relay.protocol.shape import day, day_number
from tests.vectors.cases_approval import decision_by, offer_by
from tests.vectors.cases_release import withdrawal_of
from tests.vectors.cases_words import confirmation_of
from tests.vectors.functions import PARSERS
from tests.vectors.reader import load_case, resolve
from tests.vectors.story import a_story
from tests.vectors.world import CASE, EMPTY_HASH, MEDIATORS, PROGRAMME, seed


def bodies() -> dict[str, bytes]:
    """Return an honest body of every kind."""
    story = a_story()
    record = resolve(load_case("record/gate").input)["record"]
    consent = resolve(load_case("consent/verify").input)["statement"]
    return {
        "root": story.root.body,
        "directory": story.directory.body,
        "policy": story.policy.body,
        "certificate": story.author_certificate.body,
        "manifest": story.sealed.manifest.body,
        "approval": story.approvals[0].body,
        "decision": decision_by(story, MEDIATORS[0]).body,
        "offer": offer_by(story, MEDIATORS[0]).body,
        "readiness": story.readiness.body,
        "release": story.release.body,
        "confirmation": confirmation_of(story).body,
        "withdrawal": withdrawal_of(story, seed("x")).body,
        "record": unb64u(record["body"]),
        "consent": unb64u(consent["body"]),
        "login": build_login(
            Login(
                programme=PROGRAMME,
                account="C5H66S3R",
                slot="kit",
                origin="http://localhost:8080",
                nonce=EMPTY_HASH,
                time=1,
            )
        ),
        "receipt": build_receipt(
            Receipt(
                programme=PROGRAMME,
                case=CASE,
                scope="leave",
                message=None,
                manifest=None,
                withdrawal=EMPTY_HASH,
                at=1,
            )
        ),
        "checkpoint": build_checkpoint(Checkpoint(programme=PROGRAMME, size=0, head=EMPTY_HASH, at=1)),
    }


BODIES = bodies()


def _value(kind: str) -> dict[str, Any]:
    return cast("dict[str, Any]", decode(BODIES[kind], max_bytes=MAX_DIRECTORY_BYTES))


EVERY_FIELD = [(kind, name) for kind in BODIES for name in _value(kind)]


@pytest.mark.parametrize("kind", BODIES)
def test_an_honest_statement_is_read(kind: str) -> None:
    """The starting point of the refusals below."""
    PARSERS[kind](BODIES[kind])


@pytest.mark.parametrize(("kind", "name"), EVERY_FIELD)
def test_p24_a_statement_without_one_of_its_fields_is_refused(kind: str, name: str) -> None:
    """Every field is required."""
    value = _value(kind)
    del value[name]
    refusal = UnknownSuiteError if name in {"suite", "kind"} else WrongShapeError
    with pytest.raises(refusal):
        PARSERS[kind](encode(value))


@pytest.mark.parametrize("kind", BODIES)
@pytest.mark.parametrize("name", ["extra", "__proto__", "constructor", "Suite", ""])
def test_p24_a_statement_with_a_foreign_field_is_refused(kind: str, name: str) -> None:
    """No field is ignored."""
    with pytest.raises(WrongShapeError):
        PARSERS[kind](encode(_value(kind) | {name: 1}))


@pytest.mark.parametrize("kind", BODIES)
@pytest.mark.parametrize("suite", [0, 2, -1, True, "1", None, [1]])
def test_p24_another_suite_is_refused(kind: str, suite: Any) -> None:
    """There is one suite, and no negotiation."""
    with pytest.raises(UnknownSuiteError):
        PARSERS[kind](encode(_value(kind) | {"suite": suite}))


@pytest.mark.parametrize("kind", BODIES)
def test_p5_a_statement_is_read_as_its_own_kind_only(kind: str) -> None:
    """Every other reader refuses it."""
    for other, parse in PARSERS.items():
        if other != kind:
            with pytest.raises(UnknownSuiteError):
                parse(BODIES[kind])


@pytest.mark.parametrize(("kind", "name"), EVERY_FIELD)
@given(
    value=st.none()
    | st.booleans()
    | st.integers(-5, 5)
    | st.sampled_from(["", "A" * 22, "A" * 43, "letter", "2026-02-30", "é"])
    | st.lists(st.sampled_from(["A" * 22, "a", 1]), max_size=3)
    | st.dictionaries(st.sampled_from(["a", "key"]), st.integers(0, 2), max_size=2)
)
def test_p23_any_value_in_any_field_is_read_or_refused(kind: str, name: str, value: Any) -> None:
    """And what is read is what was written: parsing a changed body never crashes."""
    try:
        PARSERS[kind](encode(_value(kind) | {name: value}))
    except RelayError:
        return


@pytest.mark.parametrize(
    "text",
    [
        "2026-13-01",
        "2026-00-01",
        "2026-04-31",
        "1900-02-29",
        "0000-01-01",
        "2026-1-01",
        "\uff12026-01-01",
        "2026-01-01 ",
    ],
)
def test_p23_a_day_is_a_real_date(text: str) -> None:
    """In one form, of ASCII digits."""
    with pytest.raises(WrongShapeError):
        day(text)


@given(st.dates())
def test_days_are_counted_as_the_calendar_counts(date: Any) -> None:
    """From 1970-01-01, leap years and centuries included."""
    assert day(date.isoformat()) == date.isoformat()
    assert day_number(date.isoformat()) == date.toordinal() - 719_163


def test_the_list_of_statements_is_chained() -> None:
    """Another order or another statement gives another head."""
    one, two = b"1" * 32, b"2" * 32
    assert chain(chain(CHAIN_START, one), two) != chain(chain(CHAIN_START, two), one)
