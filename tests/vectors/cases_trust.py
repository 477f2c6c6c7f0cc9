# SPDX-License-Identifier: EUPL-1.2
"""Families directory (with root), policy and certificate: whom a client may believe."""

from dataclasses import replace
from typing import Any

from relay.crypto.canonical import decode, encode
from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed, kem_public_key
from relay.crypto.signing import Statement, sign, to_envelope
from relay.protocol.directory import Directory, Voucher
from relay.protocol.policy import Policy
from relay.protocol.root import Root
from tests.vectors.maker import Maker, flipped
from tests.vectors.world import (
    MANAGERS,
    MEDIATORS,
    Changes,
    Story,
    a_story,
    changed,
    hash_of,
    ident,
    master,
    mediator_entry,
    public,
    seed,
    voucher,
)

OTHER_HASH = b64u(bytes(32))


def add_cases(maker: Maker) -> None:
    """Add the families."""
    given = a_story().trust_input()
    maker.share("trust", given)
    _add_roots(maker, given)
    _add_directories(maker, given)
    _add_policies(maker, given)
    _add_certificates(maker, given)


def _status(**by_name: str) -> Any:
    """Change managers' status in the root."""
    statuses = {b64u(public(f"manager {name}")): status for name, status in by_name.items()}

    def change(root: Root) -> Root:
        managers = tuple(replace(one, status=statuses.get(one.key, one.status)) for one in root.managers)
        return replace(root, managers=managers)

    return change


def _add_roots(maker: Maker, given: dict[str, Any]) -> None:
    story = a_story()
    body = story.root.body
    variants: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("root", {}, "ok", "the pinned root"),
        ("root-newer", {"seen_epoch": 1}, "ok", "newer than the one seen"),
        ("root-last-day", {"today": "2031-01-01"}, "ok", "on its last day"),
        ("root-fingerprint", {"fingerprint": OTHER_HASH}, "root-wrong", "another root than the pinned one"),
        (
            "root-other",
            _of(Changes(root=changed(root=b64u(public("x"))), signers={"root": "x"}), "root"),
            "root-wrong",
            "a root that names and signs with a key of its own",
        ),
        (
            "root-programme",
            _of(Changes(root=changed(programme=ident("x"))), "root"),
            "wrong-context",
            "the pinned root, for another programme",
        ),
        (
            "root-signer",
            {"root": to_envelope(sign(seed("manager one"), "root", body=body))},
            "signature-wrong",
            "signed by a manager",
        ),
        ("root-flip", {"root": _flip_sig(story.root)}, "signature-wrong", "the signature changed"),
        ("root-old", {"seen_epoch": 3}, "rollback", "older than the one seen"),
        ("root-expired", {"today": "2031-01-02"}, "expired", "a day past its date"),
        (
            "root-epoch-zero",
            _raw("root", body.replace(b'"epoch":2', b'"epoch":0'), "root"),
            "wrong-shape",
            "epoch 0",
        ),
        (
            "root-status",
            _raw("root", body.replace(b'"status":"active"', b'"status":"retired"', 1), "root"),
            "wrong-shape",
            "a manager's status that does not exist",
        ),
    )
    for name, fields, expect, note in variants:
        maker.add(
            f"directory/{name}",
            "verify-root",
            given | fields,
            expect=expect,
            note=note,
            claim="P17",
            base="trust",
        )


def _of(changes: Changes, *names: str) -> dict[str, Any]:
    """Return only the named statements of a changed story."""
    made = Story(changes=changes).trust_input()
    return {name: made[name] for name in names}


def _raw(kind: str, body: bytes, signer: str) -> dict[str, Any]:
    return {kind: to_envelope(sign(seed(signer), kind, body=body))}


def _flip_sig(statement: Statement) -> dict[str, str]:
    envelope = to_envelope(statement)
    return envelope | {"sig": flipped(envelope["sig"])}


def _vouchers(*pairs: tuple[str, str]) -> tuple[Voucher, ...]:
    return tuple(sorted((voucher(*pair) for pair in pairs), key=lambda one: (one.mediator, one.key)))


