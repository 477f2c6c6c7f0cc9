# SPDX-License-Identifier: EUPL-1.2
"""Every refusal, each with a stable ``code``; this file knows no HTTP.

A ``RelayError`` says no politely: its code is a key into both catalogues, its text (ids and states, never
content) is for operators. Bugs crash loudly, hostile bytes never. Twin: ``web/src/errors.ts``.
"""

from relay.errors.films import (
    MediaBrokenError,
    MediaCodecError,
    MediaEmptyError,
    MediaNotCleanError,
    MediaTooLargeError,
    MediaTooSlowError,
    MediaUnknownError,
    NoRoomError,
    RegionOutsideError,
    SandboxMissingError,
    SeveralFilmsError,
    SpanMissingError,
    SpanOutsideError,
    ToolMissingError,
    TooManyPlacesError,
    TooManyWorksError,
)
from relay.errors.gates import (
    AssessmentDueError,
    ConsentMissingError,
    GateShutError,
    NoContactError,
    OverlapError,
    PaceError,
)
from relay.errors.refusal import RelayError, StationError, all_codes, all_kinds
from relay.errors.statements import (
    CertificateWrongError,
    CommitmentWrongError,
    ExpiredError,
    ForkError,
    KeyDestroyedError,
    MalformedError,
    NotCanonicalError,
    NotVouchedError,
    OwnEntryWrongError,
    PolicyMismatchError,
    RevokedError,
    RollbackError,
    RootWrongError,
    SealBrokenError,
    SignatureWrongError,
    SignerNotAllowedError,
    SizeWrongError,
    TooLargeError,
    TreeWrongError,
    UnknownSuiteError,
    WrapBrokenError,
    WrongContextError,
    WrongShapeError,
)

__all__ = [
    "AssessmentDueError",
    "CertificateWrongError",
    "ChecksumWrongError",
    "ClaimedError",
    "ClockOffError",
    "CodeWrongError",
    "CommitmentWrongError",
    "ConsentMissingError",
    "CoolingOffError",
    "DirectoryStaleError",
    "ExistsError",
    "ExpiredError",
    "ForbiddenError",
    "ForkError",
    "GateShutError",
    "HiddenTextError",
    "KeyDestroyedError",
    "MalformedError",
    "MediaBrokenError",
    "MediaCodecError",
    "MediaEmptyError",
    "MediaNotCleanError",
    "MediaTooLargeError",
    "MediaTooSlowError",
    "MediaUnknownError",
    "NoContactError",
    "NoRoomError",
    "NotAddressedError",
    "NotAllowedError",
    "NotApprovedError",
    "NotCanonicalError",
    "NotConfirmedError",
    "NotFoundError",
    "NotNormalError",
    "NotReadyError",
    "NotReleasedError",
    "NotVouchedError",
    "OffsetWrongError",
    "OldNumberError",
    "OverlapError",
    "OwnEntryWrongError",
    "PaceError",
    "PolicyMismatchError",
    "QuotaError",
    "RegionOutsideError",
    "RelayError",
    "RevokedError",
    "RollbackError",
    "RootWrongError",
    "SandboxMissingError",
    "SealBrokenError",
    "SessionExpiredError",
    "SeveralFilmsError",
    "SignInFailedError",
    "SignatureWrongError",
    "SignerNotAllowedError",
    "SizeWrongError",
    "SpanMissingError",
    "SpanOutsideError",
    "StaleVersionError",
    "StationError",
    "StorageFullError",
    "TicketExpiredError",
    "TicketUsedError",
    "TicketWrongError",
    "TooBusyError",
    "TooLargeError",
    "TooManyPlacesError",
    "TooManyTriesError",
    "TooManyWorksError",
    "TooSlowError",
    "TooWeakError",
    "ToolMissingError",
    "TreeWrongError",
    "UndoOpenError",
    "UnknownSuiteError",
    "UnsupportedError",
    "UploadGoneError",
    "UploadIncompleteError",
    "WithdrawnError",
    "WordsWrongError",
    "WrapBrokenError",
    "WrongContextError",
    "WrongShapeError",
    "all_codes",
    "all_kinds",
]


# --- The two gates
class NotAddressedError(RelayError):
    """This person is not an addressee of the message."""

    code = "not-addressed"


