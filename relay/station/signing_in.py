# SPDX-License-Identifier: EUPL-1.2
"""Signing in: prove a way of unlocking, then open the master that the server hands out.

Twin: ``web/src/relay/sign_in.ts``. Source: docs/format.md §5.
"""

from relay.crypto.encoding import unb64u
from relay.crypto.passphrase import key_encryption_key, login_seed, normalise_words
from relay.crypto.signing import sign
from relay.errors import SignInFailedError
from relay.protocol import wire
from relay.protocol.login import Login, build_login
from relay.protocol.root import programme_of
from relay.protocol.unlocking import open_bundle, open_slot
from relay.records import Role
from relay.station.calendar import now
from relay.station.client import Client
from relay.station.enrolling import bound_slot, slot_secret
from relay.station.keyring import Keyring, to_wire


async def sign_in(
    client: Client, account: str, typed: str, *, slot: wire.SlotType, origin: str, fingerprint: str
) -> Keyring:
    """Unlock an account by its words, kit or one-time link.

    Args:
        client: carries the token from here on.
        account: eight characters.
        typed: six words, or 28 characters of a code.
        slot: which way of unlocking.
        origin: the relay's public address, as browsers send it.
        fingerprint: the programme's root, pinned.

    Raises:
        SignInFailedError: no such account, or not its words or code.
        RootWrongError: the account belongs to another programme.
    """
    challenge = await client.challenge(account)
    salted = next((known for known in challenge.slots if known.type == slot), None)
    if salted is None:
        raise SignInFailedError(f"no {slot} for this account")
    secret = slot_secret(salted, normalise_words(typed) if slot == "passphrase" else typed)
    programme = programme_of(fingerprint)
    login = Login(
        programme=programme, account=account, slot=slot, origin=origin, nonce=challenge.nonce, time=now()
    )
    signed = await client.sign_in(to_wire(sign(login_seed(secret), "login", body=build_login(login))))
    bound = bound_slot(salted, account=account, programme=programme)
    master = open_slot(key_encryption_key(secret), unb64u(signed.slot), slot=bound)
    open_bundle(master, unb64u(signed.bundle), account=account, programme=programme)
    return Keyring(
        account=account,
        person=signed.person,
        role=Role(signed.role),
        fingerprint=fingerprint,
        master=master,
    )
