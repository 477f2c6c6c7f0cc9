# SPDX-License-Identifier: EUPL-1.2
"""One letter on its whole way, every statement made in order.

A case changes one record before it is signed (``Changes``), and everything after it is
made honestly from the changed one, so that each case has one defect and no other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.keys import (
    identity_seed,
    kem_public_key,
    kem_seed,
    signing_public_key,
    withdraw_seed,
)
from relay.crypto.signing import Statement, sign, to_envelope
from relay.crypto.wrapping import Purpose
from relay.protocol.approval import Approval, build_approval
from relay.protocol.certificate import Certificate, build_certificate
from relay.protocol.directory import (
    CaseEntry,
    Directory,
    build_directory,
)
from relay.protocol.manifest import Manifest, parse_manifest
from relay.protocol.policy import Participant, Policy, build_policy
from relay.protocol.readiness import Readiness, build_readiness
from relay.protocol.release import Release, build_release, wrap_hash
from relay.protocol.root import Manager, Root, build_root
from relay.protocol.sealing import Content, SealedMessage, SealingKeys, Words, seal_message
from tests.vectors.world import (
    CASE,
    CONTENT_KEY,
    DAY,
    EMPTY_HASH,
    FINGERPRINT,
    KEPT,
    LETTER,
    MANAGERS,
    MEDIATORS,
    MESSAGE,
    PROGRAMME,
    Change,
    hash_of,
    ident,
    ident_of,
    master,
    mediator_entry,
    named,
    public,
    seed,
    unchanged,
    voucher,
)


@dataclass(frozen=True, kw_only=True)
class Changes:
    """What one case changes, each before signing; ``signers`` names other seeds by kind."""

    root: Change = unchanged
    directory: Change = unchanged
    policy: Change = unchanged
    certificate: Change = unchanged
    outline: Change = unchanged
    contents: Change = unchanged
    words: Change = unchanged
    approval: Change = unchanged
    readiness: Change = unchanged
    release: Change = unchanged
    signers: Mapping[str, str] = field(default_factory=dict[str, str])
    author_seed: bytes | None = None
    manifest_seed: bytes | None = None


@dataclass(frozen=True, kw_only=True)
class Story:
    """A letter from the person responsible (author) to the person harmed (reader)."""

    changes: Changes = field(default_factory=Changes)
    message: str = MESSAGE
    content_key: bytes = CONTENT_KEY
    letter: str = LETTER

    def _signed(self, kind: str, body: bytes, signer: str) -> Statement:
        return sign(seed(self.changes.signers.get(kind, signer)), kind, body=body)

    @cached_property
    def root(self) -> Statement:
        managers = sorted(b64u(public(name)) for name in MANAGERS)
        made = Root(
            programme=PROGRAMME,
            root=b64u(public("root")),
            epoch=2,
            expires="2031-01-01",
            managers=tuple(Manager(key=key, status="active") for key in managers),
        )
        return self._signed("root", build_root(self.changes.root(made)), "root")

    def certificate_of(self, person: str, *, epoch: int = 1, change: Change = unchanged) -> Statement:
        own = master(person)
        made = Certificate(
            programme=PROGRAMME,
            case=CASE,
            participant=ident(person),
            epoch=epoch,
            identity=b64u(signing_public_key(identity_seed(own))),
            kem=b64u(kem_public_key(kem_seed(own))),
            day=DAY,
        )
        return self._signed("certificate", build_certificate(change(made)), "mediator one")

    @cached_property
    def author_certificate(self) -> Statement:
        return self.certificate_of("author", change=self.changes.certificate)

    @cached_property
    def reader_certificate(self) -> Statement:
        return self.certificate_of("reader")

    @cached_property
    def policy(self) -> Statement:
        made = Policy(
            programme=PROGRAMME,
            case=CASE,
            version=3,
            previous=EMPTY_HASH,
            participants=tuple(
                sorted(
                    (
                        self._participant("author", "responsible", self.author_certificate),
                        self._participant("reader", "harmed", self.reader_certificate),
                    ),
                    key=lambda entry: entry.participant,
                )
            ),
            mediators=tuple(sorted(named(name) for name in MEDIATORS)),
            quorum=2,
            cooling_seconds=86_400,
            channels=("letter", "relayed", "video"),
            retention="ten-years",
            consent_text=EMPTY_HASH,
        )
        return self._signed("policy", build_policy(self.changes.policy(made)), "manager one")

    @staticmethod
    def _participant(person: str, side: str, certificate: Statement) -> Participant:
        return Participant(
            participant=ident(person),
            side=side,
            certificate=hash_of("certificate", certificate),
            former=(),
            epoch=1,
        )

    @cached_property
    def directory(self) -> Statement:
        entries = sorted((mediator_entry(name) for name in MEDIATORS), key=lambda entry: entry.key)
        vouchers = [voucher(mediator, manager) for mediator in MEDIATORS for manager in MANAGERS]
        made = Directory(
            programme=PROGRAMME,
            epoch=5,
            previous=EMPTY_HASH,
            root=hash_of("root", self.root),
            day="2026-11-15",
            valid_until="2026-12-15",
            mediators=tuple(entries),
            vouchers=tuple(sorted(vouchers, key=lambda one: (one.mediator, one.key))),
            interpreters=(),
            kiosks=(),
            intake=None,
            service=b64u(public("service")),
            cases=(CaseEntry(case=CASE, version=3, policy=hash_of("policy", self.policy)),),
        )
        return self._signed("directory", build_directory(self.changes.directory(made)), "manager two")

    @property
    def references(self) -> dict[str, Any]:
        return {
            "directory": hash_of("directory", self.directory),
            "directory_epoch": 5,
            "policy": hash_of("policy", self.policy),
            "policy_version": 3,
        }

    @cached_property
    def sealed(self) -> SealedMessage:
        wk = withdraw_seed(master("author"), unb64u(self.message))
        outline = Manifest(
            programme=PROGRAMME,
            case=CASE,
            message=self.message,
            sender=ident("author"),
            addressees=(ident("reader"),),
            channel="letter",
            class_="original",
            wk=b64u(signing_public_key(wk)),
            parts=(),
            header_hash=EMPTY_HASH,
            supersedes=None,
            derived_from=None,
            day=DAY,
            **self.references,
        )
        contents = [
            Content(
                type="text/plain",
                content=self.letter.encode(),
                duration_ms=None,
                salt=seed("part salt"),
            )
        ]
        words = Words(
            language="fr",
            content_note="Une première lettre.",
            certificate=hash_of("certificate", self.author_certificate),
        )
        return seal_message(
            self.changes.outline(outline),
            self.changes.contents(contents),
            words=self.changes.words(words),
            keys=SealingKeys(
                content_key=self.content_key,
                wk_seed=self.changes.manifest_seed or wk,
                author_seed=self.changes.author_seed or identity_seed(master("author")),
            ),
            header_salt=seed("header salt"),
        )

    @property
    def manifest(self) -> Manifest:
        return parse_manifest(self.sealed.manifest.body)

    @property
    def manifest_hash(self) -> str:
        return hash_of("manifest", self.sealed.manifest)

    @property
    def about(self) -> dict[str, Any]:
        return {
            "programme": PROGRAMME,
            "case": CASE,
            "message": self.message,
            "manifest": self.manifest_hash,
        }

    def approval_by(self, mediator: str, *, change: Change = unchanged) -> Statement:
        made = Approval(
            **self.about,
            mediator=ident_of(self.changes.signers.get("approval", mediator)),
            addressees=self.manifest.addressees,
            number=1,
            note=None,
            day=DAY,
            **self.references,
        )
        return self._signed("approval", build_approval(change(made)), mediator)

    @cached_property
    def approvals(self) -> tuple[Statement, ...]:
        first, *others = MEDIATORS
        changed = self.approval_by(first, change=self.changes.approval)
        return (changed, *(self.approval_by(mediator) for mediator in others))

    def readiness_of(self, answer: str, *, number: int, change: Change = unchanged) -> Statement:
        made = Readiness(
            **self.about,
            participant=ident("reader"),
            answer=answer,
            number=number,
            plan=None,
            day=DAY,
            **self.references,
        )
        return sign(identity_seed(master("reader")), "readiness", body=build_readiness(change(made)))

    @cached_property
    def readiness(self) -> Statement:
        return self.readiness_of("ready", number=4, change=self.changes.readiness)

    @cached_property
    def wrap(self) -> bytes:
        return self.wrap_for("reader", purpose="release")

    def wrap_for(self, person: str, *, purpose: Purpose) -> bytes:
        subject = unb64u(self.manifest_hash)
        return KEPT.get(kem_seed(master(person)), self.content_key, purpose=purpose, subject=subject)

    @cached_property
    def release(self) -> Statement:
        made = Release(
            **self.about,
            addressee=ident("reader"),
            certificate=hash_of("certificate", self.reader_certificate),
            epoch=1,
            readiness=hash_of("readiness", self.readiness),
            approvals=tuple(sorted(hash_of("approval", one) for one in self.approvals)),
            wrap=wrap_hash(self.wrap),
            day=DAY,
            **self.references,
        )
        return self._signed("release", build_release(self.changes.release(made)), "mediator two")

    def trust_input(self) -> dict[str, Any]:
        """Return the input of ``verify-policy``."""
        return {
            "fingerprint": FINGERPRINT,
            "programme": PROGRAMME,
            "case": CASE,
            "today": DAY,
            "seen_epoch": 2,
            "seen_directory": None,
            "seen_policy": None,
            "grace_days": 0,
            "root": to_envelope(self.root),
            "directory": to_envelope(self.directory),
            "policy": to_envelope(self.policy),
            "past": [],
        }

    def message_input(self) -> dict[str, Any]:
        """Return the input of ``verify-approval``, without the statement."""
        return {
            **self.trust_input(),
            "manifest": to_envelope(self.sealed.manifest),
            "seen_manifest": None,
        }

    def release_input(self) -> dict[str, Any]:
        """Return the input of ``open-released``, which ``verify-release`` takes too."""
        stored = self.sealed.stored
        return {
            **self.message_input(),
            "certificates": [to_envelope(self.author_certificate)],
            "approvals": [to_envelope(one) for one in self.approvals],
            "readiness": [to_envelope(self.readiness)],
            "release": to_envelope(self.release),
            "wrap": b64u(self.wrap),
            "withdrawals": [],
            "me": {
                "participant": ident("reader"),
                "identity": b64u(signing_public_key(identity_seed(master("reader")))),
                "certificate": hash_of("certificate", self.reader_certificate),
                "epoch": 1,
            },
            "kem_seed": b64u(kem_seed(master("reader"))),
            "header": b64u(stored.header),
            "confirmation": None,
            "parts": [{"table": b64u(part.table), "stored": b64u(part.stored)} for part in stored.parts],
            "grants": [],
            "original": None,
        }


def a_story(**changes: Any) -> Story:
    """Return the story with one thing changed."""
    return Story(changes=Changes(**changes))
