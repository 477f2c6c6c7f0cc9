# SPDX-License-Identifier: EUPL-1.2
"""Roots, directories and policies: only forward, only together, only by those who may."""

from dataclasses import replace
from typing import Any

import pytest

from relay.casework.standing import member_id
from relay.casework.trust import accept, current, current_root, directory_days_left
from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.crypto.keys import signing_public_key
from relay.crypto.signing import Statement as Signed
from relay.errors import (
    ExpiredError,
    ForkError,
    NotFoundError,
    NotVouchedError,
    PolicyMismatchError,
    RelayError,
    RollbackError,
    RootWrongError,
    SignerNotAllowedError,
)
from relay.protocol.directory import Mediator, vouch
from relay.protocol.policy import Participant, parse_policy
from relay.protocol.root import build_root, parse_root
from relay.records import Case, Event, Member, Role, Side, TrustHead
from relay.storage.contract import Page
from relay.storage.memory import MemoryLedger
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    KEM,
    MAX,
    MIA,
    ODA,
    OTHER_CASE,
    PROGRAMME,
    ROOT_SEED,
    VERA,
    VIVI,
    Person,
    World,
    certificate,
    directory,
    hash_of,
    policy,
    root,
    signed,
)


async def take(world: World, made: Signed, *policies: Signed, first: Signed | None = None) -> None:
    """Post a directory with policies."""
    await accept(
        world.ledger, programme=PROGRAMME, root=first, directory=made, policies=policies, at=world.now
    )


def following(world: World, policies: list[Signed] | None = None, **changed: Any) -> Signed:
    """Return a directory that follows the current one."""
    assert world.directory is not None
    facts: dict[str, Any] = {"epoch": world.epoch + 1, "previous": hash_of(world.directory, "directory")}
    return directory(policies or list(world.policies.values()), **(facts | changed))


def next_policy(world: World, *, by: Person = MAX, **changed: Any) -> Signed:
    """Return the next version of the case's policy."""
    facts: dict[str, Any] = {"version": 2, "previous": hash_of(world.policies[CASE], "policy")}
    return policy(CASE, by=by, **(facts | changed))


async def place(world: World, person: Person, case: str = CASE) -> Member:
    """Return a person's place."""
    found = await world.ledger.load(Member, member_id(case, person.id))
    assert found is not None
    return found


async def case_of(world: World, case: str = CASE) -> Case:
    """Return a case."""
    found = await world.ledger.load(Case, case)
    assert found is not None
    return found


async def test_what_is_accepted_makes_cases_and_members(world: World):
    """As the policy has them."""
    case = await case_of(world)
    assert (case.quorum, case.closed, case.policy_version) == (1, False, 1)
    person, mediator = await place(world, VIVI), await place(world, ADA)
    assert (person.role, person.side, person.key, person.epoch) == (
        Role.PARTICIPANT,
        Side.HARMED,
        VIVI.key,
        1,
    )
    assert (mediator.role, mediator.side, mediator.key) == (Role.MEDIATOR, None, ADA.key)


async def test_the_same_directory_again_changes_nothing(world: World):
    """It may be posted twice."""
    assert world.directory is not None
    before = await world.ledger.load(TrustHead, "directory")
    await take(world, world.directory, *world.policies.values())
    assert await world.ledger.load(TrustHead, "directory") == before


async def test_every_new_directory_raises_every_cases_version(world: World):
    """A release in flight under older references must not commit."""
    before = [(await case_of(world, case)).version for case in (CASE, OTHER_CASE)]
    await take(world, following(world))
    after = [(await case_of(world, case)).version for case in (CASE, OTHER_CASE)]
    assert after == [version + 1 for version in before]


async def test_p17_an_older_directory_is_refused(world: World):
    """Epochs only rise."""
    first = world.directory
    assert first is not None
    await world.accept()
    with pytest.raises(RollbackError):
        await take(world, first)


async def test_p17_a_second_directory_of_one_epoch_is_a_fork(world: World):
    """Two different statements claim one number."""
    with pytest.raises(ForkError):
        await take(world, following(world, epoch=world.epoch, day="2026-05-29"))


