# SPDX-License-Identifier: EUPL-1.2
"""The newcomer's last step: check MAC2 and everything it covers, then believe, and remember it.

Until here a newcomer trusts nobody. MAC2 is made with the ticket's secret, which the relay
never had. Twin: ``web/src/relay/answer.ts``. Source: docs/format.md §5.
"""

import secrets
from dataclasses import replace

from relay.crypto import codes, tickets
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, statement_hash
from relay.errors import NotFoundError, OwnEntryWrongError, SignerNotAllowedError, TicketWrongError
from relay.protocol import wire
from relay.protocol.certificate import verify_certificate
from relay.protocol.directory import (
    Mediator,
    VerifiedDirectory,
    build_mediator,
    find_interpreter,
    find_mediator,
    verify_directory,
)
from relay.protocol.enrolment import EnrolmentAnswer, build_answer
from relay.protocol.policy import parse_policy, verify_policy
from relay.protocol.root import programme_of, verify_root
from relay.protocol.unlocking import Bundle, KnownPolicy, open_bundle, seal_bundle
from relay.records import Role
from relay.station.calendar import today
from relay.station.client import Client
from relay.station.enrolling import Newcomer
from relay.station.keyring import Keyring, from_wire


async def finish_enrolment(client: Client, newcomer: Newcomer, code: str) -> Bundle:
    """Believe the answer to a ticket, and remember it in the sealed bundle.

    Args:
        client: signed in as the newcomer.
        newcomer: as ``use_ticket`` returned them.
        code: the ticket, 28 characters.

    Raises:
        NotFoundError: nobody has answered yet.
        TicketWrongError: MAC2 does not fit: stop, and call.
        RelayError: what it covers does not verify.
    """
    ticket = codes.read_code(code, kind="ticket")
    view = await client.ticket(tickets.lookup_id(ticket))
    if view.answer is None:
        raise NotFoundError(f"{view.lookup} is not answered yet")
    believed = believe_answer(newcomer.keyring, view.answer, ticket=ticket, mac1=newcomer.mac1)
    return await change_bundle(client, newcomer.keyring, fresh=believed)


def believe_answer(keyring: Keyring, answer: wire.TicketAnswer, *, ticket: bytes, mac1: str) -> Bundle:
    """Return what is to be remembered of an answer, once every part of it is checked.

    Raises:
        TicketWrongError: MAC2 does not fit, or something is missing.
        RelayError: as verifying root, directory, policy and certificate.
    """
    directory = from_wire(answer.directory)
    policy = None if answer.policy is None else from_wire(answer.policy)
    certificate = None if answer.certificate is None else from_wire(answer.certificate)
    covered = build_answer(
        EnrolmentAnswer(
            certificate=_own_voucher(keyring) if certificate is None else _hash("certificate", certificate),
            directory=_hash("directory", directory),
            mac1=mac1,
            policy=None if policy is None else _hash("policy", policy),
            root=keyring.fingerprint,
        )
    )
    tickets.check_mediator_mac(ticket, covered, mac2=unb64u(answer.mac2))
    root = verify_root(from_wire(answer.root), fingerprint=keyring.fingerprint, today=today())
    trust = verify_directory(directory, root=root, today=today())
    first = _remembered(keyring, trust)
    if keyring.role is not Role.PARTICIPANT:
        _find_self(trust, keyring)
        return first
    if policy is None or certificate is None:
        raise TicketWrongError("an answer without policy or certificate")
    return _with_own_entry(keyring, first, trust, policy=policy, certificate=certificate)


async def change_bundle(
    client: Client, keyring: Keyring, *, fresh: Bundle | None = None, numbers: int = 0
) -> Bundle:
    """Replace what this person remembers, by compare-and-swap.

    Args:
        client: signed in as this person.
        keyring: theirs.
        fresh: what was newly believed; None keeps what is there.
        numbers: the highest number used in a statement.

    Raises:
        StaleVersionError: another device was first.
    """
    found = await client.bundle()
    programme = programme_of(keyring.fingerprint)
    known = open_bundle(keyring.master, unb64u(found.bundle), account=keyring.account, programme=programme)
    after = fresh or known
    after = replace(after, numbers=max(known.numbers, after.numbers, numbers), manifests=known.manifests)
    sealed = seal_bundle(keyring.master, after, account=keyring.account, salt=secrets.token_bytes(32))
    await client.put_bundle(b64u(sealed), version=found.version)
    return after


def _find_self(trust: VerifiedDirectory, keyring: Keyring) -> None:
    named = unb64u(keyring.key_id)
    if keyring.role is not Role.INTERPRETER:
        find_mediator(trust.directory, named)
    elif find_interpreter(trust.directory, named) is None:
        raise SignerNotAllowedError("not an interpreter of this programme")


def _remembered(keyring: Keyring, trust: VerifiedDirectory) -> Bundle:
    return Bundle(
        certificate=None,
        directory=trust.hash,
        directory_epoch=trust.directory.epoch,
        fingerprint=keyring.fingerprint,
        manifests=(),
        numbers=0,
        policies=(),
        programme=trust.directory.programme,
        root_epoch=trust.root.epoch,
    )


def _with_own_entry(
    keyring: Keyring, first: Bundle, trust: VerifiedDirectory, *, policy: Statement, certificate: Statement
) -> Bundle:
    case = parse_policy(policy.body).case
    rules = verify_policy(policy, case=case, trust=trust)
    own = verify_certificate(certificate, policy=rules, participant=keyring.person)
    mine = (b64u(keyring.identity), b64u(keyring.kem))
    if (own.certificate.identity, own.certificate.kem) != mine or not own.current:
        raise OwnEntryWrongError("a certificate over foreign keys")
    known = KnownPolicy(case=case, version=rules.policy.version, policy=rules.hash)
    return replace(first, certificate=own.hash, policies=(known,))


def _own_voucher(keyring: Keyring) -> str:
    mediator = Mediator(
        programme=programme_of(keyring.fingerprint), mediator=b64u(keyring.identity), kem=b64u(keyring.kem)
    )
    return b64u(statement_hash("mediator", build_mediator(mediator)))


def _hash(kind: str, statement: Statement) -> str:
    return b64u(statement_hash(kind, statement.body))
