# SPDX-License-Identifier: EUPL-1.2
"""Family slot, and enrolment: words, codes, slots, bundles, tickets and signing in."""

from dataclasses import replace
from typing import Any

from relay.crypto.codes import write_code
from relay.crypto.encoding import b64u
from relay.crypto.keys import identity_seed, kem_public_key, kem_seed, signing_public_key
from relay.crypto.passphrase import generate_words, login_seed
from relay.crypto.signing import sign, to_envelope
from relay.crypto.tickets import mediator_mac, participant_mac
from relay.protocol.enrolment import (
    EnrolmentAnswer,
    EnrolmentRequest,
    LoginKey,
    build_answer,
    build_request,
)
from relay.protocol.login import Login, build_login
from relay.protocol.unlocking import (
    Bundle,
    KnownManifest,
    KnownPolicy,
    Slot,
    seal_bundle,
    seal_slot,
)
from tests.vectors.cases_approval import OTHER_HASH
from tests.vectors.maker import Maker, flipped
from tests.vectors.story import a_story
from tests.vectors.world import CASE, FINGERPRINT, MEDIATORS, PROGRAMME, hash_of, ident, master, public, seed

ONE, TWO = MEDIATORS
Row = tuple[str, dict[str, Any], str, str, str]
AUTHOR = identity_seed(master("author"))
READER = identity_seed(master("reader"))
NONE: dict[str, Any] = {"message": None, "manifest": None}
ACCOUNT = "C5H66S3R"
SALT = seed("argon salt")[:16]


def add_cases(maker: Maker) -> None:
    """Add the families."""
    _add_slots(maker)
    _add_codes(maker)
    _add_enrolments(maker)
    _add_logins(maker)


def _add_slots(maker: Maker) -> None:
    kek = seed("kek")
    slot = Slot(
        account=ACCOUNT,
        memory_kib=65_536,
        passes=3,
        programme=PROGRAMME,
        salt=b64u(SALT),
        type="passphrase",
    )
    box = seal_slot(kek, master("author"), slot=slot, salt=seed("slot salt"))
    fields: dict[str, Any] = {
        "account": ACCOUNT,
        "memory_kib": 65_536,
        "passes": 3,
        "programme": PROGRAMME,
        "salt": b64u(SALT),
        "type": "passphrase",
    }
    given: dict[str, Any] = {"kek": b64u(kek), "box": b64u(box), "slot": fields}
    maker.share("slot", given)
    rows: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("open", {}, "ok", "opens into the master"),
        ("kek", {"kek": b64u(seed("x"))}, "commitment-wrong", "wrong words"),
        ("account", {"slot": fields | {"account": "0000000X"}}, "commitment-wrong", "another account's"),
        ("type", {"slot": fields | {"type": "kit"}}, "commitment-wrong", "another type of slot"),
        ("salt", {"slot": fields | {"salt": b64u(bytes(16))}}, "commitment-wrong", "another salt"),
        ("memory", {"slot": fields | {"memory_kib": 131_072}}, "commitment-wrong", "other memory"),
        ("passes", {"slot": fields | {"passes": 4}}, "commitment-wrong", "other passes"),
        (
            "programme",
            {"slot": fields | {"programme": ident("x")}},
            "commitment-wrong",
            "another programme's",
        ),
        ("flip", {"box": flipped(given["box"], 70)}, "seal-broken", "one bit of the box"),
        ("cut", {"box": b64u(box[:-1])}, "seal-broken", "a byte short"),
    )
    for name, changes, expect, note in rows:
        maker.add(
            f"slot/{name}",
            "open-slot",
            {**given, **changes},
            expect=expect,
            note=note,
            claim="P5",
            base="slot",
        )
    _add_bundles(maker)
    _add_words(maker)


def _add_bundles(maker: Maker) -> None:
    bundle = Bundle(
        certificate=hash_of("certificate", a_story().author_certificate),
        directory=OTHER_HASH,
        directory_epoch=5,
        fingerprint=FINGERPRINT,
        manifests=(KnownManifest(message=ident("message"), manifest=OTHER_HASH),),
        numbers=7,
        policies=(KnownPolicy(case=CASE, version=3, policy=OTHER_HASH),),
        programme=PROGRAMME,
        root_epoch=2,
    )
    own = master("author")
    box = seal_bundle(own, bundle, account=ACCOUNT, salt=seed("bundle salt"))
    given = {"master": b64u(own), "box": b64u(box), "account": ACCOUNT, "programme": PROGRAMME}
    for name, fields, expect, note in (
        ("bundle", {}, "ok", "what a client remembers"),
        ("bundle-account", {"account": "0000000X"}, "commitment-wrong", "another account's"),
        ("bundle-programme", {"programme": ident("x")}, "commitment-wrong", "another programme's"),
        ("bundle-master", {"master": b64u(master("reader"))}, "commitment-wrong", "another person's"),
        ("bundle-flip", {"box": flipped(given["box"], 80)}, "seal-broken", "one bit of the box"),
    ):
        maker.add(f"slot/{name}", "open-bundle", {**given, **fields}, expect=expect, note=note, claim="P17")


