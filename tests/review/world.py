# SPDX-License-Identifier: EUPL-1.2
"""An invented programme with two cases, on the memory backends, where everybody really signs.

Every builder makes a valid thing; a test changes one fact. ``letters`` builds on this.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from relay.casework.gates import gates_for
from relay.casework.trust import accept
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.crypto.keys import kem_public_key, key_id, programme_id, short_id, signing_public_key
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import encode_envelope, sign, statement_hash
from relay.protocol.certificate import Certificate, build_certificate
from relay.protocol.directory import (
    CaseEntry,
    Directory,
    Interpreter,
    Mediator,
    MediatorEntry,
    build_directory,
    vouch,
)
from relay.protocol.policy import Participant, Policy, build_policy, parse_policy
from relay.protocol.root import Manager, Root, build_root
from relay.records import (
    Account,
    AccountId,
    Actor,
    CaseId,
    Gates,
    Hash,
    KeyId,
    Message,
    MessageId,
    PersonId,
    Role,
    Statement,
)
from relay.review.desk import MAX_CASE_BYTES, Desk
from relay.review.streams import Streams
from relay.station.programme import shown_intake_key
from relay.storage.contract import Append, Put
from relay.storage.memory import MemoryBlobs, MemoryLedger, MemoryShredKeys

NOON = 1_780_000_000 // 86_400 * 86_400 + 43_200
DAY = "2026-05-28"
VALID_UNTIL = "2026-06-28"
COOLING = 3_600
KEM = b64u(bytes(1216))


def ident(name: str) -> str:
    """Return the id that belongs to a name."""
    return b64u(sha256(name.encode())[:16])


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody with an identity key."""

    name: str
    role: Role
    place: str = ""  # whose place a participant holds who was enrolled again

    @property
    def seed(self) -> bytes:
        return sha256(f"seed {self.name}".encode())

    @property
    def public(self) -> bytes:
        return signing_public_key(self.seed)

    @property
    def key(self) -> KeyId:
        return KeyId(b64u(key_id(self.public)))

    @property
    def id(self) -> PersonId:
        if self.role is Role.PARTICIPANT:
            return PersonId(ident(self.place or self.name))
        return PersonId(short_id(self.public))

    @property
    def actor(self) -> Actor:
        account = AccountId(f"AC{self.name.upper():0<6}")
        return Actor(person=self.id, role=self.role, account=account, key=self.key)


def _participant(name: str) -> Person:
    return Person(name=name, role=Role.PARTICIPANT)


VIVI, ODA, VERA = (_participant(name) for name in ("vivi", "oda", "vera"))
ODA_AGAIN = Person(name="oda again", role=Role.PARTICIPANT, place="oda")
VIVI_AGAIN = Person(name="vivi again", role=Role.PARTICIPANT, place="vivi")
XENO, YARA = (_participant(name) for name in ("xeno", "yara"))
ADA, BO, CY = (Person(name=name, role=Role.MEDIATOR) for name in ("ada", "bo", "cy"))
MAX, MIA = (Person(name=name, role=Role.MANAGER) for name in ("max", "mia"))
INA, IVO = (Person(name=name, role=Role.INTERPRETER) for name in ("ina", "ivo"))
ROOT_SEED = sha256(b"root")
SERVICE_SEED = sha256(b"service")
INTAKE_SEED = sha256(b"intake")
INTAKE_KEY = kem_public_key(INTAKE_SEED)
PROGRAMME = programme_id(signing_public_key(ROOT_SEED))
FINGERPRINT = b64u(key_id(signing_public_key(ROOT_SEED)))
CASE, OTHER_CASE = CaseId(ident("case")), CaseId(ident("other case"))
SIDES = {VIVI: "harmed", VERA: "harmed", ODA: "responsible", XENO: "harmed", YARA: "responsible"}
PEOPLE = {CASE: ((VIVI, ODA, VERA), (ADA, BO)), OTHER_CASE: ((XENO, YARA), (CY,))}


def rising(things: list[Any], key: Any) -> tuple[Any, ...]:
    """Return things in rising order."""
    return tuple(sorted(things, key=key))


