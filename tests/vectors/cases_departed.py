# SPDX-License-Identifier: EUPL-1.2
"""What a mediator said before they left the case: it is judged under the policy that it names.

The story happens under policy 3. Since then one mediator has left: policy 4 names the other
alone, and asks for one approval.
"""

from collections.abc import Iterator
from typing import Any

from relay.crypto.signing import to_envelope
from relay.protocol.directory import CaseEntry
from tests.vectors.cases_approval import OTHER_HASH, decision_by, mediator_status
from tests.vectors.cases_grants import listed, rendition_input
from tests.vectors.cases_release import withdrawal_of
from tests.vectors.cases_words import confirmation_of, relayed, sealed_confirmation
from tests.vectors.maker import Maker, Row
from tests.vectors.story import Changes, Story, a_story
from tests.vectors.world import CASE, MEDIATORS, Change, changed, hash_of, named, seed, unchanged

LEFT, STAYED = MEDIATORS


def add_cases(maker: Maker) -> None:
    """Add the rows to the families release and confirmation."""
    story = released()
    given = {**story.release_input(), **today(story)}
    maker.share("release-departed", given)
    for rows in (_chains(story), _people(story), _answers(), _refused(story)):
        maker.add_all("release", "verify-release", given, rows, base="release-departed")
    maker.add_all("release", "open-released", given, _made_words(), base="release-departed")


def released(**changes: Any) -> Story:
    """Return the story in which the one who leaves released it."""
    return Story(changes=Changes(signers={"release": LEFT}, **changes))


def later(story: Story, *, change: Change = unchanged, directory: Change = unchanged) -> Story:
    """Return the trust of today, as a story of its own: the first mediator has left."""
    left = changed(version=4, previous=hash_of("policy", story.policy), mediators=(named(STAYED),), quorum=1)
    policy = Story(changes=Changes(policy=lambda made: change(left(made))))
    entry = CaseEntry(case=CASE, version=4, policy=hash_of("policy", policy.policy))
    listed = changed(epoch=6, previous=hash_of("directory", story.directory), cases=(entry,))
    return Story(
        changes=Changes(
            policy=policy.changes.policy,
            directory=lambda made: directory(listed(story.changes.directory(made))),
        )
    )


def today(story: Story, **changes: Change) -> dict[str, Any]:
    """Return the trust that is shown today, with the policy of then behind it."""
    now = later(story, **changes)
    shown = {"directory": to_envelope(now.directory), "policy": to_envelope(now.policy)}
    return {**shown, "past": [to_envelope(story.policy)]}


def under(story: Story) -> dict[str, Any]:
    """Return the references of what is said today."""
    return {**later(story).references, "directory_epoch": 6, "policy_version": 4}


def _chains(story: Story) -> Iterator[Row]:
    other = to_envelope(Story(changes=Changes(policy=changed(quorum=1))).policy)
    raised = today(story, change=changed(quorum=2))
    again = [to_envelope(story.policy)] * 2
    yield "departed", {}, "ok", "released by a mediator who has left since", "P2"
    yield "departed-unshown", {"past": []}, "signer-not-allowed", "the policy of then is not shown", "P2"
    yield "departed-other", {"past": [other]}, "policy-mismatch", "another policy of then", "P2"
    yield "departed-twice", {"past": again}, "policy-mismatch", "the policy of then twice", "P2"
    yield "departed-quorum", raised, "ok", "counted by the quorum of then", "P2"


def _people(story: Story) -> Iterator[Row]:
    revoked = today(story, directory=mediator_status(LEFT, "revoked"))
    retired = today(story, directory=mediator_status(LEFT, "retired", 6))
    before = today(story, directory=mediator_status(LEFT, "retired", 5))
    now = released(release=changed(**under(story))).release_input()["release"]
    yield "departed-revoked", revoked, "not-approved", "by one who was revoked since", "P17"
    yield "departed-retired", retired, "ok", "by one who retired after it", "P17"
    yield "departed-before", before, "not-approved", "by one who had retired before it", "P17"
    yield "departed-now", {"release": now}, "signer-not-allowed", "released after they left", "P2"


def _answers() -> Iterator[Row]:
    """Yield answers by what their signer saw: the release may be no older."""
    story = released()
    then = {"directory": story.references["directory"], "directory_epoch": 5}
    for name, fields, expect, note in (
        ("since", {**under(story), **then}, "not-released", "dated back past the answer"),
        ("newer", {**under(story), "policy_version": 5}, "rollback", "the answer names a newer policy"),
        ("directory", {"directory_epoch": 7}, "rollback", "the answer names a newer directory"),
        ("fork", {**under(story), "policy": OTHER_HASH}, "fork", "the answer names another policy 4"),
    ):
        told = released(readiness=changed(**fields)).release_input()
        answered = {"readiness": told["readiness"], "release": told["release"]}
        yield f"departed-answer-{name}", answered, expect, note, "P2"
    yield "departed-answer-retired", _retired(story), "not-released", "the answer saw them retired", "P2"


def _retired(story: Story) -> dict[str, Any]:
    """Return a release dated back past an answer whose signer saw its mediator retired."""
    change = mediator_status(LEFT, "retired", 6)
    seen = later(story, directory=change).references["directory"]
    told = released(readiness=changed(directory=seen, directory_epoch=6)).release_input()
    return {**today(story, directory=change), "readiness": told["readiness"], "release": told["release"]}


def _refused(story: Story) -> Iterator[Row]:
    stopped = {"withdrawals": [to_envelope(withdrawal_of(story, seed(LEFT), reason=OTHER_HASH))]}
    no = [*story.approvals, decision_by(story, LEFT)]
    unsaid = {"approvals": [to_envelope(one) for one in no]}
    yield "departed-withdrawal", stopped, "withdrawn", "taken back for safety by one who left", "P9"
    yield "departed-no", unsaid, "not-approved", "their own later no", "P2"


def _made_words() -> Iterator[Row]:
    """Yield words that the one who left wrote down or had rendered."""
    told = relayed()
    confirmed = sealed_confirmation(told, confirmation_of(told))
    fields = {**told.release_input(), **today(told), "confirmation": confirmed}
    made, original = rendition_input(), a_story(directory=listed())
    trust = today(original)
    rendered = {**made, **trust, "original": {**made["original"], **trust}}
    yield "departed-maker", fields, "ok", "words that they wrote down", "P18"
    yield "departed-grant", rendered, "ok", "a translation under a grant that they gave", "P18"