class NotApprovedError(RelayError):
    """Fewer valid approvals over this very manifest than the policy asks for."""

    code = "not-approved"


class NotReadyError(RelayError):
    """The addressee's own, latest answer is not 'ready'."""

    code = "not-ready"


class NotReleasedError(RelayError):
    """No valid release for this person, certificate and wrap."""

    code = "not-released"


class NotConfirmedError(RelayError):
    """Changed or relayed words without their author's confirmation."""

    code = "not-confirmed"


class GrantOverError(RelayError):
    """No grant lets this interpreter open it: none was given, or it is over."""

    code = "grant-over"


class WithdrawnError(RelayError):
    """The message was taken back."""

    code = "withdrawn"


# --- Words
class HiddenTextError(RelayError):
    """Text with characters that a reader cannot see, or outside the allowed list."""

    code = "hidden-text"


class NotNormalError(RelayError):
    """Text that is not in the letter's normal form."""

    code = "not-normal"


# --- Codes and passphrases
class CodeWrongError(RelayError):
    """A typed code whose check characters do not fit: a slip of the pen."""

    code = "code-wrong"


class WordsWrongError(RelayError):
    """Not six words of one list."""

    code = "words-wrong"


class TooWeakError(RelayError):
    """Fewer Argon2 passes or less memory than a client may accept."""

    code = "too-weak"


class TicketWrongError(RelayError):
    """No such ticket, or its holder proved nothing."""

    code = "ticket-wrong"


class TicketUsedError(RelayError):
    """The ticket was used already."""

    code = "ticket-used"


class TicketExpiredError(RelayError):
    """The ticket is older than 14 days."""

    code = "ticket-expired"


# --- Access
class SignInFailedError(RelayError):
    """Account, words or code were not right; never says which."""

    code = "sign-in-failed"


class SessionExpiredError(RelayError):
    """No session, or it ended after its idle time."""

    code = "session-expired"


class ForbiddenError(RelayError):
    """Not a thing this role may do, or not this person's case."""

    code = "forbidden"


class NotFoundError(RelayError):
    """Nothing here that this person may see."""

    code = "not-found"


class TooManyTriesError(RelayError):
    """The rate for this account or address is used up for now."""

    code = "too-many-tries"


class ClockOffError(RelayError):
    """The device's clock differs from the server's by more than ten minutes."""

    code = "clock-off"


# --- State
class NotAllowedError(RelayError):
    """The message is past the point where this can happen."""

    code = "not-allowed"


class StaleVersionError(RelayError):
    """Somebody else was first: the record has moved on."""

    code = "stale-version"


class OldNumberError(RelayError):
    """A statement numbered not above the signer's last: a replay."""

    code = "old-number"


class ExistsError(RelayError):
    """There is one already, and it may not be replaced."""

    code = "exists"


class ClaimedError(RelayError):
    """Another mediator has taken the message up; their claim ends by itself, or is taken over."""

    code = "claimed"


class UndoOpenError(RelayError):
    """The approval may still be taken back; nothing is offered until then."""

    code = "undo-open"


class CoolingOffError(RelayError):
    """The author's cooling-off time is not over."""

    code = "cooling-off"


# --- Uploads and limits
class OffsetWrongError(RelayError):
    """An upload continues at another offset than the acknowledged one."""

    code = "offset-wrong"


class ChecksumWrongError(RelayError):
    """The bytes of one request do not match their checksum; none were kept."""

    code = "checksum-wrong"


class UploadGoneError(RelayError):
    """The upload was ended, expired, or its message was taken back."""

    code = "upload-gone"


class UploadIncompleteError(RelayError):
    """Not every byte of every part has arrived."""

    code = "upload-incomplete"


class UnsupportedError(RelayError):
    """A protocol version, method, media type or extension not spoken here."""

    code = "unsupported"


class QuotaError(RelayError):
    """The case's or person's share of space is used up."""

    code = "quota"


class StorageFullError(RelayError):
    """The server's disk is full; what was acknowledged is kept."""

    code = "storage-full"


class TooSlowError(RelayError):
    """The request did not arrive in its time."""

    code = "too-slow"


class TooBusyError(RelayError):
    """More connections than the server serves at once; try again shortly."""

    code = "too-busy"


class DirectoryStaleError(RelayError):
    """The programme's directory is past its date: no new enrolments or releases."""

    code = "directory-stale"
