# SPDX-License-Identifier: EUPL-1.2
"""What travels over HTTP as JSON, in both directions, typed once.

The OpenAPI document and ``web/src/protocol/wire.ts`` are made from these types.
Strict: an unknown field is refused. Byte strings are base64url without padding;
times are whole seconds since 1970 (UTC). Which path takes what: ``docs/api.md``.
"""

# Structs inherit their parent's strictness; type checkers would have each say it again.
# pyright: reportGeneralTypeIssues=false

from typing import Annotated, Literal

import msgspec

B64 = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]*$", max_length=1_500_000)]
Id16 = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{22}$")]
Hash32 = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{43}$")]
Signature64 = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{86}$")]
AccountNumber = Annotated[str, msgspec.Meta(pattern=r"^[0-9A-HJKMNP-TV-Z]{8}$")]
SlotType = Literal["passphrase", "kit", "link"]
RoleName = Literal["participant", "mediator", "interpreter", "manager"]
SideName = Literal["harmed", "responsible"]
StateName = Literal[
    "uploading", "proposed", "submitted", "in_review", "held", "returned", "declined", "approved",
    "offered", "released", "opened", "kept", "withdrawn", "expired",
]  # fmt: skip
ChannelName = Literal["letter", "video", "relayed"]
TicketState = Literal["open", "used", "certified", "answered", "expired"]
ChangeKind = Literal["message", "case", "trust", "ticket", "intake"]
KindName = Literal["original", "relayed", "redaction", "excerpt", "rendition"]
Count = Annotated[int, msgspec.Meta(ge=0, le=9_007_199_254_740_991)]


class Wire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The parent of all: frozen, strict, fields by name only."""


class Envelope(Wire):
    """A signed statement: canonical body, key id of the signer, Ed25519 signature."""

    body: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=1_400_000)]
    key: Hash32
    sig: Signature64


class Refusal(Wire):
    """Every answer that says no. ``code`` is one of ``relay/errors``."""

    code: str
    kept: str | None = None  # what was kept: "draft", "offset", or nothing


class Slot(Wire):
    """How one way of unlocking is salted; the box is handed out only after signing in."""

    type: SlotType
    salt: Id16
    passes: Count
    memory_kib: Count


class ChallengeRequest(Wire):
    """Asks for a nonce and the slots of an account, which may not exist."""

    account: AccountNumber


class Challenge(Wire):
    """A nonce good for five minutes; for an unknown account stable, made-up slots."""

    nonce: Hash32
    slots: list[Slot]
    time: Count


class SessionRequest(Wire):
    """A signed ``login`` statement; ``private_device`` chooses the idle time."""

    login: Envelope
    private_device: bool


class SignedIn(Wire):
    """The token is shown this once; only its hash is stored."""

    token: Hash32
    idle_seconds: Count
    role: RoleName
    person: Id16
    account: AccountNumber
    slot: B64
    bundle: B64
    bundle_version: Count


class SessionView(Wire):
    """Who I am; asking counts as activity."""

    role: RoleName
    person: Id16
    account: AccountNumber
    idle_seconds: Count
    cases: list[Id16]


class BundlePut(Wire):
    """The sealed bundle, replaced by compare-and-swap."""

    bundle: B64
    version: Count  # of the bundle that this one replaces


class Version(Wire):
    """The version after a change."""

    version: Count


class TicketRequest(Wire):
    """A mediator's (case, person, side) or manager's (all null) new ticket."""

    lookup: Id16
    case: Id16 | None
    person: Id16 | None
    side: SideName | None
    interpreter: bool = False  # a manager's: for an interpreter, not for a mediator


class NewSlot(Slot):
    """A slot as enrolment hands it in."""

    login_key: Hash32
    box: B64


class EnrolmentPost(Wire):
    """The canonical request under MAC1, with what the server must store."""

    request: B64
    mac1: Hash32
    slots: Annotated[list[NewSlot], msgspec.Meta(min_length=1, max_length=4)]
    bundle: B64
    account: AccountNumber  # chosen by the client, random; `exists` asks for another


class TicketAnswer(Wire):
    """MAC2 and what it covers: the mediator's word about root, directory and policy."""

    mac2: Hash32
    certificate: Envelope | None  # null for a mediator
    root: Envelope
    directory: Envelope
    policy: Envelope | None  # null for a mediator


class TicketView(Wire):
    """What a ticket's holder, its maker and its case's mediators may see of it."""

    lookup: Id16
    state: TicketState
    role: RoleName
    programme: Id16
    case: Id16 | None
    person: Id16 | None
    side: SideName | None
    expires_at: Count
    account: AccountNumber | None
    request: B64 | None  # for its maker and its case's mediators only
    mac1: Hash32 | None
    answer: TicketAnswer | None


class CertificatePost(Wire):
    """A mediator's signed certificate for the person who used the ticket."""

    certificate: Envelope


class AnswerPost(Wire):
    """The answer that completes an enrolment."""

    mac2: Hash32


