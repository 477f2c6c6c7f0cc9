# SPDX-License-Identifier: EUPL-1.2
"""Taking back: who may, in which order it happens, what is left, and what a crash leaves."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace

import pytest

from relay.crypto.encoding import b64u
from relay.crypto.keys import signing_public_key
from relay.crypto.signing import Statement as Signed
from relay.crypto.signing import verify
from relay.errors import (
    ForbiddenError,
    NotAllowedError,
    NotFoundError,
    OldNumberError,
    RelayError,
    SignatureWrongError,
    SignerNotAllowedError,
    StaleVersionError,
    WrongContextError,
)
from relay.protocol.directory import MediatorEntry
from relay.protocol.policy import parse_policy
from relay.protocol.receipt import parse_receipt
from relay.records import (
    Message,
    State,
    Upload,
    UploadId,
)
from relay.review import service
from relay.review.withdrawing import derived_from
from relay.storage.contract import Put
from tests.review import story
from tests.review.letters import begin, submitted, upload, withdrawal, wk_seed
from tests.review.taking_back import assert_destroyed, load, take_back
from tests.review.world import (
    ADA,
    BO,
    CASE,
    CY,
    KEM,
    MAX,
    ODA,
    SERVICE_SEED,
    VERA,
    VIVI,
    XENO,
    Person,
    World,
    hash_of,
    ident,
)

Stage = Callable[[World], Awaitable[Message]]
STAGES: dict[str, Stage] = {
    "submitted": submitted,
    "in_review": story.in_review,
    "approved": story.approved,
    "offered": story.offered,
    "ready": story.ready,
    "released": story.released,
    "opened": story.opened,
}


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("key", ["identity", "own key", "mediator"])
async def test_p9_author_and_mediator_take_back_from_every_stage(world: World, stage: str, key: str):
    """By the message's own key, the author's identity, or a mediator's for safety."""
    message = await STAGES[stage](world)
    by = ADA if key == "mediator" else ODA
    signer = wk_seed(message.id) if key == "own key" else by
    await take_back(world, message, by, withdrawal(world, message, signer, of=ODA))
    assert (await load(world, message)).state is State.WITHDRAWN
    await assert_destroyed(world, message.id)


async def test_p9_an_upload_can_be_taken_back_too(world: World):
    """What has arrived of it goes."""
    message = await begin(world, ident("letter"), sender=ODA, addressee=VIVI)
    await world.ledger.commit(
        [
            Put(
                Upload(
                    id=UploadId("u"),
                    version=1,
                    message=message.id,
                    case=CASE,
                    account=ODA.actor.account,
                    part=0,
                    length=65_552,
                    offset=5,
                    expires_at=world.now,
                )
            )
        ]
    )

    async def chunks() -> AsyncIterator[bytes]:
        yield b"12345"

    await world.blobs.stage_append(UploadId("u"), 0, chunks())
    await take_back(world, message)
    await assert_destroyed(world, message.id)
    assert await world.blobs.staged_size(UploadId("u")) == 0


@pytest.mark.parametrize("person", [VIVI, VERA, CY, XENO, MAX])
async def test_p9_nobody_else_takes_a_message_back(world: World, person: Person):
    """Not its addressee, not another case's mediator, not a manager."""
    message = await story.released(world)
    with pytest.raises((ForbiddenError, NotFoundError, SignerNotAllowedError)):
        await take_back(world, message, person)
    assert (await load(world, message)).state is State.RELEASED


@pytest.mark.parametrize("signer", [VIVI, VERA, CY, MAX, wk_seed(ident("other"))])
async def test_p9_a_withdrawal_in_anothers_hand_takes_nothing_back(world: World, signer: Person | bytes):
    """Even when the author brings it."""
    message = await story.released(world)
    with pytest.raises((SignerNotAllowedError, RelayError)):
        await take_back(world, message, ODA, withdrawal(world, message, signer, of=ODA))
    assert (await load(world, message)).state is State.RELEASED


async def test_p9_a_mediator_does_not_bring_another_mediators_or_the_authors_withdrawal(world: World):
    """Who signs is who is signed in."""
    message = await story.released(world)
    for signer in (BO, ODA):
        with pytest.raises(ForbiddenError):
            await take_back(world, message, ADA, withdrawal(world, message, signer, of=ODA))


async def test_p9_a_forged_signature_takes_nothing_back(world: World):
    """The right key, other bytes."""
    message = await story.released(world)
    made = withdrawal(world, message, ODA, of=ODA)
    with pytest.raises(SignatureWrongError):
        await take_back(world, message, ODA, Signed(body=made.body, key=made.key, sig=bytes(64)))


async def test_p9_a_withdrawal_of_one_message_does_not_take_back_another(world: World):
    """Message and manifest are named."""
    one, other = await story.released(world, "one"), await story.released(world, "other")
    statement = withdrawal(world, one, ODA, of=ODA)
    with pytest.raises(WrongContextError):
        await take_back(world, other, ODA, statement)