async def test_p17_a_directory_with_another_history_is_refused(world: World):
    """It names its predecessor."""
    for previous in (None, b64u(sha256(b"other"))):
        with pytest.raises(ForkError):
            await take(world, following(world, previous=previous))


async def test_p17_an_expired_directory_or_root_is_refused(world: World):
    """Past its last day."""
    with pytest.raises(ExpiredError):
        await take(world, following(world, valid_until="2026-05-01"))
    with pytest.raises(ExpiredError):
        await take(world, following(world), first=root(epoch=2, expires="2026-05-01"))


@pytest.mark.parametrize("signer", [ADA, VIVI, ROOT_SEED])
async def test_only_an_active_manager_signs_a_directory(world: World, signer: Person | bytes):
    """Not a mediator, a participant, or the root itself."""
    made = following(world)
    with pytest.raises(SignerNotAllowedError):
        await take(world, signed(signer, "directory", made.body))


async def test_a_mediator_with_one_voucher_is_refused(world: World):
    """Nobody alone puts a listener into every case."""
    one = vouch(MAX.seed, Mediator(programme=PROGRAMME, mediator=b64u(ADA.public), kem=KEM))
    with pytest.raises(NotVouchedError):
        await take(world, following(world, vouchers=(one,)))


async def test_a_policy_counts_only_with_the_directory_that_names_it(world: World):
    """Neither comes alone."""
    later = next_policy(world)
    with pytest.raises(PolicyMismatchError):
        await take(world, following(world), later, world.policies[OTHER_CASE])
    with pytest.raises(PolicyMismatchError):
        await take(world, following(world, [later, world.policies[OTHER_CASE]]))
    await take(world, following(world, [later, world.policies[OTHER_CASE]]), later)
    assert (await case_of(world)).policy_version == 2


async def test_p17_an_older_or_second_policy_of_a_version_is_refused(world: World):
    """Versions only rise."""
    await world.change_policy(quorum=2)
    older = policy(CASE)
    with pytest.raises(RollbackError):
        await take(world, following(world, [older, world.policies[OTHER_CASE]]), older)
    other = next_policy(world, quorum=3, previous=None)
    with pytest.raises(ForkError):
        await take(world, following(world, [other, world.policies[OTHER_CASE]]), other)


async def test_a_policy_that_does_not_follow_the_current_one_is_refused(world: World):
    """It names its predecessor."""
    strange = next_policy(world, previous=b64u(sha256(b"other")))
    with pytest.raises(ForkError):
        await take(world, following(world, [strange, world.policies[OTHER_CASE]]), strange)


async def test_a_policy_signed_by_a_mediator_is_refused(world: World):
    """A person's key needs a mediator and a manager."""
    made = next_policy(world, by=ADA)
    with pytest.raises(SignerNotAllowedError):
        await take(world, following(world, [made, world.policies[OTHER_CASE]]), made)


async def test_a_policy_that_names_an_unknown_certificate_is_refused(world: World):
    """It has to be handed in first."""
    entry = Participant(
        participant=VIVI.id, side="harmed", certificate=b64u(sha256(b"other")), former=(), epoch=1
    )
    made = next_policy(world, participants=(entry,))
    with pytest.raises(PolicyMismatchError):
        await take(world, following(world, [made, world.policies[OTHER_CASE]]), made)


async def test_nothing_of_a_refused_post_is_kept(world: World):
    """All or none: the good policy beside the bad one, too."""
    good = next_policy(world)
    bad = policy(OTHER_CASE, by=ADA, version=2, previous=hash_of(world.policies[OTHER_CASE], "policy"))
    with pytest.raises(RelayError):
        await take(world, following(world, [good, bad]), good, bad)
    assert (await case_of(world)).policy_version == 1
    head = await world.ledger.load(TrustHead, "directory")
    assert head is not None
    assert head.number == world.epoch


async def test_a_case_that_the_directory_no_longer_names_is_closed(world: World):
    """And opens again when it does."""
    await take(world, following(world, [world.policies[CASE]]))
    assert (await case_of(world, OTHER_CASE)).closed
    world.directory, world.epoch = following(world, [world.policies[CASE]]), world.epoch + 1
    await world.accept()
    assert not (await case_of(world, OTHER_CASE)).closed


