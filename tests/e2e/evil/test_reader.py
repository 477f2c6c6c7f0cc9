# SPDX-License-Identifier: EUPL-1.2
"""The addressee is shown not a word, and told why."""

from collections.abc import Callable
from typing import Final

import pytest

from relay.crypto import keys
from relay.crypto.encoding import unb64u
from tests.e2e.browsers import Person
from tests.e2e.evil.forging import body_of, signed, with_statements
from tests.e2e.evil.lies_about_approvals import APPROVALS, asked_by_a_revoked_mediator, by_one_alone
from tests.e2e.evil.lies_about_departed import DEPARTED, released_before
from tests.e2e.evil.lies_about_gates import GATES, handed, released, wrapped
from tests.e2e.evil.lies_about_made_words import FORMS, MADE, confirmed, of_a_mediator, under_a_grant
from tests.e2e.evil.lies_about_trust import TRUST, next_directory, next_policy, next_root
from tests.e2e.evil.lies_about_words import PIECES, WORDS
from tests.e2e.evil.lies_on_the_wire import WIRE
from tests.e2e.evil.proxy import HONEST, Lies, in_json
from tests.e2e.evil.readers import reads, tries_to_read
from tests.e2e.evil.stage import Stage, World
from tests.e2e.evil.tables import Json, Row
from tests.e2e.evil.whole_letters import Recipe, told
from tests.e2e.say import say


async def refused(stage: Stage, reader: Person, row: Row) -> None:
    """Try to read under a lie, and find the refusal and not a word of the letter."""
    shown = await tries_to_read(reader, stage.proxy, row.tell(stage.world), stage.world.letter)
    assert stage.proxy.told, "nobody was lied to"
    assert shown.planted == ()
    assert say(reader.language, f"error-{row.code}") in shown.text, shown.text
    assert say(reader.language, "error-code", code=row.code) in shown.text


def taken_back(world: World, detail: Json, *, by: bytes | None = None) -> Json:
    """Return a released letter's detail with its author's withdrawal among what is shown."""
    author = world.author.keyring
    words = body_of(detail["manifest"])
    kept = {key: words[key] for key in ("suite", "programme", "case", "message", "day")}
    said = kept | {
        "kind": "withdrawal",
        "scope": "message",
        "manifest": detail["view"]["manifest"],
        "participant": author.person,
        "number": 99,
        "reason": None,
    }
    own = keys.withdraw_seed(author.master, unb64u(words["message"]))
    return with_statements(detail, lambda known: [*known, signed(said, by or own)])


async def test_an_honest_server_shows_the_letter(stage: Stage, reader: Person) -> None:
    """Without this, a reader that never opens anything would pass every other test."""
    shown = await tries_to_read(reader, stage.proxy, HONEST, stage.world.letter)
    assert "zymurgie-éclatante" in shown.text
    assert set(shown.planted) == {"zymurgie", "éclatante", "ornithorynque"}


def _handed(world: World, detail: Json) -> Json:
    return handed(world, detail, wrapped(world, world.content_key, detail["view"]["manifest"]))


_TRUE: Final[dict[str, Callable[[World], Lies]]] = {
    "a directory signed anew": lambda world: _changed("trust", lambda view: next_directory(world, view)),
    "a root signed anew": lambda world: _changed("trust", lambda view: next_root(world, view)),
    "a policy signed anew": lambda world: _changed("trust", lambda view: next_policy(world, view)),
    "a release signed anew": lambda world: _changed("detail", lambda detail: released(world, detail)),
    "a key wrapped anew": lambda world: _changed("detail", lambda detail: _handed(world, detail)),
    "a letter made anew": lambda world: told(world, Recipe()),
    "changed words that their author confirmed": confirmed,
    "a mediator's rendition": of_a_mediator,
    "an interpreter's rendition": under_a_grant,
    "one approval where one is enough": by_one_alone,
    "a second one that a revoked mediator asked for": asked_by_a_revoked_mediator,
    "a release by a mediator who has left since": released_before,
}


def _changed(what: str, change: Callable[[Json], Json]) -> Lies:
    return Lies(answers={what: in_json(change)})


@pytest.mark.parametrize("name", _TRUE)
async def test_what_is_made_without_a_defect_is_shown(stage: Stage, reader: Person, name: str) -> None:
    """The builders of all lies make what opens, until one thing in it is wrong."""
    shown = await tries_to_read(reader, stage.proxy, _TRUE[name](stage.world), stage.world.letter)
    assert stage.proxy.told
    assert "zymurgie-éclatante" in shown.text


