# SPDX-License-Identifier: EUPL-1.2
"""Family directory, with the root: who is who, and since when."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from relay.crypto.canonical import decode, encode
from relay.crypto.encoding import b64u
from relay.crypto.keys import kem_public_key
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.directory import Directory, Voucher
from relay.protocol.root import Root
from tests.vectors.maker import Maker, Row, flipped
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import (
    MANAGERS,
    MEDIATORS,
    changed,
    hash_of,
    ident,
    mediator_entry,
    public,
    seed,
    voucher,
)

OTHER_HASH = b64u(bytes(32))


def add_cases(maker: Maker) -> None:
    """Add the family."""
    given = a_story().trust_input()
    maker.share("trust", given)
    maker.add_all("directory", "verify-root", given, _roots(), base="trust")
    for rows in (_remembered(), _signed(), _vouched(), _shaped()):
        maker.add_all("directory", "verify-directory", given, rows, base="trust")


def _roots() -> Iterator[Row]:
    """Yield roots."""
    story = a_story()
    body = story.root.body
    yield "root", {}, "ok", "the pinned root", "P17"
    yield "root-newer", {"seen_epoch": 1}, "ok", "newer than the one seen", "P17"
    yield "root-last-day", {"today": "2031-01-01"}, "ok", "on its last day", "P17"
    yield (
        "root-fingerprint",
        {"fingerprint": OTHER_HASH},
        "root-wrong",
        "another root than the pinned one",
        "P17",
    )
    yield (
        "root-other",
        told_trust(Changes(root=changed(root=b64u(public("x"))), signers={"root": "x"}), "root"),
        "root-wrong",
        "a root that names and signs with a key of its own",
        "P17",
    )
    yield (
        "root-programme",
        told_trust(Changes(root=changed(programme=ident("x"))), "root"),
        "wrong-context",
        "the pinned root, for another programme",
        "P17",
    )
    yield (
        "root-signer",
        {"root": to_envelope(sign(seed("manager one"), "root", body=body))},
        "signature-wrong",
        "signed by a manager",
        "P17",
    )
    yield "root-flip", {"root": flipped_sig(story.root)}, "signature-wrong", "the signature changed", "P17"
    yield "root-old", {"seen_epoch": 3}, "rollback", "older than the one seen", "P17"
    yield "root-expired", {"today": "2031-01-02"}, "expired", "a day past its date", "P17"
    yield (
        "root-epoch-zero",
        signed_anyhow("root", body.replace(b'"epoch":2', b'"epoch":0'), "root"),
        "wrong-shape",
        "epoch 0",
        "P17",
    )
    yield (
        "root-status",
        signed_anyhow("root", body.replace(b'"status":"active"', b'"status":"retired"', 1), "root"),
        "wrong-shape",
        "a manager's status that does not exist",
        "P17",
    )


def _remembered() -> Iterator[Row]:
    """Yield directories against what a client has seen."""
    own = hash_of("directory", a_story().directory)
    for name, epoch, found, expect, note in (
        ("seen-same", 5, own, "ok", "the one seen"),
        ("rollback", 6, OTHER_HASH, "rollback", "older than the one seen"),
        ("fork", 5, OTHER_HASH, "fork", "another of the same epoch"),
    ):
        yield name, {"seen_directory": {"epoch": epoch, "hash": found}}, expect, note, "P17"


def _signed() -> Iterator[Row]:
    """Yield directories by who signed them, and when."""
    story = a_story()
    yield "grace", {"today": "2027-01-14", "grace_days": 30}, "ok", "thirty days past, for reading", "P17"
    yield "expired", {"today": "2026-12-16"}, "expired", "a day past its date", "P17"
    yield (
        "grace-over",
        {"today": "2027-01-15", "grace_days": 30},
        "expired",
        "31 days past, for reading",
        "P17",
    )
    yield (
        "programme",
        told_trust(Changes(directory=changed(programme=ident("x"))), "directory"),
        "wrong-context",
        "of another programme",
        "P17",
    )
    yield (
        "other-root",
        told_trust(Changes(directory=changed(root=OTHER_HASH)), "directory"),
        "root-wrong",
        "on another root statement",
        "P17",
    )
    yield (
        "stranger",
        told_trust(Changes(signers={"directory": "x"}), "directory"),
        "signer-not-allowed",
        "signed by a stranger",
        "P17",
    )
    yield (
        "mediator-signed",
        told_trust(Changes(signers={"directory": "mediator one"}), "directory"),
        "signer-not-allowed",
        "signed by a mediator",
        "P17",
    )
    yield (
        "root-signed",
        told_trust(Changes(signers={"directory": "root"}), "directory"),
        "signer-not-allowed",
        "signed by the root itself",
        "P17",
    )
    yield (
        "revoked-manager",
        told_trust(Changes(root=status_of_managers(two="revoked")), "root", "directory"),
        "revoked",
        "signed by a revoked manager",
        "P17",
    )
    yield (
        "flip",
        {"directory": flipped_sig(story.directory)},
        "signature-wrong",
        "the signature changed",
        "P17",
    )


def _vouched() -> Iterator[Row]:
    """Yield directories by who vouched for their mediators."""
    yield (
        "root-and-manager",
        told_trust(Changes(directory=_all_but(("root", "manager one"))), "directory"),
        "ok",
        "a mediator vouched for by one manager and the root",
        "P17",
    )
    yield (
        "retired-unvouched",
        told_trust(Changes(directory=_without_vouchers_but("retired", 4)), "directory"),
        "not-vouched",
        "a retired mediator whom nobody vouched for: one whom a manager invented",
        "P17",
    )
    yield (
        "one-voucher",
        told_trust(Changes(directory=_all_but(("manager one",))), "directory"),
        "not-vouched",
        "a mediator vouched for by one manager alone",
        "P17",
    )
    yield (
        "root-voucher-alone",
        told_trust(Changes(directory=_all_but(("root",))), "directory"),
        "not-vouched",
        "a mediator vouched for by the root alone",
        "P17",
    )
    yield (
        "mediators-vouch",
        told_trust(Changes(directory=_all_but(("manager one", "mediator two"))), "directory"),
        "not-vouched",
        "a mediator vouched for by one manager and a mediator",
        "P17",
    )
    yield (
        "forged-voucher",
        told_trust(Changes(directory=_forged_voucher), "directory"),
        "not-vouched",
        "vouchers that do not verify",
        "P17",
    )
    yield (
        "other-kem",
        told_trust(Changes(directory=_other_kem), "directory"),
        "not-vouched",
        "a mediator's X-Wing key swapped under the vouchers",
        "P17",
    )
    yield (
        "no-vouchers",
        told_trust(Changes(directory=changed(vouchers=())), "directory"),
        "not-vouched",
        "no vouchers at all",
        "P17",
    )
    yield (
        "revoked-voucher",
        told_trust(Changes(root=status_of_managers(one="revoked")), "root", "directory"),
        "not-vouched",
        "one of two vouchers is by a revoked manager",
        "P17",
    )


def _shaped() -> Iterator[Row]:
    """Yield directories of another shape."""
    body = a_story().directory.body
    yield (
        "mediators-falling",
        signed_anyhow("directory", _swapped_mediators(body), "manager two"),
        "wrong-shape",
        "mediators in falling order",
        "P17",
    )
    yield (
        "suite",
        signed_anyhow("directory", body.replace(b'"suite":1', b'"suite":2'), "manager two"),
        "unknown-suite",
        "suite 2",
        "P24",
    )
    for name, old, new, note in (
        ("status", b'"status":"active"', b'"status":"gone"', "a status that does not exist"),
        ("epoch-zero", b'"epoch":5', b'"epoch":0', "epoch 0"),
        ("valid-until", b'"valid_until":"2026-12-15"', b'"valid_until":"2026-11-31"', "no such day"),
        ("kiosks", b'"kiosks":[]', b'"kiosks":null', "null where a list belongs"),
    ):
        changed_body = body.replace(old, new, 1)
        yield name, signed_anyhow("directory", changed_body, "manager two"), "wrong-shape", note, "P23"


def status_of_managers(**by_name: str) -> Any:
    """Change managers' status in the root."""
    statuses = {b64u(public(f"manager {name}")): status for name, status in by_name.items()}

    def change(root: Root) -> Root:
        managers = tuple(replace(one, status=statuses.get(one.key, one.status)) for one in root.managers)
        return replace(root, managers=managers)

    return change


