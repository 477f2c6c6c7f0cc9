# SPDX-License-Identifier: EUPL-1.2
"""Enrolment: a newcomer's keys meet somebody who can vouch for them, by a ticket.

Both halves stand here, the newcomer's and the certifier's, because each checks the other's
MAC. Twin of the newcomer's half: ``web/src/relay/enrol.ts``. Source: docs/format.md §5.
"""

import secrets
from dataclasses import dataclass, field
from typing import Final, Literal

from relay.crypto import codes, keys, tickets
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.passphrase import (
    PASSES,
    code_secret,
    key_encryption_key,
    login_seed,
    stretch_words,
)
from relay.protocol import wire
from relay.protocol.enrolment import EnrolmentRequest, LoginKey, build_request
from relay.protocol.unlocking import Bundle, Slot, seal_bundle, seal_slot
from relay.records import Role
from relay.station.client import Client
from relay.station.keyring import Keyring
from relay.station.kind_words import kind_words

Language = Literal["en", "fr"]

NO_FINGERPRINT: Final = b64u(bytes(32))
"""Stands for the root's fingerprint until MAC2 was checked: nothing hashes to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Secrets:
    """What a newcomer must keep: six words, a kit code, and their account number."""

    account: str
    words: str = field(repr=False)
    kit: str = field(repr=False)
    link: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody who has used a ticket and waits for the answer."""

    keyring: Keyring
    secrets: Secrets
    mac1: str


def bound_slot(slot: wire.Slot, *, account: str, programme: str) -> Slot:
    """Return what the box of a slot is bound to."""
    return Slot(
        account=account,
        memory_kib=slot.memory_kib,
        passes=slot.passes,
        programme=programme,
        salt=slot.salt,
        type=slot.type,
    )


def slot_secret(slot: wire.Slot, typed: str) -> bytes:
    """Return the 32-byte secret that what was typed gives for a slot.

    Args:
        slot: as the server describes it.
        typed: normalised words for a passphrase, 28 characters of a code otherwise.

    Raises:
        CodeWrongError, TooWeakError: as their makers.
    """
    salt = unb64u(slot.salt)
    if slot.type == "passphrase":
        return stretch_words(typed, salt, passes=slot.passes, memory_kib=slot.memory_kib)
    return code_secret(codes.read_code(typed, kind="kit"), salt, slot=slot.type)


def make_slot(slot: wire.Slot, typed: str, *, account: str, programme: str, master: bytes) -> wire.NewSlot:
    """Seal a master under one way of unlocking."""
    secret = slot_secret(slot, typed)
    bound = bound_slot(slot, account=account, programme=programme)
    box = seal_slot(key_encryption_key(secret), master, slot=bound, salt=secrets.token_bytes(32))
    return wire.NewSlot(
        type=slot.type,
        salt=slot.salt,
        passes=slot.passes,
        memory_kib=slot.memory_kib,
        login_key=b64u(keys.signing_public_key(login_seed(secret))),
        box=b64u(box),
    )


def new_secrets(language: Language, *, with_link: bool) -> Secrets:
    """Draw an account number, six words, a kit and, for a demonstration, a one-time link."""
    return Secrets(
        account=codes.new_account(secrets.token_bytes(5)),
        words=kind_words(language),
        kit=codes.write_code(secrets.token_bytes(16), kind="kit"),
        link=codes.write_code(secrets.token_bytes(16), kind="kit") if with_link else None,
    )


def make_slots(chosen: Secrets, *, programme: str, master: bytes, memory_kib: int) -> list[wire.NewSlot]:
    """Seal a master under every way of unlocking that was drawn."""
    ways: list[tuple[wire.Slot, str]] = [(_slot("kit"), chosen.kit)]  # by rising name, as MAC1 covers them
    if chosen.link is not None:
        ways.append((_slot("link"), chosen.link))
    ways.append((_slot("passphrase", passes=PASSES, memory_kib=memory_kib), chosen.words))
    return [
        make_slot(slot, typed, account=chosen.account, programme=programme, master=master)
        for slot, typed in ways
    ]


def _slot(kind: wire.SlotType, *, passes: int = 0, memory_kib: int = 0) -> wire.Slot:
    return wire.Slot(type=kind, salt=b64u(secrets.token_bytes(16)), passes=passes, memory_kib=memory_kib)


async def use_ticket(
    client: Client, code: str, *, fingerprint: str, chosen: Secrets, memory_kib: int
) -> Newcomer:
    """Make a master, and hand in its public half under the ticket's MAC.

    Raises:
        CodeWrongError: a slip of the pen in the ticket.
        TicketWrongError, TicketUsedError, TicketExpiredError: as the server says.
    """
    ticket = codes.read_code(code, kind="ticket")
    lookup = tickets.lookup_id(ticket)
    view = await client.ticket(lookup)
    master = secrets.token_bytes(32)
    slots = make_slots(chosen, programme=view.programme, master=master, memory_kib=memory_kib)
    request = _request(view, master, slots)
    mac1 = b64u(tickets.participant_mac(ticket, request))
    bundle = first_bundle(programme=view.programme, fingerprint=NO_FINGERPRINT)
    sealed = seal_bundle(master, bundle, account=chosen.account, salt=secrets.token_bytes(32))
    await client.enrol(
        lookup,
        wire.EnrolmentPost(
            request=b64u(request), mac1=mac1, slots=slots, bundle=b64u(sealed), account=chosen.account
        ),
    )
    keyring = Keyring(
        account=chosen.account,
        person=view.person or keys.short_id(_identity(master)),
        role=Role(view.role),
        fingerprint=fingerprint,
        master=master,
    )
    return Newcomer(keyring=keyring, secrets=chosen, mac1=mac1)


def _identity(master: bytes) -> bytes:
    return keys.signing_public_key(keys.identity_seed(master))


def _request(view: wire.TicketView, master: bytes, slots: list[wire.NewSlot]) -> bytes:
    return build_request(
        EnrolmentRequest(
            programme=view.programme,
            case=view.case,
            participant=view.person,
            identity=b64u(_identity(master)),
            kem=b64u(keys.kem_public_key(keys.kem_seed(master))),
            logins=tuple(LoginKey(type=slot.type, key=slot.login_key) for slot in slots),
        )
    )


def first_bundle(*, programme: str, fingerprint: str) -> Bundle:
    """Return what somebody remembers who has seen nothing yet.

    Args:
        programme: the programme's id.
        fingerprint: pinned already, or ``NO_FINGERPRINT``.
    """
    return Bundle(
        certificate=None,
        directory=None,
        directory_epoch=0,
        fingerprint=fingerprint,
        manifests=(),
        numbers=0,
        policies=(),
        programme=programme,
        root_epoch=0,
    )
