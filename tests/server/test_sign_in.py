# SPDX-License-Identifier: EUPL-1.2
"""Signing in: who may, once, from where; and what a stranger can learn (G19)."""

from typing import Any

import pytest

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u, unb64u
from relay.protocol import wire
from relay.records import LoginSlot, Nonce, Session
from relay.server.sign_in import invented_slots, make_nonce, nonce_holds
from relay.storage.contract import Page, Put
from tests.review.world import NOON, ODA, VIVI
from tests.server.relays import SECRET, Relay, account_of, login_seed_of, login_slot

STRANGER = "ZZZZZZZZ"


async def challenge(relay: Relay, account: str) -> wire.Challenge:
    """Ask for a challenge."""
    answer = await relay.ask("POST", "/v1/challenges", json=wire.ChallengeRequest(account=account))
    assert answer.status == 200, answer
    return wire.Challenge(**answer.json | {"slots": [wire.Slot(**slot) for slot in answer.json["slots"]]})


async def test_a_signed_challenge_opens_a_session(relay: Relay) -> None:
    """And hands out the slot and the bundle."""
    answer = await relay.sign_in(ODA)
    assert answer.status == 200
    assert unb64u(answer.json["slot"]) == b"sealed kit slot"
    assert unb64u(answer.json["bundle"]) == b"sealed bundle"
    assert (answer.json["role"], answer.json["person"]) == ("participant", ODA.id)
    headers = {"Authorization": f"Bearer {answer.json['token']}"}
    me = await relay.ask("GET", "/v1/session", headers=headers)
    assert me.json["account"] == account_of(ODA)
    assert len(me.json["cases"]) == 1


async def test_the_token_is_stored_as_its_hash_only(relay: Relay) -> None:
    """Who reads the database cannot sign in with it."""
    token = (await relay.sign_in(ODA)).json["token"]
    sessions = await relay.world.ledger.find(Session, Page(equals={"account": account_of(ODA)}))
    assert [session.id for session in sessions] == [b64u(sha256(token.encode()))]


@pytest.mark.parametrize(
    "changed",
    [
        {"seed": sha256(b"another key")},
        {"account": account_of(VIVI)},
        {"origin": "https://elsewhere.example"},
        {"programme": b64u(bytes(16))},
        {"nonce": b64u(bytes(32))},
        {"slot": "passphrase"},
    ],
    ids=lambda changed: next(iter(changed)),
)
async def test_a_login_with_one_thing_wrong_fails_and_never_says_which(
    relay: Relay, changed: dict[str, Any]
) -> None:
    """The same answer for a wrong key, a foreign account, origin, programme or nonce."""
    if "slot" in changed:
        changed = changed | {"seed": login_seed_of(ODA)}  # the kit's key for the passphrase's slot
    answer = await relay.sign_in(ODA, **changed)
    assert (answer.status, answer.json) == (401, {"code": "sign-in-failed", "kept": None})


async def test_an_unknown_account_fails_like_a_wrong_key(relay: Relay) -> None:
    """Byte for byte, headers included."""
    wrong = await relay.sign_in(ODA, seed=sha256(b"wrong"))
    unknown = await relay.answer_challenge(ODA, (await challenge(relay, STRANGER)).nonce, account=STRANGER)
    wrong.headers.pop("Date")
    unknown.headers.pop("Date")
    assert (unknown.status, unknown.headers, unknown.body) == (wrong.status, wrong.headers, wrong.body)


async def test_an_unknown_account_has_stable_slots_of_the_same_shape(relay: Relay) -> None:
    """What a stranger is shown cannot tell whether the account exists."""
    real, one, again, other = [
        (await challenge(relay, account)).slots
        for account in (account_of(ODA), STRANGER, STRANGER, "YYYYYYYY")
    ]
    assert one == again
    assert one != other
    assert [slot.type for slot in one] == [slot.type for slot in real]
    assert [len(slot.salt) for slot in one] == [len(slot.salt) for slot in real]
    assert [slot.passes for slot in one] == [slot.passes for slot in real]


def test_invented_slots_take_every_memory_size_that_real_devices_choose() -> None:
    """64, 128 and 256 MiB, the least most often."""
    sizes = [invented_slots(SECRET, f"{number:08}")[1].memory_kib for number in range(400)]
    assert set(sizes) == {65_536, 131_072, 262_144}
    assert sizes.count(65_536) > sizes.count(262_144)


async def test_a_nonce_is_good_once(relay: Relay) -> None:
    """A login that was overheard opens nothing."""
    nonce = (await challenge(relay, account_of(ODA))).nonce
    assert (await relay.answer_challenge(ODA, nonce)).status == 200
    assert (await relay.answer_challenge(ODA, nonce)).code == "sign-in-failed"
    assert await relay.world.ledger.load(Nonce, nonce) is not None


async def test_a_nonce_is_good_for_five_minutes(relay: Relay) -> None:
    """And not for longer."""
    nonce = (await challenge(relay, account_of(ODA))).nonce
    relay.world.now += 301
    assert (await relay.answer_challenge(ODA, nonce)).code == "sign-in-failed"


