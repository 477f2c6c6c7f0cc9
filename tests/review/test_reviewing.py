# SPDX-License-Identifier: EUPL-1.2
"""What mediators sign: approvals, decisions, offers, releases; verified, numbered, counted."""

from collections.abc import Callable
from typing import Any

import pytest

from relay.crypto.derive import sha256
from relay.crypto.encoding import b64u
from relay.crypto.signing import Statement as Signed
from relay.errors import (
    DirectoryStaleError,
    ForkError,
    GateShutError,
    NotAllowedError,
    NotApprovedError,
    NotFoundError,
    NotReadyError,
    NotReleasedError,
    OldNumberError,
    RelayError,
    RollbackError,
    SignatureWrongError,
    SignerNotAllowedError,
    StaleVersionError,
    WrongContextError,
    WrongShapeError,
)
from relay.protocol.directory import MediatorEntry
from relay.records import Case, Message, State, StoredBox
from relay.review import service
from relay.review.machine import approvals_of
from relay.storage.contract import Page, Put
from relay.storage.faults import Fault
from tests.review import story
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    KEM,
    ODA,
    VERA,
    VIVI,
    Person,
    World,
    a_wrap,
    approval,
    bound,
    decision,
    ident,
    note_for,
    offer,
    readiness,
    release,
    signed,
    withdrawal,
)

Make = Callable[..., Signed]


def _return(world: World, message: Message, by: Person, /, **changed: Any) -> Signed:
    return decision(world, message, by, word="return", **changed)


KINDS: dict[str, tuple[Make, Any]] = {
    "approval": (approval, service.approve),
    "decision": (_return, service.decide_on),
    "offer": (offer, service.offer),
}


async def ask(world: World, kind: str, message: Message, statement: Signed, by: Person = ADA) -> Message:
    """Send a statement of a kind."""
    return await bound(KINDS[kind][1], world, by, message)(statement=statement)


async def ripe(world: World, kind: str) -> Message:
    """Return a message for which this kind is the next step."""
    return await (story.approved(world) if kind == "offer" else story.in_review(world))


@pytest.mark.parametrize("kind", KINDS)
async def test_a_statement_about_something_else_is_refused(world: World, kind: str):
    """Another message, manifest, case or programme."""
    message = await ripe(world, kind)
    other = b64u(sha256(b"other"))
    for changed in (
        {"message": ident("other")},
        {"manifest": other},
        {"case": ident("elsewhere")},
        {"programme": ident("elsewhere")},
    ):
        with pytest.raises(RelayError) as refused:
            await ask(world, kind, message, KINDS[kind][0](world, message, ADA, **changed))
        assert refused.value.code == "wrong-context"


@pytest.mark.parametrize("kind", KINDS)
async def test_a_replayed_or_older_number_is_refused(world: World, kind: str):
    """Approval, decision and offer share one rising sequence."""
    message = await ripe(world, kind)
    await ask(world, "approval", message, approval(world, message, ADA, number=50))
    found = await world.ledger.load(Message, message.id)
    assert found is not None
    with pytest.raises(OldNumberError):
        await ask(world, kind, found, KINDS[kind][0](world, message, ADA, number=50, day="2026-05-30"))


@pytest.mark.parametrize("kind", KINDS)
async def test_the_very_same_statement_again_changes_nothing(world: World, kind: str):
    """A lost answer is asked for again."""
    message = await ripe(world, kind)
    statement = KINDS[kind][0](world, message, ADA)
    assert await ask(world, kind, message, statement) == await ask(world, kind, message, statement)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_statement_signed_with_another_key_is_refused(world: World, kind: str):
    """Also with a colleague's."""
    message = await ripe(world, kind)
    made = KINDS[kind][0](world, message, ADA)
    for signer in (BO, CY, ODA):
        with pytest.raises(SignerNotAllowedError):
            await ask(world, kind, message, signed(signer, kind, made.body))


@pytest.mark.parametrize("kind", KINDS)
async def test_a_forged_signature_is_refused(world: World, kind: str):
    """The right name under other words."""
    message = await ripe(world, kind)
    made = KINDS[kind][0](world, message, ADA)
    forged = Signed(body=made.body, key=made.key, sig=bytes(64))
    with pytest.raises(SignatureWrongError):
        await ask(world, kind, message, forged)


