# SPDX-License-Identifier: EUPL-1.2
"""Lies about what was agreed to: approvals, decisions, answers, releases and wraps."""

import secrets
from typing import Any, Final

from relay.crypto.encoding import b64u, unb64u
from relay.crypto.wrapping import Purpose, wrap
from relay.demo.hands import Hand
from relay.protocol.release import wrap_hash
from tests.e2e.evil.forging import (
    body_of,
    find,
    flipped,
    hash_of,
    in_place_of,
    kind_of,
    reworded,
    signed,
    unsigned,
    without,
)
from tests.e2e.evil.stage import World
from tests.e2e.evil.tables import Json, Table

GATES: Final = Table()


def seed_of(hand: Hand) -> bytes:
    """Return what somebody signs with."""
    return hand.keyring.identity_seed


def approvals_of(detail: Json) -> list[Json]:
    """Return a message's approvals."""
    return [one for one in detail["statements"] if kind_of(one) == "approval"]


def approval_by(world: World, detail: Json, hand: Hand) -> Json:
    """Return one mediator's approval."""
    return next(one for one in approvals_of(detail) if body_of(one)["mediator"] == hand.keyring.person)


def decision(world: World, detail: Json, hand: Hand, **fields: Any) -> Json:
    """Return a mediator's signed "not yet"."""
    said = body_of(approval_by(world, detail, hand))
    kept = {
        key: said[key] for key in ("suite", "programme", "case", "mediator", "message", "manifest", "day")
    }
    body = kept | {"kind": "decision", "decision": "decline", "until": None, "number": 90, "note": None}
    return signed(body | fields, seed_of(hand))


def answer(world: World, detail: Json, **fields: Any) -> Json:
    """Return an answer by the reader's own key."""
    return reworded(find(detail, "readiness"), seed_of(world.reader), **fields)


def released(world: World, detail: Json, *, by: bytes | None = None, **fields: Any) -> Json:
    """Return the detail with its release in other words, by a mediator."""
    return in_place_of(
        detail, "release", reworded(find(detail, "release"), by or seed_of(world.one), **fields)
    )


def wrapped(world: World, key: bytes, manifest: str, *, purpose: Purpose = "release") -> str:
    """Return a key wrapped for the reader."""
    return b64u(wrap(world.reader.keyring.kem, key, purpose=purpose, subject=unb64u(manifest)))


def handed(world: World, detail: Json, sealed: str) -> Json:
    """Return the detail with another wrap, and a release by a mediator that names it."""
    return released(world, detail | {"wrap": sealed}, wrap=wrap_hash(unb64u(sealed)))


@GATES.about("detail", "not-approved")
def no_approval(world: World, detail: Json) -> Json:
    """Nobody agreed."""
    return without(detail, "approval")


@GATES.about("detail", "not-approved")
def one_approval_of_two(world: World, detail: Json) -> Json:
    """One mediator agreed; the policy asks for two."""
    return in_place_of(detail, "approval", approvals_of(detail)[0])


@GATES.about("detail", "not-approved")
def one_approval_twice(world: World, detail: Json) -> Json:
    """The same statement is shown two times."""
    first = approvals_of(detail)[0]
    return in_place_of(detail, "approval", first, first)


@GATES.about("detail", "not-approved")
def two_approvals_by_one_mediator(world: World, detail: Json) -> Json:
    """One mediator agreed two times, under two numbers."""
    first = approval_by(world, detail, world.one)
    return in_place_of(detail, "approval", first, reworded(first, seed_of(world.one), number=50))


@GATES.about("detail", "not-approved")
def an_approval_in_another_mediators_name(world: World, detail: Json) -> Json:
    """One mediator signs for the other."""
    first = approval_by(world, detail, world.one)
    forged = reworded(first, seed_of(world.one), mediator=world.two.keyring.person)
    return in_place_of(detail, "approval", first, forged)


@GATES.about("detail", "not-approved")
def an_approval_by_the_server(world: World, detail: Json) -> Json:
    """The service key says yes."""
    second = approval_by(world, detail, world.two)
    forged = reworded(second, world.service)
    return in_place_of(detail, "approval", approval_by(world, detail, world.one), forged)


@GATES.about("detail", "not-approved")
def an_approval_by_the_author(world: World, detail: Json) -> Json:
    """The author says yes to their own letter."""
    author = world.author
    forged = reworded(approval_by(world, detail, world.two), seed_of(author), mediator=author.keyring.person)
    return in_place_of(detail, "approval", approval_by(world, detail, world.one), forged)


