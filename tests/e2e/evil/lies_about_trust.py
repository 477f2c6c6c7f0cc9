# SPDX-License-Identifier: EUPL-1.2
"""Lies about who is trusted: roots, directories, policies and certificates."""

import json
import secrets
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from relay.crypto import keys
from relay.crypto.encoding import b64u, unb64u
from relay.protocol.root import fingerprint_of, key_id_text, programme_of
from tests.e2e.evil.forging import body_of, hash_of, reworded, signed_raw
from tests.e2e.evil.stage import World
from tests.e2e.evil.tables import Json, Table

TRUST: Final = Table()
_MEBIBYTE: Final = 1 << 20


def days_ago(days: int) -> str:
    """Return a day of the past."""
    return (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%d")


def next_directory(world: World, trust: Json, *, by: bytes | None = None, **fields: Any) -> Json:
    """Return a view whose directory is the next one, with other fields."""
    known = trust["directory"]
    follows = {"epoch": body_of(known)["epoch"] + 1, "previous": hash_of(known)}
    return trust | {"directory": reworded(known, by or world.manager, **follows | fields)}


def next_root(world: World, trust: Json, *, directory_by: bytes | None = None, **fields: Any) -> Json:
    """Return a view whose root is the next one, with a directory standing on it."""
    root = reworded(trust["root"], world.root, epoch=body_of(trust["root"])["epoch"] + 1, **fields)
    return next_directory(world, trust, by=directory_by, root=hash_of(root)) | {"root": root}


def next_policy(
    world: World, trust: Json, *, by: bytes | None = None, named_by: bytes | None = None, **fields: Any
) -> Json:
    """Return a view whose policy is the next one, named by the next directory."""
    [known] = trust["policies"]
    body = body_of(known)
    follows = {"version": body["version"] + 1, "previous": hash_of(known)}
    policy = reworded(known, by or world.manager, **follows | fields)
    case = {"case": body["case"], "version": body["version"] + 1, "policy": hash_of(policy)}
    return next_directory(world, trust, by=named_by, cases=[case]) | {"policies": [policy]}


def mediators_with(trust: Json, person: str, **fields: Any) -> list[Json]:
    """Return the directory's mediators, one of them, by key id, with other fields."""
    listed = body_of(trust["directory"])["mediators"]
    return [one | fields if key_id_text(one["key"]) == person else one for one in listed]


def foreign_certificate(world: World, trust: Json, person: str) -> Json:
    """Return a certificate by a mediator of the case over keys that are not the person's."""
    known = next(one for one in trust["certificates"] if body_of(one)["participant"] == person)
    seed = secrets.token_bytes(32)
    foreign = b64u(keys.signing_public_key(seed))
    return reworded(known, world.one.keyring.identity_seed, identity=foreign)


def _without_certificate(trust: Json, person: str) -> list[Json]:
    return [one for one in trust["certificates"] if body_of(one)["participant"] != person]


@TRUST.about("trust", "root-wrong")
def another_programmes_root(world: World, trust: Json) -> Json:
    """A root that its own key signed: but it is not the pinned one."""
    seed = secrets.token_bytes(32)
    public = keys.signing_public_key(seed)
    theirs = {"root": b64u(public), "programme": programme_of(fingerprint_of(public))}
    return trust | {"root": reworded(trust["root"], seed, **theirs)}


@TRUST.about("trust", "signature-wrong")
def a_root_signed_by_a_manager(world: World, trust: Json) -> Json:
    """The right root's name, signed by somebody else."""
    return trust | {"root": reworded(trust["root"], world.manager)}


@TRUST.about("trust", "rollback")
def all_of_an_earlier_time(world: World, trust: Json) -> Json:
    """Root, directory and policy as they truly stood once."""
    return world.before


@TRUST.about("trust", "rollback")
def an_older_directory(world: World, trust: Json) -> Json:
    """A directory that truly stood under this root before."""
    return trust | {"directory": world.renewed["directory"]}


@TRUST.about("trust", "fork")
def a_second_directory_of_the_epoch(world: World, trust: Json) -> Json:
    """A manager signed two directories with one number."""
    other = reworded(trust["directory"], world.manager, day=days_ago(1))
    return trust | {"directory": other}


@TRUST.about("trust", "expired")
def a_root_past_its_date(world: World, trust: Json) -> Json:
    """Signed by the root, and over since yesterday."""
    return next_root(world, trust, expires=days_ago(1))


@TRUST.about("trust", "expired")
def a_directory_past_its_date(world: World, trust: Json) -> Json:
    """Over for longer than what was released may still be read."""
    return next_directory(world, trust, valid_until=days_ago(31))


@TRUST.about("trust", "signer-not-allowed")
def a_directory_by_a_mediator(world: World, trust: Json) -> Json:
    """A mediator writes who the mediators are."""
    return next_directory(world, trust, by=world.one.keyring.identity_seed)


@TRUST.about("trust", "signer-not-allowed")
def a_directory_by_the_server(world: World, trust: Json) -> Json:
    """The service key signs receipts, not directories."""
    return next_directory(world, trust, by=world.service)


@TRUST.about("trust", "revoked")
def a_directory_by_a_revoked_manager(world: World, trust: Json) -> Json:
    """The root says that this manager is none any more."""
    [manager] = body_of(trust["root"])["managers"]
    return next_root(world, trust, managers=[manager | {"status": "revoked"}])


@TRUST.about("trust", "root-wrong")
def a_directory_on_another_root(world: World, trust: Json) -> Json:
    """The directory stands on a root that is not the one shown."""
    return next_directory(world, trust, root=b64u(bytes(32)))


@TRUST.about("trust", "not-vouched")
def a_mediators_key_swapped_by_one_manager(world: World, trust: Json) -> Json:
    """A manager alone cannot give a mediator other keys: what others seal would be the manager's."""
    kem = b64u(keys.kem_public_key(secrets.token_bytes(32)))
    return next_directory(world, trust, mediators=mediators_with(trust, world.one.keyring.key_id, kem=kem))


@TRUST.about("trust", "not-approved")
def a_mediator_revoked_since(world: World, trust: Json) -> Json:
    """The approval of a mediator who was revoked meanwhile does not count."""
    listed = mediators_with(trust, world.two.keyring.key_id, status="revoked")
    return next_directory(world, trust, mediators=listed)


@TRUST.about("trust", "rollback")
def an_older_policy(world: World, trust: Json) -> Json:
    """The policy as it truly stood when one mediator was enough."""
    return trust | {"policies": world.before["policies"]}


@TRUST.about("trust", "signer-not-allowed")
def a_quorum_lowered_by_a_mediator(world: World, trust: Json) -> Json:
    """A mediator writes that one is enough."""
    lowered = next_policy(world, trust, by=world.one.keyring.identity_seed, quorum=1)
    return trust | {"policies": lowered["policies"]}


@TRUST.about("trust", "signer-not-allowed")
def a_quorum_lowered_and_named_by_a_mediator(world: World, trust: Json) -> Json:
    """The same, with a directory of the mediator's own beside it."""
    seed = world.one.keyring.identity_seed
    return next_policy(world, trust, by=seed, named_by=seed, quorum=1)


@TRUST.about("trust", "policy-mismatch")
def a_quorum_lowered_by_a_manager_and_named_nowhere(world: World, trust: Json) -> Json:
    """A manager signed a policy with one approval; the directory names another."""
    return trust | {"policies": next_policy(world, trust, quorum=1)["policies"]}


@TRUST.about("trust", "policy-mismatch")
def no_policy(world: World, trust: Json) -> Json:
    """The rules of the case are left out."""
    return trust | {"policies": []}


@TRUST.about("trust", "own-entry-wrong")
def the_readers_own_key_swapped(world: World, trust: Json) -> Json:
    """Mediator and manager together certify another key as the reader's."""
    person = world.reader.keyring.person
    foreign = foreign_certificate(world, trust, person)
    listed = [
        one | {"certificate": hash_of(foreign), "former": [one["certificate"]], "epoch": 2}
        if one["participant"] == person
        else one
        for one in body_of(trust["policies"][0])["participants"]
    ]
    shown = [*_without_certificate(trust, person), foreign]
    return next_policy(world, trust, participants=listed) | {"certificates": shown}


@TRUST.about("trust", "own-entry-wrong")
def the_readers_entry_of_another_epoch(world: World, trust: Json) -> Json:
    """The reader's certificate under a number that it does not have."""
    person = world.reader.keyring.person
    listed = [
        one | {"epoch": 2} if one["participant"] == person else one
        for one in body_of(trust["policies"][0])["participants"]
    ]
    return next_policy(world, trust, participants=listed)


@TRUST.about("trust", "own-entry-wrong")
def the_readers_certificate_withheld(world: World, trust: Json) -> Json:
    """What the policy names as the reader's is not shown."""
    return trust | {"certificates": _without_certificate(trust, world.reader.keyring.person)}


@TRUST.about("trust", "certificate-wrong")
def the_authors_certificate_withheld(world: World, trust: Json) -> Json:
    """Nobody can say who wrote it."""
    return trust | {"certificates": _without_certificate(trust, world.author.keyring.person)}


@TRUST.about("trust", "certificate-wrong")
def the_authors_key_swapped_by_a_mediator(world: World, trust: Json) -> Json:
    """A mediator certified another key without the manager: no policy names it."""
    person = world.author.keyring.person
    foreign = foreign_certificate(world, trust, person)
    return trust | {"certificates": [*_without_certificate(trust, person), foreign]}


@TRUST.about("trust", "not-canonical")
def a_directory_written_with_spaces(world: World, trust: Json) -> Json:
    """The same directory in another encoding, signed by the manager."""
    raw = json.dumps(body_of(trust["directory"]), sort_keys=True).encode()
    return trust | {"directory": signed_raw(raw, "directory", world.manager)}


@TRUST.about("trust", "not-canonical")
def a_policy_that_says_its_quorum_twice(world: World, trust: Json) -> Json:
    """Two fields of one name: one parser takes the first, another the last."""
    raw = unb64u(trust["policies"][0]["body"])
    doubled = raw.replace(b'"quorum":2', b'"quorum":1,"quorum":2')
    return trust | {"policies": [signed_raw(doubled, "policy", world.manager)]}


@TRUST.about("trust", "wrong-shape")
def a_directory_with_an_unknown_field(world: World, trust: Json) -> Json:
    """A field that this version does not know."""
    return next_directory(world, trust, quorum=1)


@TRUST.about("trust", "unknown-suite")
def a_directory_of_another_suite(world: World, trust: Json) -> Json:
    """A version that this client does not speak."""
    return next_directory(world, trust, suite=2)


@TRUST.about("trust", "unknown-suite")
def a_policy_as_the_directory(world: World, trust: Json) -> Json:
    """A manager's statement of another kind."""
    return trust | {"directory": trust["policies"][0]}


@TRUST.about("trust", "wrong-context")
def a_directory_of_another_programme(world: World, trust: Json) -> Json:
    """Signed by the manager for somewhere else."""
    return next_directory(world, trust, programme=b64u(bytes(16)))


@TRUST.about("trust", "too-large")
def a_directory_without_measure(world: World, trust: Json) -> Json:
    """More than a mebibyte."""
    raw = unb64u(trust["directory"]["body"]).ljust(_MEBIBYTE + 1, b" ")
    return trust | {"directory": signed_raw(raw, "directory", world.manager)}


@TRUST.about("trust", "unknown-suite")
def a_manifest_as_the_policy(world: World, trust: Json) -> Json:
    """A statement that is valid elsewhere."""
    return trust | {"policies": [world.details[world.letter]["manifest"]]}