def _add_words(maker: Maker) -> None:
    french = generate_words(seed("fr") + seed("fr2"), language="fr")
    english = generate_words(seed("en") + seed("en2"), language="en")
    words = french.split(" ")
    for language in ("en", "fr"):
        maker.add(
            f"known/generate-{language}",
            "generate-words",
            {"random": b64u(seed(language) + seed(f"{language}2")), "language": language},
            expect="ok",
            note="six words from fixed bytes",
        )
    rows: tuple[tuple[str, str, str, str], ...] = (
        ("plain", french, "ok", "as generated"),
        ("loud", f"  {english.upper()}\n", "ok", "capitals, spaces around, a line end"),
        ("marks", french.replace("a", "à").replace("e", "é"), "ok", "with accents typed"),
        ("wide", french.replace(" ", "\u00a0 \t"), "ok", "other spaces between"),
        ("five", " ".join(words[:5]), "words-wrong", "five words"),
        ("seven", f"{french} {words[0]}", "words-wrong", "seven words"),
        ("mixed", " ".join([*words[:5], "zebra"]), "words-wrong", "one of them in no list"),
        ("two-lists", " ".join([*words[:3], *english.split()[3:]]), "words-wrong", "half and half"),
        ("joined", "-".join(words), "words-wrong", "dashes between"),
        ("cyrillic", french.replace("o", "\u043e").replace("a", "\u0430"), "words-wrong", "Cyrillic letters"),
        ("empty", "", "words-wrong", "nothing"),
    )
    for name, text, expect, note in rows:
        maker.add(f"slot/words-{name}", "normalise-words", {"text": text}, expect=expect, note=note)
    for name, passes, memory, expect, note in (
        ("64", 3, 65_536, "ok", "64 MiB, 3 passes"),
        ("weak-memory", 3, 65_535, "too-weak", "a KiB less than 64 MiB"),
        ("weak-passes", 2, 65_536, "too-weak", "two passes"),
        ("none", 0, 0, "too-weak", "no stretching"),
        ("memory", 3, 262_145, "wrong-shape", "a KiB more than 256 MiB"),
        ("passes", 4, 65_536, "wrong-shape", "four passes"),
    ):
        maker.add(
            f"slot/stretch-{name}",
            "stretch-words",
            {"words": french, "salt": b64u(SALT), "passes": passes, "memory_kib": memory},
            expect=expect,
            note=note,
            claim="P14",
        )


def _add_codes(maker: Maker) -> None:
    secret = seed("code")[:16]
    ticket, kit = write_code(secret, kind="ticket"), write_code(secret, kind="kit")
    grouped = "-".join(ticket[at : at + 4] for at in range(0, 28, 4))
    first = "1" if ticket[0] == "0" else "0"
    stray = ticket[:25] + ("1" if ticket[25] != "1" else "2") + ticket[26:]
    rows: tuple[tuple[str, str, str, str], ...] = (
        ("ticket", ticket, "ok", "28 characters"),
        ("grouped", f" {grouped.lower()} ", "ok", "in groups, in small letters"),
        ("kit-as-ticket", kit, "code-wrong", "a kit's code typed as a ticket"),
        ("slip", first + ticket[1:], "code-wrong", "one character mistaken"),
        ("swap", ticket[1] + ticket[0] + ticket[2:], "code-wrong", "two characters swapped"),
        ("stray", stray, "code-wrong", "stray bits in the last character"),
        ("short", ticket[:-1], "code-wrong", "a character short"),
        ("long", ticket + "0", "code-wrong", "a character long"),
        ("letter-u", "U" + ticket[1:], "code-wrong", "a U, which is not used"),
        ("accent", "É" + ticket[1:], "code-wrong", "a letter outside the alphabet"),
        ("empty", "", "code-wrong", "nothing"),
    )
    for name, text, expect, note in rows:
        maker.add(
            f"slot/code-{name}",
            "read-code",
            {"text": text, "kind": "ticket"},
            expect=expect,
            note=note,
            claim="P16",
        )
    for name, text, expect, note in (
        ("number", "c5h6-6s3r", "ok", "an account number"),
        ("number-slip", "C5H66S3S", "code-wrong", "one character mistaken"),
        ("number-short", "C5H66S3", "code-wrong", "a character short"),
    ):
        maker.add(f"slot/{name}", "read-account", {"text": text}, expect=expect, note=note)
    maker.add(
        "known/code-secret",
        "code-secret",
        {"code": b64u(secret), "salt": b64u(SALT), "slot": "kit"},
        expect="ok",
        note="what a kit's code unlocks",
    )
    maker.add(
        "known/keys",
        "keys",
        {"master": b64u(master("author")), "message": ident("message")},
        expect="ok",
        note="every key of a person from their master",
    )