def _all_but(first: tuple[str, ...]) -> Any:
    """Vouch for mediator one by ``first`` only, for mediator two by both managers."""
    rest = tuple(("mediator two", manager) for manager in MANAGERS)
    return changed(vouchers=_vouchers(*(("mediator one", signer) for signer in first), *rest))


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
    vouchers = _vouchers(*(("mediator two", manager) for manager in MANAGERS))
    return changed(mediators=entries, vouchers=vouchers)


def _add_directories(maker: Maker, given: dict[str, Any]) -> None:
    story = a_story()
    own = hash_of("directory", story.directory)
    body = story.directory.body
    seen = {
        "seen-same": ({"epoch": 5, "hash": own}, "ok", "the one seen"),
        "seen-older": ({"epoch": 4, "hash": OTHER_HASH}, "ok", "newer than the one seen"),
        "rollback": ({"epoch": 6, "hash": OTHER_HASH}, "rollback", "older than the one seen"),
        "fork": ({"epoch": 5, "hash": OTHER_HASH}, "fork", "another of the same epoch"),
    }
    for name, (known, expect, note) in seen.items():
        maker.add(
            f"directory/{name}",
            "verify-directory",
            given | {"seen_directory": known},
            expect=expect,
            note=note,
            claim="P17",
            base="trust",
        )
    made: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("grace", {"today": "2027-01-14", "grace_days": 30}, "ok", "thirty days past, for reading"),
        (
            "root-and-manager",
            _of(Changes(directory=_all_but(("root", "manager one"))), "directory"),
            "ok",
            "a mediator vouched for by one manager and the root",
        ),
        (
            "retired-unvouched",
            _of(Changes(directory=_without_vouchers_but("retired", 4)), "directory"),
            "ok",
            "a retired mediator needs no voucher",
        ),
        ("expired", {"today": "2026-12-16"}, "expired", "a day past its date"),
        ("grace-over", {"today": "2027-01-15", "grace_days": 30}, "expired", "31 days past, for reading"),
        (
            "programme",
            _of(Changes(directory=changed(programme=ident("x"))), "directory"),
            "wrong-context",
            "of another programme",
        ),
        (
            "other-root",
            _of(Changes(directory=changed(root=OTHER_HASH)), "directory"),
            "root-wrong",
            "on another root statement",
        ),
        (
            "stranger",
            _of(Changes(signers={"directory": "x"}), "directory"),
            "signer-not-allowed",
            "signed by a stranger",
        ),
        (
            "mediator-signed",
            _of(Changes(signers={"directory": "mediator one"}), "directory"),
            "signer-not-allowed",
            "signed by a mediator",
        ),
        (
            "root-signed",
            _of(Changes(signers={"directory": "root"}), "directory"),
            "signer-not-allowed",
            "signed by the root itself",
        ),
        (
            "revoked-manager",
            _of(Changes(root=_status(two="revoked")), "root", "directory"),
            "revoked",
            "signed by a revoked manager",
        ),
        ("flip", {"directory": _flip_sig(story.directory)}, "signature-wrong", "the signature changed"),
        (
            "one-voucher",
            _of(Changes(directory=_all_but(("manager one",))), "directory"),
            "not-vouched",
            "a mediator vouched for by one manager alone",
        ),
        (
            "root-voucher-alone",
            _of(Changes(directory=_all_but(("root",))), "directory"),
            "not-vouched",
            "a mediator vouched for by the root alone",
        ),
        (
            "mediators-vouch",
            _of(Changes(directory=_all_but(("manager one", "mediator two"))), "directory"),
            "not-vouched",
            "a mediator vouched for by one manager and a mediator",
        ),
        (
            "forged-voucher",
            _of(Changes(directory=_forged_voucher), "directory"),
            "not-vouched",
            "vouchers that do not verify",
        ),
        (
            "other-kem",
            _of(Changes(directory=_other_kem), "directory"),
            "not-vouched",
            "a mediator's X-Wing key swapped under the vouchers",
        ),
        (
            "no-vouchers",
            _of(Changes(directory=changed(vouchers=())), "directory"),
            "not-vouched",
            "no vouchers at all",
        ),
        (
            "mediators-falling",
            _raw("directory", _swapped_mediators(body), "manager two"),
            "wrong-shape",
            "mediators in falling order",
        ),
        (
            "suite",
            _raw("directory", body.replace(b'"suite":1', b'"suite":2'), "manager two"),
            "unknown-suite",
            "suite 2",
        ),
    )
    for name, fields, expect, note in made:
        maker.add(
            f"directory/{name}",
            "verify-directory",
            given | fields,
            expect=expect,
            note=note,
            claim="P24" if name == "suite" else "P17",
            base="trust",
        )
    _add_revoked_voucher(maker, given)


