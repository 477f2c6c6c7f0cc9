# SPDX-License-Identifier: EUPL-1.2
"""Families policy and certificate: who takes part, and with which key."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from relay.crypto.canonical import decode, encode
from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed
from relay.crypto.signing import sign, to_envelope
from relay.protocol.directory import Directory
from relay.protocol.policy import Policy
from tests.vectors.cases_root import flipped_sig, root_vouched, signed_anyhow, status_of_managers, told_trust
from tests.vectors.maker import Maker, Row
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import (
    changed,
    hash_of,
    ident,
    master,
    public,
    seed,
)

OTHER_HASH = b64u(bytes(32))


def add_cases(maker: Maker) -> None:
    """Add the families."""
    given = a_story().trust_input()
    for rows in (_policies(), _shaped_policies()):
        maker.add_all("policy", "verify-policy", given, rows, base="trust")
    story = a_story()
    base = {**given, "certificate": to_envelope(story.author_certificate), "participant": ident("author")}
    maker.share("certificate", base)
    for rows in (_named_certificates(story), _signed_certificates(story)):
        maker.add_all("certificate", "verify-certificate", base, rows, base="certificate")


def _both(**changes: Any) -> dict[str, Any]:
    return told_trust(Changes(**changes), "policy", "directory")


def _policies() -> Iterator[Row]:
    """Yield policies by who signed them and what names them."""
    story = a_story()
    own = hash_of("policy", story.policy)
    yield "verify", {"seen_policy": {"version": 3, "hash": own}}, "ok", "as the directory names it", "P17"
    yield (
        "newer",
        {"seen_policy": {"version": 2, "hash": OTHER_HASH}},
        "ok",
        "newer than the one seen",
        "P17",
    )
    yield (
        "rollback",
        {"seen_policy": {"version": 4, "hash": OTHER_HASH}},
        "rollback",
        "older than the one seen",
        "P17",
    )
    yield (
        "fork",
        {"seen_policy": {"version": 3, "hash": OTHER_HASH}},
        "fork",
        "another of the version",
        "P17",
    )
    yield (
        "quorum-lowered",
        told_trust(Changes(policy=changed(quorum=1)), "policy"),
        "policy-mismatch",
        "a quorum of one, which the directory does not name",
        "P2",
    )
    yield (
        "other-version",
        told_trust(Changes(policy=changed(version=4)), "policy"),
        "policy-mismatch",
        "a version that the directory does not name",
        "P17",
    )
    yield (
        "unnamed",
        told_trust(Changes(directory=changed(cases=())), "directory"),
        "policy-mismatch",
        "a directory that names no case",
        "P17",
    )
    yield "other-case", {"case": ident("x")}, "wrong-context", "for another case", "P5"
    yield (
        "other-programme",
        _both(policy=changed(programme=ident("x"))),
        "wrong-context",
        "for another programme",
        "P5",
    )
    yield (
        "mediator-signed",
        told_trust(Changes(signers={"policy": "mediator one"}), "policy"),
        "signer-not-allowed",
        "signed by a mediator",
        "P7",
    )
    yield (
        "revoked-manager",
        told_trust(
            Changes(root=status_of_managers(one="revoked"), directory=root_vouched), "root", "directory"
        ),
        "revoked",
        "signed by a manager who was revoked since",
        "P17",
    )
    yield "flip", {"policy": flipped_sig(story.policy)}, "signature-wrong", "the signature changed", "P7"


def _shaped_policies() -> Iterator[Row]:
    """Yield policies of another shape."""
    yield "no-mediator", _policy_with(mediators=()), "wrong-shape", "without a mediator", "P23"
    yield "quorum-zero", _policy_with(quorum=0), "wrong-shape", "a quorum of none", "P2"
    yield "quorum-nine", _policy_with(quorum=9), "wrong-shape", "a quorum of nine", "P23"
    yield "cooling-long", _policy_with(cooling_seconds=2_592_001), "wrong-shape", "more than 30 days", "P23"
    yield "channel", _policy_with(channels=("chat",)), "wrong-shape", "an unknown channel", "P23"
    yield "retention", _policy_with(retention="Ten years"), "wrong-shape", "capitals in retention", "P23"


def _named_certificates(story: Story) -> Iterator[Row]:
    """Yield certificates by what names them."""
    former = story.certificate_of("author", epoch=1, change=changed(day="2025-01-01"))
    with_former = _with_former(hash_of("certificate", former))
    retired = told_trust(Changes(directory=with_mediator("mediator one", "retired", 5)), "directory")
    yield "current", {}, "ok", "the one that the policy names", "P16"
    yield (
        "former",
        {
            **told_trust(Changes(policy=with_former), "policy", "directory"),
            "certificate": to_envelope(former),
        },
        "ok",
        "a former one that the policy names",
        "P16",
    )
    yield "retired-mediator", retired, "ok", "certified by a mediator who has retired since", "P17"
    yield (
        "unnamed",
        {"certificate": to_envelope(former)},
        "certificate-wrong",
        "signed by a mediator, but not named by the policy",
        "P7",
    )
    yield "swapped", _certified(identity=b64u(public("x"))), "certificate-wrong", "another key", "P16"
    yield (
        "other-person",
        {"certificate": to_envelope(story.reader_certificate)},
        "certificate-wrong",
        "another person's",
        "P7",
    )
    yield "nobody", {"participant": ident("x")}, "certificate-wrong", "of nobody in the case", "P7"
    yield (
        "epoch",
        told_trust(Changes(policy=_with_epoch(2)), "policy", "directory"),
        "certificate-wrong",
        "the policy names another epoch",
        "P17",
    )
    yield (
        "other-case",
        _named(case=ident("x")),
        "wrong-context",
        "for another case",
        "P5",
    )
    yield "other-programme", _named(programme=ident("x")), "wrong-context", "for another programme", "P5"


def _signed_certificates(story: Story) -> Iterator[Row]:
    """Yield certificates by who signed them."""
    revoked = told_trust(Changes(directory=with_mediator("mediator one", "revoked", None)), "directory")
    yield (
        "stranger",
        _signed_certificate("x"),
        "signer-not-allowed",
        "signed by a stranger",
        "P7",
    )
    yield (
        "manager-signed",
        _signed_certificate("manager one"),
        "signer-not-allowed",
        "signed by a manager",
        "P7",
    )
    yield (
        "self-signed",
        _signed_certificate("", identity_seed(master("author"))),
        "signer-not-allowed",
        "signed by the person",
        "P7",
    )
    yield "revoked-mediator", revoked, "revoked", "certified by a mediator who was revoked since", "P17"
    yield (
        "flip",
        {"certificate": flipped_sig(story.author_certificate)},
        "signature-wrong",
        "the signature changed",
        "P7",
    )
    yield "epoch-zero", _certified(epoch=0), "wrong-shape", "epoch 0", "P23"
    yield "kem-short", _certified(kem=b64u(bytes(1_215))), "wrong-shape", "an X-Wing key a byte short", "P23"
    yield "kind", _certified(kind="mediator"), "unknown-suite", "another kind", "P24"


def _with_former(former: str) -> Any:
    def change(policy: Policy) -> Policy:
        participants = tuple(
            replace(one, former=(former,)) if one.participant == ident("author") else one
            for one in policy.participants
        )
        return replace(policy, participants=participants)

    return change


def _policy_with(**fields: Any) -> dict[str, Any]:
    """Sign a policy that our own code would not build."""
    value: Any = decode(a_story().policy.body)
    return signed_anyhow("policy", encode(value | fields), "manager one")


def with_mediator(mediator: str, status: str, from_: int | None) -> Any:
    key = b64u(public(mediator))

    def change(directory: Directory) -> Directory:
        entries = tuple(
            replace(one, status=status, from_=from_) if one.key == key else one for one in directory.mediators
        )
        return replace(directory, mediators=entries)

    return change


def _with_epoch(epoch: int) -> Any:
    def change(policy: Policy) -> Policy:
        participants = tuple(
            replace(one, epoch=epoch) if one.participant == ident("author") else one
            for one in policy.participants
        )
        return replace(policy, participants=participants)

    return change


def _certified(**fields: Any) -> dict[str, Any]:
    """Sign a certificate of other content; the policy does not name it."""
    value: Any = decode(a_story().author_certificate.body)
    return signed_anyhow("certificate", encode(value | fields), "mediator one")


def _named(**fields: Any) -> dict[str, Any]:
    """Return a story whose policy names a certificate of other content."""
    story = Story(changes=Changes(certificate=changed(**fields)))
    made = story.trust_input()
    return {
        "policy": made["policy"],
        "directory": made["directory"],
        "certificate": to_envelope(story.author_certificate),
    }


def _signed_certificate(signer: str, own_seed: bytes | None = None) -> dict[str, Any]:
    """Return the named certificate under another signature."""
    body = a_story().author_certificate.body
    return {"certificate": to_envelope(sign(own_seed or seed(signer), "certificate", body=body))}
