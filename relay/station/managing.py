# SPDX-License-Identifier: EUPL-1.2
"""A manager's acts: verify what stands, sign what comes next, hand it in.

Everything that the relay shows is verified against the pinned root before anything is
signed on top of it. The seeds are arguments and never travel. The command line, the
demonstration and, later, the manager's screens stand on these functions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import Statement, statement_hash
from relay.errors import CertificateWrongError, NotFoundError, SignerNotAllowedError
from relay.protocol import wire, wire_office
from relay.protocol.certificate import Certificate, check_certifier, parse_certificate
from relay.protocol.directory import (
    Directory,
    Interpreter,
    Mediator,
    build_mediator,
    verify_directory,
)
from relay.protocol.policy import Policy, find_participant, parse_policy, verify_policy
from relay.protocol.root import key_id_text, parse_root, verify_root
from relay.records import Role, Side
from relay.station.calendar import day_after, today
from relay.station.client import Client
from relay.station.keyring import from_wire, to_wire
from relay.station.programme import (
    Standing,
    first_policy,
    new_root,
    next_directory,
    next_policy,
    shown_intake_key,
    with_certificate,
    with_interpreter,
    with_mediator,
    with_policies,
    with_retired,
    with_retired_interpreter,
    without_interpreter,
    without_mediator,
)

DIRECTORY_DAYS: Final = 30
ROOT_DAYS: Final = 365
_ANY_AGE_DAYS: Final = 36_500  # an expired directory stops people, and is exactly what a manager renews


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """What stands now, verified: the directory, and the policy of every case."""

    standing: Standing
    directory: Directory
    policies: Mapping[str, Statement]

    def policy(self, case: str) -> Policy:
        """Return a case's policy.

        Raises:
            NotFoundError: no such case.
        """
        if case not in self.policies:
            raise NotFoundError(f"no case {case}")
        return parse_policy(self.policies[case].body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A certified person whom no policy names yet; ``replaces`` an older key of theirs."""

    certificate: Certificate
    hash: str
    side: Side
    replaces: bool


async def fetch_office(client: Client, *, fingerprint: str) -> Office:
    """Fetch and verify root, directory and policies.

    Raises:
        RelayError: what the relay shows does not verify; nothing must be signed.
    """
    view = await client.trust()
    statements = Standing(root=from_wire(view.root), directory=from_wire(view.directory))
    root = verify_root(
        statements.root, fingerprint=fingerprint, today=parse_root(statements.root.body).expires
    )
    trust = verify_directory(statements.directory, root=root, today=today(), grace_days=_ANY_AGE_DAYS)
    policies: dict[str, Statement] = {}
    for envelope in view.policies:
        statement = from_wire(envelope)
        case = parse_policy(statement.body).case
        verify_policy(statement, case=case, trust=trust)
        policies[case] = statement
    return Office(standing=statements, directory=trust.directory, policies=policies)


async def publish(  # noqa: PLR0913 - what is handed in together
    client: Client,
    seed: bytes,
    office: Office,
    directory: Directory,
    *,
    policies: Sequence[Statement] = (),
    texts: Sequence[Statement] = (),
    root: Statement | None = None,
) -> Office:
    """Sign ``directory`` as the next one, naming ``policies``, and hand everything in.

    Its date moves on to thirty days from now. Returns what stands afterwards.

    Raises:
        StaleVersionError: another manager was first; fetch the office again.
    """
    standing = office.standing if root is None else replace(office.standing, root=root)
    signed = next_directory(
        seed,
        with_policies(directory, tuple(policies)),
        standing=standing,
        day=today(),
        valid_until=day_after(DIRECTORY_DAYS),
    )
    shown = shown_intake_key(seed, signed)
    await client.post_trust(
        wire_office.TrustPost(
            root=None if root is None else to_wire(root),
            directory=to_wire(signed),
            policies=[to_wire(policy) for policy in policies],
            intake=None if shown is None else to_wire(shown),
            texts=[to_wire(text) for text in texts],
        )
    )
    return await fetch_office(client, fingerprint=key_id_text(parse_root(standing.root.body).root))


