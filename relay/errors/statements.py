# SPDX-License-Identifier: EUPL-1.2
"""Refusals of bytes, statements, seals and trust."""

from relay.errors.refusal import RelayError


# --- Bytes and statements
class MalformedError(RelayError):
    """Bytes that cannot be read as what they claim to be."""

    code = "malformed"


class NotCanonicalError(RelayError):
    """Readable, but not in the one permitted encoding (RFC 8785, NFC, base64url)."""

    code = "not-canonical"


class WrongShapeError(RelayError):
    """A field is missing, foreign, of another type, or out of its range."""

    code = "wrong-shape"


class TooLargeError(RelayError):
    """Larger than this kind of thing may be."""

    code = "too-large"


class UnknownSuiteError(RelayError):
    """A suite, version or kind that this programme does not know."""

    code = "unknown-suite"


class WrongContextError(RelayError):
    """Valid, but made for another programme, case, message, person or purpose."""

    code = "wrong-context"


# --- Sealing
class SignatureWrongError(RelayError):
    """The signature does not verify under the named key."""

    code = "signature-wrong"


class SignerNotAllowedError(RelayError):
    """The signer's role may not sign this kind of statement."""

    code = "signer-not-allowed"


class CommitmentWrongError(RelayError):
    """The key is not the one that the sealed bytes commit to."""

    code = "commitment-wrong"


class SealBrokenError(RelayError):
    """Sealed bytes were changed, reordered, cut, or belong to another key."""

    code = "seal-broken"


class WrapBrokenError(RelayError):
    """A wrapped key does not open for this recipient and purpose."""

    code = "wrap-broken"


class SizeWrongError(RelayError):
    """Padding or size is not the computed one."""

    code = "size-wrong"


class TreeWrongError(RelayError):
    """A chunk or leaf table does not lead to the signed root."""

    code = "tree-wrong"


class KeyDestroyedError(RelayError):
    """The shred key is gone, and with it what lay under it."""

    code = "key-destroyed"


# --- Trust
class RootWrongError(RelayError):
    """Not the programme's root of trust."""

    code = "root-wrong"


class RollbackError(RelayError):
    """Older than a version this client has already seen."""

    code = "rollback"


class ForkError(RelayError):
    """Two different statements claim one epoch, version or id."""

    code = "fork"


class ExpiredError(RelayError):
    """Past its last valid day."""

    code = "expired"


class NotVouchedError(RelayError):
    """A mediator without the signatures of two managers, or of one and the root."""

    code = "not-vouched"


class RevokedError(RelayError):
    """The signer was revoked or has retired."""

    code = "revoked"


class PolicyMismatchError(RelayError):
    """The case policy is not the one that the directory names."""

    code = "policy-mismatch"


class CertificateWrongError(RelayError):
    """Not the certificate that the case policy names."""

    code = "certificate-wrong"


class OwnEntryWrongError(RelayError):
    """The policy lists a foreign key as this person's own."""

    code = "own-entry-wrong"
