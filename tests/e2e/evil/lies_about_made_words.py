# SPDX-License-Identifier: EUPL-1.2
"""Lies about words that somebody made: forged confirmations, and renditions without original or grant.

Everybody colludes but the reader, and the author where a yes of theirs is needed.
"""

import json
import secrets
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from relay.crypto import canonical, keys
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.signing import sign
from relay.protocol.confirmation import seal_confirmation
from relay.protocol.manifest import parse_manifest
from relay.protocol.root import key_id_text
from tests.e2e.evil.forging import body_of, hash_of, signed, without
from tests.e2e.evil.lies_about_approvals import on_approvals
from tests.e2e.evil.lies_about_gates import approval_by, seed_of
from tests.e2e.evil.lies_about_trust import next_directory, next_policy
from tests.e2e.evil.proxy import Answer, Lie, Lies, in_bytes, in_json
from tests.e2e.evil.stage import World
from tests.e2e.evil.tables import Json, Table
from tests.e2e.evil.whole_letters import Recipe, handed_over, letter

MADE: Final = Table()
FORMS: Final = Table()
INTERPRETER: Final = b"an interpreter of this programme"


def day(days: int) -> str:
    """Return the day that many days from today."""
    return (datetime.now(UTC) + timedelta(days=days)).strftime("%Y-%m-%d")


def as_json(lies: Lies, what: str, honest: Json) -> Json:
    """Return what a lie makes of an answer."""
    made: Json = json.loads(lies.answers[what](Answer(200, {}, json.dumps(honest).encode())).body)
    return made


def confirmed(
    world: World,
    *,
    by: Callable[[World], bytes] | None = None,
    key: bytes | None = None,
    class_: str = "redaction",
    **fields: Any,
) -> Lies:
    """Hand over changed words with a confirmation of them: the author's own, unless said.

    Args:
        world: everybody.
        by: whose seed signs it.
        key: what it is sealed under, if not the letter's key.
        class_: of the words.
        fields: of the confirmation.
    """
    known = world.details[world.letter]
    maker = Recipe(outline={"class_": class_}, signer=seed_of(world.one), sender={"certificate": None})
    whole = letter(world, known, maker)
    words = body_of(whole.manifest)
    kept = {name: words[name] for name in ("suite", "programme", "case", "message", "day")}
    said = kept | {"kind": "confirmation", "manifest": hash_of(whole.manifest), "number": 80}
    said |= {"participant": world.author.keyring.person} | fields
    seed = seed_of(world.author) if by is None else by(world)
    box = seal_confirmation(
        key or world.content_key,
        sign(seed, "confirmation", body=canonical.encode(said)),
        manifest=parse_manifest(unb64u(whole.manifest["body"])),
        salt=secrets.token_bytes(32),
    )
    detail = handed_over(world, known, whole, maker) | {"confirmation": b64u(box)}
    return Lies(
        answers={
            "detail": in_json(lambda _: detail),
            "stored": in_bytes(lambda _: whole.stored),
            "leaves": in_bytes(lambda _: whole.leaves),
        }
    )


@MADE.whole("signature-wrong")
def a_confirmation_by_the_maker(world: World) -> Lies:
    """The mediator who shortened it says yes in the author's name."""
    return confirmed(world, by=lambda world: seed_of(world.one))


@MADE.whole("signature-wrong")
def a_confirmation_by_the_server(world: World) -> Lies:
    """The service key says yes."""
    return confirmed(world, by=lambda world: world.service)


@MADE.whole("signature-wrong")
def a_confirmation_by_the_reader_of_told_words(world: World) -> Lies:
    """Whoever is to read what was told says that it was meant so."""
    return confirmed(world, by=lambda world: seed_of(world.reader), class_="relayed")


@MADE.whole("not-confirmed")
def a_confirmation_of_another_version(world: World) -> Lies:
    """The author's true yes, to another version of it."""
    return confirmed(world, manifest=world.details[world.letter]["view"]["manifest"])


@MADE.whole("not-confirmed")
def a_confirmation_of_another_letter(world: World) -> Lies:
    """The author's true yes, to something else."""
    return confirmed(world, message=world.other)


