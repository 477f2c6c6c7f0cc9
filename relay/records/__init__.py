# SPDX-License-Identifier: EUPL-1.2
"""The nouns: what the ledger keeps, who asks, and which gates stand open.

Frozen records without behaviour. Ids, hashes and keys are base64url text without
padding (``docs/format.md`` §1); times are whole seconds since 1970 in UTC. A record
with a ``version`` is replaced by compare-and-swap: the first is version 1.
"""

from dataclasses import dataclass

from relay.records.casework import (
    CaseRecord,
    Consent,
    Gates,
    Intake,
    IntakeWrap,
    RecordBox,
    RecordWrap,
)
from relay.records.ids import (
    AccountId,
    Answer,
    CaseId,
    Hash,
    IntakeId,
    IntakeState,
    KeyId,
    MessageId,
    PersonId,
    Role,
    Side,
    State,
    UploadId,
)

__all__ = [
    "Account",
    "AccountId",
    "Actor",
    "Answer",
    "Case",
    "CaseId",
    "CaseRecord",
    "Consent",
    "Draft",
    "Event",
    "Gates",
    "Grant",
    "Hash",
    "Intake",
    "IntakeId",
    "IntakeState",
    "IntakeWrap",
    "KeyId",
    "LoginSlot",
    "Member",
    "Message",
    "MessageId",
    "Nonce",
    "PersonId",
    "RecordBox",
    "RecordWrap",
    "Role",
    "Session",
    "Side",
    "State",
    "Statement",
    "StoredBox",
    "Tally",
    "Ticket",
    "Tombstone",
    "TrustHead",
    "Upload",
    "UploadId",
]

# --- Records of the ledger. ``id`` is the primary key of each.


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What the server knows of a case; its version rises with every change of a gate."""

    id: CaseId
    version: int
    policy_version: int
    policy: Hash
    quorum: int
    cooling_seconds: int
    paused_by: str  # set of person ids, comma separated, rising; empty: not paused
    closed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A person's place in a case, as the current policy has it. ``id`` is ``case/person``."""

    id: str
    version: int
    case: CaseId
    person: PersonId
    role: Role
    side: Side | None  # None for a mediator
    key: KeyId | None  # of the signing key; None until certified
    certificate: Hash | None
    epoch: int
    left: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message. Hidden moves raise ``version``, never what a participant is shown of it."""

    id: MessageId
    version: int
    author_version: int  # rises only when what the author may see changes
    addressee_version: int  # the same for the addressee; 0 before the first offer
    case: CaseId
    state: State
    channel: str
    kind: str  # the manifest's ``class``
    sender: PersonId  # whose words they are
    maker: PersonId | None  # who wrote them down, cut or rendered them; None: their author
    addressee: PersonId
    manifest: Hash
    wk: KeyId
    parts: int
    chunks: int
    day: str
    supersedes: Hash | None
    derived_from: Hash | None
    submitted_at: int | None
    cooling_until: int | None
    claimed_by: PersonId | None
    claimed_until: int | None  # when the claim ends by itself
    second_by: PersonId | None  # the mediator who wants another's yes, whatever the quorum
    undo_until: int | None  # the approval may be taken back, and nothing is offered, before this
    hold_until: str | None
    approvals: int
    approved_with: str  # set of the approvals' statement hashes, comma separated, rising
    answer: Answer | None
    waiting_since: int  # orders the review queue: when it last came to the mediator
    offered_at: int | None  # when it was first offered; stays
    ended_at: int | None  # when it was withdrawn or expired


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many messages of a case lie in one state, and their length: kept by the ledger, written by nobody.

    ``id`` is ``case/state``; ``chunks`` is the sum of the messages' own, 65,552 stored bytes each.
    """

    id: str
    case: CaseId
    state: State
    count: int
    chunks: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the append-only list: ids, times and digests; never a key.

    ``seq`` and ``chain`` are given by the ledger at commit (0 and empty before).
    """

    seq: int
    case: CaseId | None
    message: MessageId | None
    kind: str
    by: str  # person id, "clock" or "server"
    at: int
    digest: Hash  # hash of the statement that caused it; 43 times "A" where none did
    chain: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A signed statement as received. ``id`` is its hash; written once, never changed."""

    id: Hash
    kind: str
    case: CaseId | None
    message: MessageId | None
    signer: KeyId
    number: int  # 0 where the kind has none
    at: int
    envelope: bytes  # JSON {body, key, sig}


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBox:
    """A box under a message's shred key. ``id`` is ``message/what`` (docs/format.md §3)."""

    id: str
    message: MessageId
    what: str
    box: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sealed draft, itself a stored box. ``id`` is the message id it will become."""

    id: MessageId
    version: int
    account: AccountId
    case: CaseId
    updated_at: int
    box: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """Somebody who can sign in."""

    id: AccountId
    version: int
    role: Role
    person: PersonId
    key: KeyId | None  # of the identity key
    bundle_version: int
    bundle: bytes
    last_number: int  # spare: ``review.moving.last_number`` asks the statements themselves


@dataclass(frozen=True, slots=True, kw_only=True)
class LoginSlot:
    """One way to unlock an account. ``id`` is ``account/type``."""

    id: str
    version: int
    account: AccountId
    type: str
    salt: str
    passes: int
    memory_kib: int
    login_key: str  # public key
    box: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A bearer token's record. ``id`` is the token's SHA-256, so the token is nowhere."""

    id: Hash
    version: int
    account: AccountId
    role: Role
    person: PersonId
    idle_seconds: int
    expires_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Nonce:
    """A sign-in nonce that has been used. ``id`` is the nonce."""

    id: str
    expires_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """An enrolment under way. ``id`` is the lookup id."""

    id: str
    version: int
    role: Role
    case: CaseId | None
    person: PersonId | None  # None for a mediator, whose id follows from the key
    side: Side | None
    made_by: PersonId
    expires_at: int
    account: AccountId | None
    request: bytes  # canonical enrolment request; empty until used
    mac1: str
    certificate: Hash | None  # set when the mediator has certified
    answer: bytes  # JSON of MAC2 and what it covers; empty until answered


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One part on its way in. ``offset`` is durable: acknowledged bytes, never more."""

    id: UploadId
    version: int
    message: MessageId
    case: CaseId
    account: AccountId
    part: int
    length: int
    offset: int
    expires_at: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustHead:
    """The current root, directory or policy. ``id``: ``root``, ``directory``, or a case id."""

    id: str
    version: int
    number: int  # the epoch, or the policy's version
    statement: Hash


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """An interpreter's access to one message. ``id`` is ``message/key``.

    Its wrap lies under the message's shred key *and* under one of its own, in ``slot``, which
    is destroyed when the grant is over.
    """

    id: str
    version: int
    message: MessageId
    case: CaseId
    interpreter: PersonId
    key: KeyId
    slot: MessageId
    until: str  # the last day, UTC
    over: bool
    statement: Hash  # the last word about it


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """A withdrawal whose destruction is owed. ``id`` is the message id; kept for ever.

    Its set of ids is the destruction ledger that a restore replays.
    """

    id: MessageId
    version: int
    withdrawn_at: int
    shredded_at: int | None
    swept_at: int | None


# --- Who asks.


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The signed-in person behind a request; the clock and the server are none."""

    person: PersonId
    role: Role
    account: AccountId
    key: KeyId | None  # of the account's identity key