def _add_revoked_voucher(maker: Maker, given: dict[str, Any]) -> None:
    made = _of(Changes(root=_status(one="revoked")), "root", "directory")
    maker.add(
        "directory/revoked-voucher",
        "verify-directory",
        given | made,
        expect="not-vouched",
        note="one of two vouchers is by a revoked manager",
        claim="P17",
        base="trust",
    )


def _swapped_mediators(body: bytes) -> bytes:
    value: Any = decode(body, max_bytes=1_048_576)
    value["mediators"].reverse()
    return encode(value)


def _add_policies(maker: Maker, given: dict[str, Any]) -> None:
    story = a_story()
    own = hash_of("policy", story.policy)

    def both(**changes: Any) -> dict[str, Any]:
        return _of(Changes(**changes), "policy", "directory")

    made: tuple[tuple[str, dict[str, Any], str, str, str], ...] = (
        ("verify", {"seen_policy": {"version": 3, "hash": own}}, "ok", "as the directory names it", "P17"),
        (
            "newer",
            {"seen_policy": {"version": 2, "hash": OTHER_HASH}},
            "ok",
            "newer than the one seen",
            "P17",
        ),
        (
            "rollback",
            {"seen_policy": {"version": 4, "hash": OTHER_HASH}},
            "rollback",
            "older than the one seen",
            "P17",
        ),
        (
            "fork",
            {"seen_policy": {"version": 3, "hash": OTHER_HASH}},
            "fork",
            "another of the version",
            "P17",
        ),
        (
            "quorum-lowered",
            _of(Changes(policy=changed(quorum=1)), "policy"),
            "policy-mismatch",
            "a quorum of one, which the directory does not name",
            "P2",
        ),
        (
            "other-version",
            _of(Changes(policy=changed(version=4)), "policy"),
            "policy-mismatch",
            "a version that the directory does not name",
            "P17",
        ),
        (
            "unnamed",
            _of(Changes(directory=changed(cases=())), "directory"),
            "policy-mismatch",
            "a directory that names no case",
            "P17",
        ),
        ("other-case", {"case": ident("x")}, "wrong-context", "for another case", "P5"),
        (
            "other-programme",
            both(policy=changed(programme=ident("x"))),
            "wrong-context",
            "for another programme",
            "P5",
        ),
        (
            "mediator-signed",
            _of(Changes(signers={"policy": "mediator one"}), "policy"),
            "signer-not-allowed",
            "signed by a mediator",
            "P7",
        ),
        (
            "revoked-manager",
            _of(Changes(root=_status(one="revoked"), directory=_root_vouched), "root", "directory"),
            "revoked",
            "signed by a manager who was revoked since",
            "P17",
        ),
        ("flip", {"policy": _flip_sig(story.policy)}, "signature-wrong", "the signature changed", "P7"),
        ("no-mediator", _policy_with(mediators=()), "wrong-shape", "without a mediator", "P23"),
        ("quorum-zero", _policy_with(quorum=0), "wrong-shape", "a quorum of none", "P2"),
        ("quorum-nine", _policy_with(quorum=9), "wrong-shape", "a quorum of nine", "P23"),
        ("cooling-long", _policy_with(cooling_seconds=2_592_001), "wrong-shape", "more than 30 days", "P23"),
        ("channel", _policy_with(channels=("chat",)), "wrong-shape", "an unknown channel", "P23"),
        ("retention", _policy_with(retention="Ten years"), "wrong-shape", "capitals in retention", "P23"),
    )
    for name, fields, expect, note, claim in made:
        maker.add(
            f"policy/{name}",
            "verify-policy",
            given | fields,
            expect=expect,
            note=note,
            claim=claim,
            base="trust",
        )


