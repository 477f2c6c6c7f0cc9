# SPDX-License-Identifier: EUPL-1.2
"""The functions of ``relay/crypto`` as vectors and the differential test call them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from relay.crypto import (
    box,
    canonical,
    codes,
    derive,
    keys,
    padding,
    passphrase,
    signing,
    stream,
    tickets,
    tree,
)
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.wrapping import unwrap

Function = Callable[[Mapping[str, Any]], Any]


def statement_of(envelope: Mapping[str, str], **limits: int) -> signing.Statement:
    """Read an input's envelope."""
    return signing.from_envelope(envelope["body"], envelope["key"], envelope["sig"], **limits)


def decode(given: Mapping[str, Any]) -> Any:
    limit = given.get("max_bytes", canonical.MAX_STATEMENT_BYTES)
    return {"value": canonical.decode(unb64u(given["body"]), max_bytes=limit)}


def derive_bytes(given: Mapping[str, Any]) -> Any:
    derived = derive.derive(
        unb64u(given["key"]),
        given["label"],
        salt=unb64u(given["salt"]),
        context=unb64u(given["context"]),
        size=given["size"],
    )
    return {"bytes": b64u(derived)}


def tagged_hash(given: Mapping[str, Any]) -> Any:
    return {"bytes": b64u(derive.tagged_hash(given["kind"], unb64u(given["content"])))}


def seal_box(given: Mapping[str, Any]) -> Any:
    sealed = box.seal_box(
        unb64u(given["key"]),
        unb64u(given["plaintext"]),
        label=given["label"],
        context=unb64u(given["context"]),
        salt=unb64u(given["salt"]),
    )
    return {"box": b64u(sealed)}


def open_box(given: Mapping[str, Any]) -> Any:
    opened = box.open_box(
        unb64u(given["key"]),
        unb64u(given["box"]),
        label=given["label"],
        context=unb64u(given["context"]),
    )
    return {"plaintext": b64u(opened)}


def sign(given: Mapping[str, Any]) -> Any:
    signed = signing.sign(unb64u(given["seed"]), given["kind"], body=unb64u(given["body"]))
    return {"envelope": signing.to_envelope(signed)}


def verify_statement(given: Mapping[str, Any]) -> Any:
    statement = statement_of(given["envelope"])
    signing.verify(statement, given["kind"], public_key=unb64u(given["public_key"]))
    return {"hash": b64u(signing.statement_hash(given["kind"], statement.body))}


def verify_bytes(given: Mapping[str, Any]) -> Any:
    signing.verify_bytes(
        unb64u(given["signed"]), unb64u(given["sig"]), public_key=unb64u(given["public_key"])
    )
    return {}


def decode_envelope(given: Mapping[str, Any]) -> Any:
    return {"envelope": signing.to_envelope(signing.decode_envelope(unb64u(given["raw"])))}


def unwrap_key(given: Mapping[str, Any]) -> Any:
    key = unwrap(
        unb64u(given["seed"]),
        unb64u(given["wrap"]),
        purpose=given["purpose"],
        subject=unb64u(given["subject"]),
    )
    return {"key": b64u(key)}


def keys_of(given: Mapping[str, Any]) -> Any:
    master = unb64u(given["master"])
    wk = keys.withdraw_seed(master, unb64u(given["message"]))
    return {
        "identity": b64u(keys.signing_public_key(keys.identity_seed(master))),
        "kem": b64u(keys.kem_public_key(keys.kem_seed(master))),
        "draft": b64u(keys.draft_key(master)),
        "bundle": b64u(keys.bundle_key(master)),
        "wk": b64u(keys.signing_public_key(wk)),
    }


def open_table(given: Mapping[str, Any]) -> Any:
    leaves = tree.open_table(unb64u(given["table"]), count=given["count"], root=unb64u(given["root"]))
    return {"leaves": len(leaves)}


def _part_keys(given: Mapping[str, Any]) -> box.SealKeys:
    return stream.part_keys(
        unb64u(given["content_key"]), salt=unb64u(given["salt"]), context=unb64u(given["context"])
    )


