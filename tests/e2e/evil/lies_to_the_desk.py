# SPDX-License-Identifier: EUPL-1.2
"""Lies to a mediator who opens a letter for review."""

import secrets
from typing import Any, Final

from relay.crypto import keys
from relay.crypto.encoding import b64u, unb64u
from relay.crypto.padding import pad
from relay.crypto.wrapping import wrap
from relay.protocol.directory import Mediator, vouch
from tests.e2e.evil.forging import body_of, flipped, hash_of, reworded
from tests.e2e.evil.lies_about_gates import seed_of
from tests.e2e.evil.lies_about_trust import foreign_certificate, next_directory, next_policy
from tests.e2e.evil.proxy import Lies, in_bytes, in_json
from tests.e2e.evil.stage import LETTER, World
from tests.e2e.evil.tables import Json, Table
from tests.e2e.evil.whole_letters import PLAIN, Recipe, letter

DESK: Final = Table()


def told_to_review(world: World, recipe: Recipe, *, named: bool = True) -> Lies:
    """Hand over a made letter for review; ``named``: the view names its manifest too."""
    known = world.details[world.waiting]
    whole = letter(world, known, recipe)
    subject = hash_of(whole.manifest)
    key = recipe.handed_key or world.content_key
    sealed = wrap(world.one.keyring.kem, key, purpose="review", subject=unb64u(subject))

    def lie(honest: Json) -> Json:
        view = honest["view"] | ({"manifest": subject} if named else {})
        made = {"manifest": whole.manifest, "header": b64u(whole.header), "wrap": b64u(sealed), "view": view}
        return honest | made

    return Lies(
        answers={
            "detail": in_json(lie),
            "stored": in_bytes(lambda _: whole.stored),
            "leaves": in_bytes(lambda _: whole.leaves),
        }
    )


def _others(trust: Json, person: str) -> list[Json]:
    return [one for one in trust["certificates"] if body_of(one)["participant"] != person]


@DESK.whole("wrong-context")
def another_manifest_than_the_list_names(world: World) -> Lies:
    """The author made two letters under one id; the list names one and the page gets the other."""
    return told_to_review(world, Recipe(), named=False)


@DESK.whole("signature-wrong")
def a_letter_by_the_server_in_the_authors_name(world: World) -> Lies:
    """All is made well, but for the author's own signature."""
    return told_to_review(world, Recipe(signer=world.service, wk=secrets.token_bytes(32)))


@DESK.whole("certificate-wrong")
def a_letter_by_the_other_side_in_the_authors_name(world: World) -> Lies:
    """The addressee's true signature under the author's name."""
    keyring = world.reader.keyring
    own = world.reader.believed.certificate(world.cast.case, keyring.person).hash
    return told_to_review(world, Recipe(signer=keyring.identity_seed, sender={"certificate": own}))


@DESK.whole("commitment-wrong")
def a_key_that_opens_to_something_else_for_one_mediator(world: World) -> Lies:
    """This mediator gets another key than the others."""
    return told_to_review(world, Recipe(handed_key=secrets.token_bytes(32)))


@DESK.whole("commitment-wrong")
def a_letter_that_opens_under_two_keys_at_the_desk(world: World) -> Lies:
    """The mediator is to read what the addressee will not."""
    second = secrets.token_bytes(32)
    return told_to_review(world, Recipe(also=second, header_key=second, handed_key=second))


@DESK.whole("hidden-text")
def characters_that_the_mediator_cannot_see(world: World) -> Lies:
    """The author hides something between the words."""
    return told_to_review(world, Recipe(padded=pad(LETTER.replace("mot", "m\u2060ot").encode(), letter=True)))


@DESK.whole("size-wrong")
def words_after_the_end(world: World) -> Lies:
    """The author hides something behind the letter."""
    return told_to_review(world, Recipe(padded=PLAIN[:-4] + b"psst"))


@DESK.about("detail", "wrap-broken")
def a_wrap_for_nobody(world: World, detail: Json) -> Json:
    """A key that was sealed for somebody else."""
    return detail | {"wrap": flipped(detail["wrap"])}


@DESK.about("detail", "not-handed-over")
def no_wrap_for_the_mediator(world: World, detail: Json) -> Json:
    """Words, and no key."""
    return detail | {"wrap": None, "purpose": None}


@DESK.about("detail", "seal-broken")
def a_changed_header(world: World, detail: Json) -> Json:
    """What the author says of the letter was touched."""
    return detail | {"header": flipped(detail["header"])}


@DESK.bytes_of("stored", "tree-wrong")
def a_changed_letter(world: World, stored: bytes) -> bytes:
    """One bit of the letter differs."""
    return stored[:-1] + bytes([stored[-1] ^ 1])


@DESK.about("trust", "certificate-wrong")
def another_key_as_the_authors(world: World, trust: Json) -> Json:
    """A certificate that no policy names stands in the place of the author's."""
    person = world.author.keyring.person
    return trust | {"certificates": [*_others(trust, person), foreign_certificate(world, trust, person)]}


@DESK.about("trust", "certificate-wrong")
def no_key_of_the_author(world: World, trust: Json) -> Json:
    """The author's certificate is left out."""
    return trust | {"certificates": _others(trust, world.author.keyring.person)}


@DESK.about("trust", "rollback")
def an_older_time_at_the_desk(world: World, trust: Json) -> Json:
    """All as it truly stood once."""
    return world.before


@DESK.about("trust", "own-entry-wrong")
def the_mediators_own_key_swapped(world: World, trust: Json) -> Json:
    """Manager and root together list another key as this mediator's."""
    return next_directory(world, trust, **_swapped(world, trust))


def _swapped(world: World, trust: Json) -> dict[str, Any]:
    """Return this mediator's entry with another X-Wing key, and vouchers for it."""
    known = body_of(trust["directory"])
    own = world.one.keyring
    kem = b64u(keys.kem_public_key(secrets.token_bytes(32)))
    entry = Mediator(programme=known["programme"], mediator=b64u(own.identity), kem=kem)
    vouchers = [vouch(seed, entry) for seed in (world.manager, world.root)]
    made = [{"mediator": one.mediator, "key": one.key, "sig": one.sig} for one in vouchers]
    others = [one for one in known["vouchers"] if one["mediator"] != own.key_id]
    listed = [one | {"kem": kem} if one["key"] == b64u(own.identity) else one for one in known["mediators"]]
    return {
        "mediators": listed,
        "vouchers": sorted([*others, *made], key=lambda one: (one["mediator"], one["key"])),
    }


@DESK.about("trust", "signer-not-allowed")
def rules_by_another_mediator(world: World, trust: Json) -> Json:
    """A mediator writes rules by which one is enough."""
    seed = seed_of(world.two)
    return next_policy(world, trust, by=seed, named_by=seed, quorum=1)


@DESK.about("detail", "signature-wrong")
def a_manifest_by_nobody(world: World, detail: Json) -> Json:
    """The manifest is signed by another key than it names."""
    return detail | {"manifest": reworded(detail["manifest"], secrets.token_bytes(32))}