def signed(person: Person | bytes, kind: str, body: bytes) -> Signed:
    """Sign as a person, or with a seed."""
    return sign(person if isinstance(person, bytes) else person.seed, kind, body=body)


def hash_of(statement: Signed, kind: str) -> str:
    """Return a statement's hash."""
    return b64u(statement_hash(kind, statement.body))


def certificate(person: Person, *, case: str, by: Person = ADA, epoch: int = 1, **changed: Any) -> Signed:
    """Certify a participant."""
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case,
        "participant": person.id,
        "epoch": epoch,
        "identity": b64u(person.public),
        "kem": KEM,
        "day": DAY,
    }
    return signed(by, "certificate", build_certificate(Certificate(**(facts | changed))))


def root(**changed: Any) -> Signed:
    """Make the root statement."""
    managers = [Manager(key=b64u(one.public), status="active") for one in (MAX, MIA)]
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "root": b64u(signing_public_key(ROOT_SEED)),
        "epoch": 1,
        "expires": "2030-01-01",
        "managers": rising(managers, lambda one: one.key),
    }
    return signed(ROOT_SEED, "root", build_root(Root(**(facts | changed))))


def policy(case: str, *, by: Person = MAX, **changed: Any) -> Signed:
    """Make a case's policy."""
    people, mediators = PEOPLE[CaseId(case)]
    certifier = mediators[0]
    entries = [
        Participant(
            participant=one.id,
            side=SIDES[one],
            certificate=hash_of(certificate(one, case=case, by=certifier), "certificate"),
            former=(),
            epoch=1,
        )
        for one in people
    ]
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "case": case,
        "version": 1,
        "previous": None,
        "participants": rising(entries, lambda one: one.participant),
        "mediators": tuple(sorted(one.key for one in mediators)),
        "quorum": 1,
        "cooling_seconds": COOLING,
        "channels": ("letter", "video"),
        "retention": "ten-years",
        "consent_text": b64u(sha256(b"consent")),
    }
    return signed(by, "policy", build_policy(Policy(**(facts | changed))))


def directory(policies: list[Signed], *, by: Person = MAX, **changed: Any) -> Signed:
    """Make a directory that names these policies (bodies are read back for their versions)."""
    mediators = (ADA, BO, CY)
    entries = [MediatorEntry(key=b64u(one.public), kem=KEM, status="active", from_=None) for one in mediators]
    vouchers = [
        vouch(manager.seed, Mediator(programme=PROGRAMME, mediator=b64u(one.public), kem=KEM))
        for one in mediators
        for manager in (MAX, MIA)
    ]
    words = [(parse_policy(one.body), one) for one in policies]
    cases = [
        CaseEntry(case=found.case, version=found.version, policy=hash_of(one, "policy"))
        for found, one in words
    ]
    facts: dict[str, Any] = {
        "programme": PROGRAMME,
        "epoch": 1,
        "previous": None,
        "root": hash_of(root(), "root"),
        "day": DAY,
        "valid_until": VALID_UNTIL,
        "mediators": rising(entries, lambda one: one.key),
        "vouchers": rising(vouchers, lambda one: (one.mediator, one.key)),
        "interpreters": rising(
            [Interpreter(key=b64u(one.public), kem=KEM, status="active") for one in (INA, IVO)],
            lambda one: one.key,
        ),
        "kiosks": (),
        "intake": None,
        "service": b64u(signing_public_key(SERVICE_SEED)),
        "cases": rising(cases, lambda one: one.case),
    }
    return signed(by, "directory", build_directory(Directory(**(facts | changed))))


def an_account(person: Person) -> Account:
    """Return a person's account."""
    return Account(
        id=person.actor.account,
        version=1,
        role=person.role,
        person=person.id,
        key=person.key,
        bundle_version=1,
        bundle=b"",
        last_number=0,
    )