def open_chunk(given: Mapping[str, Any]) -> Any:
    opened = stream.open_chunk(
        _part_keys(given), unb64u(given["chunk"]), index=given["index"], last=given["last"]
    )
    return {"plaintext": b64u(opened)}


def open_part(given: Mapping[str, Any]) -> Any:
    part_keys, count = _part_keys(given), given["count"]
    stream.check_commitment(part_keys, unb64u(given["commitment"]))
    leaves = tree.open_table(unb64u(given["table"]), count=count, root=unb64u(given["root"]))
    chunks = stream.split_stored(unb64u(given["stored"]), count=count)
    padded = b""
    for index, (chunk, leaf) in enumerate(zip(chunks, leaves, strict=True)):
        tree.check_chunk(chunk, leaf=leaf)
        padded += stream.open_chunk(part_keys, chunk, index=index, last=index == count - 1)
    return {"content": b64u(padding.unpad(padded, letter=given["letter"]))}


def padded_size(given: Mapping[str, Any]) -> Any:
    return {"size": padding.padded_size(given["length"], letter=given["letter"])}


def unpad(given: Mapping[str, Any]) -> Any:
    return {"content": b64u(padding.unpad(unb64u(given["padded"]), letter=given["letter"]))}


def read_code(given: Mapping[str, Any]) -> Any:
    return {"secret": b64u(codes.read_code(given["text"], kind=given["kind"]))}


def write_code(given: Mapping[str, Any]) -> Any:
    return {"code": codes.write_code(unb64u(given["secret"]), kind=given["kind"])}


def read_account(given: Mapping[str, Any]) -> Any:
    return {"account": codes.read_account(given["text"])}


def normalise_words(given: Mapping[str, Any]) -> Any:
    return {"words": passphrase.normalise_words(given["text"])}


def generate_words(given: Mapping[str, Any]) -> Any:
    return {"words": passphrase.generate_words(unb64u(given["random"]), language=given["language"])}


def stretch_words(given: Mapping[str, Any]) -> Any:
    secret = passphrase.stretch_words(
        given["words"],
        unb64u(given["salt"]),
        passes=given["passes"],
        memory_kib=given["memory_kib"],
    )
    return {"secret": b64u(secret)}


def code_secret(given: Mapping[str, Any]) -> Any:
    secret = passphrase.code_secret(unb64u(given["code"]), unb64u(given["salt"]), slot=given["slot"])
    return {
        "secret": b64u(secret),
        "kek": b64u(passphrase.key_encryption_key(secret)),
        "login": b64u(keys.signing_public_key(passphrase.login_seed(secret))),
    }


def enrolment(given: Mapping[str, Any]) -> Any:
    ticket = unb64u(given["ticket"])
    tickets.check_participant_mac(ticket, unb64u(given["request"]), mac1=unb64u(given["mac1"]))
    tickets.check_mediator_mac(ticket, unb64u(given["answer"]), mac2=unb64u(given["mac2"]))
    return {"lookup": tickets.lookup_id(ticket)}


def safety_number(given: Mapping[str, Any]) -> Any:
    return {"number": tickets.safety_number(unb64u(given["one"]), unb64u(given["other"]))}


CRYPTO: Final[Mapping[str, Function]] = {
    "decode": decode,
    "derive": derive_bytes,
    "tagged-hash": tagged_hash,
    "seal-box": seal_box,
    "open-box": open_box,
    "sign": sign,
    "verify-statement": verify_statement,
    "verify-bytes": verify_bytes,
    "decode-envelope": decode_envelope,
    "unwrap": unwrap_key,
    "keys": keys_of,
    "open-table": open_table,
    "open-chunk": open_chunk,
    "open-part": open_part,
    "padded-size": padded_size,
    "unpad": unpad,
    "read-code": read_code,
    "write-code": write_code,
    "read-account": read_account,
    "normalise-words": normalise_words,
    "generate-words": generate_words,
    "stretch-words": stretch_words,
    "code-secret": code_secret,
    "enrolment": enrolment,
    "safety-number": safety_number,
}