@pytest.mark.parametrize("row", TRUST.params())
async def test_p17_nothing_is_shown_under_a_forged_or_older_trust(
    stage: Stage, reader: Person, row: Row
) -> None:
    """Neither older nor forged nor expired roots, directories, policies and certificates count."""
    await refused(stage, reader, row)


@pytest.mark.parametrize("row", GATES.params())
async def test_p2_p4_nothing_is_shown_unless_both_gates_are_open(
    stage: Stage, reader: Person, row: Row
) -> None:
    """Approvals of all who must agree, the reader's own last answer, and a release of exactly these."""
    await refused(stage, reader, row)


@pytest.mark.parametrize("row", APPROVALS.params())
async def test_p4_nothing_is_shown_but_on_enough_approvals_of_one_manifest(
    stage: Stage, reader: Person, row: Row
) -> None:
    """Not on a forged second yes, nor on two manifests' together, nor a revoked mediator's."""
    await refused(stage, reader, row)


@pytest.mark.parametrize("row", DEPARTED.params())
async def test_p2_whoever_has_left_releases_nothing_that_was_not_theirs_to_release(
    stage: Stage, reader: Person, row: Row
) -> None:
    """Not without the policy of then, nor after a revocation, nor dated back past the reader's own answer."""
    await refused(stage, reader, row)


@pytest.mark.parametrize("row", MADE.params())
async def test_p18_no_changed_words_are_shown_without_their_authors_yes(
    stage: Stage, reader: Person, row: Row
) -> None:
    """A confirmation is the author's own, of this very version, or it is none."""
    await refused(stage, reader, row)


@pytest.mark.parametrize("row", FORMS.params())
async def test_p18_no_rendition_is_shown_without_its_original_and_a_grant(
    stage: Stage, reader: Person, row: Row
) -> None:
    """Not beside another original, nor after the end of what let its interpreter in."""
    await refused(stage, reader, row)


@pytest.mark.parametrize("row", WORDS.params())
async def test_p3_p5_p7_nothing_is_shown_but_what_its_author_signed_and_mediators_saw(
    stage: Stage, reader: Person, row: Row
) -> None:
    """Not another letter, nor another author's, nor what opens to something else for the reader."""
    await refused(stage, reader, row)


@pytest.mark.parametrize("row", PIECES.params())
async def test_p6_nothing_is_shown_of_changed_or_mixed_chunks(stage: Stage, reader: Person, row: Row) -> None:
    """Reordered, cut, repeated, foreign and changed chunks stop before a decoder."""
    await refused(stage, reader, row)


@pytest.mark.parametrize("row", WIRE.params())
async def test_p23_nothing_is_shown_of_answers_that_are_none(stage: Stage, reader: Person, row: Row) -> None:
    """Rubbish, errors, redirects and endless bytes end in a sentence, never in a broken page."""
    await refused(stage, reader, row)


async def test_p17_a_second_letter_under_a_known_id_is_noticed(stage: Stage, reader: Person) -> None:
    """Everybody colludes after the reader has once read the letter: the manifest is remembered."""
    world = stage.world
    await reads(reader, stage.proxy, world.other)
    lies = told(world, Recipe(), instead_of=world.other)
    shown = await tries_to_read(reader, stage.proxy, lies, world.other)
    assert shown.planted == ()
    assert say(reader.language, "error-code", code="fork") in shown.text


async def test_p12_a_withdrawal_that_is_shown_closes_the_letter(stage: Stage, reader: Person) -> None:
    """All that released it still stands, and one valid withdrawal among it is enough."""
    world = stage.world
    detail = world.details[world.letter]
    lies = Lies(answers={"detail": in_json(lambda honest: taken_back(world, honest))})
    assert detail["view"]["state"] == "released"
    shown = await tries_to_read(reader, stage.proxy, lies, world.letter)
    assert shown.planted == ()
    assert say(reader.language, "gone-text") in shown.text


async def test_p9_a_withdrawal_by_nobody_who_may_takes_nothing_back(stage: Stage, reader: Person) -> None:
    """A server cannot hide a letter behind a withdrawal that it signed itself."""
    world = stage.world
    forged = in_json(lambda honest: taken_back(world, honest, by=world.service))
    shown = await tries_to_read(reader, stage.proxy, Lies(answers={"detail": forged}), world.letter)
    assert "zymurgie-éclatante" in shown.text
