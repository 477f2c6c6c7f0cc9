# SPDX-License-Identifier: EUPL-1.2
"""Lies at enrolment: to who joins, about whom to believe; to the mediator, about who joined."""

import json
import secrets
from typing import Any, Final

from relay.crypto import canonical, codes, keys, tickets
from relay.crypto.encoding import b64u, unb64u
from relay.protocol.root import fingerprint_of, programme_of
from tests.e2e.evil.forging import flipped, hash_of, reworded
from tests.e2e.evil.lies_about_gates import seed_of
from tests.e2e.evil.lies_about_trust import days_ago, next_directory, next_policy
from tests.e2e.evil.stage import World
from tests.e2e.evil.tables import Json, Table

JOINING: Final = Table()
CERTIFYING: Final = Table()


def _answer(ticket: Json, **fields: Any) -> Json:
    return ticket | {"answer": ticket["answer"] | fields}


def _foreign(world: World, ticket: Json) -> Json:
    """Return a certificate by a true mediator over keys that are not the newcomer's."""
    public = b64u(keys.signing_public_key(secrets.token_bytes(32)))
    return reworded(ticket["answer"]["certificate"], seed_of(world.one), identity=public)


def sealed_answer(world: World, ticket: Json, **fields: Any) -> Json:
    """Return an answer in other words, under a MAC by somebody who read the ticket on its way."""
    said = ticket["answer"] | fields
    covered = {
        "certificate": hash_of(said["certificate"]),
        "directory": hash_of(said["directory"]),
        "mac1": world.newcomer.mac1,
        "policy": hash_of(said["policy"]),
        "root": world.cast.fingerprint,
    }
    secret = codes.read_code(world.newcomer_code, kind="ticket")
    mac2 = b64u(tickets.mediator_mac(secret, canonical.encode(covered)))
    return ticket | {"answer": said | {"mac2": mac2}}


def _trust(ticket: Json) -> Json:
    answer = ticket["answer"]
    return {"root": answer["root"], "directory": answer["directory"], "policies": [answer["policy"]]}


@JOINING.about("ticket", "ticket-wrong")
def a_forged_mac(world: World, ticket: Json) -> Json:
    """The server does not hold the ticket's secret, and guesses."""
    return _answer(ticket, mac2=flipped(ticket["answer"]["mac2"]))


@JOINING.about("ticket", "ticket-wrong")
def a_root_of_another_programme(world: World, ticket: Json) -> Json:
    """A programme that the server made up."""
    seed = secrets.token_bytes(32)
    public = keys.signing_public_key(seed)
    theirs = {"root": b64u(public), "programme": programme_of(fingerprint_of(public))}
    return _answer(ticket, root=reworded(ticket["answer"]["root"], seed, **theirs))


@JOINING.about("ticket", "ticket-wrong")
def an_older_directory_in_the_answer(world: World, ticket: Json) -> Json:
    """A directory that truly stood once."""
    return _answer(ticket, directory=world.renewed["directory"])


@JOINING.about("ticket", "ticket-wrong")
def an_older_policy_in_the_answer(world: World, ticket: Json) -> Json:
    """The rules of when one mediator was enough."""
    return _answer(ticket, policy=world.before["policies"][0])


@JOINING.about("ticket", "ticket-wrong")
def a_certificate_over_swapped_keys(world: World, ticket: Json) -> Json:
    """A mediator of the case certified keys that the server put in."""
    return _answer(ticket, certificate=_foreign(world, ticket))


@JOINING.about("ticket", "ticket-wrong")
def an_answer_without_rules(world: World, ticket: Json) -> Json:
    """No policy, as it would be for a mediator."""
    return _answer(ticket, policy=None)


@JOINING.about("ticket", "ticket-wrong")
def an_answer_without_a_certificate(world: World, ticket: Json) -> Json:
    """Nobody vouches for the newcomer's keys."""
    return _answer(ticket, certificate=None)


@JOINING.about("ticket", "ticket-wrong")
def keys_swapped_on_the_way(world: World, ticket: Json) -> Json:
    """Other keys went to the mediator under another MAC1, which this newcomer did not make."""
    return ticket | {"mac1": b64u(bytes(32))}


@JOINING.about("ticket", "own-entry-wrong")
def swapped_keys_with_the_ticket_read_on_its_way(world: World, ticket: Json) -> Json:
    """Somebody read the ticket, and mediator and manager name a foreign key as the newcomer's."""
    foreign = _foreign(world, ticket)
    person = world.newcomer.keyring.person
    policy = ticket["answer"]["policy"]
    listed = [
        one | {"certificate": hash_of(foreign)} if one["participant"] == person else one
        for one in json.loads(unb64u(policy["body"]))["participants"]
    ]
    following = next_policy(world, _trust(ticket), participants=listed)
    return sealed_answer(
        world,
        ticket,
        certificate=foreign,
        directory=following["directory"],
        policy=following["policies"][0],
    )


@JOINING.about("ticket", "expired")
def a_directory_that_is_over(world: World, ticket: Json) -> Json:
    """Nobody joins under a directory past its date, whoever sealed the answer."""
    late = next_directory(world, _trust(ticket), valid_until=days_ago(1))
    return sealed_answer(world, ticket, directory=late["directory"])


@JOINING.about("ticket", "signer-not-allowed")
def a_directory_by_a_mediator_with_the_ticket_read(world: World, ticket: Json) -> Json:
    """A mediator who holds the ticket writes a directory."""
    forged = next_directory(world, _trust(ticket), by=seed_of(world.one))
    return sealed_answer(world, ticket, directory=forged["directory"])


def _request(page: Json, world: World, change: Any) -> Json:
    """Return the list of tickets with the waiting one's request changed."""
    lookup = tickets.lookup_id(codes.read_code(world.asking, kind="ticket"))
    return page | {"tickets": [change(one) if one["lookup"] == lookup else one for one in page["tickets"]]}


def _swapped(ticket: Json, **fields: Any) -> Json:
    body = json.loads(unb64u(ticket["request"])) | fields
    return ticket | {"request": b64u(canonical.encode(body))}


@CERTIFYING.about("tickets", "")
def another_identity_key(world: World, page: Json) -> Json:
    """The server puts its own signing key into the request."""
    foreign = b64u(keys.signing_public_key(secrets.token_bytes(32)))
    return _request(page, world, lambda one: _swapped(one, identity=foreign))


@CERTIFYING.about("tickets", "")
def another_sealing_key(world: World, page: Json) -> Json:
    """The server puts its own X-Wing key into the request."""
    foreign = b64u(keys.kem_public_key(secrets.token_bytes(32)))
    return _request(page, world, lambda one: _swapped(one, kem=foreign))


@CERTIFYING.about("tickets", "")
def another_persons_place(world: World, page: Json) -> Json:
    """The keys are to count for somebody who is in the case already."""
    person = world.author.keyring.person
    return _request(page, world, lambda one: _swapped(one, participant=person) | {"person": person})


@CERTIFYING.about("tickets", "")
def another_mac(world: World, page: Json) -> Json:
    """The server guesses MAC1."""
    return _request(page, world, lambda one: one | {"mac1": flipped(one["mac1"])})
