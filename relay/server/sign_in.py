# SPDX-License-Identifier: EUPL-1.2
"""Signing in: a nonce and salts for anybody who names an account, a token for who signs the nonce.

An account that is none is answered like one that is: slots made from the server's secret,
the same every time, of the shapes that real ones have, after the same look-ups. A nonce is
not stored until it is used: it carries its own end and a MAC over the account.
"""

from dataclasses import dataclass, replace
from typing import Final, cast

from aiohttp import web

from relay.crypto.derive import derive, mac, same
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import signing_public_key
from relay.crypto.signing import Statement
from relay.errors import (
    ClockOffError,
    ExistsError,
    NotFoundError,
    RelayError,
    SignInFailedError,
    StaleVersionError,
)
from relay.protocol import wire
from relay.protocol.login import MAX_CLOCK_SECONDS, Login, parse_login, verify_login
from relay.records import Account, AccountId, CaseId, LoginSlot, Member, Nonce
from relay.review.standing import standing_places
from relay.server.logs import Happening
from relay.server.operations import EVERYBODY, Call, Resource
from relay.server.parts import RATES, SESSIONS
from relay.server.sessions import TOKEN_BYTES
from relay.server.translate import statement_of
from relay.storage.contract import Append, Change, Drop, Expect, Page, Put

routes = Resource()

NONCE_SECONDS: Final = 300
_NONCE_HEAD_BYTES: Final = 16  # u32 end ‖ 12 random
_NONCE_MAC_BYTES: Final = 16
_TIME_BYTES: Final = 4
_LINK: Final = "link"
_LARGE_JSON_BYTES: Final = 2 * 1024**2

# What a stranger's device would have chosen (web/src/relay/stretch.ts): as often, so large.
_MEMORY_KIB: Final = (65_536, 65_536, 131_072, 262_144)
_PASSES: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """An account with one of its slots, as looked up for a login."""

    account: Account
    slot: LoginSlot


@routes.on(
    "POST",
    "/v1/challenges",
    roles=None,
    takes=wire.ChallengeRequest,
    gives=wire.Challenge,
    refuses=frozenset({"too-many-tries"}),
)
async def ask_challenge(call: Call[wire.ChallengeRequest]) -> wire.Challenge:
    """Ask for a nonce, and how an account's ways of unlocking are salted."""
    account = call.asked.account
    call.request.app[RATES].take(call.address, account=account)
    made_up = invented_slots(call.parts.server_secret, account)
    found = await call.parts.ledger.find(LoginSlot, Page(equals={"account": account}, limit=8))
    nonce = make_nonce(call.parts.server_secret, account, at=call.now, random=call.parts.random(12))
    return wire.Challenge(
        nonce=b64u(nonce),
        slots=[_slot_out(slot) for slot in found] or made_up,
        time=call.now,
    )


@routes.on(
    "POST",
    "/v1/sessions",
    roles=None,
    takes=wire.SessionRequest,
    gives=wire.SignedIn,
    refuses=frozenset({"sign-in-failed", "clock-off", "too-many-tries", "not-canonical", "unknown-suite"}),
)
async def open_session(call: Call[wire.SessionRequest]) -> wire.SignedIn:
    """Sign in with a signed challenge; the token is shown this once."""
    statement = statement_of(call.asked.login)
    login = parse_login(statement.body)
    rates = call.request.app[RATES]
    rates.take(call.address, account=login.account)
    if abs(login.time - call.now) > MAX_CLOCK_SECONDS:
        raise ClockOffError("the clocks differ by more than ten minutes")
    found = await _verified(call, statement, login)
    token = call.parts.random(TOKEN_BYTES)
    session = call.request.app[SESSIONS].begin(token, found.account)
    changes: list[Change] = [Append(Nonce(id=login.nonce, expires_at=call.now + NONCE_SECONDS)), Put(session)]
    if found.slot.type == _LINK:  # good for one use
        changes += [Expect(LoginSlot, found.slot.id, found.slot.version), Drop(LoginSlot, found.slot.id)]
    try:
        await call.parts.ledger.commit(changes)
    except (ExistsError, StaleVersionError):  # the nonce or the link was used before
        raise _failed(call) from None
    rates.forgive(call.address, account=login.account)
    return wire.SignedIn(
        token=b64u(token),
        idle_seconds=session.idle_seconds,
        role=session.role.value,
        person=session.person,
        account=session.account,
        slot=b64u(found.slot.box),
        bundle=b64u(found.account.bundle),
        bundle_version=found.account.bundle_version,
    )


@routes.on("GET", "/v1/session", roles=EVERYBODY, gives=wire.SessionView)
async def show_session(call: Call[None]) -> wire.SessionView:
    """Say who I am; asking counts as activity."""
    session = call.signed_in
    ledger = call.parts.ledger
    members = await ledger.find(Member, Page(equals={"person": session.person}, limit=1_000))
    places = await standing_places(ledger, members, actor=call.actor)
    return wire.SessionView(
        role=session.role.value,
        person=session.person,
        account=session.account,
        idle_seconds=session.idle_seconds,
        cases=sorted({str(CaseId(member.case)) for member in places if not member.left}),
    )