def _root_vouched(directory: Directory) -> Directory:
    pairs = [(mediator, signer) for mediator in MEDIATORS for signer in ("root", "manager two")]
    return replace(directory, vouchers=_vouchers(*pairs))


def _policy_with(**fields: Any) -> dict[str, Any]:
    """Sign a policy that our own code would not build."""
    value: Any = decode(a_story().policy.body)
    return _raw("policy", encode(value | fields), "manager one")


def _add_certificates(maker: Maker, given: dict[str, Any]) -> None:
    story = a_story()
    base = {**given, "certificate": to_envelope(story.author_certificate), "participant": ident("author")}
    maker.share("certificate", base)
    former = story.certificate_of("author", epoch=1, change=changed(day="2025-01-01"))

    def with_former(policy: Policy) -> Policy:
        participants = tuple(
            replace(one, former=(hash_of("certificate", former),))
            if one.participant == ident("author")
            else one
            for one in policy.participants
        )
        return replace(policy, participants=participants)

    revoked = _of(Changes(directory=_revoked("mediator one", "revoked", None)), "directory")
    retired = _of(Changes(directory=_revoked("mediator one", "retired", 5)), "directory")
    made: tuple[tuple[str, dict[str, Any], str, str, str], ...] = (
        ("current", {}, "ok", "the one that the policy names", "P16"),
        (
            "former",
            {
                **_of(Changes(policy=with_former), "policy", "directory"),
                "certificate": to_envelope(former),
            },
            "ok",
            "a former one that the policy names",
            "P16",
        ),
        ("retired-mediator", retired, "ok", "certified by a mediator who has retired since", "P17"),
        (
            "unnamed",
            {"certificate": to_envelope(former)},
            "certificate-wrong",
            "signed by a mediator, but not named by the policy",
            "P7",
        ),
        ("swapped", _certified(identity=b64u(public("x"))), "certificate-wrong", "another key", "P16"),
        (
            "other-person",
            {"certificate": to_envelope(story.reader_certificate)},
            "certificate-wrong",
            "another person's",
            "P7",
        ),
        ("nobody", {"participant": ident("x")}, "certificate-wrong", "of nobody in the case", "P7"),
        (
            "epoch",
            _of(Changes(policy=_with_epoch(2)), "policy", "directory"),
            "certificate-wrong",
            "the policy names another epoch",
            "P17",
        ),
        (
            "other-case",
            _named(case=ident("x")),
            "wrong-context",
            "for another case",
            "P5",
        ),
        ("other-programme", _named(programme=ident("x")), "wrong-context", "for another programme", "P5"),
        (
            "stranger",
            _signed_certificate("x"),
            "signer-not-allowed",
            "signed by a stranger",
            "P7",
        ),
        (
            "manager-signed",
            _signed_certificate("manager one"),
            "signer-not-allowed",
            "signed by a manager",
            "P7",
        ),
        (
            "self-signed",
            _signed_certificate("", identity_seed(master("author"))),
            "signer-not-allowed",
            "signed by the person",
            "P7",
        ),
        ("revoked-mediator", revoked, "revoked", "certified by a mediator who was revoked since", "P17"),
        (
            "flip",
            {"certificate": _flip_sig(story.author_certificate)},
            "signature-wrong",
            "the signature changed",
            "P7",
        ),
        ("epoch-zero", _certified(epoch=0), "wrong-shape", "epoch 0", "P23"),
        ("kem-short", _certified(kem=b64u(bytes(1_215))), "wrong-shape", "an X-Wing key a byte short", "P23"),
        ("kind", _certified(kind="mediator"), "unknown-suite", "another kind", "P24"),
    )
    for name, fields, expect, note, claim in made:
        maker.add(
            f"certificate/{name}",
            "verify-certificate",
            base | fields,
            expect=expect,
            note=note,
            claim=claim,
            base="certificate",
        )


def _revoked(mediator: str, status: str, from_: int | None) -> Any:
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
    return _raw("certificate", encode(value | fields), "mediator one")


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
