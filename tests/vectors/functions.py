# SPDX-License-Identifier: EUPL-1.2
"""The functions of ``relay/protocol`` as vectors and the differential test call them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import statement_hash
from relay.errors import RelayError
from relay.protocol import (
    approval,
    certificate,
    confirmation,
    directory,
    grant,
    handover,
    header,
    letter,
    login,
    manifest,
    note_words,
    opening,
    paths,
    policy,
    readiness,
    receipt,
    record,
    release,
    root,
    unlocking,
    withdrawal,
)
from tests.vectors.functions_crypto import CRYPTO, Function, statement_of

PARSERS: Final[Mapping[str, Callable[[bytes], object]]] = {
    "root": root.parse_root,
    "mediator": directory.parse_mediator,
    "directory": directory.parse_directory,
    "policy": policy.parse_policy,
    "certificate": certificate.parse_certificate,
    "manifest": manifest.parse_manifest,
    "sender": header.parse_sender,
    "approval": approval.parse_approval,
    "decision": approval.parse_decision,
    "offer": approval.parse_offer,
    "readiness": readiness.parse_readiness,
    "release": release.parse_release,
    "confirmation": confirmation.parse_confirmation,
    "withdrawal": withdrawal.parse_withdrawal,
    "record": record.parse_record,
    "handover": handover.parse_handover,
    "grant": grant.parse_grant,
    "login": login.parse_login,
    "receipt": receipt.parse_receipt,
    "checkpoint": receipt.parse_checkpoint,
}


def parse(given: Mapping[str, Any]) -> Any:
    body = unb64u(given["body"])
    PARSERS[given["kind"]](body)
    return {"hash": b64u(statement_hash(given["kind"], body))}


def _seen(found: Mapping[str, Any] | None, number: str) -> tuple[int, str] | None:
    return None if found is None else (found[number], found["hash"])


def _root(given: Mapping[str, Any]) -> root.VerifiedRoot:
    return root.verify_root(
        statement_of(given["root"]),
        fingerprint=given["fingerprint"],
        today=given["today"],
        seen_epoch=given["seen_epoch"],
    )


def _directory(given: Mapping[str, Any]) -> directory.VerifiedDirectory:
    statement = statement_of(given["directory"], max_body_bytes=directory.MAX_DIRECTORY_BYTES)
    return directory.verify_directory(
        statement,
        root=_root(given),
        today=given["today"],
        seen=_seen(given["seen_directory"], "epoch"),
        grace_days=given["grace_days"],
    )


def _policy(given: Mapping[str, Any]) -> policy.VerifiedPolicy:
    return policy.verify_policy(
        statement_of(given["policy"]),
        case=given["case"],
        trust=_directory(given),
        seen=_seen(given["seen_policy"], "version"),
    )


def _manifest(given: Mapping[str, Any]) -> manifest.VerifiedManifest:
    return manifest.verify_manifest(
        statement_of(given["manifest"]),
        programme=given["programme"],
        case=given["case"],
        seen=given.get("seen_manifest"),
    )


def _certificate(given: Mapping[str, Any], known: policy.VerifiedPolicy) -> certificate.VerifiedCertificate:
    return certificate.verify_certificate(
        statement_of(given["certificate"]), policy=known, participant=given["participant"]
    )


def verify_root(given: Mapping[str, Any]) -> Any:
    return {"hash": _root(given).hash}


def verify_directory(given: Mapping[str, Any]) -> Any:
    return {"hash": _directory(given).hash}


def verify_policy(given: Mapping[str, Any]) -> Any:
    return {"hash": _policy(given).hash}


def verify_certificate(given: Mapping[str, Any]) -> Any:
    found = _certificate(given, _policy(given))
    return {"hash": found.hash, "current": found.current}


def verify_manifest(given: Mapping[str, Any]) -> Any:
    found = _manifest(given)
    return {"hash": found.hash, "core": manifest.core_hash(found.manifest)}


def _judge(check: Callable[..., Any]) -> Function:
    def judged(given: Mapping[str, Any]) -> Any:
        found = check(statement_of(given["statement"]), manifest=_manifest(given), policy=_policy(given))
        return {"hash": found.hash}

    return judged


def require_granted(given: Mapping[str, Any]) -> Any:
    grants = grant.believed_grants(
        [statement_of(envelope) for envelope in given["statements"]],
        manifest=_manifest(given),
        policy=_policy(given),
        interpreter=given["interpreter"],
    )
    if given["made_on"] is None:
        return {"hash": grant.require_granted(grants, today=given["today"]).hash}
    return {"hash": grant.require_made_under(grants, day=given["made_on"]).hash}


def count_approvals(given: Mapping[str, Any]) -> Any:
    found = approval.count_approvals(
        [statement_of(envelope) for envelope in given["statements"]],
        manifest=_manifest(given),
        policy=_policy(given),
    )
    return {"approvals": [one.hash for one in found]}


def verify_readiness(given: Mapping[str, Any]) -> Any:
    found = readiness.verify_readiness(
        statement_of(given["statement"]),
        manifest=_manifest(given),
        participant=given["participant"],
        identity=unb64u(given["identity"]),
    )
    said = found.readiness
    return {"hash": found.hash, "answer": said.answer, "number": said.number}


def verify_withdrawal(given: Mapping[str, Any]) -> Any:
    known = _policy(given)
    found = withdrawal.verify_withdrawal(
        statement_of(given["statement"]),
        policy=known,
        manifest=None if given["manifest"] is None else _manifest(given),
        certificate=None if given["certificate"] is None else _certificate(given, known),
        seen_number=given["seen_number"],
    )
    return {"hash": found.hash, "scope": found.withdrawal.scope}


def verify_handover(given: Mapping[str, Any]) -> Any:
    known = _policy(given)
    found = handover.verify_handover(
        statement_of(given["statement"]),
        policy=known,
        certificate=None if given["certificate"] is None else _certificate(given, known),
        seen_number=given["seen_number"],
    )
    wraps = {subject: unb64u(wrap) for subject, wrap in given["wraps"].items()}
    handover.check_handed(found.handover, wraps=wraps, theirs=frozenset(given["theirs"]))
    return {"hash": found.hash}


def verify_login(given: Mapping[str, Any]) -> Any:
    login.verify_login(
        statement_of(given["statement"]),
        login_key=unb64u(given["login_key"]),
        expected=login.Login(
            programme=given["programme"],
            account=given["account"],
            slot=given["slot"],
            origin=given["origin"],
            nonce=given["nonce"],
            time=0,
        ),
        now=given["now"],
    )
    return {}


def verify_record(given: Mapping[str, Any]) -> Any:
    known = _policy(given)
    found = record.verify_record(
        statement_of(given["record"]),
        policy=known,
        box=unb64u(given["box"]),
        wraps=[unb64u(wrap) for wrap in given["wraps"]],
        certificate=None if given["certificate"] is None else _certificate(given, known),
    )
    return {"hash": found.hash, "type": found.record.type}


def open_record(given: Mapping[str, Any]) -> Any:
    found = record.parse_record(unb64u(given["record"]["body"]))
    return {"content": b64u(record.open_record(unb64u(given["key"]), unb64u(given["box"]), record=found))}


def open_note(given: Mapping[str, Any]) -> Any:
    context = record.note_context(given["programme"], given["case"], message=given["message"])
    content = record.open_note(
        unb64u(given["key"]), unb64u(given["box"]), context=context, named=given["hash"]
    )
    return {"content": b64u(content)}


def open_header(given: Mapping[str, Any]) -> Any:
    opened = header.open_header(
        unb64u(given["content_key"]), unb64u(given["box"]), manifest=_manifest(given).manifest
    )
    sender = header.parse_sender(opened.body)
    return {
        "language": sender.language,
        "content_note": sender.content_note,
        "lengths": [part.length for part in sender.parts],
    }


def check_confirmation(given: Mapping[str, Any]) -> Any:
    found = confirmation.check_confirmation(
        statement_of(given["statement"]),
        manifest=_manifest(given),
        identity=unb64u(given["identity"]),
    )
    return {"hash": found}


def _release(given: Mapping[str, Any]) -> release.VerifiedRelease:
    def statements(name: str) -> tuple[Any, ...]:
        return tuple(statement_of(envelope) for envelope in given[name])

    return release.verify_release(
        release.Delivery(
            root=statement_of(given["root"]),
            directory=statement_of(given["directory"], max_body_bytes=directory.MAX_DIRECTORY_BYTES),
            policy=statement_of(given["policy"]),
            certificates=statements("certificates"),
            manifest=statement_of(given["manifest"]),
            approvals=statements("approvals"),
            readiness=statements("readiness"),
            release=statement_of(given["release"]),
            wrap=unb64u(given["wrap"]),
            withdrawals=statements("withdrawals"),
        ),
        fingerprint=given["fingerprint"],
        case=given["case"],
        me=release.Me(**given["me"]),
        seen=release.Seen(
            root_epoch=given["seen_epoch"],
            directory=_seen(given["seen_directory"], "epoch"),
            policy=_seen(given["seen_policy"], "version"),
            manifest=given["seen_manifest"],
        ),
        today=given["today"],
    )


def verify_release(given: Mapping[str, Any]) -> Any:
    return {"hash": _release(given).hash}


def open_released(given: Mapping[str, Any]) -> Any:
    verified = _release(given)
    original = None if given["original"] is None else _release(given["original"])
    stored = opening.StoredMessage(
        header=unb64u(given["header"]),
        parts=tuple(
            opening.StoredPart(table=unb64u(part["table"]), stored=unb64u(part["stored"]))
            for part in given["parts"]
        ),
        confirmation=None if given["confirmation"] is None else unb64u(given["confirmation"]),
        grants=tuple(statement_of(envelope) for envelope in given["grants"]),
    )
    opened = opening.open_released(verified, stored, kem_seed=unb64u(given["kem_seed"]), original=original)
    return {"texts": [b64u(part) for part in opened.parts]}


def check_letter(given: Mapping[str, Any]) -> Any:
    letter.check_letter(given["text"])
    return {}


def parse_note(given: Mapping[str, Any]) -> Any:
    """Read a note, and write it again."""
    return {"body": b64u(note_words.build_note(note_words.parse_note(unb64u(given["body"]))))}


def normalise_letter(given: Mapping[str, Any]) -> Any:
    return {"text": letter.normalise_letter(given["text"])}


def _slot(given: Mapping[str, Any]) -> unlocking.Slot:
    return unlocking.Slot(**given["slot"])


def open_slot(given: Mapping[str, Any]) -> Any:
    master = unlocking.open_slot(unb64u(given["kek"]), unb64u(given["box"]), slot=_slot(given))
    return {"master": b64u(master)}


def open_bundle(given: Mapping[str, Any]) -> Any:
    bundle = unlocking.open_bundle(
        unb64u(given["master"]),
        unb64u(given["box"]),
        account=given["account"],
        programme=given["programme"],
    )
    return {"plaintext": b64u(unlocking.build_bundle(bundle))}


def parse_path(given: Mapping[str, Any]) -> Any:
    name, arguments = paths.parse_path(given["path"])
    return {"name": name, "arguments": arguments}


FUNCTIONS: Final[Mapping[str, Function]] = {
    **CRYPTO,
    "parse": parse,
    "verify-root": verify_root,
    "verify-directory": verify_directory,
    "verify-policy": verify_policy,
    "verify-certificate": verify_certificate,
    "verify-manifest": verify_manifest,
    "verify-approval": _judge(approval.verify_approval),
    "verify-decision": _judge(approval.verify_decision),
    "verify-offer": _judge(approval.verify_offer),
    "verify-grant": _judge(grant.verify_grant),
    "require-granted": require_granted,
    "count-approvals": count_approvals,
    "verify-readiness": verify_readiness,
    "verify-withdrawal": verify_withdrawal,
    "verify-handover": verify_handover,
    "verify-login": verify_login,
    "verify-record": verify_record,
    "open-record": open_record,
    "open-note": open_note,
    "open-header": open_header,
    "check-confirmation": check_confirmation,
    "verify-release": verify_release,
    "open-released": open_released,
    "check-letter": check_letter,
    "parse-note": parse_note,
    "normalise-letter": normalise_letter,
    "open-slot": open_slot,
    "open-bundle": open_bundle,
    "parse-path": parse_path,
}


def call(function: str, given: Mapping[str, Any]) -> dict[str, Any]:
    """Call a function as the line protocol does: ``{"ok": output}`` or ``{"error": code}``."""
    try:
        return {"ok": FUNCTIONS[function](given)}
    except RelayError as refused:
        return {"error": refused.code}