@routes.on("DELETE", "/v1/session", roles=EVERYBODY)
async def close_session(call: Call[None]) -> None:
    """Sign out: the token is good for nothing from here on."""
    await call.request.app[SESSIONS].end(call.signed_in)


@routes.on("POST", "/v1/forget", roles=None, answers={204: None})
async def forget_everything(_: Call[None]) -> web.Response:
    """Make the browser forget what this origin stored in it: for shared computers, on leaving.

    A POST, so that a foreign page's picture tag cannot do it.
    """
    return web.Response(status=204, headers={"Clear-Site-Data": '"cache", "cookies", "storage"'})


@routes.on("GET", "/v1/bundle", roles=EVERYBODY, gives=wire.BundlePut, refuses=frozenset({"not-found"}))
async def show_bundle(call: Call[None]) -> wire.BundlePut:
    """Give my sealed bundle with its version, to who lost the compare-and-swap."""
    account = await call.parts.ledger.load(Account, call.actor.account)
    if account is None:
        raise NotFoundError("the account is gone")
    return wire.BundlePut(bundle=b64u(account.bundle), version=account.bundle_version)


@routes.on(
    "PUT",
    "/v1/bundle",
    roles=EVERYBODY,
    takes=wire.BundlePut,
    gives=wire.Version,
    refuses=frozenset({"stale-version", "storage-full", "not-canonical"}),
    max_bytes=_LARGE_JSON_BYTES,
)
async def put_bundle(call: Call[wire.BundlePut]) -> wire.Version:
    """Replace my sealed bundle, if it is still the version that I read."""
    account = await call.parts.ledger.load(Account, call.actor.account)
    if account is None:
        raise NotFoundError("the account is gone")
    if account.bundle_version != call.asked.version:
        raise StaleVersionError("the bundle was replaced elsewhere")
    version = account.bundle_version + 1
    after = replace(
        account, version=account.version + 1, bundle=unb64u(call.asked.bundle), bundle_version=version
    )
    await call.parts.ledger.commit([Put(after)])
    return wire.Version(version=version)


def make_nonce(secret: bytes, account: str, *, at: int, random: bytes) -> bytes:
    """Return a 32-byte nonce for one account, good until ``at`` + 300 seconds."""
    head = (at + NONCE_SECONDS).to_bytes(_TIME_BYTES, "big") + random
    return head + _nonce_mac(secret, account, head)


def nonce_holds(secret: bytes, account: str, *, nonce: bytes, at: int) -> bool:
    """Say whether this server made ``nonce`` for ``account`` and its time is not over."""
    head, tag = nonce[:_NONCE_HEAD_BYTES], nonce[_NONCE_HEAD_BYTES:]
    ours = same(_nonce_mac(secret, account, head), tag)
    return ours and at <= int.from_bytes(head[:_TIME_BYTES], "big")


def invented_slots(secret: bytes, account: str) -> list[wire.Slot]:
    """Return the slots that an account would have; the same for the same name, for ever."""
    made = derive(secret, "invented", context=account.encode("ascii"), size=33)
    memory = _MEMORY_KIB[made[32] % len(_MEMORY_KIB)]
    return [
        wire.Slot(type="kit", salt=b64u(made[:16]), passes=0, memory_kib=0),
        wire.Slot(type="passphrase", salt=b64u(made[16:32]), passes=_PASSES, memory_kib=memory),
    ]


def _nonce_mac(secret: bytes, account: str, head: bytes) -> bytes:
    return mac(derive(secret, "nonce"), account.encode("ascii") + b"\x00" + head)[:_NONCE_MAC_BYTES]


async def _verified(call: Call[wire.SessionRequest], statement: Statement, login: Login) -> _Found:
    """Look up and verify in one order for every account, real or not."""
    secret = call.parts.server_secret
    ledger = call.parts.ledger
    slot = await ledger.load(LoginSlot, f"{login.account}/{login.slot}")
    account = await ledger.load(Account, AccountId(login.account))
    key = unb64u(slot.login_key) if slot is not None else signing_public_key(secret)
    expected = Login(
        programme=call.settings.programme or "",
        account=login.account,
        slot=login.slot,
        origin=login.origin,
        nonce=login.nonce,
        time=login.time,
    )
    fresh = nonce_holds(secret, login.account, nonce=unb64u(login.nonce), at=call.now)
    try:
        verify_login(statement, login_key=key, expected=expected, now=call.now)
    except RelayError:
        raise _failed(call) from None
    if slot is None or account is None or not fresh or login.origin not in call.settings.origins:
        raise _failed(call)
    return _Found(account=account, slot=slot)


def _failed(call: Call[wire.SessionRequest]) -> SignInFailedError:
    call.parts.log.say(Happening.SIGN_IN_FAILED)
    return SignInFailedError("account, words or code were not right")


def _slot_out(slot: LoginSlot) -> wire.Slot:
    kind = cast("wire.SlotType", slot.type)  # it came in as one
    return wire.Slot(type=kind, salt=slot.salt, passes=slot.passes, memory_kib=slot.memory_kib)
