# SPDX-License-Identifier: EUPL-1.2
"""What managers sign and read, as vectors and the differential test call it."""

from collections.abc import Mapping
from typing import Any, Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.passphrase import Language
from relay.crypto.signing import Statement, statement_hash, to_envelope
from relay.protocol import intake_key, intake_words, vouching
from relay.protocol.directory import Directory, Interpreter, Mediator, parse_directory
from relay.protocol.policy import Policy, parse_policy
from relay.records import Side
from relay.station import programme
from relay.station.key_file import unseal_key_file
from relay.station.vouching import mediator_words
from tests.vectors.functions_crypto import Function, statement_of
from tests.vectors.functions_trust import root_of


def verify_intake_key(given: Mapping[str, Any]) -> Any:
    statement = statement_of(given["statement"])
    intake_key.verify_intake_key(statement, root=root_of(given), today=given["today"])
    return {"hash": b64u(statement_hash("intake-key", statement.body))}


def verify_assignment(given: Mapping[str, Any]) -> Any:
    statement = statement_of(given["statement"])
    intake_key.verify_assignment(
        statement,
        root=root_of(given).root,
        case=given["case"],
        intake=given["intake"],
        box=unb64u(given["box"]),
    )
    return {"hash": intake_key.assignment_hash(statement)}


LANGUAGES: Final[tuple[Language, ...]] = ("en", "fr")


def verify_vouching(given: Mapping[str, Any]) -> Any:
    found = vouching.verify_vouching(
        statement_of(given["statement"]), root=root_of(given), today=given["today"]
    )
    words = {tongue: mediator_words(found.mediator, tongue) for tongue in LANGUAGES}
    return {"voucher": {"mediator": found.voucher.mediator, "key": found.voucher.key}, "words": words}


def parse_asking(given: Mapping[str, Any]) -> Any:
    asking = intake_words.parse_asking(unb64u(given["padded"]))
    return {"padded": b64u(intake_words.build_asking(asking)), "who": asking.who}


def parse_sheet(given: Mapping[str, Any]) -> Any:
    sheet = intake_words.parse_sheet(unb64u(given["padded"]))
    return {"padded": b64u(intake_words.build_sheet(sheet))}


def open_sheet(given: Mapping[str, Any]) -> Any:
    content = intake_words.open_sheet(
        unb64u(given["seed"]),
        unb64u(given["box"]),
        wrapped=unb64u(given["wrap"]),
        context=intake_words.sheet_context(given["programme"], given["intake"]),
    )
    return {"content": b64u(content)}


def open_key_file(given: Mapping[str, Any]) -> Any:
    keys = unseal_key_file(given["content"].encode(), words=given["words"])
    return {"type": keys.type, "seed": keys.seed, "intake": keys.intake, "account": keys.account}


def _signed(statement: Statement) -> Any:
    return to_envelope(statement)


def next_directory(given: Mapping[str, Any]) -> Any:
    """Change the standing directory in one way, and sign it as the next one, with its intake key."""
    standing = programme.Standing(
        root=statement_of(given["root"]),
        directory=statement_of(given["directory"], max_body_bytes=1_048_576),
    )
    seed = unb64u(given["seed"])
    changed = _CHANGES[given["change"]](parse_directory(standing.directory.body), given)
    signed = programme.next_directory(
        seed, changed, standing=standing, day=given["day"], valid_until=given["valid_until"]
    )
    shown = programme.shown_intake_key(seed, signed)
    return {"directory": _signed(signed), "intake": None if shown is None else _signed(shown)}


def _with_mediator(directory: Directory, given: Mapping[str, Any]) -> Directory:
    mediator = Mediator(programme=directory.programme, mediator=given["key"], kem=given["kem"])
    seeds = (unb64u(given["seed"]), unb64u(given["second"]))
    return programme.with_mediator(directory, mediator, seeds=seeds)


def _with_interpreter(directory: Directory, given: Mapping[str, Any]) -> Directory:
    entry = Interpreter(key=given["key"], kem=given["kem"], status="active")
    return programme.with_interpreter(directory, entry)


def _with_policies(directory: Directory, given: Mapping[str, Any]) -> Directory:
    return programme.with_policies(directory, (statement_of(given["policy"]),))


_CHANGES: Final = {
    "none": lambda directory, _: directory,
    "mediator": _with_mediator,
    "without-mediator": lambda directory, given: programme.without_mediator(directory, given["key_id"]),
    "interpreter": _with_interpreter,
    "without-interpreter": lambda directory, given: programme.without_interpreter(directory, given["key_id"]),
    "retired-interpreter": lambda directory, given: programme.with_retired_interpreter(
        directory, given["key_id"]
    ),
    "policy": _with_policies,
}


def next_policy(given: Mapping[str, Any]) -> Any:
    """Name a certificate in the standing policy, and sign it as the next one, and as a first one."""
    standing = statement_of(given["policy"])
    changed: Policy = programme.with_certificate(
        parse_policy(standing.body),
        participant=given["participant"],
        side=Side(given["side"]),
        certificate=given["certificate"],
        epoch=given["epoch"],
    )
    seed = unb64u(given["seed"])
    return {
        "next": _signed(programme.next_policy(seed, changed, standing=standing)),
        "first": _signed(programme.first_policy(seed, changed)),
    }


def receipt_number(given: Mapping[str, Any]) -> Any:
    return {"number": intake_words.receipt_number(given["intake"])}


OFFICE: Final[Mapping[str, Function]] = {
    "verify-intake-key": verify_intake_key,
    "verify-assignment": verify_assignment,
    "verify-vouching": verify_vouching,
    "parse-asking": parse_asking,
    "parse-sheet": parse_sheet,
    "open-sheet": open_sheet,
    "open-key-file": open_key_file,
    "next-directory": next_directory,
    "next-policy": next_policy,
    "receipt-number": receipt_number,
}