def test_a_nonce_belongs_to_one_account_and_one_server() -> None:
    """Its MAC covers both."""
    nonce = make_nonce(SECRET, "AAAAAAAA", at=NOON, random=bytes(12))
    assert nonce_holds(SECRET, "AAAAAAAA", nonce=nonce, at=NOON + 300)
    assert not nonce_holds(SECRET, "AAAAAAAA", nonce=nonce, at=NOON + 301)
    assert not nonce_holds(SECRET, "BBBBBBBB", nonce=nonce, at=NOON)
    assert not nonce_holds(bytes(32), "AAAAAAAA", nonce=nonce, at=NOON)
    assert not nonce_holds(SECRET, "AAAAAAAA", nonce=bytes([nonce[0] ^ 1]) + nonce[1:], at=NOON)


@pytest.mark.parametrize("seconds", [-601, 601, 86_400])
async def test_a_clock_that_is_off_is_told_so(relay: Relay, seconds: int) -> None:
    """The one refusal that names its reason: it says nothing about the account."""
    answer = await relay.sign_in(ODA, time=relay.world.now + seconds)
    assert (answer.status, answer.code) == (409, "clock-off")
    nonce = (await challenge(relay, STRANGER)).nonce
    stranger = await relay.answer_challenge(ODA, nonce, account=STRANGER, time=relay.world.now + seconds)
    assert stranger.body == answer.body


@pytest.mark.parametrize("seconds", [-600, 600])
async def test_ten_minutes_are_forgiven(relay: Relay, seconds: int) -> None:
    """Clocks drift."""
    assert (await relay.sign_in(ODA, time=relay.world.now + seconds)).status == 200


async def test_a_link_is_good_once(relay: Relay) -> None:
    """The server deletes a link slot when it has been used."""
    await relay.world.ledger.commit([Put(login_slot(ODA, "link"))])
    assert (await relay.sign_in(ODA, slot="link")).status == 200
    assert await relay.world.ledger.load(LoginSlot, f"{account_of(ODA)}/link") is None
    assert (await relay.sign_in(ODA, slot="link")).code == "sign-in-failed"
    assert (await relay.sign_in(ODA, slot="kit")).status == 200


async def test_a_session_ends_after_twenty_idle_minutes_and_not_while_it_is_used(relay: Relay) -> None:
    """The end slides with use."""
    token = {"Authorization": f"Bearer {(await relay.sign_in(ODA)).json['token']}"}
    for _ in range(4):
        relay.world.now += 1_100
        assert (await relay.ask("GET", "/v1/session", headers=token)).status == 200
    relay.world.now += 1_200
    assert (await relay.ask("GET", "/v1/session", headers=token)).code == "session-expired"


async def test_reading_does_not_write_the_session_down_each_time(relay: Relay) -> None:
    """At most one commit a minute and session."""
    token = {"Authorization": f"Bearer {(await relay.sign_in(ODA)).json['token']}"}
    page = Page(equals={"account": account_of(ODA)})
    for _ in range(20):
        relay.world.now += 2
        await relay.ask("GET", "/v1/session", headers=token)
    (session,) = await relay.world.ledger.find(Session, page)
    assert session.version == 1
    relay.world.now += 25
    await relay.ask("GET", "/v1/session", headers=token)
    (session,) = await relay.world.ledger.find(Session, page)
    assert session.version == 2


async def test_signing_out_ends_the_session_at_once(relay: Relay) -> None:
    """In memory and in the ledger."""
    token = {"Authorization": f"Bearer {(await relay.sign_in(ODA)).json['token']}"}
    assert (await relay.ask("DELETE", "/v1/session", headers=token)).status == 204
    assert (await relay.ask("GET", "/v1/session", headers=token)).code == "session-expired"
    assert await relay.world.ledger.find(Session, Page(equals={"account": account_of(ODA)})) == ()


@pytest.mark.parametrize(
    "header",
    ["", "Bearer", "Bearer ", "Bearer " + "A" * 43, "Basic abc", "bearer " + "A" * 43, "Bearer \u00e9"],
)
async def test_a_token_that_is_none_opens_nothing(relay: Relay, header: str) -> None:
    """And asks for a bearer token."""
    answer = await relay.ask("GET", "/v1/session", headers={"Authorization": header})
    assert (answer.status, answer.code) == (401, "session-expired")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


async def test_the_bundle_is_replaced_by_compare_and_swap(relay: Relay) -> None:
    """Two devices cannot overwrite each other's."""
    put = wire.BundlePut(bundle=b64u(b"new"), version=1)
    assert (await relay.ask("PUT", "/v1/bundle", by=ODA, json=put)).json == {"version": 2}
    assert (await relay.ask("PUT", "/v1/bundle", by=ODA, json=put)).code == "stale-version"


def test_p14_no_message_to_the_server_has_a_field_for_a_secret() -> None:
    """The server never receives a passphrase, a code, a PIN or a master: there is no field to put one in."""
    secret_words = (
        "pass",
        "phrase",
        "word",
        "pin",
        "secret",
        "master",
        "seed",
        "private",
        "code",
        "kek",
        "prf",
    )
    allowed = {
        "passes",
        "private_device",
        "code",
    }  # Argon2's passes; a switch; a refusal's code, which goes out
    fields = {
        name
        for kind in vars(wire).values()
        if isinstance(kind, type) and issubclass(kind, wire.Wire)
        for name in kind.__struct_fields__
    }
    assert {name for name in fields if any(word in name for word in secret_words)} <= allowed
    assert "code" not in {
        name
        for kind in (wire.SessionRequest, wire.ChallengeRequest, wire.EnrolmentPost, wire.NewSlot)
        for name in kind.__struct_fields__
    }
