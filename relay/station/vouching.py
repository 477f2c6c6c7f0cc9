# SPDX-License-Identifier: EUPL-1.2
"""Two signatures for a mediator from two machines: a file that carries the first to the second.

The first signer compared the number with the mediator and writes the file. The second sees
for whom it is, and signs: a manager publishes with it, the root adds its signature where it
is, without a network, and any manager publishes that. The file holds no secret: whoever finds
it can do nothing with it, and the relay never needs it.
Twin: ``web/src/relay/vouching.ts``. Source: docs/adr/0019.
"""

from dataclasses import dataclass, replace
from typing import Final

import msgspec

from relay.crypto import derive
from relay.crypto.passphrase import Language, generate_words
from relay.crypto.signing import Statement, statement_hash
from relay.errors import ExistsError, MalformedError, NotVouchedError, RelayError, RevokedError
from relay.protocol import wire
from relay.protocol.directory import Directory, Mediator, MediatorEntry, build_mediator, vouch
from relay.protocol.root import VerifiedRoot
from relay.protocol.vouching import VerifiedVouching, sign_vouching, verify_vouching
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import from_wire, to_wire
from relay.station.managing import Office, publish
from relay.station.programme import with_vouched

MAX_FILE_BYTES: Final = 131_072
_TYPE: Final = "vouching"
_WORDS_BYTES: Final = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What the file holds: the root statement to check it by, and one signature or both."""

    root: Statement
    first: Statement
    second: Statement | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vouched:
    """A file that may be believed: for whom, and by whose keys; one or two vouchings, two keys."""

    mediator: Mediator
    vouchings: tuple[VerifiedVouching, ...]

    @property
    def complete(self) -> bool:
        """True when nobody has to sign any more."""
        return len(self.vouchings) > 1


class _File(wire.Wire, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file as it travels."""

    type: str
    root: wire.Envelope
    first: wire.Envelope
    second: wire.Envelope | None


def write_carried(carried: Carried) -> bytes:
    """Return the file's content."""
    second = None if carried.second is None else to_wire(carried.second)
    file = _File(type=_TYPE, root=to_wire(carried.root), first=to_wire(carried.first), second=second)
    return msgspec.json.format(msgspec.json.encode(file))


def read_carried(content: bytes) -> Carried:
    """Read the content of a file; nothing of it is believed yet.

    Raises:
        MalformedError: not such a file.
    """
    if len(content) > MAX_FILE_BYTES:
        raise MalformedError("no such file is so long")
    try:
        file = msgspec.json.decode(content, type=_File)
        if file.type != _TYPE:
            raise MalformedError("another kind of file")
        second = None if file.second is None else from_wire(file.second)
        return Carried(root=from_wire(file.root), first=from_wire(file.first), second=second)
    except (msgspec.MsgspecError, RelayError) as problem:
        raise MalformedError("no file with a signature for a mediator") from problem


def vouch_first(seed: bytes, office: Office, mediator: Mediator) -> Carried:
    """Sign for a mediator with whom the number was compared, for who signs second elsewhere."""
    first = sign_vouching(seed, mediator, today=today())
    return Carried(root=office.standing.root, first=first, second=None)


def check_carried(carried: Carried, *, root: VerifiedRoot, own: str, directory: Directory | None) -> Vouched:
    """Believe a file, or refuse.

    Args:
        carried: as read.
        root: the verified root.
        own: the key id of who looks at it.
        directory: what stands; None where the root signs without a network.

    Raises:
        RelayError: as ``verify_vouching``.
        NotVouchedError: both signatures are one key's or for two people, or the first is one's own.
        ExistsError: the directory lists the mediator already.
        RevokedError: a mediator who retired or was revoked.
    """
    day = today()
    signed = [carried.first] if carried.second is None else [carried.first, carried.second]
    found = tuple(verify_vouching(one, root=root, today=day) for one in signed)
    mediator, signers = found[0].mediator, {one.voucher.key for one in found}
    if len(signers) < len(found) or any(one.mediator != mediator for one in found):
        raise NotVouchedError("two signatures need two keys, over one mediator")
    if len(found) == 1 and own in signers:
        raise NotVouchedError("one's own signature does not count twice")
    for entry in () if directory is None else directory.mediators:
        if entry.key == mediator.mediator:
            _refuse_known(entry)
    return Vouched(mediator=mediator, vouchings=found)


def _refuse_known(entry: MediatorEntry) -> None:
    if entry.status == "active":
        raise ExistsError("this mediator is in the directory already")
    raise RevokedError(f"a {entry.status} mediator")


def root_signs(seed: bytes, carried: Carried, vouched: Vouched) -> Carried:
    """Add the root's signature to a file that was believed, without a network."""
    return replace(carried, second=sign_vouching(seed, vouched.mediator, today=today()))


async def vouch_second(client: Client, seed: bytes, office: Office, vouched: Vouched) -> Office:
    """Sign as the second, unless both have, and publish a directory with the mediator."""
    vouchers = [one.voucher for one in vouched.vouchings]
    if not vouched.complete:
        vouchers.append(vouch(seed, vouched.mediator))
    return await publish(client, seed, office, with_vouched(office.directory, vouched.mediator, vouchers))


def mediator_words(mediator: Mediator, language: Language) -> str:
    """Return six words that stand for a mediator's keys: the same on both machines, in one language."""
    hashed = statement_hash("mediator", build_mediator(mediator))
    return generate_words(derive.derive(hashed, "mediator-words", size=_WORDS_BYTES), language=language)
