# SPDX-License-Identifier: EUPL-1.2
"""An addressee's acts: answer an offer, and open what was released to nobody else.

Twin: ``web/src/relay/letters.ts``. Source: docs/format.md §6.
"""

from relay.crypto.encoding import b64u, unb64u
from relay.errors import NotReleasedError
from relay.protocol import wire
from relay.protocol.opening import Opened, open_released
from relay.protocol.policy import parse_policy
from relay.protocol.readiness import Readiness, build_readiness
from relay.protocol.release import Delivery, Me, Seen, verify_release
from relay.records import Answer
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.keyring import Keyring, from_wire, to_wire
from relay.station.kinds import of_kind
from relay.station.standing import Believed
from relay.station.writing import fetch_stored, own_manifest


async def give_answer(
    client: Client, keyring: Keyring, believed: Believed, message: str, *, answer: Answer, number: int
) -> wire.MessageView:
    """Sign and hand in an answer to an offer."""
    detail = await client.message(message)
    manifest = own_manifest(detail, believed)
    policy = believed.policy(detail.view.case)
    words = manifest.manifest
    body = build_readiness(
        Readiness(
            programme=words.programme,
            case=words.case,
            message=message,
            manifest=manifest.hash,
            participant=keyring.person,
            answer=answer.value,
            number=number,
            plan=None,
            directory=policy.trust.hash,
            directory_epoch=policy.trust.directory.epoch,
            policy=policy.hash,
            policy_version=policy.policy.version,
            day=today(),
        )
    )
    asked = wire.StatementPost(
        statement=to_wire(keyring.sign("readiness", body)), version=detail.view.version
    )
    return await client.state(message, "readiness", asked)


async def read(client: Client, keyring: Keyring, believed: Believed, message: str) -> Opened:
    """Open a released message, or show nothing.

    Raises:
        RelayError: the first check of docs/format.md §6 that fails.
    """
    detail = await client.message(message)
    verified = verify_release(
        await _delivery(client, detail),
        fingerprint=keyring.fingerprint,
        case=detail.view.case,
        me=_me(keyring, believed, detail.view.case),
        seen=Seen(),
        today=today(),
    )
    stored = await fetch_stored(client, detail, parts=len(verified.manifest.manifest.parts))
    opened = open_released(verified, stored, kem_seed=keyring.kem_seed)
    await client.opened(message, version=detail.view.version)
    return opened


async def _delivery(client: Client, detail: wire.MessageDetail) -> Delivery:
    if detail.manifest is None or detail.wrap is None:
        raise NotReleasedError("nothing was handed over")
    trust = await client.trust()
    releases = of_kind(detail, "release")
    if not releases:
        raise NotReleasedError("no release was handed over")
    return Delivery(
        root=from_wire(trust.root),
        directory=from_wire(trust.directory),
        policy=from_wire(_policy_of(trust, detail.view.case)),
        past=tuple(from_wire(envelope) for envelope in detail.policies),
        certificates=tuple(from_wire(envelope) for envelope in trust.certificates),
        manifest=from_wire(detail.manifest),
        approvals=(*of_kind(detail, "approval"), *of_kind(detail, "decision")),
        readiness=of_kind(detail, "readiness"),
        release=releases[-1],
        wrap=unb64u(detail.wrap),
        withdrawals=of_kind(detail, "withdrawal"),
    )


def _policy_of(trust: wire.TrustView, case: str) -> wire.Envelope:
    for envelope in trust.policies:
        if parse_policy(from_wire(envelope).body).case == case:
            return envelope
    raise NotReleasedError("no policy was handed over")


def _me(keyring: Keyring, believed: Believed, case: str) -> Me:
    own = believed.certificate(case, keyring.person)
    return Me(
        participant=keyring.person,
        identity=b64u(keyring.identity),
        certificate=own.hash,
        epoch=own.certificate.epoch,
    )