@pytest.mark.parametrize("kind", KINDS)
async def test_a_mediator_of_another_case_finds_nothing(world: World, kind: str):
    """P9's neighbour: nobody acts outside their case."""
    message = await ripe(world, kind)
    with pytest.raises(NotFoundError):
        await ask(world, kind, message, KINDS[kind][0](world, message, CY), by=CY)


@pytest.mark.parametrize("kind", KINDS)
async def test_who_looked_at_an_older_version_is_refused(world: World, kind: str):
    """Two mediators at once: the second looks again."""
    message = await ripe(world, kind)
    with pytest.raises(StaleVersionError):
        await bound(KINDS[kind][1], world, ADA, message)(
            statement=KINDS[kind][0](world, message, ADA), version=message.version - 1
        )


async def test_two_mediators_deciding_at_once_do_not_both_win(world: World):
    """Compare-and-swap: one approval or one decline, never both."""
    message = await story.in_review(world)
    world.ledger.faults.plan("commit", Fault.SLOW)
    import asyncio  # noqa: PLC0415

    slow = asyncio.ensure_future(ask(world, "approval", message, approval(world, message, ADA)))
    await asyncio.sleep(0)
    declined = await service.decide_on(
        world.desk, BO.actor, message=message.id, statement=decision(world, message, BO, word="decline")
    )
    world.ledger.faults.go_on.set()
    with pytest.raises(StaleVersionError):
        await slow
    assert declined.state is State.DECLINED


@pytest.mark.parametrize("changed", [{"policy_version": 2}, {"directory_epoch": 9}])
async def test_an_approval_under_references_the_server_does_not_know_is_refused(world: World, changed: Any):
    """Newer than ours: somebody shows the mediator something else."""
    message = await story.in_review(world)
    with pytest.raises(RollbackError):
        await ask(world, "approval", message, approval(world, message, ADA, **changed))


async def test_an_approval_under_older_references_is_refused(world: World):
    """The mediator looks at the new policy first."""
    message = await story.in_review(world)
    old = approval(world, message, ADA)
    await world.change_policy(quorum=2)
    with pytest.raises(RollbackError):
        await ask(world, "approval", message, old)


async def test_the_quorum_is_of_distinct_mediators(world: World):
    """One mediator twice is one."""
    await world.change_policy(quorum=2)
    message = await story.in_review(world)
    once = await story.approve(world, message, ADA)
    again = await story.approve(world, once, ADA)
    both = await story.approve(world, again, BO)
    assert [once.state, again.state, both.state] == [State.IN_REVIEW, State.IN_REVIEW, State.APPROVED]


@pytest.mark.parametrize(
    ("word", "state"),
    [("hold", State.HELD), ("return", State.RETURNED), ("decline", State.DECLINED), ("escalate", State.HELD)],
)
async def test_each_decision_leads_to_its_state(world: World, word: str, state: State):
    """From an approved message, too: a mediator may still stop it."""
    message = await story.approved(world)
    after = await ask(world, "decision", message, decision(world, message, ADA, word=word))
    assert (after.state, after.approvals) == (state, 0)


# --- Notes


async def test_a_note_is_kept_under_the_messages_key_for_its_readers(world: World):
    """The author of a returned message gets the note, the mediator too."""
    message = await story.in_review(world)
    note, named = note_for(ADA, BO, ODA)
    statement = decision(world, message, ADA, word="return", note=named)
    await bound(service.decide_on, world, ADA, message)(statement=statement, note=note)
    found = await service.detail(world.desk, ODA.actor, message=message.id)
    assert [(one.hash, one.box, one.wrap) for one in found.notes] == [(named, note.box, note.wraps[ODA.key])]
    boxes = await world.ledger.find(StoredBox, Page(equals={"message": message.id}))
    assert not any(note.box in box.box for box in boxes)


WRONG_NOTES: list[tuple[str, tuple[Person, ...]]] = [
    ("approval", (ADA, ODA)),
    ("approval", (ADA, VIVI)),
    ("offer", (ADA, ODA, VIVI)),
    ("offer", (ADA,)),
    ("decision", (ADA, VIVI, ODA)),
    ("decision", (ADA,)),
]


@pytest.mark.parametrize(("kind", "readers"), WRONG_NOTES)
async def test_a_note_has_no_reader_whom_its_statement_is_not_for(
    world: World, kind: str, readers: tuple[Person, ...]
):
    """A note on an approval is never the author's; one on an offer never misses its addressee."""
    message = await ripe(world, kind)
    note, named = note_for(*readers)
    statement = KINDS[kind][0](world, message, ADA, note=named)
    with pytest.raises(WrongShapeError):
        await bound(KINDS[kind][1], world, ADA, message)(statement=statement, note=note)