def told_trust(changes: Changes, *names: str) -> dict[str, Any]:
    """Return only the named statements of a changed story."""
    made = Story(changes=changes).trust_input()
    return {name: made[name] for name in names}


def signed_anyhow(kind: str, body: bytes, signer: str) -> dict[str, Any]:
    return {kind: to_envelope(sign(seed(signer), kind, body=body))}


def flipped_sig(statement: Statement) -> dict[str, str]:
    envelope = to_envelope(statement)
    return envelope | {"sig": flipped(envelope["sig"])}


def vouchers_of(*pairs: tuple[str, str]) -> tuple[Voucher, ...]:
    """Return vouchers in their order."""
    return tuple(sorted((voucher(*pair) for pair in pairs), key=lambda one: (one.mediator, one.key)))


def _all_but(first: tuple[str, ...]) -> Any:
    """Vouch for mediator one by ``first`` only, for mediator two by both managers."""
    rest = tuple(("mediator two", manager) for manager in MANAGERS)
    return changed(vouchers=vouchers_of(*(("mediator one", signer) for signer in first), *rest))


def _forged_voucher(directory: Directory) -> Directory:
    vouchers = tuple(replace(one, sig=flipped(one.sig)) for one in directory.vouchers)
    return replace(directory, vouchers=vouchers)


def _other_kem(directory: Directory) -> Directory:
    kem = b64u(kem_public_key(seed("x")))
    first, *rest = directory.mediators
    return replace(directory, mediators=(replace(first, kem=kem), *rest))


def _without_vouchers_but(status: str, from_: int | None) -> Any:
    entries = tuple(
        sorted(
            (
                replace(mediator_entry("mediator one"), status=status, from_=from_),
                mediator_entry("mediator two"),
            ),
            key=lambda entry: entry.key,
        )
    )
    vouchers = vouchers_of(*(("mediator two", manager) for manager in MANAGERS))
    return changed(mediators=entries, vouchers=vouchers)


def _swapped_mediators(body: bytes) -> bytes:
    value: Any = decode(body, max_bytes=1_048_576)
    value["mediators"].reverse()
    return encode(value)


def root_vouched(directory: Directory) -> Directory:
    pairs = [(mediator, signer) for mediator in MEDIATORS for signer in ("root", "manager two")]
    return replace(directory, vouchers=vouchers_of(*pairs))