async def test_p9_a_replayed_number_does_nothing(world: World):
    """A withdrawal's number rises per key."""
    one, other = await story.released(world, "one"), await story.released(world, "other")
    await take_back(world, one, ODA, withdrawal(world, one, ODA, of=ODA, number=90))
    with pytest.raises(OldNumberError):
        await take_back(world, other, ODA, withdrawal(world, other, ODA, of=ODA, number=90))
    assert (await load(world, other)).state is State.RELEASED


async def test_p9_the_same_withdrawal_again_returns_the_same_receipt_and_moves_nothing(world: World):
    """An answer may get lost."""
    message = await story.released(world)
    statement = withdrawal(world, message, ODA, of=ODA)
    first = await take_back(world, message, ODA, statement)
    version = (await load(world, message)).version
    world.now += 500
    assert await take_back(world, message, ODA, statement) == first
    assert (await load(world, message)).version == version


async def test_a_further_withdrawal_of_what_is_gone_gets_its_own_receipt(world: World):
    """The author learns for sure, also after a mediator was first."""
    message = await story.released(world)
    await take_back(world, message, ADA)
    statement = withdrawal(world, message, ODA, of=ODA)
    receipt = parse_receipt((await take_back(world, message, ODA, statement)).body)
    assert receipt.withdrawal == hash_of(statement, "withdrawal")


async def test_the_receipt_is_signed_by_the_service_and_names_the_withdrawal(world: World):
    """So that a person can show it."""
    message = await story.released(world)
    statement = withdrawal(world, message, ODA, of=ODA)
    receipt = await take_back(world, message, ODA, statement)
    verify(receipt, "receipt", public_key=signing_public_key(SERVICE_SEED))
    words = parse_receipt(receipt.body)
    assert (words.message, words.manifest, words.withdrawal, words.scope, words.at) == (
        message.id,
        message.manifest,
        hash_of(statement, "withdrawal"),
        "message",
        world.now,
    )


async def test_what_expired_is_not_withdrawn(world: World):
    """It was destroyed before."""
    message = await begin(world, ident("letter"), sender=ODA, addressee=VIVI)
    world.now += 8 * 86_400
    await service.sweep(world.desk)
    with pytest.raises(NotAllowedError):
        await take_back(world, message)


async def test_whatever_was_derived_follows(world: World):
    """And what was derived from that."""
    message = await story.released(world)
    found: list[Message] = []
    parent = message
    for name in ("rendition", "excerpt of it"):
        child = await story.approved(world, name)
        child = replace(child, derived_from=parent.manifest)
        world.ledger._store[Message, child.id] = child
        found.append(child)
        parent = child
    assert [one.id for one in await derived_from(world.desk, message)] == [one.id for one in found]
    await take_back(world, message)
    for one in found:
        assert (await load(world, one)).state is State.WITHDRAWN
        await assert_destroyed(world, one.id)


async def test_p9_who_was_certified_by_a_revoked_mediator_can_still_stop(world: World):
    """Stopping is always possible; answering waits for a new certificate."""
    message = await story.offered(world)
    entries = [
        MediatorEntry(key=b64u(one.public), kem=KEM, status="revoked" if one is ADA else "active", from_=None)
        for one in (ADA, BO, CY)
    ]
    await world.accept(mediators=tuple(sorted(entries, key=lambda one: one.key)))
    with pytest.raises(RelayError):
        await story.answered(world, message)
    await take_back(world, message)
    leave = withdrawal(world, None, VIVI, of=VIVI, scope="leave")
    await service.withdraw_case(world.desk, VIVI.actor, case=CASE, statement=leave)
    assert (await load(world, message)).state is State.WITHDRAWN


async def test_p9_whom_the_policy_no_longer_names_can_still_take_back(world: World):
    """Being removed from a case does not make one's words somebody else's."""
    message = await submitted(world)
    known = parse_policy(world.policies[CASE].body).participants
    await world.change_policy(participants=tuple(one for one in known if one.participant != ODA.id))
    await take_back(world, message)
    assert (await load(world, message)).state is State.WITHDRAWN


async def test_what_is_taken_back_while_it_is_being_submitted_leaves_nothing_behind(world: World):
    """The leaf table that arrives after everything was removed goes too."""
    message = await begin(world, ident("letter"), sender=ODA, addressee=VIVI)
    await upload(world, message.id)
    put, seen = world.blobs.put, list[str]()

    async def put_late(blob: str, content: bytes) -> None:
        statement = withdrawal(world, message, ODA, of=ODA)
        await service.withdraw(world.desk, ODA.actor, message=message.id, statement=statement)
        await put(blob, content)
        seen.append(blob)

    world.blobs.put = put_late
    with pytest.raises(StaleVersionError):
        await service.submit(world.desk, ODA.actor, message=message.id)
    assert seen
    for blob in seen:
        with pytest.raises(NotFoundError):
            await world.blobs.size(blob)
