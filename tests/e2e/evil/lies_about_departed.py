# SPDX-License-Identifier: EUPL-1.2
"""Lies about a mediator who has left: they released the letter while the case was theirs."""

from typing import Final

from relay.demo.hands import Hand
from tests.e2e.evil.forging import body_of, find, hash_of, in_place_of, reworded
from tests.e2e.evil.lies_about_trust import mediators_with, next_policy
from tests.e2e.evil.proxy import Lies, in_json
from tests.e2e.evil.stage import World
from tests.e2e.evil.tables import Json, Table

DEPARTED: Final = Table()


def since(world: World, *, stays: Hand | None = None) -> Json:
    """Return the trust view in which a mediator has left, the first one, and one approval is enough."""
    kept = [(stays or world.two).keyring.key_id]
    return next_policy(world, world.trust, mediators=kept, quorum=1)


def after(world: World, *past: Json, trust: Json | None = None, detail: Json | None = None) -> Lies:
    """Show the letter after the first mediator left, with these policies of then."""
    view, shown = trust or since(world), detail or {}
    return Lies(
        answers={
            "trust": in_json(lambda _: view),
            "detail": in_json(lambda honest: honest | {"policies": [*past]} | shown),
        }
    )


def released_before(world: World) -> Lies:
    """Tell the truth: the policy of then, by which it was released."""
    return after(world, *world.trust["policies"])


@DEPARTED.whole("signer-not-allowed")
def the_policy_of_then_withheld(world: World) -> Lies:
    """Nothing shows that they were ever a mediator of the case."""
    return after(world)


@DEPARTED.whole("policy-mismatch")
def another_policy_of_then(world: World) -> Lies:
    """A manager signed it; the policy of today names another as the one before it."""
    [known] = world.trust["policies"]
    return after(world, reworded(known, world.manager, quorum=1))


@DEPARTED.whole("not-approved")
def approved_by_one_who_was_revoked(world: World) -> Lies:
    """The second one approved it and left: whoever had their key revoked counts at no date."""
    view = since(world, stays=world.one)
    listed = mediators_with(view, world.two.keyring.key_id, status="revoked")
    revoked = view | {"directory": reworded(view["directory"], world.manager, mediators=listed)}
    return after(world, *world.trust["policies"], trust=revoked)


@DEPARTED.whole("not-released")
def dated_back_past_the_answer(world: World) -> Lies:
    """The reader said that they were ready when that mediator was gone; the release is of before."""
    view = since(world)
    detail = world.details[world.letter]
    [policy], directory = view["policies"], view["directory"]
    seed = world.reader.keyring.identity_seed
    answered = reworded(
        find(detail, "readiness"),
        seed,
        policy=hash_of(policy),
        policy_version=body_of(policy)["version"],
        directory=hash_of(directory),
        directory_epoch=body_of(directory)["epoch"],
    )
    release = reworded(find(detail, "release"), world.one.keyring.identity_seed, readiness=hash_of(answered))
    shown = in_place_of(in_place_of(detail, "readiness", answered), "release", release)
    return after(world, *world.trust["policies"], detail={"statements": shown["statements"]})
