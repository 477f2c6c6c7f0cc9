# SPDX-License-Identifier: EUPL-1.2
"""Casework's functions as vectors and the differential test call them."""

from collections.abc import Mapping
from typing import Any, Final

from relay.crypto.encoding import b64u, unb64u
from relay.protocol import consent, consent_text, gates, intake, record
from tests.vectors.functions_crypto import Function, statement_of
from tests.vectors.functions_trust import certificate_of, policy_of, seen_of


def verify_record(given: Mapping[str, Any]) -> Any:
    known = policy_of(given)
    wrap = None if given["wrap"] is None else (given["recipient"], unb64u(given["wrap"]))
    found = record.verify_record(
        statement_of(given["record"]),
        policy=known,
        box=unb64u(given["box"]),
        own_wrap=wrap,
        certificate=None if given["certificate"] is None else certificate_of(given, known),
        seen=seen_of(given["seen_record"], "version"),
    )
    return {"hash": found.hash, "type": found.record.type, "version": found.record.version}


def open_record(given: Mapping[str, Any]) -> Any:
    found = record.parse_record(unb64u(given["record"]["body"]))
    return {"content": b64u(record.open_record(unb64u(given["key"]), unb64u(given["box"]), record=found))}


def verify_consent(given: Mapping[str, Any]) -> Any:
    known = policy_of(given)
    found = consent.verify_consent(
        statement_of(given["statement"]), policy=known, certificate=certificate_of(given, known)
    )
    said = found.consent
    return {"hash": found.hash, "given": said.given, "number": said.number}


def named_consent_text(given: Mapping[str, Any]) -> Any:
    statement = statement_of(given["statement"])
    consent_text.named_consent_text(statement, policy=policy_of(given))
    return {"hash": consent_text.consent_text_hash(statement)}


def open_intake(given: Mapping[str, Any]) -> Any:
    content = intake.open_intake(
        unb64u(given["seed"]),
        unb64u(given["box"]),
        wrapped=unb64u(given["wrap"]),
        context=intake.intake_context(given["programme"], given["intake"]),
    )
    return {"content": b64u(content)}


def _known(given: Mapping[str, Any]) -> gates.Known:
    return gates.Known(
        consent_text=given["consent_text"],
        consents=tuple(gates.GivenConsent(**one) for one in given["consents"]),
        gates=tuple(record.GateClear(**one) for one in given["gates"]),
        paces=tuple(record.PaceClear(**one) for one in given["paces"]),
        offers=tuple(gates.FirstOffer(**one) for one in given["offers"]),
    )


def _written(found: tuple[gates.Shut, ...]) -> Any:
    return {
        "shut": [{"code": one.code, "participant": one.participant, "channel": one.channel} for one in found]
    }


def shut_gates(given: Mapping[str, Any]) -> Any:
    return _written(gates.shut_gates(_known(given), gates.Asked(**given["asked"])))


def shut_in_case(given: Mapping[str, Any]) -> Any:
    people = [gates.Placed(**one) for one in given["people"]]
    found = gates.shut_in_case(_known(given), people, channels=given["channels"], day=given["day"])
    return _written(found)


def require_open(given: Mapping[str, Any]) -> Any:
    gates.require_open(_known(given), gates.Asked(**given["asked"]))
    return {}


CASEWORK: Final[Mapping[str, Function]] = {
    "verify-record": verify_record,
    "open-record": open_record,
    "verify-consent": verify_consent,
    "shut-gates": shut_gates,
    "shut-in-case": shut_in_case,
    "require-open": require_open,
    "named-consent-text": named_consent_text,
    "open-intake": open_intake,
}
