# SPDX-License-Identifier: EUPL-1.2
"""Accept new roots, directories and policies, strictly rising, together or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from relay.crypto.signing import Statement as Signed
from relay.records import Actor
from relay.storage.contract import Ledger


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """The current statements that somebody may check for themselves."""

    root: Signed
    directory: Signed
    policies: tuple[Signed, ...]
    certificates: tuple[Signed, ...]


async def accept(
    ledger: Ledger,
    *,
    programme: str,
    root: Signed | None,
    directory: Signed,
    policies: Sequence[Signed],
    at: int,
) -> None:
    """Verify and make current; the signatures are the authority.

    The first root must be the one whose fingerprint is ``programme``. A policy counts
    only together with the directory that names it.

    Raises:
        RootWrongError, RollbackError, ForkError, ExpiredError, NotVouchedError,
        PolicyMismatchError, CertificateWrongError, SignerNotAllowedError: and what
            reading and verifying a statement raises.
        StaleVersionError: somebody else was first.
    """
    raise NotImplementedError


async def current(ledger: Ledger, actor: Actor) -> Trust:
    """Return root, directory, and the policies and certificates of this person's cases.

    A manager gets those of every case.

    Raises:
        NotFoundError: nothing was accepted yet.
    """
    raise NotImplementedError


async def directory_days_left(ledger: Ledger, *, at: int) -> int:
    """Return for how many more days releases are possible; negative: past; 0 where none is."""
    raise NotImplementedError