def _add_enrolments(maker: Maker) -> None:
    ticket = seed("ticket")[:16]
    own = master("author")
    request = EnrolmentRequest(
        programme=PROGRAMME,
        case=CASE,
        participant=ident("author"),
        identity=b64u(signing_public_key(AUTHOR)),
        kem=b64u(kem_public_key(kem_seed(own))),
        logins=(LoginKey(type="passphrase", key=b64u(signing_public_key(login_seed(seed("s"))))),),
    )
    asked = build_request(request)
    mac1 = participant_mac(ticket, asked)
    story = a_story()
    answer = EnrolmentAnswer(
        certificate=hash_of("certificate", story.author_certificate),
        directory=hash_of("directory", story.directory),
        mac1=b64u(mac1),
        policy=hash_of("policy", story.policy),
        root=FINGERPRINT,
    )
    told = build_answer(answer)
    swapped = build_request(replace(request, identity=b64u(public("x"))))
    other_root = build_answer(replace(answer, root=OTHER_HASH))
    other_certificate = build_answer(replace(answer, certificate=OTHER_HASH))
    given: dict[str, Any] = {
        "ticket": b64u(ticket),
        "request": b64u(asked),
        "mac1": b64u(mac1),
        "answer": b64u(told),
        "mac2": b64u(mediator_mac(ticket, told)),
    }
    other = seed("x")[:16]
    for name, fields, expect, note in (
        ("enrolment", {}, "ok", "both MACs fit"),
        ("enrolment-key", {"request": b64u(swapped)}, "ticket-wrong", "the newcomer's key swapped"),
        ("enrolment-root", {"answer": b64u(other_root)}, "ticket-wrong", "the root swapped"),
        ("enrolment-certificate", {"answer": b64u(other_certificate)}, "ticket-wrong", "another certificate"),
        ("enrolment-ticket", {"ticket": b64u(other)}, "ticket-wrong", "another ticket"),
        (
            "enrolment-guess",
            {"mac1": b64u(participant_mac(other, asked))},
            "ticket-wrong",
            "MAC1 by one without the ticket",
        ),
        ("enrolment-reflected", {"mac2": b64u(mac1)}, "ticket-wrong", "MAC1 sent back as MAC2"),
        (
            "enrolment-same-key",
            {"mac2": b64u(participant_mac(ticket, told))},
            "ticket-wrong",
            "MAC2 under MAC1's key",
        ),
    ):
        maker.add(
            f"certificate/{name}", "enrolment", {**given, **fields}, expect=expect, note=note, claim="P16"
        )
    one, two = b64u(public("one")), b64u(public("two"))
    for name, first, second in (("safety", one, two), ("safety-reversed", two, one)):
        maker.add(
            f"known/{name}",
            "safety-number",
            {"one": first, "other": second},
            expect="ok",
            note="the same for both people",
            claim="P16",
        )


def _add_logins(maker: Maker) -> None:
    own = login_seed(seed("s"))
    asked = Login(
        programme=PROGRAMME,
        account=ACCOUNT,
        slot="passphrase",
        origin="https://relay.example",
        nonce=b64u(seed("nonce")),
        time=1_800_000_000,
    )
    given: dict[str, Any] = {
        "statement": to_envelope(sign(own, "login", body=build_login(asked))),
        "login_key": b64u(signing_public_key(own)),
        "programme": PROGRAMME,
        "account": ACCOUNT,
        "slot": "passphrase",
        "origin": "https://relay.example",
        "nonce": b64u(seed("nonce")),
        "now": 1_800_000_600,
    }
    rows: tuple[tuple[str, dict[str, Any], str, str], ...] = (
        ("login", {}, "ok", "ten minutes old"),
        ("login-late", {"now": 1_800_000_601}, "clock-off", "a second older"),
        ("login-early", {"now": 1_799_999_399}, "clock-off", "ten minutes and a second ahead"),
        ("login-nonce", {"nonce": b64u(seed("x"))}, "wrong-context", "another nonce: a replay"),
        ("login-origin", {"origin": "https://evil.example"}, "wrong-context", "another origin"),
        ("login-account", {"account": "0000000X"}, "wrong-context", "another account"),
        ("login-slot", {"slot": "kit"}, "wrong-context", "another slot"),
        ("login-programme", {"programme": ident("x")}, "wrong-context", "another programme"),
        ("login-key", {"login_key": b64u(public("x"))}, "signature-wrong", "another login key"),
    )
    for name, fields, expect, note in rows:
        maker.add(f"slot/{name}", "verify-login", {**given, **fields}, expect=expect, note=note, claim="P5")