# --- Trust and cases


class TrustView(Wire):
    """The current root, directory, and the policies and certificates of my cases."""

    root: Envelope
    directory: Envelope
    policies: list[Envelope]
    certificates: list[Envelope]
    checkpoint: Envelope | None


class CaseView(Wire):
    """A case as its members see it; its gates have a path of their own."""

    case: Id16
    version: Count
    paused: bool | None  # null where the viewer may not know; own pause is shown
    paused_by_me: bool
    last_number: Count  # the highest number I have used in a statement


class Cases(Wire):
    """My cases."""

    cases: list[CaseView]


class CaseWithdrawal(Wire):
    """Pause, resume or leave, signed."""

    statement: Envelope


class PendingView(Wire):
    """For managers: certificates that no policy names yet."""

    tickets: list[TicketView]
    certificates: list[Envelope]


# --- Messages


class Wrap(Wire):
    """A wrapped key for one recipient (named by the key id of their signing key)."""

    purpose: Literal["review", "self", "release", "handover", "note", "record", "intake", "grant"]
    recipient: Hash32
    wrap: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{1558}$")]


class Note(Wire):
    """A sealed note and its wraps; the statement beside it names the box's hash."""

    box: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=96_000)]
    wraps: Annotated[list[Wrap], msgspec.Meta(min_length=1, max_length=32)]


class NewMessage(Wire):
    """What creates a message: manifest, inner header, wraps; parts follow by tus."""

    manifest: Envelope
    header: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]{21952}$")]
    wraps: Annotated[list[Wrap], msgspec.Meta(min_length=2, max_length=32)]


class MessageView(Wire):
    """One message as this audience may see it. Absent knowledge is null, never a guess."""

    message: Id16
    case: Id16
    version: Count  # for the author: a version that hidden moves do not raise
    state: StateName
    channel: ChannelName
    kind: KindName
    mine: bool
    sender: Id16
    addressee: Id16
    day: str
    manifest: Hash32
    supersedes: Hash32 | None
    derived_from: Hash32 | None
    maker: Id16 | None  # who made it, where that was not its author; not for the addressee
    cooling_until: Count | None
    hold_until: str | None
    approvals: Count | None
    quorum: Count | None  # how many approvals it needs
    answer: Literal["ready", "not-now", "never", "keep"] | None
    waiting_since: Count | None
    claimed_by: Id16 | None
    claimed_until: Count | None
    undo_until: Count | None  # until when an approval may be taken back


class MessagePage(Wire):
    """A page by keyset; ``next`` goes into ``?after=``."""

    messages: list[MessageView]
    next: str | None


class StoredNote(Wire):
    """A note as its reader gets it: the box and the one wrap for them."""

    hash: Hash32
    box: B64
    wrap: B64


class MessageDetail(Wire):
    """A message with all that this audience may verify and open."""

    view: MessageView
    manifest: Envelope | None
    policies: list[Envelope]  # before the current one, the latest first, where a release may rest on one
    header: B64 | None
    wrap: B64 | None  # for me
    purpose: Literal["review", "handover", "self", "release", "grant"] | None
    statements: list[Envelope]  # approvals, decisions, offers, readiness, release, withdrawals, receipt
    notes: list[StoredNote]
    uploads: list["UploadView"]
    confirmation: B64 | None


class UploadView(Wire):
    """How far a part has come: bytes that are durable."""

    part: Count
    length: Count
    offset: Count
    url: str | None


class StatementPost(Wire):
    """A signed statement about a message, with its sealed note and, for a release, the wrap."""

    statement: Envelope
    version: Count | None = None  # of the view that the signer looked at; null for a withdrawal
    note: Note | None = None
    wrap: Wrap | None = None


class VersionPost(Wire):
    """A move without a statement: unclaim, submit, opened."""

    version: Count


class ClaimPost(VersionPost):
    """Takes a message up; ``take_over``: from another mediator who is at it."""

    take_over: bool = False


class Receipt(Wire):
    """The proof of destruction, signed by the service key, and what remains to be seen."""

    receipt: Envelope
    view: MessageView | None


class DraftPut(Wire):
    """A sealed draft; ``version`` is the one it replaces, 0 for the first."""

    case: Id16
    box: Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9_-]+$", max_length=1_400_000)]
    version: Count


class DraftView(Wire):
    """A sealed draft as its author gets it back."""

    message: Id16
    case: Id16
    version: Count
    updated_at: Count
    box: B64


class Drafts(Wire):
    """All my drafts."""

    drafts: list[DraftView]


class Health(Wire):
    """Enough for a watchdog: nothing about people."""

    ok: bool
    oldest_unfinished_shred_seconds: Count
    directory_days_left: int


class Programme(Wire):
    """What anyone may know before signing in."""

    programme: Id16 | None
    demo: bool
    time: Count
    retention: list[str]  # the classes of which every case has one


class Change(Wire):
    """A server-sent event: something that you may see has changed. Fetch it to know what."""

    kind: ChangeKind
    id: str