async def test_a_note_and_its_hash_come_together(world: World):
    """Neither without the other, nor another note."""
    message = await story.in_review(world)
    note, named = note_for(ADA)
    other, _ = note_for(ADA, text=b"another note")
    for given, hashed in ((note, None), (None, named), (other, named)):
        with pytest.raises(WrongShapeError):
            await bound(service.approve, world, ADA, message)(
                statement=approval(world, message, ADA, note=hashed), note=given
            )


# --- Offer and release


async def send_release(
    world: World, message: Message, /, *, wrap: bytes | None = None, **changed: Any
) -> Message:
    """Release with one fact changed."""
    facts: dict[str, Any] = {
        "readiness": await story.latest_answer(world, message),
        "approvals": approvals_of(message),
    }
    statement = release(world, message, ADA, to=VIVI, **(facts | changed))
    return await service.release(
        world.desk,
        ADA.actor,
        message=message.id,
        statement=statement,
        wrap=a_wrap("release", "vivi") if wrap is None else wrap,
    )


async def test_a_release_hands_over_the_wrap(world: World):
    """And only then."""
    message = await story.ready(world)
    assert (await send_release(world, message)).state is State.RELEASED
    found = await service.detail(world.desk, VIVI.actor, message=message.id)
    assert (found.wrap, found.purpose) == (a_wrap("release", "vivi"), "release")


OTHER = b64u(sha256(b"other"))
WRONG_RELEASES: list[tuple[dict[str, Any], type[RelayError]]] = [
    ({"wrap": a_wrap("other")}, NotReleasedError),
    ({"certificate": OTHER}, NotReleasedError),
    ({"epoch": 2}, NotReleasedError),
    ({"addressee": VERA.id}, NotReleasedError),
    ({"approvals": (OTHER,)}, NotReleasedError),
    ({"readiness": OTHER}, NotReadyError),
    ({"manifest": OTHER}, WrongContextError),
    ({"message": ident("other")}, WrongContextError),
    ({"policy_version": 2}, RollbackError),
    ({"policy": OTHER}, ForkError),
    ({"directory_epoch": 7}, RollbackError),
]


@pytest.mark.parametrize(("changed", "refusal"), WRONG_RELEASES, ids=lambda one: str(one)[:24])
async def test_a_release_with_one_wrong_fact_releases_nothing(
    world: World, changed: dict[str, Any], refusal: type[RelayError]
):
    """And leaves no wrap."""
    message = await story.ready(world)
    with pytest.raises(refusal):
        await send_release(world, message, **changed)
    boxes = await world.ledger.find(StoredBox, Page(equals={"message": message.id}))
    assert not any(box.what.startswith("wrap/release") for box in boxes)


@pytest.mark.parametrize("answer", ["not-now", "never"])
async def test_a_changed_mind_stops_the_release(world: World, answer: str):
    """Only the latest answer counts."""
    message = await story.ready(world)
    first = await story.latest_answer(world, message)
    message = await story.answered(world, message, answer)
    with pytest.raises(NotReadyError):
        await send_release(world, message, readiness=first)


async def test_another_mediators_or_participants_release_of_the_same_body_is_refused(world: World):
    """A release's hash does not cover who signed it."""
    message = await story.released(world)
    facts: dict[str, Any] = {
        "readiness": await story.latest_answer(world, message),
        "approvals": approvals_of(message),
    }
    statement = release(world, message, VIVI, to=VIVI, **facts)
    with pytest.raises(SignerNotAllowedError):
        await service.release(
            world.desk, VIVI.actor, message=message.id, statement=statement, wrap=a_wrap("release", "vivi")
        )


async def test_a_higher_quorum_stops_offer_and_release_until_more_approve(world: World):
    """Approvals are counted again at each gate."""
    message = await story.ready(world)
    await world.change_policy(quorum=2)
    with pytest.raises(NotApprovedError):
        await send_release(world, message)
    message = await story.approve(world, message, BO)
    assert (await send_release(world, message)).state is State.RELEASED