@GATES.about("detail", "not-approved")
def an_approval_by_the_manager(world: World, detail: Json) -> Json:
    """The manager says who may agree, and does not agree."""
    forged = reworded(approval_by(world, detail, world.two), world.manager)
    return in_place_of(detail, "approval", approval_by(world, detail, world.one), forged)


@GATES.about("detail", "not-approved")
def a_decision_as_an_approval(world: World, detail: Json) -> Json:
    """A mediator declined, and it stands where their approval stood."""
    declined = decision(world, detail, world.two)
    return in_place_of(detail, "approval", approval_by(world, detail, world.one), declined)


@GATES.about("detail", "not-approved")
def a_decision_renamed_to_an_approval(world: World, detail: Json) -> Json:
    """A mediator's approval of something else, its words changed under their signature."""
    second = approval_by(world, world.details[world.other], world.two)
    words = body_of(approval_by(world, detail, world.two))
    return in_place_of(detail, "approval", approval_by(world, detail, world.one), unsigned(second, **words))


@GATES.about("detail", "not-approved")
def an_approval_of_another_letter(world: World, detail: Json) -> Json:
    """The second mediator agreed to another letter of the same people."""
    other = approval_by(world, world.details[world.other], world.two)
    return in_place_of(detail, "approval", approval_by(world, detail, world.one), other)


@GATES.about("detail", "not-approved")
def an_approval_for_other_addressees(world: World, detail: Json) -> Json:
    """The second mediator agreed that somebody else reads it."""
    second = approval_by(world, detail, world.two)
    forged = reworded(second, seed_of(world.two), addressees=[world.author.keyring.person])
    return in_place_of(detail, "approval", approval_by(world, detail, world.one), forged)


@GATES.about("detail", "not-approved")
def an_approval_under_a_policy_that_nobody_saw(world: World, detail: Json) -> Json:
    """Made under a newer policy than the server shows."""
    second = approval_by(world, detail, world.two)
    forged = reworded(second, seed_of(world.two), policy_version=body_of(second)["policy_version"] + 1)
    return in_place_of(detail, "approval", approval_by(world, detail, world.one), forged)


@GATES.about("detail", "not-approved")
def an_approval_taken_back(world: World, detail: Json) -> Json:
    """A mediator agreed, and declined since."""
    both = [*approvals_of(detail), decision(world, detail, world.two)]
    return in_place_of(detail, "approval", *both)


@GATES.about("detail", "not-approved")
def an_offer_as_an_approval(world: World, detail: Json) -> Json:
    """To tell somebody of a letter is not to agree to it."""
    offered = find(detail, "offer")
    return in_place_of(detail, "approval", approval_by(world, detail, world.two), offered)


@GATES.about("detail", "not-ready")
def no_answer_of_the_reader(world: World, detail: Json) -> Json:
    """Released to somebody who was not asked."""
    return without(detail, "readiness")


@GATES.about("detail", "not-ready")
def a_ready_by_a_mediator(world: World, detail: Json) -> Json:
    """A mediator says that the reader is ready."""
    forged = reworded(find(detail, "readiness"), seed_of(world.one))
    return in_place_of(detail, "readiness", forged)


@GATES.about("detail", "not-ready")
def a_ready_after_a_later_not_now(world: World, detail: Json) -> Json:
    """The old yes is shown with the later no, in the wrong order."""
    later = answer(world, detail, answer="not-now", number=70)
    return in_place_of(detail, "readiness", later, find(detail, "readiness"))


@GATES.about("detail", "not-ready")
def a_ready_after_never(world: World, detail: Json) -> Json:
    """The reader never wants to read it, and it is released all the same."""
    return in_place_of(detail, "readiness", answer(world, detail, answer="never", number=70))


@GATES.about("detail", "not-ready")
def a_ready_for_another_letter(world: World, detail: Json) -> Json:
    """The reader was ready for something else."""
    return in_place_of(detail, "readiness", find(world.details[world.other], "readiness"))


@GATES.about("detail", "not-released")
def no_release(world: World, detail: Json) -> Json:
    """Approved and answered, and released by nobody."""
    return without(detail, "release")


@GATES.about("detail", "not-released")
def no_wrap(world: World, detail: Json) -> Json:
    """A release without a key."""
    return detail | {"wrap": None, "purpose": None}


@GATES.about("detail", "signer-not-allowed")
def a_release_by_the_server(world: World, detail: Json) -> Json:
    """The service key releases."""
    return released(world, detail, by=world.service)


@GATES.about("detail", "signer-not-allowed")
def a_release_by_the_author(world: World, detail: Json) -> Json:
    """The author releases their own letter."""
    return released(world, detail, by=seed_of(world.author))


