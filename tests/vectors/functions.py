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
    consent,
    directory,
    grant,
    handover,
    header,
    intake_key,
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
    vouching,
    withdrawal,
)
from tests.vectors.functions_casework import CASEWORK
from tests.vectors.functions_crypto import CRYPTO, Function, statement_of
from tests.vectors.functions_office import OFFICE
from tests.vectors.functions_trust import (
    certificate_of,
    directory_of,
    manifest_of,
    policy_of,
    root_of,
    seen_of,
)

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
    "consent": consent.parse_consent,
    "intake-key": intake_key.parse_intake_key,
    "assignment": intake_key.parse_assignment,
    "vouching": vouching.parse_vouching,
    "login": login.parse_login,
    "receipt": receipt.parse_receipt,
    "checkpoint": receipt.parse_checkpoint,
}


def parse(given: Mapping[str, Any]) -> Any:
    body = unb64u(given["body"])
    PARSERS[given["kind"]](body)
    return {"hash": b64u(statement_hash(given["kind"], body))}


def verify_root(given: Mapping[str, Any]) -> Any:
    return {"hash": root_of(given).hash}


def verify_directory(given: Mapping[str, Any]) -> Any:
    return {"hash": directory_of(given).hash}


def verify_policy(given: Mapping[str, Any]) -> Any:
    return {"hash": policy_of(given).hash}


def verify_certificate(given: Mapping[str, Any]) -> Any:
    found = certificate_of(given, policy_of(given))
    return {"hash": found.hash, "current": found.current}


def verify_manifest(given: Mapping[str, Any]) -> Any:
    found = manifest_of(given)
    return {"hash": found.hash, "core": manifest.core_hash(found.manifest)}


def _judge(check: Callable[..., Any]) -> Function:
    def judged(given: Mapping[str, Any]) -> Any:
        found = check(statement_of(given["statement"]), manifest=manifest_of(given), policy=policy_of(given))
        return {"hash": found.hash}

    return judged


def require_granted(given: Mapping[str, Any]) -> Any:
    grants = grant.believed_grants(
        [statement_of(envelope) for envelope in given["statements"]],
        manifest=manifest_of(given),
        policy=policy_of(given),
        interpreter=given["interpreter"],
    )
    if given["made_on"] is None:
        return {"hash": grant.require_granted(grants, today=given["today"]).hash}
    return {"hash": grant.require_made_under(grants, day=given["made_on"]).hash}


def count_approvals(given: Mapping[str, Any]) -> Any:
    found = approval.count_approvals(
        [statement_of(envelope) for envelope in given["statements"]],
        manifest=manifest_of(given),
        policy=policy_of(given),
    )
    return {"approvals": [one.hash for one in found]}


def verify_readiness(given: Mapping[str, Any]) -> Any:
    found = readiness.verify_readiness(
        statement_of(given["statement"]),
        manifest=manifest_of(given),
        participant=given["participant"],
        identity=unb64u(given["identity"]),
    )
    said = found.readiness
    return {"hash": found.hash, "answer": said.answer, "number": said.number}


def verify_withdrawal(given: Mapping[str, Any]) -> Any:
    known = policy_of(given)
    found = withdrawal.verify_withdrawal(
        statement_of(given["statement"]),
        policy=known,
        manifest=None if given["manifest"] is None else manifest_of(given),
        certificate=None if given["certificate"] is None else certificate_of(given, known),
        seen_number=given["seen_number"],
    )
    return {"hash": found.hash, "scope": found.withdrawal.scope}


def verify_past_policy(given: Mapping[str, Any]) -> Any:
    return {"hash": policy_of(given).past[0].hash}


def verify_handover(given: Mapping[str, Any]) -> Any:
    known = policy_of(given)
    found = handover.verify_handover(
        statement_of(given["statement"]),
        policy=known,
        certificate=None if given["certificate"] is None else certificate_of(given, known),
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


def open_note(given: Mapping[str, Any]) -> Any:
    context = record.note_context(given["programme"], given["case"], message=given["message"])
    content = record.open_note(
        unb64u(given["key"]), unb64u(given["box"]), context=context, named=given["hash"]
    )
    return {"content": b64u(content)}


def open_header(given: Mapping[str, Any]) -> Any:
    opened = header.open_header(
        unb64u(given["content_key"]), unb64u(given["box"]), manifest=manifest_of(given).manifest
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
        manifest=manifest_of(given),
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
            past=statements("past"),
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
            directory=seen_of(given["seen_directory"], "epoch"),
            policy=seen_of(given["seen_policy"], "version"),
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
    **CASEWORK,
    **OFFICE,
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
    "verify-past-policy": verify_past_policy,
    "verify-handover": verify_handover,
    "verify-login": verify_login,
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