async def test_p17_a_revoked_mediators_approval_no_longer_counts(world: World):
    """The item needs a new one."""
    message = await story.in_review(world)
    message = await story.approve(world, message, BO)
    entries = [
        MediatorEntry(key=b64u(one.public), kem=KEM, status="revoked" if one is BO else "active", from_=None)
        for one in (ADA, BO, CY)
    ]
    await world.accept(mediators=tuple(sorted(entries, key=lambda one: one.key)))
    with pytest.raises(NotApprovedError):
        await ask(world, "offer", message, offer(world, message, ADA))
    with pytest.raises(NotFoundError):
        await service.view(world.desk, BO.actor, message=message.id)


async def test_a_pause_of_either_side_shuts_the_gate_and_of_others_does_not(world: World):
    """And coming back opens it."""
    message = await story.ready(world)
    for person, refused in ((VERA, False), (ODA, True), (VIVI, True)):
        await change_place(world, person, "pause")
        if refused:
            with pytest.raises(GateShutError):
                await send_release(world, message)
        await change_place(world, person, "resume")
    assert (await send_release(world, message)).state is State.RELEASED


async def change_place(world: World, person: Person, scope: str) -> None:
    """Pause, resume or leave."""
    statement = withdrawal(world, None, person, of=person, scope=scope)
    await service.withdraw_case(world.desk, person.actor, case=CASE, statement=statement)


async def test_a_stale_directory_stops_releases(world: World):
    """Thirty-one days later."""
    message = await story.ready(world)
    world.now += 40 * 86_400
    with pytest.raises(DirectoryStaleError):
        await send_release(world, message)


async def test_a_gate_that_shuts_during_a_release_wins(world: World):
    """Compare-and-swap on the case, too."""
    message = await story.ready(world)
    load = world.ledger.load

    async def shut_meanwhile(kind: Any, key: str) -> Any:
        found = await load(kind, key)
        if kind is StoredBox or not isinstance(found, Case):
            return found
        from dataclasses import replace  # noqa: PLC0415

        await world.ledger.commit([Put(replace(found, version=found.version + 1))])
        return found

    world.ledger.load = shut_meanwhile
    with pytest.raises(StaleVersionError):
        await send_release(world, message)
    world.ledger.load = load
    found = await world.ledger.load(Message, message.id)
    assert found is not None
    assert found.state is State.OFFERED


async def test_keeping_takes_the_wrap_away_at_once(world: World):
    """Feature 55: handed back after reading."""
    message = await story.opened(world)
    kept = await story.answered(world, message, "keep")
    found = await service.detail(world.desk, VIVI.actor, message=message.id)
    assert kept.state is State.KEPT
    assert (found.wrap, found.header, found.purpose) == (None, None, None)
    again = await story.release_it(world, await story.answered(world, await story.make_offer(world, kept)))
    assert again.state is State.RELEASED


async def test_an_answer_is_the_addressees_own(world: World):
    """Nobody is ready for somebody else."""
    message = await story.offered(world)
    for person in (VERA, ODA, ADA):
        statement = readiness(world, message, person)
        with pytest.raises(RelayError):
            await service.answer(world.desk, person.actor, message=message.id, statement=statement)
    forged = signed(ODA, "readiness", readiness(world, message, VIVI).body)
    with pytest.raises(SignerNotAllowedError):
        await service.answer(world.desk, VIVI.actor, message=message.id, statement=forged)


async def test_an_older_answer_does_not_come_back(world: World):
    """Numbers rise."""
    message = await story.offered(world)
    early = readiness(world, message, VIVI)
    message = await story.answered(world, message, "not-now")
    with pytest.raises(OldNumberError):
        await service.answer(world.desk, VIVI.actor, message=message.id, statement=early)


async def test_opening_twice_moves_once(world: World):
    """The second is harmless."""
    message = await story.opened(world)
    assert await service.opened(world.desk, VIVI.actor, message=message.id) == message


async def test_a_commit_that_is_not_possible_moves_nothing(world: World):
    """A full disk refuses, and asking again later works."""
    message = await story.in_review(world)
    statement = approval(world, message, ADA)
    world.ledger.faults.plan("commit", Fault.FULL)
    with pytest.raises(RelayError) as refused:
        await ask(world, "approval", message, statement)
    assert refused.value.code == "storage-full"
    assert (await ask(world, "approval", message, statement)).state is State.APPROVED


async def test_nothing_happens_to_a_message_that_is_still_with_its_author(world: World):
    """A returned message is an end: the author sends a new one."""
    message = await story.in_review(world)
    returned = await ask(world, "decision", message, decision(world, message, ADA, word="return"))
    with pytest.raises(NotAllowedError):
        await ask(world, "approval", returned, approval(world, message, ADA))
