# SPDX-License-Identifier: EUPL-1.2
"""Founding a programme: its root, its first manager, and a relay that knows them by their public halves.

The two seeds leave this file only inside the returned key files: neither is written to the
relay's folder. The manager's account on the relay opens nothing: its sealed master is drawn
for signing in alone and has no part in the key that signs.
"""

import secrets
from dataclasses import dataclass

from relay.assembly.own import Own
from relay.assembly.ports import Ports
from relay.casework.trust import accept
from relay.crypto import codes, keys
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement
from relay.protocol import wire
from relay.protocol.root import fingerprint_of, programme_of
from relay.protocol.unlocking import seal_bundle
from relay.records import Account, AccountId, KeyId, LoginSlot, PersonId, Role
from relay.station.calendar import day_after, now, today
from relay.station.enrolling import first_bundle, make_slot
from relay.station.key_file import KeyFile
from relay.station.programme import first_directory, new_root, shown_intake_key
from relay.storage.contract import Ledger, Put


@dataclass(frozen=True, slots=True, kw_only=True)
class Validity:
    """For how many days the first statements count."""

    root_days: int = 365
    directory_days: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Founded:
    """A new programme: what the relay keeps, and what its people keep away from it."""

    own: Own
    root: KeyFile
    manager: KeyFile


def draw_programme() -> Founded:
    """Draw every key of a new programme; nothing is written yet."""
    root_seed, intake = secrets.token_bytes(32), b64u(secrets.token_bytes(32))
    fingerprint = fingerprint_of(keys.signing_public_key(root_seed))
    return Founded(
        own=Own(
            fingerprint=fingerprint,
            service_seed=secrets.token_bytes(32),
            server_secret=secrets.token_bytes(32),
        ),
        root=KeyFile(type="root", fingerprint=fingerprint, seed=b64u(root_seed), intake=intake),
        manager=KeyFile(
            type="manager",
            fingerprint=fingerprint,
            seed=b64u(secrets.token_bytes(32)),
            account=codes.new_account(secrets.token_bytes(5)),
            code=codes.write_code(secrets.token_bytes(16), kind="kit"),
            intake=intake,
        ),
    )


async def found(ports: Ports, founded: Founded, *, validity: Validity | None = None) -> None:
    """Have the relay accept the programme's first root and directory, and its manager's account.

    Raises:
        RelayError: as ``casework.trust.accept``.
    """
    root, directory = _first_statements(founded, validity or Validity())
    await accept(
        ports.ledger,
        programme=founded.own.programme,
        root=root,
        directory=directory,
        policies=(),
        intake=shown_intake_key(unb64u(founded.manager.seed), directory),
        at=now(),
    )
    await _add_manager(ports.ledger, founded)


def _first_statements(founded: Founded, validity: Validity) -> tuple[Statement, Statement]:
    manager_seed = unb64u(founded.manager.seed)
    root = new_root(
        unb64u(founded.root.seed),
        (keys.signing_public_key(manager_seed),),
        epoch=1,
        expires=day_after(validity.root_days),
    )
    directory = first_directory(
        manager_seed,
        root=root,
        service=keys.signing_public_key(founded.own.service_seed),
        intake=_intake_key(founded),
        day=today(),
        valid_until=day_after(validity.directory_days),
    )
    return root, directory


def _intake_key(founded: Founded) -> bytes | None:
    held = founded.manager.intake
    return None if held is None else keys.kem_public_key(unb64u(held))


async def _add_manager(ledger: Ledger, founded: Founded) -> None:
    manager = founded.manager
    public = keys.signing_public_key(unb64u(manager.seed))
    account, master = AccountId(manager.account or ""), secrets.token_bytes(32)
    programme = programme_of(manager.fingerprint)
    bundle = first_bundle(programme=programme, fingerprint=manager.fingerprint)
    made = Account(
        id=account,
        version=1,
        role=Role.MANAGER,
        person=PersonId(keys.short_id(public)),
        key=KeyId(b64u(keys.key_id(public))),
        bundle_version=1,
        bundle=seal_bundle(master, bundle, account=account, salt=secrets.token_bytes(32)),
        last_number=0,
    )
    slot = code_slot("kit", manager.code or "", account=account, programme=programme, master=master)
    await ledger.commit((Put(made), Put(slot)))


def code_slot(
    kind: wire.SlotType, code: str, *, account: AccountId, programme: str, master: bytes, version: int = 1
) -> LoginSlot:
    """Return the record of a slot that 28 characters open."""
    asked = wire.Slot(type=kind, salt=b64u(secrets.token_bytes(16)), passes=0, memory_kib=0)
    made = make_slot(asked, code, account=account, programme=programme, master=master)
    return LoginSlot(
        id=f"{account}/{kind}",
        version=version,
        account=account,
        type=kind,
        salt=made.salt,
        passes=0,
        memory_kib=0,
        login_key=made.login_key,
        box=unb64u(made.box),
    )