@MADE.whole("not-confirmed")
def a_confirmation_in_another_persons_name(world: World) -> Lies:
    """The author's key, and the reader's name."""
    return confirmed(world, participant=world.reader.keyring.person)


@MADE.whole("commitment-wrong")
def a_confirmation_under_another_key(world: World) -> Lies:
    """Sealed by somebody who does not hold the letter's key."""
    return confirmed(world, key=secrets.token_bytes(32))


@MADE.whole("not-approved")
def changed_words_that_their_maker_alone_reviewed(world: World) -> Lies:
    """One yes is enough by the rules, and it is that of the mediator who made the words."""
    made = confirmed(world)

    def lie(honest: Json) -> Json:
        detail = as_json(made, "detail", honest)
        return on_approvals(world, detail, approval_by(world, detail, world.one))

    rules = in_json(lambda trust: next_policy(world, trust, quorum=1))
    return Lies(answers={**made.answers, "detail": in_json(lie), "trust": rules})


def rendition(
    world: World,
    *,
    grants: Sequence[Json] = (),
    signer: bytes | None = None,
    made_on: str | None = None,
    derived_from: str | None = None,
    original: Callable[[Json], Json] = lambda detail: detail,
) -> Lies:
    """Hand over another form of the other released letter: a mediator's, unless ``signer`` made it."""
    known, origin = world.details[world.letter], world.details[world.other]
    derived = origin["view"]["manifest"]
    outline: Json = {"class_": "rendition", "derived_from": derived_from or derived}
    if made_on is not None:
        outline["day"] = made_on
    recipe = Recipe(outline=outline, signer=signer or seed_of(world.one), sender={"certificate": None})
    whole = letter(world, known, recipe)
    detail = handed_over(world, known, whole, recipe)
    view = detail["view"] | {"kind": "rendition", "derived_from": derived}
    shown = detail | {"view": view, "statements": [*detail["statements"], *grants]}

    def lie(honest: Json) -> Json:
        return original(honest) if honest["view"]["message"] == world.other else shown

    def listed(page: Json) -> Json:
        views = [view if one["message"] == world.letter else one for one in page["messages"]]
        return page | {"messages": views}

    def instead(kept: dict[str, bytes], made: bytes) -> Lie:
        return in_bytes(lambda honest: made if honest == kept[world.letter] else honest)

    return Lies(
        answers={
            "list": in_json(listed),
            "detail": in_json(lie),
            "stored": instead(world.parts, whole.stored),
            "leaves": instead(world.leaves, whole.leaves),
        }
    )


def _listing(world: World, trust: Json, status: str) -> Json:
    kem = b64u(keys.kem_public_key(INTERPRETER))
    listed = {"key": b64u(keys.signing_public_key(INTERPRETER)), "kem": kem, "status": status}
    return next_directory(world, trust, interpreters=[listed])


def by_interpreter(
    world: World, *grants: Json, status: str | None = "active", made_on: str | None = None
) -> Lies:
    """Hand over a rendition that an interpreter made; ``status``: theirs, None: not in the directory."""
    made = rendition(world, grants=grants, signer=INTERPRETER, made_on=made_on)
    if status is None:
        return made
    listed = in_json(lambda trust: _listing(world, trust, status))
    return Lies(answers={**made.answers, "trust": listed})


def grant(world: World, *, by: bytes | None = None, **fields: Any) -> Json:
    """Return the first mediator's grant of the other letter to the interpreter, for a week."""
    words = body_of(world.details[world.other]["manifest"])
    kept = {name: words[name] for name in ("suite", "programme", "case", "message")}
    said = kept | {"kind": "grant", "manifest": world.details[world.other]["view"]["manifest"]}
    said |= {"mediator": world.one.keyring.person, "interpreter": _key_id(INTERPRETER)}
    said |= {"until": day(7), "given": True, "wrap": b64u(bytes(32)), "number": 60, "day": day(-1)}
    return signed(said | fields, by or seed_of(world.one))