async def people_waiting(client: Client, office: Office) -> tuple[Waiting, ...]:
    """Return the certificates that no policy names yet, each signed by a mediator of its case.

    The side is the one that the mediator made the ticket for, as the relay tells it: whoever
    signs should know it from the mediator too.

    Raises:
        SignerNotAllowedError, RevokedError, SignatureWrongError: a certificate that should not exist.
    """
    pending = await client.pending()
    sides = {(ticket.case, ticket.person): ticket.side for ticket in pending.tickets}
    found: list[Waiting] = []
    for envelope in pending.certificates:
        statement = from_wire(envelope)
        certificate = parse_certificate(statement.body)
        policy = office.policy(certificate.case)
        check_certifier(statement, office.directory)
        if b64u(statement.key) not in policy.mediators:
            raise SignerNotAllowedError("certified by a mediator of another case")
        known = _known_side(policy, certificate.participant)
        asked = known or sides.get((certificate.case, certificate.participant))
        if asked is None:
            raise NotFoundError(f"no ticket for {certificate.participant}")
        found.append(
            Waiting(
                certificate=certificate,
                hash=b64u(statement_hash("certificate", statement.body)),
                side=Side(asked),
                replaces=known is not None,
            )
        )
    return tuple(found)


async def name_people(client: Client, seed: bytes, office: Office, people: Sequence[Waiting]) -> Office:
    """Sign the next policy of each case with its people's certificates, and a directory naming them."""
    changed: dict[str, Policy] = {}
    for person in people:
        case = person.certificate.case
        changed[case] = with_certificate(
            changed.get(case) or office.policy(case),
            participant=person.certificate.participant,
            side=person.side,
            certificate=person.hash,
            epoch=person.certificate.epoch,
        )
    return await publish(client, seed, office, office.directory, policies=_signed(seed, office, changed))


async def admit_mediator(
    client: Client, seeds: tuple[bytes, bytes], office: Office, mediator: Mediator
) -> Office:
    """Vouch for a mediator with two seeds, the manager's first, and publish a directory with them."""
    return await publish(client, seeds[0], office, with_mediator(office.directory, mediator, seeds=seeds))


async def admit_interpreter(client: Client, seed: bytes, office: Office, interpreter: Mediator) -> Office:
    """Publish a directory that lists an interpreter by the keys of their enrolment."""
    entry = Interpreter(key=interpreter.mediator, kem=interpreter.kem, status="active")
    return await publish(client, seed, office, with_interpreter(office.directory, entry))


async def revoke_interpreter(client: Client, seed: bytes, office: Office, key_id: str) -> Office:
    """Revoke an interpreter: no grant lets them in, and nothing they made counts.

    Raises:
        NotFoundError: no such interpreter.
    """
    return await publish(client, seed, office, without_interpreter(office.directory, key_id))


async def retire_interpreter(client: Client, seed: bytes, office: Office, key_id: str) -> Office:
    """Retire an interpreter: no grant lets them in, those that are open end, and what they made counts.

    Raises:
        NotFoundError: nobody of this key who is active.
    """
    return await publish(client, seed, office, with_retired_interpreter(office.directory, key_id))


def voucher_hash(mediator: Mediator) -> str:
    """Return what MAC2 covers for a mediator: the hash of the body that vouchers sign."""
    return b64u(statement_hash("mediator", build_mediator(mediator)))


async def open_case(client: Client, seed: bytes, office: Office, policy: Policy, text: Statement) -> Office:
    """Sign a case's first policy and publish it with the consent text that it names.

    Raises:
        NotFoundError: a mediator who is not active in the directory.
    """
    require_active(office.directory, policy.mediators)
    first = first_policy(seed, policy)
    return await publish(client, seed, office, office.directory, policies=(first,), texts=(text,))