async def test_whom_the_policy_no_longer_names_has_left(world: World):
    """A mediator comes back when assigned again; a participant only with a new certificate."""
    known = parse_policy(world.policies[CASE].body).participants
    await world.change_policy(
        mediators=(ADA.key,), participants=tuple(one for one in known if one.participant != VERA.id)
    )
    assert ((await place(world, BO)).left, (await place(world, VERA)).left) == (True, True)
    await world.change_policy(mediators=tuple(sorted((ADA.key, BO.key))), participants=known)
    assert ((await place(world, BO)).left, (await place(world, VERA)).left) == (False, True)
    renewed = certificate(VERA, case=CASE, epoch=2)
    await world.keep(renewed, "certificate", case=CASE)
    entry = Participant(
        participant=VERA.id,
        side="harmed",
        certificate=hash_of(renewed, "certificate"),
        former=(hash_of(certificate(VERA, case=CASE), "certificate"),),
        epoch=2,
    )
    others = [one for one in known if one.participant != VERA.id]
    await world.change_policy(participants=tuple(sorted([*others, entry], key=lambda one: one.participant)))
    assert not (await place(world, VERA)).left


async def test_everybody_gets_the_trust_of_their_own_cases(world: World):
    """A manager of all; a stranger's policies are nobody's."""
    mine = await current(world.ledger, ODA.actor)
    every = await current(world.ledger, MIA.actor)
    assert mine.policies == (world.policies[CASE],)
    assert len(mine.certificates) == 3
    assert set(every.policies) == set(world.policies.values())
    assert (await current(world.ledger, CY.actor)).policies == (world.policies[OTHER_CASE],)
    assert (mine.root, mine.directory) == (root(), world.directory)
    assert await current_root(world.ledger) == root()


async def test_what_was_accepted_stands_in_the_list(world: World):
    """Root, directory and both policies, by whom."""
    events = await world.ledger.find(Event, Page(equals={}, order="seq"))
    assert [(one.kind, one.by) for one in events][:2] == [("root", PROGRAMME), ("directory", MAX.id)]
    assert [one.kind for one in events][2:] == ["policy", "policy", "intake-key"]


# --- Roots


def another_root(**changed: Any) -> Signed:
    """Return a later root."""
    return root(**({"epoch": 2, "expires": "2031-01-01"} | changed))


def a_foreign_root() -> Signed:
    """Return a root of another key that claims to be this programme's."""
    seed = sha256(b"foreign")
    facts = parse_root(root().body)
    return signed(seed, "root", build_root(replace(facts, root=b64u(signing_public_key(seed)), epoch=2)))


async def test_a_new_root_comes_with_a_directory_that_names_it(world: World):
    """Together or not at all."""
    later = another_root()
    with pytest.raises(RootWrongError):
        await take(world, following(world), first=later)
    await take(world, following(world, root=hash_of(later, "root")), first=later)
    assert await current_root(world.ledger) == later


async def test_p17_another_root_key_or_epoch_is_refused(world: World):
    """Only the first root's key, only forward, only one of an epoch."""
    foreign = a_foreign_root()
    with pytest.raises(RootWrongError):
        await take(world, following(world, root=hash_of(foreign, "root")), first=foreign)
    second = another_root(epoch=1)
    with pytest.raises(ForkError):
        await take(world, following(world, root=hash_of(second, "root")), first=second)
    later = another_root()
    await take(world, following(world, root=hash_of(later, "root")), first=later)
    with pytest.raises(RollbackError):
        await take(world, following(world), first=root())


async def test_without_a_root_there_is_nothing_to_stand_on():
    """An empty relay says so."""
    ledger = MemoryLedger()
    with pytest.raises(NotFoundError):
        await accept(ledger, programme=PROGRAMME, root=None, directory=directory([]), policies=[], at=0)
    with pytest.raises(NotFoundError):
        await current(ledger, MAX.actor)
    assert await directory_days_left(ledger, at=0) == 0


async def test_the_days_left_count_down(world: World):
    """For the watchdog and the fourteen-day warning."""
    before = await directory_days_left(world.ledger, at=world.now)
    assert before == 31
    assert await directory_days_left(world.ledger, at=world.now + 40 * 86_400) == before - 40