@GATES.about("detail", "signature-wrong")
def a_release_with_a_changed_signature(world: World, detail: Json) -> Json:
    """One bit of the signature differs."""
    known = find(detail, "release")
    return in_place_of(detail, "release", known | {"sig": flipped(known["sig"])})


@GATES.about("detail", "not-released")
def a_release_on_another_answer(world: World, detail: Json) -> Json:
    """The release names an answer that is not the reader's last."""
    return released(world, detail, readiness=hash_of(find(world.details[world.other], "readiness")))


@GATES.about("detail", "not-released")
def a_release_on_an_earlier_answer(world: World, detail: Json) -> Json:
    """The reader was ready, put it off, and is ready again: that needs a new release."""
    again = answer(world, detail, number=70)
    return in_place_of(detail, "readiness", find(detail, "readiness"), again)


@GATES.about("detail", "not-released")
def a_release_on_one_approval(world: World, detail: Json) -> Json:
    """The release names fewer approvals than are needed."""
    return released(world, detail, approvals=[hash_of(approvals_of(detail)[0])])


@GATES.about("detail", "not-released")
def a_release_on_an_approval_that_does_not_count(world: World, detail: Json) -> Json:
    """The release names an approval of another letter as its second."""
    other = approval_by(world, world.details[world.other], world.two)
    named = sorted([hash_of(approval_by(world, detail, world.one)), hash_of(other)])
    return released(world, detail, approvals=named)


@GATES.about("detail", "not-released")
def a_release_of_another_letter(world: World, detail: Json) -> Json:
    """A true release, and its wrap, of something else."""
    other = world.details[world.other]
    return in_place_of(detail, "release", find(other, "release")) | {"wrap": other["wrap"]}


@GATES.about("detail", "not-released")
def a_release_to_somebody_else(world: World, detail: Json) -> Json:
    """Released to the author."""
    return released(world, detail, addressee=world.author.keyring.person)


@GATES.about("detail", "not-released")
def a_release_for_another_key_of_the_reader(world: World, detail: Json) -> Json:
    """Released to a certificate epoch that the reader does not have."""
    return released(world, detail, epoch=2)


@GATES.about("detail", "not-released")
def a_release_for_another_certificate(world: World, detail: Json) -> Json:
    """Released to a certificate that is not the reader's."""
    return released(world, detail, certificate=b64u(bytes(32)))


@GATES.about("detail", "rollback")
def a_release_under_a_directory_that_nobody_saw(world: World, detail: Json) -> Json:
    """Released under a newer directory than the server shows."""
    known = body_of(find(detail, "release"))
    return released(world, detail, directory_epoch=known["directory_epoch"] + 1)


@GATES.about("detail", "not-released")
def a_wrap_of_the_servers_own(world: World, detail: Json) -> Json:
    """Another key, sealed for the reader, that no release names."""
    return detail | {"wrap": wrapped(world, secrets.token_bytes(32), detail["view"]["manifest"])}


@GATES.about("detail", "not-released")
def a_wrap_for_another_purpose(world: World, detail: Json) -> Json:
    """The right key, sealed for the reader as for a review."""
    sealed = wrapped(world, world.content_key, detail["view"]["manifest"], purpose="review")
    return handed(world, detail, sealed) | {"purpose": "review"}


@GATES.about("detail", "wrap-broken")
def a_wrap_made_for_a_review(world: World, detail: Json) -> Json:
    """The same, called a release, and named by a mediator's release."""
    return handed(
        world, detail, wrapped(world, world.content_key, detail["view"]["manifest"], purpose="review")
    )


@GATES.about("detail", "wrap-broken")
def a_wrap_bound_to_another_letter(world: World, detail: Json) -> Json:
    """The right key under another manifest's hash."""
    return handed(
        world, detail, wrapped(world, world.content_key, world.details[world.other]["view"]["manifest"])
    )


@GATES.about("detail", "commitment-wrong")
def a_key_that_opens_to_something_else(world: World, detail: Json) -> Json:
    """A mediator hands over a key that this letter was not sealed with."""
    return handed(world, detail, wrapped(world, secrets.token_bytes(32), detail["view"]["manifest"]))


@GATES.about("detail", "unknown-suite")
def a_release_of_another_suite(world: World, detail: Json) -> Json:
    """A version that this client does not speak."""
    return released(world, detail, suite=2)


@GATES.about("detail", "wrong-shape")
def a_release_with_an_unknown_field(world: World, detail: Json) -> Json:
    """A field that this version does not know."""
    return released(world, detail, urgent=True)


@GATES.about("detail", "too-large")
def a_release_without_measure(world: World, detail: Json) -> Json:
    """A statement of more than 64 KiB."""
    return released(world, detail, day=" " * 70_000)