async def change_policy(
    client: Client, seed: bytes, office: Office, policy: Policy, *, text: Statement | None = None
) -> Office:
    """Sign the next version of a case's policy and publish it, with a consent text that it newly names.

    Raises:
        NotFoundError: no such case, or a mediator who is not active in the directory.
    """
    require_active(office.directory, policy.mediators)
    signed = next_policy(seed, policy, standing=_standing_policy(office, policy.case))
    texts = () if text is None else (text,)
    return await publish(client, seed, office, office.directory, policies=(signed,), texts=texts)


async def revoke_mediator(
    client: Client, seed: bytes, office: Office, key_id: str
) -> tuple[Office, tuple[str, ...]]:
    """Revoke a mediator, and take them out of every policy that has enough others.

    The quorum is never lowered by itself.

    Returns:
        What stands afterwards, and the cases that need another mediator before anybody can
        write in them again.

    Raises:
        NotFoundError: no such mediator.
    """
    return await _leave(client, seed, office, key_id, directory=without_mediator(office.directory, key_id))


async def retire_mediator(
    client: Client, seed: bytes, office: Office, key_id: str
) -> tuple[Office, tuple[str, ...]]:
    """Retire a mediator: what they signed until now counts, and nothing from here on.

    Otherwise as ``revoke_mediator``.
    """
    return await _leave(client, seed, office, key_id, directory=with_retired(office.directory, key_id))


async def _leave(
    client: Client, seed: bytes, office: Office, key_id: str, *, directory: Directory
) -> tuple[Office, tuple[str, ...]]:
    changed: dict[str, Policy] = {}
    stuck: list[str] = []
    for case in office.policies:
        policy = office.policy(case)
        if key_id not in policy.mediators:
            continue
        others = tuple(named for named in policy.mediators if named != key_id)
        if len(others) < policy.quorum:
            stuck.append(case)
        if others:
            changed[case] = replace(policy, mediators=others)
    after = await publish(client, seed, office, directory, policies=_signed(seed, office, changed))
    return after, tuple(sorted(stuck))


async def renew(
    client: Client,
    seed: bytes,
    office: Office,
    *,
    root_seed: bytes | None = None,
    intake: bytes | None = None,
) -> Office:
    """Publish the same directory with a new date.

    Args:
        client: signed in as the manager.
        seed: the manager's.
        office: what stands.
        root_seed: renews the root statement too.
        intake: the intake key of a programme that named none before.
    """
    root, directory = None, office.directory
    if directory.intake is None and intake is not None:
        directory = replace(directory, intake=b64u(intake))
    if root_seed is not None:
        known = parse_root(office.standing.root.body)
        active = tuple(unb64u(one.key) for one in known.managers if one.status == "active")
        root = new_root(root_seed, active, epoch=known.epoch + 1, expires=day_after(ROOT_DAYS))
    return await publish(client, seed, office, directory, root=root)


def require_active(directory: Directory, mediators: Sequence[str]) -> None:
    """Refuse key ids of nobody who is active.

    Raises:
        NotFoundError: one of them.
    """
    active = {key_id_text(entry.key) for entry in directory.mediators if entry.status == "active"}
    for named in mediators:
        if named not in active:
            raise NotFoundError(f"no active mediator {named}")


async def tickets_used(client: Client, lookups: Sequence[str]) -> tuple[wire.TicketView, ...]:
    """Return those of my tickets for mediators and interpreters that were used and wait for an answer."""
    views = (await client.tickets()).tickets
    return tuple(
        view
        for view in views
        if view.lookup in lookups
        and view.role in {Role.MEDIATOR, Role.INTERPRETER}
        and view.request is not None
        and view.answer is None
    )


def _signed(seed: bytes, office: Office, policies: Mapping[str, Policy]) -> tuple[Statement, ...]:
    return tuple(
        next_policy(seed, policy, standing=office.policies[case]) for case, policy in sorted(policies.items())
    )


def _standing_policy(office: Office, case: str) -> Statement:
    office.policy(case)
    return office.policies[case]


def _known_side(policy: Policy, participant: str) -> Side | None:
    try:
        return Side(find_participant(policy, participant).side)
    except CertificateWrongError:
        return None
