# SPDX-License-Identifier: EUPL-1.2
"""What most functions need first, as vectors give it: verified root, directory, policy, certificate."""

from collections.abc import Mapping
from typing import Any

from relay.protocol import certificate, directory, manifest, policy, root
from tests.vectors.functions_crypto import statement_of


def seen_of(found: Mapping[str, Any] | None, number: str) -> tuple[int, str] | None:
    return None if found is None else (found[number], found["hash"])


def root_of(given: Mapping[str, Any]) -> root.VerifiedRoot:
    return root.verify_root(
        statement_of(given["root"]),
        fingerprint=given["fingerprint"],
        today=given["today"],
        seen_epoch=given["seen_epoch"],
    )


def directory_of(given: Mapping[str, Any]) -> directory.VerifiedDirectory:
    statement = statement_of(given["directory"], max_body_bytes=directory.MAX_DIRECTORY_BYTES)
    return directory.verify_directory(
        statement,
        root=root_of(given),
        today=given["today"],
        seen=seen_of(given["seen_directory"], "epoch"),
        grace_days=given["grace_days"],
    )


def policy_of(given: Mapping[str, Any]) -> policy.VerifiedPolicy:
    found = policy.verify_policy(
        statement_of(given["policy"]),
        case=given["case"],
        trust=directory_of(given),
        seen=seen_of(given["seen_policy"], "version"),
    )
    return policy.with_past(found, [statement_of(envelope) for envelope in given["past"]])


def manifest_of(given: Mapping[str, Any]) -> manifest.VerifiedManifest:
    return manifest.verify_manifest(
        statement_of(given["manifest"]),
        programme=given["programme"],
        case=given["case"],
        seen=given.get("seen_manifest"),
    )


def certificate_of(given: Mapping[str, Any], known: policy.VerifiedPolicy) -> certificate.VerifiedCertificate:
    return certificate.verify_certificate(
        statement_of(given["certificate"]), policy=known, participant=given["participant"]
    )