@dataclass(slots=True, kw_only=True)
class World:
    """The ports, the clock, and what is current."""

    ledger: Any = field(default_factory=MemoryLedger)
    blobs: Any = field(default_factory=MemoryBlobs)
    shred_keys: Any = field(default_factory=MemoryShredKeys)
    streams: Streams = field(default_factory=Streams)
    now: int = NOON
    drawn: int = 0
    number: int = 0
    epoch: int = 0
    directory: Signed | None = None
    policies: dict[str, Signed] = field(default_factory=dict[str, Signed])
    undo_seconds: int = 0
    max_case_bytes: int = MAX_CASE_BYTES
    told: list[tuple[MessageId, frozenset[PersonId]]] = field(
        default_factory=list[tuple[MessageId, frozenset[PersonId]]]
    )

    @property
    def desk(self) -> Desk:
        async def gates(message: Message) -> Gates:
            return await gates_for(self.ledger, message, at=self.now)

        return Desk(
            ledger=self.ledger,
            blobs=self.blobs,
            shred_keys=self.shred_keys,
            streams=self.streams,
            gates=gates,
            programme=PROGRAMME,
            service_seed=SERVICE_SEED,
            clock=lambda: self.now,
            random=self.random,
            tell=lambda message, people: self.told.append((message, people)),
            undo_seconds=self.undo_seconds,
            max_case_bytes=self.max_case_bytes,
        )

    def random(self, size: int) -> bytes:
        """Return bytes that differ at each call."""
        self.drawn += 1
        return (sha256(b"drawn" + self.drawn.to_bytes(8, "big")) * (size // 32 + 1))[:size]

    def next_number(self) -> int:
        """Return a number above every earlier one."""
        self.number += 1
        return self.number

    async def keep(self, statement: Signed, kind: str, *, case: str) -> None:
        """Put a statement into the ledger, as an earlier request would have."""
        record = Statement(
            id=Hash(hash_of(statement, kind)),
            kind=kind,
            case=CaseId(case),
            message=None,
            signer=KeyId(b64u(statement.key)),
            number=0,
            at=self.now,
            envelope=encode_envelope(statement),
        )
        await self.ledger.commit([Append(record)])

    async def begin_programme(self, **changed: Any) -> None:
        """Accept root, directory and both policies."""
        for case, (people, mediators) in PEOPLE.items():
            await self.ledger.commit([Put(an_account(one)) for one in (*people, *mediators)])
            for one in people:
                await self.keep(certificate(one, case=case, by=mediators[0]), "certificate", case=case)
        self.policies = {case: policy(case, **changed) for case in PEOPLE}
        await self.accept(root=root())

    async def accept(self, *, root: Signed | None = None, **changed: Any) -> None:
        """Accept a directory of the next epoch that names the current policies."""
        previous = None if self.directory is None else hash_of(self.directory, "directory")
        self.epoch += 1
        facts: dict[str, Any] = {"epoch": self.epoch, "previous": previous, "intake": b64u(INTAKE_KEY)}
        self.directory = directory(list(self.policies.values()), **(facts | changed))
        await accept(
            self.ledger,
            programme=PROGRAMME,
            root=root,
            directory=self.directory,
            policies=list(self.policies.values()),
            intake=shown_intake_key(MAX.seed, self.directory),
            at=self.now,
        )

    async def change_policy(self, case: str = CASE, **changed: Any) -> None:
        """Accept the next version of a case's policy, with the next directory."""
        known = parse_policy(self.policies[case].body)
        facts: dict[str, Any] = {
            "version": known.version + 1,
            "previous": hash_of(self.policies[case], "policy"),
        }
        body = build_policy(replace(known, **(facts | changed)))
        self.policies[case] = signed(MAX, "policy", body)
        await self.accept()

    async def enrol_again(self, person: Person, *, epoch: int = 2) -> None:
        """Name a new key for a participant's place in the case."""
        made = certificate(person, case=CASE, epoch=epoch)
        await self.keep(made, "certificate", case=CASE)
        entries = [
            replace(one, certificate=hash_of(made, "certificate"), former=(one.certificate,), epoch=epoch)
            if one.participant == person.id and one.certificate is not None
            else one
            for one in parse_policy(self.policies[CASE].body).participants
        ]
        await self.change_policy(participants=tuple(entries))

    def references(self, case: str) -> dict[str, Any]:
        """Return the current references as statements name them."""
        assert self.directory is not None
        return {
            "directory": hash_of(self.directory, "directory"),
            "directory_epoch": self.epoch,
            "policy": hash_of(self.policies[case], "policy"),
            "policy_version": parse_policy(self.policies[case].body).version,
        }