def _key_id(seed: bytes) -> str:
    return key_id_text(b64u(keys.signing_public_key(seed)))


def an_end(world: World, *, by: bytes | None = None, **fields: Any) -> Json:
    """Return the end of that grant."""
    return grant(world, by=by, **({"given": False, "wrap": None, "number": 61} | fields))


def of_a_mediator(world: World) -> Lies:
    """A mediator's rendition, beside its original."""
    return rendition(world)


def under_a_grant(world: World) -> Lies:
    """An interpreter's rendition, made under a grant that is over by now."""
    return by_interpreter(world, grant(world, day=day(-3)), an_end(world), made_on=day(-1))


@FORMS.whole("not-released")
def a_rendition_whose_original_was_not_released(world: World) -> Lies:
    """Another form of what this reader was never given."""
    return rendition(world, original=lambda detail: without(detail, "release"))


@FORMS.whole("not-approved")
def a_rendition_whose_original_nobody_approved(world: World) -> Lies:
    """The original goes to the reader without a yes of anybody."""
    return rendition(world, original=lambda detail: without(detail, "approval"))


@FORMS.whole("not-confirmed")
def a_rendition_without_its_original(world: World) -> Lies:
    """The original is left out of the list."""
    made = rendition(world)

    def hidden(page: Json) -> Json:
        kept = [one for one in page["messages"] if one["message"] != world.other]
        return as_json(made, "list", page | {"messages": kept})

    return Lies(answers={**made.answers, "list": in_json(hidden)})


@FORMS.whole("not-confirmed")
def a_rendition_of_something_else(world: World) -> Lies:
    """Signed as another form of itself, and shown beside a letter that it does not render."""
    return rendition(world, derived_from=world.details[world.letter]["view"]["manifest"])


@FORMS.whole("signer-not-allowed")
def a_rendition_by_an_interpreter_of_no_programme(world: World) -> Lies:
    """Granted by a mediator to somebody whom no directory lists."""
    return by_interpreter(world, grant(world), status=None)


@FORMS.whole("revoked")
def a_rendition_by_a_revoked_interpreter(world: World) -> Lies:
    """Nothing of theirs counts any more."""
    return by_interpreter(world, grant(world), status="revoked")


@FORMS.whole("grant-over")
def a_rendition_under_no_grant(world: World) -> Lies:
    """An interpreter of the programme, let in by nobody."""
    return by_interpreter(world)


@FORMS.whole("grant-over")
def a_rendition_made_after_the_last_day(world: World) -> Lies:
    """The grant was until yesterday."""
    return by_interpreter(world, grant(world, until=day(-1), day=day(-3)))


@FORMS.whole("grant-over")
def a_rendition_made_after_the_grants_end(world: World) -> Lies:
    """The grant is replayed with its end: whoever gave it had ended it yesterday."""
    given, ended = grant(world, day=day(-3)), an_end(world, day=day(-1))
    return by_interpreter(world, given, ended, given)


@FORMS.whole("grant-over")
def a_rendition_under_a_grant_that_a_colleague_ended(world: World) -> Lies:
    """Another mediator of the case ended it."""
    ended = an_end(world, by=seed_of(world.two), mediator=world.two.keyring.person, day=day(-1))
    return by_interpreter(world, grant(world, day=day(-3)), ended)


@FORMS.whole("grant-over")
def a_rendition_under_a_grant_of_another_letter(world: World) -> Lies:
    """Let in to something else."""
    detail = world.details[world.letter]
    other = {"message": world.letter, "manifest": detail["view"]["manifest"]}
    return by_interpreter(world, grant(world, by=None, **other))


@FORMS.whole("grant-over")
def a_rendition_under_another_interpreters_grant(world: World) -> Lies:
    """Somebody else was let in."""
    return by_interpreter(world, grant(world, interpreter=_key_id(bytes(32))))


@FORMS.whole("grant-over")
def a_rendition_under_a_grant_by_the_server(world: World) -> Lies:
    """The service key lets an interpreter in."""
    return by_interpreter(world, grant(world, by=world.service))
