# SPDX-License-Identifier: EUPL-1.2
"""What a programme's root and managers sign: root, directory, vouchers and policies.

Every function takes what is current and returns what comes next; nothing is sent here.
The command line and, later, the manager's screens stand on the same functions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from relay.crypto import keys
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement, sign, statement_hash
from relay.errors import NotFoundError
from relay.protocol.directory import (
    CaseEntry,
    Directory,
    Interpreter,
    Mediator,
    MediatorEntry,
    Voucher,
    build_directory,
    parse_directory,
    vouch,
)
from relay.protocol.intake_key import IntakeKey, build_intake_key
from relay.protocol.policy import Participant, Policy, build_policy, parse_policy
from relay.protocol.root import (
    Manager,
    Root,
    build_root,
    fingerprint_of,
    key_id_text,
    parse_root,
    programme_of,
)
from relay.records import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The current root and directory, as received and already verified."""

    root: Statement
    directory: Statement

    @property
    def programme(self) -> str:
        """The programme's id."""
        return parse_root(self.root.body).programme


def new_root(root_seed: bytes, manager_keys: tuple[bytes, ...], *, epoch: int, expires: str) -> Statement:
    """Sign which managers there are.

    Args:
        root_seed: 32 bytes, offline.
        manager_keys: public keys, 32 bytes each, all active.
        epoch: rises by one each time.
        expires: the last valid day.
    """
    public = keys.signing_public_key(root_seed)
    managers = sorted(b64u(key) for key in manager_keys)
    root = Root(
        programme=programme_of(fingerprint_of(public)),
        root=b64u(public),
        epoch=epoch,
        expires=expires,
        managers=tuple(Manager(key=key, status="active") for key in managers),
    )
    return sign(root_seed, "root", body=build_root(root))


def first_directory(
    manager_seed: bytes,
    *,
    root: Statement,
    service: bytes,
    intake: bytes | None,
    day: str,
    valid_until: str,
) -> Statement:
    """Sign a directory without mediators or cases, naming the server's service key and the intake key."""
    directory = Directory(
        programme=parse_root(root.body).programme,
        epoch=1,
        previous=None,
        root=_hash("root", root),
        day=day,
        valid_until=valid_until,
        mediators=(),
        vouchers=(),
        interpreters=(),
        kiosks=(),
        intake=None if intake is None else b64u(intake),
        service=b64u(service),
        cases=(),
    )
    return sign(manager_seed, "directory", body=build_directory(directory))


def next_directory(
    manager_seed: bytes, directory: Directory, *, standing: Standing, day: str, valid_until: str
) -> Statement:
    """Sign ``directory`` as the successor of the standing one."""
    old = parse_directory(standing.directory.body)
    following = replace(
        directory,
        epoch=old.epoch + 1,
        previous=_hash("directory", standing.directory),
        root=_hash("root", standing.root),
        day=day,
        valid_until=valid_until,
    )
    return sign(manager_seed, "directory", body=build_directory(following))


def shown_intake_key(manager_seed: bytes, directory: Statement) -> Statement | None:
    """Sign a directory's intake key once more, for those who may not see the directory; None: it has none."""
    words = parse_directory(directory.body)
    if words.intake is None:
        return None
    shown = IntakeKey(
        programme=words.programme,
        root=words.root,
        directory=_hash("directory", directory),
        intake=words.intake,
        valid_until=words.valid_until,
    )
    return sign(manager_seed, "intake-key", body=build_intake_key(shown))


def with_mediator(directory: Directory, mediator: Mediator, *, seeds: tuple[bytes, ...]) -> Directory:
    """Enter a mediator, vouched for by every seed: two managers', or one and the root's."""
    return with_vouched(directory, mediator, [vouch(seed, mediator) for seed in seeds])


def with_vouched(directory: Directory, mediator: Mediator, made: Sequence[Voucher]) -> Directory:
    """Enter a mediator with vouchers that were made before, perhaps elsewhere."""
    entry = MediatorEntry(key=mediator.mediator, kem=mediator.kem, status="active", from_=None)
    own = key_id_text(mediator.mediator)
    vouchers = [voucher for voucher in directory.vouchers if voucher.mediator != own]
    vouchers += made
    others = [known for known in directory.mediators if known.key != entry.key]
    return replace(
        directory,
        mediators=tuple(sorted([*others, entry], key=lambda known: known.key)),
        vouchers=tuple(sorted(vouchers, key=_voucher_order)),
    )


