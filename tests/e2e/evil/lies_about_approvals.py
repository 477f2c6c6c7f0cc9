# SPDX-License-Identifier: EUPL-1.2
"""Lies about how many agreed, and to what: a second yes asked for once, twin manifests, revoked mediators."""

from collections.abc import Callable
from typing import Any, Final

from relay.crypto import keys
from relay.crypto.encoding import unb64u
from tests.e2e.evil.forging import body_of, find, hash_of, in_place_of, reworded, with_statements
from tests.e2e.evil.lies_about_gates import approval_by, decision, seed_of
from tests.e2e.evil.lies_about_trust import mediators_with, next_directory, next_policy
from tests.e2e.evil.proxy import Lies, in_json
from tests.e2e.evil.stage import World
from tests.e2e.evil.tables import Json, Table

APPROVALS: Final = Table()


def twin_of(world: World, detail: Json) -> str:
    """Return the hash of a second manifest over the very same ciphertext, signed by the same key."""
    message = body_of(detail["manifest"])["message"]
    seed = keys.withdraw_seed(world.author.keyring.master, unb64u(message))
    twin = reworded(detail["manifest"], seed, day="2020-01-01")
    assert body_of(twin)["parts"] == body_of(detail["manifest"])["parts"]
    return hash_of(twin)


def on_approvals(world: World, detail: Json, *given: Json, **fields: Any) -> Json:
    """Return the detail with these approvals, and a release that names them."""
    named = sorted(hash_of(one) for one in given)
    release = reworded(find(detail, "release"), seed_of(world.one), approvals=named, **fields)
    return in_place_of(in_place_of(detail, "approval", *given), "release", release)


def by_one_alone(world: World, *asked: Json) -> Lies:
    """Say that one yes is enough by the rules of the case; ``asked``: what else was decided."""

    def lie(detail: Json) -> Json:
        made = on_approvals(world, detail, approval_by(world, detail, world.one))
        return with_statements(made, lambda said: [*said, *asked])

    return Lies(
        answers={
            "trust": in_json(lambda trust: next_policy(world, trust, quorum=1)),
            "detail": in_json(lie),
        }
    )


def _asked_by(world: World, seed: bytes) -> Json:
    detail = world.details[world.letter]
    said = decision(world, detail, world.two, decision="second")
    return reworded(said, seed)


@APPROVALS.whole("not-approved")
def one_approval_where_a_second_was_asked_for(world: World) -> Lies:
    """One is enough by the rules, and a mediator asked for another's yes, once."""
    return by_one_alone(world, _asked_by(world, seed_of(world.two)))


@APPROVALS.whole("not-approved")
def a_forged_second_approval_where_one_was_asked_for(world: World) -> Lies:
    """The one who approved signs the second yes, too."""

    def lie(detail: Json) -> Json:
        first, second = (approval_by(world, detail, hand) for hand in (world.one, world.two))
        made = on_approvals(world, detail, first, reworded(second, seed_of(world.one), number=91))
        return with_statements(made, lambda said: [*said, _asked_by(world, seed_of(world.two))])

    rules = in_json(lambda trust: next_policy(world, trust, quorum=1))
    return Lies(answers={"trust": rules, "detail": in_json(lie)})


@APPROVALS.about("detail", "not-approved")
def approvals_split_over_two_manifests_of_the_same_bytes(world: World, detail: Json) -> Json:
    """One mediator agreed to this manifest, the other to its twin: the ciphertext is the same."""
    first, second = (approval_by(world, detail, hand) for hand in (world.one, world.two))
    return on_approvals(
        world, detail, first, reworded(second, seed_of(world.two), manifest=twin_of(world, detail))
    )


@APPROVALS.about("detail", "not-approved")
def both_approvals_over_the_twin(world: World, detail: Json) -> Json:
    """Both agreed to the twin, and nobody to what is shown."""
    twin = twin_of(world, detail)
    given = [
        reworded(approval_by(world, detail, hand), seed_of(hand), manifest=twin)
        for hand in (world.one, world.two)
    ]
    return on_approvals(world, detail, *given)


@APPROVALS.about("detail", "not-released")
def a_release_of_the_twin(world: World, detail: Json) -> Json:
    """The release is of the twin, all else of what is shown."""
    release = reworded(find(detail, "release"), seed_of(world.one), manifest=twin_of(world, detail))
    return in_place_of(detail, "release", release)


@APPROVALS.about("detail", "not-ready")
def a_ready_for_the_twin(world: World, detail: Json) -> Json:
    """The reader was ready for the twin."""
    ready = reworded(find(detail, "readiness"), seed_of(world.reader), manifest=twin_of(world, detail))
    return in_place_of(detail, "readiness", ready)


def without_two(world: World, trust: Json, status: str, **fields: Any) -> Json:
    """Return a view in which the second mediator is no longer active, and one yes is enough."""
    rules = next_policy(world, trust, quorum=1)
    listed = mediators_with(trust, world.two.keyring.key_id, status=status, **fields)
    cases = body_of(rules["directory"])["cases"]
    return next_directory(world, trust, mediators=listed, cases=cases) | {"policies": rules["policies"]}


def _gone(world: World, made: Callable[[Json], Json], *, status: str = "revoked", **fields: Any) -> Lies:
    return Lies(
        answers={
            "trust": in_json(lambda trust: without_two(world, trust, status, **fields)),
            "detail": in_json(made),
        }
    )


@APPROVALS.whole("revoked")
def a_release_by_a_revoked_mediator(world: World) -> Lies:
    """Another mediator's yes still stands; the one who released was revoked."""

    def lie(detail: Json) -> Json:
        made = on_approvals(world, detail, approval_by(world, detail, world.one))
        return in_place_of(made, "release", reworded(find(made, "release"), seed_of(world.two)))

    return _gone(world, lie)


@APPROVALS.whole("not-approved")
def the_one_approval_of_a_revoked_mediator(world: World) -> Lies:
    """One yes is enough, and it is a revoked mediator's."""
    return _gone(world, lambda detail: on_approvals(world, detail, approval_by(world, detail, world.two)))


@APPROVALS.whole("not-released")
def a_release_that_names_a_revoked_mediators_approval(world: World) -> Lies:
    """One yes is enough and stands, and the release leans on a revoked mediator's as well."""
    return _gone(world, lambda detail: detail)


def _asked_and_passed_on(world: World, detail: Json) -> Json:
    """One yes and its release, beside another mediator's wish for a second."""
    made = on_approvals(world, detail, approval_by(world, detail, world.one))
    return with_statements(made, lambda known: [*known, _asked_by(world, seed_of(world.two))])


def asked_by_a_revoked_mediator(world: World) -> Lies:
    """A revoked mediator's wish for a second yes binds nobody any more."""
    return _gone(world, lambda detail: _asked_and_passed_on(world, detail))