def with_interpreter(directory: Directory, interpreter: Interpreter) -> Directory:
    """Enter an interpreter; a manager's signature under the directory is enough."""
    others = [known for known in directory.interpreters if known.key != interpreter.key]
    return replace(directory, interpreters=tuple(sorted([*others, interpreter], key=lambda known: known.key)))


def without_interpreter(directory: Directory, key_id: str) -> Directory:
    """Mark an interpreter revoked: no grant lets them in from here on, and nothing they made counts.

    Raises:
        NotFoundError: no such interpreter.
    """
    return _with_interpreter_as(directory, key_id, status="revoked", before=frozenset())


def with_retired_interpreter(directory: Directory, key_id: str) -> Directory:
    """Mark an interpreter retired: no grant lets them in from here on; what they made counts.

    Raises:
        NotFoundError: nobody of this key who is active.
    """
    return _with_interpreter_as(directory, key_id, status="retired", before=frozenset({"active"}))


def _with_interpreter_as(
    directory: Directory, key_id: str, *, status: str, before: frozenset[str]
) -> Directory:
    named = {entry.key: key_id_text(entry.key) for entry in directory.interpreters}
    found = [entry for entry in directory.interpreters if named[entry.key] == key_id]
    if not found or (before and found[0].status not in before):
        raise NotFoundError(f"no such interpreter {key_id}")
    changed = (replace(entry, status=status) if entry in found else entry for entry in directory.interpreters)
    return replace(directory, interpreters=tuple(changed))


def without_mediator(directory: Directory, key_id: str) -> Directory:
    """Mark a mediator revoked; nothing they sign counts from here on.

    Raises:
        NotFoundError: no such mediator.
    """
    if all(key_id_text(entry.key) != key_id for entry in directory.mediators):
        raise NotFoundError(f"no mediator {key_id}")
    mediators = tuple(
        replace(entry, status="revoked") if key_id_text(entry.key) == key_id else entry
        for entry in directory.mediators
    )
    return replace(directory, mediators=mediators)


def with_retired(directory: Directory, key_id: str) -> Directory:
    """Mark a mediator retired from the next epoch on: what they signed before it counts, and nothing after.

    Raises:
        NotFoundError: nobody of this key who is active.
    """
    active = {key_id_text(entry.key) for entry in directory.mediators if entry.status == "active"}
    if key_id not in active:
        raise NotFoundError(f"no active mediator {key_id}")
    mediators = tuple(
        replace(entry, status="retired", from_=directory.epoch + 1)
        if key_id_text(entry.key) == key_id
        else entry
        for entry in directory.mediators
    )
    return replace(directory, mediators=mediators)


def with_policies(directory: Directory, policies: tuple[Statement, ...]) -> Directory:
    """Name each policy as its case's current one."""
    entries = {entry.case: entry for entry in directory.cases}
    for statement in policies:
        policy = parse_policy(statement.body)
        entries[policy.case] = CaseEntry(
            case=policy.case, version=policy.version, policy=_hash("policy", statement)
        )
    return replace(directory, cases=tuple(sorted(entries.values(), key=lambda entry: entry.case)))


def first_policy(manager_seed: bytes, policy: Policy) -> Statement:
    """Sign the first version of a case's policy."""
    return sign(manager_seed, "policy", body=build_policy(replace(policy, version=1, previous=None)))


def next_policy(manager_seed: bytes, policy: Policy, *, standing: Statement) -> Statement:
    """Sign ``policy`` as the successor of the standing one."""
    version = parse_policy(standing.body).version + 1
    following = replace(policy, version=version, previous=_hash("policy", standing))
    return sign(manager_seed, "policy", body=build_policy(following))


def with_certificate(policy: Policy, *, participant: str, side: Side, certificate: str, epoch: int) -> Policy:
    """Name a participant's certificate; the one before it is kept as a former one."""
    known = {entry.participant: entry for entry in policy.participants}
    before = known.get(participant)
    former: set[str] = set(before.former) if before else set()
    if before is not None and before.certificate is not None and before.certificate != certificate:
        former.add(before.certificate)
    known[participant] = Participant(
        participant=participant,
        side=side.value,
        certificate=certificate,
        former=tuple(sorted(former)),
        epoch=epoch,
    )
    return replace(policy, participants=tuple(sorted(known.values(), key=lambda entry: entry.participant)))


def _hash(kind: str, statement: Statement) -> str:
    return b64u(statement_hash(kind, statement.body))


def _voucher_order(voucher: Voucher) -> tuple[str, str]:
    return voucher.mediator, voucher.key
